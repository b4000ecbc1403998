"""Threads are found without a cue, read as comments, and published only where the editor says so, without names."""

import json
from pathlib import Path

import pytest

from guidewright import article, cache, comments, corpus, proof
from guidewright.model import Context, Fate, Line, Metadata, Outcome, Page, Source
from guidewright.threads.stamps import stamp_of, stamps
from guidewright.writers import ledger, markdown, review

CASES = Path(__file__).parent / "cases" / "comments"
ARTICLE = (CASES / "article.txt").read_text("utf-8")
THREADS = sorted((CASES / "threads").glob("*.txt"))
NO_THREADS = sorted((CASES / "no-threads").glob("*.txt"))
NOTHING = Metadata()
KEEP = Metadata(extra=(("comments", '"keep-genuine"'),))


NAMES = ("Ada Sample", "Old Tom", "Robin Able")


def build(thread: str, metadata: Metadata = NOTHING) -> Outcome:
    outcome = article.build_proven(Source("any.txt", f"{ARTICLE}\n{thread}".encode(), metadata=metadata))
    assert outcome.guide is not None, outcome.notices
    return outcome


def of_thread(outcome: Outcome) -> list[str]:
    return [v.line.text.strip() for v in outcome.verdicts if v.rule == "comment-thread" and v.line.text.strip()]


@pytest.mark.parametrize(
    "form",
    [
        "Powered by Disqus",
        "You must be logged in to reply to this topic.",
        "Your email address will not be published. Required fields are marked *",
        "Comments are closed for this article, and so is the shop.",
    ],
)
def test_a_thread_ends_at_the_form_for_it(form: str) -> None:
    thread = "\n\n".join(
        f"{name}\n\nMay {at + 3}, 2014 at 9:05 AM\n\nWe tried it, too." for at, name in enumerate(NAMES)
    )
    outcome = build(f"{thread}\n\n{form}\n")
    assert "We tried it, too." in of_thread(outcome)
    assert form not in of_thread(outcome)


def test_a_thread_in_a_table_is_one() -> None:
    rows = "".join(
        f"<tr><td>{name}<br>{at} January 2020</td><td>We tried it, and it was well worth the evening.</td></tr>"
        for at, name in enumerate(NAMES, start=3)
    )
    prose = "".join(f"<p>{each}</p>" for each in ARTICLE.split("\n\n"))
    text = f"<h1>Hours</h1>{prose}<table><tr><td>Comments (3)</td><td></td></tr>{rows}</table>"
    outcome = article.build(Source("a.html", text.encode(), ".html"))
    assert not [each for each in outcome.verdicts if each.fate is Fate.KEPT and each.line.says in NAMES]


def test_a_count_of_comments_in_the_head_ends_no_article() -> None:
    told = "\n".join(
        f"Most couples who talk at a set hour say that the week gets easier: {at} did." for at in range(60)
    )
    head = (
        "Our readers tell us that these pages help them, and that they read them twice before they begin to talk.\n" * 3
    )
    text = f"{head}An Hour a Week\nBy Ada Sample\nMay 3, 2014\n6 comments\n{told}\nLeave a Reply\nPost Comment\n"
    outcome = article.build(Source("a.txt", text.encode()))
    assert not any("comment" in each.rule for each in outcome.verdicts if each.line.says.startswith("Most couples"))


@pytest.mark.parametrize("stops", [True, False])
def test_below_verse_stand_comments_and_below_a_menu_none(*, stops: bool) -> None:
    lines = [
        "The train that left without us",
        "has lit its yellow rooms",
        "a man in one is reading",
        "of brides and grooms",
    ]
    stanza = "\n".join(f"{each}{',' if stops else ''}" for each in lines)
    said = says("The rooms! I saw them.", "So did I, and so did mine.")
    outcome = article.build(Source("a.txt", "\n\n".join(["Night Train", *[stanza] * 4, said]).encode()))
    assert ("comment-thread" in {each.rule for each in outcome.verdicts}) is stops


@pytest.mark.parametrize("media_type", [".html", ".md"])
def test_a_row_of_a_table_announces_no_comments(media_type: str) -> None:
    prose = "Most couples who talk at a set hour say that the week gets easier, and that the hour stays short. " * 3
    told = "Write down what each of you has said, and read it to each other a week later."
    if media_type == ".html":
        rows = "<tr><td>Key<td>Means<tr><td>Comments<td>What readers say"
        text = f"<article><h1>Keys</h1><p>{prose}</p><table>{rows}</table><p>{told}</p></article>"
    else:
        text = f"# Keys\n\n{prose}\n\n| Key | Means |\n|---|---|\n| Comments | What readers say |\n\n{told}\n"
    outcome = article.build(Source(f"a{media_type}", text.encode(), media_type))
    assert not any("comment" in each.rule for each in outcome.verdicts)


