"""The map of topics and guides: what it shows, in drawing and in words, and that nothing in a title breaks it."""

from __future__ import annotations

import re
from itertools import pairwise

import lxml.html
import pytest

import plain
from guidewright.links import LinkedCorpus, link_corpus
from guidewright.writers import map as topic_map

TRUST = plain.topic("trust", "trust", "affair")
COST = plain.topic("cost", "cost", "fee")
SAFETY = plain.topic("safety", "danger")
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    "\"' onload=alert(1) x='",
    "&lt;b&gt; & ]]> <!-- -->",
    "a|b .* C++ {{ 7*7 }} {% x %}",
    "אמון אחרי בגידה",
    "信任" * 60,
    "W" * 300,
    "nul\x00 and \x1b and \ud800 lone",
)


def address(target: str) -> str:
    kind, _, slug = target.partition(":")
    return f"../{kind}s/{slug}/"


def corpus(*titles: str) -> LinkedCorpus:
    guides = [
        plain.guide("# After an affair\n\nTrust after an affair. Trust is slow.\n\nAn affair hurts.", "after"),
        plain.guide("# What a fee buys\n\nThe cost is a fee. Read After an affair.\n\nA fee is a cost.", "fees"),
        *(plain.guide(f"# x\n\nTrust is slow. Trust after an affair {n}.", f"t-{n}") for n, _ in enumerate(titles)),
    ]
    named = [*guides[:2], *(named_as(guide, title) for guide, title in zip(guides[2:], titles, strict=True))]
    return link_corpus(named, [TRUST, COST, SAFETY])


def named_as(guide, title):
    return type(guide)(guide.slug, title, guide.blocks, guide.front, guide.words)


def many(count: int) -> LinkedCorpus:
    return link_corpus(
        [
            plain.guide(
                f"# Guide {n}\n\n## Trust after an affair {n}\n\nTrust is slow after an affair.\n\n"
                f"## The cost and the fee {n}\n\nThe cost is a fee; a fee is a cost.",
                f"g-{n}",
            )
            for n in range(count)
        ],
        [TRUST, COST, SAFETY],
    )


def drawn(linked: LinkedCorpus) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(topic_map.write(linked, address=address))


def hrefs(tree: lxml.html.HtmlElement) -> set[str]:
    return {each.get("href") for each in tree.iter("a")}


def test_every_topic_and_guide_is_a_link_in_each_drawing_and_in_the_words() -> None:
    tree = drawn(corpus())
    everything = {"../topics/trust/", "../topics/cost/", "../topics/safety/", "../guides/after/", "../guides/fees/"}
    wide, narrow = tree.iter("svg")
    assert hrefs(wide) == hrefs(narrow) == everything
    words = next(tree.iter("details"))
    assert everything <= hrefs(words)


def test_guides_stand_under_their_topics_in_the_words() -> None:
    words = next(drawn(corpus()).iter("details"))
    under = {
        item.find("a").text: [each.text_content() for each in item.iterfind("ul/li")]
        for item in words.find("ul").iterfind("li")
    }
    assert under == {"Trust": ["After an affair"], "Cost": ["What a fee buys"], "Safety": []}
    assert "What a fee buys links to After an affair" in words.text_content()


def test_there_is_one_line_for_each_topic_of_a_guide_and_its_main_one_is_thick() -> None:
    wide = next(drawn(corpus()).iter("svg"))
    lines = [each.get("class") for each in wide.iter("path")]
    # Two topics with a guide each, their main one, and one guide that links to the other.
    assert sorted(lines) == ["gw-map__line", "gw-map__line gw-map__line--main", "gw-map__line gw-map__line--main"]


def test_the_picture_has_a_name_and_a_description_of_its_own() -> None:
    tree = drawn(corpus())
    pictures = tree.xpath("//*[@role='img']")
    assert len(pictures) == 2
    names = [each.get("aria-labelledby") for each in pictures] + [each.get("aria-describedby") for each in pictures]
    assert len(set(names)) == 4
    for name in names:
        (named,) = tree.xpath(f"//*[@id='{name}']")
        assert named.text_content().strip()
    # What stands in a role img is hidden from screen readers, so no link may.
    assert not tree.xpath("//*[@role='img']//a")


def test_letters_are_large_enough_at_320_pixels() -> None:
    for svg in drawn(corpus()).iter("svg"):
        width = float(svg.get("viewbox").split()[2])
        shown = 288 if "narrow" in svg.get("class") else 680
        assert float(svg.get("font-size")) * min(1, shown / width) >= 12


def test_labels_stay_inside_their_column_and_boxes_do_not_touch() -> None:
    for svg in drawn(corpus(*HOSTILE)).iter("svg"):
        columns: dict[str, list[tuple[float, float]]] = {}
        for box in svg.iter("rect"):
            top, height = float(box.get("y")), float(box.get("height"))
            columns.setdefault(box.get("x"), []).append((top, top + height))
        bottom = float(svg.get("viewbox").split()[3])
        assert len(columns) == 2
        for spans in columns.values():
            spans.sort()
            assert all(one[1] < two[0] for one, two in pairwise(spans))
            assert spans[-1][1] <= bottom


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_text_whatever_it_holds(title: str) -> None:
    said = topic_map.write(corpus(title), address=address)
    said.encode("utf-8")
    tree = lxml.html.fragment_fromstring(said)
    assert {each.tag for each in tree.iter() if isinstance(each.tag, str)} <= {
        "div", "svg", "g", "title", "desc", "path", "circle", "rect", "text", "tspan", "a", "details", "summary",
        "ul", "li", "p",
    }  # fmt: skip
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]
    printable = "".join(char for char in title if char.isprintable() and not "\ud800" <= char <= "\udfff")
    squeezed = re.sub(r"\s", "", printable)
    assert squeezed in re.sub(r"\s", "", next(tree.iter("details")).text_content())


def test_many_guides_are_counted_and_not_drawn() -> None:
    tree = drawn(many(topic_map.MOST_GUIDES + 1))
    assert not [each for each in hrefs(tree) if "guides/" in each]
    wide = next(tree.iter("svg"))
    assert "Trust (41)" in " ".join(wide.text_content().split())
    assert [each.get("class") for each in wide.iter("path")] == ["gw-map__line gw-map__line--main"]
    assert "with Cost: 41 on both" in next(tree.iter("details")).text_content()


def test_as_many_as_can_be_drawn_are() -> None:
    assert sum("guides/" in each for each in hrefs(drawn(many(topic_map.MOST_GUIDES)))) == topic_map.MOST_GUIDES


def test_what_has_no_page_is_named_without_a_link() -> None:
    said = topic_map.write(corpus(), address=lambda target: "" if target == "topic:trust" else address(target))
    tree = lxml.html.fragment_fromstring(said)
    assert 'href=""' not in said
    assert "Trust" in next(tree.iter("svg")).text_content()
    assert "Trust" in next(tree.iter("details")).text_content()


def test_the_order_in_which_guides_come_changes_nothing() -> None:
    guides = [each.guide for each in corpus("One", "Two", "Three").guides.values()]
    topics = [TRUST, COST, SAFETY]
    one, other = (link_corpus(order, topics) for order in (guides, guides[::-1]))
    assert topic_map.write(one, address=address) == topic_map.write(other, address=address)


def test_nothing_to_draw_is_nothing() -> None:
    assert topic_map.write(link_corpus([], [TRUST]), address=address) == ""
    assert topic_map.write(link_corpus([plain.guide("# A\n\nb")], []), address=address) == ""
