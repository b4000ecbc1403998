"""Words with their places, the forms that one word takes, and sentences.

Everything here runs in linear time on any text, and places always count the characters of the text as given.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import snowballstemmer

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

# Marks that belong to the letter before them, which `\w` leaves out: accents of their own, vowel points, vowel signs;
# and the joiners, soft hyphens and direction marks that show as nothing.
_MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me"))
_SILENT = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_APOSTROPHE = "'’ʼ＇"
# A word, with an apostrophe inside; or any other character that is not space, as a token of its own (`C++` is three).
_WORD = rf"[^\W_]+(?:(?:[{_MARKS}{_SILENT}]|[{_APOSTROPHE}](?=[^\W_]))[^\W_]*)*"
TOKEN = re.compile(rf"{_WORD}|[^\s{_SILENT}]")
WORD = re.compile(_WORD)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}]s?$")
# Latin, Greek, Cyrillic accents and Hebrew and Arabic points: one may leave them out. Indic vowel signs stay.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
_UNSEEN = re.compile(f"[{_SILENT}]")
# Left as they are: hyphens part words, and a term may be written with them or without.
HYPHENS = frozenset("-\u2010\u2011")


class Token(NamedTuple):
    """A word or a lone sign: characters `start` to `end` (excluded) of a text; `key` is equal for forms of a word."""

    key: str
    start: int
    end: int


def tokens(text: str, language: str = "en") -> list[Token]:
    """Return the words and signs of a text in order, hyphens between words left out."""
    found = []
    for match in TOKEN.finditer(text):
        word = match.group()
        if word in HYPHENS:
            start = match.start()
            if text[start - 1 : start].isalnum() and text[start + 1 : start + 2].isalnum():
                continue
        found.append(Token(key(word, language), match.start(), match.end()))
    return found


def words(text: str) -> list[str]:
    """Return the words of a text as written."""
    return WORD.findall(text)


def fold(word: str) -> str:
    """Return a word without case, accents, possessive ending and what shows as nothing; US spelling is left alone."""
    word = _UNSEEN.sub("", word).casefold()
    if not word.isascii():
        word = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", word)))
    return _POSSESSIVE.sub("", word).translate(_NO_APOSTROPHE) if len(word) > 1 else word


_NO_APOSTROPHE = dict.fromkeys(map(ord, _APOSTROPHE))


@lru_cache(maxsize=1 << 17)
def key(word: str, language: str = "en") -> str:
    """Return what all forms of a word share: its stem, folded, in US spelling; not a word to show to anyone."""
    return _stem(fold(word), language)


@lru_cache(maxsize=1 << 17)
def _stem(folded: str, language: str) -> str:
    if _is_english(language):
        folded = american(_IRREGULAR.get(folded, folded))
    stemmer = _stemmer(language)
    if stemmer is not None and folded.isalpha():
        folded = stemmer.stemWord(folded)  # type: ignore[no-untyped-call]
    return sys.intern(folded)


def _is_english(language: str) -> bool:
    return language[:2].lower() in ("", "en")


@lru_cache(maxsize=64)
def _stemmer(language: str) -> BaseStemmer | None:
    """Return Snowball's stemmer of a language; None where it has none."""
    name = _SNOWBALL.get(language[:2].lower() or "en")
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None


