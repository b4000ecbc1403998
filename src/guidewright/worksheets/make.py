"""Make many PDF files: side by side, and never the same one twice."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright.worksheets import pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from guidewright.worksheets.pdf import Booklet

# More threads than this only wait for each other.
MOST_JOBS = 4


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one booklet: its file, or the error that kept it from being made."""

    content: bytes = b""
    error: str = ""


def make(booklets: Sequence[Booklet], folder: Path, *, jobs: int = 0) -> tuple[Made, ...]:
    """Return one result a booklet, in order; files are kept in `folder` by what they depend on.

    Files in the folder that no booklet asked for are removed: they are of sheets as they were. `jobs` 0 means as
    many as the machine has cores.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"{pdf.digest(each)}.pdf" for each in booklets]
    count = jobs or min(os.cpu_count() or 1, MOST_JOBS)
    with ThreadPoolExecutor(count) as pool:
        made = tuple(pool.map(lambda pair: _one(pair[0], folder / pair[1]), zip(booklets, names, strict=True)))
    wanted = set(names)
    for path in folder.glob("*.pdf"):
        if path.name not in wanted:
            path.unlink(missing_ok=True)
    return made


def _one(content: Booklet, path: Path) -> Made:
    try:
        return Made(path.read_bytes())
    except FileNotFoundError:
        pass
    try:
        made = pdf.render(content)
    except pdf.SheetError as error:
        return Made(error=str(error))
    # Another build may be at the same file: write aside, then put in place in one step.
    aside = path.with_suffix(f".{os.getpid()}.{id(content)}")
    aside.write_bytes(made)
    aside.replace(path)
    return Made(made)
