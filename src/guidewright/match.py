"""Finds thousands of phrases in a text in one pass: a tree of word keys, longest phrase first.

The time grows with the text and the longest phrase, not with the number of phrases. Phrases are data: what is a
pattern to a regular expression (`.*`, `a|b`) is only signs here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from guidewright import text as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Words that change nothing about what a phrase is about: `leave the relationship` is `leave this relationship`.
_OWNERS = frozenset("my your our his her their its one's one’s".split())  # noqa: SIM905
_ARTICLES = frozenset("a an the this these".split())  # noqa: SIM905
_PASSED = _OWNERS | _ARTICLES
_OWNER = "your"
# Right beside a word, one of these makes it part of something else (`C++`, `#trust`, `trust@example.org`).
_GLUE = frozenset("@#_+\\&=$%~^<>|")
_DOMAINS = ("com", "org", "net", "edu", "gov", "uk", "eu", "info", "io")
_ADDRESS = re.compile(rf"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:{'|'.join(_DOMAINS)})\b\S*")
_ADDRESS_SIGNS = ("://", "www.", "@", *(f".{domain}" for domain in _DOMAINS))


class Sort(StrEnum):
    """What a phrase is to the matcher."""

    TERM = "term"
    TITLE = "title"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to look for. `owners` are slugs: of the topics that a TERM or NOT belongs to, of a TITLE's guides.

    A TERM or NOT is found in all its inflections, one with signs in it (`C++`) and a TITLE as written, but for case.
    """

    sort: Sort
    text: str
    owners: tuple[str, ...]


class Found(NamedTuple):
    """Phrase number `phrase` of a matcher stands at characters `start` to `end` (excluded) of a text."""

    phrase: int
    start: int
    end: int


