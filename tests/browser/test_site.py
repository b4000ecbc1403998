"""What a reader meets: every link leads somewhere, nothing is stored or fetched elsewhere, everyone can use it."""

import urllib.error
import urllib.request
from collections import deque
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe

GUIDE = "guides/why-your-partner-refuses/"
SAFETY = "guides/when-it-is-not-safe/"
SHEET = "worksheets/weekly-check-in/"
MISSING = "guides/no-such-guide/"
STORES = """async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).map(each => each.name), caches: await caches.keys(),
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": []}


def fetch(address):
    """Return (status, text); the text is empty for what is not HTML."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  (our own server)
            kind = answer.headers.get_content_type()
            return answer.status, answer.read().decode("utf-8") if kind == "text/html" else ""
    except urllib.error.HTTPError as error:
        return error.code, ""


@pytest.fixture(scope="session")
def pages(site):
    """Every page that a reader can reach from the front page by following links: address -> parsed page."""
    found, waiting, seen, broken = {}, deque([(site, "")]), {site}, []
    while waiting:
        address, source = waiting.popleft()
        status, text = fetch(address)
        if status != 200:
            broken.append(f"{source} links to {address}: {status}")
            continue
        if not text:
            continue
        found[address] = tree = lxml.html.fromstring(text)
        for element, attribute, link, _ in tree.iterlinks():
            target = urldefrag(urljoin(address, link)).url
            if attribute in ("href", "src") and target.startswith(site) and target not in seen:
                if element.get("rel") == "canonical":
                    continue
                seen.add(target)
                waiting.append((target, address))
    assert not broken, "\n".join(broken)
    return found


def test_every_link_and_anchor_leads_somewhere(pages):
    assert len(pages) > 25
    lost = []
    for address, tree in pages.items():
        for link in tree.iterfind(".//a[@href]"):
            target, anchor = urldefrag(urljoin(address, link.get("href")))
            if target in pages and anchor and not pages[target].xpath("//*[@id=$id]", id=unquote(anchor)):
                lost.append(f"{address} links to {target}#{anchor}")
    assert not lost, "\n".join(lost)


def test_no_page_is_cut_off_from_the_links(built, site, pages):
    on_disk = {str(path.parent.relative_to(built)) for path in built.rglob("index.html")}
    assert {f"{site}{'' if folder == '.' else folder + '/'}" for folder in on_disk} <= set(pages)


def test_no_link_leaves_the_project_path(site, pages):
    for address, tree in pages.items():
        for _, _, link, _ in tree.iterlinks():
            absolute = urlsplit(urljoin(address, link))
            if absolute.netloc == urlsplit(site).netloc:
                assert absolute.path.startswith("/guidewright/"), f"{address}: {link}"


def test_every_page_keeps_to_itself(visit, site, pages):
    """No error in the console, no request to another host, nothing left in the browser's stores."""
    page = visit()
    for address in pages:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.said == [], address
        assert [url for url in page.asked if not url.startswith((site, "data:"))] == [], address
        assert page.evaluate(STORES) == NOTHING, address
        assert page.context.cookies() == [], address


@pytest.mark.parametrize("width", [390, 1280])
def test_search_finds_a_guide_and_keeps_nothing(visit, site, width):
    page = visit(width=width)
    if width < 960:
        page.click(".gw-search-icon")
    page.click(".md-search__input")
    page.keyboard.type("partner refuses therapy")
    first = page.locator(".md-search-result__link").first
    # Results come while the words are typed: those of the whole query are waited for.
    first.filter(has_text="Refuses Therapy").wait_for()
    first.click()
    page.wait_for_url("**/guides/**")
    assert [url for url in page.asked if not url.startswith(site)] == []
    assert page.evaluate(STORES) == NOTHING


def test_search_opens_by_keyboard_on_a_small_screen(visit):
    page = visit(width=390)
    page.locator(".gw-search-icon").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")


