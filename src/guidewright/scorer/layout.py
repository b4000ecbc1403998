"""How the lines of a page stand: `layout(columns, spaces)` gives a row of numbers for each line, as LAYOUT orders them.

Blank lines part a text into blocks. A paragraph stands alone, a teaser's title, blurb and date stand together, and so
do a picture's alt text and its caption. Where rules took lines out, more of the kind is likely.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LAYOUT = (
    "page-gaps",
    "gap-above", "gap-below", "block-first", "block-last",
    "block-alone", "block-lines", "block-longest", "block-shortest", "block-mean", "block-bullets", "block-stops",
    "above-longest", "above-lines", "below-longest", "below-lines",
    "taken-above", "taken-below", "taken-up-6", "taken-down-6",
)  # fmt: skip
# Where fewer lines have a blank line above, blank lines part nothing.
_GAPS = 0.15
_NO_BLOCKS = [0.0] * 15
_NEAR = 6


class Space(NamedTuple):
    """What is between a line and the one above it: whether a blank line, and how many lines that rules took."""

    blank: bool
    taken: int

    @property
    def parts(self) -> bool:
        """Whether the two lines belong to different blocks."""
        return self.blank or self.taken > 0


def spaces_of(lines: Iterable[tuple[int, str]]) -> tuple[list[str], list[Space]]:
    """Return the texts of the lines that say anything, each with the space above it; `lines` are (number, text)."""
    texts: list[str] = []
    spaces: list[Space] = []
    blanks = above = 0
    for number, text in lines:
        if not text or text.isspace():
            blanks += 1
            continue
        texts.append(text)
        spaces.append(Space(blanks > 0, max(0, number - above - 1 - blanks)))
        above, blanks = number, 0
    return texts, spaces


def layout(columns: Mapping[str, Sequence[float]], spaces: Sequence[Space]) -> list[list[float]]:
    """Return a row of numbers for each line; `columns` are the lines' signals by name."""
    count = len(spaces)
    share = sum(space.blank for space in spaces) / (count or 1)
    taken = [min(5.0, math.log1p(space.taken)) for space in spaces]
    sums = list(accumulate(taken, initial=0.0))
    taken.append(0.0)
    blocks = _blocks(columns, spaces) if share > _GAPS else [_NO_BLOCKS] * count
    return [
        [
            share,
            *block,
            taken[at],
            taken[at + 1],
            sums[at + 1] - sums[max(0, at + 1 - _NEAR)],
            sums[min(count, at + 1 + _NEAR)] - sums[at + 1],
        ]
        for at, block in enumerate(blocks)
    ]


def _blocks(columns: Mapping[str, Sequence[float]], spaces: Sequence[Space]) -> list[list[float]]:
    sizes, bullets, stops = columns["size"], columns["bullet"], columns["stop"]
    starts = [at for at, space in enumerate(spaces) if space.parts or not at]
    ends = [*starts[1:], len(spaces)]
    longest = [max(sizes[start:end]) for start, end in zip(starts, ends, strict=True)]
    lines = [math.log1p(end - start) for start, end in zip(starts, ends, strict=True)]
    made: list[list[float]] = []
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        count = end - start
        above = (longest[at - 1], lines[at - 1]) if at else (0.0, 0.0)
        below = (longest[at + 1], lines[at + 1]) if end < len(spaces) else (0.0, 0.0)
        shared = [
            float(count == 1),
            lines[at],
            longest[at],
            min(sizes[start:end]),
            sum(sizes[start:end]) / count,
            sum(bullets[start:end]) / count,
            sum(stops[start:end]) / count,
            *above,
            *below,
        ]
        for place in range(start, end):
            first, last = place == start, place + 1 == end
            parted = first and spaces[place].parts
            ending = last and end < len(spaces)
            made.append([float(parted), float(ending), float(first and count > 1), float(last and count > 1), *shared])
    return made
