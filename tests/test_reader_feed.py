from pathlib import Path

import pytest

from guidewright import article, corpus
from guidewright.model import Kind, Source

CASES = Path(__file__).parent / "cases/formats"


def opened(name: str):
    return corpus.expand(Source(name, (CASES / name).read_bytes(), Path(name).suffix))


def test_an_rss_entry_with_its_whole_text_is_an_article() -> None:
    (source,), _ = opened("talks.rss")
    guide = article.build_proven(source).guide
    assert source.id == "talks.rss#cafes"
    assert [(each.kind, each.text) for each in guide.blocks] == [
        (Kind.PARAGRAPH, "A café is a good place for a first talk: no one shouts there, and both can leave."),
        (Kind.HEADING, "What to look for"),
        (Kind.ITEM, "A corner table"),
        (Kind.ITEM, "No music"),
        (Kind.PARAGRAPH, "See our list."),
    ]
    front = guide.front
    assert (front.title, front.author, front.published) == ("Cafés & Quiet Places", "Robin Sample", "2025-03-04")
    assert (front.licence, front.draft) == ("CC BY 4.0", False)
    assert guide.blocks[-1].marks[0].target == "https://talks.example/maps"


@pytest.mark.parametrize(
    ("name", "title", "count"),
    [("talks.rss", "“Money, Once a Month” (https://talks.example/2025/03/money.html)", "1 of its 2"),
     ("letters.atom", "“Soon” (https://letters.example/2025/soon)", "1 of its 3")],
)  # fmt: skip
def test_entries_with_a_summary_alone_are_named_with_the_remedy(name: str, title: str, count: str) -> None:
    _, (notice,) = opened(name)
    assert title in notice.text
    assert count in notice.text
    assert "save the pages themselves" in notice.text


def test_atom_entries_of_every_kind_of_text() -> None:
    sources, _ = opened("letters.atom")
    unsent, when = (article.build_proven(each).guide for each in sources)
    assert [each.id for each in sources] == ["letters.atom#unsent", "letters.atom#when"]
    assert (unsent.title, unsent.front.author, unsent.front.url) == (
        "A letter unsent", "Kim Sample", "https://letters.example/2025/unsent",
    )  # fmt: skip
    assert [each.kind for each in unsent.blocks] == [Kind.PARAGRAPH, Kind.QUOTE]
    assert (when.title, when.front.author, when.front.licence) == ("When 1 < 2", "Ada Sample", "CC BY-SA 4.0")
    assert when.blocks[0].text == "Two hear more than one, if only one talks at a time & the other waits."


def test_a_feed_that_comes_again_with_a_new_entry_gives_the_old_ones_the_same_names() -> None:
    raw = (CASES / "letters.atom").read_text("utf-8")
    new = '<entry><title>New</title><link href="2025/new"/><content type="text">A new one.</content></entry>'
    sources, _ = corpus.expand(Source("letters.atom", raw.replace("<entry>", new + "<entry>", 1).encode(), ".atom"))
    assert [each.id for each in sources] == ["letters.atom#new", "letters.atom#unsent", "letters.atom#when"]


def test_a_feed_of_summaries_alone_says_so() -> None:
    raw = b"<rss><channel><item><title>A</title><description>Read more</description></item></channel></rss>"
    sources, notices = corpus.expand(Source("a.rss", raw, ".rss"))
    assert sources == ()
    assert notices[0].text.startswith("all of its entries have no more than a summary")


FOOTERS = {
    "en": ("Two Chairs", "The post {} appeared first on {}."),
    "de": ("Zwei Stühle", "Der Beitrag {} erschien zuerst auf {}."),
    "fr": ("Deux chaises", "L’article {} est apparu en premier sur {}."),
    "es": ("Dos sillas", "La entrada {} se publicó primero en {}."),
    "pl": ("Dwa krzesła", "Artykuł {} pochodzi z serwisu {}."),
    "lower": ("two chairs", "The post {} first appeared on {}."),
}


