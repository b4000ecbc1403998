r"""What sites say in each language, as data: the phrases of share bars, cookie notices, bylines and the like.

A language is one file, `rules/words/<language>.yml`; adding one is adding its file. A phrase is a whole line, case
ignored, in a notation that needs no regular expressions:

    (auf|bei)    one of these
    [bitte ]     this or nothing
    …            anything, up to 240 characters
    #            a number
    @            a person's name: up to five words, each with a capital letter
    ^            a word in capitals, such as a voucher's code
    \(           the sign itself

An apostrophe stands for the typewriter's as well, a blank for one that does not break.

English applies to every page, since sites in all languages have English furniture. Another language applies where the
page's text or markup speaks it: that keeps “Teilen” off English pages, where nobody has checked it, and an English
page pays nothing for the other languages.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from guidewright.find import LONGEST, bare, by_number, lines_of, once, solid
from guidewright.lineindex import Patterns
from guidewright.model import Kind, Line, Page, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

FOLDER = Path(__file__).parent / "rules" / "words"
ENGLISH = "en"
_CAPITAL = r"(?-i:[^\W\d_a-z])[\w.’'-]*"
_MORE = rf"(?:\s+(?:(?:de|del|van|von|der|la|le|bin|al)\s+)?{_CAPITAL})"
NAME = rf"{_CAPITAL}{_MORE}{{0,4}}"
NAMES = rf"{_CAPITAL}{_MORE}{{1,4}}"
# A page speaks a language when this many of its little words are among the words of its beginning. There are about
# thirty in a file, and one or two of them are words of another language as well (“die”, “a”, “me”).
_SPOKEN = 6
_BEGINNING = 3000
# A text is in the language that has this share of its words among its little ones. Prose of the five has 12 to 32 %, of
# their neighbours (Dutch, Czech, Portuguese) up to 14, though in other letters than theirs.
_SHARE = 0.1
_LOOKED_AT = 4000
_SAME = {"’": "[’']", "\\ ": "[ \u00a0\u202f]"}
_WORD = re.compile(r"[^\W\d_]+")
# What these rules point at may tell of people: headlines, captions, biographies, who paid for what. The others speak to
# the reader, so that what she said, and what he asked, is the article's.
_OF_PEOPLE = frozenset(
    """affiliate-notice author-bio author-contact caption lead-on navigation photo-credit promotion read-also
    related-posts sign-off site-notice""".split()  # noqa: SIM905
)
# So many items make a list, and so a sentence ends.
_LIST = 3
_STOPS = (".", "?", "!")
_NOTATION = re.compile(r"\\.|[()|…#@^]|\[|\]|[^()|…#@^\[\]\\]+")
_MEANS = {
    "(": "(?:",
    ")": ")",
    "|": "|",
    "[": "(?:",
    "]": ")?",
    "…": ".{0,240}",
    "#": r"\d[\d.,]*",
    "@": NAME,
    "^": r"(?-i:[A-Z][A-Z0-9]{2,15})\b",
}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What a language's file says. `lines` and `examples` are by the name of the rule that they belong to."""

    language: str
    little: frozenset[str]
    telling: frozenset[str]
    letters: frozenset[str]
    months: tuple[str, ...]
    by: tuple[str, ...]
    dated: tuple[str, ...]
    lines: dict[str, tuple[str, ...]]
    examples: dict[str, str]


