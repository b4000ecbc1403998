"""What the scorer looks at: `Lines(texts)` gives a row of numbers for each line.

A row says how the line looks, which kinds of words it has (`lexicon.toml`), how much it shares with the page's long
lines, whether it comes again, what stands around it, and where on the page it is. Nothing here knows the answer; the
weights do.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import accumulate, chain, islice
from math import log1p
from operator import add, itemgetter, mul
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKEN = re.compile(r"[^\W_]+|[©$€£%&@#]")
_words = finder(_TOKEN, alone="$%&@#")
_BULLET = re.compile(r"[\s\u00a0]*(?:[•·●◦▪‣⁃*+–—-][\s\u00a0]+|\d{1,3}[.)]\s)")
_STOPS = frozenset('.!?…”"’)。！？')
_MARKS = frozenset("|•·»›/>←→")
# The kinds of lexicon.toml that speak for boilerplate, in the order of their signals.
KINDS = (
    "subscribe", "networks", "share", "more", "related", "rights", "credit", "author", "offer", "advert",
    "disclaimer",
    "meta", "thread", "consent", "contact", "company", "media", "navigation", "price", "origin", "month", "depicts",
)  # fmt: skip
_PERSONS = ("you", "we", "self", "third")
_BIT = {kind: 1 << at for at, kind in enumerate(KINDS)}
_CALLS = _BIT["more"] | _BIT["offer"]
_CUES = _BIT["related"] | _BIT["subscribe"] | _BIT["share"] | _BIT["networks"] | _BIT["rights"] | _BIT["thread"]
_CREDIT = _BIT["credit"] | _BIT["origin"]
_DEPICTS, _MONTH = _BIT["depicts"], _BIT["month"]
# Lines of so many words are prose; what stands in them tells what the page is about.
_PROSE = 15
_LONG = 25
# A lexicon is asked for so many words of a line.
_HEAD = 48


def _sort_of(character: str) -> str:
    """Return what a character is in an outline: `A` for a capital letter, `a` for any other letter, and so on."""
    if character.isalpha():
        return "A" if character.isupper() else "a"
    if character.isspace():
        return " "
    if character.isdecimal():
        return "0"
    return "." if character in ".!?" else ")" if character in '”"’)' else "|" if character in _MARKS else "-"


class _Sorts(dict[int, str]):
    """The sorts of characters, each worked out once: there are some thousands."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _sort_of(chr(code))
        return made


_SORTS = _Sorts()
# Windows-1252 has the letters and signs of most texts, and a byte is looked up much faster than a character.
_SORTS_OF_BYTES = "".join(map(_sort_of, bytes(range(256)).decode("cp1252", "replace"))).encode()


def _outline(text: str) -> str:
    """Return the sorts of a text's characters: `Ask 3 (of “us”).` is `Aaa 0 -aa -aa)).`."""
    try:
        encoded = text.encode("ascii" if text.isascii() else "cp1252")
        return encoded.translate(_SORTS_OF_BYTES).decode("ascii")
    except UnicodeEncodeError:
        return text.translate(_SORTS)


class _Phrases(NamedTuple):
    """The phrases that begin with a word: the bits of the word alone (0: it is no phrase), the others by their next."""

    alone: int
    longer: dict[str, tuple[tuple[list[str], int], ...]]


@cache
def _lexicon() -> tuple[dict[str, _Phrases], dict[str, frozenset[str]]]:
    """Return the phrases by their first word and the plain word lists by name."""
    stored = tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text("utf-8"))
    bits: dict[tuple[str, ...], int] = {}
    lists: dict[str, frozenset[str]] = {}
    for kind, text in stored.items():
        entries = [tuple(_TOKEN.findall(entry.lower())) for entry in text.split(",")]
        if kind in KINDS:
            for entry in entries:
                bits[entry] = bits.get(entry, 0) | 1 << KINDS.index(kind)
        else:
            lists[kind] = frozenset(word for entry in entries for word in entry)
    phrases = {first: _Phrases(bits.get((first,), 0), {}) for first, *_ in bits}
    for (first, *rest), kinds in sorted(bits.items()):
        if rest:
            longer = phrases[first].longer
            longer[rest[0]] = (*longer.get(rest[0], ()), (rest[1:], kinds))
    return phrases, lists


def kinds_of(words: Sequence[str]) -> tuple[int, int, int]:
    """Return the kinds of the phrases among the words as bits, those of the phrases at their start, and a count."""
    phrases, _ = _lexicon()
    bits = start = count = 0
    for at, word in [(at, word) for at, word in enumerate(words, start=1) if word in phrases]:
        alone, longer = phrases[word]
        following = words[at] if at < len(words) else ""
        if not alone and following not in longer:
            continue
        found = [alone] if alone else []
        for rest, kinds in longer.get(following, ()):
            if not rest or words[at + 1 : at + 1 + len(rest)] == rest:
                found.append(kinds)
        for kinds in found:
            bits |= kinds
            count += 1
            if at == 1:
                start |= kinds
    return bits, start, count


