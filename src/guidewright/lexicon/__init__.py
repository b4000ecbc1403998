"""What words say about a line: `kinds_of(lines)`, after the lists of phrases that stand beside this file.

A language is a file, and a phrase counts where its words stand side by side, case ignored. All languages apply to every
page: in a list of links or a footer there are too few words to tell which one is spoken.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import cache
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guidewright.wordfinder import finder, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[^\W_]+|[©$€£%&@#]")
_words = finder(_TOKEN, alone="$%&@#")
# The kinds of words, in the order of their bits.
KINDS = (
    "subscribe", "networks", "share", "more", "related", "rights", "credit", "author", "offer", "advert",
    "disclaimer",
    "meta", "thread", "consent", "contact", "company", "media", "navigation", "price", "origin", "month", "depicts",
)  # fmt: skip
BIT = {kind: 1 << at for at, kind in enumerate(KINDS)}
# So many words of a line are looked at.
_HEAD = 48


class _Phrase(NamedTuple):
    """A phrase, the place in it of the word that it is looked up by, and its kinds as bits."""

    words: list[str]
    place: int
    kinds: int


class _Phrases(NamedTuple):
    """Phrases that are looked up by one word: the word alone, others by the word below it, or by the word above."""

    alone: tuple[_Phrase, ...]
    after: dict[str, tuple[_Phrase, ...]]
    before: dict[str, tuple[_Phrase, ...]]


class Kinds(NamedTuple):
    """Of each line: the kinds of its phrases as bits, those of the phrases that it begins with, how many phrases."""

    bits: list[int]
    starts: list[int]
    counts: list[int]


@cache
def _lexicon() -> tuple[dict[str, _Phrases], frozenset[str]]:
    """Return the phrases by the rarest of their words, and the commonest words."""
    common: dict[str, int] = {}
    bits: dict[tuple[str, ...], int] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml"), key=lambda path: (path.stem != "en", path.stem)):
        for kind, entries in tomllib.loads(path.read_text("utf-8")).items():
            for words in (tuple(_TOKEN.findall(entry.lower())) for entry in entries.split(",")):
                if kind == "common":
                    common.setdefault(words[0], len(common))
                else:
                    bits[words] = bits.get(words, 0) | BIT[kind]
    phrases: dict[str, _Phrases] = {}
    for words, kinds in sorted(bits.items()):
        ranks = [common.get(word, len(common)) for word in words]
        place = ranks.index(max(ranks))
        phrase = _Phrase([*words], place, kinds)
        known = phrases.setdefault(words[place], _Phrases((), {}, {}))
        if len(words) == 1:
            phrases[words[place]] = known._replace(alone=(phrase,))
        elif place:
            known.before[words[place - 1]] = (*known.before.get(words[place - 1], ()), phrase)
        else:
            known.after[words[1]] = (*known.after.get(words[1], ()), phrase)
    return phrases, frozenset(common)


def words_of(lines: Sequence[str]) -> list[list[str]]:
    """Return the words of each line, and the signs that are as good as words, in lower case."""
    return _words(spaced([line.lower() for line in lines]))


def common() -> frozenset[str]:
    """Return the words that say nothing of a text's subject."""
    return _lexicon()[1]


def kinds_of(lines: Sequence[list[str]]) -> Kinds:
    """Return the kinds of the phrases in the first words of each line; of lines that `words_of` has parted."""
    phrases, _ = _lexicon()
    words: list[str] = []
    starts = []
    for each in lines:
        starts.append(len(words))
        words += each[:_HEAD]
        words.append("")  # no phrase goes on in the line below
    kinds = Kinds([0] * len(lines), [0] * len(lines), [0] * len(lines))
    for at in compress(range(len(words)), map(phrases.__contains__, words)):
        found, after, before = phrases[words[at]]
        if after:
            found += after.get(words[at + 1], ())
        if before:
            found += before.get(words[at - 1], ())
        for phrase, place, bits in found:
            first = at - place
            if words[first : first + len(phrase)] == phrase:
                line = bisect_right(starts, at) - 1
                kinds.bits[line] |= bits
                kinds.counts[line] += 1
                if first == starts[line]:
                    kinds.starts[line] |= bits
    return kinds
