"""A gate never keeps out what its pattern matches; that it keeps most else out is what it is for."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidewright import gate
from guidewright.find import pattern

EXPRESSIONS = (
    r"(?:share|tweet|pin)(?: (?:this|it))?(?: on (?:facebook|e-?mail))?[:.!]?",
    r".{0,20}\b(?:uses?|our)\s+(?:\w+\s+){0,4}?cookies\b.{0,6}(?:consent|privacy).{0,3}",
    r"(?:«|←|‹)\s?.{1,8}|.{1,8}\s?(?:»|→|›)",
    r"\d+ (?:shares?|likes?)|[a-f]{2}x|(?>ski)p to|stay *+in(?i:K)side",
    r"(?=sk)skip|(?!x)\w+ink|(?<=\b)ſhip|Kelvin",
    r"(?:disclaimer){1,3}?:? .{0,6}",
    r"[^<]*[\"'”]\s*/>[^<]*",
    r"(a|is)\1s?|",
    r"[©®]\s?(?:19|20)\d\d|(?-i:[A-Z])rest",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_what_matches_is_let_through(expression: str, data: st.DataObject) -> None:
    compiled = pattern(expression)
    text = data.draw(st.from_regex(compiled, fullmatch=True))
    has = gate.of(compiled)
    if has.heads:
        assert gate.head(text).startswith(has.heads)
    for words in has.needs:
        assert any(each in gate.folded(text) for each in words)


@pytest.mark.parametrize(("letter", "twin"), [("s", "ſ"), ("k", "\u212a"), ("i", "ı"), ("i", "İ")])
def test_letters_that_are_the_same_to_a_pattern_are_the_same_to_its_gate(letter: str, twin: str) -> None:
    compiled = pattern(rf".{{0,3}}wor{letter}sman")
    text = f"a wor{twin}sman"
    assert compiled.fullmatch(text)
    assert gate.of(compiled).needs[0][0] in gate.folded(text)
    there = gate.of(pattern(f"{twin}nside"))
    assert there.heads == (), "it may begin with the letter in ASCII"
    assert gate.head(f"{twin}nside") == f"{letter}ns"


def test_only_these_characters_are_the_same_as_a_letter_in_ascii() -> None:
    ascii_letter = re.compile("[a-z]", re.IGNORECASE)
    beyond = {chr(code) for code in range(128, 0x110000) if ascii_letter.match(chr(code))}
    assert beyond == set(gate._TWINS)


@pytest.mark.parametrize(
    ("expression", "heads", "needs"),
    [
        ("(?:please )?subscribe .*", ["ple", "sub"], [["subscribe"]]),
        (r".{0,9}\bcookies?\b.*", [], [["cookie"]]),
        ("(?:next|newer) post", ["new", "nex"], [["newer", "next"], ["post"]]),
        (".*(?:views|opinions).*", [], [["opinions", "views"]]),
        (".*s(?:ign up|ubscribe).* (?:him|us) at .*letter.*", [], [["letter"], ["sign", "subscribe"]]),
        (".*we (?:have|had) a favou?r.*", [], [["favo"]]),
        (".{0,3}of.{0,3}", [], []),
        (".{0,3}when.{0,3}", [], [["when"]]),
        ("(?:a|b)?", [], []),
        ("by|at? once", ["a o", "at ", "by"], []),
        ("x[12]{2,3}z", ["x1", "x2"], []),
        ("© ?(?:19|20)", ["\x80 1", "\x80 2", "\x8019", "\x8020"], [["©"]]),
        ("[\u2600-\u27bf]\ufe0f?", ["\x80", "\x80\x80"], []),
        ("[\u00c0-\u017f]rest", [], [["rest"]]),
        (r"(?-i:[A-Z])\w[A-Z]+", [*string.ascii_lowercase], []),
    ],
)
def test_what_a_pattern_needs(expression: str, heads: list[str], needs: list[list[str]]) -> None:
    assert gate.of(pattern(expression)) == gate.Gate(tuple(heads), tuple(map(tuple, needs)))
