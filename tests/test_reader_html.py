from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growth import MOST, growth
from guidewright import article
from guidewright.model import Kind, Line, MarkKind, Metadata, Page, Source
from guidewright.readers import html
from guidewright.writers import markdown


def page(markup: str | bytes, **said: str) -> Page:
    raw = markup if isinstance(markup, bytes) else markup.encode()
    return html.read(Source("page.html", raw, ".html", Metadata(**said)))


def lines(markup: str | bytes, **said: str) -> tuple[Line, ...]:
    return page(markup, **said).lines


def says(markup: str | bytes) -> list[str]:
    return [line.says for line in lines(markup)]


def kinds(markup: str) -> list[tuple[str, str, int, int | None]]:
    return [(line.says, str(line.where.kind), line.where.level, line.where.number) for line in lines(markup)]


# --- lines


def test_a_paragraph_is_one_line_with_its_white_space_collapsed() -> None:
    assert says("<p>One\n  two&nbsp;<b>three</b>,\tfour</p>\n<p> five </p>") == ["One two three, four", "five"]


def test_inline_elements_do_not_part_a_word() -> None:
    assert says("<p><b>W</b>ord and H<sub>2</sub>O</p>") == ["Word and H2O"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("10<sup>6</sup> jars, 10<sup>-3</sup> too", "10⁶ jars, 10⁻³ too"),
        ("5 km<sup>2</sup> and x<sup>2</sup>, (a+b)<sup>2</sup>", "5 km² and x², (a+b)²"),
        ("in 2019<sup><a href='#n'>3</a></sup> and 2020<sup>4</sup>", "in 2019³ and 2020⁴"),
        ("1010<sub>2</sub> and H<sub>2</sub>O", "1010₂ and H2O"),
        ("the 19<sup>th</sup>, a year<sup>2</sup>, 10 <sup>6</sup>", "the 19th, a year2, 10 6"),
        ("<ruby>瓶<rp>(</rp><rt>bin</rt><rp>)</rp></ruby> it is", "瓶(bin) it is"),
        (
            (
                "so <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>"
                "<annotation>E=mc^2</annotation></math> holds"
            ),
            "so E=mc² holds",
        ),
        (
            "<math><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>=</mo><msup><mi>e</mi><mi>x</mi></msup></math> is",
            "a/b=e^x is",
        ),
    ],
)
def test_powers_formulas_and_ruby_stand_in_their_line_and_change_no_number(markup: str, said: str) -> None:
    assert says(f"<p>{markup}</p>") == [said]


def test_an_address_and_a_table_stay_whole() -> None:
    said = "The kitchen light stays on until ten, and both of them know that the talk ends when it goes out."
    markup = (
        f"<article><h1>What a jar costs</h1><p>{said * 2}</p><table><caption>Table 1: jars and what they cost</caption>"
        "<tr><th>Jar<th>Price<th>Holds<tr><td>Small<td>£2<td>10 slips<tr><td>Large<td>£5<td>40 slips</table>"
        f"<p>{said}</p><p>You find the shop here:</p>"
        f"<address>The Jar Shop<br>1 Example Road<br>Springford SP1 2AB</address><p>{said * 2}</p></article>"
    )
    guide = article.build(Source("jar.html", markup.encode(), ".html")).guide
    assert [block.text for block in guide.blocks if block.breaks or block.text.startswith("Table")] == [
        "Table 1: jars and what they cost",
        "The Jar Shop\n1 Example Road\nSpringford SP1 2AB",
    ]


def test_a_poem_keeps_its_breaks_in_a_short_last_stanza_too() -> None:
    markup = (
        "<article><h1>What the House Said</h1>"
        "<p>Come in, said the door,<br>you are wet to the bone.<br>Sit down, said the chair.</p>"
        "<p>And the lamp said not much.<br>It just shone.</p></article>"
    )
    guide = article.build(Source("house.html", markup.encode(), ".html")).guide
    assert guide.blocks[-1].text == "And the lamp said not much.\nIt just shone."
    assert guide.blocks[-1].breaks


