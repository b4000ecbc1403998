"""Take pictures of the built site and lay them out as one; `scripts/screenshots` calls this."""

from __future__ import annotations

import base64
import functools
import http.server
import io
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
LAYOUT = """
<!doctype html><style>
  body {{ margin: 0; width: 1600px; height: 900px; background: #e9e1d6; position: relative; overflow: hidden }}
  img {{ position: absolute; border-radius: 10px; box-shadow: 0 12px 40px #3a2c1f40 }}
  .front {{ left: 50px; top: 50px; width: 1000px }}
  .sheet {{ left: 1015px; top: 80px; width: 460px; border-radius: 3px }}
  .guide {{ left: 1285px; top: 310px; width: 270px; border-radius: 22px; border: 7px solid #17130f }}
</style>
<img class="front" src="{front}"><img class="sheet" src="{sheet}"><img class="guide" src="{guide}">
"""


@dataclass(frozen=True)
class View:
    """A page of the site and how it is looked at; sizes in CSS pixels."""

    address: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    printed: bool = False


VIEWS = {
    "front": View("", 1280, 970),
    "guide": View("guides/starting-the-conversation/", 375, 740, scheme="dark"),
    "sheet": View("worksheets/weekly-check-in/", 1280, 970, printed=True),
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without telling each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def first_sheet(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a PNG picture."""
    picture = io.BytesIO()
    pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().save(picture, "PNG")
    return picture.getvalue()


def take(browser: Browser, base: str, view: View) -> str:
    """Return a picture of a page of the site as a data: address."""
    page = browser.new_page(
        viewport={"width": view.width, "height": view.height},
        device_scale_factor=2,
        color_scheme=view.scheme,
        reduced_motion="reduce",
    )
    answer = page.goto(base + view.address, wait_until="networkidle")
    if answer is None or not answer.ok:
        sys.exit(f"scripts/screenshots: the site has no page {view.address or 'index.html'}")
    picture = first_sheet(page.pdf(format="A4", prefer_css_page_size=True)) if view.printed else page.screenshot()
    page.close()
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def main(target: Path) -> None:
    """Serve the site on this machine, take the pictures, and write the one picture to `target`."""
    handler = functools.partial(Quiet, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path=os.environ["GUIDEWRIGHT_CHROMIUM"])
        pictures = {name: take(browser, base, view) for name, view in VIEWS.items()}
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        page.set_content(LAYOUT.format(**pictures), wait_until="load")
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target)
        browser.close()
        server.shutdown()
    print(f"Wrote {target} ({target.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
