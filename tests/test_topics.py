"""Topic files, the sections that treat a topic, and topics proposed from the text alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import plain
from guidewright import topics
from guidewright.links import explain, link_corpus
from guidewright.suggest import as_file, suggest

HERE = Path(__file__).parent
SAMPLE = HERE / "cases" / "corpus"

FILE = """\
---
title: Boundaries
terms:
  - boundary
  - saying no
not_terms: [boundary commission]
parent: safety
see_also: [trust]
---

# Boundaries

A boundary says what you will do.
"""


def test_a_topic_file_says_all_there_is_to_know() -> None:
    topic, notices = topics.parse("docs/topics/boundaries.md", FILE)
    assert notices == ()
    assert topic == topics.Topic(
        slug="boundaries",
        title="Boundaries",
        terms=(topics.Term("boundary", 4), topics.Term("saying no", 5)),
        not_terms=("boundary commission",),
        parent="safety",
        see_also=("trust",),
        gloss=frozenset({"boundari"}),
        path="docs/topics/boundaries.md",
    )


@pytest.mark.parametrize(
    "text", ["# Going alone\n\nText.\n", "---\n---\n# Going alone\n", "\ufeff---\n---\n\n# Going alone"]
)
def test_a_file_without_front_matter_is_known_by_its_heading(text: str) -> None:
    topic, notices = topics.parse("docs/topics/individual-therapy.md", text)
    assert (topic.title, topic.slug, topic.terms, notices) == ("Going alone", "individual-therapy", (), ())


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("title: A: B", "t.md:2: mapping values are not allowed here; put a text that holds a colon"),
        ("title: T\nterms:\n  - a: b", "t.md:3: `terms` is wrong: it must be a list of phrases"),
        ("title: T\nterms: {a: b}", "t.md:3: `terms` is wrong"),
        ("terms:\n  - yes", "t.md:2: `terms` is wrong"),
        ("title: [T]", "t.md:2: `title` must be one text"),
        ("title: T\ntrems: [a]", "t.md:3: there is no key `trems`; did you mean `terms`?"),
        ("- a", "t.md:2: the front matter must be a list of `key: value` lines"),
    ],
)
def test_a_wrong_file_is_told_with_its_line_and_what_to_do(front: str, says: str) -> None:
    topic, notices = topics.parse("t.md", f"---\n{front}\n---\n# T\n")
    assert topic is None
    assert str(notices[0]).startswith(says)
    assert notices[0].error


def test_the_keys_of_the_site_are_left_alone() -> None:
    topic, notices = topics.parse("t.md", "---\ntitle: T\ndescription: D\nhide: [toc]\nanything: 1\n---\n")
    assert (topic.title, notices) == ("T", ())


def test_a_folder_of_topics(tmp_path: Path) -> None:
    (tmp_path / "trust.md").write_text("---\nterms: [affair]\n---\n# Trust\n", "utf-8")
    (tmp_path / "index.md").write_text("# Topics\n", "utf-8")
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe\x00")
    found, notices = topics.load(tmp_path)
    assert [topic.slug for topic in found] == ["trust"]
    assert [notice.source for notice in notices] == [f"{tmp_path.name}/broken.md"]


# ---- sections that treat a topic -------------------------------------------------------------------------------

GUIDES = [
    plain.guide("""\
# Saying it calmly

Pick a calm hour. Nobody hears a limit in the middle of a row.

## What a boundary is

A boundary says what you will do. It is about your own time. You can keep a boundary even if nobody else agrees.

## Money

We go on about the price of things. A mortgage is a long promise.

## References

1. Sample, A. (2020). Boundaries and boundaries, a boundary. Boundary Press.
"""),
    plain.guide("""\
# After an affair

Trust comes back in small pieces.

## Deciding later