LOOKED_AT = ("", GUIDE, SAFETY, "guides/", "topics/", "topics/safety/", "about/", "worksheets/", SHEET, MISSING)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(visit, site, scheme, width):
    page = visit(width=width, scheme=scheme)
    for path in LOOKED_AT:
        page.goto(site + path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def test_axe_finds_no_barrier_in_search_results(visit):
    page = visit(GUIDE)
    page.click(".md-search__input")
    page.keyboard.type("boundaries")
    page.locator(".md-search-result__link").first.wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_scrolls_sideways(visit, pages, width):
    page = visit(width=width)
    for address in pages:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_ways_on_are_big_enough_to_hit(visit):
    """44 CSS pixels, as WCAG 2.5.5 asks, for what a thumb in a hurry goes for."""
    page = visit(width=360)
    for target in page.locator(".gw-header a, .gw-header button, .gw-choices li, .gw-search-open, .gw-footer a").all():
        box = target.bounding_box()
        if box and target.is_visible():
            assert min(box["height"], box["width"]) >= 44, target.evaluate("each => each.outerHTML")


@pytest.mark.parametrize(
    ("says", "leads"),
    [
        ("I am afraid of my partner", SAFETY),
        ("My partner says no", GUIDE),
        ("I want to go alone", "guides/going-to-therapy-alone/"),
        ("We cannot afford it", "guides/what-therapy-costs/"),
    ],
)
def test_front_page_takes_a_reader_to_the_guide_in_one_step(visit, says, leads):
    page = visit(width=360)
    page.get_by_role("link", name=says, exact=True).click()
    page.wait_for_url(f"**/{leads}")


def test_every_guide_says_first_that_safety_comes_first(site, pages):
    guides = {
        address: tree for address, tree in pages.items() if "/guides/" in address and not address.endswith("guides/")
    }
    assert len(guides) > 10
    for address, tree in guides.items():
        notice = tree.find_class("gw-safety")[0]
        links = [urljoin(address, link.get("href")) for link in notice.iter("a")]
        assert links == ([] if address == site + SAFETY else [site + SAFETY]), address
        headings = list(tree.find_class("md-content__inner")[0].iter("h1"))
        assert len(headings) == 1, address
        assert notice.getnext() is headings[0], address


def test_every_page_has_a_plain_way_out(pages):
    for address, tree in pages.items():
        ways = tree.xpath("//a[@data-gw-exit]")
        assert len(ways) == 1, address
        assert ways[0].get("href").startswith("https://"), address
        assert "Leave this page quickly" in " ".join(ways[0].text_content().split()), address


IN_REACH = """() => {
    const link = document.querySelector('[data-gw-exit]');
    const { x, y, width, height } = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


@pytest.mark.parametrize(("opens", "width"), [("menu", 320), ("menu", 800), ("search", 390), ("search", 1280)])
def test_the_way_out_is_in_reach_while_menu_or_search_is_open(visit, width, opens):
    page = visit(SHEET, width=width)
    page.evaluate("scrollTo(0, 1500)")
    button = page.locator(f".gw-{opens}{'-icon' if opens == 'search' else ''}")
    (button if button.is_visible() else page.locator(".md-search__input")).click()
    page.keyboard.type("quarrel")
    page.wait_for_function("document.querySelector('#__drawer:checked, #__search:checked')")
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)))")
    assert page.evaluate(IN_REACH)


def test_guides_can_be_read_without_scripts(visit):
    page = visit(GUIDE, width=360, java_script_enabled=False)
    page.locator("summary", has_text="In this guide").click()
    page.locator(".gw-contents a").first.click()
    assert "#" in page.url
    page.locator(".gw-menu").click()
    page.locator(".md-nav--primary").get_by_role("link", name="Topics").click()
    assert page.url.endswith("/topics/")


def test_missing_page_offers_search_topics_and_safety(visit):
    page = visit(MISSING, width=360)
    ways = [link.get_attribute("href") for link in page.locator(".md-content a").all()]
    assert "/guidewright/topics/" in ways
    assert f"/guidewright/{SAFETY}" in ways
    page.locator(".md-content .gw-search-open").click()
    page.wait_for_function("document.activeElement.matches('.md-search__input')")


def test_skip_link_is_the_first_stop_and_leads_to_the_text(visit):
    page = visit(GUIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    assert urlsplit(page.url).fragment == page.locator("h1").get_attribute("id")
