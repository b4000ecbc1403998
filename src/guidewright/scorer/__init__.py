"""A learned opinion of plain-text lines: does a line belong to the article? `judge(texts, spaces)` says so of each.

A logistic regression weighs the signals of `signals.py` and `layout.py`; where the article likely begins and ends
(`ends.py`), lines outside weigh less. The weights are plain numbers in `weights.py`, made by `bench/train_lines.py`.
Boilerplate comes in blocks, so the likeliest run of states is taken (Viterbi) in which each change between article and
boilerplate costs `_CHANGE`; all is shifted towards keeping, since a lost paragraph hurts a guide more than a kept
teaser, and shorter lines more so: a heading or an item of a list is lost as easily and gains less.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import compress, islice
from operator import mul, sub
from typing import TYPE_CHECKING, NamedTuple

from guidewright.lexicon import KINDS
from guidewright.scorer.ends import Seen, outside
from guidewright.scorer.layout import LAYOUT, Spaces, layout, spaces_of
from guidewright.scorer.signals import LOOKS, PAGE, SIGNALS, Lines, looks
from guidewright.scorer.title import Titles, title_at
from guidewright.scorer.weights import AFTER, BEFORE, BIAS, MEANS, TITLE, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NAMES", "Lines", "Opinion", "Seen", "Signals", "Spaces", "judge", "spaces_of"]

NAMES = (*SIGNALS, *LAYOUT, *LOOKS, *PAGE, "page-gaps", *(f"has-{kind}" for kind in KINDS))
_weights = iter(WEIGHTS)
_OF_LINE = (*islice(_weights, len(SIGNALS) + len(LAYOUT)),)
_OF_LOOKS = (*islice(_weights, len(LOOKS)),)
_OF_PAGE = (*islice(_weights, len(PAGE) + 1),)
_OF_KINDS = (*_weights,)
_CHANGE = 1.0
_LEAN, _LEAN_SHORT = 0.8, 4.0
# Where the first answer leaves less than this share of the words, it looks wrong: only what is surer still goes.
_LEAST_KEPT = 0.4
_WARY = 2.5
# No article has fewer characters: where fewer are left, only what is surest goes.
_LEAST_LEFT, _LAST_RESORTS = 300, (3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
# A page of fewer lines or words shows neither a beginning nor an end: only what is surest by itself goes.
_FEW_LINES, _FEW_WORDS = 12, 400
_WARIEST = 4.0
# In Markdown, which has links and the plain text that it learnt on has none, lines that are mostly links are so much
# less likely the article's (logarithmic): of those that it would keep without this, one in five is.
_MOSTLY, _LINKED = 0.5, 2.5
_REASONS = 3
# No line is surer to be outside the article than this; from these odds of it on, it weighs less.
_SUREST = 0.999
_OUTSIDE = -1.0
# No sentence is shorter than this.
_SENTENCE = 4


class Signals:
    """The signals of a page's lines, in the order of NAMES."""

    def __init__(self, lines: Lines, spaces: Spaces) -> None:
        """Put together what lines are like and how they stand."""
        self._columns = [*lines.columns.values(), *layout(lines, spaces).values()]
        self._lines = lines
        self._page = [*lines.page, spaces.gaps]

    def row(self, at: int) -> list[float]:
        """Return the signals of the line at a place."""
        lines = self._lines
        of_kinds = [lines.kinds[at] >> kind & 1 for kind in range(len(KINDS))]
        own = [column[at] for column in self._columns]
        return [*map(float, (*own, *looks(lines.sizes[at], lines.ends[at], lines.bullets[at]), *self._page, *of_kinds))]

    def weighed(self) -> list[float]:
        """Return the odds that each line is the article's: its signals times their weights, added up."""
        lines = self._lines
        page = BIAS + sum(map(mul, _OF_PAGE, self._page))
        of_looks, of_kinds = map(_of_looks, lines.sizes, lines.ends, lines.bullets), map(_of_kinds, lines.kinds)
        rows = zip(*self._columns, strict=True)
        return [
            sum(map(mul, _OF_LINE, row), page + look + kinds)
            for row, look, kinds in zip(rows, of_looks, of_kinds, strict=True)
        ]


# Many lines look alike, and few have more than one kind of words.
@lru_cache(maxsize=4096)
def _of_looks(size: int, end: str, bullet: bool) -> float:  # noqa: FBT001 - called by `map`
    """Return the weights of a line's looks times what they are, added up."""
    return float(sum(map(mul, _OF_LOOKS, looks(size, end, bullet))))


@lru_cache(maxsize=4096)
def _of_kinds(bits: int) -> float:
    """Return the weights of the kinds whose bits are set, added up."""
    return sum(weight for kind, weight in enumerate(_OF_KINDS) if bits >> kind & 1)


