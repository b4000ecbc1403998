"""How fast an article is built: texts of 10 kB a second on one core, pages beside trafilatura's time for the same.

    scripts/bench speed                            generated texts and the sample sources
    scripts/bench speed --data DIR --data OTHER    folders of outside texts and pages (.txt, .html, also .gz), too

CPU time of one process, after a warm-up; of each article the best of some rounds, since other work on the machine can
only add to it. On pages, `trafilatura.extract` with its defaults takes turns with `article.build`, page by page, and
is given the text decoded; what is 1.0 takes as long as trafilatura does.
"""

from __future__ import annotations

import argparse
import gzip
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import trafilatura

from guidewright import article, readers
from guidewright.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLES = Path(__file__).parents[1] / "sources"
ENDINGS = (".txt", ".html", ".htm")
ARTICLE = 10_000  # bytes
WARM_UP = 10
_WORDS = """a after again and ask at because before both but calm could day each evening every feel first for from give
 had hear help her his home hour how if in is it keep kind know last listen little long make month more most need never
 no not of often on one or other over partner people plain promise quiet say she small so some speak still talk tell
 than that the them then they thing think time to together tonight trust try turn two wait want was week well what when
 who will with without word would write year you your""".split()  # noqa: SIM905
_FURNITURE = (
    "Share this:", "Facebook Twitter LinkedIn", "You might also like", "Leave a Reply", "Skip to content", "Next post",
    "Subscribe to our newsletter", "© Copyright 2019 Springford.example. All rights reserved.", "4 min read",
)  # fmt: skip


def generated(seed: int) -> Source:
    """Return an article of 10 kB as a scrape has it: prose, headings, a list, furniture and comments below."""
    chance = random.Random(seed)  # noqa: S311 - texts, no secrets

    def said(least: int, most: int) -> str:
        words = chance.choices(_WORDS, k=chance.randint(least, most))
        return " ".join(words).capitalize()

    def prose() -> str:
        return " ".join(f"{said(6, 24)}." for _ in range(chance.randint(2, 7)))

    parts = [said(3, 8).title(), f"By {chance.choice(('Ada', 'Robin', 'Jo'))} Sample", *chance.sample(_FURNITURE, 3)]
    while sum(map(len, parts)) < 0.75 * ARTICLE:
        parts += [said(2, 6).title(), prose(), prose(), *(f"  • {said(3, 14)}" for _ in range(chance.randint(0, 4)))]
    parts += chance.sample(_FURNITURE, 4)
    while sum(map(len, parts)) < ARTICLE:
        parts += [f"{said(1, 2).title()}", f"May {chance.randint(1, 28)}, 2014 at 9:05 AM", prose()]
    return Source(f"{seed}.txt", "\n\n".join(parts).encode())


def folder(path: Path) -> list[Source]:
    """Return a folder's texts and pages, sorted by name."""
    found = []
    for each in sorted(path.iterdir()):
        name = each.name.removesuffix(".gz")
        if name.endswith(ENDINGS) and each.is_file():
            raw = each.read_bytes()
            raw = gzip.decompress(raw) if each.suffix == ".gz" else raw
            found.append(Source(name, raw, readers.media_type(name)))
    return found


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of a piece of work."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def texts(name: str, sources: Sequence[Source], rounds: int) -> None:
    """Print how many articles of 10 kB are built in a second."""
    best = [1e9] * len(sources)
    for source in sources[:WARM_UP]:
        article.build(source)
    for _ in range(rounds):
        for at, source in enumerate(sources):
            best[at] = min(best[at], seconds(lambda source=source: article.build(source)))  # type: ignore[misc]
    size = sum(len(source.raw) for source in sources)
    speed = size / ARTICLE / sum(best)
    print(f"text  {name:32}{len(sources):6,}{size / len(sources) / 1000:9.1f} kB{speed:9.0f} of 10 kB a second")


def pages(name: str, sources: Sequence[Source], rounds: int) -> None:
    """Print the ratio of our time to trafilatura's."""
    best = [(1e9, 1e9)] * len(sources)
    said = [source.raw.decode("utf-8", "replace") for source in sources]
    for source, text in zip(sources[:WARM_UP], said, strict=False):
        article.build(source)
        trafilatura.extract(text)
    for _ in range(rounds):
        for at, (source, text) in enumerate(zip(sources, said, strict=True)):
            theirs = seconds(lambda text=text: trafilatura.extract(text))  # type: ignore[misc]
            ours = seconds(lambda source=source: article.build(source))  # type: ignore[misc]
            best[at] = (min(best[at][0], theirs), min(best[at][1], ours))
    theirs, ours = map(sum, zip(*best, strict=True))
    size = sum(len(source.raw) for source in sources) / len(sources) / 1000
    each = f"{ours / len(sources) * 1000:7.1f} ms, trafilatura {theirs / len(sources) * 1000:.1f} ms"
    print(f"html  {name:32}{len(sources):6,}{size:9.1f} kB{each}: ratio {ours / theirs:.2f}")


def main() -> None:
    """Measure every set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, action="append", default=[], metavar="DIR", help="a folder of outside data"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each is built (default: 3)")
    asked = parser.parse_args()
    sets = {"generated": [generated(seed) for seed in range(100)], "sample sources": folder(SAMPLES)}
    for path in asked.data:
        if not path.is_dir():
            parser.error(f"{path} is no folder")
        sets[str(path)[-31:]] = folder(path)
    print("                                     number     mean size")
    for name, sources in sets.items():
        for kind, measure in ((".txt", texts), (".html", pages)):
            some = [each for each in sources if (each.media_type in (".html", ".htm")) == (kind == ".html")]
            if some:
                measure(name, some, asked.rounds)


if __name__ == "__main__":
    main()
