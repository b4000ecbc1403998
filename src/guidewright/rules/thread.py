"""Comment threads. A thread is a state, not a property of a line: name, date, body, and again, to the end of the page.

Two things give it away: *stamps* (lines that say who wrote when) that return in one form, and *cues* ("12 Comments",
"Leave a Reply"). Stamps alone suffice; a cue needs what follows it to look like a thread or its furniture.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright.find import MONTH, bare, lines_matching, solid
from guidewright.model import Rule, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.model import Line, Page

_MONTH = rf"{MONTH}\.?"
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|{_MONTH}\s+\d{{1,2}})"
)
_TIME = r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?\s?m\b\.?)?+(?:\s+(?:utc|gmt|[ecmp][sd]?t)\b)?+"
_AGO = (
    r"(?:about |over |almost |nearly )?(?:an?|one|\d+)\s+(?:second|sec|minute|min|hour|day|week|month|year)s?\s+ago"
    r"|yesterday|just now|\d{1,2}\s?(?:yr?s?|mos?|w|d|h|m)\b"
)
_WHEN = rf"(?:{_DAY}(?:[\s,|·•–—-]*(?:at|@|um|à)?\s*{_TIME})?|{_TIME}[\s,]*(?:on\s+)?{_DAY}|{_AGO})"
_TRAIL = (
    r"(?:[\s|·•#.,:()–—-]*(?:reply|permalink|link|report|edited|like|flag|share|said\.{0,3}|\d{1,5}))*[\s.,:|)·•-]*"
)
_WHO = r"[^\s:|·•][^:|·•\n]{0,45}?"
_PERSON = r"(?!(?:by|at|in|on|and|the)\b)(?-i:['’]?[A-Za-z])[\w.'’-]{0,24}(?:\s[\w.'’-]{1,24}){0,3}"
# The forms of a stamp, most telling first. A form's place in the list is its signature.
_STAMPS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        (
            rf"{_WHO}\s+(?:says|said|writes(?=[\s:]*(?:on\b|at\b|\d|:))|wrote|added|commented|replied|responded|schreibt|sagt|a dit|dice|napisał\(?a?\)?)"
            rf"(?:\s+(?:on|at|this on))?(?:[\s,:…]*{_WHEN})?\s*(?:\.\.\.|…|:)?{_TRAIL}"
        ),
        rf"(?:on\s+)?{_DAY}[\s,|·•–—-]*(?:at|@)?\s*{_TIME}[\s,|·•–—-]+(?:\d+\s+)?{_WHO}\s*(?:said|wrote|says|writes)?{_TRAIL}",
        rf"(?:posted\s+|comment\s+)?by:?\s+{_WHO}\s*(?:\s(?:on|at)|[|·•,–—-])\s*{_WHEN}{_TRAIL}",
        rf"(?:posted|submitted|commented)\s*:?\s*(?:on\s+)?{_WHEN}{_TRAIL}",
        rf"(?:on\s+)?{_DAY}[\s,|·•–—-]*(?:at|@)?\s*{_TIME}{_TRAIL}",
        rf"{_AGO}(?:\s*\(\s*{_TIME}\s*\))?{_TRAIL}",
        rf"{_WHO}\s*(?:[|·•,–—(-]|\s(?:on|at)\s)?\s*{_DAY}[\s,|·•–—-]*(?:at|@)?\s*{_TIME}{_TRAIL}",
        rf"{_WHO}\s*(?:[|·•,–—(-]\s*{_AGO}|\s{_AGO}\s*\(\s*{_TIME}\s*\)){_TRAIL}",
        rf"(?:{_DAY}\s+{_PERSON}|(?:\d+[.)]\s+)?{_PERSON}\s*[|·•–—-]\s*{_DAY}){_TRAIL}",
        rf"{_DAY}{_TRAIL}",
    )
)
_DATE_ONLY = len(_STAMPS) - 1
_NO_TIME = len(_STAMPS) - 2
_HAS_DIGIT_OR_SAYS = re.compile(
    r"\d|say|said|wr[io]t|comment|repl|respond|schreibt|sagt|dice|dit|napisa|yesterday|ago|now"
)
_CUE = re.compile(
    r"(?:(?:there (?:are|is) )?(?:\d[\d,.]*|no|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:\w+\s+)?(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?)(?:\s+(?:so far|(?:to|on|for|about)\b.{0,150}))?"
    r"|(?:reader |user |readers['’]? |your |view (?:all )?|show |recent )?comments(?:\s*\(\d+\)|\s+\d+|\s+\(?closed\)?)?(?:\s+(?:on|to)\s.{0,150})?:?"
    r"|(?:leave|post|add|write|submit|make)\s+(?:a|your|the first)\s+(?:comment|reply|response|thought)s?\b.{0,40}"
    r"|(?:responses|replies|reactions|discussion|trackbacks|comments and reviews)(?:\s*\(\d+\)|\s+to\s.{0,150})?:?"
    r"|join the (?:conversation|discussion).{0,20}|what others say"
    r"|kommentare?(?:\s*\(\d+\))?|\d+ kommentare?.{0,100}|commentaires?(?:\s*\(\d+\))?|\d+ commentaires?.{0,100}"
    r"|comentarios?(?:\s*\(\d+\))?|\d+ comentarios?.{0,100}|komentarze(?:\s*\(\d+\))?|\d+ komentarz\w*.{0,100})",
    re.IGNORECASE,
)
_FURNITURE = (
    r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response|thought)s?(?: below| here| now)?[.:!]?",
    r"(?:no|0|\d{1,4}) (?:comments?|replies|responses)(?: yet)?[.:!]?",
    r"(?:no comments yet|be the first to comment|comments are closed|commenting is closed|comments closed)\b.{0,60}",
    r"(?:by|before) (?:commenting|posting|submitting)\b.{0,60}\byou (?:acknowledge|accept|agree|consent|confirm)\b.{0,160}",
    r"(?:\*\s?)?(?:indicates|denotes|marks)\b.{0,20}\brequired\b.{0,30}|(?:all )?required fields are marked.{0,20}",
    r"your e-?mail(?: address)? will (?:not|never) be (?:published|shared|shown).{0,120}",
    r"save my name,? .{0,120}|notify me (?:of|when|by) .{0,120}|remember (?:my )?(?:personal )?info\??",
    r"you (?:must|need to|have to) (?:be )?(?:log|sign|register).{0,40}to (?:post|leave|add|write|comment|reply).{0,40}",
    r"(?:log|sign) in (?:or (?:register|sign up) )?to (?:post|leave|add|write|comment|reply).{0,40}",
    r"to (?:view|leave|post|add|write)(?: or add)? (?:a )?comment,? (?:please )?(?:sign|log) in.{0,20}",
    r"(?:click here to )?cancel reply|reply to (?:this )?(?:comment|post)|load more comments|view all comments|show more comments",
    r"(?:newest|oldest|sort by)(?: (?:newest|oldest|first|most voted|best|comments))*|inline feedbacks|subscribe to comments",
    r"older comments|newer comments|(?:«|←)? ?older comments|newer comments ?(?:»|→)?|powered by disqus|blog comments powered by .{0,20}",
)
# A thread's first comment is looked for below this many words of article: a head can hold "3 comments", too.
_ARTICLE_WORDS = 40
# No article is shorter than this: stamps above it date the article, not its comments.
_LEAST_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Stamp:
    at: int  # index among the solid lines
    form: int


def _stamps(lines: Sequence[Line]) -> list[_Stamp]:
    found = []
    for at, line in enumerate(lines):
        if len(line.says) > 140 or line.where.cell is not None or not _HAS_DIGIT_OR_SAYS.search(line.says.lower()):
            continue
        text = bare(line)
        form = next((form for form, each in enumerate(_STAMPS) if each.fullmatch(text)), None)
        if form is not None and not (form == 0 and len(text.split()) > 12):
            found.append(_Stamp(at, form))
    return found


def _is_name(line: Line) -> bool:
    text = bare(line)
    return (
        0 < len(text) <= 45
        and len(text.split()) <= 6
        and not text.endswith((".", "!", "?", ":", ",", ";"))
        and any(c.isalpha() for c in text)
    )


def _words(lines: Sequence[Line]) -> int:
    return sum(line.says.count(" ") + 1 for line in lines if len(line.says) > 40)


def _thread_stamps(lines: Sequence[Line]) -> list[_Stamp]:
    """Return the stamps that make a thread: the form that returns most, from its first comment on."""
    found = list(_stamps(lines))
    if not found:
        return []
    counts: dict[int, int] = {}
    for stamp in found:
        counts[stamp.form] = counts.get(stamp.form, 0) + 1
    form = max(counts, key=lambda each: (counts[each], -each))
    if counts[form] < 2 and not (form < _DATE_ONLY and _named(lines, found[-1])):
        return []
    if form == _DATE_ONLY and not _all_named(lines, [s for s in found if s.form == form]):
        return []  # a chronicle has dates alone on their lines, too
    if form == _NO_TIME and not _told(lines, [s for s in found if s.form == form]):
        return []
    same = [stamp for stamp in found if stamp.form == form]
    first = 0
    if len(same) > 2 and same[0].at < 8 and _words(lines[same[0].at : same[1].at]) > 120:
        gaps = sorted(_words(lines[a.at : b.at]) for a, b in itertools.pairwise(same))
        if _words(lines[same[0].at : same[1].at]) > 2 * gaps[len(gaps) // 2]:
            first = 1  # the article's own date, in the form of the comments'
    return same[first:]


def _said(lines: Sequence[Line]) -> int:
    """Count the words of running text: of lines too long to be a title, a name or a date."""
    return sum(count for count in (line.says.count(" ") + 1 for line in lines) if count >= 8)


def _named(lines: Sequence[Line], stamp: _Stamp) -> bool:
    """Whether a lone stamp has what a comment's has: a bullet and a name on the line above it."""
    above = lines[stamp.at - 1] if stamp.at else None
    return above is not None and _is_name(above) and bare(above) != above.says.strip()


