"""Page furniture that stands on lines of its own: share bars, navigation, related posts."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import (
    LONGEST_STAMP,
    bare,
    dated,
    either,
    lines_matching,
    lines_of,
    once,
    patterns,
    said,
    solid,
)
from guidewright.model import Kind, Rule, Span, Stage
from guidewright.rules._help import HELP, but_help
from guidewright.rules._lines import BULLET, below_prose, but_sentences, ends, in_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.model import Line, Page

_NETWORK = (
    r"(?:facebook|twitter|x|linked ?in|pinterest|whats ?app|reddit|tumblr|e-?mail|print|instagram|youtube|bluesky|mastodon|telegram"
    r"|copy link|rss|google\+?|pocket|threads|tik ?tok|messenger|link)"
)
# So many lines that each are one are a bar of buttons; a list of networks that an article is about has words with them.
_ONE_NETWORK, _BAR = patterns(_NETWORK), 3
_LONGEST_NETWORK = 20
_RELATED_HEADINGS = (
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"related (?:posts?|articles?|stories|reading|content|topics|resources)",
    r"(?:more|recent|popular|latest|similar|other|recommended|further) (?:posts?|articles?|stories|like this|on this topic)",
    r"(?:more|latest|recommended) from (?:(?-i:[A-Z\d])|the |this |our )[^.!?:]{1,40}",
    r"recommended (?:for you|reading)|read (?:next|more|also)|up next|don['’]t miss|trending(?: now)?|most (?:read|popular)",
    r"keep reading|more (?:articles )?by .{1,40}|explore (?:more|content categories).{0,30}|what to read next",
)
_RELATED = patterns(*(rf"(?:{each})[:…]?" for each in _RELATED_HEADINGS))
# A related-posts list stands at the end: at most this many short lines follow its heading, with fewer words than the article
# has. Where it stands in the middle, so many sentences in a row go on with the article, or one below headlines alone.
_TEASERS = 14
_PARAGRAPH_WORDS = 15
_LONGEST_HEADLINE = 160
_IN_A_ROW = 2


def _related(page: Page) -> Iterator[Span]:
    headings = {line.number for line in (*lines_of(page, _RELATED, 80), *words.lines_saying(page, "related-posts", 80))}
    lines = solid(page)
    for index, line in enumerate(lines if headings else ()):
        if index < 4 or line.number not in headings or bare(line) != line.says.strip():
            continue
        rest = lines[index + 1 :]
        teasers = rest[: _prose(rest, line.where.level)]
        long = len(rest) > _TEASERS or any(len(each.says) > _LONGEST_HEADLINE for each in rest)
        if long or not teasers or _words_in(teasers) > _words_in(lines[:index]):
            yield Span(line.number, line.number)
            continue
        yield Span(line.number, teasers[-1].number)
        if len(teasers) == len(rest):
            return


def _words_in(lines: Iterable[Line]) -> int:
    return sum(line.says.count(" ") + 1 for line in lines)


def _prose(lines: Sequence[Line], level: int) -> int:
    """Return how many teasers are at the head of some lines, below a heading of a level; then the article goes on."""
    said = [_is_sentence(line) and not _is_teaser(line) for line in lines]
    first = said.index(True) if True in said else len(lines)
    if len(lines) - first == 1 and lines[first].says.count(" ") < _PARAGRAPH_WORDS:
        return len(lines)  # the last headline's excerpt
    if all(said[first:]):
        return first
    for at in range(len(lines) - 1):
        in_a_row = said[at : at + _IN_A_ROW]
        if len(in_a_row) == _IN_A_ROW and all(in_a_row):
            return at
        if 0 < lines[at].where.level < level and said[at + 1]:
            return at
    return len(lines)


def _is_sentence(line: Line) -> bool:
    return bare(line).endswith((".", "!", "?", "”", '"')) and line.says.count(" ") >= _SENTENCE


def _is_teaser(line: Line) -> bool:
    """Whether a line may be a teaser's, too: an item, the beginning of a text, or a headline that asks."""
    text = line.says.strip()
    asks = text.endswith("?") and text.count(" ") < 2 * _SENTENCE
    return asks or text.endswith("...") or line.where.kind is Kind.ITEM or BULLET.match(text) is not None


