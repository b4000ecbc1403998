"""Lists that have lost their bullets, as what is copied from a browser has them: which lines of a text are items.

- Where paragraphs stand apart, lines that do not are items, if they are written alike and something leads to them: a
  colon, a heading right above, or that they are as long as sentences. Verse, talk, addresses and programs stand like
  that, too: they show by rhymes and commas, by quotation marks and names that return, by what they hold.
  Right above the first item or below the last may be a heading that nothing else shows: it has no stop where all items
  have one, or a capital where none has.
- Where no blank line parts anything, lines with a label each ("Cost: ...") below a line that ends with a colon are.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from guidewright.shape._piece import BULLET

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from guidewright.shape._piece import Piece

# So many lines that are written alike are a list, and below a colon so many.
_A_LIST, _BELOW_COLON = 3, 2
# This share of them ends alike, and begins alike; and those that nothing leads to.
_ENDS_ALIKE, _BEGINS_ALIKE, _UNLED = 0.75, 0.65, 0.9
# How long they are on average where only a heading is above, or nothing: names alone are a menu.
_BELOW_HEADING, _SENTENCES = 15, 40
# Fewer sentences to which nothing leads may be prose with a line each.
_MANY = 5
_LONGEST_ITEM = 600
# A text's prose has so many characters a line, or so many where its items are long; and so much of it stands apart.
_PROSE, _APART, _LEAST_PROSE = (100, 200), 0.6, 2
# A heading has so many characters at most, and what is below it so many at least.
_LONGEST_HEADING, _PROSE_BELOW = 80, 70
# What stands right below the last item: a paragraph, if it ends otherwise and is so much longer, or is longer still.
_LONGER, _FAR_LONGER = 1.5, 3
# No line of verse, nor of an address, is longer; and an address has no more lines.
_VERSE_LONGEST, _ADDRESS_LINES = 60, 6
# A line is followed by one that rhymes, or by one and then by one.
_RHYMES, _RHYME_WITHIN = 0.5, 2
_LABEL = re.compile(r"[^\W\d_][^:.!?]{0,40}:(?=\s\S)")
_STOPS, _CLOSING, _QUOTES = ".!?…", '”"’)»', "\"'“„«‘–—-"
_PROGRAM = re.compile(r"[\t{}=\\`<>│├└]|\(\)|->|//|^[#$@]|;$", re.MULTILINE)
_ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\w@\w|(?:\d[ ().-]{0,2}){7}|\b\d{2}-?\d{3} [A-ZÄÖÜ]"
    r"|\b(?:Street|St|Road|Rd|Lane|Avenue|Ave|Box)\b|stra(?:ß|ss)e\b|(?i:^(?:rue|calle|ul\.) )",
    re.MULTILINE,
)
_VERSE_LEAD = re.compile(
    r"\b(?:poems?|poetry|songs?|sings?|sang|verses?|lyrics|rhymes?|gedicht\w*|lied|vers|poèmes?|chansons?|poemas?"
    r"|canción|versos|wiersz\w*|piosenk\w*)\b",
    re.IGNORECASE,
)
# What has a mark of its own: "Step 1.", "b)".
_COUNTED = re.compile(r"[^\W\d_]+ (?:\d{1,2}|[a-z])[.:)]\s|[a-z]\)\s", re.IGNORECASE)
# Who speaks below, in a forum or a letter.
_SPEAKS = re.compile(
    r"\b(?:wrote|writes|said|says|asked|asks|replied|answered|schrieb|schreibt|sagt|sagte|fragte|a écrit|a dit|dit"
    r"|escribió|dijo|dice|napisała?|powiedziała?) ?:$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:and|but|nor|till|und|doch|et|mais|y|pero|i|ale)\s", re.IGNORECASE)
_RHYME = re.compile(r"([aeiouyäöüáéíóúàèâêîôûąęó]+[^\W\d_aeiouyäöüáéíóúàèâêîôûąęó]*)\W*$", re.IGNORECASE)
# What words of one kind end with; items do so, too.
_INFLECTED = frozenset(
    ["ing", "ings", "ion", "ions", "er", "ers", "or", "ors", "es", "ed", "en", "ent", "ents", "al", "ung"]
)


def bare_items(
    pieces: Sequence[Piece], marks: Sequence[re.Match[str] | None], taken: Container[int]
) -> tuple[set[int], set[int]]:
    """Return the lines that are items without bullets, and headings that only the items beside them show.

    What is `taken` is a heading or in a table.
    """
    items: set[int] = set()
    found_headings: set[int] = set()
    if not any(piece.blank_above for piece in pieces[1:]):
        return (items if any(marks) else _labelled(pieces, taken)), found_headings
    if any(mark is not None and mark.re is BULLET for mark in marks) or not stands_apart(pieces):
        return items, found_headings
    for start, end in _runs(pieces, marks, taken):
        for a_list, beside in _lists(pieces, start, end, taken):
            items.update(a_list)
            found_headings.update(beside)
    return items, found_headings


def stands_apart(pieces: Sequence[Piece]) -> bool:
    """Whether most of a text's prose has a blank line above or below it."""
    last = len(pieces) - 1
    for least in _PROSE:
        prose = [at for at, piece in enumerate(pieces) if len(piece.text) >= least]
        apart = sum(pieces[at].blank_above or at == last or pieces[at + 1].blank_above for at in prose)
        if apart >= max(_LEAST_PROSE, _APART * len(prose)):
            return True
    return False


