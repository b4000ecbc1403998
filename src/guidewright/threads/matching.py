"""Whether a text is one of many things, or has one of them in it: mostly a look at its beginning or words says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidewright import gate

if TYPE_CHECKING:
    from guidewright.lineindex import Patterns


def is_one_of(patterns: Patterns, text: str) -> bool:
    """Whether one of the patterns matches a text from its beginning to its end."""
    head = gate.head(text)
    for size in range(1, len(head) + 1):
        for each in patterns.by_head.get(head[:size], ()):
            if each.pattern.fullmatch(text):
                return True
    if not patterns.others:
        return False
    folded = gate.folded(text)
    return any(
        each.pattern.fullmatch(text) is not None
        for each in patterns.others
        if any(need in folded for need, _ in each.needs)
    )


def has_one_of(patterns: Patterns, text: str, folded: str) -> bool:
    """Whether one of the patterns is found in a text; `folded` is the text as `gate.folded` has it."""
    likely = [each for each in patterns.every for need, _ in each.needs if need in folded]
    return any(each.pattern.search(text) for each in likely)
