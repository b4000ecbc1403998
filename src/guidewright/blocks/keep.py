"""Blocks that stay on one page of paper."""

from guidewright.blocks._base import Parts, WorksheetBlock


class Keep(WorksheetBlock):
    """Holds other blocks, so it has more slashes than they."""

    NAME = "keep"
    HOLDS = "blocks"
    EXAMPLE = """
//// keep

## What I can change

/// prompt | One thing that is in my hands
///

////
"""

    def question(self, parts: Parts) -> None:
        """Ask nothing: what stands inside does."""
