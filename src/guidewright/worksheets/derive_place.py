"""A place in a guide: what stands above it, and how what is found there becomes an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_layout as layout
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span
from guidewright.worksheets.derive_items import LONGEST, Evidence, Item, ItemKind

if TYPE_CHECKING:
    from guidewright.model import Block, Guide


class Place:
    """Where the walk through a guide stands, and what it makes of the words there."""

    def __init__(self, guide: Guide) -> None:
        """Begin at the top."""
        self.guide = guide
        self.blocks = layout.titled(guide.blocks)
        self.others = voice.others(guide.title)  # whether `he` may be somebody but the partner
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
            or cues.TASK.match(asked)
        ):
            rest = asked[head.end() :].lstrip()
            as_is = as_is or any(head.groupdict().get(name) for name in ("other", "ask"))
            span, asked = Span(span.end - len(rest), span.end), rest
        text = asked if as_is else voice.mine(asked, others=others or self.others, both=both)
        return self._item(self._kind(asked), text, place, span)

    def _wording(self, said: str) -> str:
        return signs.wording(said, others=self.others)

    @staticmethod
    def _kind(asked: str) -> ItemKind:
        """Return how a question is answered."""
        if len(grammar.parted(asked)) > 1:
            return ItemKind.PROMPT
        if grammar.how_often(asked) or grammar.on_a_scale(asked):
            return ItemKind.SCALE
        return ItemKind.CHOICE if grammar.yes_or_no(asked) else ItemKind.PROMPT

    def _item(self, kind: ItemKind, text: str, place: int, span: Span, listed: tuple[int, str] = (0, "")) -> list[Item]:
        """Return the item, or nothing if its wording is too long or says nothing; `listed` are group and legend."""
        text = " ".join(text.split())
        if len(text) > LONGEST or not re.search(r"\w", text):
            return []
        evidence = Evidence(place, span.start, span.end, self.anchor)
        return [Item(kind, text[0].upper() + text[1:], self.section, evidence, *listed)]

    def _is_against(self, lead: str = "") -> bool:
        """Whether a list warns, or tells of others: by the words that introduce it, or by a heading above it."""
        title = signs.titles(lead) and bool(cues.AGAINST_TITLE.fullmatch(lead) or cues.AGAINST_HEADING.search(lead))
        turns = cues.TURNS.search(lead) and not cues.AGAINST.search(cues.INSTEAD.sub("", lead))
        return bool(
            title
            or (lead.rstrip().endswith((":", ".")) and grammar.narrates(lead))
            or (lead.rstrip().endswith(":") and cues.AGAINST.search(lead) and not cues.INSTEAD.search(lead))
            or any(
                not turns and cues.AGAINST_HEADING.search(heading) and not cues.BOTH_WAYS.search(heading)
                for heading in (grammar.plain(each.text) for each in self.headings)
            )
        )

    @staticmethod
    def _within(text: str, part: Span) -> Span:
        """Return the first sentence of a part of a text."""
        first = (grammar.parted(text[slice(*part)]) or [Span(0, part.end - part.start)])[0]
        return Span(part.start + first.start, part.start + first.end)
