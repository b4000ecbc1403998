"""Where in a guide there is something to answer, tick or complete, and where it only looks like it.

What is not certain is left out. Rhetorical questions, headings, quotations of the partner, lines that are shown as bad,
calls to buy or to phone, references and menus are never taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import chain, islice, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from guidewright.model import Kind, MarkKind
from guidewright.worksheets import derive_clauses as clauses
from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_layout as layout
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_starters as models
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span
from guidewright.worksheets.derive_items import LONGEST, Evidence, Item, ItemKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from guidewright.model import Block, Guide


class Finder:
    """Walks through a guide once and yields what a reader could answer, tick or complete."""

    def __init__(self, guide: Guide) -> None:
        """Begin at the top."""
        self.guide = guide
        self.blocks = layout.titled(guide.blocks)
        self.section = self.anchor = ""
        self.title = ""  # the heading or the bare title above
        self.headings: list[Block] = []  # those the place stands under
        self.parents: dict[int, Block | None] = {}  # of headings: the heading above
        self.group = 0
        self.in_step = False  # whether the heading above is a step
        self.asked: set[int] = set()  # the paragraphs of sections that only ask
        self.rows: set[int] = set()  # headings of a row of things to do
        self.head = -1  # the last place above that is no block quotation
        self.firsts: dict[int, int] = {}  # of paragraphs that are quotations: where their row begins
        self.inside: set[int] = set()  # the paragraphs between the steps of one row

    def items(self) -> list[Item]:
        """Return the items."""
        found = list(self._walk())
        found += self._headings_alone({item.evidence.block for item in found})
        below = {item.section for item in found if self.blocks[item.evidence.block].kind is not Kind.HEADING}
        return [item if item.section in below else self._raised(item) for item in found]

    def _raised(self, item: Item) -> Item:
        """Return an item that is a heading as one of the heading above: nothing else stands below it."""
        if item.evidence.block not in self.parents:
            return item
        parent = self.parents[item.evidence.block]
        section, anchor = (parent.text, parent.anchor) if parent else ("", "")
        return replace(item, section=section, evidence=replace(item.evidence, anchor=anchor))

    def _headings_alone(self, used: Collection[int]) -> list[Item]:
        """Return the orders that are headings, where most of a row have nothing to do below them: they are the tips."""
        heads = [place for place, block in enumerate(self.blocks) if block.kind is Kind.HEADING]
        rows: dict[int, list[tuple[int, bool]]] = {}
        for place, end in pairwise([*heads, len(self.blocks)]):
            if place in self.rows:
                alone = not any(n in used for n in range(place, end))
                rows.setdefault(self.blocks[place].level, []).append((place, alone))
        items: list[Item] = []
        for row in rows.values():
            bare = [place for place, alone in row if alone]
            if len(bare) < cues.FEWEST_TOGETHER or len(bare) * 5 < len(row) * 3:
                continue
            self.group += 1
            for place in bare:
                text = self.blocks[place].text
                head = cues.NUMBERED.match(text) or cues.STEP.match(text)
                span = Span(head.end() if head else 0, len(text))
                said = text[slice(*span)]
                if grammar.orders(said) and " " in said and not (cues.MUSES.match(said) or signs.sells_or_alarms(said)):
                    self.section, self.anchor = text, self.blocks[place].anchor
                    items += self._item(ItemKind.TICK, signs.wording(said), place, span, (self.group, ""))
        return items

    def _walk(self) -> Iterator[Item]:
        """Yield what is found in the blocks, from the first to the last."""
        lists = {
            each.places[0]: each
            for each in chain.from_iterable(
                found(self.blocks) for found in (layout.unmarked, layout.lists, layout.bare_lists, layout.led_lists)
            )
        }
        inside = {place for each in lists.values() for place in each.places}
        tips = [each for each in layout.tips(self.blocks, self.guide.title) if not inside.intersection(each.places)]
        lists |= {each.places[0]: each for each in tips}
        inside.update(chain.from_iterable(each.places for each in tips))
        skipping = 0  # the level of the heading over references and the like
        self.inside = layout.between(self.blocks, lists.values())
        steps = layout.step_headings(self.blocks)
        advising, asking_among = layout.advising(self.blocks)
        self.asked = layout.asking_sections(self.blocks) | layout.asking_topics(self.blocks) | asking_among
        self.rows = layout.rows(self.blocks) | advising
        asking = layout.asking_headings(self.blocks, self.guide.title)
        bold = layout.asking_bold(self.blocks)
        for place, block in enumerate(self.blocks):
            if block.kind is Kind.HEADING:
                self.title = block.text
                if block.level < layout.BARE:
                    self.section, self.anchor = block.text, block.anchor
                self.in_step = place in steps
                self.headings = [each for each in self.headings if each.level < block.level]
                self.parents[place] = self.headings[-1] if self.headings else None
                self.headings.append(block)
                if skipping and block.level <= skipping:
                    skipping = 0
                if not skipping and cues.REFERENCES.fullmatch(block.text.strip(" :")):
                    skipping = block.level
            if block.kind is not Kind.QUOTE and re.search(r"\w", block.text):
                self.head = place
            if skipping:
                continue
            if place in lists:
                found = self._list(lists[place])
            elif block.kind is Kind.PARAGRAPH and not signs.linked(block) and place not in inside:
                found = self._paragraph(place)
                if place in bold and not any(item.evidence.start == 0 for item in found):
                    found += self._question(place, bold[place])
            elif block.kind is Kind.QUOTE:
                found = self._quote(place)
            elif block.kind is Kind.TABLE:
                found = self._table(place)
            elif place in asking:
                found = self._question(place, Span(0, len(block.text)), as_is=voice.own_words(block.text))
            else:
                continue
            yield from found

    # ------------------------------------------------------------------ lists

    def _list(self, found: layout.Row) -> list[Item]:
        texts = [self.blocks[place].text for place in found.places]
        lead = grammar.plain(found.lead)
        if sum(map(signs.linked, (self.blocks[place] for place in found.places))) * 2 > len(texts):
            return []
        if sum(bool(cues.CITATION.search(text)) for text in texts) * 2 >= len(texts):
            return []
        if sum(signs.all_quoted(text) for text in texts) * 2 > len(texts):
            return self._model_list(found)
        if sum(map(models.breaks_off, texts)) * 2 > len(texts):
            return [] if self._is_against(lead) or signs.theirs(lead) else self._unfinished(found)
        clauses = sum(
            bool(cues.MATTER.match(grammar.plain(text)) and not text.rstrip().endswith("?")) for text in texts
        )
        if len(texts) > 1 and clauses * 5 >= len(texts) * 3 and cues.ABOUT.search(lead):
            return [] if self._is_against(lead) or signs.theirs(lead) else self._matters(found)
        if self._prompting(lead) and not (self._is_against(lead) or signs.theirs(lead)):
            return self._prompts(found)
        if self._spoken(found, lead):
            return self._model_list(found)
        asked = sum(map(signs.opens_with_question, texts))
        if len(texts) > 1 and asked * 5 >= len(texts) * 3:
            return [] if self._is_against(lead) or signs.theirs(lead) else self._questions(found)
        return self._strategies(found, lead)

    def _prompting(self, lead: str) -> bool:
        """Whether a list is one of prompts to write about, by its introduction, a heading or the title."""
        return any(
            cues.PROMPTS.search(each) for each in (lead, self.guide.title, *(each.text for each in self.headings))
        )

    def _prompts(self, found: layout.Row) -> list[Item]:
        """Return the entries of a list of prompts, each to be written about: what it asks, tells and leaves open."""
        self.group += 1
        items: list[Item] = []
        for place in found.places:
            text = self.blocks[place].text
            if spoken := self._models(place, offered=True):
                items += spoken
            elif signs.all_questions(text):
                items += self._question(place, Span(0, len(text)))
            elif grammar.orders(text) and not signs.sells_or_alarms(text):
                whole = Span(0, len(text)) if len(text) <= LONGEST else self._first(place)
                items += self._item(ItemKind.PROMPT, signs.wording(text[slice(*whole)]), place, whole)
        return items

    def _spoken(self, found: layout.Row, lead: str) -> bool:
        """Whether a list without quotation marks is one of things to say: its place says so, and most speak as `I`."""
        texts = [self.blocks[place].text for place in found.places]
        if not cues.EXAMPLES.search(lead) or signs.theirs(lead) or self._is_against(lead):
            return False
        spoken = sum(bool(cues.SPEAKS.match(grammar.plain(text)) and models.starter(text)) for text in texts)
        return len(texts) > 1 and spoken * 5 >= len(texts) * 3

    def _model_list(self, found: layout.Row) -> list[Item]:
        lead = grammar.plain(found.lead)
        if not (models.OFFERS.search(lead) or cues.EXAMPLES.search(lead)) or self._is_against():
            return []
        self.group += 1
        ask = cues.TO_ASK.search(found.lead) and not self._is_against(found.lead)
        items = []
        for place in found.places:
            text = self.blocks[place].text
            span = next(iter(grammar.quotations(text)), Span(0, len(text)))
            quote = text[span.start : span.end]
            if ask and quote.endswith("?"):
                items += self._question(place, span, as_is=True)
            elif models.is_model(quote, found.lead, text[span.end + 1 :], offered=True):
                items += self._item(ItemKind.STARTER, models.starter(quote), place, span)
        return items

    def _unfinished(self, found: layout.Row) -> list[Item]:
        self.group += 1
        items = []
        for place in found.places:
            text = self.blocks[place].text
            if models.breaks_off(text):
                items += self._item(ItemKind.STARTER, models.finishable(text), place, Span(0, len(text)))
        return items

    def _matters(self, found: layout.Row) -> list[Item]:
        """Return what the reader is to think or write about (`what you have tried`), to be answered like questions."""
        items: list[Item] = []
        for place in found.places:
            text = self.blocks[place].text
            span = self._first(place)
            bracket = text.find(" (", span.start, span.end)
            span = Span(span.start, bracket if bracket > 0 else span.end)
            items += self._item(ItemKind.PROMPT, signs.wording(text[slice(*span)]), place, span)
            items += self._models(place)
        return items

    def _questions(self, found: layout.Row) -> list[Item]:
        texts = [self.blocks[place].text for place in found.places]
        own = any(map(voice.own_words, texts))
        as_is = bool(cues.ASKS_ANOTHER.search(grammar.plain(found.lead)))
        items: list[Item] = []
        both = bool(cues.FOR_BOTH.search(found.lead))
        others = voice.others(found.lead) or voice.others(self.title)
        for place, text in zip(found.places, texts, strict=True):
            spans = [span for span in grammar.parted(text) if signs.asks(text, span, listed=True)]
            if not spans or cues.CALL.search(text):
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
        if (
            head := cues.BOX.match(asked)
            or cues.LETTER.match(asked)
            or cues.NUMBERED.match(asked)
            or cues.ASK_YOURSELF.match(asked)
        ):
            rest = asked[head.end() :].lstrip()
            as_is = as_is or any(head.groupdict().get(name) for name in ("other", "ask"))
            span, asked = Span(span.end - len(rest), span.end), rest
        text = asked if as_is else voice.mine(asked, others=others, both=both)
        return self._item(self._kind(asked), text, place, span)

    @staticmethod
    def _kind(asked: str) -> ItemKind:
        """Return how a question is answered."""
        if len(grammar.parted(asked)) > 1:
            return ItemKind.PROMPT
        if grammar.how_often(asked) or grammar.on_a_scale(asked):
            return ItemKind.SCALE
        return ItemKind.CHOICE if grammar.yes_or_no(asked) else ItemKind.PROMPT

    def _strategies(self, found: layout.Row, lead: str) -> list[Item]:
        """Return steps or strategies as things to tick, and what steps ask and quote."""
        texts = [self.blocks[place].text for place in found.places]
        firsts = [self._first(place) for place in found.places]
        heads = (signs.bare_step(text[slice(*span)], told=True) for text, span in zip(texts, firsts, strict=True))
        told = [grammar.orders(head) or bool(cues.VOW.match(grammar.plain(head))) for head in heads]
        enough = len(texts) > 1 and (sum(told) * 5 >= len(texts) * 3 or all(map(cues.BOX.match, texts)))
        things = not enough and not found.ordered and self._things(texts, lead)
        if (
            self._is_against(lead)
            or signs.theirs(lead)
            or cues.THEY_DO.search(lead)
            or cues.BENEFITS.search(cues.HELPS_TO.sub("", lead))
        ):
            return []
        if not (enough or things):
            return [item for place in found.places for item in self._models(place)]
        self.group += 1
        group = self.group
        kind = ItemKind.STEP if found.ordered else ItemKind.TICK
        items: list[Item] = []
        for place, text, span in zip(found.places, texts, firsts, strict=True):
            said = text[slice(*span)]
            if at := signs.asked_at(said):
                items += self._question(place, Span(span.start + at, span.end))
            elif not (
                cues.CALL.search(said)
                or cues.ALARM.search(said)
                or said.endswith("?")
                or cues.BAD_LABEL.match(grammar.plain(text))
                or signs.linked(self.blocks[place])
            ):
                wording = signs.wording(signs.bare_step(said, told=self.blocks[place].kind is Kind.PARAGRAPH))
                items += self._item(
                    kind, wording, place, span, (group, "" if found.lead == self.title else signs.legend(found.lead))
                )
            if found.ordered:
                for each in (place, *self._continuation(place)):
                    items += self._asked_in_step(each)
            elif self.blocks[place].kind is Kind.PARAGRAPH and signs.order_and_questions(text, grammar.parted(text)):
                items += self._asked_in_step(place)
            items += self._enumerated(place, span.end)
            items += self._models(place, offered=self.blocks[place].kind is Kind.ITEM)
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
        title = signs.titles(lead) and bool(cues.AGAINST_TITLE.fullmatch(lead) or cues.AGAINST_HEADING.search(lead))
        turns = cues.TURNS.search(lead) and not cues.AGAINST.search(cues.INSTEAD.sub("", lead))
        return bool(
            title
            or (lead.rstrip().endswith(":") and cues.AGAINST.search(lead) and not cues.INSTEAD.search(lead))
            or any(
                not turns and cues.AGAINST_HEADING.search(heading) and not cues.BOTH_WAYS.search(heading)
                for heading in (grammar.plain(each.text) for each in self.headings)
            )
        )

    @staticmethod
    def _things(texts: Sequence[str], lead: str) -> bool:
        """Whether a list is one of things to try or to have, which its introduction says."""
        said = [grammar.plain(text) for text in texts]
        named = cues.THINGS if lead.rstrip().endswith(":") else cues.TO_TRY
        offered = named.search(lead) or (cues.SMALLER.search(lead) and all(map(grammar.is_doing, said)))
        right = len(texts) > 2 and offered and not cues.NOT_THINGS.search(lead)
        quoted = sum(bool(grammar.quotations(text)) for text in said)
        return bool(right) and quoted * 2 < len(said) and not any(map(cues.NO_THING.match, said))

    def _first(self, place: int) -> Span:
        """Return the first sentence of an item; one that introduces a quotation ends before it."""
        text = self.blocks[place].text
        span = (grammar.parted(text) or [Span(0, len(text))])[0]
        if box := cues.BOX.match(text) or cues.GOOD_LABEL.match(text):
            span = Span(box.end(), max(span.end, box.end()))
        elif (label := cues.STEP.match(text)) and label.end() >= span.end:
            # `Step 1.` is a sentence by its full stop only.
            span = self._within(text, Span(label.end(), len(text)))
        bold = next(iter(self.blocks[place].marks), None)
        if bold and bold.kind is MarkKind.STRONG and bold.start == span.start and len(text[: bold.end].split()) > 2:
            # Where bold type ends with a full stop, so does the sentence (`Mark it with an N. …`).
            stop = bold.end if text[: bold.end].endswith((".", "!")) else span.end
            span = Span(span.start, min(stop, span.end))
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
            if not item and (n not in self.inside or signs.step(block)):
                return
            yield n

    def _asked_in_step(self, place: int) -> list[Item]:
        """Return the questions inside a step that the reader is to answer."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        asking = [n for n, span in enumerate(spans) if signs.asks(text, span)]
        as_is_all = len(asking) == len(spans)
        if asking and asking[0] == 0 and not as_is_all:
            asking = asking[1:]
        runs: list[list[int]] = []
        for n in asking:
            after = text[spans[n].end : spans[n].end + 40]
            if cues.ANSWERED.match(grammar.plain(after)):
                continue
            if not signs.fragment(text[slice(*spans[n])]):
                runs.append([n])
            elif runs and runs[-1][-1] == n - 1 and not signs.echo(text[slice(*spans[n])]):
                runs[-1].append(n)
        items = []
        for run in runs:
            span = Span(spans[run[0]].start, spans[run[-1]].end)
            items += self._question(place, span, as_is=voice.own_words(text[slice(*span)]))
        return items

    def _table(self, place: int) -> list[Item]:
        """Return what one column of a table tells to say or do, or asks."""
        rows = self.blocks[place].rows
        column = layout.column(rows)
        if column is None or self._is_against():
            return []
        self.group += 1
        cells = [(n, row[column].text) for n, row in enumerate(rows[1:], 1) if column < len(row)]
        # Where most of a column are orders, the rest are, by verbs that no table here knows.
        told = sum(grammar.orders(text) for _, text in cells) * 5 >= len(cells) * 3
        items: list[Item] = []
        for n, text in cells:
            span = (grammar.quotations(text) or (Span(0, len(text)),))[0]
            said = text[slice(*span)]
            found: list[Item] = []
            if framed := models.starter(said):
                found = self._item(ItemKind.STARTER, framed, place, span)
            elif said.endswith("?"):
                asked = said if voice.own_words(said) else voice.mine(said)
                found = self._item(self._kind(said), asked, place, span) if layout.asks_alone(said) else []
            elif (told or grammar.orders(said)) and not (cues.CALL.search(said) or cues.MUSES.match(said)):
                found = self._item(ItemKind.TICK, signs.wording(said), place, span, (self.group, ""))
            items += [replace(each, evidence=replace(each.evidence, cell=(n, column))) for each in found]
        return items

    # ------------------------------------------------------------- paragraphs

    def _paragraph(self, place: int) -> list[Item]:
        items = self._told(place) + self._models(place) + self._to_each_other(place)
        items += self._headed(place, {item.evidence.start for item in items if item.kind is not ItemKind.STARTER})
        return [*self._asked_in_step(place), *items] if self.in_step else items

    def _headed(self, place: int, taken: Collection[int]) -> list[Item]:
        """Return the first order below a heading of a row of things to do."""
        text = self.blocks[place].text
        if place - 1 not in self.rows or self._is_against() or cues.ASK_ON.search(text):
            return []
        for span in grammar.parted(text):
            head = cues.INSTEAD_OF_THAT.match(text, *span)
            own = Span(head.end() if head else span.start, span.end)
            if any(span.start <= start < span.end for start in taken):
                return []
            if span.start and cues.POINTS_BACK.match(text, *own):
                continue
            if signs.is_advice(text[slice(*own)]) and not cues.WRITERS.search(grammar.outside(text)[slice(*own)]):
                self.group += 1
                return self._item(ItemKind.TICK, signs.wording(text[slice(*own)]), place, own, (self.group, ""))
        return []

    def _boxes(self, place: int) -> list[Item]:
        """Return the lines of a paragraph that stand behind empty boxes."""
        text = self.blocks[place].text
        lines = list(cues.BOXED.finditer(text))
        if len(lines) < 2 or self._is_against(layout.lead(self.blocks, place)):
            return []
        self.group += 1
        items = []
        for line in lines:
            span = Span(line.start(1), line.start(1) + len(line[1].rstrip()))
            if signs.asks(text, span, listed=True):
                items += self._question(place, span, as_is=voice.own_words(line[1]))
            elif not cues.CALL.search(line[1]):
                items += self._item(ItemKind.TICK, signs.wording(line[1]), place, span, (self.group, ""))
        return items

    def _blanks(self, place: int) -> list[Item]:
        """Return the sentences and questions of a text that leave their reader a blank."""
        text = self.blocks[place].text
        items: list[Item] = []
        for line in re.finditer(r"[^\n]+", text):
            span = Span(*line.span())
            if question := cues.TO_FILL.match(line[0]):
                items += self._question(place, Span(*(span.start + at for at in question.span(1))))
            elif "__" in line[0] and not grammar.quotations(text) and models.starter(line[0]):
                items += self._item(ItemKind.STARTER, models.starter(line[0]), place, span)
            elif "\n" in text and models.breaks_off(line[0]):
                items += self._item(ItemKind.STARTER, models.finishable(line[0]), place, span)
        return items

    def _set(self, place: int) -> list[Item]:
        """Return what a paragraph sets its reader behind a label: `Homework: …`, `Your turn: …`, `Question: …?`."""
        text = self.blocks[place].text
        label = cues.TASK.match(text)
        if label is None or self._is_against() or signs.sells_or_alarms(text):
            return []
        spans = [
            Span(max(span.start, label.end()), span.end) for span in grammar.parted(text) if span.end > label.end()
        ]
        self.group += 1
        items: list[Item] = []
        for n, span in enumerate(spans):
            said = text[slice(*span)]
            if signs.asks(text, span) and not signs.fragment(said):
                items += self._question(place, span, as_is=voice.own_words(said))
            elif grammar.orders(said) and not n and not grammar.quotations(said) and not said.endswith((":", "?")):
                items += self._asked_inside(place, span) or self._item(
                    ItemKind.TICK, signs.wording(said), place, span, (self.group, "")
                )
        return items

    def _lines(self, place: int) -> list[Item]:
        """Return the lines of a paragraph of which most are orders: a list in one piece."""
        text = self.blocks[place].text
        if cues.STEP.match(text) or "\n" not in text or self._is_against(layout.lead(self.blocks, place)):
            return []
        lines: list[Span] = []
        counted = 0
        for line in re.finditer(r"[^\n]+", text):
            said = grammar.plain(line[0])
            head = cues.GOOD_LABEL.match(said) or cues.BULLET.match(said)
            counted += bool(cues.NUMBERED.match(said))
            if not cues.BAD_LABEL.match(said):
                lines.append(Span(line.start() + (head.end() if head else 0), line.end()))
        told = sum(grammar.orders(text[slice(*span)]) for span in lines)
        if told < cues.FEWEST_TOGETHER or told * 5 < len(lines) * 3 or signs.sells_or_alarms(text):
            return []
        self.group += 1
        kind = ItemKind.STEP if counted == len(lines) else ItemKind.TICK
        items: list[Item] = []
        for span in lines:
            first = self._within(text, span)
            if not text[slice(*first)].endswith("?"):
                items += self._item(kind, signs.wording(text[slice(*first)]), place, first, (self.group, ""))
        return items

    def _judged(self, place: int) -> list[Item]:
        """Return what a paragraph tells to do where it tells what not to do, too (`Do: … Don't: …`)."""
        text = self.blocks[place].text
        judged = signs.judged(text)
        beside = [each.text for each in self.blocks[max(place - 1, 0) : place + 2] if each.kind is Kind.PARAGRAPH]
        if len({good for each in beside for _, good in signs.judged(each)}) < 2 or self._is_against():
            return []
        self.group += 1
        items = []
        for told, good in judged:
            span = self._within(text, told)
            said = text[slice(*span)]
            if good and grammar.orders(said) and not grammar.quotations(said) and not signs.sells_or_alarms(said):
                items += self._item(ItemKind.TICK, signs.wording(said), place, span, (self.group, ""))
        return items

    @staticmethod
    def _within(text: str, part: Span) -> Span:
        """Return the first sentence of a part of a text."""
        first = (grammar.parted(text[slice(*part)]) or [Span(0, part.end - part.start)])[0]
        return Span(part.start + first.start, part.start + first.end)

    def _in_order(self, place: int) -> list[Item]:
        """Return the steps that a text tells in sentences: `First, …` or `Start by …`, `Then …`, or `Day 1: …`."""
        text = self.blocks[place].text
        steps: list[tuple[Span, str]] = []
        for span in grammar.parted(text):
            said = text[slice(*span)]
            found = signs.goes_on(said, len(steps))
            if found is None:
                continue
            start, counted = found
            rest = said[start:]
            if signs.sells_or_alarms(rest):
                return []
            if grammar.orders(rest[:1].upper() + rest[1:]):
                steps.append((span, rest))
            elif counted:
                return []
        if len(steps) < cues.FEWEST_TOGETHER or self._is_against():
            return []
        self.group += 1
        listed = (self.group, "")
        return [
            item for span, said in steps for item in self._item(ItemKind.STEP, signs.wording(said), place, span, listed)
        ]

    def _told(self, place: int) -> list[Item]:
        text = self.blocks[place].text
        if found := self._boxes(place) or self._judged(place) or self._lines(place) or self._set(place):
            return found
        items = self._counted(place) or self._in_order(place) or self._blanks(place)
        listed = {item.evidence.start for item in items}
        spans = grammar.parted(text)
        above = layout.lead(self.blocks, place)
        questions = spans[1:] if spans and cues.PEN.match(text[slice(*spans[0])]) else spans
        reflects = len(questions) >= cues.FEWEST_TOGETHER and all(
            signs.asks(text, span, listed=True) for span in questions
        )
        if (
            signs.instructs(text, spans)
            or signs.order_and_questions(text, spans)
            or (reflects and (cues.REFLECT.search(above) or questions != spans or "\n" in text))
            or (reflects and self._is_section(place) and signs.asks_openly(text))
            or place in self.asked
        ) and not signs.theirs(above):
            both = False
            asked = " ".join(text[slice(*span)] for span in spans if signs.asks(text, span))
            for span in spans:
                if signs.asks(text, span):
                    # Where two are asked, the questions that follow are theirs too.
                    both = both or voice.names_both(text[slice(*span)])
                    items += self._question(place, span, as_is=voice.own_words(asked), both=both)
                else:
                    items += self._asked_inside(place, span)
            return items
        for n, span in enumerate(spans):
            sentence = text[slice(*span)]
            if not items or items[-1].evidence.end <= span.start:
                before = text[slice(*spans[n - 1])] if n else ""
                items += self._enumeration(place, span, sentence, before)
            told = (
                self._ask_yourself(place, n)
                or self._to_answer(place, n)
                or self._after_order(place, n)
                or ([] if span.start in listed else self._asked_inside(place, span))
            )
            if not told and grammar.on_a_scale(sentence) and signs.asks(text, span):
                told = self._question(place, span)
                for follow in islice(spans, n + 1, None):
                    if not signs.asks(text, follow) or signs.fragment(text[slice(*follow)]):
                        break
                    told += self._question(place, follow)
            items += told
        return items

    def _is_section(self, place: int) -> bool:
        """Whether a paragraph is all that stands below a heading."""
        beside = self.blocks[place - 1 : place + 2 : 2] if place else ()
        return bool(beside) and all(each.kind is Kind.HEADING for each in beside) and not signs.theirs(self.title)

    def _counted(self, place: int) -> list[Item]:
        text = self.blocks[place].text
        spans = grammar.counted(text)
        if not spans or cues.CALL.search(text[spans[0].start : spans[-1].end]):
            return []
        self.group += 1
        items = []
        for span in spans:
            items += self._item(ItemKind.TICK, signs.wording(text[slice(*span)]), place, span, (self.group, ""))
        return items

    def _enumeration(self, place: int, span: Span, sentence: str, before: str) -> list[Item]:
        if cues.ASKS_FACT.fullmatch(grammar.plain(self.title).strip()) and grammar.orders(sentence):
            return []
        barred = signs.sells_or_alarms(sentence) or cues.WRITERS.search(grammar.outside(sentence))
        members = [] if barred else grammar.enumeration(sentence, before)
        if not members:
            return []
        self.group += 1
        both = voice.each_does(grammar.plain(sentence))
        items = []
        for member in members:
            said = sentence[slice(*member.span)].strip()
            said = re.sub(r"^(?:even|perhaps|maybe|simply|also) ", "", said)
            wording = signs.unended(voice.mine(f"{member.lead} {said}".strip(), both=both))
            items += self._item(ItemKind.TICK, wording, place, span, (self.group, ""))
        return items if len(items) == len(members) else []

    def _ask_yourself(self, place: int, number: int) -> list[Item]:
        """Return what the guide tells readers to ask themselves, in the sentence and in those after it."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        start, end = spans[number]
        outside = grammar.outside(text[start:end])
        found = cues.ASK_YOURSELF.search(outside)
        if not found and (are := cues.QUESTIONS_ARE.match(grammar.plain(outside))) and not signs.theirs(are[0]):
            found = are
        leads = outside.endswith(".") and cues.ASK_ON.search(outside) and not signs.tells(text)
        if not (found or leads):
            return []
        at = start + found.end() if found else end
        at += len(text[at:end]) - len(text[at:end].lstrip())
        items: list[Item] = []
        for span in chain((Span(at, end),) if found else (), islice(spans, number + 1, None)):
            said = text[slice(*span)]
            if not signs.asks(text, span, listed=True) or (span.start >= end and cues.ASK_YOURSELF.search(said)):
                break
            other = found is not None and any(found.groupdict().get(name) for name in ("other", "ask"))
            if len(said.split()) >= cues.FEWEST_WORDS or other:
                items += self._question(place, span, as_is=other or voice.own_words(said))
        return items

    def _asked_inside(self, place: int, span: Span) -> list[Item]:
        """Return what a sentence tells readers to think about, in a clause (`ask yourself what you want`)."""
        text = self.blocks[place].text
        sentence = text[slice(*span)]
        if self._is_against() or signs.sells_or_alarms(sentence) or signs.tells(text):
            return []
        if place - 1 in self.rows and cues.WRITES.match(sentence):
            return []  # it is the thing to do that the heading announces
        items: list[Item] = []
        for asked in clauses.inside(sentence):
            own = Span(span.start + asked.span.start, span.start + asked.span.end)
            kind = self._kind(asked.text) if asked.text.endswith("?") else ItemKind.PROMPT
            items += self._item(kind, voice.mine(asked.text), place, own)
        return items

    def _after_order(self, place: int, number: int) -> list[Item]:
        """Return two or more questions after an order to look at something (`Look at the week. Who …? What …?`)."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        if not cues.LOOKS.match(grammar.plain(text[slice(*spans[number])])) or signs.tells(text):
            return []
        asked: list[Span] = []
        for span in islice(spans, number + 1, None):
            if not signs.asks(text, span):
                break
            asked.append(span)
        said = [text[slice(*span)] for span in asked]
        if len(asked) < 2 or any(map(signs.fragment, said)) or sum(map(voice.addresses, said)) * 2 < len(said):
            return []
        return [item for span in asked for item in self._question(place, span)]

    def _to_answer(self, place: int, number: int) -> list[Item]:
        """Return a question that the next sentence bids its reader to answer (`Which one is it? Write it down.`)."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        if number + 1 == len(spans) or not cues.ANSWER_IT.match(grammar.plain(text[slice(*spans[number + 1])])):
            return []
        span = spans[number]
        asks = signs.asks(text, span) and not signs.fragment(text[slice(*span)]) and voice.addresses(text[slice(*span)])
        return self._question(place, span) if asks and not signs.tells(text) else []

    # ------------------------------------------------------------ model words

    def _quote(self, place: int) -> list[Item]:
        """Return a block quotation that the text above hands to the reader."""
        text = self.blocks[place].text
        # What is above a row of quotations introduces each of them.
        lead = layout.lead(self.blocks, self.head + 1)
        above = self.blocks[self.head] if self.head >= 0 else None
        offered = (
            above is not None and above.kind is Kind.PARAGRAPH and bool(models.OFFERS.search(grammar.plain(above.text)))
        )
        spans = grammar.quotations(text)
        span = spans[0] if spans else Span(0, len(text))
        quote = text[slice(*span)]
        if not spans and signs.all_questions(text):
            head = grammar.plain(lead)
            asked = cues.ASKS.search(head) and head.rstrip().endswith((":", ".")) and not signs.theirs(head)
            return [item for each in grammar.parted(text) for item in self._question(place, each)] if asked else []
        follows = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        after = follows.text if follows and follows.kind is Kind.PARAGRAPH else ""
        signed = re.match(r"\W*[–—-]\s*\w", text[span.end :])  # it names who has said it
        if signed or not models.is_model(quote, lead, after, offered=offered):
            return []
        return self._item(ItemKind.STARTER, models.starter(quote), place, span)

    def _models(self, place: int, *, offered: bool = False) -> list[Item]:
        """Return the model sentences that a text quotes; `offered` says that all it quotes is to be said."""
        if self._is_against() or (cues.THEY_SAY.match(self.title) and signs.theirs(self.title)):
            return []
        text = self.blocks[place].text
        spans = grammar.parted(text)
        titles = (self.guide.title, *(each.text for each in self.headings))
        offered = offered or any(map(cues.EXAMPLES.search, titles))
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
            goes_on = taken and len(lead) < cues.LONGEST_MORE and cues.MORE.fullmatch(lead)
            if re.search(r"\w", re.sub(r"\b(?:and|or|nor)\b", "", lead, flags=re.IGNORECASE)):
                before = lead
            elif end <= first.start:
                # It stands alone: the sentence before introduces it.
                above = layout.lead(self.blocks, self._first_quoted(place)).rstrip()
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
        lead = grammar.plain(layout.lead(self.blocks, self._first_quoted(place)))
        to_ask = cues.TO_ASK.search(lead) or self._opens_row(place)
        if signs.all_quoted(text) and to_ask and not (self._is_against(lead) or signs.theirs(lead)):
            quoted = [span for span in grammar.quotations(text) if text[slice(*span)].endswith("?")]
            return [item for span in quoted for item in self._question(place, span, as_is=True)]
        for span in grammar.quotations(text):
            asked = text[slice(*span)]
            found = cues.ASK_QUOTED.search(text[max(0, span.start - cues.LONGEST_MORE) : span.start - 1])
            if found and asked.endswith("?") and not self._is_against():
                items += self._question(place, span, as_is=bool(found["other"]) or voice.own_words(asked))
        return items

    def _opens_row(self, place: int) -> bool:
        """Whether a quoted question stands in a row of three or more that the text above hands over to be asked."""
        first = self._first_quoted(place)
        row = self.blocks[first : first + cues.FEWEST_TOGETHER]
        asked = [each.kind is Kind.PARAGRAPH and signs.all_quoted(each.text) and "?" in each.text[-2:] for each in row]
        above = self.blocks[first - 1].text if first else ""
        return len(asked) == cues.FEWEST_TOGETHER and all(asked) and bool(cues.STARTERS.search(grammar.plain(above)))

    def _first_quoted(self, place: int) -> int:
        """Return the first of the paragraphs up to this one that are quotations and nothing else."""
        row = place and all(
            each.kind is Kind.PARAGRAPH and signs.all_quoted(each.text) for each in self.blocks[place - 1 : place + 1]
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
