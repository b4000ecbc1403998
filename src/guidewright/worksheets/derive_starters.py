"""Model sentences of a guide as sentence starters: the frame stays, the content becomes blanks.

A quotation is a model only if the guide offers it as one. What partners say, what couples throw at each other and what
the guide warns against are quoted too, and none of that belongs on a sheet.
"""

from __future__ import annotations

import re
from itertools import pairwise

from guidewright.text import sentences
from guidewright.worksheets.derive_grammar import PAST, narrates, plain

BLANK = "____"
# The guide warns of what it quotes ...
_WARNS = re.compile(
    r"\b(?:avoid\w*|(?:don't|do not|never|stop) (?:say|ask|us|start|begin|open|writ|text|send)\w*|without (?:say|"
    r"us)\w*|"
    r"rather than|instead of|"
    r"goe?s? wrong|wrong|blam\w+|accus\w+|attack\w*|threats?|threaten\w*|ultimatums?|weapon|hurtful|unhelpful|harm\w*|"
    r"mistakes?|badly|poorly|clumsy|hear it as|heard(?! (?:works?|helps?)\b)|throw|defensive\w*|close the door|"
    r"not like this|better not|"
    r"compare\w*|bad|worse)\b|\b(?:than|not|isn't|never)(?: just| simply)?[,:]?\s*$",
    re.IGNORECASE,
)
# ... but not by saying what its own words keep clear of.
_KEEPS_CLEAR = re.compile(
    r"\b(?:to avoid|avoids|without|instead of|rather than|less|not) (?:blam\w+|accus\w+|attack\w*|threat\w*|judg\w+|"
    r"critici\w+|demand\w*|ultimatums?)",
    re.IGNORECASE,
)
_HANDS = re.compile(r"\b(?:say|saying|try|tell|ask|begin|start|send|use|offer|answer|reply)\b", re.IGNORECASE)
# Somebody else says it.
_OTHER = (
    r"(?:partners?|spouses?|husbands?|wife|wives|he|she|they|people|m[ae]n|wom[ae]n|guys?|clients?|couples?|someone|"
    r"somebody|"
    r"friends?|therapists?|counsell?ors?|mother|father|parents?|mother-in-law|father-in-law|readers?|patients?)"
)
_SPEAKS = (
    r"(?:(?:say|think|tell|ask|respond|reply|answer|complain|admit|feel|explain|shout|object|snap|confess|add|"
    r"insist)s?|"
    r"said|thought|told|repl(?:ies|ied)|(?:ask|respond|answer|complain|admitt|explain|shout|object|snapp|confess|add|"
    r"insist)ed|worr(?:y|ies|ied)|wr(?:ite|ites|ote)|text(?:s|ed)|(?:whisper|sigh|cri|sobb)ed)"
)
_THEIRS = re.compile(
    rf"\b{_OTHER}\b(?: (?!(?:and|to|then|but|or|that)\b)\w+){{0,5}}? (?:(?:may|might|will|would|could|often|then|"
    rf"also|even) )*{_SPEAKS}\b|\b(?:others|many|some|most)(?: will| may| might| even| often)? {_SPEAKS}\b",
    re.IGNORECASE,
)
_AFTER_THEIRS = re.compile(
    rf"[\s,.]*(?:(?:your|my|the|a|one|many|some|most) )?{_OTHER}\b(?: (?:may|might|will|would|could|often|always|"
    rf"once|used to))* {_SPEAKS}\b"
    rf"|[\s,]*(?:(?:one|many|some|others|another)(?: \w+)? )?{_SPEAKS} (?:your|my|our|me|us|the|a|one|many|some|he|"
    rf"she)\b"
    # Somebody who is described (`one of our members told her sons`).
    rf"|[\s,]*(?:one|some|a|an|another|my|his|her|our|their)\b(?: (?!(?:and|or|but|that)\b)[\w'-]+){{1,6}}? {_SPEAKS}\b"
    # Somebody with a name.
    rf"|[\s,]*(?:{_SPEAKS} (?-i:[A-Z])|(?-i:(?!I\b)[A-Z])\w+ {_SPEAKS}\b)",
    re.IGNORECASE,
)
# The guide hands it to the reader.
OFFERS = re.compile(
    r"\b(?:you (?:could|can|might|may)(?: also| then| simply)? (?:say|tell|ask|begin|start|try|answer|reply|put|add|"
    r"go on|finish|end|close|explain|open|respond|write)|"
    r"say|saying|says what you will do|tell (?:your|him|her|them)|begin|start|try|send|offer|ask|answer|reply|"
    r"replies|name|well with|"
    r"something like|such as|for example|for instance|like this|examples?|sentences?|lines?|words?|openers?|"
    r"openings?|becomes?|write (?:it|this|that) down|"
    r"statements?|scripts?|phrases?|(?:keep|put|phrase|word|spell) (?:it|this|that))\b|"
    r"\b(?:if|when) you (?:want|need|would like|are)\b[^.:]*:\s*$|"
    r"\b(?:more|longer|shorter|better|simpler|one|another|text|write|message):\s*$|"
    r"^\W*to (?:a|an|the|your|my|someone|somebody|everyone|everybody|anyone|anybody)\b[^.:?!]{1,60}:\W*$",
    re.IGNORECASE,
)
# It finds fault with the other one, however it begins.
_ACCUSES = re.compile(r"\byou(?:'re| are)? (?:always|never|only ever)\b|, but you\b", re.IGNORECASE)
# The guide judges what it has quoted.
_REFUSED = re.compile(
    r"[\s,.]*(?:(?:that|this|which|it) )?(?:(?:is|are|does|do|will|would|can|was)(?:n't| not)\b|"
    r"(?:is|are|sounds?|feels?)(?: only| just| really| like)*(?: an?)? (?:\w+ )?"
    r"(?:blam\w+|attack\w*|accus\w+|threat\w*|judg\w+|critici\w+|complain\w*|demand\w*|ultimatum|trap|wrong|worse|"
    r"unfair|weak|vague|clumsy)\b|(?:blames?|accuses?|attacks?|threatens?|hurts?|"
    r"invites? (?:a |an )?(?:fight|defen[cs]\w*|row|argument|attack)|"
    r"leaves? (?:your|the|him|her|them|people)|closes?|backfires?|"
    r"(?:makes?|starts?) (?:it|things|matters|a fight))\b)",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\W*(?:(?:that )?is (?:enough|one\b|a (?:good|gentle|kind|better)|"
    r"an? (?:invitation|request|wish|offer|I[- ]statement))|"
    r"(?:opens? (?:more )?doors|opens (?:more|it|the door|a door)\b|"
    r"works? better|lands? (?:better|softer|more)|(?:is|sounds) (?:softer|gentler|"
    r"kinder|easier))\b|"
    r"can (?:prevent|help|calm|save|open|change|defuse|do)\b|"
    r"says what you will do|this (?:approach|is)|(?:a )?(?:sentences?|words|lines?) like (?:that|this|these) (?:is|"
    r"are)\b)",
    re.IGNORECASE,
)

# A frame takes what stands at the head of a clause; each `_` is a blank in what is left of it.
_FEELING = r"(?:(?:have|'ve) been feeling|am feeling|'m feeling|feel|felt)"
# What is felt, and no sentence about it (`I feel that you …`, `I feel we …`).
_MOODY = r"(?!that\b|like (?!an? |the )|(?:you|I|we|he|she|they)\b|for\b|as if\b)"
_PLAINLY = r"(?!that\b|like\b|(?:you|I|we|he|she|they)\b|for\b|as if\b)"
_MOOD = r"(?:afraid|scared|worried|sad|hurt|angry|anxious|lonely|tired)"
# A mood that stays in the sentence.
_SHOWN = (
    r"(?:afraid|scared|worried|nervous|ashamed|sorry|proud|excited|glad|happy|sad|angry|upset|frustrated|overwhelmed)"
)
_LONGING = r"(?:missing|wanting|hoping for|worrying about|thinking about|wondering about)"
_WISH = r"(?:(?: would|'d)(?: really| also| so)? like| need| want)"
_LINK = r"(?:when|whenever|because|every time)"
_FRAMES = tuple(
    (re.compile(pattern, re.IGNORECASE), shape)
    for pattern, shape in (
        (
            rf"(I ?{_FEELING}) {_MOODY}.+? (lately|recently)\b.*",
            r"\1 _ \2",
        ),
        (
            rf"(I(?: have|'ve) been feeling) {_PLAINLY}.+? (since) .+",
            r"\1 _ \2 _",
        ),
        (
            rf"(I ?{_FEELING}) {_MOODY}.+? (when) .+? (because) .+",
            r"\1 _ \2 _ \3 _",
        ),
        (
            rf"(I ?{_FEELING}) {_MOODY}.+? ({_LINK}) .+",
            r"\1 _ \2 _",
        ),
        (
            rf"(I ?{_FEELING}) {_PLAINLY}(?:\w+ ){{1,3}}?(about|by) .+?( lately| recently|)",
            r"\1 _ \2 _\3",
        ),
        (
            rf"(I ?(?!felt\b){_FEELING}) {_MOODY}.+",
            r"\1 _",
        ),
        (
            rf"((?:when|whenever) ).+?, (I ?{_FEELING}) {_MOODY}.+",
            r"\1_, \2 _",
        ),
        (rf"((?:when|whenever) )[^,]+? (I ?{_FEELING}) (?!that\b|like\b|you\b).+", r"\1_ \2 _"),
        (rf"(if )(?!you\b).+?, (I ?{_FEELING}) (?!that\b|like\b|you\b).+", r"\1_, \2 _"),
        (
            rf"(I{_WISH}(?: you to| us to| to)?) .+? (because|so that) .+",
            r"\1 _ \2 _",
        ),
        (r"(I(?: would|'d)(?: really| also| so)? (?:like|love)(?: us to| you to| to| it if we| it if)?) .+", r"\1 _"),
        (r"(I (?:need|want) to (?:tell you|talk (?:to you |with you )?about)) .+", r"\1 _"),
        (r"(I need) (?!(?:to|you|us|that)\b).+? (to) (?!(?:me|myself|ourselves)\b).+", r"\1 _ \2 _"),
        (r"(I need) (?!(?:to|you|us|that)\b).+? (with|from) .+", r"\1 _ \2 _"),
        (r"(I (?:want|need)(?: us to| you to know| you to| to know that| to be able to| to)?) .+", r"\1 _"),
        (r"(What I (?:need|want|would like) is) .+", r"\1 _"),
        (r"(I(?:'m| am| was) wondering (?:if|whether) we (?:could|might|can)) .+", r"\1 _"),
        (r"(I love (?:how|when|that|it when|it if)) .+", r"\1 _"),
        (r"(I wonder (?:if|whether) we (?:could|might|can)) .+", r"\1 _"),
        (r"(I(?:'m| am) learning(?: more)? about) .+", r"\1 _"),
        (r"(I(?:'ve| have) noticed(?: that)?) .+", r"\1 _"),
        (r"(I have learned that I|I've learned that I) .+? (when) .+", r"\1 _ \2 _"),
        (r"(I know (?:that )?I|I know(?: that)?) .+", r"\1 _"),
        (r"(I (?:worry|fear|hope|wish)(?: that| about| when)?) .+", r"\1 _"),
        (rf"(I(?:'ve| have) been {_LONGING}) .+? (lately|recently)", r"\1 _ \2"),
        (rf"(I(?:'ve| have) been {_LONGING}) .+", r"\1 _"),
        (rf"(I get) .+? ({_LINK}) .+", r"\1 _ \2 _"),
        (rf"(I(?:'m| am)) (?:also )?{_MOOD} (about) .+? (because) .+", r"\1 _ \2 _ \3 _"),
        (r"(It (?:means|meant)(?: a lot| so much| the world| a great deal)?(?: to me)? when(?: you| we)?) .+", r"\1 _"),
        (r"(I understand that) .+", r"\1 _"),
        (r"(I(?:'ve| have) had) .+", r"\1 _"),
        (r"(I(?:'d| would) find it (?:easier|helpful|hard|harder|easy)(?: if| to| when)) .+", r"\1 _"),
        (r"(I(?:'m| am) finding it (?:hard|difficult|easier|easy) to) .+", r"\1 _"),
        (r"(I(?: was|'m| am) hoping (?:that )?(?:we|you) (?:could|can|might|would)) .+", r"\1 _"),
        (r"(I love) (?!you$).+", r"\1 _"),
        (r"(I(?:'ve| have) been) (?!to\b|there\b|told\b).+", r"\1 _"),
        (rf"(I(?:'m| am) {_SHOWN} (?:about|of|by|for)) .+", r"\1 _"),
        (r"(I(?:'d| would) be (?:so |very )?(?:glad|happy|grateful) (?:if|to)(?: you| we)?) .+", r"\1 _"),
        (rf"(I(?:'m| am)) (?!sorry|glad)(?:(?:so|very|really|a bit) )?(?:{_MOOD}|{_SHOWN}|struggling)", r"\1 _"),
        (r"(I can (?:see|hear|tell|imagine|understand)(?: that| why| how)?) .+", r"\1 _"),
        (r"(I(?:'m| am) (?:working on|going to|trying to|learning to)) .+", r"\1 _"),
        (rf"(I(?:'m| am)) (?:also )?{_MOOD} (because|when|that) .+", r"\1 _ \2 _"),
        (r"(I(?:'m| am) (?:glad|grateful)(?: that| for| when)) .+", r"\1 _"),
        (r"(We(?: would|'d) like(?: to)?) .+", r"\1 _"),
        (r"(I miss) (?!(?:you|it|us) when\b).+? (when) .+", r"\1 _ \2 _"),
        (r"(I (?:appreciate|miss|love) (?:you|it|us) when(?: you)?|I (?:appreciate|miss|value)) .+", r"\1 _"),
        (r"(I (?:won't|will not)) .+? (while|when|if|until) .+", r"\1 _ \2 _"),
        (r"(When|If|(?:The )?next time|Before|After|Every time) .+?, (I(?:'ll| will| am going to)) .+", r"\1 _, \2 _"),
        (r"(would you be (?:open|willing) to) .+", r"\1 _"),
        (r"(I(?:'d| would) feel) .+? (if|when) .+", r"\1 _ \2 _"),
        (r"(I(?:'d| would) (?:rather|appreciate it if|prefer to)) .+", r"\1 _"),
        (r"(I (?:notice|realise|realize|believe|promise|hear|see) that) .+", r"\1 _"),
        (r"(I (?:notice|realise|realize|believe|promise|hear|see)(?: to)?) (?!(?:you|that)\b).+", r"\1 _"),
        (r"(I(?:'m| am) sorry I) (?!have\b|did\b|was\b|am\b).+? (when) .+", r"\1 _ \2 _"),
        (r"(I(?:'m| am) sorry (?:that|if|when|I)) .+", r"\1 _"),
        (r"(I remember (?:when|how)) .+", r"\1 _"),
        (r"(I was thinking (?:of|about)) .+", r"\1 _"),
        (r"(I(?:'m| am) glad to) .+", r"\1 _"),
        (r"(I can) (?!(?:not|only)\b).+?,? (but I (?:can't|cannot)) .+", r"\1 _, \2 _"),
        (r"(I enjoyed) .+", r"\1 _"),
        (
            r"(I apologi[sz]e for|Thank you for|I(?:'m| am) asking (?:you )?(?:for|to)|I care about|I get that) .+",
            r"\1 _",
        ),
        (r"(I(?:'m| am) (?:thinking (?:of|about)|looking forward to|dreading|counting on|longing for)) .+", r"\1 _"),
        (r"(I(?:'m| am) not sure (?:how|if|whether|what|why)) .+", r"\1 _"),
        (r"(I(?:'m| am) not (?:ready|able|willing|trying|asking(?: you)?|going) to) .+", r"\1 _"),
        (r"(I(?:'m| am) (?:open|willing|ready|prepared) to) .+", r"\1 _"),
        (r"(I (?:don't|do not) want to) .+", r"\1 _"),
        (r"(I (?:don't|do not) know (?:how to|whether|if|what)|I(?:'ve| have) decided to) .+", r"\1 _"),
        (r"(What I(?:'m hearing| heard| hear) is(?: that)?) .+", r"\1 _"),
        (r"(It (?:hurts|helps|scares|worries|saddens|frightens)(?: me)? (?:when|that|to)(?: you| we)?) .+", r"\1 _"),
        (r"(It would (?:help(?: me)?|mean a lot(?: to me)?) (?:if|to)(?: you| we)?) .+", r"\1 _"),
        (r"(My (?:hope|wish|fear|worry|request) is(?: that| to)?) .+", r"\1 _"),
        (r"(I(?:'m| am)) [a-z]+(?:ed|ful|less|ous|y|ent|ant|ing) (about|because|when|that|of) .+", r"\1 _ \2 _"),
    )
)
# Words before a frame that stay.
_HEAD = re.compile(
    r"(?:(?:then|and|so|but|lately|sometimes|often|today|tonight|honestly|right now|at the moment|these days|"
    r"(?:on|at|in|during|after|before|every) [^,.]{2,25}?(?=,? I\b)),? )+",
    re.IGNORECASE,
)
# These carry no frame alone; they go on with one that stands before them.
_GOES_ON = tuple(
    (re.compile(pattern, re.IGNORECASE), shape)
    for pattern, shape in (
        (r"((?:(?:then|next time|from now on|tomorrow),? )?(?:I|we)(?:'ll| will)) .+", r"\1 _"),
        (r"(I (?:won't|will not)) .+", r"\1 _"),
        (r"(I (?:didn't|did not) know how to) .+", r"\1 _"),
        (r"(I (?:don't|do not) want (?:you|us|it) to(?: think(?: that)?)?) .+", r"\1 _"),
        (r"((?:can|could|would|shall) (?:we|you)) .+", r"\1 _"),
        (r"(it(?:'s| is) (?:fine|okay|ok|all right)(?: with me)? if) .+", r"\1 _"),
        (r"(because I (?:need|want|would like)) .+", r"\1 _"),
        (r"(I(?:'m| am) sorry)", r"\1"),
        (r"(I still) .+", r"\1 _"),
        (r"(I (?:can't|cannot)) .+", r"\1 _"),
    )
)
_FEELS = re.compile(rf"\bI ?{_FEELING} {_MOODY}", re.IGNORECASE)
_CUT = re.compile(
    r"(?:, (?:and|but|so) |; (?:and |but )?|, (?=would you\b)|, (?=because I\b)| and (?=I(?: |')))", re.IGNORECASE
)


def spoken_by_another(after: str) -> bool:
    """Whether what follows a quotation names somebody else as its speaker."""
    return bool(_AFTER_THEIRS.match(plain(after)))


def is_model(quote: str, before: str, after: str, *, offered: bool = False) -> bool:
    """Whether a guide offers a quotation to the reader as words to use.

    `before` and `after` are what stands around it: its sentence, or the one before where it stands alone. `offered`
    says that its place offers it already (a list of examples). A warning or another speaker rules it out.
    """
    said = plain(quote)
    lead, tail = plain(before), plain(after)
    # What the guide praises at once is a model, whatever the sentence before warned of.
    praised = bool(_ENOUGH.match(tail))
    if (_refuses(lead) and not praised) or spoken_by_another(tail) or _REFUSED.match(tail) or _ACCUSES.search(said):
        return False
    if narrates(before) or narrates(after) or not starter(quote):
        return False
    if offered or praised or "__" in quote or OFFERS.search(lead):
        return True
    if breaks_off(quote) and _COMPLETES.search(lead):
        return True
    return bool(_FEELS.search(said)) and not PAST.search(_I_SAID.sub("", lead))


# What is left open is to be finished.
_COMPLETES = re.compile(
    r"\b(?:finish|complete|unfinished|go on with|end)\b|\bfill in\b|\b(?:sentence stems?|beginnings?)\b", re.IGNORECASE
)
# The writer hands over what the writer has said.
_I_SAID = re.compile(r"\bI (?:told|said|asked|wrote|answered)\b.*:\s*$", re.IGNORECASE)
# `If your partner thinks that it is too late:` and `If your partner says:`.
_CASE = re.compile(r"(?:if|when)\b[^.?!]*:\s*$", re.IGNORECASE)
_ENDS_SPEAKING = re.compile(rf"\b{_SPEAKS}(?: (?:things|something|that|like|you|back|yes|no))*\s*:\s*$", re.IGNORECASE)


def _refuses(lead: str) -> bool:
    """Whether the words before a quotation warn of it or give it to another.

    A last clause that hands it over counts alone (`if he says no, try “…”`).
    """
    said = _KEEPS_CLEAR.sub("", lead)
    last = said.rstrip(" ,:").rpartition(",")[2]
    said = last if _HANDS.search(last) else said
    if _CASE.match(said) and not _ENDS_SPEAKING.search(said):
        said = ""  # for whom the words are, not who says them
    return bool(_WARNS.search(said) or _THEIRS.search(said))


_PLACEHOLDER = re.compile(
    r"_{2,}|(?<= )(?:…|\.{3})(?=[ ,?!.]|$)|\[[^\[\]]{1,40}\]|"
    r"\((?:feeling|emotion|situation|request|need|behaviou?r)s?\)|…{2,}|\.{4,}"
)


_SPEAKER = re.compile(r"\b(?:I|we|me|us|my|our)\b", re.IGNORECASE)
# It breaks off where its reader goes on.
_OPEN_END = re.compile(
    r"\b(when|whenever|because|is|are|was|that|to|if|whether|about|by|for|of|how|you|us|need|feel|want) ?(?:\.{3}|…)$",
    re.IGNORECASE,
)


_ASKS = re.compile(r"\b(?:can|could|would|will|shall|should|may|might)\b", re.IGNORECASE)


def breaks_off(text: str) -> bool:
    """Whether a text of a speaker is left for its reader to finish."""
    said = text.strip()
    return said.endswith(("…", "...", BLANK)) and bool(_SPEAKER.search(said))


def finishable(text: str) -> str:
    """Return a sentence that breaks off, with a blank where its reader goes on."""
    return starter(re.sub(r"\s?(?:\.{3}|…)\s*$", f" {BLANK}", text.strip()))


def starter(quote: str) -> str:
    """Return the quotation as a sentence to complete; empty if it has no frame that can be kept.

    One that has its blanks already (`I feel [emotion] when [situation]`) keeps its words.
    """
    quote = _OPEN_END.sub(rf"\1 {BLANK}", quote.strip())
    if _PLACEHOLDER.search(quote):
        blanked = re.sub(rf"{BLANK} (?=[,.?!])", BLANK, _PLACEHOLDER.sub(BLANK, quote).strip())
        return blanked if _SPEAKER.search(blanked) else ""
    framed: list[str] = []
    for start, end in sentences(quote):
        piece = quote[start:end].strip()
        stop = "?" if piece.endswith("?") else "."
        kept = _clauses(piece.rstrip(" .!?,…"), begun=bool(framed))
        # `I feel fine, so why would I go?` is no question once its end is a blank.
        if kept and (stop == "." or _ASKS.search(kept)):
            framed.append(kept[0].upper() + kept[1:] + stop)
    kept = " ".join(framed)
    # `I need ____.` is no help to anyone who does not know what to say.
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", kept)
    enough = len(words) > 2 or kept.count(BLANK) > 1 or words[-1:] in (["appreciate"], ["miss"], ["been"])
    return kept if enough or _FEELS.search(plain(quote)) else ""


def _clauses(piece: str, *, begun: bool) -> str:
    said = plain(piece)
    joints = [match for match in _CUT.finditer(said) if not _is_inside(said, match)]
    cuts = [(0, 0), *((match.start(), match.end()) for match in joints), (len(piece), len(piece))]
    kept = ""
    for (left, head), (tail, _) in pairwise(cuts):
        frame = _frame(piece[head:tail], said[head:tail], more=bool(kept) or begun)
        if frame:
            kept += (piece[left:head] if kept else "") + frame
        elif not kept and left == 0:
            continue
    return kept


def _is_inside(said: str, joint: re.Match[str]) -> bool:
    """Whether what follows a joint goes on with a clause that began alike (`because I love you and I love it here`)."""
    head = " ".join(said[joint.end() :].split()[:2])
    return bool(re.search(rf"\b(?:because|when|that) {re.escape(head)}\b", said[: joint.start()], re.IGNORECASE))


def _frame(clause: str, said: str, *, more: bool) -> str:
    """Return a clause with its content as blanks; empty if no frame fits it."""
    head = _HEAD.match(said)
    framed = _framed(clause, said, more=more)
    if framed or head is None:
        return framed
    framed = _framed(clause[head.end() :], said[head.end() :], more=more)
    return clause[: head.end()] + framed if framed else ""


def _framed(clause: str, said: str, *, more: bool) -> str:
    for pattern, shape in (*_FRAMES, *(_GOES_ON if more else ())):
        match = pattern.fullmatch(said)
        if match:
            parts = re.split(r"(\\\d)", shape)
            words = [clause[slice(*match.span(int(part[1])))] if part[:1] == "\\" else part for part in parts]
            return re.sub(r" {2,}", " ", "".join(words).replace("_", BLANK)).strip()
    return ""
