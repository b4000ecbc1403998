"""How long worksheets take: 100 new sheets on both papers, the same again from the cache, and in an unchanged build.

    scripts/bench worksheets              100 sheets
    scripts/bench worksheets --sheets 20

Wall seconds count what else the machine does; CPU seconds do not. The target is 100 new sheets in 8 s on two cores,
and 0.2 s for a site in which nothing has changed: there the hook is timed in the second of two builds of this site.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config

from guidewright.blocks import Worksheets
from guidewright.worksheets import make, model, pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "worksheets"
HOOK = ROOT / "hooks" / "worksheets.py"


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print what a piece of work took."""
    wall, before = time.perf_counter(), os.times()
    yield
    after = os.times()
    cpu = after.user + after.system - before.user - before.system
    print(f"{what:<46}{time.perf_counter() - wall:7.2f} s wall {cpu:7.2f} s CPU")


def read() -> list[model.Sheet]:
    """Return the sheets of the site."""
    found: list[model.Sheet] = []
    converter = markdown.Markdown(extensions=[Worksheets(collect=found.append)])
    for path in sorted(DOCS.glob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
        converter.reset().convert(text)
    return found


def in_a_build() -> tuple[float, float]:
    """Build this site and return the CPU seconds of the worksheets' hook in it, and of the whole build."""
    spent = 0.0

    def timing(method: Callable[..., object]) -> Callable[..., object]:
        def timed_method(*values: object, **named: object) -> object:
            nonlocal spent
            before = time.process_time()
            try:
                return method(*values, **named)
            finally:
                spent += time.process_time() - before

        return timed_method

    with tempfile.TemporaryDirectory() as folder:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=folder)
        for methods in config.plugins.events.values():
            # MkDocs calls a hook's functions as they are; everything else that listens is left alone.
            methods[:] = [timing(each) if _file_of(each) == HOOK else each for each in methods]
        before = time.process_time()
        build(config)
        return spent, time.process_time() - before


def _file_of(method: Callable[..., object]) -> Path | None:
    code = getattr(getattr(method, "__func__", method), "__code__", None)
    return Path(code.co_filename) if code else None


def main() -> None:
    """Make as many sheets as asked for, all different."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sheets", type=int, default=100, metavar="N", help="how many sheets to make")
    count = parser.parse_args().sheets
    with timed("read the sheets of the site"):
        ours = read()
    guide = (model.Guide("A guide", "https://example.org/guides/a-guide/"),)
    sheets = [replace(ours[n % len(ours)], title=f"Sheet {n}", guides=guide) for n in range(count)]
    booklets = [pdf.booklet(sheet, paper) for sheet in sheets for paper in model.PAPERS]
    with tempfile.TemporaryDirectory() as name:
        kept = make.Kept(Path(name))
        with timed("the first file, with all fonts to read"):
            make.make(booklets[:1], kept)
        with timed(f"{count} new sheets, {len(booklets)} files"):
            made = make.make(booklets, kept)
        with timed("the same again, nothing changed"):
            make.make(booklets, kept)
        with timed("a workbook of all of them"):
            pdf.render(pdf.Booklet("All", tuple(sheets), "a4"))
    sizes = sorted(len(each.content) for each in made)
    in_a_build()
    spent, whole = in_a_build()
    print(f"{'the hook in an unchanged build of this site':<46}{spent:7.2f} s CPU of {whole:.2f}")
    print(f"{'bytes a file, median and largest':<46}{sizes[len(sizes) // 2]:>8,} {sizes[-1]:>8,}")


if __name__ == "__main__":
    main()
