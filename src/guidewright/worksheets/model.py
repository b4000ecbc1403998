"""The block model of a worksheet. Both renderers read it and nothing else, so screen, paper and PDF hold the same.

All values are frozen, slotted and picklable. Every question knows its fields: what a reader can fill in. A renderer
is right when it shows exactly `Sheet.fields`, in that order, with those ids and labels.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from guidewright.worksheets.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


# Between the address of a place and the words of a sentence there, as URLs have it (a text fragment).
SENTENCE = ":~:text="


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; a line break in `text` is the author's own and stays.

    `target` is a link's address, relative to the page the sheet stands on or absolute; empty for plain text.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str = ""


Text = tuple[Run, ...]


def text(plain: str) -> Text:
    """Return text in one plain style."""
    return (Run(plain),) if plain else ()


def plain(runs: Text) -> str:
    """Return the words of a text, without styles, as one line."""
    return " ".join("".join(run.text for run in runs).split())


class FieldKind(StrEnum):
    """What a reader does with a field."""

    TEXT = "text"  # writes, several lines
    LINE = "line"  # writes, one line
    TICK = "tick"  # ticks or leaves
    CHOICE = "choice"  # chooses one of the options


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in. `id` is unique in the sheet; `label` says in words what goes there.

    `options` are the labels of a CHOICE, in order. `lines` is the room for a TEXT, in written lines.
    """

    id: str
    kind: FieldKind
    label: str
    options: tuple[str, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose."""

    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6; level 1 is the sheet's title."""

    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `items` are sequences of prose; an ordered one counts from `start`."""

    items: tuple[tuple[Prose, ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted prose."""

    prose: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A boxed remark with a title, such as a safety notice. `language` is its own, if it is not the sheet's."""

    title: Text
    prose: tuple[Prose, ...]
    language: str = ""


Prose = Paragraph | Heading | Listing | Quote | Note


@dataclass(frozen=True, slots=True)
class Prompt:
    """An open question with room to write: `lines` written lines.

    `evidence` of this and the other blocks is the address of the sentence that a derived question came from: of its
    place, and behind SENTENCE the words by which a browser finds it there.
    """

    id: str
    question: Text
    lines: int = 3
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The one text field."""
        return (Field(self.id, FieldKind.TEXT, plain(self.question), lines=self.lines),)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist."""

    text: Text
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick, or to choose one of; `other` counts empty lines for the reader's own.

    `ordered` numbers the items: they are steps.
    """

    id: str
    legend: Text
    items: tuple[Item, ...]
    choose_one: bool = False
    ordered: bool = False
    other: int = 0
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def others(self) -> tuple[Field, ...]:
        """The text fields of the reader's own lines."""
        say = words(self.language)
        return tuple(
            Field(f"{self.id}--other-{n}", FieldKind.LINE, f"{plain(self.legend)}: {say.other_n(n, self.other)}")
            for n in range(1, self.other + 1)
        )

    @property
    def options(self) -> tuple[str, ...]:
        """The labels to tick or choose from, the reader's own lines last."""
        say = words(self.language)
        own = (say.other_n(n, self.other) for n in range(1, self.other + 1))
        return (*(plain(item.text) for item in self.items), *own)

    @property
    def fields(self) -> tuple[Field, ...]:
        """A tick an option, or one choice; after each of the reader's own its text field."""
        if self.choose_one:
            return (Field(self.id, FieldKind.CHOICE, plain(self.legend), self.options), *self.others)
        given = len(self.items)
        ticks = [Field(f"{self.id}--{n}", FieldKind.TICK, label) for n, label in enumerate(self.options, 1)]
        own = [field for pair in zip(ticks[given:], self.others, strict=True) for field in pair]
        return (*ticks[:given], *own)


@dataclass(frozen=True, slots=True)
class Scale:
    """A whole number to choose from `first` to `last`, both included; `low` and `high` say what the ends mean."""

    id: str
    question: Text
    first: int = 1
    last: int = 10
    low: str = ""
    high: str = ""
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The one choice."""
        options = tuple(str(n) for n in range(self.first, self.last + 1))
        return (Field(self.id, FieldKind.CHOICE, plain(self.question), options),)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to complete: a blank stands between each two `pieces` (which may be empty).

    `wide` says of each blank whether it takes a line of its own width.
    """

    pieces: tuple[Text, ...]
    wide: tuple[bool, ...]
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Starters:
    """Sentences to complete."""

    id: str
    legend: Text
    sentences: tuple[Sentence, ...]
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def rows(self) -> tuple[tuple[Field, ...], ...]:
        """For each sentence the fields of its blanks, named after the words that lead to them."""
        say = words(self.language)
        rows, number = [], 0
        for sentence in self.sentences:
            row = []
            start = next(filter(None, map(plain, sentence.pieces)), plain(self.legend)).strip(" .,;:!?…")
            for blank in range(1, len(sentence.pieces)):
                number += 1
                label = f"{start}: {say.blank_n(blank, len(sentence.pieces) - 1)}"
                row.append(Field(f"{self.id}--{number}", FieldKind.LINE, label))
            rows.append(tuple(row))
        return tuple(rows)

    @property
    def fields(self) -> tuple[Field, ...]:
        """One line a blank."""
        return tuple(field for row in self.rows for field in row)


@dataclass(frozen=True, slots=True)
class Table:
    """A table to fill in: `columns` to write in, and `rows` empty rows or one row a label of `labels`.

    `lines` is the height of a cell in written lines.
    """

    id: str
    legend: Text
    columns: tuple[Text, ...]
    rows: int = 0
    labels: tuple[Text, ...] = ()
    lines: int = 2
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def cells(self) -> tuple[tuple[Field, ...], ...]:
        """The fields, row by row."""
        say = words(self.language)
        heads = [plain(label) for label in self.labels] or [say.row_n(n) for n in range(1, self.rows + 1)]
        return tuple(
            tuple(
                Field(f"{self.id}--{r}-{c}", FieldKind.TEXT, f"{head}, {plain(column)}", lines=self.lines)
                for c, column in enumerate(self.columns, 1)
            )
            for r, head in enumerate(heads, 1)
        )

    @property
    def fields(self) -> tuple[Field, ...]:
        """One text field a cell."""
        return tuple(field for row in self.cells for field in row)


@dataclass(frozen=True, slots=True)
class Planner:
    """Days down the side, slots of the day along the top, and room to write in each crossing."""

    id: str
    legend: Text
    days: tuple[str, ...]
    slots: tuple[str, ...]
    lines: int = 2
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def table(self) -> Table:
        """The same as a table: what both renderers draw."""
        labels = tuple(text(day) for day in self.days)
        slots = tuple(text(slot) for slot in self.slots)
        return Table(self.id, self.legend, slots, 0, labels, self.lines, self.hint, self.evidence, self.language)

    @property
    def fields(self) -> tuple[Field, ...]:
        """One text field a crossing."""
        return self.table.fields


@dataclass(frozen=True, slots=True)
class Agreement:
    """Something to agree on and sign: room for the terms (`lines`, may be 0), a signature a party, a date."""

    id: str
    legend: Text
    parties: tuple[str, ...]
    lines: int = 4
    date: bool = True
    hint: tuple[Prose, ...] = ()
    evidence: str = ""
    language: str = "en"

    @property
    def terms(self) -> Field | None:
        """The field for what is agreed, if there is room for it."""
        return Field(self.id, FieldKind.TEXT, plain(self.legend), lines=self.lines) if self.lines else None

    @property
    def signatures(self) -> tuple[Field, ...]:
        """The fields for the names of those who agree, and for the date."""
        say = words(self.language)
        named = [
            Field(f"{self.id}--signed-{n}", FieldKind.LINE, f"{say.signed}: {party}")
            for n, party in enumerate(self.parties, 1)
        ]
        return (*named, Field(f"{self.id}--date", FieldKind.LINE, say.date)) if self.date else tuple(named)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The terms, then the signatures and the date."""
        return ((self.terms,) if self.terms else ()) + self.signatures


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page of paper, as long as a page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """From here on a new page of paper."""


Question = Prompt | Checklist | Scale | Starters | Table | Planner | Agreement
Block = Prose | Question | Keep | PageBreak

PAPERS = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide that a sheet belongs to: its title and its absolute address (empty if the site has none)."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet. `slug` names it in a workbook; `language` is a BCP 47 code.

    `papers` are the sizes it is made for. `base` is the absolute address of the page it stands on, against which
    links are resolved for paper; empty if the site has none. `site` is the site's name, shown small on paper.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    slug: str = ""
    language: str = "en"
    papers: tuple[str, ...] = PAPERS
    guides: tuple[Guide, ...] = ()
    base: str = ""
    site: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order, those inside `keep` too."""
        return tuple(questions(self.blocks))

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in order, no two with one label."""
        asked = self.questions
        named = labels(asked)
        return tuple(replace(field, label=named[field.id]) for question in asked for field in question.fields)


def questions(blocks: Iterable[Block]) -> Iterator[Question]:
    """Yield the questions among blocks in order, those inside `keep` too."""
    for block in blocks:
        if isinstance(block, Keep):
            yield from questions(block.blocks)
        elif isinstance(block, Question):
            yield block


def title(question: Question) -> Text:
    """Return what a question asks, or the words above it."""
    return question.question if isinstance(question, Prompt | Scale) else question.legend


def labels(asked: Sequence[Question]) -> dict[str, str]:
    """Return what each field of a sheet is called, by id: its own label, with more words where others have the same.

    A question that is asked again (`Why?`) is named after the one before it, all else after its own question. What
    is the same even then is counted.
    """
    own = Counter(field.label for question in asked for field in question.fields)
    titles = Counter(plain(title(question)) for question in asked)
    named: dict[str, str] = {}
    ticks: set[str] = set()
    before = ""
    for question in asked:
        said = plain(title(question))
        for field in question.fields:
            above = before if field.label == said else said
            named[field.id] = joined(above, field.label) if own[field.label] > 1 else field.label
            if field.kind is FieldKind.TICK:
                ticks.add(field.id)
        if titles[said] == 1:
            before = said
    # A tick and the line beside it may be called the same: one is ticked, the other is written on.
    keys = {name: (name in ticks, label) for name, label in named.items()}
    same, met = Counter(keys.values()), Counter[tuple[bool, str]]()
    for name, key in keys.items():
        met[key] += 1
        if same[key] > 1:
            named[name] += f" ({met[key]})"
    return named


def joined(above: str, label: str) -> str:
    """Return a label with what it belongs to before it, once: `How was it? Why?`, `What happened: Row 1`."""
    if not above or label.startswith(above):
        return label
    ended = unicodedata.category(above[-1]).startswith("P")
    return f"{above} {label}" if ended else f"{above}: {label}"
