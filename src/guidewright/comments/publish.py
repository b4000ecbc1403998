"""Genuine comments, made fit to stand below a guide: without names and without ways to reach anybody.

What is taken out shows as […], so that nobody takes the sentence for whole. A greeting loses its name, a signature
goes. A name in the middle of a sentence is known where its bearer wrote in the same thread; other people's names
cannot be told from words, so the editor is asked to read what is published.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from guidewright.comments.parse import PUBLISHED
from guidewright.find import bare
from guidewright.model import Block, Fate, Kind
from guidewright.text import STOPWORDS
from guidewright.threads.languages import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidewright.comments import Judged
    from guidewright.comments.parse import Comment
    from guidewright.model import Verdict

KEEP = "keep-genuine"
# What `comments:` in the metadata of a source may say; the first is the default.
CHOICES = ("remove", KEEP)
GAP = "[…]"
_LABEL = r"[\w-]{1,63}"
_TLD = (
    r"(?:com|net|org|info|biz|co|io|me|tv|uk|de|fr|es|pl|ru|eu|ie|nl|ch|se|dk|pt|br|au|nz|ca|edu|gov|app|dev|blog|site|online|shop|store"
    r"|club|page|xyz|gg|ly|example)"
)
_MAILBOX = r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|aol|gmx|web|proton|protonmail|mail|wp|onet|orange|free)"
_NETWORK = r"(?:skype|ig|insta(?:gram)?|snap(?:chat)?|telegram|whats ?app|signal|kik|discord|facebook|fb|twitter|tik ?tok|viber|wechat|threema)"
_STREET = r"(?:road|rd|street|st|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|way|place|square|terrace|gardens|boulevard|blvd|row|mews)"
_POSTCODE = r"(?-i:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)"
_CONTACT = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}\s?(?:@|[(\[{{]at[)\]}}])\s?{_LABEL}(?:\s?(?:\.|[(\[{{]dot[)\]}}])\s?{_LABEL}){{1,4}}"
    # Spelt out: "jo at example dot com", "jo at gmail.com".
    rf"|(?<![\w.+-])[\w.+-]{{1,64}} (?:at|@) {_LABEL}(?: ?(?:dot|[(\[{{]dot[)\]}}]) ?{_LABEL}){{1,4}}|(?<![\w.+-])[\w.+-]{{1,64}} at {_MAILBOX}\.{_LABEL}(?:\.{_LABEL})?"
    rf"|(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)]|(?<![\w.-]){_LABEL}(?:\.{_LABEL}){{0,4}}\.{_TLD}\b(?:/(?:[^\s<>]*[^\s<>.,;:!?)])?)?"
    rf"|\b{_NETWORK}\b(?: (?:id|name|handle|user|username|account|number|me|is|at|under|as))* ?[:=] ?@?[\w.:+-]*\w|\b{_NETWORK} (?:(?:id|name|handle|user|username) )?(?:is |at |as )?(?=[a-z.]*[\d_])[a-z\d_.]*\w"
    # A telephone number, and no day or span of years.
    r"|(?<![\w@])@[\w.-]*\w|(?<![\w/.])(?<!\d-)(?!(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d\b)(?!\d{4}-\d\d-\d\d\b|\d\d?[./-]\d\d?[./-]\d{2,4}\b)\+?\(?\d[\d\s()./-]{6,20}\d(?!\w)|\b[\w.]{2,32}#\d{4}\b"
    # Where somebody lives.
    rf"|\bp\.? ?o\.? box \d+|\b\d{{1,5}}[a-z]? (?:(?-i:[A-Z])[\w'’-]+ ){{1,3}}(?-i:(?=[A-Z])){_STREET}\b\.?(?:,? (?:(?-i:[A-Z])[\w'’-]+,? ){{0,3}}{_POSTCODE})?"
    rf"|\b(?-i:[A-ZÄÖÜ])[\w-]{{2,30}}(?:straße|strasse|str\.|weg|gasse|allee) \d{{1,4}}[a-z]?\b(?:,? \d{{5}}(?: (?-i:[A-ZÄÖÜ])\w+)?)?|\b{_POSTCODE}(?!\w)",
    re.IGNORECASE,
)
# What each of these has in it, one of the three.
_SIGN = re.compile(r"[\d@:=_]")
_DOTTED = re.compile(r"\.[\w-]")
_SPELT = ("dot", "(at", "[at", "{at")
_NAMES = r"(?-i:[^\W\d_a-z][\w.'’-]*)(?:\s+(?:&|and|und|et|y|i|(?-i:[^\W\d_a-z][\w.'’-]*))){0,4}"
_GREETING = re.compile(
    rf"^(\W*(?:hi|hello|hey|dear|good (?:morning|evening|day)|thanks?|thank you|hallo|liebe[rs]?|guten tag|bonjour|salut|chère?|hola|buenas|estimad[oa]|querid[oa]|cześć|witaj|drog[ai])(?: there| so much| very much| a lot)?)\s+{_NAMES}\s*([,!.:–—-]|$)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"^(\W*(?:(?:best|kind|warm) (?:wishes|regards)|regards|sincerely|yours(?: \w+)?|love|cheers|thanks|xx+|(?:viele |liebe )?grüße|cordialement|saludos|pozdrawiam))[\s,.!-]+{_NAMES}(?:\s+x+)?\W*$|^[\s–—~-]+{_NAMES}(?: (?:from|aus|de|in|z) {_NAMES})?\W*$",
    re.IGNORECASE,
)
# The same behind a sentence, at the end of a line.
_SIGNED_OFF = re.compile(
    rf"([.!?…]\s+(?:(?:best|kind|warm)(?: wishes| regards)?|regards|sincerely|yours(?: \w+)?|love|cheers|thanks|xx+|lg|vg|(?:viele |liebe )?grüße|cordialement|saludos|pozdrawiam))[\s,–—-]+{_NAMES}(?:\s+x+)?\W*$",
    re.IGNORECASE,
)
_MONTHS = frozenset(("april", "may", "june", "august", "januar", "juli", "juni", "mai", "avril", "abril", "mayo"))
# Names that are words as well, beside those of `STOPWORDS`, and words of which people make themselves names.
_WORDS = _MONTHS | frozenset(
    """angel anon anonymous art autumn baby best bill boy broken brother chance chase cherry child children cliff
    confused counselling counsellor couple dad daddy daisy daughter dawn desperate destiny divorce divorced drew
    earnest faith family father frank friend gale gay girl grace grandma grant guy happy harmony heart help home
    honey hope hopeful hurt husband joy june kid kids lady lane life lily lonely lost love lover luck man mark
    marriage married matters mercy miles misty mom mommy mother mum mummy olive page pansy parent partner pat
    patience pearl penny poppy prudence ray reader rich rock rose ruby sad serenity sister sky son sonny star storm
    stuck summer sunny therapist therapy tired training trinity trip violet wife will willow winter woman worried""".split()  # noqa: SIM905
)
# What stands before a word and makes it none's name: "my dad", "we were confused", "in May".
_NO_NAME = re.compile(
    r"(?:my|your|his|her|our|their|the|a|this|that|these|those|no|every|each|some|any|in|am|is|are|was|were|be|been|being|feel|feels|felt|so|very|too|more|less|i|we|they|you|he|she|it|"
    r"mein\w*|dein\w*|sein\w*|der|die|das|ein\w*|le|la|les|un|une|el|los|mi|tu|su|moja?|moje)\W*$",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(
    r"(?:in|by|last|since|next|of|until|till|from|this|early|late|mid|every|each|before|after|during|around|about|end|and|to)\s+$|\d\.?\s+$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.!?…:\n][\s\"'“”‘’»)]*)$")
# What follows a name and not a word that happens to begin a sentence: "Rose is right", "Will, thank you".
_ACTS = re.compile(
    r"(?:['’]s\b|,|\s+(?:is|was|said|says|has|had|wrote|writes|mentioned|asked|thinks|thank|and i)\b|\W*$)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?<![\w.])@$")
# So many characters around a word are looked at.
_NEAR = 40
_INITIAL = re.compile(r"\s+(?!I\b)[^\W\d_a-z]\b\.?")
_PART_OF_HANDLE = re.compile(r"[^\W\d_]{3,}")
_TITLES = frozenset(
    (
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "rev",
        "md",
        "phd",
        "lmft",
        "lcsw",
        "mft",
        "psyd",
        "rn",
        "herr",
        "frau",
        "mme",
    )
)
# Words of a longer name that nobody is called by alone.
_UNCALLED = (STOPWORDS - {"may", "will"}) | _TITLES
_TOKEN = re.compile(r"[\w]+(?:['’-](?!s\b)\w+)*")
_DEEPEST = 3
# A name is no longer than this, in words.
_MOST_NAMES = 3


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
        if comment.held:
            told = "its site did not show it as a reader’s comment"
            because |= dict.fromkeys(range(comment.first, comment.last + 1), told)
            continue
        if not comment.author or ":" in comment.author:  # "Tom: it is so": what was read as one comment is more
            told = "nothing says who wrote it, so that the name cannot be left out"
            because |= dict.fromkeys(range(comment.first, comment.last + 1), told)
            continue
        if each.spam:
            because |= dict.fromkeys(range(comment.first, comment.last + 1), f"spam: {each.reasons[0]}")
            continue
        cleaned = [(number, _cleaned(fixed.get(number, text).strip(), names)) for number, text in comment.body]
        cleaned = _unnamed([(number, text) for number, text in cleaned if text])
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
    """Return the names of a thread's authors, as folded words, by their first word, the longest first.

    The whole name counts, and of a genuine author each word of it that begins with a capital.
    """
    names: set[tuple[str, ...]] = set()
    for each in found:
        words = tuple(_TOKEN.findall(each.comment.author))
        if not words or " ".join(words).lower() in NOBODY:
            continue
        names.add(tuple(map(_folded, words)))
        if not each.spam:
            names |= {
                (_folded(w),)
                for w in words
                if len(w) > 1 and w.lower() not in _UNCALLED and (not w[:1].islower() or w not in _WORDS)
            }
            # "Ruth_Ames77" is called Ruth.
            names |= {(_folded(part),) for w in words if not w.isalpha() for part in _PART_OF_HANDLE.findall(w)}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_first.setdefault(name[0], []).append(name)
    return by_first


def _folded(word: str) -> str:
    """Return a word in lower case and without accents: "José" is called "jose", too."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower().replace("ł", "l").replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _cleaned(text: str, names: dict[str, list[tuple[str, ...]]]) -> str:
    """Return a line without contact details and names."""
    text = _without_names(text, names, addressed=True)
    text = _CONTACT.sub(GAP, text) if _may_tell_contact(text) else text
    text = _GREETING.sub(r"\1\2", text)
    if _SIGNED.match(text):
        text = _SIGNED.sub(r"\1", text)
    text = _SIGNED_OFF.sub(r"\1", text)
    return _without_names(text, names).strip()


