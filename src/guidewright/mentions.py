"""What one guide says, found without looking at any other: its sections, the phrases in it, its vocabulary.

The first phase of linking; its result is small, picklable, and all that the other phases need but for the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from guidewright import duplicates
from guidewright import text as texts
from guidewright.match import Sort
from guidewright.model import Kind, MarkKind
from guidewright.sections import Section, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from guidewright.match import Matcher, Words
    from guidewright.model import Block, Guide, Mark

# Blocks before the first one, for mentions in what stands above the text.
TITLE = -1
SUMMARY = -2
_INITIAL = itemgetter(0)
# Distinctive words of a guide that are kept for finding its kin.
VOCABULARY = 60


class Field(StrEnum):
    """Where in a guide a phrase stands; a title says more about a section than its twentieth sentence."""

    TITLE = "title"
    HEADING = "heading"
    OUTER = "outer heading"
    SUMMARY = "summary"
    OPENING = "first paragraph"
    BODY = "text"


class Barred(StrEnum):
    """Why no link may stand where a phrase stands; FREE where one may."""

    FREE = ""
    TITLE = "it is a title or summary"
    HEADING = "it is a heading"
    QUOTATION = "it is a quotation"
    MARKED = "it is a link, code or the name of a work"
    TABLE = "it is a table’s header"
    IMAGE = "it is a picture’s text"
    APART = "it is a reference"
    NAME = "it is part of a name"


class Use(StrEnum):
    """What the words beside a phrase make of it, where they tell.

    A thing (`the cost`), a deed (`you trust`), or a verb that only helps another (`it threatens to rain`).
    """

    ANY = ""
    NOUN = "noun"
    VERB = "verb"
    HELPING = "helping verb"


class Hit(NamedTuple):
    """Phrase number `phrase` at characters `start` to `end` of a block, or of cell `row`, `column` of a table."""

    phrase: int
    section: int
    block: int
    row: int
    column: int
    start: int
    end: int
    field: Field
    barred: Barred
    use: Use


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the other phases know of a guide.

    `forms` holds (phrase, form, count) for what its text mentions; `vocabulary` holds (key, form most used, count).
    `prints` are for finding near-duplicates: of the guide (block -1) and of its longer paragraphs, by block.
    """

    guide: str
    title: str
    words: int
    sections: tuple[Section, ...]
    hits: tuple[Hit, ...]
    forms: tuple[tuple[int, str, int], ...]
    vocabulary: tuple[tuple[str, str, int], ...]
    prints: tuple[tuple[int, bytes], ...]


class _Piece(NamedTuple):
    """A text of a guide, with what bars links from all of it."""

    text: str
    marks: Sequence[Mark]
    block: int
    row: int
    column: int
    barred: Barred


def mentions(guide: Guide, matcher: Matcher) -> Mentions:
    """Return what a guide says, as far as other guides may want to know."""
    found = sections(guide)
    hits: list[Hit] = []
    forms: Counter[tuple[int, str]] = Counter()
    said: Counter[str] = Counter()
    counted: list[Section] = []
    for section in found:
        total = 0
        opening = _opening(guide, section)
        for piece in _pieces(guide, section):
            words = matcher.words(piece.text)
            field = _field(piece, opening)
            if piece.barred is not Barred.APART:
                said.update(words.raw)
                if field in (Field.BODY, Field.OPENING):
                    total += sum(map(str.isalnum, map(_INITIAL, words.raw)))
            found_here = list(_hits(matcher, piece, words, section, field))
            if field in (Field.BODY, Field.OPENING):
                forms.update((hit.phrase, piece.text[hit.start : hit.end].lower()) for hit in found_here)
            hits.extend(found_here)
        counted.append(replace(section, words=total))
    hits.extend(_outer(hits, counted))
    return Mentions(
        guide=guide.slug,
        title=guide.title,
        words=sum(section.words for section in counted),
        sections=tuple(counted),
        hits=tuple(hits),
        forms=tuple((phrase, form, count) for (phrase, form), count in sorted(forms.items())),
        vocabulary=_vocabulary(said, matcher.keys),
        prints=duplicates.prints(guide, counted),
    )


