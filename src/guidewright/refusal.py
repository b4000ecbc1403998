"""What is no article at all: nothing is read of it, and its editor is told why and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidewright import readers

if TYPE_CHECKING:
    from guidewright.model import Source

# An article is some kB; what is larger than this is a dump, and one person cannot read the guide it makes.
LARGEST = 32 * 1024 * 1024
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a zip archive (if it is a Word document or a book, give it the ending .docx or .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Bytes that no text has many of.
_ODD = bytes([*range(9), *range(14, 32)])
_AS_HTML = "save the article as .html or .txt"


def reason(source: Source) -> str:
    """Return why a source cannot be read as an article at all, with the remedy; empty where it can."""
    raw = source.raw
    if not raw or raw.isspace():
        return "it is empty; save the article again or delete the file"
    if len(raw) > LARGEST:
        size, most = len(raw) // 2**20, LARGEST // 2**20
        return f"it has {size} MB, and an article may have {most}; split it into one file an article"
    if not readers.knows(source):
        known = " ".join(readers.endings())
        return f"nothing reads its media type “{source.media_type}”; say text/html, text/plain or an ending: {known}"
    if readers.holds_articles(source):
        return "it holds articles and is none itself; take them out of it first (`guidewright.corpus.expand`)"
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            return f"it is {kind}, not text; {_AS_HTML}"
    if not (raw.startswith(_WIDE_BOMS) or readers.is_wide(raw)):
        sample = raw[:8192]
        odd = len(sample) - len(sample.translate(None, _ODD))
        if odd > max(2, len(sample) // 50):
            return f"it is binary data, not text; {_AS_HTML}"
    return ""
