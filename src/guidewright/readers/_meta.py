"""What a web page states about its article: title, author, date, site, rights, language, address.

Sources, the most telling first: JSON-LD (https://schema.org/Article), Open Graph (https://ogp.me), Dublin Core and
common `meta` names, `rel` links, microdata, the `html` element.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from guidewright.dates import iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable

# Schema.org types whose headline is the page's article.
_ARTICLES = (
    "article", "blogposting", "newsarticle", "report", "scholarlyarticle", "techarticle", "reportagenewsarticle",
    "opinionnewsarticle", "howto", "recipe", "socialmediaposting", "discussionforumposting", "medicalwebpage",
    "faqpage", "webpage",
)  # fmt: skip
_JSON_LARGEST = 2_000_000
_LONGEST = 400
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
# Between an article's title and its site's name.
_DIVIDER = re.compile(r"\s+[|•·»:–—~/-]+\s+|\s*[|»]\s*")
# What old WordPress puts between the site's name and the post's.
_ARCHIVE = ("» blog archive", "» archive")
# A site's name behind a dash has so many words at most, and the title before it as many at least.
_NAME_WORDS = 3
_NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\\^`{|}<>\"]")
# An address with a host that no parser stumbles over.
_WHOLE = re.compile(
    r"https?://(?:[\w.~%-]+(?::[^\s/?#@\[\]]*)?@)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:[/?#]|$)", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PERSON = re.compile(r"https?://|@|\d{4}")
# A language's code and what may follow it (BCP 47; Open Graph writes en_US). Pages state "utf-8" as well.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(slots=True)
class _Found:
    """Candidates by key, the most telling first, and the page's address; `encoded` where they hold entities."""

    values: dict[str, list[str]] = field(default_factory=dict)
    base: str = ""
    encoded: bool = False

    def add(self, key: str, value: object) -> None:
        """Add a candidate, its white space collapsed; what is no text or far too long is left out."""
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if self.encoded and "&" in text:
            text = html.unescape(html.unescape(text))
        if 0 < len(text) <= _LONGEST:
            self.values.setdefault(key, []).append(text)

    def first(self, *keys: str) -> str:
        """Return the first candidate of the first key that has any."""
        return next((self.values[key][0] for key in keys if self.values.get(key)), "")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page states. `found` has keys as `Page.found` has them; `base` is the address links are relative to."""

    title: str
    titles: tuple[str, ...]
    language: str
    base: str
    found: tuple[tuple[str, str], ...]


def stated(root: Any, text: str, url: str) -> Stated:  # noqa: ANN401 - lxml's element types are private
    """Return what the page states. `text` is its source, `url` the address that the editor gave (may be empty)."""
    found = _Found()
    ld = _Found(encoded=True)
    head_title = ""
    for element in root.iter("meta", "link", "base", "title", "script"):
        tag = element.tag
        if tag == "title":
            head_title = head_title or " ".join("".join(element.itertext()).split())[:_LONGEST]
        elif tag == "script":
            if "ld+json" in (element.get("type") or ""):
                _json_ld("".join(element.itertext()), ld)
        elif tag == "base":
            found.base = found.base or (element.get("href") or "").strip()
        elif tag == "link":
            _link(element, found)
        else:
            _meta(element, found)
    _body(root, found)
    address = url or found.first("canonical", "og:url") or ld.first("url") or _saved_from(text)
    address = address if is_whole(address) else ""
    base = absolute(address, found.base) or address
    site = found.first("og:site_name") or ld.first("publisher") or found.first("application-name", "dc.publisher")
    candidates = [
        ld.first("headline"), found.first("og:title"), found.first("twitter:title"), found.first("dc.title"),
        found.first("title"), head_title,
    ]  # fmt: skip
    titles = tuple(dict.fromkeys(_without_site(each, site) for each in candidates if each))
    if titles and titles[0] == head_title:  # nothing else states one
        titles = (_without_last(head_title),)
    titles = tuple(dict.fromkeys((*titles, head_title))) if head_title else titles
    author = next(
        (a for a in (*ld.values.get("author", ()), *found.values.get("author", ())) if not _PERSON.search(a)), ""
    )
    languages = (
        root.get("lang", ""),
        root.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        found.first("language"),
    )
    language = next((each.strip() for each in languages if _LANGUAGE.fullmatch(each.strip())), "")
    canonical = absolute(base, found.first("canonical", "og:url")) if found.first("canonical", "og:url") else ""
    pairs = (
        ("title", titles[0] if titles else ""),
        ("author", author),
        ("published", _first_day((*ld.values.get("datePublished", ()), *found.values.get("published", ())))),
        ("publisher", site),
        ("licence", _licence(found.first("licence") or ld.first("license"))),
        ("rights", found.first("rights")),
        ("language", language),
        ("url", canonical or (url if is_whole(url) else "")),
    )
    return Stated(
        title=titles[0] if titles else "",
        titles=titles,
        language=language,
        base=base,
        found=tuple((key, value) for key, value in pairs if value),
    )


@lru_cache(maxsize=4096)
def absolute(base: str, href: str) -> str:
    """Return the absolute http, https or mailto address of a link; empty where it has none."""
    href = href.strip()
    if not href or href.startswith("#") or (href != "/" and href.rstrip("/").lower() in {"", "http:", "https:"}):
        return ""
    if not _WHOLE.match(href):
        base = base or ("https:" if href[:2] == "//" else "")
        try:
            href = urljoin(base, href) if base else href
        except ValueError:
            return ""
        if not _WHOLE.match(href) and not href[:7].lower().startswith("mailto:"):
            return ""
    scheme, _, rest = href.partition(":")
    return _NOT_IN_AN_ADDRESS.sub(lambda found: quote(found.group(), safe=""), f"{scheme.lower()}:{rest}")


def is_adrift(base: str, href: str) -> bool:
    """Whether a link leads to another page of its site, and nothing says which site that is."""
    href = href.strip()
    return not base and href not in {"", "/"} and href[0] not in "#?" and _SCHEME.match(href) is None


def is_whole(address: str) -> bool:
    """Whether the text is an http or https address with a host."""
    return _WHOLE.match(address) is not None


def _saved_from(text: str) -> str:
    found = _SAVED_FROM.search(text, 0, 4096)
    return found[1] if found else ""


def _link(element: Any, found: _Found) -> None:  # noqa: ANN401
    rel = (element.get("rel") or "").lower().split()
    href = (element.get("href") or "").strip()
    if "canonical" in rel:
        found.add("canonical", href)
    elif "license" in rel:
        found.add("licence", href)


# What `meta` elements are called, by what they state.
_NAMES = {
    "author": "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author",
    "published": "article:published_time og:published_time datepublished dc.date dcterms.created dc.date.issued"
    " parsely-pub-date sailthru.date pubdate publish_date date citation_publication_date",
    "rights": "copyright rights dc.rights dcterms.rights",
    "licence": "dcterms.license license",
    "og:site_name": "og:site_name",
    "application-name": "application-name",
    "dc.publisher": "dc.publisher",
    "og:title": "og:title",
    "twitter:title": "twitter:title",
    "dc.title": "dc.title dcterms.title",
    "title": "title citation_title",
    "og:url": "og:url",
    "language": "content-language language dc.language og:locale",
}
_META = {name: key for key, names in _NAMES.items() for name in names.split()}


def _meta(element: Any, found: _Found) -> None:  # noqa: ANN401
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        key = _META.get((element.get(attribute) or "").strip().lower())
        if key:
            if attribute != "itemprop" or not _in_comment(element):
                found.add(key, element.get("content"))
            return


def _body(root: Any, found: _Found) -> None:  # noqa: ANN401
    """Add what the body says: by `rel`, `itemprop` and `datetime`, and where a theme puts author and date."""
    entry = None
    for element in root.iter("a", "time", "span", "div", "p", "header", "section"):
        named = element.keys()
        if element.tag in _ENTRIES and "class" in named and entry is None and _is_entry_meta(element):
            entry = element
        if not _MICRODATA.isdisjoint(named) and element.tag in _MICRODATA_OF:
            _microdata(element, found)
    if entry is not None:
        _entry_meta(entry, found)


_MICRODATA = frozenset(("itemprop", "rel", "pubdate"))
_MICRODATA_OF = frozenset(("a", "time", "span", "div"))


def _microdata(element: Any, found: _Found) -> None:  # noqa: ANN401
    """Add what `rel`, `itemprop` and `datetime` of an element say, where each is said once or first."""
    prop = element.get("itemprop")
    rel = (element.get("rel") or "").lower().split()
    author = prop == "author" or "author" in rel
    dated = element.tag == "time" and (prop == "datePublished" or element.get("pubdate") is not None)
    if not (author or dated or "license" in rel) or _in_comment(element):
        return
    if "license" in rel:
        found.add("licence", element.get("href"))
    if author and not found.values.get("author"):
        found.add("author", _without_by(element))
    if dated:
        found.add("published", element.get("datetime"))


# Classes of what holds one comment or all of them.
_COMMENTS = frozenset(
    "comment comments commentlist comment-list comment-body comments-area comments-section comment-thread".split()  # noqa: SIM905
)


def _in_comment(element: Any) -> bool:  # noqa: ANN401
    """Whether the element stands in a reader's comment, so that what it says is not the article's."""
    for around in element.iterancestors("li", "div", "article", "section", "ol", "ul", "dl", "dd", "details"):
        kind = (around.get("itemtype") or "").rpartition("/")[2]
        if around.get("itemprop") == "comment" or kind == "Comment":
            return True
        if not _COMMENTS.isdisjoint((around.get("class") or "").lower().split()):
            return True
    return False


# Where a theme puts author and date, and what it calls them there.
_ENTRIES = frozenset(("div", "p", "header", "span", "section"))
_ENTRY_META = frozenset(("entry-meta", "post-meta", "entry-header", "post-header", "article-meta", "byline"))
_ASIDE = frozenset(("aside", "nav", "footer"))
_AUTHOR = frozenset(("author", "p-author", "author-name", "entry-author"))
_BY = re.compile(r"(?:(?:(?:written|posted)\s+)?by:?|author:)\s+", re.IGNORECASE)


def _is_entry_meta(element: Any) -> bool:  # noqa: ANN401
    """Whether a theme has marked an element of the article by its class."""
    return (
        not _ENTRY_META.isdisjoint(_classes(element.get("class")))
        and not any(each.tag in _ASIDE for each in element.iterancestors())
        and not _in_comment(element)
    )


def _entry_meta(entry: Any, found: _Found) -> None:  # noqa: ANN401
    """Add what stands in the first line of author and date that a theme has marked by its class."""
    for element in entry.iter("a", "span", "time", "address", "div"):
        classes = _classes(element.get("class") or "")
        if element.tag == "time":
            if "updated" not in classes or "published" in classes:
                found.add("published", element.get("datetime"))
        elif not classes.isdisjoint(_AUTHOR):
            found.add("author", _without_by(element))


def _without_by(element: Any) -> str:  # noqa: ANN401
    """Return an element's text without the "By" in front."""
    return _BY.sub("", " ".join("".join(islice(element.itertext(), 20)).split()), count=1)


