"""The values that flow through the pipeline. This module imports nothing of ours.

All of them are frozen, slotted and picklable: they cross process borders, and a test compares them with `==`.

Those of which an article has hundreds (`Line`, `Where`, `Mark`, `Span`, `Verdict`, `Block`) are frozen by the type
checker (`Final`) and not at run time: that makes their constructors several times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Fate(StrEnum):
    """What became of one source line."""

    KEPT = "kept"
    MENDED = "mended"
    LIFTED = "lifted"
    REMOVED = "removed"


class Kind(StrEnum):
    """What a block of a guide is, or what a reader saw that a line is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"
    RULE = "rule"


class MarkKind(StrEnum):
    """What a stretch of a line is, inside its text."""

    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an editor says about a source, from `sources/<name>.yml`; wins over what is lifted from the text.

    `retrieved` is an ISO date. `licence` empty means that no permission to publish is stated: the guide is a draft.
    `fixes` are (find, replace) pairs; each must match the source text exactly once. `extra` holds the other
    keys as (key, JSON text) pairs, for stages that read keys of their own (`topics`, `links`, `comments`, ...).
    """

    title: str = ""
    slug: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    licence: str = ""
    retrieved: str = ""
    language: str = ""
    summary: str = ""
    key_points: tuple[str, ...] = ()
    worksheet: str = "auto"
    fixes: tuple[tuple[str, str], ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it arrived: bytes undecoded, never changed.

    `id` is the file's name without its folder (`003_71f0.txt`); it names the source in every message and ledger.
    """

    id: str
    raw: bytes
    media_type: str = "text/plain"
    metadata: Metadata = Metadata()


@dataclass(slots=True, unsafe_hash=True)
class Mark:
    """Characters `start` to `end` (counted from 0, end excluded) of a text are a link, emphasis, code or struck out.

    `target` is a link's absolute address; writers refuse every scheme but http, https and mailto.
    """

    start: Final[int]
    end: Final[int]
    kind: Final[MarkKind]
    target: Final[str] = ""


@dataclass(slots=True, unsafe_hash=True)
class Where:
    """What a reader knows of a line's place; a hint for rules and shape. In plain text nothing is known.

    `path` names the elements around it (`html/body/div#comments.comments/ol/li.comment/p`), outermost first.
    `kind` and `level` are what the markup says: heading level 1-6, depth of a list item or quotation from 1.
    `number` is an ordered item's number, `label` what is shown in its place ("b)"). `continues` says that
    the line belongs to the item or block begun above, and `breaks` that its author has put the line break there
    (`<br>`).
    `cell` is (table, row, column), each from 0. `link_density` is the share of characters that are link text.
    `target` is an image's absolute address (the line's text is its alt text or caption). `main` is how sure a reader
    is, from 0 to 1, that the line belongs to the page's article; None where it has no opinion.
    """

    path: Final[str] = ""
    kind: Final[Kind | None] = None
    level: Final[int] = 0
    number: Final[int | None] = None
    continues: Final[bool] = False
    breaks: Final[bool] = False
    cell: Final[tuple[int, int, int] | None] = None
    link_density: Final[float] = 0.0
    target: Final[str] = ""
    main: Final[float | None] = None
    label: Final[str] = ""


NOWHERE = Where()
# A line whose `main` is above this is taken for the article's: below it F1 falls on pages that nothing was learnt from,
# and above it on those that it learnt from (scripts/bench normalise --data DIR).
SURE = 0.46


