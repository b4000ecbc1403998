"""Readers: one module per input format. A reader turns a Source into a Page and decides nothing about boilerplate."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidewright.model import Page, Source


@cache
def _readers() -> dict[str, Callable[[Source], Page]]:
    """Map every media type and file ending that a module here READS to its `read`."""
    table = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        if not info.name.startswith("_"):
            module = importlib.import_module(f"{__name__}.{info.name}")
            table.update(dict.fromkeys(module.READS, module.read))
    return table


def endings() -> tuple[str, ...]:
    """Return the file endings that can be read, sorted, each with its dot."""
    return tuple(sorted(key for key in _readers() if key.startswith(".")))


def media_type(name: str) -> str:
    """Return the key that a file of this name is read by: its ending, lower case, or `text/plain`."""
    ending = PurePath(name).suffix.lower()
    return ending if ending in _readers() else "text/plain"


def read(source: Source) -> Page:
    """Read a source by its media type; an unknown one is read as plain text."""
    table = _readers()
    return table.get(source.media_type, table["text/plain"])(source)
