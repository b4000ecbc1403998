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
    """Return a short digest of the whole ruleset: it changes when a rule, its order, its code or its words change."""
    sums = hashlib.sha256()
    made_of = ("rules/*.py", "rules/words/*.yml", "threads/*.py", "scorer/*.py", "lexicon/*.py", "lexicon/*.toml")
    for path in sorted(path for each in made_of for path in Path(__file__).parents[1].glob(each)):
        sums.update(f"{path.name}\n".encode() + path.read_bytes())
    return sums.hexdigest()[:12]
