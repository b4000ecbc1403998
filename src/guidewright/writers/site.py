"""A linked corpus as a folder of Markdown, for any host: what templates show elsewhere stands in the text here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.writers import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidewright.links import LinkedCorpus, LinkedGuide, LinkedTopic
    from guidewright.model import Front

_ANCHOR = re.compile(r"#[\w-]*$")


def write(linked: LinkedCorpus, own: Mapping[str, str], *, anchors: bool = True) -> dict[str, str]:
    """Return {path: text} of all guides and topics of the corpus, paths relative to the folder.

    `own` holds the hand-written Markdown pages of the same folder: a guide of theirs stays as it is, a topic's page
    gets the list of what treats it. `anchors` False leaves out the `{ #id }` marks and points links at pages only,
    for hosts that do not know attribute lists.
    """
    made = {}
    for slug, each in linked.guides.items():
        path = f"guides/{slug}.md"
        if path not in own:
            made[path] = _guide(each, linked, anchors=anchors)
    for slug, topic in linked.topics.items():
        path = f"topics/{slug}.md"
        if path in own:
            made[path] = own[path].rstrip("\n") + "\n" + _treated(topic, anchors=anchors)
    return made


def _guide(each: LinkedGuide, linked: LinkedCorpus, *, anchors: bool) -> str:
    def resolve(target: str) -> str:
        address = markdown.address(target)
        return address if anchors else _ANCHOR.sub("", address)

    text = markdown.write(each.guide, resolve=resolve, anchors=anchors, images=False)
    parts = [
        _section("Topics", (f"[{_title(linked, slug)}](../topics/{slug}.md)" for slug in _topics(each))),
        _section(
            "Read next",
            (
                f"[{markdown.escape(other.title)}]({_to('', other.slug, other.anchor, anchors=anchors)}): "
                f"{markdown.escape(other.reason)}"
                for other in each.related
            ),
        ),
        _section(
            "Guides that mention this",
            (
                f"[{markdown.escape(other.title)}]({_to('', other.slug, other.anchor, anchors=anchors)}): "
                f"“{markdown.escape(other.sentence)}”"
                for other in each.backlinks
            ),
        ),
        _section("About this guide", _origin(each.guide.front)),
    ]
    return text + "".join(parts)


def _topics(each: LinkedGuide) -> list[str]:
    return list(dict.fromkeys(treated.topic for treated in each.treats))


def _title(linked: LinkedCorpus, slug: str) -> str:
    return markdown.escape(linked.topics[slug].topic.title)


def _treated(topic: LinkedTopic, *, anchors: bool) -> str:
    return _section(
        "Where to read about it",
        (
            f"[{markdown.escape(each.heading or each.guide_title)}]"
            f"({_to('../guides/', each.guide, each.anchor, anchors=anchors)}): {markdown.escape(each.sentence)}"
            for each in topic.treated
        ),
    )


def _to(folder: str, slug: str, anchor: str, *, anchors: bool) -> str:
    return f"{folder}{slug}.md" + (f"#{anchor}" if anchor and anchors else "")


def _origin(front: Front) -> Iterable[str]:
    for name, value in (("Author", front.author), ("Publisher", front.publisher), ("Licence", front.licence)):
        if value:
            yield f"{name}: {markdown.escape(value)}"
    if front.url.startswith(("http://", "https://")):
        yield f"Source: {markdown.link(front.url, front.url)}"
    if front.retrieved:
        yield f"Retrieved: {markdown.escape(front.retrieved)}"


def _section(heading: str, items: Iterable[str]) -> str:
    listed = "".join(f"- {item}\n" for item in items)
    return f"\n## {heading}\n\n{listed}" if listed else ""
