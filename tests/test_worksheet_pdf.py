"""Worksheets as PDF files: what the page has, everyone can use it, any viewer can fill it in, and always the same."""

import ctypes
import io
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from guidewright.worksheets import fonts, make, model, pdf, sheets
from guidewright.worksheets.model import FieldKind
from sheets_help import every_block, read

DOCS = Path(__file__).parents[1] / "docs" / "worksheets"
GUIDE = model.Guide("Boundaries", "https://example.org/site/guides/boundaries/")
POLISH = """# Rozmowa o terapii

/// prompt | Jaki powód podała moja partnerka?
Zażółć gęślą jaźń.
///

/// checklist | Co może się za tym kryć?
    other: 1
- Boi się, że usłyszy same wyrzuty.
///

/// starters | Własnymi słowami
- Czuję się ____, gdy ____.
///
"""
ARABIC = """# لنتحدث عن العلاج

/// prompt | ما السبب الذي ذكره شريكي؟
بكلماته هو، كما تتذكرها.
///

/// scale | ما مدى قربنا هذا الأسبوع؟
    low: بعيدان جدا
    high: قريبان جدا
///

/// table | ما حدث
    columns: اللحظة | الشعور
    rows: 2
///
"""
VIETNAMESE = """# Nói chuyện về trị liệu

/// prompt | Bạn đời của tôi đưa ra lý do gì?
Bằng chính lời của người ấy, như bạn còn nhớ.
///

/// agreement | Chúng tôi thoả thuận
    parties: Tôi | Bạn đời
///
"""
REPEATED = """# The same again

/// checklist | Do we laugh?
    choose: 1
- Yes
- No
///

/// prompt | Why?
///

/// checklist | Do we talk?
    choose: 1
- Yes
- No
///

/// prompt | Why?
///

/// prompt | Why?
///

/// checklist | Ideas
    other: 1
- A walk
///

/// checklist | Ideas
    other: 1
- A walk
///

/// scale | How was it?
///

/// scale | How was it?
///

/// table | Before
    columns: Me | You
    rows: 1
///

/// table | After
    columns: Me | You
    rows: 1
///

/// agreement | First
    parties: Me
///

/// agreement | Second
    parties: Me
///
"""
LANGUAGES = {"pl": POLISH, "ar": ARABIC, "vi": VIETNAMESE}


def sheet_of(text, language="en"):
    found = read(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL), language=language)
    assert found.faults == []
    title = found.sheet.title
    return sheets.completed(found.sheet, title=title, slug="s", guides=(GUIDE,), base="https://example.org/site/")


def ours():
    paths = sorted(path for path in DOCS.glob("*.md") if path.name != "index.md")
    assert len(paths) >= 8
    return {path.stem: sheet_of(path.read_text("utf-8")) for path in paths}


SHEETS = {
    "every block": sheet_of(every_block()),
    "repeated": sheet_of(REPEATED),
    **ours(),
    **{k: sheet_of(v, k) for k, v in LANGUAGES.items()},
}


@pytest.fixture(scope="module")
def rendered():
    """Each sheet on both papers: (name, paper) -> bytes."""
    return {(n, p): pdf.render(pdf.booklet(s, p)) for n, s in SHEETS.items() for p in model.PAPERS}


def fields_of(raw):
    """Return what a viewer sees: (name, kind, label, options) of each field, in the order of the file."""
    kinds = {"/Tx": {True: FieldKind.TEXT, False: FieldKind.LINE}}
    found = []
    with pikepdf.open(io.BytesIO(raw)) as file:
        for field in file.Root.AcroForm.Fields:
            options = ()
            if "/Kids" in field:
                kind = FieldKind.CHOICE
                options = tuple(str(kid.TU).removeprefix(f"{field.TU}: ") for kid in field.Kids)
                assert [set(kid.AP.N.keys()) for kid in field.Kids] == [
                    {f"/{n}", "/Off"} for n in range(1, len(options) + 1)
                ]
            elif field.FT == "/Btn":
                kind = FieldKind.TICK
            else:
                kind = kinds["/Tx"][bool(int(field.get("/Ff", 0)) & 1 << 12)]
            found.append((str(field.T), kind, str(field.TU), options))
    return found


