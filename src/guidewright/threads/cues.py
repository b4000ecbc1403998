"""Cues: lines that announce comments ("12 Comments", "Leave a Reply"), and those of the form for them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from guidewright.find import LONGEST, bare, lines_of, patterns, solid
from guidewright.threads.names import is_name
from guidewright.threads.prose import ARTICLE_WORDS, blanks, is_prose
from guidewright.threads.systems import CUES, CUES_OF_ARTICLES, FORM, FURNITURE, PORTRAIT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from guidewright.model import Line, Page

_ANNOUNCING = patterns(*CUES)
_ANNOUNCING_FORMS = patterns(*CUES, FORM)
_FURNITURE = patterns(*FURNITURE)
_CUES_AND_FORM = patterns(*CUES, *CUES_OF_ARTICLES, *FURNITURE)
_PORTRAIT = patterns(PORTRAIT)
_LONGEST_CUE = 200
# So many blanks has a line that says something.
_SENTENCE = 8


def is_cue(text: str) -> bool:
    """Whether a line announces comments ("12 Comments") or belongs to the form for them."""
    return len(text) <= LONGEST and _CUES_AND_FORM.fullmatch(text)


def is_form(text: str) -> bool:
    """Whether a line belongs to the form for comments."""
    return len(text) <= LONGEST and _FURNITURE.fullmatch(text)


def is_announcement(text: str) -> bool:
    """Whether a line announces comments, and no article has such a heading."""
    return _ANNOUNCING.fullmatch(text)


def is_portrait(text: str) -> bool:
    """Whether a line is the picture of somebody who comments, in words."""
    return _PORTRAIT.fullmatch(text)


def announces(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether a cue for comments is the first of these lines, or stands behind a few short ones."""
    for line in lines[first : min(end, first + 4)]:
        if is_announcement(bare(line)):
            return True
        if line.says.count(" ") >= _SENTENCE:
            return False
    return False


def announced(lines: Sequence[Line], at: int) -> int:
    """Return the place of the first of the cues and portraits right above a place; the place itself without them."""
    while at and (is_cue(bare(lines[at - 1])) or is_portrait(bare(lines[at - 1]))):
        at -= 1
    return at


def first_cue(page: Page, stamped: Collection[int] | None) -> int | None:
    """Return the first line that announces comments and is followed by them.

    `stamped` are the places that make comments; None: where there are none, followed by furniture, or by less than
    stands above.
    """
    cue = _ANNOUNCING if stamped is not None else _ANNOUNCING_FORMS
    numbers = {line.number for line in lines_of(page, cue, _LONGEST_CUE)}
    if not numbers:
        return None
    lines = solid(page)
    places = [at for at, line in enumerate(lines) if line.number in numbers]
    if sum(blanks(page)[: places[-1]]) + places[-1] < ARTICLE_WORDS:
        return None  # all are in the page's head
    counts = [n + 1 if len(line.says) > 40 else 0 for line, n in zip(lines, blanks(page), strict=True)]
    sizes = [count if count and is_prose(line.says, count) else 0 for line, count in zip(lines, counts, strict=True)]
    words_above = list(itertools.accumulate(sizes, initial=0))
    cues = [at for at in places if words_above[at] >= ARTICLE_WORDS]
    if not cues:
        return None
    if stamped is None:
        furniture = max((line.number for line in lines_of(page, _FURNITURE) if is_form(bare(line))), default=0)
        for at in cues:
            after = words_above[-1] - words_above[at + 1]
            if (furniture > lines[at].number and after > 0) or (at + 1 < len(lines) and after <= words_above[at]):
                return at
        return None
    named: list[int] = []
    for at, below in zip(cues, (*cues[1:], len(lines)), strict=True):
        if any(place in stamped for place in range(at + 1, at + 13)):
            return at
        if any(map(is_name, lines[at + 1 : at + 4])):
            named = named or list(itertools.accumulate(map(is_name, lines[cues[0] :]), initial=0))
            if below < len(lines) and _is_told(lines, sizes, range(at + 1, below)):
                continue  # a count of the comments, above the article
            names = named[-1] - named[at - cues[0] + 1]
            if names > 2 and names * 12 > len(lines) - at - 1:
                return at
    return None


def _is_told(lines: Sequence[Line], sizes: Sequence[int], places: range) -> bool:
    """Whether an article stands there: prose, and hardly a paragraph of it below a name."""
    prose = [at for at in places if sizes[at]]
    named = sum(is_name(lines[at - 1]) for at in prose)
    return sum(sizes[at] for at in prose) >= ARTICLE_WORDS and 4 * named < len(prose)