def _may_tell_contact(text: str) -> bool:
    """Whether a line may tell how to reach somebody: most have neither a digit nor a sign of an address."""
    return (
        _SIGN.search(text) is not None
        or _DOTTED.search(text) is not None
        or any(each in text.lower() for each in _SPELT)
    )


def _without_names(text: str, names: dict[str, list[tuple[str, ...]]], *, addressed: bool = False) -> str:
    """Return a text without the names; `addressed`: only without those that have "@" before them."""
    if addressed and "@" not in text:
        return text
    tokens = list(_TOKEN.finditer(text))
    folded = [_folded(token.group()) for token in tokens]
    if names.keys().isdisjoint(folded):
        return text
    pieces: list[str] = []
    at = end = 0
    while at < len(tokens):
        if folded[at] not in names:
            at += 1
            continue
        begin = tokens[at].start()
        called = _CALLED.search(text[max(0, begin - 2) : begin]) is not None
        fitting = names[folded[at]] if called or not addressed else []
        name = next((n for n in fitting if tuple(folded[at : at + len(n)]) == n), None)
        if name is None or not (called or _is_name(text, tokens[at : at + len(name)])):
            at += 1
            continue
        at += len(name)
        pieces += [text[end : begin - called], GAP]
        end = tokens[at - 1].end()
        initial = _INITIAL.match(text, end)  # "Ned F."
        if initial:
            end = initial.end()
            at += 1
    cleaned = "".join((*pieces, text[end:]))
    if not pieces:
        return cleaned
    # Whoever is addressed first goes without a trace: "Ada, you are right"; so does whoever signs: "It got better. Tom".
    cleaned = re.sub(r"^\W*\[…\]\s*[,:]\s*(?=\w)", "", cleaned)
    return re.sub(r"(?<=[.!?…])\s+\[…\]\W*$", "", cleaned)


