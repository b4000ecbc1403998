"""Worksheets as a reader uses them: typed in, kept only if asked, left quickly, printed whole, saved as a PDF."""

import io
import re
from urllib.parse import unquote

import pikepdf
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from sheets_help import every_block
from test_worksheet_site import build

SHEET = "worksheets/weekly-check-in/"
# A prompt, a table, a planner, an agreement, a scale, lists to tick and to choose from.
ALL_KINDS = "worksheets/our-shared-try-list/"
# Made by a guide: with links to where each item comes from, and the same question after several others.
DERIVED = "worksheets/your-first-session/"
WRITTEN = "We talked about the move again."
TAGS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
STORED = """async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).map(each => each.name), caches: await caches.keys(),
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": []}


def fill(page, text=WRITTEN):
    """Type into every text field, tick every box, choose the last of every choice."""
    for field in page.locator("textarea.ws-field").all():
        field.fill(text)
    for box in page.locator("input.ws-field").all():
        box.check()


def typed(page):
    """Return what the page still has of a reader's answers, in fields or as text."""
    return page.evaluate(
        """written => [...document.querySelectorAll('.ws-field')].filter(each => each.checked || each.value === written)
        .length + (document.documentElement.textContent.includes(written) ? 1 : 0)""",
        WRITTEN,
    )


def printed(page, size="A4"):
    """Print the page and return the text of each sheet of paper."""
    book = pypdfium2.PdfDocument(page.pdf(format=size))
    return [sheet.get_textpage().get_text_bounded() for sheet in book]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_everyone_can_use_it(visit, width, scheme):
    for name in (SHEET, ALL_KINDS, DERIVED):
        page = visit(name, width=width, scheme=scheme)
        for state in ("empty", "filled"):
            if state == "filled":
                fill(page)
                # What lies half under the header that stays on top would count as small.
                page.evaluate("scrollTo(0, 0)")
            found = Axe().run(page, options=TAGS).response["violations"]
            told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]
            assert told == [], f"{name}, {width}, {scheme}, {state}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.said == []


FOREIGN = {
    "pl": "Jaki powód podała moja partnerka?",
    "ar": "ما السبب الذي ذكره شريكي؟",
    "vi": "Bạn đời của tôi đưa ra lý do gì?",
}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """A small site with one sheet a language, each with every kind of block."""
    folder = tmp_path_factory.mktemp("foreign")
    pages = {}
    for language, asked in FOREIGN.items():
        blocks = re.sub(r"^# .*", f"# {asked}", every_block())
        pages[f"worksheets/{language}.md"] = f"---\nlanguage: {language}\n---\n\n{blocks}"
    code, said = build(folder, pages)
    assert code == 0, said
    return folder / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", FOREIGN)
def test_everyone_can_use_every_block_in_any_language(visit, foreign, language, scheme):
    page = visit(SHEET, width=360, scheme=scheme)
    page.goto((foreign / "worksheets" / language / "index.html").as_uri())
    sheet = page.locator(".ws-sheet")
    assert (sheet.get_attribute("lang"), sheet.get_attribute("dir")) == (language, "rtl" if language == "ar" else "ltr")
    fill(page, FOREIGN[language])
    page.evaluate("scrollTo(0, 0)")
    found = Axe().run(page, options=TAGS).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    answer = page.locator("textarea.ws-field").first.bounding_box()
    assert answer["x"] >= 0
    assert FOREIGN[language].split()[0] in "\n".join(printed(page)) or language == "ar"


def test_no_two_fields_of_a_sheet_are_called_the_same(visit):
    page = visit(DERIVED)
    named = page.evaluate("""() => [...document.querySelectorAll('textarea.ws-field')]
        .map(each => each.getAttribute('aria-label') || each.labels[0].textContent)""")
    assert len(set(named)) == len(named) > 5
    assert [name for name in named if name.endswith("? Why?")]


def test_everything_to_press_is_large_enough(visit):
    page = visit(ALL_KINDS, width=360)
    small = page.evaluate("""() => [...document.querySelectorAll('.ws-button, .ws-option, .ws-number, textarea')]
        .map(each => [each.textContent.trim() || each.id, each.getBoundingClientRect()])
        .filter(([name, box]) => box.width && (box.height < 43.9 || box.width < 43.9)).map(([name]) => name)""")
    assert small == []


