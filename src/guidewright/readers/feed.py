"""Feeds: RSS 0.9 to 2.0 (https://www.rssboard.org/rss-specification) and Atom (RFC 4287), each entry an article.

A feed gives the whole text of its entries, or a teaser that leads to the page. Entries with a teaser alone are left
out with a note that names them. What is a WordPress export is read as one (`wxr`).
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from guidewright.model import Notice
from guidewright.readers import _shortcodes, wxr
from guidewright.readers._article import Article, plain, sources, tidy, written
from guidewright.readers._limits import Refused
from guidewright.readers._meta import absolute
from guidewright.readers._xml import name, parse, strip_namespace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.model import Source

OPENS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", ".rss", ".atom", ".rdf", ".xml")

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RSS = ("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2")
_DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_CONTENT = ("http://purl.org/rss/1.0/modules/content/",)
_CC = (
    "http://backend.userland.com/creativeCommonsRssModule", "http://web.resource.org/cc/",
    "http://creativecommons.org/ns#", "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html",
)  # fmt: skip
_XML = "{http://www.w3.org/XML/1998/namespace}"
# A summary of so few words, or one that ends like this, is no article.
_TEASER_WORDS, _TAIL = 100, 400
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|more)\]|(?:continue|keep) reading|read (?:more|on|the (?:full|rest)[^.]{0,40})"
    r"|weiterlesen|lire la suite)\W{0,9}$"
    r"|\[(?:…|\.\.\.)\] (?:the post|der beitrag|l['’]article|la entrada|artykuł) ",  # what WordPress puts below it
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_SHOWN = 3


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the feed's entries as sources of their own, and notices for those that hold no whole text."""
    root, complaint, line = parse(source.raw)
    if wxr.is_export(root):
        return wxr.posts(source, root, complaint, line)
    if name(root) not in {"rss", "RDF", "feed"}:
        msg = f"it is XML of another kind (<{name(root)}>), neither a feed nor a WordPress export; save its pages"
        raise Refused(msg, line)
    read = list(_atom(root) if name(root) == "feed" else _rss(root))
    notices = []
    if complaint:
        text = f"its XML is broken ({complaint}), and what follows may be missing; fetch it again"
        notices.append(Notice(source.id, line, text, error=True))
    teasers = [article for article, whole in read if not whole]
    if teasers:
        notices.append(Notice(source.id, 0, _about_teasers(teasers, len(read))))
    if not read:
        notices.append(Notice(source.id, 0, "it is a feed without entries; fetch it again", error=True))
    return sources(source, [article for article, whole in read if whole]), tuple(notices)


def _about_teasers(teasers: Sequence[Article], count: int) -> str:
    named = "; ".join(f"“{each.title}”" + (f" ({each.url})" if each.url else "") for each in teasers[:_SHOWN])
    more = f" and {len(teasers) - _SHOWN} more" if len(teasers) > _SHOWN else ""
    some = "all of its entries" if len(teasers) == count else f"{len(teasers)} of its {count} entries"
    return f"{some} have no more than a summary and are left out: {named}{more}; save the pages themselves (.html)"


# --- RSS


def _rss(root: Any) -> Iterator[tuple[Article, bool]]:  # noqa: ANN401 - lxml's element types are private
    channel = next((each for each in root if name(each) == "channel"), root)
    by_wordpress = any("wordpress" in (each.text or "").lower() for each in channel.iter("{*}generator"))
    for item in root.iter("{*}item"):
        title = plain(_text(item, _RSS, "title") or _text(item, _DC, "title"))
        body = _text(item, _CONTENT, "encoded")
        whole = bool(body)
        body = body or _text(item, _RSS, "description") or _text(item, _DC, "description")
        url = absolute("", _text(item, _RSS, "link") or _permalink(item))
        shown, signs = _shortcodes.taken_out(body) if by_wordpress else (body, ())
        licence = _first(item, _CC, "license") or _first(channel, _CC, "license")
        article = Article(
            name=_name(url, title),
            body=shown,
            title=title,
            author=_person(_text(item, _DC, "creator") or _text(item, _RSS, "author")),
            publisher=plain(_text(channel, _RSS, "title")),
            url=url,
            published=_day(_text(item, _RSS, "pubDate") or _text(item, _DC, "date")),
            licence=licence,
            rights=_text(item, _DC, "rights") or _text(channel, _RSS, "copyright") or _text(channel, _DC, "rights"),
            language=_text(item, _DC, "language")
            or _text(channel, _RSS, "language")
            or _text(channel, _DC, "language"),
            aside=(_shortcodes.aside(signs),),
        )
        yield article, whole or not _is_teaser(body)


