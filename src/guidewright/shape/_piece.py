"""A kept line on its way to a block, and the small things that every maker of blocks does to texts and marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from guidewright.model import Block, Mark
from guidewright.slug import slugify, unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidewright.model import Line

BULLET = re.compile(r"(?P<indent>[\s\u00a0]*)(?:[•·●◦▪‣⁃*+–—-])[\s\u00a0]+(?=\S)")
NUMBER = re.compile(r"(?P<indent>[\s\u00a0]*)(?P<number>0|[1-9]\d{0,2})[.)][\s\u00a0]+(?=\S)")
# An item's mark is a letter of no alphabet; most lines are told by their first character.
BULLETS = frozenset("•·●◦▪‣⁃*+–—-")

_NOTES = frozenset([
    "references", "notes", "footnotes", "endnotes", "sources", "citations", "bibliography", "works cited", "literature",
    "quellen", "literatur", "anmerkungen", "fußnoten", "références", "notes et références", "sources et références",
    "referencias", "notas", "fuentes", "bibliografía", "przypisy", "źródła", "bibliografia", "literatura",
])  # fmt: skip
_NOTES_LONGEST = 30


class Piece(NamedTuple):
    """A kept line: what it says and where it stood."""

    line: Line
    text: str
    marks: tuple[Mark, ...]
    blank_above: bool


def item_mark(text: str) -> re.Match[str] | None:
    """Return the bullet or number that a line begins with."""
    head = text.lstrip()[:1]
    if head in BULLETS:
        return BULLET.match(text)
    return NUMBER.match(text) if head.isdecimal() else None


def anchor(heading: str, taken: dict[str, int]) -> str:
    """Return a heading's stable id, unique on the page."""
    return unique(slugify(heading, empty="section"), taken)


def flow(block: Block, text: str, marks: Iterable[Mark], last: int, glue: str) -> Block:
    """Return the block with a text added."""
    by = len(block.text) + len(glue)
    more = tuple(shift(mark, by) for mark in marks)
    return replace(block, text=f"{block.text}{glue}{text}", last=last, marks=block.marks + more)


def shift(mark: Mark, by: int) -> Mark:
    """Return the mark moved by so many characters."""
    return Mark(mark.start + by, mark.end + by, mark.kind, mark.target)


def strip(text: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    """Return a text without white space around it, and its marks as they count in it."""
    stripped = text.strip()
    if not marks or len(stripped) == len(text):
        return stripped, marks
    lead = len(text) - len(text.lstrip())
    kept = []
    for mark in marks:
        start, end = max(0, mark.start - lead), min(len(stripped), mark.end - lead)
        if start < end:
            kept.append(Mark(start, end, mark.kind, mark.target))
    return stripped, tuple(kept)


def names_notes(text: str) -> bool:
    """Whether a line is the heading of notes or references."""
    return len(text) <= _NOTES_LONGEST and text.strip().removesuffix(":").lower() in _NOTES
