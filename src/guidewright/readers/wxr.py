"""WordPress exports (WXR, https://wordpress.org/documentation/article/tools-export-screen/): each post an article.

Published posts become sources, their comments with them, each with its status; what else is in the file (pages,
drafts, pictures, menus) is counted in a note. Passwords, mail addresses and IP addresses are not taken.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from guidewright.model import Notice
from guidewright.readers import _shortcodes
from guidewright.readers._article import Article, Comment, plain, sources
from guidewright.readers._limits import Refused
from guidewright.readers._xml import name, parse
from guidewright.slug import slugify

if TYPE_CHECKING:
    from guidewright.model import Source

OPENS = ("application/wxr+xml", ".wxr")

_STATUS = {"1": "approved", "0": "pending", "spam": "spam", "trash": "trash", "post-trashed": "trash"}
_TYPES = {"nav_menu_item": "menu item", "attachment": "picture or other file", "wp_block": "reusable block"}
_BLOCK_NAMES = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr"
    "|iframe|legend|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCK_NAMES})(?![\w-])[^<>]*>", re.IGNORECASE)
_LEAD = re.compile(rf"(?:{_BLOCK.pattern}\s*)*", re.IGNORECASE)
_WHOLE = re.compile(r"<(pre|script|style|textarea)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
# The comments that begin and end a block of the block editor.
_EDGE = re.compile(r"<!--\s+(?P<ends>/?)wp:(?P<name>[a-z][\w/-]*)[^<>]*?(?P<void>/?)-->")
_AS_TYPED = frozenset({"freeform", "shortcode"})
_NOTES_HERE = re.compile(r"<!--\s+wp:footnotes\b[^<>]*-->")


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the export's published posts as sources of their own, and notices for what is left out."""
    root, complaint, line = parse(source.raw)
    if not is_export(root):
        msg = f"it is XML of another kind (<{name(root)}>), not a WordPress export; save its articles as pages"
        raise Refused(msg)
    return posts(source, root, complaint, line)


def is_export(root: Any) -> bool:  # noqa: ANN401 - lxml's element types are private
    """Whether the feed is a WordPress export: it says so by a version, or its items have a type."""
    return any(name(each) in {"wxr_version", "post_type"} and "wordpress" in each.tag for each in root.iter())


def posts(
    source: Source,
    root: Any,  # noqa: ANN401
    complaint: str,
    line: int,
) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Like `expand`, of an export that is parsed already; `complaint` is what was wrong with its XML, in `line`."""
    channel = next((each for each in root if name(each) == "channel"), root)
    people = {_text(each, "author_login"): _text(each, "author_display_name") for each in _all(channel, "author")}
    site = Article("", "", publisher=plain(_text(channel, "title")), language=_text(channel, "language"))
    left: Counter[str] = Counter()
    articles = []
    comments_left = 0
    for item in _all(channel, "item"):
        why = _left_out(item)
        if why:
            left[why] += 1
            comments_left += len(_all(item, "comment"))
        else:
            articles.append(_article(item, site, people))
    notices = [_broken(source, complaint, line)] if complaint else []
    if left:
        parts = ", ".join(f"{count} × {what}" for what, count in sorted(left.items()))
        also = f", and {comments_left} comments on them" if comments_left else ""
        text = f"it holds more than published posts, which is left out: {parts}{also}"
        notices.append(Notice(source.id, 0, text))
    if not articles:
        text = "it holds no published post; export the posts, too (Tools, Export, All content)"
        notices.append(Notice(source.id, 0, text, error=True))
    return sources(source, articles), tuple(notices)


def _broken(source: Source, complaint: str, line: int) -> Notice:
    text = f"its XML is broken ({complaint}), and what follows may be missing; export it again"
    return Notice(source.id, line, text, error=True)


def _left_out(item: Any) -> str:  # noqa: ANN401
    """Return what an item is that is no published post; empty for a post."""
    kind = _text(item, "post_type") or "post"
    status = _text(item, "status") or "publish"
    if kind != "post":
        return _TYPES.get(kind, kind)
    if _text(item, "post_password"):
        return "post with a password"
    return "" if status == "publish" else f"post ({status})"


def _article(item: Any, site: Article, people: dict[str, str]) -> Article:  # noqa: ANN401
    login = _text(item, "creator")
    slug = _text(item, "post_name")
    title = plain(_text(item, "title"))
    body, signs = _shortcodes.taken_out(_text(item, "encoded", "content"))
    body = _blocks(body) if "<!-- wp:" in body else paragraphs(body)
    tags = [plain(each.text or "") for each in _all(item, "category") if each.text]
    day = _text(item, "post_date")[:10]
    return Article(
        name=slug if slugify(slug) == slug else title or _text(item, "post_id"),
        body=_with_notes(body, item),
        title=title,
        slug=slug if slugify(slug) == slug else "",
        author=people.get(login, "") or login,
        publisher=site.publisher,
        url=_text(item, "link"),
        published="" if day.startswith("0000") else day,
        language=site.language,
        aside=(
            ("entry-summary", paragraphs(_text(item, "encoded", "excerpt"))),
            ("post-tags", f"<p>{escape(', '.join(dict.fromkeys(tags)))}</p>" if tags else ""),
            _shortcodes.aside(signs),
        ),
        comments=_comments(item),
    )


def _comments(item: Any) -> tuple[Comment, ...]:  # noqa: ANN401
    elements = _all(item, "comment")
    names = {_text(each, "comment_id"): _text(each, "comment_author") for each in elements}
    made = []
    for each in elements:
        answered = names.get(_text(each, "comment_parent"), "")
        kind = _text(each, "comment_type")
        kind = "" if kind == "comment" else kind
        status = _text(each, "comment_approved")
        made.append(
            Comment(
                author=plain(_text(each, "comment_author")),
                body=paragraphs(_text(each, "comment_content")),
                date=_text(each, "comment_date"),
                status=_STATUS.get(status, status),
                address=_text(each, "comment_author_url"),
                about=(
                    kind,
                    f"in reply to {answered}" if answered else "",
                ),
                held=status != "1" or kind != "",
            )
        )
    return tuple(made)


def paragraphs(text: str) -> str:
    """Return a text as WordPress shows it: blank lines part paragraphs, single line breaks stay (`wpautop`)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    pieces = []
    begin = 0
    for found in _WHOLE.finditer(text):
        pieces += [_paragraphs(text[begin : found.start()]), found.group()]
        begin = found.end()
    return "\n".join([*pieces, _paragraphs(text[begin:])]).strip()


