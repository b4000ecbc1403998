"""What a mail has around what it says: the head of what was forwarded, and what a newsletter says of itself."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.dates import iso_day
from guidewright.find import either, matching, once, patterns, solid
from guidewright.model import Fate, Rule, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from guidewright.model import Line, Page

# A field of a mail's head, in the languages of the site's sources.
_FIELDS = {
    "from": r"from|von|de|od",
    "to": r"to|cc|bcc|reply-to|an|kopie|à|para|do|dw",
    "date": r"date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|wysłano",
    "subject": r"subject|betreff|objet|asunto|temat",
}
_FIELD = patterns(*(rf"\*?(?:{names})\*?\s?:\*?\s+(?P<{field}>\S.*)" for field, names in _FIELDS.items()))
# What parts a forwarded mail from what was written above it.
_FORWARDED = patterns(
    r"[-–—_ ]{3,}\s?(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré"
    r"|message d['’]origine|mensaje reenviado|mensaje original|wiadomość przekazana|wiadomość oryginalna)\s?[-–—_ ]{3,}",
    r"(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:transféré|réexpédié)"
    r"|inicio del mensaje reenviado|początek przekazywanej wiadomości)\s?:",
)
# A head is among so many lines, and has so many fields at least: who wrote, and what it is about.
_WITHIN, _LEAST = 16, 3
# "Fwd: Re:" before what a mail is about.
_AGAIN = ("re:", "aw:", "fwd:", "fw:", "wg:", "tr:", "rv:", "odp:", "pd:")
# Below where a newsletter's sender lives stand so many lines of an address, of so many characters at most.
_ADDRESS_LINES, _ADDRESS_LONGEST = 5, 60
_MAILING = patterns(
    r"our (?:mailing|postal) address(?: is)?\s?:|unsere (?:postanschrift|anschrift)\s?:|notre adresse postale\s?:"
)


@once
def _head(page: Page) -> list[tuple[Line, re.Match[str]]]:
    """Return the fields of a mail's head at the beginning of a text; none where it is no mail."""
    beginning = solid(page)[:_WITHIN]
    if not beginning:
        return []
    last = beginning[-1].number
    found = {line.number: match for line, match in matching(page, _FIELD) if line.number <= last}
    if len(found) < _LEAST:
        return []
    first = next(at for at, line in enumerate(beginning) if line.number in found)
    run = list(takewhile(lambda line: line.number in found, beginning[first:]))
    kinds = {found[line.number].lastgroup for line in run}
    return [(line, found[line.number]) for line in run] if len(run) >= _LEAST and {"from", "subject"} <= kinds else []


def _fields(page: Page) -> Iterator[Span]:
    """Point at what leads to a forwarded mail, and at its head but for what it is about and when it was sent."""
    head = _head(page)
    for line, match in head:
        if match.lastgroup in {"from", "to"}:
            yield Span(line.number, line.number)
    if head:
        yield from (Span(line.number, line.number) for line, _ in matching(page, _FORWARDED))


def _dates(page: Page) -> Iterator[Span]:
    for line, match in _head(page):
        if match.lastgroup == "date":
            day = iso_day(match["date"], day_first=True)
            yield Span(line.number, line.number, lifts=(("published", day),) if day else ())


def _subjects(page: Page) -> Iterator[Span]:
    """Take the label off what a mail is about: that is its title."""
    for line, match in _head(page):
        if match.lastgroup == "subject":
            subject = match["subject"].strip(" *")
            while subject.lower().startswith(_AGAIN):
                subject = subject.partition(":")[2].strip()
            if subject:
                yield Span(line.number, line.number, becomes=subject)


def _addresses(page: Page) -> Iterator[Span]:
    """Point at a newsletter's postal address, from the line that leads to it."""
    leads = {line.number for line, _ in matching(page, _MAILING)}
    for at, line in enumerate(solid(page) if leads else ()):
        if line.number in leads:
            below = takewhile(
                lambda each: len(each.says) <= _ADDRESS_LONGEST and not each.says.rstrip().endswith((".", "?", "!")),
                solid(page)[at + 1 : at + 1 + _ADDRESS_LINES],
            )
            yield from (Span(each.number, each.number) for each in (line, *below))


RULES = (
    Rule(
        name="mail-head",
        because="it is the head of a mail: who sent it to whom",
        find=_fields,
        example="""
            removed | ---------- Forwarded message ---------
            removed | From: Ada Sample <ada@springford.example>
            removed | To: Robin Weller <robin@weller.example>
            kept    | Subject: An hour a week
            kept    | The clock struck nine.
            kept    | From: the two of you. To: whom it may concern.
        """,
    ),
    Rule(
        name="mail-date",
        because="it says when the mail was sent",
        find=_dates,
        fate=Fate.LIFTED,
        example="""
            kept    | From: Ada Sample
            lifted  | Date: Tue, Mar 12, 2024 at 9:05 AM
            kept    | Subject: An hour a week
            kept    | The clock struck nine.
            kept    | Date: somebody who listens.
        """,
    ),
    Rule(
        name="mail-subject",
        because="it is what the mail is about, without the name of the field",
        find=_subjects,
        fate=Fate.MENDED,
        example="""
            kept    | From: Ada Sample
            kept    | Date: Tue, Mar 12, 2024 at 9:05 AM
            mended  | Subject: Fwd: An hour a week
            kept    | The clock struck nine.
            kept    | Subject: the hour. We talked about nothing else.
        """,
    ),
    Rule(
        name="mail-foot",
        because="it says why this mail came, and how to have no more of them",
        find=either(words.saying("mail-foot", longest=400), _addresses),
        example="""
            removed | View this email in your browser
            kept    | One hour a week is worth more than a plan.
            removed | You are receiving this email because you opted in on our website.
            removed | Our mailing address is:
            removed | Springford Notes
            removed | 14 Mill Lane
            kept    | You are receiving this letter because I could not say it, and it took me a week to write it down.
        """,
    ),
)
