"""What Word says of its paragraphs and mammoth does not read: headings, contents, lists, and the numbers of items.

It is written into the document before mammoth reads it, as styles of ours (`STYLES` says what they become) and, of an
item's number, as a bookmark, which becomes an anchor that `number` reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from guidewright.readers import _labels
from guidewright.readers._xml import name, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DEEPEST = 9
_BULLET, _NUMBERED, _MORE, _PLAIN = (
    "GuidewrightBullet", "GuidewrightNumbered", "GuidewrightMore", "GuidewrightPlain",
)  # fmt: skip
_CONTENTS, _CAPTION = "GuidewrightContents", "GuidewrightCaption"
TITLE, HEADING = "GuidewrightTitle", "GuidewrightHeading"
# The size of type, in half points, where no style says another.
_USUAL_SIZE = 20
# Headings have these levels in HTML; Word has three more.
_LOWEST = 6
_LONGEST_HEADING = 200
_NAMED_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_NUMBER = re.compile(r"guidewright-number-(\d+)(?: (.+))?")
# In the text of a level stands %1 for the number of the first level, %2 for that of the second.
_PLACE = re.compile(r"%([1-9])")
_PLAIN_NUMBER = re.compile(r"[(\[]?0*(\d+)[.):\]]?")
# Styles are based on one another; Word allows fewer steps.
_LONGEST_CHAIN = 20
# What these styles say is more than that a paragraph has a number or a place in the outline.
TOLD = re.compile(
    r"title|(?:intense )?quote|block text|quotations|toc .*|contents heading|table of figures", re.IGNORECASE
)
# What Word and LibreOffice call the lines below pictures.
_CAPTIONS = frozenset({"caption", "figure", "illustration", "drawing"})
_OFF = frozenset({"0", "false", "off"})


def _styles() -> Iterator[str]:
    yield f"p.{_PLAIN} => p:fresh"
    yield f"p.{TITLE} => h1.title:fresh"
    yield f"p.{_CAPTION} => figure:fresh > figcaption:fresh"
    yield f"p.{_CONTENTS} => nav.toc > p:fresh"
    for level in range(1, _LOWEST + 1):
        yield f"p.{HEADING}{level} => h{level}:fresh"
    for depth in range(1, _DEEPEST + 1):
        around = "ul|ol > li > " * (depth - 1)
        yield f"p.{_BULLET}{depth} => {around}ul > li:fresh"
        yield f"p.{_NUMBERED}{depth} => {around}ol > li:fresh"
        yield f"p.{_MORE}{depth} => {around}ul|ol > li > p:fresh"


STYLES = "\n".join(_styles())


class Style(NamedTuple):
    """What a style says, or one that it is based on."""

    name: str = ""
    number: str = ""  # the number of its list
    level: str = ""
    hidden: bool = False
    heading: int = 0
    size: int = 0  # of its type in half points; 0 where it says none
    bold: bool = False


class Default(NamedTuple):
    """What holds for a paragraph that says nothing: the id of its style, the size of its type in half points."""

    style: str = ""
    size: int = _USUAL_SIZE


class _Level(NamedTuple):
    start: int
    ordered: bool
    bare: bool  # it shows no sign: what stands on it goes on with the item above
    style: str
    form: str
    text: str  # what it shows, with places for numbers
    legal: bool  # all its numbers are in digits


class _List(NamedTuple):
    counter: str  # lists of one kind go on with one another's numbers
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]


def child(element: Any, *path: str) -> Any:  # noqa: ANN401 - lxml's element types are private
    """Return the first element of these names below one another, or None."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each) == step), None)
    return element


def attribute(element: Any, key: str) -> str:  # noqa: ANN401
    """Return an attribute in whatever namespace, or an empty string."""
    return next((said for named, said in element.attrib.items() if named.rpartition("}")[2] == key), "")


