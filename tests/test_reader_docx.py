from html import escape

import pytest

import formats
from guidewright import article, corpus
from guidewright.model import Kind, MarkKind, Metadata, Source


def opened(raw: bytes, **said: str):
    return corpus.expand(Source("talk.docx", raw, ".docx", Metadata(**said)))


def test_a_document_is_one_article_with_its_structure() -> None:
    (source,), _ = opened(formats.document())
    guide = article.build_proven(source).guide
    assert source.id == "talk.docx"
    assert (guide.title, guide.front.author, guide.front.published) == ("A Talk on Paper", "Robin Sample", "2025-02-03")
    assert [
        (each.kind, each.level, each.number, each.text) for each in guide.blocks if each.kind is not Kind.TABLE
    ] == [
        (Kind.PARAGRAPH, 0, None, "Some couples talk better with a pen in the hand. There is a list of places [1]"),
        (Kind.HEADING, 2, None, "Before You Begin"),
        (Kind.ITEM, 1, None, "Two sheets"),
        (Kind.ITEM, 2, None, "of the same size"),
        (Kind.ITEM, 1, None, "Two pens"),
        (Kind.HEADING, 2, None, "The Steps"),
        (Kind.ITEM, 1, 1, "Write"),
        (Kind.ITEM, 1, 2, "Change sheets"),
        (Kind.ITEM, 1, 1, "Found in Springford."),
    ]
    table = next(each for each in guide.blocks if each.kind is Kind.TABLE)
    assert [[cell.text for cell in row] for row in table.rows][1] == ["Ada", "ten minutes"]
    assert guide.blocks[0].marks[0].target == "https://places.example/"


def test_the_head_of_every_page_and_comments_in_the_margin_are_named() -> None:
    comments = f'<w:comments {formats.W}><w:comment w:id="1">{formats.paragraph("Really?")}</w:comment></w:comments>'
    _, notices = opened(formats.document(**{"word/comments.xml": comments}))
    assert [each.text for each in notices] == [
        "what stands in the head or foot of every page is left out: “Springford Couples, for members”",
        "1 comments in the margin are left out",
    ]


def test_fixes_of_the_editor_hold_for_a_document() -> None:
    (source,), _ = opened(formats.document(), fixes=(("Two pens", "Two pencils"),))
    assert "Two pencils" in [each.text for each in article.build(source).guide.blocks]


def blocks(body: str, **others: str | bytes):
    (source,), _ = opened(formats.document(body, **others))
    return article.build_proven(source).guide.blocks


def items(body: str, **others: str | bytes) -> list[tuple[int, int | None, str]]:
    return [(each.level, each.number, each.text) for each in blocks(body, **others)]


def numbering(levels: str, nums: str) -> str:
    return f'<w:numbering {formats.W}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{nums}</w:numbering>'


def level(depth: int, form: str, *, start: int = 1, sign: str = "%1.") -> str:
    said = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
    return f'<w:lvl w:ilvl="{depth}">{said}</w:lvl>'


def test_a_list_goes_on_with_its_numbers_below_a_paragraph() -> None:
    body = "".join(
        [
            formats.paragraph("Write", item=(2, 0)),
            formats.paragraph("with a pen", item=(2, 1)),
            formats.paragraph("Read", item=(2, 0)),
            formats.paragraph("", item=(1, 0)),
            formats.paragraph("A pause of ten minutes is enough for most of us."),
            formats.paragraph("Change sheets", item=(2, 0)),
            formats.paragraph("at the table", item=(2, 1)),
        ]
    )
    assert items(body) == [
        (1, 1, "Write"),
        (2, 1, "with a pen"),
        (1, 2, "Read"),
        (0, None, "A pause of ten minutes is enough for most of us."),
        (1, 3, "Change sheets"),
        (2, 1, "at the table"),
    ]


def test_a_heading_with_a_number_counts_in_its_list() -> None:
    body = (
        formats.paragraph("A Talk on Paper", "Title")
        + formats.paragraph("Write", item=(2, 0))
        + formats.paragraph("The Second Step", "Heading1", item=(2, 0))
        + formats.paragraph("Change sheets", item=(2, 0))
    )
    assert [(each.number, each.text) for each in blocks(body)] == [
        (1, "Write"),
        (None, "The Second Step"),
        (3, "Change sheets"),
    ]


def test_a_sign_that_no_one_knows_is_named() -> None:
    sign = '<w:r><w:sym w:font="Nobody\'s" w:char="F0E0"/></w:r>'
    _, notices = opened(formats.document(f"<w:p>{run('Go on ')}{sign}</w:p>"))
    assert "char F0E0 in font Nobody's" in notices[-1].text


