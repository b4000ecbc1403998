"""What page builders and scrapers leave behind: link targets, broken tags, glued captions, repeated lines."""

from __future__ import annotations

import math
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from guidewright.find import bare, blanks, either, lines_matching, lines_of, patterns, said, searching, solid
from guidewright.model import Fate, Kind, Rule, Span, Stage
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidewright.model import Line, Page

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_words_of = finder(_WORD, inside="'")
# An attribute's closing quote and the tag's end, on a line that has no tag's beginning.
_TAG_END = re.compile(r"[^<]*[\"'”]\s*/>[^<]*")
# A capitalised word straight after a lower-case letter: the seam of an alt text and the sentence after it. The look
# behind comes second, since `re` only looks up what an expression begins with.
_SEAM = re.compile(r"[A-Z](?<=[a-z][A-Z])(?:[a-z]+|(?<=[IA]))(?:[’'][a-z]+)?,?\s")
_LEAST_CAPTION = 3
_BRANDS = re.compile(r"\b(?:Mc|Mac|Linked|You|Face|Git|Java|Word|Good|Better|Pay|Play|Tik|Snap|Whats|Power|Data)$")
# Links that the scraper took away and whose words still point at them.
_LOST_LINK = patterns(
    r"\bclick (?:here|the link)\b",
    r"\b(?:read|see|visit|check out|reading|follow) (?:this|these) (?:(?:blog )?posts?|articles?|links?|pages?)\b",
    r"\b(?:i wrote|post) here\b",
    r"\bthis (?:post|link) and this (?:post|link)\b",
    r"\b(?:find|learn|read) (?:out )?more here\b",
)
_SPLICE = re.compile(r"(?P<site>[^|•·–—\n]{2,60}?)\s+[|•·–—-]\s+")
# Prose has at least so many blanks.
_PROSE_BLANKS = 12
_NEEDING = frozenset([
    "the", "a", "an", "of", "to", "and", "or", "but", "with", "for", "from", "by", "at", "into", "than", "that", "which",
    "who", "whose", "your", "my", "their", "his", "her", "our", "its", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "will", "would", "can", "could", "should", "because", "although", "whether", "if", "as",
])  # fmt: skip
_LONGEST_NEEDING = max(map(len, _NEEDING)) + 1
# A small letter first; a name such as iPhone has a capital soon.
_MIDDLE = re.compile(r"[a-zà-ÿ][a-zà-ÿ’']*,? [^\s]")
_LED_TO = frozenset({Kind.ITEM, Kind.QUOTE, Kind.CODE})
_OPENING = frozenset('•·●◦▪‣⁃*+–—->"“‘0123456789')
# What has more characters is not compared with other lines.
_LONGEST = 3000
# A pull quote has so many words, and no more blanks: dashes may stand between them. Content words have so many letters.
_LEAST_WORDS, _MOST_WORDS, _MOST_BLANKS = 6, 60, 75
_CONTENT, _QUOTE_ENDS = 4, frozenset('.!”"…')
# It stands near its sentence: this many lines up or down.
_NEAR = 4
# What heads a text's main points, which its paragraphs say again; so many are below it, of so many blanks each.
_LABELS = (
    r"(?:the |our |your )?(?:key|main) (?:points?|takeaways?|messages?|facts|ideas)|(?:key )?take-?aways?|(?:quick |short |brief )?summary|highlights",
    r"in (?:short|brief|summary|a nutshell)|at a glance|the short version|tl;? ?dr",
    r"das wichtigste(?: in kürze)?|auf einen blick|zusammenfassung|kurz gesagt|en bref|points clés|l['’]essentiel|en résumé|à retenir",
    r"puntos clave|en resumen|en breve|resumen|w skrócie|najważniejsze(?: informacje| punkty)?|podsumowanie",
)
_POINTS = patterns(*(rf"(?:{each})\s?:?" for each in _LABELS))
_LONGEST_LABEL, _MOST_POINTS, _LONGEST_POINT = 40, 10, 35
# It has this share of its sentence's content words.
_NEARLY_ALL = 0.85
# The paragraph that it is from is so many times as long as itself, and its words stand there in a stretch of no more
# than so many times its length.
_PARAGRAPH = 1.5
_STRETCHED = 1.3
# Fewer content words than this must stand in one run with the rest.
_TELLING = 6


