"""What a sheet as a whole is: title, guide, paper, introduction."""

from typing import ClassVar

from guidewright.blocks._base import Parts, WorksheetBlock
from guidewright.blocks._options import Option, code_of_language, one_of, several


class Sheet(WorksheetBlock):
    """Stands once, on top. `guide` names the guides it belongs to; `paper` is a4, letter or both; inside: the intro."""

    NAME = "sheet"
    NEEDS = "a title"
    TAKES: ClassVar[dict[str, Option]] = {
        "guide": several(1, 12),
        "paper": one_of("a4", "letter", "both", default="both"),
        "language": code_of_language(),
    }
    EXAMPLE = """
/// sheet | A look back at the week
    guide: things-to-try-together
    paper: a4
Ten minutes, once a week.
///

/// prompt | What went well?
///
"""

    def question(self, parts: Parts) -> None:
        """Ask nothing."""
