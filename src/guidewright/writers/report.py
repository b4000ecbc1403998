"""The report on a corpus: what was kept, what is hard to read, what is missing or broken. For the editor."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jinja2

from guidewright import grade
from guidewright.model import Fate, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.links import LinkedCorpus
    from guidewright.model import Block, Guide, Notice, Outcome

# A guide above this Flesch-Kincaid grade is hard to read for someone who is tired or upset.
HARDEST = 9.0
# A topic with fewer sections than this is thin.
THIN = 2
SCHEMES = ("http", "https", "mailto")
# Links that the build itself makes, to pages of the site.
_OWN = ("guide:", "topic:", "worksheet:")
_ADDRESS = re.compile(r"(?<![\w+.-])[A-Za-z][A-Za-z0-9+.-]*:/{2}[^\s<>\"“”]*")
_NO_PART_OF_IT = ".,;:!?)]}'’"
_NO_CHARACTER = re.compile(r"[\s\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class ByRule:
    """What one rule did in all sources: how many lines and words, in how many sources."""

    rule: str
    fate: str
    because: str
    lines: int
    words: int
    sources: int


@dataclass(frozen=True, slots=True)
class Row:
    """A guide as the report shows it. `topics` are titles, its main topic first."""

    guide: Guide
    grade: float | None
    topics: tuple[str, ...]

    @property
    def hard(self) -> bool:
        """Whether the guide is above the grade that readers in distress manage."""
        return self.grade is not None and self.grade > HARDEST


@dataclass(frozen=True, slots=True)
class BadAddress:
    """An address in a source that leads nowhere, and what is wrong with it; `line` is 0 for metadata."""

    source: str
    line: int
    text: str
    address: str
    because: str


def write(outcomes: Iterable[Outcome], linked: LinkedCorpus, *, notices: Iterable[Notice] = ()) -> str:
    """Return one self-contained HTML page: no request leaves it, all source text is escaped.

    `linked` holds the guides of the outcomes, drafts too, and all topics. `notices` are those of reading sources and
    topics; the notices of `outcomes` and `linked` are shown as well. Nothing is fetched: addresses are checked by
    their form alone.
    """
    outcomes = tuple(outcomes)
    guides = [outcome.guide for outcome in outcomes if outcome.guide is not None]
    titles = {slug: page.guide.title for slug, page in linked.guides.items()}
    rows = [Row(guide, grade.of_guide(guide), _topics(linked, guide.slug)) for guide in guides]
    every = dict.fromkeys((*notices, *(each for outcome in outcomes for each in outcome.notices), *linked.notices))
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("guidewright.writers", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html.jinja").render(
        sources=len(outcomes),
        failed=[outcome for outcome in outcomes if outcome.guide is None],
        rows=rows,
        hard=sorted((row for row in rows if row.hard), key=lambda row: (-(row.grade or 0), row.guide.slug)),
        hardest=HARDEST,
        fates=_by_fate(outcomes),
        rules=_by_rule(outcomes),
        topics=sorted(linked.topics.values(), key=lambda each: (each.topic.title.casefold(), each.topic.slug)),
        thin=THIN,
        duplicates=linked.duplicates,
        titles=titles,
        orphans=_orphans(linked),
        addresses=[bad for outcome in outcomes for bad in _bad_addresses(outcome)],
        drafts=[guide for guide in guides if guide.front.draft],
        errors=[each for each in every if each.error],
        notes=[each for each in every if not each.error],
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def wrong_with(address: str) -> str:
    """Return what is wrong with an outward address, by its form alone; empty where nothing is.

    >>> wrong_with("https://example.org/a"), wrong_with("htps://example.org"), wrong_with("https:///a")
    ('', 'it begins with htps:, not with http:, https: or mailto:', 'it has no host')
    """
    if _NO_CHARACTER.search(address.strip()):
        return "it has a space in it"
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        return f"it is no address: {error}"
    if not parts.scheme:
        return "it does not begin with http:, https: or mailto:"
    if parts.scheme not in SCHEMES:
        return f"it begins with {parts.scheme}:, not with http:, https: or mailto:"
    if parts.scheme == "mailto":
        name, _, domain = parts.path.rpartition("@")
        return "" if name and _is_host(domain) else "it names no mailbox"
    if not host:
        return "it has no host"
    return "" if _is_host(host) else f"{host} is no host that a reader can reach"


def _is_host(host: str) -> bool:
    """Whether a host could be one on the internet: a name with a dot and no empty part, or a numeric address."""
    return ":" in host or ("." in host and all(host.removesuffix(".").split(".")))


def _topics(linked: LinkedCorpus, slug: str) -> tuple[str, ...]:
    treats = linked.guides[slug].treats if slug in linked.guides else ()
    return tuple(dict.fromkeys(linked.topics[each.topic].topic.title for each in treats))


def _words(text: str) -> int:
    return len(text.split())


def _by_fate(outcomes: Sequence[Outcome]) -> list[tuple[str, int, int]]:
    """Return (fate, lines, words) of all sources' lines; lines without words are not counted."""
    lines: Counter[Fate] = Counter()
    words: Counter[Fate] = Counter()
    for outcome in outcomes:
        for verdict in outcome.verdicts:
            if count := _words(verdict.line.says):
                lines[verdict.fate] += 1
                words[verdict.fate] += count
    return [(fate.value, lines[fate], words[fate]) for fate in Fate]


