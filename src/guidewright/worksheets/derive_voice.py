"""From the guide's voice to the reader's: `you` becomes `I`, and `he`, `she` or `your spouse` becomes `my …`.

Pronouns are tables, and a form stands in them only if its grammar is settled by its neighbours. If one `you` in a
wording cannot be settled, the whole wording stays as the guide has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from guidewright.text import bases
from guidewright.worksheets.derive_grammar import (
    AUXILIARIES,
    NOUNS_TOO,
    is_base_verb,
    is_verb,
    outside,
    plain,
    word_set,
)

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_OWN = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|we|we're|we've|us|our|ours|ourselves)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:rs?|rsel(?:f|ves))?\b", re.IGNORECASE)
_MODALS = word_set("""
    can cannot could will would shall should may might must can't couldn't won't wouldn't shouldn't
""")
_ADVERBS = word_set("""
    really honestly ever still always never also just actually truly both often usually already first even only
    sometimes now then each currently genuinely personally
""")
_PREPOSITIONS = word_set("""
    about above against among around at behind beside between beyond by for from in inside into near of off on
    onto over through to toward towards under upon with within without
""")
_CONJUNCTIONS = word_set("""
    after although and as because before but how if or since so than that though unless until what whatever when
    whenever where whether which while who whom why
""")
_CAUSE = word_set("make makes made let lets help helps helped see hear watch have had")
_PAST = word_set("""
    had did was went came said felt got gave took made met told thought knew saw heard left found kept lost chose
    began spoke wrote read put set let grew lived met fell broke bought brought built drove ate slept sat stood ran
    held hurt sent sold shut sang woke wore won taught caught fought forgot forgave meant paid spent
""")
# Participles that look like their verb.
_SAME = word_set("put let set cut quit hit shut read come become run hurt")
# What two people have in common.
_SHARED = word_set("""
    relationship relationships marriage fights arguments quarrels disagreements phones screens devices laptops calendars
    diaries
