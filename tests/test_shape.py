"""What is a heading, a list, a note: in plain text by its look, in pages by what the markup says."""

from __future__ import annotations

from pathlib import Path

import pytest

import gold
from guidewright import article
from guidewright.model import Fate, Guide, Kind, MarkKind, Metadata, Outcome, Source

ONE = (
    "Most of us sleep worse than we think, and better than we fear. A night with two breaks in it is a common night, "
    "and no sign that anything is wrong with you or with the bed."
)
TWO = (
    "Leave the telephone in the kitchen, where it can ring for as long as it likes. What it has to say will still be "
    "there in the morning, and you will be the better for having slept on it."
)
THREE = (
    "Tea after four keeps some people awake and others not. Try a week without it before you blame the mattress, the "
    "moon or the neighbours, and write down what you find."
)

CASES = Path(__file__).parent / "cases"


def built(text: str, kind: str, title: str = "") -> Outcome:
    return article.build(Source(f"a{kind}", text.encode(), kind, Metadata(title=title)))


def blocks(text: str, kind: str, title: str = "") -> list[tuple[str, str]]:
    return [each for each in gold.of_guide(built(text, kind, title).guide) if each[1] not in {ONE, TWO, THREE}]


def page(body: str) -> str:
    return f"<html><body><main><article><h1>How to Sleep</h1>{body}</article></main></body></html>"


# --- the title


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (".html", page(f"<p>{ONE}</p><h2>The Kitchen</h2><p>{TWO}</p>")),
        (".md", f"# How to Sleep\n\n{ONE}\n\n## The Kitchen\n\n{TWO}\n"),
    ],
)
def test_an_editor_s_title_takes_the_place_of_the_page_s_own_and_the_ledger_says_so(kind: str, text: str) -> None:
    assert blocks(text, kind, "Nights in Peace") == [("h1", "Nights in Peace"), ("h2", "The Kitchen")]
    (lifted,) = (verdict for verdict in built(text, kind, "Nights in Peace").verdicts if verdict.fate is Fate.LIFTED)
    assert lifted.lifts == (("title", "How to Sleep"),)
    assert lifted.because == "the editor gave the guide another title"


@pytest.mark.parametrize("title", ["", "How to Sleep"])
def test_a_title_that_says_the_same_takes_nothing_away(title: str) -> None:
    text = page(f"<p>{ONE}</p><p>{TWO}</p>")
    assert blocks(text, ".html", title) == [("h1", "How to Sleep")]
    assert blocks(text, ".html", "How to sleep!") == [("h1", "How to sleep!")]
    assert {verdict.rule for verdict in built(text, ".html", title).verdicts} == {""}


def test_sections_that_are_all_of_level_1_stay_below_an_editor_s_title() -> None:
    text = f"# The Kitchen\n\n{ONE}\n\n# The Bed\n\n{TWO}\n"
    assert blocks(text, ".md", "Nights in Peace") == [
        ("h1", "Nights in Peace"),
        ("h2", "The Kitchen"),
        ("h2", "The Bed"),
    ]


def test_a_stated_title_stays_where_no_section_of_level_1_says_it_and_one_alone_is_the_title() -> None:
    front = "---\ntitle: Nights in Peace\n---\n\n"
    assert blocks(f"{front}# The Kitchen\n\n{ONE}\n\n# The Bed\n\n{TWO}\n", ".md") == [
        ("h1", "Nights in Peace"), ("h2", "The Kitchen"), ("h2", "The Bed"),
    ]  # fmt: skip
    assert blocks(f"{front}# The Kitchen\n\n{ONE}\n\n# Nights in Peace\n\n{TWO}\n", ".md") == [
        ("h1", "Nights in Peace"), ("h2", "The Kitchen"),
    ]  # fmt: skip
    assert blocks(f"{front}# Peaceful Nights\n\n{ONE}\n\n## The Bed\n\n{TWO}\n", ".md") == [
        ("h1", "Peaceful Nights"), ("h2", "The Bed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text"),
    [(".html", "<h1>How to<br>Sleep</h1><p>{}</p><p>{}</p>"), (".md", "How to\nSleep\n===\n\n{}\n\n{}\n")],
)
def test_a_title_of_two_lines_is_one(kind: str, text: str) -> None:
    assert blocks(text.format(ONE, TWO), kind) == [("h1", "How to Sleep")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (".html", "<h1>How to Sleep</h1><h2>First</h2>{0}<h1>Part</h1><h2>Sub</h2><p>{1}</p><h6>Low</h6>{2}"),
        (".md", "# How to Sleep\n## First\n{0}\n# Part\n## Sub\n{1}\n###### Low\n{2}\n"),
    ],
)
def test_what_stands_in_a_section_of_level_1_stays_one_deeper_than_it(kind: str, text: str) -> None:
    assert blocks(text.format(ONE, TWO, THREE), kind) == [
        ("h1", "How to Sleep"), ("h2", "First"), ("h2", "Part"), ("h3", "Sub"), ("h6", "Low"),
    ]  # fmt: skip


