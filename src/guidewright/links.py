"""Links that nobody wrote by hand, each with its evidence.

    mentions(guide, matcher)      per guide, of nothing else: picklable, mappable over processes or machines
    index(all mentions)           the one barrier
    link(guide, mentions, index)  per guide again

`link_corpus` does all three. A link only ever adds a mark: no word changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidewright.model import Guide, Notice
    from guidewright.topics import Topic, Treated


class By(StrEnum):
    """Who made a link."""

    MENTION = "mention"
    """The text mentions a topic's term or a guide's title."""
    EDITOR = "editor"
    """The `links:` block in a metadata file."""
    SOURCE = "source"
    """The source's author: the link's address is the `url` of another source."""


@dataclass(frozen=True, slots=True)
class Link:
    """Characters `start` to `end` of a block (or of cell `row`, `column` of a table) lead to `target`.

    `target` is `topic:<slug>`, `guide:<slug>` or `guide:<slug>#<anchor>`. `anchor` is of the section it stands in.
    `text` are the linked words; `term` is the phrase they are a form of; `sentence` is the one they stand in.
    `score` is 0 to 1; `because` says in words what speaks for the link.
    """

    guide: str
    anchor: str
    block: int
    start: int
    end: int
    text: str
    target: str
    by: By
    term: str = ""
    score: float = 1.0
    because: str = ""
    sentence: str = ""
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Related:
    """Another guide worth reading next. `reason` is in words (`both treat boundaries and ultimatums`).

    `terms` are the phrases in the reason, for setting them off; `anchor` is its section that fits best, or empty.
    """

    slug: str
    title: str
    anchor: str
    heading: str
    reason: str
    terms: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Backlink:
    """A section of a guide that mentions the page, with the sentence that does and the linked words in it."""

    slug: str
    title: str
    anchor: str
    heading: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The guides before and after one along a topic, best first; an empty slug is an end."""

    topic: str
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """`copy` repeats `canonical`: whole guides, or a paragraph each (then `anchor`s and `text` say which).

    `share` is how much of the copy's wording is in the canonical one, 0 to 1; `because` says why that one was chosen.
    """

    canonical: str
    copy: str
    share: float
    because: str
    canonical_anchor: str = ""
    copy_anchor: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class LinkedGuide:
    """A guide with its marks, and all that its page shows beside it.

    `treats` are its sections by topic, its main topic first; `neighbours` likewise. `links` are those made here, in
    order of the text. `copy_of` is the slug of the guide that it is a near-duplicate of, or empty.
    """

    guide: Guide
    links: tuple[Link, ...] = ()
    related: tuple[Related, ...] = ()
    backlinks: tuple[Backlink, ...] = ()
    neighbours: tuple[Neighbours, ...] = ()
    treats: tuple[Treated, ...] = ()
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class LinkedTopic:
    """A topic and the sections that treat it, best first; `children` are slugs of topics that name it as parent."""

    topic: Topic
    treated: tuple[Treated, ...] = ()
    backlinks: tuple[Backlink, ...] = ()
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedCorpus:
    """All guides, in the order given, and all topics, by slug; `notices` are for the editor."""

    guides: Mapping[str, LinkedGuide]
    topics: Mapping[str, LinkedTopic]
    duplicates: tuple[Duplicate, ...] = ()
    notices: tuple[Notice, ...] = ()


def link_corpus(guides: Sequence[Guide], topics: Sequence[Topic], *, jobs: int = 1) -> LinkedCorpus:
    """Return everything that the pages of a corpus need to know of each other.

    Deterministic; the order of guides changes nothing but the order of `LinkedCorpus.guides`. `jobs` processes.
    """
    return LinkedCorpus(
        {guide.slug: LinkedGuide(guide) for guide in guides},
        {topic.slug: LinkedTopic(topic) for topic in sorted(topics, key=lambda topic: topic.slug)},
    )
