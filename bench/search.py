"""Search: how right on judged queries, beside stock Material; how fast and small on 1,000 and 10,000 guides.

    scripts/bench search                    quality, on the guides of this repository
    scripts/bench search --misses           … with every query that has room above it
    scripts/bench search --guides 10000     size and time, on that many guides made up from their sentences

Quality is nDCG@5 and success@1 (the first result has the best grade there is) of the queries in
bench/search/queries.yml, by class. Queries marked `held_out` are reported apart. Results count once a page, as the
first of its sections that is shown. Stock Material is the theme as it comes, with its own search, on the same pages.

Size is what a browser loads, each file gzipped by itself as a server would. Time is from the last letter typed to the
first result on the screen, in Chromium, with nothing in its cache.
"""

import argparse
import functools
import gzip
import http.server
import math
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "bench" / "search" / "queries.yml"
GRADES = (3, 2, 1)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Material waits for a moment without typing, and its worker answers when it can.
PATIENCE = 15_000
SHOWN = 10


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> str:
    """Return the address at which a folder is served until this program ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def mkdocs(config: Path, folder: Path) -> None:
    """Build a site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config, "--site-dir", folder]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def stock(folder: Path) -> Path:
    """Return a configuration for the same pages in Material as it comes: no templates, search or scripts of ours."""
    ours = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = yaml.load(ours.replace("!ENV [SITE_URL, ", "[").replace("!ENV", ""), Loader=yaml.BaseLoader)  # noqa: S506
    hooks = [str(ROOT / hook) for hook in config["hooks"] if "search" not in hook]
    config |= {"docs_dir": str(ROOT / "docs"), "site_url": "http://127.0.0.1/", "plugins": ["search"], "hooks": hooks, "watch": []}
    config["theme"] = {"name": "material", "font": False}
    config["extra"]["guidewright"] |= {"sources": str(ROOT / "sources"), "cache": str(ROOT / ".cache/guidewright")}
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config), "utf-8")
    return path


def judged() -> dict[str, list[dict]]:
    """Return the queries by class, each with `answers`, place -> grade."""
    classes = yaml.safe_load(QUERIES.read_text("utf-8"))
    for queries in classes.values():
        for each in queries:
            each["answers"] = {place: grade for grade in GRADES for place in each.get(f"grade_{grade}", ())}
    return classes


def grade(result: str, answers: dict[str, int]) -> int:
    """Return the grade of a result, a place such as `guides/x#y`."""
    return max(answers.get(result, 0), answers.get(result.partition("#")[0], 0))


def judge(results: list[str], answers: dict[str, int]) -> tuple[float, bool]:
    """Return nDCG@5 and whether the first result has the best grade."""
    pages = list({place.partition("#")[0]: place for place in reversed(results)}.values())[::-1]
    best: dict[str, int] = {}
    for place, its in answers.items():
        page = place.partition("#")[0]
        best[page] = max(best.get(page, 0), its)
    grades = [grade(place, answers) for place in pages[:5]]
    ideal = sorted(best.values(), reverse=True)[:5]
    return gain(grades) / gain(ideal), bool(grades) and grades[0] == max(ideal)


def gain(grades: list[int]) -> float:
    """Return the discounted cumulative gain of grades in order."""
    return sum((2**grade - 1) / math.log2(2 + place) for place, grade in enumerate(grades))


def ours(page, address: str, queries: list[str]) -> list[list[str]]:  # noqa: ANN001
    """Return the places that our engine finds."""
    page.goto(address)
    page.add_script_tag(url=f"{address}assets/javascripts/search-engine.js")
    found = []
    for query in queries:
        told = page.evaluate("query => guidewrightSearch.find(query)", query)
        found.append([place(each["sections"][0]["url"]) for each in told["pages"]])
    return found


