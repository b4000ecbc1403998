"""From the element tree that Markdown made to the model's text and prose."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX

from guidewright.blocks._base import MARK
from guidewright.worksheets import model
from guidewright.worksheets.model import Run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {"p", "ul", "ol", "dl", "blockquote", "div", "pre", "table", "section", "details", "hr", *_HEADINGS}
_TAG = re.compile(r"<[^>]*>")


class Tree:
    """Reads elements of one page."""

    def __init__(self, md: Markdown) -> None:
        """Take the page's Markdown, which holds pieces of HTML aside."""
        self.md = md

    def words(self, raw: str | None) -> str:
        """Return text as it will be read: HTML that was put aside without its tags, entities as characters."""

        def aside(match: re.Match[str]) -> str:
            kept = self.md.htmlStash.rawHtmlBlocks[int(match[1])]
            return html.unescape(_TAG.sub("", kept)) if isinstance(kept, str) else ""

        shown = (raw or "").replace(AMP_SUBSTITUTE, "&")
        return HTML_PLACEHOLDER_RE.sub(aside, shown).replace(STX, "")

    def text(self, element: Element) -> model.Text:
        """Return an element's inline text."""
        runs: list[Run] = []
        for run in self._runs(element, Run("")):
            if runs and (runs[-1].strong, runs[-1].emphasis, runs[-1].target) == (run.strong, run.emphasis, run.target):
                runs[-1] = Run(runs[-1].text + run.text, run.strong, run.emphasis, run.target)
            else:
                runs.append(run)
        return _trimmed(runs)

    def _runs(self, element: Element, style: Run) -> Iterator[Run]:
        def styled(raw: str | None, *, code: bool = False) -> Iterator[Run]:
            shown = re.sub(r"\s+", " ", html.unescape(raw or "") if code else self.words(raw))
            if shown:
                yield Run(shown, style.strong, style.emphasis, style.target)

        # Markdown escapes code by itself before it makes an element of it.
        yield from styled(element.text, code=element.tag == "code")
        for child in element:
            if child.tag == "br":
                yield Run("\n", style.strong, style.emphasis, style.target)
            elif child.tag == "img":
                yield from styled(child.get("alt"))
            elif "headerlink" not in child.get("class", "").split():
                inner = Run(
                    "",
                    style.strong or child.tag in ("strong", "b"),
                    style.emphasis or child.tag in ("em", "i"),
                    self.words(child.get("href")) or style.target,
                )
                yield from self._runs(child, inner)
            yield from styled(child.tail)

    def prose(self, element: Element) -> tuple[model.Prose, ...]:
        """Return the prose inside an element."""
        found: list[model.Prose] = []
        if self.words(element.text).strip() or any(child.tag not in _BLOCKS for child in element):
            inline = self._leading(element)
            if inline:
                found.append(model.Paragraph(inline))
        for child in element:
            found.extend(self.block(child))
        return tuple(found)

    def _leading(self, element: Element) -> model.Text:
        """Return the text of a tight list item: what stands in it before its first block."""
        return _trimmed(list(self._runs_until_block(element)))

    def _runs_until_block(self, element: Element) -> Iterator[Run]:
        copy = element.__copy__()
        for n, child in enumerate(list(copy)):
            if child.tag in _BLOCKS:
                for late in list(copy)[n:]:
                    copy.remove(late)
                break
        yield from self._runs(copy, Run(""))

    def block(self, element: Element) -> tuple[model.Prose, ...]:
        """Return the prose that one element makes; none for what is no prose."""
        tag = element.tag
        if element.get(MARK) is not None or not isinstance(tag, str):
            return ()
        if tag in _HEADINGS:
            return (model.Heading(_HEADINGS[tag], self.text(element)),)
        if tag == "p":
            shown = self.text(element)
            return (model.Paragraph(shown),) if shown else ()
        if tag in ("ul", "ol"):
            items = tuple(self.prose(child) for child in element if child.tag == "li")
            return (model.Listing(items, tag == "ol", int(element.get("start", "1"))),)
        if tag == "blockquote":
            return (model.Quote(self.prose(element)),)
        if tag == "div" and "admonition" in element.get("class", "").split():
            title = next((child for child in element if "admonition-title" in child.get("class", "")), None)
            inside = tuple(each for child in element if child is not title for each in self.block(child))
            return (model.Note(self.text(title) if title is not None else (), inside),)
        if tag in ("pre", "table", "dl"):
            rows = [each for each in element.iter() if each.tag in ("tr", "dt", "dd", "pre")]
            return tuple(model.Paragraph(shown) for each in rows if (shown := self._row(each)))
        if tag in _BLOCKS:
            return self.prose(element)
        return ()

    def _row(self, element: Element) -> model.Text:
        if element.tag != "tr":
            return self.text(element)
        return model.text(" · ".join(model.plain(self.text(cell)) for cell in element))


def _trimmed(runs: list[Run]) -> model.Text:
    """Take white space off both ends, and after a line break."""
    out: list[Run] = []
    for run in runs:
        shown = re.sub(r" *\n *", "\n", run.text)
        if not out or out[-1].text.endswith(("\n", " ")):
            shown = shown.lstrip(" ") if out else shown.lstrip()
        if shown:
            out.append(Run(shown, run.strong, run.emphasis, run.target))
    while out and not out[-1].text.rstrip():
        out.pop()
    if out:
        last = out[-1]
        out[-1] = Run(last.text.rstrip(), last.strong, last.emphasis, last.target)
    return tuple(out)