_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# British forms as (pattern, American form). Each names its words where a general rule would join two words of
# different sense (`four` and `for`). The American form is only a key, so an unusual one (`promize`) does no harm as
# long as all forms of the word take it.
_BRITISH = (
    (re.compile(
        r"^((?:mis|dis)?(?:behavi|col|fav|flav|hon|hum|lab|neighb|rum|sav|harb|arm|ard|cand|clam|endeav|ferv|glam|"
        r"od|parl|ranc|rig|splend|succ|tum|val|vap|vig|demean|enam))our"), r"\1or"),
    (re.compile(
        r"([^aeiou])is(e|es|ed|er|ers|ing|ingly|ement|ements|ation|ations|ational|able)$"), r"\1iz\2"),
    (re.compile(r"lys(e|es|ed|er|ers|ing)$"), r"lyz\1"),
    (re.compile(r"^(counsel|travel|quarrel|jewel|signal|level|label|model|duel)l(or|ors|er|ers|ery)$"), r"\1\2"),
    (re.compile(r"^(marvel|libel)lous"), r"\1ous"),
    (re.compile(r"^(skil|wil|instal|enrol|fulfil|distil|instil|appal)(ful|fully|fulness|ment|ments|s)?$"), r"\1l\2"),
    (re.compile(r"^(cent|met|theat|fib|lit|calib|spect|meag|somb|lust|manoeuv)re(s|d)?$"), r"\1er\2"),
    (re.compile(r"^(defen|offen|preten|licen)c(e|es|ed|ing)$"), r"\1s\2"),
    (re.compile(r"^practis(e|es|ed|ing)$"), r"practic\1"),
    (re.compile(r"^practiz(e|es|ed|ing)$"), r"practic\1"),
    (re.compile(r"^program(?:me|mes)$"), "program"),
    (re.compile(r"^(judg|acknowledg|abridg|lodg)ement"), r"\1ment"),
    (re.compile(r"^(dialog|catalog|analog|monolog|epilog|prolog)ue(s|d)?$"), r"\1\2"),
    (re.compile(r"^sceptic"), "skeptic"),
    (re.compile(r"^(p|orthop|encyclop)aed"), r"\1ed"),
    (re.compile(r"^an?aesth"), "anesth"),
    (re.compile(r"^gyna?ec"), "gynec"),
    (re.compile(r"^(foet|foec|oestr|diarrhoe|manoeuv)"), lambda found: found[0].replace("oe", "e")),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"^mum(s|my|mies)?$"), r"mom\1"),
    (re.compile(r"^tyre(s)?$"), r"tire\1"),
    (re.compile(r"^cheque(s)?$"), r"check\1"),
    (re.compile(r"^(cosy|cosi)"), lambda found: found[0].replace("s", "z")),
    (re.compile(r"^pyjama"), "pajama"),
    (re.compile(r"^ageing$"), "aging"),
    (re.compile(r"^enquir"), "inquir"),
    (re.compile(r"^learnt$"), "learned"),
    (re.compile(r"^spoilt$"), "spoiled"),
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def american(word: str) -> str:
    """Return a folded English word in US spelling, so that `counsellor` and `counselor` have one key."""
    for pattern, becomes in _BRITISH:
        word = pattern.sub(becomes, word)
    return word


# Forms that no rule of spelling leads back to their word. Left out where the form is more often another word
# (`left`, `felt`, `saw`, `ground`).
_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "was were been am is are", "bear": "bore", "begin": "began begun", "break": "broke broken",
        "bring": "brought", "build": "built", "buy": "bought", "catch": "caught", "child": "children",
        "choose": "chose chosen", "come": "came", "crisis": "crises", "do": "did done does", "drink": "drank drunk",
        "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "fight": "fought", "find": "found",
        "foot": "feet", "forget": "forgot forgotten", "forgive": "forgave forgiven", "give": "gave given",
        "go": "went gone", "grow": "grew grown", "have": "had has", "hear": "heard", "hide": "hid hidden",
        "hold": "held", "keep": "kept", "know": "knew known", "lead": "led", "lose": "lost", "make": "made",
        "man": "men", "meet": "met", "mouse": "mice", "pay": "paid", "person": "people persons", "say": "said",
        "sell": "sold", "send": "sent", "shake": "shook shaken", "sleep": "slept", "speak": "spoke spoken",
        "spend": "spent", "stand": "stood", "steal": "stole stolen", "swear": "swore sworn", "take": "took taken",
        "teach": "taught", "tell": "told", "think": "thought", "throw": "threw thrown", "tooth": "teeth",
        "understand": "understood", "wear": "wore worn", "wife": "wives", "win": "won", "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip

_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ying", "ie"), ("sses", "ss"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""),
    ("ed", "e"), ("ing", ""), ("ing", "e"), ("lves", "lf"), ("ives", "ife"),
)  # fmt: skip
_DOUBLED = re.compile(r"([bdfgklmnprstvz])\1$")


