"""Dates as people write them, as ISO 8601 has them."""

from __future__ import annotations

import datetime as dt
import re

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:del?\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_MONTH_ALONE = re.compile(r"([^\W\d_]{3,12})\.?,?\s+(?:del?\s+)?(\d{4})|(\d{1,2})[/.](\d{4})")
_DIGITS = re.compile(r"(?<!\d)(\d{1,2})([./])\s?(\d{1,2})[./]\s?(\d{4}|\d{2})(?!\d)")
# How a month begins in English, German, French, Spanish and Polish, the longer beginning first.
_MONTHS = {
    beginning: month
    for month, beginnings in enumerate(
        (
            "jan jän ene sty", "feb fév fev lut", "mar mär mrz", "apr avr abr kwi", "may mai maj", "jun jui cze",
            "juil jul lip", "aug aoû aou ago sie", "sep set wrz", "oct okt paź", "nov lis", "dec dez déc dic gru",
        ),
        start=1,
    )
    for beginning in beginnings.split()
}  # fmt: skip
# Years of two digits from this one on are of the last century.
_LAST_CENTURY = 70
_MONTHS_OF_YEAR = 12


def iso_day(text: str, *, day_first: bool = False) -> str | None:
    """Return the first date in a text as an ISO day; None where there is none that the calendar has.

    Empty where day and month may be either, 06/05/2023, unless the day is known to come first.

    >>> iso_day("Posted on May 6th, 2023"), iso_day("2999-13-45"), iso_day("06/05/2023"), iso_day("26/05/2023")
    ('2023-05-06', None, '', '2023-05-26')
    """
    found = _YEAR_FIRST.search(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    for found in _DAY_FIRST.finditer(text):
        if _month(found[2]):
            return _day(int(found[3]), _month(found[2]), int(found[1]))
    for found in _MONTH_FIRST.finditer(text):
        if _month(found[1]):
            return _day(int(found[3]), _month(found[1]), int(found[2]))
    found = _DIGITS.search(text)
    if not found:
        return None
    return _of_digits(int(found[1]), int(found[3]), int(found[4]), day_first=day_first or found[2] == ".")


def iso_month(text: str) -> str | None:
    """Return the month that a text is, as ISO 8601 has it; None where it says anything else.

    >>> iso_month("März 2024"), iso_month("marzo de 2024"), iso_month("03/2024"), iso_month("Heft 2024")
    ('2024-03', '2024-03', '2024-03', None)
    """
    found = _MONTH_ALONE.fullmatch(text)
    if not found:
        return None
    day = _day(int(found[2] or found[4]), int(found[3]) if found[3] else _month(found[1]), 1)
    return day and day[:7]


def _of_digits(first: int, second: int, year: int, *, day_first: bool) -> str | None:
    if year < 100:
        year += 1900 if year >= _LAST_CENTURY else 2000
    if day_first or first == second or first > _MONTHS_OF_YEAR:
        return _day(year, second, first)
    if second > _MONTHS_OF_YEAR:
        return _day(year, first, second)
    return ""


def _month(name: str) -> int:
    """Return a month's number; 0 where nothing is called so."""
    lower = name.lower()
    return _MONTHS.get(lower[:4]) or _MONTHS.get(lower[:3]) or 0


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
