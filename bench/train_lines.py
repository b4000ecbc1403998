"""Makes src/guidewright/scorer/weights.py: how the signals of plain-text lines are weighed.

    scripts/bench train_lines --data DIR [--folds N]

DIR holds `text/<look>/<id>.txt` (pages as plain text, in several looks) and `gold/<id>.txt` (the article alone), the
layout of `scripts/bench normalise --data`. The rules of the stages before the scorer's run first: it learns on what
they leave. A line is the article's when more than half of its 4-grams are in the gold text. Every page weighs about
the same, long lines weigh more. Logistic regression with a ridge, by accelerated gradient descent from nought: the
same pages give the same numbers. Then where the article begins and where it ends: a conditional logit over the places
of a page, fitted likewise on what the regression says; and in the same way which line is the title: the one that says
what the reader of web pages finds in `html/<id>.html.gz`. Our own pages (`bench/pages`) are learnt from, too. Standard
library only; takes some minutes.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
from dataclasses import dataclass
from operator import mul
from pathlib import Path

from _shingles import Text as Shingled
from _shingles import plain, words
from train_main import fit, loss

from guidewright import readers
from guidewright.model import Fate, Source
from guidewright.rules import all_rules
from guidewright.scorer import NAMES, Lines, Seen, Signals, Spaces, spaces_of
from guidewright.scorer.ends import ENDS, outside
from guidewright.scorer.title import NONE, TITLE, Titles
from guidewright.sift import sift

TARGET = Path(__file__).parent.parent / "src/guidewright/scorer/weights.py"
# Our own pages, of more kinds of sites and fewer of each, and what they weigh against the others.
OWN, OWN_SHARE = Path(__file__).parent / "pages", 0.06
# How much the pages of a look weigh: what scrapes look like most, most.
LOOKS = {"resi_main": 2.0, "traf": 0.6, "resi_full": 0.3}

# A line weighs by its words and as many more; a page's lines weigh together as a page of some more words would.
LINE_WORDS = 7
PAGE_WORDS = 100
# How the places of beginnings and ends are fitted.
ENDS_STEPS, ENDS_STEP, ENDS_PUSH, ENDS_RIDGE = 300, 0.05, 0.9, 0.01

Row = list[float]
Page = tuple[list[Row], list[int], list[float]]
# The places that a page's article may end at, as numbers, and which of them is the right one.
Choice = tuple[list[Row], int]


@dataclass(frozen=True, slots=True)
class Text:
    """A page in one look: its lines' numbers, labels and weights, the lines themselves and the spaces between them."""

    page: Page
    lines: Lines
    spaces: Spaces
    texts: list[str]
    title: str


def load(path: Path, gold: str, share: float, title: str = "") -> Text:
    """Return a page's signals, its lines' labels and their weights."""
    scorer = next(rule for rule in all_rules() if rule.name == "scored-boilerplate")
    rules = [rule for rule in all_rules() if rule.stage < scorer.stage]
    verdicts = sift(readers.read(Source(path.name, path.read_bytes())), rules)
    stay = [each for each in verdicts if each.fate in {Fate.KEPT, Fate.MENDED}]
    texts, spaces = spaces_of((each.line.number, each.line.number, each.text or "") for each in stay)
    labels = [int(each) for each in labelled([plain(text) for text in texts], plain(gold))]
    counts = [len(text.split()) + LINE_WORDS for text in texts]
    whole = sum(counts) + PAGE_WORDS
    lines = Lines(texts)
    signals = Signals(lines, spaces)
    rows = [signals.row(at) for at in range(len(texts))]
    return Text((rows, labels, [share * count / whole for count in counts]), lines, spaces, texts, title)


def labelled(texts: list[str], gold: str) -> list[bool]:
    """Return for each line whether it stands in the gold text; a line without words goes with the one above."""
    said = [words(text) for text in texts]
    found = iter(Shingled(gold).holds([each for each in said if each]))
    labels: list[bool] = []
    for each in said:
        labels.append(next(found) if each else bool(labels) and labels[-1])
    return labels


def choices(texts: list[Text], bias: float, weights: list[float], *, beginning: bool) -> list[Choice]:
    """Return the places at which articles may end (or begin), where the right one is among them."""
    found = []
    for text in texts:
        rows, labels, _ = text.page
        if 1 not in labels:
            continue
        seen = Seen(text.lines, [bias + sum(map(mul, weights, row)) for row in rows], text.spaces)
        places = seen.places(beginning=beginning)
        right = labels.index(1) if beginning else len(labels) - labels[::-1].index(1)
        if right in places:
            found.append(([seen.row(at, beginning=beginning) for at in places], places.index(right)))
    return found


