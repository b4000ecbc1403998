"""Reads the example of a rule: each line is `fate | source line`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from guidewright.model import Fate, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Verdict


def parse(example: str) -> tuple[Source, tuple[Fate, ...]]:
    """Return the source that an example shows and the fate that it expects of each line."""
    fates, lines = [], []
    for row in textwrap.dedent(example).strip("\n").split("\n"):
        fate, _, text = row.partition("|")
        fates.append(Fate(fate.strip()))
        lines.append(text.removeprefix(" "))
    return Source("example.txt", "\n".join(lines).encode()), tuple(fates)


def show(verdicts: Sequence[Verdict]) -> str:
    """Return verdicts in the notation of an example, so that a failure reads like one."""
    return "\n" + "\n".join(f"{v.fate.value:7} | {v.line.text}" for v in verdicts)
