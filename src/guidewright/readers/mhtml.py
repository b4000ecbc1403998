"""Web archives of one page (MHTML, RFC 2557): what browsers write for "save page as, single file".

The page is read as any other web page. Frames in it (advertisements, comment boxes) and pictures are no part of the
article; frames with text are counted in a note.
"""

from __future__ import annotations

import email
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidewright.model import Notice, Source
from guidewright.readers._decode import in_utf8
from guidewright.readers._limits import Refused
from guidewright.readers._meta import is_whole

if TYPE_CHECKING:
    from email.message import Message

OPENS = ("multipart/related", "message/rfc822", ".mhtml", ".mht")

_PAGES = ("text/html", "application/xhtml+xml")
_TAG = re.compile(r"<[^<>]*>")
# A frame of fewer characters is a button or a counter.
_SAYS = 40


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the archive's page as one source under the archive's own name, and a note about its frames."""
    try:
        message = email.message_from_bytes(source.raw)
        pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
        root = _root(message, pages)
        raw = _bytes(root)
    except (LookupError, ValueError, TypeError, RecursionError) as error:
        msg = f"it is no whole web archive ({error}); save the page again, as “web page, HTML only”"
        raise Refused(msg) from error
    address = _header(root, "Content-Location") or _header(message, "Snapshot-Content-Location")
    said = source.metadata
    url = said.url or (address if is_whole(address) else "")
    page = Source(source.id, raw, "text/html", replace(said, url=url))
    frames = [part for part in pages if part is not root and _words(part) >= _SAYS]
    if not frames:
        return (page,), ()
    text = f"the page shows others in frames ({len(frames)}), which are left out; save one that you need by itself"
    return (page,), (Notice(source.id, 0, text),)


def _root(message: Message, pages: list[Message]) -> Message:
    """Return the part that is the page itself: the one that `start` names, else the first page."""
    if not pages:
        msg = "there is no page in it"
        raise ValueError(msg)
    start = message.get_param("start")
    return next((part for part in pages if start and part["Content-ID"] == start), pages[0])


def _bytes(part: Message) -> bytes:
    """Return a page's bytes, in UTF-8 where the part names its encoding."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        msg = "a page in it has no text"
        raise TypeError(msg)
    charset = part.get_content_charset()
    return in_utf8(raw, charset) if charset else raw


def _header(part: Message, name: str) -> str:
    return "".join(str(part[name] or "").split())


def _words(part: Message) -> int:
    raw = part.get_payload(decode=True)
    return len(" ".join(_TAG.sub(" ", raw.decode("utf-8", "replace")).split())) if isinstance(raw, bytes) else 0