def _opening(guide: Guide, section: Section) -> int:
    """Return the block of a section's first paragraph."""
    for place in range(section.first, section.last):
        if guide.blocks[place].kind is Kind.PARAGRAPH:
            return place
    return section.first


def _pieces(guide: Guide, section: Section) -> Iterator[_Piece]:
    if section.index == 0:
        yield _Piece(guide.title, (), TITLE, -1, -1, Barred.TITLE)
        for text in (guide.front.summary, *guide.front.key_points):
            yield _Piece(text, (), SUMMARY, -1, -1, Barred.TITLE)
    for place in range(section.first, section.last):
        block = guide.blocks[place]
        barred = _barred(block, section)
        if block.kind is Kind.CODE:
            continue
        if block.text:
            yield _Piece(block.text, block.marks, place, -1, -1, barred)
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                why = barred or (Barred.TABLE if row == 0 else Barred.FREE)
                yield _Piece(cell.text, cell.marks, place, row, column, why)


# `Author, A., & Other, B. (2012). Title.`: an entry of a list of references, wherever it stands.
_ENTRY = re.compile(r"[^()]{0,200},[^()]{0,200}\((?:(?:19|20)\d\d[a-z]?|n\. ?d\.)\)\. ")


def _barred(block: Block, section: Section) -> Barred:
    if section.apart or ("). " in block.text and _ENTRY.match(block.text)):
        return Barred.APART
    if block.quoted or block.kind is Kind.QUOTE:
        return Barred.QUOTATION
    return {Kind.HEADING: Barred.HEADING, Kind.IMAGE: Barred.IMAGE}.get(block.kind, Barred.FREE)


def _field(piece: _Piece, opening: int) -> Field:
    if piece.block == TITLE:
        return Field.TITLE
    if piece.block == SUMMARY:
        return Field.SUMMARY
    if piece.barred is Barred.HEADING:
        return Field.HEADING
    return Field.OPENING if piece.block == opening else Field.BODY


def _hits(matcher: Matcher, piece: _Piece, words: Words, section: Section, field: Field) -> Iterator[Hit]:
    found = matcher.find(piece.text, words)
    if not found or (piece.barred is Barred.APART):
        return
    quotes = quotations(piece.text)
    for number, start, end in found:
        phrase = matcher.phrases[number]
        if phrase.sort is Sort.NOT:
            continue
        first, last = bisect_left(words.starts, start), bisect_left(words.ends, end)
        barred = piece.barred
        if (
            not barred
            and piece.marks
            and any(_bars(each) and each.start < end and start < each.end for each in piece.marks)
        ):
            barred = Barred.MARKED
        if not barred and phrase.sort is Sort.TERM:
            if any(a < end and start < b for a, b in quotes):
                barred = Barred.QUOTATION
            elif _in_name(piece.text, words, first, last):
                barred = Barred.NAME
        use = _use(words, first, last)
        yield Hit(
            number, section.index, piece.block, piece.row, piece.column, start, end, field, barred, use
        )  # fmt: skip


def _bars(mark: Mark) -> bool:
    """Whether no link may stand in a mark; what is emphasised is the name of a work too often."""
    return mark.kind in (MarkKind.LINK, MarkKind.CODE, MarkKind.EMPHASIS, MarkKind.STRUCK)


def _outer(hits: Sequence[Hit], found: Sequence[Section]) -> list[Hit]:
    """Return the mentions in a heading again for each section below it."""
    heads: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.field is Field.HEADING:
            heads.setdefault(hit.section, []).append(hit)
    outer = []
    for section in found:
        if section.major != section.index:
            outer += [
                hit._replace(section=section.index, field=Field.OUTER, barred=Barred.HEADING)
                for hit in heads.get(section.major, ())
            ]
    return outer


