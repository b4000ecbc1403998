"""Links that nobody wrote by hand, each with its evidence.

    mentions(guide, matcher)    per guide, of nothing else: picklable, mappable over processes or machines
    index(guides, mentions, …)  of all: the one barrier
    link(guide, said, index)    per guide again

`link_corpus` does all three. A link only ever adds a mark: no word changes.
"""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from guidewright import duplicates as copies_of
from guidewright import related as kin
from guidewright import text as texts
from guidewright import topics as topics_of
from guidewright.match import Matcher, Phrase, Sort, compile_phrases
from guidewright.mentions import Field, Hit, Mentions, Use, mentions, quotations
from guidewright.model import Block, Cell, Guide, Kind, Mark, MarkKind, Notice
from guidewright.topics import Topic, Treated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from guidewright.duplicates import Duplicate
    from guidewright.related import Related


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


# One link a section, and one more for each so many words: what a careful editor of an encyclopedia sets.
_WORDS_A_LINK = 45
# Links in one paragraph or list item, and the characters that must stand between two of them.
_IN_A_BLOCK = 2
_APART = 25
# Below this, a mention stays a word. See `_certainty`.
_ENOUGH = 0.6
# A word that more guides say than this is everybody's word, and no link.
_COMMON = 0.5
_FEW_GUIDES = 8


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an editor says in a metadata file about the links of one guide.

    `off`: no links in the text at all. `never` are targets never linked to, `passages` texts in whose paragraphs no
    link stands, `add` (phrase, target) pairs to be linked, `related` slugs of guides to show first (`unrelated`:
    none at all), `topics` the topics of the guide, whatever its text says.
    """

    off: bool = False
    never: frozenset[str] = frozenset()
    passages: tuple[str, ...] = ()
    add: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    unrelated: bool = False
    topics: tuple[str, ...] = ()


NO_WISHES = Wishes()
_LINKS_HELP = (
    "`links:` can be `off`, or hold `never:` (a list of topics or guides), `passages:` (a list of texts) and `add:` "
    "(a list of pairs: `- phrase: …` and below it `to: topic:… or guide:…`)"
)


def wishes(guide: Guide) -> tuple[Wishes, tuple[Notice, ...]]:
    """Return what the editor wishes for a guide (`links`, `related`, `topics` of its metadata), or what is wrong."""
    said = {key: json.loads(value) for key, value in guide.extra if key in ("links", "related", "topics")}
    if not said:
        return NO_WISHES, ()
    links, related, topics = said.get("links"), said.get("related"), said.get("topics")
    wrong: list[str] = []
    off = links is False or links in ("off", "no")
    block = links if isinstance(links, dict) else {}
    if not (off or links is None or links is True or links == "on" or isinstance(links, dict)):
        wrong.append(_LINKS_HELP)
    wrong += [f"`links:` has no key `{key}`; {_LINKS_HELP}" for key in block if key not in ("never", "passages", "add")]
    add = block.get("add") or []
    if not isinstance(add, list) or not all(isinstance(each, dict) and set(each) == {"phrase", "to"} for each in add):
        wrong.append(_LINKS_HELP)
        add = []
    return Wishes(
        off=off,
        never=frozenset(_listed(block.get("never"), wrong, "never")),
        passages=_listed(block.get("passages"), wrong, "passages"),
        add=tuple((str(each["phrase"]), str(each["to"])) for each in add),
        related=() if related in (False, "off") else _listed(related, wrong, "related"),
        unrelated=related in (False, "off"),
        topics=_listed(topics, wrong, "topics"),
    ), tuple(Notice(guide.front.source, 0, f"in its metadata file, {each}") for each in wrong)


def _listed(value: object, wrong: list[str], key: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return tuple(str(each) for each in value)
    wrong.append(f"`{key}:` must be a list of texts, each on a line of its own after `- `")
    return ()


@dataclass(frozen=True, slots=True)
class Index:
    """What the whole corpus knows, after the barrier; read-only, shared by all that link a guide.

    `headings` are (guide, anchor, heading) of the sections whose heading is a phrase, by the phrase's number, where
    the whole corpus has but one. `addresses` are the guides' `url`s, without scheme, to slugs. `anchors` are those
    of each guide's sections, by slug, to the headings. `scores` are by slug, too.
    """

    topics: Mapping[str, Topic]
    weights: topics_of.Weights
    titles: Mapping[str, str]
    anchors: Mapping[str, Mapping[str, str]]
    headings: Mapping[int, tuple[str, str, str]]
    addresses: Mapping[str, str]
    copies: Mapping[str, str]
    scores: Mapping[str, tuple[topics_of.Score, ...]]
    wishes: Mapping[str, Wishes]
    kin: kin.Kin
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Linked:
    """What the second phase makes of one guide."""

    guide: str
    links: tuple[Link, ...]
    treats: tuple[Treated, ...]
    related: tuple[Related, ...]
    notices: tuple[Notice, ...] = ()


def matchers(guides: Iterable[Guide], topics: Sequence[Topic]) -> dict[str, Matcher]:
    """Return one matcher a language of the guides, for the terms of all topics and the titles of all guides.

    A guide may be named by its title, by the part before a colon, comma or dash, or by the words of its address.
    """
    titles: dict[str, list[str]] = {}
    languages = set()
    for guide in sorted(guides, key=lambda each: each.slug):
        languages.add(_language(guide))
        for name in _names(guide):
            titles.setdefault(name, []).append(guide.slug)
    every = [
        *topics_of.phrases(topics),
        *(Phrase(Sort.TITLE, name, tuple(slugs)) for name, slugs in titles.items()),
    ]
    return {language: compile_phrases(every, language) for language in sorted(languages)}


def _language(guide: Guide) -> str:
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
    weights = topics_of.weigh(every, phrases)
    copies = {each.copy: each.canonical for each in copies_of.of_guides(every, by_slug)}
    said_by = {said.guide: wishes(by_slug[said.guide])[0] for said in every}
    scores = {said.guide: _wished(topics_of.scores(said, weights), said_by[said.guide]) for said in every}
    return Index(
        topics={topic.slug: topic for topic in sorted(topics, key=lambda each: each.slug)},
        weights=weights,
        titles={said.guide: said.title for said in every},
        anchors={said.guide: {each.anchor: each.heading for each in said.sections} for said in every},
        headings=_headings(every, copies),
        addresses=_addresses(by_slug, copies),
        copies=copies,
        scores=scores,
        wishes=said_by,
        kin=kin.survey(every, weights, copies),
        strong=_strong(topics, phrases),
    )


def _wished(found: tuple[topics_of.Score, ...], wished: Wishes) -> tuple[topics_of.Score, ...]:
    """Return the scores with the topics that the editor names, and no others, as those that the guide treats."""
    if not wished.topics:
        return found
    kept = [replace(each, treats=each.treats and each.topic in wished.topics) for each in found]
    for topic in wished.topics:
        if not any(each.topic == topic and each.treats for each in kept):
            mine = [each for each in kept if each.topic == topic]
            best = max(mine, key=lambda each: (each.score, -each.section), default=None)
            if best is None:
                kept.insert(0, topics_of.Score(topic, 0, 0.0, named=False, treats=True, evidence=()))
            else:
                kept = [replace(each, treats=True) if each is best else each for each in kept]
    return tuple(kept)


def _headings(every: Sequence[Mentions], copies: Mapping[str, str]) -> dict[int, tuple[str, str, str]]:
    """Return the one section of the corpus whose heading is a phrase and nothing else, where there is but one."""
    found: dict[int, set[tuple[str, str, str]]] = {}
    for said in every:
        if said.guide in copies:
            continue
        for hit in said.hits:
            if hit.field is not Field.HEADING:
                continue
            section = said.sections[hit.section]
            bare = " ".join(
                word for word in texts.words(section.heading.lower()) if word not in ("a", "an", "the", "your")
            )
            if bare == " ".join(texts.words(hit.said.lower())) and section.anchor:
                found.setdefault(hit.phrase, set()).add((said.guide, section.anchor, section.heading))
    return {phrase: next(iter(places)) for phrase, places in found.items() if len(places) == 1}


def _addresses(guides: Mapping[str, Guide], copies: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for slug in sorted(guides):
        if guides[slug].front.url:
            found.setdefault(_address(guides[slug].front.url), []).append(copies.get(slug, slug))
    return {address: slugs[0] for address, slugs in found.items() if len(set(slugs)) == 1}


def _address(url: str) -> str:
    """Return what of an address tells pages apart: not its scheme, `www.`, fragment or final slash."""
    parts = urlsplit(url)
    return (
        f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{'?' if parts.query else ''}{parts.query}"
    )


def _strong(topics: Sequence[Topic], phrases: tuple[Phrase, ...]) -> frozenset[int]:
    """Return the phrases that say by themselves what they are about: several words, or a word of the topic's title."""
    titles = {
        topic.slug: {texts.key(word) for word in texts.words(topic.title) if word.lower() not in texts.STOPWORDS}
        for topic in topics
    }
    found = set()
    for number, phrase in enumerate(phrases):
        words = [word for word in texts.words(phrase.text) if word.lower() not in texts.STOPWORDS]
        if len(words) > 1 or not texts.words(phrase.text):
            found.add(number)
        elif words and any(texts.key(words[0]) in titles.get(owner, ()) for owner in phrase.owners):
            found.add(number)
    return frozenset(found)