class Words:
    """The words and signs of a text, as columns: as written, key, start, end. Places are worked out when asked for."""

    __slots__ = ("_ends", "_joined", "_starts", "keys", "raw", "text")

    def __init__(self, text: str, keys: Mapping[str, str]) -> None:
        """Split a text; `keys` gives the key of any word."""
        self.text = text
        self._starts: list[int] | None = None
        self._ends: list[int] = []
        self.raw: list[str] = texts.TOKEN.findall(text)
        self._joined = not texts.HYPHENS.isdisjoint(self.raw)
        if self._joined:
            self._locate()
        self.keys = list(map(keys.__getitem__, self.raw))

    def _locate(self) -> list[int]:
        if self._joined:
            matches = [match for match in texts.TOKEN.finditer(self.text) if not _joins(self.text, match)]
            self.raw = [match.group() for match in matches]
            spans = [match.span() for match in matches]
        else:
            spans = [match.span() for match in texts.TOKEN.finditer(self.text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        return self._starts

    @property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._locate() if self._starts is None else self._starts

    @property
    def ends(self) -> list[int]:
        """Where each word ends, excluded."""
        if self._starts is None:
            self._locate()
        return self._ends


# In the tree, below this key stand the numbers of the phrases that end at a node; every other key leads on.
_END = ""


class _Keys(dict[str, str]):
    """The keys of words, each worked out once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        made = self[word] = _key(word, self.language)
        return made

    def __reduce__(self) -> tuple[type[_Keys], tuple[str]]:
        return (_Keys, (self.language,))


@dataclass(frozen=True, slots=True)
class Matcher:
    """Phrases, compiled by `compile_phrases`. Picklable. Serves texts of one `language`, which decides about stems."""

    phrases: tuple[Phrase, ...]
    contents: tuple[tuple[str, ...], ...]
    language: str
    tree: dict[str, Any] = field(repr=False)
    keys: _Keys = field(compare=False, repr=False)

    def words(self, text: str) -> Words:
        """Return the words and signs of a text; hyphens between words are left out."""
        return Words(text, self.keys)

    def find(self, text: str, words: Words | None = None) -> list[Found]:
        """Return the phrases in a text from left to right, none over another; at each place the longest wins.

        Phrases that are equal but for their owners come one after the other at one place. Addresses hold no phrase.
        """
        words = words or self.words(text)
        root, keys = self.tree, words.keys
        hyphens = any(hyphen in text for hyphen in texts.HYPHENS)
        # Titles begin with the words that all texts are full of, so look at two words before going into detail.
        near = (
            range(len(keys))
            if hyphens
            else [at for at, key in enumerate(keys) if key in root and _leads(root[key], words, at)]
        )
        found: list[Found] = []
        after = 0
        for at in near:
            if at < after:
                continue
            node = root.get(keys[at])
            last, hits = self._longest(node, text, at, words) if node is not None else (at, ())
            if hyphens and not hits:
                last, hits = self._joined(text, at, words)
            if hits:
                found.extend(Found(each, words.starts[at], words.ends[last]) for each in hits)
                after = last + 1
        if found and any(sign in text for sign in _ADDRESS_SIGNS):
            addresses = [match.span() for match in _ADDRESS.finditer(text)]
            found = [each for each in found if not any(a < each.end and each.start < b for a, b in addresses)]
        return found

    def _longest(self, node: dict[str, Any], text: str, at: int, words: Words) -> tuple[int, tuple[int, ...]]:
        """Return the last word of the longest phrase that begins at word `at`, and the phrases' numbers."""
        raw, keys, starts, ends = words.raw, words.keys, words.starts, words.ends
        best: tuple[int, tuple[int, ...]] = (at, ())
        said = [raw[at]]
        here, count = at, len(keys)
        while True:
            numbers = node.get(_END)
            if numbers and _stands_alone(text, starts[at], ends[here]):
                hits = tuple(each for each in numbers if self._is_said(each, said, text, starts[at], ends[here]))
                if hits:
                    best = (here, hits)
            here += 1
            while here < count and keys[here] not in node and raw[here].lower() in _PASSED:
                here += 1
            if here >= count or keys[here] not in node:
                return best
            node = node[keys[here]]
            said.append(raw[here])

    def _joined(self, text: str, at: int, words: Words) -> tuple[int, tuple[int, ...]]:
        """Find a phrase of one word that the text writes with a hyphen (`time-out` for `timeout`)."""
        if (
            at + 1 == len(words.raw)
            or words.starts[at + 1] != words.ends[at] + 1
            or text[words.ends[at]] not in texts.HYPHENS
        ):
            return at, ()
        joined = words.raw[at] + words.raw[at + 1]
        node = self.tree.get(_key(joined, self.language))
        start, end = words.starts[at], words.ends[at + 1]
        if node is None or not _stands_alone(text, start, end):
            return at, ()
        return at + 1, tuple(each for each in node.get(_END, ()) if self._is_said(each, [joined], text, start, end))

    def _is_said(self, number: int, said: list[str], text: str, start: int, end: int) -> bool:
        """Whether words with the keys of a phrase are indeed forms of its words."""
        phrase, content = self.phrases[number], self.contents[number]
        if not content:  # it has signs, or is a title
            if _plain(phrase.text) != _plain(text[start:end]):
                return False
            return phrase.sort is not Sort.TITLE or _is_named(text, start, end)
        if len(said) != len(content):  # written as one word in one place and as two in the other
            said, content = ["".join(said)], ("".join(content),)
        for word, wanted in zip(said, content, strict=True):
            if len(wanted) > 1 and wanted.isupper() and not word.isupper():
                return False
            if not texts.same_word(word, wanted, self.language) and not {word.lower(), wanted.lower()} <= _OWNERS:
                return False
        return True


def compile_phrases(phrases: Iterable[Phrase], language: str = "en") -> Matcher:
    """Return a matcher for phrases; those without a word or sign in them are left out."""
    kept: list[Phrase] = []
    contents: list[tuple[str, ...]] = []
    tree: dict[str, Any] = {}
    for phrase in phrases:
        pieces = texts.tokens(phrase.text, language)
        if not pieces:
            continue
        raw = [phrase.text[piece.start : piece.end] for piece in pieces]
        literal = phrase.sort is Sort.TITLE or any(not word[0].isalnum() for word in raw)
        if not literal:
            raw = content(raw)
        number = len(kept)
        kept.append(phrase)
        contents.append(() if literal else tuple(raw))
        _plant(tree, [_key(word, language) for word in raw], number)
        if not literal and len(raw) > 1 and any(hyphen in phrase.text for hyphen in texts.HYPHENS):
            _plant(tree, [_key("".join(raw), language)], number)
    return Matcher(tuple(kept), tuple(contents), language, tree, _Keys(language))


def _leads(node: dict[str, Any], words: Words, at: int) -> bool:
    """Whether a phrase may go on, or end, after word `at`."""
    if _END in node:
        return True
    return at + 1 < len(words.keys) and (words.keys[at + 1] in node or words.raw[at + 1].lower() in _PASSED)


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether a sign is a hyphen between two words."""
    start, end = match.span()
    return match.group() in texts.HYPHENS and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()


def content(words: list[str]) -> list[str]:
    """Return the words of a phrase that a text must say: no articles, `your` and the like only at its beginning."""
    start = 1 if len(words) > 1 and words[0].lower() in _ARTICLES else 0
    return [word for place, word in enumerate(words[start:]) if place == 0 or word.lower() not in _PASSED]


def _plant(tree: dict[str, Any], keys: list[str], number: int) -> None:
    for key in keys:
        tree = tree.setdefault(key, {})
    numbers = tree.setdefault(_END, [])
    if number not in numbers:
        numbers.append(number)


def _key(word: str, language: str) -> str:
    return texts.key(_OWNER if word.lower() in _OWNERS else word, language) or word


def _plain(text: str) -> str:
    """Return a text for comparing word for word: case, spaces, quotes and hyphens do not matter."""
    return " ".join(text.translate(_ALIKE).casefold().split())


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether words that are also a title are meant as one: between quotation marks, or as what one should read."""
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 2].lstrip(".,?!:;…")[:1] in _QUOTES
    pointed = _POINTER.search(text, max(0, start - 40), start) is not None
    count = len(text[start:end].split())
    if quoted and (count > 2 or pointed):
        return True
    return count > 1 and (
        _TOLD.search(text, max(0, start - 20), start) is not None or (pointed and text[start].isupper())
    )


_QUOTES = frozenset("\"'“”‘’„«»‹›")
# What stands before the title of something to read: `the guide “…”`, `read …`, `see our article …`.
_POINTER = re.compile(
    r"\b(?:guides?|articles?|pages?|posts?|read|reading|see|under|called|titled)\s+(?:\w+\s+){0,2}[\"'“‘„«‹]?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:guide|article|page|post) (?:on|about|to|called|titled) $", re.IGNORECASE)
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u2010": "-", "\u2011": "-", "\u00a0": " "})


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands around characters `start` to `end` leaves them words of their own."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in _GLUE or after in _GLUE:
        return False
    if before and (before in texts.HYPHENS or before == ".") and text[start - 2 : start - 1].isalnum() and start > 1:
        return False
    if after and (after in texts.HYPHENS or after == ".") and text[end + 1 : end + 2].isalnum():
        return False
    if not text[start].isalnum() and (before.isalnum() or before == "*"):
        return False
    return text[end - 1].isalnum() or not (after.isalnum() or after == "*")
