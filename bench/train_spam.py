"""Train the judge of comments on labelled ones, and measure it and the untrained rules, a file left out in turn.

    python bench/train_spam.py --data DIR [-o weights.json]

DIR holds CSV files with the columns CONTENT and CLASS (1 is spam), and AUTHOR where it is known, one file a video or
site: the form of the YouTube Spam Collection (T. C. Alberto, J. V. Lochter, T. A. Almeida: TubeSpam, ICMLA 2015; UCI
Machine Learning Repository, CC BY 4.0). Each file is tested with what was learned from the others; `-o` writes what
is learned from all. The same data give the same bytes: comments are taken in one fixed order, nothing is drawn.
"""

from __future__ import annotations

import argparse
import csv
import html
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from guidewright.comments import spam, trained
from guidewright.comments.parse import Comment

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 30
RATE = 0.5
DECAY = 2e-5
Labelled = tuple[Comment, bool]


def main() -> None:
    """Print precision, recall and F1 of "spam" for each file, untrained and trained on the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of CSV files")
    parser.add_argument("-o", "--output", type=Path, help="write the weights learned from all files here")
    parser.add_argument("--misses", action="store_true", help="name what the rules judge wrong")
    options = parser.parse_args()
    files = {path.stem: read(path) for path in sorted(options.data.glob("*.csv"))}
    if not files:
        parser.error(f"{options.data} holds no .csv file")
    print(f"{'':24}{'comments':>9}{'spam':>6}   untrained P / R / F1     trained P / R / F1")
    rules_all, trained_all = [], []
    for name, rows in files.items():
        ruled = [(spam.is_spam(spam.judge(comment, spam.About())), wrong) for comment, wrong in rows]
        rules_all += ruled
        line = f"{name:24}{len(rows):9}{sum(wrong for _, wrong in rows):6}   {shown(ruled)}"
        if len(files) > 1:
            model = learn([row for other, more in files.items() if other != name for row in more], "a test")
            learned = [(model.score(c, spam.judge(c, spam.About()))[0] > 0, wrong) for c, wrong in rows]
            trained_all += learned
            line += f"     {shown(learned)}"
        print(line)
        if options.misses:
            for (called, wrong), (comment, _) in zip(ruled, rows, strict=True):
                if called != wrong:
                    print(f"    {'called spam' if called else 'missed'}: {comment.text[:110]!r}")
    print(f"{'all':39}   {shown(rules_all)}     {shown(trained_all) if trained_all else ''}")
    if options.output:
        rows = [row for more in files.values() for row in more]
        model = learn(rows, f"{len(rows)} comments of {', '.join(files)}")
        options.output.write_text(trained.dump(model), "utf-8")


def read(path: Path) -> list[Labelled]:
    """Return the comments of a file, as they show on a page."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [(comment(row), row["CLASS"].strip() == "1") for row in csv.DictReader(lines)]


def comment(row: dict[str, str]) -> Comment:
    """Return a row as a comment; the addresses of its links stand in the text, tags do not."""
    text = re.sub(r"<a [^>]*href=\"([^\"]*)\"[^>]*>", r" \1 ", row["CONTENT"])
    text = html.unescape(re.sub(r"<[^>]*>", " ", text)).strip("\ufeff \n")
    return Comment(row.get("AUTHOR") or "", "", ((1, text),), 1, 1)


def learn(rows: Sequence[Labelled], provenance: str) -> trained.Model:
    """Return weights by stochastic gradient descent on the logistic loss, averaged over the later rounds."""
    places = [
        (
            [
                (trained.place(each), share)
                for each, share in trained.shares(trained.features(comment, spam.judge(comment, spam.About())))
            ],
            wrong,
        )
        for comment, wrong in sorted(rows, key=lambda row: trained.place(row[0].text))
    ]
    weights: dict[int, float] = {}
    total: dict[int, float] = {}
    bias = total_bias = 0.0
    for turn in range(ROUNDS):
        rate = RATE / (1 + turn / 4)
        for found, wrong in places:
            score = bias + sum(weights.get(place, 0.0) * share for place, share in found)
            step = rate * (float(wrong) - 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))))
            bias += step * 0.1
            for place, share in found:
                weights[place] = weights.get(place, 0.0) * (1 - DECAY) + step * share
        if turn >= ROUNDS // 2:
            total_bias += bias
            for place, value in weights.items():
                total[place] = total.get(place, 0.0) + value
    turns = ROUNDS - ROUNDS // 2
    return trained.Model({place: value / turns for place, value in total.items()}, total_bias / turns, provenance)


def shown(pairs: Sequence[tuple[bool, bool]]) -> str:
    """Return precision, recall and F1 of (called spam, is spam) pairs."""
    right = sum(called and wrong for called, wrong in pairs)
    precision = right / max(1, sum(called for called, _ in pairs))
    recall = right / max(1, sum(wrong for _, wrong in pairs))
    return f"{precision:.3f} {recall:.3f} {2 * precision * recall / max(1e-9, precision + recall):.3f}"


if __name__ == "__main__":
    main()
