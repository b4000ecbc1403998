"""What belongs together in a guide: lists with marks and without, rows of headings, sections that only ask.

Everything here is a function of the blocks; places are their indexes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from guidewright.model import Kind, MarkKind
from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_voice as voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.model import Block, Cell
    from guidewright.worksheets.derive_grammar import Span


@dataclass(slots=True)
class Row:
    """Items of one depth that follow each other: indexes of blocks. `lead` is the text that introduces them."""

    places: list[int]
    lead: str
    ordered: bool


BARE = 7  # the level of a title that the scrape has left a paragraph: below every heading


def titled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the short lines above a text, a list or a run of lines as headings of level `BARE`."""
    found = list(blocks)
    for place, block in enumerate(blocks[:-1]):
        quoted = block.kind is Kind.QUOTE and signs.titles(block.text)  # `>> Three questions`
        if not (quoted or _is_bare(block)):
            continue
        above, after = blocks[place - 1] if place else None, blocks[place + 1]
        mood = _mood(block)
        follows = above is not None and (
            above.text.rstrip().endswith(":") or (_is_open(above) and mood == _mood(above))
        )
        opens_text = after.kind in (Kind.ITEM, Kind.QUOTE, Kind.TABLE) or (
            after.kind is Kind.PARAGRAPH and (not _is_open(after) or cues.BOX.match(after.text) is not None)
        )
        run = blocks[place + 1 : place + 1 + cues.FEWEST_TOGETHER]
        opens_run = len(run) == cues.FEWEST_TOGETHER and all(
            _is_item(each) and _mood(each) not in ("", mood) for each in run
        )
        if (opens_text and not follows) or opens_run:
            found[place] = replace(block, kind=Kind.HEADING, level=BARE, anchor="")
    return tuple(found)


def _is_bare(block: Block) -> bool:
    """Whether a paragraph is so short, and ends so, that it may be a title or an item that lost its mark."""
    return (
        block.kind is Kind.PARAGRAPH
        and signs.titles(block.text)
        and not (signs.step(block) or cues.BOX.match(block.text))
    )


def _is_open(block: Block) -> bool:
    """Whether a paragraph is one line that does not end like a sentence."""
    text = block.text.rstrip()
    return block.kind is Kind.PARAGRAPH and text[-1:].isalnum() and len(text.split()) <= cues.LONGEST_LINE


def ends_list(blocks: Sequence[Block], place: int) -> bool:
    """Whether a paragraph goes on with the text behind a list, or behind lines that lost the marks of one."""
    if place < 2 or blocks[place].kind is not Kind.PARAGRAPH:
        return False
    lines = all(map(_is_open, blocks[place - 2 : place])) and not _is_open(blocks[place])
    return blocks[place - 1].kind is Kind.ITEM or lines


def _is_item(block: Block) -> bool:
    """Whether a paragraph may be an item that lost its mark: as short as a title, or one line that is left open."""
    return _is_bare(block) or (_is_open(block) and not (signs.step(block) or cues.BOX.match(block.text)))


def _mood(block: Block) -> str:
    if grammar.orders(block.text):
        return "order"
    return "question" if signs.all_questions(block.text) else "doing" if grammar.is_doing(block.text) else ""


def lists(blocks: Sequence[Block]) -> Iterator[Row]:
    """Yield the lists of the guide, each depth for itself."""
    open_: list[Row] = []
    for place, block in enumerate(blocks):
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
        open_.append(Row([place], lead(blocks, place), ordered))
    yield from open_


