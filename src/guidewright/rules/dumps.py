"""What a tool that turned a page into text drew around its words: lynx, inscriptis, pandoc."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from guidewright.find import is_plain, leave_uncounted, lines_of, once, patterns, solid
from guidewright.model import Fate, Kind, Rule, Span, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.model import Line, Page

# What pandoc leaves of a page's layout in Markdown, and how many of them are no example in an article.
_WRAPPER = patterns(r"(?:</?(?:div|section|span|figure|header|footer|main|nav|aside|article)\b[^<>]{0,4000}>\s*)+")
_LEAST_WRAPPERS = 10
_NUMBER = re.compile(r"\[(\d{1,4})\](?=[^\W_]|[\"“‘'#$(\[]|\s*$)")
_LISTED = re.compile(r"References|(?:Visible|Hidden) links:|\d{1,4}\. (?:[a-z]+:\S*)?")
# Addresses with blanks in them, too, where the page has lynx's numbers.
_LISTED_BELOW = re.compile(r"References|(?:Visible|Hidden) links:|\d{1,4}\. (?:[a-z]+:\S.*)?")
_LEAST_NUMBERS = 8
# The pages that a page says it belongs with, which lynx writes above it, and what a page shows another one in.
_OF_HEAD = re.compile(r"(?:\[[^\[\]\n]*\] )?#\[\d\](?s:.)*|IFRAME: (?:\[\d{1,4}\])?\S+")
# A button, and beside one a field or a box to tick; with so many words it is one, with more it says something.
_BUTTON = "(BUTTON)"
_SIGN = re.compile(r"(?:\[\d{1,4}\])?\(BUTTON\)\s*")
_DRAWN = re.compile(rf"{_SIGN.pattern}|_{{8,}}|\[ \]|\([ *]\)")
_LABEL, _ASKS = 3, ("?", "？")
# A line of more characters says something, whatever script it is in. An article about such buttons shows one.
_TOLD, _LEAST_BUTTONS = 40, 2
# The marks of items by their depth, as lynx and inscriptis write them: *, +, o, #.
_MARKED = re.compile(r"(?P<indent>[ \t\u00a0]*)(?P<mark>[*+o#])(?:[ \t\u00a0]+(?=\S)|\s*\Z)")


@once
def _numbered(page: Page) -> list[Line]:
    """Return the lines with the numbers that lynx gives to links, `[12]like this`: they count up, before the words."""
    lines = [(line, [int(each) for each in _NUMBER.findall(line.says)]) for line in solid(page) if "[" in line.says]
    told = [number for _, numbers in lines for number in numbers]
    if len(told) < _LEAST_NUMBERS or sum(b == a + 1 for a, b in pairwise(told)) < 0.9 * (len(told) - 1):
        return []
    return [line for line, numbers in lines if numbers and line.where.kind is None]


def _link_numbers(page: Page) -> Iterator[Span]:
    for line in _numbered(page):
        yield Span(line.number, line.number, becomes=_NUMBER.sub("", line.says))


def _link_list(page: Page) -> Iterator[Span]:
    """The addresses of those links, a number each, that lynx writes below the page under a heading of its own."""
    lines = solid(page)
    first = _first_of(lines, _LISTED_BELOW if _numbered(page) else _LISTED)
    if len(lines) - first >= _LEAST_NUMBERS and lines[first].says.strip() == "References":
        yield Span(lines[first].number, lines[-1].number)


def _first_of(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    """Return the place of the first of the lines at the end that a pattern matches, each of them."""
    first = len(lines)
    while first and pattern.fullmatch(lines[first - 1].says.strip()):
        first -= 1
    return first


def _wrapper_tags(page: Page) -> Iterator[Span]:
    """Point at paragraphs of Markdown that are tags around parts of the page; where there are few, it is about them."""
    if is_plain(page):
        return
    found = [line for line in lines_of(page, _WRAPPER, 20_000) if line.where.kind is Kind.PARAGRAPH and not line.marks]
    if len(found) >= _LEAST_WRAPPERS:
        leave_uncounted(page, (line.number + at for line in found for at in range(line.text.count("\n") + 1)))
        yield from (Span(line.number, line.number) for line in found)


def _heads(page: Page) -> Iterator[Span]:
    """What lynx writes of a page's head, and for the frames in it."""
    for line in solid(page):
        if line.where.kind is None and line.says.lstrip()[:1] in "#[I" and _OF_HEAD.fullmatch(line.says.strip()):
            yield Span(line.number, line.number)


def _widgets(page: Page) -> list[Line]:
    """Return the lines in which lynx drew a button."""
    return [line for line in solid(page) if _BUTTON in line.says and line.where.kind is None]


def _labels(page: Page) -> Iterator[Span]:
    found = _widgets(page)
    told = {above.number for above, below in pairwise(solid(page) if found else ()) if len(below.says) > 2 * _TOLD}
    for line in found if len(found) >= _LEAST_BUTTONS else ():
        text = _DRAWN.sub("", line.says)
        words = [each for each in text.split() if any(map(str.isalnum, each))]
        opens = len(words) > 1 and line.number in told  # what stands below it
        if len(words) <= _LABEL and len(text) <= _TOLD and not opens and not text.rstrip().endswith(_ASKS):
            yield Span(line.number, line.number)


