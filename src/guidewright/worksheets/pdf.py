"""The model as a PDF file: drawn and tagged by Typst, its fields made by pikepdf. Needs nothing but the two packages.

Typst knows no form fields, but it tags links well. The template draws a link `field:<id>` wherever a field belongs;
here each such link becomes, in place, the widget of that field, and its structure element a Form. Reading order and
the parent tree stay right because nothing is moved. The same sheet gives the same bytes, on every machine.
"""

from __future__ import annotations

import hashlib
import io
import json
import threading
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pikepdf
import segno
import typst
from pikepdf import Array, Dictionary, Name, Stream, String

from guidewright.worksheets import fonts, model
from guidewright.worksheets.model import FieldKind, Sheet, Text
from guidewright.worksheets.words import borrowed, direction, primary, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
TEMPLATE = HERE / "sheet.typ"
PAPERS = {"a4": "a4", "letter": "us-letter"}
_FIELD = "field:"
_RADIO, _MULTILINE = 1 << 15, 1 << 12
_NON_SYMBOLIC = 1 << 5
_RIGHT = 2
# A block up to this high, in millimetres, fits on a page of either paper in any case.
_SHORT = 180


class SheetError(Exception):
    """A sheet could not be made into a PDF file; the message says why."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """What one PDF file holds: one sheet, or several with a table of contents. `paper` is `a4` or `letter`."""

    title: str
    sheets: tuple[Sheet, ...]
    paper: str = "a4"

    @property
    def language(self) -> str:
        """The language of the first sheet."""
        return self.sheets[0].language if self.sheets else "en"

    @property
    def fields(self) -> dict[str, model.Field]:
        """All fields by the name they have in the file, where several sheets' fields are kept apart."""
        named = [(n, sheet, field) for n, sheet in enumerate(self.sheets) for field in sheet.fields]
        count = Counter(label for sheet in self.sheets for label in {field.label for field in sheet.fields})
        return {
            self.name(n) + field.id: replace(field, label=model.joined(sheet.title, field.label))
            if count[field.label] > 1
            else field
            for n, sheet, field in named
        }

    def name(self, number: int) -> str:
        """Return what is put before the field names of sheet `number` (from 0)."""
        return f"s{number + 1}--" if len(self.sheets) > 1 else ""


def booklet(sheet: Sheet, paper: str) -> Booklet:
    """Return a single sheet as a file's content."""
    return Booklet(sheet.title, (sheet,), paper)


def digest(content: Booklet) -> str:
    """Return a name for what `render` would make: it changes with the content, this code, the fonts and the tools."""
    return hashlib.sha256(f"{_tools()}\n{content!r}".encode()).hexdigest()[:32]


@cache
def _tools() -> str:
    files = (TEMPLATE, Path(__file__), HERE / "words.py", HERE / "model.py", *sorted(HERE.glob("f*fonts/*.*")))
    parts = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return "\n".join([*parts, *(f"{name} {version(name)}" for name in ("typst", "pikepdf", "segno"))])


def render(content: Booklet) -> bytes:
    """Return the PDF file. Raises SheetError if Typst refuses."""
    return _fields(_draw(content), content)


def missing(sheets: Iterable[Sheet]) -> str:
    """Return the characters that no font of ours has, in order; they would be printed as boxes with a question mark."""
    return fonts.missing(
        "".join(json.dumps(_sheet(replace(each, guides=()), ""), ensure_ascii=False) for each in sheets)
    )


# ---- Drawing ----

_local = threading.local()