def bare_lists(blocks: Sequence[Block]) -> Iterator[Row]:
    """Yield the runs of paragraphs that are lists without their marks: of questions, or `Step 1: …` and on."""
    steps: list[int] = []
    for place, block in [*enumerate(blocks), (len(blocks), None)]:
        number = signs.step(block) if block else 1
        if steps and block and (number == len(steps) + 1 or (place == steps[-1] + 1 and _goes_on(blocks, place))):
            steps.append(place)
        elif number == 1 or (block and block.kind is Kind.HEADING):
            if len(steps) > 1:
                yield Row(steps, lead(blocks, steps[0]), ordered=True)
            steps = [place] if number == 1 else []
    last: list[int] = []  # the run that ends right before the heading of the next
    for opener, run in _question_runs(blocks):
        block = blocks[opener]
        told = block.kind is Kind.PARAGRAPH and not signs.titles(block.text)
        opens = (told and block.text.rstrip().endswith(":")) or (cues.ANSWER if told else cues.ASKS).search(block.text)
        # Below a few words under a heading, four of them; those with which an article opens want no answer.
        few = len(run) <= cues.FEWEST_TOGETHER
        headed = block.kind is Kind.HEADING or not (few or all(b.kind is not Kind.HEADING for b in blocks[:opener]))
        yours = headed and not cues.REFERENCES.fullmatch(block.text.strip(" :")) and _asks_reader(blocks, run)
        beside = bool(last) and last[-1] == opener - 1 and len(last) + len(run) > cues.FEWEST_TOGETHER
        openly = len(run) > cues.FEWEST_TOGETHER and signs.asks_openly(" ".join(blocks[n].text for n in run))
        if len(run) > 1 and (opens or openly or (yours and (beside or len(run) >= cues.FEWEST_TOGETHER))):
            yield Row(run, lead(blocks, run[0]), ordered=False)
        last = run if yours else []


def _question_runs(blocks: Sequence[Block]) -> Iterator[tuple[int, list[int]]]:
    """Yield the runs of paragraphs that only ask, each with the paragraph or heading above it."""
    opener, run = -1, list[int]()
    for place, block in enumerate(blocks):
        asks = block.kind is Kind.PARAGRAPH and signs.all_questions(block.text)
        if opener >= 0 and asks and not cues.RHETORICAL.match(grammar.plain(block.text)):
            run.append(place)
            continue
        if run:
            yield opener, run
        opener, run = (place if block.kind in (Kind.PARAGRAPH, Kind.HEADING) else -1), []
    if run:
        yield opener, run


def _asks_reader(blocks: Sequence[Block], run: Sequence[int]) -> bool:
    """Whether most questions of a run are the reader's, and hardly one is what people ask about therapy."""
    texts = [blocks[n].text for n in run]
    own = sum(voice.addresses(text) or voice.own_words(text) for text in texts)
    guide = sum(bool(cues.ASKS_GUIDE.match(grammar.plain(text))) for text in texts)
    linked = any(signs.linked(blocks[n]) for n in run)
    return own * 5 >= len(run) * 3 and guide * 2 <= len(run) and not linked


def unmarked(blocks: Sequence[Block]) -> Iterator[Row]:
    """Yield the runs of lines below a heading or a colon that lost the marks of a list.

    Below a colon, lines that do not end like sentences are one. Elsewhere most of them must be orders, and all where
    they end like sentences.
    """
    place = 0
    while place < len(blocks):
        run: list[int] = []
        while place < len(blocks) and _is_line(blocks[place]):
            if run and _ends(blocks[place]) != _ends(blocks[run[0]]):
                break
            run.append(place)
            place += 1
        if not run:
            place += 1
            continue
        above = blocks[run[0] - 1] if run[0] else None
        if above is None or len(run) < cues.FEWEST_TOGETHER:
            continue
        told = sum(grammar.orders(blocks[n].text) or bool(cues.BOX.match(blocks[n].text)) for n in run)
        spoken = sum(bool(cues.SPEAKS.match(grammar.plain(blocks[n].text))) for n in run)
        said = bool(cues.EXAMPLES.search(grammar.plain(above.text))) and spoken * 5 >= len(run) * 4
        enough = told == len(run) if _ends(blocks[run[0]]) else told * 5 >= len(run) * 4
        colon = above.text.rstrip().endswith(":")
        if (above.kind is Kind.HEADING and (enough or said)) or (colon and (enough or not _ends(blocks[run[0]]))):
            yield Row(run, lead(blocks, run[0]), ordered=False)


def _ends(block: Block) -> bool:
    """Whether a text ends like a sentence."""
    text = block.text.rstrip()
    return text.endswith((".", "!", "?")) and not text.endswith("..")


def _is_line(block: Block) -> bool:
    """Whether a paragraph may be an item that lost its mark: one sentence, or an order behind the name it goes by."""
    text = block.text.rstrip()
    if block.kind is not Kind.PARAGRAPH or signs.step(block) or text.endswith(":"):
        return False
    if text.endswith("?") and not (grammar.orders(text) and signs.asked_at(text)):
        return False
    count = len(grammar.parted(block.text))
    return len(block.text.split()) <= cues.LONGEST_LINE and (
        count == 1 or (count <= cues.FEWEST_TOGETHER and grammar.labelled(block.text))
    )


