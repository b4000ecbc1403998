"""How hard a text is to read, and how long it takes."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import pyphen

from guidewright import text as words_of

if TYPE_CHECKING:
    from guidewright.model import Guide

# Silent reading of non-fiction, words a minute: Brysbaert (2019), Journal of Memory and Language 109.
PACE = 238


@lru_cache(maxsize=16)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    """Return the hyphenation of a language, None without one; of plain `en` the US one, closest to syllables."""
    wanted = {"": "en_US", "en": "en_US"}.get(language.lower(), language.replace("-", "_"))
    name = pyphen.language_fallback(wanted)  # type: ignore[no-untyped-call]
    return pyphen.Pyphen(lang=name) if name else None  # type: ignore[no-untyped-call]


@lru_cache(maxsize=1 << 16)
def syllables(word: str, language: str = "en") -> int:
    """Return how many syllables a word has, at least 1, by its hyphenation."""
    dictionary = _dictionary(language)
    return len(dictionary.positions(word.lower())) + 1 if dictionary else 1  # type: ignore[no-untyped-call]


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(words_of.words(text))


def minutes(count: int) -> int:
    """Return the minutes that reading `count` words takes, rounded up, at least 1."""
    return max(1, math.ceil(count / PACE))


def grade(text: str, language: str = "en") -> float | None:
    """Return the Flesch-Kincaid grade of a text, to one decimal; every line ends a sentence.

    None where the measure says nothing: no words, a language without hyphenation or other than English (the
    formula is made for English).
    """
    if language[:2].lower() not in ("", "en"):
        return None
    found, stops = 0, 0
    parts = 0
    for line in text.split("\n"):
        said = words_of.words(line)
        if not said:
            continue
        found += len(said)
        stops += max(1, sum(1 for start, end in words_of.sentences(line) if words_of.WORD.search(line, start, end)))
        parts += sum(syllables(word, language) for word in said)
    if not found:
        return None
    return round(0.39 * found / stops + 11.8 * parts / found - 15.59, 1)


def of_guide(guide: Guide) -> float | None:
    """Return the grade of a guide: headings and list items count as sentences of their own."""
    texts = [guide.title]
    for block in guide.blocks:
        texts.append(block.text.replace("\n", " "))
        texts.extend(cell.text for row in block.rows for cell in row)
    return grade("\n".join(texts), guide.front.language)
