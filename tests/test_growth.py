"""Time grows with the text and not with its square, on every shape that is awkward for somebody."""

import time
from collections.abc import Callable

import pytest

from guidewright import article
from guidewright.model import Source

COMMENT = "Comments\nJo Bo\nMay 3rd, 2014 at 9:05 AM\ntext of forty characters and some more words here\n"
AWKWARD: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "word " * n,
    "bullets": lambda n: "".join(f"- item {i} here\n" for i in range(n // 8)),
    "headings": lambda n: "A Title Line\n\n" * (n // 8),
    "comments": lambda n: COMMENT * (n // 40),
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
    "nested items": lambda n: "".join(f"{' ' * (i % 300)}- x\n" for i in range(n // 80)),
}


def seconds(text: str) -> float:
    source = Source("any.txt", text.encode())
    best = 9e9
    for _ in range(2):
        begin = time.process_time()
        article.build(source)
        best = min(best, time.process_time() - begin)
    return max(best, 0.002)


@pytest.mark.parametrize("make", AWKWARD.values(), ids=AWKWARD)
def test_time_grows_with_the_text_and_not_its_square(make: Callable[[int], str]) -> None:
    times = seconds(make(32_000)) / seconds(make(4_000))
    assert times < 24, f"8 times the text took {times:.0f} times the time; a square takes 64"
