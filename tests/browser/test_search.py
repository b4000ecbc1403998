"""The search as readers use it: their words, their typing errors, their keys; from a server and from a folder."""

import gzip
import re
import shutil
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

SAFETY = "When it is not safe"
STORES = """async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).map(each => each.name), caches: await caches.keys(),
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": []}


def type_in(page, query):
    """Type a query and wait until its results stand, or the word that there are none."""
    page.fill(".md-search__input", "")
    page.wait_for_function("/own words/.test(document.querySelector('.md-search-result__meta').textContent)")
    page.fill(".md-search__input", query)
    page.wait_for_function("/found/.test(document.querySelector('.md-search-result__meta').textContent)")


def titles(page):
    return page.locator(".gw-hit__title").all_inner_texts()


@pytest.fixture(scope="module")
def home(browser, site):
    """A page of the site that several tests type into."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site}about/")
    yield page
    context.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("bounderies", "Setting Boundaries You Can Keep"),
        ("afair", "Trust After an Affair"),
        ("terapy costs", "What therapy costs"),
        ("my husbend refuses counceling", "Why Your Partner Refuses"),
        ("dealbreaker", "Is This a Deal Breaker?"),
        ("couples thearpy or indivdual", "Couples Therapy or Individual"),
        ("skeptic", "When You Are the Sceptic"),
        ("sceptics", "When You Are the Sceptic"),
        ("is he cheating", "Trust"),
        ("cant afford therapy", "Cost"),
        ("we only fight", "What to Do When You Only Fight"),
        ("bounda", "Boundaries"),
        ("BOUNDARIES", "Boundaries"),
        ("bóundàries", "Boundaries"),
        ("first sesion", "Your first couples session"),
    ],
)
def test_readers_words_find_the_page(home, query, found):
    type_in(home, query)
    assert any(found.lower() in title.lower() for title in titles(home)[:3]), titles(home)


@pytest.mark.parametrize(
    "query",
    [
        "he hits me", "afraid of my husband", "controls my phone", "scard of my wife", "abusiv husband", "hitting me",
        "my boyfriend reads all my messages", "she wont let me see my friends", "he choked me", "threatens to kill me",
        "domestic violence", "is this abuse", "not safe at home", "i am scared", "she never lets me go out",
        "i dont feel safe", "my dad hits my mum", "he grabbed my arm", "hes watching me", "my wife is agressive",
        "he throws stuff", "scared of what he will do", "nowhere to go", "male victim",
    ],
)  # fmt: skip
def test_danger_brings_the_safety_guide_first(home, query):
    type_in(home, query)
    assert titles(home)[0].startswith(SAFETY)


@pytest.mark.parametrize(
    "query",
    [
        "suicide", "want to die", "i want to end it all", "suicidle", "no way out", "self harm", "i took pills",
        "i wish i wasnt alive", "life isnt worth it", "cant go on living",
        "i cant do this anymore", "i cant go on",
    ],
)  # fmt: skip
def test_despair_brings_crisis_lines_first(home, query):
    type_in(home, query)
    first = home.locator(".gw-hit").first.inner_text()
    assert "Samaritans" in first
    assert "crisis line" in first or "116 123" in first


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("he has a bit on the side", "Trust"),
        ("skint", "What therapy costs"),
        ("we are just housemates now", "distance"),
        ("the magic has gone", "distance"),
        ("she brings up the past", "Fight"),
    ],
)
def test_a_way_of_speaking_finds_what_it_is_about(home, query, found):
    type_in(home, query)
    assert any(found in title for title in titles(home)[:2])


def test_a_topic_that_is_found_brings_the_guides_that_treat_it(home):
    """No word of this stands in the guide, and no rule names the guide."""
    type_in(home, "unheard")
    assert titles(home)[0] == "Resentment and distance"
    assert any("Working on Yourself" in title for title in titles(home))


def test_a_topic_that_is_found_brings_the_worksheets_on_it(home):
    type_in(home, "custody")
    assert {"Is This a Deal Breaker?", "Is this a deal breaker?"} <= set(titles(home))


@pytest.mark.parametrize("query", [
        "afraid of therapy", "what does therapy cost", "my partner refuses to go", "fight", "we hit rock bottom",
        "scared of commitment",
    ],
)  # fmt: skip
def test_other_trouble_is_not_taken_for_danger(home, query):
    type_in(home, query)
    assert not titles(home)[0].startswith(SAFETY)