@lru_cache(maxsize=8192)
def _classes(names: str) -> frozenset[str]:
    return frozenset(names.lower().split())


def _json_ld(text: str, found: _Found) -> None:
    """Add what the JSON-LD of one script says of its articles."""
    if len(text) > _JSON_LARGEST:
        return
    try:
        data = json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    queue: list[Any] = [data]
    nodes: list[dict[str, Any]] = []
    for each in queue:  # grows while it is walked: a flat walk of any depth
        if isinstance(each, list):
            queue.extend(each[:200])
        elif isinstance(each, dict):
            nodes.append(each)
            queue.extend(value for key, value in each.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})
        if len(queue) > 5_000:
            break
    named = {str(node.get("@id")): node for node in nodes if node.get("@id")}
    for kind in _ARTICLES:
        for node in nodes:
            if kind in _types(node):
                _article(node, named, found)


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _article(node: dict[str, Any], named: dict[str, dict[str, Any]], found: _Found) -> None:
    found.add("headline", node.get("headline") or (node.get("name") if "webpage" not in _types(node) else None))
    found.add("datePublished", node.get("datePublished"))
    found.add("license", node.get("license"))
    found.add("url", node.get("url"))
    names = [name for each in _many(node.get("author")) if (name := _name(each, named))]
    found.add("author", ", ".join(dict.fromkeys(names)))
    for each in _many(node.get("publisher")):
        found.add("publisher", _name(each, named))


