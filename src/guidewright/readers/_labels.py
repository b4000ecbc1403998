"""What stands before the items of an ordered list, where it is more than a number: b), iv., Step 2:."""

from __future__ import annotations

import re

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
# The kinds of HTML's `type`, by the names that CSS, docutils and pandoc give them.
_TYPES = {
    "lower-alpha": "a", "lower-latin": "a", "loweralpha": "a", "upper-alpha": "A", "upper-latin": "A",
    "upperalpha": "A", "lower-roman": "i", "lowerroman": "i", "upper-roman": "I", "upperroman": "I",
}  # fmt: skip
_STYLE = re.compile(r"\blist-style(?:-type)?\s*:([^;]*)", re.IGNORECASE)
_QUOTED = re.compile(r"\s*(?:\"([^\"\\]*)\"|'([^'\\]*)')\s*")
# A label is no longer than this.
LONGEST = 40
# The kind of a list whose numbers go down.
BACK = "back"


def letters(number: int) -> str:
    """Return a number in letters as CSS counts: a to z, aa, ab, …; 0 and less stay numbers."""
    if number < 1:
        return str(number)
    said = ""
    while number:
        number, rest = divmod(number - 1, 26)
        said = chr(ord("a") + rest) + said
    return said


def roman(number: int) -> str:
    """Return a number in Roman numerals, small; what they cannot say stays a number."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    said = ""
    for value, numeral in _ROMANS:
        times, number = divmod(number, value)
        said += numeral * times
    return said


def label(kind: str, number: int) -> str:
    """Return what a list of a kind shows before an item; empty for a plain number. A quoted kind is what it shows."""
    if kind[:1] == '"':
        return kind.strip('"')
    if kind == BACK:
        return f"{number}."
    said = {"a": letters, "i": roman}.get(kind.lower())
    if said is None:
        return ""
    return f"{said(number)}." if kind.islower() else f"{said(number).upper()}."


def kind_of(type_: str | None, style: str | None, classes: str | None) -> str:
    """Return the kind of list that the attributes of an element say: a, A, i, I, or a quoted label; else nothing."""
    found = _STYLE.search((style or "")[:2000])
    if found is not None:
        quoted = _QUOTED.fullmatch(found[1])
        if quoted is not None:
            text = (quoted[1] or quoted[2] or "").strip()
            return f'"{text}"' if any(map(str.isalnum, text)) and len(text) <= LONGEST else ""
        return next((_TYPES[each] for each in found[1].lower().split() if each in _TYPES), "")
    if type_ in {"a", "A", "i", "I"}:
        return type_
    return next((_TYPES[each] for each in (classes or "")[:1000].split() if each in _TYPES), "")