def words(text: str) -> list[str]:
    """Return the words of a text, lower case, apostrophes made one kind."""
    return _words_of([_evenly(text)])[0]


def _evenly(text: str) -> str:
    """Return a text in lower case, with plain quotation marks: most are then in ASCII, where that is quick."""
    text = text.replace("’", "'")
    if not text.isascii():
        for sign in "“”…–—":
            text = text.replace(sign, '"')
    return text.lower()


def _pull_quotes(page: Page) -> Iterator[Span]:
    lines = solid(page)
    # Lines too long to be compared say nothing.
    texts = [_evenly(line.says) if len(line.says) <= _LONGEST else "" for line in lines]
    places = _places_of_quotes(page)
    for at, own in zip(places, _words_of([texts[at] for at in places]), strict=True):
        if not _LEAST_WORDS <= len(own) <= _MOST_WORDS:
            continue
        wanted, may_miss = _wanted(own)
        for other in range(max(0, at - _NEAR), min(len(lines), at + _NEAR + 1)):
            longer = texts[other]
            if len(longer) <= 2 * len(own) or other == at:
                continue  # it has no more words
            if _may_say_again(wanted, may_miss, longer) and _says_again(own, words(longer)):
                yield Span(lines[at].number, lines[at].number, detail=f"line {lines[other].number} says it")
                break


def _places_of_quotes(page: Page) -> list[int]:
    """Return the places of the lines that look like a sentence, and not like an item, heading or cell.

    Those say a thing again for a reason of their own, and so do the main points.
    """
    lines = solid(page)
    points = _main_points(page)
    return [
        at
        for at, (text, count) in enumerate(zip(said(page), blanks(page), strict=True))
        if text[-1] in _QUOTE_ENDS
        and at not in points
        and count <= _MOST_BLANKS
        and not ((where := lines[at].where).level or where.cell)
        and (text[0].isalnum() or bare(lines[at]) == text)
    ]


def _main_points(page: Page) -> set[int]:
    """Return the places of the short lines right below a label such as "Key points"."""
    labels = {line.number for line in lines_of(page, _POINTS, _LONGEST_LABEL)}
    counts = blanks(page)
    points: set[int] = set()
    for at, line in enumerate(solid(page) if labels else ()):
        if line.number in labels:
            below = range(at + 1, min(at + 1 + _MOST_POINTS, len(counts)))
            points.update(takewhile(lambda place: counts[place] <= _LONGEST_POINT, below))
    return points


def _wanted(own: list[str]) -> tuple[list[str], int]:
    """Return the words that a line has which says `own` again, and how many of them it may miss."""
    content = [word for word in own if len(word) >= _CONTENT]
    if len(content) < _TELLING:
        return own, 0
    return content, len(content) - math.ceil(_NEARLY_ALL * len(content))


def _may_say_again(wanted: list[str], may_miss: int, longer: str) -> bool:
    """Whether enough of the words are anywhere in the longer text: a look that costs little and mostly says no."""
    for word in wanted:
        if word not in longer:
            may_miss -= 1
            if may_miss < 0:
                return False
    return True


def _says_again(own: list[str], longer: list[str]) -> bool:
    """Whether all of `own` stands in `longer` in one run, or nearly all its content words do in the same order."""
    if len(longer) <= len(own):
        return False
    text = f" {' '.join(longer)} "
    if f" {' '.join(own)} " in text:
        return True
    content = [word for word in own if len(word) >= _CONTENT]
    # A line that is hardly longer is a twin, one of several sentences made alike, and no paragraph quoted from.
    if len(content) < _TELLING or len(longer) < _PARAGRAPH * len(own):
        return False
    places: list[int] = []
    for word in content:
        try:
            places.append(longer.index(word, places[-1] + 1 if places else 0))
        except ValueError:
            continue
    return len(places) >= _NEARLY_ALL * len(content) and places[-1] - places[0] < _STRETCHED * len(own)