def fields_on_page(html):
    """Return what a screen reader finds in the page: (id, kind, label, options) of each field, in order."""
    tree = lxml.html.fromstring(f"<div>{html}</div>")
    found, seen = [], set()
    for each in tree.iter("textarea", "input"):
        labels = tree.xpath("//label[@for=$id]", id=each.get("id"))
        label = each.get("aria-label") or (labels or [each.getparent()])[0].text_content()
        if each.get("type") == "radio":
            if each.get("name") in seen:
                continue
            seen.add(each.get("name"))
            group = next(each.iterancestors("fieldset"))
            names = [box.getparent().text_content() for box in group.iterfind(".//input[@type='radio']")]
            found.append(
                (
                    each.get("name"),
                    FieldKind.CHOICE,
                    group.get("aria-label") or group.find("legend").text_content(),
                    tuple(names),
                )
            )
        elif each.get("type") == "checkbox":
            found.append((each.get("id"), FieldKind.TICK, label, ()))
        else:
            found.append((each.get("id"), None, label, ()))
    return found


@pytest.mark.parametrize("name", SHEETS)
def test_page_and_file_hold_the_same_fields(name, rendered):
    sheet = SHEETS[name]
    wanted = [(field.id, field.kind, field.label, field.options) for field in sheet.fields]
    assert len({field.id for field in sheet.fields}) == len(wanted)
    for paper in model.PAPERS:
        assert fields_of(rendered[name, paper]) == wanted
    written = {"every block": every_block(), "repeated": REPEATED, **LANGUAGES}
    text = written.get(name) or (DOCS / f"{name}.md").read_text("utf-8")
    page = read(text, extensions=["meta"], language=sheet.language)
    # On the page all text fields grow, so one line and several are the same there.
    texts = (FieldKind.TEXT, FieldKind.LINE)
    assert fields_on_page(page.html) == [(i, None if k in texts else k, lab, opt) for i, k, lab, opt in wanted]


def test_no_two_fields_are_called_the_same():
    for name, sheet in SHEETS.items():
        named = [(field.kind is FieldKind.TICK, field.label) for field in sheet.fields]
        assert len(set(named)) == len(named), name
    assert [field.label for field in SHEETS["repeated"].fields if field.kind is not FieldKind.TICK] == [
        "Do we laugh?",
        "Do we laugh? Why?",
        "Do we talk?",
        "Do we talk? Why? (1)",
        "Do we talk? Why? (2)",
        "Ideas: Something else (1)",
        "Ideas: Something else (2)",
        "Do we talk? How was it? (1)",
        "Do we talk? How was it? (2)",
        "Before: Row 1, Me",
        "Before: Row 1, You",
        "After: Row 1, Me",
        "After: Row 1, You",
        "First",
        "First: Signed: Me",
        "First: Date",
        "Second",
        "Second: Signed: Me",
        "Second: Date",
    ]
    book = pdf.Booklet("All", (SHEETS["repeated"], SHEETS["every block"], SHEETS["weekly-check-in"]), "a4")
    named = [(field.kind is FieldKind.TICK, field.label) for field in book.fields.values()]
    assert len(set(named)) == len(named)


def qpdf_check(raw, folder):
    """Run `qpdf --check`, which pikepdf has within it; return its exit code, 0 if it finds nothing."""
    path = folder / "checked.pdf"
    path.write_bytes(raw)
    job = pikepdf.Job(["qpdf", "--check", str(path)])
    job.run()
    return job.exit_code