def _compiler() -> typst.Compiler:
    """Return this thread's compiler, which has read the fonts."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(str(TEMPLATE), font_paths=[str(fonts.FOLDER)], ignore_system_fonts=True)
    compiler: typst.Compiler = _local.compiler
    return compiler


def _draw(content: Booklet) -> bytes:
    say = words(content.language)
    sheets = [_sheet(sheet, content.name(n)) for n, sheet in enumerate(content.sheets)]
    shown = "".join(sheet.title for sheet in content.sheets) + json.dumps(sheets, ensure_ascii=False)
    data = {
        "title": content.title,
        "paper": PAPERS[content.paper],
        "lang": primary(content.language),
        "rtl": direction(content.language) == "rtl",
        "fonts": fonts.families(shown),
        "foot": content.sheets[0].site if content.sheets else "",
        "words": {
            "page": say.page,
            "guide": say.guide,
            "contents": say.contents,
            "lang": borrowed(content.language) or primary(content.language),
        },
        "sheets": sheets,
    }
    source = fonts.printable(json.dumps(data, ensure_ascii=False))
    try:
        made = _compiler().compile(format="pdf", sys_inputs={"data": source}, pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as error:
        raise SheetError("; ".join([error.message, *error.hints])) from error
    if not isinstance(made, bytes):
        msg = "Typst made no single file"
        raise SheetError(msg)
    return made


def _sheet(sheet: Sheet, prefix: str) -> dict[str, Any]:
    """Return a sheet as the template reads it."""
    level = _Levels()
    return {
        "title": _text(model.text(sheet.title), ""),
        "blocks": [_block(block, sheet, prefix, level) for block in sheet.blocks],
        "guides": [_guide(guide) for guide in sheet.guides],
    }


class _Levels:
    """Keeps heading levels without gaps: PDF/UA refuses a third level right below a first."""

    def __init__(self) -> None:
        self.last = 1

    def fit(self, level: int) -> int:
        self.last = max(2, min(level, self.last + 1))
        return self.last


def _guide(guide: model.Guide) -> dict[str, str]:
    parts = urlsplit(guide.url)
    qr = segno.make(guide.url, error="m", micro=False).svg_inline(border=0, omitsize=True) if guide.url else ""
    short = (parts.netloc + parts.path).rstrip("/")
    return {"title": guide.title, "url": guide.url, "short": short, "qr": qr, "alt": f"QR: {short}"}


def _text(runs: Text, base: str) -> list[dict[str, Any]]:
    """Return text runs; a link that leads nowhere on paper is plain text."""
    found = []
    for run in runs:
        target = urljoin(base, run.target) if run.target else ""
        known = urlsplit(target).scheme in ("http", "https", "mailto", "tel")
        found.append(
            {"text": run.text, "strong": run.strong, "emphasis": run.emphasis, "target": target if known else ""}
        )
    return found


def _block(block: model.Block, sheet: Sheet, prefix: str, levels: _Levels) -> dict[str, Any]:
    def text(runs: Text) -> list[dict[str, Any]]:
        return _text(runs, sheet.base)

    def inside(blocks: Sequence[model.Block]) -> list[dict[str, Any]]:
        return [_block(each, sheet, prefix, levels) for each in blocks]

    match block:
        case model.Paragraph():
            return {"kind": "paragraph", "text": text(block.text)}
        case model.Heading():
            return {"kind": "heading", "level": levels.fit(block.level), "text": text(block.text)}
        case model.Listing():
            items = [inside(item) for item in block.items]
            return {"kind": "listing", "items": items, "ordered": block.ordered, "start": block.start}
        case model.Quote():
            return {"kind": "quote", "prose": inside(block.prose)}
        case model.Note():
            language = block.language or sheet.language
            return {
                "kind": "note",
                "title": text(block.title),
                "prose": inside(block.prose),
                "lang": primary(language),
                "rtl": direction(language) == "rtl",
            }
        case model.Keep():
            long = sum(map(_height, block.blocks)) > _SHORT
            return {"kind": "keep", "blocks": inside(block.blocks), "long": long}
        case model.PageBreak():
            return {"kind": "pagebreak"}
        case model.Planner():
            return _block(block.table, sheet, prefix, levels)
    asked = {"title": text(model.title(block)), "hint": inside(block.hint), "long": _height(block) > _SHORT}
    name = prefix + block.id
    match block:
        case model.Prompt():
            return asked | {"kind": "prompt", "field": name, "lines": block.lines}
        case model.Checklist():
            own = [""] * len(block.items) + [prefix + field.id for field in block.others]
            labels = [text(item.text) for item in block.items]
            labels += [_text(model.text(label), "") for label in block.options[len(block.items) :]]
            rows = [
                {
                    "field": f"{name}/{n}" if block.choose_one else f"{name}--{n}",
                    "number": n,
                    "text": label,
                    "own": line,
                }
                for n, (label, line) in enumerate(zip(labels, own, strict=True), 1)
            ]
            kind = {"kind": "checklist", "choose": block.choose_one, "ordered": block.ordered, "rows": rows}
            return asked | kind
        case model.Scale():
            numbers = [{"field": f"{name}/{n}", "label": label} for n, label in enumerate(block.fields[0].options, 1)]
            ends = ((block.first, block.low), (block.last, block.high))
            shown = [f"{number} = {meaning}" if meaning else "" for number, meaning in ends]
            return asked | {"kind": "scale", "numbers": numbers, "ends": shown if any(shown) else []}
        case model.Starters():
            sentences = []
            for sentence, fields in zip(block.sentences, block.rows, strict=True):
                parts: list[dict[str, Any]] = [{"text": text(sentence.pieces[0])}]
                for field, wide, piece in zip(fields, sentence.wide, sentence.pieces[1:], strict=True):
                    parts += [{"field": prefix + field.id, "wide": wide}, {"text": text(piece)}]
                sentences.append(parts)
            return asked | {"kind": "starters", "sentences": sentences}
        case model.Table():
            rows = [
                {
                    "label": text(block.labels[n]) if block.labels else None,
                    "fields": [prefix + field.id for field in cells],
                }
                for n, cells in enumerate(block.cells)
            ]
            heads = [text(column) for column in block.columns]
            shares = [1] * len(heads)
            columns = ["auto", *shares] if block.labels else shares
            return asked | {
                "kind": "table",
                "heads": [[], *heads] if block.labels else heads,
                "labelled": bool(block.labels),
                "columns": len(columns),
                "rows": rows,
                "lines": block.lines,
            }
        case model.Agreement():
            signatures = [{"field": prefix + field.id, "label": field.label} for field in block.signatures]
            terms = prefix + block.terms.id if block.terms else ""
            return asked | {"kind": "agreement", "terms": terms, "lines": block.lines, "signatures": signatures}


def _height(block: model.Block) -> float:
    """Return about how many millimetres a block takes, rather too many than too few."""

    def lines(runs: Text, width: int = 70) -> int:
        return len(model.plain(runs)) // width + 1

    def prose(blocks: Sequence[model.Prose]) -> float:
        return sum(map(_height, blocks))

    match block:
        case model.Paragraph() | model.Heading():
            return 8.0 * lines(block.text)
        case model.Listing():
            return sum(map(prose, block.items))
        case model.Quote() | model.Note():
            return 10.0 + prose(block.prose)
        case model.Keep():
            return sum(map(_height, block.blocks))
        case model.PageBreak():
            return 0.0
        case model.Planner():
            return _height(block.table)
    head = 12.0 + 6.0 * lines(model.title(block))
    head += prose(block.hint)
    match block:
        case model.Prompt():
            return head + 9.0 * block.lines
        case model.Checklist():
            return head + sum(9.0 * lines(item.text) for item in block.items) + 11.0 * block.other
        case model.Scale():
            return head + 25.0
        case model.Starters():
            blanks = sum(len(sentence.wide) for sentence in block.sentences)
            return head + sum(11.0 * lines(run) for each in block.sentences for run in each.pieces) + 11.0 * blanks
        case model.Table():
            width = 70 // (len(block.columns) + bool(block.labels))
            heads = max(lines(column, width) for column in block.columns)
            labels = sum(max(0, lines(label, width) - block.lines) for label in block.labels)
            return head + 8.0 * heads + (7.6 * block.lines + 4.0) * len(block.cells) + 6.0 * labels
        case model.Agreement():
            return head + 9.0 * block.lines + 24.0 * (len(block.signatures) // 2 + 1)


# ---- Fields ----


def _fields(drawn: bytes, content: Booklet) -> bytes:
    """Turn the links of a drawn file into fields."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        form = _Form(pdf, content)
        for page in pdf.pages:
            for note in page.get("/Annots", ()):
                target = str(note.A.get("/URI", "")) if "/A" in note else ""
                if target.startswith(_FIELD):
                    form.add(note, page, target.removeprefix(_FIELD))
        form.finish()
        for page in pdf.pages:
            page.Tabs = Name.S
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            linearize=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
        )
    return out.getvalue()