@lru_cache(maxsize=1 << 15)
def bases(word: str) -> frozenset[str]:
    """Return the words that a word may be a form of by English inflection, itself among them.

    Narrower than a stem: `separate` and `separation` share a stem and no base.
    """
    folded = american(_IRREGULAR.get(fold(word), fold(word)))
    found = {folded}
    for ending, instead in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 2:
            base = folded[: -len(ending)] + instead
            found.add(base)
            if not instead and ending in ("ed", "ing", "es") and _DOUBLED.search(base):
                found.add(base[:-1])
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def same_word(one: str, other: str, language: str = "en") -> bool:
    """Whether two words are forms of one: singular and plural, tenses, possessives, British and US spelling."""
    if fold(one) == fold(other):
        return True
    if key(one, language) != key(other, language):
        return False
    return not _is_english(language) or bool(bases(one) & bases(other))


_STOP = re.compile(r"[.!?…。！？]+[\"”’»)\]]*(?=\s|$)")
_SHORT = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Mr|Mrs|Ms|Mx|Dr|Prof|St|Jr|Sr|vs|etc|e\.g|i\.e|cf|al|No|Nr|Vol|pp?|Fig|approx|ca|Inc|Ltd|U\.S|U\.K)\.$"
)
_LOWER = re.compile(r"\s+[\"“‘'(\[]*[a-z]")


@lru_cache(maxsize=1 << 10)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text as (start, end) without the spaces around them.

    A full stop after an initial or a known abbreviation ends none; nor does a `?` or `!` within a quotation when
    the sentence goes on in lower case.
    """
    found, start = [], 0
    for match in _STOP.finditer(text):
        if _SHORT.search(text, max(start, match.start() - 12), match.start() + 1) and "." in match.group()[:1]:
            continue
        if _LOWER.match(text, match.end()) and match.group()[0] not in "。！？":
            continue
        found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    trimmed = []
    for first, end in found:
        piece = text[first:end]
        lead = len(piece) - len(piece.lstrip())
        trimmed.append((first + lead, first + len(piece.rstrip())))
    return tuple(trimmed)


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence (or run of sentences) in which characters `start` to `end` stand, on one line."""
    around = [span for span in sentences(text) if span[0] < end and start < span[1]]
    piece = text[around[0][0] : around[-1][1]] if around else text
    return " ".join(piece.split())


# Words that carry no subject matter, so that no phrase begins or ends with them and no kinship rests on them.
STOPWORDS = frozenset(
    """a about above after again against all almost along already also although always am an and another any anybody
    anyone anything are aren't around as ask asked asks at away back be became because become been before began begin
    behind being below beside best better between big both bring but by call called came can can't cannot come comes
    could couldn't day days did didn't different do does doesn't doing don't done down during each early either else
    end enough even evening ever every everybody everyone everything example far feel feels felt few find first five
    for found four from full gave get gets getting give given gives go goes going gone good got great had hadn't half
    happen happened happens hard has hasn't have haven't having he hear heard help helped helps her here hers herself
    him himself his hour hours how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just
    keep keeps kept kind knew know known last late later least leave left less let let's life like likely line list
    little long longer look looked looking looks lot made main make makes making many may maybe me mean means meant
    might mind mine minute minutes moment month months more most much must my myself name near need needed needs
    neither never new next nice night no nobody none nor not note nothing now of off often old on once one ones only
    open or other others our ours ourselves out over own part people perhaps person place plain point possible put
    quite rather read reads ready real really right room said same saw say saying says second see seem seems seen
    sentence set several shall she should shouldn't show shows side since sit six small so some somebody someone
    something sometimes soon start started still stop such sure take taken takes taking talk tell ten than thank that
    that's the their theirs them themselves then there there's these they they're thing things think third this
    those though thought three through time times to today together told tomorrow tonight too took toward towards
    tried try turn two under until up upon us use used useful uses very via want wanted wants was wasn't way ways we
    we'd we'll we're we've week weeks well went were weren't what what's whatever when whenever where whether which
    while who whole whom whose why will with within without won't word words work works would wouldn't write wrote
    year years yes yet you you'd you'll you're you've your yours yourself yourselves""".split()  # noqa: SIM905
)
