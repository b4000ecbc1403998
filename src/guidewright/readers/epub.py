"""Books (EPUB 2 and 3, https://www.w3.org/TR/epub-33/): each chapter of the reading order an article.

Cover, title and copyright pages, contents and indexes are no articles; they are named in a note. Chapters are told
by what the book says of its parts (`epub:type`, guide, contents), never by their text.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from guidewright.model import Notice
from guidewright.readers import _epub_notes
from guidewright.readers import html as web_page
from guidewright.readers._article import Article, plain, sources, written
from guidewright.readers._decode import decode
from guidewright.readers._epub_notes import drop, path_of, says
from guidewright.readers._limits import Refused
from guidewright.readers._meta import is_whole
from guidewright.readers._xml import name, parse, strip_namespace
from guidewright.readers._zip import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from guidewright.model import Source

OPENS = ("application/epub+zip", ".epub")

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_TEXT = ("application/xhtml+xml", "text/html")
_TYPE = "{http://www.idpf.org/2007/ops}type"
# Parts of a book that are no article, by the words of EPUB's structural vocabulary and of EPUB 2's guide.
_NO_ARTICLE = {
    "cover": "cover", "frontispiece": "cover", "titlepage": "title page", "title-page": "title page",
    "halftitlepage": "title page", "halftitle": "title page", "imprint": "copyright page",
    "copyright-page": "copyright page", "copyright": "copyright page", "colophon": "copyright page",
    "imprimatur": "copyright page", "toc": "contents", "landmarks": "contents", "page-list": "contents",
    "toc-brief": "contents", "loi": "contents", "lot": "contents", "loa": "contents", "lov": "contents",
    "dedication": "dedication", "index": "index", "other-credits": "credits", "contributors": "credits",
    "seriespage": "advertisement", "other-books": "advertisement",
}  # fmt: skip
# What the contents of a book call such parts, where nothing else tells.
_CALLED = {
    "cover": "cover", "front cover": "cover", "title page": "title page", "half title": "title page",
    "copyright": "copyright page", "copyright page": "copyright page", "copyright notice": "copyright page",
    "imprint": "copyright page", "legal notice": "copyright page", "colophon": "copyright page",
    "contents": "contents", "table of contents": "contents", "dedication": "dedication", "index": "index",
    "impressum": "copyright page", "inhalt": "contents", "inhaltsverzeichnis": "contents", "titelseite": "title page",
    "table des matières": "contents", "couverture": "cover", "portada": "cover", "índice": "contents",
    "spis treści": "contents", "okładka": "cover",
}  # fmt: skip
_NO_TEXT = "no text"
_LABEL_LONGEST = 300
# What may say the title above a chapter's text.
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p"})
_HAS_TEXT = etree.XPath(
    "boolean(.//text()[normalize-space() and not(ancestor::h1 or ancestor::h2 or ancestor::h3 or ancestor::h4"
    " or ancestor::h5 or ancestor::h6)])"
)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?:\w+ )?(?:\d+|[IVXLC]+)[.:]?")
# The number of a page of the printed book, and what such numbers are called where nothing else tells.
_PAGE_NUMBER = re.compile(r"[\[({]?(?:p(?:age|g)?\.?\s?)?(?:\d{1,4}|[ivxlc]{1,8})[\])}]?", re.IGNORECASE)
_PAGE_KINDS = frozenset({"pagebreak", "doc-pagebreak"})
_PAGE_CLASS = frozenset({"pagenum", "pageno", "pagenumber", "page-number", "pagebreak", "page-break"})
_NUMBER_LONGEST = 20
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(slots=True)
class _Book:
    """What the package document says. Paths are of parts of the archive."""

    folder: str = ""
    about: dict[str, str] = field(default_factory=dict)
    spine: list[str] = field(default_factory=list)
    aside: set[str] = field(default_factory=set)  # in the spine, and not in the order of reading
    kinds: dict[str, str] = field(default_factory=dict)  # what a part is that is no article
    labels: dict[str, str] = field(default_factory=dict)  # what the contents call a part


class _Part(NamedTuple):
    """A file of the book: its path, its root and its body."""

    path: str
    root: Any
    body: Any


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the book's chapters as sources of their own, and notices about its other parts.

    A part that neither has a heading nor stands in the contents goes on with the chapter above it.
    """
    parts = Parts(source.raw)
    book = _book(parts)
    files: dict[str, _Part] = {}
    left: dict[str, str] = {}
    notices: list[Notice] = []
    for path in dict.fromkeys(book.spine):
        if book.kinds.get(path) == _NO_TEXT:
            left[path] = _NO_TEXT
            continue
        try:
            root = _document(parts.read(path))
        except Refused as refused:
            notices.append(Notice(source.id, refused.line, f"a chapter is missing: {path}: {refused}", error=True))
            continue
        files[path] = _Part(path, root, next(root.iter("body"), root))
    numbers = sum(_without_page_numbers(part.body) for part in files.values())
    chapters = _chapters(book, files, left)
    articles = []
    for chapter in chapters:
        article = _article(book, chapter)
        if any(_HAS_TEXT(part.body) for part in chapter):
            articles.append(article)
        else:
            left.update((part.path, "title without text") for part in chapter)
    if left:
        named = (f"{posixpath.basename(path)} ({left[path]})" for path in dict.fromkeys(book.spine) if path in left)
        text = f"it has parts that are no articles, which are left out: {', '.join(named)}"
        notices.append(Notice(source.id, 0, text))
    if numbers:
        text = f"the page numbers of its printed edition ({numbers}) are left out"
        notices.append(Notice(source.id, 0, text))
    if not articles:
        notices.append(Notice(source.id, 0, "it holds no chapter with text", error=True))
    return sources(source, articles), tuple(notices)


