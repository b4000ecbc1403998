"""Kept lines -> blocks: what is a heading, a list item, a paragraph. Words go through unchanged and in order.

Where a reader knows a line's kind (HTML, Markdown), its word is taken. In plain text the look decides:

- an item begins with a bullet or a number; lines indented below it belong to it;
- a heading is a short line without a full stop, above text, in the manner of the document's other headings: in a
  document of Title Case Headings a short question in plain case is a paragraph;
- a numbered line in heading's clothes, above a paragraph and not above its next number, is a subheading;
- hard-wrapped lines are flowed together where the text keeps to a column.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidewright.model import Block, Cell, Kind, Mark, MarkKind
from guidewright.slug import slugify, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidewright.model import Line, Verdict

_BULLET = re.compile(r"(?P<indent>[\s\u00a0]*)(?:[•·●◦▪‣⁃*+–—-])[\s\u00a0]+(?=\S)")
_NUMBER = re.compile(r"(?P<indent>[\s\u00a0]*)(?P<number>0|[1-9]\d{0,2})[.)][\s\u00a0]+(?=\S)")
_QUOTED = re.compile(r"(?P<marks>(?:>\s?)+)(?P<rest>.*)")
_URL = re.compile(r"https?://[^\s<>\"“”]{2,}")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "if",
        "in",
        "into",
        "is",
        "it",
        "nor",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "over",
        "per",
        "so",
        "than",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "when",
        "with",
        "yet",
        "your",
        "you",
        "their",
        "our",
        "my",
        "his",
        "her",
        "its",
        "are",
        "be",
        "do",
        "does",
    ],
)
_HEADING_LONGEST = 110
_HEADING_WORDS = 16
# So many short questions, each above its answer, are an FAQ's headings and no asides.
_A_FAQ = 3
# So many short numbered lines, each above text of its own, are headings; two may be a list with notes.
_A_RUN = 3
_STEP_WORDS = 13
# The least words of a line that a heading can stand above in text without blank lines.
_BODY_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    """A kept line on its way: what it says and where it stood."""

    line: Line
    text: str
    marks: tuple[Mark, ...]
    blank_above: bool
    blank_below: bool = False


@dataclass(frozen=True, slots=True)
class Shaped:
    """The title (with its line number, 0 where it is not in the text) and the blocks below it."""

    title: str
    title_line: int
    blocks: tuple[Block, ...]


def shape(verdicts: Sequence[Verdict], *, title: str = "") -> Shaped:
    """Return title and blocks of what is kept. `title` is what metadata or the format say; else the text decides."""
    pieces = _pieces(verdicts)
    at = _title_at(pieces, title)
    heading = ""
    if at is not None:
        heading, pieces = pieces[at].text.strip(), pieces[:at] + pieces[at + 1 :]
    structured = any(piece.line.where.kind for piece in pieces)
    blocks = _from_markup(pieces) if structured else _from_text(pieces)
    return Shaped(heading or title, _number_of(verdicts, heading) if at is not None else 0, _anchored(blocks))


def _number_of(verdicts: Sequence[Verdict], heading: str) -> int:
    return next(v.line.number for v in verdicts if v.text is not None and v.text.strip() == heading)


def _pieces(verdicts: Sequence[Verdict]) -> list[_Piece]:
    pieces: list[_Piece] = []
    blank = True
    for verdict in verdicts:
        for text in (verdict.text or "").split("\n"):
            if text and not text.isspace():
                marks = verdict.marks if "\n" not in (verdict.text or "") else ()
                pieces.append(_Piece(verdict.line, text, marks, blank))
                blank = False
            elif pieces:
                pieces[-1] = replace(pieces[-1], blank_below=True)
                blank = True
    return pieces


# --- the title -------------------------------------------------------------------------------------------------


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.replace("’", "").replace("'", "").casefold()))


def _title_at(pieces: Sequence[_Piece], title: str) -> int | None:
    """Return which piece is the title: the one that says what is known, else a level-1 heading, else the first."""
    if not pieces:
        return None
    known = _key(title)
    if known:
        for at, piece in enumerate(pieces[:12]):
            if _key(piece.text) == known:
                return at
    for at, piece in enumerate(pieces[:12]):
        if piece.line.where.kind is Kind.HEADING and piece.line.where.level == 1:
            return at
    first = pieces[0]
    looks = len(first.text) <= 160 and not first.text.rstrip().endswith((".", ",", ";", ":")) and not _mark(first.text)
    return 0 if not known and looks and first.line.where.kind in {None, Kind.HEADING} else None


# --- blocks from markup ----------------------------------------------------------------------------------------


def _from_markup(pieces: Sequence[_Piece]) -> list[Block]:
    blocks: list[Block] = []
    rows: dict[int, dict[int, Cell]] = {}
    table = None
    for piece in pieces:
        where = piece.line.where
        text, marks = _strip(piece.text, piece.marks) if where.kind is not Kind.CODE else (piece.text, ())
        number = piece.line.number
        if where.cell is not None:
            if table != where.cell[0]:
                table, rows = where.cell[0], {}
                blocks.append(Block(Kind.TABLE, "", number, number))
            row = rows.setdefault(where.cell[1], {})
            # A Markdown line holds a whole row, a tab between its cells.
            for column, cell in enumerate(_cells(text, marks), start=where.cell[2]):
                old = row.get(column)
                row[column] = _join_cells(old, cell.text, cell.marks) if old else cell
            blocks[-1] = replace(blocks[-1], last=number, rows=_grid(rows))
            continue
        table = None
        if where.continues and blocks and blocks[-1].kind is (where.kind or Kind.PARAGRAPH):
            blocks[-1] = _flow(
                blocks[-1], text, marks, number, "\n" if where.kind is Kind.CODE or blocks[-1].breaks else " "
            )
            continue
        kind = where.kind or Kind.PARAGRAPH
        level = where.level
        if kind is Kind.HEADING:
            level = min(6, max(2, level))
        quoted = where.level if kind is Kind.QUOTE else 0
        blocks.append(
            Block(
                kind,
                text,
                number,
                number,
                level=0 if quoted else level,
                number=where.number,
                marks=marks,
                quoted=quoted,
                target=where.target,
            ),
        )
    return [block for block in blocks if block.text or block.rows or block.kind in {Kind.IMAGE, Kind.RULE}]


def _cells(text: str, marks: Sequence[Mark]) -> list[Cell]:
    cells = []
    begin = 0
    for piece in text.split("\t"):
        end = begin + len(piece)
        inside = [_shift(mark, -begin) for mark in marks if begin <= mark.start and mark.end <= end]
        cells.append(Cell(*_strip(piece, inside)))
        begin = end + 1
    return cells


def _grid(rows: dict[int, dict[int, Cell]]) -> tuple[tuple[Cell, ...], ...]:
    width = max(max(row) for row in rows.values()) + 1
    return tuple(tuple(row.get(column, Cell("")) for column in range(width)) for _, row in sorted(rows.items()))


def _join_cells(old: Cell, text: str, marks: Iterable[Mark]) -> Cell:
    shift = len(old.text) + 1
    return Cell(f"{old.text} {text}", old.marks + tuple(_shift(mark, shift) for mark in marks))


# --- blocks from plain text ------------------------------------------------------------------------------------


def _from_text(pieces: list[_Piece]) -> list[Block]:
    pieces = _flow_wrapped(pieces)
    headings = _headings(pieces)
    blocks: list[Block] = []
    indents: list[int] = []  # of the open items, outermost first
    for at, piece in enumerate(pieces):
        text = piece.text.rstrip()
        number = piece.line.number
        if at in headings:
            indents = []
            blocks.append(Block(Kind.HEADING, text.strip(), number, number, level=headings[at]))
            continue
        found = _mark(text)
        if found:
            indent = len(found["indent"].expandtabs(4))
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indents[-1] < indent:
                indents.append(indent)
            ordinal = found.groupdict().get("number")
            said = text[found.end() :]
            blocks.append(
                _linked(
                    Block(Kind.ITEM, said, number, number, level=len(indents), number=int(ordinal) if ordinal else None)
                )
            )
            continue
        indent = len(text) - len(text.lstrip())
        depth = sum(each < indent for each in indents)
        if depth and blocks and blocks[-1].kind is Kind.ITEM and not piece.blank_above:
            blocks[-1] = _flow(blocks[-1], text.strip(), (), number, " ")
            continue
        if not depth:
            indents = []
        quote = _QUOTED.fullmatch(text.strip())
        if quote:
            level = quote["marks"].count(">")
            if blocks and blocks[-1].quoted == level and not piece.blank_above:
                blocks[-1] = _flow(blocks[-1], quote["rest"].strip(), (), number, " ")
            else:
                blocks.append(_linked(Block(Kind.QUOTE, quote["rest"].strip(), number, number, quoted=level)))
            continue
        blocks.append(_linked(Block(Kind.PARAGRAPH, text.strip(), number, number, level=depth)))
    return blocks


def _mark(text: str) -> re.Match[str] | None:
    return _BULLET.match(text) or _NUMBER.match(text)


def _flow_wrapped(pieces: list[_Piece]) -> list[_Piece]:
    """Join the lines of paragraphs that were wrapped at a column.

    A text is taken as wrapped when most of its paragraph lines run into the next line without a blank between, end
    without a full stop about as often as not, and none is longer than 100 characters.
    """
    longs = [piece for piece in pieces if len(piece.text) > 40]
    if len(longs) < 4 or max(len(piece.text) for piece in longs) > 100:
        return pieces
    running = [
        above
        for above, below in itertools.pairwise(pieces)
        if len(above.text) > 50
        and not below.blank_above
        and not _mark(below.text)
        and not above.text.rstrip().endswith((".", "!", "?", ":", "”", '"'))
    ]
    if len(running) < 0.3 * len(longs):
        return pieces
    width = max(len(piece.text) for piece in longs)
    flowed: list[_Piece] = []
    for piece in pieces:
        above = flowed[-1] if flowed else None
        if (
            above
            and not piece.blank_above
            and not _mark(piece.text)
            and above.blank_below is False
            and _is_full(above, piece, width)
        ):
            flowed[-1] = replace(
                above, text=f"{above.text.rstrip()} {piece.text.strip()}", blank_below=piece.blank_below
            )
        else:
            flowed.append(piece)
    return flowed


def _is_full(above: _Piece, below: _Piece, width: int) -> bool:
    """Whether the next line's first word had no room on the line above, or the sentence goes on."""
    tail = above.text.rstrip()
    last = tail if len(tail) <= width else tail[-width:]
    first_word = below.text.split(maxsplit=1)[0]
    return len(last) + 1 + len(first_word) > 0.75 * width or not tail.endswith((".", "!", "?", ":"))


