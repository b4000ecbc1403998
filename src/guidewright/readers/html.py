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
from dataclasses import dataclass, field, replace
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
from guidewright.readers import _labels
from guidewright.readers import text as plain_text
from guidewright.readers._byline import byline
from guidewright.readers._decode import decode
from guidewright.readers._main import score
from guidewright.readers._meta import absolute, is_adrift, stated
from guidewright.readers._xml import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidewright.model import Source

# A page that a format made of one of its articles: all that stands in `article` is the article, nothing else is.
ARTICLE = "text/html; content=article"
# The same, where it is off no site, so that nothing of a site is in it.
DOCUMENT = "text/html; content=document"
READS = ("text/html", "application/xhtml+xml", ".html", ".htm", ".xhtml", ARTICLE, DOCUMENT)

# Members of an enumeration are looked up slowly, and these are asked for of every line.
_PARAGRAPH, _HEADING, _ITEM, _QUOTE, _CODE, _IMAGE = (
    Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.QUOTE, Kind.CODE, Kind.IMAGE,
)  # fmt: skip
_LINK = MarkKind.LINK
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
    **dict.fromkeys(("del", "s", "strike"), MarkKind.STRUCK),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkKind.CODE),
}
# The marks of a quotation in a line, by language, and all signs that one may be typed with.
_QUOTES = {"en": ("“", "”"), "de": ("„", "“"), "pl": ("„", "”"), "fr": ("« ", " »"), "es": ("«", "»")}
_QUOTE_MARKS = frozenset("\"'“„«‚‘»")
_LISTS = ("ul", "ol", "menu", "dir")
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
# What inside a table says that the table lays out the page and holds no data.
_NOT_IN_DATA = frozenset({*_HEADINGS, "blockquote", "pre", "form", "figure", "article", "section", "iframe"})

# What a link says that stands in a heading and leads to it.
_SIGNS = frozenset({"#", "##", "¶", "§", "🔗", "🔗︎", "⚓", "∞"})

# Attributes that few elements have, and that tell what they are.
_RARE = frozenset({"role", "itemprop", "hidden", "aria-hidden", "style"})
_SPACE = re.compile(r"[ \t\n\r\f\u200b\ufeff]+")
_SECTIONS, _OF_DOCUMENTS = frozenset({"section", "div"}), re.compile(r"(?:^|\s)(?:level[1-6]|section)(?:\s|$)")
_NOT_WORD = re.compile(r"[\W_]+")
_WORD_IN_NAME = re.compile(r"[A-Za-z_][\w-]*")
_GOOD_CLASSES = re.compile(rf"[A-Za-z_][\w-]*(?: [A-Za-z_][\w-]*){{0,{_CLASSES - 1}}}")
# What is called a panel that a reader opens, and what stands above one to open it.
_PANEL = re.compile(r"accordion|collaps|\bpanel|\bfaq|toggle|expand|\banswer|spoiler", re.IGNORECASE)
_PANEL_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt", "button", "summary"})
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u2060\ufff9-\ufffb]")
_TAG_NAME = re.compile(r"[A-Za-z][^\s/]*")
# A tag of more characters may have more attributes than any that is written by hand.
_LONG, _ATTRIBUTES = 4_000, 400
_BEYOND_ASCII = re.compile("[^\x00-\x7f]{2}")
_IN_ARTICLE = re.compile(r"html/body/article(?:/|$)")
# A question in one of these opens its answer: it stands above it as a heading does.
_OPENS = re.compile(r"(?:summary|button)\b")
_ANY_TAG = re.compile(r"<[A-Za-z!/?]")
# The parser reads nothing behind it, browsers go on; it closes the page at the end anyway.
_PAGE_END = re.compile(r"</html\s*>(?=\s*\S)", re.IGNORECASE)


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
    addresses = {said.url, dict(about.found).get("url", "")} - {""} or {about.base}
    quotes = _QUOTES.get((said.language or about.language)[:2].lower(), _QUOTES["en"])
    walk = _Walk(root, about.base, frozenset(_bare(absolute("", each)) for each in addresses), quotes)
    walk.run()
    if walk.deepest >= _DEEPEST:
        return Page(source.id, _flat(text), about.found, said.title or about.title, about.language)
    lines = _repaired(walk.lines)
    title = said.title or _title(lines, about.titles)
    small = walk.deepest <= _DEEP and len(lines) <= _MANY and len(text) <= _LARGE
    document = source.media_type == DOCUMENT
    scores = _given(lines) if document or source.media_type == ARTICLE else score(root if small else None, lines, title)
    for line, main in zip(lines, scores, strict=True):
        line.where.main = main  # type: ignore[misc] # nobody has seen it yet, and making each anew takes its time
    found = about.found
    if "author" not in dict(found) and (author := byline(lines)):
        found = (*found, ("author", author))
    return Page(source.id, lines, found, title, about.language, adrift=frozenset(walk.adrift), document=document)


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
    text = _PAGE_END.sub("", text)
    pieces = text.split("<")
    if max(map(len, pieces)) > _LONG:
        text = "<".join([pieces[0], *map(_shortened, pieces[1:])])
    raw = text.encode("utf-8", "replace").replace(b"\0", "\ufffd".encode())
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # One class for all elements: lxml.html's parser asks Python for the class of each, some thousand times a page.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        return etree.fromstring(raw, parser)
    except etree.LxmlError:
        return None


