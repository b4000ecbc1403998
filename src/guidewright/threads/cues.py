"""Cues: lines that announce comments ("12 Comments", "Leave a Reply"), and those of the form for them."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from guidewright.find import LONGEST, bare, blanks, dated, lines_of, patterns, solid
from guidewright.model import Kind
from guidewright.threads.names import is_name, is_person
from guidewright.threads.prose import ARTICLE_WORDS, is_prose
from guidewright.threads.stamps import reply_buttons, stamps
from guidewright.threads.systems import BARE_COMMENTS, BARE_CUES, CUES, CUES_OF_ARTICLES, FORM, FURNITURE, PORTRAIT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from guidewright.lineindex import Patterns
    from guidewright.model import Line, Page

_ANNOUNCING = patterns(*CUES)
_ANNOUNCING_FORMS = patterns(*CUES, FORM)
_BARE = patterns(*BARE_CUES)
_BARE_HEADING = patterns(BARE_COMMENTS)
# "Ada: I am so glad" and "Ada says: so do I".
_INLINE = re.compile(r"[^\s:]+(?: [^\s:]+){0,2}: \S")
_FURNITURE = patterns(*FURNITURE)
_CUES_AND_FORM = patterns(*CUES, *CUES_OF_ARTICLES, *FURNITURE)
_PORTRAIT = patterns(PORTRAIT)
_LONGEST_CUE = 200
# So many blanks has a line that says something.
_SENTENCE = 8
# So far below a bare cue its first comment begins; so far below that one's first paragraph its date or button stands.
_NEAR, _BELOW_FIRST = 12, 3
# No paragraph is shorter, in characters.
_LABEL = 40
# Comments without stamps have at least so many names, and a name in so many lines.
_NAMES, _LINES_A_NAME = 3, 12
_STOPS = (".", "!", "?", "…")
# An article may be so many times as long as what stands above its head, where the date is so near a count of comments.
_ARTICLE, _DATED = 5, 8


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
    """Return the place of the first line that announces comments and is followed by them.

    `stamped` are the places that make comments; None: where there are none, followed by furniture, or by less than
    stands above.
    """
    announcing = _announcing(page, _ANNOUNCING_FORMS if stamped is None else _ANNOUNCING)
    if not announcing:
        return None
    sizes = _prose_sizes(page)
    above = list(itertools.accumulate(sizes, initial=0))
    cues = _below_article(page, announcing, sizes, above)
    if not cues:
        return None
    return _above_form(page, cues, above) if stamped is None else _above_comments(page, cues, sizes, stamped)


def _announcing(page: Page, cue: Patterns) -> list[int]:
    """Return the places of the lines that a cue matches; none where all of them are in the page's head."""
    numbers = {line.number for line in lines_of(page, cue, _LONGEST_CUE)}
    lines = solid(page)
    places = [at for at, line in enumerate(lines) if line.number in numbers] if numbers else []
    places = [at for at in places if not _heads_row(lines, at)]
    return places if places and sum(blanks(page)[: places[-1]]) + places[-1] >= ARTICLE_WORDS else []


def _prose_sizes(page: Page) -> list[int]:
    """Return how many words each line has that is prose, and 0 for the others."""
    counts = [n + 1 if len(line.says) > _LABEL else 0 for line, n in zip(solid(page), blanks(page), strict=True)]
    return [n if n and is_prose(line.says, n) else 0 for line, n in zip(solid(page), counts, strict=True)]


def _below_article(page: Page, places: Iterable[int], sizes: Sequence[int], above: Sequence[int]) -> list[int]:
    """Return those cues with an article's words above them that neither head a part of it nor stand in its head.

    `above` are how many words of prose there are above each line.
    """
    lines = solid(page)
    cues = [at for at in places if above[at] >= ARTICLE_WORDS]
    cues = [at for at in cues if not _is_bare(lines[at]) or _has_comments(page, at, sizes)]
    said = [bare(lines[at]).casefold() for at in cues]
    # What counts the comments and says so again further down stands in the article's head.
    return [at for place, at in enumerate(cues) if not (said[place][:1].isdigit() and said[place] in said[place + 1 :])]