def _all_named(lines: Sequence[Line], stamps: Sequence[_Stamp]) -> bool:
    return _told(lines, stamps) and all(stamp.at and _is_name(lines[stamp.at - 1]) for stamp in stamps)


def _told(lines: Sequence[Line], stamps: Sequence[_Stamp]) -> bool:
    """Whether there are three stamps or more, with running text between most of them and well below the title."""
    told = sum(_said(lines[a.at + 1 : b.at]) > 0 for a, b in itertools.pairwise(stamps))
    return len(stamps) >= 3 and 2 * told >= len(stamps) and _said(lines[: stamps[0].at]) >= _ARTICLE_WORDS


def _begin(lines: Sequence[Line], stamps: Sequence[_Stamp]) -> int:
    """Return the index of the thread's first line: the first comment's, or its cue's."""
    first = stamps[0]
    at = first.at
    last_said = _words(lines[stamps[-1].at + 1 : stamps[-1].at + 8])
    closes = first.form in {2, 3, 4} and last_said == 0 and len(stamps) > 1 and not _is_name(lines[at - 1])
    if closes:  # stamps stand below their comments: go up to the cue, else over one paragraph
        for up in range(at - 1, max(-1, at - 30), -1):
            if _CUE.fullmatch(bare(lines[up])) and len(bare(lines[up])) < 60:
                return up
        return max(1, at - 1)
    if at and first.form in {3, 4, 5, _DATE_ONLY} and _is_name(lines[at - 1]):
        at -= 1
    while at and _is_head(lines[at - 1]):
        at -= 1
    return at


