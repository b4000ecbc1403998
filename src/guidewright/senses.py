"""What the words right beside a term make of it: `alcohol abuse`, `controlling attention`, `a sceptic of all religion`.

An editor's term is a word as it is used of the corpus's own subject. Here is what English has for telling another use
from it: the noun of which it is a part, the object that it has, the list that it stands in. Where a corpus is about
people, what is of people is its own, and what is of things is not; of other corpora, only everyday words are looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guidewright import text as texts
from guidewright.topics import keys_of

# The words here are of this language; of others, nothing is known.
LANGUAGE = "en"
# Everyday words with other senses than an editor's: they need company of their topic, or words of its page.
VAGUE = frozenset(
    """account advice afford attack balance bill block bond book break budget burden call care cause change charge
    charity check close closeness complaint confidence connection control cost counsel course credit crisis
    culture cycle damage danger date deal decision demand depression difference direction discipline discussion
    dispute distance drive drug duty exercise expectation expense expensive experience failure faith fault fear
    fee feeling fight focus force free freedom goal ground growth habit harm health help hope hurt income
    independence insurance interest isolation issue job joy judgment lead leave limit loss love meaning medicine
    mistake money mood move need note open order pain partner patience pattern peace pension play power practice
    pressure price pride privacy problem promise protection quiet recovery relief repair respect response rest
    review reward risk role row rule safe safety save saving secret security sense separate share shock silence
    sleep space split stay step strength stress struggle support surrender tax tension test therapy threat
    threaten time touch train training treatment trial trouble understanding value voice wait warmth waste
    weakness weight welcome wish work worry worth""".split()  # noqa: SIM905
)
# Of these, much may be a boundary, a repair or abuse: what they name is the thing, and the term only says what of it.
_THINGS = frozenset(
    """admission agency air airline airport alarm alcohol animal art asking baggage band bank bar bathroom beach bed
    bicycle bike boat boiler book booking border brake bread bride bridge broadband building bus business camera
    car cargo cat chain charity chimney cinema city climate clothes cloud club coffee company computer concert
    consumer contents continent council country county crime crop customer customs data deer delivery desk disk
    dog door drug egg electrical electricity energy engine entrance entry factory farm fence field film fire
    flight flood food football fruit fuel furniture game garage garden gas gate gun gym heating home hospital
    hotel house household housing ice kitchen labor laboratory labour lake land laptop laser library life literary
    luggage lunch machine manufacturer map market meat meeting membership metal military mountain museum music
    network news nuclear office oil opioid orchard oxygen painting parcel parish park parking party passport pest
    pet petrol phone pipe plant plumbing police pool port power printer property pub radar radio rail railway rain
    registration restaurant road roof salt satellite school sea seat share ship shipping shoe shop signal software
    stage station steel stock stone street subscription substance supermarket tablet tax telephone television
    theater theatre ticket tire tobacco tool town toy track traffic train transfer transport travel truck tyre van
    vehicle village visa waste watch water weapon weed wheat wind window wine wire wood""".split()  # noqa: SIM905
)
# What follows a term that only says of what sort it is: `the price tag`, `a trust fund`, `a boundary stone`.
_HEADS = frozenset(
    """anxiety belt bill boots box briefing bulletin catch certificate class classes clause cloud clouds counter
    course deed desk device devices driving fence film films fund game games gate glass glasses goggles guard hall
    harness headache headaches hedge helmet inspection interest kit lamp lesson lessons list luggage man manual
    match matches midfielder net pin pins player post queue rail razor regulation regulations ring rope
    shareholder sheet shop sign skies sky species stake standards stone storm storms switch tag terminal track
    valve vest wall weather wire""".split()  # noqa: SIM905
)
# With these, one speaks or quarrels of other things.
_ROLES = frozenset(
    """accountant agent baker bank boss builder butcher captain clerk client coach colleague customer dentist doctor
    driver editor electrician employer farmer gardener guard guide insurer landlady landlord lawyer manager mechanic
    neighbor neighbour nurse officer pilot plumber policeman pupil referee salesman secretary seller shopkeeper
    solicitor student supplier surgeon taxman teacher tenant trader vet waiter""".split()  # noqa: SIM905
)
# After these, a form in `-ing` is a verb, and what follows is its object.
_TROUBLE = frozenset(
    """at began begin begins busy by difficulties difficulty finish finished for keep keeps kept mind minds problem
    problems start started starts stop stopped stops time tried tries trouble try worth""".split()  # noqa: SIM905
)
# What ends the words that belong to a preposition or a verb before them.
_END = frozenset(
    """about after against and are as at because been before but by can cannot could did do does for from had has
    have how if in into is may might must nor of off on once or over shall should since so than then through to
    under until was were when where which while who whom will with without would""".split()  # noqa: SIM905
)
# People are what a guide is about more often than not; a time says when, and `of that sort` nothing.
_KIN = frozenset(
    """partner partners spouse spouses wife wives husband husbands couple couples child children parent parents
    family families friend friends mother father man men woman women ex exes lover lovers boyfriend girlfriend
    brother brothers sister sisters son sons daughter daughters boy boys girl girls baby babies
    relatives in-laws""".split()  # noqa: SIM905
)
_PEOPLE = _KIN | frozenset(
    """me us you him her them i we he she they my our your his their myself yourself himself herself ourselves
    themselves yourselves each other another both two three someone somebody anyone anybody everyone everybody
    nobody people person other others one what how whatever""".split()  # noqa: SIM905
)
KIN = frozenset(texts.key(word) for word in _KIN)
_OWNERS = frozenset("my your our his her their".split())  # noqa: SIM905
_TIMES = frozenset(
    """second minute minutes hour hours day days night nights week weeks weekend month months year years morning
    evening afternoon time times moment moments monday tuesday wednesday thursday friday saturday sunday once home
    kind sort type""".split()  # noqa: SIM905
)
_WORD = r"[^\W_]+(?:[’'-][^\W_]+)*"
_PREPOSITIONS = frozenset("of for against to on with in at from".split())  # noqa: SIM905
_AFTER = re.compile(rf"[ -]({_WORD})")
_FOLLOWING = re.compile(rf"\s+(of|for|against|to|on|with)\s+((?:{_WORD}\s*){{1,6}})")
# After `in` and `at`, these say when, where or how, and not of what: `trust in these years`, `fees in writing`.
_NO_SUBJECT = """
    a the an my your our his her their this that these those each every any all some many such advance fact full general
    home last least most night once part particular person practice private public secret silence theory time times turn
    writing
