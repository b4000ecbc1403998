import pytest

import formats
from guidewright import article, corpus
from guidewright.model import Kind, Metadata, Source


def opened(raw: bytes, **said: str):
    return corpus.expand(Source("talk.docx", raw, ".docx", Metadata(**said)))


def test_a_document_is_one_article_with_its_structure() -> None:
    (source,), _ = opened(formats.document())
    guide = article.build_proven(source).guide
    assert source.id == "talk.docx"
    assert (guide.title, guide.front.author, guide.front.published) == ("A Talk on Paper", "Robin Sample", "2025-02-03")
    assert [
        (each.kind, each.level, each.number, each.text) for each in guide.blocks if each.kind is not Kind.TABLE
    ] == [
        (Kind.PARAGRAPH, 0, None, "Some couples talk better with a pen in the hand. There is a list of places [1]"),
        (Kind.HEADING, 2, None, "Before You Begin"),
        (Kind.ITEM, 1, None, "Two sheets"),
        (Kind.ITEM, 2, None, "of the same size"),
        (Kind.ITEM, 1, None, "Two pens"),
        (Kind.HEADING, 2, None, "The Steps"),
        (Kind.ITEM, 1, 1, "Write"),
        (Kind.ITEM, 1, 2, "Change sheets"),
        (Kind.ITEM, 1, 1, "Found in Springford."),
    ]
    table = next(each for each in guide.blocks if each.kind is Kind.TABLE)
    assert [[cell.text for cell in row] for row in table.rows][1] == ["Ada", "ten minutes"]
    assert guide.blocks[0].marks[0].target == "https://places.example/"


def test_the_head_of_every_page_and_comments_in_the_margin_are_named() -> None:
    comments = f'<w:comments {formats.W}><w:comment w:id="1">{formats.paragraph("Really?")}</w:comment></w:comments>'
    _, notices = opened(formats.document(**{"word/comments.xml": comments}))
    assert [each.text for each in notices] == [
        "what stands in the head or foot of every page is left out: “Springford Couples, for members”",
        "1 comments in the margin are left out",
    ]


def test_fixes_of_the_editor_hold_for_a_document() -> None:
    (source,), _ = opened(formats.document(), fixes=(("Two pens", "Two pencils"),))
    assert "Two pencils" in [each.text for each in article.build(source).guide.blocks]


BAD = {
    "a bomb": (formats.archive({"word/document.xml": b"<a>" + bytes(20_000_000)}), "zip bomb"),
    "entities": (formats.document(**{"word/evil.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "XML bomb"),
    "a locked document": (b"\xd0\xcf\x11\xe0" + bytes(600), "without a password"),
    "another archive": (formats.archive({"a.txt": "x"}), "not a Word document"),
    "a document without text": (formats.archive({"word/document.xml": "<a/>"}), "not a whole Word document"),
    "deep nesting": (formats.document("<w:p>" * 5000 + "</w:p>" * 5000), "not a whole Word document"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_opened_is_refused_by_name(name: str) -> None:
    raw, message = BAD[name]
    sources, notices = opened(raw)
    assert sources == ()
    assert str(notices[0]).startswith("talk.docx")
    assert message in notices[0].text
