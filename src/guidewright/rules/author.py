"""Who wrote it: bylines and dates at the head (lifted), biographies at the foot (removed)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.dates import iso_day, iso_month
from guidewright.find import (
    DATE,
    MONTH,
    bare,
    blanks,
    dated,
    either,
    leave_uncounted,
    lines_matching,
    once,
    patterns,
    searching,
    solid,
)
from guidewright.model import Fate, Rule, Span, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.model import Line, Page

    _Lifts = tuple[tuple[str, str], ...]

_NAME = r"[^\W\d_a-z][\w.’'-]*(?:\s+(?:(?:de|van|von|der|la|bin|al)\s+)?[^\W\d_a-z][\w.’'-]*){0,4}"
_TITLES = r"(?:,?\s*(?:[A-Z][A-Za-z]{0,3}\.?){1,4}(?:-[A-Z]{1,4})?)*"
_MINUTES = r"(?:\s*[|·•,–—-]\s*\d{1,3}[- ]?min(?:ute)?s?(?: read)?)?"
_BYLINE = re.compile(
    r"(?:(?:(?i:(?:written|(?:posted|published)(?: on)?|reviewed|edited|medically reviewed|story|words|article|text|a guest post)\s+))?"
    r"(?i:by):?|(?i:text|interview|author|writer|reporter|words|story):)"
    rf"\s+(?P<name>{_NAME}(?:(?:,|\s+and|\s+&)\s+{_NAME})?{_TITLES}|(?i:(?:our )?(?:staff|news|web) (?:reporters?|writers?|editors?|desk|team))\b)"
    rf"(?:\s*(?:[|·•,–—-]|\bon\b)\s*(?P<date>[^|]{{4,40}}))?{_MINUTES}(?i:\s+\d{{1,4}} comments?)?(?:\s*\|[^.!?]{{0,80}})?",
)
_DATELINE = re.compile(
    r"(?:(?:originally\s+)?(?:first\s+)?(?:published|posted|updated|last\s+updated|last\s+modified|date|modified)"
    r"(?:\s+on)?:?\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?P<date>{DATE})(?:,?\s+(?:at\s+)?\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?)?"
    rf"{_MINUTES}",
    re.IGNORECASE,
)
# "Posted on May 6, 2023 by Ada Sample".
_DATED_BY = re.compile(
    rf"(?i:(?:(?:originally |first |last )?(?:published|posted|updated|written)(?: on)?:?\s+)?(?P<date>{DATE}),?\s*[|·•–—-]?\s*by)"
    rf"\s+(?P<name>{_NAME}{_TITLES}){_MINUTES}"
)
# A name of two words or more and a date, and nothing else.
_SIGNED = re.compile(rf"(?P<name>(?:(?!{MONTH}\b){words.NAMES}))\s*[|·•,–—-]\s*(?P<date>{DATE})", re.IGNORECASE)
# Whom a stamp names beside the date: an editor, or a user.
_STAMPED = re.compile(
    r"(?:filed|submitted) by (?P<name>[^\W\d_][\w.’' -]{1,40})|editor|admin|webmaster|staff|(?P<user>[\w.-]{2,30}) (?:wrote|posted)",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 120
# What somebody is, behind the name: ", Co-Founder of Springford Clocks".
_ROLE = re.compile(
    r",\s+(?:[^\W\d][\w-]*\s+){0,3}?(?:co-?)?(?:editor|writer|author|founder|reporter|correspondent|columnist|contributor|journalist|blogger|owner"
    r"|director|president|chair(?:man|woman|person)?|head|manager|consultant|professor|researcher|psychologist|psychotherapist|therapist|counsell?or"
    r"|coach|physician|doctor|nurse|dietitian|nutritionist|lawyer|attorney|teacher|redakteur(?:in)?|psycholog(?:e|in)|journalist(?:e|in|a)"
    r"|psychologue|psicólog[oa]|psychoterapeutk?a?|ceo|cto|cfo)\b[^|·•,]*(?=$|\s[|·•])",
    re.IGNORECASE,
)
# "Medically reviewed by" is the longest of what stands before a name.
_BY = 24
# A byline and a date stand on so many lines at the head. A line of so many blanks is prose.
_HEAD, _PROSE = 10, 12
# They stand on so many lines above the first paragraph, too, where a page's menus are above them.
_ABOVE, _PARAGRAPH, _STOPS = 8, 15, (".", "!", "?", "…", "”", '"')
# What stands before a date; and how many lines are a page's foot.
_LABELLED = re.compile(
    r"[^\d:]{3,30}:\s*|(?:[^\W\d]+\s+){1,3}(?:am|le|el|dnia|on)\s+|(?:last )?(?:updated|changed|modified|stand)\s+",
    re.IGNORECASE,
)
_LAST = 14
# What dates an article has so many characters at most.
_DATE_LINE = 80
_DIGIT = re.compile(r"\d")
# More dates than this, with nothing else in so many characters, are those of a diary.
_DATES, _DATE_ALONE = 2, 30
# What a biography says of its subject. Two kinds, or one and the author's name, make one.
_CREDENTIAL = patterns(
    r"\bis (?:a|an|the)\b.{0,80}?\b(?:licensed|certified|registered|chartered|accredited|clinical|marriage|family|"
    r"psycho\w+|counsell?or|therapist|coach|writer|author|editor|journalist|founder|director|professor|blogger|social worker)\b",
    r"\bin private practice\b",
    r"\b(?:founder|owner|director|author) of\b",
    r"\bthis (?:post|article|piece|blog(?: post)?) (?:is|was) (?:written|contributed|authored) by\b",
    r"\b(?:LMFT|LCSW|LPC|MFTC|PhD|PsyD|MBACP|UKCP)\b",
)
_LIFE = patterns(
    r"\b(?:lives|resides|grew up|was born|holds|studied|trained|graduated|specialis\w+|specializ\w+|works with|helps|enjoys|hikes)\b",
    r"\b(?:he|she|they) (?:is|are) passionate\b",
    r"\bhas (?:written|worked|helped|been)\b",
    r"\b(?:her|his|their) clients\b",
    r"\bin (?:his|her|their) (?:free|spare) time\b",
    r"\bwhen (?:he|she|they) (?:is|are) not\b",
)
_MORE = patterns(
    r"\bfor more (?:information|about)\b",
    r"\b(?:to learn|find out) more about\b",
    r"\blearn more (?:about|at)\b",
    r"\bvisit (?:his|her|their)\b",
    r"\bclick here\b",
    r"\bfollow (?:him|her|them)\b",
    r"\bconnect with\b",
)
_NAME_ALONE = re.compile(rf"{_NAME}{_TITLES}")
# "Ada Sample is a reporter who ...": a name and what its bearer is by trade, before anything else.
_TRADE = re.compile(
    r"[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w.’'-]*){0,3},?\s+is\s+(?:(?:an?|the|our|one of)\s|[A-Z]|currently\s)[^.;:]{0,60}?"
    r"\b(?i:reporter|correspondent|columnist|(?:copy|content )?writer|author|editor|journalist|blogger|freelancer|founder|director|professor"
    r"|researcher|consultant|strategist|analyst|engineer|developer|specialist|manager|executive|officer|contributor|attorney|lawyer"
    r"|psychologist|therapist|counsell?or|coach|dietitian|nutritionist|nurse|physician|photographer|teacher|student|member of (?:the|our))\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|you|your|my|our)\b")
# What is told of somebody under a heading that says so.
_LIVES = re.compile(
    r"\W*(?:\S+ ){1,6}?(?:is|writes|lives|works|teaches|has (?:been|written|worked|published|taught|spent)|ist|schreibt|lebt"
    r"|arbeitet|est|écrit|vit|travaille|es|escribe|vive|trabaja|jest|pisze|mieszka|pracuje)\b"
)
_SPEAKS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Ww]ir|[Ii]ch|[Nn]ous|[Jj]e)\b")
_LONGEST_LIFE, _NAME_LONGEST = 900, 60
# An article's head has no more paragraphs than this: its lead, and that in a box.
_LEADS = 2
# Biographies stand among the last lines of what is left of a page.
_FOOT = 8
_announced = words.saying("author-bio", longest=700, last=_FOOT)


@once
def _head(page: Page) -> list[tuple[Line, str]]:
    """Return the lines at the head, each with what it says without a bullet: the page's first, and the article's."""
    lines = solid(page)
    begins = next((at for at, number in enumerate(blanks(page)) if number >= _PARAGRAPH and _is_told(lines[at])), 0)
    return [(line, bare(line)) for line in (*lines[:_HEAD], *lines[max(_HEAD, begins - _ABOVE) : begins])]


def _is_told(line: Line) -> bool:
    """Whether a long line is the article's, and no headline or notice above it."""
    text = line.says.rstrip()
    return text.endswith(_STOPS) and "cookie" not in text


