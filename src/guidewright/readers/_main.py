"""How sure it is that a line of a web page belongs to its article, from 0 to 1: `score`.

The first opinion is ours: what the line looks like, what the elements around it are called, how much of the page's
text stands in the same container, where the long lines are. Where it leaves doubt, trafilatura is asked
(https://trafilatura.readthedocs.io), in recall mode, for the tree that is parsed already; what it keeps is found again
among our lines by its words. That second opinion costs more than all the rest, and where the first is sure it changes
nothing. Then every line is looked at again, now with what was taken of its neighbours and of its container: so a page
on which trafilatura took the wrong container is still read by its own text. Both times a logistic regression weighs
the signals (`_weights.py`, made by bench/train_main.py).
"""

from __future__ import annotations

import logging
import math
import re
import string
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain, compress, islice, repeat
from operator import and_, mul, or_, sub, truediv
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction

from guidewright.model import Kind
from guidewright.readers._weights import AGAIN, AGAIN_BIAS, FIRST, FIRST_BIAS, JOINED, JOINED_BIAS
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidewright.model import Line

# Members of an enumeration are looked up slowly, and these are asked for of every line.
_HEADING, _ITEM, _QUOTE, _TABLE, _CODE, _IMAGE = (
    Kind.HEADING, Kind.ITEM, Kind.QUOTE, Kind.TABLE, Kind.CODE, Kind.IMAGE,
)  # fmt: skip
# Chinese and Japanese write no spaces: each of their signs is a word here, so that a text and its pieces have the same.
_SIGN = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CAPTION = re.compile(r"/caption[^/]*$")
_ADDRESS = re.compile(r"/address[^/]*$")
_words_of = finder(re.compile(r"\w+"))
# It says on stderr what it could not read; that is for us to say.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
_GRAM = 4
# A line of more words is taken for prose before anything is known of the page.
_LONG_WORDS = 12
# What has fewer words is no article: trafilatura is wrong, and the first opinion goes for what is taken.
_TOO_SHORT = 25
_HALF = 0.5
# The share of its words that the first opinion may expect to be wrong about. A lower one is slower: trafilatura is
# asked on 16 % of 174 pages at this, on 22 % at .07, and knows no better then (F1 .9735 and .9725 on these pages).
_DOUBT = 0.085
# A page of fewer words tells little, and costs little. An article of fewer looks like the wrong one.
_FEW = 600
_LEAST = 100
# Of a run that a page has many times so many places are looked at: pages hold articles twice, menus often.
_COPIES = 3
# Every so many words one looks for an anchor; what stands between is reached from it.
_STRIDE = 2
# So many words are compared at once.
_STEP = 16
# So many lines above a program and below it tell where it stands: captions and notes may be between.
_BESIDE = 4
_ONES = bytes([1]) * _STEP


def words(text: str) -> list[str]:
    """Return the words of a text, as they are compared here."""
    return _words_of([text])[0]


def score(tree: Any, lines: Sequence[Line], title: str) -> list[float | None]:  # noqa: ANN401
    """Return how sure it is that each line belongs to the article, 0 to 1; None for lines without words.

    `tree` is the page's root element, or None where it must not be looked at (its size or depth would take a library
    the square of its time): then the first opinion goes for what is taken, and so it does where trafilatura fails.
    """
    speaking = [line for line in lines if line.where.kind is not _IMAGE and line.says and not line.says.isspace()]
    if not speaking:
        return [None] * len(lines)
    speaking = [
        line if (spaced := _spaced(line.says)) == line.says else replace(line, plain=spaced.rstrip())
        for line in speaking
    ]
    said = _words_of([line.says for line in speaking])
    sizes = list(map(len, said))
    looks = Looks(speaking, _spaced(title))
    first = looks.weighed(unasked(said), FIRST_BIAS, FIRST)
    taken = matched(said, extracted(tree)) if tree is not None and _is_doubtful(sizes, first) else []
    if sum(size for size, share in zip(sizes, taken, strict=False) if share > _HALF) < _TOO_SHORT:
        sure = looks.weighed(first, AGAIN_BIAS, AGAIN)
    else:
        sure = looks.weighed(taken, JOINED_BIAS, JOINED)
    whole = _whole_blocks(speaking, _whole_tables(speaking, sizes, sure))
    scores = {line.number: round(each, 3) for line, each in zip(speaking, whole, strict=True)}
    return [scores.get(line.number) for line in lines]


