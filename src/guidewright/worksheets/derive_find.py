"""Where in a guide there is something to answer, tick or complete, and where it only looks like it.

What is not certain is left out. Rhetorical questions, headings, quotations of the partner, lines that are shown as bad,
calls to buy or to phone, references and menus are never taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from guidewright.model import Kind, MarkKind
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_starters as models
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span
from guidewright.worksheets.derive_items import LONGEST, Evidence, Item, ItemKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from guidewright.model import Block, Guide

_REFERENCES = re.compile(
    r"(?:references?|sources?|notes|footnotes|bibliography|further reading|read more|works cited|literature|"
    r"related\b.*|about (?:the author|us)|comments?|resources)",
    re.IGNORECASE,
)
_CITATION = re.compile(r"\((?:\d{4}|n\.d\.)[^)]{0,20}\)|\bretrieved from\b|\bdoi\b|https?://|\bpp?\. \d", re.IGNORECASE)
# Somebody sells something, or an alarm: neither is a thing to tick.
_CALL = re.compile(
    r"\b(?:(?:contact|email|message|text|ring|phone|visit|write to|in touch with|reach out to) (?:me|us|our)\b|"
    r"send (?:me|us) an? \w+|call (?:me|us|our|now|today)|"
    r"(?:fill (?:in|out)|complete) (?:the|our|this) (?:\w+ )?form|"
    r"book (?:a|an|your) (?:\w+ )?(?:session|call|appointment|"
    r"consultation|seat|place|hour)|schedule (?:a|an|your) (?:\w+ )?(?:session|appointment|consultation|call|visit)|"
    r"sign up(?! for (?:an?|that|some) (?:\w+ )?(?:class|course|workshop|lesson|group|retreat|race|choir|club))|"
    r"subscribe|newsletter|follow (?:me|us)|download|click|our (?:practice|team|office|website)|"
    r"read (?:more|this post)|learn more|leave a comment|share this|get started|"
    r"ready to (?:start|begin|book|work with|take the)|looking for (?:a|an) (?:\w+ )?(?:therapist|counsell?or)|"
    r"live near|near you\?|free webinar|buy (?:my|our)|my (?:course|book|blog)|blog post)\b",
    re.IGNORECASE,
)
# Whoever wrote the guide; in a list of what to do, it is them whom the reader is to turn to.
_WRITERS = re.compile(r"\b(?:me|us|our)\b", re.IGNORECASE)
_ALARM = re.compile(
    r"\b(?:hotline|helpline|phone ?line|crisis line|emergency number|samaritans|police|911|999|112|988)\b"
    r"|\d{3}[ -]\d{3}",
    re.IGNORECASE,
)
# A list that is introduced with one of these is what the reader should not do or say ...
_AGAINST = re.compile(
    r"\b(?:avoid\w*|don'?t|do not(?! have| need)|never|mistakes?|wrong|harm\w*|won't|will not|instead of|rather than|"
    r"unhelpful|not to|pitfalls?|traps?|worse|close the door)\b",
    re.IGNORECASE,
)
_AGAINST_HEADING = re.compile(
    r"\b(?:what not|things? not|not to|mistakes?|don'?ts|pitfalls?|traps?|myths?|red flags?|warning signs?|"
    r"(?:things|phrases|words|lines|what|behaviou?rs?|habits) to avoid|(?:that|which) (?:ruin|spoil|hurt|kill|"
    r"damage|destroy|backfire|fail|sabotage|harm)\w*|close the door|makes? (?:it|things) worse|"
    r"(?:doesn't|don't|does not|do not) (?:work|help)|(?:is|are) not|isn't|aren't)\b",
    re.IGNORECASE,
)
_AGAINST_TITLE = re.compile(r"(?:please )?(?:don'?t'?s?|do not|never|avoid|not)(?: do)?\b:?", re.IGNORECASE)
# A heading over both, what to say and what not: there, only the words beside a thing tell which it is.
_BOTH_WAYS = re.compile(
    r"\bto (?:say|do|try)\b.*\bnot\b|\bnot to (?:say|do)\b.*\binstead\b|\bdo'?s\b.*\bdon'?t'?s\b", re.IGNORECASE
)
# ... and with one of these, what may happen to somebody.
_NOT_THINGS = re.compile(
    r"\b(?:signs?|symptoms?|reasons?|causes?|myths?|excuses|effects|is not|are not)\b", re.IGNORECASE
)
# Somebody else asks what the list asks.
_THEY_ASK = re.compile(
    r"\b(?:partner|spouse|husband|wife|he|she|they|men|women|people|children|kids)\b(?: \w+){0,4} "
    r"(?:ask|asks|asking|wonder|wonders|wondering|think|thinks|thinking|worry|worries|fear|fears|says?|saying)\b",
    re.IGNORECASE,
)
# What comes of something is not what the reader does.
_BENEFITS = re.compile(
    r"(?:\b(?:therapy|counsell?ing|therapists?|counsell?ors?|sessions?|it|this|they|he|she)|(?:^|[.:;!?] )that)"
    r"(?: then| also)? (?:can|could|will|may|might|helps?|works?)\b",
    re.IGNORECASE,
)
# ... but this offers it.
_HELPS_TO = re.compile(
    r"\bit (?:may|might|can|could)?(?: also| often)? ?helps?(?: you(?: both)?)? to:\s*$", re.IGNORECASE
)
_ASKS_ANOTHER = re.compile(
    r"\bask (?:the|your|a|any|each|every|him|her|them|about|potential|possible)\b"
    r"|\b(?:conversation starters?|ice-?breakers?|over dinner)\b|\bnext (?:date|walk|drive|dinner|evening|trip|meal)\b"
    r"|\bquestions (?:to ask|for) (?:a|an|the(?! two)|your|potential)\b",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\b(?:try|tr(?:y|ied) (?:this|these)|ideas?|strateg\w+|alternatives|options|tips|activities|suggestions|"
    r"rituals|practices|(?:good|healthy|kind|little|small|daily) habits|"
    r"things? (?:that )?(?:may |might |can )?(?:help|like these)|"
    r"(?:makes?|made) (?:a|all the) (?:\w+ )?difference|"
    r"(?:what|this|these|that) (?:\w+ )?help(?:s|ed)?|things to (?:try|do)|like these|ways to \w+)\b",
    re.IGNORECASE,
)
# Over what is done and is named by its doing (`Offering …`), these offer it.
_SMALLER = re.compile(
    r"\b(?:gestures|attempts|steps|ways|things|something|anything|changes|acts|routines|options|moves|starts?|begin) ?"
    r"(?:[\w ]{0,30}, ?)?(?:\w+ ){0,2}(?:such as|like|for instance|for example|including|by)?:",
    re.IGNORECASE,
)
# Of headings, only these say that a list of names is one to choose from.
_TO_TRY = re.compile(
    r"\b(?:things|ideas|activities|alternatives|ways) (?:(?:that )?you can |to )(?:try|do)\b|"
    r"\b(?:ideas|activities) (?:for|to)\b",
    re.IGNORECASE,
)
# A heading over what somebody else says.
_THEY_SAY = re.compile(
    r"(?:what|things|how|words) (?:your |the |a |my )?(?:partner|spouse|husband|wife|he|she|they|men|women|people|"
    r"others)\b",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?:step|tip|rule|idea|day|week|stage|phase) (\d{1,2})[:.] +", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(rf"\A({'|'.join(_ORDINALS)})(?:ly)?(?: of all)?, +", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:(?:step|tip|rule|idea) )?(\d{1,2}) ?[:.)–—-] +", re.IGNORECASE)
# Among sentences that begin with `First, …`, these go on.
_NEXT = re.compile(r"(?:then|next|after that|afterwards|finally|lastly),? +", re.IGNORECASE)
# An empty box before a line: it is there to be ticked.
_BOX = re.compile(r"(?:\[ ?\]|[☐□◻▢❏❑❒⬜])\s*")
_LETTER = re.compile(r"\(?[a-j][.)] +(?=\w)", re.IGNORECASE)
_BOXED = re.compile(r"(?:^[ \t]*\[ ?\]|[☐□◻▢❏❑❒⬜])\s*([^\s☐□◻▢❏❑❒⬜][^\n☐□◻▢❏❑❒⬜]*)", re.MULTILINE)
# It begins like an order and only sets the reader thinking, or tells of somebody.
_MUSES = re.compile(
    r"(?:be|don't|do not|never|avoid|if|when|whenever|once|as|while|remember|imagine|picture|know|think|believe|"
    r"suppose|say you|let's|let (?:me|us)|trust|expect|"
    r"hear|recall|understand|recogni[sz]e|realise|realize|see|(?:take|meet|consider) (?-i:[A-Z])|"
    r"for (?:instance|example)|(?:each|both|one|either|neither|any|some|all) of)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"(?:They|You|We) (?!are\b|have\b|feel\b|think\b|may\b|might\b|don't\b|never\b|no\b|can't\b|want\b)[a-z]+"
)
# A heading that asks for a fact: what is told below it answers, and is nothing to choose from.
_ASKS_FACT = re.compile(
    r"(?:\d+[.)] )?(?:how (?:much|long|many|soon)|is|are|isn't|aren't|does|who|where|which|"
    r"what (?:is|are|happens|does|kind))\b.*\?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:above|below|following|here)\b", re.IGNORECASE)
_NAMES = re.compile(
    r"\b(?:strateg\w+|steps|rules|things|ideas|ways|tips|options|list|these|this|tasks|exercises?|habits)\b",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"(?:you|your|they|he|she|it|we|i|there|this|that|these|those|the (?:therapist|counsell?or|person|other|first)|"
    r"therapy|therapists?|counsell?ing|people|many|most|some|who|what|why|how|when|where|which)\b"
    r"(?!.{1,60}, (?:a|an|the|time) )",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"\bexamples?\b|\bscripts?\b|\b(?:what|how) (?:to|you (?:can|could)) say\b|\bsample\b|\bI[- ]statements?\b|"
    r"\b(?:words|sentences|phrases|lines|things) (?:that (?:help|work|heal)|to (?:say|use|try)|for)\b",
    re.IGNORECASE,
)
_ASK_YOURSELF = re.compile(
    r"\b(?:ask (?:yoursel(?:f|ves)|(?P<other>each other|one another))|rate|write down|jot down|write about|"
    r"note down|answer|"
    r"think about|reflect on|"
    r"consider)\b[^:?.!]{0,60}:",
    re.IGNORECASE,
)
# It leads to the questions in the sentences after its own.
_ASK_ON = re.compile(
    r"\b(?:ask yoursel(?:f|ves)|reflect on|take stock|let me ask you|"
    r"check in with yoursel(?:f|ves)|be honest with yoursel(?:f|ves)|"
    r"(?:think about|consider|answer|look at|sit with|journal (?:on|about)) "
    r"(?:these|the following|a few|some|two|three|four|five|six) (?:\w+ )?(?:questions|things|points))\b",
    re.IGNORECASE,
)
# The heads of a table's columns: what to say or do, and what not.
_BETTER = re.compile(
    r"(?:(?:you (?:could|can) )?(?:try|say|do|use)(?: saying| this| to say)?(?: instead)?|instead|better|"
    r"(?:what|a better way) to (?:say|do|try)(?: instead)?|more helpful|helpful)[:…. ]*",
    re.IGNORECASE,
)
_WORSE = re.compile(
    r"(?:instead of|rather than|don't|do not|avoid|not|what not|unhelpful|less helpful|never)\b", re.IGNORECASE
)
# Right before a quoted question.
_ASK_QUOTED = re.compile(
    r"(?<!don't )(?<!never )\bask (?:yoursel(?:f|ves)|(?P<other>each other|one another))\b[^.?!“”\"]{0,20}[,:] ?$",
    re.IGNORECASE,
)
# Right before questions in quotation marks, one by one.
_TO_ASK = re.compile(r"\b(?:ask|asking|questions?)\b.*:\s*$", re.IGNORECASE)
# A list of what to think, write or talk about, and what stands in it.
_ABOUT = re.compile(
    r"\b(?:think about|write (?:about|down)|reflect on|consider|talk about|jot down|journal about|discuss|note)"
    r"\b[^:]*:\s*$",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"(?:what|how|when|where|who|why|which|whether|anything|something|one thing|"
    r"(?:the|your|one|a) \w+(?: \w+)? (?:you|that))\b",
    re.IGNORECASE,
)
# What the reader promises, in the reader's own voice.
_VOW = re.compile(r"I(?:'ll| will| won't| promise| am going to|'m going to)\b", re.IGNORECASE)
# Between two quotations of which the second is handed over like the first.
_MORE = re.compile(r"\W*(?:and|or)?(?:\W+(?:more|even|still|just|simply|simpler|shorter|better))*\W*", re.IGNORECASE)
_LONGEST_MORE = 40
# Over a paragraph of questions: it is the reader who is to answer them.
_REFLECT = re.compile(
    r"\b(?:reflect(?:ions?)?|think about|consider|ask yourself|exercises?|questions? (?:to|for) (?:you|ask yourself|"
    r"think|consider|reflect|discuss)|journal(?:l?ing)?|write about|look back|check in with yourself|take stock)\b",
    re.IGNORECASE,
)
_PEN = re.compile(
    r"(?:grab|get|take|find|pick up|sit down with)\b.*\b(?:pen|pencil|paper|notebook|journal)\b", re.IGNORECASE
)
# A heading over questions that stand one by one.
_ASKS = re.compile(
    r"(?<!asked )\bquestions?\b|\bself[- ](?:test|check|assessment)\b|\bquiz\b|"
    r"\bask (?:yourself|each other|one another)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\b(?:answer (?:yes|no|honestly|each|these|the|all)|(?:these|the following|a few) questions)\b", re.IGNORECASE
)
# The two of them answer.
_FOR_BOTH = re.compile(r"\b(?:two|both) of you\b|\bas a couple\b", re.IGNORECASE)
# It leans on the sentence before, and says little without it.
_POINTS_BACK = re.compile(
    r"(?:then|next|also|after that|and|but)\b|(?:\w+ ){1,3}(?:(?:it|this|that|them|these|those|so|both)\b|"
    r"one\b(?! (?!to|of|that|for|in|and|or|each|at)[a-z]))|.*\b(?:one|it|them|that) (?:too|either|as well)\b",
    re.IGNORECASE,
)
_INSTEAD_OF_THAT = re.compile(r"(?:instead|so),? +", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:do|try|say|use) instead\b", re.IGNORECASE)
# Not asked to be answered, wherever it stands ...
_IDLE = re.compile(
    r"(?:and |but |so |or )*(?:who (?:knows|cares|hasn't|doesn't)|why not|what now|so what(?: now)?|really|right|"
    r"(?:does that )?sounds? familiar|does (?:that|this|it) ring (?:a|any) bells?|what do you do|"
    r".*\breading this\b.*)\?",
    re.IGNORECASE,
)
# ... or if it stands alone in a text.
_RHETORICAL = re.compile(
    r"(?:and |but |so |or )*(?:who (?:would|wouldn't|doesn't)|why not|what if|what about|how about|isn't|aren't|"
    r"don't you|doesn't|wouldn't|what (?:does|do) (?:this|that|it|these) mean|how (?:can|could) (?:anyone|one))\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r", (?:right|yes|no|huh|is|are|do|does|did|can|could|will|would|has|have|was)(?:n't)?(?: \w+)?\?$", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"\s*(?:well\b|yes\b|no\b|because\b|probably\b|usually\b|not really\b|absolutely\b|sometimes\b|the (?:short |"
    r"honest |simple )?answer\b|maybe not|not necessarily|of course|"
    r"it (?:is|does|can|may)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
_LONGEST_TITLE = 8  # words
# From this many on, questions that make up a whole paragraph are no opener of what comes after.
_FEWEST_TOGETHER = 3
# With one of these at the head, three words ask something (`What was hard?`).
_ASKING = grammar.word_set("who what when where")
_QUESTION_WORDS = _ASKING | grammar.word_set("which whose whom why how")


@dataclass(slots=True)
class _List:
    """Items of one depth that follow each other: indexes of blocks. `lead` is the text that introduces them."""

    places: list[int]
    lead: str
    ordered: bool


class Finder:
    """Walks through a guide once and yields what a reader could answer, tick or complete."""

    def __init__(self, guide: Guide) -> None:
        """Begin at the top."""
        self.guide = guide
        self.blocks = guide.blocks
        self.section = self.anchor = ""
        self.headings: list[tuple[int, str]] = []  # those the place stands under, with their levels
        self.group = 0
        self.in_step = False  # whether the heading above is a step
        self.asked: set[int] = set()  # the paragraphs of sections that only ask
        self.rows: set[int] = set()  # headings of a row of things to do
        self.head = -1  # the last place above that is no block quotation
        self.firsts: dict[int, int] = {}  # of paragraphs that are quotations: where their row begins
        self.inside: set[int] = set()  # the paragraphs between the steps of one row

    def items(self) -> Iterator[Item]:
        """Yield the items."""
        lists = {each.places[0]: each for each in (*self._lists(), *self._bare_lists(), *self._led_lists())}
        skipping = 0  # the level of the heading over references and the like
        inside = {place for each in lists.values() for place in each.places}
        self.inside = self._between(lists.values())
        steps = self._step_headings()
        self.asked = self._asking_sections() | self._asking_topics()
        self.rows = self._rows()
        for place, block in enumerate(self.blocks):
            if block.kind is Kind.HEADING:
                self.section, self.anchor = block.text, block.anchor
                self.in_step = place in steps
                self.headings = [each for each in self.headings if each[0] < block.level]
                self.headings.append((block.level, block.text))
                if skipping and block.level <= skipping:
                    skipping = 0
                if not skipping and _REFERENCES.fullmatch(block.text.strip(" :")):
                    skipping = block.level
            if block.kind is not Kind.QUOTE and re.search(r"\w", block.text):
                self.head = place
            if skipping:
                continue
            if place in lists:
                found = self._list(lists[place])
            elif block.kind is Kind.PARAGRAPH and not _linked(block) and place not in inside:
                found = self._paragraph(place)
            elif block.kind is Kind.QUOTE:
                found = self._quote(place)
            elif block.kind is Kind.TABLE:
                found = self._table(place)
            else:
                continue
            yield from found

    def _lists(self) -> Iterator[_List]:
        """Yield the lists of the guide, each depth for itself."""
        open_: list[_List] = []
        for place, block in enumerate(self.blocks):
            if block.kind is not Kind.ITEM:
                keep = 0 if block.kind is Kind.HEADING else block.level
                yield from open_[keep:]
                del open_[keep:]
                continue
            yield from open_[block.level :]
            del open_[block.level :]
            ordered = block.number is not None
            if len(open_) == block.level and open_[-1].ordered == ordered:
                open_[-1].places.append(place)
                continue
            yield from open_[block.level - 1 :]
            del open_[block.level - 1 :]
            open_.append(_List([place], self._lead(place), ordered))
        yield from open_

    def _bare_lists(self) -> Iterator[_List]:
        """Yield the runs of paragraphs that are lists without their marks: of questions, or `Step 1: …` and on."""
        steps: list[int] = []
        for place, block in [*enumerate(self.blocks), (len(self.blocks), None)]:
            number = _step(block) if block else 1
            if number == len(steps) + 1 and steps:
                steps.append(place)
            elif number == 1 or (block and block.kind is Kind.HEADING):
                if len(steps) > 1:
                    yield _List(steps, self._lead(steps[0]), ordered=True)
                steps = [place] if number == 1 else []
        places: list[int] = []
        for place, block in enumerate(self.blocks):
            if places and block.kind is Kind.PARAGRAPH and _all_questions(block.text):
                places.append(place)
                continue
            if len(places) > 2:
                yield _List(places[1:], self._lead(places[1]), ordered=False)
            told = block.kind is Kind.PARAGRAPH
            opens = (told and block.text.rstrip().endswith(":")) or (_ANSWER if told else _ASKS).search(block.text)
            places = [place] if opens and block.kind in (Kind.PARAGRAPH, Kind.HEADING) else []
        if len(places) > 2:
            yield _List(places[1:], self._lead(places[1]), ordered=False)

    def _led_lists(self) -> Iterator[_List]:
        """Yield the rows of paragraphs that begin with a question and its number, or with an order in bold."""
        counted: list[int] = []
        bold: list[int] = []
        for place, block in [*enumerate(self.blocks), (len(self.blocks), None)]:
            number = _NUMBERED.match(block.text) if block and block.kind is Kind.PARAGRAPH else None
            if number and int(number[1]) == len(counted) + 1 and _opens_with_question(block.text if block else ""):
                counted.append(place)
            if block and _opens_in_bold(block):
                bold.append(place)
                continue
            if len(bold) >= _FEWEST_TOGETHER:
                yield _List(bold, self._lead(bold[0]), ordered=False)
            bold = []
        if len(counted) >= _FEWEST_TOGETHER:
            yield _List(counted, self._lead(counted[0]), ordered=False)

    def _step_headings(self) -> set[int]:
        """Return the headings that are steps of a row: numbered orders, with one before or after of the same level."""
        numbers = {
            place: (block.level, int(found[1]))
            for place, block in enumerate(self.blocks)
            if block.kind is Kind.HEADING and (found := _NUMBERED.match(block.text))
        }
        rows = set(numbers.values())
        return {
            place
            for place, (level, number) in numbers.items()
            if {(level, number - 1), (level, number + 1)} & rows
            and grammar.orders(_NUMBERED.sub("", self.blocks[place].text, 1))
        }

    def _asking_sections(self) -> set[int]:
        """Return the paragraphs of sections that hold nothing but questions, where three or more are in a row."""
        found: set[int] = set()
        row: list[list[int]] = []
        heads = [place for place, block in enumerate(self.blocks) if block.kind is Kind.HEADING]
        for head, end in pairwise([*heads, len(self.blocks)]):
            inside = list(range(head + 1, end))
            only = inside and all(
                self.blocks[n].kind is Kind.PARAGRAPH and _all_questions(self.blocks[n].text) for n in inside
            )
            row = [*row, inside] if only else []
            if len(row) >= _FEWEST_TOGETHER:
                found.update(chain.from_iterable(row))
        return found

    def _asking_topics(self) -> set[int]:
        """Return the paragraphs that are a topic in a word or two and questions about it, two or more in a row."""
        places = {
            place
            for place, block in enumerate(self.blocks)
            if block.kind is Kind.PARAGRAPH and _label(block.text) and _all_questions(block.text[_label(block.text) :])
        }
        return {place for place in places if {place - 1, place + 1} & places}

    def _rows(self) -> set[int]:
        """Return the headings of things to do: numbered in a row, or three or more orders of one level."""
        heads = [(place, block) for place, block in enumerate(self.blocks) if block.kind is Kind.HEADING]
        numbered = {
            place: (block.level, int(found[1])) for place, block in heads if (found := _NUMBERED.match(block.text))
        }
        there = set(numbered.values())
        rows = {place for place, (level, n) in numbered.items() if {(level, n - 1), (level, n + 1)} & there}
        # `Say thank you`, `Keep a date night`, or `They say thank you`, `They keep a date night`.
        kinds = [
            (place, (block.level, "" if grammar.orders(block.text) else block.text.split()[0]))
            for place, block in heads
            if grammar.orders(block.text) or _HABIT.match(block.text)
        ]
        counts = Counter(kind for _, kind in kinds)
        rows |= {place for place, kind in kinds if counts[kind] >= _FEWEST_TOGETHER}
        titles = {
            place
            for place, (block, below) in enumerate(pairwise(self.blocks))
            if block.kind is below.kind is Kind.PARAGRAPH
            and _titles(block.text)
            and not _titles(below.text)
            and grammar.orders(block.text)
        }
        told = sum(not first for _, (_, first) in kinds)
        return rows | (titles if len(titles) + told >= _FEWEST_TOGETHER else set())

    def _between(self, lists: Iterable[_List]) -> set[int]:
        """Return the paragraphs that belong to steps that are paragraphs: all up to the last step, and one after it."""
        found: set[int] = set()
        for each in lists:
            first, last = each.places[0], each.places[-1]
            if _step(self.blocks[first]):
                apart = last - first >= len(each.places)
                found |= set(range(first, last + 1 + apart)) - set(each.places)
        return {n for n in found if n < len(self.blocks) and self.blocks[n].kind is Kind.PARAGRAPH}

    def _lead(self, place: int) -> str:
        """Return what introduces a list: the block above it, or else the heading."""
        above = self.blocks[place - 1] if place else None
        if above is None or above.kind not in (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM):
            return ""
        if above.kind is not Kind.PARAGRAPH:
            return above.text
        spans = grammar.parted(above.text)
        return above.text[spans[-1].start : spans[-1].end] if spans else above.text

    # ------------------------------------------------------------------ lists

    def _list(self, found: _List) -> list[Item]:
        texts = [self.blocks[place].text for place in found.places]
        lead = grammar.plain(found.lead)
        if sum(map(_linked, (self.blocks[place] for place in found.places))) * 2 > len(texts):
            return []
        if sum(bool(_CITATION.search(text)) for text in texts) * 2 >= len(texts):
            return []
        if sum(_all_quoted(text) for text in texts) * 2 > len(texts):
            return self._model_list(found)
        if sum(map(models.breaks_off, texts)) * 2 > len(texts):
            return [] if self._is_against(lead) or _theirs(lead) else self._unfinished(found)
        clauses = sum(bool(_MATTER.match(grammar.plain(text)) and not text.rstrip().endswith("?")) for text in texts)
        if len(texts) > 1 and clauses * 5 >= len(texts) * 3 and _ABOUT.search(lead):
            return [] if self._is_against(lead) or _theirs(lead) else self._matters(found)
        asked = sum(map(_opens_with_question, texts))
        if len(texts) > 1 and asked * 5 >= len(texts) * 3:
            return [] if self._is_against(lead) or _theirs(lead) else self._questions(found)
        return self._strategies(found, lead)

    def _model_list(self, found: _List) -> list[Item]:
        if not models.OFFERS.search(grammar.plain(found.lead)) or self._is_against():
            return []
        self.group += 1
        ask = _TO_ASK.search(found.lead) and not self._is_against(found.lead)
        items = []
        for place in found.places:
            text = self.blocks[place].text
            span = grammar.quotations(text)[0]
            quote = text[span.start : span.end]
            if ask and quote.endswith("?"):
                items += self._question(place, span, as_is=True)
            elif models.is_model(quote, found.lead, text[span.end + 1 :], offered=True):
                items += self._item(ItemKind.STARTER, models.starter(quote), place, span)
        return items

    def _unfinished(self, found: _List) -> list[Item]:
        self.group += 1
        items = []
        for place in found.places:
            text = self.blocks[place].text
            if models.breaks_off(text):
                items += self._item(ItemKind.STARTER, models.finishable(text), place, Span(0, len(text)))
        return items

    def _matters(self, found: _List) -> list[Item]:
        """Return what the reader is to think or write about (`what you have tried`), to be answered like questions."""
        items: list[Item] = []
        for place in found.places:
            text = self.blocks[place].text
            span = self._first(text)
            items += self._item(ItemKind.PROMPT, _unended(_asked(text[slice(*span)])), place, span)
        return items

    def _questions(self, found: _List) -> list[Item]:
        texts = [self.blocks[place].text for place in found.places]
        own = any(map(voice.own_words, texts))
        as_is = bool(_ASKS_ANOTHER.search(grammar.plain(found.lead)))
        items: list[Item] = []
        both = bool(_FOR_BOTH.search(found.lead))
        others = voice.others(found.lead) or voice.others(self.section)
        for place, text in zip(found.places, texts, strict=True):
            spans = [span for span in grammar.parted(text) if _asks(text, span, listed=True)]
            if not spans or _CALL.search(text):
                continue
            whole = Span(spans[0].start, spans[-1].end)
            if whole.end - whole.start <= LONGEST and len(spans) == len(grammar.parted(text[slice(*whole)])):
                spans = [whole]
            for span in spans:
                # Among questions that say `I`, a `you` is somebody else.
                keep = as_is or (own and voice.addresses(text))
                items += self._question(place, span, as_is=keep, others=others, both=both)
            others = others or voice.others(text)
        return items

    def _question(
        self, place: int, span: Span, *, as_is: bool = False, others: bool = False, both: bool = False
    ) -> list[Item]:
        """Return a question as an item.

        `others` says that `she` may be somebody who was named before, `both` that two people are asked.
        """
        asked = self.blocks[place].text[slice(*span)]
        if head := _BOX.match(asked) or _LETTER.match(asked) or _NUMBERED.match(asked) or _ASK_YOURSELF.match(asked):
            rest = asked[head.end() :].lstrip()
            as_is = as_is or bool(head.groupdict().get("other"))
            span, asked = Span(span.end - len(rest), span.end), rest
        text = asked if as_is else voice.mine(asked, others=others, both=both)
        text = text[0].upper() + text[1:]
        if len(grammar.parted(asked)) > 1:
            kind = ItemKind.PROMPT
        elif grammar.how_often(asked) or grammar.on_a_scale(asked):
            kind = ItemKind.SCALE
        elif grammar.yes_or_no(asked):
            kind = ItemKind.CHOICE
        else:
            kind = ItemKind.PROMPT
        return self._item(kind, text, place, span)

    def _strategies(self, found: _List, lead: str) -> list[Item]:
        """Return steps or strategies as things to tick, and what steps ask and quote."""
        texts = [self.blocks[place].text for place in found.places]
        firsts = [self._first(text) for text in texts]
        heads = (text[slice(*span)] for text, span in zip(texts, firsts, strict=True))
        told = [grammar.orders(head) or bool(_VOW.match(grammar.plain(head))) for head in heads]
        enough = len(texts) > 1 and (sum(told) * 5 >= len(texts) * 3 or all(map(_BOX.match, texts)))
        things = not enough and not found.ordered and self._things(texts, lead)
        if self._is_against(lead) or _theirs(lead) or _BENEFITS.search(_HELPS_TO.sub("", lead)):
            return []
        if not (enough or things):
            return [item for place in found.places for item in self._models(place)]
        self.group += 1
        group = self.group
        kind = ItemKind.STEP if found.ordered else ItemKind.TICK
        items: list[Item] = []
        for place, text, span in zip(found.places, texts, firsts, strict=True):
            said = text[slice(*span)]
            if not (_CALL.search(said) or _ALARM.search(said) or said.endswith("?") or _linked(self.blocks[place])):
                wording = _unended(_asked(_ORDINAL.sub("", _STEP.sub("", said))))
                items += self._item(
                    kind, wording, place, span, (group, "" if found.lead == self.section else _legend(found.lead))
                )
            if found.ordered:
                for each in (place, *self._continuation(place)):
                    items += self._asked_in_step(each)
            items += self._enumerated(place, span.end)
            items += self._models(place, offered=True)
        return items

    def _enumerated(self, place: int, after: int) -> list[Item]:
        """Return what the sentences of a text offer to choose from, those from `after` on."""
        text = self.blocks[place].text
        spans = [Span(0, 0), *grammar.parted(text)]
        items: list[Item] = []
        for last, span in pairwise(spans):
            if span.start >= after:
                items += self._enumeration(place, span, text[slice(*span)], text[slice(*last)])
        return items

    def _is_against(self, lead: str = "") -> bool:
        """Whether a list warns: by the words that introduce it, or by a heading above it."""
        title = _titles(lead) and bool(_AGAINST_TITLE.fullmatch(lead) or _AGAINST_HEADING.search(lead))
        return bool(
            title
            or (lead.rstrip().endswith(":") and _AGAINST.search(lead) and not _INSTEAD.search(lead))
            or any(
                _AGAINST_HEADING.search(heading) and not _BOTH_WAYS.search(heading)
                for heading in (grammar.plain(text) for _, text in self.headings)
            )
        )

    @staticmethod
    def _things(texts: Sequence[str], lead: str) -> bool:
        """Whether a list is one of things to try or to have, which its introduction says."""
        said = [grammar.plain(text) for text in texts]
        named = _THINGS if lead.rstrip().endswith(":") else _TO_TRY
        offered = named.search(lead) or (_SMALLER.search(lead) and all(map(grammar.is_doing, said)))
        right = len(texts) > 2 and offered and not _NOT_THINGS.search(lead)
        quoted = sum(bool(grammar.quotations(text)) for text in said)
        return bool(right) and quoted * 2 < len(said) and not any(map(_NO_THING.match, said))

    @staticmethod
    def _first(text: str) -> Span:
        """Return the first sentence; one that introduces a quotation ends before it."""
        span = (grammar.parted(text) or [Span(0, len(text))])[0]
        if box := _BOX.match(text):
            span = Span(box.end(), max(span.end, box.end()))
        quoted = next((each for each in grammar.quotations(text) if each.start < span.end), None)
        if quoted is not None:
            head = text[: quoted.start - 1].rstrip()
            if head.endswith((":", ",")):
                return Span(span.start, len(head))
        return span

    def _continuation(self, place: int) -> Iterator[int]:
        """Yield the paragraphs that belong to an item, or to a step that is a paragraph."""
        item = self.blocks[place].kind is Kind.ITEM
        for n in range(place + 1, len(self.blocks)):
            block = self.blocks[n]
            if block.kind is not Kind.PARAGRAPH or block.level < self.blocks[place].level:
                return
            if not item and (n not in self.inside or _step(block)):
                return
            yield n

    def _asked_in_step(self, place: int) -> list[Item]:
        """Return the questions inside a step that the reader is to answer."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        asking = [n for n, span in enumerate(spans) if _asks(text, span)]
        as_is_all = len(asking) == len(spans)
        if asking and asking[0] == 0 and not as_is_all:
            asking = asking[1:]
        runs: list[list[int]] = []
        for n in asking:
            after = text[spans[n].end : spans[n].end + 40]
            if _ANSWERED.match(grammar.plain(after)):
                continue
            if not _fragment(text[slice(*spans[n])]):
                runs.append([n])
            elif runs and runs[-1][-1] == n - 1 and not _echo(text[slice(*spans[n])]):
                runs[-1].append(n)
        items = []
        for run in runs:
            span = Span(spans[run[0]].start, spans[run[-1]].end)
            items += self._question(place, span, as_is=voice.own_words(text[slice(*span)]))
        return items

    def _table(self, place: int) -> list[Item]:
        """Return what a table tells to say or do, in the column beside the one that says what not."""
        rows = self.blocks[place].rows
        heads = [grammar.plain(cell.text).strip() for cell in rows[0]] if rows else []
        better = [n for n, head in enumerate(heads) if _BETTER.fullmatch(head)]
        if len(better) != 1 or not any(_WORSE.match(head) for head in heads):
            return []
        self.group += 1
        column = better[0]
        items: list[Item] = []
        for n, row in enumerate(rows[1:], 1):
            text = row[column].text if column < len(row) else ""
            span = (grammar.quotations(text) or (Span(0, len(text)),))[0]
            said = text[slice(*span)]
            if framed := models.starter(said):
                items += self._item(ItemKind.STARTER, framed, place, span)
            elif grammar.orders(said) and not _CALL.search(said) and not _MUSES.match(said):
                items += self._item(ItemKind.TICK, _unended(_asked(said)), place, span, (self.group, ""))
            items = [
                replace(each, evidence=replace(each.evidence, cell=each.evidence.cell or (n, column))) for each in items
            ]
        return items

    # ------------------------------------------------------------- paragraphs

    def _paragraph(self, place: int) -> list[Item]:
        items = self._told(place) + self._models(place) + self._to_each_other(place)
        items += self._headed(place, {item.evidence.start for item in items if item.kind is ItemKind.TICK})
        return [*self._asked_in_step(place), *items] if self.in_step else items

    def _headed(self, place: int, taken: Collection[int]) -> list[Item]:
        """Return the first order below a heading of a row of things to do."""
        text = self.blocks[place].text
        if place - 1 not in self.rows or self._is_against() or _ASK_ON.search(text):
            return []
        for span in grammar.parted(text):
            head = _INSTEAD_OF_THAT.match(text, *span)
            own = Span(head.end() if head else span.start, span.end)
            if span.start in taken:
                return []
            if span.start and _POINTS_BACK.match(text, *own):
                continue
            if _is_advice(text[slice(*own)]):
                self.group += 1
                return self._item(ItemKind.TICK, _unended(_asked(text[slice(*own)])), place, own, (self.group, ""))
        return []

    def _boxes(self, place: int) -> list[Item]:
        """Return the lines of a paragraph that stand behind empty boxes."""
        text = self.blocks[place].text
        lines = list(_BOXED.finditer(text))
        if len(lines) < 2 or self._is_against(self._lead(place)):
            return []
        self.group += 1
        items = []
        for line in lines:
            span = Span(line.start(1), line.start(1) + len(line[1].rstrip()))
            if _asks(text, span, listed=True):
                items += self._question(place, span, as_is=voice.own_words(line[1]))
            elif not _CALL.search(line[1]):
                items += self._item(ItemKind.TICK, _unended(_asked(line[1])), place, span, (self.group, ""))
        return items

    def _in_order(self, place: int) -> list[Item]:
        """Return the steps that a text tells in sentences: `First, …`, `Second, …` or `Then …`, `Finally, …`."""
        text = self.blocks[place].text
        steps: list[tuple[Span, str]] = []
        for span in grammar.parted(text):
            said = text[slice(*span)]
            ordinal = _ORDINAL.match(said)
            goes_on = ordinal is not None and _ORDINALS.index(ordinal[1].lower()) == len(steps)
            head = ordinal if goes_on else _NEXT.match(said) if steps else None
            if head is None:
                continue
            rest = said[head.end() :]
            if not grammar.orders(rest[:1].upper() + rest[1:]) or _CALL.search(rest) or _ALARM.search(rest):
                return []
            steps.append((span, rest))
        if len(steps) < _FEWEST_TOGETHER or self._is_against():
            return []
        self.group += 1
        listed = (self.group, "")
        return [
            item
            for span, said in steps
            for item in self._item(ItemKind.STEP, _unended(_asked(said)), place, span, listed)
        ]

    def _told(self, place: int) -> list[Item]:
        text = self.blocks[place].text
        if boxed := self._boxes(place):
            return boxed
        items = self._counted(place) or self._in_order(place)
        spans = grammar.parted(text)
        above = self._lead(place)
        questions = spans[1:] if spans and _PEN.match(text[slice(*spans[0])]) else spans
        reflects = len(questions) >= _FEWEST_TOGETHER and all(_asks(text, span, listed=True) for span in questions)
        if (
            _framed_by_orders(text, spans)
            or _order_and_questions(text, spans)
            or (reflects and (_REFLECT.search(above) or questions != spans))
            or place in self.asked
        ) and not _theirs(above):
            both = False
            for span in spans:
                if _asks(text, span):
                    # Where two are asked, the questions that follow are theirs too.
                    both = both or voice.names_both(text[slice(*span)])
                    items += self._question(place, span, as_is=voice.own_words(text), both=both)
            return items
        for n, span in enumerate(spans):
            sentence = text[slice(*span)]
            if not items or items[-1].evidence.end <= span.start:
                before = text[slice(*spans[n - 1])] if n else ""
                items += self._enumeration(place, span, sentence, before)
            told = self._ask_yourself(place, n)
            if not told and grammar.on_a_scale(sentence) and _asks(text, span):
                told = self._question(place, span)
                for follow in islice(spans, n + 1, None):
                    if not _asks(text, follow) or _fragment(text[slice(*follow)]):
                        break
                    told += self._question(place, follow)
            items += told
        return items

    def _counted(self, place: int) -> list[Item]:
        text = self.blocks[place].text
        spans = grammar.counted(text)
        if not spans or _CALL.search(text[spans[0].start : spans[-1].end]):
            return []
        self.group += 1
        items = []
        for span in spans:
            items += self._item(ItemKind.TICK, _unended(_asked(text[slice(*span)])), place, span, (self.group, ""))
        return items

    def _enumeration(self, place: int, span: Span, sentence: str, before: str) -> list[Item]:
        if _ASKS_FACT.fullmatch(grammar.plain(self.section).strip()) and grammar.orders(sentence):
            return []
        barred = _CALL.search(sentence) or _ALARM.search(sentence) or _WRITERS.search(grammar.outside(sentence))
        members = [] if barred else grammar.enumeration(sentence, before)
        if not members:
            return []
        self.group += 1
        both = voice.each_does(grammar.plain(sentence))
        items = []
        for member in members:
            said = sentence[slice(*member.span)].strip()
            said = re.sub(r"^(?:even|perhaps|maybe|simply|also) ", "", said)
            wording = _unended(voice.mine(f"{member.lead} {said}".strip(), both=both))
            items += self._item(ItemKind.TICK, wording, place, span, (self.group, ""))
        return items if len(items) == len(members) else []

    def _ask_yourself(self, place: int, number: int) -> list[Item]:
        """Return what the guide tells readers to ask themselves, in the sentence and in those after it."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        start, end = spans[number]
        outside = grammar.outside(text[start:end])
        found = _ASK_YOURSELF.search(outside)
        if not found and not (outside.endswith(".") and _ASK_ON.search(outside)):
            return []
        at = start + found.end() if found else end
        at += len(text[at:end]) - len(text[at:end].lstrip())
        items: list[Item] = []
        for span in chain((Span(at, end),) if found else (), islice(spans, number + 1, None)):
            said = text[slice(*span)]
            if not _asks(text, span, listed=True) or (span.start >= end and _ASK_YOURSELF.search(said)):
                break
            if len(said.split()) >= _FEWEST_WORDS or (found and found["other"]):
                items += self._question(place, span, as_is=bool(found and found["other"]) or voice.own_words(said))
        return items

    # ------------------------------------------------------------ model words

    def _quote(self, place: int) -> list[Item]:
        """Return a block quotation that the text above hands to the reader."""
        text = self.blocks[place].text
        lead = self._lead(place)
        above = self.blocks[place - 1] if place else None
        offered = (
            above is not None and above.kind is Kind.PARAGRAPH and bool(models.OFFERS.search(grammar.plain(above.text)))
        )
        spans = grammar.quotations(text)
        span = spans[0] if spans else Span(0, len(text))
        quote = text[slice(*span)]
        if not spans and _all_questions(text):
            head = grammar.plain(self._lead(self.head + 1))
            asked = _ASKS.search(head) and head.rstrip().endswith((":", ".")) and not _theirs(head)
            return [item for each in grammar.parted(text) for item in self._question(place, each)] if asked else []
        follows = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        after = follows.text if follows and follows.kind is Kind.PARAGRAPH else ""
        if not models.is_model(quote, lead, after, offered=offered):
            return []
        return self._item(ItemKind.STARTER, models.starter(quote), place, span)

    def _models(self, place: int, *, offered: bool = False) -> list[Item]:
        """Return the model sentences that a text quotes; `offered` says that all it quotes is to be said."""
        if self._is_against() or (_THEY_SAY.match(self.section) and _theirs(self.section)):
            return []
        text = self.blocks[place].text
        spans = grammar.parted(text)
        offered = offered or any(_EXAMPLES.search(heading) for _, heading in self.headings)
        items: list[Item] = []
        before, end, taken, theirs = "", 0, False, False
        for span in grammar.quotations(text):
            n = bisect_right(spans, span.start, key=attrgetter("start")) - 1
            last = bisect_left(spans, span.end, key=attrgetter("start")) - 1
            if n < 0:
                continue
            first = spans[n]
            lead = text[max(first.start, end) : span.start - 1]
            # `“…” “…”` and `Or, “…”` go on with what was handed over before.
            goes_on = taken and len(lead) < _LONGEST_MORE and _MORE.fullmatch(lead)
            if re.search(r"\w", re.sub(r"\b(?:and|or|nor)\b", "", lead, flags=re.IGNORECASE)):
                before = lead
            elif end <= first.start:
                # It stands alone: the sentence before introduces it.
                above = self._lead(self._first_quoted(place)).rstrip()
                before = text[slice(*spans[n - 1])] if n else "" if above.endswith((".", "!", "?")) else above
            end = span.end + 1
            after = text[end : spans[last].end]
            quote = text[slice(*span)]
            asked = after.rstrip().endswith("?")  # the sentence around it is a question about it
            # Who has spoken goes on speaking in the quotation that follows with no words before it.
            theirs = models.spoken_by_another(after) or (
                theirs and not re.search(r"\w", text[first.start : span.start])
            )
            taken = not (asked or theirs) and models.is_model(quote, before, after, offered=offered or bool(goes_on))
            if taken:
                items += self._item(ItemKind.STARTER, models.starter(quote), place, span)
        return items

    def _to_each_other(self, place: int) -> list[Item]:
        """Return the quoted questions that the reader is to ask: `ask yourself, “…?”`, `ask each other: “…?”`."""
        text = self.blocks[place].text
        items: list[Item] = []
        lead = grammar.plain(self._lead(self._first_quoted(place)))
        if _all_quoted(text) and _TO_ASK.search(lead) and not (self._is_against(lead) or _theirs(lead)):
            quoted = [span for span in grammar.quotations(text) if text[slice(*span)].endswith("?")]
            return [item for span in quoted for item in self._question(place, span, as_is=True)]
        for span in grammar.quotations(text):
            asked = text[slice(*span)]
            found = _ASK_QUOTED.search(text[max(0, span.start - _LONGEST_MORE) : span.start - 1])
            if found and asked.endswith("?") and not self._is_against():
                items += self._question(place, span, as_is=bool(found["other"]) or voice.own_words(asked))
        return items

    def _first_quoted(self, place: int) -> int:
        """Return the first of the paragraphs up to this one that are quotations and nothing else."""
        row = place and all(
            each.kind is Kind.PARAGRAPH and _all_quoted(each.text) for each in self.blocks[place - 1 : place + 1]
        )
        self.firsts[place] = self.firsts.get(place - 1, place - 1) if row else place
        return self.firsts[place]

    def _item(self, kind: ItemKind, text: str, place: int, span: Span, listed: tuple[int, str] = (0, "")) -> list[Item]:
        """Return the item, or nothing if its wording is too long or says nothing; `listed` are group and legend."""
        text = " ".join(text.split())
        if len(text) > LONGEST or not re.search(r"\w", text):
            return []
        evidence = Evidence(place, span.start, span.end, self.anchor)
        return [Item(kind, text[0].upper() + text[1:], self.section, evidence, *listed)]


def _titles(text: str) -> bool:
    """Whether a text is so short, and ends so, that it is the title of what follows."""
    return 0 < len(text.split()) <= _LONGEST_TITLE and text.rstrip()[-1:].isalnum()


def _theirs(lead: str) -> bool:
    """Whether a heading or an introduction says that somebody else asks or thinks what follows."""
    return not lead.rstrip().endswith((".", "!", "?", "”", '"')) and bool(_THEY_ASK.search(lead))


def _linked(block: Block) -> bool:
    """Whether a block is hardly more than links: a menu, a table of contents."""
    linked = sum(mark.end - mark.start for mark in block.marks if mark.kind is MarkKind.LINK)
    return linked * 5 >= len(block.text.strip()) * 4 > 0


def _opens_in_bold(block: Block) -> bool:
    """Whether the first sentence of a paragraph is an order in bold, and the rest is not."""
    if block.kind is not Kind.PARAGRAPH or not block.marks or block.marks[0].kind is not MarkKind.STRONG:
        return False
    mark = block.marks[0]
    spans = grammar.parted(block.text)
    first = spans[0].end if spans else 0
    led = len(spans) > 1 and mark.start == 0 and first - 1 <= mark.end <= first + 1
    return led and grammar.orders(block.text[:first]) and not _step(block)


def _all_quoted(text: str) -> bool:
    quoted = sum(span.end - span.start for span in grammar.quotations(text))
    return quoted * 10 >= len(text.strip()) * 8 > 0


def _step(block: Block) -> int:
    """Return which step of a row a paragraph begins (`Step 2: …`, `Second, …`); 0 if it begins none."""
    if block.kind is not Kind.PARAGRAPH:
        return 0
    if found := _STEP.match(block.text):
        return int(found[1])
    found = _ORDINAL.match(block.text)
    return _ORDINALS.index(found[1].lower()) + 1 if found else 0


def _all_questions(text: str) -> bool:
    spans = grammar.parted(text)
    return bool(spans) and all(_asks(text, span, listed=True) for span in spans)


def _framed_by_orders(text: str, spans: Sequence[Span]) -> bool:
    """Whether a text is an order, questions for the one who follows it, and an order: what to find out, and how."""
    if len(spans) <= _FEWEST_TOGETHER:
        return False
    first, *asked, last = spans
    ends = [text[slice(*span)] for span in (first, last)]
    return all(grammar.orders(each) and not _CALL.search(each) for each in ends) and all(
        _asks(text, span) and not _fragment(text[slice(*span)]) for span in asked
    )


def _order_and_questions(text: str, spans: Sequence[Span]) -> bool:
    """Whether a text is an order and questions for the one who follows it, two or more."""
    if len(spans) < _FEWEST_TOGETHER or not _is_advice(text[slice(*spans[0])]):
        return False
    return all(_asks(text, span) and not _fragment(text[slice(*span)]) for span in spans[1:])


def _opens_with_question(text: str) -> bool:
    spans = grammar.parted(text)
    first = int(len(spans) > 1 and spans[1].start == _label(text))
    return bool(spans) and _asks(text, spans[first], listed=True)


def _label(text: str) -> int:
    """Return where a text goes on behind the topic that it begins with (`Money. Who …?`); 0 if it names none."""
    spans = grammar.parted(text)
    if len(spans) < 2:
        return 0
    first = text[slice(*spans[0])]
    short = len(first.split()) < _FEWEST_WORDS and first.endswith((".", ":"))
    return spans[1].start if short and not grammar.orders(first) else 0


def _asks(text: str, span: Span, *, listed: bool = False) -> bool:
    """Whether a sentence asks the reader something that is to be answered; `listed` among others of its kind."""
    said = grammar.plain(grammar.outside(text)[slice(*span)])
    idle = (_IDLE.fullmatch(said), _TAG.search(said), _CALL.search(said), not listed and _RHETORICAL.match(said))
    return said.endswith("?") and not any(idle)


def _echo(question: str) -> bool:
    """Whether a question only turns the one before round (`Have you?`)."""
    return question.split(maxsplit=1)[0].lower() in grammar.AUXILIARIES


def _fragment(question: str) -> bool:
    """Whether a question has no verb of its own and only spells out the one before (`A male or female therapist?`)."""
    said = grammar.plain(question)
    words = [word.lower() for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", said)]
    if words[:1] and words[0] in _ASKING:
        return len(words) < _FEWEST_WORDS - 1
    verbless = not set(words) & (grammar.AUXILIARIES | _QUESTION_WORDS) and "'" not in said
    return len(words) < _FEWEST_WORDS or verbless


def _is_advice(said: str) -> bool:
    """Whether a sentence in a text tells the reader to do something, and does not only lead to what follows."""
    plain = grammar.plain(said)
    leads = said.endswith((":", "?")) or len(said.split()) < _FEWEST_WORDS or grammar.quotations(said)
    barred = leads or _PEN.match(plain) or _MUSES.match(plain) or _CALL.search(plain) or _ALARM.search(plain)
    return not barred and grammar.orders(said)


def _asked(said: str) -> str:
    return said if voice.own_words(said) else voice.mine(said)


def _unended(text: str) -> str:
    return text.strip().rstrip(" .:;,!")


def _legend(lead: str) -> str:
    """Return the words that introduce a list as its heading, if they say what it is."""
    text = lead.strip()
    if (
        not text.endswith(":")
        or len(text) > 100
        or _ALARM.search(text)
        or not _NAMES.search(text)
        or _POINTS.search(text)
    ):
        return ""
    return _unended(_asked(text))