def _chapters(book: _Book, files: Mapping[str, _Part], left: dict[str, str]) -> list[list[_Part]]:
    """Return the parts of each chapter, in order, its notes the last; add to `left` what is none, and why."""
    kinds = {path: _kind(book, path, part.root) for path, part in files.items()}
    bodies = {path: part.body for path, part in files.items()}
    notes = _epub_notes.bring(bodies, [path for path, kind in kinds.items() if not kind])
    emptied = {own for by_file in notes.values() for own in by_file}
    chapters: list[list[_Part]] = []
    for path, part in files.items():
        if path in emptied and not _HAS_TEXT(part.body):
            left[path] = "notes, which are in their chapters"
        elif kinds[path]:
            left[path] = kinds[path]
        elif chapters and book.labels and not (path in book.labels or _heading(part.body)):
            chapters[-1].append(part)
        else:
            chapters.append([part])
    for chapter in chapters:
        theirs: dict[str, Any] = {}
        for part in chapter:
            for own, elements in notes.get(part.path, {}).items():
                theirs.setdefault(own, etree.Element("section")).extend(elements)
        chapter += [_Part(own, body, body) for own, body in theirs.items()]
    return chapters


# --- the package


def _book(parts: Parts) -> _Book:
    if _CONTAINER not in parts.names:
        msg = "it is an archive, but no book: it has no META-INF/container.xml; give it the ending of its own format"
        raise Refused(msg)
    container, _, _ = parse(parts.read(_CONTAINER))
    package = next((each.get("full-path") for each in container.iter("{*}rootfile")), "") or ""
    root, _, _ = parse(parts.read(package))
    book = _Book(folder=posixpath.dirname(package))
    _unlocked(parts, book.folder, root)
    items: dict[str, Any] = {each.get("id") or "": each for each in root.iter("{*}item")}
    for each in root.iter("{*}metadata"):
        for fact in each.iter():
            text = " ".join((fact.text or "").split())
            if not text:
                continue
            said = book.about.setdefault(name(fact), text)
            if name(fact) == "creator" and text not in said.split(", "):
                book.about["creator"] = f"{said}, {text}"
    for each in root.iter("{*}itemref"):
        item = items.get(each.get("idref") or "")
        if item is None:
            continue
        path = path_of(book.folder, item.get("href") or "")
        book.spine.append(path)
        if item.get("media-type") not in _TEXT:
            book.kinds[path] = _NO_TEXT
        if each.get("linear") == "no":
            book.aside.add(path)
    for item in items.values():
        if "nav" in (item.get("properties") or "").split():
            path = path_of(book.folder, item.get("href") or "")
            book.kinds[path] = "contents"
            _contents(parts, path, book)
    for each in root.iter("{*}reference"):
        kind = _NO_ARTICLE.get((each.get("type") or "").lower().removeprefix("other."), "")
        if kind:
            book.kinds.setdefault(path_of(book.folder, each.get("href") or ""), kind)
    toc = next((each.get("toc") for each in root.iter("{*}spine")), None)
    if toc in items:
        _contents(parts, path_of(book.folder, items[toc].get("href") or ""), book)
    return book


