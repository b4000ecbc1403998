"""Makes src/guidewright/readers/_weights.py: how the signals of `_main.py` are weighed.

    python bench/train_main.py DIR

DIR holds `html/<id>.html.gz` (pages as saved) and `gold/<id>.txt` (the article's text, by hand), the look of the
development share of the Web Content Extraction Benchmark (CC BY 4.0). Our own pages (`bench/pages`, see the README
there) are learned from, too: of news and of threads the outside share has few. A line is the article's when more than
half of its words stand in the gold text, both read in order. Every page of a folder weighs the same, long lines weigh
more. Three sets of weights: for the first opinion, for what is made of it, and for what is made of what trafilatura
keeps. Logistic regression with a ridge, by accelerated gradient descent from nought: the same pages give the same
numbers. Standard library only; takes some thirty minutes. With `--folds N` it says first how well it does on pages
that it has not seen.
"""

from __future__ import annotations

import argparse
import gzip
import math
from dataclasses import dataclass
from operator import mul
from pathlib import Path

from lxml import etree

from guidewright.model import Kind, Source
from guidewright.readers import _main, html
from guidewright.readers._decode import decode

RIDGE = 500.0
STEPS = 150
OWN = Path(__file__).parent / "pages"
# What a page of ours weighs beside one that was found: ours are harder than most, and made.
OWN_SHARE = 0.3
TARGET = Path(__file__).parent.parent / "src/guidewright/readers/_weights.py"

# The first opinion that the second look learns with is of pages that it did not learn on, in so many parts.
PARTS = 6

Row = list[float]
Page = tuple[list[Row], list[int], list[float]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's lines as they look, what is taken of them before and after trafilatura is asked, labels and weights."""

    looks: _main.Looks
    before: list[float]
    after: list[float]
    labels: list[int]
    weights: list[float]

    def page(self, taken: list[float]) -> Page:
        """Return the page with the signals of what is taken of it."""
        return self.looks.signals(taken), self.labels, self.weights


def load(path: Path, gold: str, share: float) -> Labelled:
    """Return a page, labelled; it weighs `share`."""
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
    page = html.read(Source(path.stem, raw, ".html"))
    lines = [line for line in page.lines if line.where.kind is not Kind.IMAGE and line.says.strip()]
    said = [_main.words(line.says) for line in lines]
    tree = html.parse(decode(raw))
    text = _main.extracted(tree) if isinstance(tree, etree._Element) else []  # noqa: SLF001
    taken = _main.matched(said, text)
    labels = [int(share > 0.5) for share in _main.matched(said, _main.words(gold))]
    whole = max(50, sum(map(len, said)))
    weights = [share * (len(each) + 2) / whole for each in said]
    return Labelled(_main.Looks(lines, page.title), _main.unasked(said), taken, labels, weights)


def folder(path: Path, share: float) -> list[Labelled]:
    """Return the pages of a folder, by name."""
    return [
        load(each, (path / "gold" / f"{each.name.split('.')[0]}.txt").read_text("utf-8"), share)
        for each in sorted((path / "html").glob("*.html*"))
    ]


def opinions(found: list[Labelled]) -> list[list[float]]:
    """Return the first opinion of each page, by what the others say."""
    opinion: list[list[float]] = [[] for _ in found]
    for part in range(PARTS):
        bias, weights = fit([each.page(each.before) for at, each in enumerate(found) if at % PARTS != part])
        for at in range(part, len(found), PARTS):
            opinion[at] = found[at].looks.weighed(found[at].before, bias, weights)
    return opinion


def fit(pages: list[Page]) -> tuple[float, list[float]]:
    """Return bias and weights."""
    rows = [row for page in pages for row in page[0]]
    labels = [label for page in pages for label in page[1]]
    weights = [weight for page in pages for weight in page[2]]
    scale = 1 / len(pages)
    width = len(rows[0])
    means = [sum(row[at] for row in rows) / len(rows) for at in range(width)]
    spreads = [math.sqrt(sum((row[at] - means[at]) ** 2 for row in rows) / len(rows)) or 1.0 for at in range(width)]
    table = [[1.0, *((row[at] - means[at]) / spreads[at] for at in range(width))] for row in rows]
    columns = list(zip(*table, strict=True))
    point = [0.0] * (width + 1)
    ahead = point
    ridge = RIDGE / 300 / len(pages)
    # The curvature of the loss is at most a quarter of the greatest weight of any direction.
    step = 1 / (
        0.25 * scale * sum(w * sum(x * x for x in row) for w, row in zip(weights, table, strict=True)) / 6 + ridge
    )
    for turn in range(STEPS):
        errors = [
            weight * (1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(mul, ahead, row)))))) - label)
            for row, label, weight in zip(table, labels, weights, strict=True)
        ]
        slope = [scale * sum(map(mul, errors, column)) for column in columns]
        slope = [s + (ridge * a if at else 0.0) for at, (s, a) in enumerate(zip(slope, ahead, strict=True))]
        after = [a - step * s for a, s in zip(ahead, slope, strict=True)]
        push = turn / (turn + 3)
        ahead = [new + push * (new - old) for new, old in zip(after, point, strict=True)]
        point = after
    raw = [weight / spread for weight, spread in zip(point[1:], spreads, strict=True)]
    return point[0] - sum(map(mul, raw, means)), raw


def loss(pages: list[Page], bias: float, weights: list[float]) -> float:
    """Return the mean weighted log loss a page."""
    total = 0.0
    for rows, labels, shares in pages:
        for row, label, share in zip(rows, labels, shares, strict=True):
            odds = max(-30.0, min(30.0, bias + sum(map(mul, weights, row))))
            total += share * math.log1p(math.exp(-odds if label else odds))
    return total / len(pages)


def main() -> None:
    """Train on a folder and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    chosen = parser.parse_args()
    outside = folder(chosen.data, 1.0)
    found = [*outside, *folder(OWN, OWN_SHARE)]
    kinds = {
        "FIRST": [each.page(each.before) for each in found],
        "AGAIN": [each.page(first) for each, first in zip(found, opinions(found), strict=True)],
        "JOINED": [each.page(each.after) for each in found],
    }
    blocks = []
    for name, pages in kinds.items():
        for fold in range(chosen.folds):
            unseen = pages[fold :: chosen.folds]
            seen = [page for at, page in enumerate(pages) if at % chosen.folds != fold]
            print(f"{name}, fold {fold + 1}: log loss {loss(unseen, *fit(seen)):.4f} on {len(unseen)} pages not seen")
        bias, weights = fit(pages)
        print(f"{name}: log loss {loss(pages, bias, weights):.4f} on the {len(pages)} pages themselves")
        lines = "\n".join(f"    {weight:.4f},  # {each}" for weight, each in zip(weights, _main.SIGNALS, strict=True))
        blocks.append(f"{name}_BIAS = {bias:.4f}\n{name} = (\n{lines}\n)\n")
    TARGET.write_text(
        '"""How the signals of `_main.py` are weighed, in their order: first, again, where trafilatura was asked.\n\n'
        f"Made by bench/train_main.py from {len(outside)} pages of the Web Content Extraction Benchmark\n"
        "(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)\n"
        f'and {len(found) - len(outside)} of our own (bench/pages).\n"""\n\n' + "\n".join(blocks),
        "utf-8",
    )


if __name__ == "__main__":
    main()
