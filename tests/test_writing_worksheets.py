"""The page for people who write worksheets: what it shows works as it stands."""

import hashlib
import re
from pathlib import Path

import pytest

from guidewright.blocks import kinds
from guidewright.grade import grade
from guidewright.worksheets import model, sheets
from sheets_help import read

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SHEETS = DOCS / "worksheets"
PAGE = (DOCS / "writing-worksheets.md").read_text("utf-8")
DEPENDENCIES = (DOCS / "dependencies.md").read_text("utf-8")
ASSETS = (ROOT / "scripts/parts/worksheet_assets.py").read_text("utf-8")
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


def test_the_message_about_a_sheet_that_is_not_there_is_the_one_that_comes():
    assert f"sources/setting-limits.yml:3: {sheets.not_there('my-boundary', ['worksheets/my-boundaries.md'])}" in PAGE


def test_what_the_repository_holds_of_others_is_what_the_page_says():
    listed = dict(line.split("  ")[::-1] for line in re.findall(r"^[0-9a-f]{64}  .*$", DEPENDENCIES, re.MULTILINE))
    patterns = ("overrides/assets/worksheets/*.min.js", "overrides/assets/fonts/*.woff2", "src/**/*.ttf")
    there = {str(path.relative_to(ROOT)) for pattern in patterns for path in ROOT.glob(pattern)}
    assert set(listed) == there
    assert {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in listed} == listed
    for package, version in re.findall(r'\("((?:@cantoo/)?[a-z-]+)", "([\d.]+)"', ASSETS):
        assert re.search(
            rf"^\| .*{package.replace('-', '[ -]')}.* \| {re.escape(version)} \|",
            DEPENDENCIES,
            re.IGNORECASE | re.MULTILINE,
        )


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
