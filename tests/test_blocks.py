"""Worksheet blocks in Markdown: each example works, each mistake is told with its line, nothing is lost in silence."""

import logging
import re
from types import SimpleNamespace

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.preprocessors import Preprocessor

from guidewright.blocks import Place, kinds
from guidewright.worksheets import model
from sheets_help import every_block, read

BLOCKS = kinds()


def test_there_are_all_the_blocks():
    names = {"agreement", "checklist", "keep", "pagebreak", "planner", "prompt", "scale", "sheet", "starters", "table"}
    assert set(BLOCKS) == names


@pytest.mark.parametrize("name", BLOCKS)
def test_example(name):
    page = read(BLOCKS[name].EXAMPLE)
    assert page.faults == []
    assert page.sheet.fields
    assert "//" not in page.html
    assert f"/// {name}" in BLOCKS[name].EXAMPLE


def test_markdown_in_questions_hints_and_items_works():
    page = read("/// prompt | What *else*?\nSee [this](https://example.org) & **that**.\n\n- one\n- two\n///")
    assert "What <em>else</em>?</label>" in page.html
    assert '<a href="https://example.org">this</a> &amp; <strong>that</strong>' in page.html
    assert "<li>one</li>" in page.html
    (prompt,) = page.sheet.questions
    assert model.plain(prompt.question) == "What else?"
    assert f'aria-describedby="{prompt.id}--hint"' in page.html


def test_what_an_author_types_cannot_become_markup():
    text = '/// checklist | Is 1 < 2 & "so"?\n    other: 1\n- a <script>alert(1)</script>\n- `<b>`\n///'
    page = read(text)
    assert page.faults == []
    assert "<script" not in page.html
    assert "<b>" not in page.html
    assert [field.label for field in page.sheet.fields][:2] == ["a alert(1)", "<b>"]


def test_answers_that_yaml_takes_for_truth_values_stay_words():
    page = read("/// scale | Again?\n    low: No\n    high: Yes\n    from: 1\n    to: 3\n///")
    assert page.faults == []
    (scale,) = page.sheet.questions
    assert (scale.low, scale.high) == ("No", "Yes")


def test_blanks_are_not_read_as_emphasis_or_rules():
    first = "/// starters | Say it\n____ and ____ and *so* __________\n- ____\n///"
    page = read(f"{first}\n\n/// starters | B\nI ____.\nYou ____.\n///")
    assert page.faults == []
    first, second = page.sheet.questions
    assert [len(sentence.wide) for sentence in first.sentences] == [1]
    assert [len(sentence.wide) for sentence in second.sentences] == [1, 1]
    assert "<hr" not in page.html
    assert [field.label for field in second.fields] == ["I: blank 1 of 1", "You: blank 1 of 1"]


def test_a_table_shows_its_headings_and_row_labels_once():
    page = read("/// table | T\n    columns: A b | C & d\n- Row one\n- Row two\n///")
    assert page.html.count('<th scope="col">A b</th><th scope="col">C &amp; d</th>') == 1
    assert re.findall(r'<th scope="row">(.*?)</th>', page.html) == ["Row one", "Row two"]
    assert page.html.count('data-head="A b"') == page.html.count('data-head="C &amp; d"') == 2


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("/// checklist | W\n- [ ] One\n- [x] Two\n///", ["One", "Two"]),
        ("\ufeff/// prompt | Why?\n///", ["Why?"]),
        ('/// table | T\n    columns: ["What, and when"]\n    rows: 1\n///', ["Row 1, What, and when"]),
        ("/// Prompt | Why?\r\n\tlines: 2\r\n///\r\n", ["Why?"]),
    ],
)
def test_ways_of_other_tools_are_understood(text, labels):
    page = read(text)
    assert page.faults == []
    assert [field.label for field in page.sheet.fields] == labels


def test_ids_are_unique_on_the_page_and_made_of_words():
    twice = "/// prompt | Why?\n///\n" * 2
    page = read(f"# Why\n\n{twice}/// checklist | Why\n- a\n///\n/// prompt | 为什么\n///\n")
    ids = re.findall(r'\bid="([^"]+)"', page.html)
    assert len(ids) == len(set(ids))
    assert [field.id for field in page.sheet.fields][:2] == ["ws-why", "ws-why-q2"]


