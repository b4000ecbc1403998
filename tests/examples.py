"""Reads the example of a rule: each line is `fate | source line`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from guidewright.model import Fate, Source
from guidewright.readers import html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Verdict


def parse(example: str) -> tuple[Source, tuple[Fate, ...]]:
    """Return the source that an example shows and the fate that it expects of each line.

    An example of markup is HTML: each of its rows makes as many lines of the page as it would alone. One that begins
    with a heading of Markdown is Markdown.
    """
    fates, lines = [], []
    for row in textwrap.dedent(example).strip("\n").split("\n"):
        fate, _, text = row.partition("|")
        fates.append(Fate(fate.strip()))
        lines.append(text.removeprefix(" "))
    if all(line.startswith("<") for line in lines):
        counts = [len(html.read(Source("example.html", line.encode(), ".html")).lines) for line in lines]
        source = Source("example.html", "\n".join(lines).encode(), ".html")
        return source, tuple(fate for fate, count in zip(fates, counts, strict=True) for _ in range(count))
    ending = ".md" if lines[0].startswith("# ") else ".txt"
    return Source(f"example{ending}", "\n".join(lines).encode(), ending), tuple(fates)


def show(verdicts: Sequence[Verdict]) -> str:
    """Return verdicts in the notation of an example, so that a failure reads like one."""
    return "\n" + "\n".join(f"{v.fate.value:7} | {v.line.text}" for v in verdicts)
