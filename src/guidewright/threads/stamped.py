"""Whether stamps, or buttons, make a thread."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from guidewright.find import bare, solid
from guidewright.threads.buttons import JOINT, is_button, is_reply
from guidewright.threads.cues import announces, is_cue
from guidewright.threads.languages import ANSWERING, NOBODY, PERSONAL, SPOKEN, THANKS, TO_AUTHOR, WRITES
from guidewright.threads.names import HANDLE, is_name, is_somebody, may_be_called
from guidewright.threads.prose import ARTICLE_WORDS, most_below
from guidewright.threads.stamps import Form, reply_buttons
from guidewright.threads.times import TIME_OF_COMMENT, YEAR, YEARS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from guidewright.model import Line, Page
    from guidewright.threads.prose import Said
    from guidewright.threads.stamps import Stamp

# So many of those whom an article has asked may thank somebody.
_MOST_THANKS = 2
# So many who say something are a thread, though one of them returns.
_SPEAKERS = 3
# Where names and times stand in turn, so many of both are a thread.
_LEAST_TURNS = 3
# "From Springford" in each language; what begins with a small letter stands in a forum's stamp.
_FROM = re.compile(r"(?:From|Von|Aus|De|Desde|Ze?|Da|Van|Uit) ")
_QUOTES = tuple("\"“”„«»‚‘'")


def thread_stamps(page: Page, found: Sequence[Stamp], said: Said) -> list[Stamp]:
    """Return the stamps of the thread: those of the form that returns most, from its first comment on."""
    lines = solid(page)
    counts: dict[Form, list[Stamp]] = {}
    for stamp in found:
        counts.setdefault(stamp.form, []).append(stamp)
    if take_turns(counts.get(Form.SAYS, []), counts.get(Form.TIME, [])):
        return _without_own(lines, counts[Form.TIME], said)
    for form in sorted(counts, key=lambda each: (-len(counts[each]), each)):
        same = _without_own(lines, counts[form], said)
        if same and _is_thread(page, form, same, said):
            return same
    return []


def take_turns(says: Sequence[Stamp], times: Sequence[Stamp]) -> bool:
    """Whether "Ada wrote:" and a time stand in turn: the one above each comment, the other below it."""
    if len(says) < _LEAST_TURNS or len(says) != len(times) or any(each.when for each in says):
        return False
    ats = [at for pair in zip(says, times, strict=True) for at in (pair[0].at, pair[1].at)]
    return ats == sorted(ats)


def _without_own(lines: Sequence[Line], same: Sequence[Stamp], said: Said) -> list[Stamp]:
    """Leave out the stamps of the article itself: little is above them, or the article below, or a cue for comments."""
    rest = [stamp for stamp in same if said.has_article_above(stamp.at)]
    if len(rest) > 1 and announces(lines, rest[0].last + 1, rest[1].at):
        rest = rest[1:]
    top = len(rest) > 1 and said.before(rest[0].at) < ARTICLE_WORDS
    if len(rest) > 2 or top:
        gaps = [said.between(a.at, b.at) for a, b in itertools.pairwise(rest)]
        usual = sorted(gaps[1:] or [0]) if top else sorted(gaps)
        middle = usual[len(usual) // 2]
        if gaps[0] > max(ARTICLE_WORDS * 3, 2 * middle, said.before(rest[0].at)):
            rest = rest[1:]
    return _below_article(rest, said)


def _below_article(same: list[Stamp], said: Said) -> list[Stamp]:
    """Leave out the stamps of teasers above the article: so much is told below them, and so little above and between."""
    told = [
        said.told_before(b.at) - said.told_before(a.last + 1) for a, b in itertools.pairwise(same[: len(same) // 2])
    ]
    longest = max(told, default=0)
    above = said.told_before(same[told.index(longest)].at) if told else 0
    rest = same[told.index(longest) + 1 :] if longest > max(ARTICLE_WORDS * 5, above) else same
    later = [said.between(a.at, b.at) for a, b in itertools.pairwise(rest)]
    return rest if 2 * max(later, default=0) < longest else same


def _is_paired(lines: Sequence[Line], at: int) -> bool:
    """Whether a button stands beside another: on the line above, or on its own."""
    return (at > 0 and is_button(bare(lines[at - 1]))) or len(JOINT.sub(" ", bare(lines[at])).split()) > 1


def _is_thread(page: Page, form: Form, same: Sequence[Stamp], said: Said) -> bool:
    """Whether stamps of one form are a thread's: enough of them, with names, with text between, to the page's end."""
    longest = max((said.between(a.at, b.at) for a, b in itertools.pairwise(same)), default=0)
    if said.after(same[-1].at) > max(most_below(longest), said.told_before(same[0].at)):
        return False  # what follows is more than a comment: these stamps stand above an article
    if len(same) == 1:
        return _lone(solid(page), same[0], said)
    own = _OF_FORM.get(form)
    return own is None or own(page, same, said)


def _is_of_sayings(page: Page, same: Sequence[Stamp], _said: Said) -> bool:
    """Whether "Ada says:" is a comment's head: several say something, and no article quotes them or asks them round."""
    if any(stamp.when for stamp in same):
        return 2 * sum(is_somebody(stamp.who) for stamp in same) < len(same)
    lines, whom = solid(page), {stamp.who for stamp in same}
    if _asking_round(lines, same) or _quoting(lines, same):
        return False
    return len(whom) >= _SPEAKERS or (len(whom) == len(same) and _spoken(lines, same))


