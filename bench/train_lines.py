"""Makes src/guidewright/scorer/weights.py: how the signals of plain-text lines are weighed.

    scripts/bench train_lines --data DIR [--folds N]

DIR holds `text/<look>/<id>.txt` (pages as plain text, in several looks) and `gold/<id>.txt` (the article alone), the
layout of `scripts/bench normalise --data`. The rules run first, all but the scorer, and it learns on what they leave.
A line is the article's when more than half of its 4-grams are in the gold text. Every page weighs about the same, long
lines weigh more. Logistic regression with a ridge, by accelerated gradient descent from nought: the same pages give
the same numbers. Standard library only; takes some minutes.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from _shingles import Text, words
from train_main import fit, loss

from guidewright import readers
from guidewright.model import Fate, Source
from guidewright.rules import all_rules
from guidewright.scorer.signals import SIGNALS, signals
from guidewright.sift import sift

TARGET = Path(__file__).parent.parent / "src/guidewright/scorer/weights.py"
# How much the pages of a look weigh: what scrapes look like most, most.
LOOKS = {"resi_main": 2.0, "traf": 0.6, "resi_full": 0.3}

Row = list[float]
Page = tuple[list[Row], list[int], list[float]]


def load(path: Path, gold: str, share: float) -> Page:
    """Return a page's signals, its lines' labels and their weights."""
    rules = [rule for rule in all_rules() if rule.name != "scored-boilerplate"]
    verdicts = sift(readers.read(Source(path.name, path.read_bytes())), rules)
    texts = [
        each.text for each in verdicts if each.fate in {Fate.KEPT, Fate.MENDED} and each.text and each.text.strip()
    ]
    labels = [int(each) for each in labelled(texts, gold)]
    weights = [share * math.log(2 + len(text.split())) / (len(texts) + 20) for text in texts]
    return signals(texts), labels, weights


def labelled(texts: list[str], gold: str) -> list[bool]:
    """Return for each line whether it stands in the gold text; a line without words goes with the one above."""
    said = [words(text) for text in texts]
    found = iter(Text(gold).holds([each for each in said if each]))
    labels: list[bool] = []
    for each in said:
        labels.append(next(found) if each else bool(labels) and labels[-1])
    return labels


def main() -> None:
    """Train on a folder and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--folds", type=int, default=0, metavar="N", help="first say how well it does on unseen pages")
    chosen = parser.parse_args()
    ids = sorted({path.stem for look in LOOKS for path in (chosen.data / "text" / look).glob("*.txt")})
    by_id: dict[str, list[Page]] = {each: [] for each in ids}
    for look, share in LOOKS.items():
        for path in sorted((chosen.data / "text" / look).glob("*.txt")):
            gold = (chosen.data / "gold" / path.name).read_text("utf-8")
            by_id[path.stem].append(load(path, gold, share))
    for fold in range(chosen.folds):
        unseen = [page for each in ids[fold :: chosen.folds] for page in by_id[each]]
        seen = [page for at, each in enumerate(ids) if at % chosen.folds != fold for page in by_id[each]]
        print(f"fold {fold + 1}: log loss {loss(unseen, *fit(seen)):.4f} on {len(unseen)} texts not seen")
    pages = [page for each in ids for page in by_id[each]]
    bias, weights = fit(pages)
    print(f"log loss {loss(pages, bias, weights):.4f} on the {len(pages)} texts themselves")
    rows = [row for page in pages for row in page[0]]
    means = [sum(row[at] for row in rows) / len(rows) for at in range(len(SIGNALS))]
    written = "\n".join(f"    {weight:.4f},  # {name}" for name, weight in zip(SIGNALS, weights, strict=True))
    middle = "\n".join(f"    {mean:.4f}," for mean in means)
    TARGET.write_text(
        '"""How the signals of `signals.py` are weighed, in their order, and what they are on average.\n\n'
        f"Made by bench/train_lines.py from {len(ids)} pages of the Web Content Extraction Benchmark\n"
        '(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).\n"""\n\n'
        f"BIAS = {bias:.4f}\nWEIGHTS = (\n{written}\n)\nMEANS = (\n{middle}\n)\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
