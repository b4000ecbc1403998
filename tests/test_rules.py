"""One loop tests every rule there is or will be: its example is its test."""

from dataclasses import replace

import _pages
import pytest

import examples
from guidewright import article, readers, words
from guidewright.model import Fate, Rule, Source
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


def rule_named(name: str) -> Rule:
    return next(rule for rule in all_rules() if rule.name == name)


def test_the_scorer_says_that_a_line_stands_below_the_article() -> None:
    rule = rule_named("scored-boilerplate")
    source, _ = examples.parse(rule.example)
    assert "below-the-article" in sift(readers.read(source), [rule])[-1].because


def test_small_letters_that_stand_alone_are_no_wrapped_lines() -> None:
    rule = rule_named("scored-boilerplate")
    source, _ = examples.parse(rule.example)
    lines = source.raw.decode().split("\n")
    shown = [f"{each}\n\na chair beside a pond, number {at}" for at, each in enumerate(lines[1:8])]
    text = "\n\n".join([lines[0], *shown, *lines[8:]])
    found = sift(readers.read(Source("page.txt", text.encode())), [rule])
    assert [v.fate for v in found if v.line.says in lines[-4:]] == [Fate.REMOVED] * 4
    assert {v.fate for v in found if v.line.says in lines[:-4]} == {Fate.KEPT}


def test_of_a_short_page_the_scorer_takes_what_is_surest() -> None:
    around = ["Featured Video", "Photo by Getty Images", "Share this article", "By", "Published in"]
    article = [
        "An Hour a Week",
        (
            "One hour a week at the same place is worth more to a couple than any plan for a better year. The first "
            "half belongs to one of you and the second to the other, and nobody cuts in."
        ),
        (
            "When it gets loud, the hour ends for that day, and both know when the next one begins. A chair by the "
            "window, a pot of tea and a clock are all that such an hour needs from you."
        ),
        (
            "Some weeks there is little to say, and then the two of you sit there and say that little. Other weeks an "
            "old quarrel comes back, and it helps to have agreed what is done with it. Write it on a slip of paper "
            "and put the slip into a jar."
        ),
        (
            "On Sunday you open the jar together and find that half of the slips have lost their weight. What is left "
            "has earned its hour, and it gets one, with the clock and the tea and the chairs."
        ),
    ]
    source = Source("page.txt", "\n\n".join([*around, *article]).encode())
    found = sift(readers.read(source), [rule_named("scored-boilerplate")])
    assert [v.line.says for v in found if v.fate is Fate.KEPT and v.line.says] == article


def test_a_guide_may_end_with_whom_to_see_and_when_to_talk() -> None:
    last = ["Book an appointment with your doctor.", "Schedule a time to talk about money, and keep to it."]
    plug = "Book a free appointment with us today."
    source = Source("page.txt", "\n\n".join(["A Title", *last, plug]).encode())
    found = sift(readers.read(source), [rule_named("booking-plug")])
    assert [v.line.says for v in found if v.fate is Fate.REMOVED] == [plug]


def test_days_that_follow_one_another_do_not_date_the_article() -> None:
    programme = [
        "Two Days",
        "Friday, 3 May 2024",
        "Dinner",
        "Saturday, 4 May 2024",
        "A walk",
        "Sunday, 5 May 2024",
        "Letters",
    ]
    page = readers.read(Source("page.txt", "\n\n".join(programme).encode()))
    found = sift(page, [rule_named("dateline"), rule_named("stamp")])
    assert all(v.fate is Fate.KEPT for v in found)


SAID = [(each, name) for each in words.languages() for name in each.lines]


@pytest.mark.parametrize(("said", "name"), SAID, ids=lambda each: getattr(each, "language", each))
def test_example_in_each_language(said: words.Words, name: str) -> None:
    rule = rule_named(name)
    source, expected = examples.parse(said.examples[name])
    page = replace(readers.read(source), language=said.language)
    found = sift(page, [rule])
    assert tuple(v.fate for v in found) == expected, examples.show(found)
    assert {Fate.KEPT, rule.fate} <= set(expected)


PROSE = "Most couples who talk at a set hour say that the week gets easier for both, and that the hour stays short.\n"
FOREIGN = [each for each in words.languages() if each.language != words.ENGLISH]


