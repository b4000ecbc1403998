"""Words are found fast and are the same words."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidewright.wordfinder import finder

_LINES = st.lists(
    st.one_of(st.text(), st.text("aé_'’ -$1²\u00a0\u0345\u2028\n\ud800"), st.sampled_from(("don’t", "Ada's", "naïve")))
)


@pytest.mark.parametrize(
    ("expression", "inside", "alone"),
    [
        (r"\w+", "", ""),
        (r"[^\W_]+(?:['’][^\W_]+)?", "'", ""),
        (r"[^\W_]+|[©$€£%&@#]", "", "$%&@#"),
    ],
)
@given(lines=_LINES)
@example(lines=[])
@example(lines=["It’s a $5 book_mark 'quoted'; rock'n'roll'", "“Zoë’s”…\x85x"])
def test_the_words_are_those_of_the_expression(expression: str, inside: str, alone: str, lines: list[str]) -> None:
    word = re.compile(expression)
    # An apostrophe of print is made one of ASCII by whoever takes it for part of a word.
    lines = [line.replace("’", "'") if inside else line for line in lines]
    assert finder(word, inside=inside, alone=alone)(lines) == [word.findall(line) for line in lines]