def _bylines(page: Page) -> Iterator[Span]:
    spoken = [byline for byline, _ in _of_languages(page)]
    yield from _together(page, [(line, lifts) for line, text in _head(page) if (lifts := _byline(text, spoken))])


def _byline(text: str, spoken: Sequence[re.Pattern[str]]) -> _Lifts | None:
    """Return what a line that names the author has to lift."""
    text = _ROLE.sub("", text) if "," in text and len(text) <= _LONGEST_BYLINE else text
    if len(text) > _LONGEST_BYLINE or text.endswith((".", "!", "?", ":")):
        return None
    found = _first_match((_BYLINE, _DATED_BY, *((_SIGNED,) if text[-1:].isdecimal() else ()), *spoken), text)
    date = found["date"] if found else ""
    if not found and "by " in text[:_BY].lower() and (stamp := dated(text)):
        date, rest = stamp  # "By Ada Sample Updated 3 May 2014, 9:05"
        found = _BYLINE.fullmatch(rest)
    if not found:
        return None
    named = ("author", found["name"].strip(" ,"))
    day = iso_day(date, day_first=bool(spoken)) if date else ""
    return (named, *_published(day or ""))


def _datelines(page: Page) -> Iterator[Span]:
    spoken = (_DATELINE, *(dateline for _, dateline in _of_languages(page)))
    found = []
    for line, text in _head(page):
        match = _first_match(spoken, text) if len(line.says) <= _DATE_LINE and _DIGIT.search(text) else None
        day = iso_day(match["date"], day_first=len(spoken) > 1) if match else None
        if day is not None:
            found.append((line, _published(day)))
    yield from _together(page, found) if found and not _is_diary(page) else ()


