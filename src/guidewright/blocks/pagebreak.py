"""A new page of paper."""

from guidewright.blocks._base import Parts, WorksheetBlock


class PageBreak(WorksheetBlock):
    """Has nothing inside; its closing line may be left out."""

    NAME = "pagebreak"
    HOLDS = "nothing"
    EXAMPLE = """
/// pagebreak
///

/// prompt | What we say on the next page
///
"""

    def question(self, parts: Parts) -> None:
        """Ask nothing."""