@dataclass(slots=True, unsafe_hash=True)
class Line:
    """One line of a source, `number` counted from 1.

    `text` is the line exactly as it stands in the source, undecodable bytes as surrogate escapes, without its line
    break, which is `end` ("" for the last line). `plain` is what the line says, where that is not `text`: markup
    taken off, bytes decoded. `says` is one of the two: the line's words, without markup or damage, which rules look
    at and guides show. `repair` names what a reader mended to get there ("mojibake"); empty for markup.
    `marks` count their characters in `says`. `encoding` is that of `text` and `end` in the source, where it is wide
    ("utf-16-le"); empty is UTF-8 with surrogate escapes.
    """

    number: Final[int]
    text: Final[str]
    where: Final[Where] = NOWHERE
    marks: Final[tuple[Mark, ...]] = ()
    plain: Final[str | None] = None
    end: Final[str] = "\n"
    repair: Final[str] = ""
    encoding: Final[str] = ""
    says: Final[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out what it says: everybody asks, again and again."""
        self.says = self.text if self.plain is None else self.plain  # type: ignore[misc] # set here and nowhere else

    @property
    def wrapped(self) -> bool:
        """Whether it is plain text that continues the line above, since lines were broken at a column."""
        return self.where.continues and self.where.kind is None and not self.where.path


@dataclass(frozen=True, slots=True)
class Page:
    """A source, decoded: every line, blanks too, so that `lines[i].number == i + 1` for what a reader returns.

    Rules of a later stage see a Page from which the lines of earlier verdicts are gone; numbers stay the source's.
    `found` holds what the format states about the article (title, author, ... ) as (key, value) pairs.
    `title` and `language` are the article's, where the format states them. `complaints` are errors in the file that
    only its editor can mend: with one, it makes no guide. `adrift` are the lines with a link to a page of their
    site, where nothing says which site that is. `document` says that it is no page of a site but, for one, a chapter of
    a book: what it calls a footer or a box is its own, and so is a heading that has a text below. `worked_out` keeps
    what several finders ask of the page (see `find.once`): it is no part of the page's value, and a page made from
    another begins without. `shared` is the same for a page and those made from it: there the scorer leaves
    which line is the title.
    """

    source_id: str
    lines: tuple[Line, ...]
    found: tuple[tuple[str, str], ...] = ()
    title: str = ""
    language: str = ""
    complaints: tuple[Notice, ...] = ()
    adrift: frozenset[int] = frozenset()
    document: bool = False
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    shared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Lines `first` to `last`, both included, both counted from 1, that a rule points at.

    `detail` adds to the rule's reason what only this finding knows ("it says line 34 again").
    `becomes` is the text that a mending rule puts in place of a single line. `lifts` are the (key, value) pairs
    that a lifting rule gives to the front matter. `flag` asks the editor to look, with the remedy. `score` is a
    statistical rule's certainty, 0 to 1.
    """

    first: Final[int]
    last: Final[int]
    detail: Final[str] = ""
    flag: Final[str] = ""
    becomes: Final[str | None] = None
    lifts: Final[tuple[tuple[str, str], ...]] = ()
    score: Final[float | None] = None

    def __post_init__(self) -> None:
        """Refuse an empty or reversed span: a rule that points at nothing is a bug."""
        if not 1 <= self.first <= self.last:
            msg = f"a span must run forward from line 1, got {self.first}..{self.last}"
            raise ValueError(msg)
        if self.becomes is not None and self.first != self.last:
            msg = f"a mended span is one line, got {self.first}..{self.last}"
            raise ValueError(msg)


class Stage(IntEnum):
    """When a rule looks at a page; it does not see what rules of the stages before took away."""

    FIXES = -3  # what an editor writes comes before all
    MARKUP = -2  # what a format's markup, or a tool's own marks, say
    THREADS = -1  # comments, whose names and dates are not the article's
    LINES = 0  # what a line says by itself
    EDGES = 1  # what then stands at the edges of the article
    SCORER = 2  # what is learnt from lines and their neighbours
    LEFT = 3  # what the scorer leaves: taken before, it would show the scorer other pages than those it learnt from


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of boilerplate, as a value: `find` points at spans and changes no line.

    `because` completes "removed because ...". `example` is documentation, test and ledger notation at once and
    must hold a near miss that stays.
    """

    name: str
    because: str
    find: Callable[[Page], Iterable[Span]]
    example: str
    fate: Fate = Fate.REMOVED
    stage: Stage = Stage.LINES
    family: str = field(default="", compare=False)


@dataclass(slots=True, unsafe_hash=True)
class Verdict:
    """What became of one line, by which rule and why. `rule` is empty where no rule pointed (KEPT).

    `text` and `marks` are what goes on to the guide (the new text of a MENDED line; None where nothing goes on).
    `flag` is a note to the editor about a line that goes on but looks wrong.
    """

    line: Final[Line]
    fate: Final[Fate]
    rule: Final[str] = ""
    because: Final[str] = ""
    text: Final[str | None] = None
    marks: Final[tuple[Mark, ...]] = ()
    lifts: Final[tuple[tuple[str, str], ...]] = ()
    score: Final[float | None] = None
    flag: Final[str] = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """A piece of a guide: `text` has no markup, `marks` say what in it is a link or emphasis.

    `first` and `last` are source line numbers. `level` is 1-6 for a heading (1 is the title, which is in
    `Guide.title` and never a block), the depth from 1 for an ITEM, and for any other block the depth of the item
    that it belongs to (0: none). `quoted` is the depth of quotation around it.
    `number` is an ordered item's own number, None means a bullet; `label` is what is shown in its place.
    `anchor` is a heading's stable id. `rows` are a table's, the header row first. `target` is an image's address;
    `breaks` says that the line breaks in `text` are the author's own and stay (verse, addresses).
    """

    kind: Final[Kind]
    text: Final[str]
    first: Final[int]
    last: Final[int]
    level: Final[int] = 0
    number: Final[int | None] = None
    marks: Final[tuple[Mark, ...]] = ()
    anchor: Final[str] = ""
    quoted: Final[int] = 0
    rows: Final[tuple[tuple[Cell, ...], ...]] = ()
    target: Final[str] = ""
    breaks: Final[bool] = False
    label: Final[str] = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands in a guide's front matter: an editor's word first, else what was lifted or found.

    `rights` is the source's own rights line, word for word. `draft` says that no permission to publish is known.
    """

    title: str
    source: str
    author: str = ""
    publisher: str = ""
    url: str = ""
    licence: str = ""
    rights: str = ""
    retrieved: str = ""
    published: str = ""
    language: str = ""
    summary: str = ""
    key_points: tuple[str, ...] = ()
    worksheet: str = "auto"
    draft: bool = True


@dataclass(frozen=True, slots=True)
class Guide:
    """A clean article. `slug` is its file name and address, unique in a corpus, `[a-z0-9-]+`.

    `words` counts the words of title and blocks. `digest` is of source, metadata and ruleset that made it. `extra` is
    `Metadata.extra`.
    `comments` are readers' comments that the editor publishes below the guide: a list, no part of the article.
    """

    slug: str
    title: str
    blocks: tuple[Block, ...]
    front: Front
    words: int = 0
    digest: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    comments: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to the editor: where (`source`, `line` or 0), what, and what to do. `error` fails the article."""

    source: str
    line: int
    text: str
    error: bool = False

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        return f"{place}: {self.text}"


@dataclass(frozen=True, slots=True)
class Context:
    """What the corpus pass knows before an article is built, as plain data.

    `slug` is the address given to the source (two sources may have one title). `furniture` are line texts that
    recur on three or more pages of the source's site. `rules_off` names rules that an editor switched off.
    `comments` are the comments that stand under two sources or more (see `comments.repeated`).
    """

    slug: str = ""
    furniture: frozenset[str] = frozenset()
    rules_off: frozenset[str] = frozenset()
    comments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that building one source gave. `guide` is None where it could not be built; `notices` then say why."""

    source_id: str
    ruleset: str
    guide: Guide | None
    verdicts: tuple[Verdict, ...]
    notices: tuple[Notice, ...] = ()
