"""What a learned scorer takes for boilerplate, and paragraphs that a plain text holds twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from guidewright.find import blanks as counted
from guidewright.find import is_plain, once, said, solid, uncounted
from guidewright.lexicon import BIT
from guidewright.model import MarkKind, Rule, Span, Stage
from guidewright.rules._help import GETS_HELP, HELP, NUMBER
from guidewright.scorer import judge, spaces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.model import Line, Page
    from guidewright.scorer import Lines, Opinion, Spaces

# The scorer learnt on whole pages; of a few lines it knows nothing but which may be the title.
_LEAST_LINES, _LEAST_TITLED = 8, 3
_LEAST_WORDS = 150
# It learnt on a paragraph a line: where so many lines go on in lower case with the one above, they are wrapped, or verse.
_WRAPPED = 0.15
_ENDED = tuple(".!?…:;)”’\"'")
# Lines that are links and little else, and how many of them a menu has.
_LINK_ALONE = 0.9
_MENUS, _SURELY_MENUS, _ABOVE = 10, 25, 2
# A paragraph has so many blanks.
_PROSE_BLANKS = 25
# What it never takes, since a guide must not lose it, beside where help is to be had: what an article is based on.
_REFERENCES = re.compile(
    r"(?:references?|sources?|bibliography|works cited|notes|footnotes|further reading|literatur|quellen|références"
    r"|sources|bibliograf[ií]a|źródła):?",
    re.IGNORECASE,
)
# So many words have a sentence that opens an article, and its first paragraph.
_SENTENCE, _PARAGRAPH = 6, 15
# A number to call, or an address; so many lines of so many characters stand below a heading for them, at most.
_CONTACT = re.compile(rf"{NUMBER}|\bwww\.|https?://|\b[\w-]+\.(?:org|gov|nhs)\b")
_MOST_CONTACTS, _LONGEST_CONTACT = 16, 160
_NO_CONTACT = sum(
    BIT[kind] for kind in ("share", "networks", "subscribe", "related", "rights", "consent", "advert", "thread")
)
_OF_SITE_WORDS = _NO_CONTACT | BIT["more"] | BIT["offer"]
# No line that heads references is longer.
_LONGEST = 50
_CITES = re.compile(r"\b(?:1[89]|20)\d\d\b|https?://|\bdoi\b|\(n\.\s?d\.", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\[?(\d{1,3})[.)\]]\s")
# Where the page keeps the number of its title’s line.
_TITLE = "title"
SCORED = "scored-boilerplate"
# A title above a subtitle has so many blanks at least; of words longer than so, this share begins with a capital.
_TITLE_BLANKS, _SMALL_WORD, _TITLED = 2, 4, 0.8
# The title as a browser's tab has it is among so many lines, and the article's among so many; a sign stands between it
# and the name of the site.
_TAB_WITHIN, _TAB_LONGEST, _TITLE_WITHIN = 3, 200, 40
_MAY_BE_OF_SITE = re.compile(r"\s[|»·•–—-]\s|: ")
_OF_SITE = re.compile(r"\s*[|»·•–—-]+\s+\S.*|\S.*?\s[|»·•]+\s+")
# These may stand in a title as well, with its second part as the first heading right below.
_OF_SITE_ABOVE_MENU = re.compile(r"\S.*?(?:\s[–—-]+|:)\s+")
# A button has so many words at most, and names where the page is shared.
_BUTTON, _SHARING = 3, BIT["networks"] | BIT["share"]
# A line of so many words that comes again is a copy, and no refrain or heading.
_COPY_WORDS = 15
# And so many lines above and below it tell whether it stands in an article.
_NEAR = 4


def _copies(page: Page) -> Iterator[Span]:
    """Lines that stand above already, in runs that hold at least one long line."""
    if not is_plain(page):
        return
    lines, texts = solid(page), said(page)
    # Most lines are no copy, since none of the others ends with their last word.
    lasts = [text.rsplit(None, 1)[-1].casefold() for text in texts]
    times = Counter(lasts)
    first: dict[str, int] = {}
    copies = {
        at: above
        for at, (text, last) in enumerate(zip(texts, lasts, strict=True))
        if times[last] > 1 and (above := first.setdefault(_evenly(text.casefold()), at)) != at
    }
    run: list[tuple[int, int]] = []
    for at, above in copies.items():
        if at - 1 not in copies:
            yield from _copied(lines, run)
            run = []
        run.append((at, above))
    yield from _copied(lines, run)


def _evenly(text: str) -> str:
    """Return a text with one blank between its words and none around it; most texts are so already."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def _copied(lines: Sequence[Line], run: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Point at the copies of a run of (place, place of what it copies); at the first, where that is the stray one.

    A page may show the article's beginning in a box for sharing: the one that stays is the one with prose around it.
    A line that answers two questions is no copy.
    """
    if all(len(lines[at].says.split()) < _COPY_WORDS for at, _ in run):
        return
    if len(run) == 1 and all(at and lines[at - 1].says.rstrip().endswith("?") for at in run[0]):
        return
    first, last = run[0][0], run[-1][0]
    ordered = all(at - above == first - run[0][1] for at, above in run)
    stray = ordered and _prose_around(lines, first, last) > 2 * _prose_around(lines, run[0][1], run[-1][1])
    for at, above in run:
        gone, stays = (above, at) if stray else (at, above)
        yield Span(lines[gone].number, lines[gone].number, detail=f"line {lines[stays].number} says it")


def _prose_around(lines: Sequence[Line], first: int, last: int) -> int:
    """Return the words of the paragraphs that stand right above and below some lines."""
    near = (*lines[max(0, first - _NEAR) : first], *lines[last + 1 : last + 1 + _NEAR])
    return 1 + sum(words for line in near if (words := line.says.count(" ")) >= _COPY_WORDS)


def title_of(page: Page) -> int:
    """Return the number of the line that the scorer took for the title when it saw the page; 0 where it took none."""
    number: int = page.shared.get(_TITLE, 0)
    return number


def look_for_title(page: Page) -> tuple[Span, ...]:
    """Let the scorer say which line is the title, and point at nothing: a finder for where its rule is off."""
    _thought(page)
    return ()


def _far(above: Line, below: Line) -> bool:
    """Whether more than a blank line stands between two lines: a menu, which other rules took."""
    return below.number - above.number > 2


def _page_titles(page: Page) -> Iterator[Span]:
    """Point at the title with the site's name, as a browser's tab has it, above the title that has none."""
    lines = solid(page)[:_TITLE_WITHIN]
    texts = [line.says.strip() for line in lines]
    for at, text in enumerate(texts[:_TAB_WITHIN]):
        if len(text) > _TAB_LONGEST or _MAY_BE_OF_SITE.search(text) is None or lines[at].number == title_of(page):
            continue
        for place in range(at + 1, len(lines)):
            rest = text.replace(texts[place], "", 1) if 2 * len(texts[place]) > len(text) else text
            if rest != text and (
                _OF_SITE.fullmatch(rest) or (_far(lines[at], lines[place]) and _OF_SITE_ABOVE_MENU.fullmatch(rest))
            ):
                yield Span(lines[at].number, lines[at].number, detail=f"line {lines[place].number} has it alone")
                break


def _may_score(page: Page, lines: Sequence[Line]) -> bool:
    """Whether the scorer knows such pages: plain text, or Markdown with a page's menus, so many links stand alone.

    A menu leads to one site, and stands above the article or has many links more; what somebody recommends does not.
    """
    if any(line.where.path for line in lines):
        return False
    if is_plain(page):
        return True
    if page.lines[0].where.path == "front-matter":
        return False
    alone = [at for at, line in enumerate(lines) if line.where.link_density > _LINK_ALONE]
    home = _home(page)
    menu = [at for at in alone if _host(lines[at]) == home]
    if len(menu) < _MENUS:
        return False
    prose = any(blanks >= _PROSE_BLANKS for blanks in counted(page)[: menu[_ABOVE - 1]])
    return not prose or len(menu) >= _SURELY_MENUS


@once
def _home(page: Page) -> str:
    """Return where most links that stand alone lead: the host of the page's site, empty where links do not name it."""
    alone = [line for line in solid(page) if line.where.link_density > _LINK_ALONE]
    hosts = Counter(map(_host, alone))
    return max(hosts, key=lambda host: (hosts[host], host)) if hosts else ""


