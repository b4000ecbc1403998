from pathlib import Path

import formats
from guidewright import article, corpus
from guidewright.model import Source

RAW = (Path(__file__).parent / "cases/formats/page.mhtml").read_bytes()


def opened(raw: bytes = RAW):
    return corpus.expand(Source("page.mhtml", raw, ".mhtml"))


def test_the_page_is_read_as_a_web_page_of_its_address() -> None:
    (source,), _ = opened()
    guide = article.build_proven(source).guide
    assert (source.id, guide.title, guide.front.url) == (
        "page.mhtml", "On listening", "https://couples.example/on-listening",
    )  # fmt: skip
    assert len(guide.blocks) == 2
    assert [mark.target for each in guide.blocks for mark in each.marks if mark.target] == [
        "https://couples.example/answers"
    ]


def test_latin_1_is_read_as_browsers_do() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    page = formats.PAGE.format("A Time", "“Wait” – he didn’t.").encode("cp1252")
    (source,), _ = opened(head + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + page)
    assert article.build_proven(source).guide.blocks[0].text.startswith("“Wait” – he didn’t. A talk")


def test_frames_with_text_are_named() -> None:
    _, (notice,) = opened()
    assert notice.text.startswith("the page shows others in frames (1)")


def test_what_holds_no_page_is_refused_by_name() -> None:
    sources, (notice,) = opened(b"Subject: a letter\n\nno page")
    assert sources == ()
    assert str(notice).startswith("page.mhtml: it is no whole web archive (there is no page in it)")


def test_a_truncated_page_is_still_read() -> None:
    (source,), _ = opened(RAW[: RAW.index(b"Set a clock")])
    assert "Listening for ten minutes" in article.build(source).guide.blocks[0].text


def test_links_that_the_browser_made_whole_lead_to_their_notes() -> None:
    note = b'<p id=3D"n">1 A kitchen clock.</p></article>'
    link = b'Set a clock<a href=3D"https://couples.example/on-listening#n">1</a>.'
    (source,), _ = opened(RAW.replace(b"Set a clock.", link).replace(b"</article>", note))
    guide = article.build_proven(source).guide
    assert guide.blocks[-1].text == "1 A kitchen clock."
    assert guide.blocks[1].marks[0].target == f"#{guide.blocks[-1].anchor}"
