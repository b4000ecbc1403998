"""Notes of a book that stand in a file of their own: each goes to the file that refers to it first."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_REFERS = frozenset({"noteref", "doc-noteref"})
_NOTE = frozenset({"footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"})
# What marks a note: a number, a letter, signs.
_MARK = re.compile(r"[\[(]?(\d{1,4}|[a-z]|[*†‡§¶]{1,4})[\])]?")
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sub", "sup"})
_HOLDS_NOTE = frozenset({"aside", "blockquote", "dd", "div", "dt", "li", "p", "section"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A longer one, in characters, is a chapter that somebody refers to.
_LONGEST = 8_000


def path_of(folder: str, href: str) -> str:
    """Return the path of the part that an address in this folder leads to."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def drop(element: Any) -> None:  # noqa: ANN401 - lxml's element types are private
    """Take out an element, and leave the text behind it."""
    before, above = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        above.text = (above.text or "") + (element.tail or "")
    element.tail = None
    above.remove(element)


def bring(bodies: Mapping[str, Any], chapters: Iterable[str]) -> dict[str, dict[str, list[Any]]]:
    """Take the notes out of the files that they are in, and return those of each chapter by the path of that file.

    `bodies` are the book's files by path, `chapters` the paths of those that are articles. A note that two chapters
    refer to is the first one's.
    """
    places = {path: _places(body) for path, body in bodies.items()}
    found: dict[Any, tuple[str, str]] = {}  # of each note: the file that refers to it, and its own
    looks: dict[Any, _Look] = {}
    for path in chapters:
        for link in bodies[path].iter("a"):
            file, _, place = (link.get("href") or "").partition("#")
            own = path_of(posixpath.dirname(path), file)
            element = _block(places[own].get(unquote(place))) if file and own != path and own in places else None
            if element is None or element in found:
                continue
            if element not in looks:
                looks[element] = _Look(element)
            if looks[element].is_note_of(link, path):
                found[element] = (path, own)
    whole = {element: [element, *_goes_on(element, found)] for element in found}
    for around in dict.fromkeys(element.getparent() for element in found if element.tag == "li"):
        _number(around)
    notes: dict[str, dict[str, list[Any]]] = {}
    for element, (path, own) in found.items():
        notes.setdefault(path, {}).setdefault(own, []).extend(map(_taken_out, whole[element]))
    return notes


class _Look:
    """What tells whether an element that a link leads to is a note."""

    def __init__(self, element: Any) -> None:  # noqa: ANN401
        self._may_be = next(element.iter(*_HEADINGS), None) is None
        self._says = _says(element, _NOTE)
        text = "".join(element.itertext()).strip()
        self._begins = text[:20]
        self._short = len(text) <= _LONGEST
        links = (each.get("href") or "" for each in element.iter("a"))
        self._leads = {posixpath.basename(href.partition("#")[0]) for href in links}

    def is_note_of(self, link: Any, path: str) -> bool:  # noqa: ANN401
        """Whether a link of a file refers to it as to a note: either says so, or they look like it."""
        if not self._may_be:
            return False
        if _says(link, _REFERS) or self._says:
            return True
        mark = _MARK.fullmatch("".join(link.itertext()).strip())
        if mark is None or not self._short or _begins_block(link):
            return False
        marked = re.match(rf"[\[(]?{re.escape(mark[1])}(?!\w)", self._begins)
        return marked is not None or posixpath.basename(path) in self._leads


def _places(body: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the elements that an address can lead to."""
    places: dict[str, Any] = {}
    for each in body.iter("*"):
        for name in (each.get("id"), each.get("name") if each.tag == "a" else None):
            if name:
                places.setdefault(name, each)
    return places


def _block(element: Any) -> Any:  # noqa: ANN401
    """Return the paragraph, item or box that a place is in, or None."""
    while element is not None and element.tag in _INLINE:
        element = element.getparent()
    above = None if element is None else element.getparent()
    if above is not None and above.tag in {"li", "aside"} and above[0] is element:
        element = above
    return element if element is not None and element.tag in _HOLDS_NOTE else None


def _goes_on(element: Any, notes: Mapping[Any, object]) -> Iterator[Any]:  # noqa: ANN401
    """Yield the paragraphs between a note that is one and the next note."""
    if element.tag not in {"p", "dt"}:
        return
    more: list[Any] = []
    for each in element.itersiblings():
        if each in notes:
            yield from more
            return
        if each.tag not in {"p", "dd", "blockquote"}:
            break
        more.append(each)
    yield from (each for each in more[:1] if each.tag == "dd")


def _number(around: Any) -> None:  # noqa: ANN401
    """Write into the items of a list the numbers that they have in it."""
    number = _whole(around.get("start"), 1)
    for each in around.iterchildren("li"):
        number = _whole(each.get("value"), number)
        each.set("value", str(number))
        number += 1


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 6 else default


def _taken_out(element: Any) -> Any:  # noqa: ANN401
    """Take a note out of its place; return it, an item in a list of its own."""
    around = element.getparent()
    drop(element)
    if element.tag != "li":
        return element
    alone = etree.Element(around.tag, dict(around.attrib))
    alone.append(element)
    return alone


def _says(element: Any, kinds: frozenset[str]) -> bool:  # noqa: ANN401
    return not kinds.isdisjoint(f"{element.get('type') or ''} {element.get('role') or ''}".lower().split())


def _begins_block(link: Any) -> bool:  # noqa: ANN401
    """Whether a link is the first of its paragraph: there it leads back from a note."""
    block = link
    while block.getparent() is not None and block.tag in _INLINE:
        block = block.getparent()
    for event, each in etree.iterwalk(block, events=("start", "end")):
        if each is link:
            return True
        if ((each.text if event == "start" else each.tail) or "").strip():
            return False
    return True
