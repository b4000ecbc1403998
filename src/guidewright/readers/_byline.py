"""Who wrote a page’s article, where no metadata says so: the lines that a theme calls byline, author or meta."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.model import SURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line

# Ids and classes of what holds the author alone, and of what holds date, author, tags and more.
_AUTHOR = re.compile(r"[.#](?:[\w-]*[-_])?(?:byline|by-line|author(?:[-_]?name)?|vcard)(?=[.#\[/]|$)", re.IGNORECASE)
_META = re.compile(
    r"[.#](?:(?:article|blog|entry|page|post)[-_]?)?(?:meta|info|details|footer)(?=[.#\[/]|$)", re.IGNORECASE
)
# In these stand other people: whom the article quotes, who answers it, who wrote the next one.
_OTHERS = re.compile(
    r"(?:^|/)(?:aside|nav|blockquote|q|figure)\b"
    r"|[.#](?:[\w-]*[-_])?(?:bio|card|comment|(?:pull)?quote|related|teaser|testimonial)",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?"
_PARTICLE = r"(?:and|&|bin|da|de|del|della|den|der|di|du|e|el|et|la|le|of|ten|ter|und|van|von|y|zu)"
_NAME = rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITAL}){{1,4}})"
# What may stand behind a name.
_BEHIND = r"(?=\s*(?:$|[|•·,;/(–—-]|\d|\b(?:at|am|in|on)\b))"
_BY = r"(?:(?i:(?:(?:posted|published|text|words|written) )?by|autor(?:in)?:|von|par|por):? )"
_SAYS_BY = re.compile(rf"(?:^|[\s|•·–—]){_BY}{_NAME}{_BEHIND}")
_SAYS_NAME = re.compile(rf"{_BY}?{_NAME}(?:, [^\s,]+)*")
_MOST_WORDS = 5
# Words of links and of nobody's name.
_NO_NAME = re.compile(
    r"\b(?:about|admin|all|authors?|by|comments?|contributors?|editors?|editorial|follow|guest|more|post(?:s|ed)?|published"
    r"|read|staff|team|the|updated|view|written)\b",
    re.IGNORECASE,
)
# No byline is longer, and so many blanks has a line of the article's prose.
_LONGEST, _PROSE_BLANKS = 120, 12
# So many elements around a line tell what it is, the body not among them: it may be called "author", too.
_NEAR = 3


def byline(lines: Sequence[Line]) -> str:
    """Return the first plausible name in a line that a theme has marked, above the article's end; else nothing.

    Where the line does not say "by", it stands above the article's prose.
    """
    sure = [at for at, line in enumerate(lines) if (line.where.main or 0.0) > SURE]
    prose = [at for at in sure if lines[at].says.count(" ") >= _PROSE_BLANKS]
    if not prose:
        return ""
    for at, line in enumerate(lines[: sure[-1]]):
        path, says = line.where.path, line.says.strip()
        if len(says) > _LONGEST or _OTHERS.search(path):
            continue
        near = "/".join(path.split("/")[2:][-_NEAR:])
        alone = _AUTHOR.search(near) is not None
        found = _SAYS_BY.search(says) if alone or _META.search(near) else None
        if found is None and alone and at < prose[0]:
            found = _SAYS_NAME.fullmatch(says)
        if found is not None and _is_plausible(found["name"]):
            return found["name"]
    return ""


def _is_plausible(name: str) -> bool:
    return name.count(" ") < _MOST_WORDS and _NO_NAME.search(name) is None
