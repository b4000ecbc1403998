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

# Beyond ASCII, these alone are the same as an ASCII letter where case is ignored.
_TWINS = {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
# How many of a match's first characters are told, and in how many ways it may begin: with more of them, fewer are told.
HEAD = 3
_MANY = 64
# A character beyond ASCII, any of them: whether two are the same where case is ignored is a long story.
_BEYOND_ASCII = "\x80"
# A letter is worth 1, a sign more. A word that is worth less than this stands on most pages, as do the commonest words
# of prose: they are worth next to nothing. Those of four letters or more are told where nothing else is known.
_WORTH, _LITTLE = 3, 0.04
_COMMON = frozenset(
    """about after again all also and any are back because been before being but can could day did each even every few
    first for from get give going good had has have her here him his how into its just know last let like little long
    made make many may more most much must never new not now off old one only other our out over own people put said say
    see she should some still such take than that the their them then there these they thing think this those through
    time too two under use very want was way well were what when where which while who will with work would year you
    your""".split()  # noqa: SIM905
)
_RARE_SIGNS = "#$%&*+<=>@[\\]^_`{|}~"
# Of what a match needs, so many groups of words are told.
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Gate:
    """What each match of a pattern has, case ignored.

    `heads` are the texts, up to three characters long and in the notation of `head`, one of which it begins with;
    empty: with anything, or it may be empty. Of each of the `needs` at least one word stands in it, in the notation of
    `folded` and maybe inside a longer word, the rarest first; empty: nothing is known.
    """

    heads: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)
def of(pattern: re.Pattern[str]) -> Gate:
    """Return what each match of a pattern has."""
    parts = parser.parse(pattern.pattern, pattern.flags)
    heads = frozenset().union(*_heads(parts))
    needs = sorted({each for each in _needs(parts) if _worth(each) >= _LITTLE}, key=lambda each: (-_worth(each), each))
    told = [each for each in needs if _worth(each) >= _WORTH] or needs
    return Gate(() if "" in heads else tuple(sorted(heads)), tuple(told[:_TOLD]))


def head(text: str) -> str:
    """Return the first characters of a text in the notation in which `heads` are."""
    begin = text[:HEAD]
    return begin.lower() if begin.isascii() else "".join(map(_of_head, begin))


def _of_head(character: str) -> str:
    return character.lower() if character.isascii() else _TWINS.get(character, _BEYOND_ASCII)


def folded(text: str) -> str:
    """Return a text in the notation in which `needs` are found in it: the ASCII letters in lower case, as `re` sees it.

    It is as long as the text.
    """
    if text.isascii():
        return text.lower()
    for twin, letter in _TWINS.items():
        text = text.replace(twin, letter)
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


# --- the characters that a match begins with: texts that anything may follow, and texts that the next part follows

_ANYTHING = (frozenset({""}), frozenset[str]())
_NOTHING = (frozenset[str](), frozenset({""}))


def _heads(parts: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], frozenset[str]]:
    ended, going_on = _NOTHING
    for kind, value in parts:
        own_ended, own_going_on = _heads_of(kind, value)
        if len(going_on) * (len(own_ended) + len(own_going_on)) > _MANY:
            return ended | going_on, frozenset()
        ended |= {(each + own)[:HEAD] for each in going_on for own in own_ended}
        longer = {each + own for each in going_on for own in own_going_on}
        going_on = frozenset(each for each in longer if len(each) < HEAD)
        ended |= {each[:HEAD] for each in longer if len(each) >= HEAD}
        if not going_on:
            break
    return ended, going_on


