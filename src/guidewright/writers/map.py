"""The map of topics and guides: a static SVG, and beside it the same in words. Deterministic, without a library.

It is drawn twice, once for wide and once for narrow screens; the stylesheet shows one of them (`gw-map__wide`,
`gw-map__narrow`). Colours are `currentColor` and the stylesheet's variables, so it fits light and dark.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from guidewright.links import LinkedCorpus

# With more guides than this a drawing of all of them is a thicket: topics alone are drawn then, with counts.
MOST_GUIDES = 40
# Topics drawn at the most, those with the most guides first; the words beside the map name them all.
MOST_TOPICS = 40
# Lines that a topic has to others in the map of topics, strongest first.
_LINES = 3
# Lines of a label; a longer title ends in "…".
_ROWS = 5
# Width of a letter in ems, on average and a little to the safe side; of a Chinese, Japanese or Korean one.
_LETTER = 0.54
_WIDE_LETTER = 1.05
_PADDING = 8
_GAP = 8
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class _Frame:
    """One drawing: its size in units (of about a pixel), where its columns begin and end, and its letters' size.

    `topics` and `guides` are (left, right); what is right of the guides is for lines from guide to guide.
    """

    name: str
    width: int
    letters: int
    topics: tuple[int, int]
    guides: tuple[int, int]


_FRAMES = (
    _Frame("wide", 720, 15, (0, 200), (340, 660)),
    _Frame("narrow", 320, 14, (0, 112), (154, 294)),
)


@dataclass(frozen=True, slots=True)
class _Node:
    """A topic or guide: where it leads (empty: nowhere), its label, and what its label says besides."""

    target: str
    title: str
    href: str
    count: int = -1


@dataclass(frozen=True, slots=True)
class _Box:
    """A node in its place; sizes in units from the top left corner."""

    node: _Node
    rows: tuple[str, ...]
    left: int
    right: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def write(linked: LinkedCorpus, *, address: Callable[[str], str]) -> str:
    """Return the map as HTML, empty where there is no topic or no guide.

    `address` gives the relative address of `topic:<slug>` or `guide:<slug>`; what has none ("") is shown unlinked.
    Up to MOST_GUIDES guides are drawn with their topics; of a larger corpus the topics alone.
    """
    if not linked.topics or not linked.guides:
        return ""
    on_topic = {slug: list(dict.fromkeys(each.guide for each in page.treated)) for slug, page in linked.topics.items()}
    large = len(linked.guides) > MOST_GUIDES
    topics = {
        slug: _Node(
            f"topic:{slug}",
            _clean(page.topic.title),
            address(f"topic:{slug}"),
            len(on_topic[slug]) if large else -1,
        )
        for slug, page in linked.topics.items()
    }
    if large:
        near = _near(linked, on_topic)
        drawn = [_topics_only(frame, topics, near) for frame in _FRAMES]
        words = _words_of_topics(topics, near)
    else:
        guides = {
            slug: _Node(f"guide:{slug}", _clean(page.guide.title), address(f"guide:{slug}"))
            for slug, page in linked.guides.items()
        }
        main = {slug: page.treats[0].topic for slug, page in linked.guides.items() if page.treats}
        leads = {slug: _leads(linked, slug) for slug in linked.guides}
        drawn = [_both(frame, topics, guides, on_topic, main=main, leads=leads) for frame in _FRAMES]
        words = _words(topics, guides, on_topic, leads)
    return f'<div class="gw-map">\n{"".join(drawn)}{words}</div>\n'


def _clean(title: str) -> str:
    """Return a title as one line of characters that a page can hold."""
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in title)
    return " ".join(kept.split()) or "…"


def _leads(linked: LinkedCorpus, slug: str) -> list[str]:
    """Return the other guides that a guide's text links to, in order of the text."""
    targets = [each.target.partition("#")[0] for each in linked.guides[slug].links]
    found = (target.removeprefix("guide:") for target in targets if target.startswith("guide:"))
    return [other for other in dict.fromkeys(found) if other != slug and other in linked.guides]


