"""The promises, as properties: of any bytes, and of the sample corpus' real lines in any order."""

import codecs
import html
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guidewright import article, proof, readers
from guidewright.model import Fate, Kind, Metadata, Source
from guidewright.rules import all_rules
from guidewright.sift import restore, sift
from guidewright.writers import markdown

SAMPLES = sorted((Path(__file__).parent.parent / "sources").glob("*.txt"))
REAL_LINES = sorted({line for path in SAMPLES for line in path.read_bytes().split(b"\n")})


def check(raw: bytes) -> None:
    source = Source("any.txt", raw)
    verdicts = sift(readers.read(source), all_rules())
    assert [v.line.number for v in verdicts] == list(range(1, len(verdicts) + 1))
    assert restore(verdicts) == raw
    outcome = article.build(source)
    assert outcome == article.build(source)
    assert not [n for n in outcome.notices if "fault of ours" in n.text]
    if outcome.guide is not None:
        page = proof.render(markdown.write(outcome.guide, anchors=True))
        assert proof.of_page(outcome.guide, page) == []


@given(st.lists(st.one_of(st.text(), st.text("a b_’'-\x1f\0\u2028é1\t\n"))))
def test_words_are_counted_as_they_are_found(texts: list[str]) -> None:
    assert proof.count(texts) == len(proof.words(" ".join(texts)))


@given(st.binary())
@example(codecs.BOM_UTF16_LE + "A title\nA line\n".encode("utf-16-le"))
@example(codecs.BOM_UTF16_LE + "Ċ\nĊ".encode("utf-16-le") + b"\n")
@example(codecs.BOM_UTF16_BE + b"\xd8\x00\x00\n\xdc\x00\x00")
@example(codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff")
@example(b"one\rtwo\rthree")
@example(b"one\r\ntwo\nthree\r")
@example("a\u2028b\u2029c\x0bd\x0ce\x1cf\x85g\n".encode())
@settings(deadline=None)
def test_of_any_bytes(raw: bytes) -> None:
    check(raw)


@given(st.lists(st.sampled_from(REAL_LINES), max_size=60))
@settings(deadline=None, max_examples=60)
def test_of_real_lines_in_any_order(lines: list[bytes]) -> None:
    check(b"\n".join(lines))


@given(st.lists(st.sampled_from(REAL_LINES), max_size=30), st.integers(60, 110))
@settings(deadline=None, max_examples=60)
def test_of_real_lines_wrapped_at_a_column(lines: list[bytes], column: int) -> None:
    paragraphs = [textwrap.fill(line.decode("utf-8", "replace"), column) for line in lines]
    check("\n\n".join(paragraphs).encode())
    check("\n".join(paragraphs).encode())


SYNTAX = st.sampled_from(
    [
        *list("*_`~^=+#!|<>[](){}:;\"'\\/&$%@-.\n \t0123456789ab"),
        "***",
        "[[",
        "]]",
        "![",
        "](",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "<!--",
        "-->",
        "<script>",
        "</p>",
        "&lt;",
        "&#60;",
        "---",
        "///",
        "/// html | script",
        "--8<--",
        "[TOC]",
        "[^1]",
        "[^1]:",
        "*[x]:",
        ":smile:",
        "++",
        "==",
        "~~",
        "1.",
        "1)",
        "- ",
        "{: onclick=x }",
        "{ #id }",
        "!!! note",
        "??? x",
        '=== "tab"',
        ": def",
        "> ",
        "    ",
        "http://x.y/z",
        "javascript:",
        "(c)",
        "\x02",
        "\x03",
        "\x00",
        "\u2028",
        "wzxhzdk:0",
        "klzzwxh:0001",
        "STX",
        "$$",
        "\\(",
        "|---|",
        "```",
        "~~~",
        "<a href=x>",
    ],
)


@given(st.lists(SYNTAX, max_size=40).map("".join))
@example("*\u2028--")
@example("- - -\n- --\n- **\n- __\n- ==\n* - -")
@settings(deadline=None, max_examples=400)
def test_source_text_is_data(text: str) -> None:
    before = "A Plain Title\n\nThis paragraph stands before what is odd, and it says so at some length."
    body = f"{before}\n\n{text}\n\nAnd this one after it.\n"
    check(body.encode("utf-8", "surrogatepass"))


@given(st.lists(SYNTAX, min_size=1, max_size=12).map("".join))
@settings(deadline=None, max_examples=200)
def test_a_title_is_data(text: str) -> None:
    title = " ".join(text.split()) or "x"
    check(f"{title}\n\nThis paragraph stands below a title that is odd, and it says so at some length.\n".encode())


def inside(tags: list[str], children: st.SearchStrategy[str], **size: int) -> st.SearchStrategy[str]:
    """One of the tags around some of the children."""
    return st.tuples(st.sampled_from(tags), st.lists(children, **size)).map(
        lambda drawn: f"<{drawn[0]}>{''.join(drawn[1])}</{drawn[0].split()[0]}>"
    )


TYPED = st.one_of(SYNTAX.map(html.escape), st.sampled_from(["word", "two words", " ", ".", ", ", "x"]))
INLINE = st.recursive(
    TYPED,
    lambda inner: inside(["em", "strong", "b", "i", "code", "span", "a href='https://a.example/b'"], inner, max_size=4),
    max_leaves=8,
)
FLOW = st.recursive(
    inside(["p", "h2", "h3", "blockquote", "pre", "div", "figcaption"], INLINE, max_size=4),
    lambda inner: inside(["ul", "ol", "li", "blockquote", "div", "td", "tr", "table", "dl", "dd"], inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(FLOW, max_size=8).map("".join))
@example("<p><em>One</em> <a href='https://a.example/'><em>link</em></a><em>, and more of it.</em></p>")
@example("<p>31<em>Jul</em>, <strong><em>a note</em>: of two</strong>kinds</p>")
@example("<ul><ul><li>An item whose parent is not there</li></ul></ul><p>Text.</p>")
@settings(deadline=None, max_examples=300)
def test_of_any_markup(body: str) -> None:
    said = "<p>This paragraph says at some length what the article is about, and it is the longest one of all.</p>"
    page = f"<html><body><article><h1>A Plain Title</h1>{said}{body}{said}</article></body></html>"
    outcome = article.build_proven(Source("any.html", page.encode("utf-8", "surrogatepass"), ".html"))
    assert outcome.guide is not None, outcome.notices


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_of_the_sample_corpus(path: Path) -> None:
    check(path.read_bytes())


def test_each_line_has_one_verdict_and_each_removal_a_reason() -> None:
    for path in SAMPLES:
        for verdict in article.build(Source(path.name, path.read_bytes())).verdicts:
            if verdict.fate is not Fate.KEPT:
                assert verdict.rule
                assert verdict.because


def test_a_word_that_changed_its_place_is_lost_even_where_a_whole_line_stands_between():
    outcome = article.build(Source("a.txt", b"A Title\n\nThe clock struck twice.\n\nNobody spoke.\n\nThen we went.\n"))
    assert outcome.guide is not None
    first, middle, last = outcome.guide.blocks
    moved = (replace(first, text="The clock struck"), middle, replace(last, text="twice. Then we went."))
    broken = proof.of_words(replace(outcome.guide, blocks=moved), outcome.verdicts, title_line=1)
    assert proof.of_words(outcome.guide, outcome.verdicts, title_line=1) == []
    assert broken == ["line 3: the guide has “Nobody” where the line says “twice”"]


SAID = "A Plain Title\n\nThis paragraph stands before what is nested, and it says so at some length.\n\n"


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        (".txt", SAID + "\n".join(f"{'  ' * depth}- item {depth}" for depth in range(500))),
        (".txt", SAID + "\n".join(f"{'  ' * depth}{depth + 1}. item" for depth in range(500))),
        (".txt", SAID + ">" * 500 + " said"),
        (".md", SAID + "> " * 90 + "said"),
        (".html", f"<h1>A Plain Title</h1><p>{SAID}</p><table><tr>Stray</tr><tr><td>one<td>two</table>"),
    ],
)
def test_of_deep_and_broken_nesting(ending: str, text: str) -> None:
    outcome = article.build_proven(Source(f"deep{ending}", text.encode(), ending))
    assert outcome.guide is not None, outcome.notices


