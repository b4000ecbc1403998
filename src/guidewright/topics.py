"""Topics: what an editor says they are, and which sections of the guides treat them, by evidence."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import yaml

from guidewright import text as texts
from guidewright.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = ("title", "terms", "not_terms", "parent", "see_also")
# Keys of topic pages that are other people's: they belong to the site.
OTHER_KEYS = ("description", "template", "hide", "search", "icon", "tags", "status", "summary", "order", "worksheets")
# A term is a phrase; a sentence in its place is a slip of the editor's.
LONGEST_TERM = 12


class Field(StrEnum):
    """Where in a guide a term stands; a title says more about a section than its twentieth sentence."""

    TITLE = "title"
    HEADING = "heading"
    OUTER = "outer heading"
    SUMMARY = "summary"
    OPENING = "first paragraph"
    BODY = "text"


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase that an editor gave to a topic, in the editor's own spelling; `line` is where in the topic's file."""

    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """What `docs/topics/<slug>.md` says: the terms of the topic, and phrases that only look like them (`not_terms`).

    `parent` and `see_also` are slugs of topics. `path` names the file in messages.
    """

    slug: str
    title: str
    terms: tuple[Term, ...] = ()
    not_terms: tuple[str, ...] = ()
    parent: str = ""
    see_also: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks `first` to `last` (excluded, from 0) of a guide, under one heading, subsections not included.

    The text above the first heading is a section, too: `anchor` and `heading` are empty, `level` is 1.
    `major` is the index of the section of level 2 or above that it is part of (its own, if it is one).
    `apart` says that it holds references, which are nobody's text.
    """

    index: int
    anchor: str
    heading: str
    level: int
    first: int
    last: int
    major: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """`count` mentions of a term in a field, and what they add to the section's score."""

    term: str
    field: Field
    count: int
    score: float


@dataclass(frozen=True, slots=True)
class Treated:
    """A section of a guide that treats a topic. `heading` is the guide's title for the section above all headings.

    `sentence` is one sentence of the section, word for word. `score` counts from 0, more is better, and compares
    within a topic only.
    """

    topic: str
    guide: str
    guide_title: str
    anchor: str
    heading: str
    score: float
    sentence: str
    evidence: tuple[Evidence, ...] = ()


def parse(path: str, text: str) -> tuple[Topic | None, tuple[Notice, ...]]:
    """Return the topic that a file describes; None and error notices with line and remedy where it cannot be read.

    The slug is the file's name. Without a front matter, or without terms in it, the topic has its title alone to be
    recognised by.
    """
    slug = PurePosixPath(path).stem
    front, body_line = _front_matter(text)
    try:
        node = yaml.compose(front, Loader=yaml.SafeLoader)
        values = yaml.safe_load(front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        remedy = "put a text that holds a colon, #, * or quotes between quotation marks"
        return None, (Notice(path, mark.line + 2 if mark else 1, f"{problem}; {remedy}", error=True),)
    if values is None:
        values, node = {}, yaml.MappingNode("tag:yaml.org,2002:map", [])
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        return None, (Notice(path, 2, "the front matter must be a list of `key: value` lines", error=True),)
    nodes = {str(name.value): (name.start_mark.line + 2, value) for name, value in node.value}
    notices = list(_complaints(path, values, nodes))
    if any(notice.error for notice in notices):
        return None, tuple(notices)
    title = str(values.get("title") or _heading(text, body_line) or slug.replace("-", " ").capitalize()).strip()
    return Topic(
        slug=slug,
        title=title,
        terms=tuple(Term(phrase, line) for phrase, line in _phrases(values, nodes, "terms")),
        not_terms=tuple(phrase for phrase, _ in _phrases(values, nodes, "not_terms")),
        parent=str(values.get("parent") or "").strip(),
        see_also=tuple(slug for slug, _ in _phrases(values, nodes, "see_also")),
        path=path,
    ), tuple(notices)


def _front_matter(text: str) -> tuple[str, int]:
    """Return the YAML between the fences at the top of a file, and the number of the first line after them."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return "", 1
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1 : number - 1]), number + 1
    return "\n".join(lines[1:]), len(lines) + 1


def _heading(text: str, line: int) -> str:
    """Return the text of the first `# Title` line from `line` on, or nothing."""
    body = text.split("\n")[line - 1 :]
    return next((each[2:].strip() for each in body if each.startswith("# ")), "")


def _complaints(path: str, values: dict[object, object], nodes: dict[str, tuple[int, yaml.Node]]) -> Iterator[Notice]:
    """Say what is wrong with a topic's front matter. Keys of the site are nobody's business here."""
    for key, value in values.items():
        line = nodes.get(str(key), (0, None))[0]
        if key not in KEYS:
            near = difflib.get_close_matches(str(key), KEYS, n=1, cutoff=0.75)
            if near and key not in OTHER_KEYS:
                yield Notice(path, line, f"there is no key `{key}`; did you mean `{near[0]}`?", error=True)
        elif key in ("title", "parent"):
            if isinstance(value, dict | list):
                yield Notice(path, line, f"`{key}` must be one text; put it between quotation marks", error=True)
        elif not isinstance(value, list | str | None) or any(
            not isinstance(each, str | int | float) or isinstance(each, bool) for each in value or ()
        ):
            remedy = "it must be a list of phrases, each on a line of its own after `- `; put between quotation marks"
            yield Notice(
                path, line, f"`{key}` is wrong: {remedy} one that holds a colon or is `yes` or `no`", error=True
            )
    for phrase, line in _phrases(values, nodes, "terms"):
        count = len(phrase.split())
        if count > LONGEST_TERM:
            text = f"the term “{phrase[:40]}…” has {count} words, and texts will hardly say just that; use a phrase"
            yield Notice(path, line, text)
        elif not texts.tokens(phrase):
            yield Notice(path, line, "a term is empty; delete its line")


def _phrases(values: dict[object, object], nodes: dict[str, tuple[int, yaml.Node]], key: str) -> list[tuple[str, int]]:
    """Return the phrases under a key with the line of each, none of them empty; one phrase may stand without a list."""
    value = values.get(key)
    if value is None or isinstance(value, dict):
        return []
    line, node = nodes[key]
    if not isinstance(value, list):
        return [(str(value).strip(), line)] if str(value).strip() else []
    lines = [each.start_mark.line + 2 for each in node.value]
    return [(str(each).strip(), at) for each, at in zip(value, lines, strict=True) if str(each).strip()]
