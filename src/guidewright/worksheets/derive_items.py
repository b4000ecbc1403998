"""What a worksheet that was derived from a guide holds: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidewright.model import Guide

LONGEST = 220  # characters of an item


class ItemKind(StrEnum):
    """What the reader does with an item."""

    PROMPT = "prompt"  # writes an answer
    TICK = "tick"  # ticks it in a list
    STEP = "step"  # ticks it in a list that has an order
    SCALE = "scale"  # says how often
    CHOICE = "choice"  # answers yes or no, and says why
    STARTER = "starter"  # completes a sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an item comes from: characters `start` to `end` (excluded) of the text of `guide.blocks[block]`.

    `anchor` is the id of the nearest heading above; empty if there is none. `cell` are row and column where the block
    is a table.
    """

    block: int
    start: int
    end: int
    anchor: str = ""
    cell: tuple[int, int] | None = None

    def quote(self, guide: Guide) -> str:
        """Return the words of the guide."""
        block = guide.blocks[self.block]
        text = block.rows[self.cell[0]][self.cell[1]].text if self.cell else block.text
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to fill in. `text` is its wording, of at most 220 characters.

    `section` is the heading it stands under. Items that follow each other with one `group` are one list, whose
    heading is `legend`. `also` are other places in the guide that say the same.
    """

    kind: ItemKind
    text: str
    section: str
    evidence: Evidence
    group: int = 0
    legend: str = ""
    also: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """The worksheet of a guide: items in the order of the guide. `title` is the guide's."""

    title: str
    items: tuple[Item, ...]
