"""The second phase of linking: which mentions of one guide become links, given what the whole corpus says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from guidewright import related as kin
from guidewright import senses
from guidewright import text as texts
from guidewright.excerpt import excerpt
from guidewright.index import address, language_of
from guidewright.match import Phrase, Sort, compile_phrases
from guidewright.mentions import Hit, Mentions, Use, mentions
from guidewright.model import Guide, MarkKind, Notice
from guidewright.topics import Treated, keys_of, main_first
from guidewright.wishes import Wishes, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from guidewright.index import Index
    from guidewright.model import Mark
    from guidewright.related import Related
    from guidewright.topics import Score

# Three links a section, and one more for each so many words: about what careful editors of encyclopedias set.
_A_SECTION = 3
_WORDS_A_LINK = 50
# Links in one paragraph, item or cell, one more for each so many characters, and how far two must stand apart.
_IN_A_BLOCK = 2
_CHARACTERS_A_LINK = 80
_APART = 8
# A later mention is taken in place of the first where it is so much more certain.
_SURER = 0.2
# The most that a mention's certainty comes to; a guide called by its title is certain.
_MOST = 0.99
# Below this, a mention stays a word (see `_certainty`), and so does one whose topics are less apart than `_DECIDED`.
_ENOUGH = 0.6
_DECIDED = 0.1


_ANY = ""


class By(StrEnum):
    """Who made a link: the text by mentioning something, an editor in a metadata file, or the source's author."""

    MENTION = "mention"
    EDITOR = "editor"
    SOURCE = "source"


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

    @property
    def place(self) -> tuple[int, int, int]:
        """Block, row and column: links of one place stand in one text."""
        return (self.block, self.row, self.column)


