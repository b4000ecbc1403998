"""Blocks of what a reader knows the structure of: the markup's word is taken."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from guidewright.flow import between
from guidewright.model import Block, Cell, Kind, MarkKind
from guidewright.shape._piece import shift, strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.model import Mark
    from guidewright.shape._piece import Piece

# Lines parted by `<br>` or Markdown's hard breaks are verse or an address where there are some of them and none is
# longer than this; below verse, fewer of them are another stanza.
_VERSE_LINES, _STANZA_LINES = 3, 2
_VERSE_LONGEST = 60


def blocks(pieces: Iterable[Piece]) -> list[Block]:
    """Return the blocks of lines whose kinds are known.

    From the first heading of level 1 on, which is a section of the guide, all headings are one level deeper.
    """
    made: list[Block] = []
    deeper = 0
    for lines in _grouped(pieces):
        first = lines[0]
        if first.line.where.kind is Kind.HEADING and first.line.where.level == 1:
            deeper = 1
        if first.line.where.cell is not None:
            made.append(_table(lines))
        elif first.line.where.continues and made and made[-1].kind is (first.line.where.kind or Kind.PARAGRAPH):
            made[-1] = _joined(made[-1], lines)
        else:
            least = _STANZA_LINES if made and made[-1].breaks else _VERSE_LINES
            made.append(_joined(_block(first, deeper), lines[1:], verse=len(lines) >= least and _may_be_verse(lines)))
    return [block for block in made if block.text or block.rows or block.kind in {Kind.IMAGE, Kind.RULE}]


def _grouped(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the lines of each block: those of one table, or a line with those that continue it."""
    for table, group in groupby(pieces, key=lambda piece: piece.line.where.cell and piece.line.where.cell[0]):
        if table is not None:
            yield list(group)
            continue
        open_lines: list[Piece] = []
        for piece in group:
            where = piece.line.where
            if open_lines and not (where.continues and open_lines[0].line.where.kind is where.kind):
                yield open_lines
                open_lines = []
            open_lines.append(piece)
        yield open_lines


def _block(piece: Piece, deeper: int) -> Block:
    where = piece.line.where
    kind = where.kind or Kind.PARAGRAPH
    text, marks = (piece.text, ()) if kind is Kind.CODE else strip(piece.text, piece.marks)
    quoted = where.level if kind is Kind.QUOTE else 0
    level = min(6, max(2, where.level + deeper)) if kind is Kind.HEADING else 0 if quoted else where.level
    if kind is Kind.HEADING:
        marks = _plainly(marks)
    number = piece.line.number
    return Block(
        kind, text, number, number, level, where.number, marks, quoted=quoted, target=where.target, label=where.label
    )


def _plainly(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return a heading's marks without bold type, which every heading has."""
    return tuple(mark for mark in marks if mark.kind is not MarkKind.STRONG)


def _may_be_verse(lines: Sequence[Piece]) -> bool:
    """Whether the breaks between a block's lines are the author's own, and its lines are short."""
    return (
        all(piece.line.where.breaks for piece in lines[1:])
        and lines[0].line.where.kind not in {Kind.CODE, Kind.HEADING}
        and all(len(piece.text) <= _VERSE_LONGEST for piece in lines)
    )


def _joined(block: Block, lines: Sequence[Piece], *, verse: bool = False) -> Block:
    if not lines:
        return block
    broken = block.kind is Kind.CODE or verse or block.breaks
    said, marks, above = block.text, list(block.marks), block.last
    for piece in lines:
        text, more = (piece.text, ()) if block.kind is Kind.CODE else strip(piece.text, piece.marks)
        if block.kind is Kind.CODE:  # whose blank lines are part of it
            text = "\n" * (piece.line.number - above - 1) + text
        above = piece.line.number
        if block.kind is Kind.HEADING:
            more = _plainly(more)
        said += "\n" if broken else between(said, text)
        marks += [shift(mark, len(said)) for mark in more]
        said += text
    return replace(block, text=said, marks=tuple(marks), last=above, breaks=verse or block.breaks)


def _table(lines: Sequence[Piece]) -> Block:
    rows: dict[int, dict[int, Cell]] = {}
    for piece in lines:
        place = piece.line.where.cell
        if place is None:
            continue
        row = rows.setdefault(place[1], {})
        # A Markdown line holds a whole row, a tab between its cells. Words stay in the source's order, so what a
        # broken table puts further left than the cell before it comes after that one.
        start = place[2] if place[2] >= max(row, default=0) else max(row) + 1
        for column, cell in enumerate(_cells(*strip(piece.text, piece.marks)), start=start):
            old = row.get(column)
            row[column] = _join_cells(old, cell) if old else cell
    width = max(max(row) for row in rows.values()) + 1
    grid = tuple(tuple(row.get(column, Cell("")) for column in range(width)) for _, row in sorted(rows.items()))
    return Block(Kind.TABLE, "", lines[0].line.number, lines[-1].line.number, rows=grid)


def _cells(text: str, marks: Sequence[Mark]) -> list[Cell]:
    cells = []
    begin = 0
    for piece in text.split("\t"):
        end = begin + len(piece)
        inside = tuple(shift(mark, -begin) for mark in marks if begin <= mark.start and mark.end <= end)
        cells.append(Cell(*strip(piece, inside)))
        begin = end + 1
    return cells


def _join_cells(old: Cell, new: Cell) -> Cell:
    by = len(old.text) + 1
    return Cell(f"{old.text} {new.text}", old.marks + tuple(shift(mark, by) for mark in new.marks))
