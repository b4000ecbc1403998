"""The scripts that people run: help, wrong calls, and a build that never leaves a broken site."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from guidewright.cli import main

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file())
DEPENDENCIES = "docs/dependencies.md"


def run(*command, cwd=ROOT, **environment):
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_script_explains_itself(script, flag):
    told = run(script, flag)
    assert told.returncode == 0
    assert told.stdout.startswith(f"Usage: scripts/{script.name}")
    assert "Exit codes:" in told.stdout
    assert "#" not in told.stdout
    assert told.stderr == ""


@pytest.mark.parametrize("name", ["accept", "bench", "lock", "setup"])
def test_a_wrong_call_is_told_apart_from_a_failure(name):
    told = run(ROOT / "scripts" / name, "no-such-thing")
    assert told.returncode == 2
    assert told.stdout == ""
    assert "no-such-thing" in told.stderr or "no arguments" in told.stderr


@pytest.fixture
def project(tmp_path):
    """A small MkDocs project with our build script in it."""
    (tmp_path / "scripts/parts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/parts/build.py", tmp_path / "scripts/parts")
    for folder in ("docs", "sources", "overrides", "hooks", "src"):
        (tmp_path / folder).mkdir()
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text("")
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(
        'site_name: Small\nsite_url: !ENV [SITE_URL, ""]\ntheme: mkdocs\nhooks: [hooks/main.py]\n'
    )
    (tmp_path / "hooks/main.py").write_text("")
    return tmp_path


def build(project, *arguments, **environment):
    return run(sys.executable, project / "scripts/parts/build.py", *arguments, cwd=project, **environment)


def test_a_build_makes_the_site_and_says_where_to_look(project):
    built = build(project)
    assert built.returncode == 0, built.stderr
    assert re.fullmatch(r"Built \d+ pages into site/ in [\d.]+ s\. .*\n", built.stdout)
    assert "Home" in (project / "site/index.html").read_text()


def test_a_second_build_does_nothing_until_something_changes(project):
    build(project)
    before = (project / "site/index.html").stat().st_mtime_ns

    assert "up to date" in build(project).stdout
    assert (project / "site/index.html").stat().st_mtime_ns == before

    (project / "sources/new.txt").write_text("An article.\n")
    assert "Built" in build(project).stdout
    assert "up to date" in build(project).stdout
    assert "Built" in build(project, SITE_URL="https://example.org/elsewhere/").stdout
    assert "Built" in build(project, "--force", SITE_URL="https://example.org/elsewhere/").stdout


@pytest.mark.parametrize("harm", ["delete", "change"])
def test_a_site_that_somebody_has_harmed_is_built_again(project, harm):
    build(project)
    page = project / "site/index.html"
    page.unlink() if harm == "delete" else page.write_text("gone")
    assert "Built" in build(project).stdout
    assert "Home" in page.read_text()


def test_a_failed_build_leaves_the_last_good_site(project):
    build(project)
    (project / "docs/index.md").write_text("# New home\n\n[nowhere](nowhere.md)\n")
    failed = build(project)
    assert failed.returncode == 1
    assert failed.stdout == ""
    assert "nowhere.md" in failed.stderr
    assert "site/ is as it was" in failed.stderr
    assert "New home" not in (project / "site/index.html").read_text()
    # The failure is not taken for a result.
    assert build(project).returncode == 1


def test_keep_going_puts_the_site_in_place_in_spite_of_complaints(project):
    (project / "docs/index.md").write_text("# New home\n\n[nowhere](nowhere.md)\n")
    assert "--keep-going" in build(project).stderr
    for _ in range(2):  # the complaint is made every time, not only the first
        built = build(project, "--keep-going")
        assert built.returncode == 1
        assert "nowhere.md" in built.stderr
        assert "New home" in (project / "site/index.html").read_text()

    (project / "docs/index.md").write_text("# Newer home\n")
    assert build(project, "--keep-going").returncode == 0


def test_a_bad_source_is_left_out_and_the_rest_is_put_in_place(project):
    build(project)
    (project / "hooks/main.py").write_text(
        "import logging\n"
        "def on_files(files, **_):\n"
        "    logging.getLogger('mkdocs.hooks').error('sources/a.txt: it is empty; delete it')\n"
    )
    (project / "docs/index.md").write_text("# New home\n")
    for _ in range(2):  # it is told every time, not only the first
        built = build(project)
        assert built.returncode == 1
        assert "sources/a.txt: it is empty" in built.stderr
        assert "left out" in built.stderr
        assert "New home" in (project / "site/index.html").read_text()


def test_an_interrupted_build_leaves_the_last_good_site(project):
    build(project)
    begun = project / "begun"
    (project / "hooks/main.py").write_text(
        f"import pathlib, time\ndef on_env(env, **_):\n    pathlib.Path({str(begun)!r}).touch()\n    time.sleep(60)\n"
    )
    (project / "docs/index.md").write_text("# New home\n")
    with subprocess.Popen(
        [sys.executable, project / "scripts/parts/build.py"], cwd=project, stderr=subprocess.PIPE, text=True
    ) as building:
        while not begun.exists():
            assert building.poll() is None
            time.sleep(0.05)
        building.send_signal(signal.SIGTERM)
        _, told = building.communicate(timeout=30)
    assert building.returncode == 130
    assert "site/ is as it was" in told
    assert "New home" not in (project / "site/index.html").read_text()
    assert sorted(path.name for path in (project / ".cache/build").iterdir()) == ["lock", "record.json"]


def test_a_swap_that_was_cut_in_the_middle_is_mended(project):
    build(project)
    (project / "site").rename(project / ".cache/build/old")
    (project / "docs/index.md").write_text("[nowhere](nowhere.md)\n")
    failed = build(project)
    assert failed.returncode == 1
    assert "Home" in (project / "site/index.html").read_text()


def test_the_vendored_pip_is_the_one_that_is_named():
    (wheel,) = (ROOT / "scripts/vendor").glob("pip-*.whl")
    named = dict(
        re.findall(r"^ {4}([0-9a-f]{64})  (\S+)$", (ROOT / "scripts/vendor/README.md").read_text(), re.MULTILINE)
    )
    assert named == {hashlib.sha256(wheel.read_bytes()).hexdigest(): wheel.name}


def requirements():
    """Return the names of the packages that pyproject.toml asks for, by purpose."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {
        "": project["project"]["dependencies"],
        **project["project"]["optional-dependencies"],
        "build": project["build-system"]["requires"],
    }
    return {purpose: {normal(line) for line in lines} for purpose, lines in wanted.items()}