def tips(blocks: Sequence[Block], title: str) -> Iterator[Row]:
    """Yield the rows of paragraphs that begin with a short order and go on about it, where tips are announced."""
    run: list[int] = []
    heading = title
    for place, block in [*enumerate(blocks), (len(blocks), None)]:
        if block and block.kind is Kind.PARAGRAPH and not signs.step(block):
            run.append(place)
            continue
        # What stands before the first tip introduces them, what stands behind the last one goes on with the text.
        while run and not _is_tip(blocks[run[0]]):
            run.pop(0)
        while run and not _is_tip(blocks[run[-1]]):
            run.pop()
        found = [n for n in run if _is_tip(blocks[n])]
        if len(found) >= cues.FEWEST_TIPS and len(found) * 5 >= len(run) * 4:
            above = lead(blocks, run[0])
            if any(cues.TIPS.search(grammar.plain(each)) for each in (title, heading, above)):
                yield Row(found, above, ordered=False)
        run = []
        heading = block.text if block and block.kind is Kind.HEADING else heading


def _is_tip(block: Block) -> bool:
    """Whether a paragraph begins with a short order and says more about it."""
    spans = grammar.parted(block.text)
    first = block.text[slice(*spans[0])] if len(spans) > 1 else ""
    return 0 < len(first.split()) <= cues.LONGEST_TIP and not first.endswith(("?", ":")) and grammar.orders(first)


def _goes_on(blocks: Sequence[Block], place: int) -> bool:
    """Whether a paragraph is the next step after the one above, by its first words alone."""
    text = blocks[place].text
    found = signs.goes_on(text, 1) if blocks[place].kind is Kind.PARAGRAPH else None
    if found is None or not grammar.orders(text[found[0] : found[0] + 1].upper() + text[found[0] + 1 :]):
        return False
    above = blocks[place - 1].text
    return not any(signs.goes_on(above[slice(*span)], 1) for span in grammar.parted(above)[1:])


def led_lists(blocks: Sequence[Block]) -> Iterator[Row]:
    """Yield the rows of paragraphs that begin with a question and its number, or with an order in bold."""
    counted: list[int] = []
    bold: list[int] = []
    for place, block in [*enumerate(blocks), (len(blocks), None)]:
        number = cues.NUMBERED.match(block.text) if block and block.kind is Kind.PARAGRAPH else None
        if number and int(number[1]) == len(counted) + 1 and signs.opens_with_question(block.text if block else ""):
            counted.append(place)
        if block and signs.opens_in_bold(block):
            bold.append(place)
            continue
        if len(bold) >= cues.FEWEST_TOGETHER:
            yield Row(bold, lead(blocks, bold[0]), ordered=False)
        bold = []
    if len(counted) >= cues.FEWEST_TOGETHER:
        yield Row(counted, lead(blocks, counted[0]), ordered=False)


def step_headings(blocks: Sequence[Block]) -> set[int]:
    """Return the headings that are steps of a row, with one before or after of the same level.

    They are numbered orders, or say which step they are and no more.
    """
    numbers = {
        place: (block.level, int(found[1]))
        for place, block in enumerate(blocks)
        if block.kind is Kind.HEADING and (found := cues.NUMBERED.match(block.text) or cues.WHICH.fullmatch(block.text))
    }
    rows = set(numbers.values())
    return {
        place
        for place, (level, number) in numbers.items()
        if {(level, number - 1), (level, number + 1)} & rows
        and (cues.WHICH.fullmatch(blocks[place].text) or grammar.orders(cues.NUMBERED.sub("", blocks[place].text, 1)))
    }


def asking_sections(blocks: Sequence[Block]) -> set[int]:
    """Return the paragraphs of sections that hold nothing but questions, where three or more are in a row."""
    found: set[int] = set()
    row: list[list[int]] = []
    heads = [place for place, block in enumerate(blocks) if block.kind is Kind.HEADING]
    for head, end in pairwise([*heads, len(blocks)]):
        inside = list(range(head + 1, end))
        only = inside and all(blocks[n].kind is Kind.PARAGRAPH and signs.all_questions(blocks[n].text) for n in inside)
        row = [*row, inside] if only else []
        if len(row) >= cues.FEWEST_TOGETHER:
            found.update(chain.from_iterable(row))
    return found


