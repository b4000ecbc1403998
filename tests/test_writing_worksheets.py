"""The page for people who write worksheets: what it shows works as it stands."""

import re
from pathlib import Path

import pytest

from guidewright.blocks import kinds
from guidewright.grade import grade
from guidewright.worksheets import model
from sheets_help import read

DOCS = Path(__file__).parents[1] / "docs"
SHEETS = DOCS / "worksheets"
PAGE = (DOCS / "writing-worksheets.md").read_text("utf-8")
SHOWN = re.findall(r"^```markdown\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_what_the_page_shows_works(number):
    page = read(SHOWN[number], extensions=["meta"])
    assert page.faults == []
    assert page.sheet is not None


@pytest.mark.parametrize("name", kinds())
def test_every_block_and_option_is_explained(name):
    assert f"\n### {name}: " in PAGE
    section = PAGE.split(f"\n### {name}: ")[1].split("\n## ")[0]
    for option in set(kinds()[name].TAKES) - {"evidence"}:
        assert f"`{option}" in section or f"    {option}:" in section


def test_the_message_it_shows_is_the_one_that_comes():
    said = read("/// prompt | Q?\n    line: 2\n///").faults[0]
    assert said.removeprefix("page:2: ") in PAGE


def prose_of(blocks):
    """Yield what a reader reads in whole sentences: paragraphs and hints."""
    for block in blocks:
        if isinstance(block, model.Paragraph):
            yield model.plain(block.text)
        yield from prose_of(getattr(block, "hint", ()))
        yield from prose_of(getattr(block, "blocks", ()))


def test_our_own_sheets_read_easily():
    paths = [path for path in SHEETS.glob("*.md") if path.name != "index.md"]
    assert len(paths) >= 8
    for path in paths:
        page = read(path.read_text("utf-8"), extensions=["meta"])
        assert page.faults == []
        assert grade("\n".join(prose_of(page.sheet.blocks))) <= 8, path.name