def test_links_side_by_side_stay_apart_and_a_torn_link_stays_one_word() -> None:
    assert says("<p><a href=/a>Home</a><a href=/b>Blog</a></p>") == ["Home Blog"]
    assert says("<p><a href=/a>th</a><a href=/a>erapy</a></p>") == ["therapy"]


def test_a_break_splits_a_line_and_two_end_the_paragraph() -> None:
    found = lines("<p>12 High Street<br>Springford<br><br>Ring twice</p><p>Next</p>")
    assert [(line.says, line.where.continues) for line in found] == [
        ("12 High Street", False),
        ("Springford", True),
        ("Ring twice", False),
        ("Next", False),
    ]


def test_the_title_is_a_line_and_programs_are_not() -> None:
    markup = (
        "<title>Calm</title><style>p{}</style><body><script>var a = '<p>no</p>'</script><template>no</template><p>yes"
    )
    assert says(markup) == ["Calm", "yes"]


def test_hidden_elements_are_lines_and_their_path_tells() -> None:
    markup = '<div hidden>a</div><p style="color:red; display: none">b</p><p aria-hidden="true">c</p><p>d</p>'
    hidden = {line.says: "[hidden]" in line.where.path for line in lines(markup)}
    assert hidden == {"a": True, "b": True, "c": True, "d": False}


def test_the_path_names_all_elements_around_the_whole_line() -> None:
    markup = '<div id="page" class="site wide"><article class="post"><p><span class="byline">By <a>Robin</a></span></p>'
    assert lines(markup)[0].where.path == "html/body/div#page.site.wide/article.post/p/span.byline"
    assert lines("<p>Read <span class=more>more</span></p>")[0].where.path == "html/body/p"


def test_the_path_has_no_id_that_is_a_heading_s_words() -> None:
    for markup, name in (
        ('<section id="books-to-share" class="level2"><h2>Books to Share</h2>x</section>', "section.level2"),
        ('<div class="section" id="what-we-share-2"><h2>What We Share</h2>x</div>', "div.section"),
        ('<div id="sign-up-for-news"><h2>Sign up for news</h2>x</div>', "div#sign-up-for-news"),
        ('<div id="books-to-share" class="level2"><p>Books to share</p>x</div>', "div#books-to-share.level2"),
    ):
        assert lines(markup)[-1].where.path == f"html/body/{name}"


def test_the_path_names_roles_and_properties_and_no_odd_class() -> None:
    path = lines('<div role="navigation" itemprop="author" class="md:flex w-1/2 nav">x</div>')[0].where.path
    assert path == "html/body/div.nav[role=navigation][itemprop=author]"


def test_link_density_is_the_share_of_characters_in_links() -> None:
    found = lines('<p><a href="x">1234</a> 678</p><p><a href="#top">All</a></p><p>None</p>')
    assert [line.where.link_density for line in found] == [0.5, 1.0, 0.0]


# --- what the markup says


def test_headings_lists_quotes_and_code() -> None:
    markup = """
    <h2>Head</h2>
    <ul><li>one<ul><li>deep</li></ul></li><li><p>two</p><p>more of two</p></li></ul>
    <ol start="3"><li>three</li><li value="7">seven</li><li>eight</li></ol>
    <blockquote><p>said</p><blockquote>within</blockquote></blockquote>
    """
    assert kinds(markup) == [
        ("Head", "heading", 2, None),
        ("one", "item", 1, None),
        ("deep", "item", 2, None),
        ("two", "item", 1, None),
        ("more of two", "paragraph", 1, None),
        ("three", "item", 1, 3),
        ("seven", "item", 1, 7),
        ("eight", "item", 1, 8),
        ("said", "quote", 1, None),
        ("within", "quote", 2, None),
    ]


