"""Comments below an article, their form, and what stands where they would be. `guidewright.threads` recognises them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import bare, blanks, either, lines_matching, lines_of, solid
from guidewright.model import Rule, Span, Stage
from guidewright.threads.bounds import begin, end
from guidewright.threads.cues import first_cue
from guidewright.threads.inline import inline
from guidewright.threads.prose import ARTICLE_WORDS, Said
from guidewright.threads.stamped import take_turns, thread_stamps
from guidewright.threads.stamps import Form, reply_buttons, stamps
from guidewright.threads.systems import FILED, FURNITURE
from guidewright.threads.unstamped import FORUM_MARKS, numbered, profiled, rhythm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.model import Line, Page

# The stamps that have a name and a time, how many make a page's thread, and where lists of the newest comments stand.
_TIMED = frozenset((Form.SAYS, Form.AFTER, Form.BY, Form.WHO_TIME, Form.WHO_AGO))
_FEWEST = 3
_ASIDE = re.compile(r"/(?:nav|aside|footer|header)\b|side-?bar|widget|recent|latest|related|popular")
# So sure a reader is of a line that is the article's prose.
_PROSE = 0.5


def _threads(page: Page) -> Iterator[Span]:
    """Point at the comments: what a thread alone can be, without the form and the notices below it."""
    lines = solid(page)
    said = Said(lines, blanks(page))
    found = stamps(page)
    buttons = reply_buttons(page)
    same = thread_stamps(page, found, said) or thread_stamps(page, buttons, said)
    places = [
        begin(lines, same, found, said) if same else None,
        rhythm(lines, said),
        profiled(page, said),
        numbered(page, said),
        inline(lines, said),
        first_cue(page, {each.at for each in (*same, *buttons)}),
    ]
    begins = [at for at in places if at is not None and at < len(lines) and said.has_article_above(at)]
    dated = any(each.when and each.form != Form.DAY for each in same)
    if begins and (dated or not _in_prose(lines, min(begins))):
        last = end(page, min(begins), same[-1].at if same else None)
        yield Span(lines[min(begins)].number, last)


def _page_threads(page: Page) -> Iterator[Span]:
    """Point at the comments of a web page that has all their stamps still: a reader may take those alone for no prose.

    What shows them is one place in the markup for all the stamps, each with a name and a time, or in turn with a name, or
    with replies.
    """
    lines = solid(page)
    if not any(line.where.path for line in lines):
        return
    inside = [each for each in stamps(page) if not _ASIDE.search(lines[each.at].where.path)]
    if len(inside) < _FEWEST:
        return
    says, times = ([each for each in inside if each.form is form] for form in (Form.SAYS, Form.TIME))
    kinds = _TIMED | {Form.TIME} if take_turns(says, times) else _TIMED
    answered = len(reply_buttons(page)) >= _FEWEST
    found = [each for each in inside if answered or each.form in kinds]
    if len(found) < _FEWEST:
        return
    first = found[0].at
    told = [at >= first or (line.where.main or 0.0) > _PROSE for at, line in enumerate(lines)]
    said = Said(lines, [n if here else 0 for n, here in zip(blanks(page), told, strict=True)])
    same = thread_stamps(page, found, said)
    places = Counter(lines[each.at].where.path.rpartition("/")[2] for each in same)
    if len(same) < _FEWEST or max(places.values()) < len(same):
        return
    at = begin(lines, same, found, said)
    if said.before(at) >= 2 * ARTICLE_WORDS:
        yield Span(lines[at].number, end(page, at, same[-1].at))


def _in_prose(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right inside the element that holds most of the prose above it, as its own paragraph."""
    inside = lines[at].where.path.rpartition("/")[0]
    if not inside:
        return False
    words: Counter[str] = Counter()
    for line in lines[:at]:
        if (line.where.main or 0.0) > _PROSE:
            words[line.where.path.rpartition("/")[0]] += line.says.count(" ")
    return bool(words) and words.most_common(1)[0][0] == inside


def _below(page: Page) -> Iterator[Span]:
    """Point at what a cue announces where no comments follow it: their form, and what else is below it."""
    at = first_cue(page, None)
    lines = solid(page)
    if at is not None and Said(lines, blanks(page)).has_article_above(at):
        yield Span(lines[at].number, page.lines[-1].number)


def _forum(page: Page) -> Iterator[Span]:
    """Point at what a forum writes around a post; the number of the first is no heading then."""
    marks = lines_of(page, FORUM_MARKS)
    first = [line for line in solid(page) if bare(line) == "#1"] if marks else []
    for line in (*marks, *first):
        yield Span(line.number, line.number)


