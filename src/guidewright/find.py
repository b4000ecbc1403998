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
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

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

DATE = (
    rf"(?:{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\.?,?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_DATE = re.compile(rf"(?<!\w){DATE}(?!\w)", re.IGNORECASE)
_ZONE = r"(?:GMT|UTC|BST|HKT|IST|CES?T|AES?T|AEDT|[ECMP][SD]?T)\b(?:[+-]\d{1,2})?"
_CLOCK = rf"(?:\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s?[ap]\.?m\b\.?|\d{{4}}(?= \(?{_ZONE}))"
# What else stands beside a date, each a few words.
_BESIDE = re.compile(
    rf"(?<!\w)(?:{DATE}|{_CLOCK}|{_ZONE}|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?:originally |first |last )?(?:published|posted|updated|modified|edited|created|date)(?: (?:on|at))?\b"
    r"|(?:an?|\d{1,3}) (?:minute|hour|day|week|month|year)s? ago|\d{1,3}[- ]?min(?:ute)?s?(?: read)?\b"
    r"|at\b|on\b)(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = " \t\u00a0,.:;|/·•()–—-"
_LONGEST_STAMP = 120


def dated(text: str) -> tuple[str, str] | None:
    """Return the date in a short text, and what there is beside dates, clocks and their labels; None without a date."""
    if len(text) > _LONGEST_STAMP or not any(map(str.isdigit, text)):
        return None
    date = _DATE.search(text)
    return (date.group(), _BESIDE.sub("", text).strip(_BETWEEN)) if date else None


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
    yield from _found(page, lambda index: index.searching(compiled))


def search(compiled: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return a pattern's first match in a text; most texts have nothing that it needs, and that is seen quickly."""
    needs = gate.of(compiled).needs
    if needs:
        folded = gate.folded(text)
        if not any(each in folded for each in needs):
            return None
    return compiled.search(text)


class Patterns:
    """Some patterns, by how a match of each begins; the others by what is in it."""

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        """Sort the patterns."""
        self.by_head: dict[str, list[re.Pattern[str]]] = {}
        self.others: list[tuple[re.Pattern[str], tuple[str, ...]]] = []
        for each in patterns:
            has = gate.of(each)
            for head in has.heads:
                self.by_head.setdefault(head, []).append(each)
            if not has.heads:
                self.others.append((each, has.needs))
        self.heads = frozenset(self.by_head)


_alone = lru_cache(maxsize=256)(Patterns)


def patterns(*expressions: str) -> Patterns:
    """Return patterns that ignore case."""
    return Patterns(*map(pattern, expressions))


class _Index:
    """Solid lines by what they begin with and by what is in them, from the shortest to the longest.

    So those that a finder may look at stand first, and hardly a word is looked for in the long paragraphs of prose.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        said = sorted([(len(text := line.says), text, line) for line in lines], key=itemgetter(0))
        self.by_number = {line.number: line for _, _, line in said}
        self.numbers = [*self.by_number]
        self.lengths = [length for length, _, _ in said]
        self.texts = [text for _, text, _ in said]
        self.bare = [*map(_bare, self.texts)]
        self.by_head: dict[str, list[int]] = {}
        for at, text in enumerate(self.bare):
            head = gate.head(text)
            for size in range(1, len(head) + 1):
                self.by_head.setdefault(head[:size], []).append(at)
        self.heads = frozenset(self.by_head)
        self.folded = gate.folded("\n".join([text.replace("\n", " ") for text in self.texts]))
        self.begins = [*accumulate([len(text) + 1 for text in self.folded.split("\n")], initial=0)]

    def matching(self, patterns: Patterns, longest: int) -> _Matches:
        """Return the lines that a pattern matches from beginning to end, by number, each with a match."""
        found: _Matches = {}
        end = bisect_right(self.lengths, longest)
        for head in self.heads & patterns.heads:
            for each in patterns.by_head[head]:
                self._match(each, self.by_head[head], end, found)
        for each, needs in patterns.others:
            self._match(each, self._having(needs, end), end, found)
        return found

    def searching(self, compiled: re.Pattern[str]) -> _Matches:
        """Return the lines in which a pattern is found, by number, each with its first match."""
        places = self._having(gate.of(compiled).needs, len(self.texts))
        return {self.numbers[at]: match for at in places if (match := compiled.search(self.texts[at]))}

    def _match(self, each: re.Pattern[str], places: Iterable[int], end: int, found: _Matches) -> None:
        for at in places:
            if at >= end:
                return
            match = each.fullmatch(self.bare[at])
            if match:
                found[self.numbers[at]] = match

    def _having(self, needs: Sequence[str], end: int) -> Iterable[int]:
        """Return the places, before `end`, of lines that have one of the needed texts in them; without needs, all."""
        if not needs:
            return range(end)
        stop = self.begins[end]
        places = set()
        for each in needs:
            found = self.folded.find(each, 0, stop)
            while found >= 0:
                below = bisect_right(self.begins, found)
                places.add(below - 1)
                found = self.folded.find(each, self.begins[below], stop)
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