VERSE = ("Roses are red,", "the lamp is *low*,", "and so to bed", "we slowly go.")


@pytest.mark.parametrize("mark", ["", "> ", "- "])
@pytest.mark.parametrize("ending", ["\\", "  "])
def test_hard_breaks_of_markdown_part_the_lines_of_a_verse(mark: str, ending: str) -> None:
    text = f"# How to Sleep\n\n{ONE}\n\n{mark}{(ending + chr(10)).join(VERSE)}\n\n{TWO}\n"
    verse = built(text, ".md").guide.blocks[1]
    assert (verse.breaks, verse.text.split("\n")) == (True, [line.replace("*", "") for line in VERSE])


@pytest.mark.parametrize("lines", [VERSE[:2], (*VERSE, THREE)], ids=["two lines", "a long one"])
def test_hard_breaks_of_markdown_between_other_lines_are_blanks(lines: tuple[str, ...]) -> None:
    text = f"# How to Sleep\n\n{ONE}\n\n{TWO}\n\n" + "  \n".join(lines) + "\n"
    block = built(text, ".md").guide.blocks[2]
    assert (block.breaks, block.text) == (False, " ".join(lines).replace("*", ""))
    wrapped = built(f"# How to Sleep\n\n{ONE}\n\n{TWO}\n\n" + "\n".join(VERSE), ".md").guide.blocks[2]
    assert not wrapped.breaks


# --- pages


def test_a_heading_s_bold_type_is_left_out_and_its_number_and_link_stay() -> None:
    text = page(f'<h2><strong>1. The <a href="https://a.example/">kitchen</a></strong></h2><p>{ONE}</p><p>{TWO}</p>')
    heading = next(block for block in built(text, ".html").guide.blocks if block.text.startswith("1."))
    assert heading.text == "1. The kitchen"
    assert [mark.kind for mark in heading.marks] == [MarkKind.LINK]


@pytest.mark.parametrize(
    "asked",
    [
        "<details><summary>Does tea keep us awake?</summary><p>{}</p></details>",
        "<h3><button>Does tea keep us awake?</button></h3><div><p>{}</p></div>",
        "<button type=button><h3>Does tea keep us awake?</h3></button><div><p>{}</p></div>",
        "<div><button type=button>Does tea keep us awake?</button></div><div><p>{}</p></div>",
    ],
)
def test_a_question_that_opens_its_answer_is_a_heading(asked: str) -> None:
    text = page(f"<p>{ONE}</p><p>{TWO}</p><h2>What people ask</h2>{asked.format(THREE)}")
    assert blocks(text, ".html") == [
        ("h1", "How to Sleep"),
        ("h2", "What people ask"),
        ("h3", "Does tea keep us awake?"),
    ]


def test_a_button_that_opens_nothing_of_the_article_goes() -> None:
    text = page(f"<p>{ONE}</p><p>{TWO}</p><button>Want to save this page?</button>")
    assert blocks(text, ".html") == [("h1", "How to Sleep")]


# --- plain text


