"""Comment threads that have lost their names, dates and buttons: some scrapes keep nothing but what readers said.

What is left is how readers speak to an author: they greet, thank, praise the post, agree, ask "@Mark". One such line
proves nothing, since an article may hold it, too. At the end of a page many of them make a thread: each line there
adds to the odds that the thread begins at it or above, and where the odds are best, it begins.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from guidewright.find import bare, lines_of, patterns, searching, solid
from guidewright.model import NOWHERE, Rule, Span, Stage
from guidewright.threads.languages import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from guidewright.model import Line, Page


def _beginning(*expressions: str) -> list[str]:
    """Return expressions for whole lines that begin so."""
    return [f"(?:{each})(?s:.*)" for each in expressions]


_GOOD = (
    r"(?:great|nice|good|awesome|excellent|interesting|wonderful|fantastic|amazing|beautiful|lovely|helpful|useful|insightful"
    r"|informative|brilliant|fabulous|superb|inspiring|toller?|tolles|schöner?|interessanter?|super|bel|bon|intéressant"
    r"|excelente|buen|gran|interesante|świetny|ciekawy|dobry)"
)
_POST = r"(?:posts?|articles?|blogs?|write-ups?|writeups?|comments?|channel|insights?|beitrag|artikel|billet|artículo|entrada|wpis|artykuł)"
_VERY = r"(?:really |very |so |super |incredibly |truly |sehr |ein |très |muy |bardzo )"
_YOUR = ("your", "today['’]s", "dein", "ihr", "votre", "ton", "tu", "twój")
# Readers speak of the page itself: no article does so line by line.
_THAT = (
    rf"\b.{{0,20}} (?:for|für|pour|por|za) (?:sharing|posting|writing|(?:this|the|den|cet|este|ten) (?:\w+ )?{_POST})\b"
)
_OF_THE_PAGE = patterns(
    rf"\b{one_of(_YOUR)} {_POST}\b|\b(?:thx|dzięki|dziękuję){_THAT}",
    rf"\b(?:thanks|thank you|danke|merci|gracias){_THAT}",
)
_PRAISE = patterns(
    *_beginning(
        r"@\s?\w+|like\s?like\b|liked by \d",
        rf"(?:this is |this was |what an? |such an? )?(?:(?:an?|such an?) |{_VERY})*{_GOOD}\b[^.]{{0,30}}\b{_POST}\b",
        rf"(?:(?:this|it) (?:is|was) )?{_VERY}+(?:helpful|insightful|informative|useful|inspiring|hilfreich|utile|útil|pomocne)\b",
    )
)
# Readers speak to somebody, which the people in an article do, too.
_TO_SOMEBODY = patterns(
    *_beginning(
        r"(?:hi|hello|hey|dear|hallo|bonjour|salut|hola|cześć|witaj)\b,?\s+(?:there|again|all|everyone|guys|(?-i:[A-Z])\w+)"
        r"(?:\s(?-i:[A-Z])\w+)?\s*(?:[,!.:–—-]|$)",
        r"(?:lol|imo|imho|fwiw|omg|wow|haha+|yep|yup)\b",
        r"(?:i |i['’]m )?(?:totally |completely |couldn['’]t |could not |wholeheartedly |also |in )?"
        r"(?:agree|disagree|second (?:this|that))(?:d|ment)?\b",
        r"(?:i )?(?:just |really |absolutely |so |always )?(?:love|loved|enjoyed|adore) (?:this|your|these|it\b)",
        r"(?:keep (?:up|posting|writing|it up)|well (?:said|done|written)|good (?:job|luck|point|question|one)|congrat\w*"
        r"|bless you|spot on|so true|me too|same here|as others have)\b",
        r"(?:thanks?|thank you|many thanks|thx|merci|gracias|danke|vielen dank|dziękuję|dzięki)\b(?! to\b| goodness| god| heaven"
        r"|(?: all| everyone| you| so| very| much)* for (?:reading|following|joining|watching|stopping|visiting|listening|tuning"
        r"|being|your (?:time|support|patience|attention|interest)))",
        rf"(?:what an? |such an? )?{_VERY}*{_GOOD}\b[^.]{{0,40}}!",
        rf"{_VERY}+(?:true|cool|happy|touched|excited|glad)\b",
    )
)
# How much a line adds to the odds where a reader speaks, and takes where none does; how many such lines there must be,
# and how good the odds. First short threads in which every third comment tells itself, then long ones of talkers.
_VOICE = 2.2
_TAKES = ((0.2, 3, 5.0), (0.06, 8, 14.0))
# What a list's item adds: it is the article's rather than a comment.
_ITEM = -0.4
# Of so many lines in which a reader speaks, at least one is about the page.
_OF_PAGE = 6
# No article is shorter than this.
_LEAST_WORDS = 150


def _voices(page: Page) -> Iterator[Span]:
    lines = solid(page)
    if not lines or (lines[-1].where is not NOWHERE and lines[-1].where != NOWHERE):
        return  # a format that knows its lines' places names its comments
    of_page = _spoken(page)
    if len(of_page) < _TAKES[0][1]:
        return
    spoken = {at: of_page[line.number] for at, line in enumerate(lines) if line.number in of_page}
    items = [*map(_is_item, lines)]
    for takes, least, odds in _TAKES:
        at = _best(spoken, items, takes, odds)
        voices = [told for place, told in spoken.items() if place >= at and not items[place]]
        words = sum(line.says.count(" ") + 1 for line in lines[:at])
        if len(voices) >= least and _OF_PAGE * sum(voices) >= len(voices) and words >= _LEAST_WORDS:
            yield Span(lines[at].number, page.lines[-1].number)
            return


def _spoken(page: Page) -> dict[int, bool]:
    """Return the lines in which a reader speaks to somebody, by number, with whether it is about the page."""
    spoken = {line.number: False for line in lines_of(page, _TO_SOMEBODY, sys.maxsize) if not _is_item(line)}
    spoken |= {line.number: True for line in lines_of(page, _PRAISE, sys.maxsize) if not _is_item(line)}
    return spoken | {line.number: True for line, _ in searching(page, _OF_THE_PAGE)}


def _is_item(line: Line) -> bool:
    """Whether a line has a bullet."""
    return bare(line) != line.says.strip()


def _best(spoken: Mapping[int, bool], items: Sequence[bool], takes: float, odds: float) -> int:
    """Return the place at which a thread that ends with the page begins most likely; the end where none does."""
    best, at, total = odds, len(items), 0.0
    for place in range(len(items) - 1, -1, -1):
        total += _ITEM if items[place] else _VOICE if place in spoken else 0.0
        total -= 0.0 if place in spoken else takes
        if total > best:
            best, at = total, place
    return at


RULES = (
    Rule(
        name="reader-voices",
        because="readers speak there to the author, and what they say is no part of the article",
        find=_voices,
        stage=Stage.EDGES,
        example="""
            kept    | A Shelf in an Afternoon
            kept    | A shelf wants two brackets, a spirit level and somebody who holds the other end while you mark the wall. Begin with the wall: knock along it until the sound turns dull, for there the stud is, and mark it with a pencil twice, once at each end of the shelf to be. Most people mark it once, and most shelves slope.
            kept    | Drill smaller than the screw. A hole that is too wide holds nothing, and no plug that you can buy makes a wall young again. Screw the brackets on by hand for the last three turns, since a machine does not feel the point at which the thread gives up. Then lay the board on, put the level on the board, and leave the room for a minute before you look.
            kept    | If it still looks level when you come back, thank whoever held the other end, fasten the board from below with two short screws a bracket, and give it a day before the books go up. Books are heavier than one thinks, and cookery books are the heaviest of all.
            removed | Great post! My shelf hangs at last.
            removed | Hi Ada, did you use plugs for the plaster wall, or only screws?
            removed | I would never drill there without a detector.
            removed | @Robin, you are right, and I have put it in.
            removed | Thanks for sharing, it was the pencil marks that helped me.
        """,
    ),
)
