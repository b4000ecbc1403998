"""Threads without dates: names alone, each with what it says set in below it, or with who somebody is; or numbers."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from guidewright.find import bare, lines_of, patterns, solid
from guidewright.threads.cues import announced
from guidewright.threads.languages import NOBODY, PERSONAL
from guidewright.threads.names import HANDLE, is_name, is_person
from guidewright.threads.profiles import profiles
from guidewright.threads.prose import ARTICLE_WORDS, most_below
from guidewright.threads.systems import FORUM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line, Page
    from guidewright.threads.prose import Said

FORUM_MARKS = patterns(*FORUM)
_NUMBER = re.compile(r"#(\d{1,4})")


def rhythm(lines: Sequence[Line], said: Said) -> int | None:
    """Return the place of the first of the names that stand alone, each with what it says set in below, to the end."""
    start = len(lines)
    while start > 1 and (
        _indent(lines[start - 1]) > 0
        or (start < len(lines) and _indent(lines[start]) and _is_head_name(lines[start - 1]))
    ):
        start -= 1
    while start < len(lines) and _indent(lines[start]):
        start += 1
    if start >= len(lines) - 1 or said.before(start) < ARTICLE_WORDS:
        return None
    names = heads(lines, start)
    return start if names and names[0] == start and _are_people(lines, names) else None


def _are_people(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether names with text set in below are people who speak, not entries of a glossary or parts in an interview."""
    names = [bare(lines[at]).lower() for at in places]
    distinct = len(set(names))
    handles = sum(
        name in NOBODY or HANDLE.fullmatch(bare(lines[at])) is not None for at, name in zip(places, names, strict=True)
    )
    people = sum(HANDLE.fullmatch(bare(lines[at])) is not None or is_person(bare(lines[at])) for at in places)
    if people * 5 < len(places) * 4:
        return False
    if len(places) < 3 or distinct < 2 or (distinct < 3 and not handles):
        return False
    personal = _personal(lines, places)
    if not handles and 2 * distinct < len(places):
        return False  # few speakers who take turns: an interview
    return personal * 3 >= len(places) and (handles + len(places) - distinct >= 2 or personal * 2 >= len(places))


def _personal(lines: Sequence[Line], places: Sequence[int]) -> int:
    """Return below how many of the places somebody speaks: says "I", "you" or "thanks"."""
    bodies = itertools.pairwise([*places, len(lines)])
    return sum(any(PERSONAL.search(line.says) for line in lines[a + 1 : b]) for a, b in bodies)


def profiled(page: Page, said: Said) -> int | None:
    """Return the place of the first of the names that have below them where somebody works, learnt or lives."""
    names = [at for at in profiles(page) if said.before(at) >= ARTICLE_WORDS]
    if len(names) < 3:
        return None
    longest = max(said.between(a, b) for a, b in itertools.pairwise(names))
    return announced(solid(page), names[0]) if said.after(names[-1]) <= most_below(longest) else None


def numbered(page: Page, said: Said) -> int | None:
    """Return the place of the number of a forum's second post, where a scrape has left nothing else: "#2", and "#3".

    A list of ten things has such numbers, too, but nothing that a forum alone writes.
    """
    if not lines_of(page, FORUM_MARKS):
        return None
    lines = solid(page)
    found = [(at, int(number[1])) for at, line in enumerate(lines) if (number := _NUMBER.fullmatch(bare(line)))]
    posts = [(at, number) for at, number in found if number > 1]
    if len(posts) < 2 or [number for _, number in posts] != list(range(2, len(posts) + 2)):
        return None
    return posts[0][0] if said.before(posts[0][0]) >= ARTICLE_WORDS else None


def heads(lines: Sequence[Line], from_: int) -> list[int]:
    """Return the places of names, from a place on, that stand above what is said.

    The next line is set in further; or it is not, and a blank line is below the name and none above it.
    """
    found = []
    for at in range(from_, len(lines) - 1):
        line, below = lines[at], lines[at + 1]
        deeper = _indent(below) > _indent(line)
        close = at > from_ and lines[at - 1].number + 1 == line.number and line.number + 1 < below.number
        if (deeper or (close and _indent(below) == _indent(line) > 0)) and _is_head_name(line):
            found.append(at)
    return found


def _is_head_name(line: Line) -> bool:
    return is_name(line) or (len(line.says) <= 120 and HANDLE.fullmatch(bare(line)) is not None)


def _indent(line: Line) -> int:
    text = line.says
    return len(text) - len(text.lstrip())