def _last_changed(page: Page) -> Iterator[Span]:
    """Point at lines at the head or the foot that say when the article was changed, be it only the month."""
    found = words.lines_saying(page, "last-changed", _DATE_LINE)
    if not found:
        return
    lines = solid(page)
    places = {line.number for line in (*lines[:_HEAD], *lines[-_LAST:])}
    dates: dict[int, str] = {}
    for line in found:
        said = _LABELLED.sub("", bare(line)).rstrip(" .)")
        day = iso_day(said, day_first=bool(_of_languages(page))) if len(said) <= _DATE_ALONE else None
        date = iso_month(said) if day is None else day
        if line.number in places and date is not None:
            dates[line.number] = date
    leave_uncounted(page, dates)
    for number, date in dates.items():
        yield Span(number, number, lifts=_published(date))


def _published(day: str) -> _Lifts:
    return (("published", day),) if day else ()


def _stamps(page: Page) -> Iterator[Span]:
    """Point at lines near the top that say nothing but when, and maybe by whom, in whatever order."""
    found_all = []
    lines = solid(page)
    head = {line.number for line, _ in _head(page)}
    for at, line in enumerate(lines):
        if line.number not in head:
            continue
        if at > 1 and all(map(_is_prose, (lines[at - 1], *lines[at + 1 : at + 2]))):
            continue  # between paragraphs it says when that happened which they tell
        found = dated(line.says.strip())
        if found and bare(line) == line.says.strip():
            date, rest = found
            day = iso_day(date, day_first=bool(_of_languages(page)))
            by = _STAMPED.fullmatch(rest)
            if day is not None and (by or not rest):
                name = by and (by["name"] or by["user"])
                found_all.append((line, ((("author", name),) if name else ()) + _published(day)))
    alone = sum(len(line.says.strip()) <= _DATE_ALONE for line, _ in found_all)
    yield from _together(page, found_all) if found_all and alone <= _DATES and not _is_diary(page) else ()


