"""A search index in small files: pages and the editor's words in, file names and bytes out.

The reader's browser loads nothing before a query, then only the files that hold the words of the query and the pages
it shows; all are scripts, so that they load from a folder on a disk as well. `overrides/assets/javascripts/` has the
engine that reads them. Made for ten thousand guides: a common word keeps the sections that it says most about.

    index.js      what is needed for every query: where words are, synonyms, how many sections each page has
    words.js      the more frequent words, to complete a word half typed and to correct a word mistyped
    w/<n>.js      words in order: how many sections have a word, its forms, and its sections, best first
    p/<n>.js      a page: address, title, and its sections' headings and text
    asked.js      what readers asked before, with the pages that answer it; only where an editor has written examples
"""

from __future__ import annotations

import hashlib
import json
import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import lxml.html
import yaml

from guidewright import text as texts
from guidewright.asked import GRADES
from guidewright.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from guidewright.asked import Example

# BM25F (Robertson and Zaragoza, 2009): how much a word counts in a field, and how far a field's length matters.
WEIGHTS = {"title": 8.0, "heading": 3.0, "keywords": 5.0, "body": 1.0}
LENGTH_MATTERS = {"title": 0.4, "heading": 0.4, "keywords": 0.3, "body": 0.5}
SATURATION = 3.0
# A score says how much a section is about a word, from 1 to this. How rare the word is, the engine adds.
FULL = 64
# A word keeps this many sections at most, those with the highest score.
MOST_SECTIONS = 4096
# A file of words holds about this many characters; a word with many sections has a file of its own.
FILE_SIZE = 8000
# The words to complete and correct with: what is rarer is more often a name or an error itself.
MOST_WORDS = 20_000
# Words given more forms than the pages have (`afford`: affords, afforded): the most frequent.
MOST_INFLECTED = 4000
# Pages kept that treat what another page is about, the best ones.
MOST_KIN = 40
NO_TEXT = frozenset({"script", "style", "template", "svg", "button", "select", "textarea", "input", "noscript"})
BLOCKS = frozenset(
    """address article aside blockquote br caption dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5
    h6 hr label legend li ol p pre section summary table td th tr ul""".split()  # noqa: SIM905
)
# Words that say nothing about what is looked for. Unlike `text.STOPWORDS` it keeps words such as `leave` and `help`.
IGNORED = frozenset(
    """a about all also am an and any anyone are aren't as at be because been being but by can can't cannot could
    couldn't did didn't do does doesn't doing don't even every for from get gets getting got had hadn't has hasn't
    have haven't having he he'd he'll he's her here hers herself him himself his how i i'd i'll i'm i've if in into is
    isn't it it's its itself just let's like may me might mine must my myself no not now of off oh on only or our ours
    ourselves please really shall she she'd she'll she's should shouldn't so some someone something such than that
    that's the their theirs them themselves then there there's these they they'd they'll they're they've thing things
    this those to too up us very was wasn't we we'd we'll we're we've were weren't what what's when where where's
    which while who who's whom whose why will with won't would wouldn't yet you you'd you'll you're you've your yours
    yourself yourselves feel feels feeling felt anymore
    im ive id dont doesnt didnt cant wont isnt arent wasnt werent hasnt havent wouldnt couldnt
    shouldnt youre theyre hes shes thats whats""".split()  # noqa: SIM905
)
# Words between which the phrases of an editor's rules do not tell: `doesn't let me` is `never lets me`.
ALIKE = (
    "not no never don't doesn't didn't won't wouldn't can't cannot couldn't isn't aren't wasn't weren't shouldn't",
    "he she they him her them his hers their theirs",
    "himself herself themselves",
    "is are was were has have had been being am be",
)
# Headings over lists of books and addresses, which have many words and answer no question.
LISTS = frozenset({"references", "sources", "bibliography", "works cited", "notes", "further reading"})
IN_LISTS = 0.3
RULE_KEYS = ("same", "also", "about", "first", "ignore")


