"""The sections of a guide: what stands under one heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright import text as texts
from guidewright.model import Kind

if TYPE_CHECKING:
    from guidewright.model import Block, Guide

_REFERENCES = """
    references, reference, sources, bibliography, citations, footnotes, endnotes, literature, quellen, literatur,
    quellenverzeichnis, références, bibliographie, referencias, bibliografía, fuentes, further reading, works cited,
    sources and further reading, references and further reading
"""
_APART = frozenset(" ".join(each.split()) for each in _REFERENCES.split(","))


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks `first` to `last` (excluded, from 0) of a guide, under one heading, its subsections not included.

    The text above the first heading is a section, too: `anchor` and `heading` are empty, `level` is 1.
    `major` is the index of the section of the guide's highest level that it is part of (its own, if it is one).
    `words` counts its text without the heading. `apart` says that it holds references.
    """

    index: int
    anchor: str
    heading: str
    level: int
    first: int
    last: int
    major: int
    words: int = 0
    apart: bool = False


def sections(guide: Guide) -> tuple[Section, ...]:
    """Return the sections of a guide in order, the text above the first heading first; words are not counted yet."""
    heads = [(place, block) for place, block in enumerate(guide.blocks) if _is_heading(block)]
    top = min((block.level for _, block in heads), default=2)
    found = [Section(0, "", "", 1, 0, heads[0][0] if heads else len(guide.blocks), 0)]
    major, apart_level = 0, 0
    ends = [*(place for place, _ in heads), len(guide.blocks)][1:]
    for (place, block), end in zip(heads, ends, strict=True):
        index = len(found)
        if block.level <= top:
            major = index
        if apart_level and block.level <= apart_level:
            apart_level = 0
        if not apart_level and " ".join(texts.words(block.text)).casefold() in _APART:
            apart_level = block.level
        found.append(Section(index, block.anchor, block.text, block.level, place, end, major, apart=bool(apart_level)))
    return tuple(found)


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING and not block.quoted