def says(*bodies: str, names: tuple[str, ...] = ("Ada Sample", "Robin", "Tom")) -> str:
    """Return a thread of comments by these people in turn."""
    return "\n\n".join(
        f"{names[at % len(names)]} says:\nMay {at + 3}, 2014 at 9:05 am\n\n{body}" for at, body in enumerate(bodies)
    )


# --- where a thread is


@pytest.mark.parametrize("path", THREADS, ids=lambda path: path.stem)
def test_a_thread_is_found_and_read(path: Path) -> None:
    head, _, thread = path.read_text("utf-8").partition("---\n")
    expected = {key: value for key, _, value in (line.partition(":") for line in head.splitlines())}
    outcome = build(thread)
    assert of_thread(outcome)[0] == expected["begins"].strip()
    authors = [name.strip() for name in expected["authors"].split(" | ")]
    assert [each.comment.author for each in comments.of(outcome)] == authors


STAMPS = """
Ada says:
Ada said on May 3, 2014 at 9:05 am
At 9:05 AM, Ada said...
Ada · yesterday
Ada · just now
Ada · an hour ago
Ada Sample · 3h
Ada LeeOct 2, 2018 at 9:05 am
Posted by Ada on 3/5/2014 at 9:05
2014-05-03 09:05
#4 Ada | 3 May 2014, 9:05
Like · Reply · 2 y
Ada schreibt:
Ada, vor einer Stunde
Ada · vor 3 Tagen
3. Mai 2014 um 9:05 Uhr
Gefällt mir · Antworten · 1 J.
Ada dit :
Ada, il y a une heure
3 mai 2014 à 9h05
Ada dijo...
Ada, hace una hora
3 de mayo de 2014, 9:05
Ada pisze:
Ada, godzinę temu
3 maja 2014 o 9:05
Ada says:May 3, 2014 at 9:05 am
Ada2 lata temu
Ada ha detto:
Ada, un'ora fa
Ada LeeJan 3
Ada Lee3 May, 2014
3 maggio 2014 alle 9:05
Inviato da Ada il 3 mag 2014 9:05
Mi piace · Rispondi · 1 h
3 mei 2014, 9:05, door Ada
Ada zegt:
Ada, een uur geleden
3 mei 2014 om 9:05
Ada van Dam3 mei 9:05
An hour of 1 May3 May 2014 9:05, by Ada
"""


@pytest.mark.parametrize("says", STAMPS.split("\n")[1:-1])
def test_a_stamp_is_seen_in_every_language(says: str) -> None:
    (found,) = stamps(Page("any.txt", (Line(1, says),)))
    assert (found.form, found.who, found.when) == stamp_of(says)


@pytest.mark.parametrize("path", THREADS, ids=lambda path: path.stem)
def test_the_article_above_a_thread_stays_whole(path: Path) -> None:
    outcome = build(path.read_text("utf-8").partition("---\n")[2])
    above = len(ARTICLE.splitlines())
    assert {v.fate for v in outcome.verdicts[:above]} == {Fate.KEPT}
    assert outcome.guide is not None
    assert not outcome.guide.front.author
    assert not outcome.guide.front.published


@pytest.mark.parametrize("path", NO_THREADS, ids=lambda path: path.stem)
def test_what_only_looks_like_a_thread_stays(path: Path) -> None:
    outcome = article.build(Source(path.name, path.read_bytes()))
    assert not of_thread(outcome)
    assert not comments.of(outcome)


POSTS = """
#2

It comes at the right time, as we have not had a whole talk for four weeks.

#3

Quote from oldtom

We have not had a whole talk for four weeks.

Nor have we, and the chairs are there already. Thank you!
"""


def test_posts_of_a_forum_of_which_only_the_numbers_are_left_are_found() -> None:
    edited = "Last edited by Ada on Sat May 03, 2014 9:05 am, edited 1 time in total."
    found = build(f"{edited}\n{POSTS}")
    assert of_thread(found) == [line for line in POSTS.splitlines() if line]
    assert [each.comment.author for each in comments.of(found)] == ["", ""]
    assert not of_thread(build(POSTS))


