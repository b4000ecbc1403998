"""What readers have asked, with the pages that answer it, judged by an editor: examples that the search learns from.

A table as spreadsheets write it (CSV, UTF-8; fields apart by commas, semicolons or tabs), a line an example:

    query,best,good,some
    my husband refuses counselling,guides/why-your-partner-refuses topics/refusing-therapy,topics/safety,

`best` are the pages that answer a question best, `good` those that help, `some` those that touch it; several are apart
by spaces. A path is that of the page's file in docs/, without its ending.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright import text as texts
from guidewright.model import Notice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

# The columns with pages, and the grades that they stand for.
GRADES = {"best": 3, "good": 2, "some": 1}
COLUMNS = ("query", *GRADES)


@dataclass(frozen=True, slots=True)
class Example:
    """A query with (path of a page in docs/, grade from 1 to 3) of its answers. `line` is its place in the table."""

    query: str
    answers: tuple[tuple[str, int], ...]
    line: int = 0


def parse(path: str, text: str) -> tuple[tuple[Example, ...], tuple[Notice, ...]]:
    """Return the examples of a table, and what is wrong with it, by line. A line with an error is left out."""
    text = text.removeprefix("\ufeff")
    apart = text.removeprefix(COLUMNS[0])[:1]
    rows = csv.reader(io.StringIO(text), delimiter=apart if apart in (";", "\t") else ",")
    examples: list[Example] = []
    notices: list[Notice] = []
    lines: dict[str, int] = {}
    try:
        if next(rows, list(COLUMNS)) != list(COLUMNS):
            return (), (Notice(path, 1, f"the first line must be `{','.join(COLUMNS)}`", error=True),)
        for row in rows:
            if not any(row):
                continue
            example = _example(row, rows.line_num)
            wrong = "; ".join(_wrong(row, example, lines))
            if wrong:
                notices.append(Notice(path, rows.line_num, wrong, error=True))
            else:
                lines[_same(example.query)] = rows.line_num
                examples.append(example)
    except csv.Error as error:
        notices.append(Notice(path, rows.line_num, f"{error}; save the table as CSV again", error=True))
    return tuple(examples), tuple(notices)


def _example(row: list[str], line: int) -> Example:
    answers = [
        (f"{page.removesuffix('.md')}.md", grade)
        for field, grade in zip(row[1:], GRADES.values(), strict=False)
        for page in field.split()
    ]
    return Example(" ".join(row[0].split()), tuple(answers), line)


def _same(query: str) -> str:
    return " ".join(texts.words(query.casefold()))


def _wrong(row: list[str], example: Example, lines: dict[str, int]) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"a line has {len(COLUMNS)} fields, and here are {len(row)}; put a query with a comma between quotes"
    elif not texts.words(example.query):
        yield "there is no word in the query; write it or delete the line"
    elif not example.answers:
        yield f"no page answers “{example.query}”; name one under `best` or delete the line"
    elif _same(example.query) in lines:
        yield f"“{example.query}” stands in line {lines[_same(example.query)]} already; delete one of them"
    pages = [page for page, _ in example.answers]
    yield from (f"{page} stands twice; keep its best place" for page in sorted(set(pages)) if pages.count(page) > 1)


def strangers(path: str, examples: Iterable[Example], sources: Collection[str]) -> tuple[Notice, ...]:
    """Return a notice for each page that examples name and a site does not have, at the first of their lines."""
    lines: dict[str, list[int]] = {}
    for example in examples:
        for page, _ in example.answers:
            if page not in sources:
                lines.setdefault(page, []).append(example.line)
    return tuple(
        Notice(
            path,
            found[0],
            f"there is no page {page.removesuffix('.md')} in the site{_more(len(found) - 1)}; mend or delete it",
        )
        for page, found in lines.items()
    )


def _more(count: int) -> str:
    if not count:
        return ""
    return f" (and {count} more {'line names' if count == 1 else 'lines name'} it)"
