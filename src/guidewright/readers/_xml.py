"""XML that strangers wrote: no entities of its own, nothing fetched, no depth or text without bound."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import Any

from lxml import etree

from guidewright.readers._decode import decode
from guidewright.readers._limits import Refused

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
# Characters that XML 1.0 does not allow; WordPress exports hold them where a post does.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONE = re.compile(r"&(?!#\d{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[\]]*\[", re.IGNORECASE)


def parse(raw: bytes) -> tuple[Any, str, int]:
    """Return the root element, and what is wrong with the XML and in which line (empty and 0 where nothing is).

    Entities of HTML (`&nbsp;`) stand for their characters, a lone `&` for itself. Where something is broken, as
    much as can be read is returned. Refused: a document type that declares entities, and what holds no element.
    """
    text = _DECLARATION.sub("", decode(raw), count=1)
    if _DOCTYPE.search(text) and re.search(r"<!ENTITY", text, re.IGNORECASE):
        msg = "its document type declares entities of its own, as an XML bomb does: it is not opened"
        raise Refused(msg)
    said = _FORBIDDEN.sub("", _ENTITY.sub(_character, text)).encode("utf-8", "replace")
    try:
        return etree.fromstring(said, _parser()), "", 0
    except (etree.XMLSyntaxError, ValueError) as error:
        complaint, line = _reason(error)
    try:
        root = etree.fromstring(_LONE.sub("&amp;", said.decode("utf-8")).encode(), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        msg = f"it is not XML: {complaint}; save or export it again"
        raise Refused(msg, line)
    return root, complaint, line


def name(element: Any) -> str:  # noqa: ANN401 - lxml's element types are private
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def strip_namespace(element: Any) -> None:  # noqa: ANN401
    """Take the namespace off an element's name; what broken XML calls none is no more than its text."""
    try:
        element.tag = name(element)
    except ValueError:
        element.tag = "span"


def _parser(*, recover: bool = False) -> Any:  # noqa: ANN401
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=recover,
    )  # fmt: skip


def _reason(error: Exception) -> tuple[str, int]:
    line = getattr(error, "lineno", 0) or 0
    first = (str(error).splitlines() or [""])[0]
    return re.sub(r",? ?\(?line \d+.*", "", first)[:120].strip() or "it is empty", line


def _character(entity: re.Match[str]) -> str:
    """Return the character of one of HTML's entities; those of XML, and what no one knows, stay as they are."""
    if entity[1] in _OWN:
        return entity.group()
    return html.escape(html5.get(f"{entity[1]};", entity.group()))


def whole(text: str | None, default: int) -> int:
    """Return the whole number that an attribute says, 0 to 999999; else the default."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 6 else default
