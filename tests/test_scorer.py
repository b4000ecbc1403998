"""The scorer of plain-text lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidewright.article import build
from guidewright.model import Context, Fate, Source
from guidewright.rules.scored import SCORED
from guidewright.scorer import NAMES, Lines, Signals, judge, spaces_of
from guidewright.scorer.ends import ENDS
from guidewright.scorer.weights import AFTER, BEFORE, BIAS, MEANS, WEIGHTS

PAGE = [
    "Skip to content",
    "Talking When It Is Hard",
    "By Ada Sample | 4 min read",
    "You don’t have to win. You have to be heard, and that takes an hour in which nobody cuts in or says “but”.",
    "  • Set an hour a week (no more).",
    "  • Ask: “What was hard?”",
    "Write down what your partner said on 3 May 2014, in their words, and read it back before you answer.",
    "You may also like",
    "Ten Gifts for $20 or Less",
    "Read more…",
    "Copyright © 2019 Springford.example. All rights reserved.",
]
_LINE = st.one_of(st.sampled_from(PAGE), st.text(min_size=1).filter(lambda text: bool(text.strip())))


@given(st.lists(_LINE, max_size=40))
def test_a_line_is_weighed_by_the_signals_that_explain_it(texts: list[str]) -> None:
    said, spaces = spaces_of((2 * at + 1, 2 * at + 1, text) for at, text in enumerate(texts))
    signals = Signals(Lines(said), spaces)
    rows = [signals.row(at) for at in range(len(said))]
    weighed = [BIAS + sum(weight * value for weight, value in zip(WEIGHTS, row, strict=True)) for row in rows]
    assert signals.weighed() == pytest.approx(weighed)


def test_each_signal_has_a_weight_and_a_mean() -> None:
    assert len(NAMES) == len(set(NAMES)) == len(WEIGHTS) == len(MEANS)
    assert len(ENDS) == len(AFTER) == len(BEFORE)


_MENU = re.findall("..", "首页登录注册新闻体育财经科技汽车房产教育旅游健康音乐电影读书历史军事游戏时尚亲子")
_SAID = """\
每个星期留出一个小时，坐在同一张桌子旁边，比任何宏大的计划都更有用。
前半个小时属于你，后半个小时属于对方，谁也不要打断谁。
听的人要用自己的话把听到的内容再说一遍，然后才可以说自己的看法。
很多争吵之所以停不下来，是因为两个人都没有真正听见对方。
如果声音越来越大，这个小时就到此为止，两个人都知道下一次什么时候开始。
把没有说完的事写在纸条上，放进罐子里，等到下个星期天再打开。
到了星期天，你们会发现一半的纸条已经不重要了。
剩下的那些值得一个小时，也会得到一个小时，有茶，有椅子，也有一只走得很慢的钟。
如果对方不来，你也可以自己坐满这个小时，把想说的话写下来。
写下来的话不会伤人，也不会在半夜里越变越大，第二天早上还可以改。
咨询师可以陪你们度过最初的几个小时，很多人觉得这样容易得多。
一个人去也可以，谈一谈自己能改变什么，而不是怎样改变别人。
""".splitlines()


def test_references_stay_as_long_as_they_are_numbered() -> None:
    prose = (
        "One hour a week at the same place is worth more to a couple than any plan for a better year, and nobody cuts "
        "in. When it gets loud, the hour ends for that day, and both know when the next one begins."
    )
    told = [f"{prose} It was week {number}." for number in range(1, 9)]
    listed = ["1. Sample, A. (2009). An hour a week.", "2. Springford House. Chairs.", "3. Old Tom. Tea, and more tea."]
    below = ["Sign up for our newsletter", "Follow us on Facebook", "Privacy policy", "4 products in your cart"]
    outcome = build(Source("a.txt", "\n\n".join(["An Hour a Week", *told, "References", *listed, *below]).encode()))
    kept = {each.line.says for each in outcome.verdicts if each.fate is Fate.KEPT}
    assert set(listed) <= kept
    assert not kept.intersection(below[:3])


def test_where_help_is_to_be_had_stays_with_its_numbers() -> None:
    prose = (
        "One hour a week at the same place is worth more to a couple than any plan for a better year, and nobody cuts "
        "in. When it gets loud, the hour ends for that day, and both know when the next one begins."
    )
    told = [f"{prose} It was week {number}." for number in range(1, 9)]
    helps = ["Get help", "Springford Legal Advice", "Telephone: 0345 555 0100", "Monday to Friday, 9am to 8pm"]
    shop = ["Get help", "Shipping", "Returns", "Gift cards", "Sign up for our newsletter", "Follow us on Facebook"]
    for below in (helps, shop):
        lines = ["An Hour a Week", *told, "Ten good chairs", "Tea for two", *below, "Privacy policy"]
        outcome = build(Source("a.txt", "\n\n".join(lines).encode()))
        kept = [each.line.says for each in outcome.verdicts if each.fate is Fate.KEPT]
        assert ([each for each in kept if each in helps] == helps) is (below is helps)
        assert "Privacy policy" not in kept


def test_of_a_page_that_looks_like_boilerplate_the_best_is_kept() -> None:
    menu = ["Our offices", "Our prices", "All products", "Log in", "Sign up for our newsletter", "Privacy policy"] * 28
    article = [
        "What we learnt from an hour a week, and",
        "from a pot of tea, is told in our podcast:",
        "listen to the episode on our website, or",
        "watch the webinar with our own experts.",
        "Most couples wait too long before asking",
        "and our guests say what helped them both.",
    ] * 2
    lines = [*"\n\n".join(menu[:40]).split("\n"), "", *article, "", *"\n\n".join(menu[40:]).split("\n")]
    texts, spaces = spaces_of((number, number, text) for number, text in enumerate(lines))
    kept = [text for text, keep in zip(texts, judge(texts, spaces).keeps, strict=True) if keep]
    assert set(article) <= set(kept)
    assert sum(text in menu for text in kept) < len(menu) / 4


def test_an_article_is_kept_in_a_script_that_writes_no_blanks() -> None:
    whole = ["当一个人不愿意谈的时候", *("".join(_SAID[at:] + _SAID[:at]) for at in range(len(_SAID)))]
    made = build(Source("talk.txt", "\n\n".join([*_MENU, *whole, "相关阅读", *_MENU, "版权所有"]).encode()))
    assert [verdict.line.says for verdict in made.verdicts if verdict.fate is Fate.KEPT and verdict.line.says] == whole


def test_the_title_is_the_same_where_the_scorers_rule_is_off() -> None:
    prose = "Ask for one hour a week in which nobody has to decide anything, and put it into the calendar of you both."
    menu = "Home\nAbout\nContact\nShop\n"
    text = menu + "\nHow to ask for a quiet hour\n\n" + "\n\n".join(f"{prose} It is day {day}." for day in range(9))
    source = Source("hour.txt", text.encode())
    kept, off = (build(source, Context(rules_off=names)) for names in (frozenset(), frozenset({SCORED})))
    assert kept.guide is not None
    assert off.guide is not None
    assert kept.guide.title == off.guide.title == "How to ask for a quiet hour"


def test_an_article_ends_as_it_likes_where_nothing_there_is_of_a_site() -> None:
    prose = "Four people who lift at four different moments lift nothing at all, and the piano knows it before they do."
    end = [
        "“You said left.”",
        "“I said your left.”",
        "“Then we are stuck.”",
        "",
        "What it weighs",
        "Piano\tKilos\tPeople",
    ]
    end += ["Spinet\t140\t2", "Upright\t230\t4", "Grand\t420\t6", "", "Where to write to", "Springford Removals"]
    end += [
        "14 Mill Lane",
        "Springford SP4 2AB",
        "",
        f"They have no telephone in the van, for somebody would hold it. {prose}",
    ]
    text = "\n".join(["Moving a Piano", "", *(f"{prose} It is stair {at}.\n" for at in range(1, 20)), *end])
    gone = [each.line.says for each in build(Source("piano.txt", text.encode())).verdicts if each.fate is Fate.REMOVED]
    assert not gone
    foot = text + "\n\nRelated posts\n\nA Sofa on the Stairs\n\nShare this\n"
    gone = [each.line.says for each in build(Source("piano.txt", foot.encode())).verdicts if each.fate is Fate.REMOVED]
    assert {"Related posts", "Share this"} <= set(gone)
