"""The one door out: every line of a page gets exactly one verdict here, and nowhere else.

Which rule wins where several of a stage point at a line: a lifted line beats a removed one, a removed one beats a
mended one, and that one a flagged one; among equals the rule with the shorter span wins, since it knows best what it
pointed at; then the rule’s place in the ruleset decides. A later stage sees the line as mended, and may take it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from guidewright.flow import between
from guidewright.model import NOWHERE, Fate, Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from guidewright.model import Line, Mark, Page, Rule, Span

_RANK = {Fate.LIFTED: 0, Fate.REMOVED: 1, Fate.MENDED: 2, Fate.KEPT: 3}
_GONE = frozenset({Fate.LIFTED, Fate.REMOVED})
# Rules that know the furniture of web pages by its words. In a document, and in Markdown that is no page's, such words
# may head a section; a sentence of prose in it has so many blanks.
_OF_WORDS = frozenset({"answers", "author", "furniture", "mail", "notices", "plugs", "thread"})
_PROSE_BLANKS = 7
# The name of the rule that an editor's `fixes:` are.
EDITOR_FIX = "editor-fix"
READING = {
    "mojibake": "its letters had been decoded in the wrong encoding",
    "encoding": "it was not in UTF-8",
}


def flowed(page: Page) -> Page:
    """Return the page as rules see it: the lines of a wrapped paragraph are one, under the number of the first."""
    if not any(map(_goes_on, page.lines)):
        return page
    lines: list[list[Line]] = []
    for line in page.lines:
        if _goes_on(line) and lines:
            lines[-1].append(line)
        else:
            lines.append([line])
    return replace(page, lines=tuple(each[0] if len(each) == 1 else _joined(each) for each in lines))


def _goes_on(line: Line) -> bool:
    """Whether a line of text or Markdown continues the paragraph above. A page's lines are told apart by its author."""
    where = line.where
    return where is not NOWHERE and where.continues and not where.path and where.kind is not Kind.CODE


def _joined(lines: Sequence[Line]) -> Line:
    said = ""
    marks: list[Mark] = []
    for line in lines:
        more = line.says.strip() if said else line.says.rstrip()
        if not more:
            continue
        said += between(said, more) if said else ""
        shift = len(said) - line.says.index(more)
        marks += [replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in line.marks]
        said += more
    text = "\n".join(line.text for line in lines)
    return replace(lines[0], text=text, plain=said, marks=tuple(marks), end=lines[-1].end)


def sift(page: Page, rules: Iterable[Rule]) -> tuple[Verdict, ...]:
    """Return one verdict per line of the page, in order.

    Stages run in order; a later stage does not see the lines that an earlier one lifted or removed, and sees the
    new text of those that it mended. What a rule points at in a wrapped text (see `flowed`) holds for each of the lines
    there. A span that points outside the page it was given is a bug in its rule and raises ValueError with the rule's
    name.
    """
    chosen: dict[int, tuple[Rule, Span]] = {}
    rest = flowed(page)
    wrapped = rest is not page
    code = _code(page)
    for _, group in groupby(sorted(rules, key=_stage), key=_stage):
        here = _choose(rest, tuple(group))
        if code and here:
            _spare_code(code, chosen, here)
        if here:
            _add(chosen, here)
            rest = replace(page, lines=_left(rest.lines, here))
    if page.document and chosen:
        _spare_headings(flowed(page), chosen)
    if wrapped:
        return tuple(_of_wrapped(page.lines, chosen))
    kept = Fate.KEPT
    return tuple(
        [
            _verdict(line, chosen.get(line.number))
            if line.number in chosen or line.repair
            else Verdict(line, kept, "", "", line.says, line.marks)
            for line in page.lines
        ]
    )


_stage = attrgetter("stage")


def restore(verdicts: Sequence[Verdict]) -> bytes:
    """Return the very bytes of the text or Markdown source that the verdicts are about."""
    if verdicts and verdicts[0].line.encoding:
        return b"".join(map(_bytes, verdicts))
    return "".join([verdict.line.text + verdict.line.end for verdict in verdicts]).encode("utf-8", "surrogateescape")


def _bytes(verdict: Verdict) -> bytes:
    line = verdict.line
    wide = line.encoding
    return (line.text + line.end).encode(wide or "utf-8", "surrogatepass" if wide else "surrogateescape")


def _choose(page: Page, rules: Sequence[Rule]) -> dict[int, tuple[Rule, Span]]:
    if not page.lines:
        return {}
    best: dict[int, tuple[tuple[int, int, int], Rule, Span]] = {}
    present: set[int] = set()
    for order, rule in enumerate(rules):
        for span in rule.find(page):
            present = present or {line.number for line in page.lines}
            if span.first not in present or span.last > page.lines[-1].number:
                msg = f"rule {rule.name} points at lines {span.first}..{span.last} of {page.source_id}: not there"
                raise ValueError(msg)
            claim = (_RANK[rule.fate], span.last - span.first, order)
            for number in range(span.first, span.last + 1):
                if number in present and (number not in best or claim < best[number][0]):
                    best[number] = (claim, rule, span)
    return {number: (rule, span) for number, (_, rule, span) in best.items()}


