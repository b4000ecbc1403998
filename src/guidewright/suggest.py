"""Topics for a new corpus, proposed from its text alone, as files ready to edit.

A phrase is proposed when it is frequent, spread over several guides, and cohesive (its words stand together far more
often than they would by chance); phrases that stand in the same sections go into one topic.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from math import log
from typing import TYPE_CHECKING, NamedTuple

import yaml

from guidewright import text as texts
from guidewright.model import Kind
from guidewright.sections import sections
from guidewright.slug import slugify, unique
from guidewright.topics import Term, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from guidewright.model import Guide

# A phrase must stand in so many guides (one more where there are many), and in no more than this share of them: what
# all say tells none apart.
_GUIDES = 2
_MANY = 8
_MOST = 0.6
_LONGEST = 4
# How likely a word is that begins or ends no phrase (`of`, `the`).
_SMALL = 0.02
# Words of a phrase must stand together this much more often than by chance (normalised pointwise mutual information).
_COHESION = 0.35
# A lone word that no two headings name is seldom what an editor would call a topic (`door`, `list`).
_HEADED, _NO_SUBJECT = 2, 0.25
_CANDIDATES = 400
_TERMS = 8
# Two phrases go together when they share this much of their sections (of the rarer one's).
_TOGETHER = 0.4
# … and this much of all that say either, or they merely stand in one long section.
_OF_BOTH = 0.15


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A candidate: its stems, its usual form, and (guide, section) of the sections that say it."""

    keys: tuple[str, ...]
    form: str
    count: int
    sections: frozenset[tuple[int, int]]
    worth: float


def suggest(guides: Sequence[Guide], *, most: int = 12) -> tuple[Topic, ...]:
    """Return up to `most` topics for a corpus, the best supported first; none where guides share no phrase."""
    taken: dict[str, int] = {}
    found = []
    for group in _groups(_phrases(guides))[:most]:
        title = group[0].form[:1].upper() + group[0].form[1:]
        slug = unique(slugify(title, empty="topic"), taken)
        terms = tuple(Term(each.form) for each in group)
        found.append(Topic(slug, title, terms, path=f"topics/{slug}.md"))
    return tuple(found)


def as_file(topic: Topic) -> str:
    """Return the text of a topic's file, for an editor to go on with."""
    front = yaml.safe_dump(
        {"title": topic.title, "terms": [term.text for term in topic.terms], "not_terms": list(topic.not_terms)},
        sort_keys=False,
        allow_unicode=True,
    )
    return (
        f"---\n{front}---\n\n# {topic.title}\n\n"
        "<!-- Proposed from the text of the guides. Delete terms that mean something else, add those that are missing, "
        "and write two or three sentences for the reader here. -->\n"
    )


@dataclass(slots=True)
class _Tally:
    """What is counted of one run of words. `heads` are its uses in titles and headings; the others are of the text."""

    forms: Counter[str] = field(default_factory=Counter)
    sections: set[tuple[int, int]] = field(default_factory=set)
    guides: set[int] = field(default_factory=set)
    heads: int = 0
    things: int = 0
    names: int = 0

    @property
    def count(self) -> int:
        return self.forms.total()

    def is_subject(self, size: int) -> bool:
        """Whether it reads like what a text is about: no name, and a lone word only where it is used as a noun."""
        body = self.count - self.heads
        return self.names <= 0.4 * body and (size > 1 or self.things >= max(1, 0.2 * body))


def _phrases(guides: Sequence[Guide]) -> list[_Phrase]:
    """Return the phrases worth proposing, best first."""
    tallies: dict[tuple[str, ...], _Tally] = {}
    number = 0
    for place, guide in enumerate(sorted(guides, key=lambda each: each.slug)):
        for section_texts in _texts(guide):
            number += 1
            for text, head in section_texts:
                for run in _runs(text, guide.front.language or "en"):
                    tally = tallies.setdefault(run.keys, _Tally())
                    tally.forms[run.form.lower()] += 1
                    tally.sections.add((place, number))
                    tally.guides.add(place)
                    tally.heads += head
                    tally.things += run.thing and not head
                    tally.names += run.name and not head
    total = max(1, sum(tally.count for keys, tally in tallies.items() if len(keys) == 1))
    least = _GUIDES if len(guides) < _MANY else _GUIDES + 1
    most = max(least, int(_MOST * len(guides)))
    found = []
    for keys, tally in tallies.items():
        if not least <= len(tally.guides) <= most or not tally.is_subject(len(keys)):
            continue
        if len(keys) > 1 and _cohesion(keys, tallies, total) < _COHESION:
            continue
        worth = tally.count * log(1 + number / len(tally.sections)) * log(1 + len(tally.guides))
        worth *= (1 + 0.7 * (len(keys) - 1)) * (1 + min(3, tally.heads))
        worth *= _NO_SUBJECT if len(keys) == 1 and tally.heads < _HEADED else 1
        form = min(tally.forms.items(), key=lambda each: (-each[1], each[0]))[0]
        found.append(_Phrase(keys, form, tally.count, frozenset(tally.sections), worth))
    found.sort(key=lambda each: (-each.worth, each.form))
    return _without_parts(found)[:_CANDIDATES]


