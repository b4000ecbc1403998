"""Notes and references that are led to, and lead back: `[1]` and `[^1]` in a text, links to a place of the same page.

A reader gives a link inside the page the target `#<line>`. In a text, a mark `[1]` leads to the block that begins with
`[1]`, or to item 1 of the last numbered list below a heading such as "References"; the note's own mark leads back to
the block that refers to it first. Every word stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from guidewright.model import Block, Kind, Mark, MarkKind
from guidewright.shape._piece import names_notes
from guidewright.slug import unique

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = re.compile(r"\[(\^?\d{1,3}|\^[\w-]{1,30})\]")
_Link = tuple[int, int, int]  # start, end, index of the block that it leads to


def linked(blocks: Sequence[Block], taken: dict[str, int]) -> tuple[Block, ...]:
    """Return the blocks with links between notes and what refers to them; `taken` are the ids that are in use."""
    marks = [mark for block in blocks if block.marks or block.rows for mark in _marks(block)]
    inside = any(mark.target[:1] == "#" for mark in marks)
    marked = any("[" in block.text for block in blocks)
    if not inside and not marked:
        return tuple(blocks)
    links = _by_marks(blocks) if marked else {}
    places = _Places(blocks, taken)
    targets = {to for found in links.values() for _, _, to in found}
    anchors = {at: places.anchor(at) for at in sorted(targets)}
    made = []
    for at, block in enumerate(blocks):
        found = [Mark(start, end, MarkKind.LINK, f"#{anchors[to]}") for start, end, to in links.get(at, ())]
        made.append(_with_marks(block, found, places) if found or inside else block)
    return tuple(
        replace(block, anchor=places.ids[at]) if at in places.ids and not block.anchor else block
        for at, block in enumerate(made)
    )


class _Places:
    """Gives the blocks that are led to their ids."""

    def __init__(self, blocks: Sequence[Block], taken: dict[str, int]) -> None:
        self._blocks = blocks
        self._taken = taken
        self._firsts = [block.first for block in blocks]
        self.ids: dict[int, str] = {}

    def anchor(self, at: int) -> str:
        """Return the id of a block, made if it has none."""
        if self._blocks[at].anchor:
            return self._blocks[at].anchor
        if at not in self.ids:
            self.ids[at] = unique("note", self._taken)
        return self.ids[at]

    def of_line(self, number: int) -> str:
        """Return the id of the block in which a line is; empty where it was not kept, or is in a table or picture."""
        at = bisect_right(self._firsts, number) - 1
        if at < 0 or self._blocks[at].last < number or not self._blocks[at].text:
            return ""
        return "" if self._blocks[at].kind in {Kind.IMAGE, Kind.CODE} else self.anchor(at)


def _marks(block: Block) -> Iterator[Mark]:
    yield from block.marks
    for row in block.rows:
        for cell in row:
            yield from cell.marks


def _with_marks(block: Block, found: Sequence[Mark], places: _Places) -> Block:
    marks = tuple(_led(block.marks, places))
    free = [mark for mark in found if not any(each.start < mark.end and mark.start < each.end for each in marks)]
    rows = tuple(tuple(replace(cell, marks=tuple(_led(cell.marks, places))) for cell in row) for row in block.rows)
    return replace(block, marks=tuple(sorted((*marks, *free), key=lambda each: (each.start, -each.end))), rows=rows)


def _led(marks: Sequence[Mark], places: _Places) -> Iterator[Mark]:
    """Yield the marks, those that lead to a line of the page leading to its block; where that is gone, none."""
    for mark in marks:
        if mark.target[:1] != "#":
            yield mark
        elif place := places.of_line(int(mark.target[1:])):
            yield replace(mark, target=f"#{place}")


def _by_marks(blocks: Sequence[Block]) -> dict[int, list[_Link]]:
    """Return of each block the links that its typed marks are, to notes and back."""
    notes = _notes(blocks)
    links: dict[int, list[_Link]] = {}
    back: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if "[" not in block.text or block.kind is Kind.CODE:
            continue
        for found in _MARK.finditer(block.text):
            name = found[1].lstrip("^")
            to = notes.get(name)
            if to is None or (to == at and found.start()):
                continue
            if to != at:
                back.setdefault(name, at)
                links.setdefault(at, []).append((*found.span(), to))
            elif name in back:
                links.setdefault(at, []).append((*found.span(), back[name]))
    return links


def _notes(blocks: Sequence[Block]) -> dict[str, int]:
    """Return {name: index} of the blocks that are notes: they begin with their mark, or are counted below a heading."""
    notes: dict[str, int] = {}
    below = False
    for at, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            below = names_notes(block.text)
        elif below and block.kind is Kind.ITEM and block.number is not None and block.level == 1:
            notes[str(block.number)] = at
        elif block.text[:1] == "[" and (found := _MARK.match(block.text)) and len(block.text) > found.end():
            notes[found[1].lstrip("^")] = at
    return notes