def _spaced(text: str) -> str:
    """Return a text with spaces between its words, in whatever signs."""
    return text if text.isascii() or not _SIGN.search(text) else _SIGN.sub(r"\g<0> ", text)


def _whole_tables(lines: Sequence[Line], sizes: Sequence[int], sure: Sequence[float]) -> Sequence[float]:
    """Return the opinions, that of a table's cell no lower than that of its row and of the table.

    `sizes` counts the words of each line. A name or a link alone says little; a row or a caption, not much more.
    """
    weights: dict[tuple[int, ...], list[float]] = {}  # of each row and each table: its words, the article’s
    for line, size, share in zip(lines, sizes, sure, strict=True):
        if line.where.cell:
            for place in (line.where.cell[:2], line.where.cell[:1]):
                weight = weights.setdefault(place, [0.0, 0.0])
                weight[0] += size
                weight[1] += size * share
    if not weights:
        return sure
    means = {place: right / (count or 1) for place, (count, right) in weights.items()}
    whole: list[float] = []
    table = 0.0  # what is thought of the table below
    for line, share in zip(reversed(lines), reversed(sure), strict=True):
        if line.where.cell:
            table = means[line.where.cell[:1]]
            whole.append(max(share, means[line.where.cell[:2]], table))
        else:
            whole.append(max(share, table) if _CAPTION.search(line.where.path) else share)
    return whole[::-1]


def _whole_blocks(lines: Sequence[Line], sure: Sequence[float]) -> Sequence[float]:
    """Return the opinions, that of a line of code or of an address the highest of its block.

    A closing bracket or a street alone says nothing, and a program that stands between the article's paragraphs is the
    article's, whatever its words are. Two lines of one paragraph are no less than what both come to: a verse is short.
    """
    blocks: list[list[int]] = []
    for at, line in enumerate(lines):
        where = line.where
        if where.kind is _CODE or ("/address" in where.path and _ADDRESS.search(where.path)):
            if where.continues and blocks:
                blocks[-1].append(at)
            else:
                blocks.append([at])
    whole = list(sure)
    for block in blocks:
        highest = max(sure[at] for at in block)
        if lines[block[0]].where.kind is _CODE:
            above, below = sure[max(0, block[0] - _BESIDE) : block[0]], sure[block[-1] + 1 : block[-1] + 1 + _BESIDE]
            highest = max(highest, min(max(above, default=0.0), max(below, default=0.0)))
        for at in block:
            whole[at] = highest
    for at, line in enumerate(lines):
        if at and line.where.continues and line.where.kind is Kind.PARAGRAPH:
            whole[at] = max(whole[at], (whole[at - 1] + whole[at]) / 2)
    return whole


def unasked(said: Sequence[Sequence[str]]) -> list[float]:
    """Return what is taken of each line before anybody is asked: prose."""
    return [float(len(each) > _LONG_WORDS) for each in said]


def _is_doubtful(sizes: Sequence[int], opinion: Sequence[float]) -> bool:
    """Whether a second opinion is worth its time: where few words or none are taken, or many perhaps wrongly."""
    if sum(size for size, share in zip(sizes, opinion, strict=True) if share > _HALF) < _LEAST:
        return True
    count = sum(sizes)
    wrong = sum(size * (1 - share if share > _HALF else share) for size, share in zip(sizes, opinion, strict=True))
    return count < _FEW or wrong > _DOUBT * count


def extracted(tree: Any) -> list[str]:  # noqa: ANN401 - lxml's element types are private
    """Return the words that trafilatura keeps of a tree, in its order; empty where it finds no article."""
    try:
        # As text, which `extract` would make of the body and nobody asks for here.
        document = bare_extraction(tree, include_comments=False, favor_recall=True, output_format="txt")
    except Exception:  # noqa: BLE001 - whatever it stumbles over on a strange page, we have signals of our own
        return []
    body = getattr(document, "body", None)
    return (
        []
        if body is None
        else [word for some in _words_of([_spaced(str(text)) for text in body.itertext()]) for word in some]
    )


