"""An open question with room to write."""

from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option, whole
from guidewright.worksheets import model


class Prompt(WorksheetBlock):
    """`lines`: how many lines to write on, 1 to 25."""

    NAME = "prompt"
    NEEDS = "a question"
    TAKES: ClassVar[dict[str, Option]] = {"lines": whole(1, 25, 3), "evidence": EVIDENCE}
    EXAMPLE = """
/// prompt | What reason has *my partner* given?
    lines: 3
Their own words, as far as you remember them.
///
"""

    def question(self, parts: Parts) -> model.Prompt:
        """Return the question."""
        return model.Prompt(question=parts.title, lines=self.options["lines"], **parts.common)