You may set a boundary first.
"""),
    plain.guide("# Counting sheep\n\nSheep are calm. They eat.\n"),
]
TOPICS = [
    plain.topic("boundaries", "boundary", "limit"),
    plain.topic("trust", "affair", "trust"),
    plain.topic("whales", "whale"),
]


def treated(slug: str) -> list[str]:
    return [f"{each.guide}#{each.anchor}" for each in link_corpus(GUIDES, TOPICS).topics[slug].treated]


def test_sections_treat_a_topic_by_evidence_and_references_never_do() -> None:
    assert treated("boundaries") == ["saying-it-calmly#what-a-boundary-is"]
    assert treated("trust") == ["after-an-affair#"]


def test_each_treated_section_shows_one_of_its_own_sentences() -> None:
    best = link_corpus(GUIDES, TOPICS).topics["boundaries"].treated[0]
    assert best.heading == "What a boundary is"
    assert best.sentence == "You can keep a boundary even if nobody else agrees."
    assert best.evidence[0].term == "boundary"
    assert {str(each.field) for each in best.evidence} == {"heading", "first paragraph"}


def test_the_editor_hears_of_thin_places() -> None:
    rival = plain.topic("self-care", "a limit")
    notices = [str(notice) for notice in link_corpus(GUIDES, [*TOPICS, rival]).notices]
    assert any(each.startswith("topics/whales.md:1: no guide treats the topic “Whales”") for each in notices)
    assert any(re.match(r"counting-sheep\.txt:\d+: it treats none of the topics", each) for each in notices)
    assert any(
        each.startswith(
            "topics/self-care.md:4: the term “a limit” belongs to “Boundaries”, too (topics/boundaries.md:5)"
        )
        for each in notices
    )


def test_a_parent_that_is_no_topic_is_told() -> None:
    lost = plain.topic("trust", "affair", parent="saftey")
    safe = plain.topic("safety", "boundary")
    notices = [str(notice) for notice in link_corpus(GUIDES, [lost, safe]).notices]
    assert "topics/trust.md:1: `parent` names the topic `saftey`, and there is none; did you mean `safety`?" in notices


def test_children_are_listed_at_their_parent() -> None:
    child = plain.topic("trust", "affair", parent="boundaries")
    linked = link_corpus(GUIDES, [TOPICS[0], child])
    assert linked.topics["boundaries"].children == ("trust",)


def test_why_a_topic_has_its_sections() -> None:
    lines = explain(link_corpus(GUIDES, TOPICS), "boundaries")
    assert lines[0] == "Boundaries (topics/boundaries.md) is looked for by: boundary, limit"
    assert "saying-it-calmly#what-a-boundary-is" in lines[2]
    assert "“boundary” 1× in its heading" in lines[3]
    assert explain(link_corpus(GUIDES, TOPICS), "nothing") == ()


def test_an_editor_can_say_what_a_guide_is_about() -> None:
    sheep = plain.guide("# Counting sheep\n\nSheep are calm.\n", extra=(("topics", '["trust"]'),))
    linked = link_corpus([*GUIDES[:2], sheep], TOPICS)
    assert [each.topic for each in linked.guides["counting-sheep"].treats] == ["trust"]
    assert "counting-sheep" in {each.guide for each in linked.topics["trust"].treated}


# ---- the sample corpus -----------------------------------------------------------------------------------------

# What an editor would expect on each topic's page, whatever else stands there.
EXPECTED = {
    "boundaries": ["setting-boundaries#what-a-boundary-is", "setting-boundaries#"],
    "cost": ["what-therapy-costs#training-clinics", "choosing-a-therapist-together#talk-about-money-before-you-book"],
    "couples-therapy": [
        "couples-or-individual-therapy#what-couples-therapy-is-for",
        "your-first-session#how-the-therapist-stays-fair",
    ],
    "individual-therapy": ["going-to-therapy-alone#", "couples-or-individual-therapy#what-individual-therapy-is-for"],
    "refusing-therapy": ["why-your-partner-refuses#", "when-you-are-the-sceptic#"],
    "safety": ["when-it-is-not-safe#", "when-it-is-not-safe#helplines"],
    "staying-or-leaving": ["is-this-a-deal-breaker#", "is-this-a-deal-breaker#talking-about-separation"],
    "talking-and-listening": ["starting-the-conversation#", "things-to-try-together#ten-minutes-of-listening"],
    "trust": ["trust-after-an-affair#", "setting-boundaries#after-an-affair"],
}


@pytest.fixture(scope="module")
def sample():
    found, notices = topics.load(HERE.parent / "docs" / "topics")
    assert notices == ()
    return link_corpus(plain.corpus(SAMPLE, HERE.parent / "sources"), found)


@pytest.mark.parametrize("slug", EXPECTED)
def test_topic_pages_of_the_sample_corpus(sample, slug: str) -> None:
    places = [f"{each.guide}#{each.anchor}" for each in sample.topics[slug].treated]
    assert set(EXPECTED[slug]) <= set(places)


@pytest.mark.parametrize(
    ("slug", "guide"),
    [
        ("boundaries", "setting-boundaries"),
        ("cost", "what-therapy-costs"),
        ("individual-therapy", "going-to-therapy-alone"),
        ("refusing-therapy", "why-your-partner-refuses"),
        ("trust", "trust-after-an-affair"),
    ],
)
def test_a_guide_that_bears_the_topic_s_name_comes_first(sample, slug: str, guide: str) -> None:
    assert sample.topics[slug].treated[0].guide == guide


def test_every_sample_guide_has_a_topic_and_every_topic_a_guide(sample) -> None:
    assert [str(notice) for notice in sample.notices] == []


def test_sentences_on_topic_pages_are_whole_sentences_of_the_guides(sample) -> None:
    for page in sample.topics.values():
        for each in page.treated:
            blocks = sample.guides[each.guide].guide.blocks
            text = " ".join(" ".join(block.text for block in blocks).split())
            rows = [{cell.text for cell in row} for block in blocks for row in block.rows]
            said = set(each.sentence.replace(": ", "; ", 1).split("; "))
            assert each.sentence
            assert each.sentence in text or any(said <= row for row in rows)


def test_a_section_of_one_table_shows_its_telling_row() -> None:
    table = "| Where | What |\n| --- | --- |\n| Table | No phones |\n| Door | A boundary |\n"
    text = f"# Calm\n\n## Boundaries at home\n\n{table}"
    shown = link_corpus([plain.guide(text)], TOPICS).topics["boundaries"].treated
    assert [each.sentence for each in shown] == ["Door: A boundary"]


def test_a_word_in_a_heading_that_the_section_never_speaks_of_is_no_topic() -> None:
    body = "Over months the quiet is read as an answer, and the answer is that nobody cares for the other one. " * 3
    guide = plain.guide(
        f"# Quiet\n\n## What silence costs\n\n{body}\n\n## Fees\n\nThe cost is a fee that you can afford.\n"
    )
    shown = link_corpus([guide], [plain.topic("cost", "cost", "fee", "afford")]).topics["cost"].treated
    assert [each.heading for each in shown] == ["Fees"]


# ---- suggestions -----------------------------------------------------------------------------------------------


def test_suggestions_come_from_the_text_alone() -> None:
    found = suggest(plain.corpus(SAMPLE, HERE.parent / "sources"))
    terms = {term.text for topic in found for term in topic.terms}
    assert {"boundary", "couples therapy", "fees", "abuse"} <= terms
    assert not terms & {"the", "partner", "example", "gottman", "united kingdom", "year"}


def test_a_suggestion_is_a_file_ready_to_edit() -> None:
    for topic in suggest(plain.corpus(SAMPLE, HERE.parent / "sources")):
        again, notices = topics.parse(topic.path, as_file(topic))
        assert notices == ()
        assert (again.title, [term.text for term in again.terms]) == (topic.title, [term.text for term in topic.terms])


@pytest.mark.parametrize("guides", [[], [plain.guide("# One\n\nA lone guide about whales and whales.")]])
def test_nothing_is_proposed_where_guides_share_nothing(guides: list) -> None:
    assert suggest(guides) == ()
