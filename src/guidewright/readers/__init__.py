"""Readers: one module per input format. A reader decides nothing about boilerplate.

A format of single articles READS some media types and endings, and its `read` turns a Source into a Page. A format of
files that hold articles OPENS some, and its `expand` turns a Source into the Sources that are in it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from guidewright.model import Notice
from guidewright.readers import _decode
from guidewright.readers._limits import LARGEST_FILE, Refused
from guidewright.readers._links import is_full_of_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from guidewright.model import Page, Source

__all__ = ["LARGEST_FILE", "endings", "expand", "holds_articles", "is_wide", "media_type", "read", "stem"]

# A text about Markdown shows a link or two, and other syntax.
_SYNTAX = re.compile(rb"<(?:script|iframe|img|div)\b|\{%|--8<--")


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


@cache
def _readers() -> dict[str, Callable[[Source], Page]]:
    """Map every media type and file ending that a module here READS to its `read`."""
    modules = [each for each in _modules() if hasattr(each, "READS")]
    return {key: module.read for module in modules for key in module.READS}


@cache
def _openers() -> dict[str, Callable[[Source], tuple[tuple[Source, ...], tuple[Notice, ...]]]]:
    """Map every media type and file ending that a module here OPENS to its `expand`."""
    modules = [each for each in _modules() if hasattr(each, "OPENS")]
    return {key: module.expand for module in modules for key in module.OPENS}


@cache
def endings() -> tuple[str, ...]:
    """Return the file endings that can be read or opened, sorted, each with its dot."""
    return tuple(sorted(key for key in (*_readers(), *_openers()) if key.startswith(".")))


def media_type(name: str) -> str:
    """Return the key that a file of this name is read by: its ending, lower case, or `text/plain`."""
    lower = PurePath(name).name.lower()
    return max((each for each in endings() if lower.endswith(each)), key=len, default="text/plain")


def stem(name: str) -> str:
    """Return a file's name without the ending that it is read by (`site.warc.gz` is `site`)."""
    kind = media_type(name)
    return PurePath(name).name[: -len(kind)] if kind.startswith(".") else PurePath(name).stem


def read(source: Source) -> Page:
    """Read a source by its media type; an unknown one is read as plain text.

    A plain text full of Markdown's links is what html2text and its like make of a page: it is read as Markdown.
    """
    table = _readers()
    reader = table.get(source.media_type, table["text/plain"])
    if reader is table["text/plain"] and is_full_of_links(source.raw) and not _SYNTAX.search(source.raw):
        reader = table["text/markdown"]
    return reader(source)


def is_wide(raw: bytes) -> bool:
    """Whether bytes that look like no text are one: UTF-16 without its mark, or ISO-2022-JP."""
    return bool(_decode.unmarked(raw)) or _decode.is_switching(raw)


def holds_articles(source: Source) -> bool:
    """Whether the source is a file that articles are taken out of first, by `expand`."""
    return source.media_type in _openers()


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the articles that a source holds, each a Source, with notices for what was left out or refused.

    A source that is an article itself is returned as it is. Pure, and never raises for anything in the bytes.
    """
    opener = _openers().get(source.media_type)
    if opener is None:
        return (source,), ()
    if not source.raw.strip():
        return (), (Notice(source.id, 0, "it is empty; save it again or delete the file", error=True),)
    try:
        return opener(source)
    except Refused as refused:
        return (), (Notice(source.id, refused.line, str(refused), error=True),)
