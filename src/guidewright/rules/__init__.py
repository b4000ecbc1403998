"""Rules: one module per kind of boilerplate. A rule is found by standing in a module's RULES.

To add one, put a value into the module of its kind; its `example` is its test. Modules are read in alphabetical
order, rules in the order they stand. Rules never import rules; what several need is in `guidewright.find`,
and what one of them is made of may be in a module whose name begins with an underscore.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidewright.model import Rule

# The parts of the package that decide what becomes of a line.
DECIDE = (
    "article", "comments", "dates", "find", "flow", "gate", "lexicon", "lineindex", "model", "readers", "refusal", "rights", "rules",
    "scorer", "shape", "sift", "slug", "text", "threads", "wordfinder", "words",
)  # fmt: skip
_ENDINGS = frozenset({".py", ".toml", ".yml"})


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule there is, each with its module's name as its family. Two rules of one name are an error."""
    rules: list[Rule] = []
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{info.name}")
        rules.extend(replace(rule, family=info.name) for rule in module.RULES)
    names = [rule.name for rule in rules]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        msg = f"two rules are named {', '.join(twice)}: a ledger could not tell them apart; rename one"
        raise ValueError(msg)
    return tuple(rules)


@cache
def digest() -> str:
    """Return a short digest of the ruleset and of all else that decides what becomes of a line, code and words."""
    sums = hashlib.sha256()
    home = Path(__file__).parents[1]
    files = (path for name in DECIDE for path in (home / name).glob("**/*") if path.suffix in _ENDINGS)
    for path in sorted([*files, *(home / f"{name}.py" for name in DECIDE if (home / f"{name}.py").is_file())]):
        sums.update(f"{path.relative_to(home).as_posix()}\n".encode() + path.read_bytes())
    return sums.hexdigest()[:12]