class Section(NamedTuple):
    """A heading with its anchor and the text up to the next heading. The first of a page has neither."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A published page as readers see it. `url` is relative to the site's front page; `kind` is what to filter by.

    `source` is the path that an editor knows it by (`guides/x.md`). `keywords` are searched and not shown. `boost`
    makes a page count for more (above 1) or less in the order of results. `kin` are (path, 0 to 1) of pages that treat
    what this one is about, and how much they do: where this one is an answer, they are one, too.
    """

    source: str
    url: str
    title: str
    kind: str
    sections: tuple[Section, ...]
    keywords: str = ""
    boost: float = 1.0
    kin: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What an editor says about words.

    `same` are groups of phrases that find one another. `also` are (phrase, phrases that it finds too). `about` are
    (path of a page, phrases that speak of what that page is about); `first` are the same, and bring the page before
    all others. A path may end in `#anchor` for a section. `ignore` are words that say nothing.
    """

    same: tuple[tuple[str, ...], ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    about: tuple[tuple[str, tuple[str, ...]], ...] = ()
    first: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ignore: tuple[str, ...] = ()


def sections(html: str) -> tuple[Section, ...]:
    """Return the sections of a page's content: one above all headings, then one per h2 or h3 that has an anchor.

    The h1 is the page's title and belongs to none. Permalinks, scripts and form fields have no words for a reader.
    """
    found: list[Section] = []
    anchor = heading = ""
    pieces: list[str] = []
    for element in lxml.html.fragments_fromstring(f"<div>{html}</div>") if html.strip() else ():
        for tag, said in _said(element):
            if tag is None:
                pieces.append(said)
                continue
            found.append(Section(anchor, heading, _clean(pieces)))
            anchor, heading = tag.get("id", ""), said
            pieces = []
    found.append(Section(anchor, heading, _clean(pieces)))
    return tuple(found)


def _said(element: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    """Yield (None, text) for text in order, and (heading element, its text) where a section begins."""
    tag = element.tag
    if not isinstance(tag, str) or tag in NO_TEXT or "headerlink" in element.get("class", "").split():
        return
    if tag == "h1":
        return
    if tag in ("h2", "h3") and element.get("id"):
        yield element, _clean([said for _, said in _inside(element)])
        return
    if tag in BLOCKS:
        yield None, _BREAK
    yield from _inside(element)
    if tag in BLOCKS:
        yield None, _BREAK


def _inside(element: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    if element.text:
        yield None, element.text
    for child in element:
        yield from _said(child)
        if child.tail:
            yield None, child.tail


# No text of HTML has this sign.
_BREAK = "\0"


def _clean(pieces: list[str]) -> str:
    """Return a text in one line; a dot stands between items and cells, which end without a sign."""
    said = ""
    for block in "".join(pieces).split(_BREAK):
        if text := " ".join(block.split()):
            said += f"{' · ' if said[-1:].isalnum() else ' ' * bool(said)}{text}"
    return said


def parse(path: str, text: str) -> tuple[Rules, tuple[Notice, ...]]:
    """Return the rules that a file states, and what is wrong with it, by line. A file with errors gives no rules."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        remedy = "put a text that holds a colon, #, * or quotes between quotation marks"
        return Rules(), (Notice(path, mark.line + 1 if mark else 1, f"{problem}; {remedy}", error=True),)
    if node is None:
        return Rules(), ()
    reader = _RuleReader(path, [])
    rules = reader.rules(node)
    notices = tuple(reader.notices)
    return (Rules() if notices else rules), notices


