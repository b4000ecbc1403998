"""One loop tests every rule there is or will be: its example is its test."""

import pytest

import examples
from guidewright import readers
from guidewright.model import Fate, Rule
from guidewright.rules import all_rules
from guidewright.sift import sift


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_example(rule: Rule) -> None:
    source, expected = examples.parse(rule.example)
    found = sift(readers.read(source), [rule])
    fates = tuple(v.fate for v in found)
    if rule.fate is Fate.KEPT:  # such a rule asks the editor to look at a line
        assert any(v.flag for v in found)
    assert fates == expected, examples.show(found)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_example_shows_a_near_miss_that_stays(rule: Rule) -> None:
    source, expected = examples.parse(rule.example)
    if rule.fate is Fate.KEPT:
        assert any(not v.flag for v in sift(readers.read(source), [rule]))
    else:
        assert {Fate.KEPT, rule.fate} <= set(expected)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_because_completes_a_sentence(rule: Rule) -> None:
    assert rule.because[0].islower()
    assert not rule.because.endswith(".")
