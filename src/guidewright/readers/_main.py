"""How sure it is that a line of a web page belongs to its article, from 0 to 1: `score`.

Two opinions are joined. trafilatura (https://trafilatura.readthedocs.io) is asked, in recall mode, for the tree that
is parsed already; what it keeps is found again among our lines by its words. Beside it stand signals of our own: what
the line looks like, what the elements around it are called, how much of the page's text stands in the same container,
and what became of its neighbours. A logistic regression weighs them (`_weights.py`, made by `scripts/train-main`), so
that a page on which trafilatura took the wrong container is still read by its own text.
"""

from __future__ import annotations

import logging
import math
import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from operator import mul
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction

from guidewright.model import Kind
from guidewright.readers._weights import BIAS, WEIGHTS
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line

_words_of = finder(re.compile(r"\w+"))
# It says on stderr what it could not read; that is for us to say.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
_GRAM = 4
# A line of more words is taken for prose where trafilatura says nothing.
_LONG_WORDS = 12
# What has fewer words is no article: the first opinion is wrong, and the second is asked.
_TOO_SHORT = 25
_HALF = 0.5
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
    the square of its time): then long lines stand for what trafilatura would take, and so they do where it fails.
    """
    speaking = [line for line in lines if line.where.kind is not Kind.IMAGE and line.says and not line.says.isspace()]
    if not speaking:
        return [None] * len(lines)
    said = _words_of([line.says for line in speaking])
    text = extracted(tree) if tree is not None else []
    taken = matched(said, text)
    if sum(len(each) for each, share in zip(said, taken, strict=True) if share > _HALF) < _TOO_SHORT:
        taken = [float(len(each) > _LONG_WORDS) for each in said]
    scores: dict[int, float] = {}
    for line, row in zip(speaking, signals(speaking, taken, title), strict=True):
        total = BIAS + sum(map(mul, WEIGHTS, row))
        scores[line.number] = round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)
    return [scores.get(line.number) for line in lines]


def extracted(tree: Any) -> list[str]:  # noqa: ANN401 - lxml's element types are private
    """Return the words that trafilatura keeps of a tree, in its order; empty where it finds no article."""
    try:
        # As text, which `extract` would make of the body and nobody asks for here.
        document = bare_extraction(tree, include_comments=False, favor_recall=True, output_format="txt")
    except Exception:  # noqa: BLE001 - whatever it stumbles over on a strange page, we have signals of our own
        return []
    body = getattr(document, "body", None)
    return [] if body is None else [word for some in _words_of([*map(str, body.itertext())]) for word in some]


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
    """The elements that the paths of a page's lines name, each with its weights; parents come before children."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}
        self.parent: list[int] = []
        self.depth: list[int] = []
        self.path: list[str] = []
        self.total: list[int] = []
        self.long: list[int] = []
        self.taken: list[int] = []
        self._kinds: list[int] = []  # of the element's own names
        self._rows: dict[int, tuple[float, ...]] = {}

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
            for weights in (self.total, self.long, self.taken):
                weights.append(0)
        return at

    def add_up(self) -> None:
        """Add every element's weights to the elements around it."""
        for weights in (self.total, self.long, self.taken):
            for at in range(len(weights) - 1, 0, -1):
                if self.parent[at] >= 0:
                    weights[self.parent[at]] += weights[at]

    def deepest(self, weights: Sequence[int], whole: int) -> int:
        """Return the innermost element that holds 7 tenths of the whole; -1 where none does."""
        holding = [at for at, weight in enumerate(weights) if weight >= 0.7 * whole]
        return max(holding, key=lambda at: self.depth[at], default=-1)

    def names(self, at: int, all_taken: int) -> tuple[float, ...]:
        """Return the signals of an element's names and of those around it.

        What an element is called that holds half of what is taken says nothing: themes name a whole page `has-sidebar`.
        """
        if at not in self._rows:
            whole = tail = 0
            here = at
            while here >= 0:
                kinds = self._kinds[here]
                if 2 * self.taken[here] >= all_taken:
                    kinds &= _BODY_BIT
                whole |= kinds
                if self.depth[at] - self.depth[here] < _TAIL:
                    tail |= kinds
                here = self.parent[here]
            bits = range(len(_NAMES))
            self._rows[at] = (
                *(float(whole >> bit & 1) for bit in bits),
                *(float(tail >> bit & 1) for bit in bits),
                float(tail & _BODY_BIT != 0),
                float("article" in self.path[at]),
                float("main" in self.path[at]),
            )
        return self._rows[at]


