"""A guide as Markdown. Source text is data: whatever it holds shows on the page as it was typed.

Every character that any Markdown extension could take for its own is escaped where it could be live: with a backslash
where Python-Markdown knows that escape, else as a character reference. Readability comes second, but plain prose
stays plain: full stops, commas, quotes, brackets in words are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING
from urllib.parse import quote

import yaml

from guidewright.model import Block, Kind, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidewright.model import Cell, Front, Guide

# The extensions with which the text below renders as meant; proof.py and the site use the same ones.
EXTENSIONS = ("attr_list", "admonition", "footnotes", "md_in_html", "sane_lists", "tables", "pymdownx.superfences")

# Escaped wherever they stand: emphasis, code, links, attribute lists, templates, HTML, tables, marks, sub- and
# superscript.
_ALWAYS = {
    "\\": "\\\\",
    "`": "\\`",
    "*": "\\*",
    "_": "\\_",
    "[": "\\[",
    "]": "\\]",
    "{": "\\{",
    "}": "\\}",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "~": "&#126;",
    "^": "&#94;",
}
# Live only in company: entity, emoji shortcode, address, marks and insertions, symbols.
_IN_COMPANY = re.compile(
    r"&(?=[#\w])|:(?=[\w+-]{1,60}:)|(?<=\w):(?=//)|(?<==)=|=(?==)|(?<=\+)\+|\+(?=\+)|\((?=(?:c|r|tm|p)\))",
)
# Live at the beginning of a block.
_AT_START = re.compile(
    r"(?P<head>\d{1,9})(?P<stop>[.)])(?=\s|$)"
    r"|(?P<mark>#|\+(?=\s|$)|-(?=\s|$|--|[-\s]*$)|=(?==|\s|$)|:(?=\s|$|::)|!(?=!!)|\?(?=\?\?)|/(?=//))",
)
SILENT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]")
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9:/.?=%#~,+@_-]+")
_STARS = {MarkKind.STRONG: ("**", "strong"), MarkKind.EMPHASIS: ("*", "em")}
_SCHEMES = ("http://", "https://", "mailto:")
_ON_THIS_PAGE = re.compile(r"#[\w-]+")
# Signs of other marks, and those that are written with a backslash.
_JOINING = frozenset("\\*_`~^<>")
_TICKS = frozenset("`\\")
# Python-Markdown closes what looks like the reference of a character, between backticks as well.
_OPEN_REFERENCE = re.compile("&#[0-9xX]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def write(
    guide: Guide,
    *,
    resolve: Callable[[str], str] | None = None,
    anchors: bool = False,
    images: bool = True,
) -> str:
    """Return the whole file: front matter, `# Title`, blocks, and readers' comments where any are published.

    `resolve` turns an internal target (`guide:<slug>#<anchor>`, `topic:<slug>`, `worksheet:<slug>`) into an address;
    by default relative to a folder beside `topics/` and `worksheets/`. `anchors` writes each heading's stable id.
    `images` False writes a picture as its text alone, so that a page asks no other host for anything.
    """
    written = _Writer(resolve or address, anchors=anchors, images=images)
    text = f"{front_matter(guide.front)}\n# {written.heading(guide.title, ())}\n\n{written.blocks(guide.blocks)}"
    if not guide.comments:
        return text
    heading, note = readers_words(guide.front.language)
    return f"{text}\n## {escape(heading)}\n\n{escape(note)}\n\n{written.blocks(guide.comments)}"


# What stands above readers' comments, by language: the heading, and what they are.
_READERS = {
    "en": (
        "Readers’ comments",
        "Readers wrote this below the original article. Names and contact details are left out.",
    ),
    "de": (
        "Kommentare von Lesern",
        "Das schrieben Leser unter den ursprünglichen Artikel. Namen und Kontaktdaten sind weggelassen.",
    ),
    "fr": (
        "Commentaires de lecteurs",
        "Des lecteurs ont écrit ceci sous l’article d’origine. Noms et coordonnées ont été retirés.",
    ),
    "es": (
        "Comentarios de lectores",
        "Los lectores escribieron esto bajo el artículo original, sin nombres ni datos de contacto.",
    ),
    "pl": (
        "Komentarze czytelników",
        "Czytelnicy napisali to pod oryginalnym artykułem. Imiona, nazwiska i dane kontaktowe pominięto.",
    ),
}


def readers_words(language: str) -> tuple[str, str]:
    """Return the heading and the note above readers' comments in a guide's language; in English where it is unknown."""
    return _READERS.get(language.lower().partition("-")[0], _READERS["en"])


def front_matter(front: Front) -> str:
    """Return the YAML front matter, fences included; empty values but title, source, author, licence are left out."""
    always = ("title", "source", "author", "licence")
    values = {key: getattr(front, key) for key in type(front).__dataclass_fields__}
    values["key_points"] = list(front.key_points)
    kept = {key: _clean(value) for key, value in values.items() if (value and value != "auto") or key in always}
    if not front.draft:
        kept.pop("draft", None)
    return f"---\n{yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=10_000)}---\n"


def address(target: str) -> str:
    """Return the relative path of an internal target, as seen from `docs/guides/`."""
    scheme, _, rest = target.partition(":")
    slug, _, anchor = rest.partition("#")
    folder = {"guide": "", "topic": "../topics/", "worksheet": "../worksheets/"}[scheme]
    return f"{folder}{slug}.md" + (f"#{anchor}" if anchor else "")


def link(text: str, target: str) -> str:
    """Return a link with its text escaped; the text alone where the target is no address of the web or of mail."""
    if not target.startswith(_SCHEMES):
        return escape(text)
    if text == target and _PLAIN_ADDRESS.fullmatch(text):
        return f"<{text}>"
    return f"[{escape(text)}]({_address(target)})"


def shown(text: str) -> str:
    """Return `text` without what shows as nothing; a byte that is no text shows as U+FFFD."""
    return SILENT.sub("", _SURROGATE.sub("\ufffd", text))


def escape(text: str) -> str:
    """Return `text` so that it shows as typed inside a paragraph, heading, item or cell."""
    text = shown(text)
    text = _IN_COMPANY.sub(lambda found: "".join(f"\0{ord(c)};" for c in found.group()), text)
    text = "".join(_ALWAYS.get(c, c) for c in text)
    return re.sub("\0(\\d+);", r"&#\1;", text)


def escape_start(escaped: str) -> str:
    """Return an escaped text so that its first characters do not open a list, heading, rule or block."""
    found = _AT_START.match(escaped)
    if not found:
        return escaped
    if found["mark"]:
        mark = found["mark"]
        return (f"\\{mark}" if mark in "#+-!" else f"&#{ord(mark)};") + escaped[1:]
    stop = "\\." if found["stop"] == "." else "&#41;"
    return f"{found['head']}{stop}{escaped[found.end() :]}"


class _Writer:
    """Writes blocks; knows how addresses look from where the page stands."""

    def __init__(self, resolve: Callable[[str], str], *, anchors: bool, images: bool) -> None:
        self.resolve = resolve
        self.anchors = anchors
        self.images = images

    def blocks(self, blocks: Sequence[Block]) -> str:
        parts: list[str] = []
        last: Block | None = None
        lists: list[Block] = []  # the last item of each open list, outermost first
        loose = False  # whether something other than items stands in the open list: then blank lines part its items
        for block in blocks:
            text = self.block(block)
            if not text:
                continue
            if last is not None:
                between = _between(last, block, lists)
                loose = (
                    bool(lists)
                    and block.level > 0
                    and (loose or (between != "\n" and len(lists) > 1) or block.kind is not Kind.ITEM)
                )
                parts.append("\n\n" if loose and between == "\n" else between)
            parts.append(text)
            last = block
            lists = [*lists[: block.level - 1], block] if block.kind is Kind.ITEM else lists[: _depth(block)]
        return "".join(parts) + "\n"

    def block(self, block: Block) -> str:
        if block.kind is Kind.HEADING:
            anchor = f" {{ #{block.anchor} }}" if self.anchors and block.anchor else ""
            return f"{'#' * block.level} {self.heading(block.text, block.marks)}{anchor}"
        if block.kind is Kind.CODE:
            return _indent(_fenced(block.text), block.level)
        if block.kind is Kind.TABLE:
            return self.table(block.rows)
        if block.kind is Kind.RULE:
            return "* * *"
        if block.kind is Kind.IMAGE:
            return _indent(self.image(block), block.level)
        text = self.inline(block.text, block.marks)
        if block.breaks:
            text = re.sub(r"[ \t]*\n", "  \n", text)
        text = _place(block) + _each_start(text)
        if block.kind is Kind.ITEM:
            if block.label:  # Markdown has no such lists
                mark = f"- {escape_start(escape(block.label))} "
            else:
                mark = f"{block.number}. " if block.number is not None else "- "
            return _indent(mark + text.replace("\n", "\n    "), block.level - 1)
        if block.quoted:
            return "\n".join("> " * block.quoted + line for line in text.split("\n"))
        return _indent(text, block.level)

    def heading(self, text: str, marks: Sequence[Mark]) -> str:
        """Return a heading's text; a trailing `#` would be taken for its closing mark."""
        return re.sub(r"#(?=#*$)", r"\\#", self.inline(text, marks))

    def image(self, block: Block) -> str:
        alt = self.inline(block.text, block.marks)
        if not self.images or not block.target.startswith(_SCHEMES):
            return alt
        return f"![{escape(block.text)}]({_address(block.target)})"

    def table(self, rows: Sequence[Sequence[Cell]]) -> str:
        written = [[self.inline(cell.text, cell.marks).replace("\n", " ") for cell in row] for row in rows]
        width = max(len(row) for row in written)
        lines = ["| " + " | ".join(cell or " " for cell in row + [""] * (width - len(row))) + " |" for row in written]
        return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])

    def inline(self, text: str, marks: Sequence[Mark]) -> str:
        """Return `text` escaped, with its marks written around the right characters."""
        if not marks:
            return escape(text)
        marks = _merged(marks, text)
        starts = [mark.start for mark in marks]
        pieces: list[str] = []
        place = 0
        for mark in _outer(marks, len(text)):
            before = escape(text[place : mark.start])
            # A `!` straight before a link would make it a picture.
            pieces.append(re.sub(r"!$", r"\\!", before) if mark.kind is MarkKind.LINK else before)
            near = marks[bisect_left(starts, mark.start) : bisect_left(starts, mark.end)]
            inner = [each for each in near if each is not mark and each.end <= mark.end]
            around = next((piece[-1] for piece in reversed(pieces) if piece), ""), text[mark.end : mark.end + 1]
            pieces.append(self._marked(text[mark.start : mark.end], mark, inner, around))
            place = mark.end
        pieces.append(escape(text[place:]))
        return "".join(pieces)

    def _marked(self, text: str, mark: Mark, inner: Sequence[Mark], around: tuple[str, str]) -> str:
        """Return what a mark covers, marked; `around` are the characters before and after it, empty at the ends."""
        lead = text[: len(text) - len(text.lstrip())]
        tail = text[len(text.rstrip()) :] if text.strip() else ""
        body = text.strip()
        if not body:
            return text
        if mark.kind is MarkKind.CODE:
            ticked = (not lead and around[0] in _TICKS) or (not tail and around[1] in _TICKS)
            tagged = ticked or _OPEN_REFERENCE.search(body) is not None
            return lead + (f"<code>{escape(body)}</code>" if tagged else _code(body)) + tail
        shift = mark.start + len(lead)
        moved = [
            Mark(max(0, each.start - shift), min(len(body), each.end - shift), each.kind, each.target)
            for each in inner
            if each.kind is not mark.kind and each.start - shift < len(body) and each.end > shift
        ]
        written = self.inline(body, moved)
        if mark.kind in _STARS:
            stars, tag = _STARS[mark.kind]
            # Stars that touch a letter or other stars may pair up otherwise: there the tag says it.
            touched = (not lead and _joins(around[0])) or (not tail and _joins(around[1]))
            if not (touched or written.startswith("*") or written.endswith("*")):
                return f"{lead}{stars}{written}{stars}{tail}"
            return f"{lead}<{tag}>{written}</{tag}>{tail}"
        if mark.kind is MarkKind.STRUCK:
            return f"{lead}<del>{written}</del>{tail}"
        if mark.target.partition(":")[0] in {"guide", "topic", "worksheet"}:
            return f"{lead}[{written}]({self.resolve(mark.target)}){tail}"
        if _ON_THIS_PAGE.fullmatch(mark.target):
            return f"{lead}[{written}]({mark.target}){tail}"
        if not mark.target.startswith(_SCHEMES):
            return lead + written + tail
        if body == mark.target and _PLAIN_ADDRESS.fullmatch(body):
            return f"{lead}<{body}>{tail}"
        return f"{lead}[{written}]({_address(mark.target)}){tail}"


