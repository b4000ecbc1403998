"""Genuine comments, made fit to stand below a guide: without names and without ways to reach anybody.

What is taken out shows as […], so that nobody takes the sentence for whole. A greeting loses its name, a signature
goes. A name in the middle of a sentence is known where its bearer wrote in the same thread; other people's names
cannot be told from words, so the editor is asked to read what is published.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidewright.comments.parse import PUBLISHED
from guidewright.find import bare
from guidewright.model import Block, Fate, Kind
from guidewright.rules.thread import NOBODY
from guidewright.text import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidewright.comments import Judged
    from guidewright.comments.parse import Comment
    from guidewright.model import Verdict

KEEP = "keep-genuine"
# What `comments:` in the metadata of a source may say; the first is the default.
CHOICES = ("remove", KEEP)
GAP = "[…]"
_CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]{1,63}){1,4}"
    r"|(?:https?://|www\.)[^\s<>]+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|net|org|info|biz|co|io|me|tv|uk|de|fr|es|pl|ru|eu)\b(?:/[^\s<>]*)?"
    r"|(?<![\w@])@[\w.-]*\w|(?<![\w/.])\+?\(?\d[\d\s().-]{6,20}\d(?!\w)",
    re.IGNORECASE,
)
_NAMES = r"(?-i:[^\W\d_a-z][\w.'’-]*)(?:\s+(?:&|and|und|et|y|i|(?-i:[^\W\d_a-z][\w.'’-]*))){0,4}"
_GREETING = re.compile(
    rf"^(\W*(?:hi|hello|hey|dear|good (?:morning|evening|day)|thanks?|thank you|hallo|liebe[rs]?|guten tag|bonjour|salut|chère?|hola|buenas|estimad[oa]|querid[oa]|cześć|witaj|drog[ai])(?: there)?)\s+{_NAMES}\s*([,!.:–—-]|$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"^(\W*(?:(?:best|kind|warm) (?:wishes|regards)|regards|sincerely|yours(?: \w+)?|love|cheers|thanks|xx+|(?:viele |liebe )?grüße|cordialement|saludos|pozdrawiam))[\s,.!-]+{_NAMES}\W*$|^[\s–—~-]+{_NAMES}\W*$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w]+(?:['’-](?!s\b)\w+)*")
_DEEPEST = 3


def wanted(extra: Iterable[tuple[str, str]]) -> bool:
    """Whether the other keys of a source's metadata ask for its genuine comments."""
    return bool(json.loads(dict(extra).get("comments", "null")) == KEEP)


def publish(
    verdicts: Sequence[Verdict], found: Sequence[Judged], fixed: Mapping[int, str]
) -> tuple[tuple[Verdict, ...], tuple[Block, ...]]:
    """Return the verdicts with the genuine comments' lines kept or mended, and the comments as blocks.

    Each comment is an item of a list, an answer an item below it. A spam comment's lines stay removed and say why.
    `fixed` are lines, by number, as the editor's fixes have them.
    """
    names = _names(found)
    becomes: dict[int, str] = {}
    because: dict[int, str] = {}
    blocks: list[Block] = []
    depths: dict[int, int] = {}
    for place, each in enumerate(found):
        comment = each.comment
        if each.spam:
            because |= dict.fromkeys(range(comment.first, comment.last + 1), f"spam: {each.reasons[0]}")
            continue
        cleaned = [(number, _cleaned(fixed.get(number, text).strip(), names)) for number, text in comment.body]
        kept = [(number, text) for number, text in _unsigned(comment, cleaned) if re.search(r"\w", text)]
        becomes |= dict(kept)
        if kept:
            above = depths.get(comment.reply_to) if comment.reply_to is not None else None
            depths[place] = min(_DEEPEST, 1 + (above or 0))
            blocks += _blocks(kept, depths[place])
    changed = tuple(_verdict(each, becomes.get(each.line.number), because.get(each.line.number)) for each in verdicts)
    return changed, tuple(blocks)


def _verdict(verdict: Verdict, becomes: str | None, because: str | None) -> Verdict:
    if becomes is None:
        told = because is not None and verdict.fate is Fate.REMOVED
        return replace(verdict, because=f"{verdict.because}: {because}") if told else verdict
    if becomes == bare(verdict.line).strip():
        return replace(
            verdict, fate=Fate.KEPT, rule=PUBLISHED, because="it is a reader’s genuine comment", text=becomes
        )
    reason = "it is a reader’s genuine comment; names and contact details were taken out"
    return replace(verdict, fate=Fate.MENDED, rule=PUBLISHED, because=reason, text=becomes)


def _blocks(lines: Sequence[tuple[int, str]], depth: int) -> list[Block]:
    """Return one comment as an item and paragraphs inside it; lines without a blank between are one paragraph."""
    paragraphs: list[list[tuple[int, str]]] = []
    for number, text in lines:
        if paragraphs and paragraphs[-1][-1][0] + 1 == number:
            paragraphs[-1].append((number, text))
        else:
            paragraphs.append([(number, text)])
    return [
        Block(
            Kind.PARAGRAPH if at else Kind.ITEM,
            "\n".join(text for _, text in each),
            each[0][0],
            each[-1][0],
            level=depth,
        )
        for at, each in enumerate(paragraphs)
    ]


# --- what goes


def _names(found: Sequence[Judged]) -> dict[str, list[tuple[str, ...]]]:
    """Return the names of a thread's authors, as words, by their first word, the longest first.

    The whole name counts, and of a genuine author each word of it that is no word of the language.
    """
    names: set[tuple[str, ...]] = set()
    for each in found:
        words = tuple(_TOKEN.findall(each.comment.author))
        if not words or " ".join(words).lower() in NOBODY:
            continue
        names.add(words)
        if not each.spam:
            names |= {
                (w,)
                for w in words
                if len(w) > 1 and w.lower() not in STOPWORDS and (w[:1].isupper() or len(words) == 1)
            }
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_first.setdefault(name[0], []).append(name)
    return by_first


def _cleaned(text: str, names: dict[str, list[tuple[str, ...]]]) -> str:
    """Return a line without contact details and names."""
    text = _CONTACT.sub(GAP, text)
    text = _GREETING.sub(r"\1\2", text)
    if _SIGNED.match(text):
        text = _SIGNED.sub(r"\1", text)
    return _without_names(text, names).strip()


def _without_names(text: str, names: dict[str, list[tuple[str, ...]]]) -> str:
    tokens = list(_TOKEN.finditer(text))
    pieces: list[str] = []
    at = end = 0
    while at < len(tokens):
        token = tokens[at]
        fitting = names.get(token.group(), ())
        name = next((n for n in fitting if tuple(t.group() for t in tokens[at : at + len(n)]) == n), None)
        if name is None:
            at += 1
            continue
        at += len(name)
        pieces += [text[end : token.start()], GAP]
        end = tokens[at - 1].end()
    cleaned = "".join((*pieces, text[end:]))
    # Whoever is addressed first goes without a trace: "Ada, you are right".
    return re.sub(r"^\W*\[…\]\s*[,:]\s*(?=\w)", "", cleaned) if pieces else cleaned


def _unsigned(comment: Comment, lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines without a signature at the end: what is left of a name and nothing else."""
    kept = list(lines)
    author = set(_TOKEN.findall(comment.author.lower()))
    initials = {word[:1] for word in author}
    while kept:
        words = _TOKEN.findall(kept[-1][1].replace(GAP, "").lower())
        if words and not (len(words) <= 3 and (set(words) <= author or (len(words) == 1 and set(words) <= initials))):
            break
        kept.pop()
    return kept