def test_a_numbered_comment_without_a_name_above_those_that_have_one_is_of_the_thread() -> None:
    items = (
        "1. Tea and two chairs are all that it took in our house.\n\n2. Ada says:\nMay 3, 2014 at 9:05 am\n\nSame here."
    )
    found = build(f"{items}\n\n3. Tom says:\nMay 4, 2014 at 9:05 am\n\nNot in mine, I fear.\n")
    assert of_thread(found)[0] == items.partition("\n")[0]


def test_a_diary_is_no_part_of_the_thread_below_it() -> None:
    diary = (CASES / "no-threads" / "diary-with-dates.txt").read_text("utf-8")
    below = ("6 comments:", "Ada Sample said...", "May I?", "5:46 AM", "Old Tom said...", "It was ours.", "7:10 PM")
    outcome = article.build(Source("any.txt", "\n\n".join((diary, *below)).encode()))
    kept = [v.line.text for v in outcome.verdicts if v.fate is Fate.KEPT and v.line.text]
    assert kept == [line for line in diary.splitlines() if line]
    assert [each.comment.author for each in comments.of(outcome)] == ["Ada Sample", "Old Tom"]


def test_bylines_that_lost_their_blanks_are_no_stamps() -> None:
    """A page that goes on with another article has two of them, and neither article is a comment of the other."""
    story = "\n\n".join(f"{word} a pot of tea and two chairs are all that such an hour needs from you, says {word}." * 2
                        for word in ("Maribeth", "Robin", "Ada", "Tom"))  # fmt: skip
    text = f"The hour\n\nBy Theo MarchettiPublished August 26, 2021\n\n{story}\n\nThe clock\n\n"
    text += f"By Ann GreyPublished August 27, 2021\n\n{story.replace('tea', 'ink')}\n"
    found = article.build(Source("two.txt", text.encode()))
    assert not [verdict for verdict in found.verdicts if verdict.rule == "comment-thread"]


HEADINGS = (
    "Discussion",
    "Responses",
    "Replies",
    "Reactions",
    "Comments",
    "Diskussion",
    "Join the conversation",
    "Commenti",
    "Reacties",
)


def below_heading(heading: str, below: str) -> list[str]:
    """Return what is removed of a Markdown article that goes on below a heading."""
    hour = "One hour a week at the same place is worth more to a couple than any plan for a better year. " * 3
    outcome = article.build(Source("hour.md", f"# The Hour\n\n{hour}\n\n## {heading}\n\n{below}\n".encode(), ".md"))
    return [v.line.says for v in outcome.verdicts if v.fate is Fate.REMOVED and v.line.says.strip()]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_only_sounds_like_comments_does_not_end_a_guide(heading: str) -> None:
    told = "A clock is a small thing to set between two people, and yet it was what most of them named first."
    assert not below_heading(heading, f"{told}\n\n## Getting help\n\nCall 999 when he is at the door.")
    assert not below_heading(heading, "A clock is enough.\n\n## Getting help\n\nCall 999 when he is at the door.")


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("sign", ["Ada Sample", "Ada Sample, May 3rd, 2014 at 9:05 AM", "Log in to post a comment"])
def test_such_a_heading_announces_comments_where_something_of_them_is_below(heading: str, sign: str) -> None:
    told = "We tried it for a month, with a clock and a pot of tea, and it has been getting better ever since."
    gone = below_heading(heading, f"{sign}\n\n{told}")
    assert [each.lstrip("# ") for each in gone] == [heading, sign, told]


def test_a_count_of_comments_above_an_article_does_not_announce_it() -> None:
    menu = "\n\n".join(f"{word} news from all the villages around Springford, as it comes in" for word in
                       ("Sports", "Health", "Money", "Travel", "Weather"))  # fmt: skip
    story = [f"Week {week} went well, with a pot of tea and two chairs, and with a clock that both can see from there."
             for week in range(12)]  # fmt: skip
    said = (
        "Comments",
        "CarlSide",
        "My wife says I talk.",
        "Mill_End_71",
        "I cried on the bus home.",
        "OldTom",
        "Me too.",
    )
    thread = "\n\n".join(said)
    text = (
        f"{menu}\n\nThe hour\n\n112 Comments\n\nMarty Whelan\n\nSports Reporter\n\n"
        + "\n\n".join(story)
        + f"\n\n{thread}\n"
    )
    found = article.build(Source("count.txt", text.encode()))
    gone = {verdict.line.says for verdict in found.verdicts if verdict.rule == "comment-thread"}
    assert not gone & set(story)
    assert "I cried on the bus home." in gone


