"""Search: how right on judged queries, beside stock Material; how fast and small on 1,000 and 10,000 guides.

    scripts/bench search                    quality, on the guides of this repository
    scripts/bench search --misses           … with every query that has room above it
    scripts/bench search --guides 10000     size and time, on that many guides made up from their sentences

Quality is nDCG@5 and success@1 (the first result has the best grade there is) of the judged queries in bench/search/,
by class and by set: each file there is one. Queries marked `held_out`, and all of `unseen.yml`, are never shown as
misses, so that nobody tunes for them. Results count once a page, as the first of its sections that is shown;
worksheets that the build makes from guides are passed over, being no one's work to grade. Stock Material is the theme
as it comes, with its own search, on the same pages.

Size is what a browser loads, each file gzipped by itself as a server would. Time is from the last letter typed to the
first result on the screen, in Chromium, with nothing in its cache.
"""

import argparse
import dataclasses
import functools
import gzip
import html
import http.server
import itertools
import json
import math
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from guidewright import asked, search

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "bench" / "search"
UNSEEN = "unseen"
GRADES = (3, 2, 1)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Milliseconds that Material may take to answer.
PATIENCE = 15_000


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
    """Return a configuration for the same pages in Material as it comes: no search, page design or scripts of ours."""
    ours = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = yaml.load(ours.replace("!ENV [SITE_URL, ", "[").replace("!ENV", ""), Loader=yaml.BaseLoader)  # noqa: S506
    hooks = [str(ROOT / hook) for hook in config["hooks"] if "search" not in hook]
    config |= {
        "docs_dir": str(ROOT / "docs"),
        "site_url": "http://127.0.0.1/",
        "plugins": ["search"],
        "hooks": hooks,
        "watch": [],
    }
    # Hooks ask for parts of our templates; what replaces Material's own stays out.
    ours_alone = shutil.ignore_patterns(
        "main.html", "404.html", "search.html", "header.html", "content.html", "footer.html"
    )
    shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=ours_alone)
    config["theme"] = {"name": "material", "font": False, "custom_dir": str(folder / "overrides")}
    config["extra"]["guidewright"] |= {"sources": str(ROOT / "sources"), "cache": str(ROOT / ".cache/guidewright")}
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config), "utf-8")
    return path


def judged() -> dict[str, list[dict]]:
    """Return the queries by class, each with its `set`, and `answers`, place -> grade."""
    classes: dict[str, list[dict]] = {}
    for path in sorted(QUERIES.glob("*.yml")):
        for name, queries in yaml.safe_load(path.read_text("utf-8")).items():
            for each in queries:
                each["answers"] = {place: grade for grade in GRADES for place in each.get(f"grade_{grade}", ())}
                hidden = each["hidden"] = path.stem == UNSEEN or bool(each.get("held_out"))
                each["set"] = f"{path.stem}, held out" if hidden and path.stem != UNSEEN else path.stem
            classes.setdefault(name, []).extend(queries)
    return classes


def grade(result: str, answers: dict[str, int]) -> int:
    """Return the grade of a result, a place such as `guides/x#y`."""
    return max(answers.get(result, 0), answers.get(result.partition("#")[0], 0))


def judged_only(results: list[str], answers: dict[str, int]) -> list[str]:
    """Return the results without the worksheets made from guides, which nobody has graded."""
    graded = {at.partition("#")[0] for at in answers}
    return [at for at in results if at.partition("#")[0] in graded or not made_from_guide(at)]


def made_from_guide(result: str) -> bool:
    """Whether a result is a worksheet that no file in docs/ stands for."""
    folder, _, name = result.partition("#")[0].partition("/")
    return folder == "worksheets" and bool(name) and not (ROOT / "docs" / folder / f"{name}.md").exists()