# --- what stands below an article: headline, a line about it, a date, and that again and again

_NEXT = patterns(
    r"(?:next up|up next)(?: in .{1,30})?",
    r"more (?:great )?(?-i:[A-Z]).{1,40} stories|more (?:great )?stories(?: .{1,30})?",
    r"(?:trending|top|latest|popular|featured|recommended|related|other|more) (?:stories|news|headlines|reads)",
    r"most (?:viewed|read|popular|watched|shared)(?: .{1,20})?",
    r"more on this (?:story|topic)|(?:recommended|more) from (?-i:[A-Z]).{1,30}|(?:promoted|sponsored|partner) (?:stories|content|links)|(?:from )?(?:around|elsewhere on) the web|latest in .{1,30}|in case you missed it|discover more",
)
_TOPICS = patterns(
    r"(?:related |more )?(?:topics?|tags|categories|keywords|labels|filed under)(?: in this (?:story|article))?:?"
)
_LONGEST_TOPIC = 40
_TEASER, _TEASER_WORDS, _MOST_TEASERS = 260, 22, 90
_LEAST_PROSE = 100
# So many sentences in a row, each with so many blanks at least, are an article's.
_MOST_SENTENCES, _SENTENCE = 3, 6
_LEAST_STAMPS = 3
# Above the first teaser and above the others stand so many lines of the same looks, at least.
_LEAST_ALIKE = 2
_DIGIT = re.compile(r"\d")
_CLOCKED = re.compile(r"\b(?:updated|published|posted)\b.*\d|\d[:.]\d\d\b", re.IGNORECASE)
_HEADLINE, _HEADLINE_BLANKS = "headline", 3
_MOST_BETWEEN = 5


def _next_up(page: Page) -> Iterator[Span]:
    """Point at a heading of other articles and all that is below, where that is nothing but teasers."""
    lines = solid(page)
    headings = {line.number for line in lines_of(page, _NEXT, 60)}
    words_above = 0
    for at, line in enumerate(lines if headings else ()):
        if line.number in headings and words_above >= _LEAST_PROSE and _are_teasers(lines[at + 1 :]):
            yield Span(line.number, page.lines[-1].number)
            return
        words_above += line.says.count(" ") + 1


def _topics(page: Page) -> Iterator[Span]:
    """Point at a heading of topics that no prose follows, and at the topics below it."""
    lines = solid(page)
    headings = {line.number for line in lines_of(page, _TOPICS, 40)}
    for at, line in enumerate(lines if headings else ()):
        rest = lines[at + 1 :]
        if line.number in headings and all(len(each.says) <= _TEASER for each in rest):
            topics = list(takewhile(_is_topic, rest))
            if 0 < len(topics) <= _TEASERS:
                yield Span(line.number, topics[-1].number)


def _is_topic(line: Line) -> bool:
    return len(line.says.strip()) <= _LONGEST_TOPIC and bare(line)[-1:].isalnum()


def _are_teasers(lines: Sequence[Line]) -> bool:
    return (
        0 < len(lines) <= _MOST_TEASERS
        and not any(HELP.search(line.says) for line in lines)
        and _words_in(lines) <= _TEASER_WORDS * len(lines)
        and all(len(line.says) <= _TEASER for line in lines)
        and not _tells(lines)
    )


def _tells(lines: Sequence[Line]) -> bool:
    """Whether sentences follow each other as in an article: between a teaser's and the next one's is a headline."""
    ends = [_is_sentence(line) for line in lines]
    return any(all(ends[at : at + _MOST_SENTENCES]) for at in range(len(ends) - _MOST_SENTENCES + 1))


