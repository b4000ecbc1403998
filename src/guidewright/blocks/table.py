"""A table to fill in."""

from typing import ClassVar

from guidewright.blocks._base import EVIDENCE, Parts, WorksheetBlock
from guidewright.blocks._options import Option, several, whole
from guidewright.worksheets import model


class Table(WorksheetBlock):
    """`columns` with `|` between; `rows` empty rows, or a list of row labels inside; `lines` a cell."""

    NAME = "table"
    NEEDS = "a heading"
    TAKES: ClassVar[dict[str, Option]] = {
        "columns": several(1, 6),
        "rows": whole(1, 20, 0),
        "lines": whole(1, 8, 2),
        "evidence": EVIDENCE,
    }
    HOLDS = "lines"
    EXAMPLE = """
/// table | What happened this week
    columns: The moment | What I felt | What I needed
    rows: 4
One row a moment. Small ones count.
///
"""

    def question(self, parts: Parts) -> model.Table | None:
        """Return the table, if it has columns and rows."""
        columns, rows = self.options["columns"], self.options["rows"]
        if not columns:
            self.fault("needs `columns`, for example `columns: The moment | What I felt`")
            return None
        if not rows and not parts.items:
            self.fault("has no rows; write `rows: 4`, or a list of row labels inside")
            return None
        if rows and parts.items:
            self.fault(f"has `rows: {rows}` and {len(parts.items)} row labels; the labels are used")
        heads = tuple(model.text(column) for column in columns)
        labels = parts.items
        return model.Table(
            legend=parts.title,
            columns=heads,
            rows=0 if labels else rows,
            labels=labels,
            lines=self.options["lines"],
            **parts.common,
        )
