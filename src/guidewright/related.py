"""Which guides belong together, and why, in words.

A guide is a short list of weighted features: the phrases of topics that it says, and its own distinctive words. Only
guides that share a feature are ever compared, and of a common feature only those that it matters most to, so that the
work grows with the number of guides and not its square.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest
from math import log, sqrt
from typing import TYPE_CHECKING

from guidewright.match import Sort
from guidewright.mentions import Field

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from guidewright.mentions import Mentions
    from guidewright.topics import Weights

# How many features a guide has; how many of them look for kin; how many guides each of those finds.
_FEATURES = 40
_LOOKING = 16
_FINDS = 120
# A word of its own counts less than a phrase that an editor chose.
_WORD = 0.35
_MOST = 4
# Phrases in a reason.
_TERMS = 3
# Guides less alike than this are no kin.
_LEAST = 0.08
_LEAST_BY_WORDS = 0.2
_FIELDS = {Field.TITLE: 4, Field.HEADING: 3, Field.SUMMARY: 2, Field.OUTER: 0}


@dataclass(frozen=True, slots=True)
class Related:
    """Another guide worth reading next. `reason` is in words (`both treat boundaries and ultimatums`).

    `terms` are the phrases in the reason, for setting them off; `anchor` and `heading` are of its section that fits
    best, empty where that is its beginning. `score` is 0 to 1.
    """

    slug: str
    title: str
    anchor: str
    heading: str
    reason: str
    terms: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Kin:
    """All guides by their features. A feature is the number of a phrase, or the key of a word.

    `sections` tell, by guide and phrase, the (anchor, heading) that says it most; `subjects` the topics that a guide
    treats.
    """

    features: Mapping[str, Mapping[int | str, float]]
    holders: Mapping[int | str, Sequence[tuple[str, float]]]
    forms: Mapping[int | str, str]
    sections: Mapping[str, Mapping[int, tuple[str, str]]]
    titles: Mapping[str, str]
    copies: Mapping[str, str]
    subjects: Mapping[str, frozenset[str]]
    weights: Weights


def survey(
    every: Sequence[Mentions], weights: Weights, copies: Mapping[str, str], subjects: Mapping[str, frozenset[str]]
) -> Kin:
    """Return the features of all guides; `every` is by slug. `subjects` are the topics each treats."""
    count = len(every)
    spread: Counter[str] = Counter(key for said in every for key, _, _ in said.vocabulary)
    forms: dict[int | str, str] = dict(enumerate(weights.form))
    features: dict[str, dict[int | str, float]] = {}
    sections: dict[str, dict[int, tuple[str, str]]] = {}
    holders: dict[int | str, list[tuple[str, float]]] = {}
    in_terms = {word for phrase in weights.phrases for word in phrase.text.lower().split()}
    for said in every:
        times: Counter[int] = Counter()
        where: dict[int, Counter[int]] = {}
        for hit in said.hits:
            worth = _FIELDS.get(hit.field, 1)
            if weights.phrases[hit.phrase].sort is Sort.TERM and worth:
                times[hit.phrase] += worth
                where.setdefault(hit.phrase, Counter())[hit.section] += worth
        raw: dict[int | str, float] = {
            phrase: (1 + log(number)) * log((count + 1) / (weights.share[phrase] * count + 0.5))
            for phrase, number in times.items()
        }
        for key, form, uses in said.vocabulary:
            if spread[key] > 1 and form not in in_terms:
                raw[key] = _WORD * (1 + log(uses)) * log((count + 1) / (spread[key] + 0.5))
                forms.setdefault(key, form)
        best = sorted(raw.items(), key=lambda each: (-each[1], str(each[0])))[:_FEATURES]
        length = sqrt(sum(value * value for _, value in best)) or 1.0
        mine = features[said.guide] = {feature: value / length for feature, value in best if value > 0}
        sections[said.guide] = {phrase: _place(said, counts) for phrase, counts in where.items() if phrase in mine}
        if said.guide not in copies:
            for feature, value in mine.items():
                holders.setdefault(feature, []).append((said.guide, value))
    shortened = {
        feature: sorted(guides, key=lambda each: (-each[1], each[0]))[:_FINDS]
        for feature, guides in holders.items()
        if len(guides) > 1
    }
    return Kin(
        features, shortened, forms, sections, {said.guide: said.title for said in every}, copies, subjects, weights
    )


def _place(said: Mentions, counts: Counter[int]) -> tuple[str, str]:
    best = min(counts, key=lambda section: (-counts[section], section))
    return said.sections[best].anchor, said.sections[best].heading


def related(slug: str, kin: Kin, first: Sequence[str] = ()) -> tuple[Related, ...]:
    """Return the nearest kin of a guide, best first, no copy of it among them; the editor's choice comes first."""
    mine = kin.features[slug]
    found: dict[str, float] = {}
    looking = sorted(mine.items(), key=lambda each: (-each[1], str(each[0])))[:_LOOKING]
    for feature, value in looking:
        for other, worth in kin.holders.get(feature, ()):
            found[other] = found.get(other, 0.0) + value * worth
    self = {slug, kin.copies.get(slug, slug)}
    chosen = [other for other in first if other in kin.features and other not in self]
    candidates = nsmallest(
        3 * _MOST, ((-score, other) for other, score in found.items() if other not in self and other not in chosen)
    )
    ranked = sorted(
        ((_alike(mine, kin.features[other]), other) for _, other in candidates), key=lambda each: (-each[0], each[1])
    )
    near = [
        (score, other)
        for score, other in ranked
        if score >= _LEAST and (score >= _LEAST_BY_WORDS or _share_a_phrase(mine, kin.features[other]))
    ]
    places = max(0, _MOST - len(chosen))
    return tuple(
        _made(slug, other, kin, score) for score, other in [*((1.0, other) for other in chosen), *near[:places]]
    )