def _is_name(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether words that are a name of the thread, too, are meant as the name where they stand."""
    words = [token.group() for token in tokens]
    begin, end = tokens[0].start(), tokens[-1].end()
    before, after = text[max(0, begin - _NEAR) : begin], text[end : end + _NEAR]
    plain = all(word.lower() in _WORDS or word.lower() in STOPWORDS for word in words)
    if len(words) > 1:
        return not plain or any(word[:1].isupper() for word in words[1:])
    word = words[0]
    if not plain or not word.isalpha():
        told = word[:1].isupper() and not text.isupper()  # where all is in capitals, they tell nothing
        return told or not word.isalpha() or _NO_NAME.search(before) is None
    if not word[:1].isupper() or (len(word) > 1 and word.isupper()):
        return False
    if _BEGINS.search(before):
        return _ACTS.match(after) is not None
    return not (word.lower() in _MONTHS and (_IN_MONTH.search(before) or re.match(r",?\s+\d", after)))


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


def _unnamed(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines without those at either end that may be a name: of whoever signs, or of the next one to write."""
    kept = list(lines)
    if not any(len(text.split()) > _MOST_NAMES for _, text in kept):
        return kept
    while kept and _may_be_name(kept[0][1]):
        kept.pop(0)
    while kept and _may_be_name(kept[-1][1]):
        kept.pop()
    return kept


def _may_be_name(text: str) -> bool:
    """Whether a line is a few words, no sentence, and one of them begins with a capital and is no word of the language."""
    words = text.split()
    if len(words) > _MOST_NAMES or (text[-1:] in ".!?…:" and text[-3:-2] not in {"", " "}):
        return False
    return any(
        word.lower() not in STOPWORDS and (word[:1].isupper() or not word.isalpha()) for word in _TOKEN.findall(text)
    )
