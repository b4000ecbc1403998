"""Where in a guide there is something to answer, tick or complete, and where it only looks like it.

What is not certain is left out. Rhetorical questions, headings, quotations of the partner, lines that are shown as bad,
calls to buy or to phone, references and menus are never taken.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from guidewright.model import Kind, MarkKind
from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_layout as layout
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_starters as models
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span
from guidewright.worksheets.derive_items import LONGEST, ItemKind
from guidewright.worksheets.derive_prose import Prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from guidewright.worksheets.derive_items import Item


class Finder(Prose):
    """Walks through a guide once and yields what a reader could answer, tick or complete."""

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
                    items += self._item(ItemKind.TICK, self._wording(said), place, span, (self.group, ""))
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
            if self.headings and self.headings[-1].level == layout.BARE and layout.ends_list(self.blocks, place):
                self.headings.pop()  # what is written behind the list of a bare title goes on with the text above
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

    def _list(self, found: layout.Row) -> list[Item]:
        texts = [self.blocks[place].text for place in found.places]
        lead = grammar.plain(found.lead)
        if sum(map(signs.linked, (self.blocks[place] for place in found.places))) * 2 > len(texts):
            return []
        if sum(bool(cues.CITATION.search(text)) for text in texts) * 2 >= len(texts):
            return []
        if sum(bool(cues.RESULT.search(text)) for text in texts) * 2 > len(texts):
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
                items += self._item(ItemKind.PROMPT, self._wording(text[slice(*whole)]), place, whole)
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
        offers = models.OFFERS.search(lead) or cues.EXAMPLES.search(lead) or cues.TO_ASK.search(lead)
        if not offers or self._is_against() or signs.theirs(lead):
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
            items += self._item(ItemKind.PROMPT, self._wording(text[slice(*span)]), place, span)
            items += self._models(place)
        return items

    def _questions(self, found: layout.Row) -> list[Item]:
        texts = [self.blocks[place].text for place in found.places]
        own = any(map(voice.own_words, texts))
        as_is = bool(cues.ASKS_ANOTHER.search(grammar.plain(found.lead)))
        items: list[Item] = []
        both = bool(cues.FOR_BOTH.search(found.lead))
        others = self.others or voice.others(found.lead) or voice.others(self.title)
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
                wording = self._wording(signs.bare_step(said, told=self.blocks[place].kind is Kind.PARAGRAPH))
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
                found = self._item(ItemKind.TICK, self._wording(said), place, span, (self.group, ""))
            items += [replace(each, evidence=replace(each.evidence, cell=(n, column))) for each in found]
        return items

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
                kind = ItemKind.STEP if cues.WHICH.fullmatch(self.title) else ItemKind.TICK
                return self._item(kind, self._wording(text[slice(*own)]), place, own, (self.group, ""))
        return []