def _share_a_phrase(one: Mapping[int | str, float], other: Mapping[int | str, float]) -> bool:
    return any(isinstance(feature, int) and feature in other for feature in one)


def _alike(one: Mapping[int | str, float], other: Mapping[int | str, float]) -> float:
    return round(sum([value * other[feature] for feature, value in one.items() if feature in other]), 4)


def _made(slug: str, other: str, kin: Kin, score: float) -> Related:
    mine, theirs = kin.features[slug], kin.features[other]
    shared = sorted(
        ((mine[each] * theirs[each], each) for each in mine if each in theirs),
        key=lambda each: (-each[0], str(each[1])),
    )
    phrases = [each for _, each in shared if isinstance(each, int) and not kin.weights.everywhere(each)]
    words = [each for _, each in shared if isinstance(each, str)]
    both = sorted(kin.subjects[slug] & kin.subjects[other])
    treated = [each for each in phrases if any(owner in both for owner in kin.weights.phrases[each].owners)]
    verb = "treat"
    terms = _distinct([_subject(each, both, kin) for each in treated] or [each.replace("-", " ") for each in both])
    if not terms:
        verb = "mention" if phrases else "speak of"
        terms = _distinct([_subject(each, both, kin) for each in phrases] or [kin.forms[each] for each in words])
    terms = terms[:_TERMS]
    anchor, heading = kin.sections[other].get((treated or phrases)[0], ("", "")) if phrases else ("", "")
    reason = f"both {verb} {_listed(terms)}" if terms else "they share their subject"
    return Related(other, kin.titles[other], anchor, heading, reason, tuple(terms), score)


def _subject(phrase: int, both: Collection[str], kin: Kin) -> str:
    """Return how a shared phrase reads in `both treat …`: a thing as it is, else what its topic is called."""
    form = kin.forms[phrase]
    if kin.weights.thing[phrase] > 0.5 and not form.endswith(_ADJECTIVES):
        return form
    owners = kin.weights.phrases[phrase].owners
    return next((each for each in owners if each in both), owners[0]).replace("-", " ")


_ADJECTIVES = ("ive", "ous", "ful", "able", "less", "ical")


def _distinct(terms: Sequence[str]) -> list[str]:
    """Return terms without those that are part of an earlier one, or hold it."""
    kept: list[str] = []
    for term in terms:
        if not any(term in other or other in term for other in kept):
            kept.append(term)
    return kept


def _listed(terms: Sequence[str]) -> str:
    return terms[0] if len(terms) == 1 else f"{', '.join(terms[:-1])} and {terms[-1]}"