@pytest.mark.parametrize(
    "heading", ['When<a href="#when">#</a>', '<a href="#when">¶</a>When', 'When <a href="#when">🔗</a>']
)
def test_the_sign_that_leads_to_a_heading_is_no_part_of_it(heading: str) -> None:
    found = lines(f'<h2 id="when">{heading}</h2><p>See below.</p>')
    assert [line.says for line in found if line.where.kind is Kind.HEADING] == ["When"]
    assert len(found) == 3


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    found = lines("<pre><code>if x:\n    y()\n\nz()</code></pre>")
    assert [(line.says, line.where.continues) for line in found] == [
        ("if x:", False),
        ("    y()", True),
        ("", True),
        ("z()", True),
    ]
    assert {line.where.kind for line in found} == {Kind.CODE}


def test_cells_have_coordinates_with_spans_counted() -> None:
    markup = """
    <table><caption>Costs</caption><tr><th>Where</th><th colspan="2">Fee</th></tr>
    <tr><td rowspan="2">Town</td><td>40</td><td>50</td></tr><tr><td>41</td><td>51</td></tr></table>
    """
    cells = {line.says: line.where.cell for line in lines(markup)}
    assert cells == {
        "Costs": None, "Where": (0, 0, 0), "Fee": (0, 0, 1), "Town": (0, 1, 0), "40": (0, 1, 1), "50": (0, 1, 2),
        "41": (0, 2, 1), "51": (0, 2, 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>only one row</td><td>of two</td></tr></table>",
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td><h2>Title</h2></td><td>b</td></tr><tr><td>c<td>d</table>",
        "<table><tr><td>" + "prose " * 200 + "</td><td>b</td></tr><tr><td>c<td>d</table>",
        "<table><tr><td>a<td>b<tr><td>c<td><table><tr><td>x</td></tr></table></table>",
    ],
)
def test_a_table_that_lays_out_the_page_has_no_cells(table: str) -> None:
    assert {line.where.cell for line in lines(table)} == {None}


def test_what_stands_in_a_row_and_in_no_cell_stands_in_its_first() -> None:
    found = lines("<table><tr>Stray</tr><tr><td>one<td>two<tr><td>three<td>four<tr>late<td>five<td>six</table>")
    assert [(line.says, line.where.cell and line.where.cell[1:]) for line in found] == [
        ("Stray", (0, 0)),
        ("one", (1, 0)),
        ("two", (1, 1)),
        ("three", (2, 0)),
        ("four", (2, 1)),
        ("late", (3, 0)),
        ("five", (3, 0)),
        ("six", (3, 1)),
    ]


def test_images_have_their_alternative_text_and_address() -> None:
    markup = (
        '<p>Before <img src="/a.png" alt="two chairs"> after</p>'
        '<figure><img src="b.png"><figcaption>Cap</figcaption></figure>'
    )
    found = lines(markup, url="https://example.org/guides/x")
    assert [(line.says, str(line.where.kind), line.where.target) for line in found] == [
        ("Before after", "paragraph", ""),
        ("two chairs", "image", "https://example.org/a.png"),
        ("", "image", "https://example.org/guides/b.png"),
        ("Cap", "paragraph", ""),
    ]


# --- marks


def test_marks_count_the_characters_of_the_line() -> None:
    line = lines('<p>See  <a href="https://example.org/x">the <em>whole</em> page</a> and <b>rest</b>.</p>')[0]
    assert [(line.says[mark.start : mark.end], mark.kind, mark.target) for mark in line.marks] == [
        ("the whole page", MarkKind.LINK, "https://example.org/x"),
        ("whole", MarkKind.EMPHASIS, ""),
        ("rest", MarkKind.STRONG, ""),
    ]