def _linked(block: Block) -> Block:
    """Make the bare addresses of a plain text links."""
    marks = []
    for found in _URL.finditer(block.text):
        address = _without_stop(found.group())
        marks.append(Mark(found.start(), found.start() + len(address), MarkKind.LINK, address))
    return replace(block, marks=tuple(marks)) if marks else block


def _without_stop(address: str) -> str:
    """Return an address without the punctuation of the sentence around it; its own brackets stay."""
    while address[-1] in ".,;:!?’'" or (address[-1] == ")" and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


# --- headings in plain text ------------------------------------------------------------------------------------


def _headings(pieces: Sequence[_Piece]) -> dict[int, int]:
    """Return {index: level} of the pieces that are headings."""
    candidates = [at for at in range(len(pieces)) if _may_be_heading(pieces, at)]
    plain = [at for at in candidates if not _NUMBER.match(pieces[at].text)]
    titled = [at for at in plain if _is_title_case(pieces[at].text)]
    strict = len(titled) * 2 > len(plain)  # the document's own manner: Title Case
    spaced = _is_spaced(pieces)
    asked = [at for at in plain if pieces[at].text.rstrip().endswith("?") and len(pieces[at].text.split()) > 3]
    chosen: dict[int, int] = dict.fromkeys(_numbered_run(pieces), 0)
    if len(asked) >= _A_FAQ:
        chosen |= dict.fromkeys(asked, 2)
    for at in candidates:
        piece = pieces[at]
        found = _NUMBER.match(piece.text)
        text = piece.text[found.end() :] if found else piece.text.strip()
        if (
            text.endswith("?")
            and not _is_title_case(text)
            and (strict or not _asks_above_text(pieces, at, spaced=spaced))
        ):
            continue
        if strict and not _is_title_case(text) and not spaced:
            continue
        chosen[at] = 0 if found else 2
    return _levels(pieces, chosen)


def _numbered_run(pieces: Sequence[_Piece]) -> list[int]:
    """Return the lines 1, 2, 3, ... that are short and each stand above text of their own: steps, not a list."""
    run: list[tuple[int, int]] = []  # (index, number)
    best: list[tuple[int, int]] = []
    for at, (piece, below) in enumerate(itertools.pairwise(pieces)):
        found = _NUMBER.match(piece.text)
        if not found or len(piece.text.split()) > _STEP_WORDS or len(found["indent"]) > 3:
            continue
        if _mark(below.text) is not None or len(below.text) - len(below.text.lstrip()) > len(found["indent"]):
            continue
        number = int(found["number"])
        if run and number == run[-1][1] + 1:
            run.append((at, number))
        else:
            run = [(at, number)]
        best = max(best, run, key=len)
    return [at for at, _ in best] if len(best) >= _A_RUN else []


def _levels(pieces: Sequence[_Piece], chosen: dict[int, int]) -> dict[int, int]:
    """Numbered headings under an unnumbered one are its subheadings; where all are numbered, they are sections."""
    numbered = [at for at, level in chosen.items() if level == 0]
    lone = len(numbered) < 2
    above = any(level == 2 and at < numbered[0] for at, level in chosen.items()) if numbered else False
    return {
        at: (3 if above and not lone else 2) if level == 0 else level
        for at, level in chosen.items()
        if not (level == 0 and lone and _mark(pieces[at].text) and pieces[at].text[:1].isspace())
    }


def _may_be_heading(pieces: Sequence[_Piece], at: int) -> bool:
    piece = pieces[at]
    text = piece.text.strip()
    found = _NUMBER.match(piece.text)
    if found:
        text = piece.text[found.end() :].strip()
    elif _BULLET.match(piece.text) or piece.text[:2].isspace():
        return False
    words = text.split()
    if not (1 <= len(words) <= _HEADING_WORDS and len(text) <= _HEADING_LONGEST):
        return False
    if text.endswith(":") and len(words) > 1 and _is_title_case(text):
        text = text[:-1]
    if text.endswith((".", ",", ";", ":", "…", "!", "”", '"')) or not any(c.isalpha() for c in text):
        return False
    if text.count("|") > 1:
        return False  # a row of a table
    if text[0].islower() or text[0] in "“\"'(‘[" or "://" in text:
        return False
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if below is None:
        return False
    if found:
        return _is_numbered_heading(pieces, at, text)
    if _mark(below.text) is not None:
        return True
    return len(below.text.split()) >= _BODY_WORDS or _short_heading_pair(pieces, at)


def _short_heading_pair(pieces: Sequence[_Piece], at: int) -> bool:
    """A heading above a subheading or above a short first paragraph that is a sentence."""
    below = pieces[at + 1].text.strip()
    after = pieces[at + 2].text if at + 2 < len(pieces) else ""
    ends = below.endswith((".", "!", "?", ":", "”"))
    if ends:
        return (pieces[at].blank_above and not pieces[at + 1].blank_above) or _is_title_case(pieces[at].text)
    return len(after.split()) >= _BODY_WORDS and _is_title_case(pieces[at].text) and _is_title_case(below)


def _is_numbered_heading(pieces: Sequence[_Piece], at: int, text: str) -> bool:
    """Short, without a stop, and above a paragraph of its own, not above the list's next number."""
    below = pieces[at + 1]
    return (
        _mark(below.text) is None
        and len(below.text.split()) >= _BODY_WORDS
        and len(below.text) > len(text)
        and (len(below.text) - len(below.text.lstrip()) < 3)
    )


def _is_title_case(text: str) -> bool:
    words = [word.strip("“”\"'‘’().,:?!") for word in text.split()]
    words = [word for word in words if word and word[0].isalpha()]
    big = [word for word in words if word.lower() not in _SMALL]
    if not big:
        return bool(words) and all(word[0].isupper() for word in words)
    capital = sum(word[0].isupper() for word in big)
    return capital >= 0.8 * len(big) and words[0][0].isupper() and (len(big) > 1 or len(words) <= 2)


def _asks_above_text(pieces: Sequence[_Piece], at: int, *, spaced: bool) -> bool:
    """Whether a question in plain case stands as a heading does: room above it, its answer straight below."""
    below = pieces[at + 1]
    if not spaced:
        return len(below.text.split()) >= _BODY_WORDS
    return pieces[at].blank_above and not below.blank_above


def _is_spaced(pieces: Sequence[_Piece]) -> bool:
    """Whether paragraphs stand apart by blank lines."""
    blanks = sum(piece.blank_above for piece in pieces)
    return blanks * 3 > len(pieces)


# --- small things ----------------------------------------------------------------------------------------------


def _flow(block: Block, text: str, marks: Iterable[Mark], last: int, glue: str) -> Block:
    shift = len(block.text) + len(glue)
    more = tuple(_shift(mark, shift) for mark in marks)
    return replace(block, text=f"{block.text}{glue}{text}", last=last, marks=block.marks + more)


def _shift(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)


def _strip(text: str, marks: Iterable[Mark]) -> tuple[str, tuple[Mark, ...]]:
    lead = len(text) - len(text.lstrip())
    stripped = text.strip()
    kept = []
    for mark in marks:
        start, end = max(0, mark.start - lead), min(len(stripped), mark.end - lead)
        if start < end:
            kept.append(replace(mark, start=start, end=end))
    return stripped, tuple(kept)


def _anchored(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give each heading its stable id, unique on the page."""
    taken: set[str] = set()
    return tuple(
        replace(block, anchor=unique(slugify(block.text, empty="section"), taken))
        if block.kind is Kind.HEADING
        else block
        for block in blocks
    )
