"""The few shapes of a finder: what rules are made of.

A finder is called with a Page and yields Spans. Every pattern here is matched against what a line says, stripped,
without a list bullet, and must run in linear time on any line: no nested repeats, no back-references. Lines longer
than `longest` characters are not looked at, since furniture is short.

A rule made of these shapes is fast as it stands: a pattern is only tried on lines that have what it needs (`gate`). A
finder of one's own asks `solid`, `matching` and `searching`, and puts `once` above what several of them work out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache, wraps
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from guidewright import gate
from guidewright.model import Line, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    _Found = TypeVar("_Found")
    _Matches = dict[int, re.Match[str]]

BULLET = re.compile(r"^[\s\u00a0]*(?:[•·●◦▪‣⁃*+–—-][\s\u00a0]+)?")
LONGEST = 220
# A month's English name, long or short; to be compiled with case ignored.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)


def once(work: Callable[[Page], _Found]) -> Callable[[Page], _Found]:
    """Decorate a function of a page that several finders call: it runs once a page, its result is kept with the page.

    The result is shared, so nobody may change it.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(page: Page) -> _Found:
        if name not in page.worked_out:
            page.worked_out[name] = work(page)
        found: _Found = page.worked_out[name]
        return found

    return kept


def bare(line: Line) -> str:
    """Return what the line says without indentation, list bullet and trailing white space."""
    return _bare(line.says)


def _bare(text: str) -> str:
    return text.rstrip() if text[:1].isalnum() else BULLET.sub("", text, count=1).rstrip()


@once
def solid(page: Page) -> tuple[Line, ...]:
    """Return the lines that say anything."""
    return tuple([line for line in page.lines if (said := line.says) and not said.isspace()])


def pattern(*expressions: str) -> re.Pattern[str]:
    """Compile alternatives into one pattern that ignores case."""
    return re.compile("|".join(f"(?:{e})" for e in expressions), re.IGNORECASE)


def matching(page: Page, compiled: re.Pattern[str], longest: int = LONGEST) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the lines, in order, that a pattern matches from beginning to end, each with its match."""
    yield from _found(page, lambda index: index.matching(_alone(compiled), longest))


def searching(page: Page, compiled: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the lines, in order, in which a pattern is found, each with its first match."""
    yield from _found(page, lambda index: index.searching(_alone(compiled)))