RULES = (
    Rule(
        name="comment-thread",
        because="it is part of the comments below the article",
        find=_threads,
        stage=Stage.THREADS,
        example="""
            kept    | When Talking Fails
            kept    | We spoke on May 3rd, 2014 at 9:05 AM and again a week later, and it went better.
            kept    | Most couples who talk at a set hour say that the week gets easier, and that the hour stays short.
            removed |   • Maribeth
            removed |
            removed |     May 3rd, 2014 at 9:05 AM
            removed |
            removed |     This was us last year. It got better.
            removed |
            removed |   • Old Tom
            removed |
            removed |     May 4th, 2014 at 11:40 PM
            removed |
        """,
    ),
    Rule(
        name="page-thread",
        because="it is part of the comments below the article",
        find=_page_threads,
        stage=Stage.MARKUP,
        example="""
            kept    | <h1>When Talking Fails</h1>
            kept    | <p>Most couples who talk at a set hour say that the week gets easier, and that the hour stays short. One of them wrote to us on May 1st, 2014 at 8:00 AM and again a week later, when it went better.</p>
            kept    | <p>Some use a kitchen timer, so that nobody has to look at the clock while the other one speaks. When it rings, the other one says back what was heard before anything else is said.</p>
            kept    | <p>When it gets loud, the hour ends for that day, and both know when the next one begins. A pot of tea and two chairs are all that such an hour needs from you, and a slip of paper for what is left.</p>
            removed | <dl><dt>by <b>oldtom</b> on May 3, 2014 @09:05AM</dt><dd>We tried it, and it got better after a month.</dd></dl>
            removed | <dl><dt>by <b>mia_k</b> on May 3, 2014 @11:40AM</dt><dd>Same here.</dd></dl>
            removed | <dl><dt>by <b>robin</b> on May 4, 2014 @07:12PM</dt><dd>My wife will not sit down at all. What then?</dd></dl>
        """,
    ),
    Rule(
        name="below-comments",
        because="it stands where the comments would be, with the form for them or below it",
        find=_below,
        example="""
            kept    | When Talking Fails
            kept    | Leave a comment in the shared diary when you feel heard, and read what stands there before you speak.
            kept    | Most couples who talk at a set hour say that the week gets easier, and that the hour stays short.
            kept    | You must be offered a second hour, whatever the first one was like.
            kept    | Some use a kitchen timer, so that nobody has to look at the clock while the other one speaks.
            kept    | Discussion
            kept    | A clock is a small thing to set between two people, and yet it was what most of them named first.
            removed | No Comments
            removed | Springford Counselling, Mill Lane
        """,
    ),
    Rule(
        name="entry-filed",
        because="it says when the entry was posted, where it is filed and how to answer it",
        find=lines_matching(*FILED, longest=600),
        example="""
            kept    | When Talking Fails
            removed | This entry was posted on Monday, May 3rd, 2014 at 9:05 am and is filed under Talking, Evenings. You can follow any responses to this entry through the RSS 2.0 feed. You can leave a response, or trackback from your own site.
            removed | This entry was posted in Talking and tagged timer, tea by Ada Sample. Bookmark the permalink.
            removed | Dieser Eintrag wurde am Montag, den 3. Mai 2014 um 9:05 Uhr veröffentlicht und ist abgelegt unter Reden. Kommentare zu diesem Eintrag im RSS 2.0 Feed.
            removed | Cette entrée a été publiée dans Parler. Vous pouvez la mettre en favoris avec ce permalien.
            removed | Esta entrada fue publicada en Hablar por Ada. Guarda el enlace permanente.
            removed | Ten wpis został opublikowany w kategorii Rozmowy. Dodaj zakładkę do bezpośredniego odnośnika.
            removed | Both comments and pings are currently closed.
            kept    | This entry was posted on the kitchen door, and nobody read it for a week.
        """,
    ),
    Rule(
        name="forum-post",
        because="it is what a forum writes around a post",
        find=_forum,
        example="""
            kept    | When Talking Fails
            removed | #1
            removed | Hilfreichste Antwort
            kept    | #2
            removed | Einmal editiert, zuletzt von Zeitnehmer (3. Mai 2014 um 09:05) aus folgendem Grund: Uhrzeit berichtigt
            removed | Last edited by oldtom on Sat May 03, 2014 9:05 am, edited 1 time in total.
            removed | Zuletzt geändert von oldtom am Sa 3. Mai 2014, 09:05, insgesamt 1-mal geändert.
            removed | Dernière modification par robin le sam. 3 mai 2014 09:05, modifié 2 fois.
            removed | Ostatnio zmieniony 03 maja 2014, 09:05 przez robin, łącznie zmieniany 1 raz.
            removed | two-chairs.jpg (214.8 kB, 640×480, 31 times downloaded)
            removed | 👍 31 Danke 12
            kept    | Last edited by her sister, the letter went out at noon.
            kept    | Zuletzt geändert von beiden, und zwar am Küchentisch.
            kept    | Die hilfreichste Antwort war eine Tasse Tee.
            kept    | 👍 31
        """,
    ),
    Rule(
        name="comment-form",
        because="it belongs to the form for comments",
        find=either(words.saying("comment-form"), lines_matching(*FURNITURE)),
        example="""
            removed | Leave a Comment
            removed | No Comments
            removed | * Indicates required field.
            removed | By commenting you accept the Terms of Springford.example.
            removed | Your email address will not be published. Required fields are marked *
            removed | ( Post a new comment )
            removed | Before you comment: please be kind, and keep to the topic.
            removed | The comments below have not been moderated.
            removed | Subscribe to: Post Comments (Atom)
            removed | Abonnieren Kommentare zum Post (Atom)
            removed | Pingback: The hour a week – Springford News
            removed | oldtom reblogged this from mia-k and added:
            removed | oldtom liked this
            kept    | Both of them liked this
            kept    | Before you comment on a friend’s marriage, count to ten.
            kept    | Conversation
            kept    | Leave a comment in the shared diary when you feel heard.
            kept    | By commenting on every small slip you wear each other out.
        """,
    ),
)