"""
# These have with `in` what they are for.
_IN = re.compile(rf"(?:belief|confidence|faith|interest|trust)\s+(in)\s+((?:{_WORD}\s*){{1,6}})", re.IGNORECASE)
# What repairs, threats and insults are to. Without an article, a verb may follow: `arguments to avoid`.
_TO = re.compile(rf"\s+(to)\s+((?:an?|the|his|its|their)\s+(?:{_WORD}\s*){{1,5}})")
_WHERE = re.compile(rf"\s+(in|at)\s+(?!(?:{'|'.join(_NO_SUBJECT.split())})\b)({_WORD})")
_ON = re.compile(r"\s+(?:about|over|with|between)\s+[^\W_]")
_PLACE = re.compile(rf"\s+(in|at|from)\s+((?:{_WORD}\s*){{1,5}})")
_OBJECT = re.compile(rf"\s+()((?:{_WORD}\s*){{1,5}})")
# Items of a bare list: `insurance, oil, repairs, registration`.
_ITEM = rf"{_WORD}(?: {_WORD})?"
_LIST_BEFORE = re.compile(rf"(?:^|[\s:(])((?:{_ITEM}, )+)$")
_LIST_AFTER = re.compile(rf"((?:, {_ITEM})+)")
_NOT_LISTED = (_END | _PEOPLE | texts.STOPWORDS) - {"and", "or", "nor"}
# So far do the words reach that are looked at; time stays linear where a text is one long list.
_REACH = 100
# `It is no betrayal to …`: of what follows, which is not the term.
_DENIED = re.compile(r"(?:\b(?:is|was|be) not?|\b(?:is|was)n['’]t)(?: an?)? $", re.IGNORECASE)
_PARTICLES = frozenset("up off out down apart away".split())  # noqa: SIM905


def other(text: str, span: tuple[int, int], term: str, ours: frozenset[str], language: str) -> str:
    """Return how the words beside a term make another thing of it, in words, or nothing.

    `ours` are the keys of words that belong to the term's subject: what is of these, or of people, is no other thing.
    """
    of = _of_another(text, span, term, ours, language)
    if of:
        return f"it is that of something else (“{of}”)"
    denied = text.startswith(" to ", span[1]) and _DENIED.search(text, max(0, span[0] - 30), span[0])
    return "something else is said not to be it" if denied else ""


def listed(text: str, span: tuple[int, int], ours: frozenset[str], language: str) -> str:
    """Return, in words, that a term stands in a bare list of two or more others, none of them of its subject."""
    start, end = span
    before = _LIST_BEFORE.search(text, max(0, start - 24), start)
    after = _LIST_AFTER.match(text, end, end + _REACH)
    around = f"{before[1] if before else ''}{after[1] if after else ''}".strip(" ,").lower().replace("’", "'")
    found = [each.split() for each in around.split(", ")]
    if found[0][:1] and found[0][0] in _NOT_LISTED:  # `paid for oil, repairs`
        del found[0][0]
    if found[-1][-1:] and found[-1][-1] in _NOT_LISTED:
        del found[-1][-1]
    items = ", ".join(" ".join(each) for each in found if each)
    if (
        items.count(",") < 1
        or ours & keys_of(items, language)
        or not _NOT_LISTED.isdisjoint(items.replace(",", "").split())
    ):
        return ""
    return f"it stands in a list of other things (“{items}”)"


@lru_cache(maxsize=1 << 14)
def _is_one_word(term: str) -> bool:
    return len(texts.words(term)) == 1


def goes_on(text: str, end: int) -> bool:
    """Whether a term goes on as talk and quarrels do, with what it is about or whom it is with."""
    return _ON.match(text, end, end + _REACH) is not None


def _of_another(text: str, span: tuple[int, int], term: str, ours: frozenset[str], language: str) -> str:
    """Return the words that make something else of a term, or nothing."""
    start, end = span
    before = _word_before(text, start)
    after = _AFTER.match(text, end, end + _REACH)
    alone = _is_one_word(term)
    said = text[start:end].lower()
    does = said.rpartition(" ")[2] in _PARTICLES
    if (alone or does) and before and _is_thing(before, ours, language):
        return f"{before} {said}"
    if alone and after and after[1] in _THINGS | _HEADS and texts.key(after[1], language) not in ours:
        return f"{said} {after[1]}"
    if does or (said.endswith("ing") and before.lower() in _TROUBLE):
        return _foreign(_OBJECT.match(text, end, end + _REACH), ours, language)
    if after is None or after[1] not in _PREPOSITIONS:
        return ""
    return _of_word(text, span, term, ours, language) if alone else _of_phrase(text, end, ours, language)


def _word_before(text: str, start: int) -> str:
    """Return the word before, if nothing but a space or a hyphen stands between; a sign before a word spoils it."""
    if start < 2 or text[start - 1] not in " -":
        return ""
    return text[max(0, start - 24) : start - 1].replace("-", " ").rpartition(" ")[2]


def _of_word(text: str, span: tuple[int, int], term: str, ours: frozenset[str], language: str) -> str:
    """Return what a word is of, to, for, in, on or with, if that makes something else of it."""
    start, end = span
    said = text[start:end].lower()
    vague = term.lower() in VAGUE
    follows = _FOLLOWING.match(text, end, end + _REACH)
    if follows:
        how = follows[1]
        if how in ("of", "for", "against") or (how == "to" and _is_verb(said, term)):
            return _foreign(follows, ours, language, owned=not vague)
        if how == "on" and said.endswith(("ing", "ed")):
            return _foreign(follows, ours, language, owned=False)
        if how == "with":
            return _foreign(follows, ours, language) if _names(follows, _ROLES | _THINGS) else ""
    if said.endswith("s") and _TO.match(text, end, end + _REACH):
        return _foreign(_TO.match(text, end, end + _REACH), ours, language, owned=not vague)
    if _IN.match(text, start, end + _REACH):
        return _foreign(_IN.match(text, start, end + _REACH), ours, language)
    return _foreign(_WHERE.match(text, end, end + _REACH), ours, language, owned=False) if vague else ""


def _of_phrase(text: str, end: int, ours: frozenset[str], language: str) -> str:
    """Return what several words are of, or the other place that they are of, if that makes something else of them."""
    follows = _FOLLOWING.match(text, end, end + _REACH) or _PLACE.match(text, end, end + _REACH)
    if follows and (follows[1] == "of" or _names(follows, _THINGS)):
        return _foreign(follows, ours, language)
    return ""


def _names(found: re.Match[str], things: frozenset[str]) -> bool:
    return any(word in things or word.removesuffix("s") in things for word in map(str.lower, _phrase(found[2])))


def _phrase(said: str) -> list[str]:
    """Return the words up to the first that ends what belongs to a preposition."""
    found: list[str] = []
    for word in texts.words(said):
        if word.lower() in _END:
            break
        found.append(word)
    return found


def _is_thing(word: str, ours: frozenset[str], language: str) -> bool:
    word = texts.fold(word)
    return (word in _THINGS or word.removesuffix("s") in _THINGS) and texts.key(word, language) not in ours


def _is_verb(said: str, term: str) -> bool:
    return said.endswith("ing") or (said != term.lower() and not said.endswith("s"))


def _foreign(found: re.Match[str] | None, ours: frozenset[str], language: str, *, owned: bool = True) -> str:
    """Return the words found, if there are such and they are neither of people, of a time, nor of the subject.

    `owned` says that what is somebody's is of people, too: of a vague word it is not (`the price of her ticket`).
    """
    if found is None:
        return ""
    mine = _phrase(found[2])
    said = {word.lower() for word in mine}
    near = (_PEOPLE if owned else _PEOPLE - _OWNERS) | _TIMES
    if (
        not mine
        or said & near
        or (found[1] in ("of", "to") and said == {"it"})
        or ours & keys_of(" ".join(mine), language)
    ):
        return ""
    return " ".join(filter(None, (found[1], *mine)))