def _above_form(page: Page, cues: Iterable[int], above: Sequence[int]) -> int | None:
    """Return the first cue with less prose below it than above, or with some above the form for comments."""
    lines = solid(page)
    form = max((line.number for line in lines_of(page, _FURNITURE) if is_form(bare(line))), default=0)
    below = next((at for at, line in enumerate(lines) if line.number == form), 0)
    for at in cues:
        after = above[-1] - above[at + 1]
        if at + 1 < len(lines) and after <= above[at]:
            return at
        if below > at and after > 0 and not (after > _ARTICLE * above[at] and _is_dated(lines, at)):
            return at
    return None


def _above_comments(page: Page, cues: Sequence[int], sizes: Sequence[int], stamped: Collection[int]) -> int | None:
    """Return the first cue with a comment's stamp near below, or with a name, and names all the way down."""
    lines = solid(page)
    names: list[int] = []
    for at, below in zip(cues, (*cues[1:], len(lines)), strict=True):
        if any(place in stamped for place in range(at + 1, at + _NEAR + 1)):
            return at
        if any(map(is_name, lines[at + 1 : at + 4])):
            if below < len(lines) and _is_told(lines, sizes, range(at + 1, below)):
                continue  # a count of the comments, above the article
            names = names or list(itertools.accumulate(map(is_name, lines[cues[0] :]), initial=0))
            named = names[-1] - names[at - cues[0] + 1]
            if named >= _NAMES and named * _LINES_A_NAME > len(lines) - at - 1:
                return at
    return None


def _is_bare(line: Line) -> bool:
    """Whether a cue may head a part of the article as well."""
    text = bare(line)
    return _BARE.fullmatch(text) or (line.where.kind is Kind.HEADING and _BARE_HEADING.fullmatch(text))


def _has_comments(page: Page, at: int, sizes: Sequence[int]) -> bool:
    """Whether a bare "Discussion" announces comments: nothing is told below it, or what comments have is.

    That is their form above what is told, a stamp or a button to answer near it, or a name.
    """
    lines = solid(page)
    heads = lines[at].where.kind is Kind.HEADING
    told = next((place for place in range(at + 1, len(lines)) if sizes[place]), None)
    if told is None and not (heads and any(line.says.rstrip().endswith(_STOPS) for line in lines[at + 1 :])):
        return True
    first = min(at + _NEAR, len(lines) - 1 if told is None else told)
    if any(at < each.at <= first + _BELOW_FIRST for each in (*stamps(page), *reply_buttons(page))):
        return True
    if any(is_form(bare(line)) for line in lines[at + 1 : first + 1]):
        return True
    if _BARE_HEADING.fullmatch(bare(lines[at])) and _INLINE.match(bare(lines[at + 1])):
        return True
    above = lines[first - 1]
    return first - 1 > at and above.where.kind is not Kind.HEADING and is_name(above) and is_person(bare(above))


def _heads_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a cell with another beside it: such a row is about comments, and announces none."""
    cell = lines[at].where.cell
    beside = (lines[place].where.cell for place in (at - 1, at + 1) if 0 <= place < len(lines))
    return cell is not None and any(each is not None and each[:2] == cell[:2] for each in beside)


def _is_dated(lines: Sequence[Line], at: int) -> bool:
    """Whether a date stands right above: what counts comments beside it may stand in the article's head."""
    return any(dated(bare(line)) is not None for line in lines[max(0, at - _DATED) : at])


def _is_told(lines: Sequence[Line], sizes: Sequence[int], places: range) -> bool:
    """Whether an article stands there: prose, and hardly a paragraph of it below a name."""
    prose = [at for at in places if sizes[at]]
    named = sum(is_name(lines[at - 1]) for at in prose)
    return sum(sizes[at] for at in prose) >= ARTICLE_WORDS and 4 * named < len(prose)