def test_a_short_article_under_a_long_thread_is_found() -> None:
    bodies = [
        f"We tried it {at} times, and it got better when we wrote down what each of us wished for." for at in range(90)
    ]
    outcome = build(says(*bodies))
    assert outcome.guide is not None
    assert outcome.guide.words < 100
    assert len(comments.of(outcome)) == 90


def test_what_is_below_the_comments_keeps_its_own_reason() -> None:
    outcome = build(f"{says('It got better.', 'Same here.')}\n\nLeave a Reply\n\n© 2019 Ada Sample. CC BY 4.0")
    assert [v.rule for v in outcome.verdicts if v.line.text.startswith(("Leave", "©"))] == ["comment-form", "copyright"]


# --- what a comment is


def test_a_comment_has_author_date_body_and_lines() -> None:
    outcome = build("Ada Sample says:\nMay 3, 2014 at 9:05 am\n\nIt got better.\nAnd then again not.\n\nReply")
    (one,) = (each.comment for each in comments.of(outcome))
    assert (one.author, one.date, one.depth, one.reply_to) == ("Ada Sample", "May 3, 2014 at 9:05 am", 1, None)
    assert one.text == "It got better.\nAnd then again not."
    assert outcome.verdicts[one.first - 1].line.text == "Ada Sample says:"
    assert outcome.verdicts[one.last - 1].line.text == "Reply"


def test_an_answer_knows_whom_it_answers() -> None:
    thread = (CASES / "threads" / "wordpress.txt").read_text("utf-8").partition("---\n")[2]
    found = [each.comment for each in comments.of(build(thread))]
    assert [(each.depth, each.reply_to) for each in found] == [(1, None), (2, 0), (1, None)]


def test_comments_of_a_web_page_are_read() -> None:
    article_said = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[1:])
    html = f"""<article><h1>When Talking Fails</h1>{article_said}</article>
    <ol class="commentlist"><li class="comment"><p>Ada says:</p><p>May 3, 2014 at 9:05 am</p><p>It got better.</p></li>
    <li class="comment"><p>Robin says:</p><p>May 4, 2014 at 9:05 am</p><p>Same here.</p></li></ol>"""
    found = comments.of(article.build(Source("page.html", html.encode(), ".html")))
    assert [(each.comment.author, each.comment.text) for each in found] == [
        ("Ada", "It got better."),
        ("Robin", "Same here."),
    ]


def test_letters_that_an_article_answers_are_its_own_on_a_web_page_too() -> None:
    letters = (CASES / "no-threads" / "letters-quoted-and-answered.txt").read_text("utf-8").split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in letters[1:])
    below = "".join(f"<div><p>{name}</p><p>May {at}, 2014</p><p>Me, too.</p></div>" for at, name in enumerate(NAMES, 3))
    html = f"<article><h1>{letters[0]}</h1><div>{body}</div></article><section id='discussion'>{below}</section>"
    outcome = article.build(Source("page.html", html.encode(), ".html"))
    kept = {v.line.text for v in outcome.verdicts if v.fate is Fate.KEPT}
    assert kept >= {line.strip() for line in letters[1:]}
    assert not {"Me, too.", *NAMES} & kept


@pytest.mark.parametrize(("button", "found"), [("Beantwoorden", True), ("Leave a lamp on", False)])
def test_names_and_days_of_a_web_page_are_comments_where_one_can_reply(button: str, *, found: bool) -> None:
    """The classes say nothing, as in pages that a program has built."""
    told = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[2:] if line)
    more = (
        "<p>Nobody has to be right in that hour; it is enough to be there and to let the other one finish.</p>"
        "<p>After a month most of them stop setting the timer, and the hour goes on by itself, Sunday by Sunday.</p>"
    )
    said = "".join(
        f'<div class="b9"><div class="v0">{name}</div><div class="v1">{at + 3} mei 2014</div><p class="k2">'
        f'We were in the kitchen for {at + 2} hours, and the tea was cold.</p><div class="q7">{button}</div></div>'
        for at, name in enumerate(NAMES)
    )
    page = f'<div class="a1"><h1>When Talking Fails</h1>{told}{more}<div class="w2">{said}</div></div>'
    outcome = article.build(Source("any.html", page.encode(), ".html"))
    by = {v.rule for v in outcome.verdicts if "the tea was cold" in v.line.says}
    if found:
        assert "page-thread" in by
        assert by <= {"page-thread", "not-main-content"}
    else:
        assert by.isdisjoint({"page-thread", "comment-thread"})
    assert all(v.fate is Fate.KEPT for v in outcome.verdicts if v.line.says in ARTICLE.splitlines()[2:])


