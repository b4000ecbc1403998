"""Topics: what an editor says they are, and which sections of the guides treat them, by evidence."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import yaml

from guidewright import text as texts
from guidewright.match import Phrase, Sort, content
from guidewright.mentions import Field, Use
from guidewright.model import Notice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from guidewright.mentions import Hit, Mentions
    from guidewright.sections import Section

KEYS = ("title", "terms", "not_terms", "parent", "see_also")
# Keys of topic pages that are other people's: they belong to the site.
OTHER_KEYS = ("description", "template", "hide", "search", "icon", "tags", "status", "summary", "order", "worksheets")
# A term is a phrase; a sentence in its place is a slip of the editor's.
LONGEST_TERM = 12


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase that an editor gave to a topic, in the editor's own spelling; `line` is where in the topic's file."""

    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """What `docs/topics/<slug>.md` says: the terms of the topic, and phrases that only look like them (`not_terms`).

    `parent` and `see_also` are slugs of topics. `gloss` are the keys of the words with which its page introduces it: in
    their company a word of many senses has this one. `path` names the file in messages.
    """

    slug: str
    title: str
    terms: tuple[Term, ...] = ()
    not_terms: tuple[str, ...] = ()
    parent: str = ""
    see_also: tuple[str, ...] = ()
    gloss: frozenset[str] = frozenset()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`count` mentions of a term in a field, and what they add to the section's score."""

    term: str
    field: Field
    count: int
    score: float


@dataclass(frozen=True, slots=True)
class Treated:
    """A section of a guide that treats a topic. `heading` is the guide's title for the section above all headings.

    `sentence` is one sentence of the section, word for word. `score` counts from 0, more is better, and compares
    within a topic only.
    """

    topic: str
    guide: str
    guide_title: str
    anchor: str
    heading: str
    score: float
    sentence: str
    evidence: tuple[Evidence, ...] = ()


