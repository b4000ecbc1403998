import pytest

import formats
from guidewright import article, corpus
from guidewright.model import Kind, Source


def opened(raw: bytes):
    return corpus.expand(Source("book.epub", raw, ".epub"))


def test_chapters_become_articles_and_the_other_parts_are_named() -> None:
    sources, (notice,) = opened(formats.book())
    assert [each.id for each in sources] == ["book.epub#ch1", "book.epub#ch2", "book.epub#ch3"]
    assert notice.text == (
        "it has parts that are no articles, which are left out: cover.xhtml (cover), nav.xhtml (contents), "
        "rights.xhtml (copyright page)"
    )


def test_a_chapter_keeps_its_structure_and_its_notes() -> None:
    guide = article.build_proven(opened(formats.book())[0][0]).guide
    assert [(each.kind, each.level, each.text) for each in guide.blocks] == [
        (Kind.PARAGRAPH, 0, "Two chairs at a corner are better than two chairs face to face.1"),
        (Kind.ITEM, 1, "No table"),
        (Kind.ITEM, 2, "or a small one"),
        (Kind.PARAGRAPH, 0, "1 We measured it once."),
    ]


def test_links_inside_a_chapter_lead_to_its_places_and_those_to_others_are_text() -> None:
    note = '<p id="n">{} <a href="#r">↩</a></p>'
    chapters = {
        "nav.xhtml": formats.NAV,
        "ch1.xhtml": '<body><h1>One</h1><p id="r">Tea helps<a href="#n">1</a>, as <a href="ch3.xhtml#r">here</a>.'
        f' See <a href="ch1b.xhtml#n">below</a>.</p>{note.format("We had some.")}</body>',
        "ch1b.xhtml": f'<body><p id="r">So does bread<a href="#n">2</a>.</p>{note.format("We had it all.")}</body>',
        "ch3.xhtml": '<body><h1>Three</h1><p id="r">It is over by now.</p></body>',
    }
    guide = article.build_proven(opened(formats.book(chapters))[0][0]).guide
    anchors = [block.anchor for block in guide.blocks]
    links = [(at, anchors.index(mark.target[1:])) for at, block in enumerate(guide.blocks) for mark in block.marks]
    assert links == [(0, 1), (0, 3), (1, 0), (2, 3), (3, 2)]
    assert [block.text for block in guide.blocks][:2] == ["Tea helps1, as here. See below.", "We had some. ↩"]


def test_the_book_says_who_wrote_it_and_under_which_licence() -> None:
    front = article.build(opened(formats.book())[0][0]).guide.front
    assert (front.title, front.author, front.publisher) == ("Sitting Down", "Ada Sample", "Springford Books")
    assert (front.licence, front.published, front.language) == ("CC BY 4.0", "2024-05-06", "en")


def test_a_chapter_in_two_files_is_one_article_named_by_the_contents() -> None:
    guide = article.build_proven(opened(formats.book())[0][1]).guide
    assert guide.title == "Talking & Waiting"
    assert [each.text for each in guide.blocks][-1] == "It goes on in another file of the book, as books do."
    assert [mark.target for each in guide.blocks for mark in each.marks] == ["https://x.example/"]


def in_book(*chapters: tuple[str, str], **package: str):
    """Return what a book of (label in the contents, body) makes."""
    labels = "".join(f'<li><a href="c{at}.xhtml">{label}</a></li>' for at, (label, _) in enumerate(chapters))
    parts = {"nav.xhtml": formats.CHAPTER.format(body=f'<nav epub:type="toc"><ol>{labels}</ol></nav>')}
    parts |= {f"c{at}.xhtml": formats.CHAPTER.format(body=body) for at, (_, body) in enumerate(chapters)}
    return opened(formats.book(parts, **package))


PROSE = "<p>The first snow came late that year, and it stayed for as long as anybody could remember.</p>"


