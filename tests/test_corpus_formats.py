"""A folder of sources in every format, from the files to the guides."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import formats
from guidewright import article, corpus, readers
from guidewright.cache import Cached
from guidewright.cli import main
from guidewright.model import Source

PAGE_OF_HTML = (
    "<html><body><h1>A quiet hour</h1>"
    + "<p>Ask for one hour a week, and put it into the calendar of both of you, in ink.</p>" * 9
    + "</body></html>"
).encode()
CASES = Path(__file__).parent / "cases/formats"
FILES = {
    **{path.name: path.read_bytes() for path in CASES.iterdir()},
    "chairs.epub": formats.book(),
    "paper.docx": formats.document(),
    "site.warc.gz": formats.web_archive(gzip=True),
    "note.md": b"# A Note\n\nOne sentence of a note that is long enough to be the text of an article.\n",
}
SLUGS = [
    "a-letter-unsent", "a-note", "a-place", "a-talk-on-paper", "a-time", "an-end",
    "cafes-quiet-places", "ein-gesprach", "first-talk", "getting-up", "on-listening", "sitting-down",
    "talking-waiting", "when-1-2", "when-it-goes-wrong",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    made.mkdir()
    for name, raw in FILES.items():
        (made / name).write_bytes(raw)
    return made


def run(*args: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in args], input=data)


def slugs(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.md"))


def test_a_folder_of_every_format_becomes_guides_with_their_ledgers(folder: Path, tmp_path: Path) -> None:
    result = run("normalise", folder, "-o", tmp_path / "out", "-j", "1")
    assert result.exit_code == 0, result.output
    assert slugs(tmp_path / "out") == SLUGS
    head = json.loads((tmp_path / "out/first-talk.ledger.jsonl").read_text("utf-8").splitlines()[0])
    assert head["source"] == "blog.wxr.xml#first-talk"
    assert "blog.wxr.xml: it holds more than published posts" in result.stderr


def test_a_pattern_means_the_files_that_fit_it(folder: Path, tmp_path: Path) -> None:
    assert run("normalise", folder / "*.[er][ps]*", "-o", tmp_path / "out").exit_code == 0
    assert slugs(tmp_path / "out") == ["cafes-quiet-places", "getting-up", "sitting-down", "talking-waiting"]
    result = run("normalise", folder / "*.odt", "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "nothing fits the pattern" in result.stderr


def test_one_article_of_many_goes_to_standard_output(folder: Path, tmp_path: Path) -> None:
    result = run("normalise", f"{folder / 'chairs.epub'}#ch3", "-o", "-")
    assert result.exit_code == 0
    assert "# Getting Up\n\nThe end of a talk is a time that both have agreed on.\n" in result.stdout
    assert not Path("-").exists()
    assert run("normalise", folder / "chairs.epub", "-o", "-").exit_code == 2
    missing = run("normalise", f"{folder / 'chairs.epub'}#ch9", "-o", tmp_path / "out")
    assert missing.exit_code == 1
    assert "chairs.epub holds no such article; it holds chairs.epub#ch1, chairs.epub#ch2" in missing.stderr


def test_why_asks_for_one_article(folder: Path) -> None:
    assert "page-comments" in run("why", f"{folder / 'blog.wxr.xml'}#first-talk", "15").stdout
    several = run("why", folder / "blog.wxr.xml", "15")
    assert several.exit_code == 1
    assert "it holds 3 articles: name one, such as blog.wxr.xml#first-talk" in several.stderr


def test_metadata_beside_a_file_hold_for_all_its_articles_and_for_one_by_name(folder: Path) -> None:
    (folder / "chairs.yml").write_text(
        "licence: Our own work\nauthor: Robin Sample\n"
        "articles:\n  ch1:\n    slug: how-to-sit\n    fixes:\n      - find: No table\n        replace: No big table\n",
        "utf-8",
    )
    sources, notices = corpus.load_file(folder / "chairs.epub")
    assert not [each for each in notices if each.error]
    guides = [article.build(each).guide for each in sources]
    assert [each.slug for each in guides] == ["how-to-sit", "talking-waiting", "getting-up"]
    assert {(each.front.licence, each.front.author) for each in guides} == {("Our own work", "Robin Sample")}
    assert "No big table" in [each.text for each in guides[0].blocks]


def test_metadata_of_a_web_archive_stand_beside_its_whole_ending(folder: Path) -> None:
    (folder / "site.yml").write_text("licence: CC BY 4.0\n", "utf-8")
    sources, notices = corpus.load(folder)
    assert not [each for each in notices if each.source == "site.yml"]
    assert {each.metadata.licence for each in sources if each.id.startswith("site")} == {"CC BY 4.0"}


WRONG = {
    "title: x": (0, "`title` in its metadata file is of one article, and it holds 3: put it under `articles:`"),
    "articles:\n  ch9:\n    title: x": (0, "names ch9, which is not in it; there are ch1, ch2, ch3"),
    "articles:\n  ch1:\n    titel: x": (3, "did you mean `title`?"),
    "articles:\n  ch1: x": (2, "farther in"),
    "articles: x": (1, "one name a line"),
    "no: x": (1, "there is no key"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_in_them_is_named_with_its_line(folder: Path, text: str) -> None:
    line, message = WRONG[text]
    (folder / "chairs.yml").write_text(text, "utf-8")
    sources, notices = corpus.load_file(folder / "chairs.epub")
    (error,) = [each for each in notices if each.error]
    assert sources == ()
    assert error.line == line
    assert message in error.text


def test_a_folder_of_articles_inside_the_folder_is_named_and_a_saved_pages_pictures_are_not(folder: Path) -> None:
    for name in ("older", "page_files"):
        (folder / name).mkdir()
        (folder / name / "one.html").write_text("<p>one</p>", "utf-8")
    _, notices = corpus.load(folder)
    assert [str(each) for each in notices if "folders" in each.text] == [
        "older: the build does not look into folders inside this one; move its files up"
    ]


def test_addresses_stay_from_one_build_to_the_next_and_unchanged_articles_are_not_built_again(
    folder: Path, tmp_path: Path
) -> None:
    cached = Cached(tmp_path / "cache")
    first = corpus.build(corpus.load(folder)[0], make=cached)
    assert corpus.build(corpus.load(folder)[0], make=cached) == first
    (folder / "letters.atom").unlink()
    rest = corpus.build(corpus.load(folder)[0], make=cached)
    assert rest == tuple(each for each in first if not each.source_id.startswith("letters"))
    assert len(list((tmp_path / "cache").iterdir())) == len(first)


def test_a_file_of_articles_is_not_taken_for_an_article() -> None:
    for name in ("chairs.epub", "paper.docx"):
        outcome = article.build(Source(name, FILES[name], readers.media_type(name)))
        assert outcome.guide is None
        assert "take them out of it first" in outcome.notices[0].text
        misnamed = article.build(Source("x.txt", FILES[name]))
        assert "give it the ending .docx or .epub" in misnamed.notices[0].text


@pytest.mark.parametrize("name", sorted(set(FILES) - {"note.md"}))
def test_damaged_files_give_articles_or_a_named_error_and_never_crash(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same damage every time
    kind = readers.media_type(name)
    for _ in range(25):
        raw = bytearray(FILES[name])
        for _ in range(chance.choice([1, 5])):
            at = chance.randrange(len(raw))
            raw[at : at + chance.randrange(9)] = chance.choice([b"", b"<", b"]]>", b"\0", b"\xff", b"&", b"</article>"])
        if chance.random() < 0.3:
            del raw[chance.randrange(len(raw)) :]
        sources, notices = corpus.expand(Source(name, bytes(raw), kind))
        assert sources or notices
        assert {each.source for each in notices} <= {name}
        for source in sources:
            assert not [each for each in article.build(source).notices if "fault of ours" in each.text]


def test_the_site_takes_them_from_its_sources(folder: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("new", site).exit_code == 0
    for path in folder.iterdir():
        shutil.copy(path, site / "sources" / path.name)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", tmp_path / "built"],
        cwd=site, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "built/guides/sitting-down/index.html").is_file()
    assert not (tmp_path / "built/guides/first-talk").exists(), "a draft is published"


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "TEXT/HTML", ".HTML", "text/html;charset=ISO-8859-2"])
def test_a_media_type_is_known_in_every_way_that_servers_write_it(kind: str) -> None:
    outcome = article.build(Source("page", PAGE_OF_HTML, kind))
    assert outcome.guide is not None
    assert "<" not in "".join(block.text for block in outcome.guide.blocks)


@pytest.mark.parametrize("kind", ["html", "foo/bar", "application/pdf", ""])
def test_a_media_type_that_nothing_reads_is_an_error_with_those_that_are_read(kind: str) -> None:
    outcome = article.build(Source("page", PAGE_OF_HTML, kind))
    assert outcome.guide is None
    assert f"nothing reads its media type “{kind}”" in outcome.notices[0].text
    assert ".html" in outcome.notices[0].text