def _heads_of(kind: Any, value: Any) -> tuple[frozenset[str], frozenset[str]]:  # noqa: ANN401 - private types
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return _NOTHING
    if kind is op.LITERAL:
        return _ANYTHING if chr(value) in _TWINS else (frozenset(), frozenset(_of_head(chr(value))))
    if kind is op.IN:
        letters = _of_set(value)
        return (frozenset(), letters) if letters else _ANYTHING
    if kind is op.SUBPATTERN:
        return _heads(value[-1])
    if kind is op.ATOMIC_GROUP:
        return _heads(value)
    if kind in _REPEATS:
        least, most, parts = value
        ended, going_on = _heads(parts)
        if most > 1:  # what follows is the part again, or what is behind it
            ended, going_on = ended | going_on, frozenset()
        return ended, going_on | {""} if least == 0 else going_on
    if kind is op.BRANCH:
        branches = [_heads(each) for each in value[1]]
        return frozenset().union(*(each for each, _ in branches)), frozenset().union(*(each for _, each in branches))
    return _ANYTHING


def _of_set(items: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """Return the characters of a set; empty where it has many or is not understood."""
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL and chr(value) not in _TWINS:
            found.add(_of_head(chr(value)))
        elif kind is op.RANGE and value[1] < 128:
            found.update(chr(code).lower() for code in range(value[0], value[1] + 1))
        elif kind is op.RANGE and value[0] >= 128 and not any(value[0] <= ord(twin) <= value[1] for twin in _TWINS):
            found.add(_BEYOND_ASCII)
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found.update("0123456789", _BEYOND_ASCII)
        elif kind is op.CATEGORY and value is op.CATEGORY_SPACE:
            found.update(filter(str.isspace, map(chr, range(128))), _BEYOND_ASCII)
        else:
            return frozenset()
    return frozenset(found)


# --- the words that a match has in it


def _needs(parts: Iterable[tuple[Any, Any]]) -> list[tuple[str, ...]]:
    """Return groups of words: of each, a match of the sequence has at least one."""
    found: list[tuple[str, ...]] = []
    run: list[tuple[Any, Any]] = []  # the literals just before
    for kind, value in parts:
        if kind is op.AT:
            continue  # no character stands there
        if kind is op.LITERAL and _is_plain(chr(value)):
            run.append((kind, value))
        elif kind is op.BRANCH:
            # What the branches begin with alike stands before them: s(?:ign|end).
            found.append(_least(word for each in value[1] for word in max(_needs([*run, *each]), key=_worth)))
            run = []
        else:
            found += [_rarest(run), *_needs_of(kind, value)]
            run = []
    return [*found, _rarest(run)]


def _rarest(literals: Iterable[tuple[Any, Any]]) -> tuple[str]:
    """Return the rarest word of some literals."""
    return (max("".join([chr(value).lower() for _, value in literals]).split(), key=_worth_of_word, default=""),)


def _needs_of(kind: Any, value: Any) -> list[tuple[str, ...]]:  # noqa: ANN401
    if kind is op.IN and all(each is op.LITERAL and _is_plain(chr(code)) for each, code in value):
        return [_least(chr(code).lower() for _, code in value)]
    if kind is op.SUBPATTERN:
        return _needs(value[-1])
    if kind is op.ATOMIC_GROUP:
        return _needs(value)
    if kind in _REPEATS and value[0] > 0:
        return _needs(value[2])
    return []


def _least(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words without those that have another of them inside."""
    told = frozenset(words)
    return tuple(sorted(each for each in told if not any(other != each and other in each for other in told)))


def _is_plain(character: str) -> bool:
    """Whether a character of a pattern is known to stand in `folded` text as it stands here, or as its lower case."""
    return character.isprintable() and (character.isascii() or character.lower() == character.upper() == character)


def _worth(words: Iterable[str]) -> float:
    """Return how rare the least rare of the words is."""
    return min(map(_worth_of_word, words))


def _worth_of_word(word: str) -> float:
    worth = sum(map(_worth_of, word))
    return len(word) / 100 if word in _COMMON or worth < _WORTH else worth


def _worth_of(character: str) -> int:
    if not character.isascii():
        return 4
    return 1 if character.isalnum() else 2 + (character in _RARE_SIGNS)
