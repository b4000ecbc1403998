"""What is known of the page at work: the blocks that the scan found, and where mistakes go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidewright.model import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidewright.blocks._base import WorksheetBlock
    from guidewright.worksheets.model import Sheet


@dataclass(slots=True)
class Record:
    """A block as the scan found it, on line `line` (from 1, front matter counted), with its checked options."""

    line: int
    name: str
    title: str
    options: dict[str, object]


@dataclass(frozen=True, slots=True)
class Place:
    """The page at work: its file's name, how many lines its host cut off above, its language if it names one."""

    source: str = "page"
    offset: int = 0
    language: str = ""


@dataclass(slots=True)
class State:
    """Lives as long as the extension; `reset` begins a page."""

    report: Callable[[Notice], None]
    collect: Callable[[Sheet], None] | None
    place: Callable[[], Place] | None
    language: str
    records: list[Record] = field(default_factory=list)
    blocks: list[WorksheetBlock] = field(default_factory=list)
    at: Place = Place()

    def reset(self) -> None:
        """Forget the page before."""
        self.records, self.blocks = [], []

    def begin(self, otherwise: Place) -> None:
        """Ask where the page stands; `otherwise` is the place if nobody can be asked."""
        self.at = self.place() if self.place else otherwise

    def fault(self, line: int, text: str) -> None:
        """Report a mistake on a line."""
        self.report(Notice(self.at.source, line, text))

    def find(self, name: str, title: str) -> Record | None:
        """Return the first record that no block has taken yet: of this name and title, else of this name."""
        taken = {id(block.record) for block in self.blocks}
        free = [record for record in self.records if id(record) not in taken and record.name == name]
        return next((record for record in free if record.title == title), free[0] if free else None)