@pytest.mark.parametrize(
    ("label", "above", "title"),
    [
        ("1. Winter", "<p> </p><h1>1</h1><h2>Winter</h2>", "1. Winter"),
        ("Chapter 1: Winter", "<h1>Chapter 1<br/>Winter</h1>", "Chapter 1: Winter"),
        ("Winter", "<h3>Winter</h3>", "Winter"),
        ("Chapter 1: Winter", "<p>1</p><p><b>Winter</b></p>", "Chapter 1: Winter"),
        ("1. Winter", "<h1>W<small>inter</small></h1>", "1. Winter"),
        ("Winter", "<h1>1</h1><h2>Winter</h2>", "1. Winter"),
        ("Winter", "<h1>Chapter 1</h1>", "Chapter 1: Winter"),
        ("A winter", "<h1>A <i>Winter</i></h1>", "A Winter"),
        ("Winter", "<h1>The First Snow</h1>", "The First Snow"),
    ],
)
def test_a_chapter_s_title_is_whole_and_said_once(label: str, above: str, title: str) -> None:
    guide = article.build_proven(in_book((label, above + PROSE))[0][0]).guide
    assert guide.title == title
    assert len(guide.blocks) == 1


def test_what_a_book_calls_a_box_a_footer_or_a_form_is_its_own() -> None:
    inside = {
        "aside": "Practice: breathe for a minute.",
        "footer": "Remember: the hour is yours.",
        'form class="share-buttons"': "My hour is at seven.",
        'div class="menu"': "Soup, bread and tea.",
    }
    body = "".join(f"<{name}><p>{text}</p></{name.split()[0]}>" for name, text in inside.items())
    ((source,), _) = in_book(("Winter", f"<h1>Winter</h1>{PROSE}{body}<p hidden='hidden'>Not shown.</p>"))
    assert [block.text for block in article.build_proven(source).guide.blocks][1:] == list(inside.values())


def test_a_title_page_of_a_part_is_named_as_left_out() -> None:
    sources, (notice,) = in_book(("Part One", "<div><h1>Part One</h1><p></p></div>"), ("Winter", PROSE))
    assert [each.id for each in sources] == ["book.epub#c1"]
    assert notice.text.endswith("left out: nav.xhtml (contents), c0.xhtml (title without text)")


def test_all_who_wrote_a_book_are_named() -> None:
    creators = "<dc:creator>Ada Sample</dc:creator><dc:creator>Robin Sample</dc:creator>"
    package = formats.PACKAGE.replace("<dc:creator>Ada Sample</dc:creator>", creators)
    items = '<item id="0" href="c0.xhtml" media-type="application/xhtml+xml"/>'
    package = package.format(items=items, spine='<itemref idref="0"/>', toc="")
    ((source,), _) = in_book(("Winter", PROSE), **{"OEBPS/book.opf": package})
    assert article.build(source).guide.front.author == "Ada Sample, Robin Sample"


def test_a_chapter_that_is_no_xml_is_read_as_browsers_read_it() -> None:
    chapters = {"one.xhtml": "<html><body><h1>One</h1><p>Tea & <b>bread<p>A second paragraph, not closed.</body>"}
    guide = article.build_proven(opened(formats.book(chapters))[0][0]).guide
    assert [each.text for each in guide.blocks] == ["Tea & bread", "A second paragraph, not closed."]