def _lost_links(page: Page) -> Iterator[Span]:
    for line, found in searching(page, _LOST_LINK):
        if not line.marks:
            flag = f"“{found.group()}” points at a link that the scrape lost; reword it with `fixes:`"
            yield Span(line.number, line.number, flag=flag)


def _broken_sentences(page: Page) -> Iterator[Span]:
    """Prose that ends with a word which needs another one, or begins in the middle of a sentence."""
    lines, texts = solid(page), said(page)
    for at in [at for at, count in enumerate(blanks(page)) if count >= _PROSE_BLANKS]:
        text = texts[at]
        last = text[-_LONGEST_NEEDING:].rpartition(" ")[2].lower()
        middle = text[0].islower()
        if not (middle or last in _NEEDING) or text.count(" ") < _PROSE_BLANKS:
            continue
        line, above, below = lines[at], lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None
        if line.where.kind not in {None, Kind.PARAGRAPH}:
            continue
        if last in _NEEDING and not _goes_on(below):
            yield _broken(line.number, f"it breaks off after “{text.rpartition(' ')[2]}”")
        if middle and _MIDDLE.match(text) and _ends(above) and not line.where.continues:
            yield _broken(line.number, f"it begins in the middle of a sentence, “{' '.join(text.split()[:4])} …”")


def _ends(line: Line | None) -> bool:
    return line is not None and line.says.rstrip().endswith((".", "!", "?"))


def _goes_on(line: Line | None) -> bool:
    """Whether a line may go on with the sentence above: in small letters, or as an item, a quotation or code."""
    if line is None:
        return False
    first = line.says.lstrip()[:1]
    return line.where.continues or line.where.kind in _LED_TO or first.islower() or first in _OPENING


def _broken(number: int, what: str) -> Span:
    return Span(number, number, flag=f"{what}; compare it with the page that it is from, and mend it with `fixes:`")


def _repeated_titles(page: Page) -> Iterator[Span]:
    """The title again within the next three lines, with or without a site's name behind it."""
    lines = solid(page)[:4]
    begins = [_evenly(found.group()) if (found := _WORD.search(line.says)) else "" for line in lines]
    if not lines or begins[0] not in begins[1:]:
        return
    title, *others = _words_of([_evenly(line.says) for line in lines])
    if not 2 <= len(title) <= 25:
        return
    for line, own in zip(lines[1:], others, strict=True):
        if _ends(line) and not _ends(lines[0]):
            continue  # a sentence, such as an answer of one line
        if own == title or (own[: len(title)] == title and len(own) <= len(title) + 4 and "|" in line.says):
            yield Span(line.number, line.number, detail=f"line {lines[0].number} has it")


def _glued_captions(page: Page) -> Iterator[Span]:
    for line, text in zip(solid(page), said(page), strict=True):
        # Sentences and items begin with a capital or a bullet, and have names such as TurboTax inside.
        if not text[0].islower() or len(text) < 60 or line.where.kind is not None:
            continue
        for seam in _SEAM.finditer(text, 8, 160):
            caption, rest = text[: seam.start()], text[seam.start() :]
            if len(rest) < 40 or len(caption.split()) < _LEAST_CAPTION or any(mark in caption for mark in ".!?:;"):
                continue
            if rest.count(" ") < _PROSE_BLANKS and not rest.endswith((".", "!", "?", ":", "…", "”", '"')):
                continue  # the alt text was glued to a caption
            if _BRANDS.search(caption) or caption.rpartition(" ")[2] in _NEEDING:
                continue
            yield Span(line.number, line.number, detail=f"cut off: “{caption}”", becomes=rest)
            break