@dataclass(frozen=True, slots=True)
class Linked:
    """What the second phase makes of one guide; `treats` has its main topic first."""

    guide: str
    links: tuple[Link, ...]
    treats: tuple[Treated, ...]
    related: tuple[Related, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Page:
    """One guide with all that decides about its links.

    `own` are the topics that it is about as a whole. `near` has, by topic, section and block, the phrases of the topic
    there; block -1 stands for the whole section, section -1 for the whole guide, and `_ANY` for any topic. `others` are
    the mentions that are none of a topic, because of the words beside them, and how, in words.
    """

    guide: Guide
    said: Mentions
    index: Index
    wished: Wishes
    own: frozenset[str]
    near: Mapping[tuple[str, int, int], set[int]]
    others: Mapping[tuple[Hit, str], str]

    def is_self(self, slug: str) -> bool:
        """Whether a guide is this one, or the one that this is a copy of."""
        return slug in (self.guide.slug, self.index.copies.get(self.guide.slug))

    def phrase(self, number: int) -> Phrase:
        return self.index.weights.phrases[number]

    def text(self, place: tuple[int, int, int]) -> str:
        """Return the text of a block, or of a cell of it."""
        block = self.guide.blocks[place[0]]
        return block.rows[place[1]][place[2]].text if place[1] >= 0 else block.text

    def text_at(self, hit: Hit) -> str:
        return self.text((hit.block, hit.row, hit.column))

    def said_at(self, hit: Hit) -> str:
        return self.text_at(hit)[hit.start : hit.end]

    def link(self, hit: Hit, target: str, term: str, score: float = 1.0, because: str = "") -> Link:
        return Link(
            guide=self.guide.slug,
            anchor=self.said.sections[hit.section].anchor,
            block=hit.block,
            start=hit.start,
            end=hit.end,
            text=self.said_at(hit),
            target=target,
            by=By.MENTION,
            term=term,
            score=score,
            because=because,
            row=hit.row,
            column=hit.column,
        )

    def told(self, link: Link) -> Link:
        """Return a link with the sentence that it stands in."""
        return replace(link, sentence=texts.sentence_at(self.text(link.place), link.start, link.end))

    def fitting(self, wanted: Sequence[Link], fixed: Sequence[Link], most: int) -> list[Link]:
        """Return the links of one section: the first to each target, and of those the most certain ones that fit."""
        done = {each.target for each in fixed}
        first: dict[str, Link] = {}
        for each in wanted:
            if each.target not in done and each.score >= first.get(each.target, each).score + _SURER * (
                each.target in first
            ):
                first[each.target] = each
        kept: list[Link] = []
        for each in sorted(first.values(), key=lambda link: (-link.score, *link.place, link.start)):
            if len(kept) + len(fixed) >= most and kept:
                break
            beside = [other for other in (*fixed, *kept) if other.place == each.place]
            apart = all(other.end + _APART <= each.start or each.end + _APART <= other.start for other in beside)
            if apart and len(beside) < max(_IN_A_BLOCK, len(self.text(each.place)) // _CHARACTERS_A_LINK):
                kept.append(each)
        return kept


def link(guide: Guide, said: Mentions, index: Index) -> Linked:
    """Return the links of one guide, the topics that its sections treat, and its related guides."""
    wished, wrong = wishes(guide)
    scores = index.scores[guide.slug]
    others = _others(guide, said, index)
    page = _Page(guide, said, index, wished, _own(scores, said), _company(said, index, others), others)
    by_hand = list(_of_source(page))
    by_hand, told = _of_editor(page, by_hand)
    links = [*by_hand, *([] if wished.off else _of_text(page, by_hand))]
    return Linked(
        guide=guide.slug,
        links=tuple(page.told(each) for each in sorted(links, key=lambda each: (*each.place, each.start))),
        treats=tuple(_treated(page, score) for score in main_first(scores) if score.treats),
        related=() if wished.unrelated else kin.related(guide.slug, index.kin, first=wished.related),
        notices=(*wrong, *told, *_strangers(page)),
    )


def _own(scores: Sequence[Score], said: Mentions) -> frozenset[str]:
    """Return the topics that a guide is about as a whole: named in its title, or treated by most of its sections."""
    named = {each.topic for each in scores if each.section == 0 and each.named}
    count = sum(not section.apart for section in said.sections)
    treated = Counter(each.topic for each in scores if each.treats)
    return frozenset(named | {topic for topic, sections in treated.items() if sections > 1 and 2 * sections > count})


def _others(guide: Guide, said: Mentions, index: Index) -> dict[tuple[Hit, str], str]:
    """Return the mentions that are other things than their topics, by the words right beside them."""
    language = language_of(guide)
    found: dict[tuple[Hit, str], str] = {}
    if language != senses.LANGUAGE:
        return found
    for hit in said.hits:
        phrase = index.weights.phrases[hit.phrase]
        if hit.block < 0 or phrase.sort is not Sort.TERM:
            continue
        block = guide.blocks[hit.block]
        text = block.rows[hit.row][hit.column].text if hit.row >= 0 else block.text
        for topic in phrase.owners:
            vague = _is_vague(phrase)
            ours = index.glosses[topic] if vague else index.subjects[topic]
            if not ours or not (index.of_people or vague):
                continue
            other = senses.other(text, (hit.start, hit.end), phrase.text, ours, language)
            if not other and not index.weights.strong[hit.phrase]:
                other = senses.listed(text, (hit.start, hit.end), ours, language)
            if other:
                found[hit, topic] = other
    return found


def _company(
    said: Mentions, index: Index, others: Mapping[tuple[Hit, str], str]
) -> dict[tuple[str, int, int], set[int]]:
    near: dict[tuple[str, int, int], set[int]] = {}
    for hit in said.hits:
        near.setdefault((_ANY, hit.section, -1), set()).add(hit.phrase)
        for owner in index.weights.phrases[hit.phrase].owners:
            if (hit, owner) in others:
                continue
            near.setdefault((owner, -1, -1), set()).add(hit.phrase)
            near.setdefault((owner, hit.section, -1), set()).add(hit.phrase)
            near.setdefault((owner, hit.section, hit.block), set()).add(hit.phrase)
    return near


# ---- mentions that become links --------------------------------------------------------------------------------


def _of_text(page: _Page, by_hand: Sequence[Link]) -> list[Link]:
    """Return the mentions that become links, section by section (subsections belong to theirs)."""
    said = page.said
    wanted: dict[int, list[Link]] = {}
    for hit in said.hits:
        if hit.barred or page.wished.passed_over(page.text_at(hit)):
            continue
        made = _candidate(page, hit)
        if made is not None and not page.wished.refuse(made.target):
            wanted.setdefault(said.sections[hit.section].major, []).append(made)
    chosen: list[Link] = []
    for major in sorted(wanted):
        inside = [section for section in said.sections if section.major == major]
        fixed = [each for each in by_hand if any(one.first <= each.block < one.last for one in inside)]
        chosen += page.fitting(
            wanted[major], fixed, most=_A_SECTION + sum(one.words for one in inside) // _WORDS_A_LINK
        )
    return chosen


def _candidate(page: _Page, hit: Hit) -> Link | None:
    """Return the link that a mention may become, or None."""
    index = page.index
    phrase = index.weights.phrases[hit.phrase]
    if phrase.sort is Sort.TITLE:
        slugs = {index.copies.get(slug, slug) for slug in phrase.owners}
        slug = slugs.pop()
        if slugs or page.is_self(slug):
            return None
        because = f"it is the title of the guide “{index.titles[slug]}”"
        return page.link(hit, f"guide:{slug}", phrase.text, because=because)
    ranked = sorted(
        ((*_certainty(page, hit, owner), owner) for owner in phrase.owners), key=lambda each: (-each[0], each[2])
    )
    score, because, topic = ranked[0]
    undecided = len(ranked) > 1 and ranked[1][0] > score - _DECIDED
    if undecided or topic in page.own or score < _ENOUGH:
        return None
    slug, anchor, name = index.headings.get(hit.phrase, (page.guide.slug, "", ""))
    if page.is_self(slug):
        return page.link(hit, f"topic:{topic}", phrase.text, score, because)
    where = f"“{name}” of “{index.titles[slug]}”" if anchor else f"“{name}”"
    target = f"guide:{slug}#{anchor}" if anchor else f"guide:{slug}"
    return page.link(hit, target, phrase.text, score, f"{where} is about it; {because}")


def _certainty(page: _Page, hit: Hit, topic: str) -> tuple[float, str]:
    """Return how surely a mention means a topic, 0 to 1, and why, in words.

    What a phrase is worth by itself: much, if it has several words or is a word of the topic's title; else the more,
    the more often it has company of its topic where it stands; little, if most guides say it. Then what stands around
    it here, and whether it is the noun or the verb that the term is.
    """
    weights = page.index.weights
    number, phrase = hit.phrase, weights.phrases[hit.phrase]
    alone = len(texts.words(phrase.text)) == 1
    vague = alone and _is_vague(phrase)
    on = alone and senses.goes_on(page.text_at(hit), hit.end)
    beside = page.near.get((topic, hit.section, hit.block), set()) - {number}
    around = page.near.get((topic, hit.section, -1), set()) - {number} - beside
    if vague:  # `price` and `money` together may be anybody's
        beside, around = ({each for each in said if not _is_vague(weights.phrases[each])} for said in (beside, around))
    reasons = [f"“{phrase.text}” is a term of “{page.index.topics[topic].title}”"]
    if weights.strong[number]:
        score = 0.75 + 0.15 * weights.pull[number]
    elif weights.everywhere(number):
        score = 0.4 + 0.4 * weights.pull[number] + _ON if on else 0.2
        reasons.append(f"most guides say it{', but here it is about something' * on}")
    else:
        base = 0.4 if alone and weights.common(number) else 0.55 if vague else 0.6
        score = base + 0.4 * weights.pull[number]
    if beside:
        score += min(0.3, 0.2 * len(beside))
        reasons.append(f"the paragraph also says {_quoted(weights.phrases[each].text for each in sorted(beside))}")
    elif around:
        score += min(0.2, 0.1 * len(around))
        reasons.append(f"the section also says {_quoted(weights.phrases[each].text for each in sorted(around))}")
    if alone and not beside:
        amount, reason = _sense(page, hit, topic, vague=vague)
        score += amount
        reasons.append(reason)
    other = page.others.get((hit, topic))
    if other:
        score = min(score, _OTHER)
        reasons.append(other)
    if alone and hit.use is Use.VERB and (weights.thing[number] or weights.strong[number]):
        score -= 0.6
        reasons.append("here it is a verb")
    elif alone and hit.use is Use.HELPING and not weights.thing[number]:
        score -= 0.4
        reasons.append("here it only helps another verb")
    elif alone and not on and _is_other_form(page.said_at(hit), phrase.text):
        score -= 0.25
        reasons.append("here it is another form of the verb")
    return max(0.0, min(_MOST, round(score, 3))), "; ".join(filter(None, reasons))


# What a lone word gains where its paragraph speaks of two things or more of which the topic's page speaks; what a vague
# one gains beside a related topic, and loses where only the rest of the guide has other terms of the topic, where
# nothing has, and where its section speaks of no other topic either.
_MEANT, _KIN, _FAR, _NOT_MEANT, _ALONE = 0.15, 0.08, 0.08, 0.3, 0.15
# The most that a mention comes to which is another thing by the words beside it.
_OTHER = 0.5
# What everybody's word gains where it goes on as talk and quarrels do (`fighting over money`).
_ON = 0.1
_SHARED = 2


def _is_vague(phrase: Phrase) -> bool:
    return phrase.text.lower() in senses.VAGUE


def _sense(page: _Page, hit: Hit, topic: str, *, vague: bool) -> tuple[float, str]:
    """Return what the words around a lone word say about its sense (Lesk 1986: the words of the topic's own page)."""
    gloss = page.index.glosses[topic]
    if not gloss:
        return 0.0, ""
    language = language_of(page.guide)
    text = page.text_at(hit)
    here = page.near.get((topic, hit.section, hit.block), ())
    said = {hit.phrase, *(other for other in here if _is_vague(page.phrase(other)))}
    shared = sorted(
        (gloss & keys_of(text, language)).difference(*(keys_of(page.phrase(each).text, language) for each in said))
    )
    words = f"the paragraph has words of the topic’s page ({', '.join(shared[:3])})"
    if not vague:
        return (_MEANT, words) if len(shared) >= _SHARED else (0.0, "")
    kin = _beside_kin(page, hit, topic)
    if kin:
        return _KIN, f"the paragraph also says “{kin}”, of a topic related to it"
    alone = not any(_names_other(page, said, topic) for said in page.near[_ANY, hit.section, -1])
    off = _ALONE * alone
    reason = "; the section speaks of no other topic" * alone
    if len(shared) >= _SHARED:
        return -off, words + reason
    if page.near.get((topic, -1, -1), set()) - {hit.phrase}:
        return -_FAR - off, "only elsewhere does the guide speak of the topic" + reason
    return -_NOT_MEANT - off, "nothing else in the guide speaks of the topic" + reason


def _beside_kin(page: _Page, hit: Hit, topic: str) -> str:
    """Return a term of a topic that the editor calls related to this one, if the paragraph names such a topic."""
    for slug in page.index.kindred[topic]:
        for other in sorted(page.near.get((slug, hit.section, hit.block), ())):
            phrase = page.phrase(other)
            if topic not in phrase.owners and not _is_vague(phrase) and not page.index.weights.everywhere(other):
                return phrase.text
    return ""


def _names_other(page: _Page, number: int, topic: str) -> bool:
    """Whether a phrase names another topic, and could not be anybody's."""
    phrase = page.index.weights.phrases[number]
    return phrase.sort is Sort.TERM and topic not in phrase.owners and not _is_vague(phrase)


def _is_other_form(said: str, term: str) -> bool:
    """Whether a word is a form of a verb that the term is not: `listens` for `listening`, `repaired` for `repair`."""
    verbal = ("ed", "ing")
    return texts.fold(said) != texts.fold(term) and (said.lower().endswith(verbal) or term.lower().endswith(verbal))


def _quoted(phrases: Iterable[str]) -> str:
    return ", ".join(f"“{each}”" for each in phrases)


# ---- links made by people --------------------------------------------------------------------------------------


def _of_source(page: _Page) -> Iterator[Link]:
    """Return the author's own links that lead to the `url` of another source: they stay on the site."""
    for place, block in enumerate(page.guide.blocks):
        for mark in block.marks:
            yield from _led(page, (place, -1, -1), block.text, mark)
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                for mark in cell.marks:
                    yield from _led(page, (place, row, column), cell.text, mark)


def _led(page: _Page, place: tuple[int, int, int], text: str, mark: Mark) -> Iterator[Link]:
    if mark.kind is not MarkKind.LINK or not mark.target.startswith(("http://", "https://")):
        return
    slug = page.index.addresses.get(address(mark.target), page.guide.slug)
    if page.is_self(slug):
        return
    anchor = mark.target.partition("#")[2]
    block, row, column = place
    yield Link(
        guide=page.guide.slug,
        anchor=next(each.anchor for each in page.said.sections if each.first <= block < each.last),
        block=block,
        start=mark.start,
        end=mark.end,
        text=text[mark.start : mark.end],
        target=f"guide:{slug}#{anchor}" if anchor and anchor in page.index.anchors[slug] else f"guide:{slug}",
        by=By.SOURCE,
        because="the article’s author set this link",
        row=row,
        column=column,
    )


def _of_editor(page: _Page, links: list[Link]) -> tuple[list[Link], list[Notice]]:
    """Return the links with those of the metadata file's `links: add:`, and what is wrong with that list."""
    wanted = page.wished.add
    if not wanted:
        return links, []
    matcher = compile_phrases([Phrase(Sort.TERM, phrase, (to,)) for phrase, to in wanted], language_of(page.guide))
    hits = mentions(page.guide, matcher).hits
    told: list[Notice] = []
    for phrase, to in wanted:
        wrong = _wrong_target(to, page.index)
        mine = [hit for hit in hits if matcher.phrases[hit.phrase].text == phrase]
        free = [hit for hit in mine if not hit.barred and not _is_taken(hit, links)]
        if wrong:
            told.append(_notice(page, f"`to: {to}` {wrong}"))
        elif free:
            made = page.link(free[0], to, phrase, because="the editor’s `links:` say so")
            links = [*links, replace(made, by=By.EDITOR)]
        else:
            why = (
                f"where the guide says it, {mine[0].barred or 'another link stands'}"
                if mine
                else "the guide does not say it"
            )
            told.append(_notice(page, f"the phrase “{phrase}” makes no link: {why}"))
    return links, told


def _is_taken(hit: Hit, links: Iterable[Link]) -> bool:
    place = (hit.block, hit.row, hit.column)
    return any(each.place == place and each.start < hit.end and hit.start < each.end for each in links)


def _wrong_target(to: str, index: Index) -> str:
    """Return what is wrong with a target that an editor wrote, or nothing."""
    kind, _, rest = to.partition(":")
    slug, _, anchor = rest.partition("#")
    if kind == "worksheet" and slug:
        return ""
    if kind == "topic":
        return "" if slug in index.topics else "names no topic"
    if kind != "guide":
        return "must be `topic:…`, `guide:…`, `guide:…#…` or `worksheet:…`"
    if slug not in index.anchors:
        return "names no guide"
    known = [each for each in index.anchors[slug] if each]
    if not anchor or anchor in known:
        return ""
    return f"names no section of that guide; it has {', '.join(known) or 'none'}"


def _strangers(page: _Page) -> Iterator[Notice]:
    """Complain of names in a metadata file that name nothing."""
    wished, index = page.wished, page.index
    for slug in wished.related:
        if slug not in index.titles:
            yield _notice(page, f"`related:` names the guide `{slug}`, and there is none")
    for slug in wished.topics:
        if slug not in index.topics:
            yield _notice(page, f"`topics:` names the topic `{slug}`, and there is none")
    for name in sorted(wished.never):
        slug = name.rpartition(":")[2].partition("#")[0]
        if slug not in index.topics and slug not in index.titles:
            yield _notice(page, f"`never:` names `{name}`, and there is no such topic or guide")


def _notice(page: _Page, text: str) -> Notice:
    return Notice(page.guide.front.source, 0, f"in its metadata file, {text}; correct it or take it out")


# ---- sections that treat a topic -------------------------------------------------------------------------------


def _treated(page: _Page, score: Score) -> Treated:
    section = page.said.sections[score.section]
    weights = page.index.weights
    mine = [hit for hit in page.said.hits if score.topic in weights.phrases[hit.phrase].owners]
    return Treated(
        topic=score.topic,
        guide=page.guide.slug,
        guide_title=page.guide.title,
        anchor=section.anchor,
        heading=section.heading or page.guide.title,
        score=score.score,
        sentence=excerpt(page.guide, section, mine, weights),
        evidence=score.evidence,
    )