def test_a_block_of_code_stays_whole() -> None:
    code = "for each in jar:\n    if each:\n\n        break\n    }\nprint(x)\nShare this\n}"
    prose = "The kitchen light stays on until ten, and both of them know that the talk ends when it goes out. "
    page = f"<article><h1>A loop for a jar</h1><p>{prose * 3}<pre><code>{code}</code></pre><p>{prose * 2}</article>"
    fenced = f"# A loop for a jar\n\n{prose * 3}\n\n```\n{code}\n```\n\n{prose * 2}\n"
    for ending, text in ((".html", page), (".md", fenced)):
        guide = article.build_proven(Source(f"code{ending}", text.encode(), ending)).guide
        assert guide is not None
        assert [block.text for block in guide.blocks if block.kind is Kind.CODE] == [code]
    mended = Source("code.md", fenced.encode(), ".md", Metadata(fixes=(("print(x)", "print(each)"),)))
    guide = article.build_proven(mended).guide
    assert guide is not None
    assert [block.text for block in guide.blocks if block.kind is Kind.CODE] == [code.replace("(x)", "(each)")]


@pytest.mark.parametrize("typed", ["&#x3", "x&#39s", "&#60b", "&#8217s", "&#x3c script", "&amp", "&lt;", "&#38;"])
def test_code_that_holds_a_reference_shows_as_typed(typed: str) -> None:
    text = f"# A Plain Title\n\nThis paragraph says that `{typed}` is typed so.\n\n```\n{typed}\n```\n"
    outcome = article.build_proven(Source("code.md", text.encode(), ".md"))
    assert outcome.guide is not None, outcome.notices


def test_a_title_of_several_lines_is_one() -> None:
    said = Metadata(title="Title of\n\n---\n\ntemplate: x")
    outcome = article.build_proven(Source("any.txt", SAID.encode(), metadata=said))
    assert outcome.guide is not None, outcome.notices
    assert outcome.guide.title == "Title of --- template: x"


def test_a_paragraph_that_would_take_minutes_to_render_is_named() -> None:
    for signs, told in (("*" * 5_000, False), ("*" * 100_000, True), ("http://a.example/b " * 12_000, True)):
        outcome = article.build_proven(Source("any.txt", f"{SAID}x {signs} y\n".encode()))
        assert (outcome.guide is None) == told
        assert [str(each)[:25] for each in outcome.notices if each.error] == ["any.txt:5: a paragraph of"] * told
