"""A learned opinion of plain-text lines: does a line belong to the article? `judge(texts)` gives one value a line.

A logistic regression weighs the signals of `signals.py`; the weights are plain numbers in `weights.py`, made by
`bench/train_lines.py`. Boilerplate comes in blocks, so the likeliest run of states is taken (Viterbi) in which each
change between article and boilerplate costs `_CHANGE`; what the regression says is shifted by `_LEAN` towards
keeping, since a lost paragraph hurts a guide more than a kept teaser.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright.scorer.signals import SIGNALS, Lines
from guidewright.scorer.weights import BIAS, MEANS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHANGE = 1.0
_LEAN = 1.0
# Where the first answer leaves less than this share of the words, it looks wrong: only what is surer still goes.
_LEAST_KEPT = 0.4
_WARY = 2.5
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """What is thought of a line: `keep`, how sure it is that it is boilerplate (0 to 1), and what says so."""

    keep: bool
    junk: float
    reasons: tuple[str, ...] = ()


def judge(texts: Sequence[str]) -> list[Judged]:
    """Return what is thought of each line; `texts` are the lines of a page that say anything, in order."""
    lines = Lines(texts)
    odds = [BIAS + each for each in lines.weighed(WEIGHTS)]
    keeps = _states([each + _LEAN for each in odds])
    sizes = [len(text) for text in texts]
    if sum(size for size, keep in zip(sizes, keeps, strict=True) if keep) < _LEAST_KEPT * sum(sizes):
        keeps = _states([each + _WARY for each in odds])
    return [
        Judged(keep, round(1 / (1 + math.exp(max(-30.0, min(30.0, each)))), 3), () if keep else _reasons(lines.row(at)))
        for at, (each, keep) in enumerate(zip(odds, keeps, strict=True))
    ]


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


def _reasons(row: Sequence[float]) -> tuple[str, ...]:
    """Return the names of the signals that speak most for boilerplate."""
    weighed = [
        (weight * (value - mean), name) for weight, value, mean, name in zip(WEIGHTS, row, MEANS, SIGNALS, strict=True)
    ]
    return tuple(name for share, name in sorted(weighed)[:_REASONS] if share < 0)
