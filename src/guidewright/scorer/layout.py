"""How the lines of a page stand: `layout(lines, spaces)` gives signals, each as a column, in the order of LAYOUT.

Blank lines part a text into blocks. A paragraph stands alone, a teaser's title, blurb and date stand together, and so
do a picture's alt text and its caption. Where rules took lines out, more of the kind is likely.
"""

from __future__ import annotations

from itertools import accumulate
from math import log1p
from operator import sub, truediv
from typing import TYPE_CHECKING, NamedTuple

from guidewright.scorer.signals import within

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from guidewright.scorer.signals import Column, Lines

_BLOCKS = (
    "block-first", "block-last", "block-alone",
    "block-lines", "block-longest", "block-shortest", "block-bullets", "block-stops",
    "above-longest", "above-lines", "below-longest", "below-lines",
)  # fmt: skip
LAYOUT = (*_BLOCKS, "taken-above", "taken-below", "taken-up-6", "taken-down-6")
# Where fewer lines have a blank line above, blank lines part nothing.
_GAPS = 0.15
_NEAR = 6


class Spaces(NamedTuple):
    """What is between each line and the one above it: whether a blank line, and how many lines that rules took.

    `parts` says whether the two lines belong to different blocks.
    """

    blank: list[bool]
    taken: list[int]
    parts: list[bool]

    @property
    def gaps(self) -> float:
        """The share of lines that have a blank line above."""
        return sum(self.blank) / (len(self.blank) or 1)


def spaces_of(lines: Iterable[tuple[int, int, str]], away: Collection[int] = frozenset()) -> tuple[list[str], Spaces]:
    """Return the texts of the lines that say anything, and the spaces above them.

    `lines` are (first number, last number, text): a paragraph that was wrapped has several lines of the source. Of the
    lines that are not among them, those `away` are nobody's: the page reads as if it had never had them.
    """
    texts: list[str] = []
    spaces = Spaces([], [], [])
    blanks = above = 0
    for first, last, text in lines:
        if not text or text.isspace():
            blanks += 1
            continue
        taken = max(0, first - above - 1 - blanks)
        if taken and away:
            taken -= sum(number in away for number in range(above + 1, first))
        texts.append(text)
        spaces.blank.append(blanks > 0)
        spaces.taken.append(taken)
        spaces.parts.append(blanks > 0 or taken > 0)
        above, blanks = last, 0
    return texts, spaces


def layout(lines: Lines, spaces: Spaces) -> dict[str, Column]:
    """Return the signals by name."""
    count = len(lines.sizes)
    blocks = _blocks(lines, spaces) if spaces.gaps > _GAPS else dict.fromkeys(_BLOCKS, [0.0] * count)
    taken = [min(5.0, log1p(number)) for number in spaces.taken]
    near = within(taken, _NEAR) if any(taken) else [0.0] * (count + _NEAR + 1)
    return {
        **blocks,
        "taken-above": taken,
        "taken-below": [*taken, 0.0][1:],
        "taken-up-6": near[1 : count + 1],
        "taken-down-6": near[_NEAR + 1 :],
    }


def _blocks(lines: Lines, spaces: Spaces) -> dict[str, Column]:
    count = len(lines.sizes)
    firsts = [True, *spaces.parts[1:]]
    lasts = [*spaces.parts[1:], True]
    starts = [at for at, first in enumerate(firsts) if first]
    ends = [*starts[1:], count]
    numbers = [*map(sub, ends, starts)]
    block_of = [at - 1 for at in accumulate(firsts)]

    def of_lines(values: Column) -> Column:
        """Return what blocks are like for each of their lines."""
        return [*map(values.__getitem__, block_of)]

    def of_blocks(work: Callable[[Column], float], values: Column) -> Column:
        return [
            values[start] if number == 1 else work(values[start : start + number])
            for start, number in zip(starts, numbers, strict=True)
        ]

    def means(values: Column) -> Column:
        return [*map(truediv, of_blocks(sum, values), numbers)]

    longest, logs = of_blocks(max, lines.logs), [*map(log1p, numbers)]
    return {
        "block-first": [first and not last for first, last in zip(firsts, lasts, strict=True)],
        "block-last": [last and not first for first, last in zip(firsts, lasts, strict=True)],
        "block-alone": [first and last for first, last in zip(firsts, lasts, strict=True)],
        "block-lines": of_lines(logs),
        "block-longest": of_lines(longest),
        "block-shortest": of_lines(of_blocks(min, lines.logs)),
        "block-bullets": of_lines(means(lines.bullets)),
        "block-stops": of_lines(means(lines.stops)),
        "above-longest": of_lines([0.0, *longest[:-1]]),
        "above-lines": of_lines([0.0, *logs[:-1]]),
        "below-longest": of_lines([*longest[1:], 0.0]),
        "below-lines": of_lines([*logs[1:], 0.0]),
    }
