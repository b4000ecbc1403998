"""Plain text: bytes in any encoding, lines as they stand.

A line's `text` is always the UTF-8 decoding with undecodable bytes as surrogate escapes, so that the bytes come back
exactly. What the line *says* is in `plain` where that differs: another encoding, mojibake (ftfy's heuristic,
https://ftfy.readthedocs.io), control characters and soft hyphens that show as nothing.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import charset_normalizer
import ftfy
import ftfy.badness

from guidewright.model import Line, Page

if TYPE_CHECKING:
    from guidewright.model import Source

READS = ("text/plain", ".txt", ".text")

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAK = re.compile(r"\r\n|\n")
_OLD_MAC_BREAK = re.compile(r"\r")
# What shows as nothing: control characters but tab, soft hyphen, zero-width space, byte order mark.
_SILENT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]")
# What UTF-8's first bytes look like in the encodings that they are mistaken for (Windows-1250 to -1252, Mac Roman,
# DOS): without one there is no mojibake, and ftfy's long look at the text can be spared.
_SUSPECT = re.compile("[\u00c2-\u00f4\u0102-\u0165\u0420\u0421\u0432\u2030\u201a\u221a\u2248\u251c\u252c\u0393]")
# Text in ASCII between two places that ftfy looks at: it looks at two characters around a suspect one, at most.
_FAR_FROM_SUSPECT = re.compile("([\x00-\x7f]{8})[\x00-\x7f]+([\x00-\x7f]{8})")
# The part of a text that is enough to tell its encoding by, in bytes.
_SAMPLE = 65_536
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
# So few bytes beyond ASCII do not tell an encoding.
_TOO_FEW = 12


def read(source: Source) -> Page:
    """Return the source as numbered lines; never fails, whatever the bytes are."""
    return Page(source.id, tuple(_lines(source.raw)), title=source.metadata.title)


def _lines(raw: bytes) -> list[Line]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _wide(raw, bom, encoding)
    text = raw.decode("utf-8", "surrogateescape")
    encoding = "" if _is_utf8(raw) else _guess(raw)
    bad = _SUSPECT.search(text) is not None and bool(ftfy.badness.is_bad(_FAR_FROM_SUSPECT.sub(r"\1 \2", text)))
    return [
        _line(number, piece, end, encoding=encoding, bad=bad)
        for number, (piece, end) in enumerate(_split(text), start=1)
    ]


def _split(text: str) -> list[tuple[str, str]]:
    """Split into (line, its break); an old Mac text, with no line feed at all, splits at carriage returns."""
    breaks = _BREAK if "\n" in text else _OLD_MAC_BREAK
    pieces = []
    begin = 0
    for found in breaks.finditer(text):
        pieces.append((text[begin : found.start()], found.group()))
        begin = found.end()
    pieces.append((text[begin:], ""))
    return pieces


def _line(number: int, text: str, end: str, *, encoding: str, bad: bool) -> Line:
    said, repair = text, ""
    if encoding and not _is_whole(text):
        said = text.encode("utf-8", "surrogateescape").decode(encoding, "replace")
        repair = "encoding"
    if bad:
        fixed = ftfy.fix_encoding(said)
        if fixed != said:
            said, repair = fixed, "mojibake"
    if not said.isprintable():
        said = _SILENT.sub("", said)
    return Line(number, text, plain=None if said == text else said, end=end, repair=repair)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_whole(text: str) -> bool:
    """Whether every byte of the line was UTF-8 (a lone surrogate stands for one that was not)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _guess(raw: bytes) -> str:
    """Name the encoding of bytes that are not UTF-8; Windows-1252 where there is too little to tell."""
    beyond = len(raw) - len(_BEYOND_ASCII.sub(b"", raw))
    best = charset_normalizer.from_bytes(raw[:_SAMPLE]).best() if beyond >= _TOO_FEW else None
    name = best.encoding if best else "cp1252"
    return "cp1252" if name in {"latin_1", "utf_8", "ascii"} or name.startswith(("utf_16", "utf_32")) else name


def _wide(raw: bytes, bom: bytes, encoding: str) -> list[Line]:
    """Split UTF-16 and UTF-32 text: `text` cuts the bytes where a line break of the decoded text stands."""
    unit = len("\n".encode(encoding))
    lines = []
    begin = 0
    for number, (said, end) in enumerate(_split(raw[len(bom) :].decode(encoding, "replace")), start=1):
        size = len((said + end).encode(encoding, "surrogatepass"))
        stop = begin + size + (len(bom) if number == 1 else 0)
        chunk = raw[begin:stop] if end else raw[begin:]
        tail = unit * len(end)
        text = chunk[: len(chunk) - tail].decode("utf-8", "surrogateescape")
        ending = chunk[len(chunk) - tail :].decode("utf-8", "surrogateescape") if tail else ""
        lines.append(Line(number, text, plain=_SILENT.sub("", said), end=ending, repair="encoding"))
        begin = stop
    return lines
