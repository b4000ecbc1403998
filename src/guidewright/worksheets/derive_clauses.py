"""Questions inside a sentence: `Ask yourself what you hope for` asks `What do you hope for?`.

The word order is turned only where the verb of the clause is known; else the clause stays as it is, to be completed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from guidewright.text import bases
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets.derive_grammar import Span

_REFLECT = re.compile(
    r"(?:(?P<order>\A|[,;] |\b(?:and|then|now|also|each|both) )|"
    r"\b(?:helps to|worth|time to|moment to|you (?:can|could|might|should)) )(?:also |just |simply |want to |try to )?"
    r"(?:ask (?:yoursel(?:f|ves))|think (?:carefully |honestly |hard |back )?(?:about|of|over|through)|consider|"
    r"reflect (?:on|upon)|notice|(?P<writes>write (?:down|about)|jot down|note(?: down)?)|journal about|"
    r"(?:be|get) clear (?:about|on)|be honest (?:with yourself )?about)"
    r"(?:,? (?:for a (?:moment|minute|while)|honestly|quietly|gently|each|both|first|again|too))*,? "
    r"(?=(?:what|who|when|where|why|how|which|whether|if)\b)",
    re.IGNORECASE,
)
_LEARNS = re.compile(r"what (?:you|they|he|she) (?:hear|see|find|learn|notice|say)s?\b", re.IGNORECASE)
_JOINED = re.compile(r"\A(?:and|but|so) ", re.IGNORECASE)
_BARRED = re.compile(r"\b(?:not|never|stop|don't|avoid|instead of|rather than)\b", re.IGNORECASE)
# Its `it` is what stood before the sentence.
_LEANS = re.compile(r"\w+ (?:you|they|he|she) (?:\w+ )?\w+ (?:it|them)\b", re.IGNORECASE)
# What stands behind these is no part of the question, or it is not the whole of it.
_GOES_ON = re.compile(
    r"(?:\byou would have\b|, not\b|, then\b|,? and then\b|;| [-–—] |:|, but\b|, so\b|"
    r" before you (?:say|speak|answer|act)\b|, and (?!(?:what|who|when|where|why|how|which|whether)\b))"
)
_JOINT = re.compile(r"(?:, and |, or |, )(?=(?:what|who|when|where|why|how|which|whether)\b)", re.IGNORECASE)
_SUBJECT = (
    r"(?:you(?: both| two)?|your (?:partner|spouse|husband|wife|boyfriend|girlfriend)|the two of you|both of you|"
    r"each of you|he|she|they|we|this|that|it|there)"
)
_ADVERBS = r"(?:(?:really|still|actually|each|both|most|truly|usually|already|always|ever|just|honestly|first|last) )*"
_CLAUSE = re.compile(
    rf"(?P<head>(?:whether|if)|(?:what|who|when|where|why|how|which)(?: (?!(?:{_SUBJECT})\b)[\w-]+){{0,4}}?) "
    rf"(?P<subject>{_SUBJECT})(?P<short>'(?:re|ve|ll|d|s))?(?: (?P<adverb>{_ADVERBS})(?P<verb>[a-z']+)(?P<rest>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_OF_ITSELF = re.compile(
    r"(?:what|who|which \w+)(?: else| exactly)? (?:(?:never|always|also|still) )?"
    r"(?:[a-z]+s|[a-z]{2,}ed|made|would|could|might|will|can|has|had|is|was)\b",
    re.IGNORECASE,
)
# Somebody with a name does it.
_NAMED = re.compile(r"(?:[a-z]+ ){1,3}(?!I\b)[A-Z]")
_SHORT = {"'re": "are", "'ve": "have", "'ll": "will"}
_PARTICIPLE = re.compile(
    r"(?:\w+(?:ed|en)|been|had|done|felt|said|got|made|tried|gone|come|become|put|kept|left|lost|found|thought|told|"
    r"held|heard|learnt|meant|spent|both|already|ever|never|always|not|just|really|each)\b",
    re.IGNORECASE,
)
_SINGULAR = re.compile(
    r"(?:he|she|it|this|that|your (?:partner|spouse|husband|wife|boyfriend|girlfriend)|each of you)", re.IGNORECASE
)
# Pasts that are more often another word, and so lead to no base.
_PAST = {"felt": "feel", "got": "get", "left": "leave", "meant": "mean", "learnt": "learn", "saw": "see"}


class Asked(NamedTuple):
    """A question and its place in the sentence; `text` ends with `?` if the words are in the order of a question."""

    span: Span
    text: str


def inside(sentence: str) -> list[Asked]:
    """Return what a sentence tells its reader to think about, as questions that are addressed to the reader."""
    said = grammar.plain(grammar.outside(sentence))
    found = _REFLECT.search(said)
    if found is None or not said.rstrip().endswith((".", "!")) or _BARRED.search(said, 0, found.start() + 1):
        return []
    if found["writes"] and _LEARNS.match(said, found.end()):
        return []  # `Ask, and write down what you hear.`
    if found["order"] is not None and not grammar.orders(_JOINED.sub("", said)):
        return []
    end = len(said.rstrip(" .!"))
    if _GOES_ON.search(said, found.end(), end) or "  " in said[found.end() : end].strip():
        return []
    cuts = [(found.end(), found.end())]
    cuts += [(match.start(), match.end()) for match in _JOINT.finditer(said, found.end(), end)]
    ends = [*(start for start, _ in cuts[1:]), end]
    spans = [Span(start, stop) for (_, start), stop in zip(cuts, ends, strict=True)]
    if len(spans) < 3 or not all(_addresses(said[slice(*span)]) for span in spans):
        spans = [Span(found.end(), end)]
    return [Asked(span, _turned(sentence[slice(*span)])) for span in spans if _addresses(said[slice(*span)])]


def _addresses(clause: str) -> bool:
    """Whether a clause asks the reader something that can be understood alone."""
    if _NAMED.match(clause):
        return False
    yours = re.search(r"\byou(?:r|rself)?\b", clause, re.IGNORECASE)
    return bool(yours) and len(clause.split()) > 2 and not _LEANS.match(clause)


def _turned(clause: str) -> str:
    """Return a clause with the word order of a question, where its parts are certain; else as it is."""
    parts = re.split(r" and (?=(?:what|who|when|where|why|how|which)\b)", clause, flags=re.IGNORECASE)
    turned = [_question(part) for part in parts]
    text = " and ".join(turned) + "?" if all(turned) else clause
    return text[0].upper() + text[1:]


def _question(clause: str) -> str:
    said = grammar.plain(clause)
    found = _CLAUSE.fullmatch(said)
    if _OF_ITSELF.match(said) and (found is None or " " in found["head"]):
        return clause
    if found is None or not (found["verb"] or found["short"]):
        return ""
    head = "" if found["head"].lower() in ("whether", "if") else clause[slice(*found.span("head"))] + " "
    subject = clause[slice(*found.span("subject"))]
    adverb, verb = found["adverb"] or "", found["verb"] or ""
    rest = clause[slice(*found.span("rest"))] if found["rest"] else ""
    if found["short"]:
        auxiliary = _SHORT.get(found["short"].lower(), "")
        return f"{head}{auxiliary} {subject} {adverb}{verb}{rest}" if auxiliary else ""
    singular = bool(_SINGULAR.fullmatch(subject))
    if verb in ("have", "has", "had") and not _PARTICIPLE.match(rest.lstrip()):
        auxiliary, verb = {"have": "do", "has": "does", "had": "did"}[verb], "have"
    elif verb in ("do", "does", "did") and not (rest.lstrip().startswith("not ")):
        auxiliary, verb = verb, "do"
    elif verb in grammar.AUXILIARIES:
        auxiliary, verb = verb, ""
    else:
        auxiliary, verb = _supported(verb, singular=singular)
    if not auxiliary:
        return ""
    return " ".join(f"{head}{auxiliary} {subject} {adverb}{verb}{rest}".split())


def _supported(verb: str, *, singular: bool) -> tuple[str, str]:
    """Return the form of `do` and the base form for a verb; two empty ones if its form is not certain."""
    if verb in _PAST:
        return "did", _PAST[verb]
    if not singular and grammar.is_base_verb(verb):
        return "do", verb
    known = sorted(base for base in bases(verb) if base != verb and grammar.is_base_verb(base))
    if not known or verb.endswith("ing"):
        return "", ""
    if not verb.endswith("s"):
        return "did", known[-1]
    return ("does", known[-1]) if singular else ("", "")