def _teaser_runs(page: Page) -> Iterator[Span]:
    """Point at teasers that each end with a date: other articles in a row, below the prose."""
    lines = solid(page)
    dates = _dated_lines(page)
    run: list[int] = []
    for at in (*dates, len(lines) + _TEASER):
        size = run[1] - run[0] if run[1:] else at - run[0] if run else 0
        if run and 1 < size <= _MOST_BETWEEN and at - run[-1] == size:
            run.append(at)
            continue
        if len(run) >= _LEAST_STAMPS:
            yield from _teased(lines, run)
        run = [at]


def _clocked_runs(page: Page) -> Iterator[Span]:
    """Point at teasers at the end of a page, each with the hour at which it was published: no timeline tells that."""
    lines = solid(page)
    stamps = [at for at in _dated_lines(page) if _CLOCKED.search(lines[at].says)]
    while len(stamps) > _LEAST_STAMPS:
        sizes = {below - above for above, below in pairwise(stamps)}
        size = min(sizes)
        if len(sizes) == 1 and 1 < size <= _MOST_BETWEEN and len(lines) - stamps[-1] <= size:
            break
        stamps = stamps[1:]
    else:
        return
    first = stamps[0] - (size - len(lines) + stamps[-1])
    while _look(lines[first - 1]) == "words" and len(lines[first - 1].says) <= _LONGEST_TOPIC:
        first -= 1
    if _words_in(lines[:first]) >= _LEAST_PROSE and all(len(line.says) <= _TEASER for line in lines[first:]):
        yield Span(lines[first].number, page.lines[-1].number)


@once
def _dated_lines(page: Page) -> list[int]:
    """Return the places of the lines that are dates, with nothing else beside them."""
    lines = solid(page)
    short = [at for at, text in enumerate(said(page)) if len(text) <= LONGEST_STAMP and _DIGIT.search(text)]
    return [at for at in short if (found := dated(bare(lines[at]))) is not None and not found[1]]


def _teased(lines: Sequence[Line], run: Sequence[int]) -> Iterator[Span]:
    """Point at a run of teasers, where what stands above the first date looks like what is above the others."""
    size = run[1] - run[0]
    looks = Counter(tuple(map(_look, lines[at - size + 1 : at])) for at in run[1:])
    look, times = looks.most_common(1)[0]
    alike = 0
    while alike < min(len(look), run[0]) and _look(lines[run[0] - 1 - alike]) == look[-1 - alike]:
        alike += 1
    first = run[0] - alike
    if 2 * times < len(run) or _HEADLINE not in look or alike < min(size - 1, max(_LEAST_ALIKE, size - 2)) or first < 1:
        return
    if _words_in(lines[:first]) >= _LEAST_PROSE and all(len(line.says) <= _TEASER for line in lines[first : run[-1]]):
        yield Span(lines[first].number, lines[run[-1]].number)


def _look(line: Line) -> str:
    """Return what a line looks like: a sentence, a headline, or a word or two."""
    if ends(line.says):
        return "sentence"
    return _HEADLINE if line.says.strip().count(" ") >= _HEADLINE_BLANKS else "words"


def _networks(page: Page) -> Iterator[Span]:
    """Point at runs of lines that each name where to share, and no more, but for a list that a colon announces."""
    named = {line.number for line in lines_of(page, _ONE_NETWORK, _LONGEST_NETWORK)}
    lines = solid(page) if named else ()
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and lines[at].number in named:
            at += 1
        if at - first >= _BAR and not (first and bare(lines[first - 1]).endswith(":")):
            yield from (Span(line.number, line.number) for line in lines[first:at])
        at += 1


