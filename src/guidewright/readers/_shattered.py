r"""Shattered text: `get_text("\n")` and its like begin a line at every link and every bold word of a sentence.

It shows by lines that begin with the sentence's next comma or stop, in a text without blank lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# So many lines begin so, and no more of all lines are blank.
_LEAST, _BLANK = 3, 0.1
# Wider than in `flow`, since here the whole text shows that it was shattered.
_GOES_ON = re.compile(r"\s*(?:[,;.:!?)\]](?![.\w])|[’']s\b)")
# Programs have brackets at such a place, and indentation.
_SHATTERED = re.compile(r"(?:[,;:] \w|[,.!?]\s*\Z|[’']s )")
_STOPS = (".", "!", "?", ":", "…", ".”", '."')
# A line of so many words may be running text that breaks off; one of so many is.
_SOME, _MANY = 6, 12
# No sentence ends with these.
_OPEN = frozenset(
    """a an and are as at be because but by can for from if in into is its my of on or our than that the their
    these this to was were when which who will with you your der die das den dem ein eine einen und oder mit von für zu
    auf im am bei le la les un une des du de et ou à dans pour par sur avec el los las una y o del en con por para
    i w z na do od""".split()  # noqa: SIM905
)


def continuing(texts: Sequence[str]) -> frozenset[int]:
    """Return the places, from 0, of the lines that continue the one above; none where the text is not shattered."""
    said = [at for at, text in enumerate(texts) if text and not text.isspace()]
    if len(texts) - len(said) > _BLANK * len(texts):
        return frozenset()
    if sum(_SHATTERED.match(texts[at]) is not None for at in said) < _LEAST:
        return frozenset()
    return frozenset(_pieces(texts))


def _pieces(texts: Sequence[str]) -> Iterator[int]:
    words = 0  # of what the line belongs to so far
    for at, text in enumerate(texts):
        above, below = texts[at - 1].rstrip() if at else "", texts[at + 1] if at + 1 < len(texts) else ""
        goes_on = bool(above and text.strip()) and (
            _GOES_ON.match(text) is not None or _breaks_off(above, words, text, below)
        )
        words = len(text.split()) + (words if goes_on else 0)
        if goes_on:
            yield at


def _breaks_off(above: str, words: int, text: str, below: str) -> bool:
    """Whether the line above, of so many words with what it continues, needs this one."""
    if above.endswith(_STOPS):
        return False
    low = text.lstrip()[:1].islower()
    if above.rpartition(" ")[2].lower() in _OPEN or above[-1] in "([,":
        return words >= _SOME or (words > 1 and low)
    if low:  # an item of a list has no end, nor does its sentence go on
        ends = text.rstrip().endswith((*_STOPS, ",", ";")) or len(text.split()) >= _SOME
        return words >= _SOME and (ends or _GOES_ON.match(below) is not None)
    # A name in the middle of a sentence, which goes on behind it.
    return words >= _MANY and len(text.split()) < _MANY and _GOES_ON.match(below) is not None
