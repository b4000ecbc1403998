"""Web pages: every text node of the page as (part of) a line, with its place in the tree and what the markup says.

One line is one run of text between block borders; `<br>` splits it. Nothing is left out by judgement: navigation,
hidden elements and comment threads are lines like any other, and their `where.path` tells what they are. Text inside
`script`, `style` and `template` elements is program, not page text, and makes no line; comments and attributes make
none either, but for the alt text of images. White space is collapsed as browsers do, except in `pre`.

`where.path` is the chain of elements around *all* of the line's text, outermost first, in CSS notation:
`html/body/article#post-1.post/p` with `[role=…]`, `[itemprop=…]` and `[hidden]` where they stand. A chain of more
than 48 elements is shown without its middle (`…`).
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple
from urllib.parse import unquote

import ftfy
import ftfy.badness
from lxml import etree
from lxml.html import HtmlElement

from guidewright.model import Kind, Line, Mark, MarkKind, Page, Where
from guidewright.readers import text as plain_text
from guidewright.readers._decode import decode
from guidewright.readers._main import score
from guidewright.readers._meta import absolute, is_adrift, stated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidewright.model import Source

# A page that a format made of one of its articles: all that stands in `article` is the article, nothing else is.
ARTICLE = "text/html; content=article"
READS = ("text/html", "application/xhtml+xml", ".html", ".htm", ".xhtml", ARTICLE)

# libxml2 stops at 2,048 open elements and says nothing; pages that come near are read without a tree.
_DEEPEST = 2_000
# No article's page is deeper, has more lines or more characters; larger ones are not shown to trafilatura.
_DEEP, _MANY, _LARGE = 200, 6_000, 4_000_000
_PATH_HEAD, _PATH_TAIL = 8, 40
_CLASSES = 8
# A table's cells may span this many columns at most; browsers allow 1,000, which no guide can show.
_WIDEST = 60
_WIDE = 20
# A cell of more characters than this is layout or prose, not data.
_CELL_LONGEST = 600

# No title has more characters; a heading of no more letters than this may begin as the title does by chance. So many
# blanks has a paragraph of prose at least.
_LONGEST_TITLE, _TELLING, _PROSE_BLANKS = 300, 12, 19

# What shows as nothing; the annotation of a formula is the formula once more, as a program.
_PROGRAM = frozenset({"script", "style", "template", "annotation", "annotation-xml"})
# What a formula is made of.
_FORMULA = frozenset({
    "math", "menclose", "mfenced", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom", "mroot",
    "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtext", "munder", "munderover", "semantics",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "button", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "output", "picture", "q", "rb", "rp", "rt",
    "rtc", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", *_FORMULA,
})  # fmt: skip
# A power or an index that would run into the number or the letter before it: 10<sup>6</sup> is not 106.
_POWER = re.compile(r"[+\u2212-]?\d{1,4}")
_BASE = re.compile(r"(?:[\d)\]]|(?<![^\W\d_])[^\W\d_]{1,2})$")
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-\u2212", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS = {
    **dict.fromkeys(("strong", "b", "dt"), MarkKind.STRONG),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), MarkKind.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkKind.CODE),
}
_LISTS = ("ul", "ol", "menu", "dir")
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
# What inside a table says that the table lays out the page and holds no data.
_NOT_IN_DATA = frozenset({*_HEADINGS, "blockquote", "pre", "form", "figure", "article", "section", "iframe"})

# What a link says that stands in a heading and leads to it.
_SIGNS = frozenset({"#", "##", "¶", "§", "🔗", "🔗︎", "⚓", "∞"})

_SPACE = re.compile(r"[ \t\n\r\f\u200b\ufeff]+")
_WORD_IN_NAME = re.compile(r"[A-Za-z_][\w-]*")
# What is called a panel that a reader opens, and what stands above one to open it.
_PANEL = re.compile(r"accordion|collaps|\bpanel|\bfaq|toggle|expand|\banswer|spoiler", re.IGNORECASE)
_PANEL_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt", "button", "summary"})
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u2060\ufff9-\ufffb]")
_LONG_TAG = re.compile(r"<([A-Za-z][^\s<>/]*)([^<>]{4000,})>")
_LONG = 4_000
_BEYOND_ASCII = re.compile("[^\x00-\x7f]{2}")
_IN_ARTICLE = re.compile(r"html/body/article(?:/|$)")
# A question in one of these opens its answer: it stands above it as a heading does.
_OPENS = re.compile(r"(?:summary|button)\b")
_ANY_TAG = re.compile(r"<[A-Za-z!/?]")


def read(source: Source) -> Page:
    """Return every line of a page; never fails, whatever the bytes are. What holds no tag is read as plain text."""
    text = decode(source.raw)
    if not _ANY_TAG.search(text):
        return plain_text.read(source)
    root = parse(text)
    said = source.metadata
    if root is None:
        return Page(source.id, _flat(text), title=said.title)
    about = stated(root, text, said.url)
    walk = _Walk(about.base, _panels(root))
    walk.run(root)
    if walk.deepest >= _DEEPEST:
        return Page(source.id, _flat(text), about.found, said.title or about.title, about.language)
    lines = _repaired(walk.lines)
    title = said.title or _title(lines, about.titles)
    small = walk.deepest <= _DEEP and len(lines) <= _MANY and len(text) <= _LARGE
    scores = _given(lines) if source.media_type == ARTICLE else score(root if small else None, lines, title)
    for line, main in zip(lines, scores, strict=True):
        # Nobody has seen these lines yet; making each anew, with a place anew, took a thirtieth of the whole time.
        object.__setattr__(line.where, "main", main)
    return Page(source.id, lines, about.found, title, about.language, adrift=frozenset(walk.adrift))


def _given(lines: Sequence[Line]) -> list[float | None]:
    """Return how sure it is that each line belongs to the article where the page says it; None without words."""
    return [
        None
        if line.where.kind is Kind.IMAGE or not line.says.strip()
        else float(_IN_ARTICLE.match(line.where.path) is not None)
        for line in lines
    ]


def parse(text: str) -> Any:  # noqa: ANN401 - lxml's element types are private
    """Return the root element, or None where there is no element at all."""
    if any(len(piece) > _LONG and not 0 <= piece.find(">") <= _LONG for piece in text.split("<")):
        text = _LONG_TAG.sub(_short_tag, text)
    text = text.replace("\0", "\ufffd")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # One class for all elements: lxml.html's parser asks Python for the class of each, some thousand times a page.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None


def _short_tag(tag: re.Match[str]) -> str:
    """Drop the attributes of a tag that has thousands: the parser takes the square of their number in time."""
    return tag.group() if len(tag[2].split(None, 400)) <= 400 else f"<{tag[1]}>"


class _Walk:
    """One pass over the tree, without recursion, that emits lines."""

    def __init__(self, base: str, panels: frozenset[str]) -> None:
        self.base = base
        self.panels = panels
        self.lines: list[Line] = []
        self.adrift: set[int] = set()
        self.deepest = 0
        self._stack: list[str] = []  # path segments of the open elements
        self._pieces: list[str] = []
        self._length = 0
        self._space = False  # white space seen and not yet written
        self._common = 0  # how many of the open elements hold all text of the line
        self._floor = 0  # the fewest elements that were open since its last text
        self._path: list[str] = []
        self._marks: list[Mark] = []
        self._open: dict[MarkKind, int] = {}  # kind -> where it began in this line
        self._depths = dict.fromkeys(MarkKind, 0)
        self._target = ""
        self._href = ""
        self._after: str | None = None  # the address of the link that ended with the last character
        self._linked = 0  # characters of the line that are link text, spaces left out
        self._links = 0
        self._images: list[tuple[str, str, str]] = []  # alt, address, path: waiting for the line's end
        self._heading = 0
        self._section = 1  # the level of the last heading
        self._quote = 0
        self._pre = 0
        self._breaks = 0  # `<br>`s since the last line
        self._begun = False  # whether this block has had a line
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets
        self._items: list[int] = []  # of each open item: the index of its line; -1 until that has come
        self._numbers: list[int | None] = []
        self._tables: list[_Table] = []
        self._table_count = 0
        self._ids: dict[str, int] = {}  # of each element's id: the line that it begins
        self._first: list[int] = []  # of each open item: how many lines there were before it
        self._cards: list[tuple[int, int, int]] = []  # of each item that holds a heading: its lines, its own line
        self._is_card: list[bool] = []
        self._signed: Any = None  # the sign in a heading that has just been emitted

    def run(self, root: Any) -> None:  # noqa: ANN401
        """Walk the whole tree."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if tag in _PROGRAM:
                    walker.skip_subtree()
                    continue
                if tag == "a" and self._heading and _is_sign(element):
                    self._sign(element)
                    walker.skip_subtree()
                    continue
                self._start(element, tag)
                if element.text:
                    self._text(element.text)
            else:
                if element is self._signed:
                    self._signed = None
                elif tag not in _PROGRAM:
                    self._end(tag)
                if element.tail:
                    self._text(element.tail)
        self._flush()
        self._open_cards()
        self._lead_inside()

    # --- elements

    def _start(self, element: Any, tag: str) -> None:  # noqa: ANN401
        if tag not in _INLINE:
            self._flush()
            if tag != "br":
                self._breaks = 0
                self._begun = False
        if element.attrib and (name := element.get("id") or (tag == "a" and element.get("name"))):
            self._ids.setdefault(name, len(self.lines) + 1)
        self._stack.append(_segment(element, tag, self.panels))
        if len(self._stack) > self.deepest:  # noqa: PLR1730 - once for every element, and a call costs
            self.deepest = len(self._stack)
        kind = _KINDS.get(tag)
        if kind:
            self._begin(kind)
        elif tag in self._begin_by_tag:
            self._begin_by_tag[tag](self, element)
        if self._tables and tag in _NOT_IN_DATA:
            self._tables[-1].layout = True

    def _end(self, tag: str) -> None:
        if tag == "br":
            self._breaks += 1
        elif tag not in _INLINE:
            self._flush()
            self._breaks = 0
            self._begun = False
        kind = _KINDS.get(tag)
        if kind:
            self._finish(kind)
        elif tag in self._end_by_tag:
            self._end_by_tag[tag](self)
        self._stack.pop()
        if len(self._stack) < self._floor:  # noqa: PLR1730 - once for every element, and a call costs
            self._floor = len(self._stack)

    def _begin_link(self, element: Any) -> None:  # noqa: ANN401
        self._links += 1
        if self._links > 1:
            return
        href = element.get("href") or ""
        # Links side by side are apart on the page; two of one address are a torn word.
        self._space = self._space or self._after not in {None, href}
        self._href = href
        self._target = absolute(self.base, href) if href[:1] != "#" else href[1:] and href
        if self._target:
            self._begin(MarkKind.LINK)
        elif is_adrift(self.base, href):
            self.adrift.add(len(self.lines) + 1)

    def _end_link(self) -> None:
        self._links -= 1
        if self._links:
            return
        self._after = self._href if self._pieces else None
        if self._target:
            self._finish(MarkKind.LINK)
            self._target = ""

    def _sign(self, element: Any) -> None:  # noqa: ANN401
        """Emit the sign in a heading that leads to it: a line of its own, and no part of the heading."""
        above = bool(self._pieces)
        self._flush()
        heading = len(self.lines) + (0 if above else 2)
        self._ids.setdefault(element.get("id") or element.get("name") or "", heading)
        where = Where(
            path=self._path_of([*self._stack, _segment(element, "a", self.panels)]),
            kind=Kind.PARAGRAPH,
            link_density=1.0,
        )
        self._append(Line(len(self.lines) + 1, _clean("".join(element.itertext()).strip()), where))
        self._signed = element

    def _raise(self, element: Any) -> None:  # noqa: ANN401
        """Write a power in signs of its own where it would run into what stands before it; a note at a number, too."""
        note = not element.text and len(element) == 1 and element[0].tag == "a"
        inner = element[0] if note else element
        power = (inner.text or "").strip()
        if self._space or len(inner) or not _POWER.fullmatch(power):
            return
        before = "".join(self._pieces[-3:])
        if before[-1:].isdigit() if note else _BASE.search(before):
            inner.text = power.translate(_RAISED)

    def _lower(self, element: Any) -> None:  # noqa: ANN401
        """Write an index in signs of its own where it would run into a number."""
        index = (element.text or "").strip()
        beside = not self._space and "".join(self._pieces[-1:])[-1:].isdigit()
        if beside and not len(element) and _POWER.fullmatch(index):
            element.text = index.translate(_LOWERED)

    def _begin_formula(self, element: Any) -> None:  # noqa: ANN401
        """Write a power or a fraction of a formula as one does in a line."""
        if len(element) != 2:
            return
        second = element[1]
        if element.tag == "msup" and _POWER.fullmatch((second.text or "").strip()):
            second.text = second.text.strip().translate(_RAISED)
        elif second.text and second.text.strip():
            second.text = {"msup": "^", "mfrac": "/"}[element.tag] + second.text.strip()

    def _begin_heading(self, element: Any) -> None:  # noqa: ANN401
        self._heading = self._section = int(element.tag[1])
        if self._is_card:
            self._is_card[-1] = True

    def _end_heading(self) -> None:
        self._heading = 0

    def _begin_quote(self, _element: Any) -> None:  # noqa: ANN401
        self._quote += 1

    def _end_quote(self) -> None:
        self._quote -= 1

    def _begin_pre(self, _element: Any) -> None:  # noqa: ANN401
        self._pre += 1

    def _end_pre(self) -> None:
        self._pre -= 1

    def _begin_list(self, element: Any) -> None:  # noqa: ANN401
        self._lists.append(_number(element.get("start"), 1) if element.tag == "ol" else None)

    def _end_list(self) -> None:
        self._lists.pop()

    def _end_item(self) -> None:
        own = self._items.pop()
        self._numbers.pop()
        first = self._first.pop()
        if self._is_card.pop() and len(self.lines) > first:
            self._cards.append((first, len(self.lines), own))

    def _begin_table(self, element: Any) -> None:  # noqa: ANN401
        for table in self._tables[-1:]:
            table.layout = True
        self._tables.append(_Table(self._table_count, layout=element.get("role") in {"presentation", "none"}))
        self._table_count += 1

    def _end_table(self) -> None:
        self._tables.pop().close(self.lines)

    def _begin_row(self, _element: Any) -> None:  # noqa: ANN401
        for table in self._tables[-1:]:
            table.row()

    def _begin_cell(self, element: Any) -> None:  # noqa: ANN401
        columns, rows = _number(element.get("colspan"), 1), _number(element.get("rowspan"), 1)
        if columns > _WIDE or rows > _WIDE:  # trafilatura makes a cell of each, and takes their square in time
            for name in ("colspan", "rowspan"):
                element.attrib.pop(name, None)
        for table in self._tables[-1:]:
            table.cell(columns, rows)

    def _item(self, element: Any) -> None:  # noqa: ANN401
        number = None
        if self._lists and self._lists[-1] is not None:
            number = _number(element.get("value"), self._lists[-1])
            self._lists[-1] = number + 1
        self._items.append(-1)
        self._numbers.append(number)
        self._first.append(len(self.lines))
        self._is_card.append(False)

    def _image(self, element: Any) -> None:  # noqa: ANN401
        alt = _clean(_SPACE.sub(" ", element.get("alt") or "")).strip()
        address = ""
        for name in ("src", "data-src", "data-lazy-src", "data-original"):
            address = address or absolute(self.base, element.get(name) or "")
        if alt or address:
            self._images.append((alt, address, self._path_of(self._stack)))
        if not self._pieces:
            self._flush()

    def _begin(self, kind: MarkKind) -> None:
        self._depths[kind] += 1
        if self._depths[kind] == 1:
            self._open[kind] = self._length + self._space

    def _finish(self, kind: MarkKind) -> None:
        self._depths[kind] -= 1
        if not self._depths[kind]:
            self._mark(kind, self._open.pop(kind))

    def _mark(self, kind: MarkKind, start: int) -> None:
        start = min(start, self._length)
        if start < self._length:
            self._marks.append(Mark(start, self._length, kind, self._target if kind is MarkKind.LINK else ""))

    # --- text

    def _text(self, text: str) -> None:
        if self._pre:
            self._preformatted(text)
            return
        words = text.split()
        if not words:
            self._after = None
            self._space = bool(self._pieces)
            return
        if self._space or (text[0].isspace() and self._pieces):
            self._write(" ")
        self._space = text[-1].isspace()
        self._write(_clean(" ".join(words)))

    def _preformatted(self, text: str) -> None:
        for number, part in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                if not self._pieces and self._begun:
                    self._path, self._common = self._stack[:], len(self._stack)
                    self._emit()  # a blank line of the code
                self._flush()
            self._write(_clean(part))

    def _write(self, text: str) -> None:
        if not text:
            return
        if not self._pieces:
            self._path = self._stack[:]
            self._common = self._floor = len(self._stack)
            for kind in self._open:
                self._open[kind] = 0
        if self._floor < self._common:  # noqa: PLR1730 - once for every element, and a call costs
            self._common = self._floor
        self._floor = len(self._stack)
        self._after = None
        self._pieces.append(text)
        self._length += len(text)
        if self._links and text != " ":
            self._linked += len(text)

    def _flush(self) -> None:
        if self._pieces:
            self._emit()
        if self._images:
            for alt, address, path in self._images:
                where = Where(path=path, kind=Kind.IMAGE, level=len(self._items), target=address)
                self._append(Line(len(self.lines) + 1, alt, where))
            self._images.clear()

    def _emit(self) -> None:
        text = "".join(self._pieces)
        for kind, start in self._open.items():
            self._mark(kind, start)
        marks = tuple(sorted(self._marks, key=lambda mark: (mark.start, -mark.end)))
        around = self._path[: self._common]
        asks = text.endswith("?") and any(_OPENS.match(each) for each in around)
        what, level, number = (
            (Kind.HEADING, min(6, self._section + 1), None) if asks and not self._heading else self._what()
        )
        where = Where(
            path=self._path_of(around),
            kind=what,
            level=level,
            number=number,
            continues=self._begun and (self._pre > 0 or self._breaks == 1),
            link_density=round(min(1.0, self._linked / max(1, self._length)), 2),
        )
        self._append(Line(len(self.lines) + 1, text, where, marks))
        self._begun = True
        self._breaks = 0
        self._pieces.clear()
        self._marks.clear()
        self._length = self._linked = 0
        self._space = False
        self._after = None
        for each in self._open:
            self._open[each] = 0

    def _append(self, line: Line) -> None:
        self.lines.append(line)
        if self._tables:
            self._tables[-1].add(len(self.lines) - 1)

    def _open_cards(self) -> None:
        """Make the items that hold a heading what they are, sections in a frame: their lines stand one level higher."""
        if not self._cards:
            return
        changes = [0] * (len(self.lines) + 1)
        for first, end, _ in self._cards:
            changes[first] += 1
            changes[end] -= 1
        own = {at for _, _, at in self._cards}
        for at, cards in enumerate(accumulate(changes[:-1])):
            line = self.lines[at]
            where = line.where
            if not cards or where.kind not in {Kind.ITEM, Kind.PARAGRAPH, Kind.CODE, Kind.IMAGE}:
                continue
            where = replace(where, level=max(0, where.level - cards))
            if where.kind is Kind.ITEM and (at in own or (where.continues and at - 1 in own)):
                own.add(at)
                where = replace(where, kind=Kind.PARAGRAPH, number=None)
            self.lines[at] = replace(line, where=where)

    def _lead_inside(self) -> None:
        """Give each link to a place of this page the line that it leads to (`#12`); a link to nowhere goes."""
        for at, line in enumerate(self.lines):
            if not any(mark.target[:1] == "#" for mark in line.marks):
                continue
            marks = []
            for mark in line.marks:
                target = mark.target
                if target[:1] == "#":
                    number = self._ids.get(unquote(target[1:]), 0) or self._ids.get(target[1:], 0)
                    target = f"#{number}" if 0 < number <= len(self.lines) and number != line.number else ""
                if target or mark.kind is not MarkKind.LINK:
                    marks.append(replace(mark, target=target))
            self.lines[at] = replace(line, marks=tuple(marks))

    def _what(self) -> tuple[Kind, int, int | None]:
        depth = len(self._items)
        if self._heading:
            return Kind.HEADING, self._heading, None
        if self._pre:
            return Kind.CODE, depth, None
        if depth and self._items[-1] < 0:
            self._items[-1] = len(self.lines)
            return Kind.ITEM, depth, self._numbers[-1]
        if depth and self._begun and self._breaks == 1 and self.lines[-1].where.kind is Kind.ITEM:
            return Kind.ITEM, depth, None
        if self._quote:
            return Kind.QUOTE, self._quote, None
        return Kind.PARAGRAPH, depth, None

    @staticmethod
    def _path_of(stack: list[str]) -> str:
        if len(stack) > _PATH_HEAD + _PATH_TAIL:
            return "/".join([*stack[:_PATH_HEAD], "…", *stack[-_PATH_TAIL:]])
        return "/".join(stack)

    _begin_by_tag: ClassVar[dict[str, Callable[[_Walk, Any], None]]] = {
        "a": _begin_link,
        "img": _image,
        "blockquote": _begin_quote,
        "li": _item,
        "table": _begin_table,
        "tr": _begin_row,
        "sup": _raise,
        "sub": _lower,
        **dict.fromkeys(("msup", "mfrac"), _begin_formula),
        **dict.fromkeys(_HEADINGS, _begin_heading),
        **dict.fromkeys(_PREFORMATTED, _begin_pre),
        **dict.fromkeys(_LISTS, _begin_list),
        **dict.fromkeys(("td", "th"), _begin_cell),
    }
    _end_by_tag: ClassVar[dict[str, Callable[[_Walk], None]]] = {
        "a": _end_link,
        "blockquote": _end_quote,
        "li": _end_item,
        "table": _end_table,
        **dict.fromkeys(_HEADINGS, _end_heading),
        **dict.fromkeys(_PREFORMATTED, _end_pre),
        **dict.fromkeys(_LISTS, _end_list),
    }