def test_a_correction_is_told(home):
    type_in(home, "bounderies")
    assert home.locator(".md-search-result__meta").inner_text().endswith("Showing results for boundaries.")


def test_nothing_is_loaded_before_something_is_typed(visit, site, built):
    page = visit("about/")
    assert [url for url in page.asked if "/search/" in url or "engine" in url] == []
    page.asked.clear()
    page.click(".md-search__input")
    page.wait_for_timeout(300)
    assert [url for url in page.asked if not url.endswith("favicon.svg")] == []
    page.asked.clear()
    type_in(page, "my husbend refuses counceling")
    page.wait_for_load_state("networkidle")
    assert page.asked
    assert all(url.startswith(site) for url in page.asked)
    files = [built / urlsplit(url).path.removeprefix("/guidewright/") for url in page.asked]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 250_000


def test_what_is_typed_stays_in_the_field(visit):
    page = visit("about/")
    type_in(page, "zebracrossing afraid of my husband")
    assert not [url for url in page.asked if "zebra" in unquote(url) or "husband" in unquote(url)]
    assert page.evaluate(STORES) == NOTHING
    assert page.context.cookies() == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/guides/**")
    assert "zebra" not in page.url
    assert page.evaluate(STORES) == NOTHING


def test_search_works_from_a_folder_without_a_server(browser, built, tmp_path):
    folder = tmp_path / "a copy"
    shutil.copytree(built, folder)
    page = browser.new_context().new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "about" / "index.html").as_uri())
    type_in(page, "bounderies")
    assert "Boundaries" in titles(page)[0]
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/index.html*")
    assert "oundar" in page.locator("h1").inner_text()
    assert [line for line in said if "search" in line] == []
    page.context.close()


def test_results_lead_to_the_section(visit):
    page = visit("about/")
    type_in(page, "is it private")
    page.locator(".md-search-result__link", has_text="Is it private?").first.click()
    page.wait_for_url("**/your-first-session/#is-it-private")


def test_keys_open_lead_and_close(visit):
    page = visit("about/")
    field = page.locator(".md-search__input")
    for key in ("/", "s", "f"):
        page.locator("h1").click()
        page.keyboard.press(key)
        page.wait_for_function("document.activeElement.matches('.md-search__input')")
        assert field.input_value() == ""
        page.keyboard.press("Escape")
        assert not page.is_checked("#__search")
    page.keyboard.press("/")
    page.keyboard.type("boundaries")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelector('.md-search-result__link')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.matches('.md-search__input')")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    assert page.evaluate("!document.activeElement.closest('.gw-search')")


def test_enter_takes_the_first_result_even_before_it_is_shown(visit):
    page = visit("about/")
    page.keyboard.press("/")
    page.keyboard.insert_text("what therapy costs")
    page.keyboard.press("Enter")
    page.wait_for_url("**/what-therapy-costs/**")


def test_letters_typed_into_fields_are_letters(visit):
    page = visit("about/")
    page.evaluate("document.querySelector('h1').append(document.createElement('textarea'))")
    page.locator("h1 textarea").focus()
    page.keyboard.type("fs/")
    assert page.locator("h1 textarea").input_value() == "fs/"
    assert not page.is_checked("#__search")


def test_kinds_leave_out_the_others(home):
    type_in(home, "boundaries")
    every = home.locator(".gw-hit__where").all_inner_texts()
    assert len({each.partition(":")[0] for each in every}) > 1
    home.get_by_role("radio", name="Topics").check(force=True)
    home.wait_for_function(
        "[...document.querySelectorAll('.gw-hit__where')].every(each => each.textContent === 'Topic')"
    )
    assert titles(home)[0] == "Boundaries"
    home.get_by_role("radio", name="All").check(force=True)
    home.wait_for_function("document.querySelectorAll('.gw-hit__where').length > 1")


def test_nothing_found_offers_topics_and_safety(visit):
    page = visit("about/")
    type_in(page, "xqzvwk")
    assert page.locator(".md-search-result__meta").inner_text() == "Nothing found."
    ways = page.locator(".gw-search-none a")
    assert ways.filter(has_text="All topics").is_visible()
    ways.filter(has_text="I am afraid of my partner").click()
    page.wait_for_url("**/guides/when-it-is-not-safe/")


