"""What of a whole web page is taken for its article: the reader's scores and the rules that read them."""

from __future__ import annotations

import pytest

from guidewright import readers
from guidewright.model import Fate, Source, Verdict
from guidewright.readers import _main
from guidewright.rules import all_rules
from guidewright.sift import sift

RULES = [rule for rule in all_rules() if rule.family == "html_boilerplate" or rule.name == "page-thread"]
SENTENCES = [
    "Most couples who talk at a set hour say that the week gets easier, and that the hour itself stays short.",
    "Begin with what you saw, then say what you felt, and only then say what you would like to be different.",
    "If the talk turns into a fight, stop for twenty minutes, walk around the house, and come back when both are calm.",
    "Nobody has to be right for things to get better, and it helps to say so out loud before you begin.",
    "Write down one thing that went well, read it to each other on Sunday, and leave the rest for the week after.",
]
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Services", "Fees", "Team", "Contact"))


def site(article: str, *, body: str = "", around: str = "content") -> str:
    return f"""<html><head><title>How to talk | Springford</title></head><body class="{body}">
    <div id="top"><ul>{MENU}</ul></div><div class="{around}">{article}</div>
    <div class="end"><p>© 2019 Springford Counselling</p><p><a href="/privacy">Privacy</a></p></div></body></html>"""


def verdicts(markup: str) -> tuple[Verdict, ...]:
    return sift(readers.read(Source("page.html", markup.encode(), ".html")), RULES)


def kept(markup: str) -> list[str]:
    return [verdict.line.says for verdict in verdicts(markup) if verdict.fate is Fate.KEPT]


ARTICLE = "<h1>How to talk</h1>" + "".join(f"<p>{each}</p>" for each in SENTENCES)


def test_the_article_stays_and_what_is_around_it_goes() -> None:
    assert kept(site(ARTICLE)) == ["How to talk", *SENTENCES]


def test_every_removed_line_has_its_reason() -> None:
    for verdict in verdicts(site(ARTICLE)):
        if verdict.fate is Fate.REMOVED:
            assert verdict.rule
            assert verdict.because


@pytest.mark.parametrize(
    "name", ["has-sidebar", "sidebar", "modal", "menu", "comments-open", "cookie-consent", "footer"]
)
def test_a_name_around_the_whole_article_does_not_take_it_away(name: str) -> None:
    assert set(SENTENCES) <= set(kept(site(ARTICLE, body=name)))
    assert set(SENTENCES) <= set(kept(site(ARTICLE, around=name)))


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        (
            '<ol class="commentlist"><li>It was the same with us, and it took years to get better.</li></ol>',
            "page-comments",
        ),
        ('<div id="disqus_thread"><p>It was the same with us, and it took years.</p></div>', "page-comments"),
        ('<section class="comments threaded"><p>It was the same with us.</p></section>', "page-comments"),
        ('<div class="sharedaddy sd-sharing-enabled"><h3>Share this</h3></div>', "page-share-bar"),
        ('<div class="author-box"><p>Robin keeps two geese and writes about them.</p></div>', "page-author-box"),
        ('<div class="yarpp-related"><p>Five ways to say sorry</p></div>', "page-related"),
        ('<div class="mc4wp-form"><p>One letter a month, and no spam.</p></div>', "page-newsletter"),
        ('<div aria-hidden="true"><p>Opens in a new window</p></div>', "page-hidden"),
    ],
)
def test_boilerplate_inside_the_article_goes_by_its_name(markup: str, rule: str) -> None:
    found = [verdict for verdict in verdicts(site(ARTICLE + markup)) if verdict.rule == rule]
    assert found
    assert kept(site(ARTICLE + markup)) == ["How to talk", *SENTENCES]


@pytest.mark.parametrize("name", ["comments", "visitors_comment_content", "comentarios_lectores", "user-comments"])
def test_a_thread_longer_than_the_article_goes_by_its_name(name: str) -> None:
    thread = "".join(
        f"<div><h3>It was so with us</h3><p>{each} That is what my aunt did.</p></div>" for each in SENTENCES * 2
    )
    said = kept(site(f'<div class="post">{ARTICLE}</div><div class="{name}">{thread}</div>'))
    assert said == ["How to talk", *SENTENCES]


HELPLINES = {
    "Samaritans: 116 123": "tel:116123",
    "Shout: text 85258": "https://shout.example",
    "Childline: 0800 1111": "tel:08001111",
    "Refuge: 0808 2000 247": "https://refuge.example",
    "Advice line for men": "https://men.example",
}


def test_linked_helplines_stay() -> None:
    items = "".join(f'<li><a href="{href}">{text}</a></li>' for text, href in HELPLINES.items())
    assert kept(site(f"{ARTICLE}<ul>{items}</ul>")) == ["How to talk", *SENTENCES, *HELPLINES]


def test_a_helpline_stays_whose_number_has_a_line_of_its_own() -> None:
    lines = '<p><strong>Childline</strong><br><a href="tel:08001111">0800 1111</a></p>'
    assert kept(site(ARTICLE + lines)) == ["How to talk", *SENTENCES, "Childline", "0800 1111"]


def test_one_helpline_in_a_menu_does_not_keep_the_menu() -> None:
    menu = f'<ul>{MENU}<li><a href="/crisis">Crisis line: 988</a></li></ul>'
    assert kept(site(f"{ARTICLE}<div>{menu}</div>")) == ["How to talk", *SENTENCES, "Crisis line: 988"]


