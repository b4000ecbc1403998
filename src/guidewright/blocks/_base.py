"""What all worksheet blocks share."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from guidewright.blocks._options import Option, addresses
from guidewright.worksheets.model import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidewright.blocks._state import Record, State
    from guidewright.worksheets.model import Prose, Question, Text

# Marks the element of a block with its number, and the elements in it with what they are.
MARK, PART, WORDS = "data-worksheet", "data-part", "data-words"
# Where the sentence stands that a derived question was made from; one address, or one an item.
EVIDENCE = addresses()

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])(?: +(.*))?")
# A dash that its item sticks to; `-5` is a number.
_STUCK = re.compile(r" {0,3}-(?=[^\s\d-])(.*)")
_NESTED = re.compile(r" {2,}(?:[-*+]|\d{1,3}[.)]) +")


class WorksheetBlock(Block):
    """A block: its options and title are checked by the scan before pymdownx sees them.

    NEEDS says what the text after the bar is ("a question"); empty means that there is none. TAKES are the options.
    HOLDS says what stands inside: `prose`, `lines` (a list, read line by line), `blocks` or `nothing`. EXAMPLE is
    the block's documentation and its test: it must work as it stands.
    """

    NEEDS: ClassVar[str] = ""
    TAKES: ClassVar[dict[str, Option]] = {}
    HOLDS: ClassVar[str] = "prose"
    EXAMPLE: ClassVar[str] = ""

    record: Record

    @property
    def state(self) -> State:
        """What is known of the page."""
        state: State = self.config["state"]
        return state

    def _validate(self, parent: Element, arg: str | None, **options: object) -> bool:  # noqa: ARG002
        """Take the title and options that the scan has checked, not those that pymdownx has read."""
        record = self.state.find(self.NAME, (arg or "").strip())
        if record is None:
            return False
        self.record = record
        self.argument = record.title
        self.options = {**record.options, "attrs": {}}
        return True

    def on_markdown(self) -> str:
        """Lists are read line by line: Markdown would see a rule in a blank and a list where there is none."""
        return "raw" if self.HOLDS == "lines" else "block"

    def on_create(self, parent: Element) -> Element:
        """Make the element that holds title, evidence and body until everything inside is resolved."""
        self.state.blocks.append(self)
        element = SubElement(parent, "div", {MARK: str(len(self.state.blocks) - 1)})
        SubElement(element, "p", {PART: "title"}).text = self.argument
        for address in self.options.get("evidence", ()):
            # A host that resolves links must not take the words of the sentence for a part of the anchor.
            place, _, words = address.partition(SENTENCE)
            SubElement(element, "a", {PART: "evidence", "href": place, WORDS: words}).text = "…"
        SubElement(element, "div", {PART: "body"})
        return element

    def on_add(self, block: Element) -> Element:
        """Put what stands inside into the body."""
        return part(block, "body")

    def on_end(self, block: Element) -> None:
        """Split a body of lines into hint and items, so that their Markdown is resolved with the page's."""
        if self.HOLDS != "lines":
            return
        body = part(block, "body")
        raw, body.text = body.text or "", None
        hints, items = self.split(raw)
        for kind, lines in (("hint", hints), ("item", items)):
            for line in lines:
                SubElement(body, "p", {PART: kind}).text = line

    def split(self, raw: str) -> tuple[list[str], list[str]]:
        """Return the paragraphs above a list, and its items; indented lines go on with the item above."""
        hints: list[str] = []
        items: list[str] = []
        open_paragraph = parted = False
        for line in raw.split("\n"):
            if not line.strip():
                open_paragraph, parted = False, True
                continue
            below = parted and bool(items)
            parted = False
            if items and _NESTED.match(line) and not items[-1].endswith(":"):
                self.fault(f"has a list inside a list ({line.strip()!r}); it holds one list")
                items.append(_NESTED.sub("", line))
            elif match := _ITEM.fullmatch(line):
                if match[1]:
                    items.append(match[1])
                else:
                    self.fault("has an item without words; write them, or take the line out")
            elif match := _STUCK.fullmatch(line):
                self.fault(f"put a space after the dash: `- {match[1]}`")
                items.append(match[1])
            elif below and not line.startswith("  "):
                self.fault(f"has text below its list ({line.strip()!r}); put it above, or after the end of the block")
                hints.append(line.strip())
            elif items:
                items[-1] += " " + line.strip()
            elif open_paragraph:
                hints[-1] += "\n" + line.strip()
            else:
                hints.append(line.strip())
                open_paragraph = True
        return hints, items

    def fault(self, text: str) -> None:
        """Report a mistake in this block."""
        self.state.fault(self.record.line, f"/// {self.NAME}: {text}")

    @abstractmethod
    def question(self, parts: Parts) -> Question | None:
        """Return the block's value, or None if the mistake that was just reported leaves nothing to show."""


class Parts:
    """A block's resolved contents: Markdown is text and prose, links are addresses, the id is free on the page."""

    def __init__(  # noqa: PLR0913
        self,
        *,
        title: Text,
        hint: tuple[Prose, ...],
        items: tuple[Text, ...],
        evidence: tuple[str, ...],
        language: str,
        name: Callable[[Text], str],
    ) -> None:
        """Take the parts; `name` makes an id out of words."""
        self.title, self.hint, self.items, self.language = title, hint, items, language
        # A list whose items all come from one place says so once.
        self.evidence = evidence[:1] if len(set(evidence)) == 1 else evidence
        self._name = name

    @property
    def common(self) -> dict[str, Any]:
        """The arguments that all questions share."""
        return {
            "id": self._name(self.title),
            "hint": self.hint,
            "evidence": self.evidence[0] if len(self.evidence) == 1 else "",
            "language": self.language,
        }

    def evidence_of(self, number: int) -> str:
        """Return where item `number` (from 0) came from, if each item has its own."""
        return self.evidence[number] if 1 < len(self.evidence) > number else ""


def part(element: Element, name: str) -> Element:
    """Return the part of a block's element."""
    return next(child for child in element if child.get(PART) == name)
