"""Whether a text in Markdown was made of a web page: that has a link every few lines, an article some of them."""

from __future__ import annotations

import re

# A link's address, which may be broken at the column.
_LINK = re.compile(rb"\]\(<?(?:https?://|\.{0,2}/)")
_LEAST_LINKS = 10
_LINKS_A_LINE = 0.03


def is_full_of_links(raw: bytes) -> bool:
    """Whether a text has as many links, as Markdown writes them, as a web page."""
    return len(_LINK.findall(raw)) >= max(_LEAST_LINKS, _LINKS_A_LINE * raw.count(b"\n"))
