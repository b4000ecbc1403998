"""Where an article begins and ends: `outside(...)` gives each line's probability of standing before or after it.

Junk that looks like an article (teasers with their blurbs, a second article, a company's words about itself) stands
mostly below the article, and what a line is by itself does not tell. Every place at which the article could end is
weighed against all others of the page (a conditional logit): what there is below it, what changes there, and the two
lines that it parts. The same is done for its beginning, the other way round. The weights are in `weights.py`.
"""

from __future__ import annotations

import math
from itertools import accumulate
from operator import mul, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.scorer.layout import Spaces
    from guidewright.scorer.signals import Column, Lines

ENDS = (
    "surely", "surely-a-line", "outside", "outside-weighed", "outside-a-word",
    "lines", "words", "share", "nothing", "good", "good-a-line", "bad", "bad-a-line", "cues-a-line",
    "out", "in", "out-next", "in-next", "out-3", "in-3", "in-stop", "in-size", "out-size", "gap", "out-cue",
    "step-6", "long-step-10", "kinds-step-10", "in-long", "out-short",
)  # fmt: skip
# Odds (logarithmic) from which on a line looks like a good paragraph, and below which it looks bad.
_GOOD, _BAD = 3.0, -1.0
_MOST, _SURE = 3.0, 1.0
# No end is looked for above a line that looks as good as this, nor below one that looks as bad.
_FIRST_OUT, _LAST_IN = 2.0, -2.0
_LONG = 20
_SHORT = 6
# No more than so many lines above and below an end are looked at together, and right above and below a line.
_NEAR, _CLOSE = 10, 6


class _Sums:
    """A column's sums, from any line to any other."""

    def __init__(self, values: Column) -> None:
        """Add up; there is nothing above the first line and below the last."""
        sums = list(accumulate(values, initial=0))
        self._sums = [*[0] * _NEAR, *sums, *[sums[-1]] * _NEAR]

    def between(self, first: int, last: int) -> float:
        """Return the sum from the line at `first` up to the one at `last`, without it; both may be `_NEAR` outside."""
        return self._sums[last + _NEAR] - self._sums[first + _NEAR]


class Seen:
    """What is known of a page's lines that have these odds (logarithmic) of being the article's."""

    def __init__(self, lines: Lines, odds: Sequence[float], spaces: Spaces) -> None:
        """Look at the odds, at some of the signals and at where blank lines are."""
        self.count = len(odds)
        self.odds = odds
        self._sizes, self.parts = lines.sizes, spaces.parts
        self._logs, self._stops, self._cues = lines.logs, lines.stops, lines.columns["cue"]
        self._near = _bounded(odds, _MOST)
        self._surely, self._logged = _Sums(_bounded(odds, _SURE)), _Sums(lines.logs)
        self._weighed = _Sums([*map(mul, self._near, lines.logs)])
        good = [each > _GOOD and size >= _LONG for each, size in zip(odds, lines.sizes, strict=True)]
        self._nears, self._words, self._cued = _Sums(self._near), _Sums(lines.sizes), _Sums(self._cues)
        self._good, self._bad = _Sums(good), _Sums([each < _BAD for each in odds])
        self._long, self._kinds = _Sums([size >= _LONG for size in lines.sizes]), _Sums(lines.columns["kinds-density"])

    def around(self, at: int) -> tuple[float, float]:
        """Return the means of the odds of the lines right above a line and right below, none beyond `_MOST`."""
        up, down = min(_CLOSE, at), min(_CLOSE, self.count - 1 - at)
        above = self._nears.between(at - up, at) / up if up else -_MOST
        return above, self._nears.between(at + 1, at + 1 + down) / down if down else -_MOST

    def places(self, *, beginning: bool) -> list[int]:
        """Return the places at which the article may end (or begin): how many lines are above each.

        They are between lines of which one looks good and one bad, or there is nothing outside.
        """
        outer, inner = (self.odds, self.odds[1:]) if beginning else (self.odds[1:], self.odds)
        between = zip(range(1, self.count), outer, inner, strict=False)
        places = [at for at, out, in_ in between if out < _FIRST_OUT and in_ > _LAST_IN]
        return [*places, 0 if beginning else self.count] if self.count else []

    def row(self, at: int, *, beginning: bool) -> list[float]:
        """Return what speaks for a place, as numbers in the order of ENDS."""
        rest, out, in_ = (at, at - 1, at) if beginning else (self.count - at, at, at - 1)

        def outside(sums: _Sums) -> float:
            return sums.between(0, at) if beginning else sums.between(at, self.count)

        def means(sums: _Sums, most: int) -> tuple[float, float]:
            """Return the means of the lines outside that are near, and of those inside."""
            up = sums.between(at - most, at) / min(most, at or 1)
            down = sums.between(at, at + most) / min(most, self.count - at or 1)
            return (up, down) if beginning else (down, up)

        lines = rest or 1
        words, good, bad = outside(self._words), outside(self._good), outside(self._bad)
        surely, weighed = outside(self._surely), outside(self._weighed)
        steps = [sub(*means(self._nears, 6)), sub(*means(self._long, _NEAR)), sub(*means(self._kinds, _NEAR))]
        return [
            surely / 5, surely / lines, outside(self._nears) / 10, weighed / 20,
            weighed / (outside(self._logged) or 1.0),
            math.log1p(rest), math.log1p(words), words / (self._words.between(0, self.count) + 1), rest == 0,
            math.log1p(good), good / lines, math.log1p(bad), bad / lines, outside(self._cued) / lines,
            self._near[out] if rest else 0.0, self._near[in_],
            self._near[2 * out - in_] if rest > 1 else 0.0, self._near[2 * in_ - out] if self.count - rest > 1 else 0.0,
            *means(self._nears, 3), self._stops[in_], self._logs[in_],
            self._logs[out] if rest else 0.0, rest > 0 and self.parts[at], self._cues[out] if rest else 0.0,
            *steps, self._sizes[in_] >= _LONG, rest > 0 and self._sizes[out] < _SHORT,
        ]  # fmt: skip


def _bounded(odds: Sequence[float], most: float) -> list[float]:
    return [each if -most < each < most else math.copysign(most, each) for each in odds]


def outside(seen: Seen, weights: Sequence[float], *, beginning: bool = False) -> list[float]:
    """Return for each line how probable it is that the article ends above it (or begins below)."""
    places = seen.places(beginning=beginning)
    if len(places) < 2:
        return [0.0] * seen.count
    scores = [sum(map(mul, weights, seen.row(at, beginning=beginning))) for at in places]
    highest = max(scores)
    chances = [math.exp(score - highest) for score in scores]
    whole = sum(chances)
    at = [0.0] * (seen.count + 1)
    for place, chance in zip(places, chances, strict=True):
        at[place] = chance / whole
    return [*accumulate(at[:0:-1])][::-1] if beginning else [*accumulate(at[:-1])]
