"""Comments of one line each: who, when and what, in one paragraph or run together by a scrape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidewright.find import bare
from guidewright.threads.cues import announced
from guidewright.threads.names import is_person
from guidewright.threads.stamps import LONGEST_COMMENT_STAMP, stamp_of
from guidewright.threads.systems import REPLY
from guidewright.threads.times import TIME, WHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Line
    from guidewright.threads.prose import Said

# A name and a time stand in so many characters; the name has so many at most.
_HEAD, _NAME = 80, 32
_CLOCK = re.compile(TIME, re.IGNORECASE)
# What every clock has, and how long ago, in what is looked at of a line with its bullet.
_DATED = re.compile(r"\d(?:[:.h]| h )\d\d|\(\d+ \w+ ago\)|\((?:vor|il y a|hace) ", re.IGNORECASE)
_LOOKED_AT = 120
# Where a scrape has lost the blank behind a time.
_RUN_ON = re.compile(r"(?<=\d:\d\d)(?=[^\s\d:.,;)\]|])")
_BETWEEN = " ,:|·•–—-([)]"
_BUTTON = re.compile(rf"[\s|·•–—-]*(?:{'|'.join(sorted(REPLY))})", re.IGNORECASE)
_LONGEST_BUTTON = 20
# So many of them are a thread, where they are so much of what stands between the first and the last.
_FEWEST, _MOSTLY = 3, 0.5


class Told(NamedTuple):
    """A comment of one line: its place, who wrote it, when, and what."""

    at: int
    who: str
    when: str
    text: str


def told(lines: Sequence[Line]) -> list[Told]:
    """Return the comments of a thread of such lines, none where they are no thread."""
    clocked = [(at, line) for at, line in enumerate(lines) if _DATED.search(line.says, 0, _LOOKED_AT)]
    if len(clocked) < _FEWEST:
        return []
    found = [each for at, line in clocked if (each := _told(at, line)) is not None]
    if len(found) < _FEWEST:
        return []
    among = sum(bare(line).count(" ") > 1 for line in lines[found[0].at : found[-1].at + 1])
    return found if len(found) >= _MOSTLY * among else []


def inline(lines: Sequence[Line], said: Said) -> int | None:
    """Return the place of the first line of a thread of such comments, or of its cue; None where there is none."""
    found = [each.at for each in told(lines) if said.before(each.at)]
    return announced(lines, found[0]) if len(found) >= _FEWEST else None


def _told(at: int, line: Line) -> Told | None:
    whole = bare(line)
    text = _RUN_ON.sub(" ", whole[:_HEAD])
    if not text[:1].isalnum():
        return None
    found = WHEN.search(text)
    if found is None:
        return None
    bracketed = found["ago"] and text[found.start() - 1 : found.start()] == "(" and text[found.end() :].startswith("):")
    if not bracketed and (not found["day"] or _CLOCK.search(found.group()) is None):
        return None
    name = text[: found.start()].rstrip(_BETWEEN)
    said = whole[found.end() :].lstrip(_BETWEEN)
    end = said[-_LONGEST_BUTTON:]
    button = next((each for each in _BUTTON.finditer(end) if each.end() == len(end)), None)
    said = said[: len(said) - len(button.group())] if button else said
    if len(name) > _NAME or not is_person(name) or not any(map(str.isalnum, said)):
        return None
    stamp = stamp_of(whole) if len(whole) <= LONGEST_COMMENT_STAMP else None
    if stamp is not None and stamp[1] != name:
        return None
    return Told(at, name, found.group().strip(_BETWEEN), said)