def parse(path: str, text: str) -> tuple[Topic | None, tuple[Notice, ...]]:
    """Return the topic that a file describes; None and error notices with line and remedy where it cannot be read.

    The slug is the file's name. Without a front matter, or without terms in it, the topic has its title alone to be
    recognised by.
    """
    slug = PurePosixPath(path).stem
    front, body_line = _front_matter(text)
    try:
        node = yaml.compose(front, Loader=yaml.SafeLoader)
        values = yaml.safe_load(front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        remedy = "put a text that holds a colon, #, * or quotes between quotation marks"
        return None, (Notice(path, mark.line + 2 if mark else 1, f"{problem}; {remedy}", error=True),)
    if values is None:
        values, node = {}, yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        return None, (Notice(path, 2, "the front matter must be a list of `key: value` lines", error=True),)
    nodes = {str(name.value): (name.start_mark.line + 2, value) for name, value in node.value}
    notices = list(_complaints(path, values, nodes))
    if any(notice.error for notice in notices):
        return None, tuple(notices)
    title = str(values.get("title") or _heading(text, body_line) or slug.replace("-", " ").capitalize()).strip()
    return Topic(
        slug=slug,
        title=title,
        terms=tuple(Term(phrase, line) for phrase, line in _phrases(values, nodes, "terms")),
        not_terms=tuple(phrase for phrase, _ in _phrases(values, nodes, "not_terms")),
        parent=str(values.get("parent") or "").strip(),
        see_also=tuple(slug for slug, _ in _phrases(values, nodes, "see_also")),
        gloss=keys_of(_ADDRESS.sub("]", "\n".join(text.split("\n")[body_line - 1 :]))),
        path=path,
    ), tuple(notices)


def _front_matter(text: str) -> tuple[str, int]:
    """Return the YAML between the fences at the top of a file, and the number of the first line after them."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return "", 1
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1 : number - 1]), number + 1
    return "\n".join(lines[1:]), len(lines) + 1


def _heading(text: str, line: int) -> str:
    """Return the text of the first `# Title` line from `line` on, or nothing."""
    body = text.split("\n")[line - 1 :]
    return next((each[2:].strip() for each in body if each.startswith("# ")), "")


def _complaints(path: str, values: dict[object, object], nodes: dict[str, tuple[int, yaml.Node]]) -> Iterator[Notice]:
    """Say what is wrong with a topic's front matter. Keys of the site are nobody's business here."""
    for key, value in values.items():
        line = nodes.get(str(key), (0, None))[0]
        if key not in KEYS:
            near = difflib.get_close_matches(str(key), KEYS, n=1, cutoff=0.75)
            if near and key not in OTHER_KEYS:
                yield Notice(path, line, f"there is no key `{key}`; did you mean `{near[0]}`?", error=True)
        elif key in ("title", "parent"):
            if isinstance(value, dict | list):
                yield Notice(path, line, f"`{key}` must be one text; put it between quotation marks", error=True)
        elif not isinstance(value, list | str | None) or any(
            not isinstance(each, str | int | float) or isinstance(each, bool) for each in value or ()
        ):
            remedy = "it must be a list of phrases, each on a line of its own after `- `; put between quotation marks"
            yield Notice(
                path, line, f"`{key}` is wrong: {remedy} one that holds a colon or is `yes` or `no`", error=True
            )
    for phrase, line in _phrases(values, nodes, "terms"):
        count = len(phrase.split())
        if count > LONGEST_TERM:
            text = f"the term “{phrase[:40]}…” has {count} words, and texts will hardly say just that; use a phrase"
            yield Notice(path, line, text)
        elif not texts.tokens(phrase):
            yield Notice(path, line, "a term is empty; delete its line")


def _phrases(values: dict[object, object], nodes: dict[str, tuple[int, yaml.Node]], key: str) -> list[tuple[str, int]]:
    """Return the phrases under a key with the line of each, none of them empty; one phrase may stand without a list."""
    value = values.get(key)
    if value is None or isinstance(value, dict):
        return []
    line, node = nodes[key]
    if not isinstance(value, list):
        return [(str(value).strip(), line)] if str(value).strip() else []
    lines = [each.start_mark.line + 2 for each in node.value]
    return [(str(each).strip(), at) for each, at in zip(value, lines, strict=True) if str(each).strip()]


def load(folder: Path) -> tuple[tuple[Topic, ...], tuple[Notice, ...]]:
    """Return the topics in a folder, by file name, `index.md` left out, and what is wrong with the files."""
    found: list[Topic] = []
    notices: list[Notice] = []
    for path in sorted(folder.glob("*.md")):
        if path.name == "index.md":
            continue
        place = f"{folder.name}/{path.name}"
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            notices.append(Notice(place, 0, f"it cannot be read: {error}; save it as UTF-8 text", error=True))
            continue
        topic, complaints = parse(place, text)
        notices.extend(complaints)
        if topic is not None:
            found.append(topic)
    return tuple(found), tuple(notices)


def terms_of(topic: Topic) -> tuple[Term, ...]:
    """Return the phrases by which a topic is recognised: its terms and its title, each once in all its inflections.

    With a term for what is done goes the one who does it: `marriage counselor` with `marriage counseling`.
    """
    found: list[Term] = []
    doers = [Term(doer, term.line) for term in topic.terms for doer in _doer(term.text)]
    for term in (*topic.terms, Term(topic.title), *doers):
        if not any(_same(term.text, other.text) for other in found):
            found.append(term)
    return tuple(found)


def _doer(phrase: str) -> Iterator[str]:
    """Name the one who does what a phrase of several words says."""
    what, _, last = phrase.rpartition(" ")
    for ending, doer in (("counseling", "counselor"), ("counselling", "counsellor"), ("therapy", "therapist")):
        if what and last.lower() == ending:
            yield f"{what} {doer}"


def phrases(topics: Iterable[Topic]) -> tuple[Phrase, ...]:
    """Return what to look for in texts: the terms of every topic and its `not_terms`.

    A phrase that several topics claim is one phrase with several owners.
    """
    found: dict[tuple[Sort, tuple[str, ...]], list[tuple[str, list[str]]]] = {}

    def claim(sort: Sort, text: str, slug: str) -> None:
        alike = found.setdefault((sort, _shape(text)), [])
        owners = next((owners for other, owners in alike if _same(text, other)), None)
        if owners is None:
            alike.append((text, [slug]))
        elif slug not in owners:
            owners.append(slug)

    for topic in sorted(topics, key=lambda each: each.slug):
        for term in terms_of(topic):
            claim(Sort.TERM, term.text, topic.slug)
        for text in topic.not_terms:
            claim(Sort.NOT, text, topic.slug)
    return tuple(Phrase(sort, text, tuple(owners)) for (sort, _), alike in found.items() for text, owners in alike)


@lru_cache(maxsize=1 << 14)
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(content([phrase[token.start : token.end] for token in texts.tokens(phrase)]))


@lru_cache(maxsize=1 << 14)
def _shape(phrase: str) -> tuple[str, ...]:
    return tuple(texts.key(word) for word in _words(phrase))


def _same(one: str, other: str) -> bool:
    """Whether two phrases are the same but for inflection and spelling."""
    if one == other:
        return True
    if _shape(one) != _shape(other):
        return False
    return all(map(texts.same_word, _words(one), _words(other)))


@dataclass(frozen=True, slots=True)
class Weights:
    """What the whole corpus says about each phrase, by its number in `phrases`.

    `rarity` is BM25's inverse document frequency over sections; `share` the share of guides that say it; `pull` how
    much more often than elsewhere another phrase of its topic stands in the sections that say it (0: not more often;
    1: always); `strong` whether it says by itself what it is about: it has several words, or is a word of the
    topic's title; `thing` the share of its telling uses that are a noun's; `form` how it reads in a list of subjects;
    `rate` how often a word of the corpus is it. `average` is the words of a section; `names` has the words of each
    topic's title.
    """

    phrases: tuple[Phrase, ...]
    rarity: tuple[float, ...]
    share: tuple[float, ...]
    pull: tuple[float, ...]
    strong: tuple[bool, ...]
    thing: tuple[float, ...]
    form: tuple[str, ...]
    rate: tuple[float, ...]
    average: float
    guides: int
    names: Mapping[str, frozenset[str]]

    def common(self, phrase: int) -> bool:
        """Whether more than half of the guides say a phrase."""
        return self.guides >= _FEW_GUIDES and self.share[phrase] > _EVERYWHERE

    def everywhere(self, phrase: int) -> bool:
        """Whether a phrase is everybody's word: most guides say it, whatever they are about."""
        return self.common(phrase) and not self.strong[phrase] and self.pull[phrase] < _BOUND

    def means_little(self, phrase: int, count: int, words: int) -> bool:
        """Whether `count` mentions among `words` words are no more than everybody's word comes to by itself."""
        return self.everywhere(phrase) and (count < _TELLING or count < _OFTEN * self.rate[phrase] * words)


_EVERYWHERE = 0.5
_OFTEN = 2
_FEW_GUIDES = 8
# A phrase that pulls more than this is bound to its topic, however common.
_BOUND = 0.5
# Fewer sections than this tell little about the company that a phrase keeps. Then a word needs company where it stands;
# in a corpus of a few guides, where nothing can be told of any word, the editor's choice of terms is trusted.
_TELLING = 3
_UNKNOWN, _TRUSTED = 0.13, 0.15


def weigh(every: Sequence[Mentions], phrases: tuple[Phrase, ...], topics: Iterable[Topic]) -> Weights:
    """Return the weights of phrases in a corpus."""
    sections, guides, company, times = Counter[int](), Counter[int](), Counter[int](), Counter[int]()
    owned_by: Counter[str] = Counter()
    nouns, verbs = Counter[int](), Counter[int]()
    forms: dict[int, Counter[str]] = {}
    count, words = 0, 0
    for said in every:
        count += sum(not section.apart for section in said.sections)
        words += said.words
        here: dict[int, set[int]] = {}
        for hit in said.hits:
            if hit.use is Use.NOUN:
                nouns[hit.phrase] += 1
            elif hit.use is Use.VERB:
                verbs[hit.phrase] += 1
            if hit.field is not Field.OUTER:
                here.setdefault(hit.section, set()).add(hit.phrase)
        guides.update({hit.phrase for hit in said.hits})
        for phrase, form, uses in said.forms:
            forms.setdefault(phrase, Counter())[form] += uses
            times[phrase] += uses
        for found in here.values():
            sections.update(found)
            owned: dict[str, int] = {}
            for each in found:
                for owner in phrases[each].owners:
                    owned[owner] = owned.get(owner, 0) + 1
            owned_by.update(owned.keys())
            company.update([each for each in found if any(owned[owner] > 1 for owner in phrases[each].owners)])
    number = range(len(phrases))
    titles = {topic.slug: keys_of(topic.title) for topic in topics}
    unknown = _UNKNOWN if len(every) >= _FEW_GUIDES else _TRUSTED
    return Weights(
        phrases=phrases,
        rarity=tuple(log(1 + (count - sections[each] + 0.5) / (sections[each] + 0.5)) for each in number),
        share=tuple(guides[each] / max(1, len(every)) for each in number),
        pull=tuple(
            _pull(
                sections[each],
                company[each],
                max((owned_by[owner] for owner in phrases[each].owners), default=0),
                count,
                unknown,
            )
            if sections[each] >= _TELLING
            else unknown
            for each in number
        ),
        strong=tuple(_strong(phrase, titles) for phrase in phrases),
        thing=tuple(nouns[each] / max(1, nouns[each] + verbs[each]) for each in number),
        form=tuple(_form(forms.get(each), phrases[each].text) for each in number),
        rate=tuple(times[each] / max(1, words) for each in number),
        average=words / max(1, count),
        guides=len(every),
        names=titles,
    )


def _pull(said: int, accompanied: int, owned: int, count: int, unknown: float) -> float:
    """Return how much more often a phrase has company of its topic than a section of the corpus has such phrases.

    A few sections prove little: theirs is drawn towards what a phrase of which nothing is known has.
    """
    usual = (owned - said + accompanied) / max(1, count)
    seen = max(0.0, (accompanied / said - usual) / max(0.01, 1 - usual))
    return (said * seen + unknown) / (said + 1)


@lru_cache(maxsize=1 << 12)
def keys_of(text: str, language: str = "en") -> frozenset[str]:
    """Return the keys of the words of a text that say something."""
    said = {word.lower().replace("’", "'") for word in texts.words(text)}
    return frozenset(texts.key(word, language) for word in said - texts.STOPWORDS if len(word) > 2)


# Where a link of a topic's page leads.
_ADDRESS = re.compile(r"\]\([^()\n]*\)")


def _strong(phrase: Phrase, titles: Mapping[str, frozenset[str]]) -> bool:
    said = keys_of(phrase.text)
    if len(said) > 1 or not texts.words(phrase.text):
        return True
    return any(said <= titles.get(owner, frozenset()) for owner in phrase.owners) if said else False


def _form(forms: Counter[str] | None, text: str) -> str:
    """Return how a phrase reads in a list of subjects: as the editor wrote it, or in its plural where that is usual."""
    forms = forms or Counter()
    if text.lower().endswith(("s", "ed", "ing")):
        return text
    usual = sum(forms.values())
    plurals = [form for form in forms if form.endswith("s") and not form.endswith(("'s", "’s", "ss"))]
    best = min(plurals, key=lambda form: (-forms[form], form), default="")
    return best if best and forms[best] * 4 >= usual else text


# BM25F (Robertson, Zaragoza, Taylor 2004): a mention counts by its field, then once for all fields saturates. No
# library weighs fields of phrases, and the formula is four lines.
_FIELDS = {
    Field.TITLE: 3.0,
    Field.HEADING: 3.0,
    Field.OUTER: 1.0,
    Field.SUMMARY: 1.0,
    Field.OPENING: 1.5,
    Field.BODY: 1.0,
}
_SATURATION = 1.2
_LENGTH = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """How much a section has to do with a topic. `named` says that its heading or title names the topic."""

    topic: str
    section: int
    score: float
    named: bool
    treats: bool
    evidence: tuple[Evidence, ...]


def scores(said: Mentions, weights: Weights) -> tuple[Score, ...]:
    """Return, for each section of a guide and each topic that it mentions, how much, by section and then best first."""
    by_section: dict[int, dict[str, list[Hit]]] = {}
    times = Counter(hit.phrase for hit in said.hits if hit.field in _INSIDE)
    faint = {hit.phrase for hit in said.hits if weights.means_little(hit.phrase, times[hit.phrase], said.words)}
    for hit in said.hits:
        for owner in weights.phrases[hit.phrase].owners:
            by_section.setdefault(hit.section, {}).setdefault(owner, []).append(hit)
    found: list[Score] = []
    for index in sorted(by_section):
        section = said.sections[index]
        here = [_score(topic, section, hits, weights, faint) for topic, hits in by_section[index].items()]
        if index == 0:
            here = [_namesake(each, said.title, weights) for each in here]
        best = max(each.score for each in here)
        here = [each if each.score >= _CLOSE * best or each.named else replace(each, treats=False) for each in here]
        found += sorted(here, key=lambda each: (-each.score, each.topic))
    if not any(each.treats for each in found):
        found = _at_least_one(found)
    return tuple(found)


# A section treats no topic that another beats by so much.
_CLOSE = 0.4


def _score(topic: str, section: Section, hits: Sequence[Hit], weights: Weights, faint: Collection[int]) -> Score:
    counts: dict[int, dict[Field, int]] = {}
    for hit in hits:
        fields = counts.setdefault(hit.phrase, {})
        fields[hit.field] = fields.get(hit.field, 0) + 1
    length = 1 - _LENGTH + _LENGTH * section.words / max(1.0, weights.average)
    evidence: list[Evidence] = []
    for phrase, fields in counts.items():
        shares = {
            field: _FIELDS[field] * times / (length if field in _INSIDE else 1)
            for field, times in sorted(fields.items())
        }
        amount = sum(shares.values())
        value = (
            weights.rarity[phrase] * (_SATURATION + 1) / (amount + _SATURATION) / len(weights.phrases[phrase].owners)
        )
        evidence += [
            Evidence(weights.phrases[phrase].text, field, fields[field], round(value * share, 3))
            for field, share in shares.items()
        ]
    evidence.sort(key=lambda each: (-each.score, each.term, each.field))
    telling = [hit for hit in hits if hit.phrase not in faint]
    inside = any(hit.field in _INSIDE for hit in telling)
    named = any(
        hit.field is Field.TITLE
        or (
            hit.field is Field.HEADING
            and (inside or section.words < _BRIEF or len(texts.words(weights.phrases[hit.phrase].text)) > 1)
        )
        for hit in telling
    )
    treats = not section.apart and (named or _dwells(section, [hit for hit in telling if hit.field in _INSIDE]))
    return Score(topic, section.index, round(sum(each.score for each in evidence), 3), named, treats, tuple(evidence))


def _namesake(score: Score, title: str, weights: Weights) -> Score:
    """Raise the score of a guide whose title has all words of the topic's: nothing is more about it."""
    name = weights.names.get(score.topic)
    if not score.named or not name or not name <= keys_of(title):
        return score
    worth = round(max(weights.rarity) * _NAMESAKE, 3)
    evidence = Evidence(title, Field.TITLE, 1, worth)
    return replace(score, score=round(score.score + worth, 3), evidence=(evidence, *score.evidence))


_NAMESAKE = 2.0
_INSIDE = (Field.BODY, Field.OPENING)
# A longer section whose heading names a topic by one word, and which never speaks of it again, uses the word for
# something else (`What Silence Costs`).
_BRIEF = 40


def _dwells(section: Section, hits: Sequence[Hit]) -> bool:
    """Whether mentions in a section's text are so many, various and widely spread that it treats their topic."""
    various = len({hit.phrase for hit in hits})
    spread = len({hit.block for hit in hits}) > 1 or section.last - section.first <= 2
    enough = len(hits) >= 3 if various > 1 else len(hits) >= 4
    return enough and spread and len(hits) * 100 >= section.words


def _at_least_one(found: list[Score]) -> list[Score]:
    """Let a guide without a topic have the one that it says most about, where it says enough in all."""
    sums: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for each in found:
        sums[each.topic] += round(each.score * 1000)
        mentions[each.topic] += sum(evidence.count for evidence in each.evidence if evidence.field is not Field.OUTER)
    enough = [topic for topic in sums if mentions[topic] >= 3]
    if not enough:
        return found
    topic = min(enough, key=lambda each: (-sums[each], each))
    best = max((each for each in found if each.topic == topic), key=lambda each: (each.score, -each.section))
    return [replace(each, treats=True) if each is best else each for each in found]


def main_first(scores: Sequence[Score]) -> list[Score]:
    """Return the scores of a guide by topic, the one that most of the guide treats first, then by section."""
    sums: Counter[str] = Counter()
    for each in scores:
        in_title = 3 if each.named and not each.section else 1
        sums[each.topic] += round(1000 * each.score) * in_title * (3 if each.treats else 1)
    return sorted(scores, key=lambda each: (-sums[each.topic], each.topic, each.section))


def complaints(topics: Sequence[Topic], treated: Collection[str]) -> tuple[Notice, ...]:
    """Tell the editor of topics that no guide treats (`treated` are the slugs of the others), and of unclear files."""
    slugs = {topic.slug for topic in topics}
    found: list[Notice] = []
    claimed: dict[tuple[str, ...], list[tuple[Topic, Term]]] = {}
    for topic in sorted(topics, key=lambda each: each.slug):
        if topic.slug not in treated:
            remedy = "add terms as the guides say them, or guides that treat it, or delete the file"
            found.append(Notice(topic.path, 1, f"no guide treats the topic “{topic.title}”; {remedy}"))
        for key, slug in [("parent", topic.parent), *(("see_also", each) for each in topic.see_also)]:
            if slug and slug not in slugs:
                near = difflib.get_close_matches(slug, sorted(slugs), n=1)
                hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(sorted(slugs))}"
                found.append(Notice(topic.path, 1, f"`{key}` names the topic `{slug}`, and there is none; {hint}"))
        for term in terms_of(topic):
            claimed.setdefault(_shape(term.text), []).append((topic, term))
    for claims in claimed.values():
        for place, (topic, term) in enumerate(claims):
            for other, same in claims[:place]:
                if other.slug != topic.slug and _same(term.text, same.text):
                    at = f"{other.path}:{same.line}" if same.line else other.path
                    text = (
                        f"the term “{term.text}” belongs to “{other.title}”, too ({at}); links then go by the words "
                        "around it. Keep it in one of them, or make it longer"
                    )
                    found.append(Notice(topic.path, term.line, text))
    return tuple(found)