@pytest.mark.parametrize("paper", model.PAPERS)
@pytest.mark.parametrize("name", SHEETS)
def test_everyone_can_use_it(name, paper, rendered, tmp_path):
    raw = rendered[name, paper]
    report = page_validation.validate_pdf_bytes(raw, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
    assert qpdf_check(raw, tmp_path) == 0
    with pikepdf.open(io.BytesIO(raw)) as file:
        assert file.Root.Lang == SHEETS[name].language
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as said:
            assert said["dc:title"] == SHEETS[name].title
        width, height = (round(float(each)) for each in file.pages[0].MediaBox[2:])
        assert (width, height) == {"a4": (595, 842), "letter": (612, 792)}[paper]
        assert file.Root.Outlines.First.Title == SHEETS[name].title
        for font in fonts_in(file):
            assert any(key in font.FontDescriptor for key in ("/FontFile2", "/FontFile3")), font.BaseFont
    assert len(raw) <= 120_000


def fonts_in(file):
    """Yield every font that a page or the form names."""
    places = [page.Resources for page in file.pages] + [file.Root.AcroForm.DR]
    for resources in places:
        for font in resources.get("/Font", {}).values():
            yield font.DescendantFonts[0] if font.Subtype == "/Type0" else font


def test_the_validators_find_what_is_wrong(rendered, tmp_path):
    raw = rendered["every block", "a4"]
    assert qpdf_check(raw.replace(b"endobj", b"endobk", 1), tmp_path) != 0
    with pikepdf.open(io.BytesIO(rendered["every block", "a4"])) as file:
        del file.Root.AcroForm.Fields[0].TU
        del file.Root.Lang
        out = io.BytesIO()
        file.save(out)
    assert page_validation.validate_pdf_bytes(out.getvalue()).rules.failed >= 2


def test_every_field_stands_in_the_reading_order_as_a_form(rendered):
    with pikepdf.open(io.BytesIO(rendered["every block", "a4"])) as file:
        order = []

        def walk(element):
            if isinstance(element, pikepdf.Array):
                for each in element:
                    walk(each)
            elif isinstance(element, pikepdf.Dictionary):
                if element.get("/S") == "/Form":
                    order.append(element)
                walk(element.get("/K", pikepdf.Array()))

        walk(file.Root.StructTreeRoot.K)
        widgets = [form.K.Obj if isinstance(form.K, pikepdf.Dictionary) else form.K[0].Obj for form in order]
        names = [str(widget.get("/T") or widget.Parent.T) for widget in widgets]
    assert list(dict.fromkeys(names)) == [field.id for field in SHEETS["every block"].fields]


def filled(raw, answers):
    """Type answers into a file with PDFium, as Chromium would, and return the saved file."""
    file = pypdfium2.PdfDocument(raw)
    file.init_forms()
    form = file.formenv
    for sheet in file:
        for n in range(pdfium.FPDFPage_GetAnnotCount(sheet)):
            note = pdfium.FPDFPage_GetAnnot(sheet, n)
            kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
            if kind < 0:
                continue
            size = pdfium.FPDFAnnot_GetFormFieldName(form, note, None, 0)
            name = (ctypes.c_ushort * (size // 2))()
            pdfium.FPDFAnnot_GetFormFieldName(form, note, name, size)
            answer = answers.get(bytes(name).decode("utf-16-le").rstrip("\0"))
            if answer is None:
                continue
            box = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, box)
            x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            pdfium.FORM_OnMouseMove(form, sheet, 0, x, y)
            pdfium.FORM_OnLButtonDown(form, sheet, 0, x, y)
            pdfium.FORM_OnLButtonUp(form, sheet, 0, x, y)
            if isinstance(answer, str):
                typed = ctypes.create_string_buffer(answer.encode("utf-16-le") + b"\0\0")
                pdfium.FORM_ReplaceSelection(form, sheet, ctypes.cast(typed, ctypes.POINTER(ctypes.c_ushort)))
        pdfium.FORM_ForceToKillFocus(form)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["every block", "weekly-check-in", *LANGUAGES])
def test_a_viewer_fills_it_and_the_answers_read_back(name, rendered, tmp_path):
    samples = {"pl": "Zażółć gęślą jaźń", "ar": "نتحدث مساء الأحد", "vi": "Chúng tôi nói chuyện"}
    typed = samples.get(name, "We talked – and it went “well”, café & all.")
    sheet = SHEETS[name]
    texts = [field for field in sheet.fields if field.kind in (FieldKind.TEXT, FieldKind.LINE)]
    ticks = [field for field in sheet.fields if field.kind is FieldKind.TICK]
    answers = {field.id: typed for field in texts} | {field.id: True for field in ticks}
    raw = filled(rendered[name, "a4"], answers)
    assert qpdf_check(raw, tmp_path) == 0
    with pikepdf.open(io.BytesIO(raw)) as file:
        values = {str(field.T): str(field.get("/V", "")) for field in file.Root.AcroForm.Fields}
    assert {field.id: values[field.id] for field in texts} == {field.id: typed for field in texts}
    assert all(values[field.id] == "/Yes" for field in ticks)
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(raw))
    assert sheet.title.split()[0] in text or name == "ar"


def test_empty_fields_let_the_ruled_lines_show(rendered):
    with pikepdf.open(io.BytesIO(rendered["every block", "a4"])) as file:
        for field in file.Root.AcroForm.Fields:
            if field.get("/FT") == "/Tx":
                assert b"re" not in field.AP.N.read_bytes().split()
        assert "/NeedAppearances" not in file.Root.AcroForm


def test_the_same_sheet_gives_the_same_bytes(rendered):
    for (name, paper), raw in rendered.items():
        assert pdf.render(pdf.booklet(SHEETS[name], paper)) == raw


