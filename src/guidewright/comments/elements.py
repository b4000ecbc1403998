"""Which part of a comment a line of a web page is, by the names of the elements around it.

Systems of comments name their elements much alike: WordPress (themes and blocks), Blogger, Disqus, Discourse, Substack,
Facebook, our own pages of an export. The innermost element that has a known name decides.
"""

from __future__ import annotations

import re
from functools import lru_cache

WHEN, WHO, TITLE, REST, BODY = "when", "who", "title", "rest", "body"

# Ids and classes, lower case, without hyphens and underscores; the first part that fits.
_NAMES = {
    WHEN: r"\w*comment(?:date|time|datetime|timestamp|metadata)|timeago|posttime|postedon|published|timestamp",
    WHO: (
        r"\w*comment(?:er|s)?(?:author(?:name|link|info)?|actorname|username|user|name|by|byline|poster|header|head|meta|info)"
        r"|fn|vcard|commenter|creator|author|authorname|username|postauthor|postbyline|byline|crawlerpostmeta"
    ),
    TITLE: r"\w*comment(?:title|subject|heading)",
    REST: (
        r"\w*comment(?:actions?|replylink|replybutton|editlink|footer|controls|tools|buttons?|likes?|votes?|rating|avatar|awaitingmoderation)"
        r"|reply|replylink|postlikes|says"
    ),
    BODY: (
        r"\w*comment(?:content|body|text|message|copy)|formattedcomment|postmessage|postbody|messagebody|usertextbody"
    ),
}
_PARTS = tuple((part, re.compile(names)) for part, names in _NAMES.items())
_PROPERTIES = {
    "datePublished": WHEN,
    "author": WHO,
    "text": BODY,
    "commentText": BODY,
    "interactionStatistic": REST,
    "position": REST,
}
_ELEMENTS = {"time": WHEN, "footer": REST, "form": REST, "button": REST}
_SEGMENT = re.compile(r"(?P<element>^[^#.\[]+)|[#.](?P<name>[^#.\[]+)|\[itemprop=(?P<property>[^\]]+)\]")
_HELD = re.compile(r"[.](?:unapproved|pingback|trackback|comment-awaiting-moderation)(?![\w-])")


@lru_cache(maxsize=4096)
def _part(segment: str) -> str:
    """Return the part of a comment that one element says it is; empty where it says none."""
    found = list(_SEGMENT.finditer(segment))
    names = [re.sub("[-_]", "", each["name"]).lower() for each in found if each["name"]]
    for part, known in _PARTS:
        if any(map(known.fullmatch, names)):
            return part
    by_property = [_PROPERTIES[each["property"]] for each in found if each["property"] in _PROPERTIES]
    by_element = [_ELEMENTS[each["element"]] for each in found if each["element"] in _ELEMENTS]
    return next(iter((*by_property, *by_element)), "")


def part_of(path: str) -> tuple[str, int]:
    """Return the part of a comment that a line with this path is, and how far in the element stands that says so.

    >>> part_of("html/body/ol/li.comment/div.comment-author/a")
    ('who', 4)
    """
    segments = path.split("/")
    for depth in range(len(segments) - 1, -1, -1):
        part = _part(segments[depth])
        if part:
            return part, depth
    return "", len(segments)


def is_held(path: str) -> bool:
    """Whether the site does not show this as a reader's comment: it waits for approval, or is a link from elsewhere."""
    return _HELD.search(path) is not None
