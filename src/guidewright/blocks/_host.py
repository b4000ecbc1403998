"""What MkDocs knows of the page at work, where a project has added the extension and no adapter of ours.

MkDocs is not imported: a converter of another host has no such processor, and a page is then just a page.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

from guidewright.blocks._state import Place

if TYPE_CHECKING:
    from markdown import Markdown

    from guidewright.model import Notice

# As MkDocs cuts it off, with the empty lines after it.
_FRONT = re.compile(r"\A(?:\ufeff)?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n+", re.DOTALL)


def place_of(md: Markdown) -> Place:
    """Return the file that a converter of MkDocs is made for, and how many lines of front matter it has cut off."""
    processors = md.treeprocessors
    file = getattr(processors["relpath"], "file", None) if "relpath" in processors else None
    if file is None:
        return Place()
    front = _FRONT.match(file.content_string)
    return Place(file.src_uri, front[0].count("\n") if front else 0)


def to_log(notice: Notice) -> None:
    """Log a mistake as a warning: below MkDocs' own logger where there is one, since `--strict` counts there."""
    log = logging.getLogger("mkdocs.guidewright.blocks" if "mkdocs" in sys.modules else "guidewright.blocks")
    log.warning("%s", notice)
