"""The little English grammar that deriving a worksheet needs: verbs, orders, quotations, questions, enumerations.

Nothing here guesses: where the words do not settle what is meant, the answer is no, and no question is made of them.
Apostrophes are straight in what the patterns see (`plain`), one character for one, so places stay those of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from guidewright.text import american, bases, sentences


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " "})

# Verbs that a guide may begin an order with. A word that is a noun as often needs more evidence (`orders`).
VERBS = frozenset(
    map(
        american,
        word_set("""
    accept acknowledge act add address admire admit agree aim allow answer apologise apply appoint appreciate
    approach arrange arrive ask assume attend avoid bake bargain bathe be bear begin believe bike book borrow
    brainstorm breathe bring budget build buy call calm camp cancel cap care carry catch celebrate challenge change
    check cherish choose circle clean clear climb collect come comfort commit communicate compare compliment
    compromise confide confront consider console consult contact continue cook count court cover create cross crouch
    cuddle cut cycle dance date decide dedicate define delete describe detect develop dim discover discuss do donate
    double doze draw drive drop earn eat eliminate email embrace encourage end engage enjoy enlist enquire enrol
    ensure establish examine exchange exercise expect explain explore express face feel fetch fight fill find finish
    fix flip flirt focus fold follow forgive frame fuel garden get give go grab greet grow halve handle have hear help
    hide hike hire hold honour hope host hug identify ignore imagine include increase inform inquire interview
    invest investigate invite involve iron join jot journal keep kiss kneel know laugh lead lean learn leave let lie
    light limit list listen live look loosen lose love lower maintain make manage mark massage match mediate
    meditate meet mend mention message mind mirror model monitor mourn move mute name nap narrow negotiate nod note
    notice nurture observe offer open organise own pace pack paint paraphrase pat pause pay phone pick plan play
    pledge point postpone pour practise praise pray prepare preserve press prioritise probe promise propose protect
    prove provide pull push put question quit raise rank rate reach read reassess reassure rebuild recall recognise
    reconnect reconsider record recruit redo reduce reflect refrain reframe refresh refuse register rehearse reject
    relax release remain remember remind remove renew rent repair repeat rephrase replace reply request research
    reserve resist resolve respect respond rest restate rethink return review revisit rewrite ring rise rotate rule
    run save say schedule scroll search see seek sell send separate serve set settle share shelve shift show shower sign
    sing sit sketch skim skip skype sleep slow smile soften solve soothe sort space speak speed spend split stand
    start stay steer step stick stop strengthen stretch strive study substitute suggest summarise support surprise
    swap swear swim switch tackle take talk teach tell test text thank think tick tidy touch track trade train
    travel treat trust try turn underline understand unlearn unpack unplug unwind use validate value vary visit
    voice volunteer vow wait wake walk want wash watch weigh welcome whisper wipe wonder woo work wrap write zoom
"""),
    )
)
NOUNS_TOO = word_set("""
    bike budget camp cap court cross dance date draw drive email garden hike host increase iron lean light mind message
    mirror pace pack pat question rank rate shower sketch space speed step surprise text tick trade treat wake
    act address aim answer approach book breathe call care challenge change check count cover cut drop end
    exercise face fight fill focus frame fuel help hold hope hug journal kiss lead lie limit list live look love
    mark match mind model move name note offer open own pause phone plan play point press promise pull push record
    repair reply request research respect rest return review ring rule run save search sign sleep shift share show
    start stand stay stop study support swap switch talk test thank touch track train treat trust try turn use
    value visit voice wait walk want wash watch welcome wonder work
""")
# Verbs of what happens to one or of what one is, which nobody can choose to do this week.
STATES = word_set("""
    be believe fear feel find have_to hope hear imagine know lose notice see think want wonder
""")
_FINITE = word_set("""
    is are was were am has had can could may might must shall should will would does did isn't aren't wasn't can't
    won't doesn't didn't helps makes comes costs matters counts often
