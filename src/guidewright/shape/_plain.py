"""Blocks of plain text, by the look of its lines.

- An item begins with a bullet or a number; lines indented below it belong to it. Items that have lost their bullets
  are what `_lists` finds.
- What `_headings` finds is a heading, what `_rows` finds a table; `>` quotes.
- Hard-wrapped lines are flowed together where the text keeps to a column; short lines that stand together in a text
  whose paragraphs stand apart are verse or an address, and keep their breaks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidewright.model import Block, Kind, Mark, MarkKind
from guidewright.shape._headings import headings
from guidewright.shape._lists import bare_items, stands_apart
from guidewright.shape._piece import BULLETS, NUMBER, anchor, flow, item_mark
from guidewright.shape._rows import tables

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from guidewright.shape._piece import Piece

_QUOTED = re.compile(r"(?P<marks>(?:>\s?)+)(?P<rest>.*)")
_URL = re.compile(r"https?://[^\s<>\"“”]{2,}")
# The level of a heading that only the list beside it shows.
_BESIDE_LIST = 2
_VERSE_LINES = 3
_VERSE_LONGEST = 60
# A stanza of more lines is a list that lost its bullets.
_LONGEST_VERSE = 20


def blocks(pieces: list[Piece], taken: dict[str, int]) -> list[Block]:
    """Return the blocks of a text's lines; `taken` are the ids that are in use."""
    found_tables = tables(pieces)
    marks = [item_mark(piece.text) for piece in pieces]
    found_headings = headings(pieces, marks)
    taken_lines = {*found_headings, *(line for at, (end, _) in found_tables.items() for line in range(at, end))}
    bare, beside = bare_items(pieces, marks, taken_lines)
    found_headings |= dict.fromkeys(beside, _BESIDE_LIST)
    verse = _verse(pieces, marks, taken_lines | bare | beside)
    made: list[Block] = []
    indents: list[int] = []  # of the open items, outermost first
    end = 0
    for at, piece in enumerate(pieces):
        if at < end:
            continue
        if found_tables and at in found_tables:
            end, table = found_tables[at]
            indents = []
            made.append(table)
            continue
        text = piece.text.rstrip()
        number = piece.line.number
        if at in found_headings:
            indents = []
            bullet = marks[at] if text.lstrip()[0] in BULLETS else None
            said = text[bullet.end() :] if bullet else text.lstrip()
            made.append(Block(Kind.HEADING, said, number, number, found_headings[at], anchor=anchor(said, taken)))
            continue
        if verse and at in verse and made[-1].kind is not Kind.TABLE:
            made[-1] = flow(made[-1], text.strip(), (), number, "\n")
            made[-1] = replace(made[-1], breaks=True)
            continue
        if bare and at in bare:
            made.append(_linked(Block(Kind.ITEM, text.lstrip(), number, number, level=1)))
            continue
        found = marks[at]
        if found:
            made.append(_item(text, found, number, indents))
            continue
        depth = 0
        if indents:
            indent = len(text) - len(text.lstrip())
            depth = sum([each < indent for each in indents])
            if depth and made and made[-1].kind is Kind.ITEM and not piece.blank_above:
                made[-1] = flow(made[-1], text.strip(), (), number, " ")
                continue
            if not depth:
                indents = []
        made.append(_paragraph(made, piece, depth))
    return made


def _item(text: str, found: re.Match[str], number: int, indents: list[int]) -> Block:
    """Return the item of a line with a bullet or number; `indents`, those of the open items, become what it leaves."""
    indent = len(found["indent"].expandtabs(4))
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    counted = int(found["number"]) if found.re is NUMBER else None
    return _linked(Block(Kind.ITEM, text[found.end() :], number, number, len(indents), counted))


def _paragraph(made: list[Block], piece: Piece, depth: int) -> Block:
    """Return a paragraph or a quotation; a quotation's next line is taken with what of it is made already."""
    text = piece.text.strip()
    number = piece.line.number
    quote = _QUOTED.fullmatch(text) if text[0] == ">" else None
    if not quote:
        return _linked(Block(Kind.PARAGRAPH, text, number, number, depth))
    level = quote["marks"].count(">")
    said = quote["rest"].strip()
    if made and made[-1].quoted == level and not piece.blank_above:
        return flow(made.pop(), said, (), number, " ")
    return _linked(Block(Kind.QUOTE, said, number, number, quoted=level))


def _verse(pieces: Sequence[Piece], marks: Sequence[object], taken: Container[int]) -> set[int]:
    """Return the lines that go on with the verse or address begun above them."""
    spaced = sum([piece.blank_above for piece in pieces])
    apart = spaced * 3 > len(pieces) or stands_apart(pieces)
    if not apart or len(pieces) - spaced < _VERSE_LINES - 1:
        return set()
    lines: set[int] = set()
    run: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.blank_above:
            lines.update(run[1:] if len(run) >= _VERSE_LINES else ())
            run = []
        elif not run:
            continue
        text = piece.text
        plain = len(text) <= _VERSE_LONGEST and at not in taken and marks[at] is None and text.lstrip()[0] not in ">|"
        run = [*run, at] if plain and len(run) < _LONGEST_VERSE and (run or not text[0].isspace()) else []
    lines.update(run[1:] if len(run) >= _VERSE_LINES else ())
    return lines


def _linked(block: Block) -> Block:
    """Make the bare addresses of a plain text links."""
    if "/" not in block.text or "://" not in block.text:
        return block
    marks = []
    for found in _URL.finditer(block.text):
        address = _without_stop(found.group())
        marks.append(Mark(found.start(), found.start() + len(address), MarkKind.LINK, address))
    return replace(block, marks=tuple(marks)) if marks else block


def _without_stop(address: str) -> str:
    """Return an address without the punctuation of the sentence around it; its own brackets stay."""
    opened, closed = address.count("("), address.count(")")
    while address[-1] in ".,;:!?’'" or (address[-1] == ")" and opened < closed):
        closed -= address[-1] == ")"
        address = address[:-1]
    return address