def judge(results: list[str], answers: dict[str, int]) -> tuple[float, bool]:
    """Return nDCG@5 and whether the first result has the best grade."""
    results = judged_only(results, answers)
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
    """Return the places that Material's own search shows, typed into its field on a page just opened."""
    found = []
    for query in queries:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.fill(".md-search__input", query)
        # It looks at its field when a key goes up.
        page.keyboard.press("End")
        page.wait_for_function(
            "/^\\s*(No|\\d+) /.test(document.querySelector('.md-search-result__meta').textContent)", timeout=PATIENCE
        )
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
            queries[:] = [each for each in queries if held_out or not each["hidden"]]
            for each in queries:
                each["answers"] = {at: its for at, its in each["answers"].items() if at.partition("#")[0] in there}
            queries[:] = [each for each in queries if each["answers"]]
            chosen += queries
        texts = [each["query"] for each in chosen]
        page = browser(playwright).new_page()
        for engine, run in (("ours", ours), ("stock", materials)):
            for each, results in zip(chosen, run(page, serve(folder / engine), texts), strict=True):
                each[engine] = (*judge(results, each["answers"]), results)
    report(classes, misses=misses)


def report(classes: dict[str, list[dict]], *, misses: bool) -> None:
    """Print a line per class, and the queries with room above them."""
    print(f"{'':34}{'nDCG@5':>8}{'stock':>8}{'success@1':>12}{'stock':>8}{'queries':>9}")
    rows = [*classes.items()]
    every = [each for queries in classes.values() for each in queries]
    rows.append(("all", every))
    sets = sorted({each["set"] for each in every})
    rows += [(f"set: {name}", [each for each in every if each["set"] == name]) for name in sets]
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
            if each["ours"][0] < 0.95 and not each["hidden"]:
                print(f"\n{each['ours'][0]:.2f} (stock {each['stock'][0]:.2f})  {each['query']}")
                for result in each["ours"][2][:6]:
                    print(f"      {grade(result, each['answers'])}  {result}")
                missed = [at for at, its in each["answers"].items() if its == 3 and at not in each["ours"][2][:5]]
                print(f"      wanted: {', '.join(missed)}")


def made_up(count: int) -> Iterator[search.Page]:
    """Yield guides as the site's hook would, from rendered HTML.

    They have the samples' sentences, and every seventh word of them is changed for one of 60,000, which are as
    unevenly frequent as words are.
    """
    dice = random.Random(count)  # noqa: S311
    samples = sorted((ROOT / "tests" / "cases" / "corpus").glob("*.md"))
    text = " ".join(path.read_text("utf-8") for path in samples).replace("#", " ").replace("|", " ")
    sentences = [each for each in re.split(r"(?<=[.?!])\s+", " ".join(text.split())) if 20 < len(each) < 300]
    syllables = [a + b for a in "b d f g k l m n p r s t v br st tr ch".split() for b in "a e i o u ai ou".split()]  # noqa: SIM905
    words = list(dict.fromkeys("".join(dice.choices(syllables, k=dice.choice((2, 3, 3, 4)))) for _ in range(90_000)))
    words = words[:60_000]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def written(length: int) -> str:
        chosen: list[str] = []
        while len(chosen) < length:
            chosen += dice.choice(sentences).split()
        for at in range(dice.randrange(7), len(chosen), 7):
            chosen[at] = dice.choices(words, cum_weights=weights)[0]
        return html.escape(" ".join(chosen))

    for number in range(count):
        parts = [f"<h1 id='t'>Guide</h1><p>{written(120)}</p>"]
        parts += [f'<h2 id="s{part}">{written(5)}</h2><p>{written(90)}</p><p>{written(90)}</p>' for part in range(7)]
        found = search.sections("".join(parts))
        yield search.Page(f"guides/{number:05}.md", f"guides/{number:05}/", written(6), "guides", found)


def examples_for(pages: list[search.Page]) -> list[asked.Example]:
    """Return the examples of this site, with a made-up guide in place of each of its pages."""
    examples, _ = asked.parse("docs/asked.csv", (ROOT / "docs" / "asked.csv").read_text("utf-8"))
    names = sorted({name for each in examples for name, _ in each.answers})
    guides = {name: page.source for name, page in zip(names, pages, strict=False)}
    return [
        dataclasses.replace(each, answers=tuple((guides[name], grade) for name, grade in each.answers))
        for each in examples
    ]