def _spliced_titles(page: Page) -> Iterator[Span]:
    """A paragraph that begins with the site's name, a divider and the page's title, then goes on in mid-sentence."""
    lines = solid(page)
    if len(lines) < 2:
        return
    spliced = [(line, begin) for line in lines[1:6] if (begin := _SPLICE.match(line.says))]
    title = words(lines[0].says) if spliced else []
    if len(title) < 3:
        return
    for line, begin in spliced:
        rest = list(_WORD.finditer(line.says, begin.end()))
        if len(rest) <= len(title) + 5:
            continue
        if [found.group().lower().replace("’", "'") for found in rest[: len(title)]] != title:
            continue
        cut = rest[len(title) - 1].end()
        left = line.says[cut:].lstrip(" |:–—-")
        lost = "" if not left[:1].islower() else "the sentence’s own beginning is lost; give it one with `fixes:`"
        detail = f"cut off: “{line.says[:cut].strip()}”"
        yield Span(line.number, line.number, detail=detail, flag=lost, becomes=f"… {left}" if lost else left)


def _line_numbers(page: Page) -> Iterator[Span]:
    """The numbers beside a listing's lines, which a scrape puts above it: 1, 2, 3, each alone on a line."""
    if "1" not in said(page):
        return
    run: list[Line] = []
    least = _LEAST_RUN
    for line in (*solid(page), None):
        text = line.says.strip() if line is not None and line.where.kind is None else ""
        if line is not None and text == str(len(run) + 1):
            run.append(line)
            continue
        if len(run) >= least:
            yield from (Span(each.number, each.number) for each in run)
            least = _NEXT_RUN
        run = [line] if line is not None and text == "1" else []


def _heading_signs(page: Page) -> Iterator[Span]:
    """The sign that a heading ends with, where it is a link to itself, as pages of documentation have it."""
    ended = [(line, text) for line, text in zip(solid(page), said(page), strict=True) if text[-1] in _SIGNS]
    signed = [(line, found) for line, text in ended if (found := _SIGNED.fullmatch(text))]
    if len(signed) >= _LEAST_SIGNED:
        for line, found in signed:
            yield Span(line.number, line.number, becomes=found["heading"].rstrip())


# So many numbers are counted, fewer below the first listing, and so many headings have the sign of a link.
_LEAST_RUN, _NEXT_RUN = 3, 2
_LEAST_SIGNED = 3
# C# and F# are languages, and no headings.
_SIGNS = frozenset("#¶")
_SIGNED = re.compile(r"(?P<heading>[^#¶.!?]{0,80}[^\W_]{3}[?!)”\"’']?) ?[#¶]")

# What a link that leads to the top or the bottom leads to; inside a page, it may be a line of a program.
_EDGE = re.compile(r"top|bottom|start|end", re.IGNORECASE)


def _at_an_edge(page: Page) -> Iterator[Span]:
    """Point at a link target that is the first or the last line of a page."""
    for line in (*solid(page)[:1], *solid(page)[1:][-1:]):
        if _EDGE.fullmatch(bare(line)):
            yield Span(line.number, line.number)


