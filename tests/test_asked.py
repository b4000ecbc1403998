"""Examples of what readers ask, which the search learns from: what is read, what is told, what goes into the index."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidewright import asked, search, text
from guidewright.asked import Example
from test_search import opened, page

ROOT = Path(__file__).parents[1]
HEAD = "query,best,good,some\n"


def test_examples_are_read():
    table = f'\ufeff{HEAD}he says no,guides/a topics/b.md,worksheets/c,\n\n"tired, so tired",guides/a,,guides/d\n'
    assert asked.parse("docs/asked.csv", table) == (
        (
            Example("he says no", (("guides/a.md", 3), ("topics/b.md", 3), ("worksheets/c.md", 2)), 2),
            Example("tired, so tired", (("guides/a.md", 3), ("guides/d.md", 1)), 4),
        ),
        (),
    )
    assert asked.parse("docs/asked.csv", "") == ((), ())


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("he says no,guides/a", "here are 2"),
        ("tired, so tired,guides/a,,", "put a query with a comma between quotes"),
        ("?!,guides/a,,", "no word in the query"),
        ("he says no,,,", "name one under `best`"),
        ("He says: no!,guides/b,,\nhe says no,guides/a,,", "stands in line 2 already"),
        ("he says no,guides/a,guides/a,", "guides/a.md stands twice"),
    ],
)
def test_a_wrong_line_is_told_and_the_others_count(row, says):
    found, notices = asked.parse("docs/asked.csv", f"{HEAD}{row}\nshe says yes,guides/b,,\n")
    assert found[-1].query == "she says yes"
    assert [(each.source, each.line, each.error) for each in notices] == [("docs/asked.csv", 2 + row.count("\n"), True)]
    assert says in notices[0].text


def test_a_table_without_its_head_is_told():
    found, notices = asked.parse("docs/asked.csv", "he says no,guides/a,,\n")
    assert found == ()
    assert str(notices[0]) == "docs/asked.csv:1: the first line must be `query,best,good,some`"


@given(st.text())
def test_any_text_is_a_table_or_is_told(text):
    found, notices = asked.parse("docs/asked.csv", HEAD + text)
    assert all(each.answers and each.line > 1 for each in found)
    assert all(each.line >= 1 and each.error for each in notices)


@pytest.mark.parametrize("apart", [";", "\t"])
def test_spreadsheets_of_other_countries_write_other_tables(apart):
    table = apart.join(["query", "best", "good", "some"]) + f'\n"tired, so tired"{apart}guides/a{apart}{apart}\n'
    assert asked.parse("docs/asked.csv", table) == ((Example("tired, so tired", (("guides/a.md", 3),), 2),), ())


def test_an_answer_that_is_no_page_is_told_once_with_its_first_line():
    examples = (
        Example("he says no", (("guides/a.md", 3), ("guides/gone.md", 2)), 7),
        Example("she says no", (("guides/gone.md", 3),), 9),
        Example("no", (("guides/lost.md", 3),), 10),
    )
    told = asked.strangers("docs/asked.csv", examples, {"guides/a.md"})
    assert [str(each) for each in told] == [
        "docs/asked.csv:7: there is no page guides/gone in the site (and 1 more line names it); mend or delete it",
        "docs/asked.csv:10: there is no page guides/lost in the site; mend or delete it",
    ]
    examples = examples[:1]
    data, _ = opened(search.index([page("a", said="no")], examples=examples)[0])
    assert data["asked.js"]["answers"] == [[[0], [], []]]


def test_examples_cost_nothing_where_there_are_none():
    data, _ = opened(search.index([page("a")])[0])
    assert "asked.js" not in data
    assert data["index.js"]["asked"] is False


def test_a_typing_error_in_an_example_is_no_word_to_correct_with():
    examples = (Example("counciling boundaries", (("guides/a.md", 3),)),)
    data, _ = opened(search.index([page("a", said="counselling, boundary")], examples=examples)[0])
    assert sorted(data["asked.js"]["words"]) == ["boundari", "counciling"]
    assert "counciling" not in data["words.js"]["words"].split()


def test_no_query_that_the_search_is_judged_by_is_an_example():
    found, notices = asked.parse("docs/asked.csv", (ROOT / "docs" / "asked.csv").read_text("utf-8"))
    judged = [
        query["query"]
        for path in (ROOT / "bench" / "search").glob("*.yml")
        for queries in yaml.safe_load(path.read_text("utf-8")).values()
        for query in queries
    ]
    assert notices == ()
    assert len(judged) >= 60
    assert not {said(each) for each in judged} & {said(each.query) for each in found}


def said(query):
    return " ".join(text.words(query.casefold()))
