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
from dataclasses import replace
from functools import lru_cache, wraps
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from guidewright import gate
from guidewright.model import Line, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    _Found = TypeVar("_Found")

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
    text = line.says
    return text.rstrip() if text[:1].isalnum() else BULLET.sub("", text, count=1).rstrip()


@once
def solid(page: Page) -> tuple[Line, ...]:
    """Return the lines that say anything."""
    return tuple(line for line in page.lines if line.says and not line.says.isspace())


def pattern(*expressions: str) -> re.Pattern[str]:
    """Compile alternatives into one pattern that ignores case."""
    return re.compile("|".join(f"(?:{e})" for e in expressions), re.IGNORECASE)


def matching(page: Page, compiled: re.Pattern[str], longest: int = LONGEST) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the lines, in order, that a pattern matches from beginning to end, each with its match."""
    yield from _matches(page, _alone(compiled), longest)


def searching(page: Page, compiled: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the lines, in order, in which a pattern is found, each with its first match."""
    for at, _ in _having(page, gate.of(compiled).needs):
        line = solid(page)[at]
        found = compiled.search(line.says)
        if found:
            yield line, found


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


_alone = lru_cache(maxsize=256)(Patterns)


def patterns(*expressions: str) -> Patterns:
    """Return patterns that ignore case."""
    return Patterns(*map(pattern, expressions))


def _matches(page: Page, patterns: Patterns, longest: int) -> list[tuple[Line, re.Match[str]]]:
    """Return the solid lines, in order, that a pattern matches from beginning to end, each with a match."""
    found: dict[int, tuple[Line, re.Match[str]]] = {}
    short, long = _by_length(page)
    for part in (short, long) if longest > LONGEST else (short,):
        lines = part.lines
        among = _by_head(part)
        tried = [
            (each, among[head]) for head in among.keys() & patterns.by_head.keys() for each in patterns.by_head[head]
        ]
        tried += [(each, _having(part, needs)) for each, needs in patterns.others]
        for each, some in tried:
            for at, text in some:
                line = lines[at]
                match = each.fullmatch(text) if len(line.says) <= longest else None
                if match:
                    found[line.number] = (line, match)
    return [found[number] for number in sorted(found)]


@once
def _by_length(page: Page) -> tuple[Page, Page]:
    """Return the page's lines that say anything: those no longer than most finders look at, and the others."""
    short = [line for line in solid(page) if len(line.says) <= LONGEST]
    long = [line for line in solid(page) if len(line.says) > LONGEST]
    return replace(page, lines=tuple(short)), replace(page, lines=tuple(long))


@once
def _bare(page: Page) -> list[tuple[int, str]]:
    """Return the solid lines' places among themselves with what they say, bare."""
    return [(at, bare(line)) for at, line in enumerate(solid(page))]


@once
def _by_head(page: Page) -> dict[str, list[tuple[int, str]]]:
    """Return the solid lines by what they begin with, bare: by one, two and three characters."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for each in _bare(page):
        head = gate.head(each[1])
        for size in range(1, len(head) + 1):
            groups.setdefault(head[:size], []).append(each)
    return groups


@once
def _folded(page: Page) -> tuple[str, list[int]]:
    """Return what the solid lines say in the notation of `gate.folded`, joined, and where each line begins in it."""
    whole = gate.folded("\n".join([line.says.replace("\n", " ") for line in solid(page)]))
    return whole, list(accumulate((len(text) + 1 for text in whole.split("\n")), initial=0))


def _having(page: Page, needs: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the solid lines, as `_bare` does, that have one of the needed texts in them; without needs, all."""
    lines = _bare(page)
    if not needs:
        return lines
    whole, begins = _folded(page)
    found = set()
    for each in needs:
        place = whole.find(each)
        while place >= 0:
            line = bisect_right(begins, place)
            found.add(line - 1)
            place = whole.find(each, begins[line])
    return [lines[at] for at in sorted(found)]


def lines_of(page: Page, patterns: Patterns, longest: int = LONGEST) -> list[Line]:
    """Return the lines, in order, that one of the patterns matches from its beginning to its end."""
    return [line for line, _ in _matches(page, patterns, longest)]


def lines_matching(*expressions: str, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Point at every line that one of the expressions matches from its beginning to its end, case ignored."""
    compiled = patterns(*expressions)

    def find(page: Page) -> Iterator[Span]:
        for line in lines_of(page, compiled, longest):
            yield Span(line.number, line.number)

    return find


def at_head(*expressions: str, lines: int = 12, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Like `lines_matching`, among the first `lines` lines that say anything."""
    compiled = pattern(*expressions)

    def find(page: Page) -> Iterator[Span]:
        for line in solid(page)[:lines]:
            if len(line.says) <= longest and compiled.fullmatch(bare(line)):
                yield Span(line.number, line.number)

    return find


def at_foot(*expressions: str, lines: int = 12, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Like `lines_matching`, among the last `lines` lines that say anything."""
    compiled = pattern(*expressions)

    def find(page: Page) -> Iterator[Span]:
        for line in solid(page)[-lines:]:
            if len(line.says) <= longest and compiled.fullmatch(bare(line)):
                yield Span(line.number, line.number)

    return find


def either(*finders: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at what any of the finders points at."""

    def find(page: Page) -> Iterator[Span]:
        for each in finders:
            yield from each(page)

    return find