@pytest.mark.parametrize("name", ["callout cta", "promo-box", "related", "banner-ad", "widget-area", "sidebar"])
def test_a_box_that_says_where_help_is_to_be_had_stays_whatever_it_is_called(name: str) -> None:
    box = f'<div class="{name}"><h3>If you are in danger</h3><p>Call 999, and press 55 if you cannot speak.</p></div>'
    assert kept(site(ARTICLE + box))[-2:] == ["If you are in danger", "Call 999, and press 55 if you cannot speak."]


@pytest.mark.parametrize("element", ["aside", "footer"])
def test_of_what_stands_beside_the_article_only_the_help_stays(element: str) -> None:
    box = "<p>Our crisis house is open on most days of the year.</p><h3>Now</h3><p>Samaritans: 116 123</p>"
    box += "<p>Robin has 112 leaflets for you, and a pot of tea.</p>"
    markup = site(f"<article>{ARTICLE}<{element}>{box}</{element}></article>")
    assert kept(markup)[-2:] == ["Now", "Samaritans: 116 123"]


def test_the_site_s_footer_goes_with_all_that_it_says() -> None:
    assert (
        kept(site(ARTICLE) + "<footer><p>© Springford. Are you in crisis? Call 988.</p></footer>")[-1] == SENTENCES[-1]
    )


def test_a_poem_is_an_article_though_no_line_of_it_is_prose() -> None:
    verses = "".join(
        f"<p>The {first} is {second} now,<br>and nobody asks how.</p>"
        for first, second in zip(
            ("house", "door", "clock", "lamp", "road", "hill", "well", "field", "boat", "barn", "bell", "gate") * 6,
            ("still", "shut", "slow", "low", "white", "steep", "deep", "bare", "far", "full", "dumb", "wide") * 6,
            strict=True,
        )
    )
    said = kept(site(f'<div class="post"><h1>What the house says</h1>{verses}</div>'))
    assert "The house is still now," in " ".join(said)


def test_a_program_between_the_article_s_paragraphs_is_the_article_s() -> None:
    program = "restic forget --keep-daily 14 --prune"
    card = f'<figure class="kg-card kg-code-card"><pre>{program}</pre><figcaption>job.sh</figcaption></figure>'
    halves = [*(f"<p>{each}</p>" for each in SENTENCES[:3]), card, *(f"<p>{each}</p>" for each in SENTENCES[3:])]
    comments = (
        f'<div class="comments"><h3>Comments</h3><p>Ada says:</p><pre>make all && {program}</pre><p>Reply</p></div>'
    )
    said = kept(site("<h1>How to talk</h1>" + "".join(halves) + comments))
    assert [each for each in said if "restic" in each] == [program]


def test_comments_go_that_stand_in_the_article_s_own_element_with_names_above_and_times_below() -> None:
    bodies = (
        "We have had such an hour for a year now, and some of it went well.",
        "Who keeps the time, if neither of you can bear to look at the clock?",
        "The kitchen timer does. It is the only one in this house that is never tired, and nobody argues with it.",
    )
    thread = "".join(
        f"<p><b>{who}</b> wrote:</p><p>{body}</p><p><small>15/02/2021 @ 13.0{at} | answer</small></p>"
        for at, (who, body) in enumerate(zip(("Clemmie", "Tobi in Leeds", "Clemmie"), bodies, strict=True))
    )
    assert kept(site(ARTICLE + "<h3>3 of you had something to say</h3>" + thread))[:6] == ["How to talk", *SENTENCES]
    assert not {*bodies} & {*kept(site(ARTICLE + thread))}


def test_the_markup_of_a_pixel_is_hidden_however_long_it_is() -> None:
    address = "https://pixel.springford.example/?" + "&amp;amp;name=page" * 40
    pixel = f'<noscript>&lt;img src="{address}" height="1" width="1" alt=""&gt;</noscript>'
    assert kept(site(ARTICLE).replace("</body>", pixel + "</body>")) == ["How to talk", *SENTENCES]


def test_an_article_held_twice_is_kept_once() -> None:
    twice = f'<div class="wide">{ARTICLE}</div><div class="narrow">{ARTICLE}</div>'
    said = kept(site(twice))
    assert [said.count(sentence) for sentence in SENTENCES] == [1] * len(SENTENCES)


def test_scores_are_certainties_and_pictures_have_none() -> None:
    page = readers.read(Source("page.html", site(ARTICLE + '<img src="https://example.org/a.png">').encode(), ".html"))
    for line in page.lines:
        if line.says:
            assert line.where.main is not None
            assert 0 <= line.where.main <= 1
        else:
            assert line.where.main is None


def test_without_a_tree_the_first_opinion_finds_the_article() -> None:
    page = readers.read(Source("page.html", site(ARTICLE).encode(), ".html"))
    scores = dict(zip((line.says for line in page.lines), _main.score(None, page.lines, page.title), strict=True))
    assert min(scores[each] or 0 for each in SENTENCES) > max(scores[each] or 0 for each in ("Home", "Fees", "Privacy"))


def test_words_are_found_again_in_their_place_and_not_where_they_stand_by_chance() -> None:
    said = [_main.words(each) for each in ("Key points", *SENTENCES[:2], "Key points", SENTENCES[2], "Fees")]
    taken = _main.words(" ".join((SENTENCES[1], "Key points", SENTENCES[2])))
    assert _main.matched(said, taken) == [0.0, 0.0, 1.0, 1.0, 1.0, 0.0]


def test_nothing_is_found_in_nothing() -> None:
    assert _main.matched([["a", "b"], []], []) == [0.0, 0.0]
    assert _main.score(None, (), "") == []
