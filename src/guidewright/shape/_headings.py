"""Which short lines of a plain text are headings, and of what level.

A document keeps to a manner: where one line in Title Case stands above a paragraph, the next one is a heading, too. So
a candidate is judged by what it is (`_Look`), by its neighbours, and by what is true of all candidates of its form:
their letter case, last character and number. How much each signal counts stands in `_heading_weights.py`: an additive
model, one table for each signal, made by bench/train_headings.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate, groupby, pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from guidewright.shape._heading_weights import BIAS, TABLES
from guidewright.shape._piece import BULLET, NUMBER, item_mark, names_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidewright.shape._piece import Piece

_LONGEST = 120
_MOST_WORDS = 17
# The least words of a line that a heading can stand above in text without blank lines.
_BODY = 12
# The least words of a line with a stop behind it that is a sentence below a heading.
_SENTENCE = 5
# So many letters a word has, with the blank behind it: the words of long lines are not counted one by one.
_LETTERS = 6
# More words since the last candidate tell no more; nor do words of a line so far from its beginning (letters).
_FAR = 400
# So many short numbered lines, each above text of its own, are headings; two may be a list with notes.
_A_RUN = 3
_STEP_WORDS = 13
# So many short questions, each above its answer, are an FAQ's headings and no asides.
_A_FAQ = 3
# Where so many of a form are headings, a line of that form that nearly is one is one, too.
_MANNER, _NEARLY = 0.6, -0.7
# So few candidates show no manner; there Title Case is enough, unless all else speaks against it.
_FEW, _PLAINLY = 5, -1.5
_DEEPEST_NUMBER = 3
# So many headings of one wording are the parts of a pattern, each below the heading of its own section.
_A_PATTERN = 3
# A line with a telephone's number says where to call.
_TELEPHONE = re.compile(r"\d(?:[ ().-]{0,2}\d){6}")
_LED = re.compile(
    r"(?:step|tip|part|rule|chapter|reason|day|week|myth|number|question|section|phase|lesson|option|method|stage|no\."
    r"|#)\s?#?\d",
    re.IGNORECASE,
)
# What begins with one of these is code or some tool's syntax.
_SYNTAX = frozenset("-`<>{}|/\\!=~^_+*:;@&%")
_SAID = frozenset(".,;…")
_SPOKEN = _SAID | frozenset("?!")
_STOPS = frozenset('.!?”"…)')
_WORD = re.compile(r"\b[^\W\d_][\w’'-]*")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s")
# "By Ada Sample": who wrote it, and no heading. "By The Numbers" is one.
_BYLINE = re.compile(
    r"(?i:by|von|por|par|przez)(?: (?!(?i:the|an?|any|all|my|your)\b)[^\W\d_a-z][\w.’'-]*){2,3}(?:,? .*\d{4})?"
)
_ASKS = frozenset([
    "how", "what", "why", "when", "which", "who", "where", "is", "are", "can", "do", "does", "should", "will", "was",
    "did", "could", "would",
    "wie", "warum", "wann", "wer", "wo", "welche", "welcher", "welches", "kann", "darf", "muss", "soll", "ist", "sind",
    "gibt", "comment", "pourquoi", "quand", "qui", "où", "quel", "quelle", "quels", "quelles", "que", "combien",
    "faut-il", "peut-on", "cómo", "qué", "cuándo", "quién", "dónde", "cuál", "cuánto", "puedo", "debo", "se",
    "jak", "dlaczego", "kiedy", "kto", "gdzie", "który", "która", "które", "czy", "ile", "co",
])  # fmt: skip
_CALLS = frozenset([
    "click", "read", "share", "subscribe", "by", "photo", "image", "credit", "source", "via", "more", "see", "learn",
    "check", "buy", "sign", "posted", "updated", "published", "getty", "price", "view", "download", "follow", "also",
    "related", "written", "reviewed", "advertisement",
])  # fmt: skip
_SMALL = frozenset([
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "is", "it", "nor", "of", "off", "on",
    "onto", "or", "over", "per", "so", "than", "the", "to", "up", "via", "vs", "when", "with", "yet", "your", "you",
    "their", "our", "my", "his", "her", "its", "are", "be", "do", "does",
])  # fmt: skip
_FAQ = re.compile(
    r"(?:faqs?|frequently asked questions|q ?& ?a|common questions|readers ask|häufige fragen|häufig gestellte fragen"
    r"|questions fréquentes|foire aux questions|preguntas frecuentes|często zadawane pytania"
    r"|najczęstsze pytania)\b ?:?",
    re.IGNORECASE,
)
_FAQ_BEGINS = frozenset([
    "faq", "faqs", "frequently", "q", "common", "readers", "häufige", "häufig", "questions", "foire", "preguntas",
    "często", "najczęstsze",
])  # fmt: skip
# What a candidate has of its own, then what all candidates of its form share.
SIGNALS = (
    "words", "capitals", "commas", "stops", "number", "asks", "calls", "shared-below", "blanks", "words-above",
    "words-below", "stop-above", "item-above", "since", "first-word", "next-number",
    "last-character", "spaced", "candidates", "long-lines", "form-body", "form-sentence", "form-since",
    "form-items",
)  # fmt: skip
_Tables = tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]
_OWN, _SHARED = TABLES[: SIGNALS.index("last-character")], TABLES[SIGNALS.index("last-character") :]
_Form = tuple[str, str, bool, bool]
_TITLED: tuple[_Form, ...] = (("T", "-", False, False), ("T", "?", False, False))


class _Look(NamedTuple):
    """What a candidate is by itself. `big` are its words that a title would begin with a capital, in lower case."""

    form: _Form
    words: int
    capitals: float
    commas: int
    stops: int  # within, not at the end
    number: int
    asks: bool
    calls: int
    first: str
    big: list[str]


def headings(pieces: Sequence[Piece], marks: Sequence[re.Match[str] | None]) -> dict[int, int]:
    """Return {index: level} of the pieces that are headings; `marks` are the bullets and numbers they begin with."""
    looks, rows, shared = _candidates(pieces, marks)
    of_forms = {form: BIAS + _total(_SHARED, row) for form, row in shared.items()}
    scores = {at: of_forms[looks[at].form] + _total(_OWN, row) for at, row in rows.items()}
    chosen = {at for at, score in scores.items() if score > 0}
    forms = Counter([look.form for look in looks.values()])
    taken = Counter([looks[at].form for at in chosen])
    manner = {form for form, times in taken.items() if times >= _A_RUN and times >= _MANNER * forms[form]}
    chosen |= {at for at, score in scores.items() if score > _NEARLY and looks[at].form in manner}
    if len(looks) <= _FEW:
        chosen |= {at for at, look in looks.items() if scores[at] > _PLAINLY and _is_plain_title(look, pieces[at + 1])}
    chosen -= _asides(looks, chosen) | _asked_in_a_row(looks)
    chosen |= {at for at in looks if names_notes(pieces[at].text)}
    chosen |= _faq(pieces, looks, chosen)
    chosen.update(_numbered_run(pieces, marks))
    cards = _cards(pieces, marks)
    return _levels(pieces, sorted(chosen | cards), cards)


def signals(pieces: Sequence[Piece]) -> dict[int, list[float]]:
    """Return {index: signals, in the order of SIGNALS} of the pieces that may be headings at all."""
    looks, rows, shared = _candidates(pieces, [item_mark(piece.text) for piece in pieces])
    return {at: [*row, *shared[looks[at].form]] for at, row in rows.items()}


def _is_plain_title(look: _Look, below: Piece) -> bool:
    return look.form in _TITLED and not look.calls and below.text.strip().count(" ") + 1 >= _BODY


def _asides(looks: dict[int, _Look], chosen: set[int]) -> set[int]:
    """Return the few questions in plain case of a document whose headings are in Title Case; many are an FAQ."""
    asked = {at for at in chosen if looks[at].form[1] == "?" and looks[at].form[0] != "T"}
    titled = sum(looks[at].form[0] == "T" for at in chosen)
    return asked if len(asked) < _A_FAQ and titled * 2 > len(chosen) - len(asked) else set()


def _asked_in_a_row(looks: dict[int, _Look]) -> set[int]:
    """Return the questions of which several stand one below the other: a list of them, and the last heads nothing."""
    asked = [at for at, look in looks.items() if look.form[1] == "?"]
    runs = [[at for _, at in run] for _, run in groupby(enumerate(asked), key=lambda each: each[1] - each[0])]
    return {at for run in runs if len(run) >= _A_RUN for at in run}


def _faq(pieces: Sequence[Piece], looks: dict[int, _Look], chosen: set[int]) -> set[int]:
    """Return the line that names an FAQ, and the questions below it up to the next heading of another kind."""
    found: set[int] = set()
    named = (at for at, look in looks.items() if look.first in _FAQ_BEGINS and _FAQ.fullmatch(pieces[at].text.strip()))
    start = next(named, None)
    if start is None or start + 1 not in looks or looks[start + 1].form[1] != "?":
        return found
    found.add(start)
    for at, look in looks.items():
        if at > start and look.form[1] == "?":
            found.add(at)
        elif at > start and at in chosen:
            break
    return found


def _total(tables: _Tables, row: Sequence[float]) -> float:
    return sum([values[bisect_left(edges, value)] for (edges, values), value in zip(tables, row, strict=True)])


def _candidates(
    pieces: Sequence[Piece], marks: Sequence[re.Match[str] | None]
) -> tuple[dict[int, _Look], dict[int, list[float]], dict[_Form, tuple[float, ...]]]:
    said = [piece.text.strip() for piece in pieces]
    looks: dict[int, _Look] = {}
    numbers = [int(found["number"]) if found is not None and found.re is NUMBER else None for found in marks]
    for at, (text, found) in enumerate(zip(said[:-1], marks, strict=False)):
        if len(text) <= _LONGEST and (found is None or found.re is NUMBER) and not _is_counted(numbers, at):
            look = _look(text, found is not None)
            if look:
                looks[at] = look
    return looks, *_rows(pieces, said, [found is not None and found.re is BULLET for found in marks], looks)


def _is_counted(numbers: Sequence[int | None], at: int) -> bool:
    """Whether the line above or below has the number before or after this line's: it is an item of a list."""
    number = numbers[at]
    return number is not None and ((at > 0 and numbers[at - 1] == number - 1) or numbers[at + 1] == number + 1)