def _by_rule(outcomes: Sequence[Outcome]) -> list[ByRule]:
    lines: Counter[tuple[str, str]] = Counter()
    words: Counter[tuple[str, str]] = Counter()
    sources: dict[tuple[str, str], set[str]] = {}
    because: dict[tuple[str, str], str] = {}
    for outcome in outcomes:
        for verdict in outcome.verdicts:
            if not verdict.rule:
                continue
            key = (verdict.rule, verdict.fate.value)
            lines[key] += 1
            words[key] += _words(verdict.line.says)
            sources.setdefault(key, set()).add(outcome.source_id)
            because.setdefault(key, verdict.because)
    order = sorted(lines, key=lambda key: (-words[key], -lines[key], key))
    return [ByRule(*key, because[key], lines[key], words[key], len(sources[key])) for key in order]


def _orphans(linked: LinkedCorpus) -> list[Guide]:
    """Return the guides that no other guide links to and no topic lists."""
    listed = {each.guide for page in linked.topics.values() for each in page.treated}
    return [
        page.guide
        for slug, page in linked.guides.items()
        if slug not in listed and all(line.slug == slug for line in page.backlinks)
    ]


def _bad_addresses(outcome: Outcome) -> Iterator[BadAddress]:
    if outcome.guide is None:
        return
    found = [(0, "url: in the metadata", outcome.guide.front.url)] if outcome.guide.front.url else []
    for block in outcome.guide.blocks:
        found += _addresses(block)
    for line, text, address in dict.fromkeys(found):
        inside = address.startswith(("#", *_OWN))
        if not inside and (because := wrong_with(address)):
            yield BadAddress(outcome.source_id, line, text, address, because)


def _addresses(block: Block) -> Iterator[tuple[int, str, str]]:
    """Yield (source line, linked words, address) of a block's links, picture and addresses written out."""
    if block.target:
        yield block.first, block.text, block.target
    for text, marks in ((block.text, block.marks), *((cell.text, cell.marks) for row in block.rows for cell in row)):
        linked = [mark for mark in marks if mark.kind is MarkKind.LINK]
        for mark in linked:
            yield block.first, text[mark.start : mark.end], mark.target
        for match in _ADDRESS.finditer(text):
            if not any(mark.start <= match.start() < mark.end for mark in linked):
                address = match[0].rstrip(_NO_PART_OF_IT)
                yield block.first, address, address
