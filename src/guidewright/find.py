"""The few shapes of a finder: what rules are made of.

A finder is called with a Page and yields Spans. Every pattern here is matched against what a line says, stripped,
without a list bullet, and must run in linear time on any line: no nested repeats, no back-references. Lines longer
than `longest` characters are not looked at, since furniture is short.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.model import Line, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

BULLET = re.compile(r"^[\s\u00a0]*(?:[•·●◦▪‣⁃*+–—-][\s\u00a0]+)?")
LONGEST = 220
# A month's English name, long or short; to be compiled with case ignored.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)


def bare(line: Line) -> str:
    """Return what the line says without indentation, list bullet and trailing white space."""
    return BULLET.sub("", line.says, count=1).rstrip()


def solid(page: Page) -> list[Line]:
    """Return the lines that say anything."""
    return [line for line in page.lines if line.says and not line.says.isspace()]


def pattern(*expressions: str) -> re.Pattern[str]:
    """Compile alternatives into one pattern that ignores case."""
    return re.compile("|".join(f"(?:{e})" for e in expressions), re.IGNORECASE)


def lines_matching(*expressions: str, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Point at every line that one of the expressions matches from its beginning to its end, case ignored."""
    compiled = pattern(*expressions)

    def find(page: Page) -> Iterator[Span]:
        for line in page.lines:
            if line.says and len(line.says) <= longest and compiled.fullmatch(bare(line)):
                yield Span(line.number, line.number)

    return find


def at_head(*expressions: str, lines: int = 12, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Like `lines_matching`, among the first `lines` lines that say anything."""
    compiled = pattern(*expressions)

    def find(page: Page) -> Iterator[Span]:
        seen = 0
        for line in page.lines:
            if not line.says or line.says.isspace():
                continue
            seen += 1
            if seen > lines:
                return
            if len(line.says) <= longest and compiled.fullmatch(bare(line)):
                yield Span(line.number, line.number)

    return find


def at_foot(*expressions: str, lines: int = 12, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Like `lines_matching`, among the last `lines` lines that say anything."""
    compiled = pattern(*expressions)

    def find(page: Page) -> Iterator[Span]:
        found = []
        seen = 0
        for line in reversed(page.lines):
            if not line.says or line.says.isspace():
                continue
            seen += 1
            if seen > lines:
                break
            if len(line.says) <= longest and compiled.fullmatch(bare(line)):
                found.append(Span(line.number, line.number))
        yield from reversed(found)

    return find


def either(*finders: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at what any of the finders points at."""

    def find(page: Page) -> Iterator[Span]:
        for each in finders:
            yield from each(page)

    return find
