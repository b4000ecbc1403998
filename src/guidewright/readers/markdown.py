"""Markdown (CommonMark, https://spec.commonmark.org, with tables and strikethrough), with or without front matter.

The lines are the file's own, so that it can be given back byte for byte: `text` is the raw line, `plain` is what it
says without markup (empty for a line that says nothing: a fence, an underline, a link definition, front matter), and
`marks` count in `plain`. The lines of a wrapped paragraph continue each other. A row of a table is one line, its
cells apart by tabs, `cell` names its first. Raw HTML is text and shows as typed, and so do footnotes, which
CommonMark does not know. What no block of the parser covers shows as typed, too: nothing is lost by a limit of it.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

from guidewright.model import Kind, Line, Mark, MarkKind, Notice, Page, Where
from guidewright.readers import text as plain_text
from guidewright.readers._links import is_full_of_links
from guidewright.readers._meta import absolute, is_adrift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.token import Token

    from guidewright.model import Source

READS = ("text/markdown", ".md", ".markdown", ".mdown", ".mkd")
BYTES_COME_BACK = True

# Front matter has some lines; what goes on longer is text between two rules.
_FRONT_LONGEST = 200
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_][\w-]{0,60}[ \t]*[:=]")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")
# Front matter's keys, by ours.
_KEYS = {
    "title": ("title",),
    "author": ("author", "authors", "by"),
    "published": ("date", "published", "publishdate", "created"),
    "publisher": ("publisher", "site", "source"),
    "licence": ("licence", "license"),
    "rights": ("rights", "copyright"),
    "language": ("lang", "language", "locale"),
    "url": ("url", "canonical", "canonical_url", "link"),
}
# A paragraph of more characters than this is shown without its marks' being looked for.
_INLINE_LONGEST = 200_000
_HEADING_LONGEST = 2_000
_URL = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’']")
_KINDS = {"strong": MarkKind.STRONG, "em": MarkKind.EMPHASIS, "s": MarkKind.STRUCK, "link": MarkKind.LINK}
_BREAKS = frozenset({"softbreak", "hardbreak"})
# What stands between two paragraphs of a quotation.
_NO_WORDS = re.compile(r"[\s>]*")
# Addresses that lead nowhere: of a button that a program answers, of a picture that is its own address.
_NOWHERE = re.compile(r"javascript:\s*(?:void\b[\s\w()]*)?;?$|data:image/", re.IGNORECASE)
# html2text breaks lines behind a hyphen of a link's address, too, and CommonMark knows no such address; it breaks those
# of headings, too, and CommonMark ends a heading with its line.
_BROKEN = re.compile(r"\]\(<?(?:\\[()]|[^\s()<>])+(?:-\n(?:\\[()]|[^\s()<>])+)+>?(?:[ \n]\"[^\"]{0,400}\")?\)")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^\s()]*\)")
_UNCLOSED_TEXT, _TEXT_GOES_ON = re.compile(r"(?<!\\)\[[^\[\]]*\Z"), re.compile(r"[^\[\]]*\]\([^()]*\)[^\n]*\n*\Z")
_UNCLOSED_ADDRESS, _ADDRESS_GOES_ON = (
    re.compile(r"\]\((?:\\[()]|[^\s()])*-\Z"),
    re.compile(r"(?:\\[()]|[^\s()]|-\n)+(?:\s\"[^\"]{0,400}\")?\)[^\n]*\n*\Z"),
)
# A footnote is not a link definition, as which CommonMark would read it.
_FOOTNOTE = re.compile(r"\[\^(?=[^\s\[\]]+\])")


def read(source: Source) -> Page:
    """Return the file's lines with what the markup says of each; never fails, whatever the bytes are."""
    lines = plain_text.numbered(source.raw)
    front, begin, complaints = _front(source.id, lines)
    found = _found(front)
    said = source.metadata
    base = said.url or dict(found).get("url", "")
    reader = _Reader(lines, begin, base)
    reader.run()
    title = said.title or dict(found).get("title", "") or reader.first_heading
    language = said.language or dict(found).get("language", "")
    adrift, document = frozenset(reader.adrift), not is_full_of_links(source.raw)
    return Page(source.id, tuple(reader.lines), found, title, language, complaints, adrift, document)