def _vocabulary(said: Counter[str], keys: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    """Return the words that a guide says more than once and that say something, the most used first."""
    counts: dict[str, int] = {}
    forms: dict[str, tuple[int, str]] = {}
    for word, count in said.items():
        key = keys[word]
        counts[key] = counts.get(key, 0) + count
        if len(word) > 3 and word[0].isalpha():
            here = (count, word.lower())
            if here > forms.get(key, (0, "")):
                forms[key] = here
    found = [
        (key, form, counts[key])
        for key, (_, form) in forms.items()
        if counts[key] > 1 and form not in texts.STOPWORDS and form.replace("’", "'") not in texts.STOPWORDS
    ]
    found.sort(key=lambda each: (-each[2], each[0]))
    return tuple(found[:VOCABULARY])


# A lone straight quote is a sign for inches more often; the others run to the end when nothing closes them.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|»[^«]*(?:«|$)|‹[^›]*(?:›|$)|\"[^\"]*\"")
_SINGLE = re.compile(r"(?<![^\W_])‘[^‘’]*(?:’(?=[^\W_])[^‘’]*)*’(?![^\W_])")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text between quotation marks; one that is not closed runs to the end."""
    found = [match.span() for match in _QUOTED.finditer(text)]
    return [*found, *(match.span() for match in _SINGLE.finditer(text))] if "‘" in text else found


def _in_name(text: str, words: Words, first: int, last: int) -> bool:
    """Whether words are part of a longer name: themselves with a capital, and with one in the word beside them."""
    raw, starts, ends = words.raw, words.starts, words.ends
    if not raw[last][0].isupper() and not (raw[first][0].isupper() and last == first):
        return raw[first][0].isupper() and first > 0 and _capital(text, words, first - 1, first)
    after = last + 1 < len(raw) and raw[last + 1][0].isupper() and text[ends[last] : starts[last + 1]].isspace()
    return after or (first > 0 and _capital(text, words, first - 1, first))


_LINKING = frozenset("of for and the on in against de la du van von".split())  # noqa: SIM905


def _capital(text: str, words: Words, place: int, following: int) -> bool:
    """Whether the word before has a capital that no sentence gave it, with no sign between; small words are passed."""
    raw, starts, ends = words.raw, words.starts, words.ends
    while place >= 0 and raw[place] in _LINKING and text[ends[place] : starts[following]].isspace():
        place, following = place - 1, place
    if place < 0 or not text[ends[place] : starts[following]].isspace() or not raw[place][0].isupper():
        return False
    return place > 0 and raw[place - 1] not in _STOPS and raw[place] != "I"


_STOPS = frozenset('.!?:…“"')
_BEFORE_NOUNS = """
    a an the this that these those my your our his her their its no any some more less much enough every each of about
    without after before for from with into in by against own old new real lost low high small big same
"""
_NOUN_BEFORE = frozenset(_BEFORE_NOUNS.split())
_BEFORE_VERBS = """
    i you we they he she it who to will would can could may might must should shall do does did don't don’t doesn't
    doesn’t didn't didn’t won't won’t can't can’t cannot couldn't couldn’t wouldn't wouldn’t not never always let
    let's let’s
"""
_VERB_BEFORE = frozenset(_BEFORE_VERBS.split())


_AFTER_VERBS = frozenset("me us him them".split())  # noqa: SIM905
# No verb ends so, or hardly one.
_NOUNS = ("ments", "nesses", "ities", "ances", "ences", "ships", "isms")
# What begins an object; what a sentence begins after.
_OBJECTS = frozenset("a an the your my our his her their this two three four five ten".split())  # noqa: SIM905
_BEGIN = frozenset(["", *".!?…“"])
_AFTER_FORMS = frozenset("nothing everything anything somebody someone".split())  # noqa: SIM905


def _use(words: Words, first: int, last: int) -> Use:
    before = words.raw[first - 1].lower() if first else ""
    if before in _NOUN_BEFORE:
        return Use.NOUN
    after = words.raw[last + 1].lower() if last + 1 < len(words.raw) else ""
    said = words.raw[last].lower()
    if after == "to":
        return Use.HELPING
    # What `you`, `will` or `always` makes a verb has no `-ing`: `is it cheating`, `she was always controlling`.
    if (before in _VERB_BEFORE and not said.endswith("ing")) or after in _AFTER_VERBS:
        return Use.VERB
    if (
        after in _OBJECTS
        and not said.endswith(_NOUNS)
        and (said.endswith("s") and not said.endswith("ss") if before not in _BEGIN else True)
    ):
        return Use.VERB  # `it costs two friendships`; `Trust your midwife`
    if after in _AFTER_FORMS and said.endswith("s") and not said.endswith("ss"):
        return Use.VERB
    return Use.ANY
