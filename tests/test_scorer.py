"""The scorer of plain-text lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidewright.scorer import NAMES, Lines, Signals, spaces_of
from guidewright.scorer.ends import ENDS
from guidewright.scorer.weights import AFTER, BEFORE, BIAS, MEANS, WEIGHTS

PAGE = [
    "Skip to content",
    "Talking When It Is Hard",
    "By Ada Sample | 4 min read",
    "You don’t have to win. You have to be heard, and that takes an hour in which nobody cuts in or says “but”.",
    "  • Set an hour a week (no more).",
    "  • Ask: “What was hard?”",
    "Write down what your partner said on 3 May 2014, in their words, and read it back before you answer.",
    "You may also like",
    "Ten Gifts for $20 or Less",
    "Read more…",
    "Copyright © 2019 Springford.example. All rights reserved.",
]
_LINE = st.one_of(st.sampled_from(PAGE), st.text(min_size=1).filter(lambda text: bool(text.strip())))


@given(st.lists(_LINE, max_size=40))
def test_a_line_is_weighed_by_the_signals_that_explain_it(texts: list[str]) -> None:
    said, spaces = spaces_of((2 * at + 1, 2 * at + 1, text) for at, text in enumerate(texts))
    signals = Signals(Lines(said), spaces)
    rows = [signals.row(at) for at in range(len(said))]
    weighed = [BIAS + sum(weight * value for weight, value in zip(WEIGHTS, row, strict=True)) for row in rows]
    assert signals.weighed() == pytest.approx(weighed)


def test_each_signal_has_a_weight_and_a_mean() -> None:
    assert len(NAMES) == len(set(NAMES)) == len(WEIGHTS) == len(MEANS)
    assert len(ENDS) == len(AFTER) == len(BEFORE)
