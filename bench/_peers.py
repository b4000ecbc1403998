"""Public extractors as peers: each takes a page and returns the article's text, in Markdown where it can.

trafilatura is always there, being one of our dependencies; the others are when they are installed (`scripts/bench`
does it). Only HTML tools exist, so a plain text is given to them as a page of one `<p>` for each line.
"""

from __future__ import annotations

import html
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

import justext
import trafilatura
from lxml import etree
from lxml import html as markup

from guidewright import readers

if TYPE_CHECKING:
    from collections.abc import Callable

    from _pages import Task

    Peer = Callable[[Task], str]

_STOPLISTS = {"de": "German", "fr": "French", "es": "Spanish", "pl": "Polish"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "blockquote", "pre", "section", "article", "dd"}


def everything(task: Task) -> str:
    """Keep all that the page says."""
    return "\n".join(line.says for line in readers.read(task.source).lines)


def page(task: Task) -> str:
    """Return the task as a web page: itself, or its lines as paragraphs."""
    said = (line.says for line in readers.read(task.source).lines) if not task.is_html else ()
    if task.is_html:
        return _CONTROL.sub("", task.source.raw.decode("utf-8", "replace"))
    body = "\n".join(f"<p>{html.escape(_CONTROL.sub('', line))}</p>" for line in said if line.strip())
    return f"<html><body>\n{body}\n</body></html>"


def defaults(task: Task) -> str:
    """Run trafilatura as it comes: what our time is compared with."""
    return trafilatura.extract(page(task)) or ""


def _trafilatura(**options: bool) -> Peer:
    def extract(task: Task) -> str:
        return trafilatura.extract(page(task), output_format="markdown", include_comments=False, **options) or ""

    return extract


def _justext(task: Task) -> str:
    stopwords = justext.get_stoplist(_STOPLISTS.get(task.facts.get("language", "en"), "English"))
    good = [each for each in justext.justext(page(task), stopwords) if not each.is_boilerplate]
    return "\n\n".join(f"## {each.text}" if each.is_heading else each.text for each in good)


def _readability(task: Task) -> str:
    from readability import Document  # noqa: PLC0415 - an optional peer

    return as_markdown(Document(page(task)).summary())


def _resiliparse(task: Task) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - an optional peer

    told = extract_plain_text(
        page(task),
        preserve_formatting="minimal_html",
        main_content=True,
        alt_texts=False,
        comments=False,
        post_meta=False,
    )
    return as_markdown(f"<div>{told}</div>")


def _boilerpy3(task: Task) -> str:
    from boilerpy3.extractors import ArticleExtractor  # noqa: PLC0415 - an optional peer

    return ArticleExtractor(raise_on_failure=False).get_content(page(task))


def as_markdown(text: str) -> str:
    """Return a piece of HTML as Markdown: headings, items, paragraphs; no emphasis, no links."""
    tree = markup.fromstring(text)
    pieces: list[str] = []
    _walk(tree, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line and line.strip("#- "))


def _walk(element: etree._Element, pieces: list[str]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _BLOCKS or tag in {"br", "ul", "ol", "table"}:
        mark = "#" * int(tag[1]) + " " if re.fullmatch(r"h[1-6]", tag) else "- " if tag == "li" else ""
        # The paragraph of an item is the item.
        inside = tag == "p" and element.getparent() is not None and not "".join(pieces[-1:]).strip("- \n")
        pieces.append("" if inside else f"\n{mark}")
    if tag:
        pieces.append(element.text or "")
        for child in element:
            _walk(child, pieces)
            pieces.append((child.tail or "").replace("\n", " "))
    if tag in _BLOCKS:
        pieces.append("\n")


def peers(*, of_html: bool) -> dict[str, Peer]:
    """Return the peers by name that can be had here, for web pages or for texts."""
    found: dict[str, Peer] = {
        "keep everything": everything,
        "trafilatura": _trafilatura(),
        "trafilatura, recall": _trafilatura(favor_recall=True),
        "trafilatura, precision": _trafilatura(favor_precision=True),
        "jusText": _justext,
    }
    if of_html and find_spec("readability"):
        found["readability-lxml"] = _readability
    if of_html and find_spec("resiliparse"):
        found["resiliparse"] = _resiliparse
    if find_spec("boilerpy3"):
        found["boilerpy3"] = _boilerpy3
    return found
