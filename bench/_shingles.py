"""How near a text comes to an article: 4-gram shingles, lines, headings and items.

The measure is that of the article-extraction-benchmark (github.com/scrapinghub/article-extraction-benchmark, MIT):
words are runs of letters, digits and underscores; a text is the bag of its 4-grams of words; a page's precision and
recall are those of the bags; all pages weigh the same, and F1 is that of the two means. Both sides are freed of
Markdown first, so that a tool is not punished for telling a heading from a paragraph.

A line is *in* a text when more than half of its 4-grams are. One of less than four words is, when it is a whole line
of the text, or stands in it beside the word before or after it.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")
_FRONT = re.compile(r"\A\s*---\n.*?\n(?:---|\.\.\.)\s*\n", re.DOTALL)
# What is taken off the whole text, in order.
_INLINE = (
    (re.compile(r"<!--.*?-->", re.DOTALL), " "),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?"), " "),
    (re.compile(r'\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)'), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"^\s*\[[^\]]+\]:\s+\S+.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), " "),
)
# What is taken off each line, in order.
_MARKS = (
    (re.compile(r"^\s*(?:>\s*)+"), ""),
    (re.compile(r"^\s*#{1,6}\s+(.*?)\s*#*\s*(\{[^}]*\})?$"), r"\1"),
    (re.compile(r"^\s*(?:[-*+\u2022\u00b7\u25e6\u25aa]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?"), ""),
    (re.compile(r"^\s*(?:(?:[-*_=]\s*){3,}|`{3,}.*|~{3,}.*|[|:\- ]{3,})$"), ""),
    (re.compile(r"(?<!\\)(\*\*|__|`+|~~)"), ""),
    (re.compile(r"(?<![\w\\])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?!\w)"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])"), r"\1"),
)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+)$", re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*+\u2022]|\d{1,3}[.)])\s+(.+)$", re.MULTILINE)
_TITLE = re.compile(r"\A(\s*)#[ \t]+([^\n]+)\n?")
_HALF = 0.5
_WIDTH = 4


def words(text: str) -> Words:
    """Return a text's words."""
    return tuple(_WORD.findall(text))


def plain(markdown: str) -> str:
    """Return a text without front matter, marks of headings, items and emphasis, links, pictures, tags, entities."""
    text = markdown.replace("\r\n", "\n").replace("\u00a0", " ").lstrip("\ufeff")
    text = _FRONT.sub("", text)
    for expression, by in _INLINE:
        text = expression.sub(by, text)
    lines = []
    for line in text.split("\n"):
        bare = line
        for expression, by in _MARKS:
            bare = expression.sub(by, bare)
        lines.append(bare.replace("|", " "))
    return unicodedata.normalize("NFC", html.unescape("\n".join(lines)))


def shingles(said: Words) -> list[Words]:
    """Return the 4-grams of words; of a shorter text, the text."""
    return [said[at : at + _WIDTH] for at in range(max(1, len(said) - _WIDTH + 1)) if said]


class Text:
    """A text freed of Markdown, by lines and by shingles."""

    def __init__(self, markdown: str) -> None:
        """Take a text in Markdown or without."""
        self.lines = [said for said in map(words, plain(markdown).split("\n")) if said]
        self.bag = Counter(shingles(tuple(word for line in self.lines for word in line)))
        self.whole = set(self.lines)

    def holds(self, lines: Sequence[Words]) -> list[bool]:
        """Tell of each of another text's lines, none empty, whether it is in this one."""
        return [line in self.whole or self._has(lines, at) for at, line in enumerate(lines)]

    def _has(self, lines: Sequence[Words], at: int) -> bool:
        line = lines[at]
        if len(line) >= _WIDTH:
            own = shingles(line)
            return sum(each in self.bag for each in own) > _HALF * len(own)
        missing = _WIDTH - len(line)
        before = lines[at - 1] if at else ()
        after = lines[at + 1] if at + 1 < len(lines) else ()
        if len(before) >= missing and before[-missing:] + line in self.bag:
            return True
        return len(after) >= missing and line + after[:missing] in self.bag


@dataclass(frozen=True, slots=True)
class Page:
    """What one page gave. `precision` is None where nothing was predicted, `recall` where nothing was due.

    The counts are of lines: junk there is and junk that stayed, article lines there are and those that are lost.
    `headings` and `items` are (right, predicted, due).
    """

    precision: float | None
    recall: float | None
    junk: int
    junk_kept: int
    article: int
    article_lost: int
    headings: tuple[int, int, int] = (0, 0, 0)
    items: tuple[int, int, int] = (0, 0, 0)

    @property
    def f1(self) -> float:
        """The page's own F1."""
        if self.precision is None and self.recall is None:
            return 1.0
        return harmonic(self.precision or 0.0, self.recall or 0.0)


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * one * other / (one + other) if one + other else 0.0


