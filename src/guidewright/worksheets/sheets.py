"""What a host does with sheets, whatever host it is."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import segno

from guidewright.worksheets import model
from guidewright.worksheets.words import direction, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def completed(  # noqa: PLR0913
    sheet: model.Sheet,
    *,
    title: str,
    slug: str,
    guides: tuple[model.Guide, ...] = (),
    base: str = "",
    site: str = "",
    notice: model.Text = (),
) -> model.Sheet:
    """Return a sheet with what only its host knows; a notice stands on top, in a box."""
    blocks = (model.Note((), (model.Paragraph(notice),)), *sheet.blocks) if notice else sheet.blocks
    return replace(sheet, title=title, slug=slug, guides=guides, base=base, site=site, blocks=blocks)


def same_titles(sheets: Iterable[tuple[str, model.Sheet]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs (first, later) of names whose sheets have one title."""
    first: dict[str, str] = {}
    for name, sheet in sheets:
        title = sheet.title.casefold()
        if title in first:
            yield first[title], name
        first.setdefault(title, name)


def named(character: str) -> str:
    """Return a character with its number and name, for an editor who may not see it: `☺ (U+263A …)`."""
    return f"{character} (U+{ord(character):04X} {unicodedata.name(character, 'unnamed')})"


def frame(sheet: model.Sheet, content: str, *, assets: str) -> str:
    """Return a page's HTML with its style sheet and script, in its language, with the line at the foot of each page.

    `assets` is the address of the folder with both, as seen from the page, with a slash at the end.
    """
    foot = " · ".join(filter(None, (sheet.title, sheet.site)))
    # In a style sheet's string and in a page at once: only letters, digits and spaces stay as they are.
    text = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in foot)
    return (
        f'<link rel="stylesheet" href="{escape(assets)}worksheet.css">'
        f'<style>@page {{ @bottom-left {{ content: "{text}"; font: 9pt sans-serif; color: #444; }} }}</style>'
        f'<script src="{escape(assets)}worksheet.js" defer></script>'
        f'<div class="ws-sheet" lang="{escape(sheet.language)}" dir="{direction(sheet.language)}">{content}</div>'
    )


def paper_foot(guide: model.Guide, language: str) -> str:
    """Return the line at the end of a printed sheet: its guide, the address, and the address as a QR code."""
    if not guide.url:
        return ""
    short = guide.url.split("://", 1)[-1].rstrip("/")
    code = segno.make(guide.url, error="m", micro=False).svg_inline(border=0, omitsize=True, svgclass="ws-qr")
    return (
        f'<div class="ws-paper-foot"><p>{escape(words(language).guide)}:<br><strong>{escape(guide.title)}</strong><br>'
        f"{escape(short)}</p>{code}</div>"
    )