def asking_headings(blocks: Sequence[Block], title: str) -> set[int]:
    """Return the headings that ask the reader, each with a text below it: announced by one above, or in a numbered row.

    What is asked about therapy is what the guide answers, and none of its rows is taken.
    """
    found: set[int] = set()
    above = {0: title}  # the heading above each level
    rows: dict[int, list[int]] = {}
    for place, block in [*enumerate(blocks), (len(blocks), None)]:
        if block is not None and block.kind is not Kind.HEADING:
            continue
        level = block.level if block else 0
        for deeper in [each for each in rows if each > level]:
            row = rows.pop(deeper)
            lead = above[max(each for each in above if each < deeper)]
            found |= _asking(blocks, row, announced=bool(cues.ASKS_READER.search(grammar.plain(lead))))
        if block is not None:
            above = {each: text for each, text in above.items() if each < level} | {level: block.text}
            rows.setdefault(level, []).append(place)
    return found


def _asking(blocks: Sequence[Block], row: Sequence[int], *, announced: bool) -> set[int]:
    texts = {place: cues.NUMBERED.sub("", blocks[place].text, 1).strip() for place in row}
    asked = {place: text for place, text in texts.items() if signs.all_questions(text)}
    counted = all(cues.NUMBERED.match(blocks[place].text) for place in asked)
    own = sum(voice.addresses(text) or voice.own_words(text) for text in asked.values())
    guide = sum(bool(cues.ASKS_GUIDE.match(grammar.plain(text))) for text in asked.values())
    if len(asked) < cues.FEWEST_TOGETHER or not (announced or counted):
        return set()
    if announced:
        return set(asked) if own * 2 >= len(asked) >= guide * 2 else set()
    return set(asked) if not guide and own * 2 > len(asked) and len(asked) * 2 > len(row) else set()


def asking_bold(blocks: Sequence[Block]) -> dict[int, Span]:
    """Return the questions in bold type that open three or more paragraphs in a row, and are asked of the reader."""
    found: dict[int, Span] = {}
    row: dict[int, Span] = {}
    for place, block in [*enumerate(blocks), (len(blocks), None)]:
        if block and (span := _bold_question(block)):
            row[place] = span
            continue
        if len(row) >= cues.FEWEST_TOGETHER:
            texts = [blocks[n].text[slice(*span)] for n, span in row.items()]
            own = sum(voice.addresses(text) for text in texts)
            guide = any(cues.ASKS_GUIDE.match(grammar.plain(text)) for text in texts)
            around = lead(blocks, min(row)) + " " + (block.text if block else "")
            told = cues.ASKS_READER.search(around) or cues.ANSWER.search(around) or cues.ANSWERS.search(around)
            if not guide and (own == len(texts) or (own and told)):
                found |= row
        row = {}
    return found


def _bold_question(block: Block) -> Span | None:
    mark = block.marks[0] if block.kind is Kind.PARAGRAPH and block.marks else None
    spans = grammar.parted(block.text) if mark and mark.kind is MarkKind.STRONG and mark.start == 0 else ()
    first = spans[0] if len(spans) > 1 else None
    asks = mark and first and abs(mark.end - first.end) <= 1 and signs.asks(block.text, first, listed=True)
    return first if asks else None


def asking_topics(blocks: Sequence[Block]) -> set[int]:
    """Return the paragraphs that are a topic in a word or two and questions about it, two or more in a row."""
    places = {
        place
        for place, block in enumerate(blocks)
        if block.kind is Kind.PARAGRAPH
        and signs.label(block.text)
        and signs.all_questions(block.text[signs.label(block.text) :])
    }
    return {place for place in places if {place - 1, place + 1} & places}