def _between(above: Block, below: Block, lists: Sequence[Block]) -> str:
    """Return what parts two blocks; `lists` are the last items of the lists that are open after `above`."""
    if below.kind is Kind.ITEM:
        same = lists[below.level - 1] if len(lists) >= below.level else None
        if same is not None and _new_list(same, below):
            # Two lists in a row would be one to every Markdown renderer.
            return f"\n\n{'    ' * (below.level - 1)}<!-- -->\n\n"
        if above.kind is Kind.ITEM:
            return "\n"
    if above.quoted and above.quoted == below.quoted:
        return "\n" + "> " * (above.quoted - 1) + ">\n"
    return "\n\n"


def _place(block: Block) -> str:
    """Return what a link on the page leads to: a note, or what refers to it; a heading has its id from elsewhere."""
    return f'<a id="{block.anchor}"></a>' if block.anchor else ""


def _depth(block: Block) -> int:
    """Return how deep in lists a block stands that is no item itself."""
    return 0 if block.kind is Kind.HEADING else block.level


def _outer(marks: Sequence[Mark], length: int) -> list[Mark]:
    """Return the outermost marks, in order; one that crosses another's border is dropped."""
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (each.start, -each.end, each.kind)):
        if mark.start < mark.end <= length and (not chosen or mark.start >= chosen[-1].end):
            chosen.append(mark)
    return chosen