def test_blocks_work_inside_notes_and_lists_with_other_extensions():
    note = '!!! note "Try"\n    Words before.\n\n    /// prompt | Inside a note\n    ///\n'
    text = f"{note}\n- item\n\n    /// prompt | Inside a list\n    ///\n"
    page = read(text, extensions=["admonition", "tables", "attr_list", "md_in_html", "pymdownx.superfences", "toc"])
    assert page.faults == []
    assert [field.label for field in page.sheet.fields] == ["Inside a note", "Inside a list"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n/// prompt | Not a block\n    lines: many\n```\n",
        "~~~~ markdown\n/// promt | x\n~~~~\n",
        "Code:\n\n    /// other | Not a block\n    ///\n",
        "<!--\n/// prompt | Not now\n-->\n",
        "A sentence with // two slashes, and https://example.org/a///b\n",
        "// Two slashes and a stranger\n",
    ],
)
def test_what_is_no_block_is_left_alone(text):
    page = read(text, extensions=["pymdownx.superfences"])
    plain = markdown.markdown(text, extensions=["pymdownx.superfences"])
    assert page.html == plain
    assert page.faults == []
    assert page.sheet is None


def test_blocks_of_others_are_left_alone():
    text = "/// details | More\n    open: true\nWords.\n///\n\n/// prompt | Mine\n///\n"
    page = read(text, extensions=["pymdownx.blocks.details"])
    assert page.faults == []
    assert "<summary>More</summary>" in page.html