def test_comments_that_a_web_page_lays_out_in_tables_are_found() -> None:
    article_said = "<p>".join(ARTICLE.splitlines()[1:])
    comment = (
        "<li><table><tr><td><font><b>Timers</b> (Score:{at})</font><br><font>by <a href=#>{name}</a> on Sunday"
        " May 0{at}, @09:05AM</font></td></tr><tr><td>{said}"
        "<p><font>[ <a href=#>Reply to This</a> ]</font></td></tr></table>"
    )
    said = ("It got better when we had the timer.", "Same here.", "My wife will not sit down at all. What then?")
    people = enumerate(zip(NAMES, said, strict=True), 3)
    thread = "".join(comment.format(at=at, name=name, said=text) for at, (name, text) in people)
    page = f"<h1>When Talking Fails</h1><p>{article_said}<p>{article_said}<hr><ul>{thread}</ul>"
    html = f"<table><tr><td>{page}</td></tr></table>"
    outcome = article.build(Source("page.html", html.encode(), ".html"))
    kept = " ".join(v.line.text for v in outcome.verdicts if v.fate is Fate.KEPT)
    assert "Most couples" in kept
    assert not any(text in kept for text in (*said, *NAMES, "Reply to This"))


def test_comments_go_into_json_and_are_counted_on_the_review_page() -> None:
    outcome = build(says("It got better.", "Buy now at http://pills.example and save."))
    found = comments.of(outcome)
    assert comments.summary(found) == "2 comments: 1 genuine, 1 spam"
    assert [each["spam"] for each in json.loads(json.dumps(comments.as_json(found)))] == [False, True]
    assert "2 comments: 1 genuine, 1 spam, none published" in review.write([outcome])


# --- what is published


def published(outcome: Outcome) -> str:
    assert outcome.guide is not None
    return markdown.write(outcome.guide).partition("## Readers’ comments")[2]


def test_no_comment_is_published_unless_asked_for() -> None:
    outcome = build(says("It got better.", "Same here."))
    assert outcome.guide is not None
    assert outcome.guide.comments == ()
    assert "got better" not in markdown.write(outcome.guide)


def test_genuine_comments_are_published_and_marked_as_readers() -> None:
    outcome = build(says("It got better.", "Same here."), KEEP)
    text = published(outcome)
    assert "Readers wrote this" in text
    assert "- It got better.\n- Same here.\n" in text
    assert [v.fate for v in outcome.verdicts if v.rule == "readers-comment"] == [Fate.KEPT, Fate.KEPT]
    assert any("are published" in notice.text for notice in outcome.notices)


def test_spam_is_never_published_and_says_why() -> None:
    outcome = build(says("It got better.", "Buy now at http://pills.example and save."), KEEP)
    assert "pills" not in published(outcome)
    (lost,) = (v for v in outcome.verdicts if "pills" in v.line.text)
    assert lost.fate is Fate.REMOVED
    assert "spam: it advertises" in lost.because


PRIVATE = {
    "a greeting": ("Hi Maribeth, it got better.", "- Hi, it got better."),
    "a greeting of two": ("Dear Ada and Robin,\nit got better.", "- Dear,\n    it got better."),
    "somebody addressed": ("Ada, you are right.", "- you are right."),
    "a name of the thread": ("I think Ada Sample’s way is good.", "- I think \\[…\\]’s way is good."),
    "a first name of the thread": ("As Robin said, it got better.", "- As \\[…\\] said, it got better."),
    "mail": ("Write to ada.s@springford.example please.", "- Write to \\[…\\] please."),
    "hidden mail": ("Write to ada (at) springford (dot) example", "- Write to \\[…\\]"),
    "an address": ("See https://springford.example/ada?x=1 for it.", "- See \\[…\\] for it."),
    "a bare address": ("See springford.org/ada for it.", "- See \\[…\\] for it."),
    "a number": ("Call 020 7946 0123 at night.", "- Call \\[…\\] at night."),
    "a handle": ("I am @ada_s there.", "- I am \\[…\\] there."),
    "a signature": ("It got better.\n\nAda Sample", "- It got better.\n"),
    "a signed wish": ("It got better.\n\nBest wishes, Maribeth Sample", "- It got better.\n\n    Best wishes\n"),
    "mail in words": ("Reach me at ada at example dot com if it helps.", "- Reach me at \\[…\\] if it helps."),
    "mail after a name of the thread": ("Write to ada@springford.example now.", "- Write to \\[…\\] now."),
    "somebody called by the whole name": ("@Ada Sample it got better.", "- \\[…\\] it got better."),
    "a name in capitals": ("I think that ROBIN is right.", "- I think that \\[…\\] is right."),
    "a name in small letters": ("thanks to robin and ada sample for it", "- thanks to \\[…\\] and \\[…\\] for it"),
    "a name with an initial": ("It helps, says Robin A. from work.", "- It helps, says \\[…\\] from work."),
    "a wish and a name behind the last sentence": ("It got better. Best, Maribeth S.", "- It got better. Best\n"),
    "a name behind the last sentence": ("It got better. Robin", "- It got better.\n"),
    "where somebody lives": ("I live at 12 Mill Road, Ambridge SP1 2AB, alone.", "- I live at \\[…\\], alone."),
    "a name in a network": ("My Skype: ada.springford, at night.", "- My \\[…\\], at night."),
    "a name without its accents": ("I think Rene and rené are right.", "- I think \\[…\\] and \\[…\\] are right."),
    "a number with a stroke": ("Call 030/1234567 at night.", "- Call \\[…\\] at night."),
    "a signature with kisses": ("It got better.\n\nLove, Maribeth x", "- It got better.\n\n    Love\n"),
    "many thanks to somebody": ("Thank you so much Maribeth", "- Thank you so much\n"),
    "a domain of a new kind": ("See ada-b.blog/talks, please.", "- See \\[…\\], please."),
    "initials": ("It got better.\n\nA.", "- It got better.\n"),
}