def _shortened(tag: str) -> str:
    """Drop the attributes of a tag that has thousands: the parser takes the square of their number in time.

    It is given without its "<", and with what stands between it and the next.
    """
    end = tag.find(">") if len(tag) > _LONG else -1
    name = _TAG_NAME.match(tag, 0, end) if end > _LONG else None
    if name is None or len(tag[name.end() : end].split(None, _ATTRIBUTES)) <= _ATTRIBUTES:
        return tag
    return name.group() + tag[end:]


@dataclass(slots=True, eq=False)
class _Walk:
    """One pass over the tree, without recursion, that emits lines."""

    root: Any
    base: str
    addresses: frozenset[str]  # of the page itself
    quotes: tuple[str, str]
    lines: list[Line] = field(default_factory=list)
    adrift: set[int] = field(default_factory=set)
    deepest: int = 0
    _place: _Place = field(default_factory=lambda: _Place("", None))  # of the innermost open element
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _space: bool = False  # white space seen and not yet written
    _around: _Place = field(default_factory=lambda: _Place("", None))  # the innermost that holds all text of the line
    _floor: int = 0  # the fewest elements that were open since its last text
    _marks: list[Mark] = field(default_factory=list)
    _open: dict[MarkKind, int] = field(default_factory=dict)  # kind -> where it began in this line
    _depths: dict[MarkKind, int] = field(default_factory=lambda: dict.fromkeys(MarkKind, 0))
    _target: str = ""
    _href: str = ""
    _after: str | None = None  # the address of the link that ended with the last character
    _linked: int = 0  # characters of the line that are link text, spaces left out
    _links: int = 0
    _images: list[tuple[str, str, str]] = field(default_factory=list)  # alt, address, path: waiting for the line's end
    _heading: int = 0
    _section: int = 1  # the level of the last heading
    _quote: int = 0
    _pre: int = 0
    _breaks: int = 0  # `<br>`s since the last line
    _begun: bool = False  # whether this block has had a line
    _lists: list[int | None] = field(default_factory=list)  # the next number of each open list; None for bullets
    _items: list[int] = field(default_factory=list)  # of each open item: the index of its line; -1 until that has come
    _numbers: list[int | None] = field(default_factory=list)
    _kinds: list[str] = field(default_factory=list)  # of each open list: how it counts
    _labels: list[str] = field(default_factory=list)
    _quoted: list[str] = field(default_factory=list)  # what closes each open quotation in a line
    _struck: list[int] = field(default_factory=list)  # how deep those elements are that strike out by their style
    _tables: list[_Table] = field(default_factory=list)
    _table_count: int = 0
    _ids: dict[str, int] = field(default_factory=dict)  # of each element's id: the line that it begins
    _first: list[int] = field(default_factory=list)  # of each open item: how many lines there were before it
    # Of each item that holds a heading: its lines, its own line.
    _cards: list[tuple[int, int, int]] = field(default_factory=list)
    _is_card: list[bool] = field(default_factory=list)
    _signed: Any = None  # the sign in a heading that has just been emitted
    _inward: set[int] = field(default_factory=set)  # the lines with a link to a place of this page
    _panels: frozenset[str] | None = None  # the ids of what a reader opens and closes, once that has been asked

    def run(self) -> None:
        """Walk the whole tree."""
        walker = etree.iterwalk(self.root, events=("start", "end"))
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
                text = element.text
            else:
                if element is self._signed:
                    self._signed = None
                elif tag not in _PROGRAM:
                    self._end(tag)
                text = element.tail
            if text:
                self._text(text)
        self._flush()
        self._open_cards()
        self._lead_inside()

    # --- elements

    def _start(self, element: Any, tag: str) -> None:  # noqa: ANN401
        if tag not in _INLINE:
            if self._pieces or self._images:
                self._flush()
            if tag != "br":
                self._breaks = 0
                self._begun = False
        named = element.keys()
        if named:
            name = ("id" in named and element.get("id")) or (tag == "a" and "name" in named and element.get("name"))
            if name:
                self._ids.setdefault(name, len(self.lines) + 1)
            self._place = self._place.inner(self._segment(element, tag, named))
        else:
            self._place = self._place.inner(tag)
        if self._place.depth > self.deepest:  # noqa: PLR1730 - once for every element, and a call costs
            self.deepest = self._place.depth
        if tag in _KINDS:
            self._begin(_KINDS[tag])
        elif tag in self._begin_by_tag:
            self._begin_by_tag[tag](self, element)
        if "style" in named and tag in _INLINE and _STRUCK_STYLE.search(element.get("style")[:2000]):
            self._struck.append(self._place.depth)
            self._begin(MarkKind.STRUCK)
        if self._tables and tag in _NOT_IN_DATA:
            self._tables[-1].layout = True

    def _segment(self, element: Any, tag: str, named: Sequence[str]) -> str:  # noqa: ANN401
        """Return an element in CSS notation: name, id, at most eight classes, role, itemprop, hidden.

        `named` are the names of its attributes. A panel that happened to be closed when the page was saved is not
        hidden from its readers.
        """
        segment = tag
        if "id" in named and not (tag in _SECTIONS and _is_called_by_heading(element)):
            segment += _identifier(element.get("id")[:80])
        if "class" in named:
            segment += _classes(element.get("class")[:1000])
        if _RARE.isdisjoint(named):
            return segment
        for key in ("role", "itemprop"):
            value = element.get(key)
            if value:
                segment += f"[{key}={'-'.join(_WORD_IN_NAME.findall(value[:60]))}]"
        if _is_hidden(element) and not (self._is_panel(element.get("id")) or _folds(element)):
            segment += "[hidden]"
        return segment

    def _is_panel(self, name: str | None) -> bool:
        if name and self._panels is None:
            self._panels = _panels(self.root)
        return name in (self._panels or ())

    def _end(self, tag: str) -> None:
        if self._struck and self._struck[-1] == self._place.depth:
            self._struck.pop()
            self._finish(MarkKind.STRUCK)
        if tag == "br":
            self._breaks += 1
        elif tag not in _INLINE:
            if self._pieces or self._images:
                self._flush()
            self._breaks = 0
            self._begun = False
        if tag in _KINDS:
            self._finish(_KINDS[tag])
        elif tag in self._end_by_tag:
            self._end_by_tag[tag](self)
        self._place = self._place.outer
        if self._place.depth < self._floor:  # noqa: PLR1730 - once for every element, and a call costs
            self._floor = self._place.depth

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
            self._begin(_LINK)
        elif is_adrift(self.base, href):
            self.adrift.add(len(self.lines) + 1)

    def _end_link(self) -> None:
        self._links -= 1
        if self._links:
            return
        self._after = self._href if self._pieces else None
        if self._target:
            self._finish(_LINK)
            self._target = ""

    def _sign(self, element: Any) -> None:  # noqa: ANN401
        """Emit the sign in a heading that leads to it: a line of its own, and no part of the heading."""
        above = bool(self._pieces)
        self._flush()
        heading = len(self.lines) + (0 if above else 2)
        self._ids.setdefault(element.get("id") or element.get("name") or "", heading)
        place = self._place.inner(self._segment(element, "a", element.keys()))
        where = Where(path=place.path, kind=_PARAGRAPH, link_density=1.0)
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

    def _begin_inner_quote(self, element: Any) -> None:  # noqa: ANN401
        """Write the mark that browsers show and no text holds, unless the author has typed it as well."""
        typed = (element.text or "").lstrip()[:1] in _QUOTE_MARKS
        inner = all(each.tag in _INLINE for each in element)
        opening, closing = ("", "") if typed or not inner else self.quotes
        self._quoted.append(closing)
        if opening:
            self._text(opening)

    def _end_inner_quote(self) -> None:
        closing = self._quoted.pop()
        if closing and self._pieces:
            self._space = False
            self._text(closing)

    def _begin_pre(self, _element: Any) -> None:  # noqa: ANN401
        self._pre += 1

    def _end_pre(self) -> None:
        self._pre -= 1

    def _begin_list(self, element: Any) -> None:  # noqa: ANN401
        ordered = element.tag == "ol"
        back = ordered and element.get("reversed") is not None
        first = sum(each.tag == "li" for each in element) if back else 1
        self._lists.append(_number(element.get("start"), first) if ordered else None)
        self._kinds.append(_labels.BACK if back else _kind_of_list(element) if ordered else "")

    def _end_list(self) -> None:
        self._lists.pop()
        self._kinds.pop()

    def _end_item(self) -> None:
        own = self._items.pop()
        self._numbers.pop()
        self._labels.pop()
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
        number, label = None, ""
        if self._lists and self._lists[-1] is not None:
            number = _number(element.get("value"), self._lists[-1])
            self._lists[-1] = number + (-1 if self._kinds[-1] == _labels.BACK else 1)
            label = _labels.label(_kind_of_list(element) or self._kinds[-1], number)
        self._items.append(-1)
        self._numbers.append(number)
        self._labels.append(label)
        self._first.append(len(self.lines))
        self._is_card.append(False)

    def _image(self, element: Any) -> None:  # noqa: ANN401
        alt = _clean(_SPACE.sub(" ", element.get("alt") or "")).strip()
        address = ""
        for name in ("src", "data-src", "data-lazy-src", "data-original"):
            address = address or absolute(self.base, element.get(name) or "")
        if alt or address:
            self._images.append((alt, address, self._place.path))
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
        if start < self._length:
            target = self._target if kind is _LINK else ""
            self._marks.append(Mark(start, self._length, kind, target))
            if self._place_here(target):
                self._inward.add(len(self.lines))

    def _place_here(self, target: str) -> str:
        """Return the place of this page to which a link leads; browsers save it with the page's own address."""
        page, _, place = target.partition("#")
        return place if place and (not page or _bare(page) in self.addresses) else ""

    # --- text

    def _text(self, text: str) -> None:
        if self._pre:
            self._preformatted(text)
            return
        if text.isspace():
            self._after = None
            self._space = bool(self._pieces)
            return
        words = _clean(" ".join(text.split()))
        apart = self._space or (text[0].isspace() and self._pieces)
        self._space = text[-1].isspace()
        self._write(f" {words}" if apart else words, len(words))

    def _preformatted(self, text: str) -> None:
        for number, part in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                if not self._pieces and self._begun:
                    self._around = self._place
                    self._emit()  # a blank line of the code
                self._flush()
            said = _clean(part)
            self._write(said, len(said) if said != " " else 0)

    def _write(self, text: str, size: int) -> None:
        """Write text that has so many characters, the space before it left out."""
        if not text:
            return
        if self._pieces:
            while self._around.depth > self._floor:
                self._around = self._around.outer
        else:
            self._around = self._place
            if self._open:
                self._open = dict.fromkeys(self._open, 0)
        self._floor = self._place.depth
        self._after = None
        self._pieces.append(text)
        self._length += len(text)
        if self._links:
            self._linked += size

    def _flush(self) -> None:
        if self._pieces:
            self._emit()
        if self._images:
            for alt, address, path in self._images:
                where = Where(path=path, kind=_IMAGE, level=len(self._items), target=address)
                self._append(Line(len(self.lines) + 1, alt, where))
            self._images.clear()

    def _emit(self) -> None:
        text = "".join(self._pieces)
        for kind, start in self._open.items():
            self._mark(kind, start)
        self._marks.sort(key=_place_of_mark)
        asks = text[-1:] == "?" and not self._heading and any(map(_OPENS.match, self._around.segments()))
        what, level, number = (_HEADING, min(6, self._section + 1), None) if asks else self._what()
        where = Where(
            path=self._around.path,
            kind=what,
            level=level,
            number=number,
            continues=self._begun and (self._pre > 0 or self._breaks == 1),
            breaks=self._begun and self._breaks == 1,
            link_density=round(min(1.0, self._linked / (self._length or 1)), 2) if self._linked else 0.0,
            label="" if number is None else self._labels[-1],
        )
        self._append(Line(len(self.lines) + 1, text, where, tuple(self._marks)))
        self._begun = True
        self._breaks = 0
        self._pieces.clear()
        self._marks.clear()
        self._length = self._linked = 0
        self._space = False
        self._after = None
        if self._open:
            self._open = dict.fromkeys(self._open, 0)

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
                where = replace(where, kind=Kind.PARAGRAPH, number=None, label="")
            self.lines[at] = replace(line, where=where)

    def _lead_inside(self) -> None:
        """Give each link to a place of this page the line that it leads to (`#12`); a link to nowhere goes."""
        for at in sorted(self._inward):
            line = self.lines[at]
            marks = []
            for mark in line.marks:
                target = mark.target
                if place := self._place_here(target):
                    number = self._ids.get(unquote(place), 0) or self._ids.get(place, 0)
                    if 0 < number <= len(self.lines) and number != line.number:
                        target = f"#{number}"
                    elif target[0] == "#":
                        target = ""
                if target or mark.kind is not MarkKind.LINK:
                    marks.append(replace(mark, target=target))
            self.lines[at] = replace(line, marks=tuple(marks))

    def _what(self) -> tuple[Kind, int, int | None]:
        depth = len(self._items)
        if self._heading:
            return _HEADING, self._heading, None
        if self._pre:
            return _CODE, depth, None
        if depth and self._items[-1] < 0:
            self._items[-1] = len(self.lines)
            return _ITEM, depth, self._numbers[-1]
        if depth and self._begun and self._breaks == 1 and self.lines[-1].where.kind is _ITEM:
            return _ITEM, depth, None
        if self._quote:
            return _QUOTE, self._quote, None
        return _PARAGRAPH, depth, None

    _begin_by_tag: ClassVar[dict[str, Callable[[_Walk, Any], None]]] = {
        "a": _begin_link,
        "img": _image,
        "blockquote": _begin_quote,
        "q": _begin_inner_quote,
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
        "q": _end_inner_quote,
        "li": _end_item,
        "table": _end_table,
        **dict.fromkeys(_HEADINGS, _end_heading),
        **dict.fromkeys(_PREFORMATTED, _end_pre),
        **dict.fromkeys(_LISTS, _end_list),
    }


