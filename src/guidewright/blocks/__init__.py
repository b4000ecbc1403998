"""Worksheet blocks for Python-Markdown: one line in `markdown_extensions` and a page can be filled in.

    markdown_extensions:
      - guidewright.blocks

Every mistake in a block is reported with its line; none is printed as plain text in silence. What the extension can
be told (a host's adapter does; nobody has to):

    report    called with a `guidewright.model.Notice` for each mistake; without it they go to the log as warnings,
              which `mkdocs build --strict` counts
    collect   called with the page's `Sheet` after each page that has blocks
    place     called without arguments before each page; returns its `Place`; without it MkDocs is asked
    language  BCP 47 code of pages that name none
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from pymdownx.blocks import BlocksExtension

from guidewright.blocks._base import WorksheetBlock
from guidewright.blocks._collect import Collect
from guidewright.blocks._host import to_log
from guidewright.blocks._scan import Scan
from guidewright.blocks._state import Place, State

if TYPE_CHECKING:
    from markdown import Markdown
    from pymdownx.blocks import BlocksProcessor

__all__ = ["Place", "Worksheets", "kinds", "makeExtension"]


def kinds() -> dict[str, type[WorksheetBlock]]:
    """Return the blocks there are, by name: one a module of this folder."""
    for module in iter_modules(__path__):
        if not module.name.startswith("_"):
            import_module(f"{__name__}.{module.name}")
    return {kind.NAME: kind for kind in sorted(WorksheetBlock.__subclasses__(), key=lambda kind: kind.NAME)}


class Worksheets(BlocksExtension):
    """The extension: reads blocks, reports mistakes, puts the fields into the page."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # Python-Markdown's own signature
        """Take the settings named above. None as a default would turn what is given into a truth value."""
        self.config = {
            "report": ["", "called with each mistake"],
            "collect": ["", "called with each page's sheet"],
            "place": ["", "returns the page's Place"],
            "language": ["en", "language of pages that name none"],
        }
        super().__init__(**settings)
        self.state = State(
            report=self.getConfig("report") or to_log,
            collect=self.getConfig("collect") or None,
            place=self.getConfig("place") or None,
            language=self.getConfig("language"),
        )

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the blocks, the check before them and the collecting after everything."""
        md.registerExtension(self)
        known = kinds()
        for kind in known.values():
            block_mgr.register(kind, {"state": self.state})
        # Before `meta` (27) cuts the front matter off and fences (25) are hidden, after line ends are one kind (30).
        md.preprocessors.register(Scan(md, self.state, known, block_mgr), "worksheet_scan", 28)
        # After every other: links are resolved (0) and escapes undone (0) by then.
        md.treeprocessors.register(Collect(md, self.state), "worksheet_collect", -10)

    def reset(self) -> None:
        """Forget the page before."""
        self.state.reset()


def makeExtension(**settings: Any) -> Worksheets:  # noqa: ANN401, N802
    """Return the extension, as Python-Markdown asks for it by module name."""
    return Worksheets(**settings)