def normal(line):
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", line).group()).lower()


def pinned(name):
    return {normal(line) for line in (ROOT / name).read_text().splitlines() if re.match(r"[\w.-]+==", line)}


def test_the_lock_files_pin_every_dependency():
    wanted = requirements()
    assert wanted[""] | wanted["site"] | wanted["build"] <= pinned("requirements.lock")
    tested = set().union(*(wanted[purpose] for purpose in wanted.keys() - {"bench"}))
    assert tested | pinned("requirements.lock") <= pinned("requirements-test.lock")
    assert wanted["bench"] | pinned("requirements-test.lock") <= pinned("requirements-bench.lock")


def test_the_lock_files_name_no_index():
    for name in ("requirements.lock", "requirements-test.lock", "requirements-bench.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        assert "--index" not in text
        assert text.count("==") <= text.count("--hash=sha256:")


def test_each_dependency_has_its_reason_and_no_other_is_listed():
    table = {
        normal(name) for name in re.findall(r"^\| `([\w.-]+)` \|", (ROOT / DEPENDENCIES).read_text(), re.MULTILINE)
    }
    assert table == set().union(*requirements().values())


def pages_for_people():
    """Return the pages for editors and developers. The site does not hold them, so MkDocs does not check them."""
    names = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "sources/README.md", "docs/publishing.md", DEPENDENCIES)
    folders = (ROOT / "docs/editors", ROOT / "docs/developers")
    return [*(ROOT / name for name in names), *(page for folder in folders for page in folder.glob("*.md"))]


def test_links_between_the_pages_for_editors_and_developers_lead_somewhere():
    lost = []
    for page in pages_for_people():
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            aim = page.parent / path if path else page
            if not aim.exists():
                lost.append(f"{page.relative_to(ROOT)}: {target}")
            elif anchor and aim.suffix == ".md" and aim.exists() and anchor not in anchors(aim):
                lost.append(f"{page.relative_to(ROOT)}: {target} (no such heading)")
    assert lost == []


def anchors(page):
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip()) for heading in headings}


def test_commands_that_the_pages_name_exist():
    told = "\n".join(page.read_text("utf-8") for page in pages_for_people())
    named = set(re.findall(r"\bscripts/([a-z]+)", told)) - {"parts", "vendor"}
    assert named <= {path.name for path in SCRIPTS}
    commands = set(re.findall(r"(?:^|[ `/])guidewright (?!import\b)([a-z]+)", told, re.MULTILINE))
    assert commands <= set(main.commands)
    assert commands >= {"normalise", "why", "rules", "review", "adopt"}
