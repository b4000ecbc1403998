"""Hard-wrapped text: which lines go on with the line above, because its next word had no room there.

`html2text`, `lynx -dump`, `pandoc -t plain`, mail programs and typists break lines at a column. The column shows: most
lines that have another one straight below are no longer than it, and would be with the next line's first word.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Where somebody breaks lines; a narrower column is verse or a menu.
_NARROWEST, _WIDEST = 60, 120
# So many lines must be broken at the column, and this share of all that could be.
_LEAST = 5
_SHARE = 0.5
# Where no line is longer than a column that is as wide as a page, half of that will do: menus stand there, too.
_WIDE = 70
# So many of them may stand beside a line that is too long: an address, a table.
_PER_LONG = 4
_ITEM = re.compile(r"\s*(?:[•·●◦▪‣⁃*+o–—-]|\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)|\s*[>|#]")
# A row of a table, whose columns stand apart, and the line that shows where they are.
_ROW = re.compile(r"\S {3,}\S|-- --")
_STOPS = (".", "!", "?", ":", "”", '"')
# A text whose lines were filled by eye or in a proportional font: none is longer than this, and those that are long
# run on without a stop as often as this.
_RAGGED_LONGEST = 100
_RUNNING = 0.3
_FULL = 0.75


class _Pair(NamedTuple):
    """A line with the line straight below it: `at` is the lower one's place, `needs` the room of both's first word."""

    at: int
    length: int
    needs: int
    above: str
    below: str


def continuing(texts: Sequence[str]) -> frozenset[int]:
    """Return the places, from 0, of the lines that continue the one above; none where the text is not wrapped."""
    pairs = list(_pairs(texts))
    if len(pairs) < _LEAST - 1:
        return frozenset()
    width = _width(pairs, texts)
    if width:
        return frozenset(pair.at for pair in pairs if pair.needs > width or _runs_on(pair, width))
    return frozenset(_ragged(pairs, texts))


def _pairs(texts: Sequence[str]) -> Iterable[_Pair]:
    for at, (above, below) in enumerate(itertools.pairwise(texts), start=1):
        if not above or not below or above.isspace() or below.isspace() or _ITEM.match(below):
            continue
        if _ROW.search(above) and _ROW.search(below):
            continue
        length = len(above.rstrip())
        first = below.split(maxsplit=1)[0]
        yield _Pair(at, length, length + 1 + len(first), above, below)


def _width(pairs: Sequence[_Pair], texts: Sequence[str]) -> int:
    """Return the column that a text is broken at, 0 where there is none."""
    change = [0] * (_WIDEST + 2)
    for pair in pairs:
        low, high = max(pair.length, _NARROWEST), min(pair.needs, _WIDEST + 1)
        if low < high:
            change[low] += 1
            change[high] -= 1
    support = list(itertools.accumulate(change))
    width = max(range(_NARROWEST, _WIDEST + 1), key=lambda column: (support[column], column))
    broken = support[width]
    if broken < _LEAST:
        return 0
    could = sum(pair.length > width // 2 for pair in pairs)
    too_long = sum(
        len(text) > width and not _ITEM.match(text) and "://" not in text and not _ROW.search(text) for text in texts
    )
    share = _SHARE if too_long or width < _WIDE else _SHARE / 2
    return width if broken >= max(share * could, _PER_LONG * too_long) else 0


def _runs_on(pair: _Pair, width: int) -> bool:
    """Whether a sentence goes on although there was room: a picture or a link stood at the break."""
    return pair.length > width // 2 and pair.below.lstrip()[:1].islower() and not pair.above.rstrip().endswith(_STOPS)


def _ragged(pairs: Sequence[_Pair], texts: Sequence[str]) -> Iterable[int]:
    longs = [len(text) for text in texts if len(text) > 40]
    if len(longs) < _LEAST - 1 or max(longs) > _RAGGED_LONGEST:
        return
    running = sum(pair.length > 50 and not pair.above.rstrip().endswith(_STOPS) for pair in pairs)
    if running < _RUNNING * len(longs):
        return
    for pair in pairs:
        if pair.needs > _FULL * max(longs) or not pair.above.rstrip().endswith(_STOPS[:4]):
            yield pair.at
