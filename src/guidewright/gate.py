"""What a text must have for a pattern to match it, read off the pattern, so that most are never tried on most lines.

A page has some hundred lines and there are hundreds of patterns: nearly all the time went into finding that a line
does not begin with `Share`. `of(pattern)` says what each match begins with and which words each match has in it, the
idea of RE2's FilteredRE2 (https://github.com/google/re2). It may let through what does not match, and never the
reverse: what it does not understand of a pattern lets everything through.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined] # the only way to a pattern's parts; 3.11 to 3.14 have it
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

_ASCII = frozenset(map(chr, range(128)))
# Beyond ASCII, these alone are the same as an ASCII letter where case is ignored.
_TWINS = {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"}
_CATEGORIES = {
    op.CATEGORY_DIGIT: frozenset("0123456789"),
    op.CATEGORY_SPACE: frozenset(c for c in _ASCII if c.isspace()),
    op.CATEGORY_WORD: frozenset(c for c in _ASCII if c.isalnum() or c == "_"),
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
# A word that is worth less than this stands on most pages. A letter is worth 1, a sign 2 and more.
_WORTH = 3


@dataclass(frozen=True, slots=True)
class Gate:
    """What each match of a pattern has, case ignored.

    `firsts` are the characters, lower case, one of which it begins with; it may also begin with any character beyond
    ASCII. None: with anything, or it may be empty. Of `needs` at least one stands in it, in `folded` notation; empty:
    nothing is known.
    """

    firsts: frozenset[str] | None
    needs: tuple[str, ...]


@lru_cache(maxsize=4096)
def of(pattern: re.Pattern[str]) -> Gate:
    """Return what each match of a pattern has."""
    parts = parser.parse(pattern.pattern, pattern.flags)
    firsts, may_be_empty = _firsts(parts)
    needs = _needs(parts)
    known = firsts is not None and not may_be_empty
    return Gate(firsts if known else None, tuple(sorted(needs)) if _worth(needs) >= _WORTH else ())


def folded(text: str) -> str:
    """Return a text in the notation in which `needs` are found in it: lower case, as `re` sees it for ASCII letters."""
    if not text.isascii():
        for twin, letter in _TWINS.items():
            text = text.replace(twin, letter)
    return text.lower()


# --- the characters that a match begins with


def _firsts(parts: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str] | None, bool]:
    """Return the ASCII characters that a sequence begins with (None: any), and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for kind, value in parts:
        own, may_be_empty = _firsts_of(kind, value)
        if own is None:
            return None, may_be_empty
        found |= own
        if not may_be_empty:
            return found, False
    return found, True


def _firsts_of(kind: Any, value: Any) -> tuple[frozenset[str] | None, bool]:  # noqa: ANN401 - private types
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(), True
    if kind is op.LITERAL:
        return _letters(value), False
    if kind is op.IN:
        return _of_set(value), False
    if kind is op.SUBPATTERN:
        return _firsts(value[-1])
    if kind is op.ATOMIC_GROUP:
        return _firsts(value)
    if kind in _REPEATS:
        own, may_be_empty = _firsts(value[2])
        return own, may_be_empty or value[0] == 0
    if kind is op.BRANCH:
        branches = [_firsts(each) for each in value[1]]
        letters = [own for own, _ in branches if own is not None]
        whole = frozenset().union(*letters) if len(letters) == len(branches) else None
        return whole, any(may_be_empty for _, may_be_empty in branches)
    return None, True


def _letters(code: int) -> frozenset[str] | None:
    """Return one character as lower case; beyond ASCII nothing needs to be named, but for the twins of letters."""
    if code < 128:
        return frozenset(chr(code).lower())
    return None if chr(code) in _TWINS else frozenset()


def _of_set(items: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    found: frozenset[str] = frozenset()
    for kind, value in items:
        own: frozenset[str] | None = None
        if kind is op.LITERAL:
            own = _letters(value)
        elif kind is op.RANGE and value[1] < 128:
            own = frozenset(chr(code).lower() for code in range(value[0], value[1] + 1))
        elif kind is op.CATEGORY:
            own = _CATEGORIES.get(value)
            own = None if own is None else frozenset(c.lower() for c in own)
        if own is None:
            return None
        found |= own
    return found


# --- the words that a match has in it


def _needs(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Return texts of which a match of the sequence has at least one: the best of those that are known."""
    best: frozenset[str] = frozenset()
    run = ""
    for kind, value in parts:
        if kind is op.AT:
            continue  # no character stands there
        if kind is op.LITERAL and _is_plain(chr(value)):
            run += chr(value).lower()
            continue
        best = max(best, frozenset({run}), _needs_of(kind, value), key=_worth)
        run = ""
    return max(best, frozenset({run}), key=_worth)


def _needs_of(kind: Any, value: Any) -> frozenset[str]:  # noqa: ANN401
    if kind is op.IN and all(each is op.LITERAL and _is_plain(chr(code)) for each, code in value):
        return frozenset(chr(code).lower() for _, code in value)
    if kind is op.SUBPATTERN:
        return _needs(value[-1])
    if kind is op.ATOMIC_GROUP:
        return _needs(value)
    if kind in _REPEATS and value[0] > 0:
        return _needs(value[2])
    if kind is op.BRANCH:
        return frozenset().union(*map(_needs_or_nothing, value[1]))
    return frozenset()


def _needs_or_nothing(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    return _needs(parts) or frozenset({""})


def _is_plain(character: str) -> bool:
    """Whether a character of a pattern is known to stand in `folded` text as it stands here, or as its lower case."""
    return character.isprintable() and (character.isascii() or character.lower() == character.upper() == character)


def _worth(needs: Iterable[str]) -> int:
    """Return how rare the least rare of the texts is; 0 where nothing is known."""
    return min((sum(map(_worth_of, each)) for each in needs), default=0)


def _worth_of(character: str) -> int:
    if not character.isascii():
        return 4
    return 1 if character.isalnum() else 2 * (character != " ")