RULES = (
    Rule(
        name="page-anchor",
        because="it is a link target of the page builder",
        find=either(
            lines_matching(
                r"back to (?:the )?top|(?:top|bottom|start|end) of (?:the )?(?:page|article|content)", longest=40
            ),
            _at_an_edge,
        ),
        example="""
            removed | top of page
            kept    | Use the buttons at the top of the page to reach us.
            removed | Back to top
            kept    | if used >= limit then
            kept    | end
            removed | bottom of page
            removed | End
        """,
    ),
    Rule(
        name="broken-tag",
        because="it is a piece of a meta tag that the scraper tore apart",
        find=lines_matching(_TAG_END.pattern, longest=20_000),
        example="""
            removed | while the other half says no. It may be that they fear..." /> while the other half says no. It may be..." />
            kept    | Type <br class="wide" /> where a line should end.
            kept    | She said "no"/"not yet" for a year.
        """,
    ),
    Rule(
        name="glued-caption",
        because="a picture’s alt text was glued to the paragraph",
        find=_glued_captions,
        fate=Fate.MENDED,
        example="""
            mended  | two people on a bench looking awayAll couples meet problems that feel too big for two.
            kept    | • Good places for a talk are the CrossTalk rooms, where nobody waits outside the door.
            kept    | What we liked in the RedCat was the quiet, and that two people have room in it to sit down.
            kept    | people on LinkedIn and YouTube say that all couples meet problems that are too big for two.
            kept    | my iPhone rang while we were in the middle of the talk, and I did not answer it for once.
        """,
    ),
    Rule(
        name="spliced-title",
        because="the site’s name and the page’s title were spliced into the sentence",
        find=_spliced_titles,
        fate=Fate.MENDED,
        stage=Stage.EDGES,
        example="""
            kept    | When Talking Fails
            kept    |
            mended  | Springford Counselling | When Talking Fails can feel like the end of the road for both of you.
            kept    | Springford Counselling | A page on what to do when talking fails, and on where to turn next.
        """,
    ),
    Rule(
        name="pull-quote",
        because="it is a pull quote that repeats its sentence",
        find=_pull_quotes,
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            removed | Many people feel ashamed of asking for help, often without knowing it.
            kept    | And yet, many people feel ashamed of asking for help, often without knowing it. That is no fault.
            kept    | Many people feel proud after they asked for help, and they say so to their friends.
            kept    | Key points:
            kept    | Most people who ask for help are glad of it within a month.
            kept    | We have asked them. Most people who ask for help are glad of it within a month, and they say so.
            kept    | On Monday write down one thing that went well between the two of you.
            kept    | On Tuesday write down one thing that went wrong between the two of you.
        """,
    ),
    Rule(
        name="lost-link",
        because="its words point at a link that the scrape lost",
        find=_lost_links,
        fate=Fate.KEPT,
        stage=Stage.EDGES,
        example="""
            kept    | For more on this, read this post and this post.
            kept    | Read this aloud to each other.
        """,
    ),
    Rule(
        name="broken-sentence",
        because="its sentence is not whole",
        find=_broken_sentences,
        fate=Fate.KEPT,
        stage=Stage.EDGES,
        example="""
            kept    | One hour a week, at the same place and with the door shut, is worth more than the
            kept    | When it gets loud, the two of you stop for the day, and both of you know when to go on.
            kept    | which nobody had told them before they sat down there, so that they had to begin again.
            kept    | One hour a week, at the same place and with the door shut, is what we both can live with.
        """,
    ),
    Rule(
        name="repeated-title",
        because="the title stands above it already",
        find=_repeated_titles,
        stage=Stage.EDGES,
        example="""
            kept    | When Talking Fails
            removed | When Talking Fails | Springford Counselling
            kept    | When talking fails.
            kept    | When talking fails, most couples wait for six months.
        """,
    ),
    Rule(
        name="line-number",
        because="it numbers a line of a listing, away from that line",
        find=_line_numbers,
        stage=Stage.LEFT,
        example="""
            kept    | Count your breaths:
            removed | 1
            removed | 2
            removed | 3
            kept    | import clock
            removed | 1
            removed | 2
            kept    | 1
            kept    | and 2
        """,
    ),
    Rule(
        name="heading-sign",
        because="the sign beside a heading that leads to it stood at its end",
        find=_heading_signs,
        fate=Fate.MENDED,
        stage=Stage.LEFT,
        example="""
            mended  | Before you begin#
            kept    | A chair and a clock are all that you need.
            mended  | The first hour#
            mended  | When it gets loud#
            kept    | Written in C#
        """,
    ),
)