def _look(text: str, numbered: bool) -> _Look | None:  # noqa: FBT001 - one of two facts about a line
    """Return what a short line is; None where it can be no heading."""
    number = -1
    if numbered and (found := NUMBER.match(text)):
        number = int(found["number"])
        text = text[found.end() :]
    end = text[-1]
    if end in ",;" or text[0].islower() or text[0] in _SYNTAX or "\t" in text or "://" in text or text.count("|") > 1:
        return None
    words = text.count(" ") + 1
    # What ends with a stop inside quotation marks is what somebody says, and so is a question that is all in them.
    if words > _MOST_WORDS or (end in '”"' and text[-2:-1] in (_SPOKEN if text[0] in '“"' else _SAID)):
        return None
    bare = _WORD.findall(text)
    if not bare or _BYLINE.fullmatch(text) or _TELEPHONE.search(text):
        return None
    big = []
    capitals = calls = 0
    for word in bare:
        lower = word.lower()
        calls += lower in _CALLS
        if lower not in _SMALL:
            big.append(lower)
            capitals += word[0] != lower[0]
    share = capitals / len(big) if big else 1.0
    case = "C" if text.isupper() else "1" if len(big) < 2 else "T" if share >= 0.8 else "S"
    form = (case, end if end in "?:" else "." if end in ".!…" else "-", _LED.match(text) is not None, numbered)
    stops = sum([text.count(stop, 0, -1) for stop in ".!?"])
    first = bare[0].lower()
    return _Look(form, words, share, text.count(","), stops, number, first in _ASKS, calls, first, big)


