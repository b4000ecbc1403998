"""What a Word document, a book and Markdown have in common: they are no pages of a site."""

from __future__ import annotations

import pytest

import formats
from guidewright import article, corpus
from guidewright.model import Block, Kind, Source
from guidewright.writers import markdown

FIRST = "A library is a room to sit in, and in the winter it is the only warm one that asks for nothing."
SECOND = "Whoever would rather have it on paper says so at the desk, where there is a list to put a name on."
LAST = "There are two rooms upstairs, and the one at the back is for people who read aloud to each other."


def made(heading: str, below: str, kind: str) -> Source:
    """Return a document of a kind with three sections, the second under this heading, with this text below."""
    sections = (("Rooms to sit in", FIRST), (heading, below), ("Rooms upstairs", LAST))
    if kind == ".docx":
        body = formats.paragraph("The Library", "Title")
        body += "".join(
            formats.paragraph(name, "Heading1") + (formats.paragraph(text) if text else "") for name, text in sections
        )
        raw = formats.document(body)
    elif kind == ".epub":
        body = "<h1>The Library</h1>" + "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in sections)
        raw = formats.book({"ch1.xhtml": formats.CHAPTER.format(body=body)})
    else:
        raw = ("# The Library\n\n" + "".join(f"## {name}\n\n{text}\n\n" for name, text in sections)).encode()
    ((source,), _) = corpus.expand(Source(f"a{kind}", raw, kind))
    return source


def blocks(source: Source) -> list[Block]:
    return list(article.build_proven(source).guide.blocks)


def headings(source: Source) -> list[str]:
    return [block.text for block in blocks(source) if block.kind is Kind.HEADING]


@pytest.mark.parametrize("kind", [".docx", ".epub", ".md"])
@pytest.mark.parametrize("heading", ["Share", "Follow us", "About the author", "Contact us", "Recommended reading"])
def test_a_heading_with_a_text_below_is_a_section_s_whatever_it_says(heading: str, kind: str) -> None:
    assert headings(made(heading, SECOND, kind)) == ["Rooms to sit in", heading, "Rooms upstairs"]


@pytest.mark.parametrize("kind", [".docx", ".epub", ".md"])
def test_a_heading_with_nothing_below_that_stays_is_furniture(kind: str) -> None:
    assert headings(made("Share", "", kind)) == ["Rooms to sit in", "Rooms upstairs"]
    assert headings(made("Follow us", "Follow us on Facebook", kind)) == ["Rooms to sit in", "Rooms upstairs"]


def test_a_web_page_made_into_markdown_keeps_no_heading_of_its_buttons() -> None:
    source = made("Share", SECOND, ".md")
    menu = "".join(f"* [Room {at}](/rooms/{at}.html)\n" for at in range(12))
    assert "Share" not in headings(Source(source.id, menu.encode() + b"\n" + source.raw, ".md"))


@pytest.mark.parametrize("kind", [".docx", ".epub"])
def test_a_document_may_say_a_thing_twice(kind: str) -> None:
    assert [block.text for block in blocks(made("Once more", FIRST, kind))].count(FIRST) == 2


@pytest.mark.parametrize(
    ("kind", "struck"),
    [
        (".html", "<s>not</s>"),
        (".html", '<span style="text-decoration: line-through">not</span>'),
        (".md", "~~not~~"),
        (".docx", '<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">not</w:t></w:r>'),
    ],
)
def test_what_was_struck_out_does_not_read_as_if_it_were_said(kind: str, struck: str) -> None:
    if kind == ".docx":
        rest = '<w:r><w:t xml:space="preserve"> open on Sundays.</w:t></w:r>'
        last = formats.paragraph("We are ", inside=struck + rest)
        raw = formats.document(formats.paragraph("Hours", "Title") + formats.paragraph(FIRST) + last)
    elif kind == ".html":
        raw = f"<article><h1>Hours</h1><p>{FIRST}</p><p>We are {struck} open on Sundays.</p></article>".encode()
    else:
        raw = f"# Hours\n\n{FIRST}\n\nWe are {struck} open on Sundays.\n".encode()
    ((source,), _) = corpus.expand(Source(f"a{kind}", raw, kind))
    guide = article.build_proven(source).guide
    assert markdown.write(guide).endswith("We are <del>not</del> open on Sundays.\n")