def _paragraphs(text: str) -> str:
    apart = _BLOCK.sub(lambda tag: f"{tag.group()}\n\n" if tag.group()[1] == "/" else f"\n\n{tag.group()}", text)
    made = []
    for piece in _BLANK.split(apart):
        said = piece.strip()
        begin = _LEAD.match(said).end()  # type: ignore[union-attr]  # it fits nothing, too
        end = said.rfind("</") if said.endswith(">") else len(said)
        end = max(begin, end) if _BLOCK.fullmatch(said, max(0, end)) else len(said)
        inside = said[begin:end].strip().replace("\n", "<br>\n")
        if inside and not begin:
            inside = f"<p>{inside}</p>"
        made.append(said[:begin] + inside + said[end:])
    return "\n".join(filter(None, made))


def _blocks(text: str) -> str:
    """Return what the block editor wrote as its page shows it: outside of its blocks, as the classic editor."""
    pieces = []
    depth = place = 0
    typed = True
    for edge in _EDGE.finditer(text):
        between = text[place : edge.start()]
        pieces += [paragraphs(between) if typed else between, edge.group()]
        if not edge["void"]:
            depth = max(0, depth - 1) if edge["ends"] else depth + 1
            typed = depth == 0 or (not edge["ends"] and edge["name"] in _AS_TYPED)
        place = edge.end()
    rest = text[place:]
    return "".join([*pieces, paragraphs(rest) if typed else rest])


def _with_notes(text: str, item: Any) -> str:  # noqa: ANN401
    """Return the text with the notes of the block editor, which it keeps beside the post, where they belong."""
    kept = next(
        (_text(each, "meta_value") for each in _all(item, "postmeta") if _text(each, "meta_key") == "footnotes"), ""
    )
    try:
        notes = json.loads(kept) if kept else []
    except (ValueError, RecursionError):
        return text
    said = [each for each in notes if isinstance(each, dict)] if isinstance(notes, list) else []
    items = [f'<li id="{escape(str(each.get("id", "")))}">{each.get("content", "")}</li>' for each in said]
    made = f'<ol class="wp-block-footnotes">{"".join(items)}</ol>' if items else ""
    if not _NOTES_HERE.search(text):
        return f"{text}\n{made}" if made else text
    return _NOTES_HERE.sub(lambda _: made, text, count=1)


def _all(element: Any, wanted: str) -> list[Any]:  # noqa: ANN401
    return [each for each in element if name(each) == wanted]


def _text(element: Any, wanted: str, namespace: str = "") -> str:  # noqa: ANN401
    """Return the text of the first child of that name whose namespace has the word in it."""
    for each in element:
        if name(each) == wanted and (not namespace or namespace in each.tag):
            return "".join(each.itertext()).strip()
    return ""