@pytest.mark.parametrize(("body", "shown"), PRIVATE.values(), ids=PRIVATE)
def test_names_and_contact_details_are_taken_out(body: str, shown: str) -> None:
    outcome = build(says(body, "Same here.", "And here.", names=(*NAMES[:1], "Robin", "René")), KEEP)
    text = published(outcome)
    assert shown in text
    assert not [name for name in ("Ada", "Sample", "Robin", "Maribeth", "springford", "7946") if name in text]


def test_a_taken_name_is_told_in_the_ledger() -> None:
    outcome = build(says("Hi Robin, it got better.", "Same here."), KEEP)
    rows = [json.loads(row) for row in ledger.write(outcome).splitlines()]
    (row,) = (row for row in rows if row.get("text") == "Hi Robin, it got better.")
    assert (row["fate"], row["rule"], row["becomes"]) == ("mended", "readers-comment", "Hi, it got better.")
    assert "names and contact details" in row["because"]


def test_words_that_are_also_names_stay() -> None:
    thread = says("It got better, and I hope for more.", "We will see.", names=("Hope", "Will"))
    assert "I hope for more." in published(build(thread, KEEP))


ORDINARY = {
    "a name in small letters": ("I will try it, and we will see.", ("will", "Robin")),
    "the word at the beginning": ("Will it work?", ("Will", "Robin")),
    "a month": ("We began in May and by May 3 it was better. May you be as lucky.", ("May", "Robin")),
    "all in capitals": ("I WILL TRY AGAIN.", ("Will", "Robin")),
    "a thing in capitals": ("SET THE TIMER AND TALK", ("Timer Fan", "Robin")),
    "a word that somebody took for a name": ("I was confused, and my dad left.", ("confused", "Best Dad")),
    "a motto for a name": ("To us marriage matters.", ("Marriage Matters", "Robin")),
    "years and days": ("We met in 1987 - 2001, and on 2019-03-04 again.", ("Robin", "Ada")),
}


@pytest.mark.parametrize(("body", "names"), ORDINARY.values(), ids=ORDINARY)
def test_no_word_is_lost_for_looking_like_a_name(body: str, names: tuple[str, ...]) -> None:
    assert f"- {body}\n" in published(build(says(body, "Same here.", names=names), KEEP))


@pytest.mark.parametrize("body", ["As Will said, it works.", "Will is right.", "Thanks to will_77 for it."])
def test_who_is_called_by_such_a_word_is_known_by_what_is_said_of_them(body: str) -> None:
    assert "ill" not in published(build(says(body, "Same here.", names=("Will", "will_77")), KEEP))


@pytest.mark.parametrize("buttons", ["1 • Reply • Share ›", "Like (1)ReplyShare", "2 △ ▽ • Reply • Share ›"])
def test_buttons_are_no_part_of_a_comment(buttons: str) -> None:
    text = published(build(says(f"It got better.\n\n{buttons}", "Same here."), KEEP))
    assert "- It got better.\n- Same here.\n" in text


UNTOLD = CASES / "names-untold"


