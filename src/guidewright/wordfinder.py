"""The words of lines, as a regular expression finds them, several times as fast.

Most of a text is words in ASCII with a few signs beyond, and those `bytes.translate` and `str.split` part at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The commonest signs beyond ASCII, none of which is part of a word.
SIGNS = "’“”‘…–—•\u00a0"
# Chinese and Japanese, whose words have two characters or three; Thai, Lao, Burmese and Khmer, whose have four or five.
_UNSPACED = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4}"
)


def spaced(lines: Sequence[str]) -> Sequence[str]:
    """Return lines with blanks in those scripts that write none, about as many as there are words.

    Where words are counted, a paragraph is long in every script; where they are looked for, its pieces are found again.
    """
    if not any(not line.isascii() and _UNSPACED.search(line) for line in lines):
        return lines
    return [_UNSPACED.sub(r"\g<0> ", line) for line in lines]


def finder(word: re.Pattern[str], *, inside: str = "", alone: str = "") -> Callable[[Sequence[str]], list[list[str]]]:
    """Return a function that finds the words of each of some lines, as `word.findall` does.

    A word is a run of letters and digits, whole, and may have a character `inside` it; those `alone` are words
    by themselves. Nothing else in ASCII is part of a word, nor looked at by the expression.
    """
    apart = bytes(
        code if code > 127 or chr(code) == "\n" or chr(code) in inside or word.match(chr(code)) else ord(" ")
        for code in range(256)
    )

    def words(text: str) -> list[str]:
        pieces = text.split()
        if (text.isascii() and not (inside and inside in text)) or all(map(str.isalnum, pieces)):
            return pieces
        return [each for piece in pieces for each in ((piece,) if piece.isalnum() else word.findall(piece))]

    def find(lines: Sequence[str]) -> list[list[str]]:
        whole = "\n".join([line.replace("\n", " ") for line in lines])
        for sign in alone:
            whole = whole.replace(sign, f" {sign} ")
        for sign in SIGNS:
            whole = whole.replace(sign, " ")
        whole = whole.encode("utf-8", "surrogatepass").translate(apart).decode("utf-8", "surrogatepass")
        return [words(line) for line in whole.split("\n")[: len(lines)]]

    return find
