"""The first and the last line of a thread."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from guidewright.find import LONGEST, bare, lines_of, patterns, solid
from guidewright.threads.buttons import is_button
from guidewright.threads.cues import announced, is_announcement, is_cue, is_portrait
from guidewright.threads.names import is_name
from guidewright.threads.prose import ARTICLE_WORDS
from guidewright.threads.stamps import Form
from guidewright.threads.systems import FORM, HEADS, PAGE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line, Page
    from guidewright.threads.prose import Said
    from guidewright.threads.stamps import Stamp


# So many lines may stand above a stamp that are its comment's, too.
_MOST_ABOVE = 3
# And so many at most are between two of its stamps.
_NEAR = 8
# So far above a comment's end a cue is looked for, and no cue that opens it has more characters.
_FAR_UP, _LONGEST_CUE = 30, 59
_ITEM = re.compile(r"(\s*)(\d{1,4})[.)] ")
_HEADS = patterns(*HEADS)
_ENDS = patterns(FORM, *PAGE_END)


def begin(lines: Sequence[Line], same: Sequence[Stamp], found: Sequence[Stamp], said: Said) -> int:
    """Return the place of the thread's first line: the first comment's, or its cue's."""
    first = same[0]
    at = first.at
    # "Ada wrote:" above each comment and its time below it: the names are the thread's as much as the times.
    names = [each.at for each in found if each.form == Form.SAYS and each.form != first.form]
    named = max((place for place in names if place < at), default=-1)
    if sum(place > at for place in names) >= len(same) - 1 > 1 and at - named <= _NEAR:
        return announced(lines, named)
    below = said.after(same[-1].at) == 0 and len(same) > 1 and not (at and is_name(lines[at - 1]))
    if first.form == Form.BUTTON or (below and _closing(lines, same)):
        return _opening(lines, at, reach={Form.TIME: 12, Form.DAY: 12, Form.BUTTON: 2}.get(first.form, 0))
    earlier = [
        each.at
        for each in found
        if each.at < at and each.when and each.form != Form.DAY and said.before(each.at) >= ARTICLE_WORDS
    ]
    for place in reversed(earlier):  # the same thread's, in another form
        if at - place > _NEAR:
            break
        at = place
    at = _first_item(lines, at) if first.who else at
    return announced(lines, at - _above(lines, at, same))


def _first_item(lines: Sequence[Line], at: int) -> int:
    """Return the place of the first comment of the numbered ones above a place: a scrape may have lost their names."""
    item = _ITEM.match(lines[at].says)
    up = at - 1
    while item and up >= max(0, at - _NEAR):
        above = _ITEM.match(lines[up].says)
        if above and above[1] == item[1] and int(above[2]) == int(item[2]) - 1:
            at, item = up, above
        up -= 1
    return at


def _closing(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether stamps below which little is said stand below their comments, and not above short ones."""
    below = map(bare, itertools.takewhile(lambda line: "©" not in line.says, lines[same[-1].last + 1 :]))
    if all(is_button(text) or is_cue(text) for text in below):
        return True
    gaps = [(lines[each.at - 1].number, lines[each.at].number, lines[each.at + 1].number) for each in same[:-1]]
    heading = sum(below - at < at - above for above, at, below in gaps)
    return same[0].form in {Form.BY, Form.POSTED, Form.DAY} and 2 * heading < len(gaps)


def _above(lines: Sequence[Line], at: int, same: Sequence[Stamp]) -> int:
    """Return how many lines above the first stamp are its comment's, too: its name, title, picture.

    A name stands above a stamp that has none. All else is the comment's where it stands above the other stamps, too.
    """
    places = [at, *(stamp.at for stamp in same if stamp.at > at)]
    named = same[0].form not in {Form.POSTED, Form.TIME, Form.AGO, Form.DAY}
    up = 0
    while up < min(at, _MOST_ABOVE):
        above = [lines[place - up - 1] for place in places]
        if len(places) > 2 and (all(map(_is_head, above)) or all(_tops(lines, place - up - 1) for place in places)):
            up += 1
        elif not named and is_name(above[0]) and (up == 0 or all(map(is_name, above))):
            up, named = up + 1, True
        else:
            break
    return up


def _tops(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a title: short, with a blank line above it and none below."""
    above, line, below = lines[at - 1], lines[at], lines[at + 1]
    return above.number + 1 < line.number == below.number - 1 and is_name(line) and bare(line) == line.says.strip()


def _is_head(line: Line) -> bool:
    """Whether a line is what stands above a comment beside its name and time: number, title, picture, rank, button."""
    text = bare(line)
    return len(text) <= LONGEST and (is_button(text) or is_portrait(text) or _HEADS.fullmatch(text))


def _opening(lines: Sequence[Line], at: int, reach: int) -> int:
    """Return where the comment begins that ends at place `at`: at a cue, at a name, else one paragraph above.

    A name is looked for on so many lines above as `reach` says.
    """
    for up in range(at - 1, max(-1, at - _FAR_UP), -1):
        text = bare(lines[up])
        if len(text) <= _LONGEST_CUE and is_announcement(text):
            return up
    while at > 1 and is_button(bare(lines[at - 1])):
        at -= 1
    for up in range(at - 1, max(0, at - 1 - reach), -1):
        if is_name(lines[up]):
            return up
    return max(1, at - 1)


def end(page: Page, begin: int, last_stamp: int | None) -> int:
    """Return the number of the last line of a thread's comments; below may stand their form, notices and rights."""
    lines = solid(page)
    ends = [line.number for line in lines_of(page, _ENDS, 400)]
    after = lines[begin if last_stamp is None else max(begin, last_stamp)].number
    behind = [number for number in ends if number > after]
    if not behind:
        return page.lines[-1].number
    return (behind[-1] if last_stamp is None else behind[0]) - 1
