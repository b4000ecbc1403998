"""How much is said between the lines of a page."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from guidewright.find import once, solid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidewright.model import Page

# A thread's first comment is looked for below this many words of article: a head can hold "3 comments", too.
ARTICLE_WORDS = 40
# No article is shorter than this: stamps above it date the article, not its comments.
LEAST_WORDS = 12
# So many blanks has a line of running text at least.
_SENTENCE = 7


@once
def blanks(page: Page) -> tuple[int, ...]:
    """Return how many blanks each solid line has."""
    return tuple([line.says.count(" ") for line in solid(page)])


class Said:
    """Counts words of running text between lines, each count in one step: lines too long for a title, name or date."""

    def __init__(self, blanks: Iterable[int]) -> None:
        """Count, of the blanks of each line."""
        self._sums = list(itertools.accumulate([n + 1 if n >= _SENTENCE else 0 for n in blanks], initial=0))

    def between(self, first: int, last: int) -> int:
        """Return the words of the lines from place `first` to before `last`."""
        return self._sums[max(last, first)] - self._sums[first]

    def before(self, at: int) -> int:
        """Return the words of the lines above place `at`."""
        return self._sums[at]

    def after(self, at: int) -> int:
        """Return the words of the lines behind place `at`."""
        return self._sums[-1] - self._sums[min(at + 1, len(self._sums) - 1)]
