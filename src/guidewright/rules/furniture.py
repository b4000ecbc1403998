"""Page furniture that stands on lines of its own: share bars, navigation, related posts."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile
from math import inf
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import (
    LONGEST_STAMP,
    bare,
    blanks,
    blocks,
    by_number,
    dated,
    either,
    is_plain,
    lines_matching,
    lines_of,
    once,
    patterns,
    said,
    solid,
)
from guidewright.model import NOWHERE, Kind, Rule, Span, Stage
from guidewright.rules._help import HELP, but_help
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
    return asks or text.endswith("...") or line.where.kind is Kind.ITEM or _BULLET.match(text) is not None


def _in_text(finder: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at lines of plain text alone: a format that knows its pictures keeps them with what is said of them."""

    def find(page: Page) -> Iterator[Span]:
        spans = list(finder(page))
        if spans and not is_plain(page):
            text = {line.number for line in page.lines if line.where == NOWHERE}
            spans = [span for span in spans if span.first in text]
        yield from spans

    return find


# What tells whose a picture is, in small letters as well.
_WHOSE = re.compile(
    r"(?:courtesy|by|via|from|taken|provided|supplied|handout|getty|shutterstock|private?|dpa|afp|von|mit|zur verfügung"
    r"|par|de|del|cortesía|dzięki|z|ze)\b",
    re.IGNORECASE,
)
# So many blanks are in the shortest sentence behind a label.
_BEHIND_LABEL = 3


