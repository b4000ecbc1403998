"""Kept lines -> blocks: what is a heading, a list item, a table, a paragraph. Words go through unchanged, in order.

Where a reader knows a line's kind (HTML, Markdown), its word is taken (`_markup`). In plain text the look decides
(`_plain`, `_headings`, `_rows`). Notes and the places that refer to them are linked in both (`_notes`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidewright.flow import between
from guidewright.model import Block, Kind
from guidewright.shape import _markup, _notes, _plain
from guidewright.shape._piece import BULLET, Piece, anchor, item_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidewright.model import Verdict, Where

# Lists and quotations are nested no deeper than this: nobody writes deeper ones, and renderers take each level upon
# the stack.
_DEEPEST = 20
# The title is among so many lines, and is no longer than this.
_TITLE_WITHIN = 12
_TITLE_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Shaped:
    """The title (with its line number, 0 where it is not in the text) and the blocks below it."""

    title: str
    title_line: int
    blocks: tuple[Block, ...]


def shape(verdicts: Sequence[Verdict], *, title: str = "", final: bool = False, title_line: int = 0) -> Shaped:
    """Return title and blocks of what is kept.

    `title` is what metadata or the format say, `title_line` the line that looks like it; else the text decides. Where
    the title is `final`, an editor's, no heading of another wording takes its place.
    """
    heading, number, pieces = _below_title(_pieces(verdicts), title, final=final, line=title_line)
    structured = any(piece.line.where.kind for piece in pieces)
    taken: dict[str, int] = {}
    blocks = _anchored(_markup.blocks(pieces), taken) if structured else _plain.blocks(pieces, taken)
    return Shaped(heading or title, number, _notes.linked(_nested(blocks), taken))


def text_pieces(verdicts: Sequence[Verdict], *, title: str = "", title_line: int = 0) -> list[Piece]:
    """Return the lines of a plain text below its title, hard-wrapped ones flowed together: what may be headings."""
    return _below_title(_pieces(verdicts), title, final=False, line=title_line)[2]


def _below_title(pieces: list[Piece], title: str, *, final: bool, line: int) -> tuple[str, int, list[Piece]]:
    """Return the title, if it is among the pieces, with the number of its line, and the other pieces."""
    at = _title_at(pieces, title, final=final, line=line)
    if at is None:
        return "", 0, pieces
    mark = BULLET.match(pieces[at].text)
    end = _heading_end(pieces, at)
    heading = _heading_text(pieces[at:end])[mark.end() if mark else 0 :].strip()
    return heading, pieces[at].line.number, pieces[:at] + pieces[end:]


def _pieces(verdicts: Sequence[Verdict]) -> list[Piece]:
    pieces: list[Piece] = []
    more: list[str] = []  # what goes on with the last piece
    blank = True
    for verdict in verdicts:
        line, said = verdict.line, verdict.text
        if line.where.continues and line.wrapped and (not said or not blank):
            # What a mended line above says has this one's words in it already.
            if said:
                more.append(said.strip())
            continue
        if more:
            pieces[-1] = _with(pieces[-1], more)
            more = []
        if not said or said.isspace():
            blank = True
        elif "\n" not in said:
            pieces.append(Piece(line, said, verdict.marks, blank))
            blank = False
        else:
            for text in said.split("\n"):
                if text and not text.isspace():
                    pieces.append(Piece(line, text, (), blank))
                blank = not text or text.isspace()
    if more:
        pieces[-1] = _with(pieces[-1], more)
    return pieces


def _with(piece: Piece, more: Sequence[str]) -> Piece:
    text = piece.text.rstrip()
    for each in more:
        text += between(text, each) + each
    return piece._replace(text=text)


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.replace("’", "").replace("'", "").casefold()))


def _heading_end(pieces: Sequence[Piece], at: int) -> int:
    """Return the index behind a heading's last line: `<br>` parts it, and it is one heading."""
    end = at + 1
    while end < len(pieces) and pieces[end].line.where.continues and pieces[end].line.where.kind is Kind.HEADING:
        end += 1
    return end


def _is_top(where: Where) -> bool:
    return where.kind is Kind.HEADING and where.level == 1 and not where.continues


def _heading_text(pieces: Sequence[Piece]) -> str:
    texts = [pieces[0].text]
    for piece in pieces[1:]:
        texts[-1] = texts[-1].rstrip()
        texts.append(between(texts[-1], piece.text) + piece.text)
    return "".join(texts)


def _title_at(pieces: Sequence[Piece], title: str, *, final: bool, line: int) -> int | None:
    """Return which piece is the title, or begins it.

    It is the one that says what is known, else the line that looks like it, else a level-1 heading, else the first.
    Where the title is known and several headings of level 1 say something else, they are sections.
    """
    if not pieces:
        return None
    known = _key(title)
    if known:
        for at, piece in enumerate(pieces[:_TITLE_WITHIN]):
            if known in {_key(piece.text), _key(_heading_text(pieces[at : _heading_end(pieces, at)]))}:
                return at
        if final:
            return None
    elif line:
        for at, piece in enumerate(pieces):
            if piece.line.number == line:
                return at
    tops = [at for at, piece in enumerate(pieces) if _is_top(piece.line.where)]
    if tops and tops[0] < _TITLE_WITHIN and not (known and len(tops) > 1):
        return tops[0]
    first = pieces[0]
    text = first.text.rstrip()
    looks = len(text) <= _TITLE_LONGEST and not text.endswith((".", ",", ";", ":")) and not item_mark(text)
    return 0 if not known and looks and first.line.where.kind in {None, Kind.HEADING} else None


def _nested(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, each no deeper in lists than what is above holds: an item that it was in may be gone."""
    nested = []
    depth = 0
    for block in blocks:
        kind = block.kind
        most = min(depth + 1, _DEEPEST) if kind is Kind.ITEM else depth
        depth = 0 if kind is Kind.HEADING or block.quoted else block.level
        if block.quoted > _DEEPEST:
            nested.append(replace(block, quoted=_DEEPEST))
        elif depth > most:
            depth = most
            nested.append(replace(block, level=most))
        else:
            nested.append(block)
    return nested


def _anchored(blocks: Iterable[Block], taken: dict[str, int]) -> list[Block]:
    """Give each heading its stable id, unique on the page."""
    return [
        replace(block, anchor=anchor(block.text, taken)) if block.kind is Kind.HEADING else block for block in blocks
    ]