@pytest.mark.parametrize("language", FOOTERS)
@pytest.mark.parametrize("ending", [".rss", ".html", ".txt"])
def test_what_wordpress_puts_below_each_article_of_a_feed_is_no_part_of_it(language: str, ending: str) -> None:
    title, footer = FOOTERS[language]
    prose = "Two chairs at a corner are better than two chairs face to face, and a third is in the way."
    site, link = '<a href="https://talks.example/">Talks</a>', f'<a href="https://talks.example/two">{title}</a>'
    page = f"<p>{prose}</p>\n<p>{footer.format(link, site)}</p>"
    if ending == ".rss":
        item = f"<title>{title}</title><link>https://talks.example/two</link><description>-</description>"
        space = "http://purl.org/rss/1.0/modules/content/"
        text = (
            f'<rss xmlns:content="{space}"><channel><item>{item}<content:encoded><![CDATA[{page}]]></content:encoded>'
            "</item></channel></rss>"
        )
        ((source,), _) = corpus.expand(Source("a.rss", text.encode(), ".rss"))
    elif ending == ".html":
        source = Source("a.html", f"<title>{title}</title><h1>{title}</h1>{page}".encode(), ".html")
    else:
        source = Source("a.txt", f"{title}\n\n{prose}\n\n{footer.format(title, 'Talks')}\n".encode(), ".txt")
    assert [block.text for block in article.build_proven(source).guide.blocks] == [prose]


def test_a_summary_that_is_cut_off_above_the_footer_of_wordpress_is_a_teaser() -> None:
    words = "Two chairs are better than one, and three are too many. " * 12
    footer = "[&#8230;]&lt;/p&gt;&lt;p&gt;The post Chairs appeared first on Talks.&lt;/p&gt;"
    item = f"<item><title>Chairs</title><description>&lt;p&gt;{words}{footer}</description></item>"
    raw = f"<rss><channel>{item}</channel></rss>"
    assert corpus.expand(Source("a.rss", raw.encode(), ".rss"))[0] == ()


@pytest.mark.parametrize("made_by", ["https://wordpress.org/?v=6.5", "A program of ours"])
def test_signs_for_plugins_go_from_a_feed_of_wordpress(made_by: str) -> None:
    prose = "Two chairs at a corner are better than two chairs face to face, and a third is in the way."
    item = f"<title>Two Chairs</title><description>-</description><content:encoded><![CDATA[<p>{prose}</p>"
    item += '<p>[contact-form-7 id="12"]</p>]]></content:encoded>'
    space = "http://purl.org/rss/1.0/modules/content/"
    text = f'<rss xmlns:content="{space}"><channel><generator>{made_by}</generator><item>{item}</item></channel></rss>'
    ((source,), _) = corpus.expand(Source("a.rss", text.encode(), ".rss"))
    rest = [] if "wordpress" in made_by else ['[contact-form-7 id="12"]']
    assert [block.text for block in article.build_proven(source).guide.blocks] == [prose, *rest]


def test_the_addresses_of_an_atom_entry_are_relative_to_all_bases_around_it() -> None:
    entry = (
        '<entry xml:base="tea/"><title>Tea</title><link href="cups"/><content type="xhtml" xml:base="more/">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>So said <a href="aunt">one</a>.</p></div></content></entry>'
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://letters.example/blog/">{entry}</feed>'
    ((source,), _) = corpus.expand(Source("a.atom", feed.encode(), ".atom"))
    guide = article.build_proven(source).guide
    assert guide.front.url == "https://letters.example/blog/tea/cups"
    assert [mark.target for mark in guide.blocks[0].marks] == ["https://letters.example/blog/tea/more/aunt"]


def test_blank_lines_part_the_paragraphs_of_an_entry_that_is_plain_text() -> None:
    entry = '<entry><title>Tea</title><content type="text">Tea helps.\n\nIt costs &lt; 1 pound.</content></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    ((source,), _) = corpus.expand(Source("a.atom", feed.encode(), ".atom"))
    assert [block.text for block in article.build_proven(source).guide.blocks] == ["Tea helps.", "It costs < 1 pound."]
