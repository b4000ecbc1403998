"""Bytes -> text: what a web page says of its encoding, unless its bytes say otherwise; `guess` where nothing says."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
# A declaration further down than this is not looked at; browsers look at 1,024 bytes, page builders write later.
_HEAD = 16_384
# The part of a page that is enough to tell its encoding by, in bytes.
_SAMPLE = 65_536
# As browsers do: what calls itself Latin-1 or ASCII is Windows-1252, and a declaration one can read is no UTF-16.
_REALLY = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
# Stray bytes among UTF-8, as Windows-1252 has them (five of the 256 are undefined there).
_STRAY = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_STRAY_BYTES = re.compile("[\udc80-\udcff]+")
# Of a page in UTF-8 at most this share of the bytes beyond ASCII is stray; in other encodings nearly all are.
_FEW = 0.3
# So few bytes beyond ASCII do not tell an encoding: of 400 English texts with some quotes, pounds and names, 40 are
# taken for Polish at 6, one at 12.
_TOO_FEW = 12
# What texts and pages were written in before UTF-8. Left to choose among all that there are, charset-normalizer finds
# Nordic in Polish texts and DOS in Turkish ones.
_LIKELY = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "iso8859_5", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "euc_jp",
    "gb18030", "big5", "cp949", "mac_roman",
]  # fmt: skip
# Languages whose letters Windows-1252 does not have, and what they were written in.
_WRITTEN_IN = {
    **dict.fromkeys(("Polish", "Czech", "Slovak", "Hungarian", "Slovene", "Croatian", "Romanian"), "cp1250"),
    "Turkish": "cp1254",
}
# What a Latin text may be in, when its letters do not fit in the encoding that it was taken for; the likeliest first.
_LATIN = ("cp1252", "iso8859_2", "cp1250", "cp850", "cp852", "mac_roman")
# Of its characters beyond ASCII so many may be no small letters inside words, or control characters.
_MISFITS, _NO_MISFITS = 0.1, 0.05
_AFTER_LETTER = re.compile("(?<=[a-z])[^\x00-\x7f]|[\x80-\x9f\ufffd]")
_AFTER_WORD = frozenset("’‘”“»«…–—·•®™©°\u00a0")
# ISO-2022-JP is in ASCII but for these: they switch to Japanese signs and back.
_SWITCH = re.compile(rb"\x1b\$[@B]|\x1b\(J")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
# A line that has any; of the others, menus in English, one would take the language.
_LINE = re.compile(rb"^[^\n\x80-\xff]*[\x80-\xff][^\n]*\n?", re.MULTILINE)
_CONTROL = re.compile(rb"[\x80-\x9f]")


def decode(raw: bytes) -> str:
    """Return the text of a page; never fails, and no character of it is a lone surrogate.

    In order: byte order mark; UTF-8 where all bytes are UTF-8; the encoding that the page declares; UTF-8 with a
    few stray bytes, taken as Windows-1252; what charset-normalizer guesses; Windows-1252.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace")
    if wide := unmarked(raw):
        return raw.decode(wide, "replace")
    declared = _declared(raw)
    if declared.startswith("iso2022") or is_switching(raw):  # its bytes are all ASCII, and so UTF-8, too
        return raw.decode(declared if declared.startswith("iso2022") else "iso2022_jp", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "surrogateescape")
    stray = len(text) - len(_STRAY_BYTES.sub("", text))
    beyond = len(raw) - len(_BEYOND_ASCII.sub(b"", raw))
    if declared and declared != "utf-8":
        try:
            return raw.decode(declared)
        except UnicodeDecodeError:
            pass
    if stray <= _FEW * beyond:
        return text.translate(_STRAY)
    if declared and declared != "utf-8":
        return raw.decode(declared, "replace")
    return raw.decode(guess(raw), "replace")


def in_utf8(raw: bytes, label: str) -> bytes:
    """Return a page in UTF-8, with its mark, where what it came with labels its encoding and fits; else as it is.

    Servers label as Latin-1 whatever they have: what is UTF-8 beyond doubt stays so.
    """
    name = _called(label)
    if not name or name == "utf-8" or (not raw.isascii() and b"\0" not in raw and _is_utf8(raw)):
        return raw
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return raw
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(raw: bytes) -> str:
    """Return Python's name of the encoding that the page declares; empty where there is none that it can be."""
    found = _DECLARED.search(raw, 0, _HEAD)
    name = _called(found[1].decode("ascii", "replace")) if found else ""
    return "utf-8" if name.startswith(("utf-16", "utf-32", "utf-7")) else name


def _called(label: str) -> str:
    """Return Python's name of the encoding that browsers read a label as; empty where there is none."""
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # refuses codecs that are not of text (hex, rot13)
    except (LookupError, UnicodeError, ValueError):
        return ""
    return _REALLY.get(name, name)


def guess(raw: bytes) -> str:
    """Name the encoding of bytes that are not UTF-8; Windows-1252 where there is too little to tell.

    What looks like Windows-1250 and has none of the bytes that are control characters in ISO 8859-2 is the latter: they
    share most letters, but for those of Windows-1250 that stand in those places. A Latin text that has signs and
    capitals inside its words is taken for the likeliest encoding in which they are small letters.
    """
    first = _BEYOND_ASCII.search(raw)
    begin = max(0, first.start() - 1024) if first else 0
    telling = b"".join(_LINE.findall(raw[begin : begin + _SAMPLE]))
    few = len(raw) - len(_BEYOND_ASCII.sub(b"", raw)) < _TOO_FEW
    best = None if few else charset_normalizer.from_bytes(telling, cp_isolation=_LIKELY).best()
    name = best.encoding if best else "cp1252"
    if best and name in {"cp1250", "cp1252", "cp1254"}:
        name = _WRITTEN_IN.get(best.language, name)
    name = "iso8859_2" if name == "cp1250" and not _CONTROL.search(raw) else name
    if _misfits(telling, name) <= _MISFITS:
        return name
    share, other = min((_misfits(telling, each), at) for at, each in enumerate(_LATIN))
    return _LATIN[other] if share <= _NO_MISFITS else name


def _misfits(raw: bytes, encoding: str) -> float:
    """Return which share of the characters beyond ASCII stands where a small letter should, and is none."""
    text = raw.decode(encoding, "replace")
    beyond = sum(character > "\x7f" for character in text)
    found = _AFTER_LETTER.findall(text)
    return sum(not (each.islower() or each in _AFTER_WORD) for each in found) / max(1, beyond)


def unmarked(raw: bytes) -> str:
    """Name the encoding of UTF-16 without a byte order mark; empty where it is none: every other byte is mostly NUL."""
    sample = raw[:8192]
    pairs = len(sample) // 2
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, most, least in (("utf-16-le", low, high), ("utf-16-be", high, low)):
        if pairs and most > 0.4 * pairs and least < 0.02 * pairs:
            return encoding
    return ""


def is_switching(raw: bytes) -> bool:
    """Whether bytes in ASCII are Japanese (ISO-2022-JP)."""
    return b"\x1b" in raw and _SWITCH.search(raw) is not None