def matched(said: Sequence[Sequence[str]], taken: Sequence[str]) -> list[float]:
    """Return, for each line given by its words, the share of them that `taken` has in the same place of the text."""
    flat = [word for line in said for word in line]
    covered = _aligned(flat, taken)
    shares = []
    begin = 0
    for line in said:
        end = begin + len(line)
        shares.append(sum(covered[begin:end]) / len(line) if line else 0.0)
        begin = end
    return shares


def _aligned(ours: Sequence[str], theirs: Sequence[str]) -> bytearray:
    """Return a 1 for each of our words that stands in their text, both read in order."""
    covered = bytearray(len(ours))
    grams = list(zip(*(theirs[shift:] for shift in range(_GRAM)), strict=False))
    places = range(len(grams))
    first = dict(zip(reversed(grams), reversed(places), strict=True))
    last = dict(zip(grams, places, strict=True))
    pairs = []
    copies: Counter[int] = Counter()
    for at, gram in enumerate(zip(*(ours[shift::_STRIDE] for shift in range(_GRAM)), strict=False)):
        there = first.get(gram, -1)
        if there >= 0 and last[gram] == there and copies[there] < _COPIES:
            copies[there] += 1
            pairs.append((at * _STRIDE, there))
    chain = _in_order(pairs)
    low = -1
    for index, (here, there) in enumerate(chain):
        if covered[here]:
            continue  # reached from the anchor before
        a, b = here, there
        floor = chain[index - 1] if index else (-1, -1)
        while a > floor[0] and b > max(low, floor[1]) and a >= 0 and b >= 0 and ours[a] == theirs[b] and not covered[a]:
            covered[a] = 1
            a, b = a - 1, b - 1
        a, b = here + 1, there + 1
        while (
            a + _STEP < len(ours) and ours[a : a + _STEP] == theirs[b : b + _STEP] and 1 not in covered[a : a + _STEP]
        ):
            covered[a : a + _STEP] = _ONES
            a, b = a + _STEP, b + _STEP
        while a < len(ours) and b < len(theirs) and ours[a] == theirs[b] and not covered[a]:
            covered[a] = 1
            a, b = a + 1, b + 1
        low = max(low, b - 1)
    return covered


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs that rises in both numbers; the pairs rise in the first."""
    ends: list[int] = []  # the least last number of a chain of each length
    last: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(there)
            last.append(index)
        else:
            ends[length] = there
            last[length] = index
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


# --- signals

# Kinds of names of elements, by what a word of a name has in it.
_NAMES = {
    "nav": r"^nav|menu|breadcrumb|paginat|^pager|^skip|^toc$",
    "foot": r"foot(?!note)|colophon|copyright|legal|disclaimer",
    "head": r"^header|masthead|banner|topbar|^hero",
    "aside": r"aside|sidebar|widget|rail$|complementary|secondary",
    "comment": r"comment|disqus|respond|^repl(?:y|ies)|discussion",
    "share": r"^shar(?:e|ing)|social|follow|addtoany",
    "related": r"relat|recommend|popular|trending|^more$|teaser|^cards?$|listing|carousel|slider|latest|recirc|^also"
    r"|^next|^prev",
    "promo": r"promo|^ads?$|advert|sponsor|^cta|newsletter|subscri|^signup|popup|modal|dialog|cookie|consent|gdpr"
    r"|paywall|callout|download",
    "author": r"author|byline|^bio$|profile|contributor|avatar",
    "meta": r"meta|^date|^time$|^tags?$|categor|topic|label|kicker|eyebrow|info$|credit",
    "caption": r"caption|^figure|^image|^photo|gallery|media",
    "form": r"^forms?$|button|^btn|input|search|login|select|option",
    "hidden": r"hidden|^sr$|screenreader|visually|noscript|^print",
}
_BODY = r"article|^entry|content|^main|^story|^blog|^text|markdown|prose|^rich|^body$"
_PATTERNS = tuple(re.compile(expression) for expression in (*_NAMES.values(), _BODY))
# As bits: those kinds, then names of what holds an article's body, then "article" and "main" themselves.
_KINDS_OF_NAMES = (1 << len(_NAMES)) - 1
_BODY_NAME, _ARTICLE, _MAIN = (1 << len(_NAMES) + at for at in range(3))
_NAME_WORD = re.compile(r"[a-z]{2,}")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.? \d|\b\d{4}-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|min(?:ute)?s? read|\bago\b"
)
_CALL = re.compile(
    r"(?:read|learn|see|view|share|sign|subscribe|follow|download|get|join|click|continue|related|tags?|by|posted"
    r"|published|updated|photo|image|credit|source|copyright|©|advertisement|watch|listen|also|more|next|previous"
    r"|you may|about the author)\b"
)
# As much of a line as the longest of these, and the end of its last word.
_CALL_LONGEST = 24
_STOPS = frozenset('.!?…”"。！？')
_DIGIT = re.compile(r"\d")
_CAPITALS = string.ascii_uppercase.encode()


@lru_cache(maxsize=16_384)
def _kinds_of_word(word: str) -> int:
    return sum(1 << at for at, each in enumerate(_PATTERNS) if each.search(word))


@lru_cache(maxsize=16_384)
def _kinds_of_names(segment: str) -> int:
    """Return which kinds of names are in a path's segment, a bit a kind."""
    kinds = _ARTICLE * ("article" in segment) | _MAIN * ("main" in segment)
    for word in _NAME_WORD.findall(segment.lower()):
        kinds |= _kinds_of_word(word)
    return kinds