def write_index(count: int, folder: Path) -> None:
    """Write the index of made-up guides into a folder, and print seconds and peak bytes as JSON."""
    pages = list(made_up(count))
    rules, _ = search.parse("docs/search.yml", (ROOT / "docs" / "search.yml").read_text("utf-8"))
    examples = examples_for(pages)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, work = time.perf_counter(), time.process_time()
    files, _ = search.index(pages, rules, examples=examples)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    seconds, work = time.perf_counter() - start, time.process_time() - work
    html_start = time.process_time()
    sample = "".join(f'<h2 id="s{part.anchor}">{part.heading}</h2><p>{part.text}</p>' for part in pages[0].sections)
    for _ in range(200):
        search.sections(sample)
    reading = (time.process_time() - html_start) / 200 * count
    told = {
        "seconds": seconds, "work": work, "reading": reading, "before": before * 1024,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "files": len(files), "bytes": sum(map(len, files.values())),
        "largest": max(len(gzip.compress(content)) for content in files.values()),
    }  # fmt: skip
    print(json.dumps(told))


# What is typed to measure size and time: common words, a typing error, a long sentence, words half typed.
TYPED = (
    "partner",
    "my husbend refuses counseling",
    "how do I ask my partner to go to couples therapy",
    "we only fight and she never listens to me",
    "bound",
    "is he cheating",
    "afraid of my husband",
    "i feel so lonely in my marriage and we cannot afford therapy for the two of us",
)


# Milliseconds from the letters to the first result, by the page's own clock.
FIRST_RESULT = """() => {
    let begun;
    document.querySelector(".md-search__input").addEventListener("input", () => (begun = performance.now()));
    const done = new Promise((tell) => {
        const look = () => document.querySelector(".md-search-result__link")
            ? requestAnimationFrame(() => tell(performance.now() - begun)) : setTimeout(look, 4);
        look();
    });
    return {done};
}"""


def at_work(session) -> float:  # noqa: ANN001
    """Return for how many seconds a page's main thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(each["value"] for each in metrics if each["name"] == "TaskDuration")


def scale(count: int) -> None:
    """Print size and time for so many guides."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        mkdocs(ROOT / "mkdocs.yml", folder)
        shutil.rmtree(folder / "search")
        command = [sys.executable, __file__, "--write", str(folder / "search"), "--guides", str(count)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        told = json.loads(done.stdout)
        print(
            f"{count} guides: index in {told['seconds']:.1f} s ({told['work']:.1f} s of processor time), and "
            f"{told['reading']:.1f} s of processor time to read the pages' HTML; "
            f"peak {told['peak'] / 2**20:.0f} MiB, of which the pages themselves {told['before'] / 2**20:.0f}; "
            f"{told['files']} files, {told['bytes'] / 1e6:.0f} MB; "
            f"the largest has {told['largest'] / 1e3:.0f} kB gzipped"
        )
        chromium = browser(playwright)
        address = serve(folder)
        print(f"{'kB gzipped':>12}{'files':>7}{'s to first result':>19}{'s at work':>11}  typed")
        for typed in TYPED:
            context = chromium.new_context()
            page = context.new_page()
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(address + "about/")
            page.wait_for_load_state("networkidle")
            asked.clear()
            page.click(".md-search__input")
            if asked:
                sys.exit(f"loaded before anything was typed: {asked}")
            session = context.new_cdp_session(page)
            session.send("Performance.enable")
            busy = at_work(session)
            timing = page.evaluate_handle(FIRST_RESULT)
            page.keyboard.insert_text(typed)
            seconds = timing.evaluate("timing => timing.done") / 1000
            busy = at_work(session) - busy
            page.wait_for_timeout(200)
            paths = [folder / url.removeprefix(address).partition("?")[0] for url in asked]
            size = sum(len(gzip.compress(path.read_bytes())) for path in paths)
            print(f"{size / 1e3:12.0f}{len(paths):7}{seconds:19.2f}{busy:11.2f}  {typed}")
            context.close()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="name the queries that do not get all they could")
    parser.add_argument("--tuning", action="store_true", help="leave out the held-out queries")
    parser.add_argument("--guides", type=int, default=0, help="measure size and time on so many guides")
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.write:
        write_index(chosen.guides, chosen.write)
    elif chosen.guides:
        scale(chosen.guides)
    else:
        quality(misses=chosen.misses, held_out=not chosen.tuning)


if __name__ == "__main__":
    main()
