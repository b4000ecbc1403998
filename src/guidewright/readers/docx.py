"""Word documents (DOCX) through mammoth, which reads their structure: headings, lists, tables, notes, links.

The whole document is the article. Page headers and footers, reviewers' comments, hidden text and pictures are no part
of it; all but the last are named in a note. What mammoth does not read is put before it in a way that it does.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import mammoth
from lxml import etree

from guidewright.model import Notice
from guidewright.readers import _docx, _docx_looks, _docx_words
from guidewright.readers import html as web_page
from guidewright.readers._article import Article, source, written
from guidewright.readers._limits import Refused
from guidewright.readers._xml import name, parse
from guidewright.readers._zip import Parts

if TYPE_CHECKING:
    from guidewright.model import Source

OPENS = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", ".docm")

_OLE = b"\xd0\xcf\x11\xe0"
_CORE = "docProps/core.xml"
# Styles of Word, LibreOffice and pandoc that mammoth does not know; a style of the author's is a paragraph.
_STYLES = f"""
{_docx.STYLES}
p[style-name='Title'] => h1.title:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
p[style-name='Source Code'] => pre:separator('\\n')
r[style-name='HTML Code'] => code
r[style-name='Source Text'] => code
r[style-name='Verbatim Char'] => code
p[style-name^='toc '] => nav.toc > p:fresh
p[style-name='Contents Heading'] => nav.toc > p:fresh
p[style-name='table of figures'] => nav.toc > p:fresh
"""
# Word numbers the names of these parts when it has saved them before.
_PART = re.compile(r"word/(document|footnotes|endnotes|styles|numbering)\d*\.xml")
# What mammoth says where it leaves out words or a sign.
_IGNORED = re.compile(r"An unrecognised element was ignored|A w:sym element")
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
# What Word and its templates call a document that no one has named.
_NO_TITLE = re.compile(
    r"(?:microsoft word - .*|(?:word )?document ?\d*|untitled.*|.*\.(?:docx?|dotx?|rtf|odt))", re.IGNORECASE
)
# What programs write into the other properties.
_NOTHING = {
    "title": _NO_TITLE,
    "creator": re.compile(
        r"python-docx|(?:microsoft )?office[- ]user|(?:windows[- ])?user|admin(?:istrator)?|unknown|owner",
        re.IGNORECASE,
    ),
    "created": re.compile(r"2013-12-23T23:15:00Z"),  # the day of python-docx's template
}
_SHOWN = 60


def expand(source_: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the document as one source under its own name, and notes about what is not its text."""
    if source_.raw.startswith(_OLE):
        msg = "it is locked with a password, or a document of an old Word; save it as .docx without a password"
        raise Refused(msg)
    parts = Parts(source_.raw)
    if "word/document.xml" not in parts.names and not any(each.startswith("word/") for each in parts.names):
        msg = "it is an archive, but not a Word document; give it the ending of its own format"
        raise Refused(msg)
    raw, hidden = _readable(parts)
    body, dropped = _body(_archive(raw))
    core = _core(parts)
    article = Article(
        name="",
        body=body,
        # What its own first page calls it says more than what Word has kept in its properties.
        title="" if '<h1 class="title"' in body else core.get("title", ""),
        author=core.get("creator", ""),
        published=core.get("created", "")[:10],
        language=core.get("language", ""),
        rights=core.get("rights", ""),
        heading=False,
        document=True,
    )
    notes = [*_notes(parts, hidden), *dropped]
    made = source(source_, article, source_.id)
    # Whoever typed it may have typed the text of another, whom its byline names.
    made = replace(made, metadata=replace(made.metadata, author=source_.metadata.author))
    return (made,), tuple(Notice(source_.id, 0, each) for each in notes)


