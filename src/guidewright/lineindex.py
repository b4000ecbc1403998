"""The lines of a page, so arranged that a pattern is tried on few of them.

There are hundreds of patterns and a hundred lines, and nearly no pattern matches anywhere. `gate` says what a match of
a pattern begins with and what it has in it. So lines are kept by what they begin with, and of the page's words it is
known which of them the patterns need: where none is on the page, a pattern is done with at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from guidewright import gate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidewright.model import Line

    Matches = dict[int, re.Match[str]]

BULLET = re.compile(r"^[\s\u00a0]*(?:[•·●◦▪‣⁃*+–—-][\s\u00a0]+)?")
# Words are sought by so many of their first characters.
_BEGIN = 3
# Longer words are few, and what is in them is not remembered.
_LONGEST_WORD = 40


def bare(text: str) -> str:
    """Return a text without indentation, list bullet and trailing white space."""
    return text.rstrip() if text[:1].isalnum() else BULLET.sub("", text, count=1).rstrip()


class _Gated(NamedTuple):
    """A pattern with the texts of which a match has at least one, each with the longest word in it; and these words.

    Where nothing is known of a pattern, they are empty texts, which are everywhere.
    """

    pattern: re.Pattern[str]
    needs: tuple[tuple[str, str], ...]
    words: frozenset[str]


class Patterns:
    """Some patterns, by how a match of each begins; `others` begin anyhow."""

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        """Sort the patterns, and have the words that they need looked out for."""
        self.every: list[_Gated] = []
        self.others: list[_Gated] = []
        self.by_head: dict[str, list[_Gated]] = {}
        for each in patterns:
            has = gate.of(each)
            needs = tuple((need, max(need.split(), key=len, default="")) for need in has.needs or ("",))
            gated = _Gated(each, needs, frozenset(word for _, word in needs))
            self.every.append(gated)
            for head in has.heads:
                self.by_head.setdefault(head, []).append(gated)
            if not has.heads:
                self.others.append(gated)
        self.heads = frozenset(self.by_head)
        self.words = frozenset().union(*(each.words for each in self.every))
        self.number = _SOUGHT.add(self.words)


class _Sought:
    """The words that the patterns made so far need, by their first characters."""

    def __init__(self) -> None:
        self.by_begin: dict[str, set[str]] = {}
        self.signs: set[str] = set()  # those that have fewer characters than a beginning, mostly one that is no letter
        self.additions = 0

    def add(self, words: Iterable[str]) -> int:
        """Take in the words of some patterns, and return how often that has been done."""
        for each in words:
            if len(each) < _BEGIN:
                self.signs.add(each)
            else:
                self.by_begin.setdefault(each[:_BEGIN], set()).add(each)
        self.additions += 1
        _sought_in.cache_clear()
        return self.additions

    def inside(self, word: str) -> list[str]:
        """Return those that a word of a page has in it."""
        begins = self.by_begin
        found = [each for each in self.signs if each in word]
        for at in range(len(word) - _BEGIN + 1):
            begin = word[at : at + _BEGIN]
            if begin in begins:
                found += [each for each in begins[begin] if word.startswith(each, at)]
        return found


_SOUGHT = _Sought()


@lru_cache(maxsize=1 << 15)
def _sought_in(word: str) -> frozenset[str]:
    """Return the sought words in a word of a page: most have none, and all pages have the same words."""
    return frozenset(_SOUGHT.inside(word))


class Index:
    """Lines by what they begin with and by what is in them, from the shortest to the longest.

    So those that a finder may look at stand first, and hardly a word is looked for in the long paragraphs of prose.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        """Arrange the lines."""
        ordered = sorted(lines, key=lambda line: len(line.says))
        self.by_number = {line.number: line for line in ordered}
        self._numbers = [*self.by_number]
        self._texts = [line.says for line in ordered]
        self._lengths = [*map(len, self._texts)]
        self._bare = [*map(bare, self._texts)]
        self._by_head: dict[str, list[int]] = {}
        for at, text in enumerate(self._bare):
            head = gate.head(text)
            for size in range(1, len(head) + 1):
                self._by_head.setdefault(head[:size], []).append(at)
        self._heads = frozenset(self._by_head)
        self._folded = "\n".join([gate.folded(text.replace("\n", " ")) for text in self._texts])
        self._begins = [*accumulate([length + 1 for length in self._lengths], initial=0)]
        words = {"", *self._folded.split()}
        inside = [_sought_in(each) if len(each) <= _LONGEST_WORD else _SOUGHT.inside(each) for each in words]
        self._has = frozenset().union(*filter(None, inside))
        self._told = _SOUGHT.additions

    def has(self, patterns: Patterns) -> frozenset[str]:
        """Return the words that the patterns need and the lines have; all that they need, where they are new."""
        return self._has if patterns.number <= self._told else patterns.words

    def matching(self, patterns: Patterns, longest: int) -> Matches:
        """Return the lines that a pattern matches from beginning to end, by number, each with a match."""
        found: Matches = {}
        end = bisect_right(self._lengths, longest)
        has = self.has(patterns)
        for head in self._heads & patterns.heads:
            for each in patterns.by_head[head]:
                if not has.isdisjoint(each.words):
                    self._match(each.pattern, self._by_head[head], end, found)
        for each in patterns.others:
            if not has.isdisjoint(each.words):
                self._match(each.pattern, self._having(each, has, end), end, found)
        return found

    def searching(self, patterns: Patterns) -> Matches:
        """Return the lines in which a pattern is found, by number, each with its first match."""
        found: Matches = {}
        has = self.has(patterns)
        for each in patterns.every:
            if not has.isdisjoint(each.words):
                for at in self._having(each, has, len(self._texts)):
                    match = each.pattern.search(self._texts[at])
                    if match:
                        found[self._numbers[at]] = match
        return found

    def _match(self, pattern: re.Pattern[str], places: Iterable[int], end: int, found: Matches) -> None:
        for at in places:
            if at >= end:
                return
            match = pattern.fullmatch(self._bare[at])
            if match:
                found[self._numbers[at]] = match

    def _having(self, gated: _Gated, has: frozenset[str], end: int) -> Iterable[int]:
        """Return the places, before `end`, of lines that have what a pattern needs; `has` are words in the lines."""
        if "" in gated.words:
            return range(end)
        stop = self._begins[end]
        places = set()
        for need, word in gated.needs:
            found = self._folded.find(need, 0, stop) if word in has else -1
            while found >= 0:
                below = bisect_right(self._begins, found)
                places.add(below - 1)
                found = self._folded.find(need, self._begins[below], stop)
        return places