def _merged(marks: Sequence[Mark], text: str) -> list[Mark]:
    """Return the marks; emphases with no more than white space between them, or codes that touch, are made one."""
    made: list[Mark] = []
    last: dict[MarkKind, int] = {}  # the place in `made` of the last mark of a kind
    for mark in sorted(marks, key=lambda each: (each.start, each.end)):
        at = last.get(mark.kind)
        if at is not None:
            between = text[made[at].end : mark.start]
            if not (between.strip() if mark.kind in _STARS else between):
                made[at] = Mark(made[at].start, max(made[at].end, mark.end), mark.kind)
                continue
        if mark.kind is not MarkKind.LINK:
            last[mark.kind] = len(made)
        made.append(mark)
    return made


def _joins(character: str) -> bool:
    """Whether stars next to a character may be read together with it."""
    return character.isalnum() or character in _JOINING


def _new_list(above: Block, below: Block) -> bool:
    """Whether an item begins a list of its own: another kind of mark, or a number that does not follow."""
    if (above.number is None, above.label == "") != (below.number is None, below.label == ""):
        return True
    if above.number is None or below.number is None:
        return False
    return below.number - above.number not in ({1, -1} if below.label else {1})


def _address(target: str) -> str:
    """Return an address that cannot end its Markdown link early: brackets, quotes and all that is odd as %XX."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", quote(target, safe="/:?#@!$&*+,;=%~-._"))


def _each_start(text: str) -> str:
    return "\n".join(escape_start(line) for line in text.split("\n"))


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    # A leading `#!` or `:::` would name a language to some extensions.
    lead = " " if not space and text.startswith(("#!", ":::")) else space
    return f"{fence}{lead}{shown(text)}{space}{fence}"


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{shown(text)}\n{fence}"


def _indent(text: str, depth: int) -> str:
    if depth <= 0:
        return text
    pad = "    " * depth
    return "\n".join(pad + line if line else line for line in text.split("\n"))


def _clean(value: object) -> object:
    """Return a front matter value without what YAML cannot hold: lone surrogates, control characters."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return value