def test_a_mark_goes_on_over_a_break() -> None:
    found = lines("<p><b>one<br>two</b> three</p>")
    assert [[(mark.start, mark.end) for mark in line.marks] for line in found] == [[(0, 3)], [(0, 3)]]


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " JaVaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "#top", "",
     "java\nscript:alert(1)", "https://", "http://[bad", "//"],
)  # fmt: skip
def test_only_web_and_mail_addresses_become_links(href: str) -> None:
    (line,) = lines(f'<p><a href="{href}">here</a></p>', url="https://example.org/")
    assert line.says == "here"
    assert not line.marks


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("/a/b", "https://example.org/a/b"),
        ("../c", "https://example.org/c"),
        ("//other.example/d", "https://other.example/d"),
        ("?q=1", "https://example.org/guides/x?q=1"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"),
    ],
)
def test_links_are_made_absolute(href: str, target: str) -> None:
    (line,) = lines(f'<p><a href="{href}">here</a></p>', url="https://example.org/guides/x")
    assert [mark.target for mark in line.marks] == [target]


@pytest.mark.parametrize(
    "head",
    [
        '<base href="https://example.org/guides/">',
        '<link rel="canonical" href="https://example.org/guides/x">',
        '<meta property="og:url" content="https://example.org/guides/x">',
        "<!-- saved from url=(0029)https://example.org/guides/x -->",
    ],
)
def test_the_page_says_what_its_links_are_relative_to(head: str) -> None:
    assert lines(f'{head}<p><a href="y">here</a></p>')[0].marks[0].target == "https://example.org/guides/y"


# --- what the page states


def test_json_ld_comes_before_open_graph_and_meta() -> None:
    found = page(
        """<html lang="de"><head><title>Ruhe bewahren - Springford</title>
        <meta property="og:title" content="Ruhe | Springford"><meta name="author" content="Wrong">
        <meta property="og:site_name" content="Springford"><link rel="canonical" href="https://example.org/ruhe">
        <script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#ada", "name": "Ada Sample"},
        {"@type": ["BlogPosting"], "headline": "Ruhe bewahren", "author": {"@id": "#ada"},
        "datePublished": "2019-04-03T18:20:00+01:00", "license": "https://creativecommons.org/licenses/by-sa/4.0/"}]}
        </script></head><body><p>Text</p>""",
    )
    assert dict(found.found) == {
        "title": "Ruhe bewahren", "author": "Ada Sample", "published": "2019-04-03", "publisher": "Springford",
        "licence": "CC BY-SA 4.0", "language": "de", "url": "https://example.org/ruhe",
    }  # fmt: skip
    assert (found.title, found.language) == ("Ruhe bewahren", "de")


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ('<meta name="date" content="2999-13-45">', None),
        ('<meta name="date" content="0000-00-00"><meta name="pubdate" content="May 6, 2023">', "2023-05-06"),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "6. Mai 2023"}</script>',
            "2023-05-06",
        ),
    ],
)
def test_a_stated_date_is_a_day_that_the_calendar_has(head: str, stated: str | None) -> None:
    assert dict(page(f"<head>{head}</head><p>Text</p>").found).get("published") == stated


@pytest.mark.parametrize(
    ("page_s", "language"),
    [
        ('lang="en-GB"><meta name="language" content="de"', "en-GB"),
        ('lang="utf-8"><meta property="og:locale" content="en_US"', "en_US"),
        ('lang=""><meta http-equiv="Content-Language" content="text/html; charset=utf-8"', None),
    ],
)
def test_a_stated_language_is_one(page_s: str, language: str | None) -> None:
    assert dict(page(f"<html {page_s}><body><p>Text</p>").found).get("language") == language


def test_entities_in_json_ld_are_the_letters_they_stand_for() -> None:
    found = page(
        '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ada &amp;amp; Bo"}}</script>'
    )
    assert dict(found.found)["author"] == "Ada & Bo"