def test_the_keyboard_reaches_every_field_in_order(visit):
    page = visit(ALL_KINDS)
    wanted = page.evaluate("""() => [...new Set([...document.querySelectorAll('.ws-field')].map(each => each.name))]""")
    page.locator(".ws-field").first.focus()
    found = []
    for _ in range(len(wanted) + page.locator(".headerlink").count()):
        found += page.evaluate("[...document.querySelectorAll('.ws-field:focus')].map(each => each.name)")
        page.keyboard.press("Tab")
    assert found == wanted


def test_a_text_area_grows_with_the_answer(visit):
    page = visit(SHEET)
    field = page.locator("textarea.ws-field").first
    before = field.bounding_box()["height"]
    field.fill("\n".join(["line"] * 20))
    assert field.bounding_box()["height"] > before + 100
    assert field.evaluate("each => each.scrollHeight - each.clientHeight") <= 2


def test_progress_is_told_and_clearing_empties(visit):
    page = visit(SHEET)
    line = page.locator("[data-ws-progress]")
    assert line.is_hidden()
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    assert line.inner_text() == "1 of 7 filled"
    fill(page)
    assert line.inner_text() == "7 of 7 filled"
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Clear my answers").click()
    assert typed(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear my answers").click()
    assert typed(page) == 0
    assert line.is_hidden()


# ---- What stays, and what does not ----


def test_typing_stores_nothing_and_asks_nobody(visit, site):
    page = visit(SHEET)
    page.wait_for_load_state("networkidle")
    before = len(page.asked)
    fill(page)
    page.wait_for_timeout(200)
    assert page.evaluate(STORED) == NOTHING
    assert page.asked[before:] == []
    assert all(address.startswith(site) for address in page.asked)


def test_leaving_and_coming_back_shows_nothing(visit, site):
    page = visit(SHEET)
    fill(page)
    page.goto(f"{site}worksheets/")
    page.go_back()
    assert typed(page) == 0
    fill(page)
    # What a browser does before it keeps a page in memory for the Back button.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert typed(page) == 0


@pytest.mark.parametrize("how", ["link", "keyboard"])
def test_the_quick_way_out_leaves_nothing_behind(visit, site, how):
    page = visit("worksheets/")
    elsewhere = {"body": "<p>Weather</p>", "content_type": "text/html"}
    page.context.route("https://www.weather.com/**", lambda route: route.fulfill(**elsewhere))
    page.goto(site + SHEET)
    fill(page)
    page.locator("[data-ws-keep]").check()
    assert page.evaluate("Object.keys(localStorage).length") == 1
    with page.expect_navigation(url="https://www.weather.com/**"):
        if how == "link":
            page.locator("[data-gw-exit]").click()
        else:
            page.locator("textarea.ws-field").first.focus()
            for _ in range(3):
                page.keyboard.press("Shift")
    assert page.inner_text("body") == "Weather"
    page.go_back()
    assert page.url == f"{site}worksheets/"
    page.goto(site + SHEET)
    assert typed(page) == 0
    assert page.evaluate(STORED) == NOTHING


def test_capital_letters_are_not_the_way_out(visit, site):
    page = visit(SHEET)
    page.locator("textarea.ws-field").first.focus()
    for key in ("Shift+A", "Shift+B", "Shift+C", "Shift+D"):
        page.keyboard.press(key)
    assert page.url == site + SHEET
    assert page.locator("textarea.ws-field").first.input_value() == "ABCD"


def test_answers_are_kept_only_when_asked_and_not_for_ever(visit, site):
    page = visit(SHEET)
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    keep = page.locator("[data-ws-keep]")
    assert not keep.is_checked()
    assert page.locator("[data-ws-forget]").is_hidden()
    keep.check()
    page.reload()
    assert page.locator("textarea.ws-field").first.input_value() == WRITTEN
    assert keep.is_checked()
    # Another sheet knows nothing of it.
    page.goto(site + ALL_KINDS)
    assert typed(page) == 0
    assert not keep.is_checked()
    page.goto(site + SHEET)
    assert typed(page)
    days = page.evaluate("(JSON.parse(Object.values(localStorage)[0]).until - Date.now()) / 864e5")
    assert 6.9 < days <= 7
    page.get_by_role("button", name="Delete what is kept").click()
    assert page.evaluate(STORED) == NOTHING
    assert not keep.is_checked()
    keep.check()
    page.evaluate("""() => { const [key] = Object.keys(localStorage); const kept = JSON.parse(localStorage[key]);
        localStorage[key] = JSON.stringify({ ...kept, until: Date.now() - 1 }); }""")
    page.goto(f"{site}guides/")
    assert page.evaluate(STORED) == NOTHING


def test_clearing_empties_what_is_kept_too(visit):
    page = visit(SHEET)
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    page.locator("[data-ws-keep]").check()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear my answers").click()
    assert WRITTEN not in page.evaluate("JSON.stringify(localStorage)")


def test_a_link_out_of_a_half_filled_sheet_opens_beside_it(visit):
    page = visit(SHEET)
    fill(page)
    with page.context.expect_page() as opened:
        page.locator(".gw-related a").first.click()
    assert "/guides/" in opened.value.url
    assert typed(page)


def test_a_question_leads_to_the_sentence_it_comes_from(visit):
    page = visit(DERIVED)
    link = page.locator("a[data-evidence]").nth(1)
    # For all: the heading above it. Where the script runs: the words themselves.
    assert ":~:" not in link.get_attribute("href")
    words = unquote(link.get_attribute("data-evidence")).split(",")[0]
    link.click()
    page.wait_for_url("**/guides/**")
    page.wait_for_function(
        """words => {
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                if (walk.currentNode.data.includes(words)) {
                    const { top, bottom } = walk.currentNode.parentElement.getBoundingClientRect();
                    return top >= 0 && bottom <= innerHeight;
                }
            }
            return false;
        }""",
        arg=words,
    )


# ---- On paper ----


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_an_answer_of_forty_lines_is_printed_whole(visit, size):
    page = visit(SHEET)
    lines = [f"This is line {n} of forty." for n in range(1, 41)]
    page.locator("textarea.ws-field").nth(1).fill("\n".join(lines))
    text = "\n".join(printed(page, size))
    assert re.findall(r"This is line \d+ of forty\.", text) == lines


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_sheet_prints_with_title_and_page_numbers_and_without_furniture(visit, size):
    page = visit(ALL_KINDS)
    sheets = printed(page, size)
    for n, text in enumerate(sheets, 1):
        assert f"Page {n} of {len(sheets)}" in text
        assert "Our shared try-list" in text
        for furniture in ("Download PDF", "Clear my answers", "Leave", "Search", "Keep my answers"):
            assert furniture not in text
    assert "guides/things-to-try-together" in sheets[-1]
    # The second page of the sheet begins where its author has put a page break.
    assert "Put it in the week" not in sheets[0]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_foot_of_a_sheet_is_not_torn_in_large_print(visit, size):
    page = visit(SHEET)
    page.locator("[data-ws-large]").check()
    holding = [text for text in printed(page, size) if "The guide that goes with this sheet" in text]
    assert len(holding) == 1
    assert "Things to Try Together" in holding[0]


def test_discreet_prints_do_not_say_where_they_come_from(visit):
    page = visit(SHEET)
    fill(page)
    page.locator("[data-ws-discreet]").check()
    text = "\n".join(printed(page))
    assert WRITTEN in text
    for telling in ("Weekly check-in", "The Other Chair", "guidewright", "127.0.0.1", "afraid", "therapy"):
        assert telling not in text
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.title() == "Notes"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "Weekly check-in" in page.title()


def test_large_print_is_eighteen_points(visit):
    page = visit(SHEET)
    page.locator("[data-ws-large]").check()
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => ['.ws-label', '.ws-hint p', '.ws-option span', '.ws-ends', 'article > p']
        .map(each => parseFloat(getComputedStyle(document.querySelector(each) ?? document.body).fontSize))""")
    assert min(sizes) >= 23.9


# ---- Answers as a PDF file ----


def test_answers_are_saved_in_the_sheets_own_pdf(visit, site):
    page = visit(SHEET)
    first = page.locator("textarea.ws-field")
    first.nth(0).fill("Zażółć gęślą jaźń — “quoted”")
    first.nth(1).fill("\n".join(f"This is line {n} of forty." for n in range(1, 41)))
    first.nth(2).fill("نتحدث مساء الأحد 🙂")
    page.locator("input[type=checkbox].ws-field").first.check()
    page.locator("input[type=radio].ws-field").nth(6).check()
    assert not any("pdf-lib" in address for address in page.asked)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a PDF (A4)").click()
    assert download.value.suggested_filename == "answers.pdf"
    raw = download.value.path().read_bytes()
    with pikepdf.open(io.BytesIO(raw)) as file:
        assert file.check_pdf_syntax() == []
        values = {str(field.T): str(field.get("/V", "")) for field in file.Root.AcroForm.Fields}
        written = [field for field in file.Root.AcroForm.Fields if field.get("/FT") == "/Tx" and "/V" in field]
        # Every viewer shows what is drawn here, whether or not it can set these letters itself.
        assert all(b"Tj" in field.AP.N.read_bytes() for field in written)
        assert len(written) == 3
    names = [field.get_attribute("name") for field in first.all()[:3]]
    assert values[names[0]] == "Zażółć gęślą jaźń — “quoted”"
    assert values[names[1]].splitlines()[-1] == "This is line 40 of forty."
    assert values[names[2]] == "نتحدث مساء الأحد 🙂"
    assert sorted(values.values()).count("/Yes") == 1
    assert "/7" in values.values()
    told = page.locator("[data-ws-told]").inner_text()
    assert told.startswith("Saved as answers.pdf")
    assert "do not have these characters" in told
    assert "each: 🙂. " in told
    book = pypdfium2.PdfDocument(raw)
    book.init_forms()
    text = book[len(book) - 1].get_textpage().get_text_bounded()
    assert re.findall(r"This is line \d+ of forty\.", text) == [f"This is line {n} of forty." for n in range(1, 41)]
    assert page.evaluate(STORED) == NOTHING
    assert all(address.startswith((site, "blob:")) for address in page.asked)
    assert page.said == []


def saved(page, text):
    """Save one answer as a PDF; return what is told of it, the answer in the file, and the glyphs that draw it."""
    field = page.locator("textarea.ws-field").first
    field.fill(text)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a PDF (A4)").click()
    page.wait_for_function("document.querySelector('[data-ws-told]').textContent.includes('answers.pdf')")
    with pikepdf.open(download.value.path()) as file:
        found = {str(each.T): each for each in file.Root.AcroForm.Fields}[field.get_attribute("name")]
        strings = re.findall(rb"<([0-9A-F]+)> Tj", found.AP.N.read_bytes())
        value = str(found.V)
    glyphs = [code for string in strings for code in re.findall("....", string.decode())]
    return page.locator("[data-ws-told]").inner_text(), value, glyphs


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Zażółć gęślą jaźń, é, ƒ, Ελληνικά, русский, tiếng Việt", ""),
        ("نتحدث الساعة 12:30 (ربما) مع Robin Sample.", ""),
        ("אני עצוב (כן), 7 ימים. I know.", ""),
        ("Two lines\nand a\ttab", ""),
        ("I ❤️ you. 👩‍👩‍👧 你好 🙂🙂", "❤️ 👩‍👩‍👧 你 好 🙂"),
    ],
)
def test_letters_that_the_file_cannot_show_are_named(visit, text, lost):
    told, value, glyphs = saved(visit(SHEET), text)
    assert ("do not have" in told) is bool(lost)
    if lost:
        assert f"each: {lost}. " in told
    # The answer is in the file as it was typed, and each letter is drawn: 0000 is the glyph of what a font lacks.
    assert value == text.replace("\t", "    ")
    assert "0000" not in glyphs
    assert len(glyphs) >= len([c for c in text if c.isalnum()])


def test_what_cannot_be_saved_is_told(visit):
    page = visit(SHEET)
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    page.route("**/sheet-a4.pdf", lambda route: route.abort())
    page.get_by_role("button", name="Save my answers as a PDF (A4)").click()
    told = page.locator("[data-ws-told]")
    told.get_by_text("That did not work here.").wait_for()
    assert told.get_attribute("role") == "status"


# ---- Without a script, without a server ----


def test_what_is_typed_before_the_script_comes_stays(visit, site):
    page = visit("worksheets/")
    held = []
    page.route("**/worksheet.js", lambda route: held.append(route))  # noqa: PLW0108  # a builtin cannot be marked
    page.goto(site + SHEET, wait_until="commit")
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    held[0].continue_()
    page.locator("[data-ws-progress]").wait_for()
    assert page.locator("textarea.ws-field").first.input_value() == WRITTEN


def test_without_scripts_there_is_paper_and_a_way_out(visit):
    page = visit(SHEET, java_script_enabled=False)
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    assert page.locator(".ws-actions a").count() == 2
    assert page.get_by_role("button", name="Print").count() == 0
    assert page.locator("[data-gw-exit]").get_attribute("href").startswith("https://")
    assert page.locator(".ws-finish").is_hidden()
    assert WRITTEN in "\n".join(printed(page))


def test_it_works_from_a_folder_on_a_disk(visit, built):
    page = visit(SHEET)
    page.goto((built / SHEET / "index.html").as_uri())
    page.locator("textarea.ws-field").first.fill(WRITTEN)
    assert page.locator("[data-ws-progress]").inner_text() == "1 of 7 filled"
    assert WRITTEN in "\n".join(printed(page))
