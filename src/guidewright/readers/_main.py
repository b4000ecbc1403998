"""Which lines of a page trafilatura (https://trafilatura.readthedocs.io) takes for the article.

It is asked for the tree that is parsed already; what it keeps is found again among our lines by its words: four words
in a row that both texts have once are anchors, anchors in order are extended word by word as far as both agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
_GRAM = 4


def words(text: str) -> list[str]:
    """Return the words of a text, as they are compared here."""
    return _WORD.findall(text)


def extracted(tree: Any, **options: bool) -> list[str]:  # noqa: ANN401 - lxml's element types are private
    """Return the words that trafilatura keeps of a tree, in its order; empty where it finds no article."""
    document = bare_extraction(tree, include_comments=False, **options)
    if document is None or document.body is None:
        return []
    return [word for text in document.body.itertext() for word in _WORD.findall(text)]


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
    places = _once(theirs)
    anchors = [(at, places[gram]) for gram, at in _once(ours).items() if gram in places]
    low = -1
    chain = _in_order(anchors)
    for index, (here, there) in enumerate(chain):
        a, b = here, there
        floor = chain[index - 1] if index else (-1, -1)
        while a > floor[0] and b > max(low, floor[1]) and a >= 0 and b >= 0 and ours[a] == theirs[b] and not covered[a]:
            covered[a] = 1
            a, b = a - 1, b - 1
        a, b = here + 1, there + 1
        while a < len(ours) and b < len(theirs) and ours[a] == theirs[b] and not covered[a]:
            covered[a] = 1
            a, b = a + 1, b + 1
        low = max(low, b - 1)
    return covered


def _once(text: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the runs of four words that a text has exactly once, with their places, in order."""
    places: dict[tuple[str, ...], int] = {}
    for at, gram in enumerate(zip(*(text[shift:] for shift in range(_GRAM)), strict=False)):
        places[gram] = -1 if gram in places else at
    return {gram: at for gram, at in places.items() if at >= 0}


def _in_order(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs that rises in both numbers; the pairs rise in the first."""
    ends: list[int] = []  # the least last number of a chain of each length
    last: list[int] = []
    before: list[int] = []
    pairs = list(pairs)
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
