"""Web archives of many pages (WARC, ISO 28500), plain or gzipped, through warcio.

A page is a response record of type HTML with status 200; the first copy of an address is taken. What else is in the
file (requests, pictures, redirects, later copies) is counted in a note.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import logging
import re
import zlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed

from guidewright.model import Metadata, Notice, Source
from guidewright.readers._article import Names
from guidewright.readers._decode import in_utf8
from guidewright.readers._limits import HARMLESS, LARGEST_PART, TIGHTEST, Refused
from guidewright.readers._meta import is_whole
from guidewright.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS = ("application/warc", ".warc", ".warc.gz")

_PAGES = ("text/html", "application/xhtml+xml")
# It says on stderr what it could not read; that is for us to say.
logging.getLogger("warcio").setLevel(logging.CRITICAL)
_LONGEST_LINE = 1 << 16
_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"
_ENDING = re.compile(r"\.(?:html?|xhtml|php|aspx?)$")


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the archive's pages as sources of their own, and notices for what is left out."""
    stream = _Unpacked(source.raw) if source.raw.startswith(_GZIP) else io.BytesIO(source.raw)
    found: list[Source] = []
    left: Counter[str] = Counter()
    notices = []
    try:
        for page in pages(stream, source.id, source.metadata):
            if isinstance(page, str):
                left[page] += 1
            else:
                found.append(page)
    except Refused as refused:
        notices.append(Notice(source.id, 0, str(refused), error=True))
    if left:
        parts = ", ".join(f"{count} × {what}" for what, count in sorted(left.items()))
        notices.append(Notice(source.id, 0, f"it holds more than pages, which is left out: {parts}"))
    if not found and not any(each.error for each in notices):
        notices.append(Notice(source.id, 0, "it holds no page; archive the site again", error=True))
    return tuple(found), tuple(notices)


class _Unpacked:
    """A gzipped archive as a stream of its bytes; Refused where they are so many more that it is a bomb."""

    def __init__(self, raw: bytes) -> None:
        self._file = gzip.open(io.BytesIO(raw))  # noqa: SIM115 - it holds no file
        self._left = max(HARMLESS, TIGHTEST * len(raw))

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, and all that come before a damaged place."""
        try:
            piece = self._file.read1(size)
        except EOFError as error:  # to warcio it would be the end
            raise OSError(str(error)) from error
        self._left -= len(piece)
        if self._left < 0:
            msg = f"it unpacks to more than {TIGHTEST} times its size: it is a gzip bomb and is not opened"
            raise Refused(msg)
        return piece

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._file.tell()


class _Reader(DecompressingBufferedReader):
    """warcio's reader with a limit: it joins a line's pieces one by one, which takes the square of its length."""

    def readline(self, length: int | None = None) -> bytes:
        """Return a line of the records' heads."""
        most = min(length or _LONGEST_LINE, _LONGEST_LINE)
        line: bytes = super().readline(most)  # type: ignore[no-untyped-call]
        if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            msg = f"a line of its heads is longer than {_LONGEST_LINE} bytes"
            raise ValueError(msg)
        return line


class _Stream(Protocol):
    """What an archive is read from."""

    def read(self, size: int = -1, /) -> bytes: ...
    def tell(self) -> int: ...


def pages(stream: _Stream, id_: str, metadata: Metadata) -> Iterator[Source | str]:
    """Yield each page of an unpacked archive as it is read, with memory for one; for another record, what it is.

    `id_` is the archive's name, `metadata` what holds for all its pages. Refused is raised where the archive breaks.
    """
    names = Names()
    seen: set[str] = set()
    archive = ArchiveIterator(stream)  # type: ignore[no-untyped-call]
    archive.reader = _Reader(stream)  # type: ignore[no-untyped-call]
    while True:
        reason: Exception | None = None
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # where warcio says what we say ourselves
                record = next(archive, None)
                read = _page(record, seen) if record is not None else ""
                whole = not archive.err_count and (record is None or _is_whole(record.raw_stream))
        except Refused:
            raise
        except (
            ArchiveLoadFailed,
            EOFError,
            OSError,
            ValueError,
            zlib.error,
            KeyError,
            AttributeError,
            TypeError,
        ) as error:
            whole, reason = False, error
        if not whole:
            msg = f"it breaks off or is damaged after {names.count} pages; fetch the archive again"
            raise Refused(msg) from reason
        if record is None:
            return
        if isinstance(read, str):
            yield read
            continue
        address, raw = read
        name = f"{id_}#{names.unique(_name(address))}"
        yield Source(name, raw, "text/html", replace(metadata, url=address))


def _is_whole(stream: Any) -> bool:  # noqa: ANN401 - warcio has no types
    """Read a record to its end and say whether it is as long as its head says."""
    while stream.read(_PIECE):
        pass
    return bool(stream.limit <= 0)


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
        return f"page that unpacks to more than {LARGEST_PART // 2**20} MB ({address[:200]})"
    if not raw.strip():
        return "empty page"
    seen.add(address)
    return address, _declared(raw, http.get_header("Content-Type"))


def _declared(raw: bytes, content_type: str) -> bytes:
    """Return the page in UTF-8 where the server names another encoding that fits; browsers trust the server first."""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", content_type, re.IGNORECASE)
    return in_utf8(raw, charset[1]) if charset else raw


def _name(address: str) -> str:
    parts = urlsplit(address)
    return slugify(f"{parts.hostname or ''}{_ENDING.sub('', parts.path.rstrip('/'))} {parts.query}")
