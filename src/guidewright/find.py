"""The few shapes of a finder: what rules are made of.

A finder is called with a Page and yields Spans. Every pattern here is matched against what a line says, stripped,
without a list bullet, and must run in linear time on any line: no nested repeats, no back-references. Lines longer
than `longest` characters are not looked at, since furniture is short.

A rule made of these shapes is fast as it stands: a pattern is only tried on lines that have what it needs (`gate`,
`lineindex`). A finder of one's own asks `matching` and `searching` with `patterns` and looks at what they find. Where
it must look at all lines, what several finders ask of each is in columns, which are worked out once a page: `solid` are
the lines that say anything, and `said`, `blanks` and `blocks` go with them. What else several finders work out has
`once` above it.
"""

from __future__ import annotations

import re
from functools import wraps
from math import inf
from typing import TYPE_CHECKING, TypeVar

from guidewright import lineindex
from guidewright.lineindex import Index, Patterns
from guidewright.model import NOWHERE, Line, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    _Found = TypeVar("_Found")
    _Matches = dict[int, tuple[Line, re.Match[str]]]

LONGEST = 220
# Where a page keeps the numbers of such lines as `leave_uncounted` is given.
_UNCOUNTED = "uncounted"
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
LONGEST_STAMP = 120
_DIGIT = re.compile(r"\d")


def dated(text: str) -> tuple[str, str] | None:
    """Return the date in a short text, and what there is beside dates, clocks and their labels; None without a date."""
    if len(text) > LONGEST_STAMP or _DIGIT.search(text) is None:
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
        done = page.worked_out
        if name not in done:
            done[name] = work(page)
        found: _Found = done[name]
        return found

    return kept


def leave_uncounted(page: Page, numbers: Iterable[int]) -> None:
    """Let some lines that are removed say nothing of those beside them, as if the page had never had them.

    The scorer takes what stands beside many removed lines for more of the kind; it learnt on pages that had no tags in
    them, and of which nobody knew the furniture of their site.
    """
    page.shared[_UNCOUNTED] = uncounted(page).union(numbers)


def uncounted(page: Page) -> frozenset[int]:
    """Return the numbers of such lines."""
    found: frozenset[int] = page.shared.get(_UNCOUNTED, frozenset())
    return found


def bare(line: Line) -> str:
    """Return what the line says without indentation, list bullet and trailing white space."""
    return lineindex.bare(line.says)


@once
def solid(page: Page) -> tuple[Line, ...]:
    """Return the lines that say anything."""
    return tuple([line for line in page.lines if (said := line.says) and not said.isspace()])


@once
def said(page: Page) -> list[str]:
    """Return what each solid line says, without white space around it."""
    return [line.says.strip() for line in solid(page)]


@once
def blanks(page: Page) -> list[int]:
    """Return how many blanks each solid line has: one less than words, nearly, and far quicker to tell."""
    return [text.count(" ") for text in said(page)]


@once
def blocks(page: Page) -> list[list[Line]]:
    """Return the runs of solid lines that have no blank line between them."""
    runs: list[list[Line]] = []
    run: list[Line] = []
    for line in page.lines:
        if (text := line.says) and not text.isspace():
            run.append(line)
        elif run:
            runs.append(run)
            run = []
    return [*runs, run] if run else runs


@once
def is_plain(page: Page) -> bool:
    """Whether the page is plain text, of whose lines nothing else is known."""
    if not page.shared.get("plain"):  # once plain, it stays so: later stages see fewer lines of it
        page.shared["plain"] = all(line.where is NOWHERE or line.where == NOWHERE for line in page.lines)
    plain: bool = page.shared["plain"]
    return plain


def pattern(*expressions: str) -> re.Pattern[str]:
    """Compile alternatives into one pattern that ignores case."""
    return re.compile("|".join(f"(?:{e})" for e in expressions), re.IGNORECASE)


def patterns(*expressions: str) -> Patterns:
    """Compile expressions that ignore case, to be looked for in lines."""
    return Patterns(*map(pattern, expressions))


def matching(
    page: Page, patterns: Patterns, longest: float = LONGEST, first: int = 0
) -> list[tuple[Line, re.Match[str]]]:
    """Return the lines, in order, that a pattern matches from beginning to end, each with its match.

    They have at most `longest` characters, and stand not above the line with the number `first`.
    """
    found: _Matches = {}
    for index in _indexes(page):
        matches = index.matching(patterns, longest, first)
        if matches:
            found |= _still_there(page, index, matches)
    return [found[number] for number in sorted(found)] if found else []


def lines_of(page: Page, patterns: Patterns, longest: float = LONGEST, first: int = 0) -> list[Line]:
    """Return such lines without the matches."""
    found = matching(page, patterns, longest, first)
    return [line for line, _ in found] if found else []


def searching(page: Page, patterns: Patterns, first: int = 0) -> list[tuple[Line, re.Match[str]]]:
    """Return the lines, in order, in which a pattern is found, each with its first match."""
    found: _Matches = {}
    for index in _indexes(page):
        matches = index.searching(patterns, first)
        if matches:
            found |= _still_there(page, index, matches)
    return [found[number] for number in sorted(found)] if found else []


@once
def _indexes(page: Page) -> tuple[Index, ...]:
    """Return an index of the page's lines, and one of those that were mended since it was made, where there are any.

    What a line matches is the same in every stage. So there is one index for all of them, of the lines as they were in
    the first that asked, and those lines alone that were mended since are looked at again.
    """
    index = page.shared.get("index")
    if index is None:
        index = page.shared["index"] = Index(solid(page))
    if index.has_all(solid(page)):
        return (index,)
    mended = [line for line in solid(page) if index.by_number.get(line.number) is not line]
    return index, Index(mended)


@once
def by_number(page: Page) -> dict[int, Line]:
    """Return the solid lines by their numbers."""
    return {line.number: line for line in solid(page)}


def _still_there(page: Page, index: Index, found: dict[int, re.Match[str]]) -> _Matches:
    """Return what an index found, with the lines, but for those that are gone or were mended since it was made."""
    lines = by_number(page)
    return {
        number: (line, match)
        for number, match in found.items()
        if (line := lines.get(number)) is not None and line is index.by_number[number]
    }


def lines_matching(*expressions: str, longest: int = LONGEST) -> Callable[[Page], Iterator[Span]]:
    """Point at every line that one of the expressions matches from its beginning to its end, case ignored."""
    compiled = patterns(*expressions)

    def find(page: Page) -> Iterator[Span]:
        for line in lines_of(page, compiled, longest):
            yield Span(line.number, line.number)

    return find


def at_foot(
    patterns: Patterns,
    lines: int = 10,
    *,
    longest: float = LONGEST,
    inside: bool = False,
    test: Callable[[str], bool] | None = None,
) -> Callable[[Page], Iterator[Span]]:
    """Point at paragraphs among the last `lines` lines that say anything, never at the first.

    One of the patterns matches them from beginning to end, or is found `inside`; and the `test` holds for their text.
    """

    def find(page: Page) -> Iterator[Span]:
        foot = solid(page)[1:][-lines:]
        if not foot:
            return
        first = foot[0].number
        for line, _ in searching(page, patterns, first) if inside else matching(page, patterns, inf, first):
            text = line.says.strip()
            paragraph = line.where.level == 0 and bare(line) == text and len(text) <= longest
            if paragraph and (test is None or test(text)):
                yield Span(line.number, line.number)

    return find


def either(*finders: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at what any of the finders points at."""

    def find(page: Page) -> Iterator[Span]:
        for each in finders:
            yield from each(page)

    return find
