"""What an editor says about the links of one guide, in its metadata file: that word comes first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright.model import Notice

if TYPE_CHECKING:
    from guidewright.model import Guide


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an editor says in a metadata file about the links of one guide.

    `off`: no links in the text at all. `never` are targets never linked to, `passages` texts in whose paragraphs no
    link stands, `add` (phrase, target) pairs to be linked, `related` slugs of guides to show first (`unrelated`:
    none at all), `topics` the topics of the guide, whatever its text says.
    """

    off: bool = False
    never: frozenset[str] = frozenset()
    passages: tuple[str, ...] = ()
    add: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    unrelated: bool = False
    topics: tuple[str, ...] = ()

    def refuse(self, target: str) -> bool:
        """Whether the editor wants no link to a target: named in full, without its section, or by its bare slug."""
        page = target.partition("#")[0]
        return bool({target, page, page.partition(":")[2]} & self.never)

    def passed_over(self, text: str) -> bool:
        """Whether a paragraph is one that the editor wants no link in."""
        return any(each and each in text for each in self.passages)


NO_WISHES = Wishes()


_LINKS_HELP = (
    "`links:` can be `off`, or hold `never:` (a list of topics or guides), `passages:` (a list of texts) and `add:` "
    "(a list of pairs: `- phrase: …` and below it `to: topic:… or guide:…`)"
)


def wishes(guide: Guide) -> tuple[Wishes, tuple[Notice, ...]]:
    """Return what the editor wishes for a guide (`links`, `related`, `topics` of its metadata), or what is wrong."""
    said = {key: json.loads(value) for key, value in guide.extra if key in ("links", "related", "topics")}
    if not said:
        return NO_WISHES, ()
    links, related, topics = said.get("links"), said.get("related"), said.get("topics")
    wrong: list[str] = []
    off = links is False or links in ("off", "no")
    block = links if isinstance(links, dict) else {}
    if not (off or links is None or links is True or links == "on" or isinstance(links, dict)):
        wrong.append(_LINKS_HELP)
    wrong += [f"`links:` has no key `{key}`; {_LINKS_HELP}" for key in block if key not in ("never", "passages", "add")]
    add = block.get("add") or []
    if not isinstance(add, list) or not all(isinstance(each, dict) and set(each) == {"phrase", "to"} for each in add):
        wrong.append(_LINKS_HELP)
        add = []
    return Wishes(
        off=off,
        never=frozenset(_listed(block.get("never"), wrong, "never")),
        passages=_listed(block.get("passages"), wrong, "passages"),
        add=tuple((str(each["phrase"]), str(each["to"])) for each in add),
        related=() if related in (False, "off") else _listed(related, wrong, "related"),
        unrelated=related in (False, "off"),
        topics=_listed(topics, wrong, "topics"),
    ), tuple(Notice(guide.front.source, 0, f"in its metadata file, {each}") for each in wrong)


def _listed(value: object, wrong: list[str], key: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return tuple(str(each) for each in value)
    wrong.append(f"`{key}:` must be a list of texts, each on a line of its own after `- `")
    return ()
