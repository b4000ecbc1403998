"""What the pages of one site have in common: `survey(sources)` finds their furniture before any article is built.

A line that stands on three or more pages of a site is furniture (two lose articles; measured on CleanPortalEval). Pages
are of one site by the host of their address. Where no address is known, pages are taken for one site's that share
several long lines, since a slogan or a copyright notice is nobody else's.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from guidewright import readers
from guidewright.sift import flowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidewright.model import Source

# A line is furniture of a site when it stands on this many of its pages.
RECURS = 3
# Longer lines, in characters, are text.
_LONGEST = 2000
# What articles of one site share without its being furniture: common headings, references, helpline numbers.
_SHARED = re.compile(
    r"(?:references|sources|bibliography|(?:end|foot)?notes|further reading|introduction|conclusions?|summary|overview"
    r"|in short|(?:key )?(?:points|takeaways)|final thoughts|(?:the )?bottom line|faqs?|examples?|pros|cons"
    r"|ingredients|(?:instructions|directions|methods?|materials|equipment|steps?|tips?|warnings?)(?: \d+)?"
    r"|symptoms|causes|treatment|prevention|diagnosis|background|history|results|discussion|abstract)\W*"
    r"|.*(?:\((?:19|20)\d\d|\(n\.d\.\)|https?://|\bretrieved\b|\d{2,4}[ -]\d{3,4}).*",
    re.IGNORECASE,
)
# Pages without an address are of one site when they share so many lines of so many words.
_SAME_SITE, _TELLING = 3, 5
# A line of so few words above one of so many is a heading on the pages where it stands so.
_HEADING, _PROSE = 6, 15
# A page is a copy of another one, and tells nothing of the site, when this share of its prose stands elsewhere, too.
_COPY = 0.5


class _Seen(NamedTuple):
    """What is asked of a page: its lines by their number of words, those that head prose, and its site ("" unknown)."""

    id: str
    site: str
    lines: dict[str, int]
    heads: frozenset[str]


def survey(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """Return, by the id of each source that is of a known or guessed site, the lines that are its site's furniture."""
    seen = [page for source in sources if (page := _look(source)) is not None]
    by_site: dict[str, list[_Seen]] = {}
    for page in seen:
        if page.site:
            by_site.setdefault(page.site, []).append(page)
    groups = [*by_site.values(), *_grouped([page for page in seen if not page.site])]
    found = {}
    for group in groups:
        if len(group) >= RECURS:
            furniture = _furniture(group)
            found.update({page.id: furniture for page in group})
    return found


def _look(source: Source) -> _Seen | None:
    """Return what is asked of a page; None where reading it breaks, which building it will tell."""
    try:
        page = flowed(readers.read(source))
    except Exception:  # noqa: BLE001 - nobody foresaw it, and the other pages are of a site without this one
        return None
    texts = [text for line in page.lines if (text := line.says.strip())]
    words = {text: text.count(" ") + 1 for text in texts if len(text) <= _LONGEST}
    heads = frozenset(
        above
        for above, below in pairwise(texts)
        if words.get(above, _PROSE) <= _HEADING and below.count(" ") + 1 >= _PROSE
    )
    address = source.metadata.url or dict(page.found).get("url", "")
    return _Seen(source.id, urlsplit(address).netloc.lower(), words, heads)


def _furniture(pages: Sequence[_Seen]) -> frozenset[str]:
    counts = _counts(pages)
    own = [page for page in pages if not _is_copy(page, counts)]
    if len(own) < len(pages):
        counts = _counts(own)
    heads = Counter(text for page in own for text in page.heads)
    return frozenset(
        text
        for text, count in counts.items()
        if count >= RECURS and 2 * heads[text] <= count and _may_be_furniture(text)
    )


def _counts(pages: Iterable[_Seen]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(page.lines.keys())
    return counts


def _is_copy(page: _Seen, counts: Mapping[str, int]) -> bool:
    prose = {text: words for text, words in page.lines.items() if words >= _PROSE}
    shared = sum(words for text, words in prose.items() if counts[text] >= RECURS)
    return shared > _COPY * sum(prose.values())


def _may_be_furniture(text: str) -> bool:
    return any(c.isalpha() for c in text) and _SHARED.fullmatch(text) is None


def _grouped(pages: Sequence[_Seen]) -> list[list[_Seen]]:
    """Put pages together that share telling lines. A line links each page with the next one that has it."""
    having: dict[str, list[int]] = {}
    for at, page in enumerate(pages):
        for text, words in page.lines.items():
            if words >= _TELLING and _may_be_furniture(text):
                having.setdefault(text, []).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for places in having.values():
        if len(places) >= RECURS:
            shared.update(pairwise(places))
    group = list(range(len(pages)))  # of each page, one that it is together with; its own place where there is none

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = at = group[group[at]]
        return at

    for (one, other), count in sorted(shared.items()):
        if count >= _SAME_SITE:
            low, high = sorted((root(one), root(other)))
            group[high] = low
    groups: dict[int, list[_Seen]] = {}
    for at, page in enumerate(pages):
        groups.setdefault(root(at), []).append(page)
    return list(groups.values())
