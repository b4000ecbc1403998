from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growth import MOST, growth
from guidewright import article
from guidewright.model import Kind, Line, MarkKind, Metadata, Page, Source
from guidewright.readers import markdown
from guidewright.sift import restore, sift


def page(text: str | bytes, **said: str) -> Page:
    raw = text if isinstance(text, bytes) else text.encode()
    return markdown.read(Source("page.md", raw, ".md", Metadata(**said)))


def lines(text: str | bytes) -> tuple[Line, ...]:
    return page(text).lines


def kinds(text: str) -> list[tuple[str, str, int, int | None, bool]]:
    return [
        (line.says, str(line.where.kind), line.where.level, line.where.number, line.where.continues)
        for line in lines(text)
        if line.says.strip()
    ]


# --- the file stays the file


def given_back(raw: bytes) -> bytes:
    return restore(sift(page(raw), ()))


def test_every_line_of_the_file_is_a_line() -> None:
    raw = b"---\ntitle: x\n---\r\n# A *b*\n\n[a]: http://x\n> c\n\nlast"
    found = lines(raw)
    assert [line.number for line in found] == list(range(1, 10))
    assert [line.text for line in found][3:7] == ["# A *b*", "", "[a]: http://x", "> c"]
    assert given_back(raw) == raw


# --- blocks


def test_headings_of_both_kinds() -> None:
    assert kinds("# One #\n\nTwo\nlines\n---\n\n### *Three*") == [
        ("One", "heading", 1, None, False),
        ("Two", "heading", 2, None, False),
        ("lines", "heading", 2, None, True),
        ("Three", "heading", 3, None, False),
    ]


def test_a_wrapped_paragraph_continues() -> None:
    assert kinds("one *two\nthree* four\n\nfive") == [
        ("one two", "paragraph", 0, None, False),
        ("three four", "paragraph", 0, None, True),
        ("five", "paragraph", 0, None, False),
    ]


def test_lists_are_numbered_as_they_show() -> None:
    assert kinds("3. a\n3. b\n\n   more of b\n   - deep\n     wrapped\n4. c\n\n* x") == [
        ("a", "item", 1, 3, False),
        ("b", "item", 1, 4, False),
        ("more of b", "paragraph", 1, None, False),
        ("deep", "item", 2, None, False),
        ("wrapped", "item", 2, None, True),
        ("c", "item", 1, 5, False),
        ("x", "item", 1, None, False),
    ]


def test_a_list_may_count_from_nought() -> None:
    assert kinds("0. a\n1. b") == [("a", "item", 1, 0, False), ("b", "item", 1, 1, False)]


def test_quotations_and_code() -> None:
    assert kinds("> said\n> on\n> > within\n\n```py\nx = 1\n\n  y\n```\n\n    four") == [
        ("said", "quote", 1, None, False),
        ("on", "quote", 1, None, True),
        ("within", "quote", 2, None, False),
        ("x = 1", "code", 0, None, False),
        ("  y", "code", 0, None, True),
        ("four", "code", 0, None, False),
    ]


def test_nothing_stands_between_the_paragraphs_of_a_quotation() -> None:
    found = lines("> one\n>\n> > two\n> >\n> > three\n>\n> ```\n> >\n> ```")
    assert [(line.says, line.where.kind) for line in found if line.says] == [
        ("one", "quote"),
        ("two", "quote"),
        ("three", "quote"),
        (">", "code"),
    ]


def test_a_row_of_a_table_is_one_line_with_its_cells_apart_by_tabs() -> None:
    found = lines("Where | **Fee**\n--- | ---\nTown | [40](http://x.example)\nHill |")
    assert [(line.says, line.where.cell) for line in found] == [
        ("Where\tFee", (0, 0, 0)),
        ("", None),
        ("Town\t40", (0, 1, 0)),
        ("Hill\t", (0, 2, 0)),
    ]
    assert [found[2].says[mark.start : mark.end] for mark in found[2].marks] == ["40"]


def test_a_rule_and_an_image_alone() -> None:
    found = lines("* * *\n\n![two *chairs*](/a.png)\n\nan ![icon](b.png) inside")
    assert [line.where.kind for line in found][0::2] == [Kind.RULE, Kind.IMAGE, Kind.PARAGRAPH]
    assert [line.says for line in found][0::2] == ["", "two chairs", "an icon inside"]


# --- marks


def test_marks_count_in_the_plain_text() -> None:
    text = r"**See** [the *whole* page][P], `a*b` and \*this\* &amp; https://example.org/x."
    line = lines(f"{text}\n\n[p]: https://example.com/p")[0]
    assert line.says == "See the whole page, a*b and *this* & https://example.org/x."
    assert [(line.says[mark.start : mark.end], mark.kind, mark.target) for mark in line.marks] == [
        ("See", MarkKind.STRONG, ""),
        ("the whole page", MarkKind.LINK, "https://example.com/p"),
        ("whole", MarkKind.EMPHASIS, ""),
        ("a*b", MarkKind.CODE, ""),
        ("https://example.org/x", MarkKind.LINK, "https://example.org/x"),
    ]


