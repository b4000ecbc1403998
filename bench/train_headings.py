"""Makes src/guidewright/shape/_heading_weights.py: how the signals of `_headings.py` are weighed.

    python bench/train_headings.py --data DIR [--folds N]

DIR holds `text/<look>/<id>.txt` (articles as plain text, one folder for each look) and `structure/<id>.md` (the
headings that each really has, as `# Heading`), the look of the development share of the Web Content
Extraction Benchmark (CC BY 4.0). A candidate is a heading when its words are those of one of them.
Our own articles are added: the labelled ones, and the short ones of tests/cases/derive whose headings somebody read out
into tests/cases/headings (a text without one has an empty file).

The model is additive: each signal is cut into at most ten ranges, each range has a value, and the values are fitted in
turn by Newton steps on the logistic loss with a ridge, from nought: the same pages give the same numbers. With
`--folds N` it says first how well it does on pages that it has not seen. Standard library only; takes a minute.
"""

from __future__ import annotations

import argparse
import math
import re
from bisect import bisect_left
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from guidewright import readers, rules
from guidewright.model import Source
from guidewright.rules.scored import title_of
from guidewright.shape import text_pieces
from guidewright.shape._headings import SIGNALS, signals
from guidewright.sift import sift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RANGES = 10
RIDGE = 300.0
SWEEPS = 25
STEP = 0.5
# Below nought: where many lines of a form are headings, one that nearly is one is taken anyway (`_NEARLY`).
LEAN = -0.13
# Our own articles are few, and of the kind that the project is made for: each counts as so many pages. The short ones
# that worksheets are derived from have few lines each.
OWN_WEIGHT = 4
SHORT_WEIGHT = 5
ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/guidewright/shape/_heading_weights.py"

Rows = list[list[float]]
Tables = list[tuple[tuple[float, ...], list[float]]]
Page = tuple[str, Rows, list[int]]


def words(text: str) -> tuple[str, ...]:
    """Return a line's words without its number, as headings are compared."""
    return tuple(re.findall(r"\w+", re.sub(r"^\s*\d{1,3}[.)]\s+", "", text).lower()))


def load(data: Path) -> list[Page]:
    """Return of every text its id and the signals and labels of its candidates, our own articles among them."""
    pages = []
    for path, wanted in own():
        pages += [_page(path, wanted)] * OWN_WEIGHT
    for wanted in sorted((ROOT / "tests/cases/headings").glob("*.md")):
        pages += [_page(ROOT / "tests/cases/derive" / f"{wanted.stem}.txt", wanted)] * SHORT_WEIGHT
    for path in sorted(data.glob("text/*/*.txt")):
        wanted = data / "structure" / f"{path.stem}.md"
        if path.parent.name == "resi_full" or not wanted.exists():
            continue
        pages.append(_page(path, wanted))
    return pages


def own() -> Iterator[tuple[Path, Path]]:
    """Yield our own texts, each with the article that was made of it by hand; those for judging are left out."""
    judging = set((ROOT / "tests/cases/normalise/held-out.txt").read_text("utf-8").split())
    for wanted in sorted((ROOT / "tests/cases/corpus").glob("*.md")):
        if (path := ROOT / "sources" / f"{wanted.stem}.txt").exists():
            yield path, wanted
    for path in sorted((ROOT / "tests/cases").glob("*/*/source.txt")):
        if path.parent.name in judging:
            continue
        for name in ("article.md", "guide.md"):
            if (wanted := path.with_name(name)).exists():
                yield path, wanted


def _page(path: Path, wanted: Path) -> Page:
    headings = {words(each) for each in re.findall(r"(?m)^#{1,6}[ \t]+(.+)$", wanted.read_text("utf-8"))}
    page = readers.read(Source(path.name, path.read_bytes()))
    verdicts = sift(page, rules.all_rules())
    pieces = text_pieces(verdicts, title=page.title, title_line=title_of(page))
    rows = signals(pieces)
    labels = [int(words(pieces[at].text) in headings) for at in rows]
    return str(wanted), list(rows.values()), labels