RULES = (
    Rule(
        name="share-bar",
        because="it offers to share the page",
        find=either(
            words.saying("share-bar"),
            lines_matching(
                r"(?:share|tweet|pin|like|follow)(?: (?:this|it|us|me|the (?:post|article|page|love))(?: (?:post|article|page|story))?)?"
                rf"(?: (?:on|via|with|to) (?:{_NETWORK}|friends|social media|a friend))?(?: \(opens in new window\))?[:.!]?",
                rf"(?:click to )?(?:share|e-?mail|print|tweet|pin|post|save)(?: (?:this|a link|it))?(?: (?:on|to|via|with|by) (?:{_NETWORK}|a friend))(?: \(opens in new window\))?",
                rf"(?:{_NETWORK}[\s|,/·•]+){{2,}}{_NETWORK}?",
                rf"(?:share|follow|connect)(?: this| with us| with me| us| me)?(?: on| via)?:?(?:[\s|,/·•]+{_NETWORK})+",
                r"\d+ (?:shares?|likes?|retweets?|views?)|(?:like|reply|share|report|permalink)(?: (?:like|reply|share|report|permalink))*",
                longest=160,
            ),
        ),
        example="""
            removed | Share this:
            removed | Facebook Twitter LinkedIn
            removed | Share this: Facebook | Print
            removed | Share on Facebook (Opens in new window)
            kept    | Share one thing that went well.
            kept    | Print two copies and fill them in apart.
        """,
    ),
    Rule(
        name="share-buttons",
        because="they share the page",
        find=_networks,
        # The scorer learnt on pages that have them still.
        stage=Stage.LEFT,
        example="""
            removed | Facebook
            removed | Copy link
            removed | X
            kept    | Turn off what comes from these:
            kept    | Facebook
            kept    | Instagram
            kept    | TikTok
            kept    | What they have in common is that they want you to stay.
            kept    | Instagram
            kept    | It is the one that shows you what you lack.
        """,
    ),
    Rule(
        name="related-posts",
        because="it leads to other articles of the site",
        find=_related,
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            kept    | The first hour is for listening and no more than that, so leave the rest for later on.
            kept    | You might also like to write things down when the day has been long and the talk was short.
            kept    | Write slowly, for nobody reads it before Sunday.
            removed | Most Popular
            removed | Ten chairs that were never sat on
            removed | Who mends the clock?
            kept    | The second hour is for plans, and for what the two of you want to do on Sunday.
            kept    | More from my sister: she cooks on Mondays.
            kept    | The third hour is for tea, and nobody has ever been late for that one.
            removed | You might also like
            removed | Five ways to say sorry
            removed | When the children hear you argue
        """,
    ),
    Rule(
        name="read-also",
        because="it leads to another article of the site",
        find=either(
            but_sentences(words.saying("read-also")),
            lines_matching(r"(?:watch|listen) ?: ?[\"“‘]?(?-i:[A-Z]).{3,160}[^.!:;,]"),
        ),
        example="""
            removed | Listen: Ada Sample on a season ticket for one
            kept    | Listen: nobody is to blame here.
            kept    | Watch: He will look away first.
            removed | Read next: Seven bridges and what they have carried
            removed | You might also like: A season ticket for one
            kept    | Read next to the window, where the light is good.
            removed | See also: ten chairs that were never sat on
            kept    | See also: what you do with your hands while he talks, for it says as much as you do.
        """,
    ),
    Rule(
        name="filler-text",
        because="a template came with it, and nobody wrote it",
        find=lines_matching(r"lorem ipsum dolor sit amet\b.{0,3000}", longest=3000),
        example="""
            removed | Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.
            kept    | Lorem ipsum is what stands on a sign that nobody has written yet.
        """,
    ),
    Rule(
        name="navigation",
        because="it is navigation of the site",
        find=either(
            but_sentences(words.saying("navigation")),
            lines_matching(
                r"(?:skip to|jump to) (?:main |primary )?(?:content|navigation|footer|search|recipe|comments)",
                r"(?:home|blog|articles?)(?:\s*[>›»/|]\s*[^>›»/|]{1,60})+",
                r"(?:previous|next|older|newer)(?: (?:post|article|entry|page|story|posts|entries))[:.]?",
                r"(?:«|←|‹)\s?[^»›]{1,80}",
                r"[^«‹]{1,80}\s?(?:»|→|›)",
                r"(?:main |primary |site )?(?:menu|navigation|search|toggle (?:navigation|menu)|open menu|close menu|breadcrumbs?|search for:)",
                r"(?:filed under|posted in|tagged(?: with)?|tags?|categor(?:y|ies)):? .{0,159}[^.!?]|(?:tags|categories):?",
                r"(?:continue reading|read (?:the )?(?:full|rest of(?: the)?)(?: (?:article|post|story))?)(?: ?(?:→|»|\.\.\.|…))?",
                r"table of contents|advertisement|sponsored(?: content)?|loading\.{0,3}",
            ),
        ),
        example="""
            removed | Skip to content
            removed | Home > Blog > Couples
            removed | Tags: trust, couples, fear
            removed | Next post
            removed | Next: Ten chairs that were never sat on
            kept    | Next: talk to your doctor about what you noticed, and write it down.
            kept    | Next: Put the kettle on.
            kept    | Home is where both of you can be tired.
            kept    | Search for words that do not blame.
            kept    | Tags are for luggage, not for people.
            kept    | Category: things we never said.
        """,
    ),
    Rule(
        name="page-furniture",
        because="it is furniture of the page",
        find=but_help(
            either(
                words.saying("page-furniture", longest=500),
                # A sign alone, or what a font of icons draws.
                lines_matching(r"[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?|[\ue000-\uf8ff][\ue000-\uf8ff\s]*"),
            )
        ),
        stage=Stage.LEFT,
        example="""
            removed | Continue reading the main story
            removed | Oops! Something went wrong while submitting the form.
            removed | 💌
            removed | \ue62d \ue646
            kept    | Oops, said the clock, and it went wrong.
        """,
    ),
    Rule(
        name="lead-on",
        because="it leads to other pages of the site",
        find=below_prose(
            but_sentences(words.saying("lead-on")),
            lines_matching(r"(?-i:Related|Read more|Read next|See also)(?-i:[A-Z][a-z]).{10,160}"),
        ),
        stage=Stage.LEFT,
        example="""
            kept    | In pictures: ten chairs that were never sat on
            kept    | One hour a week at the same place is worth more to a couple than any plan for a better year, and it need not be an hour in which anybody speaks.
            removed | More:Ten chairs that were never sat on
            removed | RelatedWhere should you keep your chairs?
            kept    | More of this is not better.
            kept    | More: the more you ask, the more you will hear.
        """,
    ),
    Rule(
        name="teasers",
        because="it leads to other articles, which stand in a row below this one",
        find=either(_clocked_runs, in_text(either(_next_up, _teaser_runs, _topics))),
        stage=Stage.LEFT,
        example="""
            kept    | The Hour a Week
            kept    | One hour a week at the same place is worth more to a couple than any plan for a better year. The first half belongs to one of you and the second to the other, and nobody cuts in. When it gets loud, the hour ends for that day, and both know when the next one begins. A chair by the window, a pot of tea and a clock are all that such an hour needs from you. Some weeks there is little to say, and then the two of you sit there and say that little. Other weeks an old quarrel comes back, and it helps to have agreed what is done with it.
            kept    | How it came about
            kept    | May 4, 2017
            kept    | They sat down for the first time.
            kept    | May 11, 2017
            kept    | They got up again.
            kept    | May 18, 2017
            kept    | They stayed, and the clock stood still for once.
            removed | Mayor sits down on the chair that nobody wanted
            removed | He had been asked to stand, he said.
            removed | May 24, 2017
            removed | Clock is found in the river
            removed | It was still going, and nobody knows whose it is.
            removed | May 24, 2017
            removed | Tea grows dearer this year
            removed | A wet spring is to blame.
            removed | May 23, 2017
            removed | Topics
            removed | Chairs
            removed | More Great Springford Stories
            removed | The man who mends chairs
            removed | He has mended ours, and it took him a year.
            removed | By Sam Petrie 4 comments
        """,
    ),
)