class _Table:
    """Gives cells their coordinates, and takes them back at the end where the table was layout."""

    def __init__(self, index: int, *, layout: bool) -> None:
        self.index = index
        self.layout = layout
        self.lines: list[int] = []  # indices of the lines that are in this table and in no inner one
        self._cells: list[tuple[int, int]] = []  # of each of them: row and column
        self._row = -1
        self._column = 0
        self._next = 0
        self._widest = 0
        self._taken: dict[int, int] = {}  # column -> rows that a cell above still reaches into

    def row(self) -> None:
        """Begin a row."""
        self._row += 1
        self._column = self._next = 0  # what stands in a row and in none of its cells stands in its first
        self._taken = {column: left - 1 for column, left in self._taken.items() if left > 1}

    def cell(self, columns: int, rows: int) -> None:
        """Begin a cell that spans so many columns and rows."""
        if self._row < 0:
            self.row()
        while self._next in self._taken:
            self._next += 1
        self._column = min(self._next, _WIDEST)
        self._next = min(self._next + max(1, columns), _WIDEST)
        self._widest = max(self._widest, self._next)
        if rows > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._next), min(rows, 1000)))

    def add(self, line: int) -> None:
        """Note that a line stands in the present cell (or in the caption, before the first)."""
        self.lines.append(line)
        self._cells.append((self._row, self._column))

    def close(self, lines: list[Line]) -> None:
        """Write the coordinates into the lines of a table of data."""
        if self.layout or self._row < 1 or self._widest < 2:
            return
        if any(len(lines[at].text) > _CELL_LONGEST for at in self.lines):
            return
        for at, (row, column) in zip(self.lines, self._cells, strict=True):
            line = lines[at]
            if row >= 0 and line.where.kind is not Kind.IMAGE:
                where = replace(line.where, kind=Kind.TABLE, level=0, number=None, cell=(self.index, row, column))
                lines[at] = replace(line, where=where)