def test_links_are_relative_to_the_page() -> None:
    found = page("[a](b) [c](#d) [e](mailto:ada@example.org)", url="https://example.org/guides/x").lines[0]
    assert [mark.target for mark in found.marks] == ["https://example.org/guides/b", "mailto:ada@example.org"]


@pytest.mark.parametrize("text", ["[x](javascript:alert(1))", "[x](file:///etc/passwd)", "[x](data:text/html,y)"])
def test_other_schemes_are_no_links(text: str) -> None:
    assert not lines(text)[0].marks


@pytest.mark.parametrize(
    "text",
    [
        "Type <br> here",
        "<script>alert(1)</script>",
        "<!-- more -->",
        "{: onclick=x }",
        "[TOC]",
        "Told.[^1]",
        "[^1]: word",
        ":smile:",
    ],
)
def test_what_is_not_commonmark_shows_as_typed(text: str) -> None:
    assert " ".join(line.says for line in lines(text)) == text


BROKEN = [
    ("[a book](https://a.example/one-\ntwo-\nthree) and more", "https://a.example/one-two-three"),
    ('[a book](https://a.example/one-\ntwo "The\nbook") and more', "https://a.example/one-two"),
    ("## [a\nbook](https://a.example/one-\ntwo)", "https://a.example/one-two"),
    ("## 1. [a book](https://a.example/\\(one\\)-\ntwo) and more", "https://a.example/(one)-two"),
]


@pytest.mark.parametrize(("text", "target"), BROKEN)
def test_an_address_broken_at_a_hyphen_is_whole(text: str, target: str) -> None:
    found = lines(text)
    assert {mark.target for line in found for mark in line.marks} == {target}
    assert " ".join(" ".join(line.says for line in found).split()).removeprefix("1. ") in {"a book", "a book and more"}
    assert len(found) == text.count("\n") + 1


def test_a_heading_takes_no_more_than_the_rest_of_its_link() -> None:
    found = kinds("## An [hour\na week](https://a.example)\n\n## An hour [x\nNot this.")
    assert [(said, kind) for said, kind, *_ in found if said] == [
        ("An hour", "heading"),
        ("a week", "heading"),
        ("An hour [x", "heading"),
        ("Not this.", "paragraph"),
    ]


def test_links_count_wherever_they_lead_but_on_the_page_itself() -> None:
    shares = [
        line.where.link_density for line in lines("[Fees](/fees)\n\n[Fees](#fees)\n\n[Fees](javascript:void\\(0\\))")
    ]
    assert shares == [1.0, 0.0, 0.0, 0.0, 1.0]


def test_a_picture_that_is_its_own_address_is_one() -> None:
    found = lines(
        "![two chairs](data:image/svg+xml,%3Csvg%20xmlns='x'%3E)\n\nA [![](data:image/gif;base64,R0)](/a) room"
    )
    assert [line.says for line in found] == ["two chairs", "", "A  room"]


def test_an_item_without_words_has_no_number() -> None:
    for item in ("2. [](#note)", "2. ![](chair.png)"):
        guide = article.build_proven(
            Source("page.md", f"# Hours\n\n1. First.\n{item}\n3. Third.".encode(), ".md")
        ).guide
        assert guide is not None
        assert [(block.number, block.text) for block in guide.blocks] == [(1, "First."), (3, "Third.")]
    found = lines("1. ![](chair.png)\n   A chair.")
    assert [(line.says, line.where.number) for line in found] == [("A chair.", 1), ("", None)]
    found = lines("1. One.\n\n2. ![](chair.png)\n\n   A chair.")
    assert [(line.says, line.where.number) for line in found if line.says] == [("One.", 1), ("A chair.", 2)]


def test_a_code_span_over_a_break_keeps_its_words() -> None:
    assert [line.says for line in lines("a `b\nc` d")] == ["a b c d", ""]


# --- front matter


def test_front_matter_says_what_it_says() -> None:
    found = page(
        '---\ntitle: "A: b"\nAuthor: [Ada, Bo]\ndate: 2024-09-14 10:00:00\nlicense: CC BY 4.0\nlang: de\n---\nText'
    )
    assert dict(found.found) == {
        "title": "A: b", "author": "Ada, Bo", "published": "2024-09-14", "licence": "CC BY 4.0", "language": "de",
    }  # fmt: skip
    assert (found.title, found.language) == ("A: b", "de")
    assert [line.says for line in found.lines] == [""] * 7 + ["Text"]