def test_a_list_begins_with_the_number_that_it_says() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    )
    body = "".join(
        formats.paragraph(text, item=(at, 0)) if at else formats.paragraph(text)
        for at, text in ((1, "Sit"), (1, "Wait"), (0, "Then"), (2, "Ask"), (2, "Hear"))
    )
    assert items(body, **{"word/numbering.xml": numbering(level(0, "decimal", start=7), nums)}) == [
        (1, 7, "Sit"),
        (1, 8, "Wait"),
        (0, None, "Then"),
        (1, 4, "Ask"),
        (1, 5, "Hear"),
    ]


def test_a_paragraph_on_a_level_without_a_sign_goes_on_with_its_item() -> None:
    bare = f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", sign=" ")}</w:abstractNum>'
    nums = bare + "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (1, 2))
    body = "".join(
        formats.paragraph(text, item=(at, 0))
        for at, text in ((2, "Before"), (1, "Sit"), (2, "More on sitting"), (1, "Wait"), (2, "More on waiting"))
    )
    assert items(body, **{"word/numbering.xml": numbering(level(0, "decimal"), nums)}) == [
        (0, None, "Before"),
        (1, 1, "Sit"),
        (1, None, "More on sitting"),
        (1, 2, "Wait"),
        (1, None, "More on waiting"),
    ]


def test_a_style_may_make_a_paragraph_an_item_and_a_list_may_begin_deep() -> None:
    styles = (
        f'<w:styles {formats.W}><w:style w:type="paragraph" w:styleId="Steps"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="MySteps"><w:basedOn w:val="Steps"/></w:style></w:styles>'
    )
    body = formats.paragraph("Sit", "Steps") + formats.paragraph("Wait", "MySteps")
    assert items(body, **{"word/styles.xml": styles}) == [(1, 1, "Sit"), (1, 2, "Wait")]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(*paragraphs: str) -> list[str]:
    return [each.text for each in blocks("".join(f"<w:p>{each}</w:p>" for each in paragraphs))]


def test_words_in_a_field_and_in_text_of_another_direction_stay() -> None:
    assert texts(
        f'{run("Figure ")}<w:fldSimple w:instr=" SEQ Figure ">{run("1")}</w:fldSimple>{run(", see ")}'
        f'<w:fldSimple w:instr=" REF two ">{run("Chapter Two")}</w:fldSimple>{run(".")}',
        f'{run("Read ")}<w:bdo w:val="rtl">{run("this")}</w:bdo>{run(" too.")}',
    ) == ["Figure 1, see Chapter Two.", "Read this too."]


LINKS = {
    ' HYPERLINK "https://x.example/a" \\t "_blank" ': "https://x.example/a",
    ' HYPERLINK "https://x.example/a b" \\o "A tip" \\h ': "https://x.example/a%20b",
    ' HYPERLINK \\o "A tip" "https://x.example/" ': "https://x.example/",
    " hyperlink https://x.example/a \\h ": "https://x.example/a",
    ' HYPERLINK "https://x.example/a" \\l "b" ': "https://x.example/a#b",
    ' HYPERLINK \\l "below" \\h ': "#note",
}


@pytest.mark.parametrize("instruction", LINKS)
def test_a_link_that_is_a_field_leads_to_its_address_alone(instruction: str) -> None:
    half = len(instruction) // 2
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(each)}</w:instrText></w:r>'
        for each in (instruction[:half], instruction[half:])
    )
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end"))
    first, _ = blocks(
        f"<w:p>{run('Read ')}{begin}{pieces}{separate}{run('this')}{end}{run(' now.')}</w:p>"
        f'<w:p><w:bookmarkStart w:name="below"/>{run("Below it.")}</w:p>'
    )
    assert first.text == "Read this now."
    assert [each.target for each in first.marks] == [LINKS[instruction]]


def test_a_gloss_stands_behind_its_word() -> None:
    ruby = f"<w:rubyPr/><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase>"
    _, notices = opened(formats.document(f"<w:p><w:r><w:ruby>{ruby}</w:ruby></w:r></w:p>"))
    assert texts(f"<w:r><w:ruby>{ruby}</w:ruby></w:r>{run('字')}") == ["漢(kan)字"]
    assert not any("could not be read" in each.text for each in notices)