def _unlocked(parts: Parts, folder: str, root: Any) -> None:  # noqa: ANN401 - lxml's element types are private
    """Refuse a book whose text is encrypted; its fonts may be."""
    if _LOCKS not in parts.names:
        return
    texts = {
        path_of(folder, each.get("href") or "") for each in root.iter("{*}item") if each.get("media-type") in _TEXT
    }
    locked = {unquote(each.get("URI") or "") for each in parse(parts.read(_LOCKS))[0].iter("{*}CipherReference")}
    if texts & locked:
        msg = "its text is locked by its seller (DRM) and cannot be read; ask its publisher for a copy without"
        raise Refused(msg)


def _contents(parts: Parts, path: str, book: _Book) -> None:
    """Note what the contents (EPUB 3 navigation or EPUB 2 NCX) call the book's parts; the first name counts."""
    if path not in parts.names:
        return
    root = _document(parts.read(path))
    folder = posixpath.dirname(path)
    for point in root.iter("navPoint"):
        content = next((each for each in point if name(each) == "content"), None)
        label = next((each for each in point if name(each) == "navLabel"), None)
        if content is not None and label is not None:
            _call(book, path_of(folder, content.get("src") or ""), "".join(label.itertext()))
    for nav in root.iter("nav"):
        kind = nav.get("type") or ""
        for link in nav.iter("a"):
            target = path_of(folder, link.get("href") or "")
            if kind == "landmarks":
                book.kinds.setdefault(target, _of_types(link.get("type")))
            elif kind != "page-list":
                _call(book, target, "".join(link.itertext()))


def _call(book: _Book, path: str, label: str) -> None:
    text = " ".join(label.split())
    if text and len(text) <= _LABEL_LONGEST:
        book.labels.setdefault(path, text)


# --- chapters


def _without_page_numbers(body: Any) -> int:  # noqa: ANN401 - lxml's element types are private
    """Take out where the pages of the printed book begin; return how many of them had a number there."""
    marks = [each for each in body.iter("*") if each is not body and _is_page_number(each)]
    count = 0
    for each in marks:
        if each.getparent() is None:  # it was inside another
            continue
        count += any(text.strip() for text in each.itertext())
        if each.get("id"):  # what leads there leads to the text there
            each.tag, each.text = "span", None
            each[:] = []
        else:
            drop(each)
    return count


def _is_page_number(element: Any) -> bool:  # noqa: ANN401
    if says(element, _PAGE_KINDS):
        return len("".join(element.itertext())) <= _NUMBER_LONGEST
    if _PAGE_CLASS.isdisjoint((element.get("class") or "").lower().split()):
        return False
    return _PAGE_NUMBER.fullmatch("".join(element.itertext()).strip()) is not None


def _document(raw: bytes) -> Any:  # noqa: ANN401 - lxml's element types are private
    """Return a chapter's root, its names without namespaces; `epub:type` becomes `type`.

    Where it is not well-formed, as many are, it is read as browsers read HTML.
    """
    root, complaint, _ = parse(raw)
    if complaint:
        again = web_page.parse(decode(raw))
        root = root if again is None else again
    for each in root.iter("*"):
        if each.tag[0] == "{":
            strip_namespace(each)
        kind = each.attrib.pop(_TYPE, None) or each.attrib.pop("epub:type", None)
        if kind and kind.isprintable():
            each.set("type", kind)
    etree.cleanup_namespaces(root)
    return root


def _kind(book: _Book, path: str, root: Any) -> str:  # noqa: ANN401
    """Return what a part of the book is that is no article; empty for a chapter."""
    body = next(root.iter("body"), root)
    first = [each for each in body if name(each)]
    said = [body, *(first if len(first) == 1 else ())]
    kind = book.kinds.get(path) or next((found for each in said if (found := _of_types(each.get("type")))), "")
    if kind:
        return kind
    if not any(text.strip() for text in body.itertext("*")):
        return _NO_TEXT
    if path in book.aside:
        return "not in the order of reading"
    return _CALLED.get(book.labels.get(path, "").lower(), "")