@pytest.mark.parametrize("said", FOREIGN, ids=lambda said: said.language)
def test_words_of_a_language_leave_english_pages_alone(said: words.Words) -> None:
    for name, example in said.examples.items():
        text = examples.parse(example)[0].raw.decode()
        short = "\n".join(line for line in text.splitlines() if len(line) <= 40)
        page = readers.read(Source("page.txt", (PROSE * 9 + short).encode()))
        assert words.spoken(page) == {words.ENGLISH}
        assert not list(words.saying(name, longest=1200)(page))


@pytest.mark.parametrize("task", _pages.cases(), ids=lambda task: task.id)
def test_a_page_speaks_the_language_that_it_is_in(task: _pages.Task) -> None:
    page = replace(readers.read(task.source), language="")
    assert words.spoken(page) - {words.ENGLISH, ""} == {task.facts["language"]} - {words.ENGLISH}


@pytest.mark.parametrize("task", _pages.cases(), ids=lambda task: task.id)
def test_a_text_that_states_no_language_is_told_by_its_words(task: _pages.Task) -> None:
    said = [verdict.text for verdict in article.build(task.source).verdicts if verdict.text]
    assert words.language_of(said) == task.facts["language"]


NEIGHBOURS = {
    "Dutch": "Wie luistert, hoort meer. Ga azitten als jullie uitgerust zijn, en spreek af hoe lang het duurt.",
    "Portuguese": "Quem ouve, ouve mais. Sentem-se à mesa quando estiverem descansados e comecem por si, e não com uma "
    "acusação. Se um dos dois não quiser falar, esperem até ao dia seguinte, porque nada se perde por uma noite.",
    "Czech": "Kdo poslouchá, slyší víc. Začněte u sebe, a ne výčitkou. Páry, které spolu mluví v určitou hodinu, "
    "říkají, že je týden snazší. Počkejte do druhého dne a zkuste to znovu, s klidem, ať je to jak chce, a po chvíli.",
    "Russian": "Кто слушает, тот слышит больше. Сядьте за стол, когда вы оба отдохнули.",
    "none": "Tea: 2\n\nBread: 4",
}


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_no_language_is_claimed_that_we_do_not_know(name: str) -> None:
    assert words.language_of([NEIGHBOURS[name] * 5]) == ""


@pytest.mark.parametrize("said", words.languages(), ids=lambda said: said.language)
def test_no_phrase_stands_twice(said: words.Words) -> None:
    for name, lines in said.lines.items():
        assert len(lines) == len(set(lines)), name


def test_a_sentence_that_is_not_whole_is_told_with_its_line() -> None:
    text = """A Quiet Hour

One hour a week, at the same place and with the door shut, is worth more than the

When it gets loud, the two of you stop for the day, and both of you know when to go on.

which nobody had told them before they sat down there, so that they had to begin again.

These are the things that you may want to have at hand before you sit down there with

- a pot of tea
- a clock
"""
    told = {each.line: each.text for each in article.build(Source("a.txt", text.encode())).notices}
    assert {line: said.partition(";")[0] for line, said in told.items()} == {
        3: "it breaks off after “the”",
        7: "it begins in the middle of a sentence, “which nobody had told …”",
    }


def test_of_two_copies_the_one_in_the_article_stays() -> None:
    told = [
        "The clock on the shelf is slow, and both of them know it, and neither has set it right since the spring.",
        "One hour a week for the two of you, at a set time, is worth more than a grand plan for a better year.",
        "The first half belongs to one of you and the second to the other, and whoever listens says nothing at all.",
        "When it gets loud, the hour ends for that day, and both know already when the next one is going to begin.",
    ]
    for box in ("Share\n\n{}\n\nTweet\n\nMail\n\nPrint\n\nMore\n\n{}", "{1}\n\nShare\n\nTweet\n\nMail\n\nPrint\n\n{0}"):
        text = box.format(told[0], "\n\n".join(told)).encode()
        found = sift(readers.read(Source("two.txt", text)), [rule_named("copied-lines")])
        copies = [each for each in found if each.line.says == told[0]]
        inside = next(at for at, each in enumerate(found) if each.line.says == told[1]) - 2
        assert [each.fate is Fate.KEPT for each in copies] == [found[inside] is each for each in copies]
