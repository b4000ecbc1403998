"""The lines of a page, so arranged that a pattern is tried on few of them.

There are hundreds of patterns and a hundred lines, and nearly no pattern matches anywhere. `gate` says what a match of
a pattern begins with and which words it has in it. So an index of a page's lines knows from the beginning, of all
patterns at once, which of them are worth trying: those of which the page has all the words that they need, where a line
begins as they do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from guidewright import gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidewright.model import Line

    Matches = dict[int, re.Match[str]]

BULLET = re.compile(r"[\s\u00a0]*(?:[•·●◦▪‣⁃*+–—-][\s\u00a0]+)?")
# Words are sought by so many of their first characters.
_BEGIN = 3
# What is known of the words of pages, and of beginnings of lines, is remembered of so many; longer words are few.
_REMEMBERED, _LONGEST_WORD = 1 << 16, 40
# A pattern that begins in more ways is found by the words in it.
_FEW_HEADS = 12


def bare(text: str) -> str:
    """Return a text without indentation, list bullet and trailing white space."""
    if text[:1].isalnum():
        return text.rstrip()
    bullet = BULLET.match(text)
    return text[bullet.end() :].rstrip() if bullet else text


class Patterns:
    """Some patterns, which are looked for in the lines of pages. `number` tells how new they are."""

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        """Look up what a match of each has, and have that looked out for."""
        self.bits = _KNOWN.add(map(_gated, patterns))
        self.number = _KNOWN.count

    def fullmatch(self, text: str) -> bool:
        """Whether one of the patterns matches a text from its beginning to its end: mostly its beginning says no."""
        tried = self.bits & _KNOWN.beginning[text[: gate.HEAD]][0]
        if not tried:
            return False
        folded = gate.folded(text)
        return any(each.pattern.fullmatch(text) for each in _KNOWN.some(tried) if each.may_be_in(folded))

    def may_be_in(self, folded: str) -> bool:
        """Whether a text has what one of the patterns needs; `folded` is the text as `gate.folded` has it."""
        return any(each.may_be_in(folded) for each in _KNOWN.some(self.bits))


class _Gated(NamedTuple):
    """A pattern, and what a match of it has, see `gate.Gate`.

    It is found `by_head` where the lines that begin like it are mostly fewer than those that have the words it needs.
    """

    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    by_head: bool

    def may_be_in(self, folded: str) -> bool:
        """Whether a text, folded, has what a match needs."""
        return all(any(word in folded for word in words) for words in self.needs)


def _gated(pattern: re.Pattern[str]) -> _Gated:
    has = gate.of(pattern)
    return _Gated(pattern, has.heads, has.needs, 0 < len(has.heads) <= (_FEW_HEADS if has.needs else len(has.heads)))


class _Known:
    """All patterns made so far.

    Sets of patterns are integers with a bit for each, at its place in `every`: the words and the beginnings of lines
    have such sets, and which patterns a page may have comes of a hundred operations.
    """

    def __init__(self) -> None:
        self.count = 0
        self.every: list[_Gated] = []
        self.by_word: dict[str, int] = {}  # those that need the word, among the rarest
        self.needing_nothing = 0
        self.by_head: dict[str, int] = {}
        self.anyhow = 0  # those that may begin anyhow
        self.looked_for: set[str] = set()  # the heads of those that are found by them
        self.words: dict[str, list[str]] = {}  # all that are needed, by their first characters
        self.signs: list[str] = []  # those that have fewer characters, mostly one that is no letter
        self.letters: list[str] = []  # of those, the ones without such a character
        self.inside = _Inside()
        self.beginning = _Beginning()

    def add(self, patterns: Iterable[_Gated]) -> int:
        """Take in some patterns, and return their set."""
        added = 0
        for each in patterns:
            bit = 1 << len(self.every)
            added |= bit
            self.every.append(each)
            for head in each.heads:
                self.by_head[head] = self.by_head.get(head, 0) | bit
            self.anyhow |= 0 if each.heads else bit
            for word in chain(*each.needs):
                if word not in self.by_word:
                    self.by_word[word] = 0
                    (self.signs if len(word) < _BEGIN else self.words.setdefault(word[:_BEGIN], [])).append(word)
                    if len(word) < _BEGIN and word.isalnum():
                        self.letters.append(word)
            for word in each.needs[0] if each.needs else ():
                self.by_word[word] |= bit
            self.needing_nothing |= 0 if each.needs else bit
            self.looked_for.update(each.heads if each.by_head else ())
        self.inside.clear()
        self.beginning.clear()
        self.count += 1
        return added

    def some(self, patterns: int) -> Iterator[_Gated]:
        """Yield the patterns of a set, in the order in which they were made."""
        while patterns:
            first = patterns & -patterns
            yield self.every[first.bit_length() - 1]
            patterns ^= first


class _Inside(dict[str, tuple[tuple[str, ...], int] | None]):
    """The words that patterns need which a word of a page has in it, and those patterns.

    Most words have none, and all pages have the same words.
    """

    def __missing__(self, word: str) -> tuple[tuple[str, ...], int] | None:
        words = [each for each in (_KNOWN.letters if word.isalnum() else _KNOWN.signs) if each in word]
        for at in range(len(word) - _BEGIN + 1):
            needed = _KNOWN.words.get(word[at : at + _BEGIN], ())
            words += [each for each in needed if word.startswith(each, at)]
        found = (tuple(words), reduce(or_, map(_KNOWN.by_word.__getitem__, words))) if words else None
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = found
        return found


class _Beginning(dict[str, tuple[int, tuple[str, ...]]]):
    """The patterns that may match a line which begins so, and the heads by which it is looked for."""

    def __missing__(self, begin: str) -> tuple[int, tuple[str, ...]]:
        head = gate.head(begin)
        heads = [head[:size] for size in range(1, len(head) + 1)]
        patterns = reduce(or_, [_KNOWN.by_head.get(each, 0) for each in heads], _KNOWN.anyhow)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[begin] = patterns, tuple(each for each in heads if each in _KNOWN.looked_for)
        return self[begin]


_KNOWN = _Known()


class Index:
    """Lines by what they begin with and by the words in them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Arrange the lines, and find out which patterns are worth trying."""
        self.by_number = {line.number: line for line in lines}
        self._lines = frozenset(map(id, self.by_number.values()))
        self._numbers = [*self.by_number]
        self._texts = [line.says for line in self.by_number.values()]
        self._lengths = [*map(len, self._texts)]
        self._bare = [*map(bare, self._texts)]
        self._look()

    def _look(self) -> None:
        """Look for all that the patterns need which have been made so far."""
        self._told = _KNOWN.count
        self._by_head: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._may_have = self._may_match = 0
        beginning, inside, by_word = _KNOWN.beginning, _KNOWN.inside.__getitem__, self._by_word
        folded = gate.folded("\n".join([text.replace("\n", " ") for text in self._texts]))
        for at, (text, whole) in enumerate(zip(self._bare, folded.split("\n"), strict=False)):
            begun, heads = beginning[text[: gate.HEAD]]
            for head in heads:
                self._by_head[head].append(at)
            had = _KNOWN.needing_nothing
            for words, needing in filter(None, map(inside, whole.split())):
                had |= needing
                for word in words:
                    by_word[word].add(at)
            self._may_have |= had
            self._may_match |= had & begun

    def has_all(self, lines: Iterable[Line]) -> bool:
        """Whether the lines are among its own, the very same."""
        return self._lines.issuperset(map(id, lines))

    def matching(self, patterns: Patterns, longest: float, first: int = 0) -> Matches:
        """Return the lines, from a number on, that a pattern matches from beginning to end; the first that does."""
        if patterns.number > self._told:
            self._look()
        found: Matches = {}
        tried = patterns.bits & self._may_match
        for gated in _KNOWN.some(tried) if tried else ():
            fullmatch = gated.pattern.fullmatch
            for at in self._beginning(gated) if gated.by_head else self._having(gated):
                number = self._numbers[at]
                if number >= first and self._lengths[at] <= longest and (match := fullmatch(self._bare[at])):
                    found.setdefault(number, match)
        return found

    def searching(self, patterns: Patterns, first: int = 0) -> Matches:
        """Return the lines, from a number on, in which a pattern is found, each with its first match."""
        if patterns.number > self._told:
            self._look()
        found: Matches = {}
        tried = patterns.bits & self._may_have
        for gated in _KNOWN.some(tried) if tried else ():
            for at in self._having(gated):
                number = self._numbers[at]
                if number >= first and (match := gated.pattern.search(self._texts[at])):
                    before = found.setdefault(number, match)
                    if match.start() < before.start():
                        found[number] = match
        return found

    def _beginning(self, gated: _Gated) -> Iterable[int]:
        """Return the places of the lines that begin as a match of a pattern does."""
        return chain.from_iterable(filter(None, map(self._by_head.get, gated.heads)))

    def _having(self, gated: _Gated) -> Iterable[int]:
        """Return the places of the lines that have what a match of a pattern needs."""
        if not gated.needs:
            return range(len(self._texts))
        rarest, *others = [set().union(*filter(None, map(self._by_word.get, words))) for words in gated.needs]
        return rarest.intersection(*others) if others else rarest