def _of_types(types: str | None) -> str:
    return next((_NO_ARTICLE[each] for each in (types or "").lower().split() if each in _NO_ARTICLE), "")


def _article(book: _Book, parts: Sequence[_Part]) -> Article:
    """Return the article of a chapter that stands in these parts."""
    _lead_inside(parts)
    path, root, _ = parts[0]
    about = book.about
    label = plain(book.labels.get(path, ""))
    taken = _take_title(parts[0].body, label)
    heading = "" if taken else next((title for part in parts if (title := _heading(part.body))), "")
    address = next((each for each in (about.get("source", ""), about.get("identifier", "")) if is_whole(each)), "")
    return Article(
        name=posixpath.splitext(posixpath.basename(path))[0],
        body="\n".join(written(part.body) for part in parts),
        title=taken or label or heading,
        author=about.get("creator", ""),
        publisher=about.get("publisher", ""),
        url=address,
        published=about.get("date", "")[:10],
        rights=about.get("rights", ""),
        licence=_licence(about.get("rights", "")),
        language=root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or about.get("language", ""),
        heading=not heading,
        document=True,
    )


def _lead_inside(parts: Sequence[_Part]) -> None:
    """Let the links of a chapter lead to its own places, notes among them; those to other chapters are text."""
    prefixes = {part.path: f"part-{at}-" if at else "" for at, part in enumerate(parts)}
    for path, _, body in parts:
        for each in body.iter("*"):
            for attribute in ("id", "name"):
                if prefixes[path] and each.get(attribute):
                    each.set(attribute, prefixes[path] + each.get(attribute))
        for link in body.iter("a"):
            href = link.get("href") or ""
            if is_whole(href) or href.startswith("mailto:"):
                continue
            file, _, place = href.partition("#")
            prefix = prefixes.get(path_of(posixpath.dirname(path), file) if file else path)
            if prefix is not None and place:
                link.set("href", f"#{prefix}{place}")
            else:
                link.attrib.pop("href", None)


def _take_title(body: Any, label: str) -> str:  # noqa: ANN401
    """Take off what stands above a chapter's text where its label in the contents says it, and return the title.

    A number and a name are two headings there, or two lines of one, or one is missing, or they are paragraphs; a
    number that the label leaves out stands before it in the title. Empty where nothing is taken: the label says
    something else, or a heading says the same and is title enough.
    """
    words = _WORD.findall(label.casefold())
    number = said = ""  # `said` is without blanks: elements part what is one word, or nothing parts two
    taken: list[Any] = []
    for each in _topmost(body):
        text = " ".join("".join(each.itertext()).split())
        more = said + "".join(_WORD.findall(text.casefold()))
        if not _WORD.search(text):
            continue
        if len(more) <= len(label) and any(more in accumulate(words[at:]) for at in range(len(words))):
            said = more
        elif not taken and _NUMBER.fullmatch(text):
            number = text
        else:
            break
        taken.append(each)
    whole = said == "".join(words)
    alone = len(taken) == 1 and taken[0].tag in {"h1", "h2"} and taken[0].find(".//br") is None
    if number and label and (whole or (not said and taken[0].tag != "p")):
        title = f"{number}{' ' if number[-1] in '.:' else ': ' if ' ' in number else '. '}{label}"
    elif said and not number and not (whole and alone):
        title = label
    else:
        return ""
    for each in taken:
        each.getparent().remove(each)
    return title


def _topmost(body: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the headings and paragraphs above which there is no other text."""
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, each in walker:
        if event == "start" and each.tag in _TITLES:
            yield each
            walker.skip_subtree()
        elif ((each.text if event == "start" else each.tail) or "").strip():
            return


def _heading(body: Any) -> str:  # noqa: ANN401
    return next((title for each in body.iter("h1", "h2") if (title := _words(each))), "")


def _licence(rights: str) -> str:
    found = _ADDRESS.search(rights)
    return found.group() if found and "creativecommons.org" in found.group() else ""


def _words(element: Any) -> str:  # noqa: ANN401
    return "" if element is None else " ".join("".join(element.itertext()).split())[:_LABEL_LONGEST]
