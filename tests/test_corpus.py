"""The sample corpus against the guides that were made by hand before it was made dirty."""

from pathlib import Path

import pytest

import gold
from guidewright import corpus
from guidewright.model import Fate, Outcome

ROOT = Path(__file__).parent.parent
SOURCES, NOTICES = corpus.load(ROOT / "sources")
OUTCOMES = {Path(each.source_id).stem: each for each in corpus.build(SOURCES)}


def wanted(name: str) -> str:
    return (ROOT / "tests/cases/corpus" / f"{name}.md").read_text("utf-8")


def test_the_corpus_is_whole() -> None:
    assert not NOTICES
    assert len(SOURCES) >= 12
    assert {each.guide is not None for each in OUTCOMES.values()} == {True}


@pytest.mark.parametrize("name", OUTCOMES)
def test_guide_is_what_an_editor_made_by_hand(name: str) -> None:
    assert gold.of_guide(OUTCOMES[name].guide) == gold.parse(wanted(name))


@pytest.mark.parametrize("name", OUTCOMES)
def test_links_of_the_source_are_kept(name: str) -> None:
    assert gold.links_of_guide(OUTCOMES[name].guide) == gold.links(wanted(name))


@pytest.mark.parametrize("name", OUTCOMES)
def test_slug_is_the_file_name(name: str) -> None:
    assert OUTCOMES[name].guide.slug == name


@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES)
def test_nothing_but_blank_lines_goes_without_a_reason(outcome: Outcome) -> None:
    for verdict in outcome.verdicts:
        if verdict.fate in {Fate.REMOVED, Fate.LIFTED}:
            assert verdict.rule
            assert verdict.because
        elif verdict.line.says.strip():
            assert verdict.text


def test_every_guide_may_be_published() -> None:
    assert [each.guide.slug for each in OUTCOMES.values() if each.guide.front.draft] == []