@once
def _is_diary(page: Page) -> bool:
    """Whether dates return between paragraphs, each above what happened on that day, or go on from day to day.

    Teasers have headlines between theirs, and the newest first.
    """
    lines, prose = solid(page), [each >= _PROSE for each in blanks(page)]
    between = [line for above, line, below in zip(prose, lines[1:], prose[2:], strict=False) if above and below]
    spoken = (_DATELINE, *(dateline for _, dateline in _of_languages(page)))
    found = [_first_match(spoken, bare(line)) for line in between if len(line.says) <= _DATE_LINE]
    if len({match["date"] for match in found if match}) >= _DATES:
        return True
    alone = [bare(line) for line in lines if len(line.says) <= _DATE_ALONE and _DIGIT.search(line.says)]
    dates = [match["date"] for text in alone if (match := _first_match(spoken, text))]
    days = [day for date in dates if (day := iso_day(date, day_first=len(spoken) > 1))]
    return len(days) > _DATES and all(a < b for a, b in pairwise(days))


def _together(page: Page, found: Sequence[tuple[Line, _Lifts]]) -> Iterator[Span]:
    """Point at the first of the lines, and at the others that no prose is between: what is below is the article's.

    Below so much of the article that it is no lead, they are of a comment.
    """
    numbers = [line.number for line, _ in _head(page) if _is_prose(line)] if found else []
    if found and sum(number < found[0][0].number for number in numbers) > _LEADS:
        return
    above = 0
    for line, lifts in found:
        if above and any(above < number < line.number for number in numbers):
            return
        yield Span(line.number, line.number, lifts=lifts)
        above = line.number


def _is_prose(line: Line) -> bool:
    return line.says.count(" ") >= _PROSE


def _first_match(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    for each in patterns:
        found = each.fullmatch(text)
        if found:
            return found
    return None


def _of_languages(page: Page) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return bylines and datelines in the languages that a page speaks besides English."""
    return _in_languages(words.spoken(page))


@lru_cache(maxsize=64)
def _in_languages(spoken: frozenset[str]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(_in_words(each) for each in words.languages() if each.language in spoken and each.months)


@cache
def _in_words(said: words.Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a language writes bylines and datelines."""
    months, by, dated = (_any_of(each) for each in (said.months, said.by, said.dated))
    date = (
        rf"(?:[^\W\d]{{2,12}}\.?,?\s+)?\d{{1,2}}(?:\.|er|º)?\s+(?:de\s+)?{months}\.?,?\s+(?:del?\s+)?\d{{4}}(?:\s*r\.)?"
        r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}-\d\d-\d\d"
    )
    clock = r"(?:[\s,;|·•–-]+(?:[^\W\d]{1,4}\.?\s+){0,2}\d{1,2}\s?[:.h]\s?\d\d(?:\s*(?:uhr|h|hs))?)?"
    # One word alone after “von” may be any noun; an author has two names.
    byline = rf"{by}\s+(?P<name>{words.NAMES})(?:\s*(?:[|·•,–—-]\s*)?(?:{dated}\s+)?(?P<date>{date}){clock})?"
    dateline = rf"(?:{dated}\s+)?(?P<date>{date}){clock}(?:[\s,;|·•–(-]+{dated}\s+(?:{date}){clock}\)?)?"
    return re.compile(byline, re.IGNORECASE), re.compile(dateline, re.IGNORECASE)


def _any_of(texts: Iterable[str]) -> str:
    """Return an expression for any of the texts, longer ones first."""
    return f"(?:{'|'.join(re.escape(each) for each in sorted(texts, key=len, reverse=True))})"


def _biographies(page: Page) -> Iterator[Span]:
    if len(solid(page)) < 5:
        return
    for line, _ in _biographies_below(page):
        yield Span(line.number, line.number)