def link(guide: Guide, said: Mentions, everything: Index) -> Linked:
    """Return the links of one guide, the topics that its sections treat, and its related guides."""
    wished, notices = wishes(guide)
    scores = everything.scores[guide.slug]
    by_hand, complaints = _by_hand(guide, said, everything, wished)
    links = [] if wished.off else _choose(guide, said, everything, scores, by_hand, wished)
    links = sorted([*by_hand, *links], key=lambda each: (each.block, each.row, each.column, each.start))
    treats = tuple(_treated(guide, said, everything, score) for score in _main_first(scores) if score.treats)
    related = () if wished.unrelated else kin.related(guide.slug, everything.kin, first=wished.related)
    complaints += _strangers(guide, everything, wished)
    return Linked(guide.slug, tuple(links), treats, related, (*notices, *complaints))


def _strangers(guide: Guide, everything: Index, wished: Wishes) -> list[Notice]:
    """Complain of names in a metadata file that name nothing."""
    told = [
        f"`related:` names the guide `{slug}`, and there is none"
        for slug in wished.related
        if slug not in everything.titles
    ]
    told += [
        f"`topics:` names the topic `{slug}`, and there is none"
        for slug in wished.topics
        if slug not in everything.topics
    ]
    told += [
        f"`never:` names `{each}`, and there is no such topic or guide"
        for each in sorted(wished.never)
        if each.partition(":")[2] not in {*everything.topics, *everything.titles}
        and each not in everything.topics
        and each not in everything.titles
    ]
    return [Notice(guide.front.source, 0, f"in its metadata file, {each}; correct it or take it out") for each in told]