def titles(texts: list[Text], bias: float, weights: list[float], before: list[float]) -> list[Choice]:
    """Return the lines that may be titles, and no title as the last choice; a page's title is among them or nowhere."""
    found = []
    for text in texts:
        odds = [bias + sum(map(mul, weights, each)) for each in text.page[0]]
        seen = Seen(text.lines, odds, text.spaces)
        above = outside(seen, before, beginning=True)
        may_be = Titles(text.texts, text.lines, seen, above)
        right = [at for at, said in enumerate(text.texts) if _key(said) == _key(text.title)]
        among = (place for place, at in enumerate(may_be.places) if at in right)
        chosen = next(among, None if right else len(may_be.places))
        if text.title and chosen is not None:
            found.append(([*map(may_be.row, may_be.places), NONE], chosen))
    return found


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def fit_choices(found: list[Choice]) -> list[float]:
    """Return the weights with which the right choices are likeliest, by accelerated gradient ascent with a ridge."""
    every = [row for rows, _ in found for row in rows]
    width = range(len(every[0]))
    means = [sum(row[at] for row in every) / len(every) for at in width]
    spreads = [math.sqrt(sum((row[at] - means[at]) ** 2 for row in every) / len(every)) or 1.0 for at in width]
    table = [([[(row[at] - means[at]) / spreads[at] for at in width] for row in rows], right) for rows, right in found]
    point = [0.0] * len(every[0])
    speed = point
    for _ in range(ENDS_STEPS):
        ahead = [each + ENDS_PUSH * push for each, push in zip(point, speed, strict=True)]
        slope = [0.0] * len(every[0])
        for rows, right in table:
            scores = [sum(map(mul, ahead, row)) for row in rows]
            highest = max(scores)
            chances = [math.exp(score - highest) for score in scores]
            whole = sum(chances)
            for at in width:
                expected = sum(chance * row[at] for chance, row in zip(chances, rows, strict=True)) / whole
                slope[at] += rows[right][at] - expected
        speed = [
            ENDS_PUSH * push + ENDS_STEP * (each / len(table) - ENDS_RIDGE * where)
            for push, each, where in zip(speed, slope, ahead, strict=True)
        ]
        point = [each + push for each, push in zip(point, speed, strict=True)]
    return [each / spread for each, spread in zip(point, spreads, strict=True)]


def stated(path: Path) -> str:
    """Return the title of a saved page, which may be packed; empty where there is no such page."""
    raw = path.read_bytes() if path.exists() else b""
    packed = path.with_name(f"{path.name}.gz")
    raw = gzip.decompress(packed.read_bytes()) if packed.exists() else raw
    return readers.read(Source(path.name, raw, ".html")).title if raw else ""


def folder(path: Path, share: float = 1.0) -> dict[str, list[Text]]:
    """Return the texts of a folder by the names of their pages; each page weighs `share` times as much."""
    found: dict[str, list[Text]] = {}
    for look, weight in LOOKS.items():
        for each in sorted((path / "text" / look).glob("*.txt")):
            gold = (path / "gold" / each.name).read_text("utf-8")
            title = stated(path / "html" / f"{each.stem}.html")
            found.setdefault(each.stem, []).append(load(each, gold, weight * share, title))
    return {name: found[name] for name in sorted(found)}


def main() -> None:
    """Train on a folder, and on our own pages, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--folds", type=int, default=0, metavar="N", help="first say how well it does on unseen pages")
    chosen = parser.parse_args()
    outside, own = folder(chosen.data), [text for texts in folder(OWN, OWN_SHARE).values() for text in texts]
    ids = [*outside]
    for fold in range(chosen.folds):
        unseen = [text.page for each in ids[fold :: chosen.folds] for text in outside[each]]
        known = [text for at, each in enumerate(ids) if at % chosen.folds != fold for text in outside[each]]
        fitted = fit([text.page for text in (*known, *own)])
        print(f"fold {fold + 1}: log loss {loss(unseen, *fitted):.4f} on {len(unseen)} texts not seen")
    texts = [*(text for each in ids for text in outside[each]), *own]
    pages = [text.page for text in texts]
    bias, weights = fit(pages)
    print(f"log loss {loss(pages, bias, weights):.4f} on the {len(pages)} texts themselves")
    after, before = (fit_choices(choices(texts, bias, weights, beginning=each)) for each in (False, True))
    title = fit_choices(titles(texts, bias, weights, before))
    rows = [row for page in pages for row in page[0]]
    means = [sum(row[at] for row in rows) / len(rows) for at in range(len(NAMES))]
    middle = "\n".join(f"    {mean:.4f}," for mean in means)
    TARGET.write_text(
        '"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.\n\n'
        f"Made by bench/train_lines.py from {len(ids)} pages of the Web Content Extraction Benchmark\n"
        "(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)\n"
        'and from our own (bench/pages).\n"""\n\n'
        f"BIAS = {bias:.4f}\nWEIGHTS = (\n{named(NAMES, weights)}\n)\nMEANS = (\n{middle}\n)\n"
        f"AFTER = (\n{named(ENDS, after)}\n)\nBEFORE = (\n{named(ENDS, before)}\n)\n"
        f"TITLE = (\n{named(TITLE, title)}\n)\n",
        "utf-8",
    )


def named(names: tuple[str, ...], weights: list[float]) -> str:
    """Return the weights, one a line, each with its name."""
    return "\n".join(f"    {weight:.4f},  # {name}" for name, weight in zip(names, weights, strict=True))


if __name__ == "__main__":
    main()
