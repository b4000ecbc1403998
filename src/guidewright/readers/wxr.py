"""WordPress exports (WXR, https://wordpress.org/documentation/article/tools-export-screen/): each post an article.

Published posts become sources, their comments with them, each with its status; what else is in the file (pages,
drafts, pictures, menus) is counted in a note. Passwords, mail addresses and IP addresses are not taken.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from guidewright.model import Notice
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
_CAPTION = re.compile(r"\[caption\b[^\[\]]*\]([^\[]*(?:\[(?!/?caption\b)[^\[]*)*)\[/caption\]")
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
# A shortcode alone in its paragraph: WordPress puts something else in its place, and we cannot.
_SHORTCODE = re.compile(r"\[/?[A-Za-z][\w-]{1,40}(?:[ \t][^\[\]<>]*)?\]")


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
    body = _text(item, "encoded", "content")
    tags = [plain(each.text or "") for each in _all(item, "category") if each.text]
    day = _text(item, "post_date")[:10]
    return Article(
        name=slug if slugify(slug) == slug else title or _text(item, "post_id"),
        body=body if "<!-- wp:" in body else paragraphs(_captioned(body)),
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
        if _SHORTCODE.fullmatch(inside):
            inside = f'<p class="wp-shortcode" hidden>{inside}</p>'
        elif inside and not begin:
            inside = f"<p>{inside}</p>"
        made.append(said[:begin] + inside + said[end:])
    return "\n".join(filter(None, made))


def _captioned(text: str) -> str:
    """Return a post's text with `[caption]` shortcodes as figures."""

    def figure(found: re.Match[str]) -> str:
        inside = found[1].strip()
        picture = _PICTURE.match(inside)
        end = picture.end() if picture else 0
        return f"<figure>{inside[:end]}<figcaption>{inside[end:].strip()}</figcaption></figure>"

    return _CAPTION.sub(figure, text)


def _all(element: Any, wanted: str) -> list[Any]:  # noqa: ANN401
    return [each for each in element if name(each) == wanted]


def _text(element: Any, wanted: str, namespace: str = "") -> str:  # noqa: ANN401
    """Return the text of the first child of that name whose namespace has the word in it."""
    for each in element:
        if name(each) == wanted and (not namespace or namespace in each.tag):
            return "".join(each.itertext()).strip()
    return ""