def _main_first(scores: Sequence[topics_of.Score]) -> list[topics_of.Score]:
    """Return scores by topic, the topic that most of the guide treats first, then by section."""
    order = {topic: place for place, topic in enumerate(_by_weight(scores))}
    return sorted(scores, key=lambda each: (order[each.topic], each.section))


def _by_weight(scores: Sequence[topics_of.Score]) -> list[str]:
    sums: Counter[str] = Counter()
    for each in scores:
        sums[each.topic] += round(
            1000 * each.score * (3 if each.named and each.section == 0 else 1) * (3 if each.treats else 1)
        )
    return sorted(sums, key=lambda topic: (-sums[topic], topic))


def _own(scores: Sequence[topics_of.Score], said: Mentions) -> frozenset[str]:
    """Return the topics that a guide is about as a whole: named in its title, or treated by most of its sections."""
    named = {each.topic for each in scores if each.section == 0 and any(e.field is Field.TITLE for e in each.evidence)}
    count = sum(not section.apart for section in said.sections)
    treated = Counter(each.topic for each in scores if each.treats)
    return frozenset(named | {topic for topic, sections in treated.items() if sections > 1 and 2 * sections > count})


# ---- choosing links --------------------------------------------------------------------------------------------


def _choose(
    guide: Guide,
    said: Mentions,
    everything: Index,
    scores: Sequence[topics_of.Score],
    by_hand: Sequence[Link],
    wished: Wishes,
) -> list[Link]:
    own = _own(scores, said)
    near = _company(said, everything)
    wanted: dict[int, list[Link]] = {}
    for hit in said.hits:
        if hit.barred or _passage(_text_at(guide, hit), wished):
            continue
        made = _candidate(guide, said, hit, everything, own, near)
        if made is None or made.target in wished.never or made.target.partition("#")[0] in wished.never:
            continue
        if made.target.partition(":")[2].partition("#")[0] in wished.never:
            continue
        wanted.setdefault(said.sections[hit.section].major, []).append(made)
    chosen: list[Link] = []
    for major in sorted(wanted):
        inside = {section.index for section in said.sections if section.major == major}
        anchors = {said.sections[each].anchor for each in inside}
        words = sum(said.sections[each].words for each in inside)
        fixed = [each for each in by_hand if each.anchor in anchors]
        chosen += _fitting(wanted[major], fixed, most=1 + words // _WORDS_A_LINK)
    return chosen


def _fitting(wanted: Sequence[Link], fixed: Sequence[Link], most: int) -> list[Link]:
    """Return the links of one section: the first of each target, the most certain where there are too many."""
    first: dict[str, Link] = {}
    done = {each.target for each in fixed}
    kept: list[Link] = []
    for each in wanted:
        if each.target not in done:
            first.setdefault(each.target, each)
    for each in sorted(first.values(), key=lambda link: (-link.score, link.block, link.row, link.column, link.start)):
        if len(kept) + len(fixed) >= most and kept:
            break
        beside = [
            other
            for other in (*fixed, *kept)
            if (other.block, other.row, other.column) == (each.block, each.row, each.column)
        ]
        if len(beside) < _IN_A_BLOCK and all(
            other.end + _APART <= each.start or each.end + _APART <= other.start for other in beside
        ):
            kept.append(each)
    return kept


def _company(said: Mentions, everything: Index) -> dict[tuple[str, int, int], set[int]]:
    """Return, by topic, section and block, the phrases of the topic there; block -1 stands for the whole section."""
    near: dict[tuple[str, int, int], set[int]] = {}
    for hit in said.hits:
        for owner in everything.weights.phrases[hit.phrase].owners:
            near.setdefault((owner, hit.section, -1), set()).add(hit.phrase)
            near.setdefault((owner, hit.section, hit.block), set()).add(hit.phrase)
    return near


def _candidate(
    guide: Guide,
    said: Mentions,
    hit: Hit,
    everything: Index,
    own: frozenset[str],
    near: Mapping[tuple[str, int, int], set[int]],
) -> Link | None:
    """Return the link that a mention may become, or None."""
    phrase = everything.weights.phrases[hit.phrase]
    if phrase.sort is Sort.TITLE:
        slugs = {everything.copies.get(slug, slug) for slug in phrase.owners}
        if len(slugs) != 1 or guide.slug in slugs or everything.copies.get(guide.slug) in slugs:
            return None
        slug = slugs.pop()
        because = f"it is the title of the guide “{everything.titles[slug]}”"
        return _made(guide, said, hit, f"guide:{slug}", 1.0, because, phrase.text)
    ranked = sorted(
        ((_certainty(hit, owner, everything, near), owner) for owner in phrase.owners),
        key=lambda each: (-each[0][0], each[1]),
    )
    (score, because), topic = ranked[0]
    if topic in own or score < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[1][0][0] > score - 0.1:  # two topics claim it and nothing decides
        return None
    place = everything.headings.get(hit.phrase)
    if place is not None and place[0] != guide.slug and everything.copies.get(guide.slug) != place[0]:
        because = f"the section “{place[2]}” of “{everything.titles[place[0]]}” is about it; {because}"
        return _made(guide, said, hit, f"guide:{place[0]}#{place[1]}", score, because, phrase.text)
    return _made(guide, said, hit, f"topic:{topic}", score, because, phrase.text)


def _certainty(
    hit: Hit, topic: str, everything: Index, near: Mapping[tuple[str, int, int], set[int]]
) -> tuple[float, str]:
    """Return how surely a mention means a topic, 0 to 1, and why, in words."""
    weights = everything.weights
    phrase = weights.phrases[hit.phrase]
    beside = near.get((topic, hit.section, hit.block), set()) - {hit.phrase}
    around = near.get((topic, hit.section, -1), set()) - {hit.phrase} - beside
    reasons = []
    if hit.phrase in everything.strong:
        score = 0.75
        reasons.append(f"“{phrase.text}” is a term of “{everything.topics[topic].title}”")
    else:
        score = 0.5
        reasons.append(f"“{phrase.text}” is a term of “{everything.topics[topic].title}”, and a word of many uses")
    kept = weights.company[hit.phrase]
    if kept is not None:
        score += 0.3 * (kept - 0.4)
    if beside:
        score += min(0.3, 0.2 * len(beside))
        reasons.append(f"the paragraph also says {_quoted(weights.phrases[each].text for each in sorted(beside))}")
    elif around:
        score += min(0.2, 0.1 * len(around))
        reasons.append(f"the section also says {_quoted(weights.phrases[each].text for each in sorted(around))}")
    alone = len(texts.words(phrase.text)) == 1
    if (
        alone
        and weights.guides >= _FEW_GUIDES
        and weights.share[hit.phrase] > _COMMON
        and hit.phrase not in everything.strong
    ):
        score -= 0.3
        reasons.append("most guides say it")
    if alone and hit.use is Use.VERB and (weights.thing[hit.phrase] or hit.phrase in everything.strong):
        score -= 0.6
        reasons.append("here it is a verb")
    if alone and texts.fold(hit.said) != texts.fold(phrase.text) and hit.said.lower().endswith(("ed", "ing")):
        score -= 0.2
        reasons.append("here it is a form of a verb")
    return max(0.0, min(1.0, round(score, 3))), "; ".join(reasons)


def _quoted(phrases: Iterable[str]) -> str:
    return ", ".join(f"“{each}”" for each in phrases)


def _passage(text: str, wished: Wishes) -> bool:
    return any(each and each in text for each in wished.passages)


def _text_at(guide: Guide, hit: Hit) -> str:
    block = guide.blocks[hit.block]
    return block.rows[hit.row][hit.column].text if hit.row >= 0 else block.text


def _made(guide: Guide, said: Mentions, hit: Hit, target: str, score: float, because: str, term: str) -> Link:
    return Link(
        guide=guide.slug,
        anchor=said.sections[hit.section].anchor,
        block=hit.block,
        start=hit.start,
        end=hit.end,
        text=hit.said,
        target=target,
        by=By.MENTION,
        term=term,
        score=score,
        because=because,
        sentence=texts.sentence_at(_text_at(guide, hit), hit.start, hit.end),
        row=hit.row,
        column=hit.column,
    )


def _by_hand(guide: Guide, said: Mentions, everything: Index, wished: Wishes) -> tuple[list[Link], list[Notice]]:
    """Return the links that the source's author or the editor made to pages of this corpus."""
    found = list(_of_source(guide, said, everything))
    told: list[Notice] = []
    source = guide.front.source
    if not wished.add:
        return found, told
    matcher = compile_phrases([Phrase(Sort.TERM, phrase, (to,)) for phrase, to in wished.add], _language(guide))
    hits = mentions(guide, matcher).hits
    for phrase, to in wished.add:
        wrong = _wrong_target(to, everything)
        if wrong:
            told.append(Notice(source, 0, f"in its metadata file, `to: {to}` {wrong}"))
            continue
        mine = [hit for hit in hits if matcher.phrases[hit.phrase].text == phrase]
        free = [hit for hit in mine if not hit.barred and not _overlaps(hit, found)]
        if free:
            made = _made(guide, said, free[0], to, 1.0, "the editor’s `links:` say so", phrase)
            found.append(replace(made, by=By.EDITOR))
        else:
            why = f"every mention of it is one that holds no link ({mine[0].barred})" if mine and mine[0].barred else ""
            why = why or "the guide does not say it"
            told.append(Notice(source, 0, f"in its metadata file, the phrase “{phrase}” makes no link: {why}"))
    return found, told


def _overlaps(hit: Hit, links: Iterable[Link]) -> bool:
    place = (hit.block, hit.row, hit.column)
    return any(
        (each.block, each.row, each.column) == place and each.start < hit.end and hit.start < each.end for each in links
    )


def _wrong_target(to: str, everything: Index) -> str:
    """Return what is wrong with a target that an editor wrote, or nothing."""
    kind, _, rest = to.partition(":")
    slug, _, anchor = rest.partition("#")
    if kind == "worksheet" and slug:
        return ""
    if kind == "topic":
        return "" if slug in everything.topics else "names no topic"
    if kind != "guide":
        return "must be `topic:…`, `guide:…`, `guide:…#…` or `worksheet:…`"
    if slug not in everything.anchors:
        return "names no guide"
    known = [each for each in everything.anchors[slug] if each]
    return (
        "" if not anchor or anchor in known else f"names no section of that guide; it has {', '.join(known) or 'none'}"
    )


def _of_source(guide: Guide, said: Mentions, everything: Index) -> Iterator[Link]:
    """Return the author's own links that lead to the `url` of another source: they stay on the site."""
    for place, block in enumerate(guide.blocks):
        section = next(each for each in said.sections if each.first <= place < each.last)
        pieces: list[tuple[int, int, Block | Cell]] = [(-1, -1, block)]
        pieces += [(row, column, cell) for row, cells in enumerate(block.rows) for column, cell in enumerate(cells)]
        for row, column, piece in pieces:
            for mark in piece.marks:
                if mark.kind is not MarkKind.LINK or not mark.target.startswith(("http://", "https://")):
                    continue
                slug = everything.addresses.get(_address(mark.target), guide.slug)
                if slug in (guide.slug, everything.copies.get(guide.slug)):
                    continue
                anchor = urlsplit(mark.target).fragment
                anchor = f"#{anchor}" if anchor and anchor in everything.anchors[slug] else ""
                yield Link(
                    guide=guide.slug,
                    anchor=section.anchor,
                    block=place,
                    start=mark.start,
                    end=mark.end,
                    text=piece.text[mark.start : mark.end],
                    target=f"guide:{slug}{anchor}",
                    by=By.SOURCE,
                    because="the article’s author set this link",
                    sentence=texts.sentence_at(piece.text, mark.start, mark.end),
                    row=row,
                    column=column,
                )


# ---- sections that treat a topic -------------------------------------------------------------------------------

_SHOWN = (40, 240)
_LEANS = frozenset("this that these those they it he she then but and or so also both such here there".split())  # noqa: SIM905


def _treated(guide: Guide, said: Mentions, everything: Index, score: topics_of.Score) -> Treated:
    section = said.sections[score.section]
    return Treated(
        topic=score.topic,
        guide=guide.slug,
        guide_title=guide.title,
        anchor=section.anchor,
        heading=section.heading or guide.title,
        score=score.score,
        sentence=_sentence(guide, said, everything, score),
        evidence=score.evidence,
    )


def _sentence(guide: Guide, said: Mentions, everything: Index, score: topics_of.Score) -> str:
    """Return the sentence of a section that says most about a topic and stands best by itself."""
    section = said.sections[score.section]
    mine: dict[int, list[Hit]] = {}
    for hit in said.hits:
        if hit.section == score.section and hit.block >= 0 and hit.row < 0:
            if score.topic in everything.weights.phrases[hit.phrase].owners:
                mine.setdefault(hit.block, []).append(hit)
    best: tuple[float, str] = (-99.0, "")
    for place in range(section.first, section.last):
        block = guide.blocks[place]
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or block.quoted:
            continue
        quotes = quotations(block.text)
        for number, (start, end) in enumerate(texts.sentences(block.text)):
            told = {hit.phrase for hit in mine.get(place, ()) if start <= hit.start < end}
            piece = " ".join(block.text[start:end].split())
            worth = sum(everything.weights.rarity[each] for each in told) + _stands(piece, number)
            worth -= 0.05 * (place - section.first) + (1.5 if any(a < end and start < b for a, b in quotes) else 0)
            worth -= 0.5 if block.kind is Kind.ITEM else 0
            if worth > best[0]:
                best = (worth, piece)
    return best[1]


def _stands(sentence: str, number: int) -> float:
    """Return how well a sentence stands by itself: a whole one, neither short nor long, that leans on none before it."""
    worth = 0.3 if number == 0 else 0.0
    if not _SHOWN[0] <= len(sentence) <= _SHOWN[1]:
        worth -= 1.5
    if not sentence.endswith((".", "!", "…", "?", ".”", "。")):
        worth -= 1.5
    if sentence.endswith("?"):
        worth -= 1.0
    if not sentence[:1].isupper() and sentence[:1].isascii():
        worth -= 1.0
    first = texts.WORD.search(sentence)
    return worth - (0.8 if first and first.group().lower() in _LEANS else 0)


# ---- all of it -------------------------------------------------------------------------------------------------


def apply(guide: Guide, links: Iterable[Link]) -> Guide:
    """Return the guide with a mark for each of its links; its words and its other marks stay as they are."""
    by_block: dict[int, list[Link]] = {}
    for each in links:
        by_block.setdefault(each.block, []).append(each)
    if not by_block:
        return guide
    blocks = list(guide.blocks)
    for place, mine in by_block.items():
        block = blocks[place]
        rows = [list(row) for row in block.rows]
        for each in mine:
            if each.row >= 0:
                cell = rows[each.row][each.column]
                rows[each.row][each.column] = Cell(cell.text, _marked(cell.marks, [each]))
        inline = [each for each in mine if each.row < 0]
        blocks[place] = replace(block, marks=_marked(block.marks, inline), rows=tuple(tuple(row) for row in rows))
    return replace(guide, blocks=tuple(blocks))


def _marked(marks: tuple[Mark, ...], links: Sequence[Link]) -> tuple[Mark, ...]:
    """Return marks with those of links added; an author's own link changes where it leads."""
    if not links:
        return marks
    led = {(each.start, each.end): each.target for each in links if each.by is By.SOURCE}
    kept = [
        replace(mark, target=led[mark.start, mark.end])
        if mark.kind is MarkKind.LINK and (mark.start, mark.end) in led
        else mark
        for mark in marks
    ]
    kept += [Mark(each.start, each.end, MarkKind.LINK, each.target) for each in links if each.by is not By.SOURCE]
    return tuple(sorted(kept, key=lambda mark: (mark.start, -mark.end, mark.kind)))


class _Shared:
    """What worker processes look at. A forked worker inherits it; elsewhere it is sent once a worker."""

    guides: Sequence[Guide] = ()
    matchers: Mapping[str, Matcher] = {}
    said: Sequence[Mentions] = ()
    index: Index | None = None


def _share(
    guides: Sequence[Guide], by_language: Mapping[str, Matcher], said: Sequence[Mentions], everything: Index | None
) -> None:
    _Shared.guides, _Shared.matchers, _Shared.said, _Shared.index = guides, by_language, said, everything


def _first_phase(number: int) -> Mentions:
    guide = _Shared.guides[number]
    return mentions(guide, _Shared.matchers[_language(guide)])


def _second_phase(number: int) -> Linked:
    if _Shared.index is None:
        msg = "the second phase needs the index of the first"
        raise RuntimeError(msg)
    return link(_Shared.guides[number], _Shared.said[number], _Shared.index)


T = TypeVar("T")


def _map(work: Callable[[int], T], count: int, jobs: int, shared: tuple[Any, ...]) -> list[T]:
    if jobs <= 1 or count < _MANY:
        _share(*shared)
        try:
            return [work(number) for number in range(count)]
        finally:
            _share((), {}, (), None)
    with ProcessPoolExecutor(jobs, initializer=_share, initargs=shared) as pool:
        return list(pool.map(work, range(count), chunksize=max(1, min(100, count // jobs // 4))))


# From here on, processes are worth their start.
_MANY = 64


def link_corpus(guides: Sequence[Guide], topics: Sequence[Topic], *, jobs: int = 1) -> LinkedCorpus:
    """Return everything that the pages of a corpus need to know of each other.

    Deterministic; the order of guides changes nothing but the order of `LinkedCorpus.guides`. `jobs` processes.
    """
    topics = sorted(topics, key=lambda each: each.slug)
    ordered = sorted(guides, key=lambda each: each.slug)
    by_language = matchers(ordered, topics)
    said = _map(_first_phase, len(ordered), jobs, (ordered, by_language, (), None))
    phrases = next(iter(by_language.values())).phrases if by_language else ()
    everything = index(ordered, said, topics, phrases)
    linked = _map(_second_phase, len(ordered), jobs, (ordered, by_language, said, everything))
    return _gathered(guides, ordered, said, linked, everything, topics)


def _gathered(
    guides: Sequence[Guide],
    ordered: Sequence[Guide],
    said: Sequence[Mentions],
    linked: Sequence[Linked],
    everything: Index,
    topics: Sequence[Topic],
) -> LinkedCorpus:
    by_slug = {guide.slug: guide for guide in ordered}
    treated: dict[str, list[Treated]] = {}
    back: dict[str, dict[tuple[str, str], Backlink]] = {}
    for each in linked:
        if each.guide not in everything.copies:
            for section in each.treats:
                treated.setdefault(section.topic, []).append(section)
        for made in each.links:
            target = made.target.partition("#")[0]
            heading = everything.anchors[made.guide].get(made.anchor) or everything.titles[made.guide]
            line = Backlink(made.guide, everything.titles[made.guide], made.anchor, heading, made.sentence, made.text)
            back.setdefault(target, {}).setdefault((made.guide, made.anchor), line)
    for sections in treated.values():
        sections.sort(key=lambda each: (-each.score, each.guide, each.anchor))
    paths = {topic: list(dict.fromkeys(each.guide for each in sections)) for topic, sections in treated.items()}
    pages = {
        each.guide: LinkedGuide(
            guide=apply(by_slug[each.guide], each.links),
            links=each.links,
            related=each.related,
            backlinks=_lines(back.get(f"guide:{each.guide}", {})),
            neighbours=tuple(_neighbours(paths, each)),
            treats=each.treats,
            copy_of=everything.copies.get(each.guide, ""),
        )
        for each in linked
    }
    wholes = copies_of.of_guides(said, by_slug)
    pieces = copies_of.of_paragraphs(said, by_slug, everything.copies)
    return LinkedCorpus(
        guides={guide.slug: pages[guide.slug] for guide in guides},
        topics={
            topic.slug: LinkedTopic(
                topic,
                tuple(treated.get(topic.slug, ())),
                _lines(back.get(f"topic:{topic.slug}", {})),
                tuple(each.slug for each in topics if each.parent == topic.slug),
            )
            for topic in topics
        },
        duplicates=(*wholes, *pieces),
        notices=(
            *topics_of.complaints(topics, treated),
            *(notice for each in linked for notice in each.notices),
            *_without_topic(linked, by_slug, topics),
            *copies_of.notices((*wholes, *pieces), by_slug),
        ),
    )


def _lines(found: Mapping[tuple[str, str], Backlink]) -> tuple[Backlink, ...]:
    """Return backlinks by title, one a section."""
    return tuple(sorted(found.values(), key=lambda each: (each.title, each.slug, each.anchor)))


def _neighbours(paths: Mapping[str, Sequence[str]], linked: Linked) -> Iterator[Neighbours]:
    for topic in dict.fromkeys(each.topic for each in linked.treats):
        path = paths.get(topic, ())
        if linked.guide in path:
            place = path.index(linked.guide)
            before = path[place - 1] if place else ""
            after = path[place + 1] if place + 1 < len(path) else ""
            if before or after:
                yield Neighbours(topic, before, after)


def _without_topic(linked: Iterable[Linked], guides: Mapping[str, Guide], topics: Sequence[Topic]) -> Iterator[Notice]:
    if not topics:
        return
    for each in linked:
        if not each.treats:
            remedy = "add terms that it says to a topic, or name its topics with `topics:` in its metadata file"
            yield Notice(guides[each.guide].front.source, 0, f"it treats none of the topics; {remedy}")


def as_json(linked: LinkedCorpus) -> list[dict[str, object]]:
    """Return every link as plain data, by guide and in order of the text; empty values are left out."""
    return [
        {key: value for key, value in asdict(each).items() if value not in ("", -1)}
        for slug in sorted(linked.guides)
        for each in linked.guides[slug].links
    ]
