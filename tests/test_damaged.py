"""Files of every format, damaged anywhere: each gives guides or a notice that names it, and nothing raises."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import formats
from guidewright import article, corpus
from guidewright.model import Source

CASES = Path(__file__).parent / "cases/formats"
FILES = {
    ".epub": formats.book(),
    ".docx": formats.document(),
    ".warc": formats.web_archive(),
    **{path.suffix: path.read_bytes() for path in sorted(CASES.iterdir()) if path.is_file()},
}
Damage = list[tuple[float, int, bytes]]
# Where, as a share of the file; how many bytes go there; what comes in their place.
DAMAGE: st.SearchStrategy[Damage] = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 200),
        st.sampled_from(
            [b"", b"\x00", b"\x1f\xff", b"<", b"&b;", b"<![CDATA[", b"</item>", b"\r\n\r\n", b"PK\x03\x04", b":"]
        ),
    ),
    min_size=1,
    max_size=6,
)


def damaged(raw: bytes, damage: Damage) -> bytes:
    for share, count, put in damage:
        at = int(share * len(raw))
        raw = raw[:at] + put + raw[at + count :]
    return raw


def check(ending: str, raw: bytes) -> None:
    sources, notices = corpus.expand(Source(f"file{ending}", raw, ending))
    outcomes = [article.build_proven(each) for each in sources]
    assert sources or notices
    told = [notice for each in outcomes for notice in each.notices]
    assert not [notice for notice in told if "fault of ours" in notice.text]


@pytest.mark.parametrize("ending", FILES)
@given(damage=DAMAGE)
@settings(deadline=None, max_examples=40)
def test_a_damaged_file(ending: str, damage: Damage) -> None:
    check(ending, damaged(FILES[ending], damage))


@pytest.mark.parametrize("ending", [".epub", ".docx"])
@given(number=st.integers(0, 30), damage=DAMAGE)
@settings(deadline=None, max_examples=60)
def test_an_archive_with_a_damaged_part(ending: str, number: int, damage: Damage) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[ending])) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = list(parts)[number % len(parts)]
    parts[name] = damaged(bytes(parts[name]), damage)  # type: ignore[arg-type]
    check(ending, formats.archive(parts))


@pytest.mark.parametrize("kind", ["chap\x01ter", "\ufffd\x08"])
def test_a_part_of_a_book_whose_kind_is_no_word(kind: str) -> None:
    chapter = (
        f'<html><body><section epub:type="{kind}"><h1>One</h1><p>Tea & bread<p>More of it.</section></body></html>'
    )
    check(".epub", formats.book({"one.xhtml": chapter}))


def test_a_feed_whose_markup_has_names_that_are_none() -> None:
    feed = (CASES / "letters.atom").read_bytes().replace(b"<p>", b"<a::00Z>")
    check(".atom", feed)
