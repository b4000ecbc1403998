"""What MkDocs or Zensical knows of the page at work, where a project has added the extension and no adapter of ours.

Neither is imported: a converter of another host has no such processors, and a page is then just a page.
"""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guidewright.blocks._state import Place

if TYPE_CHECKING:
    from markdown import Markdown

    from guidewright.model import Notice

# As a host cuts it off, with the empty lines after it.
_FRONT = re.compile(r"\A(?:\ufeff)?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n+", re.DOTALL)


def place_of(md: Markdown) -> Place:
    """Return the file that a host has made a converter for, and how many lines of front matter it has cut off."""
    if "relpath" in md.treeprocessors and (file := getattr(md.treeprocessors["relpath"], "file", None)):
        return Place(file.src_uri, _cut_off(file.content_string))
    if "rendering_context" in md.preprocessors:
        context = md.preprocessors["rendering_context"]
        page, config = getattr(context, "page", None), getattr(context, "config", {})
        if page is not None:
            path = Path(config.get("docs_dir", "docs"), page.path)
            return Place(page.path, _cut_off(path.read_text("utf-8", "replace")) if path.is_file() else 0)
    return Place()


def _cut_off(text: str) -> int:
    front = _FRONT.match(text)
    return front[0].count("\n") if front else 0


def to_log(notice: Notice) -> None:
    """Log a mistake as a warning: below MkDocs' own logger where there is one, since `--strict` counts there."""
    log = logging.getLogger("mkdocs.guidewright.blocks" if "mkdocs" in sys.modules else "guidewright.blocks")
    log.warning("%s", notice)
