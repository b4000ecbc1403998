"""The one barrier of linking: what all guides of a corpus say together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidewright import duplicates, related, senses
from guidewright import text as texts
from guidewright import topics as topics_of
from guidewright.match import Matcher, Phrase, Sort, compile_phrases
from guidewright.mentions import Field, Mentions
from guidewright.wishes import wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidewright.duplicates import Duplicate
    from guidewright.model import Guide
    from guidewright.topics import Topic


@dataclass(frozen=True, slots=True)
class Index:
    """What the whole corpus knows, after the barrier; read-only, shared by all that link a guide.

    `headings` are (guide, anchor, name) of the guides or sections that bear a phrase as their name, by the phrase's
    number, where the whole corpus has but one. `addresses` are the guides' `url`s, without scheme, to slugs.
    `glosses` are the words that each topic's page has and few others have; `subjects` are all that its page and terms
    have, and those that most topics' pages have; `kindred` are the topics that name each other in `see_also`;
    `of_people` says that most topics' pages name people, by what they are to each other.
    `anchors` are those of each guide's sections, by slug, to the headings. `scores` are by slug, too; `copies` lead to
    the canonical one.
    """

    topics: Mapping[str, Topic]
    weights: topics_of.Weights
    glosses: Mapping[str, frozenset[str]]
    subjects: Mapping[str, frozenset[str]]
    kindred: Mapping[str, tuple[str, ...]]
    of_people: bool
    titles: Mapping[str, str]
    anchors: Mapping[str, Mapping[str, str]]
    headings: Mapping[int, tuple[str, str, str]]
    addresses: Mapping[str, str]
    copies: Mapping[str, str]
    duplicates: tuple[Duplicate, ...]
    scores: Mapping[str, tuple[topics_of.Score, ...]]
    kin: related.Kin


def matchers(guides: Iterable[Guide], topics: Sequence[Topic]) -> dict[str, Matcher]:
    """Return one matcher a language of the guides, for the terms of all topics and the titles of all guides.

    A guide may be named by its title, by the part before a colon, comma or dash, or by the words of its address.
    """
    titles: dict[str, list[str]] = {}
    languages = set()
    for guide in sorted(guides, key=lambda each: each.slug):
        languages.add(language_of(guide))
        for name in _names(guide):
            titles.setdefault(name, []).append(guide.slug)
    every = [
        *topics_of.phrases(topics),
        *(Phrase(Sort.TITLE, name, tuple(slugs)) for name, slugs in titles.items()),
    ]
    return {language: compile_phrases(every, language) for language in sorted(languages)}


def language_of(guide: Guide) -> str:
    """Return a guide's language, two letters, English where it says none."""
    return guide.front.language[:2].lower() or "en"


def _names(guide: Guide) -> list[str]:
    title = " ".join(guide.title.split())
    names = {title, guide.slug.replace("-", " "), title.rstrip("?!.")}
    for sign in (":", ",", " – ", " — ", " - ", "?", " ("):
        head = title.split(sign)[0].strip()
        if len(head.split()) > 1:
            names.add(head)
    shortest: dict[str, str] = {}
    for name in sorted(names):
        shortest.setdefault(name.casefold(), name)
    return list(shortest.values())


def index(
    guides: Sequence[Guide], every: Sequence[Mentions], topics: Sequence[Topic], phrases: tuple[Phrase, ...]
) -> Index:
    """Return what all guides together say. `every` are their mentions, found with matchers for `phrases`."""
    every = sorted(every, key=lambda said: said.guide)
    by_slug = {guide.slug: guide for guide in guides}
    weights = topics_of.weigh(every, phrases, topics)
    repeated = duplicates.of_guides(every, by_slug)
    copies = {each.copy: each.canonical for each in repeated}
    known = {topic.slug for topic in topics}
    wished = {said.guide: wishes(by_slug[said.guide])[0] for said in every}
    scores = {
        said.guide: _wished(
            topics_of.scores(said, weights), [each for each in wished[said.guide].topics if each in known]
        )
        for said in every
    }
    treating = {slug: frozenset(each.topic for each in found if each.treats) for slug, found in scores.items()}
    return Index(
        topics={topic.slug: topic for topic in sorted(topics, key=lambda each: each.slug)},
        weights=weights,
        glosses=_glosses(topics),
        subjects=_subjects(topics, every, treating),
        kindred=_kindred(topics),
        of_people=2 * sum(not senses.KIN.isdisjoint(topic.gloss) for topic in topics) > len(topics),
        titles={said.guide: said.title for said in every},
        anchors={said.guide: {each.anchor: each.heading for each in said.sections} for said in every},
        headings=_headings(every, phrases, copies, scores),
        addresses=_addresses(by_slug, copies),
        copies=copies,
        duplicates=(*repeated, *duplicates.of_paragraphs(every, by_slug, copies)),
        scores=scores,
        kin=related.survey(every, weights, copies, treating),
    )


# A word in more than this share of the topics' pages says nothing about one of them.
_OF_ALL = 0.4
# A page of fewer words does not tell in what company its topic is.
_TELLING = 20
_FEW_TOPICS = 5
# A word that so many, and such a share, of the guides that treat a topic say more than once belongs to its subject.
_SEVERAL, _USUAL = 3, 0.2