def search(compiled: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return a pattern's first match in a text; most texts have nothing that it needs, and that is seen quickly."""
    needs = gate.of(compiled).needs
    if needs:
        folded = gate.folded(text)
        if not any(each in folded for each in needs):
            return None
    return compiled.search(text)


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
    """The words that all patterns made so far need, by their first characters."""

    def __init__(self) -> None:
        self.by_begin: dict[str, set[str]] = {}
        self.additions = 0

    def add(self, words: Iterable[str]) -> int:
        """Take in words, and return how often that has been done."""
        for each in words:
            self.by_begin.setdefault(each[:_BEGIN], set()).add(each)
        self.additions += 1
        _sought_in.cache_clear()
        return self.additions

    def inside(self, word: str) -> Iterator[str]:
        """Yield those that a word of a page has in it."""
        for size in range(_BEGIN + 1):
            for at in range(len(word) - size + 1):
                for each in self.by_begin.get(word[at : at + size], ()):
                    if word.startswith(each, at):
                        yield each


_BEGIN = 3
_SOUGHT = _Sought()
# Longer words are few, and not remembered.
_LONGEST_WORD = 40


@lru_cache(maxsize=1 << 15)
def _sought_in(word: str) -> frozenset[str]:
    """Return the sought words in a word of a page: most have none, and all pages have the same words."""
    return frozenset(_SOUGHT.inside(word))


_alone = lru_cache(maxsize=256)(Patterns)


def patterns(*expressions: str) -> Patterns:
    """Return patterns that ignore case."""
    return Patterns(*map(pattern, expressions))


class _Index:
    """Solid lines by what they begin with and by what is in them, from the shortest to the longest.

    So those that a finder may look at stand first, and hardly a word is looked for in the long paragraphs of prose.
    `has` are the words in them that patterns need, of the patterns up to the number `told`.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        ordered = sorted(lines, key=lambda line: len(line.says))
        self.by_number = {line.number: line for line in ordered}
        self.numbers = [*self.by_number]
        self.texts = [line.says for line in ordered]
        self.lengths = [*map(len, self.texts)]
        self.bare = [*map(_bare, self.texts)]
        self.by_head: dict[str, list[int]] = {}
        for at, text in enumerate(self.bare):
            head = gate.head(text)
            for size in range(1, len(head) + 1):
                self.by_head.setdefault(head[:size], []).append(at)
        self.heads = frozenset(self.by_head)
        self.folded = "\n".join([gate.folded(text.replace("\n", " ")) for text in self.texts])
        self.begins = [*accumulate([length + 1 for length in self.lengths], initial=0)]
        words = {"", *self.folded.split()}
        inside = [_sought_in(each) if len(each) <= _LONGEST_WORD else _SOUGHT.inside(each) for each in words]
        self.has = frozenset().union(*inside)
        self.told = _SOUGHT.additions

    def matching(self, patterns: Patterns, longest: int) -> _Matches:
        """Return the lines that a pattern matches from beginning to end, by number, each with a match."""
        found: _Matches = {}
        end = bisect_right(self.lengths, longest)
        has = self._has(patterns)
        for head in self.heads & patterns.heads:
            for each in patterns.by_head[head]:
                if not has.isdisjoint(each.words):
                    self._match(each.pattern, self.by_head[head], end, found)
        for each in patterns.others:
            if not has.isdisjoint(each.words):
                self._match(each.pattern, self._having(each, has, end), end, found)
        return found

    def searching(self, patterns: Patterns) -> _Matches:
        """Return the lines in which a pattern is found, by number, each with its first match."""
        found: _Matches = {}
        has = self._has(patterns)
        for each in patterns.every:
            if not has.isdisjoint(each.words):
                for at in self._having(each, has, len(self.texts)):
                    match = each.pattern.search(self.texts[at])
                    if match:
                        found[self.numbers[at]] = match
        return found

    def _has(self, patterns: Patterns) -> frozenset[str]:
        """Return the words in the lines that patterns need; for patterns made since, all that these need."""
        return self.has if patterns.number <= self.told else patterns.words

    def _match(self, each: re.Pattern[str], places: Iterable[int], end: int, found: _Matches) -> None:
        for at in places:
            if at >= end:
                return
            match = each.fullmatch(self.bare[at])
            if match:
                found[self.numbers[at]] = match

    def _having(self, gated: _Gated, has: frozenset[str], end: int) -> Iterable[int]:
        """Return the places, before `end`, of lines that have what a pattern needs; `has` are the words in the lines."""
        if "" in gated.words:
            return range(end)
        stop = self.begins[end]
        places = set()
        for need, word in gated.needs:
            found = self.folded.find(need, 0, stop) if word in has else -1
            while found >= 0:
                below = bisect_right(self.begins, found)
                places.add(below - 1)
                found = self.folded.find(need, self.begins[below], stop)
        return places


def _found(page: Page, ask: Callable[[_Index], _Matches]) -> list[tuple[Line, re.Match[str]]]:
    """Return the page's lines that an index of them finds, in order, each with its match.

    What a line matches is the same in every stage. So there is one index for all of them, of the lines as they were in
    the first that asked, and those lines alone that were mended since are looked at again.
    """
    index = page.shared.get("index")
    if index is None:
        index = page.shared["index"] = _Index(solid(page))
    found = ask(index)
    mended = _mended(page)
    if not found and mended is None:
        return []
    lines = {line.number: line for line in solid(page)}
    found = {number: match for number, match in found.items() if lines.get(number) is index.by_number[number]}
    if mended is not None:
        found |= ask(mended)
    return [(lines[number], found[number]) for number in sorted(found)]


@once
def _mended(page: Page) -> _Index | None:
    """Return an index of the lines that are none of the shared index; None where there are none, as mostly."""
    known = page.shared["index"].by_number
    others = [line for line in solid(page) if known.get(line.number) is not line]
    return _Index(others) if others else None


def lines_of(page: Page, patterns: Patterns, longest: int = LONGEST) -> list[Line]:
    """Return the lines, in order, that one of the patterns matches from its beginning to its end."""
    return [line for line, _ in _found(page, lambda index: index.matching(patterns, longest))]


def lines_matching(*expressions: str, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Point at every line that one of the expressions matches from its beginning to its end, case ignored."""
    compiled = patterns(*expressions)

    def find(page: Page) -> Iterator[Span]:
        for line in lines_of(page, compiled, longest):
            yield Span(line.number, line.number)

    return find


def at_foot(test: Callable[[str], bool], lines: int = 10) -> Callable[[Page], Iterator[Span]]:
    """Point at paragraphs among the last `lines` lines that say anything for which `test` holds; never at the first."""

    def find(page: Page) -> Iterator[Span]:
        said = solid(page)
        for line in said[max(1, len(said) - lines) :]:
            text = line.says.strip()
            if bare(line) == text and line.where.level == 0 and test(text):
                yield Span(line.number, line.number)

    return find


def either(*finders: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at what any of the finders points at."""

    def find(page: Page) -> Iterator[Span]:
        for each in finders:
            yield from each(page)

    return find
