"""Plain text whose lines were broken: rules and editors see its paragraphs, the ledger has its lines."""

import textwrap

import pytest

from guidewright import article, readers
from guidewright.flow import between
from guidewright.model import Fate, Kind, Metadata, Source
from guidewright.sift import restore
from guidewright.writers import markdown

TEXT = """\
Most couples wait for years before they ask anyone for help, and by then each of them has told the same story to
friends so often that it has become smooth and hard like a stone.

Begin with one small thing. Ask for ten minutes on a quiet evening, say what you would like to talk about, and say
that nothing has to be decided on that evening or on the next one.

Sign up for our free weekly newsletter and get the latest tips about love, marriage and family life delivered straight
to your inbox every Friday morning.

If the answer is no, say thank you for the answer all the same, since a no that was listened to is often the beginning
of a conversation that nobody had planned."""
PARAGRAPHS = tuple(each.replace("\n", " ") for each in TEXT.split("\n\n"))
TITLE = "Ten Quiet Minutes"


def wrapped(column: int, indent: str = "") -> bytes:
    filled = [textwrap.fill(each, column, initial_indent=indent, subsequent_indent=indent) for each in PARAGRAPHS]
    return "\n\n".join([indent + TITLE, *filled, ""]).encode()


@pytest.mark.parametrize("column", [66, 72, 78, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_paragraphs_flow_and_a_plug_goes_with_all_its_lines(column: int, indent: str) -> None:
    outcome = article.build_proven(Source("a.txt", wrapped(column, indent)))
    assert outcome.guide is not None
    assert outcome.guide.title == TITLE
    assert [block.text for block in outcome.guide.blocks] == [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[3]]
    gone = [each for each in outcome.verdicts if each.fate is Fate.REMOVED]
    assert {each.rule for each in gone} == {"newsletter-plug"}
    assert " ".join(each.line.text.strip() for each in gone) == PARAGRAPHS[2]


def test_a_menu_beside_it_does_not_hide_the_column() -> None:
    menu = "\n".join(f"Guide number {number} for all who talk at night" for number in range(20, 38))
    lines = readers.read(Source("a.txt", f"{menu}\n\n{wrapped(74).decode()}".encode())).lines
    assert [each.wrapped for each in lines if each.says.startswith("Guide")] == [False] * 18
    assert sum(each.wrapped for each in lines) == sum(len(textwrap.wrap(each, 74)) - 1 for each in PARAGRAPHS)


def test_a_word_broken_at_its_hyphen_is_whole_again() -> None:
    said = "It takes some self-reflection and both short- and long-term plans before the talk."
    broken = "It takes some self-\nreflection and both short-\nand long-term plans before the talk."
    guide = article.build_proven(Source("a.md", f"# {TITLE}\n\n{broken}\n".encode(), ".md")).guide
    assert guide is not None
    assert [block.text for block in guide.blocks] == [said]


SHATTERED = """\
An Hour a Week
What to bring
Most couples wait for
six years
, says a study, before they ask. We think that
Ada Sample
's advice is: begin with
one hour a week
(and a pot of tea)
, at a set time. It takes
a clock
.
Who listens to the other one for half of the hour may well find that
The Second Half
, as we call it, is easy.
two chairs
a pot of tea
A clock
Nobody cuts in.
"""


def test_a_sentence_with_a_line_for_each_link_is_one_again() -> None:
    outcome = article.build_proven(Source("a.txt", SHATTERED.encode()))
    assert outcome.guide is not None
    first, second = (
        (
            "Most couples wait for six years, says a study, before they ask. We think that Ada Sample's advice is: "
            "begin with one hour a week (and a pot of tea), at a set time. It takes a clock."
        ),
        "Who listens to the other one for half of the hour may well find that The Second Half, as we call it, is easy.",
    )
    items = ["two chairs", "a pot of tea", "A clock"]
    assert [each.text for each in outcome.guide.blocks] == ["What to bring", first, second, *items, "Nobody cuts in."]
    assert restore(outcome.verdicts) == SHATTERED.encode()


def test_a_program_is_not_shattered() -> None:
    program = "store(\n    hour\n);\nkeep(\n    tea\n);\nopen(\n    door\n);\n"
    text = f"An Hour a Week\nMost couples wait for six years before they ask.\n{program}"
    outcome = article.build(Source("a.txt", text.encode()))
    assert not any(each.line.wrapped for each in outcome.verdicts)


def test_a_fix_may_go_across_a_line_break() -> None:
    said = Metadata(
        fixes=(("hard like a stone", "as smooth as glass"), ("Ask for ten minutes on a quiet evening, ", ""))
    )
    outcome = article.build_proven(Source("a.txt", wrapped(60), metadata=said))
    assert outcome.guide is not None, outcome.notices
    text = markdown.write(outcome.guide)
    assert "as smooth as glass" in text
    assert "one small thing. say what you would like" in text


def test_a_list_beside_it_stays_a_list_and_verse_stays_verse() -> None:
    items = [
        "- tea and two chairs",
        "- a clock",
        "- some paper and a pen that writes, so that nobody has to look for one",
    ]
    verse = [
        "The kettle hums, the clock is slow,",
        "we have not far to go.",
        "Sit down, the evening is our own,",
        "nobody sits alone.",
    ]
    text = wrapped(72).decode() + "\n" + "\n".join(items) + "\n\n" + "\n".join(verse) + "\n"
    guide = article.build_proven(Source("a.txt", text.encode())).guide
    assert guide is not None
    assert [block.text for block in guide.blocks if block.kind is Kind.ITEM] == [each[2:] for each in items]
    assert guide.blocks[-1].text == "\n".join(verse)


def test_a_text_with_a_paragraph_a_line_is_not_wrapped() -> None:
    lines = [TITLE, *PARAGRAPHS, "A short line", "Another short line"]
    outcome = article.build(Source("a.txt", "\n".join(lines).encode()))
    assert not any(each.line.wrapped for each in outcome.verdicts)


def test_what_html2text_makes_of_a_page_is_read_as_markdown() -> None:
    menu = "\n".join(f"  * [Page {number}](/pages/{number})" for number in range(12))
    text = f"# {TITLE}\n\n{menu}\n\n## Begin\n\n{wrapped(78).decode()}"
    guide = article.build_proven(Source("a.txt", text.encode())).guide
    assert guide is not None
    assert ("Begin", Kind.HEADING) in [(block.text, block.kind) for block in guide.blocks]
    assert "](/pages" not in markdown.write(guide)
    assert PARAGRAPHS[1] in [block.text for block in guide.blocks]


def test_menus_go_from_the_markdown_of_a_page() -> None:
    menu = "\n".join(f"- [Our office {number}](/offices/{number})" for number in range(12))
    text = "\n\n".join([menu, f"# {TITLE}", *PARAGRAPHS, menu])
    found = article.build(Source("a.md", text.encode(), ".md")).verdicts
    assert {each.fate for each in found if each.line.where.kind is Kind.ITEM} == {Fate.REMOVED}
    assert Fate.REMOVED not in {each.fate for each in found if each.line.says in PARAGRAPHS[:2]}


BOOKS = "\n".join(f"- [The book of hours, part {number}](https://a{number}.example/book)" for number in range(20))
MENU = "\n".join(f"- [Our office {number}](/offices/{number})" for number in range(26))


@pytest.mark.parametrize("url", ["", "https://home.example/hours"])
@pytest.mark.parametrize("above", [True, False])
def test_a_site_s_menu_goes_whether_its_address_is_known_or_not(url: str, *, above: bool) -> None:
    prose = [f"# {TITLE}", *PARAGRAPHS[:2] * 5]
    text = "\n\n".join([MENU, *prose] if above else [*prose, MENU])
    found = article.build(Source("a.md", text.encode(), ".md", Metadata(url=url))).verdicts
    assert {each.fate for each in found if each.line.says.startswith("Our office")} == {Fate.REMOVED}


@pytest.mark.parametrize(
    "parts",
    [
        [f"# {TITLE}", *PARAGRAPHS[:2], BOOKS, PARAGRAPHS[3]],
        ["---\ntitle: Hours\n---", MENU, *PARAGRAPHS[:2], PARAGRAPHS[3]],
        [f"# {TITLE}", "These helped us most.", BOOKS, *PARAGRAPHS[:2], PARAGRAPHS[3]],
        [f"# {TITLE}", *PARAGRAPHS[:2], "See [the other page](/other), too.", BOOKS, PARAGRAPHS[3]],
    ],
)
def test_what_somebody_recommends_stays(parts: list[str]) -> None:
    outcome = article.build(Source("a.md", "\n\n".join(parts).encode(), ".md"))
    assert {each.fate for each in outcome.verdicts if each.line.says} == {Fate.KEPT}


def test_references_between_menus_stay() -> None:
    parts = [MENU, f"# {TITLE}", *PARAGRAPHS[:2], *PARAGRAPHS, "## References", BOOKS, "## Offices", MENU]
    found = article.build(Source("a.md", "\n\n".join(parts).encode(), ".md")).verdicts
    assert {each.fate for each in found if each.line.says.startswith("The book")} == {Fate.KEPT}
    assert {each.fate for each in found if each.line.says.startswith("Our office")} == {Fate.REMOVED}


def test_tags_around_parts_say_nothing_of_what_stands_in_them() -> None:
    tags = [f'<div class="part-{number}">' for number in range(20)]
    parts = [MENU, *tags, f"# {TITLE}", *PARAGRAPHS[:2], *["</div>"] * 10, *PARAGRAPHS, *["</div>"] * 10]
    found = article.build(Source("a.md", "\n\n".join(parts).encode(), ".md")).verdicts
    assert {each.rule for each in found if each.line.says.startswith(("<div", "</div"))} == {"wrapper-tag"}
    assert {each.fate for each in found if each.line.says in PARAGRAPHS[:2]} == {Fate.KEPT}


def test_a_text_with_markup_of_other_kinds_is_no_markdown() -> None:
    links = "\n".join(f"[Part {number}](https://a.example/{number})" for number in range(12))
    for more, read in (("<script>alert(1)</script>", False), ("Nothing.", True)):
        lines = readers.read(Source("a.txt", f"{TITLE}\n\n{links}\n\n{more}\n".encode())).lines
        assert any(each.marks for each in lines) is read


def test_a_table_in_a_wrapped_text_is_one() -> None:
    row = "  {:<24}{:<60}{}"
    cells = [("Town", "What it is like", "Beds"), ("Stenby", "By the sea", "40"), ("Vardby", "In the hills", "12")]
    table = "\n".join(row.format(*each) for each in cells)
    outcome = article.build(Source("a.txt", f"{wrapped(72).decode()}\n\n{table}\n".encode()))
    assert outcome.guide is not None
    assert outcome.guide.blocks[0].text == PARAGRAPHS[0]
    assert [[each.text for each in row] for row in outcome.guide.blocks[-1].rows] == [list(each) for each in cells]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Talk about self-", "reflection", "Talk about self-reflection"),
        ("after Covid-", "19 came", "after Covid-19 came"),
        ("short-", "and long-term", "short- and long-term"),
        ("I love him-", "but not today", "I love him- but not today"),
        ("this guide", ", too", "this guide, too"),
        ("Ada", "'s advice", "Ada's advice"),
        ("op zaterdag", "'s avonds", "op zaterdag 's avonds"),
        ("Thanks", ":-)", "Thanks :-)"),
        ("a guide (", "in German", "a guide (in German"),
    ],
)
def test_what_parts_two_lines_of_a_paragraph(above: str, below: str, whole: str) -> None:
    assert above + between(above, below) + below == whole


def test_what_lynx_writes_around_links_goes() -> None:
    told = wrapped(72, "   ").decode().replace("anyone", "[9]anyone").replace("friends", "[10]friends")
    menu = " ".join(f"[{number}]Page" for number in range(1, 9))
    listed = "\n".join(f"  {number}. https://a.example/{number}" for number in range(1, 11))
    text = f"   {menu}\n\n{told}\n\nReferences\n\n{listed}\n"
    guide = article.build_proven(Source("a.txt", text.encode())).guide
    assert guide is not None
    assert PARAGRAPHS[0] in [block.text for block in guide.blocks]
    assert guide.blocks[-1].text == PARAGRAPHS[3]