def test_front_matter_in_toml() -> None:
    assert page('+++\ntitle = "A"\n+++\nText').title == "A"


@pytest.mark.parametrize(
    "text", ["---\nno [yaml\n---\n\nText", "---\n\nA text between rules.\n\n---\n\nText", "---\ntitle: x\n\nText"]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert not page(text).found
    said = " ".join(line.says for line in lines(text))
    for word in text.replace("---", "").split():
        assert word in said


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("---\nauthor: Jo\ntitle: Talking: a guide for two\n---", 3, "put texts that hold a colon"),
        ("---\ntitle:\tTabbed\nauthor:\tJo\n---", 2, "spaces where tabs are"),
        ("---\ntitle: Talking\ndate: 2024-13-45\n---", 1, "month must be in 1..12"),
        ('+++\ntitle = "A"\nauthor = Jo\n+++', 3, 'key = "text"'),
    ],
)
def test_front_matter_that_cannot_be_read_is_told_with_line_and_remedy(front: str, line: int, says: str) -> None:
    text = f"{front}\n\nThis is the first paragraph of an article that is long enough to be one.\n"
    outcome = article.build(Source("talk.md", text.encode(), ".md"))
    assert outcome.guide is None
    (notice,) = outcome.notices
    assert (notice.error, notice.line) == (True, line)
    assert says in notice.text


def test_the_first_heading_is_the_title_where_nothing_else_is_stated() -> None:
    assert page("Text\n\n# A *title*\n\n# Another").title == "A title"
    assert page("# A", title="B").title == "B"


# --- whatever comes


@given(st.binary(max_size=300))
@example(b"")
@example(b"---")
@example(b"\r\r\n")
@example("\ufeff# x".encode("utf-16"))
def test_of_any_bytes(raw: bytes) -> None:
    assert given_back(raw) == raw
    assert [line.number for line in lines(raw)] == list(range(1, len(lines(raw)) + 1))


SYNTAX = [
    "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n    ", "\n```\n", "\n---\n", " *", "* ", "**", "`", "[", "](x)",
    " | ", "\n| - | - |\n", "<b>", "![", "\t", "\r\n",
]  # fmt: skip
OPENING = re.compile(r"[\s>*-]*(?:\d+\.\s)?[\s>*-]*`{3,}[^`]*")
pieces = st.lists(st.one_of(st.integers(0, 9999).map(lambda n: f"w{n}"), st.sampled_from(SYNTAX)), max_size=60)


@given(pieces)
@example(["`", "`", "`", "w0", "\n", "w1"])
def test_every_word_is_said_once_and_in_order(parts: list[str]) -> None:
    text = "".join(part + " " if part.startswith("w") else part for part in parts)
    found = lines(text)
    words = [part for part in parts if part.startswith("w")]
    # What follows the opening of a code block names its language.
    shown = [line.text if not line.says and OPENING.fullmatch(line.text) else line.says for line in found]
    said = [word for each in shown for word in "".join(c if c.isalnum() else " " for c in each).split()]
    assert [word for word in said if word.startswith("w")] == words
    for line in found:
        for mark in line.marks:
            assert 0 <= mark.start < mark.end <= len(line.says)


def test_nesting_beyond_the_parser_s_limit_loses_no_word() -> None:
    assert "deep" in " ".join(line.says for line in lines("> " * 300 + "deep"))


AWKWARD = {
    "brackets": lambda n: "[" * n,
    "emphasis": lambda n: "*a_" * n,
    "images": lambda n: "![" * n,
    "items": lambda n: "- x\n" * n,
    "deep lists": lambda n: "\n".join("  " * min(i, 90) + "- x" for i in range(n)),
    "headings": lambda n: "# x\n" * n,
    "rows": lambda n: "a|b\n-|-\n" + "x|y\n" * n,
    "definitions": lambda n: "\n".join(f"[a{i}]: http://x" for i in range(n)),
    "addresses": lambda n: "[a](http://x.y) http://x.y " * (n // 8),
    "broken addresses": lambda n: "[a](http://x-\ny-\n" * (n // 4),
    "broken titles": lambda n: '[a](x-\ny "t' * (n // 4),
    "broken headings": lambda n: "# [x\ny](z)\n" * (n // 4),
    "one line": lambda n: "word " * n * 20,
}


@pytest.mark.parametrize("make", AWKWARD.values(), ids=AWKWARD)
def test_time_grows_with_the_text_and_not_its_square(make) -> None:
    times = growth(markdown.read, lambda n: Source("page.md", make(n).encode(), ".md"), 1_000)
    assert times < MOST, f"8 times the text took {times:.0f} times the time; a square takes 64"
