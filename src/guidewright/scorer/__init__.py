"""A learned opinion of plain-text lines: does a line belong to the article? `judge(texts, spaces)` says so of each.

A logistic regression weighs the signals of `signals.py` and `layout.py`; where the article likely begins and ends
(`ends.py`), lines outside weigh less. The weights are plain numbers in `weights.py`, made by `bench/train_lines.py`.
Boilerplate comes in blocks, so the likeliest run of states is taken (Viterbi) in which each change between article and
boilerplate costs `_CHANGE`; all is shifted towards keeping, since a lost paragraph hurts a guide more than a kept
teaser, and shorter lines more so: a heading or an item of a list is lost as easily and gains less.
"""

from __future__ import annotations

import math
from operator import mul, sub
from typing import TYPE_CHECKING, NamedTuple

from guidewright.scorer.ends import Seen, outside
from guidewright.scorer.layout import LAYOUT, Space, layout, spaces_of
from guidewright.scorer.signals import SIGNALS, Lines
from guidewright.scorer.weights import AFTER, BEFORE, BIAS, MEANS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NAMES", "Judged", "Lines", "Space", "judge", "numbers", "seen", "spaces_of"]

NAMES = (*SIGNALS, *LAYOUT)
_CHANGE = 1.0
_LEAN, _LEAN_SHORT = 0.8, 4.0
# Where the first answer leaves less than this share of the words, it looks wrong: only what is surer still goes.
_LEAST_KEPT = 0.4
_WARY = 2.5
# A page of fewer lines or words shows neither a beginning nor an end: only what is surest by itself goes.
_FEW_LINES, _FEW_WORDS = 12, 400
_WARIEST = 4.0
_REASONS = 3
# No line is surer to be outside the article than this; from these odds of it on, it weighs less.
_SUREST = 0.999
_OUTSIDE = -1.0
# No sentence is shorter than this.
_SENTENCE = 4


class Judged(NamedTuple):
    """What is thought of a line: `keep`, how sure it is that it is boilerplate (0 to 1), and what says so."""

    keep: bool
    junk: float
    reasons: tuple[str, ...] = ()


def judge(texts: Sequence[str], spaces: Sequence[Space]) -> list[Judged]:
    """Return what is thought of each line; `texts` are the lines of a page that say anything, in order."""
    said = Lines(texts)
    placed = layout(said, spaces)
    own = [
        BIAS + signals + sum(map(mul, WEIGHTS[len(SIGNALS) :], row))
        for signals, row in zip(said.weighed(WEIGHTS[: len(SIGNALS)]), placed, strict=True)
    ]
    lines = seen(said, own, spaces)
    few = len(texts) < _FEW_LINES or sum(lines.sizes) < _FEW_WORDS
    above, below = ([0.0] * len(texts), [0.0] * len(texts)) if few else _pulls(lines)
    odds = [each - over - under for each, over, under in zip(own, above, below, strict=True)]
    lean = [each + _LEAN + _LEAN_SHORT / (size + 2) for each, size in zip(odds, lines.sizes, strict=True)]
    keeps = _states(lean)
    sizes = [len(text) for text in texts]
    if few:
        keeps = _states([each + _WARIEST for each in odds])
    elif sum(size for size, keep in zip(sizes, keeps, strict=True) if keep) < _LEAST_KEPT * sum(sizes):
        keeps = _states([each + _WARY for each in odds])
    places = [
        ("above-the-article",) * (over > 0) + ("below-the-article",) * (under > 0)
        for over, under in zip(above, below, strict=True)
    ]
    return [
        Judged(
            keep,
            round(1 / (1 + math.exp(max(-30.0, min(30.0, each)))), 3),
            () if keep else _reasons([*said.row(at), *placed[at]], places[at]),
        )
        for at, (each, keep) in enumerate(zip(odds, keeps, strict=True))
    ]


def numbers(lines: Lines, spaces: Sequence[Space]) -> list[list[float]]:
    """Return a row of numbers for each line, in the order of NAMES."""
    return [[*lines.row(at), *placed] for at, placed in enumerate(layout(lines, spaces))]


def seen(lines: Lines, odds: Sequence[float], spaces: Sequence[Space]) -> Seen:
    """Return what is known of lines for finding where the article begins and ends."""
    return Seen(
        odds=odds,
        sizes=[round(math.expm1(size)) for size in lines.column("size")],
        stops=lines.column("stop"),
        cues=lines.column("cue"),
        kinds=lines.column("kinds-density"),
        gaps=[space.parts for space in spaces],
    )


def _pulls(lines: Seen) -> tuple[list[float], list[float]]:
    """Return how much less each line weighs for standing above the article, and for standing below it."""
    above = [
        0.0 if sentence else _pull(each)
        for each, sentence in zip(reversed(outside(lines.reversed(), BEFORE)), _sentences(lines), strict=True)
    ]
    return above, [_pull(each) for each in outside(lines, AFTER)]


def _sentences(lines: Seen) -> list[bool]:
    """Return which lines are sentences without a word that speaks for boilerplate: many an article begins with one."""
    return [
        stop > 0 and not kinds and size >= _SENTENCE
        for stop, kinds, size in zip(lines.stops, lines.kinds, lines.sizes, strict=True)
    ]


def _pull(chance: float) -> float:
    """Return how much less a line weighs that is outside the article with this probability."""
    chance = min(_SUREST, chance)
    return max(0.0, math.log(chance / (1 - chance)) - _OUTSIDE) if chance > 0 else 0.0


def _states(odds: Sequence[float]) -> list[bool]:
    """Return the likeliest run of states, True for the article's lines; `odds` are logarithmic."""
    back: list[tuple[bool, bool]] = []
    junk = kept = 0.0
    for each in odds:
        to_junk, to_kept = kept - _CHANGE > junk, kept >= junk - _CHANGE
        back.append((to_junk, to_kept))
        junk, kept = max(junk, kept - _CHANGE) - each / 2, max(kept, junk - _CHANGE) + each / 2
    state = kept >= junk
    states = []
    for to_junk, to_kept in reversed(back):
        states.append(state)
        state = to_kept if state else to_junk
    return states[::-1]


def _reasons(row: Sequence[float], place: tuple[str, ...]) -> tuple[str, ...]:
    """Return where the line is and the names of the signals that speak most for boilerplate."""
    shares = [*map(mul, WEIGHTS, map(sub, row, MEANS))]
    least = sorted(shares)[_REASONS - 1]
    weighed = [(share, name) for share, name in zip(shares, NAMES, strict=True) if share <= least]
    return (*place, *(name for share, name in sorted(weighed)[:_REASONS] if share < 0))
