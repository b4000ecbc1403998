"""Shortcodes (https://codex.wordpress.org/Shortcode_API): signs in brackets for which plugins of WordPress stand in.

`[gallery ids="1,2"]` is a gallery on the page, and `[box]…[/box]` a frame around a text. A sign is one of them where it
has attributes, is closed again, or is WordPress's own; what else is in brackets is text. People write in brackets, too:
between words of a sentence a sign is closed again, has an attribute in quotation marks, or is WordPress's own with
attributes. Code, comments, tags and what is bracketed twice have no signs in them, and no captions and notes.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAME = r"[A-Za-z][\w-]{1,40}"
_CAPTION = re.compile(r"\[((?:wp_)?caption)\b(?P<said>[^\[\]]*)\](?P<inside>[^\[]*(?:\[(?!/?\1\b)[^\[]*)*)\[/\1\]")
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_STATED_CAPTION = re.compile(r"\bcaption=(?:\"([^\"]*)\"|'([^']*)')")
# What has no signs in it: code, comments, tags and what is bracketed twice.
_CLOSED = re.compile(
    r"<(pre|code|script|style|textarea)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[A-Za-z/][^<>]*>|\[\[[^\[\]]*\]\]",
    re.IGNORECASE | re.DOTALL,
)
# What of it stands in a line of text; what else is no bracket ends the line.
_IN_LINE = re.compile(
    r"\[|</?(?:a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b", re.IGNORECASE
)
_LINE = re.compile(r"[^\n>]+")
_SIGN = re.compile(rf"\[(?P<closes>/?)(?P<name>{_NAME})(?P<said>(?:[\s/][^\[\]<>]*)?)\]")
_ATTRIBUTE = re.compile(r"\s[\w-]+\s*=")
_QUOTED = re.compile(r"\s[\w-]+\s*=\s*[\"'‘’“”″]")
_OWN = frozenset({"audio", "embed", "gallery", "playlist", "video", "caption", "wp_caption"})
# What a pair of these has inside is an address, which is no text, or nothing.
_MEDIA = re.compile(r"(\[((?:audio|embed|video|playlist|youtube|vimeo))\b[^\[\]]*\])\s*(?:[^\s\[\]<>]+\s*)?\[/\2\]")
_NOTE = re.compile(
    r"\[(footnote|efn_note|mfn|ref|fn)\b(?P<said>[^\[\]]*)\](?P<inside>[^\[]*(?:\[(?!/?\1\b)[^\[]*)*)\[/\1\]"
)
_QUOTES = frozenset({"quote", "blockquote", "pullquote"})


def taken_out(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a post's text without shortcodes, and those that were in it; captions, notes and quotations are HTML."""
    if "[" not in text:
        return text, ()
    text = _with_notes(_replaced(_CAPTION, text, _figure))
    free = _free(text)
    pieces: list[str] = []
    signs: list[list[str]] = []
    place = 0
    for each in _known(free):
        if each.start() < place:
            continue
        sign = _MEDIA.match(free, each.start()) or each
        between, said = text[place : sign.start()], text[sign.start() : sign.end()]
        if signs and not between.strip():  # signs in a row part what is around them
            signs[-1].append(said)
            pieces.append("\n\n")
        else:
            pieces.append(between)
            signs.append([said])
        if each["name"] in _QUOTES:
            pieces.append("</blockquote>" if each["closes"] else "<blockquote>")
        place = sign.end()
    pieces.append(text[place:])
    return "".join(pieces), tuple(map("".join, signs))


def aside(signs: tuple[str, ...]) -> tuple[str, str]:
    """Return the signs as what stands beside an article: a class and HTML."""
    return "wp-shortcode", "".join(f"<p>{escape(each)}</p>" for each in signs)


def _free(text: str) -> str:
    """Return the text, as long as it is, without what has no signs: `<` stands there, `>` where it ends a line."""
    return _CLOSED.sub(lambda found: ("<" if _IN_LINE.match(found[0]) else ">") * len(found[0]), text)


def _known(free: str) -> Iterator[re.Match[str]]:
    """Yield what is a sign, of all that looks like one."""
    all_signs = list(_SIGN.finditer(free))
    opened, closed = ({each["name"] for each in all_signs if bool(each["closes"]) is side} for side in (False, True))
    paired = opened & closed
    for line in _LINE.finditer(_SIGN.sub(lambda found: "<" * len(found[0]), free)):
        between_words = re.search(r"\w", unescape(line[0])) is not None
        for each in _SIGN.finditer(free, line.start(), line.end()):
            own, attributes = each["name"] in _OWN, _ATTRIBUTE.search(each["said"]) is not None
            quoted = _QUOTED.search(unescape(each["said"])) is not None
            if each["name"] in paired or (quoted or (own and attributes) if between_words else own or attributes):
                yield each


def _replaced(pattern: re.Pattern[str], text: str, by: Callable[[str, str], str]) -> str:
    """Return the text with what stands for each match, of what the sign and what its pair has inside say."""
    pieces: list[str] = []
    place = 0
    for found in pattern.finditer(_free(text)):
        said, inside = (text[slice(*found.span(group))] for group in ("said", "inside"))
        pieces += [text[place : found.start()], by(said, inside.strip())]
        place = found.end()
    return "".join(pieces) + text[place:]


def _figure(said: str, inside: str) -> str:
    picture = _PICTURE.match(inside)
    end = picture.end() if picture else 0
    stated = _STATED_CAPTION.search(said)
    words = inside[end:].strip() or (escape(stated[1] or stated[2] or "", quote=False) if stated else "")
    return f"<figure>{inside[:end]}<figcaption>{words}</figcaption></figure>"


def _with_notes(text: str) -> str:
    """Return the text with a list of its notes below, where they are written between its words."""
    notes: list[str] = []

    def number(_said: str, inside: str) -> str:
        notes.append(inside)
        return f'<sup><a href="#wp-note-{len(notes)}">{len(notes)}</a></sup>'

    text = _replaced(_NOTE, text, number)
    items = "".join(f'<li id="wp-note-{at}">{note}</li>' for at, note in enumerate(notes, start=1))
    return f'{text}\n\n<ol class="footnotes">{items}</ol>' if notes else text