def _host(line: Line) -> str:
    """Return the host that a line's first link leads to; empty where it leads nowhere that is known."""
    links = (mark.target for mark in line.marks if mark.kind is MarkKind.LINK)
    return next(links, "").partition("://")[2].partition("/")[0]


class _Thought(NamedTuple):
    """A page's solid lines and the spaces between, what the scorer thinks of them, and the title's place, if any."""

    texts: list[str]
    spaces: Spaces
    opinion: Opinion
    title: int | None


def _thought(page: Page) -> _Thought | None:
    """Return what the scorer thinks of a page; None where it does not know such pages.

    The title is kept with the page, since later stages and the guide ask for it.
    """
    lines = solid(page)
    if len(lines) < _LEAST_TITLED or not _may_score(page, lines):
        return None
    numbered = ((line.number, line.number + line.text.count("\n"), line.says) for line in page.lines)
    texts, spaces = spaces_of(numbered, uncounted(page))
    if _is_wrapped(texts, spaces):
        return None
    densities = [line.where.link_density for line in lines]
    thought = judge(texts, spaces, densities if any(densities) else ())
    title = thought.title if thought.title is None else _above_subtitle(texts, thought.title)
    if title is not None:
        page.shared[_TITLE] = lines[title].number
    return _Thought(texts, spaces, thought, title)