OWN = (
    "size", "to-three", "to-eight", "to-fifteen", "to-thirty", "long", "very-long", "stop", "colon", "ellipsis",
    "question",
    "exclaims", "no-stop", "bullet", "lower-start", "digit-start", "capitals", "shouts", "title-case", "sentences",
    "commas", "digits", "marks", "brackets", "quotes", "tab", "no-verb", "ing", "article-start", "common",
    "known", "well-known", "unknown", "again", "again-often", "start-again", "end-again",
    *(f"has-{kind}" for kind in KINDS), *(f"short-{kind}" for kind in KINDS), *(f"starts-{kind}" for kind in KINDS),
    "kinds", "many-kinds", "kinds-density", *_PERSONS,
    "before", "after", "none-before", "none-after", "words-before", "words-after", "above-first", "below-last",
    "to-first", "from-last",
    "from-top", "from-bottom", "run", "run-at-end", "run-at-start", "run-long",
    "calls-on", "calls-on-question", "ends-credit", "depicts-no-verb", "date-alone", "cue", "cues-before",
    "cues-after", "cues-between",
    "words-since-cue", "loose-tail", "run-kinds",
)  # fmt: skip
_NEAR = ("size", "stop", "bullet", "capitals", "known", "kinds-density", "to-three", "title-case", "no-verb", "long")
# What there is above the first line and below the last, instead of signals.
_NO_LINE = -1.0
_OFFSETS = (-2, -1, 1, 2)
_WINDOWS = (("up-6", -6, -1), ("down-6", 1, 6), ("up-15", -15, -1), ("down-15", 1, 15))
_SUMS = ("long", "stop", "kinds-density", "known")
_PAGE = ("page-lines", "page-words", "page-long", "page-kinds", "page-bullets")
SIGNALS = (
    *OWN,
    *(f"{name}{offset:+d}" for offset in _OFFSETS for name in _NEAR),
    *(f"{name}-{window}" for window, _, _ in _WINDOWS for name in (*_SUMS, "words")),
    *_PAGE,
)
# A row of a line's own signals leaves those of its kinds out: they are bits, and nearly all of them are nought.
_KINDS_AT = OWN.index(f"has-{KINDS[0]}")
_OF_KINDS = 3 * len(KINDS)
_AT = {name: at for at, name in enumerate((*OWN[:_KINDS_AT], *OWN[_KINDS_AT + _OF_KINDS :]))}
_near = itemgetter(*(_AT[name] for name in _NEAR))