# A page, and what must be said of it. Line numbers count from the top of the text.
FAULTS = {
    "misspelt block": ("\n/// promt | Why?\n///", '2: /// promt: there is no such block (did you mean "prompt"?)'),
    "unknown block": ("/// zebra | Why?\n///", "1: /// zebra: there is no such block; there are agreement, checklist"),
    "block that is not switched on": ("/// details | More\n///", "`pymdownx.blocks.details` in `markdown_extensions`"),
    "misspelt option": (
        "/// prompt | Why?\n    line: 4\n///",
        '2: /// prompt: has no option "line" (did you mean "lines"?)',
    ),
    "option out of range": (
        "/// prompt | Why?\n    lines: 99\n///",
        "2: /// prompt: `lines` must be a whole number from 1 to 25, not '99'",
    ),
    "option of a wrong kind": ("/// scale | How?\n    from: low\n///", "2: /// scale: `from` must be a whole number"),
    "truth value as a number": (
        "/// prompt | Why?\n    lines: true\n///",
        "2: /// prompt: `lines` must be a whole number",
    ),
    "no space after the colon": (
        "/// prompt | Why?\n    lines:4\n///",
        "2: /// prompt: put a space after the colon: `lines: 4`",
    ),
    "colon in an option's text": (
        "/// scale | How?\n    low: Never: not once\n///",
        "2: /// scale: put the text of `low` in quotes",
    ),
    "words among the options": ("/// prompt | Why?\n    some words\n///", "2: /// prompt: 'some words' is no option"),
    "options with too few spaces": (
        "/// prompt | Why?\n  lines: 4\n///",
        "2: /// prompt: option `lines` needs four spaces before it",
    ),
    "options below an empty line": (
        "/// prompt | Why?\n\n    lines: 4\n///",
        "3: /// prompt: option `lines` must stand right under the header",
    ),
    "options below a hint": (
        "/// prompt | Why?\nA hint.\n    lines: 4\n///",
        "3: /// prompt: option `lines` must stand right under the header, above the rest",
    ),
    "commas for bars": (
        "/// planner | P\n    days: Monday, Friday\n///",
        "2: /// planner: `days` must have `|` between its texts: `Monday | Friday`, not 'Monday, Friday'",
    ),
    "unclosed at the end": ("\n\n/// prompt | Why?\n", "3: /// prompt: is not closed; put a line `///` where it ends"),
    "unclosed before the next": ("/// prompt | A?\n\n/// prompt | B?\n///", "1: /// prompt: is not closed"),
    "unclosed before a heading": ("/// prompt | A?\n\n## Next\n\nWords.\n", "1: /// prompt: is not closed"),
    "an end too many": ("/// prompt | A?\n///\n\n///\n", "4: /// closes nothing; there is no open block above"),
    "an end of another length": (
        "/// prompt | A?\n////\n",
        "2: //// closes nothing: /// prompt on line 1 began with 3 slashes",
    ),
    "keep with too few slashes": (
        "/// keep\n/// prompt | A?\n///\n///\n",
        "1: /// keep: holds a block with as many slashes; begin and end it with more: `//// keep`",
    ),
    "a block inside a prompt": (
        "//// prompt | A?\n/// prompt | B?\n///\n////\n",
        "2: /// prompt: holds text only, but another block begins inside",
    ),
    "no question": ("/// prompt\n///", "1: /// prompt: needs a question: `/// prompt | …`"),
    "text where none belongs": (
        "/// pagebreak | now\n///\n\n/// prompt | A?\n///",
        "1: /// pagebreak: takes no text after the bar",
    ),
    "two slashes": ("// prompt | Why?\n///", "1: // prompt: a block begins with three slashes"),
    "a colon for the bar": ("/// prompt: Why?\n///", "1: /// prompt: not a block header; put a bar before the text"),
    "no header at all": ("/// ???\n", "1: '/// ???' is neither a block's header"),
    "inside a quotation": ("> /// prompt | Why?\n> ///\n", "1: /// prompt: cannot stand inside a quotation"),
    "empty list": ("/// checklist | What?\n///", "1: /// checklist: the list is empty; write one item a line"),
    "list inside a list": ("/// checklist | What?\n- a\n  - b\n///", "1: /// checklist: has a list inside a list"),
    "starters without a blank": (
        "/// starters | Say\n- I feel.\n///",
        "1: /// starters: no blank in 'I feel.'; write `____`",
    ),
    "starters without sentences": ("/// starters | Say\n///", "1: /// starters: has no sentence with a blank"),
    "table without columns": ("/// table | T\n    rows: 3\n///", "1: /// table: needs `columns`"),
    "table without rows": ("/// table | T\n    columns: A | B\n///", "1: /// table: has no rows"),
    "table with both": (
        "/// table | T\n    columns: A\n    rows: 2\n- x\n///",
        "1: /// table: has `rows: 2` and 1 row labels",
    ),
    "scale that runs backwards": (
        "/// scale | S\n    from: 5\n    to: 2\n///",
        "1: /// scale: `from: 5`, `to: 2` does not make 2 to 11 numbers",
    ),
    "an item without words": ("/// checklist | What?\n- a\n-\n- b\n///", "1: /// checklist: has an item without words"),
    "an item without a space": (
        "/// checklist | What?\n- a\n-b\n///",
        "1: /// checklist: put a space after the dash: `- b`",
    ),
    "words below a list": (
        "/// checklist | What?\n- a\n\nTick one.\n///",
        "1: /// checklist: has text below its list ('Tick one.'); put it above",
    ),
    "an option twice": (
        "/// prompt | Why?\n    lines: 2\n    lines: 4\n///",
        "2: /// prompt: has `lines` twice; the last one counts",
    ),
    "an option that takes one value": (
        "/// checklist | What?\n    choose: 2\n- a\n///",
        "2: /// checklist: `choose` must be 1, or be left out, not '2'",
    ),
    "semicolons for bars": ("/// planner | P\n    days: Mo; Tu\n///", "2: /// planner: `days` must have `|` between"),
    "the end behind the question": (
        "/// prompt | Why? ///\n",
        "1: /// prompt: put the `///` at the end on a line of its own",
    ),
    "a language by its name": (
        "/// sheet | S\n    language: polish\n///\n\n/// prompt | A?\n///",
        "2: /// sheet: `language` must be the code of a language, such as `pl` or `en-GB`, not 'polish'",
    ),
    "two sheets": ("/// sheet | A\n///\n\n/// sheet | B\n///\n", "4: /// sheet: "),
    "two titles": ("# A\n\n/// sheet | B\n///\n", "3: /// sheet: the page has a title already"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_mistake_is_told_with_its_line_and_the_page_still_works(name):
    text, said = FAULTS[name]
    page = read(f"{text}\n\nThe last words.\n", place=lambda: Place("sheet.md"))
    assert any(f"sheet.md:{said}" in fault or said in fault for fault in page.faults), page.faults
    assert all(re.match(r"sheet\.md:\d+: ", fault) for fault in page.faults)
    assert "///" not in page.html
    assert "The last words." in page.html


def test_a_block_that_its_spaces_make_code_is_told():
    page = read("Words.\n\n    /// prompt | Why?\n    ///\n", place=lambda: Place("sheet.md"))
    (said,) = page.faults
    assert said.startswith("sheet.md:3: /// prompt: four spaces before it make it code; move it to the left edge")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("/// promt | Why?\n///", ["Why?"]),
        ("/// prompt | A?\n\n/// prompt | B?\n///", ["A?", "B?"]),
        ("/// prompt | A?\n\n## Next\n\n/// prompt | B?\n///", ["A?", "B?"]),
        ("/// keep\n/// prompt | A?\n///\n/// prompt | B?\n///\n///\n", ["A?", "B?"]),
        ("//// prompt | A?\n/// prompt | B?\n///\n////\n", ["A?", "B?"]),
        ("/// prompt: Why?\n///", ["Why?"]),
        ("> /// prompt | Why?\n> ///\n", ["Why?"]),
        ("/// prompt | A?\n    lines:4\n///", ["A?"]),
        ("/// checklist | A?\n-b\n-\n- c\n\nWords.\n///", ["b", "c"]),
        ("/// prompt | A? ///\n", ["A?"]),
    ],
)
def test_what_can_be_guessed_is_mended(text, labels):
    page = read(text)
    assert page.faults
    assert [field.label for field in page.sheet.fields] == labels


