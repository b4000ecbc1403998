"""Make many PDF files: side by side, and never the same one twice."""

from __future__ import annotations

import hashlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from guidewright.worksheets import derive, pdf, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidewright.model import Guide
    from guidewright.worksheets import model
    from guidewright.worksheets.pdf import Booklet

# More threads than this only wait for each other.
MOST_JOBS = 4


class Kept:
    """A folder of what was made before, each file under a name that changes with all that it depends on."""

    def __init__(self, folder: Path) -> None:
        """Keep things in a folder, which is made when needed."""
        self.folder = folder
        self.asked: set[str] = set()

    def get(self, name: str, build: Callable[[], bytes]) -> bytes:
        """Return what is kept under a name; if nothing is, build it and keep it."""
        self.asked.add(name)
        path = self.folder / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            made = build()
        self.folder.mkdir(parents=True, exist_ok=True)
        # Another build may be at the same file: write aside, then put in place in one step.
        aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        aside.write_bytes(made)
        aside.replace(path)
        return made

    def sweep(self) -> None:
        """Remove what nobody has asked for since the last time: it is of things as they were."""
        for path in self.folder.glob("*"):
            if path.name not in self.asked:
                path.unlink(missing_ok=True)
        self.asked = set()


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one booklet: its file, or the error that kept it from being made."""

    content: bytes = b""
    error: str = ""


def make(booklets: Sequence[Booklet], kept: Kept, *, jobs: int = 0) -> tuple[Made, ...]:
    """Return one result a booklet, in order. `jobs` 0 means as many as the machine has cores."""

    def one(content: Booklet) -> Made:
        try:
            return Made(kept.get(f"{pdf.digest(content)}.pdf", lambda: pdf.render(content)))
        except pdf.SheetError as error:
            return Made(error=str(error))

    with ThreadPoolExecutor(jobs or min(os.cpu_count() or 1, MOST_JOBS)) as pool:
        return tuple(pool.map(one, booklets))


def derived(guide: Guide, kept: Kept) -> str:
    """Return the Markdown of the worksheet that a guide makes of itself; empty if it makes none."""

    def build() -> bytes:
        found = derive.derive(guide)
        return derive.write(found, guide).encode() if found else b""

    named = hashlib.sha256(f"{_tools()}\n{guide!r}".encode()).hexdigest()[:32]
    return kept.get(f"{named}.md", build).decode()


def paper_foot(guide: model.Guide, language: str, kept: Kept) -> str:
    """Return the foot of a printed page; finding a QR code takes longer than the rest of a page together."""
    named = hashlib.sha256(f"{_tools()}\n{language}\n{guide!r}".encode()).hexdigest()[:32]
    return kept.get(f"{named}.html", lambda: sheets.paper_foot(guide, language).encode()).decode()


@cache
def _tools() -> str:
    folder = Path(__file__).parent
    files = [*sorted(folder.glob("derive*.py")), folder / "sheets.py", folder / "words.py"]
    return "\n".join(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
