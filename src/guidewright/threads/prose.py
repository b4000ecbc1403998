"""How much is said between the lines of a page."""

from __future__ import annotations

import itertools
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line

# A thread's first comment is looked for below this many words of article: a head can hold "3 comments", too.
ARTICLE_WORDS = 40
# No article is shorter than this: stamps above it date the article, not its comments.
LEAST_WORDS = 12
# So many blanks has a line of running text at least; one of so many words is a paragraph, stop or not.
_SENTENCE, _PARAGRAPH = 7, 20
# So many has a line of verse at least; a stanza has so many lines, one below the other, and every third a stop, which
# the lines of a menu have not.
_VERSE, _STANZA, _VERSE_STOPS = 3, 3, (".", ",", ";", ":", "!", "?", "…", "—", "–")
_STOPS = tuple(".!?…”’\"'):;»")


# A last comment has fewer words, or no more than so many times as many as the longest of the others.
_LAST, _TIMES_LONGEST = 200, 4


def most_below(longest: int) -> int:
    """Return how many words may stand below a thread's last stamp, where the longest of its other comments has some."""
    return max(_LAST, _TIMES_LONGEST * longest)


def is_prose(text: str, words: int) -> bool:
    """Whether a line is told and no headline: it has a sentence's length and its end, or a paragraph's length."""
    return words >= _PARAGRAPH or (words > _SENTENCE and text.rstrip().endswith(_STOPS))


class Said:
    """Counts words of running text between lines, each count in one step: lines too long for a title, name or date."""

    def __init__(self, lines: Sequence[Line], blanks: Sequence[int]) -> None:
        """Count, of the lines and the blanks of each."""
        self._lines, self._blanks = lines, blanks
        self._sums = list(itertools.accumulate([n + 1 if n >= _SENTENCE else 0 for n in blanks], initial=0))

    @cached_property
    def _told(self) -> list[int]:
        words = [b - a for a, b in itertools.pairwise(self._sums)]
        told = [n if n and is_prose(line.says, n) else 0 for line, n in zip(self._lines, words, strict=True)]
        return list(itertools.accumulate(told, initial=0))

    @cached_property
    def _versed(self) -> list[int]:
        words = [0] * len(self._lines)
        stanzas = itertools.groupby(enumerate(self._lines), key=lambda each: each[1].number - each[0])
        for _, stanza in stanzas:
            places = [at for at, _ in stanza]
            stops = sum(self._lines[at].says.rstrip().endswith(_VERSE_STOPS) for at in places)
            if len(places) >= _STANZA and 3 * stops >= len(places):
                for at in places:
                    words[at] = self._blanks[at] + 1 if self._blanks[at] >= _VERSE else 0
        return list(itertools.accumulate(words, initial=0))

    def told_before(self, at: int) -> int:
        """Return the words of prose above place `at`: a page's menus and headlines are none."""
        return self._told[at]

    def has_article_above(self, at: int) -> bool:
        """Whether an article may stand above place `at`: some prose, or verse and more of it than prose below."""
        below = self._told[-1] - self._told[at]
        return (
            self._told[at] >= LEAST_WORDS
            or self.before(at) >= max(LEAST_WORDS, below)
            or self._versed[at] >= max(ARTICLE_WORDS, below)
        )

    def between(self, first: int, last: int) -> int:
        """Return the words of the lines from place `first` to before `last`."""
        return self._sums[max(last, first)] - self._sums[first]

    def before(self, at: int) -> int:
        """Return the words of the lines above place `at`."""
        return self._sums[at]

    def after(self, at: int) -> int:
        """Return the words of the lines behind place `at`."""
        return self._sums[-1] - self._sums[min(at + 1, len(self._sums) - 1)]
