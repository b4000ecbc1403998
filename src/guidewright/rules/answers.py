"""What a site of questions and answers writes around them: votes, who asked when, reputation, buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.find import MONTH, bare, lines_of, patterns, solid
from guidewright.model import Kind, Rule, Span, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidewright.model import Page

_WHEN = rf"(?:{MONTH}\.? \d{{1,2}}(?:, ?\d{{4}}|,? ['’]\d\d)?(?: at \d{{1,2}}:\d\d)?|(?:\d+ \w+, )?(?:\d+|an?) \w+ ago|today|yesterday)"
# Only such a site has these: buttons in a row, who asked when, what somebody has earned.
_STAMP = rf"(?:asked|answered|edited|modified|active) {_WHEN}(?: by [\w.-]{{2,30}})?"
_REPUTATION = r"\d[\d,.]*k?(?:[ •●]*\d{1,4}){0,3} ?(?:gold|silver|bronze) badges?(?:[ •●]*\d{1,4}){0,2}(?: ?(?:silver|bronze) badges?(?:[ •●]*\d{1,4}){0,2}){0,2}"
_BUTTONS = patterns(
    r"(?:(?:share|cite|edit|follow|flag|delete|close|improve this (?:question|answer))[ |·]{0,3}){1,5}improve this (?:question|answer)"
    r"(?:[ |·]{1,3}(?:follow|flag|cite|edit|delete|close))*",
    r"improve this (?:question|answer)",
    _REPUTATION,
)
_STAMPS = patterns(rf"(?:community wiki|{_STAMP})")
# What else stands there, and elsewhere as well.
_BESIDE = patterns(
    r"\d{1,4} answers?(?: \d+)?|viewed [\d,.]+[km]? times|sorted by:?.{0,40}|highest score \(default\).{0,80}|reset to default",
    r"add a comment(?: ?\|)?|show \d+ more comments?|know someone who can answer\?.{0,80}|(?:your answer|post your answer)",
    r"thanks for contributing an answer to .{1,80}|not the answer you(?:['’]re| are) looking for\? .{0,120}",
    r"(?:browse other|ask your own) questions?(?: tagged| .{1,60})?|you must log in to answer this question\.?",
    r"-?\d{1,5}|[▲▼△▽]",
    rf".{{2,600}} [–—-] ?\S{{2,30}}(?: commented)? {_WHEN}",
)
# So many lines of those kinds are such a site's, one of them buttons or badges.
_LEAST = 2
# Who asked is named on the line below, in so many characters.
_USER = re.compile(r"[\w.’-]+(?: [\w.’-]+){0,2}")
_USER_LONGEST = 30


def _around(page: Page) -> Iterator[Span]:
    buttons = {line.number for line in lines_of(page, _BUTTONS) if line.where.kind is not Kind.HEADING}
    sure = buttons | {line.number for line in lines_of(page, _STAMPS)}
    if not buttons or len(sure) < _LEAST:
        return
    found = sure | {line.number for line in lines_of(page, _BESIDE, 640)}
    lines = solid(page)
    for at, line in enumerate(lines):
        if line.number in found:
            yield Span(line.number, line.number)
        elif 0 < at < len(lines) - 1 and lines[at - 1].number in sure and lines[at + 1].number in sure:
            text = bare(line)
            if len(text) <= _USER_LONGEST and _USER.fullmatch(text):
                yield Span(line.number, line.number)


RULES = (
    Rule(
        name="question-and-answer",
        because="a site of questions and answers writes it around them: votes, who asked when, buttons",
        find=_around,
        # The scorer learnt on pages that have it still.
        stage=Stage.LEFT,
        example="""
            kept    | How do I keep a chair from rocking?
            removed | Asked 3 years, 2 months ago
            removed | Viewed 14k times
            removed | 12
            kept    | One leg of it is shorter than the others, and the floor is not to blame.
            removed | Share Improve this question Follow
            removed | asked Jun 3, 2021 at 18:20
            removed | rosie_b
            removed | 143 1 1 silver badge 7 7 bronze badges
            removed | 2 Answers
            removed | Sorted by: Highest score (default)
            removed | 23
            kept    | Turn it round, measure twice, and saw the other three.
            removed | Add a comment
            kept    | He asked 3 times, and she answered once.
            kept    | Share what helps you to improve this answer of yours.
        """,
    ),
)