def _scored(page: Page) -> Iterator[Span]:
    lines, found = solid(page), _thought(page)
    if found is None:
        return
    texts, spaces, thought, chosen = found
    few = len(lines) < _LEAST_LINES or sum(thought.lines.sizes) < _LEAST_WORDS
    if few or all(thought.keeps):
        return
    title = chosen or 0  # where none is likely, the first line is the next best thing, if it is no button
    if thought.title is None and _are_buttons(thought.lines):
        title = -1
    spared = _where_help_is(texts, thought.lines) | _opening(thought) | _plain_end(thought, spaces)
    spared |= _references(page, texts)
    for at, (line, text, keep) in enumerate(zip(lines, texts, thought.keeps, strict=True)):
        if not (keep or at in spared or at in {title, thought.title} or HELP.search(text)):
            yield Span(line.number, line.number, detail=", ".join(thought.reasons(at)), score=thought.junk(at))


def _above_subtitle(texts: Sequence[str], at: int) -> int:
    """Return the line of the title where what was taken for it is the subtitle right below; else the line itself.

    The title is shorter. The page says it above, too, or it is written as titles are, and the subtitle as sentences.
    """
    above, below = texts[at - 1].strip() if at else "", texts[at].strip()
    if above.count(" ") < _TITLE_BLANKS or len(above) >= len(below) or above.endswith((":", ".", ",")):
        return at
    if not above[0].isalpha():
        return at
    again = sum(above in text for text in texts[:at]) > 1
    return at - 1 if again or (_capitals(above) >= _TITLED and 2 * _capitals(below) < _TITLED) else at


def _capitals(text: str) -> float:
    """Return the share of a text's longer words, but for the first, that begin with a capital; 0 of one alone."""
    words = [word for word in text.split()[1:] if len(word) > _SMALL_WORD]
    return sum(word[0].isupper() for word in words) / len(words) if words[1:] else 0.0


def _references(page: Page, texts: Sequence[str]) -> set[int]:
    """Return the places of what an article is based on: below a heading for it, what is dated, numbered or linked."""
    found: set[int] = set()
    referring, last = False, 0
    for at, (line, text) in enumerate(zip(solid(page), texts, strict=True)):
        if len(text) <= _LONGEST and _REFERENCES.fullmatch(text.strip()):
            referring, last = True, 0
        elif referring:
            counted = _NUMBERED.match(text)
            number = int(counted[1]) if counted else 0
            goes_on = 0 < number == last + 1
            referring = _CITES.search(text) is not None or goes_on or _host(line) not in {"", _home(page)}
            last = number or last
        if referring:
            found.add(at)
    return found


def _opening(thought: Opinion) -> set[int]:
    """Return the places of the sentences between a title and the first paragraph kept: many an article begins so."""
    if thought.title is None:
        return set()
    sizes, kinds, stops = thought.lines.sizes, thought.lines.kinds, thought.lines.stops
    kept = (at for at, keep in enumerate(thought.keeps) if keep and at > thought.title and sizes[at] >= _PARAGRAPH)
    below = range(thought.title + 1, next(kept, thought.title))
    return {at for at in below if stops[at] and not kinds[at] and sizes[at] >= _SENTENCE}


def _plain_end(thought: Opinion, spaces: Spaces) -> set[int]:
    """Return the places of what stands below the last line kept, where it may be the article's own end.

    There is a paragraph, no word in it is a site's, and no rule took a line out. Such ends are rare, and every other
    line of them is the article's (public pages, 22 ends); a page's foot mostly says what it is.
    """
    kept = (at for at in range(len(thought.keeps) - 1, -1, -1) if thought.keeps[at])
    end = range(next(kept, -1) + 1, len(thought.keeps))
    kinds, sizes, stops = thought.lines.kinds, thought.lines.sizes, thought.lines.stops
    if any(kinds[at] & _OF_SITE_WORDS or spaces.taken[at] for at in end):
        return set()
    return set(end) if any(sizes[at] >= _PARAGRAPH and stops[at] for at in end) else set()


def _where_help_is(texts: Sequence[str], lines: Lines) -> set[int]:
    """Return the places of what stands below a heading that says where to get help, if there are numbers or addresses.

    It ends where boilerplate begins, or with a long paragraph. A shop's menu says "Get help", too, and has no numbers.
    """
    found: set[int] = set()
    for at, text in enumerate(texts):
        if len(text) > _LONGEST or not GETS_HELP.fullmatch(text.strip()):
            continue
        below = list(
            takewhile(lambda place: _may_be_contact(texts[place], lines.kinds[place]), range(at + 1, len(texts)))
        )
        if any(_CONTACT.search(texts[place]) for place in below[:_MOST_CONTACTS]):
            found.update((at, *below[:_MOST_CONTACTS]))
    return found