class Lines:
    """The lines of a page as the scorer sees them: `row` is a line's signals, `weighed` all lines' times the weights.

    `weighed` adds up once what many lines have of each other, so that few rows need be written out.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Look at the lines that say anything, in order."""
        bullets = [_BULLET.match(text) is not None for text in texts]
        said = [
            _BULLET.sub("", text, count=1).strip() if has else text.strip()
            for text, has in zip(texts, bullets, strict=True)
        ]
        lowered = [text.lower() for text in said]
        words = _words(lowered)
        sizes = [len(each) for each in words]
        kinds = [kinds_of(each[:_HEAD]) for each in words]
        count = len(texts)
        # What a line has, what a short line has, what a line starts with.
        self._kinds = [
            (bits, bits if size <= _PROSE else 0, start) for (bits, start, _), size in zip(kinds, sizes, strict=True)
        ]
        self._own = _own(said, lowered, words, bullets, kinds)
        # Sums from the top, each line's next to the last's: of signals, and of the words of what is no mere label.
        sums = {name: list(accumulate(map(itemgetter(_AT[name]), self._own), initial=0.0)) for name in _SUMS}
        self._sums = [*sums.values()]
        self._words = list(accumulate((size if size >= 12 else 0 for size in sizes), initial=0))
        self._page = [
            log1p(count), log1p(sum(sizes)), sums["long"][-1] / (count or 1),
            sums["kinds-density"][-1] / (count or 1), sum(bullets) / (count or 1),
        ]  # fmt: skip

    def row(self, at: int) -> list[float]:
        """Return the signals of the line at a place, in the order of SIGNALS."""
        count = len(self._own)
        own = list(map(float, self._own[at]))
        of_kinds = [float(bits >> kind & 1) for bits in self._kinds[at] for kind in range(len(KINDS))]
        row = [*own[:_KINDS_AT], *of_kinds, *own[_KINDS_AT:]]
        for offset in _OFFSETS:
            row += _near(self._own[at + offset]) if 0 <= at + offset < count else [_NO_LINE] * len(_NEAR)
        for _, begin, end in _WINDOWS:
            low, high = max(0, at + begin), max(0, min(count, at + end + 1))
            lines = max(1, high - low)
            row += [(sums[high] - sums[low]) / lines if high > low else 0.0 for sums in self._sums]
            row.append(log1p(self._words[high] - self._words[low]) if high > low else 0.0)
        return row + self._page

    def column(self, name: str) -> list[float]:
        """Return one signal of each line, by its name in OWN (none of the kinds)."""
        at = _AT[name]
        return [float(row[at]) for row in self._own]

    def weighed(self, weights: Sequence[float]) -> list[float]:
        """Return, for each line, its signals times their weights, added up."""
        rest = iter(weights)
        own = [*islice(rest, _KINDS_AT)]
        of_kinds = [[*islice(rest, len(KINDS))] for _ in range(3)]
        own += islice(rest, len(_AT) - _KINDS_AT)
        totals = [sum(map(mul, own, row)) for row in self._own]
        for at, kinds in enumerate(self._kinds):
            if kinds[0]:
                totals[at] += sum(map(_of_bits, kinds, of_kinds))
        near = list(map(_near, self._own))
        for offset in _OFFSETS:
            some = [*islice(rest, len(_NEAR))]
            said = [sum(map(mul, some, row)) for row in near]
            edge = [_NO_LINE * sum(some)] * abs(offset)
            totals = list(map(add, totals, [*edge, *said[:offset]] if offset < 0 else [*said[offset:], *edge]))
        for _, begin, end in _WINDOWS:
            *some, of_words = islice(rest, len(_SUMS) + 1)
            sums = [sum(map(mul, some, each)) for each in zip(*self._sums, strict=True)]
            window = zip(
                totals, *_ends(sums, begin, end), *_ends(range(len(sums)), begin, end), *_ends(self._words, begin, end),
                strict=True,
            )  # fmt: skip
            totals = [
                total + (high - low) / (to - from_) + of_words * log1p(above - below) if to > from_ else total
                for total, low, high, from_, to, below, above in window
            ]
        page = sum(map(mul, rest, self._page))
        return [total + page for total in totals]


def _of_bits(bits: int, weights: Sequence[float]) -> float:
    """Return the weights of the kinds whose bits are set, added up."""
    total = 0.0
    while bits:
        total += weights[bits.bit_length() - 1]
        bits &= (1 << bits.bit_length() - 1) - 1
    return total


def _ends(sums: Sequence[float], begin: int, end: int) -> tuple[Sequence[float], Sequence[float]]:
    """Return, for each line, the sums above the first line of its window and at the last; `sums` begin with nought."""
    reach = max(abs(begin), abs(end)) + 1
    padded = [*[sums[0]] * reach, *sums, *[sums[-1]] * reach]
    first, last = reach + begin, reach + end + 1
    return padded[first : first + len(sums) - 1], padded[last : last + len(sums) - 1]


