"""Where an article begins and ends: `outside(...)` gives each line's probability of standing before or after it.

Junk that looks like an article (teasers with their blurbs, a second article, a company's words about itself) stands
mostly below the article, and what a line is by itself does not tell. Every place at which the article could end is
weighed against all others of the page (a conditional logit): what there is below it, what changes there, and the two
lines that it parts. The same is done for its beginning, on the lines in reverse. The weights are in `weights.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDS = (
    "surely", "outside", "outside-weighed", "surely-a-line", "outside-a-word", "lines", "words", "share", "nothing",
    "good", "good-a-line", "bad", "bad-a-line", "cues-a-line",
    "out", "in", "out-next", "in-next", "in-stop", "in-size", "out-size", "gap", "out-cue",
    "out-3", "in-3", "step-6", "long-step-10", "kinds-step-10", "in-long", "out-short",
)  # fmt: skip
# Odds (logarithmic) from which on a line looks like a good paragraph, and below which it looks bad.
_GOOD, _BAD = 3.0, -1.0
_MOST, _SURE = 3.0, 1.0
# No end is looked for above a line that looks as good as this, nor below one that looks as bad.
_FIRST_OUT, _LAST_IN = 2.0, -2.0
_LONG = 20
_SHORT = 6
# No more than so many lines above and below an end are looked at together.
_NEAR = 10


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a page's lines, each in order: odds of being the article's, words, and some of the signals."""

    odds: Sequence[float]
    sizes: Sequence[float]
    stops: Sequence[float]
    cues: Sequence[float]
    kinds: Sequence[float]
    gaps: Sequence[bool]

    def reversed(self) -> Seen:
        """Return the same lines from the last to the first; a gap is above the line that it was below."""
        gaps = (False, *reversed(self.gaps[1:])) if self.gaps else ()
        return Seen(self.odds[::-1], self.sizes[::-1], self.stops[::-1], self.cues[::-1], self.kinds[::-1], gaps)


def outside(seen: Seen, weights: Sequence[float]) -> list[float]:
    """Return for each line how probable it is that the article ends above it."""
    found = boundaries(seen)
    if not found:
        return [0.0] * len(seen.odds)
    scores = [sum(map(mul, weights, row)) for _, row in found]
    highest = max(scores)
    chances = [math.exp(score - highest) for score in scores]
    whole = sum(chances)
    at = [0.0] * (len(seen.odds) + 1)
    for (place, _), chance in zip(found, chances, strict=True):
        at[place] = chance / whole
    return list(accumulate(at[:-1]))


def boundaries(seen: Seen) -> list[tuple[int, list[float]]]:
    """Return the places at which the article may end, each as the first line outside, with numbers as ENDS has them."""
    odds, sizes = seen.odds, seen.sizes
    count = len(odds)
    near = [max(-_MOST, min(_MOST, each)) for each in odds]
    logs = [math.log1p(size) for size in sizes]
    long = [size >= _LONG for size in sizes]
    surely = _below([max(-_SURE, min(_SURE, each)) for each in odds])
    out, weighed, weight = _below(near), _below(list(map(mul, near, logs))), _below(logs)
    words, cues = _below(sizes), _below(seen.cues)
    good = _below([each > _GOOD and size for each, size in zip(odds, long, strict=True)])
    bad = _below([each < _BAD for each in odds])
    nears, longs, kinds = (_sums(each) for each in (near, long, seen.kinds))
    found = []
    for at in range(1, count + 1):
        last = at == count
        if not last and (odds[at] >= _FIRST_OUT or odds[at - 1] <= _LAST_IN):
            continue
        rest = count - at or 1
        three, six, ten = min(3, rest), min(6, rest), min(_NEAR, rest)
        up_three, up_six, up_ten = min(3, at), min(6, at), min(_NEAR, at)
        here = at + _NEAR
        found.append((at, [
            surely[at] / 5, out[at] / 10, weighed[at] / 20, surely[at] / rest, weighed[at] / (weight[at] or 1.0),
            math.log1p(count - at), math.log1p(words[at]), words[at] / (words[0] + 1), float(last),
            math.log1p(good[at]), good[at] / rest, math.log1p(bad[at]), bad[at] / rest, cues[at] / rest,
            0.0 if last else near[at], near[at - 1], near[at + 1] if at + 1 < count else 0.0,
            near[at - 2] if at > 1 else 0.0, seen.stops[at - 1], logs[at - 1], 0.0 if last else logs[at],
            float(not last and seen.gaps[at]), 0.0 if last else float(seen.cues[at]),
            (nears[here + 3] - nears[here]) / three, (nears[here] - nears[here - 3]) / up_three,
            (nears[here + 6] - nears[here]) / six - (nears[here] - nears[here - 6]) / up_six,
            (longs[here + _NEAR] - longs[here]) / ten - (longs[here] - longs[at]) / up_ten,
            (kinds[here + _NEAR] - kinds[here]) / ten - (kinds[here] - kinds[at]) / up_ten,
            float(long[at - 1]), float(not last and sizes[at] < _SHORT),
        ]))  # fmt: skip
    return found


def _below(values: Sequence[float]) -> list[float]:
    """Return for each place the sum of the values from there on."""
    return list(accumulate(reversed(values), initial=0.0))[::-1]


def _sums(values: Sequence[float]) -> list[float]:
    """Return the sums of the values before each place, and before `_NEAR` more places above them and below."""
    sums = list(accumulate(values, initial=0.0))
    return [*[0.0] * _NEAR, *sums, *[sums[-1]] * _NEAR]
