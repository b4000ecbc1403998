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
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from operator import mul
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction

from guidewright.model import Kind
from guidewright.readers._weights import AGAIN, AGAIN_BIAS, FIRST, FIRST_BIAS, JOINED, JOINED_BIAS
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidewright.model import Line

# Chinese and Japanese write no spaces: each of their signs is taken for a word.
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
_ONES = bytes([1]) * _STEP


def words(text: str) -> list[str]:
    """Return the words of a text, as they are compared here."""
    return _words_of([text])[0]


def score(tree: Any, lines: Sequence[Line], title: str) -> list[float | None]:  # noqa: ANN401
    """Return how sure it is that each line belongs to the article, 0 to 1; None for lines without words.

    `tree` is the page's root element, or None where it must not be looked at (its size or depth would take a library
    the square of its time): then the first opinion goes for what is taken, and so it does where trafilatura fails.
    """
    speaking = [line for line in lines if line.where.kind is not Kind.IMAGE and line.says and not line.says.isspace()]
    if not speaking:
        return [None] * len(lines)
    speaking = [
        line if (spaced := _spaced(line.says)) == line.says else replace(line, plain=spaced.rstrip())
        for line in speaking
    ]
    said = _words_of([line.says for line in speaking])
    looks = Looks(speaking, _spaced(title))
    first = looks.weighed(unasked(said), FIRST_BIAS, FIRST)
    taken = matched(said, extracted(tree)) if tree is not None and _is_doubtful(said, first) else []
    if sum(len(each) for each, share in zip(said, taken, strict=False) if share > _HALF) < _TOO_SHORT:
        sure = looks.weighed(first, AGAIN_BIAS, AGAIN)
    else:
        sure = looks.weighed(taken, JOINED_BIAS, JOINED)
    whole = _whole_blocks(speaking, _whole_tables(speaking, said, sure))
    scores = {line.number: round(each, 3) for line, each in zip(speaking, whole, strict=True)}
    return [scores.get(line.number) for line in lines]


def _spaced(text: str) -> str:
    """Return a text with spaces between its words, in whatever signs."""
    return text if text.isascii() else _SIGN.sub(r"\g<0> ", text)


def _whole_tables(lines: Sequence[Line], said: Sequence[Sequence[str]], sure: Sequence[float]) -> list[float]:
    """Return the opinions, that of a table's cell no lower than that of its row and of the table.

    A name or a link alone says little; a row or a caption alone, not much more.
    """
    weights: dict[tuple[int, ...], list[float]] = {}  # of each row and each table: its words, the article’s
    for line, some, share in zip(lines, said, sure, strict=True):
        if line.where.cell:
            for place in (line.where.cell[:2], line.where.cell[:1]):
                weight = weights.setdefault(place, [0.0, 0.0])
                weight[0] += len(some)
                weight[1] += len(some) * share
    if not weights:
        return list(sure)
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


def _whole_blocks(lines: Sequence[Line], sure: Sequence[float]) -> list[float]:
    """Return the opinions, that of a line of code or of an address the highest of its block.

    A closing bracket or a street alone says nothing.
    """
    blocks: list[list[int]] = []
    for at, line in enumerate(lines):
        if line.where.kind is Kind.CODE or _ADDRESS.search(line.where.path):
            if line.where.continues and blocks:
                blocks[-1].append(at)
            else:
                blocks.append([at])
    whole = list(sure)
    for block in blocks:
        highest = max(sure[at] for at in block)
        for at in block:
            whole[at] = highest
    return whole


def unasked(said: Sequence[Sequence[str]]) -> list[float]:
    """Return what is taken of each line before anybody is asked: prose."""
    return [float(len(each) > _LONG_WORDS) for each in said]