def _near(linked: LinkedCorpus, on_topic: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, int]]]:
    """Return the topics next to each topic with the guides they share: most first, then those that its editor names."""
    by_guide: dict[str, list[str]] = {}
    for topic in sorted(on_topic):
        for guide in on_topic[topic]:
            by_guide.setdefault(guide, []).append(topic)
    shared = Counter(pair for topics in by_guide.values() for pair in combinations(topics, 2))
    for slug, page in linked.topics.items():
        for other in (*page.topic.see_also, page.topic.parent):
            if other in linked.topics and other != slug:
                shared[min(slug, other), max(slug, other)] += 0
    near: dict[str, list[tuple[str, int]]] = {slug: [] for slug in linked.topics}
    for (one, other), count in shared.items():
        near[one].append((other, count))
        near[other].append((one, count))
    return {slug: sorted(found, key=lambda each: (-each[1], each[0])) for slug, found in near.items()}


def _both(  # noqa: PLR0913 (the whole of what is drawn)
    frame: _Frame,
    topics: Mapping[str, _Node],
    guides: Mapping[str, _Node],
    on_topic: Mapping[str, Sequence[str]],
    *,
    main: Mapping[str, str],
    leads: Mapping[str, Sequence[str]],
) -> str:
    left, right = _ordered(topics, guides, on_topic)
    there = _stack([topics[slug] for slug in left], *frame.topics, frame)
    here = _stack([guides[slug] for slug in right], *frame.guides, frame)
    height = max(there[-1].top + there[-1].height, here[-1].top + here[-1].height)
    of_topic = dict(zip(left, _spread(there, height), strict=True))
    of_guide = dict(zip(right, _spread(here, height), strict=True))
    lines = [
        _line(of_topic[topic], of_guide[guide], strong=main.get(guide) == topic)
        for topic in left
        for guide in on_topic[topic]
    ]
    lines += [
        _arc(of_guide[guide], of_guide[other], frame.width, dot=True) for guide in right for other in leads[guide]
    ]
    said = (
        f"{_number(len(topics), 'topic')} on the left, {_number(len(guides), 'guide')} on the right. A line joins a "
        "topic to each guide that treats it, a thick one where it is the guide’s main topic; a curve on the right "
        "ends with a dot at the guide that another one links to. The list after the map says the same in words."
    )
    return _svg(
        frame, height, "Map of topics and guides", said, lines=lines, boxes=(*of_topic.values(), *of_guide.values())
    )


def _topics_only(frame: _Frame, topics: Mapping[str, _Node], near: Mapping[str, Sequence[tuple[str, int]]]) -> str:
    most = sorted(topics, key=lambda slug: (-topics[slug].count, slug))[:MOST_TOPICS]
    shown = sorted(most, key=lambda slug: (topics[slug].title.casefold(), slug))
    right = frame.width * 6 // 10
    boxes = dict(zip(shown, _stack([topics[slug] for slug in shown], 0, right, frame), strict=True))
    pairs = {
        (min(slug, other), max(slug, other)): count
        for slug in shown
        for other, count in [each for each in near[slug] if each[0] in boxes][:_LINES]
    }
    most_shared = max(pairs.values(), default=0)
    lines = [
        _arc(boxes[one], boxes[other], frame.width, strong=2 * count > most_shared)
        for (one, other), count in sorted(pairs.items())
    ]
    last = boxes[shown[-1]]
    rest = len(topics) - len(shown)
    left_out = f"; {_number(rest, 'more topic')} with fewer guides left out" if rest else ""
    said = (
        f"{_number(len(shown), 'topic')}, each with the number of guides that treat it"
        f"{left_out}. A curve joins topics that "
        "guides treat together, a thick one where many do. The list after the map says the same in words."
    )
    return _svg(frame, last.top + last.height, "Map of topics", said, lines=lines, boxes=boxes.values())


def _ordered(
    topics: Mapping[str, _Node], guides: Mapping[str, _Node], on_topic: Mapping[str, Sequence[str]]
) -> tuple[list[str], list[str]]:
    """Return topics and guides so ordered that few lines cross: each stands where what it is joined to stands."""
    left = sorted(topics, key=lambda slug: (topics[slug].title.casefold(), slug))
    right = sorted(guides, key=lambda slug: (guides[slug].title.casefold(), slug))
    on_guide: dict[str, list[str]] = {slug: [] for slug in guides}
    for topic in left:
        for guide in on_topic[topic]:
            on_guide[guide].append(topic)
    for _ in range(_ROUNDS):
        right = _by_middle(right, on_guide, left)
        left = _by_middle(left, on_topic, right)
    return left, right