def _front(source_id: str, lines: Sequence[Line]) -> tuple[dict[str, Any], int, tuple[Notice, ...]]:
    """Return the front matter, the index of the first line below it (0 where there is none), and what is wrong with it.

    Between two rules stands front matter where a key begins it; else it is text.
    """
    opening = lines[0].says.rstrip() if lines else ""
    for at, line in enumerate(lines[1:_FRONT_LONGEST] if opening in _FENCES else (), start=1):
        if line.says.rstrip() not in _FENCES[opening]:
            continue
        text = "\n".join(each.says for each in lines[1:at])
        try:
            values = yaml.safe_load(text) if opening == "---" else tomllib.loads(text)
        except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            return {}, 0, (_complaint(source_id, opening, error),) if _KEY.match(text) else ()
        if isinstance(values, dict):
            return {str(key).lower(): value for key, value in values.items()}, at + 1, ()
        return {}, 0, ()
    return {}, 0, ()


def _complaint(source_id: str, opening: str, error: Exception) -> Notice:
    """Return what is wrong with front matter, in which line, and what to do."""
    mark = getattr(error, "problem_mark", None)
    named = _AT_LINE.search(str(error))
    line = mark.line if mark else int(named[1]) - 1 if named else -1
    if opening == "---":
        problem = getattr(error, "problem", None) or str(error) or "it is not YAML"
        remedy = "put texts that hold a colon, # or quotes between quotation marks, and spaces where tabs are"
    else:
        problem, remedy = _AT_LINE.sub("", str(error)), 'put texts between quotation marks: key = "text"'
    text = f"its front matter cannot be read: {problem}; {remedy}"
    return Notice(source_id, line + 2, text, error=True)