def _is_doubtful(said: Sequence[Sequence[str]], opinion: Sequence[float]) -> bool:
    """Whether a second opinion is worth its time: where few words or none are taken, or many perhaps wrongly."""
    if sum(len(each) for each, share in zip(said, opinion, strict=True) if share > _HALF) < _LEAST:
        return True
    count = sum(map(len, said))
    wrong = sum(len(each) * min(share, 1 - share) for each, share in zip(said, opinion, strict=True))
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
_BODY_BIT = 1 << len(_NAMES)
_NAME_WORD = re.compile(r"[a-z]{2,}")
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.? \d|\b\d{4}-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|min(?:ute)?s? read|\bago\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:read|learn|see|view|share|sign|subscribe|follow|download|get|join|click|continue|related|tags?|by|posted"
    r"|published|updated|photo|image|credit|source|copyright|©|advertisement|watch|listen|also|more|next|previous"
    r"|you may|about the author)\b",
    re.IGNORECASE,
)
_STOPS = frozenset('.!?…”"。！？')
_DIGIT = re.compile(r"\d")
_ASCII_DIGIT = re.compile("[0-9]")
_CAPITAL = re.compile(r"[A-Z]")
_TAIL = 4  # the innermost elements whose names tell most


@lru_cache(maxsize=16_384)
def _kinds_of_word(word: str) -> int:
    return sum(1 << at for at, each in enumerate(_PATTERNS) if each.search(word))


def _kinds_of_names(segment: str) -> int:
    """Return which kinds of names are in a path's segment, a bit a kind."""
    kinds = 0
    for word in _NAME_WORD.findall(segment.lower()):
        kinds |= _kinds_of_word(word)
    return kinds


class _Places:
    """The elements that the paths of a page's lines name; parents come before children."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}
        self.parent: list[int] = []
        self.depth: list[int] = []
        self.path: list[str] = []
        self._kinds: list[int] = []  # of the element's own names

    def find(self, path: str) -> int:
        """Return the element's number; elements not seen before are added with those around them."""
        missing = []
        while path not in self.index:
            missing.append(path)
            cut = path.rfind("/")
            if cut < 0:
                break
            path = path[:cut]
        at = self.index.get(path, -1)
        for each in reversed(missing):
            self._kinds.append(_kinds_of_names(each[each.rfind("/") + 1 :]))
            self.parent.append(at)
            self.depth.append(self.depth[at] + 1 if at >= 0 else 1)
            self.path.append(each)
            at = self.index[each] = len(self.path) - 1
        return at

    def add_up(self, own: Iterable[tuple[int, int]]) -> list[int]:
        """Return the weight of every element: its own, as (element, weight), and that of the elements in it."""
        weights = [0] * len(self.path)
        for at, weight in own:
            weights[at] += weight
        for at in range(len(weights) - 1, 0, -1):
            if self.parent[at] >= 0:
                weights[self.parent[at]] += weights[at]
        return weights

    def deepest(self, weights: Sequence[int], whole: int) -> int:
        """Return the innermost element that holds 7 tenths of the whole; -1 where none does."""
        holding = [at for at, weight in enumerate(weights) if weight >= 0.7 * whole]
        return max(holding, key=lambda at: self.depth[at], default=-1)

    def names(self, at: int, taken: Sequence[int], all_taken: int) -> tuple[float, ...]:
        """Return the signals of an element's names and of those around it.

        What an element is called that holds half of what is taken says nothing: themes name a whole page `has-sidebar`.
        """
        whole = tail = 0
        here = at
        while here >= 0:
            kinds = self._kinds[here]
            if 2 * taken[here] >= all_taken:
                kinds &= _BODY_BIT
            whole |= kinds
            if self.depth[at] - self.depth[here] < _TAIL:
                tail |= kinds
            here = self.parent[here]
        bits = range(len(_NAMES))
        return (
            *(float(whole >> bit & 1) for bit in bits),
            *(float(tail >> bit & 1) for bit in bits),
            float(tail & _BODY_BIT != 0),
            float("article" in self.path[at]),
            float("main" in self.path[at]),
        )


# What a line is like, whatever is taken; what is taken of it, around it and of the elements around it; their names.
_LOOKS = (
    "size", "links", "one-to-three-words", "long", "very-long", "stop", "colon", "commas", "digits", "capitals",
    "divider", "date", "call", "heading", "level-one", "item", "quote", "table", "code", "continues", "is-title",
    "window-title", "said-before", "path-long", "parent-long", "grandparent-long", "in-long-container", "place",
    "is-date", "date-above", "date-below", "link-above", "link-below", "links-near", "in-teaser",
)  # fmt: skip
_TAKEN = (
    "taken", "taken-link", "taken-short", "taken-long", "untaken-long", "before-first", "after-last", "in-range",
    "taken-1", "taken+1", "taken-2", "taken+2", "taken-3", "taken+3", "taken-near", "taken-around",
    "heading-above-taken", "path-taken", "path-share", "parent-taken", "parent-share", "grandparent-taken",
    "grandparent-share", "in-taken-container", "below-container", "page-taken", "page-long-taken", "missed-long",
)  # fmt: skip
SIGNALS = (
    *_LOOKS, *_TAKEN, *(f"in-{name}" for name in _NAMES), *(f"at-{name}" for name in _NAMES), "at-body", "in-article",
    "in-main",
)  # fmt: skip