def _permalink(item: Any) -> str:  # noqa: ANN401
    guid = next((each for each in item if name(each) == "guid"), None)
    return "" if guid is None or guid.get("isPermaLink") == "false" else (guid.text or "").strip()


# --- Atom


def _atom(root: Any) -> Iterator[tuple[Article, bool]]:  # noqa: ANN401
    for entry in root.iter("{*}entry"):
        content, summary = _child(entry, _ATOM, "content"), _child(entry, _ATOM, "summary")
        whole = content is not None and not content.get("src")
        body = _construct(content if whole else summary)
        title = plain(_TAG.sub("", _construct(_child(entry, _ATOM, "title"))))
        source = _child(entry, _ATOM, "source")
        feed = root if source is None else source
        around = _base("", root, entry)
        url = absolute(around, _link(entry, "alternate"))
        article = Article(
            name=_name(url, title),
            body=body,
            title=title,
            author=_people(entry) or _people(feed),
            publisher=plain(_TAG.sub("", _construct(_child(feed, _ATOM, "title")))),
            url=url,
            base=_base(around, content) if whole and _has(content, "base") else "",
            published=_day(_text(entry, _ATOM, "published") or _text(entry, _ATOM, "issued", "updated", "modified")),
            licence=_link(entry, "license") or _link(feed, "license"),
            rights=_text(entry, _ATOM, "rights") or _text(feed, _ATOM, "rights"),
            language=next((each.get(f"{_XML}lang") for each in (content, entry, root) if _has(each, "lang")), ""),
        )
        yield article, whole or not _is_teaser(body)


def _base(base: str, *elements: Any) -> str:  # noqa: ANN401
    """Return the address to which those inside of elements are relative (XML Base); they are given outermost first."""
    for each in elements:
        if _has(each, "base"):
            base = absolute(base, each.get(f"{_XML}base")) or base
    return base


def _has(element: Any, attribute: str) -> bool:  # noqa: ANN401
    return element is not None and bool(element.get(f"{_XML}{attribute}"))


def _construct(element: Any) -> str:  # noqa: ANN401
    """Return a text construct (RFC 4287, 3.1) as HTML."""
    if element is None:
        return ""
    if element.get("type") in {"xhtml", "application/xhtml+xml"}:
        for each in element.iter("{*}*"):
            strip_namespace(each)
        return written(element)
    said = "".join(element.itertext()).strip()
    return said if element.get("type") in {"html", "text/html"} else said.replace("&", "&amp;").replace("<", "&lt;")


def _link(element: Any, rel: str) -> str:  # noqa: ANN401
    for each in element:
        if name(each) == "link" and (each.get("rel") or "alternate") == rel and each.get("href"):
            return str(each.get("href")).strip()
    return ""


def _people(element: Any) -> str:  # noqa: ANN401
    names = [_text(each, _ATOM, "name") for each in element if name(each) == "author"]
    return ", ".join(plain(each) for each in names if each)


# --- both


def _child(element: Any, namespaces: Sequence[str], wanted: str) -> Any:  # noqa: ANN401
    return next(
        (each for each in element if name(each) == wanted and each.tag.rpartition("}")[0].lstrip("{") in namespaces),
        None,
    )


def _text(element: Any, namespaces: Sequence[str], *wanted: str) -> str:  # noqa: ANN401
    for each in wanted:
        child = _child(element, namespaces, each)
        text = "" if child is None else "".join(child.itertext()).strip()
        if text:
            return text
    return ""


def _first(element: Any, namespaces: Sequence[str], wanted: str) -> str:  # noqa: ANN401
    """Return a child's text, or the address that it names as RDF does."""
    child = _child(element, namespaces, wanted)
    if child is None:
        return ""
    resource = child.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource")
    return str(resource or child.text or "").strip()


def _name(url: str, title: str) -> str:
    """Return the last part of an entry's address without its ending; the title where the address has none."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2] if url else ""
    return re.sub(r"\.\w{1,5}$", "", last) or title or "entry"


def _person(text: str) -> str:
    """Return the name of `mail@example.org (Name)`; no mail address."""
    inside = re.search(r"\(([^()]+)\)", text)
    return plain(inside[1] if inside and "@" in text else "" if "@" in text else text)


def _day(text: str) -> str:
    """Return an ISO day of an ISO or RFC 2822 date; other notations as they stand."""
    if re.match(r"\d{4}-\d\d-\d\d", text):
        return text[:10]
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text[:40]


def _is_teaser(body: str) -> bool:
    words = plain(_TAG.sub(" ", tidy(body)))
    return len(words.split()) < _TEASER_WORDS or _CUT_OFF.search(words[-_TAIL:]) is not None
