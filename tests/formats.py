"""Files in formats that are no text, made here so that one can read what is in them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

if TYPE_CHECKING:
    from collections.abc import Iterable


def archive(parts: dict[str, str | bytes], *, packed: bool = True) -> bytes:
    """Return a zip archive of the parts, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(
                zipfile.ZipInfo(name, (2025, 3, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED if packed else None
            )
    return file.getvalue()


# --- books

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:0000000000</dc:identifier><dc:title>Two Chairs</dc:title>
<dc:creator>Ada Sample</dc:creator><dc:publisher>Springford Books</dc:publisher><dc:language>en-GB</dc:language>
<dc:date>2024-05-06T00:00:00Z</dc:date>
<dc:rights>This book is under https://creativecommons.org/licenses/by/4.0/</dc:rights></metadata>
<manifest>{items}</manifest><spine{toc}>{spine}</spine></package>"""

CHAPTER = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en">
<head><title>Two Chairs</title></head><body>{body}</body></html>"""

NAV = CHAPTER.format(
    body="""<nav epub:type="toc"><h1>Contents</h1><ol>
<li><a href="ch1.xhtml">Sitting Down</a></li><li><a href="ch2.xhtml#top">Talking &amp; Waiting</a></li>
<li><a href="ch3.xhtml">Getting Up</a></li></ol></nav>"""
)
BOOK = {
    "cover.xhtml": CHAPTER.format(body='<section epub:type="cover"><img src="c.jpg" alt="Two chairs"/></section>'),
    "nav.xhtml": NAV,
    "rights.xhtml": CHAPTER.format(body='<section epub:type="copyright-page"><p>All of it is made up.</p></section>'),
    "ch1.xhtml": CHAPTER.format(
        body="""<section epub:type="chapter"><h1>Sitting Down</h1>
<p>Two chairs at a corner are better than two chairs face to face.<a epub:type="noteref" href="#n1">1</a></p>
<p id="top"/><ul><li>No table<ul><li>or a small one</li></ul></li></ul>
<aside epub:type="footnote" id="n1"><p>1 We measured&#160;it&nbsp;once.</p></aside></section>"""
    ),
    "ch2.xhtml": CHAPTER.format(
        body='<p>Who waits hears more. See <a href="ch1.xhtml">the first part</a> and <a href="https://x.example/">this</a>.</p>'
    ),
    "ch2b.xhtml": CHAPTER.format(body="<p>It goes on in another file of the book, as books do.</p>"),
    "ch3.xhtml": CHAPTER.format(body="<h2>Getting Up</h2><p>The end of a talk is a time that both have agreed on.</p>"),
}


def book(chapters: dict[str, str] | None = None, **others: str | bytes) -> bytes:
    """Return an EPUB 3 of the chapters, in the order of reading; `others` are parts by path."""
    chapters = BOOK if chapters is None else chapters
    items = "".join(
        f'<item id="{at}" href="{name}" media-type="application/xhtml+xml" '
        f'properties="{"nav" if name == "nav.xhtml" else "scripted"}"/>'
        for at, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="{at}"/>' for at in range(len(chapters)))
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": PACKAGE.format(items=items, spine=spine, toc=""),
            **{f"OEBPS/{name}": text for name, text in chapters.items()},
            **others,
        }
    )


# --- Word documents

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(text: str, style: str = "", *, item: tuple[int, int] | None = None, inside: str = "") -> str:
    """Return a paragraph; `item` is a list's number and depth, `inside` more runs as XML."""
    numbering = f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>' if item else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{named}{numbering}</w:pPr>{run}{inside}</w:p>"


def table(*rows: Iterable[str]) -> str:
    """Return a table of texts."""
    lines = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


LINK = '<w:hyperlink r:id="web"><w:r><w:t>a list of places</w:t></w:r></w:hyperlink>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
DOCUMENT = "".join(
    [
        paragraph("A Talk on Paper", "Title"),
        paragraph("Some couples talk better with a pen in the hand. There is ", inside=f"{LINK}{NOTE}"),
        paragraph("Before You Begin", "Heading1"),
        paragraph("Two sheets", item=(1, 0)),
        paragraph("of the same size", item=(1, 1)),
        paragraph("Two pens", item=(1, 0)),
        paragraph("The Steps", "Heading1"),
        paragraph("Write", item=(2, 0)),
        paragraph("Change sheets", item=(2, 0)),
        table(("Who", "How long"), ("Ada", "ten minutes"), ("Robin", "ten minutes")),
    ]
)


def document(body: str = DOCUMENT, **others: str | bytes) -> bytes:
    """Return a Word document with two lists (1 of bullets, 2 of numbers), one note, one link, a page header."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in (("Title", "Title"), ("Heading1", "heading 1"))
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">'
        + "".join(f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{kind}"/></w:lvl>' for depth in range(3))
        + "</w:abstractNum>"
        for at, kind in ((1, "bullet"), (2, "decimal"))
    )
    numbers = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (1, 2))
    web = f'<Relationship Id="web" Type="{_OFFICE}/hyperlink" Target="https://places.example/" TargetMode="External"/>'
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="d" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{web}</Relationships>',
            "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {W}>{lists}{numbers}</w:numbering>",
            "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Found in Springford.")}'
            "</w:footnote></w:footnotes>",
            "word/header1.xml": f"<w:hdr {W}>{paragraph('Springford Couples, for members')}</w:hdr>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            "<dc:title>Document1</dc:title><dc:creator>Robin Sample</dc:creator>"
            "<dcterms:created>2025-02-03T10:00:00Z</dcterms:created></cp:coreProperties>",
            **others,
        }
    )


# --- web archives

PAGE = (
    "<html><head><title>{0}</title></head><body><nav>Home</nav><article><h1>{0}</h1>"
    "<p>{1} A talk needs a time, a place and an end, and all three are agreed on before it begins.</p>"
    "<p>Who is tired says so. The talk then waits for another day, and the day is named at once.</p></article>"
)
VISITS = (
    ("https://couples.example/a.html", "200 OK", "text/html; charset=utf-8", PAGE.format("A Time", "Café.").encode()),
    (
        "https://couples.example/b",
        "200 OK",
        "text/html; charset=cp1252",
        PAGE.format("A Place", "Café.").encode("cp1252"),
    ),
    ("https://couples.example/a.html", "200 OK", "text/html", b"<p>a later copy</p>"),
    ("https://couples.example/gone", "404 Not Found", "text/html", b"<p>not found</p>"),
    ("https://couples.example/c.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://couples.example/d?page=2", "200 OK", "text/html", PAGE.format("An End", "Tea.").encode()),
)


def web_archive(visits: Iterable[tuple[str, str, str, bytes]] = VISITS, *, gzip: bool = False) -> bytes:
    """Return a WARC of (address, status, content type, body)."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("site.warc", {"software": "Springford"}))
    for address, status, kind, body in visits:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return file.getvalue()