@pytest.mark.parametrize("marks", [("•", "•", "•"), ("1.", "2.", "3.")])
@pytest.mark.parametrize("gap", ["\t", "   "])
def test_a_tab_behind_the_marks_of_a_list_makes_no_table(marks: tuple[str, ...], gap: str) -> None:
    said = ("Open the window", "Close the book", "Put out the light")
    lines = "\n".join(f"{mark}{gap}{each}" for mark, each in zip(marks, said, strict=True))
    found = blocks(f"How to Sleep\n\n{ONE}\n\n{lines}\n\n{TWO}\n", ".txt")
    assert [(kind, text.removeprefix(mark).strip()) for (kind, text), mark in zip(found[1:], marks, strict=True)] == [
        ("item1", each) for each in said
    ]
    table = blocks(f"How to Sleep\n\n{ONE}\n\nTown\tBeds\nStenby\t40\nVardby\t12\n\n{TWO}\n", ".txt")
    assert [kind for kind, _ in table] == ["h1", "row", "row", "row"]


def test_a_table_has_the_columns_that_the_line_below_its_head_shows() -> None:
    rows = ("Town         Beds   Says", "------------ ------ -------", "Stenby       40", "New Vardby   12     not now")
    guide = built("\n".join(["How to Sleep", "", ONE, "", *(f"  {row}" for row in rows), "", TWO]), ".txt").guide
    assert guide is not None
    table = next(block for block in guide.blocks if block.kind is Kind.TABLE)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Town", "Beds", "Says"],
        ["Stenby", "40", ""],
        ["New Vardby", "12", "not now"],
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_the_questions_of_an_faq_are_headings_below_its_own(gap: str) -> None:
    lines = [
        "How to Sleep", ONE, "Frequently Asked Questions", "How much sleep do I need?", TWO,
        "Does tea keep us awake?", THREE, "Can I catch up on Sundays?", "You can, a little, and most of us do so.",
    ]  # fmt: skip
    assert [each for each in blocks(gap.join(lines), ".txt") if each[0] != "p"] == [
        ("h1", "How to Sleep"),
        ("h2", "Frequently Asked Questions"),
        ("h3", "How much sleep do I need?"),
        ("h3", "Does tea keep us awake?"),
        ("h3", "Can I catch up on Sundays?"),
    ]


def test_a_short_item_between_its_neighbours_is_no_heading() -> None:
    text = f"How to Sleep\n\n{ONE}\n\n1. Shut the window.\n2. Dim the Light\n3. Read something dull.\n\n{TWO}\n"
    items = [block.number for block in built(text, ".txt").guide.blocks if block.number]
    assert items == [1, 2, 3]


def test_a_list_goes_on_after_a_paragraph_with_its_own_numbers() -> None:
    text = (
        f"How to Sleep\n\n{ONE}\n\n1. Shut the window before the street wakes up, and draw the curtains over it.\n"
        f"2. Put the telephone away.\n\n{TWO}\n\n3. Read something dull.\n4. Dim the light.\n\n{THREE}\n"
    )
    assert [block.number for block in built(text, ".txt").guide.blocks if block.number] == [1, 2, 3, 4]


@pytest.mark.parametrize("line", ['--8<-- "a.md"', "```python", "<b>Bold</b>", "{{ title }}", "!include A Thing"])
def test_what_begins_like_code_is_no_heading(line: str) -> None:
    text = f"How to Sleep\n\n{ONE}\n\nThe Kitchen\n\n{TWO}\n\n{line}\n\n{THREE}\n"
    assert all(kind != "h2" or said == "The Kitchen" for kind, said in blocks(text, ".txt"))


def test_a_poem_keeps_its_lines_and_a_long_list_without_bullets_is_no_poem() -> None:
    poem = "The kettle sings at five,\nthe cat is on the mat,\nand nobody alive\nwould care for more than that."
    text = f"How to Sleep\n\n{ONE}\n\n{poem}\n\n{TWO}\n"
    assert poem in [block.text for block in built(text, ".txt").guide.blocks if block.breaks]
    names = "\n".join(f"a thing of some kind, number {n}" for n in range(60))
    text = f"How to Sleep\n\n{ONE}\n\n{names}\n\n" + "\n\n".join([TWO, THREE, ONE[::-1]] * 20)
    assert not any(block.breaks for block in built(text, ".txt").guide.blocks)


