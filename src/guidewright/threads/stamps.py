"""Stamps: the lines that say who wrote a comment, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from guidewright.find import bare, lines_of, once, patterns, solid
from guidewright.threads.buttons import BEGINS_AS_BUTTON, BUTTONS, is_reply
from guidewright.threads.languages import AGO_WITHOUT_DIGITS, AGO_WORDS, MONTHS, SAY, SAY_WORDS, SPOKEN
from guidewright.threads.names import is_person
from guidewright.threads.systems import BUTTON, LIKED, REPLY
from guidewright.threads.times import AGO, DAY, EDITED, HAS_DIGIT, TIME, UNIT, WHEN, may_be_dated
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidewright.model import Page

# Whose article it is and since when: a comment is posted, and nobody publishes it.
_BYLINE = re.compile(
    r"by\b.{2,60}(?:published|last updated|updated)\b|(?:last |zuletzt |laatst )?(?:updated|aktualisiert|bijgewerkt)\b"
    r"|(?:dernière )?mise? à jour\b|(?:última )?actualiza(?:ción|do)\b|(?:ultimo )?aggiorna(?:mento|to)\b|(?:ostatnia )?aktualizacja\b"
    # A question and its answers are the article, and what is said of them below each.
    r"|(?:asked|answered|viewed)\s+(?:on\s)?(?:an?\s|\d|[a-z]{3,9}\.? \d)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    rf"(?P<who>[^:|·•]{{1,60}}?),?\s+(?:(?:a|hat|ha)\s+)?{SAY}(?:\s+(?:on|at|this on|am|le|el|dnia|il|op))?\s*(?P<dots>\.\.\.|…|:)?[\s,]*",
    re.IGNORECASE,
)
# What "Ada says:" ends with; where neither colon nor dots follow, with the most of one of these words.
_SAYING = frozenset((*SAY_WORDS, "on", "at", "am", "le", "el", "dnia", "il", "op"))
_SIGNS = " .:…,\t\u00a0\u202f"
_SPOKEN_ENDS = tuple(sorted(end for word in SPOKEN for end in (word[1:], word[1:].upper())))
_LONG_AGO = re.compile(rf"\b(?:{'|'.join(sorted(AGO_WORDS))})\b", re.IGNORECASE)
_words_of = finder(re.compile(r"[^\W\d_]+"))
_BY = re.compile(
    r"(?:(?:re:.{0,60}\s)?(?:posted|submitted|written|comment(?:ed)?|post|left|von|par|por|przez)?\s*\b(?:by|von|par|por|przez)\b:?"
    r"|(?:geplaatst|geschreven|ingediend|gepost|reactie) door:?|(?:scritto|inviato|postato|pubblicato|commento) da:?|(?:door|da)(?=\s[^»]{1,60}»)"
    r"|from:?)\s+(?P<who>[^:|]{1,60}?)"
    r"(?:\s»\s[^\W\d_]{2,4}\.?,?)?[\s|·•,»–—-]*(?:\s(?:on|at|am|le|el|dnia|il|op))?\s*",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|submitted|commented|verfasst|gepostet|geschrieben|posté|publié|publicado|enviado|dodano|opublikowano|inviato|scritto|pubblicato|geplaatst"
    r"|reviewed in .{2,40}|rezension aus .{2,40} vom|commenté en .{2,40}|reseñado en .{2,40}|opinia z .{2,40})\s*:?\s*(?:on\s+|am\s+|le\s+|el\s+|il\s+|op\s+)?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^(?:#?\d+[.)]?\s+|(?:user )?avatar (?:\w+ )?(?:of|for|von|de|di|van)\s+|[+-]\d+ # |#\d+\s|\[[–—-]\]\s*|~)|\s+-?\d+ (?:points?|pts?)$"
    r"|\s+op$|[\s/]+(?:on|am|le|el|dnia|il|//)$|\s+\((?:not verified|(?:subscriber|guest),? #?\d+|#?\d{2,})\)$|\s+(?:replied|replying|in reply|responded) to\b.*$"
    r"|(?: post ?|(?<=[a-zà-ÿ).])(?-i:(?=A)))(?:author|autor(?:in)?)$",
    re.IGNORECASE,
)
# "2.", "#2", where the comments are numbered; and no day: "3. Mai".
_NUMBERED = re.compile(
    rf"(?:#\d{{1,5}}(?:\.\d{{1,3}}){{0,3}}[.:]?|\d{{1,5}}[.)])\s+(?:[–—|-]\s+)?(?!{MONTHS}\b)", re.IGNORECASE
)
# "At 9:05 AM, Ada said...": Blogger's, which has no day.
_AT_SAID = re.compile(rf"at (?P<when>{TIME}),? (?P<who>[^:|·•]{{1,60}}?) said(?:\.\.\.|…|:)", re.IGNORECASE)
# "... (Sat) by oldtom (subscriber, #1234) [Link] (1 response)", "..., par Ada": the name behind the time.
_THEN_BY = re.compile(
    r"\s*(?:\(\w{3}\))?\s*(?:by|von|par|por|przez|di|da|door):?\s+(?P<who>[^\[\]|]{1,60}?)\s*(?:\[link\].{0,40})?",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\d, (?:by|von|par|por|przez|di|da|door) ", re.IGNORECASE)
_ON = re.compile(r"(?:on|at|le|el|am|dnia|il|op)\s+|[\s|·•,–—-]+", re.IGNORECASE)
_TRAIL = re.compile(
    rf"(?:[\s|·•#.,:;()\[\]{{}}–—−›»&+~-]*+(?:{BUTTON}\b|said|says|\d{{1,8}}|(?:points?|pts?|votes?|favou?rites?|likes?|repl(?:y|ies)|responses?|child(?:ren)?|utc|sun|mon|tue|wed|thu|fri|sat)\b|"
    rf"{DAY}|{TIME}|{AGO}))*+[\s|·•#.,:;()\[\]–—−›»&+~-]*",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"(?P<buttons>.*[\s·|•,.]+)(?P<when>\d{{1,2}}\s?{UNIT}){EDITED}", re.IGNORECASE)
_HAS_REPLY = patterns(rf"(?s:.*)(?:{'|'.join(sorted(REPLY | LIKED))})(?s:.*)")
LONGEST_COMMENT_STAMP, _LONGEST_BUTTON = 140, 59


class Form(IntEnum):
    """What a stamp looks like, the most telling first."""

    SAYS = 0
    AFTER = 1
    BY = 2
    POSTED = 3
    TIME = 4
    AGO = 5
    WHO_TIME = 6
    WHO_AGO = 7
    WHO_DAY = 8
    DAY = 9
    BUTTON = 10


_TIMES_ALONE = frozenset((Form.TIME, Form.AGO, Form.DAY))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that says who wrote a comment and when. `at` is its place among the solid lines; texts may be empty.

    `last` is the place of its last line: "Ada says:" and the time below it are one stamp.
    """

    at: int
    form: Form
    who: str = ""
    when: str = ""
    last: int = -1


