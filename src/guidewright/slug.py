"""Addresses and anchors: the one way a text becomes an id."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"['’ʼ]")
LONGEST = 80


def slugify(text: str, *, empty: str = "guide") -> str:
    """Return `text` as `[a-z0-9-]+`, at most 80 characters, cut at a word.

    Accents are dropped; a text with no Latin letter or digit at all keeps its code points in hexadecimal, so that
    titles in other scripts stay apart and stable. `empty` is the answer for a text with nothing to go by.
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    slug = _NOT_WORD.sub("-", folded).strip("-")
    if not slug:
        letters = [c for c in text if c.isalnum()]
        slug = "u" + "-".join(f"{ord(c):x}" for c in letters[:12]) if letters else empty
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rsplit("-", 1)[0][:LONGEST]
    return slug


def unique(slug: str, taken: dict[str, int]) -> str:
    """Return `slug`, or `slug-2`, `slug-3`, ... where it is taken, and take it; `taken` has each one's last number."""
    name, count = slug, taken.get(slug, 1)
    while name in taken:
        count += 1
        name = f"{slug}-{count}"
    taken.setdefault(name, 1)
    taken[slug] = count
    return name