LOCKS = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:CipherReference '
    'xmlns:e="http://www.w3.org/2001/04/xmlenc#" URI="OEBPS/ch1.xhtml"/></encryption>'
)
BAD = {
    "a bomb": (formats.archive({"big.txt": bytes(20_000_000)}), "'big.txt' unpacks"),
    "an absolute path": (formats.archive({"/etc/evil": "x"}), "written outside"),
    "a path upwards": (formats.archive({"a/../../evil": "x"}), "written outside"),
    "a Windows path": (formats.archive({"C:\\evil": "x"}), "written outside"),
    "another archive": (formats.archive({"a.txt": "x"}), "it is an archive, but no book"),
    "no archive": (b"PK but no archive", "no whole zip archive"),
    "a truncated archive": (formats.book()[:900], "no whole zip archive"),
    "a locked book": (formats.book(**{"META-INF/encryption.xml": LOCKS}), "locked by its seller"),
    "too many parts": (formats.archive({str(at): "" for at in range(10_001)}, packed=False), "10001 parts"),
    "entities": (
        formats.book({"a.xhtml": '<!DOCTYPE html [<!ENTITY a "b">]><html><body>&a;</body></html>'}),
        "XML bomb",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_opened_is_refused_by_name(name: str) -> None:
    raw, message = BAD[name]
    sources, notices = opened(raw)
    assert sources == ()
    errors = [str(each) for each in notices if each.error]
    assert errors[0].startswith("book.epub")
    assert message in errors[0]


NOTED = {
    "typed": (
        '<p id="r{0}">Tea helps<a epub:type="noteref" href="notes.xhtml#n{0}">{0}</a>, and so does bread.</p>',
        '<li epub:type="endnote" id="n{0}"><p>Of chapter {0}. <a href="c{0}.xhtml#r{0}">back</a></p></li>',
        "Of chapter {0}. back",
    ),
    "there and back": (
        '<p>Tea helps<a id="r{0}" href="notes.xhtml#n{0}"><sup>{0}</sup></a>, and so does bread.</p>',
        '<p id="n{0}"><a href="c{0}.xhtml#r{0}">{0}</a>. Of chapter {0}.</p>',
        "{0}. Of chapter {0}.",
    ),
    "by its mark": (
        '<p>Tea helps<sup><a href="notes.xhtml#n{0}">[{0}]</a></sup>, and so does bread.</p>',
        '<p><a id="n{0}"></a>[{0}] Of chapter {0}.</p>',
        "[{0}] Of chapter {0}.",
    ),
}


@pytest.mark.parametrize("kind", NOTED)
def test_a_note_in_a_file_of_its_own_comes_to_the_chapter_that_refers_to_it(kind: str) -> None:
    text, note, said = NOTED[kind]
    notes = "".join(note.format(at) for at in (1, 2))
    notes = f"<h2>Notes</h2>{f'<ol>{notes}</ol>' if '<li' in notes else notes}"
    parts = {f"c{at}.xhtml": formats.CHAPTER.format(body=f"<h1>No. {at}</h1>{text.format(at)}") for at in (1, 2)}
    parts["notes.xhtml"] = formats.CHAPTER.format(body=notes)
    sources, notices = opened(formats.book(parts))
    assert [each.id for each in sources] == ["book.epub#c1", "book.epub#c2"]
    assert "notes.xhtml (notes, which are in their chapters)" in notices[0].text
    for at, source in enumerate(sources, start=1):
        first, second = article.build_proven(source).guide.blocks
        assert second.text == said.format(at)
        assert second.number == (at if kind == "typed" else None)
        assert f"#{second.anchor}" in [mark.target for mark in first.marks]


def test_of_a_file_of_notes_stays_what_no_chapter_refers_to() -> None:
    chapter = '<h1>One</h1><p>Tea helps<a epub:type="noteref" href="notes.xhtml#n1">1</a>.</p>'
    notes = (
        '<h1>Notes</h1><p>All of them were written in one night.</p><p id="n1">1 Of tea.</p><p>And of milk.</p>'
        '<p id="n2">2 Of bread, which nobody asked about.</p>'
    )
    parts = {"c1.xhtml": formats.CHAPTER.format(body=chapter), "notes.xhtml": formats.CHAPTER.format(body=notes)}
    one, rest = (article.build_proven(each).guide for each in opened(formats.book(parts))[0])
    assert [each.text for each in one.blocks] == ["Tea helps1.", "1 Of tea."]
    assert [each.text for each in rest.blocks] == [
        "All of them were written in one night.", "And of milk.", "2 Of bread, which nobody asked about.",
    ]  # fmt: skip


def test_a_link_to_another_chapter_refers_to_no_note() -> None:
    sources, _ = in_book(
        ("One", f'{PROSE}<p>See chapter <a href="c1.xhtml#s">2</a>.</p>'),
        ("Two", f'<div id="s"><h2>2 Snow</h2>{PROSE}</div>'),
    )
    assert [len(article.build_proven(each).guide.blocks) for each in sources] == [2, 2]


def test_numbers_that_lead_to_the_rules_of_a_chapter_refer_to_no_notes() -> None:
    links = "".join(f'<p>So says rule <a href="c1.xhtml#r{at}">{at}</a>, and I agree.</p>' for at in (1, 2))
    rules = "".join(f'<p id="r{at}">{at}. Knock.</p><p>Why rule {at} is one was long debated.</p>' for at in (1, 2))
    sources, _ = in_book(("One", f'{links}<p>Or <a href="c1.xhtml#x">a</a>.</p>'), ("Two", f'{rules}<p id="x">a b</p>'))
    one, two = (article.build_proven(each).guide for each in sources)
    assert [len(one.blocks), len(two.blocks)] == [3, 5]


def test_a_note_that_is_named_so_comes_alone_out_of_a_chapter() -> None:
    notes = '<p id="fn1">1 Of tea.</p><p>Prose of the chapter goes on here.</p><p id="fn2">2 Of bread.</p>'
    links = "".join(f'<p>So it is<a href="c1.xhtml#fn{at}">{at}</a>.</p>' for at in (1, 2))
    sources, _ = in_book(("One", links), ("Two", f"{PROSE}{notes}"))
    one, two = (article.build_proven(each).guide for each in sources)
    assert [each.text for each in one.blocks][2:] == ["1 Of tea.", "2 Of bread."]
    assert two.blocks[-1].text == "Prose of the chapter goes on here."


def test_a_note_that_is_a_term_comes_with_what_defines_it() -> None:
    notes = '<dl><dt id="n1">1</dt><dd>Of tea.</dd><dt id="n2">2</dt><dd id="fn2">2 Of bread.</dd></dl>'
    links = "".join(f'<p>So it is<a href="c1.xhtml#{at}">{at[-1]}</a>.</p>' for at in ("n1", "n2", "fn2"))
    sources, _ = in_book(("One", links), ("Notes", notes))
    assert len(sources) == 1
    said = " ".join(each.text for each in article.build_proven(sources[0]).guide.blocks)
    assert (said.count("Of tea."), said.count("Of bread.")) == (1, 1)


@pytest.mark.parametrize("around", ["{}", f'{PROSE}<section epub:type="endnotes">{{}}</section>'])
def test_a_note_among_notes_comes_with_all_its_paragraphs(around: str) -> None:
    notes = '<p id="n1">1 Of tea, of milk, and of sugar.</p><p>Salt.</p><p id="n2">2 Of bread, as always.</p>'
    notes = around.format(notes)
    links = "".join(f'<p>So it is<a href="c1.xhtml#n{at}">{at}</a>.</p>' for at in (1, 2))
    (one, *_), _ = in_book(("One", links), ("Notes", notes))
    texts = [each.text for each in article.build_proven(one).guide.blocks]
    assert texts[2:] == ["1 Of tea, of milk, and of sugar.", "Salt.", "2 Of bread, as always."]


@pytest.mark.parametrize(
    "mark",
    ['<span epub:type="pagebreak" id="p23" title="23">23</span>', '<span role="doc-pagebreak" aria-label="23"/>',
     '<span class="pagenum"><a id="Page_23">[Pg 23]</a></span>'],
)  # fmt: skip
def test_where_a_page_of_the_printed_book_begins_is_no_word_of_it(mark: str) -> None:
    body = f"<h1>Snow</h1><p>The snow came late that {mark}year and stayed, though some{mark}times it rained.</p>"
    sources, notices = opened(formats.book({"c1.xhtml": formats.CHAPTER.format(body=body)}))
    guide = article.build_proven(sources[0]).guide
    assert guide.blocks[0].text == "The snow came late that year and stayed, though sometimes it rained."
    assert [each.text for each in notices] == (
        ["the page numbers of its printed edition (2) are left out"] if "23<" in mark or "Pg" in mark else []
    )