def _buttons(page: Page) -> Iterator[Span]:
    for line in _widgets(page):
        yield Span(line.number, line.number, becomes=_SIGN.sub("", line.says))


def _deep_items(page: Page) -> Iterator[Span]:
    """Point at items below a list's second level, marked `+`: their marks are letters and signs like any other."""
    above = None
    for line in solid(page):
        found = _MARKED.match(line.says) if line.where.kind is None else None
        if found is None:
            if above is not None and len(line.says) - len(line.says.lstrip()) <= above:
                above = None  # the list has ended
            continue
        depth, mark = len(found["indent"]), found["mark"]
        if mark == "+":
            above = depth
        elif mark == "*":
            above = None
        elif above is not None and depth > above and found.end() < len(line.says):
            yield Span(line.number, line.number, becomes=f"{found['indent']}• {line.says[found.end() :]}")


RULES = (
    Rule(
        name="wrapper-tag",
        because="it is a tag around a part of the page, and says nothing",
        find=_wrapper_tags,
        stage=Stage.MARKUP,
        example="""
            kept    | # When Talking Fails
            kept    |
            removed | <div class="page"> <div class="page-inner">
            kept    |
            removed | <header id="top">
            kept    |
            removed | </header>
            kept    |
            removed | <div class="entry"
            removed | data-column="1">
            kept    |
            kept    | The first hour is for listening.
            kept    |
            kept    | Put <div> around the list, and </div> below it.
            kept    |
            removed | </div>
            kept    |
            removed | <span class="line"></span>
            kept    |
            removed | <nav>
            kept    |
            removed | </nav>
            kept    |
            removed | <footer>
            kept    |
            removed | </footer>
            kept    |
            kept    |     <div>
            kept    |
            removed | </div></div>
        """,
    ),
    Rule(
        name="link-number",
        because="it is the number that lynx gave to a link",
        find=_link_numbers,
        fate=Fate.MENDED,
        stage=Stage.MARKUP,
        example="""
            mended  | [1]Home [2]Guides [3]Shop
            kept    | When Talking Fails
            mended  | Most couples wait, says [4]a study, for six years [see note 1].
            mended  | Ask [5]a friend, or [6]a counsellor.
            mended  | [7]About us [8]Imprint
        """,
    ),
    Rule(
        name="link-list",
        because="it lists the addresses of all links on the page, as lynx does",
        find=_link_list,
        stage=Stage.MARKUP,
        example="""
            kept    | When Talking Fails
            kept    | References
            kept    | 1. https://a.example/a-study-of-couples
            kept    | Ask a friend, or a counsellor.
            removed | References
            removed |    Visible links:
            removed |    1. https://a.example/
            removed |    2. https://a.example/guides
            removed |    3. https://a.example/shop
            removed |    4. https://a.example/a-study-of-couples
            removed |    5. mailto:ask@a.example
            removed |    6. https://a.example/about
        """,
    ),
    Rule(
        name="page-head",
        because="it belongs to the page’s head or to a frame, as lynx writes them out",
        find=_heads,
        stage=Stage.MARKUP,
        example="""
            removed | #[1]Springford » Feed [2]oEmbed (JSON)
            removed | [tr?id=12&ev=PageView&noscript=1] #[1]JSON [2]alternate
            removed | IFRAME: [3]https://a.example/frame.html
            kept    | #1 Talk first
            kept    | # [1] says so, too.
            kept    | IFRAME: what it is, and why a page has one
        """,
    ),
    Rule(
        name="widget",
        because="it is a button or a field, as lynx draws them",
        find=_labels,
        stage=Stage.MARKUP,
        example="""
            removed | (BUTTON)
            kept    | (BUTTON) Words that hurt
            kept    | Whoever is called names day after day may come to believe them, and that is what they are for.
            removed | • (BUTTON) Toggle submenu
            removed | ____________________ (BUTTON) Sign Up
            removed | [12](BUTTON) Get Deal
            kept    | (BUTTON) What does it cost?
            kept    | (BUTTON) Who may come to the first hour
            kept    | Press the button.
            kept    | ____________________
        """,
    ),
    Rule(
        name="widget-sign",
        because="it is the sign that lynx draws for a button",
        find=_buttons,
        fate=Fate.MENDED,
        stage=Stage.THREADS,
        example="""
            mended  | (BUTTON) What does it cost?
            mended  | The first hour is for listening. (BUTTON) More (BUTTON) Less
            kept    | (Button your coat.)
        """,
    ),
    Rule(
        name="item-mark",
        because="its mark is a letter or sign that stands for a deeper list in lynx and inscriptis",
        find=_deep_items,
        fate=Fate.MENDED,
        stage=Stage.THREADS,
        example="""
            kept    |   * For two
            kept    |       + At home
            mended  |           o a set hour
            mended  |               # a kitchen timer
            kept    |       +
            mended  |           o two chairs
            kept    |   What the old song says
            kept    |           o Lord, let it be quiet
            kept    |   * For one
            kept    |           o Lord, said the old song
            kept    | o for an hour of quiet
        """,
    ),
)
