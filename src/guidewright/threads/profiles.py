"""Threads that give no dates but say below each name where somebody works, learnt or lives: Facebook's plug-in.

A place alone proves nothing: quotations in an article have "Ada Sample" and "Springford, Ohio" above them, too, and so
have the authors of a study. What makes a thread of them is that one name at least has what only the plug-in says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.find import bare, lines_of, solid
from guidewright.lineindex import Patterns

if TYPE_CHECKING:
    from guidewright.model import Page

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:van|von|de|der|la|del|[^\W\d_][\w.'’-]*)){1,3}")
# What the plug-in alone writes below a name.
_PLUGIN = re.compile(
    r"(?:works|worked|arbeitet|travaille|trabaja|pracuje) (?:at|bei|chez|en|w) (?-i:[\W\d]|[A-ZÀ-ÞĄ-Ż]).{1,60}"
    r"|(?:studied|studies|studierte|studiert|a étudié|étudie|estudió|studiował|studiowała) (?:at|an|à|en|na) (?-i:[\W\d]|[A-ZÀ-ÞĄ-Ż]).{1,60}"
    r"|(?:top commenter|top fan|top-kommentator(?:in)?|meilleur commentaire|principal comentarista|comentarista destacado)(?: ?[·•|-] ?.{2,60})?",
    re.IGNORECASE,
)
_PLUGIN_LINE = Patterns(_PLUGIN)
_SCHOOL = re.compile(
    r".{0,50}\b(?:university|college|high school|school|academy|institute|universität|hochschule|schule|gymnasium"
    r"|université|lycée|universidad|instituto|uniwersytet|politechnika|liceum)\b.{0,50}",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"(?:lives in |wohnt in |habite à |vive en |mieszka w )?[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}, [^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,2}"
)
_LONGEST = 80
_FEWEST = 3
# At least one name of so many has what the plug-in alone says, and so many in all.
_MARKED = 5
_FEWEST_MARKS = 2


def profiles(page: Page) -> list[int]:
    """Return the places of the names that have below them who they are; none where these make no thread."""
    if len(lines_of(page, _PLUGIN_LINE, _LONGEST)) < _FEWEST_MARKS:
        return []
    lines = solid(page)
    said = [bare(line) if len(line.says) <= _LONGEST else "" for line in lines]
    named = [at for at in range(len(said) - 2) if is_profile(said[at + 1]) and _is_person(said[at])]
    told = [at for at in named if at + 2 not in named]
    plugin = sum(_PLUGIN.fullmatch(said[at + 1]) is not None for at in told)
    people = {said[at] for at in told}
    marked = plugin >= _FEWEST_MARKS and plugin * _MARKED >= len(told)
    return told if marked and len(told) >= _FEWEST and len(people) > 1 else []


def is_profile(text: str) -> bool:
    """Whether a line may say where somebody works, learnt or lives, and nothing else."""
    if not 0 < len(text) <= _LONGEST or text.endswith((".", "!", "?", ":", ";")):
        return False
    return any(each.fullmatch(text) for each in (_PLUGIN, _SCHOOL, _TOWN))


def _is_person(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and _NAME.fullmatch(text) is not None and words[0][:1].isupper() and words[-1][:1].isupper()