class _Place:
    """Where the elements stand that are called alike and stand in elements called alike; their path is made once."""

    __slots__ = ("_inner", "_path", "depth", "outer", "segment")

    def __init__(self, segment: str, outer: _Place | None) -> None:
        self.segment = segment
        self.outer: _Place = outer or self
        self.depth: int = outer.depth + 1 if outer else 0  # how many elements there are around it, itself among them
        self._inner: dict[str, _Place] = {}
        self._path = ""

    def inner(self, segment: str) -> _Place:
        """Return the place of what is called so and stands here."""
        place = self._inner.get(segment)
        if place is None:
            place = self._inner[segment] = _Place(segment, self)
        return place

    def segments(self) -> list[str]:
        """Return the names of the elements around it, outermost first."""
        names = []
        place = self
        while place.depth:
            names.append(place.segment)
            place = place.outer
        return names[::-1]

    @property
    def path(self) -> str:
        """The chain of elements around it in CSS notation, without its middle where it is long."""
        if not self._path:
            names = self.segments()
            if len(names) > _PATH_HEAD + _PATH_TAIL:
                names[_PATH_HEAD:-_PATH_TAIL] = "…"
            self._path = "/".join(names)
        return self._path


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
                where = replace(
                    line.where, kind=Kind.TABLE, level=0, number=None, cell=(self.index, row, column), label=""
                )
                lines[at] = replace(line, where=where)


