"""Who may import whom, kept by a test: the pipeline knows nothing of its host, and data flows one way."""

import ast
from pathlib import Path

import pytest

from guidewright.rules import DECIDE

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "guidewright"
MODULES = sorted(PACKAGE.rglob("*.py"))
# What a module or folder of the package may import from the package.
MAY: dict[str, set[str]] = {
    "model": set(),
    "slug": set(),
    "rights": set(),
    "gate": set(),
    "wordfinder": set(),
    "flow": set(),
    "dates": set(),
    "text": set(),
    "lineindex": {"gate", "model"},
    "find": {"lineindex", "model"},
    "words": {"find", "lineindex", "model"},
    "lexicon": {"wordfinder"},
    "scorer": {"lexicon", "scorer"},
    "threads": {"find", "lineindex", "model", "threads", "wordfinder"},
    "rules": {"dates", "find", "lexicon", "model", "scorer", "threads", "wordfinder", "words"},
    "readers": {"dates", "model", "readers", "slug", "wordfinder"},
    "comments": {"comments", "find", "gate", "model", "text", "threads"},
    "sift": {"flow", "model"},
    "shape": {"flow", "model", "shape", "slug"},
    "writers": {"comments", "grade", "links", "model", "writers"},
    "proof": {"model", "readers", "sift", "wordfinder", "writers"},
    "article": {
        "comments",
        "find",
        "model",
        "proof",
        "readers",
        "refusal",
        "rights",
        "rules",
        "shape",
        "sift",
        "slug",
        "words",
        "writers",
    },
    "refusal": {"model", "readers"},
    "survey": {"model", "readers", "sift"},
    "corpus": {"article", "comments", "model", "readers", "slug", "survey"},
    "cache": {"article", "model"},
    "grade": {"model", "text"},
    "topics": {"match", "mentions", "model", "sections", "text"},
    "sections": {"model", "text"},
    "match": {"text"},
    "mentions": {"duplicates", "match", "model", "sections", "text"},
    "duplicates": {"mentions", "model", "sections"},
    "senses": {"text", "topics"},
    "related": {"match", "mentions", "topics"},
    "wishes": {"model"},
    "excerpt": {"mentions", "model", "sections", "text", "topics"},
    "index": {"duplicates", "match", "mentions", "model", "related", "senses", "text", "topics", "wishes"},
    "linking": {"excerpt", "index", "match", "mentions", "model", "related", "senses", "text", "topics", "wishes"},
    "links": {"duplicates", "index", "linking", "match", "mentions", "model", "related", "topics"},
    "suggest": {"model", "sections", "slug", "text", "topics"},
    "asked": {"model", "text"},
    "search": {"asked", "model", "text"},
    "blocks": {"blocks", "model", "slug", "worksheets"},
    "worksheets": {"model", "text", "worksheets", "writers"},
    "cli": {
        "__version__",
        "article",
        "comments",
        "corpus",
        "links",
        "model",
        "proof",
        "rules",
        "suggest",
        "topics",
        "words",
        "worksheets",
        "writers",
    },
    "__main__": {"cli"},
    "__init__": set(),
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports cannot be followed here"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_package_never_imports_its_host(path: Path) -> None:
    assert not {name for name in imports(path) if name.split(".")[0] in {"mkdocs", "material", "hooks"}}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_data_flows_one_way(path: Path) -> None:
    names = {name for name in imports(path) if name.startswith("guidewright.")}
    if part(path) == "rules":  # no rule imports a rule, but what it is made of may stand beside it
        names = {name for name in names if not name.startswith("guidewright.rules._")}
    own = {name.split(".")[1] for name in names}
    assert own <= MAY[part(path)]


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.name)
def test_hooks_decide_nothing_about_text(path: Path) -> None:
    assert "re" not in imports(path)


def test_the_digest_of_a_ruleset_is_of_all_that_an_article_is_made_with() -> None:
    made_with, asked = set(), {"article"}
    while asked:
        made_with |= asked
        asked = {name for each in asked for name in MAY[each]} - made_with - {"proof", "writers"}  # they decide nothing
    assert made_with == set(DECIDE)