def stamp_of(text: str) -> tuple[Form, str, str] | None:
    """Return (form, who, when) of a line that is a comment's stamp and nothing else; None for any other line.

    >>> stamp_of("Ada says on May 3, 2014 at 9:05 am")
    (<Form.SAYS: 0>, 'Ada', 'May 3, 2014 at 9:05 am')
    """
    numbered = _NUMBERED.match(text)
    if numbered:
        text = text[numbered.end() :]
    if _BYLINE.match(text.lstrip("| ")):
        return None
    counted = HAS_DIGIT.search(text) is not None
    since = _SINCE.fullmatch(text) if counted and BUTTONS.match(text) else None
    if since and BUTTONS.fullmatch(since["buttons"]):
        return Form.BUTTON, "", since["when"]
    found = _when(text) if counted or _has_any(AGO_WORDS, text) else None
    if found is None:
        return _said_stamp(text) if _has_any(SAY_WORDS, text) else None
    before, after, when = text[: found.start()], text[found.end() :], found.group().strip(" ,|·•–—-")
    if len(when) == len(text) and found["little"]:
        return None if text.isdigit() else (Form.AGO, "", when)
    if after and not _TRAIL.fullmatch(after):
        says = _SAYS.fullmatch(after.lstrip(" ,|/·•–—-"))
        if says and (not before or _ON.fullmatch(before)) and len(after.split()) <= 10:
            return Form.SAYS, _clean(says["who"]), when
        titled = found["time"] and after.startswith(", ")  # SPIP: the comment's title, the time, the name
        by = _THEN_BY.fullmatch(after, 1 if titled else 0)
        if by and (not before or titled or _POSTED.fullmatch(before) or _ON.fullmatch(before)):
            return Form.BY, _clean(by["who"]), when
        who = _clean(after)
        timed = found["time"] or found["first"]
        dated = found["day"] and not timed and is_person(who) and not _clean(before)
        if timed and (not before or _ON.fullmatch(before)) and after[:1] in " ,|·•–—-" and _may_be_who(who):
            return Form.AFTER, who, when
        return (Form.WHO_DAY, who, when) if dated and "." not in who[-1:] else None
    if not before or _ON.fullmatch(before):
        return _form_of(found), "", when
    return _led(before, found, when)


def _when(text: str) -> re.Match[str] | None:
    """Return the time in a line: the first, or the last before a name, as the title of a comment may have a day, too."""
    found = WHEN.search(text)
    if found and not found["time"] and _SIGNED.search(text, found.end()):
        return [*WHEN.finditer(text)][-1]
    return found


def _form_of(found: re.Match[str]) -> Form:
    """Return the form of a stamp that is a time and nothing else."""
    if found["ago"] or found["little"]:
        return Form.AGO
    return Form.TIME if found["time"] or found["first"] else Form.DAY


