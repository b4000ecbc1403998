"""A built site on localhost under a project path, as on GitHub Pages, and a headless browser to look at it."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
PREFIX = "/guidewright/"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")


class Pages(http.server.SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does: under a path, with 404.html for what is not there, and in silence."""

    def send_error(self, code, message=None, explain=None):
        missing = Path(self.directory) / PREFIX.strip("/") / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not missing.exists():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Takes it calmly when a browser goes to the next page before it has all of the last."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The folder of the site, built once from this repository."""
    folder = tmp_path_factory.mktemp("pages") / PREFIX.strip("/")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", folder]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert told.returncode == 0, told.stderr
    return folder


@pytest.fixture(scope="session")
def site(built):
    """The address of the built site, with its project path and a slash at the end."""
    handler = functools.partial(Pages, directory=str(built.parent))
    server = Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser():
    """One headless Chromium for all tests: GUIDEWRIGHT_CHROMIUM, else one on the PATH, else Playwright's own."""
    path = os.environ.get("GUIDEWRIGHT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    # As root, which is usual in containers, Chromium cannot make its sandbox.
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, site):
    """A function that opens a page: `visit("guides/", width=390, scheme="dark")`.

    The page remembers in `page.asked` every address that was asked for, and in `page.said` what went to the console.
    """
    contexts = []

    def opened(path="", *, width=1280, scheme="light", **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: page.said.append(f"error: {error}"))
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