class _Form:
    """Builds the form of one file."""

    def __init__(self, pdf: pikepdf.Pdf, content: Booklet) -> None:
        self.pdf, self.known = pdf, content.fields
        self.group = fonts.field_group(content.language)
        self.align = _RIGHT if direction(content.language) == "rtl" else 0
        self.tops: list[pikepdf.Object] = []
        self.choices: dict[str, pikepdf.Object] = {}
        self.parents = _number_tree(pdf.Root.StructTreeRoot.ParentTree)
        self.font = pdf.make_indirect(_font(pdf, self.group))

    def add(self, note: pikepdf.Object, page: pikepdf.Page, target: str) -> None:
        """Make a link annotation the widget of the field it names."""
        name, _, option = target.partition("/")
        field = self.known[name]
        for key in ("/A", "/Contents", "/Border"):
            if key in note:
                del note[key]
        note.Subtype, note.F, note.P = Name.Widget, 4, page.obj
        self.parents[int(note.StructParent)].S = Name.Form
        left, bottom, right, top = map(float, note.Rect)
        size = (right - left, top - bottom)
        if field.kind in (FieldKind.TEXT, FieldKind.LINE):
            self._text(note, name, field, size)
        elif field.kind is FieldKind.TICK:
            note.T, note.FT, note.TU = String(name), Name.Btn, String(field.label)
            self._button(note, "/Yes", _check(*size), size)
            self.tops.append(note)
        else:
            self._choice(note, (name, int(option)), field, size)

    def _text(self, note: pikepdf.Object, name: str, field: model.Field, size: tuple[float, float]) -> None:
        note.T, note.FT, note.TU = String(name), Name.Tx, String(field.label)
        if field.kind is FieldKind.TEXT:
            note.Ff = _MULTILINE
        # Size 0: the viewer makes long answers smaller instead of cutting them off.
        note.DA = String("/Answer 0 Tf 0.1 g")
        if self.align:
            note.Q = self.align
        # Transparent while empty, so that the ruled lines show; with a white ground as soon as a viewer draws text.
        note.MK = Dictionary(BG=Array([1, 1, 1]))
        note.AP = Dictionary(N=self._appearance(b"/Tx BMC\nEMC", size))
        self.tops.append(note)

    def _choice(
        self, note: pikepdf.Object, place: tuple[str, int], field: model.Field, size: tuple[float, float]
    ) -> None:
        name, option = place
        if name not in self.choices:
            facts = Dictionary(
                T=String(name), FT=Name.Btn, TU=String(field.label), Ff=_RADIO, V=Name.Off, Kids=Array([])
            )
            self.choices[name] = self.pdf.make_indirect(facts)
            self.tops.append(self.choices[name])
        top = self.choices[name]
        note.Parent, note.TU = top, String(f"{field.label}: {field.options[option - 1]}")
        self._button(note, f"/{option}", _dot(*size), size)
        top.Kids.append(note)

    def _button(self, note: pikepdf.Object, on: str, drawing: bytes, size: tuple[float, float]) -> None:
        states = Dictionary({on: self._appearance(drawing, size), "/Off": self._appearance(b"", size)})
        note.AP, note.AS = Dictionary(N=states), Name.Off
        if "/FT" in note:
            note.V = Name.Off

    def _appearance(self, drawing: bytes, size: tuple[float, float]) -> pikepdf.Object:
        box = Array([0, 0, *(round(each, 3) for each in size)])
        return self.pdf.make_indirect(
            Stream(self.pdf, drawing, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
        )

    def finish(self) -> None:
        """Write the form into the file; every field of the model must be there, once."""
        drawn = {str(top.T) for top in self.tops}
        if drawn != set(self.known) or len(self.tops) != len(self.known):
            msg = f"fields drawn and fields of the sheet differ: {sorted(drawn ^ set(self.known))}"
            raise SheetError(msg)
        if self.tops:
            self.pdf.Root.AcroForm = self.pdf.make_indirect(
                Dictionary(
                    Fields=Array(self.tops),
                    DA=String("/Answer 0 Tf 0.1 g"),
                    DR=Dictionary(Font=Dictionary(Answer=self.font)),
                )
            )


def _check(width: float, height: float) -> bytes:
    """Draw a tick that fills a box of these points."""
    points = ((0.2, 0.52), (0.42, 0.26), (0.82, 0.8))
    (ax, ay), (bx, by), (cx, cy) = ((round(x * width, 2), round(y * height, 2)) for x, y in points)
    return f"1.8 w 1 J 1 j 0.1 G {ax} {ay} m {bx} {by} l {cx} {cy} l S".encode()


def _dot(width: float, height: float) -> bytes:
    """Draw a filled circle in the middle of a box of these points."""
    x, y, r = width / 2, height / 2, min(width, height) * 0.27
    k = 0.5523 * r
    curve = (
        f"0.1 g {x - r:.2f} {y:.2f} m "
        f"{x - r:.2f} {y + k:.2f} {x - k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x + k:.2f} {y + r:.2f} {x + r:.2f} {y + k:.2f} {x + r:.2f} {y:.2f} c "
        f"{x + r:.2f} {y - k:.2f} {x + k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x - k:.2f} {y - r:.2f} {x - r:.2f} {y - k:.2f} {x - r:.2f} {y:.2f} c f"
    )
    return curve.encode()


def _number_tree(tree: pikepdf.Object) -> dict[int, pikepdf.Object]:
    """Return a PDF number tree as a dict."""
    found: dict[int, pikepdf.Object] = {}
    flat = list(tree.get("/Nums", ()))
    found.update((int(key), value) for key, value in zip(flat[::2], flat[1::2], strict=True))
    for kid in tree.get("/Kids", ()):
        found.update(_number_tree(kid))
    return found


def _font(pdf: pikepdf.Pdf, group: str) -> Dictionary:
    """Return the font that readers' answers are shown in: a simple TrueType font, which every viewer can type with."""
    facts, raw = fonts.field_font(group)
    file = pdf.make_indirect(Stream(pdf, raw, Length1=len(raw)))
    described = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{facts['name']}"),
            Flags=_NON_SYMBOLIC,
            FontBBox=Array(facts["bbox"]),
            ItalicAngle=0,
            Ascent=facts["ascent"],
            Descent=facts["descent"],
            CapHeight=facts["cap"],
            StemV=80,
            FontFile2=file,
        )
    )
    encoding: Any = Name.WinAnsiEncoding
    if facts["named"]:
        differences: list[Any] = []
        for code, name in facts["named"].items():
            differences += [int(code), Name(f"/{name}")]
        encoding = Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array(differences))
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(f"/{facts['name']}"),
        FirstChar=facts["first"],
        LastChar=facts["first"] + len(facts["widths"]) - 1,
        Widths=Array(facts["widths"]),
        FontDescriptor=described,
        Encoding=encoding,
    )
