"""Who may import whom, kept by a test: the pipeline knows nothing of its host, and data flows one way."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "guidewright"
MODULES = sorted(PACKAGE.rglob("*.py"))
# What a module or folder of the package may import from the package; `None` means anything.
MAY: dict[str, set[str] | None] = {
    "model": set(),
    "slug": set(),
    "rights": set(),
    "gate": set(),
    "wordfinder": set(),
    "flow": set(),
    "lineindex": {"gate", "model"},
    "find": {"gate", "lineindex", "model"},
    "dates": set(),
    "words": {"model", "find", "lineindex"},
    "lexicon": {"wordfinder"},
    "scorer": {"lexicon", "scorer"},
    "threads": {"find", "gate", "lineindex", "model", "threads", "wordfinder"},
    "rules": {"dates", "lexicon", "model", "find", "scorer", "threads", "wordfinder", "words"},
    "readers": {"dates", "model", "readers", "slug", "wordfinder"},
    "comments": {"comments", "find", "gate", "model", "text", "threads"},
    "sift": {"flow", "model"},
    "shape": {"flow", "model", "shape", "slug"},
    "blocks": {"blocks", "model", "slug", "worksheets"},
    "writers": {"model", "slug", "writers", "links", "grade", "comments"},
    "proof": {"model", "sift", "writers"},
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_package_never_imports_its_host(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] in {"mkdocs", "material", "hooks"}}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_data_flows_one_way(path: Path) -> None:
    allowed = MAY.get(part(path))
    names = {name for name in imports(path) if name.startswith("guidewright.")}
    if part(path) == "rules":  # no rule imports a rule, but what it is made of may stand beside it
        names = {name for name in names if not name.startswith("guidewright.rules._")}
    own = {name.split(".")[1] for name in names}
    if allowed is not None:
        assert own <= allowed


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.name)
def test_hooks_decide_nothing_about_text(path: Path) -> None:
    assert "re" not in imports(path)