def _by_middle(slugs: Sequence[str], joined: Mapping[str, Sequence[str]], others: Sequence[str]) -> list[str]:
    place = {slug: (number + 0.5) / len(others) for number, slug in enumerate(others)}
    own = {slug: (number + 0.5) / len(slugs) for number, slug in enumerate(slugs)}
    middle = {
        slug: sum(place[each] for each in joined[slug]) / len(joined[slug]) if joined[slug] else own[slug]
        for slug in slugs
    }
    return sorted(slugs, key=lambda slug: (middle[slug], own[slug]))


def _stack(nodes: Iterable[_Node], left: int, right: int, frame: _Frame) -> list[_Box]:
    """Return nodes as boxes, one under the other."""
    boxes = []
    top = 1.0
    for node in nodes:
        rows = _wrapped(_name(node), (right - left - 2 * _PADDING) / frame.letters)
        height = len(rows) * frame.letters * 1.25 + 2 * _PADDING
        boxes.append(_Box(node, rows, left, right, top, height))
        top += height + _GAP
    return boxes


def _spread(boxes: Sequence[_Box], height: float) -> list[_Box]:
    """Return boxes of one column with the space between them that fills a height."""
    spare = (height - boxes[-1].top - boxes[-1].height) / len(boxes)
    return [
        _Box(box.node, box.rows, box.left, box.right, box.top + spare * (number + 0.5), box.height)
        for number, box in enumerate(boxes)
    ]


def _ems(text: str) -> float:
    return sum(
        0 if unicodedata.combining(char) else _WIDE_LETTER if unicodedata.east_asian_width(char) in "WF" else _LETTER
        for char in text
    )


def _wrapped(text: str, ems: float) -> tuple[str, ...]:
    """Return a text in rows of a width, at most _ROWS; words that are wider alone are cut."""
    rows = [""]
    for word in text.split(" "):
        rest = word
        joined = f"{rows[-1]} {rest}".lstrip()
        if _ems(joined) <= ems:
            rows[-1] = joined
            continue
        if rows[-1]:
            rows.append("")
        while _ems(rest) > ems and len(rows) <= _ROWS:
            cut = next(end for end in range(len(rest), 0, -1) if end == 1 or _ems(rest[:end]) <= ems)
            rows[-1], rest = rest[:cut], rest[cut:]
            rows.append("")
        rows[-1] = rest
        if len(rows) > _ROWS:
            break
    if len(rows) > _ROWS:
        return (*rows[: _ROWS - 1], rows[_ROWS - 1][:-1].rstrip() + "…")
    return tuple(rows)


def _line(one: _Box, other: _Box, *, strong: bool) -> str:
    start, end = one.right, other.left
    bend = (end - start) * 0.55
    path = (
        f"M{start} {one.middle:.1f}C{start + bend:.1f} {one.middle:.1f} "
        f"{end - bend:.1f} {other.middle:.1f} {end} {other.middle:.1f}"
    )
    return f'<path class="{_class(strong=strong)}" d="{path}"/>'


def _arc(one: _Box, other: _Box, width: int, *, strong: bool = False, dot: bool = False) -> str:
    """Return a curve on the right of a column, the wider the farther its ends are apart."""
    start = one.right
    room = width - start - 3
    far = start + room * 4 / 3 * (0.35 + 0.65 * min(1.0, abs(one.middle - other.middle) / 600))
    path = (
        f"M{start} {one.middle:.1f}C{far:.1f} {one.middle:.1f} {far:.1f} {other.middle:.1f} {start} {other.middle:.1f}"
    )
    end = f'<circle cx="{start}" cy="{other.middle:.1f}" r="3"/>' if dot else ""
    return f'<path class="{_class(strong=strong)}" d="{path}"/>{end}'


def _class(*, strong: bool) -> str:
    return "gw-map__line gw-map__line--main" if strong else "gw-map__line"