@cache
def languages() -> tuple[Words, ...]:
    """Return what every file says, in alphabetical order."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yml")))


def _read(path: Path) -> Words:
    said = yaml.safe_load(path.read_text("utf-8"))
    rules = said["rules"]
    return Words(
        path.stem,
        frozenset(said["little words"].split()),
        frozenset(said["telling words"].split()),
        frozenset(said["letters"].split()),
        tuple(said["months"].split()),
        tuple(said["by"].splitlines()),
        tuple(said["dated"].splitlines()),
        {name: tuple(rule["lines"].splitlines()) for name, rule in rules.items()},
        {name: rule["example"] for name, rule in rules.items()},
    )


@once
def spoken(page: Page) -> frozenset[str]:
    """Return the languages whose words apply to a page: English, and what its text or markup speaks."""
    there = by_number(page)
    beginning, heard = page.shared.get("heard", ((), frozenset()))
    if not (beginning and all(there.get(line.number) is line for line in beginning)):  # the stages mostly begin alike
        beginning, heard = page.shared["heard"] = _heard(solid(page))
    found: frozenset[str] = (heard | {ENGLISH, page.language.lower()[:2]}) - {""}
    return found


def _heard(lines: Iterable[Line]) -> tuple[list[Line], frozenset[str]]:
    """Return the lines at the beginning that are running text, and the languages of which little words are in them."""
    beginning: list[Line] = []
    size = 0
    for line in lines:
        if len(line.says) > 40:  # menus speak the site's language, quotations another
            beginning.append(line)
            size += len(line.says)
            if size > _BEGINNING:
                break
    text = " ".join([line.says[:_BEGINNING] for line in beginning])[:_BEGINNING]
    little = _little_words().intersection(text.lower().split())
    return beginning, frozenset(each.language for each in languages() if len(each.little & little) >= _SPOKEN)


def language_of(texts: Iterable[str]) -> str:
    """Return the language of a text by the little words at its beginning; empty where they are of none that we know."""
    beginning: list[str] = []
    size = 0
    for text in texts:
        beginning.append(text[:_LOOKED_AT])
        size += len(beginning[-1])
        if size > _LOOKED_AT:
            break
    text = " ".join(beginning).lower()
    said = text.split()
    counts = Counter(filter(_little_words().__contains__, said))
    shares = [(sum(map(counts.__getitem__, each.little & counts.keys())), each) for each in languages()]
    count, best = max(shares, key=itemgetter(0))
    return best.language if count > _SHARE * len(said) and _is_spelt_in(text, best) else ""


@cache
def _little_words() -> frozenset[str]:
    """Return the little words of all languages."""
    return frozenset(word for each in languages() for word in each.little)


def _is_spelt_in(text: str, language: Words) -> bool:
    """Whether most of a text's letters beyond ASCII are the language's; English has none of its own."""
    if text.isascii() or not language.letters:
        return True
    beyond = [character for character in text if character > "\x7f" and character.isalpha()]
    return 2 * sum(each in language.letters for each in beyond) >= len(beyond)


def expression(phrase: str) -> str:
    """Return a phrase as a regular expression."""
    return "".join(_MEANS.get(piece) or _escaped(piece.removeprefix("\\")) for piece in _NOTATION.findall(phrase))


def _escaped(piece: str) -> str:
    """Return a piece of a phrase that means itself, however its apostrophes and blanks are written."""
    escaped = re.escape(piece)
    for sign, signs in _SAME.items():
        escaped = escaped.replace(sign, signs)
    return escaped


def _is_item(line: Line) -> bool:
    return line.where.kind is Kind.ITEM or bare(line) != line.says.strip()


@once
def _list_of(page: Page) -> dict[int, list[Line]]:
    """Return the items of the list that an item is in, by its number."""
    runs = (list(run) for item, run in groupby(solid(page), _is_item) if item)
    return {line.number: run for run in runs for line in run}


def _is_listed(page: Page, line: Line, found: Collection[Line]) -> bool:
    """Whether a line is in a list of sentences, of which most are not found: of steps, or questions to ask oneself."""
    if not _is_item(line):
        return False
    items = _list_of(page)[line.number]
    numbers = {each.number for each in found}
    others = sum(each.says.rstrip().endswith(_STOPS) and each.number not in numbers for each in items)
    return len(items) >= _LIST and 2 * others > len(items)


@cache
def _phrases(language: Words) -> dict[str, Patterns]:
    """Return a language's phrases by the name of their rule, each to be matched with a whole line."""
    return {
        rule: Patterns(*[re.compile(expression(phrase), re.IGNORECASE) for phrase in phrases])
        for rule, phrases in language.lines.items()
    }


@once
def _said(page: Page) -> list[dict[str, Patterns]]:
    """Return the phrases of each language that applies to a page."""
    heard = spoken(page)
    return [_phrases(each) for each in languages() if each.language in heard]


def lines_saying(page: Page, rule: str, longest: int = LONGEST) -> list[Line]:
    """Return the lines that a phrase of the rule is, in the languages that apply to the page."""
    found: list[Line] = []
    for phrases in _said(page):
        if rule in phrases:
            found += lines_of(page, phrases[rule], longest)
    if rule not in _OF_PEOPLE:
        found = [line for line in found if not _tells(page, line)]
    return [line for line in found if not _is_listed(page, line, found)]


def _tells(page: Page, line: Line) -> bool:
    """Whether a line says what somebody said."""
    heard = spoken(page)
    said = _WORD.findall(line.says.lower())
    return any(not each.telling.isdisjoint(said) for each in languages() if each.language in heard)


def saying(rule: str, longest: int = LONGEST, last: int | None = None) -> Callable[[Page], Iterator[Span]]:
    """Point at the lines that a phrase of the rule is; with `last`, among that many solid lines at the end."""

    def find(page: Page) -> Iterator[Span]:
        found = lines_saying(page, rule, longest)
        if found:
            lowest = solid(page)[-last:][0].number if last else 0
            yield from (Span(line.number, line.number) for line in found if line.number >= lowest)

    return find
