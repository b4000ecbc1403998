"""The promises, checked on the article at hand: what a reader will see against what the source said.

`of_lines` needs the verdicts alone and is cheap; `of_words` compares the guide's blocks with the kept lines;
`of_page` takes rendered HTML and finds words lost or gained and tags that no writer writes.
Each returns complaints, one sentence each; no complaint is the proof.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import zip_longest
from typing import TYPE_CHECKING

import markdown

from guidewright import readers
from guidewright.model import Fate, Kind
from guidewright.sift import restore
from guidewright.wordfinder import SIGNS
from guidewright.writers.markdown import EXTENSIONS, SILENT, readers_words, shown, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.model import Block, Guide, Line, Outcome, Source, Verdict, Where

_WORD = re.compile(r"\w+")
# The characters of SILENT in ASCII, and those that Python parts words at.
_SILENT = bytes(code for code in range(128) if SILENT.match(chr(code)))
_SILENT_SPACES = "\x85\u2028\u2029"
# Every byte of ASCII that is not part of a word becomes a space.
_APART = bytes(code if code > 127 or _WORD.match(chr(code)) else 32 for code in range(256))
# Every byte of ASCII that is part of a word becomes the same letter, every other one a space.
_AS_LETTERS = bytes(ord("a" if code < 128 and _WORD.match(chr(code)) else " ") for code in range(256))
# Every tag that the Markdown writer can give rise to; each attribute that it may have.
TAGS = {
    "h1": (), "h2": ("id",), "h3": ("id",), "h4": ("id",), "h5": ("id",), "h6": ("id",),
    "p": (), "ul": (), "ol": ("start",), "li": (), "blockquote": (), "pre": (), "code": (), "div": ("class",),
    "span": (), "table": (), "thead": (), "tbody": (), "tr": (), "th": (), "td": (), "strong": (), "em": (),
    "del": (), "a": ("href", "id"), "img": ("src", "alt"), "hr": (), "br": (),
}  # fmt: skip
_INLINE = frozenset({"strong", "em", "a", "code", "del", "span"})
_SAFE_ADDRESS = re.compile(r"(?:https?:|mailto:|(?:\.\./)*[\w./-]+\.md(?:#[\w-]*)?$|#[\w-]*$)", re.IGNORECASE)


def of_lines(source: Source, verdicts: Sequence[Verdict]) -> list[str]:
    """Complain unless verdicts are numbered 1..n without gap and give the source's bytes back (text and Markdown)."""
    complaints = []
    numbers = [verdict.line.number for verdict in verdicts]
    if numbers != list(range(1, len(numbers) + 1)):
        complaints.append(f"its lines are not numbered 1 to {len(numbers)} without a gap")
    if readers.bytes_come_back(source) and restore(verdicts) != source.raw:
        complaints.append("its verdicts do not give the source back byte for byte")
    return complaints


def of_words(guide: Guide, verdicts: Sequence[Verdict], *, title_line: int) -> list[str]:
    """Complain at the first word in which the guide's blocks differ from the kept lines, in order.

    Published comments are compared with their own lines in the same way. `title_line` is the number of the line that
    became the title, with those that continue it in a wrapped text or heading (0: the title came from elsewhere).
    """
    below = title_line + 1
    while 1 < below <= len(verdicts) and _continues_title(verdicts[below - 1].line):
        below += 1
    beside = {number for block in guide.comments for number in range(block.first, block.last + 1)}
    article, comments = [], []
    for each in verdicts:
        number = each.line.number
        if each.text is None or title_line <= number < below:
            continue
        if number in beside:
            comments.append((number, each.text))
        else:
            article.append((number, _text_of_line(each.line.where, each.text)))
    return _differs(guide.blocks, article) + _differs(guide.comments, comments)


def _continues_title(line: Line) -> bool:
    return line.wrapped or (line.where.continues and line.where.kind is Kind.HEADING)


def _differs(blocks: Sequence[Block], lines: Sequence[tuple[int, str]]) -> list[str]:
    shown = [text for text in texts("", blocks) if text]
    kept = [text for _, text in lines if text]
    # Mostly a block is a line and has its very text, and the same text has the same words.
    alike = len(shown) == len(kept) and all(map(_say_the_same, shown, kept))
    told = [] if alike else words(" ".join(shown))
    if alike or told == words(" ".join(kept)):
        return []
    said = [(word, number) for number, text in lines for word in words(text)]
    for (word, number), other in zip_longest(said, told, fillvalue=("", 0)):
        seen = other if isinstance(other, str) else ""
        if word != seen:
            return [f"line {number}: the guide has “{seen}” where the line says “{word}”"]
    return []


def _say_the_same(shown: str, kept: str) -> bool:
    """Whether a block's text and a line's have the same words; the line may begin with a bullet, which is no word."""
    if kept.endswith(shown):
        return _WORD.search(kept, 0, len(kept) - len(shown)) is None
    return words(shown) == words(kept)


