"""What a guide quotes for its reader: model sentences to complete, questions to ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from guidewright.model import Kind
from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_layout as layout
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_starters as models
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span
from guidewright.worksheets.derive_items import ItemKind
from guidewright.worksheets.derive_place import Place

if TYPE_CHECKING:
    from guidewright.worksheets.derive_items import Item


class Quoted(Place):
    """Finds in quotations what the reader may say or ask."""

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
        they_say = cues.THEY_SAY.match(self.title) and signs.theirs(self.title)
        if self._is_against() or they_say or cues.OWN_WORDS.search(self.title):
            return []
        text = self.blocks[place].text
        spans = grammar.parted(text)
        titles = (self.guide.title, *(each.text for each in self.headings))
        offered = offered or any(map(cues.EXAMPLES.search, titles))
        alone = not re.search(r"\w", grammar.outside(text))
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
                said = text[slice(*spans[n - 1])] if n else ""
                # What leads to a row of quotations leads to each of them.
                if n and not (before and signs.all_quoted(said)):
                    before = said
                elif not n:
                    before = "" if above.endswith((".", "!", "?")) else above
            end = span.end + 1
            after = text[end : spans[last].end]
            quote = text[slice(*span)]
            asked = after.rstrip().endswith("?")  # the sentence around it is a question about it
            # Who has spoken goes on speaking in the quotation that follows with no words before it.
            theirs = models.spoken_by_another(after) or (
                theirs and not re.search(r"\w", text[first.start : span.start])
            )
            # Nothing but quotations, and nothing above that hands them over: somebody has said so.
            unled = alone and not (offered or before.rstrip().endswith(":") or models.OFFERS.search(before))
            taken = not (asked or theirs or unled) and models.is_model(
                quote, before, after, offered=offered or bool(goes_on)
            )
            if taken:
                items += self._item(ItemKind.STARTER, models.starter(quote), place, span)
        return items

    def _to_each_other(self, place: int) -> list[Item]:
        """Return the quoted questions that the reader is to ask: `ask yourself, “…?”`, `ask each other: “…?”`."""
        text = self.blocks[place].text
        items: list[Item] = []
        lead = grammar.plain(layout.lead(self.blocks, self._first_quoted(place)))
        headed = place > 0 and self.blocks[place - 1].kind is Kind.HEADING and cues.THE_QUESTIONS.search(lead)
        to_ask = headed or cues.TO_ASK.search(lead) or self._opens_row(place)
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