def _found(front: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for key, names in _KEYS.items():
        text = next((text for name in names if (text := _scalar(front.get(name)))), "")
        if text:
            pairs.append((key, text))
    return tuple(pairs)


def _scalar(value: object) -> str:
    """Return a front matter value as text; of a list the texts in it, of anything else nothing."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_scalar(each) for each in value[:10] if not isinstance(each, list))))
    if isinstance(value, dict):
        return _scalar(value.get("name")) if isinstance(value.get("name"), str) else ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return " ".join(str(value).split())[:400] if isinstance(value, str | int | float) and value is not False else ""


# A line's words and the marks in them.
_Piece = tuple[str, list[Mark]]


class _Reader:
    """Writes into the lines what the parser's tokens say of them."""

    def __init__(self, lines: list[Line], begin: int, base: str) -> None:
        self.lines = lines
        self.first_heading = ""
        self.adrift: set[int] = set()
        self._begin = begin
        self._base = base
        self._parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable(["table", "strikethrough"])
        valid = self._parser.validateLink
        self._parser.validateLink = lambda url: valid(url) or _NOWHERE.match(url) is not None  # type: ignore[method-assign]
        self._environment: dict[str, Any] = {}
        self._lists: list[int | None] = []
        self._items: list[bool] = []  # of each open item: whether its line has come
        self._numbers: list[int | None] = []
        self._quote = 0
        self._mask = ""
        self._tables = -1
        self._row = -1
        self._cells = 0  # of the row so far

    def run(self) -> None:
        """Parse what stands below the front matter and go through its tokens."""
        for at in range(self._begin):
            self._write(at, "", Where(path="front-matter"))
        text = "\n".join(line.says.replace("\r", " ").replace("\0", " ") for line in self.lines[self._begin :])
        # Stands for the beginning of a footnote: a character that the text does not have.
        self._mask = next(chr(each) for each in range(0xE000, 0xF900) if chr(each) not in text or each == 0xF8FF)
        tokens: list[Token] = []
        self._parser.block.parse(_FOOTNOTE.sub(self._mask, text), self._parser, self._environment, tokens)
        named = self._environment.get("references", {}).values()
        for reference in (*named, *self._environment.get("duplicate_refs", ())):
            self._silence(reference["map"][0], reference["map"][1], "definition")
        _mend_headings(tokens)
        above = None
        for token in tokens:
            self._token(token, above)
            above = token

    def _silence(self, first: int, end: int, path: str) -> None:
        for at in range(first, end):
            self._write(at + self._begin, "", Where(path=path))

    def _write(self, at: int, says: str, where: Where, marks: Iterable[Mark] = ()) -> None:
        line = self.lines[at]
        plain = None if says == line.text and line.plain is None else says
        leading = tuple(mark for mark in marks if mark.target or mark.kind is not MarkKind.LINK)
        self.lines[at] = replace(line, plain=plain, where=where, marks=leading)

    def _unmasked(self, text: str) -> str:
        return text.replace(self._mask, "[^")

    # --- blocks

    def _token(self, token: Token, above: Token | None) -> None:
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            self._lists.append(int(token.attrs.get("start", 1)) if kind.startswith("ordered") else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
        elif kind == "list_item_open":
            number = self._lists[-1]
            self._lists[-1] = None if number is None else number + 1
            self._items.append(False)
            self._numbers.append(number)
        elif kind == "list_item_close":
            self._items.pop()
            self._numbers.pop()
        elif kind == "blockquote_open":
            self._quote += 1
            for at in range(*token.map) if token.map else ():
                if _NO_WORDS.fullmatch(self.lines[at + self._begin].says):
                    self._silence(at, at + 1, "quotation")
        elif kind == "blockquote_close":
            self._quote -= 1
        elif kind == "table_open":
            self._tables += 1
            self._row = -1
            if token.map:
                self._silence(token.map[0] + 1, token.map[0] + 2, "table")
        elif kind == "tr_open":
            self._row += 1
            self._cells = 0
            if token.map:
                self._write(token.map[0] + self._begin, "", Where(kind=Kind.TABLE, cell=(self._tables, self._row, 0)))
        elif kind == "hr" and token.map:
            self._silence(token.map[0], token.map[1], "rule")
            self._write(token.map[0] + self._begin, "", Where(kind=Kind.RULE))
        elif kind in {"fence", "code_block"} and token.map:
            self._code(token)
        elif kind == "inline" and above is not None and token.map:
            token.children = []
            if len(token.content) <= _INLINE_LONGEST:
                token.content = _BROKEN.sub(_rejoined, token.content)
                self._parser.inline.parse(token.content, self._parser, self._environment, token.children)
                self._inline(token, above)

    def _code(self, token: Token) -> None:
        first, end = token.map or (0, 0)
        content = self._unmasked(token.content).removesuffix("\n").split("\n")
        if token.type == "fence":
            self._silence(first, end, "fence")
            first += 1
        for at, text in enumerate(content if token.content else ()):
            where = Where(kind=Kind.CODE, level=len(self._items), continues=at > 0)
            self._write(first + at + self._begin, text, where)

    def _inline(self, token: Token, above: Token) -> None:
        first, end = token.map or (0, 0)
        links = (child for child in token.children or () if child.type == "link_open")
        if any(is_adrift(self._base, str(link.attrs.get("href", ""))) for link in links):
            self.adrift.add(self.lines[first + self._begin].number)
        pieces = _pieces(token.children or [], self._base, self._unmasked)
        breaks = [False, *(child.type == "hardbreak" for child in token.children or () if child.type in _BREAKS)]
        if above.type in {"th_open", "td_open"}:
            self._cell(first + self._begin, pieces)
            return
        wanted = token.content.count("\n") + 1
        # A code span or a link's title runs over a break, or a picture begins an item: the first line says it all.
        if len(pieces) != wanted or not pieces[0][0].strip():
            pieces = [_joined(pieces), *([("", [])] * (wanted - 1))]
            breaks = [False] * wanted
        kind, level, number = self._what(above, says=any(text.strip() for text, _ in pieces))
        image = _sole_image(token.children or [])
        target = absolute(self._base, str(image.attrs.get("src", ""))) if image else ""
        for at, ((text, marks), broken) in enumerate(zip(pieces, breaks, strict=True)):
            where = Where(
                kind=Kind.IMAGE if image else kind,
                level=level,
                number=number if text.strip() and not at else None,
                continues=at > 0,
                breaks=broken,
                link_density=_share(text, marks),
                target=target,
            )
            self._write(first + at + self._begin, text, where, marks)
        if above.type == "heading_open" and above.map:
            self._silence(end, above.map[1], "underline")
            if level == 1 and not self.first_heading:
                self.first_heading = " ".join(text for text, _ in pieces)

    def _cell(self, at: int, pieces: list[_Piece]) -> None:
        """Add a cell to its row's line."""
        line = self.lines[at]
        text, marks = _joined(pieces)
        before = f"{line.says}\t" if self._cells else ""
        moved = [replace(mark, start=mark.start + len(before), end=mark.end + len(before)) for mark in marks]
        self._write(at, before + text.replace("\t", " "), line.where, [*line.marks, *moved])
        self._cells += 1

    def _what(self, above: Token, *, says: bool) -> tuple[Kind, int, int | None]:
        depth = len(self._items)
        if above.type == "heading_open":
            return Kind.HEADING, int(above.tag[1]), None
        if depth and not self._items[-1]:
            self._items[-1] = says
            return Kind.ITEM, depth, self._numbers[-1]
        if self._quote:
            return Kind.QUOTE, self._quote, None
        return Kind.PARAGRAPH, depth, None


def _mend_headings(tokens: Sequence[Token]) -> None:
    """Give a heading in which a link was broken the rest of it: the paragraph below, where that ends with the link."""
    for at, token in enumerate(tokens[:-4]):
        said, rest = tokens[at + 1], tokens[at + 4]
        if token.type != "heading_open" or tokens[at + 3].type != "paragraph_open" or not said.map or not rest.map:
            continue
        if rest.map[0] == said.map[1] and _is_broken_off(said.content, rest.content):
            said.content, said.map = f"{said.content}\n{rest.content}", [said.map[0], rest.map[1]]
            rest.type = "mended"


def _is_broken_off(heading: str, rest: str) -> bool:
    """Whether a heading ends in a link's text or address, which goes on in the rest and ends in its last line."""
    if len(heading) + len(rest) > _HEADING_LONGEST:
        return False
    text, rest = _PICTURE.sub("", heading), _PICTURE.sub("", _BROKEN.sub(_rejoined, rest))
    if _UNCLOSED_TEXT.search(text):
        return _TEXT_GOES_ON.match(rest) is not None
    return _UNCLOSED_ADDRESS.search(text) is not None and _ADDRESS_GOES_ON.match(rest) is not None


def _rejoined(broken: re.Match[str]) -> str:
    """Return a link's address that was broken at hyphens in one line, and the line breaks behind it."""
    return broken.group().replace("-\n", "-") + "\n" * broken.group().count("-\n")


def _pieces(children: Sequence[Token], base: str, unmasked: Callable[[str], str]) -> list[_Piece]:
    """Return the lines of a paragraph, each with its words and marks; a link that leads nowhere has no target."""
    pieces: list[_Piece] = []
    words = ""
    marks: list[Mark] = []
    open_marks: list[tuple[MarkKind, int, str | None]] = []
    for child in (*children, None):
        if child is None or child.type in _BREAKS:
            marks.extend(
                Mark(start, len(words), kind, target)
                for kind, start, target in open_marks
                if start < len(words) and target is not None
            )
            pieces.append((words, _with_addresses(words, marks)))
            words, marks = "", []
            open_marks = [(kind, 0, target) for kind, _, target in open_marks]
            continue
        name, _, side = child.type.rpartition("_")
        if name in _KINDS and side == "open":
            target = _target(base, str(child.attrs.get("href", ""))) if name == "link" else ""
            open_marks.append((_KINDS[name], len(words), target))
        elif name in _KINDS and side == "close":
            kind, start, target = open_marks.pop()
            if start < len(words) and target is not None:
                marks.append(Mark(start, len(words), kind, target))
        elif child.type == "code_inline":
            code = unmasked(child.content)
            marks.append(Mark(len(words), len(words) + len(code), MarkKind.CODE))
            words += code
        elif child.type == "image":
            words += unmasked(_alternative(child))
        else:
            words += unmasked(child.content)
    return pieces


def _target(base: str, href: str) -> str | None:
    """Return where a link leads, empty where nobody knows; None for a place of the page: contents are no menu."""
    return None if href.startswith("#") else absolute(base, href)


def _with_addresses(words: str, marks: list[Mark]) -> list[Mark]:
    """Return a line's marks in order, those of its bare addresses among them."""
    taken = sorted(mark.start for mark in marks if mark.kind in {MarkKind.LINK, MarkKind.CODE})
    ends = {mark.start: mark.end for mark in marks if mark.kind in {MarkKind.LINK, MarkKind.CODE}}
    for found in _URL.finditer(words):
        at = bisect_left(taken, found.end())
        if not at or ends[taken[at - 1]] <= found.start():
            marks.append(Mark(found.start(), found.end(), MarkKind.LINK, found.group()))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _joined(pieces: Sequence[_Piece]) -> _Piece:
    words = ""
    marks: list[Mark] = []
    for text, found in pieces:
        shift = len(words) + 1 if words else 0
        words = f"{words} {text}" if words else text
        marks.extend(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in found)
    return words, marks


def _alternative(image: Token) -> str:
    """Return an image's alternative text, its own markup taken off."""
    return "".join(" " if child.type == "softbreak" else child.content for child in image.children or ())


def _sole_image(children: Sequence[Token]) -> Token | None:
    """Return the image that is all of a paragraph; None where there is more."""
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _share(text: str, marks: Iterable[Mark]) -> float:
    linked = sum(mark.end - mark.start for mark in marks if mark.kind is MarkKind.LINK)
    return round(linked / max(1, len(text)), 2)
