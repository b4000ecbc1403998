"""Things to tick, or to choose one of."""

import re
from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option, whole, yes_or_no
from guidewright.worksheets import model

# The box that other kinds of Markdown have: `- [ ] Something`.
_BOX = re.compile(r"\[[ xX]\] +")


class Checklist(WorksheetBlock):
    """`choose: 1` makes it a choice of one; `other` adds empty lines; `ordered: true` numbers the items."""

    NAME = "checklist"
    NEEDS = "a question or a heading"
    TAKES: ClassVar[dict[str, Option]] = {
        "choose": whole(1, 1, 0),
        "other": whole(0, 10, 0),
        "ordered": yes_or_no(default=False),
        "evidence": EVIDENCE,
    }
    HOLDS = "lines"
    EXAMPLE = """
/// checklist | What might be behind the no?
    other: 1
Tick what fits. You can be wrong.

- They fear being blamed.
- They think it is too late.
- It costs **too much**.
///
"""

    def split(self, raw: str) -> tuple[list[str], list[str]]:
        """Read the list; boxes that its author has drawn are ours to draw."""
        hints, items = super().split(raw)
        return hints, [_BOX.sub("", item, count=1) if _BOX.match(item) else item for item in items]

    def question(self, parts: Parts) -> model.Checklist | None:
        """Return the list, unless it is empty."""
        if not parts.items and not self.options["other"]:
            self.fault("the list is empty; write one item a line, each with `- ` before it")
            return None
        return model.Checklist(
            legend=parts.title,
            items=tuple(model.Item(text, parts.evidence_of(n)) for n, text in enumerate(parts.items)),
            choose_one=self.options["choose"] == 1,
            ordered=self.options["ordered"],
            other=self.options["other"],
            **parts.common,
        )
