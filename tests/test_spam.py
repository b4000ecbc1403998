"""Which comments are spam, and why; what is close to it and is none."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from guidewright.comments import Comment, spam, trained

ABOUT = spam.About(
    words=frozenset("couples who talk at a set hour say that the week gets easier timer partner".split()),  # noqa: SIM905
    script="LATIN",
)
SPAM = {
    "keywords for a name": ("Therapist Huntington Beach", "I liked how the writer speaks of reluctant partners."),
    "a place and a trade": ("Springford Marriage Counseling", "Reluctant partners often do the most work."),
    "goods for a name": ("cheap viagra", "Yes, it is so."),
    "an address for a name": ("www.springford-movers.example", "Yes, it is so."),
    "begging for visitors": ("Tom", "Please check out my channel and subscribe!"),
    "sub for sub": ("tom99", "sub 4 sub anyone?"),
    "link markup": ("Tom", "Nice [url=http://pills.example]pills[/url]"),
    "link markup in HTML": ("Tom", 'Look <a href="http://pills.example">here</a>'),
    "a spell caster": (
        "Grace",
        "My husband left me, and then Dr Odo cast a love spell and he came back in two days. Email odo@spells.com now.",
    ),
    "a loan by WhatsApp": ("Mr Lender", "Do you need a loan offer? Contact us via WhatsApp on +44 7700 900123 today."),
    "praise with an address": ("Tom", "Great article, very informative. Visit http://pills.example/ for more."),
    "gibberish": ("xqz", "qwrtplkjhgf zxcvbnmlk sdfghjklq"),
    "another script with an address": ("Иван", "Это очень хорошая страница о ремонте http://site.example/remont"),
    "a spell caster's witness with an address": (
        "Lisa",
        "I am so happy, thanks to Dr Odo for bringing back my husband, write him at odo.help@mail.example",
    ),
    "a hacker's witness": (
        "Joe",
        "My wife was hiding things, and I found a hacker at odo.spy@mail.example who read her phone, he is the best.",
    ),
    "a visit and goods": ("Ken", "Visit our site, the best replica watches in town for my friends."),
    "keywords in small letters for a name": ("divorce lawyer springford", "Good to know. We at Able Law help."),
    "goods and an address": ("Tom", "The best viagra for my husband is at http://pills.example"),
    "goods alone": ("Tom", "online casino, top rated"),
    "a robot's question": ("Alex", "Hi! May I ask which blog platform you use? I had trouble with hackers last year."),
    "earning at home": ("Tom", "I earn $500 a day online from home, ask me how."),
}
GENUINE = {
    "a story": ("Maribeth", "This was us last year. My husband would not go, so I went alone, and it got better."),
    "a short word of thanks": ("Tom", "Thank you for this."),
    "praise": ("Tom", "Great article! My wife and I set the timer every week now."),
    "praise alone": ("Tom", "Great post, thanks for sharing."),
    "a therapist who signs with a title": (
        "Dr Ada Sample, Couples Therapist",
        "We see this in our practice every week.",
    ),
    "a trade for a nickname": ("A sad therapist", "I could have written this."),
    "a link that helps": ("Ada", "There is a good talk on this at http://talks.example/listening, it made me cry."),
    "a bare link": ("Ada", "http://talks.example/listening"),
    "money": ("Tom", "We make money enough, but we never have an hour for each other, and I am tired."),
    "checking out": ("Mia", "I will check out the book that you name, since my husband likes to read."),
    "subscribing": ("Mia", "I do not subscribe to the idea that one of us has to change first."),
    "a husband who gambles": (
        "Mia",
        "He lost all that we had at an online casino, and I only learnt of it from the bank.",
    ),
    "pills that did not help": ("Mia", "He took viagra for a year, and it did nothing for the two of us."),
    "a loan": ("Mia", "We took payday loans to pay the rent, and he blamed me for every one of them."),
    "who was spied on": ("Mia", "My husband had my phone hacked and read all of it. Is that still a marriage?"),
    "who was spied on by a hired hand": ("Mia", "He wanted to hire a hacker to read what I write to my sister."),
    "a motto that begins like begging": ("Mia", "Subscribe to your own plans first, and to hers next. It works."),
    "her own page, for whoever wants it": (
        "Mia",
        "I wrote about this on my blog as well, if anybody wants to read how it went: http://mia.example/timer",
    ),
    "a family's films": ("Max", "We watch our videos from the wedding whenever we fight."),
    "a spell that is none": ("Mia", "It was as if he had cast a spell on me, and then it was gone."),
    "a vote for oneself": ("Mia", "Vote for me as the calmest wife of the street."),
    "an invitation": ("Mia", "Visit us on a Sunday, and see who does the dishes."),
    "a family that names itself": ("Mia", "Call us old, but we have never gone to bed angry."),
    "a father's nickname": ("Single Dad in Therapy", "It helps, and it is not too late."),
    "a nickname with a trade": ("The Happy Therapist", "Smiling is not listening."),
    "a figure of speech for a name": ("Movers and Shakers", "We moved house six times and still talk."),
    "a nickname with goods": ("Poker Pete", "I learnt to keep a straight face, and then to lose it."),
    "a helpline": ("Mia", "Call them on 020 7946 0123, the helpline is open day and night, and they were kind."),
    "an ear": ("Mia", "I have been there. Call me on 020 7946 0123 when it gets too much, I am home at night."),
    "a trade of small letters": ("therapist in training", "We read this in our course, and I keep it."),
    "a trade with a family": ("tired counsellor mum", "At home I am as helpless as all of you."),
    "a number": ("Tom", "We have been married since 1987, and 20 of those 27 years were good ones."),
    "another language": ("Jürgen", "Bei uns hat die Küchenuhr geholfen, danke für den Text."),
    "another script": ("Иван", "Спасибо вам за эту статью, она нам очень помогла в этом году."),
    "shouting": ("Tom", "WHY DOES SHE NEVER SAY WHAT SHE WANTS"),
    "words with few vowels": ("Tom", "Hmm, my rhythm is off, brr, psst, tsk."),
}


def judge(name: str, text: str, about: spam.About = ABOUT) -> tuple[spam.Signal, ...]:
    return spam.judge(Comment(name, "", ((1, text),), 1, 1), about)


@pytest.mark.parametrize(("name", "text"), SPAM.values(), ids=SPAM)
def test_spam_is_told_with_a_reason(name: str, text: str) -> None:
    signals = judge(name, text)
    assert spam.is_spam(signals), signals
    assert all(each.because[0].islower() and not each.because.endswith(".") for each in signals)


@pytest.mark.parametrize(("name", "text"), GENUINE.values(), ids=GENUINE)
def test_a_genuine_comment_is_none(name: str, text: str) -> None:
    assert not spam.is_spam(judge(name, text))


def test_the_same_text_under_two_articles_is_spam() -> None:
    text = "What a lovely walk by the river we had!"
    assert not spam.is_spam(judge("Tom", text))
    about = spam.About(ABOUT.words, ABOUT.script, frozenset({spam.folded(text)}))
    assert spam.is_spam(judge("Tom", text, about))


def test_a_short_thank_you_under_two_articles_is_none() -> None:
    about = spam.About(ABOUT.words, ABOUT.script, frozenset({spam.folded("Thank you for this!")}))
    assert not spam.is_spam(judge("Tom", "Thank you for this!", about))


def test_where_no_article_is_known_a_bare_address_is_spam() -> None:
    assert spam.is_spam(judge("Ada", "http://talks.example/listening", spam.About()))


# --- the trained judge


def labelled(folder: Path) -> Path:
    """Write a small collection: two files with the same manner of spam and of genuine comments."""
    folder.mkdir()
    for place, goods in enumerate(("lamps", "rugs")):
        rows = [(f"Finest {goods} {at} at the lowest cost in town", 1) for at in range(20)]
        rows += [(f"We talked for {at} minutes and it went well", 0) for at in range(20)]
        with (folder / f"part{place}.csv").open("w", newline="", encoding="utf-8") as lines:
            writer = csv.writer(lines)
            writer.writerow(["CONTENT", "CLASS"])
            writer.writerows(rows)
    return folder


def train(data: Path, output: Path) -> str:
    script = Path(__file__).parent.parent / "bench" / "train_spam.py"
    done = subprocess.run(
        [sys.executable, script, "--data", data, "-o", output], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_training_learns_what_the_rules_do_not_know(tmp_path: Path) -> None:
    output = tmp_path / "weights.json"
    told = train(labelled(tmp_path / "data"), output)
    assert "part1" in told
    model = trained.load(output)
    finest = Comment("Tom", "", ((1, "Finest lamps 3 at the lowest cost in town"),), 1, 1)
    score, features = model.score(finest, judge("Tom", finest.text))
    assert score > 0
    assert any("is a word of spam" in each for each in features)
    talked = Comment("Tom", "", ((1, "We talked for 5 minutes and it went well"),), 1, 1)
    assert model.score(talked, judge("Tom", talked.text))[0] < 0
    assert "part0, part1" in model.provenance


def test_the_same_data_give_the_same_weights_as_plain_numbers(tmp_path: Path) -> None:
    data = labelled(tmp_path / "data")
    train(data, tmp_path / "one.json")
    train(data, tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    held = json.loads((tmp_path / "one.json").read_text("utf-8"))
    assert all(isinstance(value, float) for value in held["weights"].values())


@pytest.mark.parametrize("text", ["no json", "[]", '{"bits": 3, "weights": {}, "bias": 0, "provenance": ""}', "{}"])
def test_what_is_no_file_of_weights_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"weights\.json.*train_spam"):
        trained.load(path)