FORMULAS = {
    "x+1": "<m:r><m:t>x+1</m:t></m:r>",
    "x²": "<m:sSup><m:e>{x}</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>",
    "x^(n+1)": "<m:sSup><m:e>{x}</m:e><m:sup><m:r><m:t>n+1</m:t></m:r></m:sup></m:sSup>",
    "(x+1)/2": "<m:f><m:num><m:r><m:t>x+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>",
    "√x": "<m:rad><m:deg/><m:e>{x}</m:e></m:rad>",
    "(x)": "<m:d><m:e>{x}</m:e></m:d>",
    "|x|": '<m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e>{x}</m:e></m:d>',
    "sin x": "<m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName><m:e>{x}</m:e></m:func>",
}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_written_in_a_line(text: str) -> None:
    formula = FORMULAS[text].replace("{x}", "<m:r><m:t>x</m:t></m:r>")
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    assert texts(f"{run('It is ')}<m:oMath {space}>{formula}</m:oMath>{run(', then.')}") == [f"It is {text}, then."]


def test_words_in_a_box_stay_once() -> None:
    space = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    box = f"<w:txbxContent>{formats.paragraph('In the box', item=(2, 0))}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:oval><v:textbox>{box}</v:textbox></v:oval></w:pict></mc:Fallback>"
    for shapes in (new, old, new + old):
        made = items(f"<w:p>{run('Above')}<w:r {space}><mc:AlternateContent>{shapes}</mc:AlternateContent></w:r></w:p>")
        assert made == [(0, None, "Above"), (1, 1, "In the box")]


def test_words_on_both_sides_of_a_break_stay_apart() -> None:
    for each in ('<w:br w:type="page"/>', '<w:br w:type="column"/>', "<w:cr/>", "<w:ptab/>"):
        assert texts(f"{run('At')}<w:r>{each}</w:r>{run('the next one')}") == ["At the next one"]


def test_a_break_of_the_page_is_no_end_of_a_list() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = formats.paragraph("One", item=(2, 0)) + f"<w:p>{page}</w:p>" + formats.paragraph("deep", item=(2, 1))
    assert items(body) == [(1, 1, "One"), (2, 1, "deep")]


PROSE = "Some couples talk better with a pen in the hand, and some with none."


@pytest.mark.parametrize("how", ["by style", "by control"])
def test_a_table_of_contents_goes_into_the_ledger(how: str) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{said}"/></w:style>'
        for id_, said in (("Verzeichnis1", "toc 1"), ("Heading1", "heading 1"))
    )
    entries = [
        formats.paragraph(text, "Verzeichnis1" if how == "by style" else "", inside=f"<w:r><w:tab/></w:r>{run('3')}")
        for text in ("The Steps", "The End of It")
    ]
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = "".join(entries)
    if how == "by control":
        contents = f"<w:sdt>{gallery}<w:sdtContent>{contents}</w:sdtContent></w:sdt>"
    body = contents + formats.paragraph("The Steps", "Heading1") + formats.paragraph(PROSE)
    styles = f"<w:styles {formats.W}>{styles}</w:styles>"
    (source,), _ = opened(formats.document(body, **{"word/styles.xml": styles}))
    output = article.build_proven(source)
    assert [each.text for each in output.guide.blocks][-1] == PROSE
    assert "3" not in "".join(each.text for each in output.guide.blocks)
    assert [each.line.says for each in output.verdicts if each.rule == "page-navigation"] == [
        "The Steps 3",
        "The End of It 3",
    ]


def test_a_style_or_a_place_in_the_outline_makes_a_heading() -> None:
    outline = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}">'
        f'<w:name w:val="{said}"/><w:basedOn w:val="{base}"/>{more}</w:style>'
        for id_, said, base, more in (
            ("H2", "heading 2", "", ""),
            ("Title", "Title", "", outline.format(0)),
            ("Mine", "My Heading", "H2", ""),
            ("Outlined", "Part", "", outline.format(2)),
            ("Unlined", "Not a Part", "H2", outline.format(9)),
            ("Circle", "Circle", "Circle", ""),
        )
    )
    body = "".join(
        [
            formats.paragraph("A Talk on Paper", "Title"),
            formats.paragraph("Based on a heading", "Mine"),
            formats.paragraph("In the outline", "Outlined"),
            formats.paragraph("Text below it", "Unlined"),
            formats.paragraph("Text of its own", "Circle"),
            f"<w:p>{outline.format(1)}{run('Outlined by hand')}</w:p>",
            f"<w:p>{outline.format(1)}{run(PROSE * 4)}</w:p>",
        ]
    )
    (source,), _ = opened(formats.document(body, **{"word/styles.xml": f"<w:styles {formats.W}>{styles}</w:styles>"}))
    guide = article.build_proven(source).guide
    assert guide.title == "A Talk on Paper"
    assert [(each.kind, each.level, each.text) for each in guide.blocks] == [
        (Kind.HEADING, 2, "Based on a heading"),
        (Kind.HEADING, 3, "In the outline"),
        (Kind.PARAGRAPH, 0, "Text below it"),
        (Kind.PARAGRAPH, 0, "Text of its own"),
        (Kind.HEADING, 2, "Outlined by hand"),
        (Kind.PARAGRAPH, 0, PROSE * 4),
    ]


