"""A mail that somebody forwards, or a newsletter: what is read of it is what it says."""

import pytest

from guidewright import article
from guidewright.model import Source

SAID = (
    "One hour a week at the same place is worth more to a couple than any plan for the better.",
    "The first half belongs to one of you and the second to the other. Whoever listens says back what was heard.",
    "When it gets loud, the hour ends for that day, and both know when the next one begins. There is tea, and a clock.",
)
HEADS = {
    "en": (
        "---------- Forwarded message ---------\nFrom: Ada Sample <ada@springford.example>\n"
        "Date: Tue, Mar 12, 2024 at 9:05 AM\nSubject: Fwd: An Hour a Week\nTo: Robin Weller <robin@weller.example>"
    ),
    "de": (
        "Von: Ada Sample <ada@springford.example>\nGesendet: 12. März 2024 09:05\nAn: Robin Weller\n"
        "Betreff: AW: An Hour a Week"
    ),
}
FOOT = (
    "You are receiving this email because you opted in on our website.\n\nOur mailing address is:\nSpringford Notes\n"
    "14 Mill Lane\nSpringford, SP4 2AB\n\nUnsubscribe"
)


@pytest.mark.parametrize("language", HEADS)
def test_a_forwarded_letter_is_what_it_says_below_what_it_is_about(language: str) -> None:
    text = "\n\n".join([HEADS[language], "View this email in your browser", *SAID, FOOT])
    guide = article.build(Source("letter.txt", text.encode())).guide
    assert guide is not None
    assert (guide.title, guide.front.published) == ("An Hour a Week", "2024-03-12")
    assert [block.text for block in guide.blocks] == list(SAID)


def test_an_article_that_shows_a_mail_keeps_it() -> None:
    text = "\n\n".join(["How We Asked", *SAID * 6, HEADS["de"], *SAID])
    outcome = article.build(Source("letter.txt", text.encode()))
    assert not [each for each in outcome.verdicts if each.rule.startswith("mail-")]