def _may_be_contact(text: str, kinds: int) -> bool:
    return len(text) <= _LONGEST_CONTACT and not kinds & _NO_CONTACT


def _are_buttons(lines: Lines) -> bool:
    """Whether the first two lines are where the page is shared."""
    short = all(size <= _BUTTON for size in lines.sizes[:2])
    return short and all(kinds & _SHARING for kinds in lines.kinds[:2])


def _is_wrapped(texts: Sequence[str], spaces: Spaces) -> bool:
    """Whether so many lines, and so much text, go on in lower case with the line above that it is wrapped, or verse.

    Items of a list in lower case are many lines and little text.
    """
    goes_on = [at for at, text in enumerate(texts) if text.lstrip()[:1].islower() and at and not spaces.parts[at]]
    lengths = [len(texts[at]) for at in goes_on if not texts[at - 1].rstrip().endswith(_ENDED)]
    return len(lengths) > _WRAPPED * len(texts) and sum(lengths) > _WRAPPED * sum(map(len, texts))


RULES = (
    Rule(
        name="page-title",
        because="it is the article’s title with the name of its site, and the title alone stands below",
        find=_page_titles,
        stage=Stage.LEFT,
        example="""
            removed | How to Sit Still for an Hour | Springford Notes
            kept    | Home
            kept    | How to Sit Still for an Hour
            kept    | One hour a week at the same place is worth more to a couple than any plan for a better year.
            kept    | How to Sit Still for an Hour | Springford Notes was what the sign said, and nobody knew why.
        """,
    ),
    Rule(
        name="copied-lines",
        because="the text holds it twice",
        find=_copies,
        stage=Stage.EDGES,
        example="""
            kept    | One hour a week for the two of you, at a set time, is worth more than a grand plan.
            kept    | Talk first
            kept    | Then listen.
            removed | One hour a week for the two of you, at a set time, is worth more than a grand plan.
            removed | Talk first
            kept    | One hour a week for the two of you, at a set time, is worth more than any grand plan.
            kept    | Then rest.
            kept    | May one of us come alone?
            kept    | Yes, one of you may come alone, and the chair of the other one stays where it is until then.
            kept    | Must we both come on Sunday?
            kept    | Yes, one of you may come alone, and the chair of the other one stays where it is until then.
        """,
    ),
    Rule(
        name=SCORED,
        because="its looks, words and place are those of boilerplate",
        find=_scored,
        stage=Stage.SCORER,
        example="""
            kept    | The Hour a Week
            kept    | One hour a week at the same place is worth more to a couple than any plan for a better year. The first half belongs to one of you and the second to the other, and nobody cuts in.
            kept    | The first half belongs to one of you and the second to the other, and nobody cuts in. Whoever listens says back what was heard, in plain words, before saying anything else about it.
            kept    | Whoever listens says back what was heard, in plain words, before saying anything else about it. When it gets loud, the hour ends for that day, and both know when the next one begins.
            kept    | When it gets loud, the hour ends for that day, and both know when the next one begins. A chair by the window, a pot of tea and a clock are all that such an hour needs from you.
            kept    | A chair by the window, a pot of tea and a clock are all that such an hour needs from you. Some weeks there is little to say, and then the two of you sit there and say that little.
            kept    | Some weeks there is little to say, and then the two of you sit there and say that little. Other weeks an old quarrel comes back, and it helps to have agreed what is done with it.
            kept    | Other weeks an old quarrel comes back, and it helps to have agreed what is done with it. Write it on a slip of paper, put the slip into a jar, and leave the jar shut until Sunday.
            kept    | Write it on a slip of paper, put the slip into a jar, and leave the jar shut until Sunday. On Sunday you open the jar together and find that half of the slips have lost their weight.
            kept    | On Sunday you open the jar together and find that half of the slips have lost their weight. What is left has earned its hour, and it gets one, with the clock and the tea and the chairs.
            kept    | What is left has earned its hour, and it gets one, with the clock and the tea and the chairs. If one of you stays away, the other one keeps the hour alone and writes down what was missing.
            kept    | If one of you stays away, the other one keeps the hour alone and writes down what was missing. A counsellor can sit with you for the first hours, and many people find that this makes it easier.
            kept    | A counsellor can sit with you for the first hours, and many people find that this makes it easier. One hour a week at the same place is worth more to a couple than any plan for a better year.
            removed | Sign up for our newsletter
            removed | Get our latest deals in your inbox
            removed | Follow us on Facebook and Instagram
            removed | Privacy policy | Terms of use
        """,
    ),
)