def materials(page, address: str, queries: list[str]) -> list[list[str]]:  # noqa: ANN001
    """Return the places that Material's own search shows, typed into its field."""
    found = []
    page.goto(address)
    page.fill(".md-search__input", "therapy")
    page.wait_for_selector(".md-search-result__item", timeout=PATIENCE)
    for query in queries:
        page.fill(".md-search__input", query)
        # Nothing on the page tells old results from new ones; its worker takes a few milliseconds for so few pages.
        page.wait_for_timeout(600)
        links = page.locator(".md-search-result__item").evaluate_all(
            "items => items.map(item => item.querySelector('a').href)"
        )
        found.append([place(link.removeprefix(address)) for link in links])
    return found


def place(address: str) -> str:
    """Return `guides/x#y` for `guides/x/?h=z#y`."""
    path, _, anchor = address.partition("#")
    return path.partition("?")[0].rstrip("/") + (f"#{anchor}" if anchor else "")


def browser(playwright):  # noqa: ANN001, ANN201
    """Return a headless Chromium."""
    path = os.environ.get("GUIDEWRIGHT_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])


def quality(*, misses: bool, held_out: bool) -> None:
    """Print how right the results are."""
    classes = judged()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        mkdocs(ROOT / "mkdocs.yml", folder / "ours")
        mkdocs(stock(folder), folder / "stock")
        there = {str(path.parent.relative_to(folder / "ours")) for path in folder.glob("ours/**/index.html")}
        chosen = []
        for queries in classes.values():
            queries[:] = [each for each in queries if held_out or not each.get("held_out")]
            for each in queries:
                each["answers"] = {at: its for at, its in each["answers"].items() if at.partition("#")[0] in there}
            queries[:] = [each for each in queries if each["answers"]]
            chosen += queries
        texts = [each["query"] for each in chosen]
        page = browser(playwright).new_page()
        for engine, run in (("ours", ours), ("stock", materials if os.environ.get("STOCK","1")=="1" else (lambda p,a,q:[[] for _ in q]))):
            for each, results in zip(chosen, run(page, serve(folder / engine), texts), strict=True):
                each[engine] = (*judge(results, each["answers"]), results)
    report(classes, misses=misses)


def report(classes: dict[str, list[dict]], *, misses: bool) -> None:
    """Print a line per class, and the queries with room above them."""
    print(f"{'':34}{'nDCG@5':>8}{'stock':>8}{'success@1':>12}{'stock':>8}{'queries':>9}")
    rows = [*classes.items()]
    every = [each for queries in classes.values() for each in queries]
    rows.append(("all", every))
    rows.append(("all, not held out", [each for each in every if not each.get("held_out")]))
    rows.append(("all, held out", [each for each in every if each.get("held_out")]))
    for name, queries in rows:
        if queries:
            figures = [
                sum(each[engine][number] for each in queries) / len(queries)
                for number in (0, 1)
                for engine in ("ours", "stock")
            ]
            print(f"{name:34}{figures[0]:8.3f}{figures[1]:8.3f}{figures[2]:12.2f}{figures[3]:8.2f}{len(queries):9}")
    if misses:
        for each in sorted(every, key=lambda each: each["ours"][0]):
            if each["ours"][0] < 0.95 and not each.get("held_out"):
                print(f"\n{each['ours'][0]:.2f} (stock {each['stock'][0]:.2f})  {each['query']}")
                for result in each["ours"][2][:6]:
                    print(f"      {grade(result, each['answers'])}  {result}")
                missed = [at for at, its in each["answers"].items() if its == 3 and at not in each["ours"][2][:5]]
                print(f"      wanted: {', '.join(missed)}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="name the queries that do not get all they could")
    parser.add_argument("--tuning", action="store_true", help="leave out the held-out queries")
    parser.add_argument("--guides", type=int, default=0, help="measure size and time on so many guides")
    chosen = parser.parse_args()
    quality(misses=chosen.misses, held_out=not chosen.tuning)


if __name__ == "__main__":
    main()
