"""A removed thread, read as comments: who wrote when, what, and to whom.

The rules of `guidewright.rules.thread` say where a thread is; here its lines are dealt out. A comment begins with its
stamp and name, or ends with them, as the thread has it; what is set in further answers the comment above it. Where a
web page names its comments' parts (`elements`), these are taken at their word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidewright.comments import elements
from guidewright.find import bare, solid
from guidewright.model import Fate, Page
from guidewright.threads.buttons import is_button
from guidewright.threads.cues import is_cue
from guidewright.threads.inline import told
from guidewright.threads.names import is_name
from guidewright.threads.profiles import profiles
from guidewright.threads.stamps import Form, stamp_of, stamps
from guidewright.threads.unstamped import heads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from guidewright.model import Line, Verdict
    from guidewright.threads.stamps import Stamp

# The rules whose lines are a thread. Lines inside one that another rule took are nobody's words.
RULES = ("comment-thread", "page-thread", "page-comments")
# The rule of a published comment's lines in the ledger.
PUBLISHED = "readers-comment"
_TO = re.compile(
    r"@([\w.-]{2,40})|(?:in reply to|reply to|antwort auf|en réponse à|en respuesta a)\s+@?([^:.,]{2,40})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[#+-]?\d{1,6}(?:\s+(?:points?|likes?|votes?|replies|pts?))?|(?:top|key) \w+|avatar|gravatar|(?:image|picture|photo|avatar) (?:of|for) .{1,40}"
    r"|.{1,45}['’]s avatar|(?:[\w-]+ ){0,2}(?:member|moderator|administrator|mitglied)|\d(?:\.\d)? out of 5\b.{0,40}|\W+"
    r"|(?:joined|registered|posts|messages|location|from|member since|mitglied seit|beiträge|wohnort|inscrit|ubicación)\s*:.{1,40}"
    r"|flag as inappropriate|expand full comment|u/[\w-]{2,40}|avatar|top|liked by .{1,45}|reaktionen|beiträge|bilder|punkte|(?:quote from|zitat von|citation de|cita de) .{1,45}",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"· in reply to (.+)$")
# Where a name may end and its date begin: "Ada Sample Mar 1", and where a scrape has lost the blank, "Ada SampleMar 1".
_ENDS = re.compile(r"\s+|(?<=[^\W_A-Z])(?=[A-Z][a-z]{2,8}\.? \d)")
_ENDS_IN_DIGITS = re.compile(r"(?<=[\w.])(?=\d)")
# "20 de marzo de 2024, 20:02", "Friday March 02, 2024 @08:02PM": what only a comment's head says.
_DAY_AND_TIME = re.compile(
    r"(?:\b|\d)(?:19|20)\d\d\b\D{0,12}\d{1,2}[:.h]\d\d|\d{1,2}[:.h]\d\d\D{0,16}\d{1,2}\D{1,14}(?:19|20)\d\d\b"
)
_BY = re.compile(r"(?:posted |written )?by (?P<who>[^()\[\]:]{2,40}?)\s*[(\[]", re.IGNORECASE)
# A comment's head is no longer than this, in characters; fewer words than this may be anything.
_LONGEST_HEAD = 140
_WORDS = 8
# What Disqus has before its buttons: "3 △ ▽ • Reply • Share ›".
_VOTES = re.compile(r"^\W*\d{0,5}[\s△▲▽▼]*[•·|][\s△▲▽▼•·|]*")
# A name line may stand this many lines above its stamp, with what the commenter calls themself between.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `body` are its own lines as (number, text); `first` and `last` are all its lines' numbers.

    `author` and `date` are as they stand in the source, empty where it names none. `depth` is 1 for an answer to the
    article, 2 for an answer to that, and so on; `reply_to` is the place among the thread's comments, from 0, of the
    comment that it answers, None where it answers the article. `held` says that its site did not show it as a
    reader's comment: it was not approved, or is a link from elsewhere.
    """

    author: str
    date: str
    body: tuple[tuple[int, str], ...]
    first: int
    last: int
    depth: int = 1
    reply_to: int | None = None
    held: bool = False

    @property
    def text(self) -> str:
        """The comment's words, one source line a line."""
        return "\n".join(text for _, text in self.body)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The lines of one comment: `first` to before `end`, among the solid ones; those in `head` are no body.

    `level` is how far in it stands, None where only its first line tells; `to` is the name of whom it answers. `said`
    is what its first line says behind name and time, where they are one line.
    """

    first: int
    end: int
    head: frozenset[int]
    author: str
    date: str
    level: int | None = None
    to: str = ""
    said: str = ""


def parse(verdicts: Iterable[Verdict]) -> tuple[Comment, ...]:
    """Return the comments of the lines that a thread's rule removed, in order; none where nothing was a thread.

    Lines that were published are among them, so that a thread reads the same before and after.
    """
    lines = tuple(
        each.line for each in verdicts if (each.fate is Fate.REMOVED and each.rule in RULES) or each.rule == PUBLISHED
    )
    page = Page("", lines)
    said = solid(page)
    pieces = _by_elements(said) or _inline(said)
    if not pieces:
        found = [each for each in stamps(page) if each.form != Form.BUTTON or each.when]
        pieces = _by_stamps(said, found) if found else _by_names(page)
    pieces = [piece for piece in pieces if piece.end > piece.first]
    return _nested([_comment(said, piece) for piece in pieces], [piece.to for piece in pieces])


# --- where one comment ends and the next begins


def _by_elements(lines: Sequence[Line]) -> list[_Piece]:
    """Return the comments whose parts a web page names; none where it names no bodies, or not those of most words."""
    parts = [elements.part_of(line.where.path) for line in lines]
    kinds = [part for part, _ in parts]
    if elements.BODY not in kinds or {elements.WHO, elements.WHEN}.isdisjoint(kinds):
        return []
    nameless = sum(len(line.says) for line, part in zip(lines, kinds, strict=True) if not part and _speaks(line))
    bodies = sum(len(line.says) for line, part in zip(lines, kinds, strict=True) if part == elements.BODY)
    if bodies <= nameless:
        return []
    pieces: list[_Piece] = []
    spoken = False  # whether the body of the last comment has begun
    for at, (line, (part, level)) in enumerate(zip(lines, parts, strict=True)):
        who, when = _told(line, part)
        last = pieces[-1] if pieces else None
        dates = part == elements.WHEN or (when and not who)
        new = last is None or (spoken and part not in {elements.BODY, elements.REST, ""} and (last.date or not dates))
        new = new or (who and last is not None and last.author and last.date)
        if new and part not in {elements.REST, ""}:
            pieces.append(_Piece(at, len(lines), frozenset(), "", "", level))
            pieces[-2:-1] = [replace(each, end=at) for each in pieces[-2:-1]]
            spoken = False
        if not pieces:
            continue
        last = pieces[-1]
        spoken = spoken or (part == elements.BODY and not when)
        to = _ANSWERS.search(bare(line)) if part == elements.WHEN else None
        pieces[-1] = replace(
            last,
            head=last.head if part == elements.BODY and not when else last.head | {at},
            author=last.author or who,
            date=last.date or when,
            to=last.to or (to[1] if to else ""),
        )
    return pieces


def _speaks(line: Line) -> bool:
    """Whether a line is long enough to be somebody's words, and no furniture."""
    return len(line.says.split()) >= _WORDS and not _is_furniture(line)


