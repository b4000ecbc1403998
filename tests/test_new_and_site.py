"""`guidewright new` gives a site that builds; `guidewright site` gives Markdown whose links all lead somewhere."""

import os
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidewright.cli import main

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\]\(([^)#\s:]+\.md)(?:#([^)\s]*))?\)")


def run(*args: str | Path) -> int:
    result = CliRunner().invoke(main, [str(each) for each in args])
    return result.exit_code


def test_a_new_site_builds_at_once(tmp_path: Path) -> None:
    assert run("new", tmp_path / "mine", "--name", "Help: at hand") == 0
    assert {"mkdocs.yml", "docs", "hooks", "overrides", "sources"} <= {p.name for p in (tmp_path / "mine").iterdir()}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path / "mine",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "mine/site/guides/listening-for-ten-minutes/index.html").read_text("utf-8")
    assert "Set a clock to ten minutes" in page
    assert "top of page" not in page
    assert "Help: at hand" in page


def test_new_never_writes_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("keep me", "utf-8")
    assert run("new", tmp_path / "mine") == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_wheel_holds_all_that_new_needs(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    for folder in ("hooks", "overrides"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"guidewright/starter/{path.relative_to(ROOT).as_posix()}" in names


@pytest.mark.parametrize("option", ["--anchors", "--no-anchors"])
def test_links_of_the_written_site_lead_somewhere(tmp_path: Path, option: str) -> None:
    assert run("site", tmp_path, "--sources", ROOT / "sources", "--docs", ROOT / "docs", option) == 0
    pages = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.md")}
    assert "guides/setting-boundaries.md" in pages
    found = 0
    for name, text in pages.items():
        if not name.startswith(("guides/", "topics/")):
            continue
        for target, anchor in LINK.findall(text):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            assert path in pages, f"{name} links to {target}"
            if anchor:
                assert f"{{ #{anchor} }}" in pages[path], f"{name} links to {target}#{anchor}"
            found += 1
    assert found > 60