def _has_any(words: frozenset[str], text: str) -> bool:
    return not words.isdisjoint([word.rstrip(".:…,)") for word in text.lower().split()])


def _led(before: str, found: re.Match[str], when: str) -> tuple[Form, str, str] | None:
    """Return the stamp whose time stands behind a name or words."""
    says = _SAYS.fullmatch(before)
    if says and len(before.split()) <= 12:
        return Form.SAYS, _clean(says["who"]), when
    if _POSTED.fullmatch(before):
        return Form.POSTED, "", when
    by = _BY.fullmatch(before)
    if by:
        return Form.BY, _clean(by["who"]), when
    if BUTTONS.fullmatch(before):
        return Form.BUTTON, "", when
    who = _clean(before)
    if not _may_be_who(who):
        return None
    glued = not before[-1:].isspace()
    parted = glued or before.rstrip()[-1:] in "|·•,–—(-»" or before.endswith(("  ", "\n", "\t"))
    if found["ago"] or found["little"]:
        return (Form.WHO_AGO, who, when) if (parted or (found["ago"] and is_person(who))) else None
    if found["time"] or found["first"]:
        return Form.WHO_TIME, who, when
    return (Form.WHO_DAY, who, when) if parted and is_person(who) else None


def _said_stamp(text: str) -> tuple[Form, str, str] | None:
    """Return the stamp that has no day: "Ada says:"."""
    at = _AT_SAID.fullmatch(text)
    if at:
        return Form.SAYS, _clean(at["who"]), at["when"]
    last = text.rstrip(" .:…").rpartition(" ")[2].lower()
    says = _SAYS.fullmatch(text)
    if says is None or len(text.split()) > 6 or not _may_be_who(says["who"]) or not (says["dots"] or last in SPOKEN):
        return None
    return Form.SAYS, _clean(says["who"]), ""


def _clean(text: str) -> str:
    """Return a name without what stands around it: numbering, points, to whom it replied, separators."""
    return _AROUND.sub("", text.strip(" \t,|·•–—-(»\u00a0")).strip()


def _may_be_who(text: str) -> bool:
    return (
        0 < len(text) <= 60
        and ":" not in text.replace("://", "")
        and len(text.split()) <= 8
        and any(map(str.isalpha, text))
    )


@once
def stamps(page: Page) -> tuple[Stamp, ...]:
    """Return every line of the page that could be a comment's stamp."""
    joined: list[Stamp] = []
    for stamp in _stamps(page):
        above = joined[-1] if joined else None
        asks = above is not None and above.form == Form.SAYS and not above.when and above.at + 1 == stamp.at
        if above is not None and asks and stamp.form in _TIMES_ALONE:
            joined[-1] = replace(above, when=stamp.when, last=stamp.at)
        else:
            joined.append(stamp)
    return tuple(joined)


def _stamps(page: Page) -> Iterator[Stamp]:
    """Yield the lines that are stamps."""
    lines = solid(page)
    for at in _telling(page):
        found = stamp_of(bare(lines[at])) if lines[at].where.cell is None else None
        if found is not None:
            yield Stamp(at, *found, last=at)


def _telling(page: Page) -> list[int]:
    """Return the places of the lines that may say who wrote when: a look that costs little, and mostly says no."""
    short = [(at, line.says) for at, line in enumerate(solid(page)) if len(line.says) <= LONGEST_COMMENT_STAMP]
    telling = {
        at for at, text in short if (text[-1] in _SIGNS or text.endswith(_SPOKEN_ENDS)) and _ends_in_saying(text)
    }
    whole = "\n".join([text for _, text in short]).lower().replace("\u00a0", " ")
    if any(each in whole for each in AGO_WITHOUT_DIGITS):
        telling |= {at for at, text in short if _LONG_AGO.search(text)}
    has_digit = HAS_DIGIT.search
    counting = [(at, text) for at, text in short if has_digit(text)]
    words = _words_of([text.lower() for _, text in counting])
    for (at, text), said in zip(counting, words, strict=True):
        if may_be_dated(text, said) or BEGINS_AS_BUTTON.match(text):
            telling.add(at)
    return sorted(telling)


def _ends_in_saying(text: str) -> bool:
    """Whether a line ends as "Ada says:" does."""
    said = text.rstrip(_SIGNS).rsplit(None, 1)
    return bool(said) and said[-1].lower() in _SAYING


@once
def reply_buttons(page: Page) -> tuple[Stamp, ...]:
    """Return the lines that are a reply button and nothing else, one for each comment."""
    found = [line for line in lines_of(page, _HAS_REPLY, _LONGEST_BUTTON) if is_reply(bare(line))]
    if not found:
        return ()
    places = {line.number: at for at, line in enumerate(solid(page))}
    return tuple(Stamp(places[line.number], Form.BUTTON, last=places[line.number]) for line in found)
