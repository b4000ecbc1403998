"""An article that comes out of a larger file, written as a web page of its own: the raw bytes of its Source.

    html/body/article       title and text: all of it is the article (`ARTICLE`), and no main text is looked for
    html/body/div.…          what belongs to the post and not to the article: its tags, its excerpt
    html/body/ol.commentlist  the comments, each `li.comment` with its status as a class, its author, date and body

What the format states stands in the head, where `readers.html` finds it; what names the article stands in the
Source's metadata, too, unless the editor has said otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from lxml import etree

from guidewright.model import Source
from guidewright.readers import html as web_page
from guidewright.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = re.compile(r"<[^<>]*>")
_BLANK = re.compile(r"\n[ \t\r]*\n")
# Elements that swallow the rest of a page, or break out of ours.
_STRAY = {"plaintext": "pre", "listing": "pre", "xmp": "pre", "html": "div", "body": "div", "head": "div"}
# libxml2 stops at 2,048 open elements and says nothing.
_DEEPEST = 1_900


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment: `body` is HTML, `status` one word, `about` what else is known of it, in words.

    `held` says that its site does not show it as a reader's comment: it waits, was thrown out, or is a link from
    elsewhere.
    """

    author: str
    body: str
    date: str = ""
    status: str = ""
    address: str = ""
    about: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """What a format knows of one article. `body` is HTML, all else plain text; `aside` are (class, HTML) pairs.

    `name` tells it from the others of its file. `heading` says whether the title is shown above the body, `document`
    that the article is off no site, so that nothing in its body is a site's. `base` is the address to which its links
    are relative, where that is not its own.
    """

    name: str
    body: str
    title: str = ""
    slug: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    base: str = ""
    published: str = ""
    licence: str = ""
    rights: str = ""
    language: str = ""
    heading: bool = True
    aside: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()
    document: bool = False


def sources(whole: Source, articles: Iterable[Article]) -> tuple[Source, ...]:
    """Return each article as a Source whose id is `<file>#<name>`, unique in the file."""
    names = Names()
    return tuple(source(whole, each, f"{whole.id}#{names.unique(slugify(each.name))}") for each in articles)


class Names:
    """The names given to the articles of one file; `count` is their number."""

    def __init__(self) -> None:
        self.count = 0
        self._taken: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """Return the name, or `name-2`, `name-3`, … where it is taken, and take it."""
        given = name
        while given in self._taken:
            self._taken[name] += 1
            given = f"{name}-{self._taken[name]}"
        self._taken[given] = 1
        self.count += 1
        return given


def source(whole: Source, article: Article, id_: str) -> Source:
    """Return the article as a Source; what the editor says of the whole file wins, but for the article's address."""
    said = whole.metadata
    metadata = replace(
        said,
        title=said.title or (article.title if article.heading else ""),
        slug=said.slug or article.slug,
        author=said.author or article.author,
        publisher=said.publisher or article.publisher,
        url=article.url or said.url,
        language=said.language or article.language,
    )
    media_type = web_page.DOCUMENT if article.document else web_page.ARTICLE
    return Source(id_, page(article).encode("utf-8", "replace"), media_type, metadata)


def page(article: Article) -> str:
    """Return the article as a whole HTML page."""
    language = f' lang="{escape(article.language)}"' if article.language else ""
    head = [f"<title>{escape(article.title)}</title>"] if article.title else []
    stated = (
        ("author", article.author), ("date", article.published), ("copyright", article.rights),
        ("license", article.licence),
    )  # fmt: skip
    head += [f'<meta name="{name}" content="{escape(value)}">' for name, value in stated if value]
    head += [f'<link rel="canonical" href="{escape(article.url)}">'] if article.url else []
    head += [f'<base href="{escape(article.base)}">'] if article.base else []
    parts = [
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8">',
        *head,
        "</head><body>",
        "<article>",
        *([f"<h1>{escape(article.title)}</h1>"] if article.title and article.heading else []),
        tidy(article.body),
        "</article>",
        *(f'<div class="{name}">{tidy(text)}</div>' for name, text in article.aside if text.strip()),
        *_comments(article.comments),
        "</body></html>\n",
    ]
    return "\n".join(parts)


def _comments(comments: Iterable[Comment]) -> Iterable[str]:
    rows = [_comment(each) for each in comments]
    return ['<ol class="commentlist">', *rows, "</ol>"] if rows else []


def _comment(comment: Comment) -> str:
    author = escape(comment.author)
    if comment.address:
        author = f'<a href="{escape(comment.address)}">{author}</a>'
    facts = " · ".join(each for each in (comment.date, comment.status, *comment.about) if each)
    held = " unapproved" if comment.held else ""
    return (
        f'<li class="comment{held} {slugify(comment.status, empty="")}"><div class="comment-author">{author}</div>\n'
        f'<div class="comment-metadata">{escape(facts)}</div>\n'
        f'<div class="comment-content">{tidy(comment.body)}</div></li>'
    )


def tidy(text: str) -> str:
    """Return HTML that closes what it opens and nothing else, so that it can stand inside an element of ours."""
    if "<" not in text:
        return _in_paragraphs(escape(unescape(text), quote=False))
    root = web_page.parse(f"<div>{text}")
    body = None if root is None else root.find("body")
    if body is None or (text.count("<") > _DEEPEST and _depth(body) > _DEEPEST):
        pieces = (unescape(each).strip() for each in _TAG.sub("\n", text).split("\n"))
        return "\n".join(f"<p>{escape(each)}</p>" for each in pieces if each)
    for element in body.iter(*_STRAY):
        if element is not body:
            element.tag = _STRAY[element.tag]
    whole = len(body) == 1 and not body.text and not (body[0].tail or "").strip()
    return written(body[0] if whole else body)


def _in_paragraphs(text: str) -> str:
    """Return a text without tags; where blank lines part its paragraphs, these are elements."""
    pieces = [piece for piece in _BLANK.split(text) if piece.strip()]
    return "\n".join(f"<p>{piece}</p>" for piece in pieces) if len(pieces) > 1 else text


def written(element: Any) -> str:  # noqa: ANN401 - lxml's element types are private
    """Return what stands in an element, as HTML."""
    pieces = [escape(element.text or "", quote=False)]
    pieces += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(pieces)


def _depth(root: Any) -> int:  # noqa: ANN401
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


_INLINE = re.compile(r"</?(?:em|i|b|strong|sup|sub|span|cite|q|code|small|br|wbr|a)(?:\s[^<>]*)?/?>", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a title's words: inline markup taken off, entities read, white space collapsed."""
    return " ".join(unescape(_INLINE.sub("", text)).split())
