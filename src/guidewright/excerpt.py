"""The one sentence of a section that is shown for it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidewright import text as texts
from guidewright.mentions import quotations
from guidewright.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidewright.mentions import Hit
    from guidewright.model import Guide
    from guidewright.sections import Section
    from guidewright.topics import Weights

# Characters of a sentence that stands well by itself.
_SHOWN = (40, 240)
# What is shorter than this says too little.
_THIN = 28
# A sentence that begins with one of these leans on the one before it.
_LEANS = frozenset(
    """this that these those they them it he she his her their its then but and or so also both such here there maybe
    perhaps again instead afterwards otherwise still yet otherwise either neither another most one some""".split()  # noqa: SIM905
)
# So does one that says one of these before it says what they are, or one that counts off what came before it.
_POINTS = re.compile(
    r"(?:\S+\s+){0,2}(?:it|that|this|these|those|them|they)\b"
    r"|(?:\S+\s+)?(?:first|second|third|last|other) (?:kind|one)\b"
    r"|.{0,200}\bthem\b"
    r"|.{0,200}\b(?:this|that|these|those)(?:[.,;:]| in | on )",
    re.IGNORECASE,
)


def excerpt(guide: Guide, section: Section, hits: Iterable[Hit], weights: Weights) -> str:
    """Return the sentence of a section that says most about what `hits` mention and stands best by itself.

    On one line, else word for word. Where the section has no sentence, the row of a table that says most, its cells
    set apart by signs; empty where there is none of that, either (a gallery).
    """
    mine: dict[int, list[Hit]] = {}
    rows: Counter[tuple[int, int]] = Counter()
    for hit in hits:
        if hit.section == section.index and hit.block >= 0:
            if hit.row > 0:
                rows[hit.block, hit.row] += 1
            elif hit.row < 0:
                mine.setdefault(hit.block, []).append(hit)
    best: tuple[float, str] = (-99.0, "")
    for place in range(section.first, section.last):
        block = guide.blocks[place]
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or block.quoted:
            continue
        quotes = quotations(block.text)
        for number, (start, end) in enumerate(texts.sentences(block.text)):
            told = {hit.phrase for hit in mine.get(place, ()) if start <= hit.start < end}
            piece = " ".join(block.text[start:end].split())
            worth = sum(weights.rarity[each] for each in told) + _stands(piece, number)
            worth -= 0.05 * (place - section.first) + (1.5 if any(a < end and start < b for a, b in quotes) else 0)
            worth -= 0.5 if block.kind is Kind.ITEM else 0
            if worth > best[0]:
                best = (worth, piece)
    return best[1] or _row(guide, section, rows)


def _row(guide: Guide, section: Section, said: Counter[tuple[int, int]]) -> str:
    """Return the row that says most of the section's tables, `first cell: second; third`, below a row of headings."""
    there = [
        (place, row) for place in range(section.first, section.last) for row in range(1, len(guide.blocks[place].rows))
    ]
    if not there:
        return ""
    place, row = min(there, key=lambda each: (-said[each], each))
    first, *others = [" ".join(cell.text.split()) for cell in guide.blocks[place].rows[row]]
    return ": ".join(filter(None, [first, "; ".join(filter(None, others))]))


def _stands(sentence: str, number: int) -> float:
    """Return how well a sentence stands by itself: whole, neither short nor long, leaning on none before it."""
    worth = 0.3 if number == 0 else 0.0
    if not _SHOWN[0] <= len(sentence) <= _SHOWN[1]:
        worth -= 1.5 if len(sentence) > _THIN else 4.0
    if not sentence.endswith((".", "!", "…", "?", ".”", "。")):
        worth -= 3.5
    if sentence.endswith("?"):
        worth -= 1.0
    if not sentence[:1].isupper() and sentence[:1].isascii():
        worth -= 1.0
    first = texts.WORD.search(sentence)
    if first and first.group().lower() in _LEANS:
        worth -= 4.0
    if sentence.count("“") != sentence.count("”"):
        worth -= 3.0
    return worth - (1.2 if _POINTS.match(sentence) else 0)