def edges(column: list[float]) -> tuple[float, ...]:
    """Return where a signal's ranges end."""
    values = sorted(set(column))
    if len(values) <= RANGES:
        return tuple(round((low + high) / 2, 4) for low, high in pairwise(values))
    ordered = sorted(column)
    return tuple(sorted({round(ordered[len(ordered) * at // RANGES], 4) for at in range(1, RANGES)}))


def fit(pages: list[Page]) -> tuple[float, Tables]:
    """Return the bias and the tables."""
    columns = list(zip(*(row for _, rows, _ in pages for row in rows), strict=True))
    labels = [label for _, _, labels in pages for label in labels]
    bias = math.log(sum(labels) / (len(labels) - sum(labels)))
    sums = [bias] * len(labels)
    ends = [edges(list(column)) for column in columns]
    places = [[bisect_left(end, value) for value in column] for end, column in zip(ends, columns, strict=True)]
    values = [[0.0] * (len(end) + 1) for end in ends]
    for _ in range(SWEEPS):
        for place, value in zip(places, values, strict=True):
            slope = [0.0] * len(value)
            bend = [0.0] * len(value)
            for at, total, label in zip(place, sums, labels, strict=True):
                sure = 1 / (1 + math.exp(-total))
                slope[at] += label - sure
                bend[at] += sure * (1 - sure)
            steps = [STEP * (s - RIDGE * v) / (b + RIDGE) for s, v, b in zip(slope, value, bend, strict=True)]
            value[:] = [v + step for v, step in zip(value, steps, strict=True)]
            sums = [total + steps[at] for at, total in zip(place, sums, strict=True)]
    return bias + LEAN, list(zip(ends, values, strict=True))


def total(row: list[float], bias: float, tables: Tables) -> float:
    """Return a candidate's score; above nought it is a heading."""
    return bias + sum(values[bisect_left(ends, value)] for value, (ends, values) in zip(row, tables, strict=True))


def unseen(pages: list[Page], folds: int) -> str:
    """Return precision, recall and F1 on candidates of pages that the model has not seen."""
    right = found = there = 0
    for fold in range(folds):
        apart = [page for page in pages if crc32(Path(page[0]).stem.encode()) % folds == fold]
        model = fit([page for page in pages if crc32(Path(page[0]).stem.encode()) % folds != fold])
        for _, rows, labels in apart:
            told = [total(row, *model) > 0 for row in rows]
            right += sum(one and other for one, other in zip(told, labels, strict=True))
            found += sum(told)
            there += sum(labels)
    precision, recall = right / max(1, found), right / max(1, there)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _tuple(values: Sequence[float]) -> str:
    shown = ", ".join(f"{value:.4g}" for value in values)
    return f"({shown},)" if len(values) == 1 else f"({shown})"


def main() -> None:
    """Fit on all pages and write the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    asked = parser.parse_args()
    pages = load(asked.data)
    if asked.folds:
        print(unseen(pages, asked.folds))
    bias, tables = fit(pages)
    lines = [
        '"""How the signals of `_headings.py` are weighed, in their order: where each range ends, and its value.',
        "",
        f"Made by bench/train_headings.py from {len({name for name, _, _ in pages})} articles:",
        "those of the Web Content Extraction Benchmark",
        "(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark) and our own.",
        '"""',
        "",
        f"BIAS = {bias:.3f}",
        "TABLES: tuple[tuple[tuple[float, ...], tuple[float, ...]], ...] = (",
    ]
    for name, (ends, values) in zip(SIGNALS, tables, strict=True):
        lines += [f"    # {name}", "    (", f"        {_tuple(ends)},", f"        {_tuple(values)},", "    ),"]
    TARGET.write_text("\n".join([*lines, ")", ""]), "utf-8")


if __name__ == "__main__":
    main()
