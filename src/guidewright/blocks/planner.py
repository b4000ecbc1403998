"""A week to plan."""

from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option, several, whole
from guidewright.worksheets import model

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = ("Morning", "Afternoon", "Evening")


class Planner(WorksheetBlock):
    """`days` and `slots` with `|` between; the week and the parts of a day if left out."""

    NAME = "planner"
    NEEDS = "a heading"
    TAKES: ClassVar[dict[str, Option]] = {
        "days": several(1, 14, WEEK),
        "slots": several(1, 5, DAY),
        "lines": whole(1, 6, 2),
        "evidence": EVIDENCE,
    }
    EXAMPLE = """
/// planner | Half an hour for us
    days: Monday | Wednesday | Saturday
    slots: Before work | Evening
Put in one time that you can keep.
///
"""

    def question(self, parts: Parts) -> model.Planner:
        """Return the planner."""
        days, slots, lines = self.options["days"], self.options["slots"], self.options["lines"]
        return model.Planner(legend=parts.title, days=days, slots=slots, lines=lines, **parts.common)