@pytest.mark.parametrize("path", sorted(UNTOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_where_names_are_hard_to_tell_none_is_published(path: Path) -> None:
    text = published(build(path.read_text("utf-8"), KEEP))
    assert not [name for name in ("Maribeth", "Owen", "Priya", "Ambridge", "Joined") if name in text]


def test_a_forum_s_comments_are_whole() -> None:
    text = published(build((UNTOLD / "forum.txt").read_text("utf-8"), KEEP))
    assert "- It got better.\n- Same here, \\[…\\].\n- Does it work with teenagers?\n" in text


def test_a_comment_that_nobody_signed_says_in_the_ledger_why_it_is_not_published() -> None:
    outcome = build((UNTOLD / "in-the-line.txt").read_text("utf-8"), KEEP)
    assert any("nothing says who wrote it" in verdict.because for verdict in outcome.verdicts)


def test_where_no_comment_can_be_published_it_is_told() -> None:
    outcome = build(says("Buy now at http://pills.example and save."), KEEP)
    assert not published(outcome)
    assert any(
        "none of its readers’ comments is published (1 comment: 0 genuine, 1 spam)" in n.text for n in outcome.notices
    )


# --- comments of web pages: their elements tell what is whose

PAGES = sorted((CASES / "pages").glob("*.html"))


def web_page(path: Path) -> Outcome:
    said = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[1:] if line)
    article_said = f"<article><h1>When Talking Fails</h1>{said}</article>"
    html = f"<!doctype html><html lang=en><body>{article_said}{path.read_text('utf-8')}</body></html>"
    return article.build_proven(Source("page.html", html.encode(), ".html", KEEP))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_comments_of_a_web_page_are_published_whole_and_nameless(path: Path) -> None:
    outcome = web_page(path)
    found = [each.comment for each in comments.of(outcome)]
    assert [each.author for each in found] == ["Maribeth Able", "Tomasz", "Ruth_Ames77"]
    assert all(each.date for each in found)
    assert published(outcome).partition("left out.\n\n")[2] == (
        "- It got better when we had the timer, and my husband laughs again.\n"
        "    - we tried it, too. It took us a month.\n"
        "- thank you for telling us, and write to \\[…\\] please.\n"
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_who_comments_is_not_the_article_s_author(path: Path) -> None:
    outcome = web_page(path)
    assert outcome.guide is not None
    assert (outcome.guide.front.author, outcome.guide.front.published) == ("", "")


def test_what_waits_for_approval_and_links_from_elsewhere_are_not_published() -> None:
    outcome = web_page(CASES / "pages-held" / "wordpress.html")
    assert comments.summary(comments.of(outcome)) == "3 comments: 1 genuine, 0 spam, 2 not approved"
    assert "Mine waits" not in published(outcome)
    assert "as we read" not in published(outcome)
    (lost,) = (v for v in outcome.verdicts if "Mine waits" in v.line.text)
    assert "its site did not show it" in lost.because


@pytest.mark.parametrize(("replace", "shown"), [("my brother", "- I told my brother.\n"), ("", "- I told .\n")])
def test_the_editor_mends_a_comment_as_any_line(replace: str, shown: str) -> None:
    mended = Metadata(extra=KEEP.extra, fixes=(("my brother Jonah", replace),))
    assert shown in published(build(says("I told my brother Jonah.", "Same here."), mended))


def test_the_editor_takes_a_line_of_a_comment_out() -> None:
    mended = Metadata(extra=KEEP.extra, fixes=(("Jonah told me.", ""),))
    text = published(build(says("It got better.\n\nJonah told me.", "Same here."), mended))
    assert "- It got better.\n- Same here.\n" in text


def test_an_answer_stands_below_what_it_answers_even_where_that_is_spam() -> None:
    thread = (
        "Ada says:\nMay 3, 2014 at 9:05 am\n\nIt got better.\n\n    Robin says:\n    May 4, 2014 at 9:05 am\n\n"
        "    Same here.\n\nCheap Viagra says:\nMay 5, 2014 at 9:05 am\n\nBuy now, at once.\n\n    Tom says:\n"
        "    May 6, 2014 at 9:05 am\n\n    Nobody asked for this."
    )
    assert "- It got better.\n    - Same here.\n- Nobody asked for this." in published(build(thread, KEEP))


HOSTILE = (
    "<script>alert(1)</script>",
    "[x](javascript:alert(1)) and ![x](http://x.example/a.png)",
    "{% raw %} {{ config }} {: onclick=alert(1) }",
    "# no heading",
    "1. no list",
    "- no item",
    "> no quotation",
    "| no | table |",
    '--8<-- "secret"',
    "[^1]: no footnote",
    "*[abbr]: no abbreviation",
    "    no code",
    "/// html | script",
    '=== "no tab"',
    "<!-- no comment -->",
    "&copy; :smile: ==mark== ~~gone~~ ^up^",
)


@pytest.mark.parametrize("line", HOSTILE)
def test_markup_in_a_comment_shows_as_typed(line: str) -> None:
    outcome = build(says(f"Before it we read\n{line}\nafter it.", "Same here."), KEEP)  # proven: else no guide
    assert outcome.guide is not None
    assert len(outcome.guide.comments) == 2
    html = proof.render(markdown.write(outcome.guide, anchors=True))
    assert "<script" not in html
    assert "<img" not in html
    assert 'javascript:alert(1)"' not in html


def test_the_words_above_comments_are_in_the_language_of_the_guide() -> None:
    german = Metadata(language="de-AT", extra=KEEP.extra)
    outcome = build(says("Es wurde besser.", "Bei uns auch."), german)
    assert outcome.guide is not None
    assert "## Kommentare von Lesern" in markdown.write(outcome.guide)


def test_asking_for_comments_where_there_are_none_is_told() -> None:
    outcome = build("", KEEP)
    assert any("finds no comments" in notice.text for notice in outcome.notices)


@pytest.mark.parametrize("value", ["keep", "yes", "[keep-genuine]", "1"])
def test_any_other_value_is_an_error_with_the_choices(value: str) -> None:
    _, (notice,) = corpus.parse_metadata("talk.yml", f"title: Talk\ncomments: {value}\n")
    assert notice.error
    assert str(notice).startswith("talk.yml:2: `comments` is wrong: ")
    assert "remove or keep-genuine" in notice.text


@pytest.mark.parametrize("value", ["keep-genuine", "remove", ""])
def test_the_choices_are_taken(value: str) -> None:
    assert corpus.parse_metadata("talk.yml", f"comments: {value}\n")[1] == ()


def test_what_stands_below_two_articles_is_spam_in_both() -> None:
    same = "What a lovely walk by the river we had, all five of us, thanks to what you wrote here."
    sources = [
        Source("a.txt", f"{ARTICLE}\n{says(same, 'It got better.')}".encode(), metadata=KEEP),
        Source("b.txt", f"{ARTICLE}\n{says('It was no help.', same)}".encode(), metadata=KEEP),
    ]
    for outcome in corpus.build(sources):
        assert "lovely walk" not in published(outcome)
        assert "It " in published(outcome)


def test_a_remembered_outcome_depends_on_what_the_corpus_repeats(tmp_path: Path) -> None:
    same = "what a lovely walk by the river we had"
    source = Source("a.txt", f"{ARTICLE}\n{says(same, 'It got better.')}".encode(), metadata=KEEP)
    make = cache.Cached(tmp_path)
    assert "lovely walk" in published(make(source, Context()))
    assert "lovely walk" not in published(make(source, Context(comments=frozenset({same}))))


def test_nothing_is_published_of_comments_that_are_run_together_with_their_names() -> None:
    outcome = build("Comments\n\nTom: needs a clock\nmia_k: my wife laughed when it rang!\nRobin: so did mine\n", KEEP)
    assert "mia_k" not in " ".join(block.text for block in outcome.guide.comments)


QUESTION = "My chair rocks on the kitchen floor since we moved, and did not do so in the old house. What should I try?"
ANSWER = (
    "Turn it round and see whether it rocks the other way. If so it is the floor, and a cork below one leg will do."
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_question_and_its_answer_are_the_article_and_what_the_site_writes_around_them_goes(gap: str) -> None:
    around = [
        ["How do I keep a chair from rocking?", "Asked 3 years, 2 months ago", "Viewed 14k times", "12", QUESTION],
        ["Share", "Improve this question", "Follow", "asked Jun 3, 2021 at 18:20", "rosie_b", "143 7 bronze badges"],
        ["2 Answers", "Sorted by: Highest score (default)", "23", ANSWER, "Share Improve this answer Follow"],
        ["answered Jun 4, 2021 at 7:02", "greenthumb_pete", "5,301 2 gold badges", "Add a comment"],
    ]
    text = gap.join(line for part in around for line in part)
    guide = article.build(Source("chair.txt", text.encode())).guide
    assert guide is not None
    assert guide.title == "How do I keep a chair from rocking?"
    assert [block.text for block in guide.blocks] == [QUESTION, ANSWER]
