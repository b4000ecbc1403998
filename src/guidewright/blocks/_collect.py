"""After everything else: make the model's blocks out of the resolved elements, and put their HTML in the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from guidewright.blocks._base import MARK, PART, WORDS, Parts, part
from guidewright.blocks._tree import Tree
from guidewright.slug import slugify
from guidewright.worksheets import html, model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

    from guidewright.blocks._base import WorksheetBlock
    from guidewright.blocks._state import State

_LONGEST = 40


class Collect(Treeprocessor):
    """Turns a page into a sheet."""

    def __init__(self, md: Markdown, state: State) -> None:
        """Take what is known of the page."""
        super().__init__(md)
        self.state = state
        self.tree = Tree(md)
        self.language = state.language
        self.taken: set[str] = set()
        self.opening: WorksheetBlock | None = None
        self.places: list[tuple[Element, model.Question]] = []

    def run(self, root: Element) -> None:
        """Put fields in the place of blocks, and hand the sheet over."""
        state = self.state
        found = {id(block.record) for block in state.blocks}
        for record in state.records:
            if id(record) not in found:
                state.fault(record.line, f"/// {record.name}: was not read here; move it out to the left edge")
        if not state.blocks:
            return
        self.taken = {each.get("id", "") for each in root.iter()}
        self.opening, self.places = None, []
        language = next(
            (b.options["language"] for b in state.blocks if b.NAME == "sheet" and b.options["language"]), ""
        )
        self.language = language or state.at.language or state.language
        blocks = tuple(self._blocks(root))
        # What a field is called depends on the others of the sheet, so all are written now.
        labels = model.labels([question for _, question in self.places])
        for element, question in self.places:
            element.text = self.md.htmlStash.store(html.question(question, labels))
        if state.collect is None:
            return
        titles = [block for block in blocks if isinstance(block, model.Heading) and block.level == 1]
        paper: str = self.opening.options["paper"] if self.opening else "both"
        slugs: tuple[str, ...] = self.opening.options["guide"] if self.opening else ()
        state.collect(
            model.Sheet(
                title=model.plain(titles[0].text) if titles else "",
                blocks=tuple(block for block in blocks if block not in titles),
                language=self.language,
                papers=model.PAPERS if paper == "both" else (paper,),
                guides=tuple(model.Guide(slug) for slug in slugs),
            )
        )

    def _blocks(self, parent: Element) -> Iterator[model.Block]:
        """Yield the blocks of an element in order; notes and lists that hold questions are taken apart."""
        for child in list(parent):
            number = child.get(MARK)
            if number is not None:
                yield from self._block(parent, child, self.state.blocks[int(number)])
            elif any(each.get(MARK) is not None for each in child.iter()):
                leading = child.__copy__()
                for inner in list(leading):
                    leading.remove(inner)
                shown = self.tree.text(leading)
                if shown:
                    yield model.Paragraph(shown)
                yield from self._blocks(child)
            else:
                yield from self.tree.block(child)

    def _block(self, parent: Element, element: Element, block: WorksheetBlock) -> Iterator[model.Block]:
        if block.NAME == "keep":
            body = part(element, "body")
            inside = tuple(self._blocks(body))
            _become(element, "div", {"class": "ws-keep"}, list(body))
            yield model.Keep(inside)
        elif block.NAME == "pagebreak":
            _become(element, "div", {"class": "ws-pagebreak"}, [])
            yield model.PageBreak()
        elif block.NAME == "sheet":
            yield from self._sheet(parent, element, block)
        else:
            question = block.question(self._parts(element))
            if question is None:
                parent.remove(element)
                return
            _become(element, "p", {}, [])
            self.places.append((element, question))
            yield question

    def _sheet(self, parent: Element, element: Element, block: WorksheetBlock) -> Iterator[model.Block]:
        title, body = part(element, "title"), part(element, "body")
        if self.opening is not None:
            block.fault(f"a page is one sheet; the first is on line {self.opening.record.line}")
        if any(each.tag == "h1" for each in parent.iter()):
            block.fault("the page has a title already (`# …`); keep one of the two")
            yield from self.tree.prose(body)
            _become(element, "div", {"class": "ws-intro"}, list(body))
            return
        self.opening = block
        yield model.Heading(1, self.tree.text(title))
        yield from self.tree.prose(body)
        heading = Element("h1")
        heading.text, heading[:] = title.text, list(title)
        _become(element, "div", {"class": "ws-intro"}, [heading, *body])

    def _parts(self, element: Element) -> Parts:
        body = part(element, "body")
        tree = self.tree
        named = {kind: [tree.text(each) for each in body if each.get(PART) == kind] for kind in ("hint", "item")}
        hint: tuple[model.Prose, ...] = tuple(model.Paragraph(each) for each in named["hint"])
        if not any(each.get(PART) for each in body):
            hint = tree.prose(body)
        return Parts(
            title=tree.text(part(element, "title")),
            hint=hint,
            items=tuple(named["item"]),
            evidence=tuple(
                tree.words(each.get("href")) + (model.SENTENCE + words if (words := each.get(WORDS)) else "")
                for each in element
                if each.get(PART) == "evidence"
            ),
            language=self.language,
            name=self._name,
        )

    def _name(self, text: model.Text) -> str:
        """Return an id made of words that nothing on the page has yet, nor begins with."""
        slug = re.sub(r"-+", "-", slugify(model.plain(text)))[:_LONGEST].strip("-")
        base = f"ws-{slug}" if slug.isascii() and slug else "ws-question"
        name, n = base, 2
        while name in self.taken:
            name, n = f"{base}-q{n}", n + 1
        self.taken.add(name)
        return name


def _become(element: Element, tag: str, attributes: dict[str, str], children: list[Element]) -> None:
    """Make another element of an element, in its place."""
    tail = element.tail
    element.clear()
    element.tag, element.tail = tag, tail
    for key, value in attributes.items():
        element.set(key, value)
    element.extend(children)
