"""A guide makes its own worksheet: `derive` finds what a reader could answer, tick or complete; `write` sets it out.

Better no worksheet than a poor one. A guide that gives fewer than three items, or that is about danger at home, gives
none: a filled-in sheet can be found.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_signs as signs
from guidewright.worksheets import derive_starters as models
from guidewright.worksheets.derive_find import Finder
from guidewright.worksheets.derive_items import Derived, Evidence, Item, ItemKind
from guidewright.worksheets.model import SENTENCE
from guidewright.writers import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from guidewright.model import Guide

__all__ = ["Derived", "Evidence", "Item", "ItemKind", "derive", "fragment", "path", "reason", "wanted", "write"]

FEWEST = 3  # items of a worksheet


def derive(guide: Guide) -> Derived | None:
    """Return the worksheet that a guide has the material for; None if that is none, or a poor one."""
    items = () if _barred(guide) else _items(guide)
    return Derived(guide.title, items) if len(items) >= FEWEST else None


def reason(guide: Guide) -> str:
    """Return why no worksheet is derived from a guide; empty if one is."""
    found = len(_items(guide))
    return _barred(guide) or (f"{found} things to fill in are found, {FEWEST} are needed" if found < FEWEST else "")


def _barred(guide: Guide) -> str:
    language = guide.front.language.lower()
    if language and not language.startswith("en"):
        return f"they are derived from English only, and this is {guide.front.language}"
    if cues.DANGER.search(grammar.plain(guide.title)):
        return "it is about danger at home, where a filled-in sheet can be found"
    if cues.REVIEW.match(guide.title):
        return "it is a review, and what it quotes is another's"
    if any(cues.RECIPE.search(block.text) for block in guide.blocks):
        return "it is a recipe"
    if signs.reports(guide.title, guide.blocks):
        return "it reports what others have studied, and does not speak to its reader"
    return ""


def _items(guide: Guide) -> tuple[Item, ...]:
    """Return the items in the order of the guide, those that say the same as one."""
    found: dict[tuple[bool, str], Item] = {}
    for item in sorted(Finder(guide).items(), key=lambda item: (item.evidence.block, item.evidence.start)):
        key = (item.kind is ItemKind.STARTER, item.text.casefold())
        first = found.get(key)
        found[key] = item if first is None else replace(first, also=(*first.also, item.evidence))
    return tuple(found.values())


def wanted(guide: Guide, authored: Collection[str]) -> bool:
    """Whether a guide's worksheet is to be derived.

    `authored` are the paths of the written sheets below the docs folder (`worksheets/<name>.md`). A sheet named in the
    metadata, or one at the path that the derived one would have, takes its place.
    """
    return guide.front.worksheet == "auto" and path(guide) not in authored


def path(guide: Guide) -> str:
    """Return where the derived worksheet stands below the docs folder."""
    return f"worksheets/{guide.slug}.md"


def path_of(name: str) -> str:
    """Return the path below the docs folder of a sheet as metadata may name it (`my-plan`, `worksheets/my-plan.md`)."""
    return f"worksheets/{name.removeprefix('docs/').removeprefix('worksheets/').removesuffix('.md')}.md"


def fragment(guide: Guide, evidence: Evidence) -> str:
    """Return what, put behind an address, makes a browser show the very words there (a URL text fragment)."""
    words = evidence.quote(guide).split()
    most = 5
    ends = [words] if len(words) <= 2 * most else [words[:most], words[-most:]]
    return SENTENCE + ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)


def write(derived: Derived, guide: Guide, *, locate: Callable[[Evidence], str] | None = None) -> str:
    """Return the worksheet as Markdown with worksheet blocks, ready for an editor to adopt.

    `locate` gives the address of the sentence an item comes from; by default the guide's heading above it, as seen from
    `docs/worksheets/`, and its words. The front matter names what the sheet was derived from, and says `draft` if the
    guide is one.
    """
    where = locate or (lambda evidence: _address(guide, evidence))
    draft = "draft: true\n" if guide.front.draft else ""
    title = _line(derived.title)
    parts = [
        f"---\nderived: {guide.digest or guide.slug}\n{draft}---",
        f"/// sheet | Worksheet: {title}\n    guide: {guide.slug}\n{_INTRO}\n///",
    ]
    hints = dict(_HINTS)
    for (section, _), found in groupby(derived.items, key=lambda item: (item.section, item.evidence.anchor)):
        if section and section != derived.title:
            parts.append(f"## {_line(section)}")
        parts.extend(_written(tuple(found), where, hints))
    return "\n\n".join(parts) + "\n"


_INTRO = (
    "These questions and ideas come from the guide. Use what helps and leave out the rest. Nobody else has to see it."
)
_LEGENDS = {
    ItemKind.TICK: "Ideas to choose from",
    ItemKind.STEP: "Steps, one at a time",
    ItemKind.STARTER: "Sentences to make my own",
}
_ALONE = "One thing to try"
_CHOOSE = "Tick what fits. Then choose one to try this week."
_HINTS = {
    ItemKind.STEP: "Tick each step when it is done. There is no hurry.",
    ItemKind.STARTER: "Fill the blanks in your own words, then read it aloud.",
}


def _address(guide: Guide, evidence: Evidence) -> str:
    place = f"../guides/{guide.slug}.md" + (f"#{evidence.anchor}" if evidence.anchor else "")
    return place + fragment(guide, evidence)


def _line(text: str) -> str:
    return " ".join(markdown.escape(text).split())


def _written(items: Sequence[Item], where: Callable[[Evidence], str], hints: dict[ItemKind, str]) -> Iterator[str]:
    """Yield the blocks of one section: lists whole, at the place of their first item; starters as one block.

    `hints` are those that the sheet has not given yet: how a list works is said once. What to choose is said of each.
    """
    done: set[tuple[ItemKind, int]] = set()
    for item in items:
        listed = item.kind in _LEGENDS
        key = (item.kind, item.group)
        if listed and key in done:
            continue
        done.add(key)
        if listed:
            entries = [each for each in items if (each.kind, each.group) == key]
            # One thing alone leaves no choice.
            choose = _CHOOSE if len(entries) > 1 else ""
            yield _listed(entries, where, choose if item.kind is ItemKind.TICK else hints.pop(item.kind, ""))
        elif item.kind is ItemKind.CHOICE:
            options = f"    choose: 1\n{_evidence([item], where)}"
            question = f"/// checklist | {_line(item.text)}\n{options}- Yes\n- No\n- Not sure\n///"
            yield f"//// keep\n\n{question}\n\n/// prompt | Why?\n    lines: 2\n///\n\n////"
        elif item.kind is ItemKind.SCALE:
            ends = "    low: Never\n    high: All the time\n" if grammar.how_often(item.text) else ""
            yield f"/// scale | {_line(item.text)}\n{ends}{_evidence([item], where)}///"
        else:
            yield f"/// prompt | {_line(item.text)}\n    lines: 3\n{_evidence([item], where)}///"


def _listed(items: Sequence[Item], where: Callable[[Evidence], str], hint: str) -> str:
    kind = items[0].kind
    name = "starters" if kind is ItemKind.STARTER else "checklist"
    alone = kind is ItemKind.TICK and len(items) == 1
    legend = next((item.legend for item in items if item.legend), "") or (_ALONE if alone else _LEGENDS[kind])
    options = {ItemKind.TICK: "    other: 1\n", ItemKind.STEP: "    ordered: true\n", ItemKind.STARTER: ""}[kind]
    lines = "\n".join(f"- {_entry(item)}" for item in items)
    said = f"{hint}\n\n" if hint else ""
    return f"/// {name} | {_line(legend)}\n{options}{_evidence(items, where)}{said}{lines}\n///"


def _entry(item: Item) -> str:
    if item.kind is not ItemKind.STARTER:
        return markdown.escape_start(_line(item.text))
    return models.BLANK.join(markdown.escape(part) for part in item.text.split(models.BLANK))


def _evidence(items: Sequence[Item], where: Callable[[Evidence], str]) -> str:
    """Return the option that says where the items come from: one address, or one an item if they differ."""
    places = [where(item.evidence) for item in items]
    if len(set(places)) == 1:
        return f"    evidence: {places[0]}\n"
    return "    evidence:\n" + "".join(f"      - {place}\n" for place in places)