def _add(chosen: dict[int, tuple[Rule, Span]], here: Mapping[int, tuple[Rule, Span]]) -> None:
    """Add what a stage has chosen. A line that was mended before and is flagged now stays mended, with the flag."""
    for number, (rule, span) in here.items():
        if rule.fate is Fate.KEPT and number in chosen:
            mending, mended = chosen[number]
            chosen[number] = mending, replace(mended, flag=span.flag or rule.because)
        else:
            chosen[number] = rule, span


def _code(page: Page) -> list[list[Line]]:
    """Return the lines of each block of code."""
    blocks: list[list[Line]] = []
    for line in page.lines:
        if line.where.kind is Kind.CODE:
            if line.where.continues and blocks and blocks[-1][-1].number == line.number - 1:
                blocks[-1].append(line)
            else:
                blocks.append([line])
    return blocks


def _spare_code(
    blocks: Iterable[Sequence[Line]], gone: Mapping[int, tuple[Rule, Span]], here: dict[int, tuple[Rule, Span]]
) -> None:
    """Take out of `here` what is part of a block of code: half a program is none, so that it goes as a whole or stays.

    An editor may mend a line of it.
    """
    for block in blocks:
        said = [line.number for line in block if line.says.strip() and line.number not in gone]
        if all(number in here and here[number][0].fate in _GONE for number in said):
            continue
        for line in block:
            if line.number in here and here[line.number][0].name != EDITOR_FIX:
                del here[line.number]


def _spare_headings(page: Page, chosen: dict[int, tuple[Rule, Span]]) -> None:
    """Take out of `chosen` the headings of a document that have a text of their own, which stays, right below."""
    lines = [line for line in page.lines if line.says.strip()]
    for line, below in pairwise(lines):
        if line.where.kind is not Kind.HEADING or line.number not in chosen or below.number in chosen:
            continue
        rule, _ = chosen[line.number]
        if rule.fate is Fate.REMOVED and rule.family in _OF_WORDS and _is_text(below):
            del chosen[line.number]


def _is_text(line: Line) -> bool:
    """Whether a line is the text of a section: in Markdown, which may be a page's all the same, a sentence of prose."""
    where = line.where
    return where.kind is not Kind.HEADING and (where.path != "" or line.says.count(" ") >= _PROSE_BLANKS)


def _left(lines: Iterable[Line], found: Mapping[int, tuple[Rule, Span]]) -> tuple[Line, ...]:
    """Return the lines as the next stage sees them: without those that are gone, mended ones with their new text."""
    gone = {number for number, (rule, _) in found.items() if rule.fate in _GONE}
    texts = {number: span.becomes for number, (_, span) in found.items() if span.becomes is not None}
    left = [line for line in lines if line.number not in gone]
    if texts:
        left = [replace(line, plain=texts[line.number], marks=()) if line.number in texts else line for line in left]
    return tuple(left)


def _of_wrapped(lines: Iterable[Line], chosen: Mapping[int, tuple[Rule, Span]]) -> Iterator[Verdict]:
    """Yield the verdicts on lines that may go on with the line above, whose fate they then share."""
    head = 0
    for line in lines:
        head = head if head and _goes_on(line) else line.number
        yield _verdict(line, chosen.get(head), goes_on=line.number != head)


def _verdict(line: Line, found: tuple[Rule, Span] | None, *, goes_on: bool = False) -> Verdict:
    """Return what became of a line: what a rule found, else what a reader repaired, else it is kept.

    A line that `goes_on` with a wrapped one says nothing of its own where that is mended: the new text is of both.
    """
    if found is None:
        if line.repair and line.says.strip():
            because = READING[line.repair]
            return Verdict(line, Fate.MENDED, line.repair, because, line.says, line.marks)
        return Verdict(line, Fate.KEPT, text=line.says, marks=line.marks)
    rule, span = found
    because = f"{rule.because}: {span.detail}" if span.detail else rule.because
    if rule.fate is Fate.KEPT:
        flag = "" if goes_on else span.flag or because
        return Verdict(line, Fate.KEPT, rule.name, because, line.says, line.marks, flag=flag)
    if rule.fate is Fate.MENDED:
        text, flag = ("", "") if goes_on else (span.becomes, span.flag)
        return Verdict(line, Fate.MENDED, rule.name, because, text, flag=flag)
    lifts = span.lifts if line.number == span.first else ()
    return Verdict(line, rule.fate, rule.name, because, lifts=lifts, score=span.score)
