"""The one sentence of a section that is shown for it."""

from __future__ import annotations

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
# A sentence that begins with one of these leans on the one before it.
_LEANS = frozenset("this that these those they it he she then but and or so also both such here there".split())  # noqa: SIM905


def excerpt(guide: Guide, section: Section, hits: Iterable[Hit], weights: Weights) -> str:
    """Return the sentence of a section that says most about what `hits` mention and stands best by itself.

    On one line, else word for word; empty where the section has no sentence (a table, a gallery).
    """
    mine: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.section == section.index and hit.block >= 0 and hit.row < 0:
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
    return best[1]


def _stands(sentence: str, number: int) -> float:
    """Return how well a sentence stands by itself: whole, neither short nor long, leaning on none before it."""
    worth = 0.3 if number == 0 else 0.0
    if not _SHOWN[0] <= len(sentence) <= _SHOWN[1]:
        worth -= 1.5 if len(sentence) > _SHOWN[0] // 2 else 4.0
    if not sentence.endswith((".", "!", "…", "?", ".”", "。")):
        worth -= 2.5
    if sentence.endswith("?"):
        worth -= 1.0
    if not sentence[:1].isupper() and sentence[:1].isascii():
        worth -= 1.0
    first = texts.WORD.search(sentence)
    return worth - (0.8 if first and first.group().lower() in _LEANS else 0)
