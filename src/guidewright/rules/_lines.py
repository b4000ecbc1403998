"""What rules of several kinds ask of lines, and finders that point at less than another does."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING

from guidewright.find import bare, blanks, by_number, is_plain, once, solid
from guidewright.model import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidewright.model import Page, Span


BULLET = re.compile(r"(?:[•·*+–—-]|\d{1,3}[.)])\s")


def ends(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", "…"))


def in_text(finder: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at lines of plain text alone: a format that knows its pictures keeps them with what is said of them."""

    def find(page: Page) -> Iterator[Span]:
        spans = list(finder(page))
        if spans and not is_plain(page):
            text = {line.number for line in page.lines if line.where == NOWHERE}
            spans = [span for span in spans if span.first in text]
        yield from spans

    return find


# What tells whose a picture is, in small letters as well.
_WHOSE = re.compile(
    r"(?:courtesy|by|via|from|taken|provided|supplied|handout|getty|shutterstock|private?|dpa|afp|von|mit|zur verfügung"
    r"|par|de|del|cortesía|dzięki|z|ze)\b",
    re.IGNORECASE,
)
# So many blanks are in the shortest sentence behind a label.
_BEHIND_LABEL = 3


def but_sentences(finder: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at lines that begin with a label, but for those in which a sentence of the article goes on behind it."""

    def find(page: Page) -> Iterator[Span]:
        for span in finder(page):
            if not _is_sentence_behind_label(bare(by_number(page)[span.first])):
                yield span

    return find


def _is_sentence_behind_label(text: str) -> bool:
    """Whether what is behind a colon is no headline, name or caption: those begin with a capital, or have no stop."""
    label, _, behind = text.partition(":")
    behind = behind.strip()
    if behind.count(" ") < _BEHIND_LABEL or not behind.endswith((".", "!")) or behind.endswith(".."):
        return False
    return (behind[0].islower() and _WHOSE.match(behind) is None) or (label.lower() == "next" and behind[-1] == ".")


# A line of so many blanks is prose.
_PROSE_BLANKS = 25


@once
def first_prose(page: Page) -> float:
    """Return the number of the first line of prose; infinite where there is none."""
    return next(
        (line.number for line, count in zip(solid(page), blanks(page), strict=True) if count >= _PROSE_BLANKS), inf
    )


def below_prose(*finders: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at lines that have prose above them, where the page has any: a title is none of them."""

    def find(page: Page) -> Iterator[Span]:
        spans = [span for each in finders for span in each(page)]
        first = first_prose(page) if spans else inf
        yield from (span for span in spans if first < span.first or first == inf)

    return find