def _glosses(topics: Sequence[Topic]) -> dict[str, frozenset[str]]:
    spread = Counter(key for topic in topics for key in topic.gloss)
    most = max(_FEW_TOPICS, len(topics)) * _OF_ALL
    own = {topic.slug: frozenset(key for key in topic.gloss if spread[key] <= most) for topic in topics}
    return {slug: keys if len(keys) >= _TELLING else frozenset() for slug, keys in own.items()}


def _subjects(
    topics: Sequence[Topic], every: Sequence[Mentions], treating: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Return the words with which each topic may be spoken of: its page's, its terms', those of guides that treat it.

    None for a topic whose page is too short to tell: of that, anything may be spoken.
    """
    spread = Counter(key for topic in topics for key in topic.gloss)
    shared = frozenset(key for key, count in spread.items() if count > max(1, len(topics) * _OF_ALL))
    guides = Counter(slug for slugs in treating.values() for slug in slugs)
    said: dict[str, Counter[str]] = {topic.slug: Counter() for topic in topics}
    for each in every:
        for slug in treating[each.guide]:
            said[slug].update(key for key, _, _ in each.vocabulary)
    found: dict[str, frozenset[str]] = {}
    for topic in topics:
        least = max(_SEVERAL, guides[topic.slug] * _USUAL)
        usual = (key for key, count in said[topic.slug].items() if count >= least)
        terms = (topics_of.keys_of(term.text) for term in topics_of.terms_of(topic))
        found[topic.slug] = shared.union(topic.gloss, usual, *terms) if len(topic.gloss) >= _TELLING else frozenset()
    return found


def _kindred(topics: Sequence[Topic]) -> dict[str, tuple[str, ...]]:
    """Return, for each topic, those that it names as related and those that name it."""
    return {
        topic.slug: tuple(
            sorted(other.slug for other in topics if other.slug in topic.see_also or topic.slug in other.see_also)
        )
        for topic in topics
    }


def _wished(found: tuple[topics_of.Score, ...], wished: Sequence[str]) -> tuple[topics_of.Score, ...]:
    """Return the scores with the topics that the editor names, and no others, as those that the guide treats."""
    if not wished:
        return found
    kept = [replace(each, treats=each.treats and each.topic in wished) for each in found]
    for topic in wished:
        if not any(each.topic == topic and each.treats for each in kept):
            mine = [each for each in kept if each.topic == topic]
            best = max(mine, key=lambda each: (each.score, -each.section), default=None)
            if best is None:
                kept.insert(0, topics_of.Score(topic, 0, 0.0, named=False, treats=True, evidence=()))
            else:
                kept = [replace(each, treats=True) if each is best else each for each in kept]
    return tuple(kept)


def _headings(
    every: Sequence[Mentions],
    phrases: tuple[Phrase, ...],
    copies: Mapping[str, str],
    scores: Mapping[str, tuple[topics_of.Score, ...]],
) -> dict[int, tuple[str, str, str]]:
    """Return, for a phrase, the one place of the corpus that bears it as its name: a guide, else a section of one.

    A section counts only in a guide whose main topic is the phrase's: `Budget` may be a heading anywhere.
    """
    originals = [said for said in every if said.guide not in copies]
    named: dict[str, set[str]] = {}
    headed: dict[int, set[tuple[str, str, str]]] = {}
    for said in originals:
        for name in (said.title, said.guide.replace("-", " ")):
            named.setdefault(_bare(name), set()).add(said.guide)
        main = next((each.topic for each in topics_of.main_first(scores[said.guide]) if each.treats), "")
        for hit in said.hits:
            section = said.sections[hit.section]
            if hit.field is not Field.HEADING or not section.anchor or main not in phrases[hit.phrase].owners:
                continue
            if _bare(section.heading) == _bare(section.heading[hit.start : hit.end]):
                headed.setdefault(hit.phrase, set()).add((said.guide, section.anchor, section.heading))
    titles = {said.guide: said.title for said in originals}
    found = {phrase: next(iter(places)) for phrase, places in headed.items() if len(places) == 1}
    for number, phrase in enumerate(phrases):
        guides = named.get(_bare(phrase.text), set()) if phrase.sort is Sort.TERM else set()
        if len(guides) == 1:
            guide = next(iter(guides))
            found[number] = (guide, "", titles[guide])
    return found


def _bare(name: str) -> str:
    """Return a name for comparing: without case, signs and the articles and `your` in it."""
    return " ".join(word for word in texts.words(name.lower()) if word not in ("a", "an", "the", "your"))


def _addresses(guides: Mapping[str, Guide], copies: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for slug in sorted(guides):
        if guides[slug].front.url:
            found.setdefault(address(guides[slug].front.url), []).append(copies.get(slug, slug))
    return {address: slugs[0] for address, slugs in found.items() if len(set(slugs)) == 1}


def address(url: str) -> str:
    """Return what of an address tells pages apart: not its scheme, `www.`, fragment or final slash."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return url
    return (
        f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{'?' if parts.query else ''}{parts.query}"
    )