def _place_of_mark(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _panels(root: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the ids of what a reader opens and closes: answers of an accordion, tabs (ARIA Authoring Practices)."""
    openers = root.iterfind(".//*[@aria-controls]")
    return frozenset(
        name
        for each in openers
        if each.get("aria-expanded") or each.get("role") == "tab"
        for name in each.get("aria-controls").split()
    )


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    style = (element.get("style") or "")[:2000]
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(style) is not None
    )


def _folds(element: Any) -> bool:  # noqa: ANN401
    """Whether an element is a panel that is told by names alone: below its heading, in what is called an accordion."""
    above = element.getprevious()
    if above is None or above.tag not in _PANEL_HEADS:
        return False
    parent = element.getparent()
    names = f"{element.get('class', '')} {parent.get('class', '') if parent is not None else ''}"
    return _PANEL.search(names[:2000]) is not None


def _is_sign(element: Any) -> bool:  # noqa: ANN401
    """Whether a link is the sign beside a heading that leads to it, and nothing else."""
    leads_here = (element.get("href") or "")[:1] == "#" and element.find(".//img") is None
    return leads_here and "".join(element.itertext()).strip() in _SIGNS


def _is_called_by_heading(element: Any) -> bool:  # noqa: ANN401
    """Whether an element has its id from the words of the heading that begins it, as pandoc and Sphinx write it.

    Such an id is no name of a kind of part: `books-to-share` is not about sharing.
    """
    name, first = element.get("id"), next(iter(element), None)
    if first is None or first.tag not in _HEADINGS or not _OF_DOCUMENTS.search(element.get("class") or ""):
        return False
    words = _NOT_WORD.sub("", "".join(first.itertext()).casefold())
    return words != "" and _NOT_WORD.sub("", name.casefold()).rstrip("0123456789") == words.rstrip("0123456789")


def _kind_of_list(element: Any) -> str:  # noqa: ANN401
    return _labels.kind_of(element.get("type"), element.get("style"), element.get("class")) if element.attrib else ""


def _bare(address: str) -> str:
    """Return a page's address as it is compared with others."""
    return address.partition("#")[0].partition(":")[2].rstrip("/")


def _identifier(name: str) -> str:
    return "#" + "-".join(_WORD_IN_NAME.findall(name)) if name else ""


@lru_cache(maxsize=8192)
def _classes(names: str) -> str:
    if _GOOD_CLASSES.fullmatch(names):
        return "." + names.replace(" ", ".")
    good = [each for each in names.split() if _WORD_IN_NAME.fullmatch(each)]
    return "".join(f".{each}" for each in good[:_CLASSES])


def _number(text: str | None, default: int) -> int:
    """Return the whole number of an attribute, in which browsers allow blanks; else the default."""
    return whole((text or "").strip(), default)


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
    tops = [each for each in headings if each.level == 1]
    if len(tops) == 1:
        best = _beside_site(tops[0], headings, keys)
        if best is not tops[0] or len(best.text.split()) > 2:
            return best.text
    return titles[0] if titles else ""


def _headings(lines: tuple[Line, ...]) -> list[_Heading]:
    headings: list[_Heading] = []
    prose = 0
    for line in lines:
        if line.where.kind is not Kind.HEADING:
            prose += line.says.count(" ") >= _PROSE_BLANKS
        elif line.where.continues and headings and headings[-1].level == line.where.level:
            above = headings[-1]
            headings[-1] = above._replace(text=f"{above.text} {line.says}", key=above.key + _key(line.says))
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
