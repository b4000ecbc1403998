"""Names of those who comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.find import bare
from guidewright.threads.languages import SOMEBODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line

_LONGEST = 45
_NO_NAMES = frozenset(("by", "at", "in", "on", "and", "the", "since", "from", "until", "last", "updated", "published"))
_PARTICLES = frozenset(("van", "von", "de", "la", "der", "den"))
# What somebody calls themself where names are free, or the title of a comment.
HANDLE = re.compile(
    r"https?://\S+(?: .*)?|@\S+|\S*\d\S*|\w+_\w+|[a-ząćęłńóśźżäöüßéèñ]{5,}|[A-Za-z][a-z]+[A-Z]\w*|Re:.*|.{1,80}\((?:-?\d)(?:, ?\w+)?\)"
)


def is_person(text: str) -> bool:
    """Whether a text may be a person's name or handle: one word, or up to four that begin with capitals."""
    words = text.split()
    if not words or words[0].lower() in _NO_NAMES:
        return False
    if len(words) == 1:
        return len(text) <= 30 and text[:1] not in "$€£("
    return len(words) <= 4 and all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)


def is_name(line: Line) -> bool:
    """Whether a line could be a commenter's name, with or without the address of their site before it."""
    text = bare(line)
    if text.startswith("http"):
        text = text.partition(" ")[2]
    return (
        0 < len(text) <= _LONGEST
        and len(text.split()) <= 6
        and (not text.endswith((".", "!", "?", ":", ",", ";")) or (text[-1] == "." and text[-3:-2] == " "))
        and (text[0].isalpha() or any(map(str.isalpha, text)))
    )


def is_somebody(who: str) -> bool:
    """Whether one who speaks is called "he", "a reader", "my sister": so an article says it, and no comment's stamp."""
    return who.lower().partition(" ")[0] in SOMEBODY


def may_be_called(texts: Sequence[str]) -> bool:
    """Whether one of the texts may be what somebody is called, and no title: "Summit camp", above a diary's date."""
    return any(is_person(text.partition(" from ")[0]) or HANDLE.fullmatch(text) for text in texts)