def test_options_with_a_mistake_in_one_keep_the_others():
    page = read("/// prompt | Why?\n    lines:4\n///\n\n/// scale | S\n    lo: x\n    high: Much\n///")
    prompt, scale = page.sheet.questions
    assert prompt.lines == 4
    assert scale.high == "Much"


def test_lines_count_from_the_top_of_the_file_with_front_matter():
    text = "---\ntitle: x\n---\n\n# T\n\n/// promt | Why?\n///\n"
    assert read(text, extensions=["meta"]).faults[0].startswith("page:7:")
    cut = text.split("---\n", 2)[2].lstrip("\n")
    page = read(cut, place=lambda: Place("w.md", offset=4))
    assert page.faults[0].startswith("w.md:7:")


def test_without_a_host_mistakes_go_to_the_log(caplog):
    with caplog.at_level(logging.WARNING):
        markdown.markdown("/// promt | Why?\n///", extensions=["guidewright.blocks"])
    assert "page:1: /// promt: there is no such block" in caplog.text


def test_the_page_that_zensical_has_at_work_is_named(tmp_path, caplog):
    (tmp_path / "plan.md").write_text("---\ntitle: x\n---\n\n/// promt | Why?\n///\n", "utf-8")
    md = markdown.Markdown(extensions=["guidewright.blocks"])
    context = Preprocessor(md)
    context.page, context.config = SimpleNamespace(path="plan.md"), {"docs_dir": str(tmp_path)}
    context.run = list
    md.preprocessors.register(context, "rendering_context", 100)
    with caplog.at_level(logging.WARNING):
        md.convert("/// promt | Why?\n///")
    assert "plan.md:5: /// promt: there is no such block" in caplog.text


def test_one_converter_for_many_pages_forgets_the_last():
    md = markdown.Markdown(extensions=["guidewright.blocks"])
    first = md.convert("/// prompt | Why?\n///")
    assert md.reset().convert("/// prompt | Why?\n///") == first


LINES = [
    *dict.fromkeys(every_block().split("\n")),
    "///",
    "////",
    "    ",
    "> quoted",
    "```",
    "- item",
    "text",
    "/// x | y",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=24))
def test_lines_in_any_order_never_show_a_block_as_text_in_silence(lines):
    page = read("\n".join(lines), extensions=["pymdownx.superfences"])
    shown = re.sub(r"<code>.*?</code>|<!--.*?-->", "", page.html, flags=re.DOTALL)
    if re.search(r"(^|>|\n)\s*/{3,}", shown):
        assert page.faults
    for field in page.sheet.fields if page.sheet else ():
        assert f'id="{field.id}' in page.html