def _readable(parts: Parts) -> tuple[dict[str, bytes], int]:
    """Return the XML of a document as mammoth reads all of it, and how many stretches of it Word hides."""
    raw, roots = {}, {}
    for each in sorted(parts.names):
        if each.endswith((".xml", ".rels")):
            raw[each] = parts.read(each)
            root, complaint, line = parse(raw[each])  # refuses bombs, which mammoth's parser would open
            if _PART.fullmatch(each):
                if complaint:
                    msg = f"it is not a whole Word document ({each}: {complaint}); save it again"
                    raise Refused(msg, line)
                roots[each] = root
    kinds = {name(root): root for root in roots.values()}
    styles = _docx.styles(kinds.get("styles", ()))
    default = _docx.default(kinds.get("styles", ()))
    lists = _docx.lists(kinds.get("numbering", ()), styles)
    hidden = 0
    for each, root in roots.items():
        if name(root) in {"document", "footnotes", "endnotes"}:
            _docx_words.shown(root)
            hidden += _docx_words.take_out_hidden(root, styles)
            _docx_looks.mark(root, styles, default)
            _docx.Paragraphs(styles, lists).mark(root)
            raw[each] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return raw, hidden


def _archive(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for each, raw in parts.items():
            made.writestr(zipfile.ZipInfo(each), raw)
    return file.getvalue()


def _body(raw: bytes) -> tuple[str, list[str]]:
    """Return the document's HTML, and what mammoth left out."""
    try:
        result = mammoth.convert_to_html(  # type: ignore[no-untyped-call]
            io.BytesIO(raw),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),  # type: ignore[no-untyped-call]
            include_embedded_style_map=False,
        )
    except Exception as error:  # it raises whatever its parser stumbles over
        msg = f"it is not a whole Word document ({type(error).__name__}: {error}); save it again"
        raise Refused(msg) from error
    root = web_page.parse(f"<div>{result.value}")
    body = None if root is None else root.find("body/div")
    if body is None:
        return "", []
    for back in list(body.iter("a")):  # from a note to its place in the text: an arrow, which is no word of it
        if (back.get("href") or "").startswith(("#footnote-ref", "#endnote-ref")):
            back.drop_tree()
    for line in list(body.iterfind(".//pre//br")):  # blank lines of code
        line.tail = f"\n{line.tail or ''}"
        line.drop_tag()
    _docx.number(body)
    for notes in body.iter("ol"):
        if len(notes) and (notes[0].get("id") or "").startswith(("footnote-", "endnote-")):
            notes.set("class", "footnotes")
    unknown = {each.message for each in result.messages if _IGNORED.match(each.message)}
    return written(body), [f"a part of it could not be read ({each})" for each in sorted(unknown)]


def _core(parts: Parts) -> dict[str, str]:
    """Return what the document's properties say, by Dublin Core's names; what no one has given is left out."""
    if _CORE not in parts.names:
        return {}
    root, _, _ = parse(parts.read(_CORE))
    said = {name(each): " ".join((each.text or "").split()) for each in root}
    for key, nothing in _NOTHING.items():
        if nothing.fullmatch(said.get(key, "")):
            del said[key]
    return said


def _notes(parts: Parts, hidden: int) -> list[str]:
    edges = []
    for each in sorted(filter(_EDGE.fullmatch, parts.names)):
        text = _text(parse(parts.read(each))[0])
        if text and not text.isdigit():
            edges.append(text)
    notes = []
    if edges:
        shown = "; ".join(f"“{each[:_SHOWN]}”" for each in dict.fromkeys(edges))
        notes.append(f"what stands in the head or foot of every page is left out: {shown}")
    if "word/comments.xml" in parts.names:
        root, _, _ = parse(parts.read("word/comments.xml"))
        count = sum(name(each) == "comment" for each in root.iter())
        if count:
            notes.append(f"{count} comments in the margin are left out")
    if hidden:
        stretches = "1 stretch" if hidden == 1 else f"{hidden} stretches"
        notes.append(f"hidden text is left out ({stretches}); in Word, show what belongs to the article")
    return notes


def _text(root: Any) -> str:  # noqa: ANN401 - lxml's element types are private
    return " ".join("".join(each.text or "" for each in root.iter() if name(each) == "t").split())
