import gzip
import io

import pytest

import formats
from guidewright import article, corpus
from guidewright.model import Metadata, Source
from guidewright.readers import warc


def opened(raw: bytes, name: str = "site.warc"):
    return corpus.expand(Source(name, raw, name.removeprefix("site")))


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("site.warc", formats.web_archive()),
        ("site.warc.gz", formats.web_archive(gzip=True)),
        ("site.warc.gz", gzip.compress(formats.web_archive())),
    ],
    ids=["plain", "record by record", "packed as a whole"],
)
def test_pages_of_status_200_become_sources_the_first_copy_of_each(name: str, raw: bytes) -> None:
    sources, (notice,) = opened(raw, name)
    assert [each.id.partition("#")[2] for each in sources] == [
        "couples-example-a", "couples-example-b", "couples-example-d-page-2",
    ]  # fmt: skip
    assert sources[0].metadata.url == "https://couples.example/a.html"
    assert notice.text == (
        "it holds more than pages, which is left out: 1 × image/png, 1 × later copy of a page, "
        "1 × page with an error or a redirect, 1 × warcinfo record"
    )


def test_a_page_is_read_in_the_encoding_that_the_server_named() -> None:
    for source in opened(formats.web_archive())[0][:2]:
        assert article.build_proven(source).guide.blocks[0].text.startswith("Café. A talk")


def test_latin_1_is_read_as_browsers_do_and_what_is_utf_8_stays_so() -> None:
    text = formats.PAGE.format("A Time", "“Wait” – he didn’t.")
    for raw in (text.encode("cp1252"), text.encode()):
        visits = [("https://a.example/", "200 OK", "text/html; charset=ISO-8859-1", raw)]
        (source,), _ = opened(formats.web_archive(visits))
        assert article.build_proven(source).guide.blocks[0].text.startswith("“Wait” – he didn’t. A talk")


def test_a_truncated_archive_gives_its_whole_pages_and_an_error() -> None:
    raw = formats.web_archive()
    sources, notices = opened(raw[: raw.index(b"An End")])
    assert len(sources) == 2
    assert "breaks off or is damaged after 2 pages" in next(str(each) for each in notices if each.error)
    packed = formats.web_archive(gzip=True)
    sources, notices = opened(packed[:-200], "site.warc.gz")
    assert len(sources) == 2
    assert any(each.error for each in notices)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (gzip.compress(b"WARC/1.0\r\n" + bytes(40_000_000)), "gzip bomb"),
        (
            gzip.compress(formats.web_archive([("https://a.example/", "200 OK", "image/png", bytes(40_000_000))])),
            "gzip bomb",
        ),
        (b"no archive", "breaks off or is damaged"),
        (formats.web_archive([]), "it holds no page"),
    ],
)
def test_what_cannot_be_opened_is_refused_by_name(raw: bytes, message: str) -> None:
    sources, notices = opened(raw, "site.warc.gz")
    assert sources == ()
    assert [str(each).startswith("site.warc.gz") and message in each.text for each in notices if each.error] == [True]


def test_an_archive_can_be_read_page_by_page() -> None:
    pages = warc.pages(io.BytesIO(formats.web_archive()), "site.warc", Metadata(licence="CC BY 4.0"))
    assert next(pages) == "warcinfo record"
    first = next(pages)
    assert (first.id, first.metadata.licence) == ("site.warc#couples-example-a", "CC BY 4.0")


def test_a_page_that_is_too_large_is_left_out_by_its_address(monkeypatch) -> None:
    monkeypatch.setattr(warc, "LARGEST_PART", 2 * 2**20)
    visits = [(f"https://a.example/{n}", "200 OK", "text/html", b"<p>word " * n) for n in (10, 2**19)]
    found, notices = opened(formats.web_archive(visits))
    assert [each.metadata.url for each in found] == ["https://a.example/10"]
    assert "page that unpacks to more than 2 MB (https://a.example/524288)" in str(notices[-1])