@pytest.mark.parametrize("around", ["article", "aside"])
def test_author_and_date_are_taken_from_the_line_that_a_theme_marks(around: str) -> None:
    line = (
        '<div class="entry-meta"><span class="author">By Ada Sample</span> <time class="updated" datetime="2024-01-01">'
    )
    line += 'later</time> <time datetime="2023-05-06T10:00:00+00:00">May 6, 2023</time></div>'
    found = dict(page(f"<{around}>{line}<p>Text</p></{around}>").found)
    assert (found.get("author"), found.get("published")) == (
        ("Ada Sample", "2023-05-06") if around == "article" else (None, None)
    )


SAID = "Most weeks there is a pot on the stove that nobody has looked at since Sunday, and that is what makes it good."
PROSE = f"<p>{SAID}</p><p>Once more: {SAID}</p><p>And again: {SAID}</p>"
BYLINES = {
    '<p class="byline">By Owen Marsh</p>': "Owen Marsh",
    '<p class="by-line">Written by Owen Marsh, PhD</p>': "Owen Marsh",
    '<div class="author vcard"><a href="/o">Owen van der Marsh</a></div>': "Owen van der Marsh",
    '<div class="post-author">Ève O’Marsh and Jo Sample</div>': "Ève O’Marsh and Jo Sample",
    '<div class="meta">May 3, 2019 by <a href="/o">Owen Marsh</a> | 3 comments</div>': "Owen Marsh",
    '<p class="autor author">Von Uwe Müller</p>': "Uwe Müller",
    '<p><a rel="author" href="/o">By Owen Marsh</a></p>': "Owen Marsh",
    '<p class="post-author"><a href="/o">View All Posts</a></p>': None,
    '<p class="post-author">Guest Author</p>': None,
    '<p class="byline">By Owen</p>': None,
    '<p class="meta">Family Talk</p>': None,
    '<blockquote><p class="author">Owen Marsh</p></blockquote>': None,
    '<div class="related"><p class="byline">By Owen Marsh</p></div>': None,
}


@pytest.mark.parametrize(("markup", "author"), BYLINES.items())
def test_the_author_is_taken_from_what_a_theme_calls_so_where_no_metadata_names_one(
    markup: str, author: str | None
) -> None:
    article = f"<article><h1>A pot on the stove</h1>{markup}{PROSE}</article>"
    assert dict(page(article).found).get("author") == author
    stated = '<meta name="author" content="Ada Sample">'
    assert dict(page(stated + article).found)["author"] == "Ada Sample"


def test_who_wrote_what_stands_below_the_article_is_not_its_author() -> None:
    teaser = '<div class="next"><a href="/n">Soup</a><p class="byline">By Owen Marsh</p></div>'
    article = f"<article><h1>A pot on the stove</h1>{PROSE}</article>"
    assert "author" not in dict(page(article + teaser).found)
    quoted = '<p class="author">Owen Marsh</p>'
    assert "author" not in dict(page(article.replace("<p>And", f"{quoted}<p>And")).found)


WINDOW = "<html><head><title>{}</title></head><body><h2>Part</h2><p>Text</p></body></html>"


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("A jar on the shelf - Site", "A jar on the shelf"),
        ("A jar on the shelf – Springford House", "A jar on the shelf"),
        ("A jar on the shelf - a guide for two", "A jar on the shelf - a guide for two"),
        ("Jars - Shelves", "Jars - Shelves"),
        ("A jar - on the shelf - Is It Yours?", "A jar - on the shelf - Is It Yours?"),
    ],
)
def test_the_name_of_a_site_is_cut_off_a_title_that_only_the_window_states(window: str, title: str) -> None:
    assert page(WINDOW.format(window)).title == title
    heading = f"<h1>{window}</h1>"
    assert page(WINDOW.format(window).replace("<h2>", f"{heading}<h2>")).title == window


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_links_to_pages_of_a_site_that_nothing_names_are_told(ending: str) -> None:
    said = "Most couples who talk at a set hour say that the week gets easier for both, and that the hour stays short."
    markup = (
        f"<article><h1>A Set Hour</h1><p>{said}</p><p>{said} <a href='/jar'>About the jar</a>, <a href='#x'>too</a>."
    )
    markup += f"<p><a href='mailto:a@b.example'>Ask</a> or <a href='HTTP://B.example/c'>see</a>. {said}</p></article>"
    text = f"# A Set Hour\n\n{said}\n\n{said} [About the jar](jar.md), [too](#x).\n\n[See](HTTP://B.example/c) it.\n"
    raw = (markup if ending == ".html" else text).encode()
    outcome = article.build(Source(f"hour{ending}", raw, ending))
    (notice,) = outcome.notices
    assert not notice.error
    assert "links to pages of its own site (1 lines)" in notice.text
    assert "About the jar" in next(each.line.says for each in outcome.verdicts if each.line.number == notice.line)
    targets = {mark.target for block in outcome.guide.blocks for mark in block.marks}
    assert "http://B.example/c" in targets
    said_so = Source(f"hour{ending}", raw, ending, Metadata(url="https://a.example/hour"))
    assert article.build(said_so).notices == ()