SIGNALS = (
    "taken", "taken-link", "taken-short", "taken-long", "untaken-long", "size", "links", "one-to-three-words",
    "long", "very-long", "stop", "colon", "commas", "digits", "capitals", "divider", "date", "call", "heading",
    "level-one", "item", "quote", "table", "code", "continues", "is-title", "window-title", "said-before",
    "before-first", "after-last", "in-range", "taken-1", "taken+1", "taken-2", "taken+2", "taken-3", "taken+3",
    "taken-near", "taken-around", "heading-above-taken", "path-taken", "path-share", "path-long", "parent-taken",
    "parent-share", "parent-long", "grandparent-taken", "grandparent-share", "grandparent-long",
    "in-long-container", "in-taken-container", "below-container", "page-taken", "page-long-taken", "missed-long",
    "place",
    *(f"in-{name}" for name in _NAMES), *(f"at-{name}" for name in _NAMES), "at-body", "in-article", "in-main",
)  # fmt: skip


def signals(lines: Sequence[Line], taken: Sequence[float], title: str) -> list[list[float]]:
    """Return the signals of each line, in the order of SIGNALS; `taken` is the share that trafilatura keeps of it."""
    sizes = [len(line.says) for line in lines]
    hits = [share > 0.5 for share in taken]
    longs = [size > 80 and line.where.link_density < 0.4 for size, line in zip(sizes, lines, strict=True)]
    places = _Places()
    owns = [places.find(line.where.path) for line in lines]
    for at, own in enumerate(owns):
        places.total[own] += sizes[at]
        places.long[own] += sizes[at] * longs[at]
        places.taken[own] += sizes[at] * hits[at]
    places.add_up()
    total, of_long, of_taken = places.total, places.long, places.taken
    all_long = sum(size for size, long in zip(sizes, longs, strict=True) if long) or 1
    all_taken = sum(size for size, hit in zip(sizes, hits, strict=True) if hit) or 1
    both = sum(size for size, hit, long in zip(sizes, hits, longs, strict=True) if hit and long) / all_long
    share_taken = all_taken / (sum(sizes) or 1)
    long_container = places.deepest(of_long, all_long)
    taken_container = places.deepest(of_taken, all_taken)
    within_long, within_taken = places.path[long_container], places.path[taken_container]
    first = next((at for at, hit in enumerate(hits) if hit), 0)
    last = next((at for at in range(len(hits) - 1, -1, -1) if hits[at]), len(hits))
    padded = [0.0, 0.0, 0.0, *map(float, hits), 0.0, 0.0, 0.0]
    near, around = _window(sizes, hits, 2), _window(sizes, hits, 8)
    key = words(title.casefold())
    seen: set[str] = set()
    rows = []
    for at, line in enumerate(lines):
        where, text, size, hit, long = line.where, line.says, sizes[at], float(hits[at]), float(longs[at])
        links, kind = where.link_density, where.kind
        short = float(text.count(" ") < 3)
        ending = text[-1]
        head = text[:80]
        own = owns[at]
        parent = max(places.parent[own], 0)
        grand = max(places.parent[parent], 0)
        again = size > 40 and text in seen
        seen.add(text)
        heading = float(kind is Kind.HEADING)
        within = taken_container >= 0 and where.path.startswith(within_taken)
        rows.append([
            hit, hit * links, hit * short, hit * long, (1 - hit) * long, math.log1p(size), links, short, long,
            float(size > 200), float(ending in _STOPS), float(ending == ":"), min(1.0, text.count(",") / 5),
            len(_DIGIT.findall(head)) / len(head), len(_CAPITAL.findall(head)) / len(head),
            float("|" in text or "»" in text or "©" in text), float(size < 200 and _DATE.search(text) is not None),
            float(_CALL.match(text) is not None), heading, heading * (where.level == 1), float(kind is Kind.ITEM),
            float(kind is Kind.QUOTE), float(kind is Kind.TABLE), float(kind is Kind.CODE), float(where.continues),
            float(abs(size - len(title)) < 9 and words(text.casefold()) == key),
            float(where.path.endswith("head/title")), float(again), min(1.0, max(0, first - at) / 40),
            min(1.0, max(0, at - last) / 40), float(first <= at <= last),
            padded[at + 2], padded[at + 4], padded[at + 1], padded[at + 5], padded[at], padded[at + 6],
            near[at], around[at], heading * padded[at + 4],
            of_taken[own] / total[own], of_taken[own] / all_taken, of_long[own] / total[own],
            of_taken[parent] / total[parent], of_taken[parent] / all_taken, of_long[parent] / total[parent],
            of_taken[grand] / total[grand], of_taken[grand] / all_taken, of_long[grand] / total[grand],
            float(long_container >= 0 and where.path.startswith(within_long)), float(within),
            min(1.0, max(0, places.depth[own] - places.depth[taken_container]) / 10) if within else 0.0,
            share_taken, both, (1 - hit) * long * (1 - both), at / len(lines), *places.names(own, all_taken),
        ])  # fmt: skip
    return rows


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
