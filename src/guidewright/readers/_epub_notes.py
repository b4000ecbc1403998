"""Notes of a book that stand in another file than what they are about: each goes to the file that refers to it first.

A note is what a link or its target says is one, by its type, its role or a name (`fn3`, `footnote`). Where neither
does, a number that leads to a paragraph may as well lead to a rule in another chapter: then it is a note only among
notes, in a part of a file that says so or in a file that has hardly a word beside them and its headings.
"""

from __future__ import annotations

import posixpath
import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from lxml import etree

from guidewright.readers._xml import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

_REFERS = frozenset({"noteref", "doc-noteref"})
_NOTE = frozenset({"footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"})
_NOTES = frozenset({"footnotes", "endnotes", "rearnotes", "doc-endnotes"})
# Names, of a class or a place, that people give to notes and to what refers to them.
_NAMED = re.compile(
    r"(?:foot|end|rear)[-_]?note(?:s|[-_]?(?:ref|text|link))?[-_:\d]*"
    r"|_?(?:fn|ftn|edn|note)[-_:]?(?:ref[-_:\d]*|\d[-_:\d]*)",
    re.IGNORECASE,
)
# What marks a note: a number, signs; a letter, where more says so.
_MARK = re.compile(r"[\[(]?(\d{1,4}|[a-z]|[*†‡§¶]{1,4})[\])]?")
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sub", "sup"})
_HOLDS_NOTE = frozenset({"aside", "blockquote", "dd", "div", "dt", "li", "p", "section"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A longer one, in characters, is a chapter that somebody refers to.
_LONGEST = 8_000
# This much of the text outside headings, or more, is notes in a file of notes.
_NEARLY_ALL = 0.8


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
    found: dict[Any, tuple[str, str]] = {}  # of each that may be a note: the file that refers to it, and its own
    sure: set[Any] = set()
    looks: dict[Any, _Look] = {}
    for path in chapters:
        for link in bodies[path].iter("a"):
            file, _, place = (link.get("href") or "").partition("#")
            own = path_of(posixpath.dirname(path), file)
            element = _block(places[own].get(unquote(place))) if file and own != path and own in places else None
            if element is None or element in sure:
                continue
            if element not in looks:
                looks[element] = _Look(element)
            if looks[element].may_be_note_of(link, path):
                found.setdefault(element, (path, own))
                if looks[element].is_said(link):
                    sure.add(element)
    parts = {each for note in found for each in (note, *_definitions(note))}
    of_notes = {own for own in {own for _, own in found.values()} if _is_of_notes(bodies[own], parts)}
    among = {each for each, (_, own) in found.items() if own in of_notes or _is_in_notes(each)}
    found = {each: paths for each, paths in found.items() if each in sure or each in among}
    whole: dict[Any, list[Any]] = {}
    for each in found:
        more = _goes_on(each, found) if each in among else _definitions(each)
        whole[each] = [each, *(other for other in more if other not in found)]
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
        self._says = says(element, _NOTE)
        self._named = _is_named(element)
        text = "".join(element.itertext()).strip()
        self._begins = text[:20]
        self._short = len(text) <= _LONGEST
        links = (each.get("href") or "" for each in element.iter("a"))
        self._leads = {posixpath.basename(href.partition("#")[0]) for href in links}

    def may_be_note_of(self, link: Any, path: str) -> bool:  # noqa: ANN401
        """Whether a link of a file may refer to it as to a note: either says so, or they look like it."""
        if not self._may_be:
            return False
        if says(link, _REFERS) or self._says:
            return True
        mark = _MARK.fullmatch("".join(link.itertext()).strip())
        if mark is None or not self._short or _begins_block(link):
            return False
        if mark[1].isalpha() and not self.is_said(link):
            return False
        marked = re.match(rf"[\[(]?{re.escape(mark[1])}(?!\w)", self._begins)
        return marked is not None or posixpath.basename(path) in self._leads

    def is_said(self, link: Any) -> bool:  # noqa: ANN401
        """Whether it or a link to it says that it is a note, or has a name that does."""
        place = unquote((link.get("href") or "").partition("#")[2])
        said = self._says or self._named or says(link, _REFERS) or _is_named(link)
        return said or _NAMED.fullmatch(place) is not None


def _is_named(element: Any) -> bool:  # noqa: ANN401
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(_NAMED.fullmatch(each) for each in names)


def _is_in_notes(element: Any) -> bool:  # noqa: ANN401
    """Whether what an element is in says that it is notes."""
    return any(says(each, _NOTES) for each in element.iterancestors())


def _is_of_notes(body: Any, parts: AbstractSet[Any]) -> bool:  # noqa: ANN401
    """Whether nearly all text of a file, outside its headings, is these parts of notes."""
    topmost = [
        each for each in body.iter("*") if each in parts and not any(above in parts for above in each.iterancestors())
    ]
    text = _size([body]) - _size(body.iter(*_HEADINGS))
    return _size(topmost) >= _NEARLY_ALL * text


def _size(elements: Iterable[Any]) -> int:
    return sum(len("".join("".join(each.itertext()).split())) for each in elements)


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


def _definitions(term: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield what defines a term, where a note is one."""
    if term.tag == "dt":
        yield from takewhile(lambda each: each.tag == "dd", term.itersiblings("*"))


def _goes_on(note: Any, notes: Mapping[Any, object]) -> Iterable[Any]:  # noqa: ANN401
    """Return what belongs to a note among others: the paragraphs down to the next, where there is one."""
    if note.tag != "p":
        return _definitions(note)
    more: list[Any] = []
    for each in note.itersiblings("*"):
        if each in notes:
            return more
        if each.tag not in {"p", "blockquote"}:
            break
        more.append(each)
    return ()


def _number(around: Any) -> None:  # noqa: ANN401
    """Write into the items of a list the numbers that they have in it."""
    number = whole(around.get("start"), 1)
    for each in around.iterchildren("li"):
        number = whole(each.get("value"), number)
        each.set("value", str(number))
        number += 1


def _taken_out(element: Any) -> Any:  # noqa: ANN401
    """Take a note out of its place; return it, an item in a list of its own."""
    around = element.getparent()
    drop(element)
    if element.tag != "li":
        return element
    alone = etree.Element(around.tag, dict(around.attrib))
    alone.append(element)
    return alone


def says(element: Any, kinds: frozenset[str]) -> bool:  # noqa: ANN401
    """Whether an element is of one of these kinds by its type or its role."""
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
