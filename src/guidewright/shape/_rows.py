"""Tables in plain text: rows between pipes, cells parted by tabs, columns that stand one below the other.

A table is two rows at least (three where no tab parts its columns), each of two cells or more; what has another
look ends it. Cells stay as they are, so that a table that was none loses no word.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from guidewright.model import Block, Cell, Kind
from guidewright.shape._piece import item_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidewright.shape._piece import Piece

# A longer cell is prose.
_CELL_LONGEST = 300
_MOST_CELLS = 30
# A line with fewer filled cells ends a table whose columns are ruled.
_LEAST_FILLED = 2
# A longer line is no row of columns that stand one below the other.
_COLUMNS_LONGEST = 300
_RULE = re.compile(r"[|+:=\s-]*-[|+:=\s-]*")
# The line below a head that shows where the columns are, as pandoc draws it.
_RULER = re.compile(r"\s*-{2,}(?: +-{2,})+\s*")
_GAP = re.compile(r"\S(\s{2,})(?=\S)")


def tables(pieces: Sequence[Piece]) -> dict[int, tuple[int, Block]]:
    """Return {index of the first row: (index behind the last, table)}."""
    found: dict[int, tuple[int, Block]] = {}
    end = 0
    for at, piece in enumerate(pieces):
        text = piece.text
        may_be_row = "|" in text or "\t" in text or (len(text) <= _COLUMNS_LONGEST and "  " in text.strip())
        if at < end or not may_be_row:
            continue
        if ruled := _ruled(pieces, at):
            end = at + len(ruled) + 1
            found[at] = end, _block(pieces[at:end], ruled)
            continue
        for may, cells, least in _LOOKS:
            if may not in text.strip():
                continue
            end = _end(pieces, at, may, cells)
            rows = [row for each in pieces[at:end] if (row := cells(each.text))]
            if len(rows) >= least and (may != "  " or _aligned(pieces[at:end])):
                found[at] = end, _block(pieces[at:end], rows)
                break
            end = at + 1
    return found


def _ruled(pieces: Sequence[Piece], at: int) -> list[list[str]]:
    """Return the rows of a table whose second line shows where its columns are; none where there is no such table."""
    if at + 2 >= len(pieces) or not _RULER.fullmatch(pieces[at + 1].text) or pieces[at + 1].blank_above:
        return []
    starts = [found.start() for found in re.finditer("-+", pieces[at + 1].text)]
    rows: list[list[str]] = []
    for end in (at, *range(at + 2, len(pieces))) if len(starts) <= _MOST_CELLS else ():
        text = pieces[end].text
        stands = all(text[start - 1 : start].isspace() or len(text) < start for start in starts[1:])
        row = [text[a:b].strip() for a, b in itertools.pairwise([0, *starts[1:], len(text)])]
        if (
            not stands
            or (end > at and pieces[end].blank_above)
            or sum(map(bool, row)) < _LEAST_FILLED
            or not _fits(row)
        ):
            break
        rows.append(row)
    return rows if len(rows) > 1 else []


def _end(pieces: Sequence[Piece], at: int, may: str, cells: Callable[[str], list[str] | None]) -> int:
    end = at
    while end < len(pieces) and may in pieces[end].text.strip() and cells(pieces[end].text) is not None:
        end += 1
        if may == "  " and end < len(pieces) and pieces[end].blank_above:
            break
    return max(end, at + 1)


def _block(pieces: Sequence[Piece], rows: Sequence[Sequence[str]]) -> Block:
    width = max(map(len, rows))
    grid = tuple(tuple(Cell(row[column] if column < len(row) else "") for column in range(width)) for row in rows)
    return Block(Kind.TABLE, "", pieces[0].line.number, pieces[-1].line.number, rows=grid)


def _fits(cells: list[str]) -> list[str] | None:
    wide = 2 <= len(cells) <= _MOST_CELLS
    return cells if wide and any(cells) and all(len(cell) <= _CELL_LONGEST for cell in cells) else None


def _piped(text: str) -> list[str] | None:
    """Return a row's cells; none of a rule between rows; None where it is no row."""
    text = text.strip()
    if _RULE.fullmatch(text):
        return []
    if len(text) < 3 or text[0] != "|" or text[-1] != "|":
        return None
    return _fits([cell.strip() for cell in text[1:-1].split("|")])


def _is_item(text: str, gap: str) -> bool:
    """Whether the one gap in a line stands behind the mark of a list (`•`, tab, text)."""
    mark = item_mark(text)
    return mark is not None and gap not in text[mark.end() :].rstrip()


def _tabbed(text: str) -> list[str] | None:
    if _is_item(text, "\t"):
        return None
    parts = text.rstrip().split("\t")
    if len(parts) > 2 and not any(part.strip() for part in parts[1::2]):
        parts = parts[::2]  # two tabs stand between cells
    return _fits([part.strip() for part in parts])


def _columns(text: str) -> list[str] | None:
    if "\t" in text or _is_item(text, "  "):
        return None
    return _fits(re.split(r"\s{2,}", text.strip()))


def _aligned(pieces: Sequence[Piece]) -> bool:
    """Whether each column but the first begins at the same place in all rows."""
    places = [[found.end() for found in _GAP.finditer(piece.text.rstrip())] for piece in pieces]
    return all(each == places[0] for each in places)


_LOOKS: tuple[tuple[str, Callable[[str], list[str] | None], int], ...] = (
    ("|", _piped, 3),
    ("\t", _tabbed, 2),
    ("  ", _columns, 3),
)