def _own(
    said: Sequence[str],
    lowered: Sequence[str],
    words: Sequence[list[str]],
    bullets: Sequence[bool],
    kinds: Sequence[tuple[int, int, int]],
) -> list[list[float]]:
    """Return what each line is like, in the order of OWN without the kinds."""
    _, lists = _lexicon()
    common, verbs = lists["common"], lists["verb"]
    persons = [lists[each] for each in _PERSONS]
    anyone, nobody = frozenset().union(*persons), [0.0] * len(persons)
    sizes = [len(each) for each in words]
    sets = [set(each) for each in words]
    dull = common | {word for word in set().union(*sets) if len(word) <= 2 or word.isdigit()}
    subjects = [each - dull for each in sets]
    in_lines = _in_lines([each for each, size in zip(subjects, sizes, strict=True) if size >= _PROSE])
    times = Counter(lowered)
    begins = Counter([tuple(each[:2]) for each in words if len(each) > 2])
    ends = Counter([tuple(each[-2:]) for each in words if len(each) > 2])
    of_sizes = {size: _of_size(size) for size in set(sizes)}
    prose = list(accumulate([size if size >= _PROSE else 0 for size in sizes], initial=0))
    whole = prose[-1] or 1
    prose_above, prose_below = [*map(log1p, prose)], [log1p(prose[-1] - each) for each in prose]
    longs = [at for at, size in enumerate(sizes) if size >= _LONG]
    first, last = (longs[0], longs[-1]) if longs else (0, len(said) - 1)
    cues = [
        size <= 12 and (bits & _CUES != 0 or start & _CALLS != 0) and text[-1:] != "."
        for size, (bits, start, _), text in zip(sizes, kinds, said, strict=True)
    ]
    cued = list(accumulate(cues, initial=0))
    cues_above, cues_below = [*map(log1p, cued)], [log1p(cued[-1] - each) for each in cued]
    since = _since(cues, sizes)
    runs = _runs(sizes)
    density = [min(1.0, count / (size + 3)) for (_, _, count), size in zip(kinds, sizes, strict=True)]
    dense = list(accumulate(density, initial=0.0))
    own: list[list[float]] = []
    for at, text in enumerate(said):
        size = sizes[at]
        mine = words[at]
        end = text[-1:]
        stop = end in _STOPS and end != ""
        outline = f" {_outline(text)}"
        capitals = outline.count(" A")
        capital = capitals / (capitals + outline.count(" a")) if capitals else 0.0
        subject = subjects[at]
        others = 2 if size >= _PROSE else 1  # prose has each of its words in one line: itself
        known = len(subject & in_lines[others]) / len(subject) if subject else 0.5
        spoken = [word for word in mine if word in anyone]
        bits, start, _ = kinds[at]
        verbless = 3 <= size <= 25 and not stop and verbs.isdisjoint(mine)
        run_first, run_last = runs[at]
        in_run = run_last - run_first + 1
        again = times[lowered[at]]
        own.append([
            *of_sizes[size], stop, end == ":",
            text.endswith(("…", "...")), end == "?", end == "!", size >= 8 and not stop and end != ":", bullets[at],
            text[:1].islower(), text[:1].isdigit(), capital, text.isupper(),
            4 <= size <= 20 and capital >= 0.7 and not stop, min(5, outline.count(". ") + outline.count(".) ")),
            text.count(",") / (size + 1),
            outline.count("0", 0, 81) / (min(len(text), 80) + 1), min(3, outline.count("|", 0, 201)),
            text.count("("),
            text.count('"') + text.count("“"), "\t" in text, verbless,
            verbless and any(word.endswith("ing") for word in mine),
            mine[:1] in (["a"], ["an"], ["the"]), sum(map(common.__contains__, mine)) / size if size else 0.0,
            known, len(subject & in_lines[others + 2]) / len(subject) if subject else 0.3,
            len(subject) >= 4 and known < 0.34,
            again > 1, again > 2, size > 2 and begins[tuple(mine[:2])] > 3,
            size > 2 and ends[tuple(mine[-2:])] > 3,
            min(5, bits.bit_count()), bits.bit_count() > 2, density[at],
            *([sum(map(each.__contains__, spoken)) / (size + 5) for each in persons] if spoken else nobody),
            prose[at] / whole, 1 - prose[at + 1] / whole, prose[at] == 0, prose[at + 1] == prose[-1],
            prose_above[at], prose_below[at + 1],
            at < first, at > last, min(20, max(0, first - at)), min(30, max(0, at - last)), min(at, 15),
            min(len(said) - 1 - at, 25),
            log1p(in_run) if size < _PROSE else 0, size < _PROSE and run_last == len(said) - 1,
            size < _PROSE and run_first == 0, in_run > 5,
            start & _CALLS != 0 and not stop, start & _CALLS != 0 and end in "?!",
            size <= 40 and kinds_of(mine[-3:])[0] & _CREDIT != 0,
            verbless and bits & _DEPICTS != 0, bits == _MONTH and size <= 5, cues[at],
            cues_above[at], cues_below[at + 1], cued[at] / (cued[-1] or 1), log1p(since[at]),
            (cued[at] > cued[-1] / 2) and prose[at] > 0.6 * whole,
            (dense[run_last + 1] - dense[run_first]) / in_run,
        ])  # fmt: skip
    return own


def _of_size(size: int) -> tuple[float, ...]:
    """Return what a line's number of words says, in the order of OWN."""
    return (
        log1p(size), size <= 3, 4 <= size <= 8, 9 <= size <= 15, 16 <= size <= 30, size > 30, size > 60,
    )  # fmt: skip


def _in_lines(lines: Iterable[set[str]]) -> list[set[str]]:
    """Return, for each number up to 4, the words that so many of the lines have, or more."""
    times = Counter(chain.from_iterable(lines))
    return [{word for word, count in times.items() if count >= least} for least in range(5)]


def _since(cues: Sequence[bool], sizes: Sequence[int]) -> list[int]:
    """Return, for each line, the words of prose between it and the cue above it; those from the top without one."""
    since = []
    words = 0
    for cue, size in zip(cues, sizes, strict=True):
        words = 0 if cue else words
        since.append(words)
        words += size if size >= _PROSE else 0
    return since


def _runs(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Return, for each line, the first and last of the lines around it that are all shorter than prose."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(sizes):
        stop = at
        while stop + 1 < len(sizes) and sizes[at] < _PROSE and sizes[stop + 1] < _PROSE:
            stop += 1
        runs.extend([(at, stop)] * (stop - at + 1))
        at = stop + 1
    return runs
