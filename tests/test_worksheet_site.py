"""Worksheets in a real MkDocs build: files where they belong, ways to and from guides, mistakes that fail --strict."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import pikepdf
import pytest

ROOT = Path(__file__).parents[1]
CONFIG = f"""
site_name: A small site
site_url: https://example.org/small/
theme:
  name: material
  custom_dir: {ROOT / "overrides"}
  font: false
hooks: [{", ".join(str(ROOT / "hooks" / f"{name}.py") for name in ("guides", "links", "worksheets"))}]
plugins: []
markdown_extensions: [attr_list, tables]
exclude_docs: ""
"""
PAGES = {
    "index.md": "# Home\n\nWords.\n",
    "guides/index.md": "# Guides\n",
    "guides/boundaries.md": "# Setting boundaries\n\n## Limits\n\nLimits help. Keep your limits kind.\n",
    "topics/index.md": "# Topics\n",
    "topics/limits.md": "---\nterms: [limits]\n---\n\n# Limits\n\nWords.\n",
    "worksheets/index.md": "# Worksheets\n",
    "worksheets/one.md": (
        "---\nguides: [boundaries]\ntopics: [limits]\n---\n\n# Less < more & one\n\n"
        "See [the guide](../guides/boundaries.md).\n\n/// prompt | Why?\n///\n"
    ),
    "worksheets/two.md": (
        "---\ntopics: [limits]\n---\n\n/// sheet | The second\n    guide: boundaries\n    paper: a4\nIntro.\n///\n\n"
        "/// checklist | What?\n- a\n- b\n///\n"
    ),
}


def build(folder, pages=(), *arguments, config=CONFIG):
    """Build the small site, with some pages changed; return what MkDocs said and whether it was content."""
    for name, text in {**PAGES, **dict(pages)}.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", *arguments]
    told = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=120, check=False, env=environment
    )
    return told.returncode, told.stderr


def page(folder, name):
    """Return a built page, parsed."""
    return lxml.html.fromstring((folder / "site" / name / "index.html").read_text("utf-8"))


def links(tree):
    """Return the addresses that a page links to."""
    return {link.get("href") for link in tree.iter("a")}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    code, said = build(folder, (), "--strict")
    assert code == 0, said
    return folder


def test_each_sheet_has_its_files_under_names_that_say_nothing(small):
    found = {str(path.relative_to(small / "site")) for path in (small / "site").rglob("*.pdf")}
    assert found == {
        "worksheets/one/sheet-a4.pdf",
        "worksheets/one/sheet-letter.pdf",
        "worksheets/two/sheet-a4.pdf",
        "worksheets/workbook-a4.pdf",
        "worksheets/workbook-letter.pdf",
        "topics/limits/workbook-a4.pdf",
        "topics/limits/workbook-letter.pdf",
    }
    for path in (small / "site").rglob("*.pdf"):
        with pikepdf.open(path) as file:
            assert file.check_pdf_syntax() == []
            assert file.Root.AcroForm.Fields


def test_the_file_leads_to_the_published_guide(small):
    with pikepdf.open(small / "site" / "worksheets" / "one" / "sheet-a4.pdf") as file:
        notes = [note for page in file.pages for note in page.Annots if note.Subtype == "/Link"]
        assert {str(note.A.URI) for note in notes} == {"https://example.org/small/guides/boundaries/"}
        with file.open_metadata() as said:
            assert said["dc:title"] == "Less < more & one"


def test_sheets_guides_and_topics_lead_to_each_other(small):
    assert "../../guides/boundaries/" in links(page(small, "worksheets/two"))
    for place in ("guides/boundaries", "topics/limits"):
        assert {"../../worksheets/one/", "../../worksheets/two/"} <= links(page(small, place))
    for place in ("worksheets", "topics/limits"):
        assert {"workbook-a4.pdf", "workbook-letter.pdf"} <= links(page(small, place))
    cards = page(small, "guides/boundaries").xpath("//section[contains(@class, 'gw-worksheets')]//a/text()")
    assert cards == ["Less < more & one", "The second"]


def test_only_sheets_load_what_sheets_need(small):
    for name, wanted in (("worksheets/one", True), ("worksheets", False), ("guides/boundaries", False)):
        tree = page(small, name)
        loaded = [each.get("src") or each.get("href") for each in tree.iter("script", "link")]
        assert any("worksheet.js" in (each or "") for each in loaded) is wanted
        assert any("worksheet.css" in (each or "") for each in loaded) is wanted
        assert not any("pdf-lib" in (each or "") for each in loaded)
        assert any("exit.js" in (each or "") for each in loaded)
    assert (small / "site/assets/worksheets/worksheet.js").exists()


def test_building_again_makes_nothing_again_and_gives_the_same_bytes(small):
    cache = small / ".cache/guidewright/worksheets"
    kept = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    site = {path: path.read_bytes() for path in (small / "site").rglob("*") if path.suffix in (".pdf", ".html")}
    assert build(small, (), "--strict")[0] == 0
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == kept
    assert {path: path.read_bytes() for path in site} == site


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "worksheets/one.md",
            "---\na: b\n---\n\n# T\n\n/// promt | x\n///\n",
            "worksheets/one.md:7: /// promt: there is no",
        ),
        (
            "worksheets/one.md",
            "# The second\n\n/// prompt | Why?\n///\n",
            "worksheets/two.md:1: has the title of worksheets/one.md",
        ),
        (
            "worksheets/one.md",
            "---\nguides: [nowhere]\n---\n# T\n/// prompt | x\n///\n",
            "worksheets/one.md:2: belongs to guides/nowhere.md, which is not there",
        ),
        (
            "worksheets/one.md",
            "---\nguides: boundary\n---\n# T\n/// prompt | x\n///\n",
            "worksheets/one.md:2: belongs to guides/boundary.md, which is not there; did you mean `boundaries`?",
        ),
        (
            "worksheets/one.md",
            "---\ntitle: x\nlanguage: polish\n---\n# T\n/// prompt | x\n///\n",
            "worksheets/one.md:3: `language: polish` is no code of a language; write one such as `pl`",
        ),
        (
            "worksheets/one.md",
            "# T\n\n/// prompt | 为什么?\n///\n",
            "the fonts of the PDF have no 为 (U+4E3A CJK UNIFIED IDEOGRAPH-4E3A)",
        ),
        ("index.md", "# Home\n\n/// prompt | Why?\n", "index.md:3: /// prompt: is not closed"),
    ],
)
def test_a_mistake_fails_a_strict_build_and_only_warns_otherwise(tmp_path, name, text, said):
    code, told = build(tmp_path, {name: text})
    assert code == 0
    assert said in told
    code, told = build(tmp_path, {name: text}, "--strict")
    assert code == 1
    assert said in told


FOREIGN = "site_name: Not ours\ntheme: mkdocs\nplugins: []\nmarkdown_extensions:\n  - guidewright.blocks\n"


def test_one_line_is_enough_in_a_project_that_is_not_ours(tmp_path):
    code, told = build(tmp_path, {"worksheets/one.md": "# T\n\n/// prompt | Why?\n///\n"}, "--strict", config=FOREIGN)
    assert code == 0, told
    (field,) = page(tmp_path, "worksheets/one").iter("textarea")
    assert page(tmp_path, "worksheets/one").xpath("//label")[0].get("for") == field.get("id")


@pytest.mark.parametrize(("front", "line"), [("", 3), ("---\ntitle: x\n---\n", 6), ("---\ntitle: x\n---\n\n\n", 8)])
def test_a_mistake_fails_a_strict_build_of_another_project_too(tmp_path, front, line):
    code, told = build(tmp_path, {"index.md": f"{front}# T\n\n/// promt | x\n///\n"}, "--strict", config=FOREIGN)
    assert code == 1
    assert f"index.md:{line}: /// promt: there is no such block" in told


def test_one_guide_needs_no_brackets(tmp_path):
    text = "---\nguides: boundaries\n---\n\n# T\n\n/// prompt | x\n///\n"
    code, told = build(tmp_path, {"worksheets/one.md": text}, "--strict")
    assert code == 0, told
    assert "../../worksheets/one/" in links(page(tmp_path, "guides/boundaries"))


def test_a_sheet_in_another_language_says_so(tmp_path):
    text = "---\nlanguage: ar\n---\n\n# ورقة\n\n/// prompt | لماذا؟\n///\n"
    code, told = build(tmp_path, {"worksheets/one.md": text}, "--strict")
    assert code == 0, told
    (sheet,) = page(tmp_path, "worksheets/one").find_class("ws-sheet")
    assert (sheet.get("lang"), sheet.get("dir")) == ("ar", "rtl")
    with pikepdf.open(tmp_path / "site/worksheets/one/sheet-a4.pdf") as file:
        assert file.Root.Lang == "ar"


MISNAMED = {
    "tow": "did you mean `two`?",
    "worksheets/onee.md": "did you mean `one`?",
    "of": "did you mean `off`?",
    "no such sheet": "write docs/worksheets/no such sheet.md, or say `auto` or `off`",
    "12": "write docs/worksheets/12.md, or say `auto` or `off`",
}


def test_metadata_that_name_no_sheet_are_told_with_file_line_and_remedy(tmp_path):
    (tmp_path / "sources").mkdir()
    for n, said in enumerate(MISNAMED):
        source = tmp_path / "sources" / f"talk-{n}.txt"
        source.write_text(f"How to talk {n}\n\nSit down together and talk for {n} hours.\n", "utf-8")
        metadata = f"title: How to talk {n}\nlicence: CC0\nworksheet: {said}\n"
        source.with_suffix(".yml").write_text(metadata, "utf-8")
    code, told = build(tmp_path, (), "--strict")
    assert code == 1
    for n, (said, remedy) in enumerate(MISNAMED.items()):
        assert f"sources/talk-{n}.yml:3: `worksheet: {said}` names a worksheet that is not there; {remedy}" in told


# The language of a sheet; that of what stands around it, and how that begins.
AROUND = {
    "de": ("de", "Was Sie hier schreiben, bleibt auf dieser Seite"),
    "fr-CA": ("fr-CA", "Ce que vous écrivez reste sur cette page"),
    "es": ("es", "Lo que escribe se queda en esta página"),
    "pl": ("pl", "To, co piszesz, zostaje na tej stronie"),
    "vi": ("en", "What you type stays on this page"),
    "ar": ("en", "What you type stays on this page"),
}


def test_what_stands_around_a_sheet_speaks_its_language_or_says_that_it_does_not(tmp_path):
    pages = {
        f"worksheets/{language}.md": f"---\nlanguage: {language}\n---\n\n# T {language}\n\n/// prompt | Q?\n///\n"
        for language in AROUND
    }
    config = f"{CONFIG}extra:\n  guidewright:\n    safety: guides/boundaries.md\n"
    code, said = build(tmp_path, pages, "--strict", config=config)
    assert code == 0, said
    for language, (shown, told) in AROUND.items():
        tree = page(tmp_path, f"worksheets/{language}")
        around = [tree.find_class(name)[0] for name in ("ws-bar", "ws-finish", "ws-progress")]
        assert [(each.get("lang"), each.get("dir")) for each in around] == [(shown, "ltr")] * 3
        assert around[0].text_content().strip().startswith(told)
        notice = tree.find_class("gw-safety")[0]
        assert notice.get("lang") == shown
        assert notice.xpath(".//a/text()") == ["Setting boundaries"]
        with pikepdf.open(tmp_path / f"site/worksheets/{language}/sheet-a4.pdf") as file:
            assert str(file.Root.Lang) == language.partition("-")[0]
            spoken = {
                str(each.Lang) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
            }
        assert ("en" in spoken) is (shown == "en")


def test_sheets_made_from_guides_stand_below_the_written_ones(tmp_path):
    (tmp_path / "sources").mkdir()
    for ending in ("txt", "yml"):
        shutil.copy(ROOT / "sources" / f"things-to-try-together.{ending}", tmp_path / "sources")
    assert build(tmp_path)[0] == 0
    listed = page(tmp_path, "worksheets").find_class("gw-cards")
    assert [each.xpath(".//a/@href") for each in listed] == [["one/", "two/"], ["things-to-try-together/"]]
    assert listed[1].xpath("preceding::h2[1]/text()") == ["Made from the guides"]
    with pikepdf.open(tmp_path / "site/worksheets/workbook-a4.pdf") as file:
        titles = [str(each.title) for each in file.open_outline().root]
    assert titles[:2] == ["Less < more & one", "The second"]
    assert titles[2].startswith("Worksheet: ")


def test_a_guide_gets_a_sheet_of_its_own_until_somebody_writes_one(tmp_path):
    name = "things-to-try-together"
    (tmp_path / "sources").mkdir()
    for ending in ("txt", "yml"):
        shutil.copy(ROOT / "sources" / f"{name}.{ending}", tmp_path / "sources")
    code, told = build(tmp_path)
    assert code == 0
    assert not [line for line in told.splitlines() if "worksheets/" in line]
    assert {f"../../worksheets/{name}/"} <= links(page(tmp_path, f"guides/{name}"))
    sheet = page(tmp_path, f"worksheets/{name}")
    assert sheet.find_class("ws-field")
    assert any((link or "").startswith(f"../../guides/{name}/#") for link in links(sheet))
    assert (tmp_path / f"site/worksheets/{name}/sheet-a4.pdf").exists()
    written = f"---\nguides: [{name}]\n---\n\n# By hand\n\n/// prompt | Written by hand?\n///\n"
    build(tmp_path, {f"worksheets/{name}.md": written})
    labels = page(tmp_path, f"worksheets/{name}").find_class("ws-label")
    assert [label.text for label in labels] == ["Written by hand?"]
    metadata = tmp_path / "sources" / f"{name}.yml"
    for said, wanted in (("off", set()), ("one", {"../../worksheets/one/"})):
        (tmp_path / "docs/worksheets" / f"{name}.md").unlink(missing_ok=True)
        metadata.write_text(f"{(ROOT / 'sources' / f'{name}.yml').read_text('utf-8')}\nworksheet: {said}\n", "utf-8")
        build(tmp_path)
        shown = page(tmp_path, f"guides/{name}").xpath("//section[contains(@class, 'gw-worksheets')]//@href")
        assert set(shown) == wanted