""")
_PARTNER = r"(?:partner|spouse|husband|wife|boyfriend|girlfriend)"
_TOGETHER = re.compile(
    r"(?<!life )(?<!time )(?<!future )(?<!years )\b(?:together(?! with)|each other|one another)\b"
    r"|\byou two\b|\byou (?:[a-z]+ )?(?:fight|argue|quarrel|disagree|make up|agree on)\b(?! with)"
    r"|\bthe same (?:argument|fight|row|quarrel)s?\b"
    r"|\byour (?:phones|screens|devices|laptops|calendars|diaries)\b"
    r"|\byou each\b|\byou (?:first )?me(?:t|et)\b(?! \w)|\bdate nights?\b|\bside by side\b|\byou (?:apart|closer)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\beach ([a-z]+)", re.IGNORECASE)
# `you have both eaten and rested`: two people, or two things that one has done.
_BOTH = re.compile(
    r"\b(?:you(?:'re|'ve|'d|'ll)?|are|have|were|can|will|could|would|should|might|must|had) both\b"
    r"(?P<open>[^,]*? and )?",
    re.IGNORECASE,
)
# Other people than the partner whom `he` or `she` might mean.
_OTHERS = re.compile(
    r"\b(?:therapist|counsell?or|psychologist|doctor|friend(?:ship)?|child|son|daughter|mother|father|brother|sister|boss|"
    r"colleague|neighbou?r|man|woman|person|someone|somebody|anyone|everyone|lawyer|parent|baby|kid|in-law|"
    r"mum|mom|dad|ex|lover|affair partner|toddler|teenager|solicitor|pastor|priest|chaplain|coach|mediator|"
    r"teacher|nurse|gp|boy|girl|stepfather|stepmother|grandmother|grandfather|aunt|uncle|"
    r"landlord|landlady|manager|employer|officer|client|guest|host|nanny|carer|trainer|dog|puppy|cat|kitten|horse)\b",
    re.IGNORECASE,
)
_WH_PHRASE = re.compile(
    r"(?:what|which|whose)\b[^,?]*?\b(?:do|does|did|is|was|might|may|can|could|will|would|should|has|had) (?=he|she)",
    re.IGNORECASE,
)
_PLURAL = {
    "is": "are", "isn't": "aren't", "was": "were", "wasn't": "weren't", "has": "have", "hasn't": "haven't",
    "does": "do", "doesn't": "don't", "feels": "feel", "wants": "want", "thinks": "think", "says": "say",
    "needs": "need", "knows": "know", "likes": "like", "sees": "see", "believes": "believe", "hears": "hear",
    "comes": "come", "goes": "go", "makes": "make", "fears": "fear", "prefers": "prefer", "worries": "worry",
}  # fmt: skip


class Token(NamedTuple):
    """A word in lower case and its place."""

    word: str
    start: int
    end: int


@dataclass(slots=True)
class _Change:
    """What stands in the place of characters `start` to `end`."""

    start: int
    end: int
    text: str


def own_words(text: str) -> bool:
    """Whether a text speaks as `I` or `we` already, what it quotes left aside: then its `you` is somebody else."""
    return bool(_OWN.search(plain(outside(text))))


def addresses(text: str) -> bool:
    """Whether a text says `you` to somebody, what it quotes left aside."""
    return bool(_YOU.search(plain(outside(text))))


def speaks_of_both(text: str) -> bool:
    """Whether `you` in a text is the reader and the partner."""
    said = plain(outside(text))
    return bool(_TOGETHER.search(said)) or each_does(said)


def each_does(text: str) -> bool:
    """Whether a text says what each of two should do (`each write down one thing`)."""
    return any(is_base_verb(found[1]) and found[1].lower() not in _TIMES for found in _EACH.finditer(text))


def names_both(text: str) -> bool:
    """Whether a text says `you both`, or `each` or `either of you`."""
    return bool(_NAMES_BOTH.search(plain(outside(text))))


_NAMES_BOTH = re.compile(r"\byou both\b|\b(?:both|each|either|neither|two) of you\b", re.IGNORECASE)
# After `each of you`, a `you` may be one or both.
_EACH_OF = re.compile(r"\beach of you\b(?:.*(\byou(?:'\w+)?\b))?", re.IGNORECASE)
_TIMES = word_set("meeting talk fight argument visit move point step")


def others(text: str) -> bool:
    """Whether a text names somebody besides the two, whom `he` or `she` may mean from then on."""
    return bool(_OTHERS.search(plain(text)))


def mine(text: str, *, both: bool = False, others: bool = False) -> str:
    """Return a wording in the reader's voice, or as it is where grammar does not settle every `you`.

    `both` says that `you` is two people: it becomes `we`, except in what belongs to one of them (`your partner`).
    `others` says that `he` and `she` may be somebody else.
    """
    said = plain(outside(text))
    twice = _BOTH.search(said) if re.search(r"\byou\b", said, re.IGNORECASE) else None
    each = _EACH_OF.search(said)
    open_ = bool(twice and twice["open"]) or bool(each and each[1])
    two = not re.search(r"\byourself\b", said) and (both or bool(twice or each) or speaks_of_both(text))
    changed = None if open_ else _you(text, both=two)
    return _partner(text if changed is None else changed, named=changed is not None and not others)


def _tokens(text: str) -> list[Token]:
    said = plain(outside(text))
    return [Token(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(said)]


def _between(text: str, left: Token, right: Token) -> bool:
    """Whether two words are neighbours: nothing but a space parts them."""
    return text[left.end : right.start].isspace()


def _apply(text: str, changes: list[_Change]) -> str:
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        new = change.text
        before = text[: change.start].rstrip()
        if text[change.start : change.start + 1].isupper() and (not before or before[-1] in ".?!:"):
            new = new[0].upper() + new[1:]
        if "'" not in text:
            new = new.replace("'", "’")
        text = text[: change.start] + new + text[change.end :]
    return text


_LIFE = re.compile(
    r"\byour(?= (?:(?:life|time|future|years) together|first (?:date|kiss|trip)|wedding|honeymoon|anniversary)\b)",
    re.IGNORECASE,
)
# What is between `you` alone is between two.
_GROUP = re.compile(r"\b(?:(?:both|each|one|either|neither|any|two|none) of|between) (you)\b(?! and)", re.IGNORECASE)
_COUPLE = re.compile(rf"\byou and your ({_PARTNER})\b|\byour ({_PARTNER}) and you\b", re.IGNORECASE)


def _you(text: str, *, both: bool) -> str | None:
    """Return the wording with every form of `you` turned, or None if one of them is open."""
    said = plain(outside(text))
    couple = _COUPLE.search(said)
    if couple:
        before = said[: couple.start()].split()
        head = before[-1].lower() if before else ""
        if head in _PREPOSITIONS:
            pronoun = "me"
        elif not head or head in AUXILIARIES | _CONJUNCTIONS or head.endswith((",", ":")):
            pronoun = "I"
        else:
            return None
        text = _apply(text, [_Change(couple.start(), couple.end(), f"my {couple[1] or couple[2]} and {pronoun}")])
        said = plain(outside(text))
        both = True
    text = _apply(text, [_Change(match.start(1), match.end(1), "us") for match in _GROUP.finditer(said)])
    said = plain(outside(text))
    text = _apply(text, [_Change(match.start(), match.end(), "our") for match in _LIFE.finditer(said)])
    words = _tokens(text)
    changes: list[_Change] = []
    for n, token in enumerate(words):
        last = words[n - 1] if n and _between(text, words[n - 1], token) else None
        follow = n + 1
        if token.word == "you" and follow < len(words) and words[follow].word in ("both", "two"):
            follow += 1
        beside = follow < len(words) and _between(text, words[follow - 1], words[follow])
        change = _turn(token, last, words[follow : follow + 2] if beside else [], words[:n], both=both)
        if change is None:
            return None
        changes.extend(change)
    return _apply(text, changes)


_FIXED = {
    "you've": ("I've", "we've"), "you'll": ("I'll", "we'll"), "you'd": ("I'd", "we'd"), "you're": ("I'm", "we're"),
    "yours": ("mine", "ours"), "yourself": ("myself", "ourselves"), "yourselves": ("ourselves", "ourselves"),
}  # fmt: skip


def _turn(
    token: Token, last: Token | None, follow: list[Token], before: list[Token], *, both: bool
) -> list[_Change] | None:
    """Return the changes that one word calls for; None if it is a `you` that its neighbours leave open.

    `follow` are the two words behind it.
    """
    after = follow[0] if follow else None
    word = token.word
    if word in _FIXED:
        return [_Change(token.start, token.end, _FIXED[word][both])]
    if word == "your":
        own = after is not None and re.fullmatch(rf"{_PARTNER}(?:'s)?", after.word)
        shared = after is not None and after.word in _SHARED
        return [_Change(token.start, token.end, "our" if (both and not own) or shared else "my")]
    if word != "you" or _is_thanks(last, before):
        return []
    role = _role(last, after)
    if role is None:
        return None
    new = ("we" if both else "I") if role == "subject" else ("us" if both else "me")
    changes = [_Change(token.start, token.end, new)]
    if both or role != "subject":
        return changes
    wish = any(each.word in ("if", "wish", "though") for each in before[-6:])
    verb = follow[-1] if after and after.word in _ADVERBS else after  # `how you really are`
    for each, follows in ((last, False), (verb, True)):
        becomes = {"are": "am", "were": "" if wish else "was", "weren't": "" if wish else "wasn't"}.get(
            each.word if each else "", ""
        )
        if each and becomes:
            changes.append(_Change(each.start, each.end, becomes))
        elif each and each.word == "aren't":
            if not follows:
                return None
            changes.append(_Change(each.start, each.end, "am not"))
    return changes


def _is_thanks(last: Token | None, before: list[Token]) -> bool:
    """Whether a `you` is part of the words that one says (`saying thank you`, `a thank-you note`)."""
    if last is None or last.word != "thank":
        return False
    speaks = before[-2].word if len(before) > 1 else ""
    return not speaks or speaks in ("a", "the", "with", "and") or bool(bases(speaks) & {"say", "hear", "write"})


def _role(last: Token | None, after: Token | None) -> str | None:
    """Return whether a `you` is subject or object, by the words beside it."""
    before = last.word if last else ""
    behind = after.word if after else ""
    if before in AUXILIARIES and before not in ("have", "had"):
        return "subject"
    if before in ("have", "had"):
        return "subject" if behind in _SAME or (behind and not is_base_verb(behind)) else None
    if before == "the":
        return None
    if before in _CAUSE:
        return "object" if behind not in AUXILIARIES else None
    finite = (
        behind in AUXILIARIES | _ADVERBS | _PAST or is_base_verb(behind) or (behind.endswith("ed") and is_verb(behind))
    )
    if not before:
        return "subject" if finite else None
    if before in _PREPOSITIONS:
        return "object" if behind not in AUXILIARIES else None
    if before in _CONJUNCTIONS:
        return "subject" if finite else None
    if not behind and not finite and before not in ("not", "as", "than") and not before.endswith("ly"):
        # Nothing follows in its clause, and what stands before it is no word that a subject would need.
        return "object" if is_verb(before) or before.endswith("s") else None
    if is_verb(before):
        if behind in AUXILIARIES:
            return "subject"
        if is_base_verb(behind):
            # `books you read`: of words that are verb and noun, only a noun stands here.
            return "subject" if before.endswith("s") and before[:-1] in NOUNS_TOO else None
        return "object"
    return "subject" if finite and before != "to" else None


def _partner(text: str, *, named: bool) -> str:
    """Return the wording with `he`, `she` and their forms as `my partner`, and as `they` from the second on."""
    if not named:
        return text
    as_it_was = text
    said = plain(outside(text))
    text = re.sub(r"\b(he|she) or (he|she)\b", "he", text) if re.search(r"\b(?:s?he) or s?he\b", said) else text
    text = re.sub(r"\b(?:him or her|her or him)\b", "him", text)
    text = re.sub(r"\b(?:his or her|her or his)\b", "his", text)
    said = plain(outside(text))
    words = _tokens(text)
    phrase = _WH_PHRASE.match(said)
    known = bool(re.search(rf"\bmy {_PARTNER}\b", said))
    first_known = re.search(rf"\bmy {_PARTNER}\b", said)
    changes: list[_Change] = []
    for n, token in enumerate(words):
        if token.word not in _HE:
            continue
        if any(not (phrase and match.end() <= phrase.end()) for match in _OTHERS.finditer(said, 0, token.start)):
            return as_it_was
        seen = bool(changes) or (known and first_known is not None and first_known.start() < token.start)
        after = words[n + 1] if n + 1 < len(words) and _between(text, token, words[n + 1]) else None
        last = words[n - 1] if n and _between(text, words[n - 1], token) else None
        change = _him(token, last, after, seen=seen)
        if change is None:
            return as_it_was
        changes.extend(change)
    return _apply(text, changes)


_HE = word_set("he she him her his hers he's she's he'll she'll himself herself")


# `her` is a person before these, and after these verbs it may be one.
_AFTER_PERSON = word_set("a an the to once twice again today tonight alone more back out down up first that what and")
_TAKES_PERSON = word_set("give tell ask show offer send write buy bring teach make let help thank hear see invite hold")


def _him(token: Token, last: Token | None, after: Token | None, *, seen: bool) -> list[_Change] | None:
    """Return the changes for one pronoun of the partner; `seen` says that the wording has named the partner before."""
    word, behind = token.word, after.word if after else ""

    def one(new: str) -> _Change:
        return _Change(token.start, token.end, new)

    if word in ("himself", "herself"):
        return [one("themselves")]
    if word == "her":
        thing = behind in _AFTER_PERSON | _PREPOSITIONS | _CONJUNCTIONS or behind.endswith("ly") or not behind
        if last is not None and last.word in _CAUSE and is_base_verb(behind):
            thing = True
        if not thing and last is not None and bases(last.word) & _TAKES_PERSON:
            return None
        word = "him" if thing else word
    if word in ("his", "her"):
        return [one("their" if seen else "my partner's")] if behind else None
    if word == "hers":
        return [one("theirs" if seen else "my partner's")]
    if word == "him":
        return [one("them" if seen else "my partner")]
    if word in ("he'll", "she'll"):
        return [one("they'll" if seen else "my partner will")]
    if word in ("he's", "she's"):
        has = behind == "been" or (behind.endswith(("ed", "en")) and is_verb(behind))
        if not seen:
            return [one("my partner has" if has else "my partner is")]
        return [one("they've" if has else "they're")]
    if not seen:
        return [one("my partner")]
    inverted = last is not None and last.word in AUXILIARIES
    if inverted and last is not None:
        if last.word in _PLURAL:
            return [_Change(last.start, last.end, _PLURAL[last.word]), one("they")]
        return [one("they")]
    if after is not None and behind in _PLURAL:
        return [one("they"), _Change(after.start, after.end, _PLURAL[behind])]
    plain_past = behind in _MODALS or behind in _PAST or behind.endswith("ed")
    return [one("they")] if plain_past else [one("my partner")]