class Looks:
    """What the lines of a page are like, to be weighed with what is taken of them: with a share of each line."""

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        """Look at the lines that say anything."""
        self._lines = lines
        self._sizes = sizes = [len(line.says) for line in lines]
        self._longs = longs = [
            size > 80 and line.where.link_density < 0.4 for size, line in zip(sizes, lines, strict=True)
        ]
        self._places = places = _Places()
        self._owns = owns = [places.find(line.where.path) for line in lines]
        self._total = places.add_up(zip(owns, sizes, strict=True))
        of_long = places.add_up((own, size) for own, size, long in zip(owns, sizes, longs, strict=True) if long)
        self._all_long = sum(size for size, long in zip(sizes, longs, strict=True) if long) or 1
        container = places.deepest(of_long, self._all_long)
        within = places.path[container]
        # Of each element: the share of its text that long lines have.
        shares = [long / total if total else 0.0 for long, total in zip(of_long, self._total, strict=True)]
        self._above = [max(0, parent) for parent in places.parent]
        self._rows = []
        dated = [size < 200 and _has_date(line.says) for size, line in zip(sizes, lines, strict=True)]
        rhythm = _rhythm(lines, sizes, dated)
        key, seen = words(title.casefold()), set[str]()
        for at, (line, own, size, long) in enumerate(zip(lines, owns, sizes, longs, strict=True)):
            where, text = line.where, line.says
            kind, head, ending = where.kind, text[:80], text[-1]
            heading = kind is Kind.HEADING
            parent = self._above[own]
            again = size > 40 and text in seen
            seen.add(text)
            self._rows.append([
                math.log1p(size), where.link_density, text.count(" ") < 3, long, size > 200, ending in _STOPS,
                ending == ":", min(1.0, text.count(",") / 5), len(_DIGIT.findall(head)) / len(head),
                len(_CAPITAL.findall(head)) / len(head), "|" in text or "»" in text or "©" in text,
                dated[at], _CALL.match(text) is not None, heading, heading and where.level == 1,
                kind is Kind.ITEM, kind is Kind.QUOTE, kind is Kind.TABLE, kind is Kind.CODE, where.continues,
                abs(size - len(title)) < 9 and words(text.casefold()) == key, where.path.endswith("head/title"), again,
                shares[own], shares[parent], shares[self._above[parent]],
                container >= 0 and where.path.startswith(within), at / len(lines), *rhythm[at],
            ])  # fmt: skip

    def signals(self, taken: Sequence[float]) -> list[list[float]]:
        """Return the signals of each line, in the order of SIGNALS."""
        rows, of_taken, all_taken = self._taken(taken)
        return [
            [*map(float, looks), *map(float, row), *self._places.names(own, of_taken, all_taken)]
            for looks, row, own in zip(self._rows, rows, self._owns, strict=True)
        ]

    def weighed(self, taken: Sequence[float], bias: float, weights: Sequence[float]) -> list[float]:
        """Return how sure it is that each line belongs to the article, by its signals times their weights."""
        looks, of_takens = weights[: len(_LOOKS)], weights[len(_LOOKS) : len(_LOOKS) + len(_TAKEN)]
        of_names = weights[len(_LOOKS) + len(_TAKEN) :]
        rows, of_taken, all_taken = self._taken(taken)
        names = {
            own: bias + sum(map(mul, of_names, self._places.names(own, of_taken, all_taken))) for own in {*self._owns}
        }
        totals = [
            names[own] + sum(map(mul, looks, look)) + sum(map(mul, of_takens, row))
            for own, look, row in zip(self._owns, self._rows, rows, strict=True)
        ]
        return [1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) for total in totals]

    def _taken(self, taken: Sequence[float]) -> tuple[list[list[float]], list[int], int]:
        """Return each line's signals of what is taken, how much of each element is, and how much there is of it."""
        sizes, longs, owns, places, above = self._sizes, self._longs, self._owns, self._places, self._above
        hits = [share > _HALF for share in taken]
        of_taken = places.add_up((own, size) for own, size, hit in zip(owns, sizes, hits, strict=True) if hit)
        all_taken = sum(size for size, hit in zip(sizes, hits, strict=True) if hit) or 1
        both = sum(size for size, hit, long in zip(sizes, hits, longs, strict=True) if hit and long) / self._all_long
        share_taken = all_taken / (sum(sizes) or 1)
        container = places.deepest(of_taken, all_taken)
        within = places.path[container]
        first = next((at for at, hit in enumerate(hits) if hit), 0)
        last = next((at for at in range(len(hits) - 1, -1, -1) if hits[at]), len(hits))
        padded = [False, False, False, *hits, False, False, False]
        near, around = _window(sizes, hits, 2), _window(sizes, hits, 8)
        # Of each element: the share of its text that is taken, and its share of what is taken.
        shares = [
            (some / total if total else 0.0, some / all_taken)
            for some, total in zip(of_taken, self._total, strict=True)
        ]
        rows: list[list[float]] = []
        for at, (line, own, hit, long) in enumerate(zip(self._lines, owns, hits, longs, strict=True)):
            where = line.where
            parent = above[own]
            inside = container >= 0 and where.path.startswith(within)
            rows.append([
                hit, where.link_density if hit else 0.0, hit and line.says.count(" ") < 3, hit and long,
                long and not hit, min(1.0, (first - at) / 40) if at < first else 0.0,
                min(1.0, (at - last) / 40) if at > last else 0.0, first <= at <= last,
                padded[at + 2], padded[at + 4], padded[at + 1], padded[at + 5], padded[at], padded[at + 6],
                near[at], around[at], padded[at + 4] and where.kind is Kind.HEADING,
                *shares[own], *shares[parent], *shares[above[parent]], inside,
                min(1.0, max(0, places.depth[own] - places.depth[container]) / 10) if inside else 0.0,
                share_taken, both, 1 - both if long and not hit else 0.0,
            ])  # fmt: skip
        return rows, of_taken, all_taken