class _RuleReader(NamedTuple):
    """Reads YAML nodes, which know their lines, and notes what is wrong."""

    path: str
    notices: list[Notice]

    def wrong(self, node: yaml.Node, text: str) -> None:
        self.notices.append(Notice(self.path, node.start_mark.line + 1, text, error=True))

    def rules(self, node: yaml.Node) -> Rules:
        parts = {}
        for key, value in self.pairs(node, "the file"):
            if key.value in RULE_KEYS:
                parts[key.value] = value
            else:
                known = ", ".join(f"`{each}`" for each in RULE_KEYS)
                self.wrong(key, f"there is no key `{key.value}`; there are {known}")
        return Rules(
            same=tuple(
                map(self.group, self.items(parts["same"], "`same`", "groups of phrases") if "same" in parts else ())
            ),
            also=self.named(parts.get("also"), "also", phrases=True),
            about=self.named(parts.get("about"), "about", phrases=False),
            first=self.named(parts.get("first"), "first", phrases=False),
            ignore=self.phrases(parts["ignore"], "ignore") if "ignore" in parts else (),
        )

    def named(self, node: yaml.Node | None, name: str, *, phrases: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (name, phrases) pairs; the name is a phrase itself, or a path."""
        found = []
        for key, value in self.pairs(node, f"`{name}`") if node else ():
            if not phrases or self.sayable(key, key.value):
                found.append((key.value, self.phrases(value, key.value)))
        return tuple(found)

    def group(self, node: yaml.Node) -> tuple[str, ...]:
        phrases = self.phrases(node, "a group")
        if len(phrases) == 1:
            self.wrong(node, f"a group needs two phrases or more; “{phrases[0]}” stands alone")
        return phrases

    def phrases(self, node: yaml.Node, name: str) -> tuple[str, ...]:
        found = []
        for each in self.items(node, f"“{name}”", "phrases"):
            if not isinstance(each, yaml.ScalarNode) or each.tag != "tag:yaml.org,2002:str":
                self.wrong(
                    each, "a phrase must be text; put numbers and words such as yes, no, on between quotation marks"
                )
            elif self.sayable(each, each.value):
                found.append(each.value)
        return tuple(found)

    def sayable(self, node: yaml.Node, phrase: str) -> bool:
        if not texts.words(phrase):
            self.wrong(node, f"“{phrase}” has no word in it; delete it")
        return bool(texts.words(phrase))

    def items(self, node: yaml.Node, name: str, what: str) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, f"{name} must be a list of {what}, such as [one, another]")
            return []
        return list(node.value)

    def pairs(self, node: yaml.Node, name: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{name} must be a list of `key: value` lines")
            return []
        return list(node.value)


def index(
    pages: Iterable[Page], rules: Rules = Rules(), language: str = "en", examples: Sequence[Example] = ()
) -> tuple[dict[str, bytes], list[str]]:
    """Return the files of the index by name, and complaints about `rules` that only the pages can show.

    `examples` are queries with the pages that answer them; of those, pages that are not there are passed over. Equal
    pages, rules and examples give equal bytes. Pages are numbered by kind, then path. Time and space grow with the
    words of the pages.
    """
    ordered = sorted(pages, key=lambda page: (page.kind, page.source))
    vocabulary = _Vocabulary(language)
    places = _places(ordered, vocabulary)
    meaning = _Meaning(rules, vocabulary, ordered)
    for stem in meaning.stems():
        places.setdefault(stem, _Places())
    words, bounds = _word_files(places, vocabulary.forms(places, set(meaning.ignored.values())))
    contents = {
        **{f"w/{number}": text for number, text in enumerate(words)},
        **{f"p/{number}": _json(_page_data(page)) for number, page in enumerate(ordered)},
        "words": _json(_known_words(places, vocabulary)),
        "index": _json(
            {
                "pages": [len(page.sections) for page in ordered],
                "kinds": _runs([page.kind for page in ordered]),
                "boosts": {str(number): page.boost for number, page in enumerate(ordered) if page.boost != 1},
                "kin": _kin(ordered),
                "bounds": bounds,
                "asked": bool(examples),
                **meaning.data(),
            }
        ),
    }
    if examples:
        contents["asked"] = _json(_asked(examples, ordered, places, vocabulary))
    # Files of two builds never mix: a browser that has kept an old one sees that its mark is not the new one.
    whole = hashlib.sha256()
    for name in sorted(contents):
        whole.update(f"{name} {contents[name]}\n".encode())
    mark = whole.hexdigest()[:10]
    call = f'guidewrightSearch("%s","{mark}",%s);\n'
    return {f"{name}.js": (call % (name, text)).encode() for name, text in contents.items()}, meaning.complaints


def _json(data: object) -> str:
    """Return JSON that may stand in a script, without `<` as such, line separators or halves of characters."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return text.encode("utf-8", "replace").decode("utf-8")


def _runs(kinds: Sequence[str]) -> list[list[object]]:
    """Return [kind, number of its first page, number after its last] for sorted kinds."""
    return [[kind, kinds.index(kind), bisect_right(kinds, kind)] for kind in sorted(set(kinds))]


def _kin(pages: Sequence[Page]) -> list[list[int]]:
    """Return [page, number of a page that treats what it is about, how much in per cent, another …]."""
    numbers = {page.source: number for number, page in enumerate(pages)}
    found = []
    for number, page in enumerate(pages):
        near = [(numbers[source], round(100 * share)) for source, share in page.kin if source in numbers][:MOST_KIN]
        if near:
            found.append([number, *(each for pair in near for each in pair)])
    return found


def _asked(
    examples: Sequence[Example], pages: Sequence[Page], places: Mapping[str, _Places], vocabulary: _Vocabulary
) -> dict[str, object]:
    """Return the words of all examples, and of each its words in order, and its answers by grade, the best first.

    Words and pages are numbers. A word that the site does not have stands as it is typed, so that a typing error in an
    example corrects nothing. Frequent words have short numbers, and examples with the same answers stand together: so
    it is a fifth smaller when it is sent.
    """
    numbers = {page.source: number for number, page in enumerate(pages)}
    said = [
        [stem if (stem := texts.key(word, vocabulary.language)) in places else texts.fold(word) for word in words]
        for words in (texts.words(each.query.lower()) for each in examples)
    ]
    often = Counter(word for query in said for word in query)
    words = sorted(often, key=lambda word: (-often[word], word))
    place = {word: number for number, word in enumerate(words)}
    rows = sorted(
        (
            [
                sorted(numbers[page] for page, its in each.answers if its == grade and page in numbers)
                for grade in sorted(GRADES.values(), reverse=True)
            ],
            [place[word] for word in query],
        )
        for each, query in zip(examples, said, strict=True)
    )
    return {"words": words, "answers": [answers for answers, _ in rows], "queries": [query for _, query in rows]}


def _page_data(page: Page) -> dict[str, object]:
    return {"url": page.url, "title": page.title, "kind": page.kind, "sections": page.sections}


class _Places:
    """The sections that have a word, in order, each with what the word weighs there: `section << BITS | weight`."""

    __slots__ = ("packed",)

    def __init__(self) -> None:
        self.packed = array("Q")

    @property
    def number(self) -> int:
        """How many sections have the word."""
        return len(self.packed)

    def best(self) -> list[list[int]]:
        """Return [score, section, steps to the next sections ...] by falling score."""
        chosen: Iterable[int] = self.packed
        if self.number > MOST_SECTIONS:
            least = sorted(each & MASK for each in self.packed)[-MOST_SECTIONS]
            above = [each for each in self.packed if each & MASK > least]
            equal = [each for each in self.packed if each & MASK == least]
            chosen = sorted(above + equal[: MOST_SECTIONS - len(above)])
        by_score: dict[int, list[int]] = {}
        for each in chosen:
            by_score.setdefault(_score(each & MASK), []).append(each >> BITS)
        return [
            [score, here[0], *(after - before for before, after in pairwise(here))]
            for score, here in sorted(by_score.items(), reverse=True)
        ]


# A weight is stored in parts of a thousand or so.
BITS = 20
MASK = (1 << BITS) - 1
PARTS = 1024


@cache
def _score(weight: int) -> int:
    return max(1, round(FULL * weight / (weight + SATURATION * PARTS)))


def _places(pages: Sequence[Page], vocabulary: _Vocabulary) -> dict[str, _Places]:
    """Return where each stem is. Sections are numbered through all pages."""
    places: dict[str, _Places] = defaultdict(_Places)
    average = _average_lengths(pages)
    for number, fields in enumerate(fields for page in pages for fields in _fields(page)):
        total: dict[str, float] = {}
        lists = dict(fields).get("heading", "").casefold() in LISTS
        for name, text in fields:
            matters = LENGTH_MATTERS[name]
            weight = WEIGHTS[name] * (IN_LISTS if lists and name in ("heading", "body") else 1)
            factor = PARTS * weight / (1 - matters + matters * len(text.split()) / average[name])
            for stem, count in vocabulary.count(text):
                total[stem] = total.get(stem, 0.0) + factor * count
        total.pop("", None)
        here = number << BITS
        for stem, weight in total.items():
            places[stem].packed.append(here | min(MASK, int(weight)))
    return dict(places)


def _fields(page: Page) -> Iterator[list[tuple[str, str]]]:
    """Yield the (field, text) pairs of each section; the page's title belongs to its first."""
    for number, section in enumerate(page.sections):
        fields = [("heading", section.heading), ("body", section.text)]
        if number == 0:
            fields += [("title", page.title), ("keywords", page.keywords)]
        yield [(name, text) for name, text in fields if text]


def _average_lengths(pages: Sequence[Page]) -> dict[str, float]:
    """Return how many words each field has where it is not empty."""
    words: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for page in pages:
        for fields in _fields(page):
            for name, text in fields:
                words[name] += len(text.split())
                found[name] += 1
    return {name: max(1.0, words[name] / max(1, found[name])) for name in WEIGHTS}


# In text without accents of their own and unseen signs, words are simpler to find, and are the same.
_UNUSUAL = re.compile("\u00ad|[^\x00-\u02ba\u02bd-\u02ff\u2010-\u2027]")
_USUAL_WORD = re.compile("[^\\W_]+(?:['’][^\\W_]+)*")


class _Vocabulary:
    """The words of the pages as written, folded, with the stem of each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.stem_of: dict[str, str] = {}
        self.stem = cache(self._stem)

    def _stem(self, word: str) -> str:
        """Return the stem of a word in lower case; what it is folded to becomes a word of the vocabulary."""
        folded = texts.fold(word)
        stem = texts.key(word, self.language)
        if folded:
            self.stem_of[folded] = stem
        return stem

    def count(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield stems and how often a text has them; a stem comes once for each of its forms."""
        lower = text.lower()
        words = (texts.WORD if _UNUSUAL.search(lower) else _USUAL_WORD).findall(lower)
        stem_of = self.stem
        for word, count in Counter(words).items():
            yield stem_of(word), count

    def phrase(self, text: str) -> list[str]:
        """Return the stems of a phrase in order."""
        return [stem for word in texts.words(text.lower()) if (stem := self.stem(word))]

    def forms(self, places: Mapping[str, _Places], plain: set[str]) -> dict[str, list[str]]:
        """Return the forms of each stem that a reader may type: those that occur, and regular ones that do not.

        The stems in `plain` have no further forms.
        """
        forms: dict[str, set[str]] = defaultdict(set)
        for word, stem in self.stem_of.items():
            forms[stem].add(word)
        often = sorted(places.keys() - plain, key=lambda stem: (-places[stem].number, stem))[:MOST_INFLECTED]
        for stem in often if self.language[:2] in ("", "en") else ():
            tried: dict[str, bool] = {}

            def fits(word: str, stem: str = stem, tried: dict[str, bool] = tried) -> bool:
                if word not in tried:
                    tried[word] = word not in self.stem_of and texts.key(word, self.language) == stem
                return tried[word]

            words = sorted(word for word in forms[stem] if word.isalpha() and len(word) > 2)
            bare = [less for word in words for less in _bare(word) if fits(less)]
            root = min((*words, *bare), key=lambda word: (len(word), word), default="")
            forms[stem].update(bare)
            forms[stem].update(filter(fits, _inflected(root)))
            forms[stem].update(other for word in (*words, *bare) for other in _respelt(word) if fits(other))
        return {stem: sorted(forms[stem]) for stem in places}


# British spellings, by what they may look like in American spelling; `text.key` has the last word on each.
_SPELLINGS = (
    ("or", "our"), ("iz", "is"), ("yz", "ys"), ("el", "ell"), ("er", "re"), ("ense", "ence"), ("og", "ogue"),
    ("skep", "scep"), ("ill", "il"), ("gment", "gement"), ("gram", "gramme"), ("mom", "mum"), ("gray", "grey"),
)  # fmt: skip
_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")


def _bare(word: str) -> Iterator[str]:
    """Yield what may be an English word without its ending."""
    for ending, instead in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield word[: -len(ending)] + instead


def _inflected(root: str) -> Iterator[str]:
    """Yield what may be regular forms of an English word; a few are no words at all."""
    if root:
        yield from (root + ending for ending in ("s", "es", "d", "ed", "ing"))
        if root.endswith("e"):
            yield root[:-1] + "ing"
        elif root.endswith("y"):
            yield from (root[:-1] + "ies", root[:-1] + "ied")
        elif _DOUBLES.search(root):
            yield from (root + root[-1] + "ing", root + root[-1] + "ed")


def _respelt(word: str) -> Iterator[str]:
    """Yield a word in what may be its other spelling."""
    for pair in _SPELLINGS:
        for here, there in (pair, pair[::-1]):
            first, found, last = word.rpartition(here)
            if found:
                yield first + there + last
                yield word.replace(here, there, 1)


def _order(word: str) -> bytes:
    """Return what sorts as JavaScript compares strings."""
    return word.encode("utf-16-be", "replace")


def _word_files(places: Mapping[str, _Places], forms: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Return the files of words as JSON, and the first word of each file.

    A file has `words`, stem -> [sections that have it, its forms, their scores and numbers], and `also`: forms that
    would be looked for in this file, with their stems, which are in others.
    """
    entries: list[list[str]] = []
    bounds: list[str] = []
    size = FILE_SIZE
    for stem in sorted(places, key=_order):
        entry = _json([places[stem].number, " ".join(forms[stem]), places[stem].best()])
        if size + len(entry) > FILE_SIZE:
            entries.append([])
            bounds.append(stem if bounds else "")
            size = 0
        entries[-1].append(f"{_json(stem)}:{entry}")
        size += len(entry)
    keys = [_order(bound) for bound in bounds]
    strays: list[dict[str, str]] = [{} for _ in bounds]
    for stem in places:
        home = bisect_right(keys, _order(stem)) - 1
        for form in forms[stem]:
            file = bisect_right(keys, _order(form)) - 1
            if file != home:
                strays[file][form] = stem
    files = [
        f'{{"words":{{{",".join(here)}}},"also":{_json(dict(sorted(stray.items())))}}}'
        for here, stray in zip(entries, strays, strict=True)
    ]
    return files, bounds


def _known_words(places: Mapping[str, _Places], vocabulary: _Vocabulary) -> dict[str, str]:
    """Return the more frequent words in order, and for each a digit: how often, as a power of two in base 36."""
    known = {word: places[stem].number for word, stem in vocabulary.stem_of.items() if stem in places}
    often = sorted(known, key=lambda word: (-known[word], word))[:MOST_WORDS]
    often.sort(key=_order)
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return {"words": " ".join(often), "often": "".join(digits[known[word].bit_length()] for word in often)}


def _numbers(pages: Sequence[Page]) -> dict[str, tuple[int, int]]:
    """Return the number of each page and of the section in it, by `path` and `path#anchor`."""
    return {
        f"{page.source}{'#' * bool(section.anchor)}{section.anchor}": (number, at)
        for number, page in enumerate(pages)
        for at, section in reversed([*enumerate(page.sections)])
    }


class _Meaning:
    """The editor's rules with stems in place of words, and numbers in place of paths."""

    def __init__(self, rules: Rules, vocabulary: _Vocabulary, pages: Sequence[Page]) -> None:
        self.complaints: list[str] = []
        self.places = _numbers(pages)
        english = vocabulary.language[:2] in ("", "en")
        said = vocabulary.phrase
        self.alike = [said(words) for words in (ALIKE if english else ())]
        ignored = [*(IGNORED if english else ()), *rules.ignore]
        self.ignored = {
            texts.fold(word): stem for phrase in ignored for word in texts.words(phrase) for stem in said(word)
        }
        self.weak = sorted({texts.key(word) for word in texts.STOPWORDS} - set(self.ignored.values()))
        self.same = [[said(phrase) for phrase in group] for group in rules.same]
        self.also = [(said(phrase), [said(other) for other in others]) for phrase, others in rules.also]
        self.about, self.first = (
            [
                (*place, [said(phrase) for phrase in phrases])
                for path, phrases in named
                for place in self._place(name, path)
            ]
            for name, named in (("about", rules.about), ("first", rules.first))
        )

    def _place(self, name: str, path: str) -> Iterator[tuple[int, int]]:
        """Yield the (page, section) that a path of a rule names, or complain."""
        if path in self.places:
            yield self.places[path]
        else:
            what = "section" if path.partition("#")[0] in self.places else "page"
            self.complaints.append(f"`{name}` names {path}, and there is no such {what} in the site")

    def stems(self) -> list[str]:
        """Return every stem that a rule names, so that readers' forms of it are known."""
        phrases = [phrase for group in self.same for phrase in group]
        for phrase, others in self.also:
            phrases += [phrase, *others]
        for _, _, starts in (*self.about, *self.first):
            phrases += starts
        return sorted({*(stem for phrase in (*phrases, *self.alike) for stem in phrase), *self.ignored.values()})

    def data(self) -> dict[str, object]:
        """Return what the engine needs."""
        return {
            "ignored": dict(sorted(self.ignored.items())),
            "weak": " ".join(self.weak),
            "alike": self.alike,
            "same": self.same,
            "also": self.also,
            "about": self.about,
            "first": self.first,
        }


def plain(html: str) -> str:
    """Return the text of a piece of HTML, as sections have it."""
    return " ".join(part.text for part in sections(html)) if "<" in html or "&" in html else html
