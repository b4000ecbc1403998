"""Guides and paragraphs that repeat each other, and which of them is the one to keep pointing at.

MinHash (rensa) finds candidates without comparing each with each; the words themselves then decide.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rensa import RMinHash

from guidewright.model import Kind, Notice
from guidewright.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from guidewright.mentions import Mentions
    from guidewright.model import Guide
    from guidewright.sections import Section

# Runs of this many words are compared: long enough that two texts on one subject share few.
SHINGLE = 4
# Shorter paragraphs repeat each other by chance and do no harm.
SHORTEST = 20
# Two texts are near-duplicates when they share this much of their wording (Jaccard), or one holds so much of the other.
ALIKE = 0.6
HELD = 0.85
# Bands, and hashes in a band: what shares a band is compared. Whole guides are few and may differ more.
_OF_GUIDE = (16, 3)
_OF_PARAGRAPH = (6, 4)
_SEED = 20261123
WHOLE = -1


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


def prints(guide: Guide, found: Sequence[Section]) -> tuple[tuple[int, bytes], ...]:
    """Return (block, band values) of the guide (block -1) and of its longer paragraphs; references are left out."""
    made = []
    whole: list[str] = []
    for place, words in _paragraphs(guide, found):
        runs = _runs(words)
        whole += runs
        if len(words) >= SHORTEST:
            made.append((place, _bands(runs, *_OF_PARAGRAPH)))
    if len(whole) >= SHORTEST:
        made.insert(0, (WHOLE, _bands(whole, *_OF_GUIDE)))
    return tuple(made)


def _paragraphs(guide: Guide, found: Sequence[Section]) -> Iterable[tuple[int, list[str]]]:
    for section in found:
        if section.apart:
            continue
        for place in range(section.first, section.last):
            block = guide.blocks[place]
            if block.kind not in (Kind.HEADING, Kind.CODE, Kind.IMAGE, Kind.TABLE) and block.text:
                yield place, _words(block.text)


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _runs(words: list[str]) -> list[str]:
    if len(words) < SHINGLE:
        return [" ".join(words)]
    return [" ".join(run) for run in zip(*(words[start:] for start in range(SHINGLE)), strict=False)]


def _bands(runs: list[str], bands: int, rows: int) -> bytes:
    """Return 8 bytes a band; near-duplicates share those of at least one, at the same place."""
    made = RMinHash(num_perm=bands * rows, seed=_SEED)
    made.update(runs)
    digest = made.digest()
    values = [hash(tuple(digest[place : place + rows])) for place in range(0, bands * rows, rows)]
    return struct.pack(f"={bands}q", *values)


def of_guides(every: Sequence[Mentions], guides: Mapping[str, Guide]) -> tuple[Duplicate, ...]:
    """Return each guide that is a near-duplicate of an earlier or better one, by slug of the copy.

    The one to keep is, in this order: with a permission to publish; published first; longer; first by slug.
    """
    runs: dict[str, frozenset[str]] = {}
    group: dict[str, str] = {}

    def root(slug: str) -> str:
        while group.get(slug, slug) != slug:
            slug = group[slug]
        return slug

    for one, other in _candidates(((said.guide, said.prints) for said in every), whole=True):
        if root(one[0]) != root(other[0]) and _alike(
            _all_runs(runs, guides[one[0]]), _all_runs(runs, guides[other[0]])
        ):
            first, second = sorted((root(one[0]), root(other[0])))
            group[second] = first
    members: dict[str, list[str]] = {}
    for slug in sorted({*group, *group.values()}):
        members.setdefault(root(slug), []).append(slug)
    found = []
    for slugs in members.values():
        best = min(slugs, key=lambda slug: _order(guides[slug]))
        for slug in slugs:
            if slug != best:
                share = _share(_all_runs(runs, guides[slug]), _all_runs(runs, guides[best]))
                found.append(Duplicate(best, slug, share, _because(guides[best], guides[slug])))
    return tuple(sorted(found, key=lambda each: each.copy))


def of_paragraphs(
    every: Sequence[Mentions], guides: Mapping[str, Guide], copies: Mapping[str, str]
) -> tuple[Duplicate, ...]:
    """Return paragraphs that stand, nearly word for word, in two guides; `copies` (copy: canonical) are left out."""
    found = []
    by_slug = {said.guide: said for said in every}
    seen: set[tuple[str, int]] = set()
    rest = ((said.guide, said.prints) for said in every if said.guide not in copies)
    for one, other in _candidates(rest, whole=False):
        if one[0] == other[0] or one in seen or other in seen:
            continue
        runs = [frozenset(_runs(_words(guides[slug].blocks[place].text))) for slug, place in (one, other)]
        if not _alike(runs[0], runs[1]):
            continue
        best, copy = sorted((one, other), key=lambda each: _order(guides[each[0]]))
        seen.add(copy)
        found.append(
            Duplicate(
                best[0],
                copy[0],
                _share(frozenset(_runs(_words(guides[copy[0]].blocks[copy[1]].text))), runs[(one, other).index(best)]),
                _because(guides[best[0]], guides[copy[0]]),
                _anchor(by_slug[best[0]], best[1]),
                _anchor(by_slug[copy[0]], copy[1]),
                guides[copy[0]].blocks[copy[1]].text,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.copy, each.copy_anchor, each.text, each.canonical)))


def _candidates(
    every: Iterable[tuple[str, tuple[tuple[int, bytes], ...]]], *, whole: bool
) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Return pairs that share a band, in order of the second.

    Each is paired with the first of its band only, so that a text that stands in thousands of guides costs thousands
    of comparisons and not their square.
    """
    texts = [(slug, place, bands) for slug, made in every for place, bands in made if (place == WHOLE) is whole]
    pairs: set[tuple[int, int]] = set()
    for start in range(0, 8 * (_OF_GUIDE if whole else _OF_PARAGRAPH)[0], 8):
        first: dict[bytes, int] = {}
        for number, (_, _, bands) in enumerate(texts):
            mate = first.setdefault(bands[start : start + 8], number)
            if mate != number:
                pairs.add((number, mate))
    for number, mate in sorted(pairs):
        yield texts[mate][:2], texts[number][:2]


