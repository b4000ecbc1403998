"""The sample corpus against the guides that were made by hand before it was made dirty."""

from pathlib import Path

import pytest

import gold
from guidewright import corpus
from guidewright.model import Fate, Metadata, Outcome, Source

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


def pages(*lines: str) -> list[Source]:
    """Return three articles of one site that share the lines."""
    text = "Title {0}\n\nText number {0} is long enough to be the paragraph of an article.\n\n{1}\n"
    return [
        Source(f"{n}.txt", text.format(n, "\n\n".join(lines)).encode(), metadata=Metadata(url=f"https://a.example/{n}"))
        for n in range(3)
    ]


def test_lines_that_recur_on_a_site_are_its_furniture() -> None:
    sources = pages("Find your own way with Springford House", "References", "Book, A. (2001). A book.")
    outcomes = corpus.build(sources, furniture=corpus.survey(sources))
    rules = {v.line.says: v.rule for v in outcomes[0].verdicts}
    assert rules["Find your own way with Springford House"] == "site-furniture"
    assert rules["References"] == ""
    assert rules["Book, A. (2001). A book."] == ""
    assert rules["Text number 0 is long enough to be the paragraph of an article."] == ""
    alone = corpus.build(sources[:2], furniture=corpus.survey(sources[:2]))
    assert {v.rule for v in alone[0].verdicts} == {""}


def test_the_sample_corpus_is_the_same_when_its_site_is_surveyed() -> None:
    surveyed = corpus.build(SOURCES, furniture=corpus.survey(SOURCES))
    assert [each.guide.blocks for each in surveyed] == [each.guide.blocks for each in OUTCOMES.values()]