class Opinion(NamedTuple):
    """What is thought of a page's lines: which to keep, the odds that each is the article's, where it is, the title."""

    lines: Lines
    keeps: list[bool]
    odds: list[float]
    above: list[float]
    below: list[float]
    signals: Signals
    title: int | None

    def junk(self, at: int) -> float:
        """Return how sure it is that the line at a place is boilerplate, from 0 to 1."""
        return round(1 / (1 + math.exp(max(-30.0, min(30.0, self.odds[at])))), 3)

    def reasons(self, at: int) -> tuple[str, ...]:
        """Return where the line at a place is and the names of the signals that speak most for boilerplate."""
        place = ("above-the-article",) * (self.above[at] > 0) + ("below-the-article",) * (self.below[at] > 0)
        shares = [*map(mul, WEIGHTS, map(sub, self.signals.row(at), MEANS))]
        most = min(0.0, sorted(shares)[_REASONS - 1])
        least = sorted((share, name) for share, name in zip(shares, NAMES, strict=True) if share <= most)
        return (*place, *(name for share, name in least[:_REASONS] if share < 0))


def judge(texts: Sequence[str], spaces: Spaces, densities: Sequence[float] = ()) -> Opinion:
    """Return what is thought of the lines; `texts` are the lines of a page that say anything, in order.

    `densities` are the shares of them that are links, where the format has links.
    """
    said = Lines(texts)
    signals = Signals(said, spaces)
    own = signals.weighed()
    if densities:
        own = [each - _LINKED * (density > _MOSTLY) for each, density in zip(own, densities, strict=True)]
    seen = Seen(said, own, spaces)
    before = outside(seen, BEFORE, beginning=True)
    title = title_at(Titles(texts, said, seen, before), TITLE)
    few = len(texts) < _FEW_LINES or sum(said.sizes) < _FEW_WORDS
    nowhere = [0.0] * len(texts)
    above = nowhere if few else _pulls_above(said, before)
    below = nowhere if few else [*map(_pull, outside(seen, AFTER))]
    odds = [each - over - under for each, over, under in zip(own, above, below, strict=True)]
    return Opinion(said, _keeps(texts, said.sizes, odds, few=few), odds, above, below, signals, title)


def _keeps(texts: Sequence[str], sizes: Sequence[int], odds: Sequence[float], *, few: bool) -> list[bool]:
    """Return which lines to keep."""
    if few:
        return _states([each + _WARIEST for each in odds])
    lengths = [*map(len, texts)]
    keeps = _states([each + _LEAN + _LEAN_SHORT / (size + 2) for each, size in zip(odds, sizes, strict=True)])
    if sum(compress(lengths, keeps)) < _LEAST_KEPT * sum(lengths):
        keeps = _states([each + _WARY for each in odds])
    for lean in _LAST_RESORTS:
        if sum(compress(lengths, keeps)) >= _LEAST_LEFT:
            break
        keeps = _states([each + lean for each in odds])
    return keeps


def _pulls_above(lines: Lines, before: Sequence[float]) -> list[float]:
    """Return how much less each line weighs for standing above the article."""
    return [0.0 if sentence else _pull(chance) for chance, sentence in zip(before, _sentences(lines), strict=True)]


def _sentences(lines: Lines) -> list[bool]:
    """Return which lines are sentences without a word that speaks for boilerplate: many an article begins with one."""
    return [
        stop and not kinds and size >= _SENTENCE
        for stop, kinds, size in zip(lines.stops, lines.kinds, lines.sizes, strict=True)
    ]


def _pull(chance: float) -> float:
    """Return how much less a line weighs that is outside the article with this probability."""
    if not chance:
        return 0.0
    chance = min(_SUREST, chance)
    return max(0.0, math.log(chance / (1 - chance)) - _OUTSIDE)


def _states(odds: Sequence[float]) -> list[bool]:
    """Return the likeliest run of states, True for the article's lines; `odds` are logarithmic."""
    back: list[tuple[bool, bool]] = []
    junk = kept = 0.0
    for each in odds:
        to_junk, to_kept = kept - _CHANGE > junk, kept >= junk - _CHANGE
        back.append((to_junk, to_kept))
        likelier_junk, likelier_kept = kept - _CHANGE if to_junk else junk, kept if to_kept else junk - _CHANGE
        junk, kept = likelier_junk - each / 2, likelier_kept + each / 2
    state = kept >= junk
    states = []
    for to_junk, to_kept in reversed(back):
        states.append(state)
        state = to_kept if state else to_junk
    return states[::-1]
