"""What the scorer looks at: `Lines(texts)` gives the signals of a page's lines, each as a column.

They say how a line looks, which kinds of words it has (see `lexicon`), how much it shares with the page's long lines,
whether it comes again, what stands around it, and where on the page it is. Nothing here knows the answer; the weights
do. A column is made at once for all lines, since Python is quicker at that than at the same for one line after another.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from math import log1p
from operator import sub, truediv
from typing import TYPE_CHECKING

from guidewright.lexicon import BIT, Kinds, common, kinds_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Column = Sequence[float]

_BULLET = re.compile(r"[\s\u00a0]*(?:[•·●◦▪‣⁃*+–—-][\s\u00a0]+|\d{1,3}[.)]\s)")
_STOPS = frozenset('.!?…”"’)。！？')
_CALLS = BIT["more"] | BIT["offer"]
_CUES = BIT["related"] | BIT["subscribe"] | BIT["share"] | BIT["networks"] | BIT["rights"] | BIT["thread"]
# Lines of so many words are prose; what stands in them tells what the page is about.
_PROSE = 15
# The first and the last line of so many words are where the article seems to begin and end.
_FIRM = 25
# Longer lines are long.
_LONG = 30
# No cue has more words.
_LABEL = 12
# Signals whose means of so many lines above a line and below are signals, too.
_MEANS = ("long", "kinds-density", "known")
_REACHES = (6, 15)


# What a line's number of words, its last character and its bullet say.
LOOKS = (
    "size", "to-three", "to-eight", "to-fifteen", "to-thirty", "long", "very-long",
    "stop", "colon", "question", "exclaims", "no-stop", "bullet",
)  # fmt: skip
SIGNALS = (
    "commas", "tab", "known", "again", "kinds-density", "cue", "words-before", "words-after",
    "above-first", "below-last", "to-first", "from-last", "from-top", "from-bottom",
    *(f"{name}-{way}-{reach}" for reach in _REACHES for name in _MEANS for way in ("up", "down")),
)  # fmt: skip
PAGE = ("page-lines", "page-words", "page-long", "page-kinds", "page-bullets")


class Lines:
    """The lines of a page as the scorer sees them.

    `sizes`, `ends` and `bullets` are each line's number of words, its last character and whether it has a bullet, which
    `looks` asks for; `logs` and `stops` are two of its answers. `columns` are signals by name, in the order of SIGNALS,
    each of all lines. `kinds` are the kinds of words of each line, as bits in the order of KINDS. `page` are the
    signals that all lines have in common, in the order of PAGE. `telling` are the words of each line, but for the
    commonest, and `often` those that two lines of prose have.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Look at the lines that say anything, in order."""
        self.bullets = [_BULLET.match(text) is not None for text in texts]
        said = [
            _BULLET.sub("", text, count=1).strip() if has else text.strip()
            for text, has in zip(texts, self.bullets, strict=True)
        ]
        lowered = [text.lower() for text in said]
        words = words_of(said)
        self.sizes = [*map(len, words)]
        self.ends = [text[-1:] for text in said]
        self.logs = [*map(log1p, self.sizes)]
        self.stops = [*map(_STOPS.__contains__, self.ends)]
        kinds = kinds_of(words)
        self.kinds = kinds.bits
        times = Counter(lowered)
        commonest = common()
        self.telling = [set(each) - commonest for each in words]
        once, self.often = _prose_words(self.telling, self.sizes)
        known = _known(self.telling, self.sizes, once, self.often)
        density = [min(1.0, count / (size + 3)) for count, size in zip(kinds.counts, self.sizes, strict=True)]
        long = [size > _LONG for size in self.sizes]
        columns: dict[str, Column] = {
            "commas": [text.count(",") / (size + 1) for text, size in zip(said, self.sizes, strict=True)],
            "tab": ["\t" in text for text in said],
            "known": known,
            "again": [times[text] > 1 for text in lowered],
            "kinds-density": density,
            "cue": _cues(kinds, self.sizes, self.ends),
            **_prose(self.sizes),
            **_places(self.sizes),
            **_near({"long": long, "kinds-density": density, "known": known}),
        }
        self.columns = {name: columns[name] for name in SIGNALS}
        count = len(texts) or 1
        self.page = [
            log1p(len(texts)), log1p(sum(self.sizes)), sum(long) / count, sum(density) / count,
            sum(self.bullets) / count,
        ]  # fmt: skip


def looks(size: int, end: str, bullet: bool) -> tuple[float, ...]:  # noqa: FBT001 - called by `map`
    """Return what a line's number of words, its last character and its bullet say, in the order of LOOKS."""
    stop = end in _STOPS
    return (
        log1p(size), size <= 3, 4 <= size <= 8, 9 <= size <= 15, 16 <= size <= 30, size > _LONG, size > 60,
        stop, end == ":", end == "?", end == "!", size >= 8 and not stop and end != ":", bullet,
    )  # fmt: skip


