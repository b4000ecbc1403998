"""Something to agree on and sign."""

from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option, several, whole, yes_or_no
from guidewright.worksheets import model


class Agreement(WorksheetBlock):
    """`parties` with `|` between sign; `lines` to write the terms on (0: none); `date: false` leaves the date out."""

    NAME = "agreement"
    NEEDS = "a heading"
    TAKES: ClassVar[dict[str, Option]] = {
        "parties": several(1, 6, ("Me", "My partner")),
        "lines": whole(0, 25, 4),
        "date": yes_or_no(default=True),
        "evidence": EVIDENCE,
    }
    EXAMPLE = """
/// agreement | What we will try until the end of the month
    parties: Me | My partner
    lines: 4
    date: true
Write down only what both of you said yes to.
///
"""

    def question(self, parts: Parts) -> model.Agreement:
        """Return the agreement."""
        parties, lines, date = self.options["parties"], self.options["lines"], self.options["date"]
        return model.Agreement(legend=parts.title, parties=parties, lines=lines, date=date, **parts.common)