def _runs(pieces: Sequence[Piece], marks: Sequence[object], taken: Container[int]) -> Iterator[tuple[int, int]]:
    """Return the runs of lines without blank lines, headings or marked items between; a colon begins a new one."""
    start = 0
    for at, piece in enumerate(pieces):
        apart = at in taken or marks[at] is not None
        if apart or piece.blank_above or (at and pieces[at - 1].text.endswith(":")):
            if at - start >= _BELOW_COLON:
                yield start, at
            start = at + apart
    if len(pieces) - start >= _BELOW_COLON:
        yield start, len(pieces)


def _lists(
    pieces: Sequence[Piece], start: int, end: int, taken: Container[int]
) -> Iterator[tuple[Iterable[int], Iterable[int]]]:
    """Return what is a list in a run, each with the headings beside it that nothing else shows."""
    texts = [piece.text.strip() for piece in pieces[start:end]]
    above = pieces[start - 1].text.strip() if start else ""
    last = len(texts)
    if texts[-1].endswith(":") or (last > _BELOW_COLON and _is_below(texts)):
        last -= 1
    by_colon, below_heading = above.endswith(":"), start - 1 in taken
    by_heading = below_heading and not pieces[start].blank_above
    # What a colon leads to is one list, of which some items may have items of their own.
    out = [at for at in _standing_out(texts[:last]) if not by_colon or at == last - 1]
    for heading, stop in pairwise([-1, *out, last]):
        inside = heading >= 0
        led = inside or by_heading
        # A browser puts no blank line between a heading and a list.
        if (
            (below_heading and not led)
            or start + heading < 0
            or not _are_items(texts[heading + 1 : stop], above, by_colon=by_colon and not inside, by_heading=led)
        ):
            continue
        below = start + stop + 1
        ends = stop == last - 1 and below < len(pieces) and len(pieces[below].text) >= _PROSE_BELOW
        yield range(start + heading + 1, start + stop), [start + heading] * inside + [start + stop] * ends


def _are_items(texts: Sequence[str], above: str, *, by_colon: bool, by_heading: bool) -> bool:
    """Whether lines are written as a list is, below a line that leads to it or not."""
    if len(texts) < (_BELOW_COLON if by_colon else _A_LIST) or max(map(len, texts)) > _LONGEST_ITEM:
        return False
    ends, begins = (Counter(map(kind, texts)).most_common(1)[0] for kind in (_end, _beginning))
    mean = sum(map(len, texts)) / len(texts)
    least, enough = (_ENDS_ALIKE, _BEGINS_ALIKE), True
    if by_heading:
        enough = mean >= _BELOW_HEADING or begins[0] in "a0"
    elif not by_colon:
        sentences = mean >= _SENTENCES and (len(texts) >= _MANY or ends[0] != ".")
        least, enough = (_UNLED, _UNLED), sentences or all(map(_LABEL.match, texts))
    alike = ends[1] >= least[0] * len(texts) and begins[1] >= least[1] * len(texts)
    return alike and enough and not _is_other(texts, above)