def _prose_words(telling: Sequence[set[str]], sizes: Sequence[int]) -> tuple[set[str], set[str]]:
    """Return the words of the page's prose, and those that more than one line of it has."""
    once: set[str] = set()
    twice: set[str] = set()
    for each, size in zip(telling, sizes, strict=True):
        if size >= _PROSE:
            twice |= once & each
            once |= each
    return once, twice


def _known(telling: Sequence[set[str]], sizes: Sequence[int], once: set[str], twice: set[str]) -> Column:
    """Return which share of its telling words each line has in common with the page's prose."""
    return [
        # Prose has each of its words in one line: itself.
        len(each & (twice if size >= _PROSE else once)) / len(each) if each else 0.5
        for each, size in zip(telling, sizes, strict=True)
    ]


def _prose(sizes: Sequence[int]) -> dict[str, Column]:
    """Return how much prose there is above and below each line."""
    prose = list(accumulate([size if size >= _PROSE else 0 for size in sizes], initial=0))
    return {
        "words-before": [*map(log1p, prose[:-1])],
        "words-after": [log1p(prose[-1] - each) for each in prose[1:]],
    }


def _places(sizes: Sequence[int]) -> dict[str, Column]:
    """Return how far each line is from the first and the last line of many words, and from those of the page."""
    count = len(sizes)
    firm = [at for at, size in enumerate(sizes) if size >= _FIRM]
    first, last = (firm[0], firm[-1]) if firm else (0, count - 1)
    outside = max(0, count - 1 - last)
    return {
        "above-first": [1] * first + [0] * (count - first),
        "below-last": [0] * (count - outside) + [1] * outside,
        "to-first": [*_far(first, 20)[::-1], *[0] * (count - first)],
        "from-last": [*[0] * (count - outside), *_far(outside, 30)],
        "from-top": [0, *_far(count - 1, 15)][:count],
        "from-bottom": [*_far(count - 1, 25)[::-1], 0][:count],
    }


def _far(count: int, most: int) -> list[int]:
    """Return the distances from 1 on, none above `most`."""
    return [*range(1, min(count, most) + 1), *[most] * (count - most)]


def _cues(kinds: Kinds, sizes: Sequence[int], ends: Sequence[str]) -> Column:
    """Return which lines are a cue that what is below is no article."""
    return [
        size <= _LABEL and (bits & _CUES != 0 or start & _CALLS != 0) and end != "."
        for bits, start, size, end in zip(kinds.bits, kinds.starts, sizes, ends, strict=True)
    ]


def _near(columns: dict[str, Column]) -> dict[str, Column]:
    """Return, for each line, the means of some signals of the lines above it and of those below, near and farther."""
    made: dict[str, Column] = {}
    count = len(columns["known"])
    for reach in _REACHES:
        lines = [number or 1 for number in within([1] * count, reach)]
        for name in _MEANS:
            means = [*map(truediv, within(columns[name], reach), lines)]
            made |= {f"{name}-up-{reach}": means[:count], f"{name}-down-{reach}": means[reach + 1 :]}
    return made


def within(values: Column, reach: int) -> list[float]:
    """Return, for each place up to `reach` behind the last value, the sum of the `reach` values before it."""
    sums = list(accumulate(values, initial=0))
    return [*map(sub, [*sums, *[sums[-1]] * reach], [*[0] * reach, *sums])]