def _is_of_times(page: Page, same: Sequence[Stamp], said: Said) -> bool:
    """Whether times stand beside names, of people mostly."""
    names = _names(page, same)
    people = sum(map(may_be_called, names))
    return _most_named(names, people, same) or _nameless(solid(page), same, said)


def _is_of_ages(page: Page, same: Sequence[Stamp], said: Said) -> bool:
    """Whether what is "2 days ago" stands beside names; no diary says so, and names need not be people's."""
    names = _names(page, same)
    return _most_named(names, len(names), same) or _nameless(solid(page), same, said)


def _names(page: Page, same: Sequence[Stamp]) -> list[list[str]]:
    """Return what may be a name, of each stamp that has such a thing beside it."""
    places = {stamp.at for stamp in same}
    return [name for stamp in same if (name := _named(solid(page), stamp, places))]


def _most_named(names: Sequence[list[str]], people: int, same: Sequence[Stamp]) -> bool:
    """Whether most stamps have a name, and enough of those are people's."""
    return 2 * len(names) >= len(same) and 3 * people >= len(names)


def _is_of_days(page: Page, same: Sequence[Stamp], said: Said) -> bool:
    """Whether "Ada, 3 May" heads comments, in which people speak or which can be answered, and no diary's days."""
    lines = solid(page)
    told = _told(same, said) or (said.after(same[-1].at) == 0 and said.before(same[0].at) >= ARTICLE_WORDS)
    answered = len(reply_buttons(page)) > 1
    if _are_places(lines, same):
        return told and (answered or _has_cue(lines, same[0]))
    speaking = sum(PERSONAL.search(line.says) is not None for line in lines[same[0].at - 1 :])
    return told and (speaking >= max(1, len(same) // 4) or answered)


def _is_of_clocks(page: Page, same: Sequence[Stamp], _said: Said) -> bool:
    """Whether names with days and clocks are no programme of events."""
    return all(YEAR.search(stamp.when) for stamp in same) or _answerable(solid(page), same)


def _is_of_names(page: Page, same: Sequence[Stamp], _said: Said) -> bool:
    """Whether what stands beside times are names and no places, or else the thread has buttons or a cue."""
    lines = solid(page)
    return not _are_places(lines, same) or len(reply_buttons(page)) > 1 or _has_cue(lines, same[0])


def _is_of_names_and_ages(page: Page, same: Sequence[Stamp], said: Said) -> bool:
    """Whether names stand beside ages, and no life is told in them."""
    return not _are_years(same) or _is_of_names(page, same, said)


def _is_of_lone_days(page: Page, same: Sequence[Stamp], said: Said) -> bool:
    """Whether a name stands above each day, or below each but the last."""
    lines = solid(page)
    return _told(same, said) and (_all_named(lines, same, -1) or _all_named(lines, same[:-1], 1))


def _is_of_buttons(page: Page, same: Sequence[Stamp], said: Said) -> bool:
    """Whether buttons to answer are a thread's: a pair of them each, or three of one."""
    if all(stamp.when for stamp in same) or _told(same, said):
        return True
    return said.before(same[0].at) >= ARTICLE_WORDS and all(_is_paired(solid(page), stamp.at) for stamp in same)


# What else stamps of a form must have to be a thread's.
_OF_FORM: dict[Form, Callable[[Page, Sequence[Stamp], Said], bool]] = {
    Form.SAYS: _is_of_sayings,
    Form.TIME: _is_of_times,
    Form.AGO: _is_of_ages,
    Form.WHO_DAY: _is_of_days,
    Form.WHO_TIME: _is_of_clocks,
    Form.BY: _is_of_names,
    Form.WHO_AGO: _is_of_names_and_ages,
    Form.DAY: _is_of_lone_days,
    Form.BUTTON: _is_of_buttons,
}


def _are_places(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether stamps may say where a diary was written, or a dispatch: "Springford, May 3", "From Springford, May 3".

    A scrape may have lost the blank, "SpringfordMay 3"; and no place is called "oldtom".
    """
    if any(HANDLE.fullmatch(stamp.who) for stamp in same):
        return False
    heads = [(_FROM.sub("", bare(lines[stamp.at])), stamp) for stamp in same]
    return all(":" not in text and text.startswith((f"{stamp.who}, ", stamp.who + stamp.when)) for text, stamp in heads)


def _are_years(same: Sequence[Stamp]) -> bool:
    """Whether stamps count years, each other ones, as a life is told: "Springford, 3 years ago", then "2 years ago"."""
    return len({stamp.when.lower() for stamp in same}) == len(same) and all(YEARS.search(stamp.when) for stamp in same)


def _has_cue(lines: Sequence[Line], first: Stamp) -> bool:
    """Whether a cue for comments stands right above the first of the stamps."""
    return any(is_cue(bare(line)) for line in lines[max(0, first.at - 3) : first.at])


def _answerable(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether names and times without a year, which may be a programme of events, have a cue above or replies below."""
    if _has_cue(lines, same[0]):
        return True
    bodies = itertools.pairwise([*(stamp.at for stamp in same), len(lines)])
    answers = sum(any(is_reply(bare(line)) for line in lines[a + 1 : b]) for a, b in bodies)
    return 2 * answers > len(same)


def _quoting(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether "Ada writes:" is how an article quotes people: in words that change, in quotation marks, or nameless."""
    verbs = {bare(lines[stamp.at]).rstrip(" .:…").rpartition(" ")[2].lower() for stamp in same}
    if len(verbs - ANSWERING) > 1 or not verbs.isdisjoint(WRITES):
        return True
    quoted = sum(lines[stamp.at + 1].says.strip()[:1] in _QUOTES for stamp in same if stamp.at + 1 < len(lines))
    return 2 * quoted > len(same) or any(is_somebody(stamp.who) for stamp in same)


def _asking_round(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether "Ada says:" is how an article goes round people whom it has asked: by their names, and each once.

    Comments have a cue above them, dots, a handle or a name that returns, or they thank the author.
    """
    says = [bare(lines[stamp.at]) for stamp in same]
    if not all(text.endswith(":") and text.rstrip(" :").rpartition(" ")[2].lower() in SPOKEN for text in says):
        return False
    if len({stamp.who for stamp in same}) < len(same) or any(
        HANDLE.fullmatch(stamp.who) or stamp.who.lower() in NOBODY for stamp in same
    ):
        return False
    bodies = itertools.pairwise([*(stamp.at for stamp in same), len(lines)])
    thanks = sum(any(THANKS.search(line.says) for line in lines[a + 1 : b]) for a, b in bodies)
    return thanks < _MOST_THANKS and not _has_cue(lines, same[0])


def _spoken(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether "Ada said..." is how a blog's comments begin, and not how an article quotes people."""
    return all(bare(lines[stamp.at]).endswith(("...", "…")) for stamp in same)


def _nameless(lines: Sequence[Line], same: Sequence[Stamp], said: Said) -> bool:
    """Whether times alone are a thread's whose names are lost: below an article, and by people who speak to its author.

    A log or a chronicle has times, too; it speaks to nobody.
    """
    if not _told(same, said) or said.before(same[0].at) < 2 * ARTICLE_WORDS:
        return False
    if not all(TIME_OF_COMMENT.search(stamp.when) and YEAR.search(stamp.when) for stamp in same):
        return False
    places = [stamp.at for stamp in same]
    spoken = sum(
        any(TO_AUTHOR.search(line.says) for line in lines[a + 1 : b])
        for a, b in itertools.pairwise([*places, len(lines)])
    )
    return spoken >= max(2, len(same) // 4)


def _named(lines: Sequence[Line], stamp: Stamp, places: Collection[int]) -> list[str]:
    """Return what may be a name beside a stamp: on the two lines above it, or on the line below."""
    near = (stamp.at - 2, stamp.at - 1, stamp.at + 1)
    return [bare(lines[at]) for at in near if 0 < at < len(lines) and at not in places and is_name(lines[at])]


def _lone(lines: Sequence[Line], stamp: Stamp, said: Said) -> bool:
    """Whether a stamp that does not return has all that a comment's has: a name above it and little below it."""
    above = lines[stamp.at - 1] if stamp.at else None
    if above is None or stamp.form >= Form.DAY or not stamp.when:
        return False
    if is_name(above) and bare(above) != above.says.strip():
        return True  # a name with a bullet
    if stamp.form == Form.SAYS:
        return said.before(stamp.at) >= max(ARTICLE_WORDS, 2 * said.after(stamp.at))
    timed = stamp.form == Form.TIME and is_name(above)
    return timed and said.before(stamp.at) >= max(ARTICLE_WORDS, 2 * said.after(stamp.at)) and said.after(stamp.at) > 0


def _all_named(lines: Sequence[Line], same: Sequence[Stamp], side: int) -> bool:
    places = [stamp.at + side for stamp in same]
    if side < 0:  # a name, a dot, a date
        places = [at - (at > 0 and not any(map(str.isalnum, lines[at].says))) for at in places]
    return all(0 <= place < len(lines) and is_name(lines[place]) for place in places)


def _told(same: Sequence[Stamp], said: Said) -> bool:
    """Whether there are three stamps or more, with running text between most of them and well below the title."""
    told = sum(said.between(a.at + 1, b.at) > 0 for a, b in itertools.pairwise(same))
    return len(same) >= 3 and 2 * told >= len(same) and said.before(same[0].at) >= ARTICLE_WORDS
