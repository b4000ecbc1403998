"""What a paragraph gives to do or to answer: steps told in sentences, lists in one piece, questions to think about."""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise, takewhile
from typing import TYPE_CHECKING

from guidewright.model import Kind
from guidewright.worksheets import derive_clauses as clauses
from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_layout as layout
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_starters as models
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span
from guidewright.worksheets.derive_items import ItemKind
from guidewright.worksheets.derive_quoted import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.worksheets.derive_items import Item


class Prose(Quoted):
    """Finds in running text what the reader may do or answer."""

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
            told = [] if span.start in listed else self._asked_inside(place, span)
            told += self._ask_yourself(place, n) or self._to_answer(place, n) or self._after_order(place, n)
            if not told and grammar.on_a_scale(sentence) and signs.asks(text, span):
                told = self._question(place, span)
                for follow in islice(spans, n + 1, None):
                    if not signs.asks(text, follow) or signs.fragment(text[slice(*follow)]):
                        break
                    told += self._question(place, follow)
            items += told
        return items

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
                items += self._item(ItemKind.TICK, self._wording(line[1]), place, span, (self.group, ""))
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
                items += self._item(ItemKind.TICK, self._wording(said), place, span, (self.group, ""))
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
                items += self._item(kind, self._wording(text[slice(*first)]), place, first, (self.group, ""))
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
                    ItemKind.TICK, self._wording(said), place, span, (self.group, "")
                )
        return items

    def _counted(self, place: int) -> list[Item]:
        text = self.blocks[place].text
        spans = grammar.counted(text)
        if not spans or cues.CALL.search(text[spans[0].start : spans[-1].end]):
            return []
        self.group += 1
        items = []
        for span in spans:
            items += self._item(ItemKind.TICK, self._wording(text[slice(*span)]), place, span, (self.group, ""))
        return items

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
        if len(steps) < cues.FEWEST_TOGETHER or self._is_against() or signs.tells(text):
            return []
        done = {span for span, _ in steps}
        around = [text[slice(*span)] for span in grammar.parted(text) if span not in done]
        if sum(bool(grammar.PAST.search(grammar.outside(said))) for said in around) * 2 >= len(around) > 0:
            return []  # they are what somebody has done
        self.group += 1
        listed = (self.group, "")
        return [
            item for span, said in steps for item in self._item(ItemKind.STEP, self._wording(said), place, span, listed)
        ]

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

    def _is_section(self, place: int) -> bool:
        """Whether a paragraph is all that stands below a heading."""
        beside = self.blocks[place - 1 : place + 2 : 2] if place else ()
        return bool(beside) and all(each.kind is Kind.HEADING for each in beside) and not signs.theirs(self.title)

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
            wording = signs.unended(voice.mine(f"{member.lead} {said}".strip(), both=both, others=self.others))
            items += self._item(ItemKind.TICK, wording, place, span, (self.group, ""))
        return items if len(items) == len(members) else []

    def _enumerated(self, place: int, after: int) -> list[Item]:
        """Return what the sentences of a text offer to choose from, those from `after` on."""
        text = self.blocks[place].text
        spans = [Span(0, 0), *grammar.parted(text)]
        items: list[Item] = []
        for last, span in pairwise(spans):
            if span.start >= after:
                items += self._enumeration(place, span, text[slice(*span)], text[slice(*last)])
        return items

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
        other = found is not None and any(found.groupdict().get(name) for name in ("other", "ask"))
        follow = self._asked_from(place, number + 1, listed=True)
        beside = [text[slice(*span)] for span in follow]
        for span in chain((Span(at, end),) if found else (), follow):
            said = text[slice(*span)]
            if not signs.asks(text, span, listed=True) or (span.start >= end and cues.ASK_YOURSELF.search(said)):
                break
            if len(said.split()) >= cues.FEWEST_WORDS or other or signs.parallel(said, beside):
                items += self._question(place, span, as_is=other or voice.own_words(said))
        return items

    def _to_answer(self, place: int, number: int) -> list[Item]:
        """Return questions that the next sentence bids their reader to answer (`Which one is it? Write it down.`)."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        if signs.tells(text) or signs.sells_or_alarms(text) or (number and signs.asks(text, spans[number - 1])):
            return []
        asked = self._asked_from(place, number)
        after = number + len(asked)
        if after == len(spans) or not cues.ANSWER_IT.match(grammar.plain(text[slice(*spans[after])])):
            return []
        return self._to_reader(place, asked)

    def _asked_from(self, place: int, number: int, *, listed: bool = False) -> list[Span]:
        """Return the sentences from one on that ask, up to the first that does not."""
        text = self.blocks[place].text
        follow = islice(grammar.parted(text), number, None)
        return list(takewhile(lambda span: signs.asks(text, span, listed=listed), follow))

    def _to_reader(self, place: int, asked: Sequence[Span]) -> list[Item]:
        """Return questions of which half or more name their reader."""
        said = [self.blocks[place].text[slice(*span)] for span in asked]
        if any(signs.fragment(each) and not signs.parallel(each, said) for each in said) or sum(
            map(voice.addresses, said)
        ) * 2 < len(said):
            return []
        return [item for span in asked for item in self._question(place, span)]

    def _after_order(self, place: int, number: int) -> list[Item]:
        """Return the questions after an order: two after one to look at something, or three that end the text."""
        text = self.blocks[place].text
        spans = grammar.parted(text)
        said = grammar.plain(text[slice(*spans[number])])
        looks = cues.LOOKS.match(said)
        if signs.tells(text) or not (looks or (grammar.orders(said) and not cues.MUSES.match(said))):
            return []
        asked = self._asked_from(place, number + 1)
        ends = len(asked) >= cues.FEWEST_TOGETHER and number + 1 + len(asked) == len(spans)
        return self._to_reader(place, asked) if ends or (looks and len(asked) > 1) else []

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
            items += self._item(kind, voice.mine(asked.text, others=self.others), place, own)
        return items

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