def of_browser(name: str) -> Guide:
    guide = article.build(Source(name, (CASES / "browser" / name).read_bytes(), Path(name).suffix)).guide
    assert guide is not None
    return guide


# What Chromium makes of the page beside it: `innerText` of its main element, and what is copied when that is selected.
@pytest.mark.parametrize("look", ["inner-text", "copied"])
@pytest.mark.parametrize("page", ["piano", "soup"])
def test_a_browser_s_copy_has_the_lists_of_the_page_and_the_headings_beside_them(page: str, look: str) -> None:
    copy, of_page = of_browser(f"{page}.{look}.txt"), of_browser(f"{page}.html")
    kinds: dict[Kind, list[str]] = {kind: [each.text for each in copy.blocks if each.kind is kind] for kind in Kind}
    assert kinds[Kind.ITEM] == [each.text for each in of_page.blocks if each.kind is Kind.ITEM]
    headings = [each.text for each in of_page.blocks if each.kind is Kind.HEADING]
    assert [each for each in headings if each != "What it weighs"] == [
        each for each in kinds[Kind.HEADING] if each != "What it weighs"
    ]
    verse = [each.text for each in of_page.blocks if each.breaks]
    assert [each.text for each in copy.blocks if each.breaks] == verse


@pytest.mark.parametrize("look", ["inner-text", "copied"])
def test_verse_talk_and_an_address_in_a_browser_s_copy_are_no_lists(look: str) -> None:
    copy = of_browser(f"letters.{look}.txt")
    assert not [each.text for each in copy.blocks if each.kind is Kind.ITEM]
    verse = [each.text for each in copy.blocks if each.breaks]
    assert "You were not wrong\nabout the lamp, the hour,\nthe letter that I kept\nunder the flour." in verse


LOOSE = ["take the key", "leave the light on", "write down the hour"]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{each} = {each!r};" for each in ("key", "light", "hour")],
        [f"“{each.capitalize()}.”" for each in LOOSE],
        ["Ada: The key?", "Ben: Not now.", "Ada: When, then?"],
        ["The key is in the door,", "the light is on the floor,", "and nobody is poor."],
    ],
    ids=["program", "quotations", "talk", "rhyme"],
)
def test_lines_below_a_colon_are_a_list_unless_they_are_something_else(lines: list[str]) -> None:
    text = f"How to Sleep\n\n{ONE} {TWO}\n\nBefore you go to bed, do this:\n\n{{}}\n\n{TWO} {THREE}\n"
    assert [said for kind, said in blocks(text.format("\n".join(LOOSE)), ".txt") if kind == "item1"] == LOOSE
    assert "item1" not in {kind for kind, _ in blocks(text.format("\n".join(lines)), ".txt")}


def test_lines_without_bullets_are_no_list_where_a_text_has_bullets() -> None:
    loose, marked = "\n".join(LOOSE), "- Shut the window.\n- Dim the light.\n"
    text = f"How to Sleep\n\n{ONE} {TWO}\n\nOn one evening:\n\n{loose}\n\n{TWO} {THREE}\n\n{marked}"
    assert [said for kind, said in blocks(text, ".txt") if kind == "item1"] == ["Shut the window.", "Dim the light."]


def test_notes_lead_there_and_back() -> None:
    text = f"How to Sleep\n\n{ONE} [1]\n\n{TWO}\n\nReferences\n\n1. Bell, T. (2001). Tea at night.\n"
    guide = built(text, ".txt").guide
    note = next(block for block in guide.blocks if block.text.startswith("Bell"))
    assert [mark.target for block in guide.blocks for mark in block.marks] == [f"#{note.anchor}"]


def test_questions_to_say_to_somebody_are_no_headings() -> None:
    asked = ["“Would you like the window open?”", "“Shall we go to bed at ten tonight?”", "“What kept you awake?”"]
    text = "\n".join(["How to Sleep", ONE, "What you could ask", TWO, *asked, THREE])
    assert [said for kind, said in blocks(text, ".txt") if kind == "h2"] == ["What you could ask"]


