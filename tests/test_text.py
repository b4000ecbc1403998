"""Words and their forms, sentences, reading grade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidewright import grade, text

SAME = (
    "counselling counseling; counsellors counselor; behaviour behaviors; organise organized; analysing analyze; "
    "centre centers; licence license; practise practicing; programme programs; cheque checks; sceptics skeptic; "
    "traveller travelers; cancelled canceling; fulfil fulfilled; boundaries boundary; partner's partners; "
    "partner’s partner; refuses refusing; fought fights; children child; stopped stop; wives wife; "
    "controlling control; Café cafe; co\u00adoperate cooperate; labelled labeling; judgement judgment; "
    "defence defense; grey gray; crises crisis"
)
OTHER = (
    "four for; separation separate; organise organ; fearful fear; refusal refuse; therapist therapy; wise will; "
    "resentful resentment; our or; hour her; universe university; news new; poise pose"
)


def pairs(words: str) -> list[tuple[str, str]]:
    return [tuple(pair.split()) for pair in words.split(";")]


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_forms_of_one_word(one: str, other: str) -> None:
    assert text.same_word(one, other)
    assert text.key(one) == text.key(other)


@pytest.mark.parametrize(("one", "other"), pairs(OTHER))
def test_words_that_only_look_alike(one: str, other: str) -> None:
    assert not text.same_word(one, other)


def test_other_languages_have_stems_of_their_own() -> None:
    assert text.same_word("Grenzen", "Grenze", "de")
    assert text.same_word("limites", "limite", "fr")
    assert text.key("治疗", "zh") == "治疗"


@given(st.text())
def test_tokens_stand_where_they_say(said: str) -> None:
    after = 0
    for token in text.tokens(said):
        assert after <= token.start < token.end <= len(said)
        after = token.end


@given(st.text())
def test_sentences_hold_every_sign_that_is_no_space(said: str) -> None:
    spans = text.sentences(said)
    assert "".join("".join(said[start:end].split()) for start, end in spans) == "".join(said.split())


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Gottman calls it flooding.", "Your heart races."],
        ["“Do you mean it?” she asked.", "He did."],
        ["Pick a time, e.g. after supper.", "Then ask!"],
        ["You trail off…", "So what now?", "“I need a minute.”", "Fine."],
        ["No full stop at all"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    whole = " ".join(sentences)
    assert [whole[start:end] for start, end in text.sentences(whole)] == sentences


def test_grade_tells_plain_from_learned() -> None:
    plain = "We sat down. We had tea. Then we spoke of the day."
    learned = "Psychotherapeutic interventions necessitate considerable interpersonal vulnerability from participants."
    assert grade.grade(plain) < 3
    assert grade.grade(learned) > 15


def test_each_line_ends_a_sentence() -> None:
    assert grade.grade("Say what you feel\nSay what you need") == grade.grade("Say what you feel. Say what you need.")


def test_grade_says_nothing_where_it_cannot() -> None:
    assert grade.grade("") is None
    assert grade.grade("Wir reden heute.", "de") is None


def test_words_and_minutes() -> None:
    assert grade.words("Don’t wait: e-mail your sister’s friend!") == 7
    assert [grade.minutes(count) for count in (0, 238, 239, 2380)] == [1, 1, 2, 10]
