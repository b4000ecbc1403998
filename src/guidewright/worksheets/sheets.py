"""What a host does with sheets, whatever host it is."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import segno

from guidewright.worksheets import model
from guidewright.worksheets.words import around, borrowed, direction, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def completed(  # noqa: PLR0913
    sheet: model.Sheet,
    *,
    title: str,
    slug: str,
    guides: tuple[model.Guide, ...] = (),
    base: str = "",
    site: str = "",
    safety: model.Guide | None = None,
) -> model.Sheet:
    """Return a sheet with what only its host knows. If there is a page about safety, a box on top leads to it."""
    blocks = (notice(sheet.language, safety), *sheet.blocks) if safety else sheet.blocks
    return replace(sheet, title=title, slug=slug, guides=guides, base=base, site=site, blocks=blocks)


def notice(language: str, safety: model.Guide) -> model.Note:
    """Return the box on top of a sheet: who should read the page about safety first."""
    code, said = around(language)
    before, after = said.notice.split("{guide}")
    runs = (model.Run(before), model.Run(safety.title, strong=True, target=safety.url), model.Run(after))
    return model.Note((), (model.Paragraph(runs),), "" if code == language else code)


def same_titles(sheets: Iterable[tuple[str, model.Sheet]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs (first, later) of names whose sheets have one title."""
    first: dict[str, str] = {}
    for name, sheet in sheets:
        title = sheet.title.casefold()
        if title in first:
            yield first[title], name
        first.setdefault(title, name)


def not_there(name: str, there: Sequence[str]) -> str:
    """Return the complaint that metadata name a sheet which is not among the written ones, with the nearest that is."""
    stems = [path.removeprefix("worksheets/").removesuffix(".md") for path in there]
    wanted = name.removeprefix("docs/").removeprefix("worksheets/").removesuffix(".md")
    near = difflib.get_close_matches(wanted, ("auto", "off", *stems), n=1)
    remedy = f"did you mean `{near[0]}`?" if near else f"write docs/worksheets/{wanted}.md, or say `auto` or `off`"
    return f"`worksheet: {name}` names a worksheet that is not there; {remedy}"


def belongs_nowhere(uri: str, slug: str, text: str, there: Iterable[str]) -> tuple[int, str]:
    """Return line and complaint where a sheet's text names a guide or topic that is not there; `there` are paths."""
    folder = uri.removesuffix(f"{slug}.md")
    slugs = [path.removeprefix(folder).removesuffix(".md") for path in there if path.startswith(folder)]
    near = difflib.get_close_matches(slug, slugs, n=1)
    line = next((n for n, line in enumerate(text.split("\n"), 1) if slug in line), 1)
    return line, f"belongs to {uri}, which is not there" + (f"; did you mean `{near[0]}`?" if near else "")


def slugs(said: object) -> list[str]:
    """Return the slugs that front matter lists: as a list, or as one text with commas or bars."""
    listed = re.split(r"[,|]", said) if isinstance(said, str) else said if isinstance(said, list) else []
    return list(dict.fromkeys(found for each in listed if (found := str(each).strip())))


def line_of(text: str, key: str) -> int:
    """Return the line, counted from 1, on which metadata say something under a key; 1 if they do not."""
    return next((n for n, line in enumerate(text.split("\n"), 1) if line.startswith(f"{key}:")), 1)


def named(character: str) -> str:
    """Return a character with its number and name, for an editor who may not see it: `☺ (U+263A …)`."""
    return f"{character} (U+{ord(character):04X} {unicodedata.name(character, 'unnamed')})"


def frame(sheet: model.Sheet, content: str, *, assets: str) -> str:
    """Return a page's HTML with its style sheet and script, in its language, with the line at the foot of each page.

    `assets` is the address of the folder with both, as seen from the page, with a slash at the end.
    """
    foot = " · ".join(filter(None, (sheet.title, sheet.site)))
    numbers = re.sub(
        r"([^{}]+)|\{(n|all)\}",
        lambda found: f'"{_css(found[1])}" ' if found[1] else f"counter(page{'s' if found[2] == 'all' else ''}) ",
        words(sheet.language).page,
    )
    return (
        f'<link rel="stylesheet" href="{escape(assets)}worksheet.css">'
        f'<style>@page {{ @bottom-left {{ content: "{_css(foot)}"; font: 9pt sans-serif; color: #444; }}'
        f" @bottom-right {{ content: {numbers}; }} }}</style>"
        f'<script src="{escape(assets)}worksheet.js" defer></script>'
        f'<div class="ws-sheet" lang="{escape(sheet.language)}" dir="{direction(sheet.language)}">{content}</div>'
    )


def _css(text: str) -> str:
    """Return a text for a style sheet's string and a page at once: only letters, digits and spaces stay as they are."""
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)


def paper_foot(guide: model.Guide, language: str) -> str:
    """Return the line at the end of a printed sheet: its guide, the address, and the address as a QR code."""
    if not guide.url:
        return ""
    short = guide.url.split("://", 1)[-1].rstrip("/")
    code = segno.make(guide.url, error="m", micro=False).svg_inline(border=0, omitsize=True, svgclass="ws-qr")
    said = escape(words(language).guide)
    return (
        f'<div class="ws-paper-foot" lang="{borrowed(language) or escape(language)}"><p>{said}:<br>'
        f"<strong>{escape(guide.title)}</strong><br>{escape(short)}</p>{code}</div>"
    )
