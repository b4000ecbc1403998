"""The report on a corpus: what an editor learns from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.html
import pytest
from click.testing import CliRunner

import plain
from guidewright import article
from guidewright.cli import main
from guidewright.links import link_corpus
from guidewright.model import Metadata, Notice, Outcome, Source
from guidewright.writers import report

if TYPE_CHECKING:
    from pathlib import Path

TRUST = plain.topic("trust", "trust", "affair")
COST = plain.topic("cost", "cost", "fee")
PLAIN = "After an affair\n\nTrust is slow after an affair. We sat and we spoke. An affair hurts us both.\n"
HARD = (
    "Considerations regarding reconciliation\n\nInterpersonal reconciliation necessitates considerable psychological "
    "accommodation, notwithstanding circumstances occasionally precipitating irreconcilable dissatisfaction.\n"
)


def built(text: str, name: str = "one.txt", **said: object) -> Outcome:
    return article.build(Source(name, text.encode("utf-8", "surrogateescape"), "text/plain", Metadata(**said)))


def page_of(*outcomes: Outcome, topics: tuple = (TRUST, COST), notices: tuple[Notice, ...] = ()) -> str:
    linked = link_corpus([each.guide for each in outcomes if each.guide is not None], list(topics))
    return report.write(outcomes, linked, notices=notices)


def part(page: str, name: str) -> str:
    return " ".join(lxml.html.document_fromstring(page).get_element_by_id(name).text_content().split())


def test_removed_lines_and_words_are_counted_by_rule() -> None:
    outcome = built(f"{PLAIN}\nShare this on Facebook\n\nWe went on.\n")
    (gone,) = [each for each in outcome.verdicts if each.rule and each.line.text.startswith("Share")]
    rows = lxml.html.document_fromstring(page_of(outcome)).xpath("//section[@id='words']//tbody/tr")
    found = [" ".join(row.text_content().split()) for row in rows]
    (row,) = [each for each in found if each.startswith(gone.rule)]
    assert row.startswith(f"{gone.rule} {gone.fate}")
    assert [cell.text for cell in rows[found.index(row)].iterfind("td")][1:] == ["1", "4", "1"]


def test_a_guide_that_is_hard_to_read_is_flagged_and_a_plain_one_is_not() -> None:
    said = part(page_of(built(PLAIN), built(HARD, "two.txt")), "reading")
    assert "1 guide is above grade 9" in said
    assert said.count("(hard)") == 1
    assert "No guide is above grade 9" in part(page_of(built(PLAIN)), "reading")


def test_thin_topics_and_topics_without_a_guide_are_named() -> None:
    said = part(page_of(built(PLAIN)), "topics")
    assert "no section treats it" in said.partition("Cost")[2].partition("Trust")[0]
    assert said.endswith("thin")


def test_a_guide_that_nothing_leads_to_is_an_orphan() -> None:
    stray = built("On gardens\n\nWe grow beans. Beans are kind to the soil and to us.\n", "stray.txt")
    said = part(page_of(built(PLAIN), stray), "orphans")
    assert "On gardens" in said
    assert "After an affair" not in said


def test_copies_are_named_with_the_one_that_stays() -> None:
    text = PLAIN + "\n".join(f"\nOn day {n} we walked to the old mill and spoke of small things.\n" for n in range(12))
    said = part(page_of(built(text, slug="first"), built(text, "two.txt", slug="second")), "duplicates")
    assert "(second) repeats 100 % of After an affair (first)" in said or "(first) repeats 100 % of" in said


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://example.org/a?b=c#d", False),
        ("http://example.org:8080/", False),
        ("https://[2001:db8::1]/", False),
        ("mailto:a@example.org", False),
        ("https://bücher.example/", False),
        ("https:///path", True),
        ("https://", True),
        ("https://exa mple.org/", True),
        ("https://example.org/a\nb", True),
        ("https://example..org/", True),
        ("https://localhost/", True),
        ("https://example.org:99999/", True),
        ("https://[::1/", True),
        ("htps://example.org/", True),
        ("javascript:alert(1)", True),
        ("www.example.org", True),
        ("mailto:nobody", True),
        ("", True),
    ],
)
def test_an_address_is_judged_by_its_form(address: str, wrong: bool) -> None:  # noqa: FBT001
    assert bool(report.wrong_with(address)) is wrong


def test_a_broken_address_is_named_with_its_source_and_line() -> None:
    text = "After an affair\n\nTrust is slow; see htps://example.org/trust, and https://example.org/well too.\n"
    said = part(page_of(built(text)), "addresses")
    assert "one.txt:3: htps://example.org/trust: it begins with htps:" in said
    assert "well" not in said.partition("metadata file")[2]


def test_drafts_and_notices_are_listed() -> None:
    page = page_of(
        built(PLAIN),
        built(HARD, "two.txt", licence="CC BY 4.0"),
        notices=(Notice("bad.yml", 3, "not readable; mend it", error=True),),
    )
    assert "After an affair" in part(page, "drafts")
    assert "reconciliation" not in part(page, "drafts")
    assert "Error: bad.yml:3: not readable; mend it" in part(page, "notices")


def test_hostile_words_stay_words() -> None:
    bad = "<script>alert(1)</script> \"'><img src=x onerror=alert(1)> {{ 7*7 }}"
    page = page_of(built(f"{bad}\n\nWe sat and spoke. See htps://x/{bad}\n", title=bad, licence=bad), topics=())
    page.encode("utf-8")
    tree = lxml.html.document_fromstring(page)
    assert not list(tree.iter("script", "img"))
    assert bad in part(page, "reading")


def test_the_page_asks_nothing_of_the_network() -> None:
    tree = lxml.html.document_fromstring(page_of(built(PLAIN), built(HARD, "two.txt")))
    links = [link for _, _, link, _ in tree.iterlinks()]
    assert links
    assert all(link.startswith("#") and tree.get_element_by_id(link[1:]) is not None for link in links)


def test_the_same_corpus_gives_the_same_page() -> None:
    one, two = built(PLAIN), built(HARD, "two.txt")
    assert page_of(one, two) == page_of(one, two)


def test_the_report_of_nothing_is_a_page() -> None:
    assert "0 sources" in page_of(topics=())


def test_the_command_writes_the_report_of_a_folder_and_of_named_sources(tmp_path: Path) -> None:
    folder, out = tmp_path / "sources", tmp_path / "out" / "report.html"
    folder.mkdir()
    (folder / "one.txt").write_text(PLAIN, "utf-8")
    (folder / "two.txt").write_text(HARD, "utf-8")
    (tmp_path / "docs" / "topics").mkdir(parents=True)
    (tmp_path / "docs" / "topics" / "trust.md").write_text("---\ntitle: Trust\nterms: [affair]\n---\n", "utf-8")
    where = ["--docs", str(tmp_path / "docs"), "-o", str(out), "-j", "1"]
    told = CliRunner().invoke(main, ["report", "--sources", str(folder), *where])
    assert told.exit_code == 0, told.output
    assert "2 sources, 2 guides, 1 topic." in out.read_text("utf-8")
    told = CliRunner().invoke(main, ["report", str(folder / "one.txt"), *where])
    assert told.exit_code == 0, told.output
    assert "1 source, 1 guide, 1 topic." in out.read_text("utf-8")


def test_the_command_says_by_its_exit_code_that_a_source_failed_and_the_page_names_it(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(PLAIN, "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    out = tmp_path / "report.html"
    told = CliRunner().invoke(main, ["report", "--sources", str(tmp_path), "--docs", str(tmp_path), "-o", str(out)])
    assert told.exit_code == 1
    assert "empty.txt" in part(out.read_text("utf-8"), "notices")


def test_a_footnote_is_no_broken_address(tmp_path: Path) -> None:
    text = "# One\n\nWe spoke.[^1] See htps://example.org/x too.\n\n## Two\n\nMore.[^1]\n\n[^1]: A note on it.\n"
    (tmp_path / "one.md").write_text(text, "utf-8")
    out = tmp_path / "report.html"
    CliRunner().invoke(main, ["report", "--sources", str(tmp_path), "--docs", str(tmp_path), "-o", str(out)])
    said = part(out.read_text("utf-8"), "addresses")
    assert "htps://example.org/x" in said
    assert "#note" not in said