def test_a_licence_link_of_the_body_counts() -> None:
    markup = '<p>Text <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">free to share</a></p>'
    assert dict(page(markup).found)["licence"] == "CC BY 4.0"


def test_the_heading_s_wording_wins_over_the_window_s() -> None:
    markup = "<title>How to listen | Springford Counselling</title><h1>Springford</h1><h1>How to <i>listen</i></h1><p>x"
    assert page(markup).title == "How to listen"


@pytest.mark.parametrize(
    "window",
    [
        "The Second Kettle: Soup, and the uses of neglect",
        "The Second Kettle » Blog Archive » Soup, and the uses of neglect",
        "Soup, and the uses of neglect - The Second Kettle",
    ],
)
@pytest.mark.parametrize("level", [2, 3])
@pytest.mark.parametrize("name", ["The Second Kettle", "Tea at Four"])
def test_a_post_s_heading_is_the_title_and_not_its_blog_s_name(window: str, level: int, name: str) -> None:
    window = window.replace("The Second Kettle", name)
    said = (
        "Most weeks there is a pot on the stove that nobody has looked at since Sunday, and that is what makes it good."
    )
    post = f"<h{level}>Soup, and the uses of neglect</h{level}><p>{said}</p><p>{said}</p>"
    markup = f"<title>{window}</title><h1>{name}</h1>{post}"
    assert page(markup).title == "Soup, and the uses of neglect"
    # A heading far below, of a sidebar, is none.
    title = "<h1>Soup, and the uses of neglect</h1>"
    markup = f"<title>{window}</title>{title}<p>{said}</p><h{level}>The Second Kettle</h{level}<p>About us</p>"
    assert page(markup).title == "Soup, and the uses of neglect"


def test_an_editor_s_title_wins() -> None:
    assert page("<title>A</title><h1>A</h1>", title="B").title == "B"


@pytest.mark.parametrize(
    "data", ["{", '["a"', "[" * 100_000, '{"@type": "Article", "author": 5, "headline": ["x"]}', "null"]
)
def test_broken_json_ld_states_nothing(data: str) -> None:
    found = page(f'<script type="application/ld+json">{data}</script><p>Text')
    assert [line.says for line in found.lines] == ["Text"]
    assert found.found == ()


# --- encodings


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<p>naïve – “so”".encode(), "naïve – “so”"),
        ("\ufeff<p>naïve".encode(), "naïve"),
        ("\ufeff<p>naïve".encode("utf-16-le"), "naïve"),
        (b'<meta charset="iso-8859-1"><p>' + "naïve – “so”".encode("cp1252"), "naïve – “so”"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'
            + "Привет".encode("cp1251"),
            "Привет",
        ),
        (b'<meta charset="utf-16"><p>plain', "plain"),
        (b'<meta charset="nonsense"><p>' + "naïve".encode(), "naïve"),
        (
            b'<meta charset="utf-8"><p>' + "so weiß müßte größer für äöü".encode() + b" \x96 x",
            "so weiß müßte größer für äöü – x",
        ),
        (b'<meta charset="shift_jis"><p>' + "日本語".encode("shift_jis"), "日本語"),
        (b"<p>caf\xe9", "café"),
    ],
)
def test_encodings(raw: bytes, expected: str) -> None:
    assert says(raw) == [expected]