def test_links_lead_on_and_only_where_paper_can():
    text = "[a](https://example.org/x) [b](other.md) [c](javascript:void) [d](#here)\n\n/// prompt | Q?\n///\n"
    for base, wanted in (
        (
            "https://example.org/s/",
            {"https://example.org/x", "https://example.org/s/other.md", "https://example.org/s/#here"},
        ),
        ("", {"https://example.org/x"}),
    ):
        found = read(f"# T\n\n{text}").sheet
        with pikepdf.open(io.BytesIO(pdf.render(pdf.booklet(replace(found, base=base), "a4")))) as file:
            notes = [note for page in file.pages for note in page.Annots]
            assert {str(note.A.URI) for note in notes if note.Subtype == "/Link"} == wanted


def test_what_no_font_has_is_named_and_the_rest_is_made():
    sheet = sheet_of("# 夫婦 and 🙂\n\n/// prompt | 为什么?\n///\n")
    assert pdf.missing([sheet]) == "为么什夫婦🙂"
    assert sheets.named("🙂") == "🙂 (U+1F642 SLIGHTLY SMILING FACE)"
    raw = pdf.render(pdf.booklet(sheet, "a4"))
    assert page_validation.is_pdf_compliant_bytes(raw)
    for name, each in SHEETS.items():
        assert pdf.missing([each]) == "", name


def test_each_language_is_set_in_one_font_that_has_it():
    assert fonts.families("Plain words")[0] == fonts.FIRST
    assert fonts.families(POLISH)[0] == fonts.FIRST
    assert fonts.families(VIETNAMESE)[0] == fonts.SECOND
    assert fonts.families("Поговорим о терапии")[0] == fonts.SECOND


OTHERS = {
    "he": "# דף עבודה\n\n/// prompt | מה הסיבה שבן הזוג נתן?\nבמילים שלו.\n///\n",
    "el": "# Μιλάμε\n\n/// prompt | Τι φοβάμαι;\nΜε δικά μου λόγια.\n///\n",
    "ru": "# Поговорим\n\n/// prompt | Чего я боюсь?\nСвоими словами.\n///\n",
    "tr": "# Konuşalım\n\n/// prompt | Neden korkuyorum, güçlüğüm ne?\n///\n",
}


@pytest.mark.parametrize("language", [*LANGUAGES, *OTHERS])
def test_every_script_is_set_in_our_own_fonts(language):
    sheet = sheet_of({**LANGUAGES, **OTHERS}[language], language)
    with pikepdf.open(io.BytesIO(pdf.render(pdf.booklet(sheet, "a4")))) as file:
        names = {str(font.BaseFont).partition("+")[2] for font in fonts_in(file) if "+" in str(font.BaseFont)}
    assert names
    assert {name for name in names if not name.startswith(("AtkinsonHyperlegibleNext", "NotoSans"))} == set()


def test_a_workbook_has_all_sheets_with_contents_and_page_numbers():
    some = tuple(SHEETS[name] for name in list(SHEETS)[1:5])
    content = pdf.Booklet("All of them", some, "a4")
    raw = pdf.render(content)
    assert page_validation.is_pdf_compliant_bytes(raw)
    with pikepdf.open(io.BytesIO(raw)) as file:
        titles = [str(entry.title) for entry in file.open_outline().root]
        assert len(file.Root.AcroForm.Fields) == sum(len(sheet.fields) for sheet in some)
    assert titles == [sheet.title for sheet in some]
    book = pypdfium2.PdfDocument(raw)
    first = book[0].get_textpage().get_text_bounded()
    assert all(sheet.title in first for sheet in some)
    assert f"Page {len(book)} of {len(book)}" in book[len(book) - 1].get_textpage().get_text_bounded()


def test_files_are_kept_and_made_again_only_when_something_changed(tmp_path):
    sheet = SHEETS["weekly-check-in"]
    kept = make.Kept(tmp_path)
    both = [pdf.booklet(sheet, paper) for paper in model.PAPERS]
    first = make.make(both, kept)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(times) == 2
    kept.sweep()
    assert make.make(both, kept) == first
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times
    kept.sweep()
    other = [pdf.booklet(replace(sheet, title="Another"), paper) for paper in model.PAPERS]
    assert make.make(other, kept)[0].content != first[0].content
    kept.sweep()
    assert len(list(tmp_path.iterdir())) == 2
    assert not set(times) & set(tmp_path.iterdir())


def test_what_cannot_be_drawn_is_an_error_for_that_sheet_alone(tmp_path):
    good = SHEETS["weekly-check-in"]
    bad = replace(good, language="not a language")
    first, second = make.make([pdf.booklet(bad, "a4"), pdf.booklet(good, "a4")], make.Kept(tmp_path))
    assert first.error
    assert second.content.startswith(b"%PDF")
