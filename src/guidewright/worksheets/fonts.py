"""The fonts that worksheets bring: which characters they have, and which of them suits a text.

`fonts/` is for what is printed, `field_fonts/` for what readers type. Both are made by
`scripts/parts/worksheet_assets.py`, which also writes down what is asked here, so that no build needs a font library.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from guidewright.worksheets.words import primary

FOLDER = Path(__file__).parent / "fonts"
FIELD_FOLDER = Path(__file__).parent / "field_fonts"
# What a browser needs to write answers into a PDF file.
ANSWERS = tuple(
    FOLDER / f"{family}-400-normal.ttf"
    for family in ("atkinson-hyperlegible-next", "noto-sans", "noto-sans-arabic", "noto-sans-hebrew")
)
FIRST, SECOND = "Atkinson Hyperlegible Next", "Noto Sans"
# From this share of letters that only the second font has, words would be patchworks of both.
_PATCHWORK = 0.02
_GROUPS = {"western": (), "central": ("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"), "vietnamese": ("vi",)}
# Invisible: marks of direction, joiners, variants of a sign. Layout needs them, fonts do not.
_INVISIBLE = ("Cf", "Cc")


@cache
def coverage() -> dict[str, frozenset[int]]:
    """Return the code points of each family."""
    runs = json.loads((FOLDER / "coverage.json").read_text("utf-8"))
    return {
        family: frozenset(point for first, last in pairs for point in range(first, last + 1))
        for family, pairs in runs.items()
    }


@cache
def _all() -> frozenset[int]:
    return frozenset().union(*coverage().values())


def families(text: str) -> list[str]:
    """Return the families to set a text in, the main one first."""
    first, second = coverage()[FIRST], coverage()[SECOND]
    letters = [ord(c) for c in text if c.isalpha()]
    only_second = sum(1 for point in letters if point not in first and point in second)
    order = (SECOND, FIRST) if only_second > _PATCHWORK * max(len(letters), 1) else (FIRST, SECOND)
    return [*order, *(family for family in sorted(coverage()) if family not in order)]


def missing(text: str) -> str:
    """Return the visible characters of a text that no family has, each once, in order of code point."""
    return "".join(sorted(c for c in set(text) if not _shown(c)))


def printable(text: str) -> str:
    """Return a text with U+25A1 WHITE SQUARE or, failing that, `?` in place of each character that no family has."""
    lost = missing(text)
    stand_in = "\u25a1" if _shown("\u25a1") else "?"
    return text.translate({ord(c): stand_in for c in lost})


def _shown(character: str) -> bool:
    point = ord(character)
    return point in _all() or unicodedata.category(character) in _INVISIBLE or 0xFE00 <= point <= 0xFE0F


def field_group(language: str) -> str:
    """Return the field font for a language; western where there is no closer one."""
    return next((group for group, codes in _GROUPS.items() if primary(language) in codes), "western")


@cache
def field_font(group: str) -> tuple[dict[str, Any], bytes]:
    """Return a field font's measures and its file."""
    facts = json.loads((FIELD_FOLDER / f"{group}.json").read_text("utf-8"))
    return facts, (FIELD_FOLDER / f"{group}.ttf").read_bytes()