def _all_runs(known: dict[str, frozenset[str]], guide: Guide) -> frozenset[str]:
    if guide.slug not in known:
        known[guide.slug] = frozenset(run for _, words in _paragraphs(guide, sections(guide)) for run in _runs(words))
    return known[guide.slug]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    return common >= ALIKE * len(one | other) or common >= HELD * min(len(one), len(other))


def _share(copy: frozenset[str], canonical: frozenset[str]) -> float:
    return round(len(copy & canonical) / max(1, len(copy)), 3)


def _order(guide: Guide) -> tuple[bool, str, int, str]:
    return (guide.front.draft, guide.front.published or "9999", -guide.words, guide.slug)


def _because(best: Guide, copy: Guide) -> str:
    if best.front.draft != copy.front.draft:
        return "it has a permission to publish"
    if best.front.published != copy.front.published and best.front.published:
        return "it was published first"
    if best.words != copy.words:
        return "it is longer"
    return "its address comes first"


def _anchor(said: Mentions, block: int) -> str:
    return next((each.anchor for each in said.sections if each.first <= block < each.last), "")


def notices(found: Iterable[Duplicate], guides: Mapping[str, Guide]) -> tuple[Notice, ...]:
    """Tell the editor of copies, one message a pair of guides."""
    told = []
    pairs: dict[tuple[str, str], list[Duplicate]] = {}
    for each in found:
        pairs.setdefault((each.copy, each.canonical), []).append(each)
    for (copy, canonical), all_of_them in pairs.items():
        one = all_of_them[0]
        source, other = guides[copy].front.source, guides[canonical].front.source
        if not one.text:
            text = (
                f"{one.share:.0%} of it stands in {other}, too; links lead to that one, because {one.because}. "
                "Keep one of the two, or leave this one a draft"
            )
        else:
            count = len(all_of_them)
            many = f"{count} paragraphs stand" if count > 1 else "a paragraph stands"
            text = f"{many} in {other}, too, nearly word for word (“{one.text[:60]}…”); say it in one place and link"
        told.append(Notice(source, 0, text))
    return tuple(told)