def rows(blocks: Sequence[Block]) -> set[int]:
    """Return the headings of things to do: numbered in a row, or three or more orders (of one level, or bare)."""
    heads = [(place, block) for place, block in enumerate(blocks) if block.kind is Kind.HEADING]
    numbered = {
        place: (block.level, int(found[1]))
        for place, block in heads
        if (found := cues.NUMBERED.match(block.text) or cues.WHICH.fullmatch(block.text))
    }
    there = set(numbered.values())
    rows = {place for place, (level, n) in numbered.items() if {(level, n - 1), (level, n + 1)} & there}
    # `Say thank you`, `Keep a date night`, or `They say thank you`, `They keep a date night`.
    kinds = [
        (place, (block.level, "" if grammar.orders(block.text) else block.text.split()[0]))
        for place, block in heads
        if grammar.orders(block.text) or cues.HABIT.match(block.text)
    ]
    counts = Counter(kind for _, kind in kinds)
    rows |= {place for place, kind in kinds if counts[kind] >= cues.FEWEST_TOGETHER}
    # Bare titles are found with less certainty than headings: orders of any level stand by them.
    told = sum(not first for _, (_, first) in kinds)
    bare = {place for place, kind in kinds if kind == (BARE, "")}
    return rows | (bare if told >= cues.FEWEST_TOGETHER else set())


def advising(blocks: Sequence[Block]) -> tuple[set[int], set[int]]:
    """Return headings beside each other of which most stand over advice, whatever they say, and those that ask.

    The first are those with advice in the first sentence below, the second the paragraphs that only ask.
    """
    advice: set[int] = set()
    asking: set[int] = set()
    rows: dict[int, list[int]] = {}
    for place, block in [*enumerate(blocks), (len(blocks), None)]:
        if block is not None and block.kind is not Kind.HEADING:
            continue
        level = block.level if block else 0
        for row in [rows.pop(deeper) for deeper in list(rows) if deeper > level]:
            below = {n: blocks[n + 1].text for n in row if n + 1 < len(blocks)}
            told = {n for n in below if _advises(blocks[n + 1])}
            asked = {n + 1 for n in below if blocks[n + 1].kind is Kind.PARAGRAPH and signs.all_questions(below[n])}
            if len(told) >= cues.FEWEST_TOGETHER and (len(told) + len(asked)) * 5 >= len(row) * 4:
                advice |= told
                asking |= asked
        if block is not None:
            rows.setdefault(level, []).append(place)
    return advice, asking


def _advises(block: Block) -> bool:
    """Whether the first sentence of a paragraph tells the reader to do something."""
    spans = grammar.parted(block.text)
    return block.kind is Kind.PARAGRAPH and bool(spans) and signs.is_advice(block.text[slice(*spans[0])])


def column(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the column of a table that tells what to say or do, or asks, with room for answers beside it."""
    heads = [grammar.plain(cell.text).strip() for cell in rows[0]] if rows else []
    better = [n for n, head in enumerate(heads) if cues.BETTER.fullmatch(head)]
    if len(better) == 1 and any(cues.WORSE.match(head) for head in heads):
        return better[0]
    for n, head in enumerate(heads):
        cells = [row[n].text for row in rows[1:] if n < len(row)]
        beside = [cell.text for row in rows[1:] for m, cell in enumerate(row) if m != n]
        told = sum(map(grammar.orders, cells)) if cues.TO_DO.fullmatch(head) else 0
        # Long texts beside questions are their answers.
        room = sum(len(text.split()) > cues.FEWEST_WORDS for text in beside) * 3 <= len(beside)
        asked = sum(map(asks_alone, cells)) if room and not signs.theirs(head) else 0
        if len(cells) >= cues.FEWEST_TOGETHER and max(told, asked) * 5 >= len(cells) * 4:
            return n
    return None


def asks_alone(text: str) -> bool:
    """Whether a text is a question to the reader and nothing else."""
    return signs.all_questions(text) and (voice.addresses(text) or voice.own_words(text))


def between(blocks: Sequence[Block], lists: Iterable[Row]) -> set[int]:
    """Return the paragraphs that belong to steps that are paragraphs: all up to the last step, and one after it."""
    found: set[int] = set()
    for each in lists:
        first, last = each.places[0], each.places[-1]
        if signs.step(blocks[first]):
            apart = last - first >= len(each.places)
            found |= set(range(first, last + 1 + apart)) - set(each.places)
    return {n for n in found if n < len(blocks) and blocks[n].kind is Kind.PARAGRAPH}


def lead(blocks: Sequence[Block], place: int) -> str:
    """Return what introduces a list: the block above it, or else the heading."""
    above = blocks[place - 1] if place else None
    if above is None or above.kind not in (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM):
        return ""
    if above.kind is not Kind.PARAGRAPH:
        return above.text
    spans = grammar.parted(above.text)
    return above.text[spans[-1].start : spans[-1].end] if spans else above.text