def _is_below(texts: Sequence[str]) -> bool:
    """Whether the last line is a paragraph right below the list, or says what the answers to its questions mean."""
    *items, last = texts
    if not last.endswith("?") and all(each.endswith("?") for each in items):
        return True
    longest = max(map(len, items))
    usual = Counter(map(_end, items)).most_common(1)[0][0]
    return len(last) > (_FAR_LONGER if _end(last) == usual else _LONGER) * longest


def _standing_out(texts: Sequence[str]) -> list[int]:
    """Return the places of the lines in a list, above or below it that look like headings, and not like items."""
    return [
        at
        for at, text in enumerate(texts)
        if len(text) <= _LONGEST_HEADING
        and _end(text) == "-"
        and _beginning(text) == "A"
        and all(_is_unlike(text, texts[beside]) for beside in (at - 1, at + 1) if 0 <= beside < len(texts))
    ]


def _is_unlike(heading: str, item: str) -> bool:
    """Whether what may be a heading is written otherwise than an item: that has a stop, or no capital."""
    return (_end(item) == "." and 2 * len(heading) < len(item)) or _beginning(item) in "a0"


def _end(text: str) -> str:
    last = text.rstrip(_CLOSING)[-1:]
    return "." if last in _STOPS else last if last in ",;:" else "-"


def _beginning(text: str) -> str:
    first = text[0]
    return "a" if first.islower() else "A" if first.isupper() else "0" if first.isdecimal() else "-"


def _is_other(texts: Sequence[str], above: str) -> bool:
    """Whether the lines below one are no list but verse, talk, an address or a program."""
    whole = "\n".join(texts)
    short = max(map(len, texts)) <= _VERSE_LONGEST
    marked = sum(text[0] in _QUOTES or _COUNTED.match(text) is not None for text in texts)
    if 2 * marked >= len(texts) or _SPEAKS.search(above) or _PROGRAM.search(whole):
        return True
    labels = [found[0] for text in texts if (found := _LABEL.match(text))]
    if len(labels) > len(set(labels)) or (short and len(texts) <= _ADDRESS_LINES and _ADDRESS.search(whole)):
        return True
    commas = sum(text.endswith(",") for text in texts)
    goes_on = any(_GOES_ON.match(text) for text in texts[1:-1])
    verse = 3 * commas >= len(texts) or goes_on or _VERSE_LEAD.search(above) is not None or _rhymes(texts)
    return short and verse


def _rhymes(texts: Sequence[str]) -> bool:
    """Whether most lines rhyme with one close by."""
    words = [text.lower().split()[-1].strip(',;:.!?…”"') for text in texts]
    rhymes = [found[1] if (found := _RHYME.search(word)) and len(found[1]) > 1 else "" for word in words]
    rhymes = ["" if each in _INFLECTED else each for each in rhymes]
    pairs = [
        (at, other)
        for at in range(len(texts))
        for other in range(at + 1, min(len(texts), at + 1 + _RHYME_WITHIN))
        if rhymes[at] and rhymes[at] == rhymes[other] and words[at] != words[other]
    ]
    return len({at for pair in pairs for at in pair}) >= _RHYMES * len(texts)


def _labelled(pieces: Sequence[Piece], taken: Container[int]) -> set[int]:
    """Return the lines with a label each, below one that ends with a colon."""
    items: set[int] = set()
    labels: set[str] = set()
    run: list[int] = []
    below_colon = False
    for at, piece in enumerate(pieces):
        text = piece.text.strip()
        label = _LABEL.match(text) if below_colon and at not in taken else None
        if label:
            labels.add(label[0])
            run.append(at)
            continue
        # Where labels come again, people speak.
        items.update(run if len(run) == len(labels) >= _A_LIST else ())
        labels, run = set(), []
        below_colon = text[-1] == ":"
    items.update(run if len(run) == len(labels) >= _A_LIST else ())
    return items