def value(element: Any, *path: str) -> str:  # noqa: ANN401
    """Return the `w:val` of what stands at a path, or an empty string."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def is_on(element: Any, *path: str) -> bool | None:  # noqa: ANN401
    """Return whether what stands at a path switches something on; None where nothing stands there."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") not in _OFF


def space(root: Any) -> str:  # noqa: ANN401
    """Return the namespace of an element as it stands before a name."""
    return str(root.tag[: root.tag.rfind("}") + 1])


def made(like: Any, tag: str, text: str | None = None, **attributes: str) -> Any:  # noqa: ANN401
    """Return a new element in the namespace of another."""
    word = space(like)
    element = etree.Element(f"{word}{tag}", {f"{word}{key}": said for key, said in attributes.items()})
    element.text = text
    return element


def styles(root: Any) -> dict[str, Style]:  # noqa: ANN401
    """Return what each style of `styles.xml` says, by its id."""
    elements = {attribute(each, "styleId"): each for each in root if name(each) == "style"}
    return {key: _style(key, elements) for key in elements}


def default(root: Any) -> Default:  # noqa: ANN401
    """Return what `styles.xml` says of paragraphs that say nothing."""
    named = (each for each in root if name(each) == "style" and attribute(each, "type") == "paragraph")
    style = next((attribute(each, "styleId") for each in named if attribute(each, "default") not in {"", *_OFF}), "")
    around = next((each for each in root if name(each) == "docDefaults"), None)
    return Default(style, whole(value(around, "rPrDefault", "rPr", "sz"), _USUAL_SIZE))


def _style(key: str, elements: Mapping[str, Any]) -> Style:
    chain = [elements[key]]
    while (base := elements.get(value(chain[-1], "basedOn"))) is not None and len(chain) < _LONGEST_CHAIN:
        chain.append(base)
    numbering = next((each for each in (child(style, "pPr", "numPr") for style in chain) if value(each, "numId")), None)
    hidden = next((each for each in (is_on(style, "rPr", "vanish") for style in chain) if each is not None), False)
    size = next((size for style in chain if (size := whole(value(style, "rPr", "sz"), 0))), 0)
    bold = next((each for each in (is_on(style, "rPr", "b") for style in chain) if each is not None), False)
    numbered = value(numbering, "numId"), value(numbering, "ilvl")
    return Style(value(chain[0], "name"), *numbered, hidden, _heading(chain), size, bold)


def _heading(chain: Sequence[Any]) -> int:
    """Return the level of the headings that a style is for, which it may have from those that it is based on; or 0."""
    for style in chain:
        named, outline = value(style, "name"), value(style, "pPr", "outlineLvl")
        if TOLD.fullmatch(named):
            break
        if outline:
            return _level_of(outline)
        if found := _NAMED_HEADING.fullmatch(named):
            return min(int(found[1]), _LOWEST)
    return 0


def heading_of(paragraph: Any, known: Mapping[str, Style]) -> int:  # noqa: ANN401
    """Return the level of a paragraph that is a heading by its style or its place in the outline, or 0."""
    style = known.get(value(paragraph, "pPr", "pStyle"), Style())
    outline = value(paragraph, "pPr", "outlineLvl")
    if outline and not TOLD.fullmatch(style.name):
        length = sum(len(each.text or "") for each in paragraph.iter() if name(each) == "t")
        return _level_of(outline) if length <= _LONGEST_HEADING else 0
    return style.heading


def _level_of(outline: str) -> int:
    """Return the level of a heading at this place in the outline; the last stands for the text."""
    level = whole(outline, _DEEPEST) + 1
    return min(level, _LOWEST) if level <= _DEEPEST else 0