def score(  # noqa: PLR0913 - what is known of a page differs from set to set
    predicted: str,
    gold: str,
    *,
    source: Sequence[Words] | None = None,
    labels: Sequence[bool] | None = None,
    structure: str | None = None,
    titled: bool = False,
) -> Page:
    """Score one page. `source` are the words of its lines, `labels` says which are the article's (else `gold` does).

    Without `source`, junk is counted among the predicted lines and losses among those of the gold text. Unless the
    gold text is known to be `titled`, a title in front of the prediction that the gold text does not have counts for
    nothing.
    """
    due = Text(gold)
    if not titled:
        predicted = _untitled(predicted, due)
    got = Text(predicted)
    right = (due.bag & got.bag).total()
    precision, recall = _rates(right, got.bag.total(), due.bag.total())
    if source is None:
        junk, kept = len(got.lines), due.holds(got.lines).count(False)
        article, lost = len(due.lines), got.holds(due.lines).count(False)
    else:
        own = due.holds(source) if labels is None else list(labels)
        stays = got.holds(source)
        junk, kept = own.count(False), sum(y and not x for x, y in zip(own, stays, strict=True))
        article, lost = sum(own), sum(x and not y for x, y in zip(own, stays, strict=True))
    page = (precision, recall, junk, kept, article, lost)
    if structure is None:
        return Page(*page)
    return Page(*page, _agree(_HEADING, structure, predicted), _agree(_ITEM, structure, predicted))


def _untitled(predicted: str, due: Text) -> str:
    front = _FRONT.match(predicted)
    begin = front.end() if front else 0
    found = _TITLE.match(predicted[begin:])
    if not found:
        return predicted
    own = shingles(words(plain(found[2])))
    if not own or sum(each in due.bag for each in own) > _HALF * len(own):
        return predicted
    return predicted[:begin] + found[1] + predicted[begin + found.end() :]


def _rates(right: int, got: int, due: int) -> tuple[float | None, float | None]:
    if right == got == due and right == 0:
        return None, None
    return (right / got if got else None), (right / due if due else None)


def _agree(mark: re.Pattern[str], due: str, got: str) -> tuple[int, int, int]:
    want, have = _marked(mark, due), _marked(mark, got)
    return (want & have).total(), have.total(), want.total()


def _marked(mark: re.Pattern[str], text: str) -> Counter[Words]:
    said = (tuple(word.lower() for word in words(plain(found[1]))) for found in mark.finditer(text))
    return Counter(each for each in said if each)


@dataclass(frozen=True, slots=True)
class Total:
    """Figures of many pages. Line rates are of all lines together; None where there is nothing to count."""

    pages: int
    precision: float
    recall: float
    junk_kept: float | None
    article_lost: float | None
    headings: float | None
    items: float | None

    @property
    def f1(self) -> float:
        """F1 of the mean precision and the mean recall."""
        return harmonic(self.precision, self.recall)


def total(pages: Iterable[Page]) -> Total:
    """Sum up pages as the benchmark does."""
    every = list(pages)
    return Total(
        len(every),
        _mean([page.precision for page in every]),
        _mean([page.recall for page in every]),
        _share(sum(page.junk_kept for page in every), sum(page.junk for page in every)),
        _share(sum(page.article_lost for page in every), sum(page.article for page in every)),
        _marks_f1([page.headings for page in every]),
        _marks_f1([page.items for page in every]),
    )


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _marks_f1(counts: Sequence[tuple[int, int, int]]) -> float | None:
    right, got, due = (sum(each) for each in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return harmonic(right / max(1, got), right / due) if due else None


def bootstrap(ours: Sequence[Page], theirs: Sequence[Page], rounds: int = 2000) -> tuple[float, float, float]:
    """Return our F1 less theirs on the same pages, and the bounds of its 95 % interval.

    A paired bootstrap: pages are drawn anew with replacement, the same ones for both (Efron and Tibshirani, 1993).
    """
    dice = random.Random(20)  # noqa: S311 - draws pages; the same call gives the same interval
    pairs = list(zip(ours, theirs, strict=True))
    drawn = []
    for _ in range(rounds):
        some = dice.choices(pairs, k=len(pairs))
        drawn.append(_f1([one for one, _ in some]) - _f1([other for _, other in some]))
    drawn.sort()
    return _f1(ours) - _f1(theirs), drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds) - 1]


def _f1(pages: Sequence[Page]) -> float:
    return harmonic(_mean([page.precision for page in pages]), _mean([page.recall for page in pages]))