def _panels(root: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the ids of what a reader opens and closes: answers of an accordion, tabs (ARIA Authoring Practices)."""
    openers = root.iterfind(".//*[@aria-controls]")
    return frozenset(
        name
        for each in openers
        if each.get("aria-expanded") or each.get("role") == "tab"
        for name in each.get("aria-controls").split()
    )


def _segment(element: Any, tag: str, panels: frozenset[str]) -> str:  # noqa: ANN401
    """Return an element in CSS notation: name, id, at most eight classes, role, itemprop, hidden.

    A panel that happened to be closed when the page was saved is not hidden from its readers.
    """
    attributes = element.attrib
    if not attributes:
        return tag
    segment = tag
    name = attributes.get("id")
    if name:
        segment += _identifier(name[:80])
    names = attributes.get("class")
    if names:
        segment += _classes(names[:1000])
    for key in ("role", "itemprop"):
        value = attributes.get(key)
        if value:
            segment += f"[{key}={'-'.join(_WORD_IN_NAME.findall(value[:60]))}]"
    style = attributes.get("style")
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style and _HIDDEN_STYLE.search(style[:2000]))
    ) and not (name in panels or _folds(element)):
        segment += "[hidden]"
    return segment


def _folds(element: Any) -> bool:  # noqa: ANN401
    """Whether an element is a panel that is told by names alone: below its heading, in what is called an accordion."""
    above = element.getprevious()
    if above is None or above.tag not in _PANEL_HEADS:
        return False
    parent = element.getparent()
    names = f"{element.get('class', '')} {parent.get('class', '') if parent is not None else ''}"
    return _PANEL.search(names[:2000]) is not None


@lru_cache(maxsize=8192)
def _is_sign(element: Any) -> bool:  # noqa: ANN401
    """Whether a link is the sign beside a heading that leads to it, and nothing else."""
    leads_here = (element.get("href") or "")[:1] == "#" and element.find(".//img") is None
    return leads_here and "".join(element.itertext()).strip() in _SIGNS


def _identifier(name: str) -> str:
    return "#" + "-".join(_WORD_IN_NAME.findall(name))


@lru_cache(maxsize=8192)
def _classes(names: str) -> str:
    good = [each for each in names.split() if _WORD_IN_NAME.fullmatch(each)]
    return "".join(f".{each}" for each in good[:_CLASSES])


def _number(text: str | None, default: int) -> int:
    """Return an attribute's whole number, 0 to 999999; else the default."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else default


def _clean(text: str) -> str:
    """Take out the characters that show as nothing; make no-break spaces, tabs and line separators spaces."""
    if text.isprintable():
        return text
    return _SILENT.sub("", text).replace("\u00a0", " ").replace("\u2028", " ").replace("\u2029", " ")


def _repaired(lines: list[Line]) -> tuple[Line, ...]:
    """Repair mojibake, where a line has any (it takes two characters beyond ASCII side by side)."""
    for at, line in enumerate(lines):
        if not line.text.isascii() and _BEYOND_ASCII.search(line.text) and ftfy.badness.is_bad(line.text):
            said = ftfy.fix_encoding(line.text)
            if said != line.text:
                lines[at] = replace(line, plain=said, repair="mojibake", marks=_moved(line, said))
    return tuple(lines)


def _moved(line: Line, said: str) -> tuple[Mark, ...]:
    """Return the marks as they count in the repaired text; a mark whose text is not found in it is dropped."""
    moved = []
    for mark in line.marks:
        inside = ftfy.fix_encoding(line.text[mark.start : mark.end])
        start = said.find(inside)
        if inside and start >= 0:
            moved.append(replace(mark, start=start, end=start + len(inside)))
    return tuple(moved)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


class _Heading(NamedTuple):
    """A heading, its words alone, its level, and how many paragraphs of prose are above it."""

    text: str
    key: str
    level: int
    prose: int


def _title(lines: tuple[Line, ...], titles: tuple[str, ...]) -> str:
    """Return the article's title: the heading that says what the page states, else what it states, else a lone h1.

    The heading's wording is taken over that of the metadata, which search engines are meant to read.
    """
    keys = [_key(each) for each in titles if _key(each)]
    headings = [each for each in _headings(lines) if each.key and len(each.text) <= _LONGEST_TITLE]
    for heading in sorted((each for each in headings if each.level <= 2), key=attrgetter("level")):
        for key in keys:
            if heading.key == keys[0]:
                return heading.text
            if heading.key == key or (len(heading.key) > _TELLING and key.startswith(heading.key)):
                return _beside_site(heading, headings, keys).text
    for heading in headings:
        if heading.key in keys:
            return heading.text
    tops = [each.text for each in headings if each.level == 1]
    if len(tops) == 1 and len(tops[0].split()) > 2:
        return tops[0]
    return titles[0] if titles else ""


def _headings(lines: tuple[Line, ...]) -> list[_Heading]:
    headings: list[_Heading] = []
    prose = 0
    for line in lines:
        if line.where.kind is not Kind.HEADING:
            prose += line.says.count(" ") >= _PROSE_BLANKS
        elif line.where.continues and headings and headings[-1].level == line.where.level:
            said = f"{headings[-1].text} {line.says}"
            headings[-1] = headings[-1]._replace(text=said, key=_key(said))
        else:
            headings.append(_Heading(line.says, _key(line.says), line.where.level, prose))
    return headings


def _beside_site(found: _Heading, headings: Sequence[_Heading], keys: Sequence[str]) -> _Heading:
    """Return the heading that says the title, where the one that was found may be the name of the site.

    A blog's window is called "Site: Post" or "Post | Site", and both are headings: the post's is right above its text.
    """
    for each in headings[headings.index(found) + 1 :]:
        long = len(found.key) + len(each.key)
        both = [key for key in keys if len(each.key) > _TELLING and len(key) >= long]
        front = any(key.startswith(found.key) and key.endswith(each.key) for key in both)
        back = any(key.startswith(each.key) and key.endswith(found.key) for key in both)
        if (front or back) and each.prose == found.prose:
            return each
    return found


_FLAT_TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][^\s<>/]*)[^<>]*>?|[^<]+|<", re.DOTALL)


def _flat(text: str) -> tuple[Line, ...]:
    """Return the lines of a page that is nested too deep for a tree: its texts and block borders, no more."""
    lines: list[Line] = []
    pieces: list[str] = []
    program = ""

    def flush() -> None:
        said = _clean(_SPACE.sub(" ", html.unescape("".join(pieces)))).strip()
        pieces.clear()
        if said:
            lines.append(Line(len(lines) + 1, said, Where(path="…", kind=Kind.PARAGRAPH)))

    for token in _FLAT_TOKEN.finditer(text):
        tag = (token[2] or "").lower()
        if program:
            program = "" if tag == program and token[1] else program
        elif tag:
            program = tag if tag in _PROGRAM and not token[1] else ""
            if tag not in _INLINE:
                flush()
        elif not token.group().startswith("<!--"):
            pieces.append(token.group())
    flush()
    return tuple(lines)