def lists(root: Any, known: Mapping[str, Style]) -> dict[str, _List]:  # noqa: ANN401
    """Return the lists of `numbering.xml` by their numbers."""
    kinds = {attribute(each, "abstractNumId"): each for each in root if name(each) == "abstractNum"}
    kind_of = {attribute(each, "numId"): value(each, "abstractNumId") for each in root if name(each) == "num"}
    levels = {key: _levels(each) for key, each in kinds.items()}
    found = {}
    for each in root:
        kind = value(each, "abstractNumId") if name(each) == "num" else ""
        if kind in kinds and (linked := value(kinds[kind], "numStyleLink")):
            kind = kind_of.get(known.get(linked, Style()).number, "")
        if kind in kinds:
            changed = [override for override in each if name(override) == "lvlOverride"]
            restarts = {
                whole(attribute(override, "ilvl"), 0): whole(value(override, "startOverride"), 1)
                for override in changed
                if child(override, "startOverride") is not None
            }
            own = {key: level for override in changed for key, level in _levels(override).items()}
            found[attribute(each, "numId")] = _List(kind, {**levels[kind], **own}, restarts)
    return found


def _levels(element: Any) -> dict[int, _Level]:  # noqa: ANN401
    return {whole(attribute(each, "ilvl"), 0): _level(each) for each in element if name(each) == "lvl"}


def _level(element: Any) -> _Level:  # noqa: ANN401
    form, sign = value(element, "numFmt"), child(element, "lvlText")
    blank = form == "none" or (form == "bullet" and sign is not None and not attribute(sign, "val").strip())
    bare = blank and child(element, "lvlPicBulletId") is None
    return _Level(
        start=whole(value(element, "start"), 1),
        ordered=form not in {"bullet", "none"},
        bare=bare,
        style=value(element, "pStyle"),
        form=form,
        text="" if sign is None else attribute(sign, "val"),
        legal=is_on(element, "isLgl") or False,
    )