def _many(value: object) -> Iterable[object]:
    return value[:10] if isinstance(value, list) else [value]


def _name(value: object, named: dict[str, dict[str, Any]]) -> str:
    if isinstance(value, dict):
        value = value if value.get("name") else named.get(str(value.get("@id")), {})
        value = value.get("name")
        value = value[0] if isinstance(value, list) and value else value
    return " ".join(value.split()) if isinstance(value, str) else ""


def _first_day(texts: Iterable[str]) -> str:
    """Return the first of the dates that the calendar has, as its ISO day."""
    return next((day for each in texts if (day := iso_day(each))), "")


def _licence(text: str) -> str:
    """Return a Creative Commons address as the licence's name; other notations as they stand."""
    found = re.search(r"creativecommons\.org/(?:licenses/([a-z-]+)/(\d\.\d)|publicdomain/(zero|mark)/(\d\.\d))", text)
    if not found:
        return text
    return (
        f"CC {found[1].upper()} {found[2]}"
        if found[1]
        else f"CC0 {found[4]}"
        if found[3] == "zero"
        else "Public domain"
    )


def _without_site(title: str, site: str) -> str:
    """Cut the site's name off a title, in front or behind; where it is not known, a short last part."""
    parts = list(_DIVIDER.finditer(title))
    if not parts:
        return title
    head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
    front, rest = title[: parts[0].start()], title[parts[0].end() :]
    if head.casefold().endswith(_ARCHIVE):
        return tail
    if site and _key(tail) and (_key(tail) in _key(site) or _key(site) in _key(tail)):
        return _without_site(head, site) if _DIVIDER.search(head) and _key(site) not in _key(head) else head
    if site and _key(front) and _key(front) == _key(site):
        return rest
    clear = parts[-1].group().strip() in {"|", "»", "•", "·"}
    if clear and len(tail.split()) <= 5 and len(head.split()) >= 2:
        return head
    return title


def _without_last(title: str) -> str:
    """Return a window's title without the name behind its last dash: of a site, as themes put it there."""
    parts = list(_DIVIDER.finditer(title))
    if not parts or parts[-1].group().strip() not in {"-", "–", "—"}:
        return title
    head, tail = title[: parts[-1].start()], title[parts[-1].end() :].split()
    named = len(tail) <= _NAME_WORDS and all(each[0].isupper() and each[-1] not in ".!?" for each in tail)
    return head if named and len(head.split()) >= _NAME_WORDS else title


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
