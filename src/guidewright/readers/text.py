"""Plain text: bytes in any encoding, lines as they stand.

A line's `text` is the UTF-8 decoding with undecodable bytes as surrogate escapes, so that the bytes come back exactly.
Where a byte order mark of UTF-16 or UTF-32 begins the text, it is that decoding, and `encoding` names it. What the line
*says* is in `plain` where that differs: another encoding, mojibake (ftfy's heuristic,
https://ftfy.readthedocs.io), control characters and soft hyphens that show as nothing. Where the text is wrapped at a
column, or has a line for each piece of a sentence, `where` says which lines continue the one above.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import ftfy
import ftfy.badness

from guidewright.model import Line, Page, Where
from guidewright.readers import _shattered, _wrap
from guidewright.readers._decode import guess, is_switching, unmarked

if TYPE_CHECKING:
    from guidewright.model import Source

READS = ("text/plain", ".txt", ".text")
BYTES_COME_BACK = True

_CONTINUES = Where(continues=True)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_JAPANESE = "iso2022_jp"
# What shows as nothing: control characters but tab, soft hyphen, zero-width space, byte order mark.
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]")
# Of those and of the separators beyond ASCII: what parts two words. A page's reader makes it a space, too.
_SEPARATOR = re.compile("[\u2028\u2029]")
_PARTING = re.compile("(?<=\\S)[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+(?=\\S)")
_LONE = re.compile("[\ud800-\udfff]")
# What UTF-8's first bytes look like in the encodings that they are mistaken for (Windows-1250 to -1252, Mac Roman,
# DOS): without one there is no mojibake, and ftfy's long look at the text can be spared.
_SUSPECT = re.compile("[\u00c2-\u00f4\u0102-\u0165\u0420\u0421\u0432\u2030\u201a\u221a\u2248\u251c\u252c\u0393]")
# Bytes that are neither silent nor suspect: most of a text, and quickly left out.
_PLAIN = bytes([*range(0x20, 0x7F), *b"\t\r\n"])
# Text in ASCII between two places that ftfy looks at: it looks at two characters around a suspect one, at most.
_FAR_FROM_SUSPECT = re.compile("([\x00-\x7f]{8})[\x00-\x7f]+([\x00-\x7f]{8})")


def read(source: Source) -> Page:
    """Return the source as numbered lines; never fails, whatever the bytes are."""
    lines = numbered(source.raw)
    said = [line.says for line in lines]
    for at in _wrap.continuing(said) or _shattered.continuing(said):
        lines[at] = replace(lines[at], where=_CONTINUES)
    return Page(source.id, tuple(lines), title=source.metadata.title)


def numbered(raw: bytes) -> list[Line]:
    """Return the lines of a text in any encoding, with nothing said of how they belong together."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom) and (lines := _wide(raw, encoding)):
            return lines
    if (encoding := unmarked(raw)) and (lines := _wide(raw, encoding)):
        return lines
    try:
        text, encoding = raw.decode(), _JAPANESE if is_switching(raw) else ""
        telling = raw.translate(None, _PLAIN).decode()
    except UnicodeDecodeError:
        telling = text = raw.decode("utf-8", "surrogateescape")
        encoding = guess(raw)
    bad = _SUSPECT.search(telling) is not None and bool(ftfy.badness.is_bad(_FAR_FROM_SUSPECT.sub(r"\1 \2", text)))
    good = not (bad or encoding or _SILENT.search(telling) or _SEPARATOR.search(telling))
    return [
        Line(number, piece, end=end) if good else _line(number, piece, end, encoding=encoding, bad=bad)
        for number, (piece, end) in enumerate(_split(text), start=1)
    ]


def _split(text: str) -> list[tuple[str, str]]:
    """Split into (line, its break); an old Mac text, with no line feed at all, splits at carriage returns."""
    end = "\n" if "\n" in text else "\r"
    *pieces, last = text.split(end)
    if end == "\r" or "\r" not in text:
        found = [(piece, end) for piece in pieces]
    else:
        found = [(piece[:-1], "\r\n") if piece.endswith("\r") else (piece, end) for piece in pieces]
    return [*found, (last, "")]


def _line(number: int, text: str, end: str, *, encoding: str, bad: bool) -> Line:
    said, repair = text, ""
    if encoding == _JAPANESE or (encoding and not _is_whole(text)):
        said = text.encode("utf-8", "surrogateescape").decode(encoding, "replace")
        repair = "encoding"
    if bad:
        fixed = ftfy.fix_encoding(said)
        if fixed != said:
            said, repair = fixed, "mojibake"
    if not said.isprintable():
        said = _silenced(said)
    return Line(number, text, plain=None if said == text else said, end=end, repair=repair)


def _silenced(text: str) -> str:
    """Return a line without what shows as nothing; what stood between two words leaves a space."""
    return _SILENT.sub("", _PARTING.sub(" ", text))


def _is_whole(text: str) -> bool:
    """Whether every byte of the line was UTF-8 (a lone surrogate stands for one that was not)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _wide(raw: bytes, encoding: str) -> list[Line]:
    """Split UTF-16 and UTF-32 text; bytes left over at the end that make no character are a line that says nothing.

    Empty where the bytes are no such text in spite of their beginning.
    """
    whole = len(raw) - len(raw) % len("\n".encode(encoding))
    try:
        pieces = _split(raw[:whole].decode(encoding, "surrogatepass"))
    except UnicodeDecodeError:
        return []
    lines = []
    for number, (text, end) in enumerate(pieces, start=1):
        said = _LONE.sub("\ufffd", _silenced(text))
        lines.append(Line(number, text, plain=None if said == text else said, end=end, encoding=encoding))
    if whole < len(raw):
        lines.append(Line(len(lines) + 1, raw[whole:].decode("utf-8", "surrogateescape"), plain="", end=""))
    return lines