def _told(line: Line, part: str) -> tuple[str, str]:
    """Return the name and the time that a line of a comment gives, by the part that it is; each may be empty."""
    text = bare(line)
    stamp = stamp_of(text) if len(text) <= _LONGEST_HEAD else None
    if part == elements.WHEN:
        when = text.partition(" · ")[0]
        found = stamp_of(when)
        return "", found[2] if found else when
    if part == elements.WHO:
        stamp = stamp or stamp_of(text.rstrip("0123456789")[:_LONGEST_HEAD])  # its number, behind the time
        if stamp:
            return stamp[1], stamp[2]
        name = _name(line)
        behind = stamp_of(text[len(name) :].strip()) if text.startswith(name) else None
        if behind:
            return name, behind[2]
        return (name, "") if len(text) <= _LONGEST_HEAD and not _is_furniture(line) else ("", "")
    if part == elements.BODY and stamp and stamp[0] == Form.BUTTON:
        return "", stamp[2]
    return "", ""


def _inline(lines: Sequence[Line]) -> list[_Piece]:
    """Return the comments that have name, time and words on one line; more of their words may stand below it."""
    found = told(lines)
    ends = [*(each.at for each in found), len(lines)][1:]
    return [
        _Piece(each.at, end, frozenset({each.at}), each.who, each.when, said=each.text)
        for each, end in zip(found, ends, strict=True)
    ]