def _rhythm(lines: Sequence[Line], sizes: Sequence[int], dated: Sequence[bool]) -> list[tuple[float, ...]]:
    """Return for each line what stands near it: teasers are a linked headline, a blurb and a date, again and again.

    Whether it is a short line with a date, whether one is among the two above and the two below; whether the line
    above and the line below are a link and nothing else, the share of such among the three above and the three below,
    and whether they or dates are on both sides.
    """
    dates = [*(False,) * 3, *(has and size < 80 for has, size in zip(dated, sizes, strict=True)), *(False,) * 3]
    links = [
        *(False,) * 3,
        *(size < 160 and line.where.link_density > 0.8 for line, size in zip(lines, sizes, strict=True)),
        *(False,) * 3,
    ]
    return [
        (
            dates[at],
            dates[at - 1] or dates[at - 2],
            dates[at + 1] or dates[at + 2],
            links[at - 1],
            links[at + 1],
            (sum(links[at - 3 : at + 4]) - links[at]) / 6,
            (dates[at - 1] and links[at - 2]) or (links[at - 1] and (dates[at + 1] or links[at + 1])),
        )
        for at in range(3, len(lines) + 3)
    ]


def _has_date(text: str) -> bool:
    """Whether a date is in the text; most have none, and that is seen quickly."""
    some = (
        _ASCII_DIGIT.search(text) is not None or not text.isascii() or "read" in text.lower() or "ago" in text.lower()
    )
    return some and _DATE.search(text) is not None


def _window(sizes: Sequence[int], hits: Sequence[bool], reach: int) -> list[float]:
    """Return, for each line, the share of taken characters among the lines up to `reach` above and below it."""
    some, every = [0], [0]
    for size, hit in zip(sizes, hits, strict=True):
        some.append(some[-1] + size * hit)
        every.append(every[-1] + size)
    shares = []
    for at in range(len(sizes)):
        low = at - reach if at > reach else 0
        high = min(at + reach + 1, len(sizes))
        shares.append((some[high] - some[low]) / ((every[high] - every[low]) or 1))
    return shares
