"""When something was written: a day with or without a time, or how long ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.threads.languages import MONTHS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = (
    rf"(?:(?:{WEEKDAYS})\.?,?\s+)?+"
    rf"(?:(?:{MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)?[\s-]+(?:of\s+|de\s+)?(?:{MONTHS})\.?,?[\s-]+(?:de\s+|del\s+)?\d{{2,4}}(?!\d|:)"
    rf"|\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|(?:{MONTHS})\.?\s+\d{{1,2}}(?!\d|:)"
    rf"|\d{{1,2}}\.?\s+(?:{MONTHS})(?![\w])|\d{{1,2}}/\d{{1,2}}(?=\s+at\s+\d{{1,2}}:))"
)
TIME = r"\d{1,2}(?:[:.h]|\sh\s)\d\d(?:[:.]\d\d)?+(?:\s*[ap]\.?\s?m\b\.?)?+(?:\s+(?:utc|gmt|uhr|min|[aecmp][sd]?t)\b)?+"
AGO = (
    rf"(?:(?:about |over |almost |nearly )?(?:an?|one|\d+)\s+{UNITS[0]}\s+ago|yesterday(?! \w)|just now"
    rf"|vor (?:\d+|ein\w{{0,2}})\s+{UNITS[1]}|il y a (?:\d+|une?)\s+{UNITS[2]}|hace (?:\d+|una?)\s+{UNITS[3]}|(?:\d+\s+)?{UNITS[4]} temu)"
)
_LITTLE_AGO = r"\d{1,2}(?: ?(?:yr?s?|mos?|wk?s?|d|h|hrs?|mins?|m) ago|yr?s?|mo|wk?|d|h|hr|m)"
_AT = r"[\s,|·•–—-]*(?:(?:at|@|um|à|a las|o(?: godz\.?)?|kl)[\s,]*)?"
# What stands right behind a name, where a scrape has lost the blank between two elements: "Ada LeeOct 2, 2018".
_GLUED = (
    r"(?=\d\d?/\d\d?/\d\d\d?\d?,? (?:at )?\d|\d\d?\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4},?(?: [^\W\d_]{1,3}){0,2} \d\d?(?:[:.]| ?h)|\d{4}-\d\d-\d\d[ T]\d"
    r"|(?<=[a-zà-ÿ\d).])(?-i:[A-Z])[a-z]{2,8}\.? \d\d?, \d{4}|(?<=[a-zà-ÿ).])\d\d? [a-z]{3,7} ago)"
)
WHEN = re.compile(
    rf"(?:(?<![\w$€£.,/:-])|(?<=[^\s$€£,/:(-]){_GLUED})(?:(?P<day>{DAY}(?P<time>{_AT}{TIME})?+|(?P<first>{TIME})[\s,]*(?:on\s+|am\s+)?{DAY})"
    rf"|(?P<ago>{AGO})(?:\s*\(\s*{TIME}\s*\))?+|(?P<little>{_LITTLE_AGO}))(?:(?!\w)|(?=(?-i:Auth?or|Edited|Reply|Like)))",
    re.IGNORECASE,
)
_GLUED_MONTH = re.compile(r"[^\W\d_A-Z][A-Z][a-z]{2,8}\.? \d\d?, ")
HAS_DIGIT = re.compile("[0-9]")
# A time that has none has a month, which begins so, or this: a date in digits, "3h", "5 d ago".
_MONTH_HEADS = frozenset(each.removeprefix("(?:")[:3] for each in MONTHS.split("|"))
_COUNTED = re.compile(r"\d(?:[-/.]\d| ?[ymwdhjstalg])", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d|[^\W_][./-]\d\d$|[^\W_][./-]\d\d\D|^\d\d?/\d\d? at")
TIME_OF_COMMENT = re.compile(r" (?:at|@|um|à|a las|o) \d", re.IGNORECASE)


def may_be_dated(text: str, words: Sequence[str]) -> bool:
    """Whether a line has a date with digits, or what counts minutes, days and years."""
    if _COUNTED.search(text) is not None or any(word[:3] in _MONTH_HEADS for word in words):
        return True
    return _GLUED_MONTH.search(text) is not None