def _author_names(page: Page) -> Iterator[Span]:
    """The name alone on the line above a biography."""
    for line, above in _biographies_below(page):
        if above is not None and _names(above, line):
            yield Span(above.number, above.number, lifts=(("author", bare(above)),))


@once
def _biographies_below(page: Page) -> list[tuple[Line, Line | None]]:
    """Return the biographies at the foot, each with the line above it, where the foot has one."""
    foot = solid(page)[-_FOOT:]
    named = [line for line in foot if _may_be_biography(line)]
    signed = _signed(page, named, foot[0].number) if named else ()
    told = [line for line in named if line.number in signed or _TRADE.match(bare(line))]
    found = {line.number for line in told if len(_FIRST_PERSON.findall(line.says)) <= len(bare(line)) / 250}
    return [(line, above) for above, line in zip((None, *foot), foot, strict=False) if line.number in found]


def _about_author(page: Page) -> Iterator[Span]:
    """Point at a heading that announces a biography, with the name and the biography below it.

    Where something else is told below, it is the article's, and so is the heading.
    """
    lines = solid(page)[-_FOOT:]
    found = {span.first for span in _announced(page)}
    for at, line in enumerate(lines if found else ()):
        if line.number not in found:
            continue
        below = lines[at + 1 : at + 3]
        named = below[1:] and len(bare(below[0])) <= _NAME_LONGEST and _NAME_ALONE.fullmatch(bare(below[0])) is not None
        told = below[1] if named else next(iter(below), None)
        if len(line.says) > _NAME_LONGEST or told is None or not _is_told(told):
            yield Span(line.number, line.number)
        elif _is_life(told.says):
            yield Span(line.number, told.number)


def _is_life(text: str) -> bool:
    """Whether a paragraph that is said to be about the author is."""
    return len(text) <= _LONGEST_LIFE and _SPEAKS.search(text) is None and _LIVES.match(text) is not None


def _may_be_biography(line: Line) -> bool:
    """Whether a line is as long as a biography and begins with a name; an item, with a trade, too."""
    text = bare(line)
    if not 60 <= len(text) <= 2500 or _NAME_ALONE.match(text) is None:
        return False
    return text == line.says.strip() or _TRADE.match(text) is not None


def _signed(page: Page, lines: Iterable[Line], first: int) -> set[int]:
    """Return the numbers of the lines, from a number on, that have two signs of a biography or more."""
    # A biography calls its subject by name again and again, as the subject of what it tells.
    named = [line.number for line in lines if (text := bare(line)).count(f" {text.split(maxsplit=1)[0]} ") > 1]
    found = Counter(named)
    found.update(line.number for signs in (_CREDENTIAL, _MORE) for line, _ in searching(page, signs, first))
    # What a life is told with is the commonest, and comes last.
    if 1 in found.values():
        found.update(line.number for line, _ in searching(page, _LIFE, first))
    return {number for number, signs in found.items() if signs > 1}


def _names(above: Line, biography: Line) -> bool:
    """Whether the line above is nothing but the name that the biography begins with."""
    name = bare(above)
    words = name.replace(",", " ").split()
    return (
        len(name) <= 60 and bool(words) and _NAME_ALONE.fullmatch(name) is not None and words[0] in biography.says[:80]
    )


