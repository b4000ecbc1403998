"""Which line of a page is the article's title: `title_at(...)`.

In a scrape the title is no line of its own kind: a menu, a kicker and a byline stand around it, and it looks like the
headline of any teaser. Every short line near the likely beginnings of the article is weighed against the others, and
against there being no title (a conditional logit, as in `ends.py`): how long it is and how it is written, how many of
its words the article uses more than once, what stands right below, and where the article begins. The weights are in
`weights.py`.
"""

from __future__ import annotations

import math
import re
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.scorer.ends import Seen
    from guidewright.scorer.signals import Lines

TITLE = (
    "words", "one-word", "two-words", "five-to-twelve", "from-twenty", "stop", "colon", "bullet", "bar", "capitals",
    "upper", "known", "often", "kinds-density", "odds", "odds-up", "odds-down", "prose-below", "short-below",
    "words-before", "no-words-before", "to-first", "from-top", "first", "blank", "begins", "began", "no-title",
)  # fmt: skip
# The last of them is all that speaks for there being none.
NONE = [0.0] * (len(TITLE) - 1) + [1.0]
# A title has so many words at most, and the article begins so few lines below it, with this probability at least.
_MOST, _NEAR, _LEAST = 28, 15, 0.02
# A line of so many words is prose; one of no more than so many is short.
_PROSE, _SHORT = 15, 4
_ODDS = 4.0
# Powers above overflow.
_HIGHEST = 300.0
# A line is taken for the title when it is so probable. The next best thing is the first line, unless another one, which
# may be less probable then and has no prose above it, is so many times likelier.
_SURE, _LEAST_SURE, _LIKELIER = 0.3, 0.05, 8.0
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# What is no title: an address, who wrote the article when, and what is to be filled in.
_NONE_OF_IT = re.compile(
    r"\w+://|www\.|(?:posted|published|written|publicado|escrito|publié|écrit|veröffentlicht|geschrieben|opublikowan\w*|napisan\w*)"
    r" (?:\w+ )?(?:by|on|por|el|par|le|von|am|przez|dnia)\b|(?:by|por|par|von|przez) .*\d{4}|.*_{4}",
    re.IGNORECASE,
)
# Behind a title, where the site's name follows, or before it.
_SITE = re.compile(r"\s*[|»·:–—-]+\s+\S.*|.*\S\s+[|»·:–—-]+\s*")


class Titles:
    """The lines of a page that may be its title."""

    def __init__(self, texts: Sequence[str], lines: Lines, seen: Seen, above: Sequence[float]) -> None:
        """Look at a page's lines; `above` is each one's probability of standing above the article."""
        self._texts, self._lines, self._seen, self._above = texts, lines, seen, above
        last = len(texts) - 1
        self.places = [
            at
            for at, size in enumerate(lines.sizes)
            if 1 <= size <= _MOST
            and (at == 0 or above[at - 1] - above[min(last, at + _NEAR)] > _LEAST)
            and _NONE_OF_IT.match(texts[at].strip()) is None
        ]

    def row(self, at: int) -> list[float]:
        """Return what speaks for a line, as numbers in the order of TITLE."""
        lines, above, text, last = self._lines, self._above, self._texts[at], len(self._texts) - 1
        size, end, columns, telling = lines.sizes[at], lines.ends[at], lines.columns, lines.telling[at]
        below = lines.sizes[at + 1] if at < last else 0
        words = [word for word in _WORD.findall(text) if word.lower() in telling]
        capitals = sum(word[0].isupper() for word in words) / (len(words) or 1)
        began = 1 - above[at - 1] if at else 0.0
        up, down = self._seen.around(at)
        return [
            math.log1p(size), size == 1, size == 2, 5 <= size <= 12, size >= 20, end == ".", end == ":",
            lines.bullets[at], "|" in text, capitals, text.isupper(),
            columns["known"][at], math.log1p(len(telling & lines.often)), columns["kinds-density"][at],
            max(-_ODDS, min(_ODDS, self._seen.odds[at])), up, down, below >= _PROSE, below <= _SHORT,
            columns["words-before"][at], columns["words-before"][at] == 0, columns["to-first"][at],
            math.log1p(at), at == 0, self._seen.parts[at], 1 - began - above[min(last, at + _NEAR)], began, 0.0,
        ]  # fmt: skip

    def is_below_prose(self, at: int) -> bool:
        """Whether a line has prose above it."""
        return self._lines.columns["words-before"][at] > 0

    def without_site(self, at: int) -> int:
        """Return the line that says the same without the name of the site, which is shorter; else the line itself."""
        whole = self._texts[at].strip()
        for place in self.places:
            text = self._texts[place].strip()
            if 2 * len(text) > len(whole) > len(text) and text in whole and _SITE.fullmatch(whole.replace(text, "", 1)):
                return place
        return at


def title_at(titles: Titles, weights: Sequence[float]) -> int | None:
    """Return which line is the title; None where none is likely to be."""
    if not titles.places:
        return None
    scores = [sum(map(mul, weights, titles.row(at))) for at in titles.places]
    highest = max(scores)
    others = sum(math.exp(score - highest) for score in scores) + math.exp(min(_HIGHEST, weights[-1] - highest))
    best = titles.places[scores.index(highest)]
    chance = 1 / others
    first = math.exp(scores[0] - highest) if titles.places[0] == 0 else 0.0
    likelier = chance > _LEAST_SURE and (best == 0 or _LIKELIER * first < 1) and not titles.is_below_prose(best)
    return titles.without_site(best) if chance > _SURE or likelier else None