def test_mojibake_is_mended_and_the_source_s_letters_stay_beside_it() -> None:
    (line,) = lines("<p>It isnâ€™t <b>cafÃ©</b> time</p>")
    assert (line.text, line.says, line.repair) == ("It isnâ€™t cafÃ© time", "It isn’t café time", "mojibake")
    assert line.says[line.marks[0].start : line.marks[0].end] == "café"


# --- whatever comes


@given(st.binary(max_size=400))
@example(b"")
@example(b"\0")
@example(b"<!---->")
@example(b"<p>\xff\xfe")
@example(b"<" * 50)
def test_of_any_bytes(raw: bytes) -> None:
    found = lines(raw)
    assert [line.number for line in found] == list(range(1, len(found) + 1))


TAGS = [
    "p",
    "div",
    "b",
    "a",
    "span",
    "h2",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
    "em",
    "section",
    "figure",
    "button",
    "label",
    "option",
    "x-card",
    "noscript",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "svg",
    "br",
    "img",
]
soup = st.lists(
    st.one_of(
        st.integers(0, 9999).map(lambda n: f" w{n} "),
        st.sampled_from(TAGS).map(lambda tag: f"<{tag} class=c>"),
        st.sampled_from((*TAGS, "html", "body", "head")).map(lambda tag: f"</{tag}>"),
    ),
    max_size=80,
)


@given(soup)
def test_every_text_node_is_there_in_order(parts: list[str]) -> None:
    found = lines("<html><body>" + "".join(parts) + "</body></html>")
    words = [part.strip() for part in parts if not part.startswith("<")]
    assert " ".join(line.says for line in found).split() == words
    for line in found:
        for mark in line.marks:
            assert 0 <= mark.start < mark.end <= len(line.says)


def test_what_stands_behind_the_end_of_the_page_is_read_as_browsers_do() -> None:
    early = "<html><body><p>Menu</p></HTML ><!-- end of header --><div><p>The hour</p></body></html>\nTail"
    assert [line.says for line in lines(early) if line.says] == ["Menu", "The hour", "Tail"]


def test_a_page_nested_too_deep_for_a_tree_keeps_its_words() -> None:
    markup = "<div>" * 30_000 + "<p>deep &amp; quiet</p>" + "<script>no</script><b>rest</b>"
    assert says(markup) == ["deep & quiet", "rest"]