# Signals are amounts, which are multiplied with their weights, or flags, which have their weight where they hold. First
# what a line is like, whatever is taken, and what is taken of it and around it.
_AMOUNTS_SEEN = ("size", "links", "commas", "digits", "capitals", "place", "links-near")
_AMOUNTS_TAKEN = ("taken-link", "missed-long", "before-first", "after-last", "taken-near", "taken-around")
_FLAGS_SEEN = (
    "one-to-three-words", "long", "very-long", "stop", "colon", "divider", "date", "call", "heading", "level-one",
    "item", "quote", "table", "code", "continues", "is-title", "said-before", "is-date", "date-above", "date-below",
    "link-above", "link-below", "in-teaser",
)  # fmt: skip
_FLAGS_TAKEN = (
    "taken", "taken-short", "taken-long", "untaken-long", "in-range", "taken-1", "taken+1", "taken-2", "taken+2",
    "taken-3", "taken+3", "heading-above-taken",
)  # fmt: skip
# Then the innermost element around it, and those around that; what is taken of them, and their names.
_AMOUNTS_AROUND = (
    "path-long", "parent-long", "grandparent-long", "path-taken", "path-share", "parent-taken", "parent-share",
    "grandparent-taken", "grandparent-share", "below-container",
)  # fmt: skip
_OF_NAMES = (
    *(f"in-{name}" for name in _NAMES), *(f"at-{name}" for name in _NAMES), "at-body", "in-article", "in-main",
)  # fmt: skip
_FLAGS_AROUND = ("window-title", "in-long-container", "in-taken-container", *_OF_NAMES)
_OF_PAGE = ("page-taken", "page-long-taken")
_GROUPS = (
    (*_AMOUNTS_SEEN, *_AMOUNTS_TAKEN), (*_FLAGS_SEEN, *_FLAGS_TAKEN), _AMOUNTS_AROUND, _FLAGS_AROUND, _OF_PAGE,
)  # fmt: skip
SIGNALS = (*chain.from_iterable(_GROUPS),)


@lru_cache(maxsize=4096)
def _flags(bits: int) -> tuple[bool, ...]:
    """Return the flags of names that the bits stand for."""
    return tuple(bits >> at & 1 == 1 for at in range(len(_OF_NAMES)))