def _is_head(line: Line) -> bool:
    text = bare(line)
    return bool(_CUE.fullmatch(text)) or _PATTERN.fullmatch(text) is not None


def _threads(page: Page) -> Iterator[Span]:
    lines = solid(page)
    stamps = _thread_stamps(lines)
    begin = _begin(lines, stamps) if stamps else None
    cue = _cue(lines, stamps)
    if cue is not None and (begin is None or cue < begin):
        begin = cue
    if begin is None or begin >= len(lines) or _said(lines[:begin]) < _LEAST_WORDS:
        return
    yield Span(lines[begin].number, page.lines[-1].number)


def _cue(lines: Sequence[Line], stamps: Sequence[_Stamp]) -> int | None:
    """Return the first line that announces comments and is followed by them, or by nothing but their furniture."""
    sizes = [line.says.count(" ") + 1 if len(line.says) > 40 else 0 for line in lines]
    before, everything = 0, sum(sizes)
    furniture = next((at for at in range(len(lines) - 1, -1, -1) if _PATTERN.fullmatch(bare(lines[at]))), -1)
    names = sum(map(_is_name, lines))
    stamped_at = {stamp.at for stamp in stamps}
    for at, line in enumerate(lines):
        names -= _is_name(line)
        if before >= _ARTICLE_WORDS and len(line.says) <= 200 and _CUE.fullmatch(bare(line)):
            after = everything - before - sizes[at]
            rest = len(lines) - at - 1
            stamped = any(near in stamped_at for near in range(at + 1, at + 13))
            named = names > 2 and names * 12 > rest and any(map(_is_name, lines[at + 1 : at + 4]))
            if stamped or named or (furniture > at and after > 0) or (rest and after <= before):
                return at
        before += sizes[at]
    return None


_PATTERN = re.compile("|".join(f"(?:{each})" for each in _FURNITURE), re.IGNORECASE)

RULES = (
    Rule(
        name="comment-thread",
        because="it is part of the comments below the article",
        find=_threads,
        example="""
            kept    | When Talking Fails
            kept    | We spoke on May 3rd, 2014 at 9:05 AM and again a week later, and it went better.
            kept    | Most couples who talk at a set hour say that the week gets easier, and that the hour stays short.
            removed |   • Maribeth
            removed |
            removed |     May 3rd, 2014 at 9:05 AM
            removed |
            removed |     This was us last year. It got better.
            removed |
            removed |   • Old Tom
            removed |
            removed |     May 4th, 2014 at 11:40 PM
            removed |
        """,
    ),
    Rule(
        name="comment-form",
        because="it belongs to the form for comments",
        find=lines_matching(*_FURNITURE),
        example="""
            removed | Leave a Comment
            removed | No Comments
            removed | * Indicates required field.
            removed | By commenting you accept the Terms of Springford.example.
            removed | Your email address will not be published. Required fields are marked *
            kept    | Leave a comment in the shared diary when you feel heard.
            kept    | By commenting on every small slip you wear each other out.
        """,
    ),
)