""")
# Verbs of the reader that no order begins with.
_OTHERS = frozenset(
    map(
        american,
        word_set("""
    annoy bother embarrass excite frighten irritate please puzzle scare upset
    admire adore afford age cost anticipate appear appreciate argue attend bear blame break bring burn cheat cherish
    cohabit complain compromise cope criticise cry dare date depend deserve desire disagree dislike dismiss
    divorce doubt dread dream drink drive earn eat enjoy envision excuse exist expect experience fail fall fear feel
    finish forget gain grieve guess hate hear hesitate hide hit hurt ignore interrupt judge keep lack lash laugh
    lean lie like live long love marry mean miss nag need notice outgrow owe own panic picture possess prefer
    pretend pursue quarrel raise react realise recall regret rely remain require resent sacrifice scream seem
    sense separate share shout shut sigh sit sleep snap spend split stand stay struggle suffer suppose suspect
    swear tend text tire tolerate trigger trust undergo vent wake walk whisper win wish withdraw work worry yell
"""),
    )
)
AUXILIARIES = word_set("""
    am is are was were do does did have has had can cannot could will would shall should may might must isn't aren't
    wasn't weren't don't doesn't didn't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't mightn't
""")
_PERSONS = word_set("i you he she we they")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# A clause before the order itself, or a word that only joins it to the one before.
_BEFORE_ORDER = re.compile(
    r"(?:(?P<case>(?:if|when|whenever|once|before|after|until|while|as|at|on|in|during|every|each|the next|for|with|"
    r"over)\b[^,.;:!?]{2,90}, )|(?:then|next|also|instead|first|second|third|finally|afterwards?|later|always|"
    r"please|now|"
    r"just|gently|simply|perhaps|maybe),? )",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:don't|do not|never|no longer) (?=\w)", re.IGNORECASE)
_LABEL = re.compile(r"[^.,:;?!]{2,40}: +(?=\w)")
_JUSSIVE = re.compile(r"(?:each|both|one|either|neither) of you\b|each (?=[a-z]+ )|take turns\b", re.IGNORECASE)


class Span(NamedTuple):
    """Characters `start` to `end` (excluded) of a text."""

    start: int
    end: int


def plain(text: str) -> str:
    """Return the text with straight apostrophes, as long as before."""
    return text.translate(_STRAIGHT)


def is_verb(word: str) -> bool:
    """Whether a word in any of its forms can be a verb that a guide uses of its reader."""
    return not (VERBS | _OTHERS).isdisjoint(bases(word))


def is_base_verb(word: str) -> bool:
    """Whether a word can be such a verb in the form that follows `you` or `to`."""
    return american(word.lower()) in VERBS | _OTHERS


_NARRATES = re.compile(
    r"\b(?:(?:was|were)(?: \w+ly| then| also| each| both)? (?:asked|told|given|taught|invited|instructed|advised|"
    r"encouraged|urged|to)|had to|"
    r"(?:will|would) be (?:asked|told|given|invited|instructed|required)|"
    r"(?<!be )(?<!been )(?<!is )(?<!are )(?<!often )(?:told|taught|asked|invited|instructed|required|ordered|"
    r"advised|urged|rated|scored|answered|agreed|followed|"
    r"included|hung|tended)(?! by\b))\b|"
    r"(?:\A(?:(?:on|at|in|after|before|during|every|each|for) [^,.:]{2,40}? )?|, )(?:(?:the|all|both|each|every|some|"
    r"half) )?(?:they|he|she|couples?|pairs?|participants?|volunteers|groups?|spouses|men|women|students|strangers|"
    r"partners|parents|children)(?: \w+ly| then| also| each| both)* (?:[a-z]{2,}ed|got|had|did|was|were|wrote|read|"
    r"took|made|gave|sat|went|began|held|kept|chose|came|said)\b",
    re.IGNORECASE,
)
_SPEAKER_OR_READER = re.compile(r"\b(?:i|me|my|we|us|our|you|yours?|yourself|yourselves)\b", re.IGNORECASE)


# A story tells what was; `became` tells what to make of a sentence.
PAST = re.compile(
    r"\b(?:took|was|were|had|did|said|told|asked|wrote|answered|began|read|came|went|(?!(?:need|feed|seed|speed|indeed|tired|married)\b)[a-z]{2,}ed)\b",
    re.IGNORECASE,
)


def narrates(text: str) -> bool:
    """Whether a text tells what others were asked, told or given to do, and names neither writer nor reader."""
    said = plain(outside(text))
    return bool(_NARRATES.search(said)) and not _SPEAKER_OR_READER.search(said)


def is_doing(text: str) -> bool:
    """Whether a text names something by its doing (`Offering a cup of tea`)."""
    return bool(_GERUND.match(text))


@lru_cache(maxsize=512)
def orders(text: str) -> bool:
    """Whether a sentence tells the reader to do (or not to do) something."""
    return _orders(plain(text).strip()) or labelled(text)


def labelled(text: str) -> bool:
    """Whether a text is an order behind the name it goes by (`Money date: put an hour in the diary`)."""
    said = plain(text).strip()
    label = _LABEL.match(said)
    return label is not None and _orders(said[label.end() :])


# Behind a word that is a noun as well: here it is one.
_AS_NOUN = re.compile(
    r"\s*(?:(?:(?:one|two|three|four|five|\d{1,2}) ?)?:|,(?! (?:once|and (?:then )?[a-z]+))|of\b|"
    r"and [a-z]+ (?:is|are)\b|[-–—/])"
)


def _orders(said: str) -> bool:
    for _ in range(2):
        lead = _BEFORE_ORDER.match(said)
        if lead is None or _JUSSIVE.match(said):
            break
        said = said[lead.end() :]
    if _JUSSIVE.match(said) or _NOT.match(said):
        return True
    words = [match.group().lower() for match in _WORD.finditer(said[:80])]
    if not words or not (american(words[0]) in VERBS or _transitive(said) or _PHRASAL.match(said)):
        return False
    after = said[len(words[0]) :]
    # `Thank you for the tea.`, `Do you know him?`
    if words[0] in ("thank", "do", "have") and words[1:2] and words[1] in _PERSONS:
        return False
    if words[0] in NOUNS_TOO and _AS_NOUN.match(after):
        return False
    return len(words) == 1 or words[1] not in _FINITE


# A verb that is not in the table, known by what follows it: nothing else stands before an article without one.
_TRANSITIVE = re.compile(
    r"(?!(?:half|quite|such|what|even|only|once|while|like|near|both|all|not|many|just|than|because|since|though|"
    r"unless|"
    r"that|which|whose|where|when|how|why|who|if|as|is|are|was|were|has|had|and|or|but|nor|so|yet|rather|almost|maybe|"
    r"perhaps|here|there|most|more|less|at|by|for|from|in|of|off|on|out|over|to|up|with|within|without|about|above|"
    r"after|against|along|around|before|behind|below|beside|between|beyond|down|during|inside|into|onto|outside|past|"
    r"per|through|toward|under|until|upon|via|versus|except|despite)\b)"
    r"([^\W\d_]{2,})(?: (?:out|up|off|down|over|away|back))? (?:an?|the|your|each other|it|them|him|her|yourself)\b",
    re.IGNORECASE,
)


# With one of these behind it, a word that is noun or adjective as well is a verb.
_PHRASAL = re.compile(
    r"(?:close|sum|warm|chat|hang|park|wind|log|team|link|cool|calm|dress|hand|tune|ease|zoom) "
    r"(?:up|down|off|out|in|with|by|together|into)\b",
    re.IGNORECASE,
)


def _transitive(said: str) -> bool:
    found = _TRANSITIVE.match(said)
    return found is not None and not found[1].lower().endswith(("s", "ed", "ing", "ly", "ion", "ness", "ment"))


# A text is asked about sentence by sentence: what holds of the whole of it is found once.
@lru_cache(maxsize=128)
def quotations(text: str) -> tuple[Span, ...]:
    """Return what stands in double quotation marks, marks excluded; an unclosed one reaches to the end."""
    found: list[Span] = []
    start = -1
    for place, char in enumerate(text):
        opens = char == "“" or (char == '"' and start < 0)
        if opens and start < 0:
            start = place + 1
        elif start >= 0 and char in '”"':
            found.append(Span(start, place))
            start = -1
    if start >= 0:
        found.append(Span(start, len(text)))
    return tuple(found)


@lru_cache(maxsize=128)
def outside(text: str) -> str:
    """Return the text with what is quoted blotted out by spaces, as long as before."""
    kept, at = [], 0
    for span in quotations(text):
        kept += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join(kept) + text[at:]


@lru_cache(maxsize=128)
def parted(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text."""
    return tuple(Span(*each) for each in sentences(text))


