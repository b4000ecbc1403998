"""The sample corpus against the guides that were made by hand before it was made dirty."""

from dataclasses import replace
from pathlib import Path

import pytest

import gold
from guidewright import article, corpus, readers
from guidewright.model import Context, Fate, Metadata, Outcome, Page, Source

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


def addresses(sources: list[Source]) -> set[str]:
    """Every address that a link can lead to: of guides, and of the places in them that have an anchor."""
    guides = [each.guide for each in corpus.build(sources, furniture=corpus.survey(sources)) if each.guide]
    return {f"{guide.slug}#{anchor}" for guide in guides for anchor in ("", *(each.anchor for each in guide.blocks))}


@pytest.mark.parametrize("late", sorted(OUTCOMES)[::5])
def test_one_more_source_changes_no_address(late: str) -> None:
    fewer = [each for each in SOURCES if Path(each.id).stem != late]
    namesake = replace(SOURCES[-1], id="sources/z.txt")
    before, after = addresses(fewer), addresses([*SOURCES, namesake])
    assert len(before) > 100
    assert before < after


def pages(*lines: str, of: int = 3, site: str = "https://a.example/", said: str = "") -> list[Source]:
    """Return articles that share the lines; `site` empty leaves their addresses out, `said` is all their prose."""
    text = "Title {0}\n\n{1}\n\n{2}\n"
    prose = said or "Text number {0} is long enough to be the paragraph of an article: {0} cups of tea, {0} chairs."
    return [
        Source(
            f"{n}.txt",
            text.format(n, prose.format(n), "\n\n".join(lines).format(n)).encode(),
            metadata=Metadata(url=f"{site}{n}" if site else ""),
        )
        for n in range(of)
    ]


def rules_of(sources: list[Source]) -> dict[str, str]:
    outcomes = corpus.build(sources, furniture=corpus.survey(sources))
    return {v.line.says: v.rule for v in outcomes[0].verdicts if v.line.says}


FOOT = (
    "Find your own way with Springford House",
    "Springford House, a family practice in the old mill",
    "Doors are open on weekdays from nine to five",
)


def test_lines_that_recur_on_a_site_are_its_furniture() -> None:
    sources = pages("Find your own way with Springford House", "References", "Book, A. (2001). A book.")
    outcomes = corpus.build(sources, furniture=corpus.survey(sources))
    rules = {v.line.says: v.rule for v in outcomes[0].verdicts}
    assert rules["Find your own way with Springford House"] == "site-furniture"
    assert rules["References"] == ""
    assert rules["Book, A. (2001). A book."] == ""
    assert {rule for text, rule in rules.items() if text.startswith("Text number 0")} == {""}
    alone = corpus.build(sources[:2], furniture=corpus.survey(sources[:2]))
    assert {v.rule for v in alone[0].verdicts} == {""}


def test_pages_without_an_address_that_share_their_foot_are_of_one_site() -> None:
    rules = rules_of(pages(*FOOT, "Our week", site=""))
    assert {text for text, rule in rules.items() if rule == "site-furniture"} == {*FOOT, "Our week"}
    # Strangers share a word or two, and two pages are no site.
    assert "site-furniture" not in rules_of(pages("Our week", "Find your own way at last", site="")).values()
    assert "site-furniture" not in rules_of(pages(*FOOT, site="", of=2)).values()


def test_a_heading_that_a_site_uses_again_and_again_stays() -> None:
    below = "Under it stands another text each time, and text {0} is long enough to be taken for the prose of a page."
    rules = rules_of(pages("What to say", below, *FOOT))
    assert (rules["What to say"], rules[FOOT[0]]) == ("", "site-furniture")


def test_copies_of_one_article_are_no_furniture() -> None:
    said = "The same text stands in three places, as somebody gave it to three papers, and it is long enough for one."
    assert "site-furniture" not in rules_of(pages(*FOOT, said=said)).values()


def test_the_sample_corpus_is_the_same_when_its_site_is_surveyed() -> None:
    surveyed = corpus.build(SOURCES, furniture=corpus.survey(SOURCES))
    assert [each.guide.blocks for each in surveyed] == [each.guide.blocks for each in OUTCOMES.values()]


def test_an_article_at_which_our_own_code_breaks_is_named_and_the_others_are_built() -> None:
    def breaks(source: Source, context: Context) -> Outcome:
        return article.build(replace(source, raw=7) if source.id == "1.txt" else source, context)

    outcomes = corpus.build(pages(*FOOT), make=breaks)
    assert [each.guide is not None for each in outcomes] == [True, False, True]
    (notice,) = outcomes[1].notices
    assert notice.error
    assert str(notice).startswith("1.txt: it breaks this program: AttributeError in refusal.py, line ")
    assert "please report it" in notice.text


def test_a_file_at_which_a_reader_breaks_is_named_and_the_others_are_read(tmp_path: Path, monkeypatch) -> None:
    def breaks(source: Source) -> Page:
        raise KeyError(source.id)

    (tmp_path / "good.txt").write_bytes(pages(*FOOT)[0].raw)
    for name in ("bad.md", "bad.rss"):
        (tmp_path / name).write_text("# Bad\n\nIt is.\n", "utf-8")
    monkeypatch.setattr("guidewright.readers.markdown.read", breaks)
    monkeypatch.setattr("guidewright.readers.feed.expand", breaks)
    for table in (readers._readers, readers._openers):
        table.cache_clear()
    try:
        sources, notices = corpus.load(tmp_path)
        outcomes = corpus.build(sources, furniture=corpus.survey(sources))
    finally:
        monkeypatch.undo()
        for table in (readers._readers, readers._openers):
            table.cache_clear()
    assert {each.source_id: each.guide is not None for each in outcomes} == {"bad.md": False, "good.txt": True}
    told = [*notices, *(notice for each in outcomes for notice in each.notices if notice.error)]
    assert [str(each).partition(" in ")[0] for each in told] == [
        "bad.rss: it breaks this program: KeyError",
        "bad.md: it breaks this program: KeyError",
    ]


def test_every_sample_has_a_title_of_its_own() -> None:
    titles = [outcome.guide.title for outcome in OUTCOMES.values() if outcome.guide]
    assert not [title for title in titles if title.endswith((".txt", ".html", ".md"))]
    assert len(set(titles)) == len(titles)