def test_a_box_to_tick_keeps_its_sign_and_its_place() -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    control = (
        f'<w:sdt {space}><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>"
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
        "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(
        f"{run('Talked: ')}{control}{run(' on Monday')}",
        f"{run('Walked: ')}{field.format(0)}{run(' on Tuesday')}",
        f"{run('Rested: ')}{field.format(1)}{run(' on Sunday')}",
    ) == ["Talked: ☒ on Monday", "Walked: ☐ on Tuesday", "Rested: ☒ on Sunday"]


def test_quotations_of_libreoffice_are_quotations() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Quotations"><w:name w:val="Quotations"/></w:style>'
    (block,) = blocks(
        formats.paragraph("Sit down.", "Quotations"), **{"word/styles.xml": f"<w:styles {formats.W}>{style}</w:styles>"}
    )
    assert (block.kind, block.text) == (Kind.QUOTE, "Sit down.")


def test_hidden_text_is_left_out_and_counted() -> None:
    def hidden(text: str, how: str = "<w:vanish/>") -> str:
        return f'<w:r><w:rPr>{how}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    styles = (
        f'<w:styles {formats.W}><w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hidden"><w:basedOn w:val="Hid"/></w:style></w:styles>'
    )
    body = "".join(
        [
            f"<w:p>{run('Shown. ')}{hidden('Not ')}{hidden('this')}{run('Shown, too.')}{hidden('Nor this')}</w:p>",
            formats.paragraph("One", item=(2, 0)),
            formats.paragraph("", item=(2, 0), inside=hidden("Nor that", '<w:rStyle w:val="Hidden"/>')),
            formats.paragraph("Two", item=(2, 0), inside=hidden(" pens", '<w:vanish w:val="0"/>')),
        ]
    )
    (source,), notices = opened(formats.document(body, **{"word/styles.xml": styles}))
    guide = article.build_proven(source).guide
    assert [(each.number, each.text) for each in guide.blocks] == [
        (None, "Shown. Shown, too."),
        (1, "One"),
        (2, "Two pens"),
    ]
    assert "hidden text is left out (3 stretches)" in notices[-1].text
    assert b"this" not in source.raw


