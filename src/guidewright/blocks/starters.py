"""Sentences to complete."""

import re
from dataclasses import replace
from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option
from guidewright.worksheets import model

# In place of a blank while Markdown works, which reads `____ and ____` as emphasis. Noncharacters: never in a text.
BLANK, WIDE = "\ufdd0", "\ufdd1"
_BLANK = re.compile(r"_{2,}")
# From this many underscores on, a blank has a line of its own.
_WIDE_FROM = 9


class Starters(WorksheetBlock):
    """One sentence a line, with `____` where the reader writes; `__________` (nine or more) makes a long blank."""

    NAME = "starters"
    NEEDS = "a heading"
    TAKES: ClassVar[dict[str, Option]] = {"evidence": EVIDENCE}
    HOLDS = "lines"
    EXAMPLE = """
/// starters | Saying it without blame
- I feel ____ when ____.
- What I need is __________.
///
"""

    def split(self, raw: str) -> tuple[list[str], list[str]]:
        """Read each line as a sentence, with or without a list marker; lines without a blank above are the hint."""
        marked = _BLANK.sub(lambda match: WIDE if len(match[0]) >= _WIDE_FROM else BLANK, raw)
        hints, items = super().split(marked)
        if not items:
            lines = [line.strip() for line in marked.split("\n") if line.strip()]
            first = next((n for n, line in enumerate(lines) if BLANK in line or WIDE in line), len(lines))
            hints, items = lines[:first], lines[first:]
        return hints, items

    def question(self, parts: Parts) -> model.Starters | None:
        """Return the sentences; those without a blank are reported."""
        sentences = []
        for number, text in enumerate(parts.items):
            sentence = _sentence(text)
            if sentence.wide:
                sentences.append(replace(sentence, evidence=parts.evidence_of(number)))
            else:
                self.fault(f"no blank in {model.plain(text)!r}; write `____` where the reader goes on")
        if not parts.items:
            self.fault("has no sentence with a blank; write `____` where the reader goes on")
        return model.Starters(legend=parts.title, sentences=tuple(sentences), **parts.common) if sentences else None


def _sentence(text: model.Text) -> model.Sentence:
    """Cut a text at its blanks."""
    pieces: list[tuple[model.Run, ...]] = [()]
    wide = []
    for run in text:
        for bit in re.split(f"([{BLANK}{WIDE}])", run.text):
            if bit in (BLANK, WIDE):
                wide.append(bit == WIDE)
                pieces.append(())
            elif bit:
                pieces[-1] += (replace(run, text=bit),)
    if wide and wide[-1] and not re.search(r"\w", model.plain(pieces[-1])):
        # A full stop alone on the line below a long blank looks like a mistake.
        pieces[-1] = ()
    return model.Sentence(tuple(pieces), tuple(wide))
