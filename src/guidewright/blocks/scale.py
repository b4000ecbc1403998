"""A number to choose."""

from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option, whole, words
from guidewright.worksheets import model

MOST = 11


class Scale(WorksheetBlock):
    """`from` and `to` are the ends, eleven numbers at most; `low` and `high` say what they mean."""

    NAME = "scale"
    NEEDS = "a question"
    TAKES: ClassVar[dict[str, Option]] = {
        "from": whole(0, 100, 1),
        "to": whole(0, 100, 10),
        "low": words(),
        "high": words(),
        "evidence": EVIDENCE,
    }
    EXAMPLE = """
/// scale | How close did I feel to my partner this week?
    from: 0
    to: 10
    low: Very far away
    high: Very close
///
"""

    def question(self, parts: Parts) -> model.Scale:
        """Return the scale; one that runs backwards or too far gets the usual ends."""
        first, last = self.options["from"], self.options["to"]
        if not 1 <= last - first < MOST:
            self.fault(f"`from: {first}`, `to: {last}` does not make 2 to {MOST} numbers")
            first, last = 1, 10
        low, high = self.options["low"], self.options["high"]
        return model.Scale(question=parts.title, first=first, last=last, low=low, high=high, **parts.common)