def of_page(guide: Guide, html: str) -> list[str]:
    """Complain where rendered HTML shows anything but the guide's text, or has a tag, attribute or address of its own.

    All characters count, not words alone: what a source typed must show as typed.
    """
    seen = _Seen()
    seen.feed(html)
    seen.close()
    complaints = list(seen.complaints)
    wanted = shown(" ".join((*texts(guide.title, guide.blocks), *_beside(guide)))).split()
    for want, got in zip_longest(wanted, "".join(seen.text).split(), fillvalue=""):
        if want != got:
            complaints.append(f"the page has “{got}” where the guide says “{want}”")
            break
    return complaints


def told(source: Source, outcome: Outcome) -> tuple[str, ...]:
    """Return what the proof of a guide rests on, a sentence for each promise, or the complaints where one is broken.

    `of_words` needs the line that became the title: it runs in `article.build`, which gives no guide if it complains.
    """
    guide = outcome.guide
    if guide is None:
        return tuple(str(notice) for notice in outcome.notices if notice.error)
    html = render(write(guide, anchors=True))
    broken = (*of_lines(source, outcome.verdicts), *of_page(guide, html))
    if broken:
        return broken
    fates = Counter(each.fate for each in outcome.verdicts)
    counts = ", ".join(f"{fates[fate]} {fate}" for fate in Fate)
    back = "every text of the page is one of them"
    if readers.bytes_come_back(source):
        back = f"together they are the source, all {len(source.raw):,} bytes"
    tags = sorted(set(re.findall(r"<([a-z0-9]+)", html)))
    return (
        f"No line is lost: {len(outcome.verdicts)} lines, each with one fate ({counts}); {back}.",
        f"No word is lost: the kept lines have the {guide.words:,} words of the guide, in the same order.",
        f"No markup is gained: rendered, it shows the same characters, in tags of our own ({' '.join(tags)}).",
    )


def render(text: str) -> str:
    """Return the HTML of a written guide, its front matter left out, as the site renders it."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)
    return markdown.markdown(body, extensions=list(EXTENSIONS))


def words(text: str) -> list[str]:
    r"""Return the words of a text as it shows: runs of letters, digits and underscores, as the regex `\w+` has them.

    An article is mostly words in ASCII with a few signs beyond, and those `bytes.translate` parts much faster.
    """
    for sign in SIGNS:
        text = text.replace(sign, " ")
    for silent in _SILENT_SPACES:
        text = text.replace(silent, "")
    pieces = text.encode("utf-8", "surrogatepass").translate(_APART, _SILENT).decode("utf-8", "surrogatepass").split()
    if text.isascii():
        return pieces
    found = []
    for piece in pieces:
        if piece.isascii():
            found.append(piece)
        else:
            found += _WORD.findall(SILENT.sub("", piece))
    return found


def count(texts: Iterable[str]) -> int:
    """Return how many words some texts have: as many as places where a letter stands behind what is none."""
    every = list(texts)
    plain = " ".join(["", *[each for each in every if each.isascii()]]).encode().translate(_AS_LETTERS, _SILENT)
    return plain.count(b" a") + len(words(" ".join([each for each in every if not each.isascii()])))


def texts(title: str, blocks: Iterable[Block], *, numbers: bool = True) -> Iterator[str]:
    """Yield the texts of a guide as it shows them, in order; `numbers` says whether with those of numbered items."""
    yield title
    for block in blocks:
        if numbers and block.kind is Kind.ITEM and block.number is not None:
            yield block.label or str(block.number)
        for row in block.rows:
            yield from (cell.text for cell in row)
        yield block.text


def _beside(guide: Guide) -> Iterator[str]:
    """Yield the texts of the published comments, with the words that stand above them."""
    if guide.comments:
        yield from readers_words(guide.front.language)
        yield from texts("", guide.comments)


def _text_of_line(where: Where, text: str) -> str:
    counted = where.number is not None and where.kind is Kind.ITEM and not where.continues
    return f"{where.label or where.number} {text}" if counted else text


class _Seen(HTMLParser):
    """Collects what a page shows and complains about what no writer writes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.complaints: list[str] = []
        self.lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = TAGS.get(tag)
        if allowed is None:
            self.complaints.append(f"the page gained a tag <{tag}>")
            return
        for name, value in attrs:
            if name not in allowed:
                self.complaints.append(f"the page gained an attribute {name} on <{tag}>")
            elif name in {"href", "src"} and not _SAFE_ADDRESS.match(value or ""):
                self.complaints.append(f"the page gained an address {value!r}")
        if tag in {"ul", "ol"}:
            start = dict(attrs).get("start") or "1"
            self.lists.append(int(start) if tag == "ol" else None)
        elif tag == "li" and self.lists and self.lists[-1] is not None:
            self.text.append(f"\n{self.lists[-1]} ")
            self.lists[-1] += 1
        elif tag == "img":
            self.text.append(f"\n{dict(attrs).get('alt') or ''}\n")
        if tag not in _INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if tag not in _INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        self.text.append(data)
