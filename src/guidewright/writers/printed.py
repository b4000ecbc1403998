"""The links of a page for paper: a numbered list, since a printed link leads nowhere. CSS counters number the text."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin


def links(html: str, base: str) -> tuple[tuple[str, str], ...]:
    """Return (text, absolute address) of every link of a page's HTML, in order, permalinks of headings left out.

    `base` is the page's own address; without one, addresses stay as they are.
    """
    seen = _Links()
    seen.feed(html)
    seen.close()
    return tuple((" ".join("".join(text).split()), urljoin(base, address)) for text, address in seen.found)


class _Links(HTMLParser):
    """Collects links with their text; links do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[list[str], str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href") and "headerlink" not in (values.get("class") or "").split():
            self.found.append(([], values["href"] or ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1][0].append(data)