class _Places:
    """The elements that the paths of a page's lines name, around all of them the page; parents come before children."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.index = {"": 0}
        self.path = [""]
        self.depth = [0]
        self.above = [0]  # of each element: the one around it
        self._kinds = [0]  # of each element's own names
        for path in dict.fromkeys(paths):
            self._add(path)

    def _add(self, path: str) -> None:
        """Add an element, and those around it that were not seen before."""
        missing = []
        while path not in self.index:
            missing.append(path)
            path = path.rpartition("/")[0]
        above = self.index[path]
        for each in reversed(missing):
            self._kinds.append(_kinds_of_names(each.rpartition("/")[2]))
            self.depth.append(self.depth[above] + 1)
            self.above.append(above)
            above = self.index[each] = len(self.path)
            self.path.append(each)

    def add_up(self, own: Iterable[tuple[int, int]]) -> list[int]:
        """Return the weight of every element: its own, as (element, weight), and that of the elements in it."""
        weights = [0] * len(self.path)
        for at, weight in own:
            weights[at] += weight
        for at in range(len(weights) - 1, 0, -1):
            weights[self.above[at]] += weights[at]
        return weights

    def deepest(self, weights: Sequence[int], whole: int) -> int:
        """Return the innermost element that holds 7 tenths of the whole; -1 where none does."""
        holding = [at for at, weight in enumerate(weights) if weight >= 0.7 * whole]
        return max(holding, key=self.depth.__getitem__, default=-1)

    def is_in(self, at: int, container: int) -> bool:
        """Whether an element is the given one or in it; in -1 is none."""
        return container >= 0 and self.path[at].startswith(self.path[container])

    def names(self, taken: Sequence[int], all_taken: int) -> list[int]:
        """Return, for each element, which kinds of names are around it, a bit for each of _OF_NAMES.

        What an element is called that holds half of what is taken says nothing: themes name a whole page `has-sidebar`.
        """
        above = self.above
        own = [
            kinds & ~_KINDS_OF_NAMES if 2 * some >= all_taken else kinds
            for kinds, some in zip(self._kinds, taken, strict=True)
        ]
        every = own[:]
        for at, around in enumerate(above):
            every[at] |= every[around]
        # The four innermost elements tell most.
        two = [kinds | own[around] for kinds, around in zip(own, above, strict=True)]
        four = [kinds | two[above[around]] for kinds, around in zip(two, above, strict=True)]
        return [
            far & _KINDS_OF_NAMES | (near & (_KINDS_OF_NAMES | _BODY_NAME) | far & (_ARTICLE | _MAIN)) << len(_NAMES)
            for far, near in zip(every, four, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Signals:
    """The signals of a page: by line, by element with lines in it, and of the whole; each as amounts and as flags."""

    amounts: Iterable[tuple[float, ...]]
    flags: Iterable[tuple[bool, ...]]
    amounts_around: Mapping[int, tuple[float, ...]]
    flags_around: Mapping[int, tuple[bool, ...]]
    of_page: tuple[float, ...]


class Looks:
    """What the lines of a page are like, to be weighed with what is taken of them: with a share of each line.

    Signals of lines are kept by column; those of an element are the same for all lines that stand in it.
    """

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        """Look at the lines that say anything."""
        paths = [line.where.path for line in lines]
        self._links = [line.where.link_density for line in lines]
        self._sizes = sizes = [len(line.says) for line in lines]
        self._longs = longs = [size > 80 and links < 0.4 for size, links in zip(sizes, self._links, strict=True)]
        self._shorts = [line.says.count(" ") < 3 for line in lines]
        self._headings = [line.where.kind is _HEADING for line in lines]
        self._near, self._around = _window(sizes, 2), _window(sizes, 8)
        numbers = [_DIGIT.search(line.says) is not None for line in lines]
        dated = [
            size < 200 and _has_date(line.says.lower(), has_digit=has)
            for size, line, has in zip(sizes, lines, numbers, strict=True)
        ]
        linked = [size < 160 and links > 0.8 for size, links in zip(sizes, self._links, strict=True)]
        self._amounts = self._amounts_seen(lines, numbers, linked)
        self._flags = self._flags_seen(lines, title, dated, linked)
        self._places = places = _Places(paths)
        self._owns = owns = [places.index[path] for path in paths]
        self._total = places.add_up(zip(owns, sizes, strict=True))
        of_long = places.add_up(compress(zip(owns, sizes, strict=True), longs))
        self._all_long = sum(compress(sizes, longs)) or 1
        container = places.deepest(of_long, self._all_long)
        # Of each element: the share of its text that long lines have.
        shares = [long / (total or 1) for long, total in zip(of_long, self._total, strict=True)]
        above = places.above
        self._elements = {
            own: (
                (shares[own], shares[above[own]], shares[above[above[own]]]),
                (places.path[own].endswith("head/title"), places.is_in(own, container)),
            )
            for own in set(owns)
        }

    def _amounts_seen(
        self, lines: Sequence[Line], numbers: Sequence[bool], linked: Sequence[bool]
    ) -> list[Sequence[float]]:
        """Return by column how much there is of what is seen of the lines, whatever is taken: _AMOUNTS_SEEN.

        `numbers` are the lines with a digit, `linked` those that are a link and nothing else.
        """
        heads = [line.says[:80] for line in lines]
        return [
            list(map(math.log1p, self._sizes)),
            self._links,
            [min(1.0, line.says.count(",") / 5) for line in lines],
            [len(_DIGIT.findall(head)) / len(head) if has else 0.0 for head, has in zip(heads, numbers, strict=True)],
            [_capitals(head) / len(head) for head in heads],
            [at / len(lines) for at in range(len(lines))],
            [(near - own) / 6 for near, own in zip(_window(linked, 3), linked, strict=True)],
        ]

    def _flags_seen(
        self, lines: Sequence[Line], title: str, dated: Sequence[bool], linked: Sequence[bool]
    ) -> list[Sequence[bool]]:
        """Return by column what is seen of the lines, whatever is taken: _FLAGS_SEEN.

        `dated` are those with a date, `linked` those that are a link and nothing else.
        """
        sizes, headings = self._sizes, self._headings
        says, wheres = [line.says for line in lines], [line.where for line in lines]
        kinds = [where.kind for where in wheres]
        endings = [text[-1] for text in says]
        key = words(title.casefold())
        first = dict(zip(reversed(says), reversed(range(len(says))), strict=True))
        # Teasers are a linked headline, a blurb and a date, again and again.
        date = _beside([has and size < 80 for has, size in zip(dated, sizes, strict=True)])
        link = _beside(linked)
        return [
            self._shorts,
            self._longs,
            [size > 200 for size in sizes],
            [each in _STOPS for each in endings],
            [each == ":" for each in endings],
            ["|" in text or "»" in text or "©" in text for text in says],
            dated,
            [_CALL.match(text[:_CALL_LONGEST].lower()) is not None for text in says],
            headings,
            [heading and where.level == 1 for heading, where in zip(headings, wheres, strict=True)],
            *([kind is each for kind in kinds] for each in (_ITEM, _QUOTE, _TABLE, _CODE)),
            [where.continues for where in wheres],
            [
                abs(size - len(title)) < 9 and words(text.casefold()) == key
                for size, text in zip(sizes, says, strict=True)
            ],
            [size > 40 and first[text] < at for at, (size, text) in enumerate(zip(sizes, says, strict=True))],
            date[0],
            list(map(or_, date[-1], date[-2])),
            list(map(or_, date[1], date[2])),
            link[-1],
            link[1],
            list(map(or_, map(and_, date[-1], link[-2]), map(and_, link[-1], map(or_, date[1], link[1])))),
        ]

    def signals(self, taken: Sequence[float]) -> list[list[float]]:
        """Return the signals of each line, in the order of SIGNALS."""
        found = self._signals(taken)
        return [
            [*map(float, (*amounts, *flags, *found.amounts_around[own], *found.flags_around[own], *found.of_page))]
            for amounts, flags, own in zip(found.amounts, found.flags, self._owns, strict=True)
        ]

    def weighed(self, taken: Sequence[float], bias: float, weights: Sequence[float]) -> list[float]:
        """Return how sure it is that each line belongs to the article, by its signals and their weights."""
        found = self._signals(taken)
        rest = iter(weights)
        amount, flag, amount_around, flag_around, of_page = (tuple(islice(rest, len(each))) for each in _GROUPS)
        whole = sum(map(mul, of_page, found.of_page), bias)
        around = {
            own: sum(map(mul, amount_around, amounts), sum(compress(flag_around, found.flags_around[own]), whole))
            for own, amounts in found.amounts_around.items()
        }
        totals = [
            sum(map(mul, amount, amounts), sum(compress(flag, flags), around[own]))
            for amounts, flags, own in zip(found.amounts, found.flags, self._owns, strict=True)
        ]
        return [1 / (1 + math.exp(-total)) for total in totals]  # no total comes near what exp cannot take

    def _signals(self, taken: Sequence[float]) -> _Signals:
        """Return the signals of the lines, of the elements around them, and of the page."""
        sizes, owns, places, above = self._sizes, self._owns, self._places, self._places.above
        hits = [share > _HALF for share in taken]
        of_taken = places.add_up(compress(zip(owns, sizes, strict=True), hits))
        all_taken = sum(compress(sizes, hits)) or 1
        container = places.deepest(of_taken, all_taken)
        names = places.names(of_taken, all_taken)
        both = sum(compress(sizes, map(and_, hits, self._longs))) / self._all_long
        untaken = [long and not hit for hit, long in zip(hits, self._longs, strict=True)]
        # Of each element: the share of its text that is taken, and its share of what is taken.
        shares = [(some / (total or 1), some / all_taken) for some, total in zip(of_taken, self._total, strict=True)]
        amounts_around, flags_around = {}, {}
        for own, (amounts, flags) in self._elements.items():
            inside = places.is_in(own, container)
            below = min(1.0, (places.depth[own] - places.depth[container]) / 10) if inside else 0.0
            amounts_around[own] = (*amounts, *shares[own], *shares[above[own]], *shares[above[above[own]]], below)
            flags_around[own] = (*flags, inside, *_flags(names[own]))
        return _Signals(
            zip(*self._amounts, *self._amounts_taken(hits, untaken, 1 - both), strict=True),
            zip(*self._flags, *self._flags_taken(hits, untaken), strict=True),
            amounts_around,
            flags_around,
            (all_taken / (sum(sizes) or 1), both),
        )

    def _amounts_taken(self, hits: Sequence[bool], untaken: Sequence[bool], missed: float) -> list[Sequence[float]]:
        """Return by column how much is taken of the lines and near them: _AMOUNTS_TAKEN.

        `untaken` are the long lines that are not taken, `missed` is their share.
        """
        count = len(hits)
        first, last = _ends(hits)
        sizes = list(map(mul, self._sizes, hits))
        return [
            list(map(mul, self._links, hits)),
            [missed if each else 0.0 for each in untaken],
            [*(min(1.0, (first - at) / 40) for at in range(first)), *repeat(0.0, count - first)],
            [*repeat(0.0, last + 1), *(min(1.0, (at - last) / 40) for at in range(last + 1, count))],
            list(map(truediv, _window(sizes, 2), self._near)),
            list(map(truediv, _window(sizes, 8), self._around)),
        ]

    def _flags_taken(self, hits: Sequence[bool], untaken: Sequence[bool]) -> list[Sequence[bool]]:
        """Return by column what is taken of the lines and near them: _FLAGS_TAKEN."""
        first, last = _ends(hits)
        beside = _beside(hits)
        return [
            hits,
            list(map(and_, hits, self._shorts)),
            list(map(and_, hits, self._longs)),
            untaken,
            [first <= at <= last for at in range(len(hits))],
            *(beside[shift] for shift in (-1, 1, -2, 2, -3, 3)),
            list(map(and_, beside[1], self._headings)),
        ]


def _ends(hits: Sequence[bool]) -> tuple[int, int]:
    """Return the first and the last line that is taken; of all where none is."""
    if True not in hits:
        return 0, len(hits) - 1
    return hits.index(True), len(hits) - 1 - hits[::-1].index(True)


def _beside(flags: Sequence[bool]) -> dict[int, list[bool]]:
    """Return, by how many lines further down it is, the flag of the line there, for each line: from -3 to 3."""
    padded = [False, False, False, *flags, False, False, False]
    return {shift: padded[3 + shift : 3 + shift + len(flags)] for shift in range(-3, 4)}


def _capitals(text: str) -> int:
    """Return how many of the capitals A to Z are in a text."""
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded) - len(encoded.translate(None, _CAPITALS))


def _has_date(folded: str, *, has_digit: bool) -> bool:
    """Whether a date is in a text in lower case; most have none, and that is seen quickly."""
    return (has_digit or "read" in folded or "ago" in folded) and _DATE.search(folded) is not None


def _window(values: Sequence[int], reach: int) -> list[int]:
    """Return, for each value, the sum of it and of those up to `reach` before and after it."""
    sums = [0, *accumulate(values)]
    sums = [*repeat(0, reach), *sums, *repeat(sums[-1], reach)]
    return list(map(sub, sums[2 * reach + 1 :], sums))