def _svg(  # noqa: PLR0913 (the parts of a picture)
    frame: _Frame, height: float, title: str, said: str, *, lines: Iterable[str], boxes: Iterable[_Box]
) -> str:
    """Return one drawing. The lines are the picture (role img); the labels are links, so they stand beside it."""
    name = f"gw-map-{frame.name}"
    labels = "\n".join(_label(box, frame) for box in boxes)
    drawn = "\n".join(lines)
    return f"""\
<svg class="gw-map__{frame.name}" viewBox="-1 0 {frame.width + 2} {height + 1:.0f}" \
font-size="{frame.letters}" xmlns="http://www.w3.org/2000/svg">
<g role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc" fill="currentColor">
<title id="{name}-title">{title}</title>
<desc id="{name}-desc">{escape(said)}</desc>
{drawn}
</g>
{labels}
</svg>
"""


def _label(box: _Box, frame: _Frame) -> str:
    kind = box.node.target.partition(":")[0]
    step = frame.letters * 1.25
    first = box.top + _PADDING + frame.letters * 0.95
    # The space at the end of a row keeps its last word from running into the next when it is read aloud or copied.
    rows = "".join(
        f'<tspan x="{box.left + _PADDING}" y="{first + number * step:.1f}">{escape(row)} </tspan>'
        for number, row in enumerate(box.rows)
    )
    drawn = (
        f'<rect class="gw-map__box gw-map__box--{kind}" x="{box.left}" y="{box.top:.1f}" '
        f'width="{box.right - box.left}" height="{box.height:.1f}" rx="6"/><text fill="currentColor">{rows}</text>'
    )
    if not box.node.href:
        return f"<g>{drawn}</g>"
    # A label may be cut; its link's name is the whole title.
    return f'<a href="{escape(box.node.href)}" aria-label="{escape(_name(box.node))}">{drawn}</a>'


def _name(node: _Node) -> str:
    return node.title if node.count < 0 else f"{node.title} ({node.count})"


def _words(
    topics: Mapping[str, _Node],
    guides: Mapping[str, _Node],
    on_topic: Mapping[str, Sequence[str]],
    leads: Mapping[str, Sequence[str]],
) -> str:
    lists = []
    for slug in sorted(topics, key=lambda slug: (topics[slug].title.casefold(), slug)):
        inner = "".join(f"<li>{_link(guides[guide])}</li>\n" for guide in on_topic[slug] if guide in guides)
        lists.append(f"<li>{_link(topics[slug])}{f'<ul>{inner}</ul>' if inner else ': no guide yet'}</li>\n")
    said = f"<ul>\n{''.join(lists)}</ul>\n"
    alone = [slug for slug in guides if not any(slug in found for found in on_topic.values())]
    if alone:
        said += (
            f"<p>Guides without a topic:</p>\n<ul>{''.join(f'<li>{_link(guides[each])}</li>' for each in alone)}</ul>\n"
        )
    linking = [slug for slug in sorted(guides, key=lambda each: (guides[each].title.casefold(), each)) if leads[slug]]
    if linking:
        each_leads = "".join(
            f"<li>{_link(guides[slug])} links to {', '.join(_link(guides[other]) for other in leads[slug])}</li>\n"
            for slug in linking
        )
        said += f"<p>Guides that link to other guides:</p>\n<ul>\n{each_leads}</ul>\n"
    return _details(said)


def _words_of_topics(topics: Mapping[str, _Node], near: Mapping[str, Sequence[tuple[str, int]]]) -> str:
    lists = []
    for slug in sorted(topics, key=lambda slug: (topics[slug].title.casefold(), slug)):
        shares = "".join(f"<li>{_shared(topics[other], count)}</li>" for other, count in near[slug][:_LINES])
        count = _number(topics[slug].count, "guide")
        lists.append(f"<li>{_link(topics[slug])}: {count}{f'<ul>{shares}</ul>' if shares else ''}</li>\n")
    return _details(f"<ul>\n{''.join(lists)}</ul>\n")


def _shared(topic: _Node, count: int) -> str:
    return f"with {_link(topic)}{f': {count} on both' if count else ''}"


def _details(said: str) -> str:
    return f'<details class="gw-map__words">\n<summary>The map in words</summary>\n{said}</details>\n'


def _link(node: _Node) -> str:
    return f'<a href="{escape(node.href)}">{escape(node.title)}</a>' if node.href else escape(node.title)


def _number(count: int, one: str) -> str:
    return f"{count} {one}{'' if count == 1 else 's'}"