def _rows(
    pieces: Sequence[Piece], said: Sequence[str], bullets: Sequence[bool], looks: dict[int, _Look]
) -> tuple[dict[int, list[float]], dict[_Form, tuple[float, ...]]]:
    """Return the signals that each candidate has of its own, and those that all of its form share."""
    if not looks:
        return {}, {}
    count = len(said)
    sizes = [text.count(" ") + 1 if len(text) <= _LONGEST else len(text) // _LETTERS for text in said]
    sums = [0, *accumulate(sizes)]
    since = {at: min(sums[at] - sums[above + 1], _FAR) for above, at in pairwise([-1, *looks])}
    first = Counter([look.first for look in looks.values()])
    numbers = {look.number for look in looks.values()}
    spaced = sum([piece.blank_above for piece in pieces]) * 3 > count
    rows = {}
    for at, look in looks.items():
        above = said[at - 1] if at else ""
        rows[at] = [
            look.words,
            look.capitals,
            look.commas,
            look.stops,
            look.number,
            look.asks,
            look.calls,
            _shared(look.big, said[at + 1][:_FAR]),
            4 * spaced + 2 * pieces[at].blank_above + pieces[at + 1].blank_above,
            sizes[at - 1] if at else 0,
            sizes[at + 1],
            above[-1:] in _STOPS,
            bool(at) and bullets[at - 1],
            since[at],
            first[look.first],
            look.number >= 0 and look.number + 1 in numbers,
        ]
    long_lines = sum([size >= _BODY for size in sizes]) / count
    document = (spaced, len(looks) / count, long_lines)
    told: dict[int, tuple[float, ...]] = {
        at: (
            sizes[at + 1] >= _BODY,
            sizes[at + 1] >= _SENTENCE and said[at + 1][-1] in _STOPS,
            since[at],
            bullets[at + 1],
        )
        for at in looks
    }
    return rows, _of_forms(looks, document, told)


def _of_forms(
    looks: dict[int, _Look], document: tuple[float, ...], told: dict[int, tuple[float, ...]]
) -> dict[_Form, tuple[float, ...]]:
    """Return of each form its last character, what is true of the document, and the means of what is told of each."""
    members: dict[_Form, list[tuple[float, ...]]] = {}
    for at, look in looks.items():
        members.setdefault(look.form, []).append(told[at])
    return {
        form: ("?:-.".find(form[1]), *document, *[sum(column) / len(them) for column in zip(*them, strict=True)])
        for form, them in members.items()
    }


def _shared(big: list[str], below: str) -> float:
    """Return the share of a candidate's words that the line below has, too."""
    if not big:
        return 0
    below = f" {below.lower()} "
    return sum([f" {word} " in below for word in big]) / len(big)


def _numbered_run(pieces: Sequence[Piece], marks: Sequence[re.Match[str] | None]) -> Iterable[int]:
    """Return the lines 1, 2, 3, ... that are short and each stand above text of their own: steps, not a list."""
    run: list[tuple[int, int]] = []  # (index, number)
    best: list[tuple[int, int]] = []
    for at, found in enumerate(marks[:-1]):
        if found is None or found.re is BULLET or marks[at + 1] is not None or len(found["indent"]) > 3:
            continue
        below = pieces[at + 1].text
        if pieces[at].text.count(" ", found.end()) >= _STEP_WORDS - 1:
            continue
        if len(below) - len(below.lstrip()) > len(found["indent"]):
            continue
        number = int(found["number"])
        if not run or number != run[-1][1] + 1:
            run = []
        run.append((at, number))
        if len(run) > len(best):
            best = run
    return [at for at, _ in best] if len(best) >= _A_RUN else []


def _cards(pieces: Sequence[Piece], marks: Sequence[re.Match[str] | None]) -> set[int]:
    """Return the bullets that only name what the paragraph indented below each of them is about."""
    cards: set[int] = set()
    for at, found in enumerate(marks[:-1]):
        if found is None or found.re is NUMBER or marks[at + 1] is not None or len(pieces[at].text) > _LONGEST:
            continue
        text, below = pieces[at].text[found.end() :].strip(), pieces[at + 1]
        said = below.text.lstrip()
        inside = below.blank_above and len(below.text) - len(said) > len(found["indent"])
        if inside and said.count(" ") + 1 >= _BODY and (look := _look(text, False)) and look.form[1] in "-?":  # noqa: FBT003
            cards.add(at)
    return cards if len(cards) >= _A_RUN else set()


# --- levels


def _levels(pieces: Sequence[Piece], chosen: Sequence[int], cards: set[int]) -> dict[int, int]:
    """Return {index: level}.

    A numbered heading below an unnumbered one is its subheading; where all are numbered, they are sections; 2.1 is
    below 2. A question below "FAQ" is its subheading, and so is a card's, and what the document says again and again
    ("Pros").
    """
    texts = {at: pieces[at].text.strip() for at in chosen}
    asked = any(text[-1] == "?" for text in texts.values())
    numbered = {at for at, text in texts.items() if text[0].isdecimal() and NUMBER.match(text)}
    lone = len(numbered) < 2
    below_plain = any(not _DECIMAL.match(texts[at]) for at in takewhile(lambda at: at not in numbered, chosen))
    times = Counter(texts.values())
    levels: dict[int, int] = {}
    in_faq = section = False
    for at in chosen:
        text = texts[at]
        decimal = _DECIMAL.match(text) if text[0].isdecimal() else None
        level = 2
        if decimal:
            level = min(2 + decimal.group().strip(" .").count("."), 2 + _DEEPEST_NUMBER)
        elif at in numbered:
            level = 3 if below_plain and not lone else 2
        elif section and (at in cards or (in_faq and text.endswith("?")) or times[text] >= _A_PATTERN):
            level = 3
        if level == 2 and at not in cards:
            in_faq = asked and _FAQ.search(text) is not None
            section = True
        levels[at] = level
    return levels