def _by_stamps(lines: Sequence[Line], found: Sequence[Stamp]) -> list[_Piece]:
    counts = [sum(each.form == form for each in found) for form in Form]
    least = max(counts) / 5
    used = [each for each in found if counts[each.form] >= max(1, least)]
    if _closes(lines, used):
        return _closed(lines, used)
    pieces: list[_Piece] = []
    stamped = {each.at for each in used}
    for stamp in used:
        last = pieces[-1] if pieces else None
        if last is not None and last.author and not last.date and not stamp.who:
            # A time alone dates the comment that a name began: "Ada said..." above, the time below.
            pieces[-1] = replace(last, head=last.head | {stamp.at}, date=stamp.when)
            continue
        first, author = _head(lines, stamp, stamped)
        if last is not None:
            first = max(first, last.first + 1)
            pieces[-1] = replace(last, end=min(last.end, first))
        pieces.append(_Piece(first, len(lines), frozenset(range(first, stamp.last + 1)), author, stamp.when))
    return _named_below(lines, pieces)


def _named_below(lines: Sequence[Line], pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return the comments with the names on the line below each time, where all have one there, as in a forum."""
    below = [max(piece.head) + 1 for piece in pieces]
    named = [
        not piece.author and at < piece.end - 1 and is_name(lines[at]) and not _is_furniture(lines[at])
        for piece, at in zip(pieces, below, strict=True)
    ]
    if not all(named):
        return list(pieces)
    return [
        replace(piece, head=piece.head | {at}, author=_name(lines[at])) for piece, at in zip(pieces, below, strict=True)
    ]


def _head(lines: Sequence[Line], stamp: Stamp, stamped: Collection[int]) -> tuple[int, str]:
    """Return the place of a comment's first line, and the name that it gives: in the stamp, or on a line above it."""
    if stamp.who:
        return stamp.at, stamp.who
    for up in range(1, _NEAR + 1):
        at = stamp.at - up
        if at in stamped:
            break
        if at >= 0 and is_name(lines[at]) and not _is_furniture(lines[at]):
            return at, _name(lines[at])
        if at < 0 or len(lines[at].says) > 60:
            break
    return stamp.at, ""


def _closes(lines: Sequence[Line], used: Sequence[Stamp]) -> bool:
    """Whether the stamps stand below their comments: words above the first of them, and none below the last."""
    first = used[0]
    return (
        any(not _is_furniture(line) and not is_name(line) for line in lines[: first.at])
        and all(_is_furniture(line) or len(line.says.split()) < 4 for line in lines[used[-1].at + 1 :])
        and first.form != Form.SAYS
    )


def _closed(lines: Sequence[Line], used: Sequence[Stamp]) -> list[_Piece]:
    pieces = []
    begin = 0
    for stamp in used:
        while begin < stamp.at and _is_furniture(lines[begin]):
            begin += 1
        named = not stamp.who and begin < stamp.at and is_name(lines[begin])
        author = _name(lines[begin]) if named else stamp.who
        head = frozenset({stamp.at, begin} if named else {stamp.at})
        pieces.append(_Piece(begin, stamp.at + 1, head, author, stamp.when))
        begin = stamp.at + 1
    return pieces


def _by_names(page: Page) -> list[_Piece]:
    """Return the comments of a thread without dates: each begins with a name, or ends with its buttons."""
    lines = solid(page)
    profiled = profiles(page)
    if profiled:
        ends = [*profiled[1:], len(lines)]
        return [
            _Piece(at, end, frozenset({at, at + 1}), _name(lines[at]), "")
            for at, end in zip(profiled, ends, strict=True)
        ]
    starts = [at for at in heads(lines, 0) if not _is_furniture(lines[at])]
    if len(starts) < 2:
        starts = [
            at
            for at, line in enumerate(lines[:-1])
            if is_name(line) and not _is_furniture(line) and not is_name(lines[at + 1])
        ]
    if not starts:
        return _by_buttons(lines)
    ends = [*starts[1:], len(lines)]
    return [_Piece(at, end, frozenset({at}), _name(lines[at]), "") for at, end in zip(starts, ends, strict=True)]


def _by_buttons(lines: Sequence[Line]) -> list[_Piece]:
    pieces, begin, inside = [], 0, False
    for at, line in enumerate(lines):
        if not _is_furniture(line):
            if not inside:
                begin, inside = at, True
        elif inside:
            pieces.append(_Piece(begin, at, frozenset(), "", ""))
            inside = False
    return [*pieces, _Piece(begin, len(lines), frozenset(), "", "")] if inside else pieces


# --- what is in one


def _comment(lines: Sequence[Line], piece: _Piece) -> Comment:
    inside = range(piece.first, piece.end)
    said = [at for at in inside if at not in piece.head and not _is_furniture(lines[at])]
    heads = [at for at in said if _is_head(bare(lines[at]))]
    by = next((found for at in heads if (found := _BY.match(bare(lines[at])))), None)
    body = [(lines[at].number, bare(lines[at]).strip()) for at in said if at not in heads]
    if piece.said:
        body.insert(0, (lines[piece.first].number, piece.said))
    return Comment(
        by["who"] if by else piece.author,
        piece.date,
        tuple(body),
        lines[piece.first].number,
        lines[piece.end - 1].number,
        depth=_level(lines[piece.first]) if piece.level is None else piece.level,
        held=any(elements.is_held(lines[at].where.path) for at in inside),
    )


def _is_head(text: str) -> bool:
    """Whether a line says at what time of what day something was written, and is no sentence: nobody's words."""
    return len(text) <= _LONGEST_HEAD and text[-1:] not in ".!?…" and _DAY_AND_TIME.search(text) is not None


def _is_furniture(line: Line) -> bool:
    text = bare(line)
    return (
        is_button(text)
        or is_button(_VOTES.sub("", text))
        or is_cue(text)
        or (len(text) <= 60 and _COUNT.fullmatch(text) is not None)
    )


def _name(line: Line) -> str:
    text = bare(line)
    text = (text.partition(" ")[2] if text.startswith("http") else text).strip()
    head = text[:_LONGEST_HEAD]
    for end in (*_ENDS.finditer(head), *_ENDS_IN_DIGITS.finditer(head)):
        behind = stamp_of(text[end.start() :].strip())
        if behind and behind[2] and not behind[1]:
            return text[: end.start()].strip()
    return text


def _level(line: Line) -> int:
    """Return how far in a line stands: by the elements around it, else by its indentation."""
    return line.where.path.count("/") if line.where.path else len(line.says) - len(line.says.lstrip())


def _nested(flat: Sequence[Comment], answered: Sequence[str]) -> tuple[Comment, ...]:
    """Return the comments with their true depth and whom they answer; so far `depth` is how far in each stands.

    `answered` are the names of whom they answer, where the page says it.
    """
    found: list[Comment] = []
    above: list[tuple[int, int]] = []  # (how far in, place) of the comments that are open
    by_name: dict[str, int] = {}
    base = min((each.depth for each in flat), default=0)
    first_in = flat[0].depth if flat else 0
    # Some scrapes set all but the first name in: then what stands as far in as most is an answer to the article.
    usual = min((each.depth for each in flat[1:]), default=base)
    for place, (each, whom) in enumerate(zip(flat, answered, strict=True)):
        level = usual if place == 0 and first_in < usual else each.depth
        while above and above[-1][0] >= level:
            above.pop()
        to = above[-1][1] if above else _answered(each, whom, by_name)
        depth = 1 if to is None else found[to].depth + 1
        above.append((level, place))
        if each.author:
            by_name.setdefault(each.author.lower(), place)
            by_name.setdefault(each.author.lower().split()[0], place)
        found.append(replace(each, depth=depth, reply_to=to))
    return tuple(found)


def _answered(comment: Comment, whom: str, by_name: dict[str, int]) -> int | None:
    """Return the place of the comment whose author is named as answered, or addressed in the first line of this one."""
    if whom:
        return by_name.get(whom.lower())
    said = _TO.match(comment.body[0][1]) if comment.body else None
    return by_name.get((said[1] or said[2]).strip().lower()) if said else None