def _texts(guide: Guide) -> Iterator[list[tuple[str, bool]]]:
    """Return the texts of each section of a guide, and whether each is a heading; references and code left out."""
    for section in sections(guide):
        if section.apart:
            continue
        found = [] if section.index else [(guide.title, True)]
        for block in guide.blocks[section.first : section.last]:
            if block.kind is not Kind.CODE:
                found.append((block.text, block.kind is Kind.HEADING))
                found += [(cell.text, False) for row in block.rows for cell in row]
        yield found


class _Run(NamedTuple):
    """Some words in a row; whether they are used as a thing (`the cost`), and whether they are a name."""

    keys: tuple[str, ...]
    form: str
    thing: bool
    name: bool


def _runs(text: str, language: str) -> Iterator[_Run]:
    """Return runs of one to four words, none at an end one that says nothing."""
    tokens = texts.tokens(text, language)
    words = [text[token.start : token.end] for token in tokens]
    for first, word in enumerate(words):
        if _says_nothing(word) or text[tokens[first].start - 1 : tokens[first].start] in texts.HYPHENS:
            continue
        thing = first > 0 and words[first - 1].lower() in _BEFORE_THINGS
        named = True
        for last in range(first, min(len(tokens), first + _LONGEST)):
            if not words[last][0].isalpha() or "\n" in text[tokens[first].start : tokens[last].end]:
                break
            named = named and (words[last][0].isupper() or words[last].lower() in texts.STOPWORDS)
            if not _says_nothing(words[last]):
                keys = tuple(token.key for token in tokens[first : last + 1])
                yield _Run(keys, text[tokens[first].start : tokens[last].end], thing, named and (first > 0 or last > 0))


_BEFORE_THINGS = frozenset(
    "a an the my your our his her their its no any some more less of about without for from with into".split()  # noqa: SIM905
)


def _says_nothing(word: str) -> bool:
    return len(word) < 3 or not word[0].isalpha() or word.lower().replace("’", "'") in texts.STOPWORDS


def _cohesion(keys: tuple[str, ...], tallies: Mapping[tuple[str, ...], _Tally], total: int) -> float:
    """Return how much more often words stand together than by chance, -1 to 1; of a long phrase, its loosest joint."""
    together = tallies[keys].count / total
    if together >= 1:
        return 1.0
    cuts = range(1, len(keys))
    chance = max(_likely(keys[:cut], tallies, total) * _likely(keys[cut:], tallies, total) for cut in cuts)
    return log(together / chance) / -log(together)


def _likely(keys: tuple[str, ...], tallies: Mapping[tuple[str, ...], _Tally], total: int) -> float:
    """Return how likely a part of a phrase is; a small word, which nobody counts, is likely everywhere."""
    return (tallies[keys].count if keys in tallies else total * _SMALL) / total


def _without_parts(found: Iterable[_Phrase]) -> list[_Phrase]:
    """Return phrases without those that are said nearly only inside a longer one, and longer ones of a better part."""
    found = list(found)
    inside: Counter[tuple[str, ...]] = Counter()
    for phrase in found:
        for size in range(1, len(phrase.keys)):
            for start in range(len(phrase.keys) - size + 1):
                part = phrase.keys[start : start + size]
                inside[part] = max(inside[part], phrase.count)
    return [phrase for phrase in found if inside[phrase.keys] < 0.7 * phrase.count]


def _groups(found: Sequence[_Phrase]) -> list[list[_Phrase]]:
    """Return phrases in groups, each led by its best one: what stands in the same sections belongs together."""
    joined = _companions(found)
    left = dict(enumerate(found))
    groups: list[list[_Phrase]] = []
    for place, leader in enumerate(found):
        if place not in left:
            continue
        mates = sorted(
            (other for other in joined.get(place, ()) if other in left and other != place),
            key=lambda other: (-joined[place][other], other),
        )[: _TERMS - 1]
        for each in (place, *mates):
            del left[each]
        groups.append([leader, *(found[each] for each in mates)])
    groups.sort(key=lambda group: (-sum(each.worth for each in group), group[0].form))
    return [group for group in groups if len(group) > 1] + [group for group in groups if len(group) == 1]


def _companions(found: Sequence[_Phrase]) -> dict[int, dict[int, float]]:
    """Return, for each phrase, which others share enough of its sections, in several guides, and how much."""
    by_section: dict[tuple[int, int], list[int]] = {}
    for place, phrase in enumerate(found):
        for section in phrase.sections:
            by_section.setdefault(section, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    guides: dict[tuple[int, int], set[int]] = {}
    for (guide, _), places in by_section.items():
        for pair in combinations(places, 2):
            shared[pair] += 1
            guides.setdefault(pair, set()).add(guide)
    joined: dict[int, dict[int, float]] = {}
    for (one, other), count in shared.items():
        sizes = sorted((len(found[one].sections), len(found[other].sections)))
        share = count / sizes[0]
        if share >= _TOGETHER and count >= _OF_BOTH * (sum(sizes) - count) and len(guides[one, other]) >= _GUIDES:
            joined.setdefault(one, {})[other] = share
            joined.setdefault(other, {})[one] = share
    return joined
