"""Shortcodes (https://codex.wordpress.org/Shortcode_API): signs in brackets for which plugins of WordPress stand in.

`[gallery ids="1,2"]` is a gallery on the page, and `[box]…[/box]` a frame around a text. A sign is one of them where it
has attributes, is closed again, or is WordPress's own; what else is in brackets is text.
"""

from __future__ import annotations

import re
from html import escape

_NAME = r"[A-Za-z][\w-]{1,40}"
_CAPTION = re.compile(r"\[((?:wp_)?caption)\b([^\[\]]*)\]([^\[]*(?:\[(?!/?\1\b)[^\[]*)*)\[/\1\]")
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_STATED_CAPTION = re.compile(r"\bcaption=(?:\"([^\"]*)\"|'([^']*)')")
# Code, comments, tags and what is bracketed twice, in which there are none; then the signs.
_TOKEN = re.compile(
    rf"<(pre|code|script|style|textarea)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[A-Za-z/][^<>]*>|\[\[[^\[\]]*\]\]"
    rf"|(?P<sign>\[(?P<closes>/?)(?P<name>{_NAME})(?P<said>(?:[\s/][^\[\]<>]*)?)\])",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s[\w-]+\s*=")
_OWN = frozenset({"audio", "embed", "gallery", "playlist", "video", "caption", "wp_caption"})
# What a pair of these has inside is an address, which is no text, or nothing.
_MEDIA = re.compile(r"(\[((?:audio|embed|video|playlist|youtube|vimeo))\b[^\[\]]*\])\s*[^\s\[\]<>]*\s*\[/\2\]")
_NOTE = re.compile(r"\[(footnote|efn_note|mfn|ref|fn)\b[^\[\]]*\]([^\[]*(?:\[(?!/?\1\b)[^\[]*)*)\[/\1\]")
_QUOTES = frozenset({"quote", "blockquote", "pullquote"})


def taken_out(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a post's text without shortcodes, and those that were in it; captions, notes and quotations are HTML."""
    if "[" not in text:
        return text, ()
    text = _with_notes(_CAPTION.sub(_figure, text))
    tokens = [each for each in _TOKEN.finditer(text) if each["sign"]]
    opened, closed = ({each["name"] for each in tokens if bool(each["closes"]) is side} for side in (False, True))
    pieces: list[str] = []
    signs: list[str] = []
    place = 0
    for each in tokens:
        name = each["name"]
        known = name in _OWN or (name in opened & closed) or _ATTRIBUTE.search(each["said"])
        if each.start() < place or not known:
            continue
        sign = _MEDIA.match(text, each.start()) or each
        between = text[place : each.start()]
        if signs and not between.strip():  # signs in a row part what is around them
            signs[-1] += sign.group()
            pieces.append("\n\n")
        else:
            pieces.append(between)
            signs.append(sign.group())
        if name in _QUOTES:
            pieces.append("</blockquote>" if each["closes"] else "<blockquote>")
        place = sign.end()
    pieces.append(text[place:])
    return "".join(pieces), tuple(signs)


def aside(signs: tuple[str, ...]) -> tuple[str, str]:
    """Return the signs as what stands beside an article: a class and HTML."""
    return "wp-shortcode", "".join(f"<p>{escape(each)}</p>" for each in signs)


def _figure(found: re.Match[str]) -> str:
    inside = found[3].strip()
    picture = _PICTURE.match(inside)
    end = picture.end() if picture else 0
    stated = _STATED_CAPTION.search(found[2])
    said = inside[end:].strip() or (escape(stated[1] or stated[2] or "", quote=False) if stated else "")
    return f"<figure>{inside[:end]}<figcaption>{said}</figcaption></figure>"


def _with_notes(text: str) -> str:
    """Return the text with a list of its notes below, where they are written between its words."""
    notes: list[str] = []

    def number(found: re.Match[str]) -> str:
        notes.append(found[2].strip())
        return f'<sup><a href="#wp-note-{len(notes)}">{len(notes)}</a></sup>'

    text = _NOTE.sub(number, text)
    items = "".join(f'<li id="wp-note-{at}">{note}</li>' for at, note in enumerate(notes, start=1))
    return f'{text}\n\n<ol class="footnotes">{items}</ol>' if notes else text