def _in_form(number: int, form: str) -> str:
    """Return a number as a level writes it; in digits where that is a language's own way."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        said = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)  # z is followed by aa, bb
    elif form in {"lowerRoman", "upperRoman"}:
        said = _labels.roman(number)
    else:
        return f"{number:02}" if form == "decimalZero" else str(number)
    return said.upper() if form.startswith("upper") else said


class Paragraphs:
    """Says of each paragraph of a document, in their order, what it is."""

    def __init__(self, styles_: Mapping[str, Style], lists_: Mapping[str, _List]) -> None:
        """Begin to count."""
        self._styles = styles_
        self._lists = lists_
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._open: list[int] = []  # the levels of the items that are open
        self._around: Any = None

    def mark(self, root: Any) -> None:  # noqa: ANN401
        """Write into the paragraphs of a part what mammoth shall make of them."""
        word = space(root)
        listed = _listed(root, word)
        for each in root.iter(f"{word}p"):
            around = next(each.iterancestors("{*}tc", "{*}txbxContent", "{*}footnote", "{*}endnote", "{*}body"), None)
            if around is not self._around:
                self._open.clear()
                self._around = around
            if not has_words(each):
                for rest in list(each.iter(f"{word}br", f"{word}t")):  # a paragraph of blanks would end a list
                    rest.getparent().remove(rest)
                self._item(each, shown=False)
            elif each in listed:
                restyle(each, _CONTENTS)
                self._open.clear()
            elif level := heading_of(each, self._styles):
                self._item(each, shown=False)  # a list may go on below it
                restyle(each, f"{HEADING}{level}")
                self._open.clear()
            elif not self._item(each, shown=True):
                self._open.clear()
                if self._is_caption(each):
                    restyle(each, _CAPTION)

    def _is_caption(self, paragraph: Any) -> bool:  # noqa: ANN401
        """Whether a paragraph says what is on a picture, which is in it, above it or below it."""
        style = self._styles.get(value(paragraph, "pPr", "pStyle"), Style())
        if style.name.lower() not in _CAPTIONS:
            return False
        near = (paragraph, paragraph.getprevious(), paragraph.getnext())
        return any(next(each.iter("{*}blip", "{*}imagedata"), None) is not None for each in near if each is not None)

    def _item(self, paragraph: Any, *, shown: bool) -> bool:  # noqa: ANN401
        """Make a paragraph an item, or part of one, where it is; what is not shown as one is counted all the same."""
        style = value(paragraph, "pPr", "pStyle")
        known = self._styles.get(style, Style())
        number = value(paragraph, "pPr", "numPr", "numId") or known.number
        numbered = self._lists.get(number)
        merged = child(paragraph, "pPr", "rPr", "del") is not None  # it is the beginning of the next one
        if numbered is None or merged or TOLD.fullmatch(known.name):
            return False
        linked = next((str(at) for at, level in numbered.levels.items() if style and level.style == style), "")
        said = value(paragraph, "pPr", "numPr", "ilvl") or linked or (known.number and known.level)
        at = min(whole(said, 0), _DEEPEST - 1)
        level = numbered.levels.get(at)
        if level is None:
            return False
        if level.bare:
            depth = min(at + 1, len(self._open))
            if shown:
                restyle(paragraph, f"{_MORE}{depth}" if depth else _PLAIN)
            return depth > 0
        count = self._count(number, numbered, at)
        if shown:
            while self._open and self._open[-1] >= at:
                self._open.pop()
            self._open.append(at)
            restyle(paragraph, f"{_NUMBERED if level.ordered else _BULLET}{len(self._open)}")
            if level.ordered:
                label = self._label(numbered, at, count)
                bookmark = made(paragraph, "bookmarkStart", name=f"guidewright-number-{count}{label and ' '}{label}")
                paragraph[0].addnext(bookmark)
        return True

    def _label(self, numbered: _List, at: int, count: int) -> str:
        """Return what stands before an item; empty where that is its number and no more."""
        level, counts = numbered.levels[at], self._counts[numbered.counter]

        def shown(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            known = numbered.levels.get(above, level)
            return _in_form(counts.get(above, known.start), "decimal" if level.legal else known.form)

        said = " ".join(_PLACE.sub(shown, level.text).split())[: _labels.LONGEST]
        plain = _PLAIN_NUMBER.fullmatch(said)
        return "" if plain and int(plain[1]) == count else said

    def _count(self, number: str, numbered: _List, at: int) -> int:
        counts = self._counts.setdefault(numbered.counter, {})
        restart = numbered.restarts.get(at)
        if at not in counts or (restart is not None and (number, at) not in self._begun):
            counts[at] = numbered.levels[at].start if restart is None else restart
        else:
            counts[at] += 1
        self._begun.add((number, at))
        for deeper in [each for each in counts if each > at]:
            del counts[deeper]
        return counts[at]


def _listed(root: Any, word: str) -> set[Any]:  # noqa: ANN401
    """Return the paragraphs of the tables of contents that Word has made."""
    galleries = (each for each in root.iter(f"{word}docPartGallery") if attribute(each, "val") == "Table of Contents")
    tables = {next(each.iterancestors(f"{word}sdt"), each) for each in galleries}
    return {paragraph for each in tables for paragraph in each.iter(f"{word}p")}


def has_words(paragraph: Any) -> bool:  # noqa: ANN401
    """Whether a paragraph shows anything."""
    return any(
        name(each) in {"sym", "drawing", "pict"} or (name(each) == "t" and (each.text or "").strip())
        for each in paragraph.iter()
    )


def restyle(paragraph: Any, style: str) -> None:  # noqa: ANN401
    """Give a paragraph a style of ours in the place of its own."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = made(paragraph, "pPr")
    paragraph.insert(0, properties)
    own = child(properties, "pStyle")
    if own is not None:
        properties.remove(own)
    properties.insert(0, made(paragraph, "pStyle", val=style))


def number(body: Any) -> None:  # noqa: ANN401
    """Give the items of the HTML that mammoth made their numbers."""
    for anchor in list(body.iter("a")):
        found = _NUMBER.fullmatch(anchor.get("id") or "")
        if found and anchor.getparent().tag == "li":
            anchor.getparent().set("value", found[1])
            if found[2]:
                label = re.sub(r"[\"\\]", "", found[2])
                anchor.getparent().set("style", f'list-style-type: "{label}"')
            anchor.drop_tag()
