"""Sentences of articles that look like what mails, feeds, sites and biographies have around theirs stay."""

import pytest

from guidewright import article
from guidewright.model import Fate, Source

PROSE = "One hour a week is worth more than any plan for a better year, and nobody has to decide anything in that hour."
WHOLE = [f"{PROSE} It was said in room {at}." for at in range(6)]


def gone(*lines: str, kind: str = ".txt") -> list[str]:
    verdicts = article.build(Source(f"a{kind}", "\n".join(lines).encode(), kind)).verdicts
    return [each.line.says for each in verdicts if each.fate in {Fate.REMOVED, Fate.LIFTED}]


def paragraphs(*lines: str) -> list[str]:
    return [each for line in lines for each in (line, "")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Our postal address is:", "Springford Refuge for Women", "14 Mill Lane", "Call us: 0800 123 4567"],
        ["Unsere Anschrift:", "Beratungsstelle Mustertal", "Mühlgasse 14", "Telefon 0800 123 4567"],
        ["You got this message because I could not say it to your face, and I am sorry that it took me a year."],
        ["Unsubscribe", "Write to them once, and say in one sentence that you want no more of it."],
        ["The post Bellman appeared first on Sundays, when the ferry came in and somebody read it aloud."],
        ["Der Beitrag Adornos erschien zuerst auf Englisch, und erst Jahre später in seiner Sprache."],
        ["About the author", "He was a boy of nine when the river rose, and he has told nobody what he saw that day."],
        ["asked yesterday", "Her sister", "answered today", "12"],
    ],
)
def test_it_stays_at_the_end_of_an_article(lines: list[str]) -> None:
    assert not gone("A Quiet Hour", "", *paragraphs(*WHOLE), *lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["From: who wrote it, which anybody can fake.", "To: whoever it is for.", "Date: when.", "Subject: what for."],
        ["Od: 18:00", "Do: 21:00", "Data: sobota po pełni", "Temat: Jak milczeć razem"],
        ["From: London", "To: Leeds", "Subject: a journey"],
    ],
)
def test_what_has_the_fields_of_a_mail_and_is_none_stays(lines: list[str]) -> None:
    assert not gone("A Quiet Hour", "", *lines, "", *paragraphs(*WHOLE))
    assert not gone("A Quiet Hour", "", WHOLE[0], "", *lines, "", *paragraphs(*WHOLE[1:]))


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Grief: A Map for the First Year", "A Map for the First Year"),
        ("The Long Winter - Sisters in the Snow", "Sisters in the Snow"),
        ("Anna: Where is the key?", "Where is the key?"),
    ],
)
def test_a_title_whose_second_part_is_said_below_stays(title: str, below: str) -> None:
    assert title not in gone(title, "", below, "", *paragraphs(*WHOLE))


@pytest.mark.parametrize("heading", ["Unsubscribe", "Community wiki", "Improve this answer"])
def test_a_section_of_a_document_may_be_called_so(heading: str) -> None:
    assert not gone("# A Quiet Hour", "", WHOLE[0], "", f"## {heading}", "", WHOLE[1], kind=".md")


def test_three_sentences_with_a_line_each_are_no_list() -> None:
    verse = ["His mother came on Sundays and brought soup.", "The neighbour lent him a coat for the winter."]
    verse += ["The priest said little, and said it at the door."]
    outcome = article.build(Source("a.txt", "\n".join(["A House", "", *paragraphs(*WHOLE), *verse]).encode()))
    assert outcome.guide is not None
    assert "item" not in {block.kind for block in outcome.guide.blocks}
