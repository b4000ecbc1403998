"""Readers: one module per input format. A reader decides nothing about boilerplate.

A format of single articles READS some media types and endings, and its `read` turns a Source into a Page; where it is
text, BYTES_COME_BACK says that the lines give the source's bytes back. A format of files that hold articles OPENS some,
and its `expand` turns a Source into the Sources that are in it.
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

__all__ = [
    "LARGEST_FILE",
    "bytes_come_back",
    "endings",
    "expand",
    "holds_articles",
    "is_wide",
    "knows",
    "media_type",
    "read",
    "stem",
]

# A text about Markdown shows a link or two, and other syntax.
_SYNTAX = re.compile(rb"<(?:script|iframe|img|div)\b|\{%|--8<--")


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


@cache
def _readers() -> dict[str, ModuleType]:
    """Map every media type and file ending that a module here READS to the module."""
    return {key: module for module in _modules() for key in getattr(module, "READS", ())}


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


def knows(source: Source) -> bool:
    """Whether there is a reader or an opener for the source's media type or ending."""
    kind = _kind(source)
    return kind in _readers() or kind in _openers()


def read(source: Source) -> Page:
    """Read a source by its media type or ending; ValueError where it is not known.

    A plain text full of Markdown's links is what html2text and its like make of a page: it is read as Markdown.
    """
    page: Page = _reader(source).read(source)
    return page


def bytes_come_back(source: Source) -> bool:
    """Whether the lines of the source, put together, are its very bytes."""
    return getattr(_reader(source), "BYTES_COME_BACK", False)


def _reader(source: Source) -> ModuleType:
    table = _readers()
    reader = table.get(_kind(source))
    if reader is None:
        msg = f"{source.id} is of the media type {source.media_type!r}, which no reader reads"
        raise ValueError(msg)
    if reader is table["text/plain"] and is_full_of_links(source.raw) and not _SYNTAX.search(source.raw):
        return table["text/markdown"]
    return reader


def _kind(source: Source) -> str:
    """Return a media type as the tables have it: in small letters, without parameters such as `; charset=utf-8`."""
    kind = source.media_type
    if kind in _readers():
        return kind
    return kind.partition(";")[0].strip().lower()


def is_wide(raw: bytes) -> bool:
    """Whether bytes that look like no text are one: UTF-16 without its mark, or ISO-2022-JP."""
    return bool(_decode.unmarked(raw)) or _decode.is_switching(raw)


def holds_articles(source: Source) -> bool:
    """Whether the source is a file that articles are taken out of first, by `expand`."""
    return _kind(source) in _openers()


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the articles that a source holds, each a Source, with notices for what was left out or refused.

    A source that is an article itself is returned as it is. Pure, and never raises for anything in the bytes.
    """
    opener = _openers().get(_kind(source))
    if opener is None:
        return (source,), ()
    if not source.raw.strip():
        return (), (Notice(source.id, 0, "it is empty; save it again or delete the file", error=True),)
    try:
        return opener(source)
    except Refused as refused:
        return (), (Notice(source.id, refused.line, str(refused), error=True),)