AWKWARD = {
    "headings": lambda n: "<h2>x</h2>" * n,
    "deep": lambda n: "<div>" * n + "x",
    "open emphasis": lambda n: "<b>" * 1000 + "<p>x" * n,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">x",
    "one attribute": lambda n: "<p class='" + "x " * n * 20 + "'>x",
    "one line": lambda n: "<p>" + "word " * n * 20,
    "spaces": lambda n: "<p>x" + " " * n * 50 + "y",
    "cells": lambda n: "<table>" + "<tr><td rowspan=1000 colspan=900>x<td>y" * (n // 4),
    "tables in tables": lambda n: "<table><tr><td>x" * 600 + "<td>y" * n,
    "breaks": lambda n: "<p>x<br>" * n,
    "entities": lambda n: "<p>" + "&amp;" * n * 10,
    "open tags": lambda n: "<a href=x><b><i>y" * n,
    "brackets": lambda n: "<" * n * 10,
    "metadata": lambda n: "<meta property=og:title content=x>" * n + "<p>x",
}


@pytest.mark.parametrize("make", AWKWARD.values(), ids=AWKWARD)
def test_time_grows_with_the_page_and_not_its_square(make) -> None:
    times = growth(html.read, lambda n: Source("page.html", make(n).encode(), ".html"), 2_000)
    assert times < MOST, f"8 times the page took {times:.0f} times the time; a square takes 64"


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ('<ol type="a">{}</ol>', ["a.", "b.", "c."]),
        ('<ol type="A" start="26">{}</ol>', ["Z.", "AA.", "AB."]),
        ('<ol type="i" start="3">{}</ol>', ["iii.", "iv.", "v."]),
        ('<ol style="margin: 0; list-style: lower-alpha inside">{}</ol>', ["a.", "b.", "c."]),
        ('<ol style="list-style-type: upper-roman">{}</ol>', ["I.", "II.", "III."]),
        ('<ol class="loweralpha simple">{}</ol>', ["a.", "b.", "c."]),
        ("<ol reversed>{}</ol>", ["3.", "2.", "1."]),
        ('<ol reversed start="10">{}</ol>', ["10.", "9.", "8."]),
        ('<ol type="1">{}</ol>', ["", "", ""]),
        ('<ol style="list-style-type: none">{}</ol>', ["", "", ""]),
        ('<ul type="a">{}</ul>', ["", "", ""]),
    ],
)
def test_lists_are_counted_as_the_page_counts_them(markup: str, labels: list[str]) -> None:
    items = "<li>Sit<p>and stay</p></li><li>Wait</li><li>Ask</li>"
    prose = "<p>Two chairs at a corner are better than two chairs face to face, and a third is in the way.</p>"
    source = Source("a.html", f"<article><h1>Chairs</h1>{prose}{markup.format(items)}</article>".encode(), ".html")
    guide = article.build_proven(source).guide
    assert [each.label for each in guide.blocks if each.kind is Kind.ITEM] == labels
    if labels[0]:
        written = markdown.write(guide).replace("\\", "")
        assert f"- {labels[0]} Sit\n" in written
        assert f"- {labels[2]} Ask\n" in written
        assert "<!-- -->" not in written


@pytest.mark.parametrize("address", ["#n1", "https://couples.example/tea#n1", "https://couples.example/tea/#n1"])
@pytest.mark.parametrize("stated", ["canonical", "editor", "saved"])
def test_a_link_to_the_page_itself_leads_to_its_place(address: str, stated: str) -> None:
    url = "https://couples.example/tea"
    head = {
        "canonical": f'<link rel="canonical" href="{url}">', "editor": "",
        "saved": f"<!-- saved from url=(0027){url} -->",
    }[stated]  # fmt: skip
    markup = (
        f'{head}<article><h1>Tea</h1><p>Tea helps.<sup><a href="{address}">1</a></sup> So does'
        ' <a href="https://couples.example/tea#bread">bread</a>, and <a href="https://couples.example/milk#n1">milk</a>'
        " does not.</p><p>Both of them should be asked for before they are brought to the table.</p>"
        '<ol><li id="n1">We had some.</li></ol></article>'
    )
    metadata = Metadata(url=url if stated == "editor" else "")
    guide = article.build_proven(Source("a.html", markup.encode(), ".html", metadata)).guide
    assert [mark.target for mark in guide.blocks[0].marks] == [
        f"#{guide.blocks[2].anchor}",
        "https://couples.example/tea#bread",
        "https://couples.example/milk#n1",
    ]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>He said <q>sit</q>, and <q>wait </q> too.</p>", "He said “sit”, and “wait” too."),
        ('<html lang="de"><p>Er sagte: <q>Setz dich</q>.</p>', "Er sagte: „Setz dich“."),
        ('<html lang="fr"><p>Il dit <q>oui</q>.</p>', "Il dit « oui »."),
        ("<p>He said <q>“sit”</q>.</p>", "He said “sit”."),
        ("<q><p>He sat.</p></q>", "He sat."),
    ],
)
def test_a_quotation_in_a_line_has_the_marks_that_the_page_shows(markup: str, said: str) -> None:
    assert says(markup) == [said]