_VERB_START = re.compile(r"(?:and |or |even |perhaps |maybe |each |both |simply |also )*([^\W\d_]+)\b", re.IGNORECASE)
_GERUND = re.compile(r"(?!(?:some|any|no|every)thing\b|evening\b|morning\b|during\b)[a-z]{2,}ing\b", re.IGNORECASE)
_PROMISES = re.compile(
    r"\b(?:you|we)(?: two| both)? (?:might|could|can|may)\b(?:[, ]+(?:both|each|also|either|instead|perhaps|then|"
    r"for example|for instance|say(?=,)|want to|like to|wish to|choose to|decide to))*[, ]+(?=\w)",
    re.IGNORECASE,
)
_OTHERS_LIKE = re.compile(
    r"\b(?:some|many|most|other) (?:couples|people|partners) "
    r"(?:find it (?:helpful|useful|good) to|like to|choose to) (?=\w)|"
    r"\bit (?:can |may |might |often )?helps? to (?=\w)",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:you|we|couples|partners) (?:might|could|can|may) [\w' ]{1,40}\bby (?=\w+ing\b)", re.IGNORECASE)
_BY_DOING = re.compile(r"\bby (?=\w+ing\b)", re.IGNORECASE)
# The sentence goes on after a list of doings.
_AFTER_LIST = re.compile(r", (?:and|but|so|then|which|before|until|while|rather|instead)\b(?! \w+ing\b)", re.IGNORECASE)
# Orders whose object may be a list of things to choose from.
_TRY = re.compile(r"(?:try|consider|explore|look into)(?: out)? (?=\w)", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:through|by using|with the help of) (?=\w)", re.IGNORECASE)
# Of what one does: two examples are a list already.
_DOINGS = r"(?:practices|habits|rituals|routines|gestures|activities|projects|hobbies|goals)"
_SUCH_AS = re.compile(rf"\b{_DOINGS},? (?:like|such as|including) (?=\w+ing\b)", re.IGNORECASE)
_MAYBE = re.compile(r"(?:maybe|perhaps) (?:it's|it is|that's|that is|that means) (?=\w+ing\b)", re.IGNORECASE)
_TRY_DOING = re.compile(r"\b(?:try|consider|start by|begin by|experiment with) (?=\w+ing\b)", re.IGNORECASE)
_NO = re.compile(r"\b(?:not|never|avoid|refus\w+|neither(?! of (?:you|us)\b)|nor|unless)\b|n't\b", re.IGNORECASE)
_OFFERS = re.compile(r"\b(?:for example|for instance)\b", re.IGNORECASE)
# Before a colon: what follows is to choose from.
_CHOOSE_FROM = re.compile(
    r"\b(?:try|(?:you|we) (?:might|could|can|may)\b(?! (?:feel|notice|be|become|see|find|have)\b)|ideas?|options|"
    r"ways to)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\btry\b|\b(?:one|some|any) of (?:these|the following)\b", re.IGNORECASE)
# In a list of what the reader may ask, tell, ... the verb is said once.
_CLAUSE = re.compile(r"(?:whether|if|who|what|when|where|why|how|which|that)\b", re.IGNORECASE)
_NO_VERB = re.compile(
    r"(?:a|an|the|this|that|these|those|my|your|our|their|his|her|its|some|any|no|one|two|three|more|less|other|"
    r"another|"
    r"in|on|at|by|for|from|with|to|of|about|as|than|if|when|where|what|who|which|whether|how|why|and|but|so|i|you|"
    r"we|he|"
    r"she|it|they|someone|somebody|something|nobody|nothing|is|are|was|were|has|had|can|could|will|would|should|even|"
    r"\w{3,}(?:ing|ed|ly|ion|ions|ness|ment|ments|ies|ers|ists|able|ible|ful|less|ous|ive|al))$",
    re.IGNORECASE,
)
_SHARES = word_set("ask tell say decide discuss write offer suggest read name explain")
MOST_WORDS = 28


class Member(NamedTuple):
    """One of several things that a sentence lists; `lead` is the verb that it shares with the first one."""

    span: Span
    lead: str = ""


def enumeration(sentence: str, before: str = "") -> list[Member]:
    """Return what a sentence offers the reader to choose from, if it parses in one way only; else nothing.

    Taken are `you might, for example, A, B, or C` with a verb at the head of each, orders joined by `or`, what
    one may `try` or do something `through`, `you can do this by A-ing, B-ing and C-ing`, and of two on
    `try habits like A-ing or B-ing`, also as `maybe it's A-ing or B-ing` where `before`, the sentence before, says so.
    It must end with the list, and what is quoted is not looked into.
    """
    said = plain(outside(sentence))
    end = len(said.rstrip(" .!"))
    if "?" in said:
        return []
    head, colon, _ = said.partition(": ")
    if colon:
        if not _CHOOSE_FROM.search(head) or _NO.search(head):
            return []
        at = len(head) + len(colon)
        if not _NO.search(said, at) and (listed := _by_verbs(said, at, end, offered=True)):
            return listed
        return _by_things(said, at, end) if _ONE_OF.search(head) else []
    if found := _PROMISES.search(said):
        if _NO.search(said, found.start(), end):
            return []
        offered = bool(_OFFERS.search(said, 0, found.end()))
        doing = _TRY_DOING.match(said, found.end())
        listed = _by_gerunds(said, doing.end(), end) if doing else _by_verbs(said, found.end(), end, offered=offered)
        if listed:
            return listed
    if found := _OTHERS_LIKE.search(said):
        # What they do for themselves is said of them.
        theirs = re.search(r"\b(?:their|them|themselves)\b", said[found.end() :], re.IGNORECASE)
        return [] if theirs or _NO.search(said) else _by_verbs(said, found.end(), end, offered=True)
    if found := _BY.search(said):
        return [] if _NO.search(said) else _by_gerunds(said, found.end(), end)
    told = plain(outside(before)).strip()
    if (found := _MAYBE.match(said)) and orders(told) and re.search(_DOINGS, told) and not _NO.search(told + said):
        return _by_gerunds(said, found.end(), end, fewest=2)
    lead = _BEFORE_ORDER.match(said)
    doing = _TRY_DOING.match(said, lead.end() if lead else 0)
    if doing and not _NO.search(said, doing.end()) and (listed := _by_gerunds(said, doing.end(), end)):
        return listed
    if lead and (found := _TRY.match(said, lead.end())) and not _NO.search(said, lead.end()):
        # What is said for a case is for that case alone, unless it is only a proposal.
        return _by_things(said, found.end(), end)
    if not orders(said) or _NO.search(said):
        return []
    if (found := _BY_DOING.search(said)) and (listed := _by_gerunds(said, found.end(), _list_end(said, end))):
        return listed
    if lead and lead["case"]:
        return []
    listed = _by_verbs(said, lead.end() if lead else len(said) - len(said.lstrip()), end, offered=False)
    if listed:
        return listed
    if found := _SUCH_AS.search(said):
        return _by_gerunds(said, found.end(), end, fewest=2)
    found = _TRY.match(said) or _THROUGH.search(said)
    return _by_things(said, found.end(), end) if found else []


def _pieces(said: str, start: int, end: int, joint: str = "or") -> list[Span]:
    """Cut at commas and at the last `or` (or `and`); nothing if there is no such end."""
    cuts = list(re.finditer(rf",? {joint} |, (?!{joint} )", said[start:end]))
    if not cuts or not cuts[-1].group().endswith(f"{joint} "):
        return []
    places, at = [], start
    for match in cuts:
        if match.group() == f" {joint} " and match is not cuts[-1]:
            continue
        places.append(Span(at, start + match.start()))
        at = start + match.end()
    return [*places, Span(at, end)]


def _by_verbs(said: str, start: int, end: int, *, offered: bool) -> list[Member]:
    pieces = _pieces(said, start, end) or (_pieces(said, start, end, "and") if offered else [])
    if len(pieces) < 3 or any(not _fits(said[piece.start : piece.end]) for piece in pieces):
        return []
    heads = [_VERB_START.match(said, piece.start, piece.end) for piece in pieces]
    verbs = [head[1].lower() if head else "" for head in heads]
    # `when nobody has to talk, cook or decide`: the list may begin in the clause.
    clause = None if offered else _ENDS_IN_CLAUSE.search(said, pieces[0].start, pieces[0].end)
    if clause and (clause["verb"] is None or is_base_verb(clause["verb"])):
        return []
    if verbs[0] == "stop":
        return []
    if verbs[0] in STATES and (not offered or verbs[0] in ("feel", "be", "think", "want", "notice")):
        return []
    known = [
        american(verb) in VERBS or (head is not None and _transitive(said[head.start(1) : piece.end]))
        for verb, head, piece in zip(verbs, heads, pieces, strict=True)
    ]
    # After `you might, for example,` stands a verb; a word that is new here may be one if most heads are.
    new = [verb for verb, is_known in zip(verbs, known, strict=True) if not is_known]
    acts = not new or (offered and known[0] and len(new) * 2 < len(known) and not any(map(_NO_VERB.match, new)))
    if acts and (offered or not any(_is_thing(piece, verb) for piece, verb in zip(pieces, verbs, strict=True))):
        return [Member(piece) for piece in pieces]
    first = heads[0]
    if not offered or first is None or verbs[0] not in _SHARES:
        return []
    rest = Span(first.end() + 1, pieces[0].end)
    if all(_CLAUSE.match(said, piece.start, piece.end) for piece in (rest, *pieces[1:])):
        return [Member(pieces[0]), *(Member(piece, verbs[0]) for piece in pieces[1:])]
    return []


_ENDS_IN_CLAUSE = re.compile(
    r"\b(?:to|can|could|may|might|will|would|should|must) (?P<verb>[a-z]+)"
    r"(?: (?:back|up|off|out|in|down|over|away|again|later|first|it|them|him|her|me|you))?\Z|"
    r"\b(?:whether|how|what|when|where|who) to\b",
    re.IGNORECASE,
)


def _is_thing(piece: Span, verb: str) -> bool:
    """Whether a piece that begins with a verb's letters is a noun all the same (`work`, `a rest`)."""
    return verb in NOUNS_TOO and piece.end - piece.start <= len(verb)


_RELATIVE = re.compile(r"\b(?:which|who|whom|whose|that|where|when|while)\b", re.IGNORECASE)


def _by_things(said: str, start: int, end: int) -> list[Member]:
    pieces = _pieces(said, start, end)
    # A list that begins in a clause of the first thing is its own (`an evening on which nobody mentions A, B or C`).
    if len(pieces) < 3 or _RELATIVE.search(said, *pieces[0]):
        return []
    trimmed = []
    for piece in pieces:
        skip = re.match(r"(?:even|perhaps|maybe) ", said[piece.start : piece.end])
        own = Span(piece.start + (skip.end() if skip else 0), piece.end)
        words = [match.group().lower() for match in _WORD.finditer(said[own.start : own.end])]
        if not 0 < len(words) <= 12 or words[0] in AUXILIARIES | {"without"} or " and " in said[own.start : own.end]:
            return []
        trimmed.append(own)
    return [Member(piece) for piece in trimmed]


def _by_gerunds(said: str, start: int, end: int, *, fewest: int = 3) -> list[Member]:
    places, at = [], start
    for match in re.finditer(r",? (?:and|or) |, ", said[start:end]):
        if _GERUND.match(said, start + match.end(), end):
            places.append(Span(at, start + match.start()))
            at = start + match.end()
    places.append(Span(at, end))
    joined = re.search(r"(?:and|or) $", said[: places[-1].start])
    right = len(places) >= fewest and joined and all(_fits(said[each.start : each.end]) for each in places)
    return [Member(each) for each in places] if right else []


def _list_end(said: str, end: int) -> int:
    found = _AFTER_LIST.search(said, 0, end)
    return found.start() if found else end


def _fits(piece: str) -> bool:
    return 0 < len(piece.split()) <= MOST_WORDS


_COUNTED = re.compile(r"(?<![\w.(])([1-9])[.)] (?=[^\W\d_])")
_CHOICE = re.compile(r"\b(?:you|we)\b|\boptions?\b|\bways?\b|\beither\b|\bsteps?\b", re.IGNORECASE)


def counted(text: str) -> list[Span]:
    """Return what a running text counts out in itself (`you can 1. … 2. … 3. …`), three or more orders."""
    said = plain(outside(text))
    marks = list(_COUNTED.finditer(said))
    while marks and marks[0][1] != "1":
        marks.pop(0)
    if len(marks) < 3 or [mark[1] for mark in marks] != [str(n) for n in range(1, len(marks) + 1)]:
        return []
    before = parted(said[: marks[0].start()])
    if not before or not _CHOICE.search(said, before[-1].start, marks[0].start()):
        return []
    last = parted(said[marks[-1].end() :])[0]
    ends = [*(mark.start() for mark in marks[1:]), marks[-1].end() + last.end]
    found = []
    for mark, end in zip(marks, ends, strict=True):
        piece = re.sub(r"(?:[\s,;.]|\b(?:and|or)$)+$", "", said[mark.end() : end])
        if not piece or not orders(piece[0].upper() + piece[1:]):
            return []
        found.append(Span(mark.end(), mark.end() + len(piece)))
    return found


_HOW_OFTEN = re.compile(r"(?:and |so )?how (?:often|frequently|many times)\b", re.IGNORECASE)
_SCALE = re.compile(r"\b(?:on a scale (?:of|from)|from) (?:0|1|zero|one) (?:to|-|–) (?:10|ten)\b", re.IGNORECASE)
_SECOND = re.compile(
    r"(?:,? and|,|;) (?:if so, )?(?:how|what|why|when|who|where|which|do|does|did|is|are|am|was|were|can|could|will|"
    r"would|have|has)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:if|when|after|before|once|until)\b[^,?]{2,90}, ", re.IGNORECASE)
# No choice between two: things of one kind, or two things at one time or place.
_PAIR = re.compile(
    r"\b\w+s or \w+s\b|\bany \w+ or \w+\b|"
    r"(?<!rather )(?<!prefer )(?<!want )(?<!better )\b(?!better|more|less)\w+ or (?!not\b|less|worse|more)\w+ "
    r"(?=(?:after|before|during|at|in|when|every)\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:is|are|was|were) there (?:any|some|a|an|one)\w*\b", re.IGNORECASE)


def how_often(question: str) -> bool:
    """Whether a question asks how often, and nothing else."""
    said = plain(question)
    return bool(_HOW_OFTEN.match(said)) and not _SECOND.search(said)


def on_a_scale(question: str) -> bool:
    """Whether a question asks for a number from 1 to 10."""
    said = plain(question)
    found = _SCALE.search(said)
    return found is not None and not _SECOND.search(said.replace(found[0] + ",", found[0], 1))


def yes_or_no(question: str) -> bool:
    """Whether yes and no both answer a question in full: it gives no alternatives and asks nothing besides."""
    said = plain(outside(question))
    lead = _IF.match(said)
    asked = said[lead.end() :] if lead else said
    word = _WORD.match(asked)
    if word is None or word.group().lower() not in AUXILIARIES or _OPEN.match(asked):
        return False
    # `profiles or websites` leaves no choice to be made; any other `or` may ask for one.
    return " or " not in _PAIR.sub("", asked) and not _SECOND.search(asked)
