"""What a mail has around what it says: the head of what was forwarded, and what a newsletter says of itself."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.dates import iso_day
from guidewright.find import bare, lines_of, matching, once, patterns, solid
from guidewright.model import Fate, Kind, Rule, Span
from guidewright.rules._help import TELEPHONE, but_help

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
# A head is among so many lines, below so little prose, and has so many fields: who wrote, and what it is about.
_WITHIN, _MOST_PROSE, _LEAST = 16, 2, 3
# So many blanks has a line of prose.
_PROSE_BLANKS = 12
# "Fwd: Re:" before what a mail is about.
_AGAIN = ("re:", "aw:", "fwd:", "fw:", "wg:", "tr:", "rv:", "odp:", "pd:")
# What a newsletter says of itself stands in so many lines at the head and at the foot, and so much of it shows one.
_HEAD, _FOOT, _SIGNS = 4, 14, 2
# Below where a newsletter's sender lives stand so many lines of an address, of so many characters at most.
_ADDRESS_LINES, _ADDRESS_LONGEST = 5, 60
_MAILING = patterns(
    r"our (?:mailing|postal) address(?: is)?\s?:|unsere (?:postanschrift|anschrift)\s?:|notre adresse postale\s?:"
)


@once
def _head(page: Page) -> list[tuple[Line, re.Match[str]]]:
    """Return the fields of a mail's head at the beginning of a text; none where it is no mail.

    A head has an address or a day. Right below what leads to a forwarded mail it needs none, and may stand below a few
    words of whoever sent it on.
    """
    beginning = solid(page)[:_WITHIN]
    if not beginning:
        return []
    last = beginning[-1].number
    fields = {line.number: match for line, match in matching(page, _FIELD) if line.number <= last and _is_line(line)}
    if len(fields) < _LEAST:
        return []
    first = next(at for at, line in enumerate(beginning) if line.number in fields)
    run = list(takewhile(lambda line: line.number in fields, beginning[first:]))
    head = [(line, fields[line.number]) for line in run]
    kinds = {match.lastgroup for _, match in head}
    led = first > 0 and any(line is beginning[first - 1] for line in lines_of(page, _FORWARDED))
    prose = sum(line.says.count(" ") >= _PROSE_BLANKS for line in beginning[:first])
    sure = led or any(_is_sure(match) for _, match in head)
    is_mail = len(run) >= _LEAST and {"from", "subject"} <= kinds and prose <= (_MOST_PROSE if led else 0)
    return head if is_mail and sure else []


def _is_line(line: Line) -> bool:
    """Whether a line is no item, cell or heading."""
    return line.where.kind in {None, Kind.PARAGRAPH} and line.where.cell is None and bare(line) == line.says.strip()


def _is_sure(match: re.Match[str]) -> bool:
    """Whether a field says an address, or when a mail was sent."""
    if match.lastgroup == "date":
        return _sent(match) is not None
    return match.lastgroup in {"from", "to"} and "@" in match[0]


def _sent(match: re.Match[str]) -> str | None:
    return iso_day(match["date"], day_first=True)


def _fields(page: Page) -> Iterator[Span]:
    """Point at what leads to a forwarded mail, and at its head but for what it is about and when it was sent."""
    head = _head(page)
    for line, match in head:
        if match.lastgroup in {"from", "to"}:
            yield Span(line.number, line.number)
    if head:
        first = head[0][0].number
        yield from (Span(each.number, each.number) for each in lines_of(page, _FORWARDED) if each.number < first)


def _dates(page: Page) -> Iterator[Span]:
    for line, match in _head(page):
        if match.lastgroup == "date" and (day := _sent(match)):
            yield Span(line.number, line.number, lifts=(("published", day),))


def _subjects(page: Page) -> Iterator[Span]:
    """Take the label off what a mail is about: that is its title."""
    for line, match in _head(page):
        if match.lastgroup == "subject":
            subject = match["subject"].strip(" *")
            while subject.lower().startswith(_AGAIN):
                subject = subject.partition(":")[2].strip()
            if subject:
                yield Span(line.number, line.number, becomes=subject)


def _foot(page: Page) -> Iterator[Span]:
    """Point at what a newsletter says of itself, and its postal address, where there is more of it than one line."""
    lines = solid(page)
    edges = {line.number for line in (*lines[:_HEAD], *lines[-_FOOT:]) if line.where.kind is not Kind.HEADING}
    said = [line for line in words.lines_saying(page, "mail-foot", longest=400) if line.number in edges]
    leads = [line for line in lines_of(page, _MAILING) if line.number in edges]
    if len(said) + len(leads) < _SIGNS:
        return
    yield from (Span(line.number, line.number) for line in said)
    for lead in leads if said else ():
        at = lines.index(lead)
        address = list(takewhile(_may_be_address, lines[at + 1 : at + 1 + _ADDRESS_LINES]))
        yield from (Span(each.number, each.number) for each in (lead, *address))


def _may_be_address(line: Line) -> bool:
    """Whether a line may be of an address: it is short, and says neither a sentence nor whom to call."""
    text = line.says.rstrip()
    return len(text) <= _ADDRESS_LONGEST and not text.endswith((".", "?", "!")) and TELEPHONE.search(text) is None


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
        find=but_help(_foot),
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
