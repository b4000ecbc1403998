"""Golden cases: a folder each, with its source, the guide it makes and what became of each line.

After a change of rules run `scripts/accept` and read the diff.
"""

from pathlib import Path

import pytest

import accept
from guidewright import proof


@pytest.mark.parametrize("case", accept.cases(), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    outcome = accept.build(case)
    assert accept.review(outcome) == (case / "review.txt").read_text("utf-8")
    assert accept.guide(outcome) == (case / "guide.md").read_text("utf-8")


@pytest.mark.parametrize("case", accept.cases(), ids=lambda case: case.name)
def test_what_was_typed_shows_as_typed(case: Path) -> None:
    outcome = accept.build(case)
    if outcome.guide is not None:
        assert proof.of_page(outcome.guide, proof.render(accept.guide(outcome))) == []
