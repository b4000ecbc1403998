"""The article's own date is lifted as an ISO day; the dates that an article tells of stay where they are."""

import pytest

from guidewright import article
from guidewright.dates import iso_day, iso_month
from guidewright.model import Fate, Outcome, Source

PROSE = (
    "The kitchen light stays on until ten, and both of them know that the talk ends when it goes out.",
    "Nobody wins on such an evening, and nobody has to; the point is that both of them stayed in the room.",
    "On Sunday they open the jar and read, and half of what was written has lost its sting by then.",
    "What is left gets an hour of its own, with tea, and with a clock that both of them can see.",
)


def build(*lines: str) -> Outcome:
    return article.build(Source("any.txt", "\n\n".join(("A jar on the shelf", *lines)).encode()))


@pytest.mark.parametrize(
    "byline",
    ["By Ada Sample Updated: 3 May 2014 5 min read", "by Ada Sample | May 3, 2014 | Family, Home | 3 comments"],
)
def test_a_byline_below_a_long_menu_is_lifted(byline: str) -> None:
    menu = [f"Our office {number}" for number in range(14)]
    text = "\n\n".join([*menu, "A jar on the shelf", byline, *PROSE])
    lifted = [pair for each in article.build(Source("any.txt", text.encode())).verdicts for pair in each.lifts]
    assert sorted(lifted) == [("author", "Ada Sample"), ("published", "2014-05-03")]


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ada Sample, Co-Founder of Springford Clocks", "Ada Sample"),
        ("By Ada Sample, Senior Staff Writer | May 6, 2023", "Ada Sample"),
        ("By Ada Sample, PhD", "Ada Sample, PhD"),
        ("By Ada Sample, Robin Weller", "Ada Sample, Robin Weller"),
    ],
)
def test_what_an_author_is_by_trade_is_no_part_of_the_name(byline: str, author: str) -> None:
    assert ("author", author) in [pair for each in build(byline, *PROSE).verdicts for pair in each.lifts]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 6th, 2023", "2023-05-06"),
        ("6 Sept. 2023", "2023-09-06"),
        ("2023/5/6", "2023-05-06"),
        ("2023-05-06T23:30:00-08:00", "2023-05-06"),
        ("6. März 2023", "2023-03-06"),
        ("1er août 2023", "2023-08-01"),
        ("6 de junio de 2023", "2023-06-06"),
        ("6 października 2023", "2023-10-06"),
        ("6.5.23", "2023-05-06"),
        ("26/05/2023", "2023-05-26"),
        ("05/26/2023", "2023-05-26"),
        ("06/05/2023", ""),
        ("31 February 2023", None),
        ("0000-00-00", None),
        ("2999-13-45", None),
        ("12 cups 2023", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, day: str | None) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(("text", "month"), [("March 2024", "2024-03"), ("Stuhl 2024", None), ("13/2024", None)])
def test_a_month_is_one_of_the_calendar_s(text: str, month: str | None) -> None:
    assert iso_month(text) == month


@pytest.mark.parametrize(
    ("line", "date"), [("Last updated: 14 May 2020", "2020-05-14"), ("Last updated: May 2020", "2020-05")]
)
def test_when_an_article_was_changed_is_lifted_from_its_foot_and_not_from_its_midst(line: str, date: str) -> None:
    many = [f"In week {number} it was like this. {each}" for number in range(2, 8) for each in PROSE]
    assert [pair for each in build(*many, line).verdicts for pair in each.lifts] == [("published", date)]
    assert not [pair for each in build(*many, line, *many).verdicts for pair in each.lifts]


def test_where_the_language_says_so_the_day_comes_first() -> None:
    assert iso_day("06/05/2023", day_first=True) == "2023-05-06"
    outcome = build(
        "Publié le 06/05/2023",
        "La lumière de la cuisine reste allumée jusqu’à dix heures, et tous les deux le savent dans la maison.",
        "Personne ne gagne un tel soir, et personne ne le doit ; ce qui compte est que les deux sont restés.",
    )
    assert outcome.guide is not None
    assert outcome.guide.front.published == "2023-05-06"


@pytest.mark.parametrize(
    ("line", "author", "published"),
    [
        ("Posted on May 6, 2023 by Ada Sample", "Ada Sample", "2023-05-06"),
        ("By Ada Sample | May 6, 2023 | 4 min read", "Ada Sample", "2023-05-06"),
        ("Published on 06/05/2023 by Ada Sample", "Ada Sample", ""),
        ("14 May 2019 • 4 min read", "", "2019-05-14"),
    ],
)
def test_author_and_day_are_lifted(line: str, author: str, published: str) -> None:
    outcome = build(line, *PROSE)
    assert outcome.guide is not None
    assert outcome.verdicts[2].fate is Fate.LIFTED
    assert (outcome.guide.front.author, outcome.guide.front.published) == (author, published)


@pytest.mark.parametrize("lead", [(), ("We kept a diary for a month and read it aloud on the last day of it.",)])
def test_a_diary_keeps_its_dates(lead: tuple[str, ...]) -> None:
    days = ("1 March 2024", "4 March 2024", "9 March 2024", "15 March 2024")
    outcome = build(*lead, *(line for entry in zip(days, PROSE, strict=True) for line in entry))
    assert {verdict.fate for verdict in outcome.verdicts} == {Fate.KEPT}


def test_a_day_in_the_middle_of_an_article_is_its_own() -> None:
    outcome = build("By Ada Sample", "May 6, 2023", *PROSE[:2], "May 7, 2023", *PROSE[2:])
    assert [v.line.text for v in outcome.verdicts if v.fate is Fate.LIFTED] == ["By Ada Sample", "May 6, 2023"]