def _but_sentences(finder: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at lines that begin with a label, but for those in which a sentence of the article goes on behind it."""

    def find(page: Page) -> Iterator[Span]:
        for span in finder(page):
            if not _is_sentence_behind_label(bare(by_number(page)[span.first])):
                yield span

    return find


def _is_sentence_behind_label(text: str) -> bool:
    """Whether what is behind a colon is no headline, name or caption: those begin with a capital, or have no stop."""
    label, _, behind = text.partition(":")
    behind = behind.strip()
    if behind.count(" ") < _BEHIND_LABEL or not behind.endswith((".", "!")) or behind.endswith(".."):
        return False
    return (behind[0].islower() and _WHOSE.match(behind) is None) or (label.lower() == "next" and behind[-1] == ".")


# A caption that ends with where the picture is from, or a credit that begins with it.
_AGENCY = (
    r"(?:getty(?: images)?|shutterstock(?:\.com)?|istock(?:photo)?|unsplash|alamy(?: stock photo)?|pexels|pixabay|adobe ?stock"
    r"|reuters|afp|ap photo)"
)
_PICTURE = r"(?:photo|photograph|picture|image|illustration)"
_NAME = r"[\"'“‘]?(?-i:[A-Z@])[^.!?]{1,60}[\"'”’]?\.?"
_CREDITED = (
    (
        r".{1,380}(?:/\s?|\bvia |\b(?:picture|photo|image|credit|photograph|pic|source)s?:\s?(?:[\w .]{0,40}/ ?)?)"
        rf"{_AGENCY}\)?"
    ),
    rf".{{1,300}}[.!?)”\"’] ?\(?{_PICTURE}s?(?: credit)?(?: by:?| from:?| via:?|:) {_NAME}\)?",
    rf".{{1,160}}[.,;(|–—-] ?courtesy (?:of )?{_NAME}\)?",
    rf"(?:null)?{_AGENCY} ?[/|] ?.{{1,60}}",
    rf"{_PICTURE}s? (?:provided|supplied) by {_NAME}|{_PICTURE} (?:from|via) (?:the )?(?-i:[A-Z\d])[^.!?]{{1,60}}\.?",
)
# A caption has at most so many words; below so many words of prose a block of two lines may be a title and its subtitle.
_CAPTION_WORDS, _CAPTION_LEAST = 25, 3
_PAIR = 2
_PROSE_WORDS = 25
_BULLET = re.compile(r"(?:[•·*+–—-]|\d{1,3}[.)])\s")
# An alt text in small letters stands between paragraphs of prose: so many, so long, on a page that has few such lines.
_PARAGRAPHS, _PARAGRAPH_WORDS = 4, 15
_SMALL = 0.25
# What has this is code, a name such as iPhone, or goes on with what stands above.
_NO_ALT = re.compile(r"[<>{}=;|/\\()_\[\]#@]|\w\.\w|--|^[a-z]+[A-Z]|^(?:by|via|and|or|but|with)\b|[.!?:,…\"”]$")
_word_runs = finder(re.compile(r"\w+"))
# What stands in for a picture where pictures cannot be seen.
_DEPICTION = r"(?:screenshot|screen shot|infographic|headshot|stock photo|diagram|flow ?chart|(?:(?:stacked )?(?:bar|pie|line) )(?:chart|graph))s?"
_DEPICTS = r"(?:of|showing|shows|that shows|titled|illustrating|depicting|comparing|displaying)"
_STAND_IN = (
    r"(?:(?:share|search|menu|clock|calendar|arrow|close|feedback|subscribe|play|location|phone|e-?mail|print|download) icon"
    r"|(?:feature|featured|hero|cover|header|profile) (?:image|picture|photo)|please set an alt value for this image\W*)"
)
# Whom a picture shows, and what they do there. Such a line has no verb of a sentence, which a heading may lack, too:
# so the doing is one that is seen ("holding a", not "planning").
_SOMEBODY = (
    r"(?:(?:young|older|old|elderly|little|happy|sad|smiling|pregnant|female|male|senior|middle-aged|business) )*"
    r"(?:woman|man|person|girl|boy|child|couple|student|lady|teen|teenager|toddler|baby|hiker|runner|cyclist|athlete|doctor|nurse"
    r"|teacher|chef|worker|employee|businessman|businesswoman|mother|father|mom|dad|patient|player|someone|farmer|therapist|family)"
)
_SEVERAL = r"(?:(?:young|older|happy|smiling|female|male|business) )*(?:women|men|people|persons|girls|boys|children|kids|students|friends|colleagues|coworkers|adults|hands)"
_DOES = (
    r"(?:(?:holding|wearing|carrying|using|lifting|riding|hugging|touching|opening|drinking|eating|reading|typing|showing)"
    r" (?:an?|the|his|her|their|on|in|from|two|hand|\w+ (?:in|on|at|with)|laptop|phone|smartphone|tablet|computer|weights|coffee|tea|books?)\b"
    r"|(?:sitting|standing|lying|laying|leaning|kneeling|walking|running|working|talking|playing|writing|smiling|looking|pointing"
    r"|laughing|doing|posing|sleeping|jumping|researching|studying|typing) (?:down|up|out|at|on|in|by|with|along|across|through|away|towards?"
    r"|next to|behind|under|over|outside|inside|together|an?|the)\b)"
)
_SHOWN = (
    rf"{_SOMEBODY} (?:\w+ )?{_DOES}[^.!?:;]*\.?",
    rf"(?:an?|one|two|three|four|five|six|several|(?:a )?(?:group|pair|team) of) (?:{_SOMEBODY}|{_SEVERAL}) (?:\w+ ){{0,4}}{_DOES}[^.!?:;]*",
    r"hands? (?:holding|pointing|typing|writing|touching|reaching) (?:an?|the|at|on|out|over|with)\b[^.!?:;]*",
)
_OF_A_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might|must|i|we|you|your|our|my|who|what"
    r"|how|why|when|says?|said)\b|['’](?:re|ll|ve|m)\b|n['’]t\b",
    re.IGNORECASE,
)
_shown = patterns(*_SHOWN)


def _of_people(page: Page) -> Iterator[Span]:
    """Point at lines that say whom a picture shows."""
    for line in lines_of(page, _shown):
        if not _OF_A_SENTENCE.search(line.says) and not _in_capitals(bare(line)):
            yield Span(line.number, line.number)


def _small(page: Page) -> Iterator[Span]:
    """Point at lines that stand alone among paragraphs and begin with a small letter, as alt texts do."""
    lines, texts = solid(page), said(page)
    small = [text[0].islower() for text in texts]
    if not 0 < sum(small) <= _SMALL * len(lines):
        return
    prose = sum(count >= _PARAGRAPH_WORDS and not each for count, each in zip(blanks(page), small, strict=True))
    if prose < _PARAGRAPHS:
        return
    for at in [at for at, each in enumerate(small) if each and at]:
        text, above = texts[at], lines[at - 1]
        if small[at - 1] or (at + 1 < len(lines) and small[at + 1]) or not _alone(lines, at):
            continue
        if not _CAPTION_LEAST <= text.count(" ") + 1 <= _CAPTION_WORDS or _NO_ALT.search(text) or _in_capitals(text):
            continue
        if not (_OF_A_SENTENCE.search(text) or _leads_on(above.says.rstrip())):
            yield Span(lines[at].number, lines[at].number)


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a blank line, or one that a rule took, is above the line and below."""
    ends = [line.number + line.text.count("\n") for line in lines[at - 1 : at + 1]]
    below = lines[at + 1].number if at + 1 < len(lines) else ends[1] + 2
    return lines[at].number > ends[0] + 1 and below > ends[1] + 1


def _leads_on(above: str) -> bool:
    """Whether a text wants another below it: a list, or the rest of a sentence."""
    return above.endswith((":", ",", ";")) or (
        above.count(" ") >= _PARAGRAPH_WORDS and not above.endswith(tuple(".!?…\"”’')"))
    )


def _in_capitals(text: str) -> bool:
    """Whether most of the longer words have capitals, as in a headline."""
    longer = [word for word in text.split()[1:] if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


@once
def _first_prose(page: Page) -> float:
    """Return the number of the first line of prose; infinite where there is none."""
    return next(
        (line.number for line, count in zip(solid(page), blanks(page), strict=True) if count >= _PROSE_WORDS), inf
    )


def _captions(page: Page) -> Iterator[Span]:
    """Point at blocks of two short lines one of which says the other: a picture's alt text and its caption."""
    for above, below in _pairs(page):
        if _first_prose(page) < above.number and _say_one_thing(above.says.strip(), below.says.strip()):
            yield Span(above.number, below.number)


@once
def _pairs(page: Page) -> list[list[Line]]:
    """Return the blocks of two short lines that may be captions: no two sentences, and no couplet beside another."""
    runs = blocks(page)
    pairs = [len(run) == _PAIR and all(line.says.count(" ") < _CAPTION_WORDS for line in run) for run in runs]
    beside = zip([False, *pairs], [*pairs[1:], False], strict=False)
    return [
        run
        for run, pair, others in zip(runs, pairs, beside, strict=False)
        if pair and not any(others) and not all(_ends(line.says) for line in run)
    ]


def _say_one_thing(above: str, below: str) -> bool:
    if above.endswith((":", "?")) or "\t" in above + below or _BULLET.match(above) or _BULLET.match(below):
        return False
    said = [each.replace("’", "").replace("'", "") for each in (above.lower(), below.lower())]
    if not all(_CAPTION_LEAST - 1 <= each.count(" ") < _CAPTION_WORDS for each in said):
        return False
    words_of = _word_runs(said)
    short, long = sorted((f" {' '.join(each)} " for each in words_of), key=len)
    return min(map(len, words_of)) >= _CAPTION_LEAST and short in long


def _below_prose(*finders: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at lines that have prose above them, where the page has any: a title is none of them."""

    def find(page: Page) -> Iterator[Span]:
        spans = [span for each in finders for span in each(page)]
        first = _first_prose(page) if spans else inf
        yield from (span for span in spans if first < span.first or first == inf)

    return find


# What ends with who took the picture, or says so in brackets.
_ROLE = r"(?:Head|Editor|Director|Professor|Author|Founder|Chief|Manager|Teacher|Writer|Reporter|President|Minister|Senior|Staff|Associate|Spokes)"
_TAKEN_BY = (
    (
        rf"[^|]{{1,300}}(?:[.!?)”\"’] ?\(?{_PICTURE}s?(?: credit)?(?: by:?|:)|\s\(?(?:photo credit|image credit|credits?|pic):) ?"
        r"[\"'“‘]?(?-i:(?:[A-Z]\. ?){0,3}[A-ZÀ-ÖØ-Þ@])[^.!?]{1,60}[\"'”’]?\.?\)?"
    ),
    r".{1,300}\((?:(?-i:[A-Z])[\w.&’'-]*[ /]){1,4}(?:file )?(?:photo|photograph|picture|image)(?: ?/ ?[^)]{1,40})?\)\.?",
    rf"(?-i:[A-Z][\w’'-]+ (?:[A-Z][\w.’'-]* ){{0,2}}[A-Z][\w’'-]*[a-z]{_ROLE})[\w ,&-]{{0,50}}",
    r"(?!(?:the|an?|this|my|your|our|his|her|their|its|today)\b)(?-i:[A-Z])[\w .’'-]{1,40}['’]s (?:avatar|(?:profile )?picture|profile photo)",
)
_taken_by = patterns(*_TAKEN_BY)
# An alt text and a caption that a scrape glued have the seam in a word, and no end of a sentence.
_SEAM = re.compile(r"\b[a-zà-ÿ]{2,}[a-zà-ÿ](?=[A-ZÀ-Þ][a-zà-ÿ]+\b)")
_ENDS = frozenset(".!?:…")
_INNER_CAPITAL = re.compile("[A-ZÀ-Þ](?<=[a-zà-ÿ][A-ZÀ-Þ])")  # quick, since `re` looks for the capital alone
_GLUED_ON_PAGE = 3
# Two captions begin with so many words alike, and the longer has this share of the words of the shorter.
_ALIKE, _SHARED = 3, 0.75
_CODE = re.compile(r"[<>{}=;|\\()_\[\]»]|\w\.\w")


def _of_pictures(page: Page) -> Iterator[Span]:
    """Point at captions that say who took the picture, and at the alt text on the line above."""
    credited = {line.number for line in lines_of(page, _taken_by, longest=400)}
    for block in blocks(page) if credited else ():
        for above, line in pairwise((None, *block)):
            if line is None or line.number not in credited:
                continue
            yield Span(line.number, line.number)
            if above and len(block) <= _PAIR + 1 and line.number == above.number + 1 and _is_short(above.says):
                yield Span(above.number, above.number)


def _glued(page: Page) -> Iterator[Span]:
    """Point at lines that are an alt text and a caption, glued."""
    lines = zip(solid(page), said(page), blanks(page), strict=True)
    short = [line for line, text, count in lines if count < _CAPTION_WORDS and text[-1] not in _ENDS]
    glued = [(line, seam) for line in short if _INNER_CAPITAL.search(line.says) and (seam := _SEAM.search(line.says))]
    for line, seam in glued if len(glued) <= _GLUED_ON_PAGE else ():
        sides = line.says[: seam.end()], line.says[seam.end() :]
        if not _CODE.search(line.says) and all(each.count(" ") >= _PAIR for each in sides):
            yield Span(line.number, line.number)


def _twins(page: Page) -> Iterator[Span]:
    """Point at blocks of two lines that begin alike and say nearly the same, as an alt text and a caption do."""
    for block in _pairs(page):
        if block[0] is solid(page)[0] or any(bare(each) != each.says.strip() for each in block):
            continue
        short, long = sorted(_word_runs([line.says.lower() for line in block]), key=len)
        shared = len({*short} & {*long})
        titles = block[0].number < _first_prose(page)
        if (
            short[:_ALIKE] == long[:_ALIKE]
            and len(long) < _CAPTION_WORDS
            and shared >= _SHARED * len(short) > _ALIKE
            and not titles
        ):
            yield Span(block[0].number, block[1].number)


def _is_short(text: str) -> bool:
    """Whether a text is as short as an alt text, and no sentence."""
    return text.count(" ") < _CAPTION_WORDS and text.rstrip()[-1] not in _ENDS


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
    if 2 * times < len(run) or _HEADLINE not in look or alike < min(size - 1, max(_PAIR, size - 2)) or first < 1:
        return
    if _words_in(lines[:first]) >= _LEAST_PROSE and all(len(line.says) <= _TEASER for line in lines[first : run[-1]]):
        yield Span(lines[first].number, lines[run[-1]].number)


def _look(line: Line) -> str:
    """Return what a line looks like: a sentence, a headline, or a word or two."""
    if _ends(line.says):
        return "sentence"
    return _HEADLINE if line.says.strip().count(" ") >= _HEADLINE_BLANKS else "words"


def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", "…"))


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
            _but_sentences(words.saying("read-also")),
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
        name="photo-credit",
        because="it belongs to a picture, and guides carry none",
        find=either(
            _but_sentences(words.saying("photo-credit", longest=160)), _in_text(lines_matching(*_CREDITED, longest=400))
        ),
        example="""
            removed | Photo: Ada Sample / Springford Gazette
            removed | Photo by Robin Sample on Springpictures
            removed | Two chairs in a garden, and nobody on them. Ada Sample / Getty Images
            kept    |
            removed | Two chairs in a garden, and nobody on them. Photo by: ‘Ada Sample’
            kept    |
            removed | The garden in spring, courtesy of Springford Gazette
            kept    |
            removed | Getty Images / Ada Sample
            kept    |
            removed | Image from Ada’s visit in June
            kept    |
            removed | Photo: courtesy of the museum in Springford.
            kept    | Photo: a picture of the two of you on the table changes what is said there.
            kept    | Photo albums can start a talk.
            kept    | She had found the chair via Unsplash.
            kept    | The tea came courtesy of Ada, and so did the cups.
            kept    | Photos from our first year hung above the bed.
        """,
    ),
    Rule(
        name="alt-text",
        because="it describes a picture, and guides carry none",
        find=_in_text(
            either(
                lines_matching(
                    rf"{_DEPICTION} {_DEPICTS}\b.{{1,600}}",
                    rf"an? {_DEPICTION} {_DEPICTS}\b.{{1,300}}[^.!?:]",
                    longest=640,
                ),
                lines_matching(
                    rf"(?:an? |the )?{_PICTURE} (?:showing|that shows|depicting|displaying|illustrating)\b.{{1,200}}",
                    r"(?:an? )?(?:photo|photograph|illustration|close-?up(?: shot)?) of\b.{1,200}[^.!?:]",
                    _STAND_IN,
                ),
                _of_people,
            )
        ),
        example="""
            removed | Screenshot of a calendar with one hour marked
            removed | Infographic titled “The Hour.” It shows a clock, two chairs and a pot of tea.
            removed | A bar chart showing how many couples talk on which day
            kept    |
            removed | Woman sitting at a table with two cups
            kept    |
            removed | A young couple in raincoats holding a map upside down
            kept    |
            removed | illustration of a clock without hands
            kept    |
            removed | Share icon
            kept    |
            kept    | Couple counselling in Springford
            kept    |
            kept    | Child lying and stealing
            kept    |
            kept    | A couple in crisis
            kept    |
            kept    | A Family Sitting at One Table
            kept    |
            kept    | A woman holding the door for him is what he saw first.
            kept    |
            kept    | A diagram of the flat hung over the bed, and he had drawn it twice.
            kept    | Diagrams help nobody who is angry.
        """,
    ),
    Rule(
        name="alt-text-alone",
        because="it stands alone in small letters, as the alt text of a picture does, and guides carry none",
        find=_in_text(_small),
        stage=Stage.EDGES,
        example="""
            kept    | Two Chairs
            kept    |
            kept    | Put two chairs where nobody walks past, and sit down on them at the same hour of every week.
            kept    |
            removed | two green chairs beside a pond
            kept    |
            kept    | The chairs should be alike, so that neither of you looks down on the other one while you talk.
            kept    |
            kept    | Before you sit down, each of you answers one question in writing, and keeps the answer:
            kept    |
            kept    | what you would miss most
            kept    |
            kept    | When you have nothing to write, there is one sentence that is always true, and it is enough for today.
            kept    |
            kept    | i am still here
            kept    |
            kept    | Nobody reads it aloud, and nobody asks about it, for the paper is there so that you need not speak.
            kept    |
            kept    | When the hour is over, the one who listened says what was heard, and the other one says whether that
            kept    |
            kept    | is what was meant
            kept    |
            kept    | Then the two of you get up, put the chairs away, and leave the talk where it was until next week.
            kept    |
            kept    | Some couples keep the answers in a tin and read all of them again on the last day of the year.
            kept    |
            kept    | Most tins hold less anger than the two had thought, and more of what they would have missed.
            kept    |
            kept    | If yours holds more, that is a thing to know as well, and a good day to ask somebody for help.
            kept    |
            kept    | A counsellor does not read what is in the tin, and does not ask which of you has written more of it.
            kept    |
            kept    | What is asked instead is when the two of you last laughed, and what each of you was doing just then.
        """,
    ),
    Rule(
        name="alt-text-and-caption",
        because="a picture’s alt text and its caption say the same, and guides carry no pictures",
        find=_in_text(_captions),
        stage=Stage.EDGES,
        example="""
            kept    | Two Chairs
            kept    | Two chairs in a garden
            kept    |
            kept    | Put two chairs where nobody walks past, and sit down on them at the same hour of every week, whether or not there is anything that the two of you want to say.
            kept    |
            removed | Two chairs in a garden
            removed | Two chairs in a garden, seen from the kitchen
            kept    |
            kept    | The second hour is for the other one.
            kept    |
            kept    | You may sit down.
            kept    | You may sit down tonight.
            kept    |
            kept    | You are allowed to sit
            kept    | You are allowed to sit down
            kept    |
            kept    | It is no fault that he stands
            kept    | It is no fault that he stands there
            kept    |
            kept    | Things you can say
            kept    | I hear you. I hear you, and I would like to know more about it.
            kept    |
            kept    | What you hear:
            kept    | what you hear is never all of it
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
            _but_sentences(words.saying("navigation")),
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
        find=_below_prose(
            _but_sentences(words.saying("lead-on")),
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
        name="caption",
        because="it belongs to a picture, and guides carry none",
        find=_in_text(either(words.saying("caption", longest=400), _of_pictures, _glued, _twins)),
        stage=Stage.LEFT,
        example="""
            removed | FILE PHOTO: Two chairs stand in the hall of Springford
            kept    |
            removed | Two chairs under a lamp
            removed | Two chairs in the hall of Springford.Photograph: Élise Sample
            kept    |
            kept    | He tells you what to wear.
            kept    | He tells you what to say.
            kept    |
            removed | Chairs in a school hallPupils of Springford sit down for the first hour
            kept    |
            removed | Two chairs in a barn near Springford (Springwire photo)
            kept    |
            kept    | She looked at a photograph by Ada Sample.
            kept    | Filed under a photo of two chairs: nothing.
        """,
    ),
    Rule(
        name="teasers",
        because="it leads to other articles, which stand in a row below this one",
        find=either(_clocked_runs, _in_text(either(_next_up, _teaser_runs, _topics))),
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
