"""An index finds the lines that a look at each of them would find."""

from hypothesis import example, given
from hypothesis import strategies as st

from guidewright.find import pattern
from guidewright.lineindex import Index, Patterns, bare
from guidewright.model import Line

EXPRESSIONS = (
    r"(?:share|tweet|pin)(?: (?:this|it))?(?: on (?:facebook|e-?mail))?[:.!]?",
    r".{0,20}\b(?:uses?|our)\s+(?:\w+\s+){0,4}?cookies\b.{0,40}",
    r"(?:«|←|‹)\s?.{1,8}|.{1,8}\s?(?:»|→|›)",
    r".{0,60}\ball rights reserved\b.{0,20}",
    r"\d+ (?:shares?|likes?)|by \w+",
    r".{0,40}\b(?:sign up|subscribe)\b.{0,20}\bletters?\b.{0,40}",
    r"(?-i:[A-Z])\w{1,20} here",
    r".{0,9}",
)
PATTERNS = [pattern(each) for each in EXPRESSIONS]
BEFORE = Patterns(*PATTERNS)
SAID = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        (
            "Share this: ",
            "  • 12 likes",
            "ALL RİGHTS REſERVED, 2019",
            "Next →",
            "We use some cookies here",
            "By Ada",
            "Subscribe to a letter",
            "Subscribe here",
            "signs and letters",
        )
    ),
)


@given(st.lists(SAID), st.integers(0, 60))
@example(["We use cookies", "we use\ncookies", "x" * 50 + "use cookies"], 30)
def test_it_finds_the_lines_that_match(said: list[str], longest: int) -> None:
    lines = [Line(number, text) for number, text in enumerate(said, start=1)]
    index = Index(lines)
    wanted = {
        line.number
        for line in lines
        if len(line.says) <= longest and any(each.fullmatch(bare(line.says)) for each in PATTERNS)
    }
    inside = {line.number for line in lines if any(each.search(line.says) for each in PATTERNS)}
    for patterns in (BEFORE, Patterns(*PATTERNS)):  # made before the index, and after it
        assert set(index.matching(patterns, longest)) == wanted
        assert set(index.searching(patterns)) == inside


def test_a_match_is_the_first() -> None:
    patterns = Patterns(*map(pattern, ("here.*", "(?P<word>sign) up.*", "sign(?P<rest>.*)", "up")))
    index = Index([Line(4, "• Sign up here"), Line(7, "sign up")])
    assert {number: found.groupdict() for number, found in index.matching(patterns, 99).items()} == {
        4: {"word": "Sign"},
        7: {"word": "sign"},
    }
    assert {number: found.start() for number, found in index.searching(patterns).items()} == {4: 2, 7: 0}


def test_only_lines_from_a_number_on_are_tried() -> None:
    patterns = Patterns(pattern("sign up"))
    index = Index([Line(4, "sign up"), Line(7, "Sign up")])
    assert set(index.matching(patterns, 99, first=5)) == set(index.searching(patterns, first=5)) == {7}
