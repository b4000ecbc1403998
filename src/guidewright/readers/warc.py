"""Web archives of many pages (WARC, ISO 28500), plain or gzipped, through warcio.

A page is a response record of type HTML with status 200; the first copy of an address is taken. What else is in the
file (requests, pictures, redirects, later copies) is counted in a note.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from guidewright.model import Metadata, Notice, Source
from guidewright.readers._limits import HARMLESS, LARGEST_PART, TIGHTEST, Refused
from guidewright.readers._meta import is_whole
from guidewright.slug import slugify, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS = ("application/warc", ".warc", ".warc.gz")

_PAGES = ("text/html", "application/xhtml+xml")
_GZIP = b"\x1f\x8b"
# Each record is packed for itself; what is read beyond its end is read again.
_CHUNK = 1 << 14
_ENDING = re.compile(r"\.(?:html?|xhtml|php|aspx?)$")


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the archive's pages as sources of their own, and notices for what is left out."""
    if source.raw.startswith(_GZIP):
        _check(source.raw)
    found: list[Source] = []
    left: Counter[str] = Counter()
    notices = []
    try:
        for page in pages(io.BytesIO(source.raw), source.id, source.metadata):
            if isinstance(page, str):
                left[page] += 1
            else:
                found.append(page)
    except Refused as refused:
        notices.append(Notice(source.id, 0, str(refused), error=True))
    if left:
        parts = ", ".join(f"{count} × {what}" for what, count in sorted(left.items()))
        notices.append(Notice(source.id, 0, f"it holds more than pages, which is left out: {parts}"))
    if not found and not notices:
        notices.append(Notice(source.id, 0, "it holds no page; archive the site again", error=True))
    return tuple(found), tuple(notices)


def pages(stream: BinaryIO, id_: str, metadata: Metadata) -> Iterator[Source | str]:
    """Yield each page of an archive as it is read, with memory for one; for another record, a word on what it is.

    `id_` is the archive's name, `metadata` what holds for all its pages. Refused is raised where the archive breaks.
    """
    names: set[str] = set()
    seen: set[str] = set()
    records = iter(ArchiveIterator(stream))  # type: ignore[no-untyped-call]
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            read = _page(record, seen)
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, KeyError, AttributeError) as error:
            msg = f"it breaks off or is damaged after {len(names)} pages ({error}); fetch the archive again"
            raise Refused(msg) from error
        if isinstance(read, str):
            yield read
            continue
        address, raw = read
        name = f"{id_}#{unique(_name(address), names)}"
        yield Source(name, raw, "text/html", replace(metadata, url=address))


def _page(record: Any, seen: set[str]) -> tuple[str, bytes] | str:  # noqa: ANN401 - warcio has no types
    """Return a record's address and page; for any other record, what it is."""
    if record.rec_type != "response":
        return f"{record.rec_type} record"
    http = record.http_headers
    if http is None:
        return "response of another protocol"
    kind = (http.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in _PAGES:
        return kind if re.fullmatch(r"[\w.+-]{1,40}/[\w.+-]{1,80}", kind) else "response of an unknown type"
    if http.get_statuscode() != "200":
        return "page with an error or a redirect"
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if not is_whole(address):
        return "page without an address"
    if address in seen:
        return "later copy of a page"
    raw = record.content_stream().read(LARGEST_PART + 1)
    if len(raw) > LARGEST_PART:
        return "page that is too large"
    if not raw.strip():
        return "empty page"
    seen.add(address)
    return address, _declared(raw, http.get_header("Content-Type"))


def _declared(raw: bytes, content_type: str) -> bytes:
    """Return the page in UTF-8 where the server names another encoding that fits; browsers trust the server first."""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", content_type, re.IGNORECASE)
    if not charset or charset[1].lower() in {"utf-8", "utf8"}:
        return raw
    try:
        return b"\xef\xbb\xbf" + raw.decode(charset[1]).encode("utf-8")
    except (LookupError, UnicodeError):
        return raw


def _name(address: str) -> str:
    parts = urlsplit(address)
    return slugify(f"{parts.hostname or ''}{_ENDING.sub('', parts.path.rstrip('/'))} {parts.query}")


def _check(raw: bytes) -> None:
    """Refuse a gzip bomb: unpack all of it, a piece at a time, and keep none."""
    allowed = max(HARMLESS, TIGHTEST * len(raw))
    at = 0
    while raw.startswith(_GZIP, at):
        unpacker = zlib.decompressobj(wbits=31)
        while at < len(raw) and not unpacker.eof:
            piece = raw[at : at + _CHUNK]
            at += len(piece)
            while piece and not unpacker.eof:
                try:
                    allowed -= len(unpacker.decompress(piece, LARGEST_PART))
                except zlib.error:
                    return  # warcio tells where it breaks
                piece = unpacker.unconsumed_tail
            if allowed < 0:
                msg = f"it unpacks to more than {TIGHTEST} times its size: it is a gzip bomb and is not opened"
                raise Refused(msg)
        at -= len(unpacker.unused_data)
