"""When something was written: a day with or without a time, or how long ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.threads.languages import AGO_WORDS, MONTH_NAMES, MONTHS, SHORT_UNITS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = (
    rf"(?:{WEEKDAYS}\.?,?\s+)?+"
    rf"(?:{MONTHS}\.?\s+\d{{1,2}}(?:(?:st|nd|rd|th)?,?\s+\d{{4}}|(?!\d|:))"
    rf"|(?=\d)(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)?[\s.-]+(?:of\s+|de\s+)?{MONTHS}\.?,?[\s.-]+(?:de\s+|del\s+)?\d{{2,4}}(?!\d|:)"
    r"|\d{4}[-/.]\d\d?[-/.]\d\d?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    rf"|\d{{1,2}}\.?\s+{MONTHS}(?![\w])|\d{{1,2}}/\d{{1,2}}(?=\s+at\s+\d{{1,2}}:)))"
)
TIME = (
    r"\d{1,2}(?:[:.h]|\sh\s)\d\d(?:[:.]\d\d)?+(?:\s*[ap]\.?\s?m\b\.?)?+(?:\s+(?:utc|gmt|uhr|uur|min|[aecmp][sd]?t)\b)?+"
)
AGO = (
    rf"(?:(?:about |over |almost |nearly )?(?:an?|one|\d+)\s+{UNITS[0]}\s+ago|yesterday(?! \w)|just now"
    rf"|vor (?:\d+|ein\w{{0,2}})\s+{UNITS[1]}|il y a (?:\d+|une?)\s+{UNITS[2]}|hace (?:\d+|una?)\s+{UNITS[3]}|(?:\d+\s+)?{UNITS[4]} temu"
    rf"|(?:\d+\s|un[ao]?\s|un['’]){UNITS[5]} fa|(?:\d+|een)\s{UNITS[6]} geleden|ieri(?! \w)|gisteren(?! \w))"
)
_LITTLE_AGO = r"\d{1,2}(?: ?(?:yr?s?|mos?|wk?s?|d|h|hrs?|mins?|m) ago|yr?s?|mo|wk?|d|h|hr|m)"
_AT = r"[\s,|·•–—-]*(?:(?:at|@|um|à|a las|o(?: godz\.?)?|kl|om|alle(?: ore)?|ore)[\s,]*)?"
# What stands right behind a name, where a scrape has lost the blank between two elements: "Ada LeeOct 2, 2018".
_GLUED = (
    r"\d\d?[/.]\d\d?[/.]\d\d\d?\d?,? (?:at |um )?\d"
    r"|(?<=[^\W\d_]|[).])\d\d?\.\d\d?\.\d{4}(?!\d)"
    r"|\d\d?\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4},?(?: [^\W\d_]{1,3}){0,2} \d\d?(?:[:.]| ?h)"
    r"|(?<![\d\s])\d\d?\.? [^\W\d_]{3,10}[.,]? (?:\d{4}(?!\d)|\d\d?:\d)"
    r"|\d{4}-\d\d-\d\d[ T]\d"
    r"|(?<=[a-zà-ÿ\d).])(?-i:[A-Z])[a-z]{2,8}\.? \d\d?, \d{4}"
    r"|(?<=[a-zà-ÿ).])(?-i:[A-Z])[a-z]{2,8}\.? \d\d?(?![\d:.,]| \d)"
    r"|(?<![\d\s])\d\d? [^\W\d_]{2,10} (?:ago|temu|fa|geleden)"
    r"|(?<!\b[bdz][aeu])(?<=[^\W\d_]|[).])(?:vor|hace|il y a) \d"  # no "bevor", "davor", "zuvor"
)
# Where a time may begin: at a word, behind "says:", and right behind a name.
_BEGIN = rf"(?:(?<![\w$€£.,/:-])(?=\w)|(?<=[^\W\d_]:)(?=\w)|(?=(?-i:[\dA-Zhiv]))(?<=[^\s$€£,/:(-])(?={_GLUED}))"
WHEN = re.compile(
    rf"{_BEGIN}(?:(?P<day>{DAY}(?P<time>{_AT}{TIME})?+|(?P<first>{TIME})[\s,]*(?:on\s+|am\s+)?{DAY})"
    rf"|(?P<ago>{AGO})(?:\s*\(\s*{TIME}\s*\))?+|(?P<little>{_LITTLE_AGO}))(?:(?!\w)|(?=(?-i:Auth?or|Edited|Reply|Like)))",
    re.IGNORECASE,
)
# How long ago behind buttons, "2 y", and that the comment is not as it was.
UNIT = rf"(?:{'|'.join(UNITS)}|{SHORT_UNITS})"
EDITED = r"(?:[\s·]+(?:edited|bearbeitet|modifié|editado|edytowano|modificato|bewerkt))?"
HAS_DIGIT = re.compile("[0-9]")
# What a time with digits has: one of these words, or what stands behind a digit in "3/5/2014", "5 days ago", "3h".
_WORDS = MONTH_NAMES | AGO_WORDS
_COUNTED = re.compile(
    r"\d(?:[-/.]\d{1,2}(?:[-/.]\d|\s+at\s)|\s*[^\W\d_]+\s+(?:ago|temu|fa|geleden)|(?-i:(?=[dhmwyDHMWY]))(?:yr?s?|mo|wk?|d|h|hr|m)(?:(?!\w)|(?=auth?or|edited|reply|like)))",
    re.IGNORECASE,
)
# A month, or how long ago, right behind a name; where the name ends in a capital, only with the hour.
_DAY_AND_YEAR = re.compile(r"\d, \d{4}")
_GLUED_MONTH = re.compile(r"[A-Z][A-Z](?i:[a-z]{2,8}\.? \d\d?, \d{4},? at )")
_GLUED_DAY = re.compile(
    r"[a-zà-ÿ).](?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|vor|hace|il y a) \d"
)
YEAR = re.compile(r"(?:19|20)\d\d|[^\W_][./-]\d\d$|[^\W_][./-]\d\d\D|^\d\d?/\d\d? at")
YEARS = re.compile(r"\b(?:years?|jahre?n?|ans?|années?|años?|rok|lata?|ann[oi]|jaar|jaren)\b", re.IGNORECASE)
TIME_OF_COMMENT = re.compile(r" (?:at|@|um|à|a las|o|om|alle|ore) \d", re.IGNORECASE)


def may_be_dated(text: str, words: Iterable[str]) -> bool:
    """Whether a line with digits may say when: a look that costs little. `words` are its words in lower case."""
    if not _WORDS.isdisjoint(words) or _COUNTED.search(text):
        return True
    if _GLUED_DAY.search(text):
        return True
    return ", " in text and _DAY_AND_YEAR.search(text) is not None and _GLUED_MONTH.search(text) is not None