def test_the_headings_of_short_articles_are_found_and_few_others() -> None:
    right = found = wanted = 0
    for labels in sorted((CASES / "headings").glob("*.md")):
        text = (CASES / "derive" / f"{labels.stem}.txt").read_text("utf-8")
        true = {line.removeprefix("# ") for line in labels.read_text("utf-8").splitlines()}
        assert true <= {line.strip() for line in text.splitlines()}, labels.stem
        guide = built(text, ".txt").guide
        assert guide is not None
        told = {block.text for block in guide.blocks if block.kind is Kind.HEADING}
        right, found, wanted = right + len(true & told), found + len(told), wanted + len(true)
    assert right > found * 0.95
    assert right > wanted * 0.85


def test_the_bullet_of_a_title_is_no_part_of_it() -> None:
    guide = built(f"• Log in\n\n• How to Sleep in a Hot Room\n\n{ONE}\n\n{TWO}\n\n{THREE}", ".txt").guide
    assert guide is not None
    assert guide.title == "How to Sleep in a Hot Room"


def test_a_button_is_no_title_though_it_is_the_first_line() -> None:
    prose = [f"{each} {more}" for each in (ONE, TWO, THREE) for more in (TWO, THREE, ONE)]
    guide = built("\n\n".join(["Twitter", "Pinterest", "WhatsApp", *prose]), ".txt").guide
    assert guide is not None
    assert guide.title == "a.txt"
    assert not {"Twitter", "Pinterest"} & {block.text for block in guide.blocks}


def test_the_title_of_a_text_gives_way_to_the_editor_s() -> None:
    raw = f"Home\n\nA Set Hour\n\nBy Ada Sample\n\n{ONE}\n\n{TWO}\n\n{THREE}\n".encode()
    outcome = article.build(Source("hour.txt", raw, metadata=Metadata(title="One Hour a Week")))
    assert outcome.guide is not None
    assert outcome.guide.title == "One Hour a Week"
    assert "A Set Hour" not in {block.text for block in outcome.guide.blocks}
    (lifted,) = [each for each in outcome.verdicts if each.line.says == "A Set Hour"]
    assert (lifted.fate, lifted.lifts) == (Fate.LIFTED, (("title", "A Set Hour"),))


NIGHTS = "How to Sleep in a Hot Room"
PROSE = "\n\n".join(f"{each} {more}" for each in (ONE, TWO, THREE) for more in (TWO, THREE, ONE))


@pytest.mark.parametrize(
    "top",
    [
        f"{NIGHTS} | Stenby Notes\n\nSkip to content\n\nHome\n\n{NIGHTS}",
        f"{NIGHTS} - Stenby Notes\n{NIGHTS}\nBy Ada Sample",
        f"Stenby Notes: {NIGHTS}\n\nMenu\n\n{NIGHTS}",
    ],
)
def test_the_title_of_a_page_with_its_site_s_name_is_no_line_of_the_guide(top: str) -> None:
    guide = built(f"{top}\n\n{PROSE}", ".txt").guide
    assert guide is not None
    assert guide.title == NIGHTS
    assert not [block.text for block in guide.blocks if NIGHTS in block.text]


PIANO, SUBTITLE = (
    "Moving a Piano Without a Quarrel",
    "What four removal men tell a couple before anybody lifts anything",
)


@pytest.mark.parametrize(
    "top",
    [
        f"Stenby Notes\n\nSubscribe\n\n{PIANO}\n\n{SUBTITLE}\n\nAda Sample\n\nMar 12, 2024\n\n47\n\n12\n\nShare",
        f"{PIANO} | by Ada Sample | Medium\nOpen in app\nSign up\n{PIANO}\n{SUBTITLE}\nAda Sample\n·\nFollow\n9\nShare",
    ],
)
def test_a_subtitle_is_not_the_title(top: str) -> None:
    text = (CASES / "browser" / "piano.copied.txt").read_text("utf-8")
    prose = [line for line in text.split("\n") if len(line) > 130]
    more = [f"{begin} {each}" for begin in ("It was in March.", "Nobody knew it then.") for each in prose]
    guide = built("\n\n".join([top, *prose, *more]), ".txt").guide
    assert guide is not None
    assert guide.title == PIANO
    assert SUBTITLE in {block.text for block in guide.blocks}