def test_removed_lines_cannot_be_found(built):
    """Comments under an article and the furniture of its page are in no file of the index."""
    index = b"".join(path.read_bytes() for path in (built / "search").rglob("*.js"))
    for removed in (b"Post a Comment", b"Spamnix", b"Springford", b"parrots"):
        assert removed not in index


def test_words_of_pages_go_in_as_text(visit):
    """What looks like markup in a page's file is shown, and does nothing."""
    page = visit("about/")
    page.route(
        "**/search/p/*.js*",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body=route.fetch().text().replace("Boundaries", r"\u003cimg src=x onerror=alert(1)>"),
        ),
    )
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    type_in(page, "boundaries")
    assert "<img src=x" in page.locator(".md-search-result__list").inner_text()
    assert page.locator(".md-search-result__list img").count() == 0
    assert asked == []


def test_a_kept_index_of_an_older_build_is_renewed(visit):
    page = visit("about/")
    first = []

    def older(route):
        """Give the first index the mark of another build."""
        body = route.fetch().text()
        if not first:
            first.append(route.request.url)
            body = body.replace('"index","', '"index","0123456789', 1)
        route.fulfill(content_type="text/javascript", body=body)

    page.route("**/search/index.js*", older)
    type_in(page, "boundaries")
    assert first
    assert "Boundaries" in titles(page)[0]


def test_examples_are_renewed_with_the_index(visit):
    """Pages have other numbers in a new build, and examples name pages by number."""
    page = visit("about/")
    asked, older = [], []

    def once_older(route):
        body = route.fetch().text()
        if not older:
            older.append(route.request.url)
            body = re.sub(r'",\s*"\w{10}"', '","0123456789"', body, count=1)
        route.fulfill(content_type="text/javascript", body=body)

    page.on("request", lambda request: asked.append(request.url) if "/search/asked.js" in request.url else None)
    type_in(page, "boundaries")
    page.route("**/search/w/*.js*", once_older)
    type_in(page, "custody")
    assert older
    assert len(asked) == 2
    assert "Deal Breaker" in " ".join(titles(page))


def test_a_failed_load_is_told_and_tried_again(visit):
    page = visit("about/")
    page.route("**/search/index.js*", lambda route: route.abort())
    page.fill(".md-search__input", "boundaries")
    page.wait_for_function("/cannot be loaded/.test(document.querySelector('.md-search-result__meta').textContent)")
    assert page.locator(".gw-search-none a", has_text="All topics").is_visible()
    page.unroute("**/search/index.js*")
    type_in(page, "boundaries")
    assert titles(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["bounderies", "xqzvwk"])
def test_axe_finds_no_barrier(visit, query, scheme, width):
    page = visit("about/", width=width, scheme=scheme)
    if width < 960:
        page.click(".gw-search-icon")
    type_in(page, query)
    page.wait_for_timeout(400)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_search_can_be_left_on_a_small_screen(visit):
    page = visit("about/", width=360)
    page.click(".gw-search-icon")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.gw-search-icon')")
    assert not page.is_checked("#__search")


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_way_out_stays_in_reach_while_the_search_is_open(visit, width):
    page = visit("about/", width=width)
    if width < 960:
        page.click(".gw-search-icon")
    type_in(page, "i am scared")
    page.wait_for_timeout(400)
    at_its_middle = """() => {
        const way = document.querySelector("[data-gw-exit]");
        const { left, top, width, height } = way.getBoundingClientRect();
        return way.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }"""
    assert page.evaluate(at_its_middle)
    field = page.locator(".md-search__form").bounding_box()
    way = page.locator("[data-gw-exit]").bounding_box()
    # The field stands beside it, or below it over the whole width.
    beside = field["x"] + field["width"] <= way["x"]
    below = field["y"] >= way["y"] + way["height"]
    assert beside or (below and field["width"] == width)


def test_a_number_to_call_stands_in_every_result_that_has_one(home):
    type_in(home, "suicide")
    said = home.locator(".gw-hit").all_inner_texts()
    assert sum("116 123" in each for each in said) >= 4
