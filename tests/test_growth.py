"""Time grows with the text and not with its square, on every shape that is awkward for somebody."""

from collections.abc import Callable

import pytest

from growth import MOST, growth
from guidewright import article
from guidewright.model import Source

COMMENT = "Comments\nJo Bo\nMay 3rd, 2014 at 9:05 AM\ntext of forty characters and some more words here\n"
AWKWARD: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "word " * n,
    "bullets": lambda n: "".join(f"- item {i} here\n" for i in range(n // 8)),
    "headings": lambda n: "A Title Line\n\n" * (n // 8),
    "comments": lambda n: COMMENT * (n // 40),
    "thanks": lambda n: (
        "word " * 200 + "\n\n" + "Hi Ada, thanks for sharing your post, so very helpful!\n\n" * (n // 55)
    ),
    "numbered steps": lambda n: "".join(f"{i % 999 + 1}. Step one\nshort text\n" for i in range(n // 16)),
    "spaces": lambda n: " " * (n * 5) + "x",
    "dates": lambda n: "1/1/2013 at 10:10\n" * (n // 10),
    "seams": lambda n: "aB " * n,
    "repeated sentences": lambda n: "".join(
        f"Many people feel ashamed of it, often {i % 7}.\n" for i in range(n // 30)
    ),
    "links": lambda n: "http://a.b/c " * (n // 8),
    "brackets": lambda n: "[(" * n,
    "bylines": lambda n: "By Aa " * n,
    "lines that wrap": lambda n: "some words that are wrapped at a column of about seventy signs, and\n" * (n // 6),
    "nested items": lambda n: "".join(f"{' ' * (i % 300)}- x\n" for i in range(n // 80)),
}
PROSE = "<p>Most couples who talk at a set hour say that the week gets easier, and that it stays short, {}.</p>"
AWKWARD_PAGES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: f"<p>{'word ' * (n // 5)}</p>",
    "bullets": lambda n: f"<ul>{''.join(f'<li>item {i} here</li>' for i in range(n // 20))}</ul>",
    "headings": lambda n: "<h2>A Title Line</h2>" * (n // 20),
    "a heading that breaks": lambda n: f"<h1>{'a few words<br>' * (n // 15)}</h1>",
    "headings and prose": lambda n: "".join(f"<h2>Hour {i}</h2>{PROSE.format(i)}" for i in range(n // 120)),
    "deep nesting": lambda n: "<div>" * (n // 5) + "word",
    "nesting to the limit": lambda n: f"{'<div>' * 190}{'<p>word word</p>' * (n // 16)}",
    "nested lists": lambda n: "<ul><li>an item" * (n // 15),
    "nested emphasis": lambda n: f"<p>{'<b><i>word ' * (n // 11)}",
    "lines that break": lambda n: f"<p>{'a few words<br>' * (n // 15)}</p>",
    "cells": lambda n: f"<table>{'<tr><td>one<td>two' * (n // 18)}</table>",
    "nested tables": lambda n: "<table><tr><td>one" * (n // 18),
    "links": lambda n: f"<p>{'<a href=/c>word</a> ' * (n // 20)}</p>",
    "menus": lambda n: "<ul class=menu><li><a href=/c>word</a></ul>" * (n // 43),
    "comments": lambda n: f"{PROSE}<ol class=commentlist>{'<li class=comment><b>Jo</b> says: so it was' * (n // 43)}",
    "one paragraph again": lambda n: PROSE * (n // 105),
    "pictures": lambda n: "<img src=a.jpg alt='two chairs'>" * (n // 32),
    "names": lambda n: f"<p class='{'share nav ' * (n // 10)}'>word",
    "attributes": lambda n: f"<p {' '.join(f'a{i}' for i in range(n // 6))}>word",
    "open brackets": lambda n: "<p>word" + "<" * n,
    "entities": lambda n: f"<p>{'&amp;&#8217;' * (n // 12)}",
    "code": lambda n: "<pre>" + "a = b\n" * (n // 6),
    "programs": lambda n: f"<script>{'a' * n}</script><p>word",
}


@pytest.mark.parametrize("make", AWKWARD.values(), ids=AWKWARD)
def test_time_grows_with_the_text_and_not_its_square(make: Callable[[int], str]) -> None:
    times = growth(article.build, lambda n: Source("any.txt", make(n).encode()), 4_000)
    assert times < MOST, f"8 times the text took {times:.0f} times the time; a square takes 64"


@pytest.mark.parametrize("make", AWKWARD_PAGES.values(), ids=AWKWARD_PAGES)
def test_time_grows_with_the_page_and_not_its_square(make: Callable[[int], str]) -> None:
    times = growth(article.build, lambda n: Source("any.html", f"<body>{make(n)}".encode(), ".html"), 16_000)
    assert times < MOST, f"8 times the page took {times:.0f} times the time; a square takes 64"