BAD = {
    "a bomb": (formats.archive({"word/document.xml": b"<a>" + bytes(20_000_000)}), "zip bomb"),
    "entities": (formats.document(**{"word/evil.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "XML bomb"),
    "a locked document": (b"\xd0\xcf\x11\xe0" + bytes(600), "without a password"),
    "another archive": (formats.archive({"a.txt": "x"}), "not a Word document"),
    "a document without text": (formats.archive({"word/document.xml": "<a/>"}), "not a whole Word document"),
    "deep nesting": (formats.document("<w:p>" * 5000 + "</w:p>" * 5000), "not a whole Word document"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_opened_is_refused_by_name(name: str) -> None:
    raw, message = BAD[name]
    sources, notices = opened(raw)
    assert sources == ()
    assert str(notices[0]).startswith("talk.docx")
    assert message in notices[0].text


def test_a_list_keeps_its_letters_roman_numerals_and_words() -> None:
    levels = "".join(
        [
            level(0, "decimal", sign="Step %1:"),
            level(1, "lowerLetter", sign="%2)"),
            level(2, "lowerRoman", sign="(%3)"),
            level(3, "decimal", sign="%1.%4"),
            level(4, "decimalZero", sign="%5)"),
        ]
    )
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    body = "".join(
        formats.paragraph(text, item=(1, depth))
        for depth, text in (
            (0, "Write"), (1, "with a pen"), (1, "on a sheet"), (2, "a large one"), (2, "or four"), (3, "of them"),
            (4, "at most"), (0, "Read"), (1, "aloud"),
        )
    )  # fmt: skip
    found = blocks(body, **{"word/numbering.xml": numbering(levels, nums)})
    assert [(each.level, each.number, each.label, each.text) for each in found] == [
        (1, 1, "Step 1:", "Write"),
        (2, 1, "a)", "with a pen"),
        (2, 2, "b)", "on a sheet"),
        (3, 1, "(i)", "a large one"),
        (3, 2, "(ii)", "or four"),
        (4, 1, "1.1", "of them"),
        (5, 1, "", "at most"),
        (1, 2, "Step 2:", "Read"),
        (2, 1, "a)", "aloud"),
    ]


def typed(text: str, *, size: int = 0, bold: bool = False) -> str:
    """Return a paragraph as somebody sets it who uses no styles."""
    said = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    return f"<w:p><w:r><w:rPr>{said}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


LEAFLET = "".join(
    [
        typed("Your Library", size=56, bold=True),
        typed("A guide for new members", size=36),
        typed("Anyone who lives or works in Springford can join, and it costs nothing."),
        typed("How to join", bold=True),
        typed("Bring one thing that shows your name."),
        typed("Bring a pen, too.", bold=True),
        typed("It will be returned."),
        typed("Where we are", bold=True),
        typed("Above the shop, and below the roof."),
        typed("Write to us", bold=True),
        typed("At the shop", bold=True),
        typed("or at home."),
        typed("The team", bold=True),
    ]
)


def test_headings_without_a_style_are_told_by_their_type() -> None:
    (source,), _ = opened(formats.document(LEAFLET))
    guide = article.build_proven(source).guide
    assert guide.title == "Your Library"
    assert [each.text for each in guide.blocks if each.kind is Kind.HEADING] == ["How to join", "Where we are"]


def test_a_size_without_end_is_none() -> None:
    said = typed("One", size=1).replace('"1"', f'"{"9" * 5_000}"')
    assert [each.text for each in blocks(said + typed("Two."))] == ["One", "Two."]


def test_where_a_document_has_headings_bold_lines_are_none() -> None:
    found = blocks(formats.paragraph("A Guide", "Heading1") + LEAFLET)
    assert [each.text for each in found if each.kind is Kind.HEADING] == []


def test_a_byline_says_more_than_the_name_of_whoever_typed_it() -> None:
    body = formats.paragraph("A Talk", "Title") + formats.paragraph("By Ada Weller") + formats.paragraph("It is short.")
    (source,), _ = opened(formats.document(body))
    assert article.build(source).guide.front.author == "Ada Weller"
    (source,), _ = opened(formats.document(body), author="Kim Sample")
    assert article.build(source).guide.front.author == "Kim Sample"


def test_the_caption_of_a_picture_goes_with_it_and_a_table_keeps_its_own() -> None:
    style = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    styles = f"<w:styles {formats.W}>{style}</w:styles>"
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing>'
        "</w:r></w:p>"
    )
    body = "".join(
        [
            formats.paragraph("Two chairs stand at the window, and a third is in the way of both."),
            picture,
            formats.paragraph("The chairs at dusk", "C"),
            formats.paragraph("What they cost", "C"),
            formats.table(("Chair", "Price"), ("Oak", "9")),
        ]
    )
    assert [each.text for each in blocks(body, **{"word/styles.xml": styles})] == [
        "Two chairs stand at the window, and a third is in the way of both.", "What they cost", "",
    ]  # fmt: skip


def test_code_keeps_its_lines() -> None:
    names = {"P": "HTML Preformatted", "S": "Source Code"}
    code = '<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Char"/></w:style>' + "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    body = "".join(
        [
            formats.paragraph("Call ", inside='<w:r><w:rPr><w:rStyle w:val="V"/></w:rPr><w:t>tea()</w:t></w:r>'),
            formats.paragraph("tea()", "P"),
            formats.paragraph("  cup()", "P"),
            formats.paragraph("Then", ""),
            formats.paragraph("tea()", "S", inside="<w:r><w:br/></w:r><w:r><w:br/></w:r>" + run("cup()")),
        ]
    )
    found = blocks(body, **{"word/styles.xml": f"<w:styles {formats.W}>{code}</w:styles>"})
    assert [(each.kind, each.text) for each in found] == [
        (Kind.PARAGRAPH, "Call tea()"),
        (Kind.CODE, "tea()\n  cup()"),
        (Kind.PARAGRAPH, "Then"),
        (Kind.CODE, "tea()\n\ncup()"),
    ]
    assert found[0].marks[0].kind is MarkKind.CODE
