"""Lines that were broken at a column, put together again."""

from __future__ import annotations

import re

# A line that begins with one of these was broken at a link or a bold word, and its sentence goes on.
_GOES_ON = re.compile(
    r"[,;.:!?)\]]+[\"”’]?(?=\s|\Z)|[’']s\b(?! (?:avonds|middags|morgens|nachts|ochtends|winters|zomers)\b)"
)
_OPENING = frozenset("([")
_HYPHENS = frozenset("-\u2010")
# What comes behind a word of which only the beginning stands there: `short- and long-term`.
_SUSPENDED = frozenset("and or but not nor to versus und oder bis et ou y o u i lub e en of".split())  # noqa: SIM905


def between(above: str, below: str) -> str:
    """Return what parts two lines of a paragraph: nothing at a word's own hyphen and before a comma, else a blank.

    >>> between("Talk about self-", "reflection"), between("short-", "and long-term"), between("this guide", ", too")
    ('', ' ', '')
    """
    if above[-1:] in _OPENING or _GOES_ON.match(below):
        return ""
    hyphened = above[-1:] in _HYPHENS and above[-2:-1].isalnum() and below[:1].isalnum()
    return "" if hyphened and below.split(None, 1)[0] not in _SUSPENDED else " "