RULES = (
    Rule(
        name="byline",
        because="it names the author",
        find=_bylines,
        fate=Fate.LIFTED,
        example="""
            kept    | A Title
            lifted  | Written By Ada Sample, LCSW, MFTC
            lifted  | by Robin Sample | March 3, 2019
            lifted  | By Ada Sample | May 6, 2023 | 4 min read
            lifted  | Posted on May 6, 2023 by Ada Sample
            lifted  | Posted on by Ada Sample 16 Comments
            lifted  | By Staff reporter Updated 6 Apr 2023, 8:51
            lifted  | Published on 06/05/2023 by Ada Sample
            lifted  | By Ada Sample, Co-Founder of Springford Clocks
            lifted  | By Ada Sample, Staff Writer | May 6, 2023
            lifted  | Interview: Leonie Sample
            lifted  | Jonah Sample, 12 September 2021
            kept    | Springford, 28 August 2017
            kept    | By Monday you will know more.
            kept    | By then it was late
            kept    | One hour a week at the same place is worth more to a couple than any plan.
            kept    | By Robin Sample
        """,
    ),
    Rule(
        name="dateline",
        because="it dates the article",
        find=_datelines,
        fate=Fate.LIFTED,
        example="""
            kept    | A Title
            lifted  | Published on March 3, 2019
            lifted  | Last updated: 14 May 2020
            lifted  | Thursday, November 7, 2013
            lifted  | 14 May 2019 • 4 min read
            kept    | 31 February 2019
            kept    | On March 3, 2019 the law was changed.
        """,
    ),
    Rule(
        name="last-changed",
        because="it says when the article was last changed",
        find=_last_changed,
        fate=Fate.LIFTED,
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            kept    | One hour a week at the same place is worth more to a couple than any plan.
            lifted  | Last updated: May 2020
            lifted  | Last updated: 14 May 2020
            kept    | Last updated: never, as far as I know
            kept    | Updated maps of 2020 helped them.
        """,
    ),
    Rule(
        name="author-bio",
        because="it tells about the author, whom the source box names",
        find=either(_about_author, _biographies),
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            kept    | First you talk, then you listen, and on most days that is the whole of it.
            kept    | A licensed therapist is a person who has trained for years and answers to a board.
            kept    | Nobody lives with a family for years and learns nothing about patience.
            removed | Robin is a licensed family therapist in private practice in Springford. Robin lives there with two cats.
            removed | Ada Sample is a reporter for the Springford Gazette, where schools and the river are hers.
            removed | About the author
            removed | Ada writes about chairs and lives with two cats and a very patient husband in Springford.
            kept    | About the author
            kept    | We do not know who wrote it, and the one who found it in the tin has never said whose hand it was.
            kept    | A reporter is a person who asks twice, and a good one is a person who listens twice.
        """,
    ),
    Rule(
        name="author-name",
        because="it names the author above the biography",
        find=_author_names,
        fate=Fate.LIFTED,
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            kept    | First you talk, then you listen, and on most days that is the whole of it.
            kept    | Robin Hood
            kept    | Robin was a licensed outlaw, they say, and he and I would not have got on.
            lifted  | Robin Sample
            kept    | Robin is a licensed family therapist in private practice in Springford. Robin lives there with two cats.
        """,
    ),
    Rule(
        name="reading-time",
        because="the site shows its own reading time",
        find=either(
            words.saying("reading-time"),
            lines_matching(
                r"(?:reading time:?\s*)?(?:about |approx\.? )?\d{1,3}[- ]?min(?:ute)?s?(?: read| reading time)?\.?",
                longest=40,
            ),
        ),
        example="""
            removed | 4 min read
            removed | Reading time: 7 minutes
            kept    | Wait 20 minutes, then read it again.
        """,
    ),
    Rule(
        name="author-contact",
        because="it says how the author is to be reached",
        find=words.saying("author-contact", longest=500, last=_FOOT),
        stage=Stage.LEFT,
        example="""
            removed | Reporter Kim Weller covers the river for the Gazette. Reach her at kim@gazette.example.
            kept    | Reach her at night, when nobody else does.
        """,
    ),
    Rule(
        name="stamp",
        because="it says when the article was published",
        find=_stamps,
        fate=Fate.LIFTED,
        stage=Stage.LEFT,
        example="""
            kept    | A Title
            lifted  | 14 November 2013 Last updated at 00:17
            lifted  | May 24, 2017 / 12:51 PM / a day ago
            lifted  | September 15, 2013 -- Updated 0110 GMT (0910 HKT)
            lifted  | Wednesday 7 June 2017 · filed by The Editor
            lifted  | Tue, 2009-03-10 09:15 — Editor
            kept    | Springford, 28 August 2017
            kept    | Monday, 5 May
            kept    | On March 3, 2019 he left.
        """,
    ),
)
