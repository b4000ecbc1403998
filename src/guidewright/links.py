"""Links that nobody wrote by hand, each with its evidence, and what the pages of a corpus know of each other.

    mentions(guide, matcher)            per guide, of nothing else: picklable, mappable over processes or machines
    index(guides, said, topics, …)      of all: the one barrier
    link(guide, said, index)            per guide again

`link_corpus` does all three. A link only ever adds a mark: no word changes.
"""

from __future__ import annotations

import gc
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from guidewright import duplicates
from guidewright import topics as topics_of
from guidewright.index import Index, index, language_of, matchers
from guidewright.linking import By, Link, Linked, link
from guidewright.mentions import Mentions, mentions
from guidewright.model import Cell, Mark, MarkKind, Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from guidewright.duplicates import Duplicate
    from guidewright.match import Matcher
    from guidewright.model import Guide
    from guidewright.related import Related
    from guidewright.topics import Topic, Treated

__all__ = [
    "Backlink", "By", "Index", "Link", "Linked", "LinkedCorpus", "LinkedGuide", "LinkedTopic", "Mentions",
    "Neighbours", "apply", "as_json", "explain", "index", "link", "link_corpus", "matchers", "mentions",
]  # fmt: skip

T = TypeVar("T")
# From here on, processes are worth their start.
_MANY = 64


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
    return mentions(guide, _Shared.matchers[language_of(guide)])


def _second_phase(number: int) -> Linked:
    if _Shared.index is None:
        msg = "the second phase needs the index of the first"
        raise RuntimeError(msg)
    return link(_Shared.guides[number], _Shared.said[number], _Shared.index)


def _map(work: Callable[[int], T], count: int, jobs: int, shared: tuple[Any, ...]) -> list[T]:
    if jobs <= 1 or count < _MANY:
        _share(*shared)
        try:
            return [work(number) for number in range(count)]
        finally:
            _share((), {}, (), None)
    with ProcessPoolExecutor(jobs, initializer=_share, initargs=shared) as pool:
        return list(pool.map(work, range(count), chunksize=max(1, min(100, count // jobs // 4))))


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep Python from searching millions of values for cycles that are not there.

    In workers, too: by looking at what they inherit it would copy all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def link_corpus(guides: Sequence[Guide], topics: Sequence[Topic], *, jobs: int = 1) -> LinkedCorpus:
    """Return everything that the pages of a corpus need to know of each other.

    Deterministic; the order of guides changes nothing but the order of `LinkedCorpus.guides`. `jobs` processes.
    """
    with _collector_off():
        topics = sorted(topics, key=lambda each: each.slug)
        ordered = sorted(guides, key=lambda each: each.slug)
        by_language = matchers(ordered, topics)
        said = _map(_first_phase, len(ordered), jobs, (ordered, by_language, (), None))
        phrases = next(iter(by_language.values())).phrases if by_language else ()
        everything = index(ordered, said, topics, phrases)
        said = [replace(each, forms=(), vocabulary=(), prints=()) for each in said]  # half of its size, and done with
        linked = _map(_second_phase, len(ordered), jobs, (ordered, by_language, said, everything))
        return _gathered(guides, linked, everything, topics)


def _gathered(
    guides: Sequence[Guide], linked: Sequence[Linked], everything: Index, topics: Sequence[Topic]
) -> LinkedCorpus:
    by_slug = {guide.slug: guide for guide in guides}
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
        duplicates=everything.duplicates,
        notices=(
            *topics_of.complaints(topics, treated),
            *(notice for each in linked for notice in each.notices),
            *_without_topic(linked, by_slug, topics),
            *duplicates.notices(everything.duplicates, by_slug),
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
            guide = guides[each.guide]
            line = guide.blocks[0].first if guide.blocks else 1
            yield Notice(guide.front.source, line, f"it treats none of the topics; {remedy}")


def as_json(linked: LinkedCorpus) -> list[dict[str, object]]:
    """Return every link as plain data, by guide and in order of the text; empty values are left out."""
    return [
        {key: value for key, value in asdict(each).items() if value not in ("", -1)}
        for slug in sorted(linked.guides)
        for each in linked.guides[slug].links
    ]


def explain(linked: LinkedCorpus, slug: str) -> tuple[str, ...]:
    """Return, line by line, why a topic has its sections, or a guide its topics, links and related guides.

    Empty where `slug` is neither; a topic goes before a guide of the same name.
    """
    if slug in linked.topics:
        return tuple(_why_topic(linked.topics[slug]))
    return tuple(_why_guide(linked.guides[slug])) if slug in linked.guides else ()


def _why_topic(page: LinkedTopic) -> Iterator[str]:
    terms = ", ".join(term.text for term in topics_of.terms_of(page.topic))
    yield f"{page.topic.title} ({page.topic.path}) is looked for by: {terms}"
    yield f"{_number(len(page.treated), 'section treats', 'sections treat')} it, best first:"
    for each in page.treated:
        yield f"  {each.score:.2f}  {_where(each)}  “{each.heading}”"
        yield f"        {_evidence(each)}"
    yield f"{_number(len(page.backlinks), 'section links', 'sections link')} to it:"
    for line in page.backlinks:
        yield f"  {line.slug}{'#' * bool(line.anchor)}{line.anchor}  “{line.text}” in: {line.sentence}"


def _why_guide(page: LinkedGuide) -> Iterator[str]:
    yield f"{page.guide.title} ({page.guide.front.source})"
    if page.copy_of:
        yield f"It is a near-duplicate of {page.copy_of}; links lead there."
    yield f"{_number(len(page.treats), 'section treats', 'sections treat')} a topic, its main topic first:"
    for each in page.treats:
        yield f"  {each.topic}: {_where(each)}  {each.score:.2f}"
        yield f"        {_evidence(each)}"
    yield f"{_number(len(page.links), 'link', 'links')} in its text:"
    for made in page.links:
        line = page.guide.blocks[made.block].first
        yield f"  line {line}: “{made.text}” leads to {made.target} ({made.by}, {made.score:.2f})"
        yield f"        {made.because}"
    yield f"{_number(len(page.related), 'related guide', 'related guides')}:"
    for other in page.related:
        yield f"  {other.score:.2f}  {other.slug}: {other.reason}"


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _where(each: Treated) -> str:
    return f"{each.guide}#{each.anchor}" if each.anchor else each.guide


def _evidence(each: Treated) -> str:
    said = [f"“{one.term}” {one.count}× in its {one.field} (+{one.score:.2f})" for one in each.evidence]
    return "; ".join(said) or "the editor’s `topics:` say so"
