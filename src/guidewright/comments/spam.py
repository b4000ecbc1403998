"""Is a comment spam? Signals with points, each with its reason in words; two points make it spam.

The signals are those that hosts of weblogs have long looked at: keywords for a name, addresses, offers, ways to get in
touch, a text that stands under several articles, praise that would fit anywhere, letters without words, another
script than the article's. None of them needs more than the comment, its article and what the corpus repeats. The
lists are short on purpose: a genuine comment called spam is somebody's story lost, a spam comment kept is a line that
the editor sees on the review page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright import gate
from guidewright.find import pattern, patterns
from guidewright.text import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidewright.comments.parse import Comment

# So many points make a comment spam.
ENOUGH = 2.0


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the article above a thread, and of the corpus around it.

    `words` are the article's own, lower case; `script` is what most of its letters belong to ("LATIN"; empty where
    there is no article to compare with). `repeated` are texts (in the notation of `folded`) of two sources or more.
    """

    words: frozenset[str] = frozenset()
    script: str = ""
    repeated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that speaks for spam, with its points and its reason, which completes "it is spam: ..."."""

    name: str
    points: float
    because: str


class _Signs:
    """Expressions one of which a comment has in it; hardly one does, and so they are not all tried."""

    def __init__(self, *expressions: str) -> None:
        """Compile them, case ignored."""
        self._each = patterns(*expressions)
        self._all = pattern(*expressions)

    def found(self, text: str, folded: str) -> list[str]:
        """Return what is found of them in a text, in order; `folded` is the text as `gate.folded` has it."""
        return [each.group() for each in self._all.finditer(text)] if self._each.may_be_in(folded) else []


# --- words, as data

_TRADES = (
    r"therap(?:ists?|y)|counsell?(?:ors?|ing)|psychologists?|psychiatrists?|coach(?:es|ing)?|clinics?|rehab|dentists?|plumb(?:ers?|ing)|roof(?:ers?|ing)|movers?"
    r"|lawyers?|attorneys?|solicitors?|realtors?|locksmiths?|electricians?|photograph(?:y|ers?)|cleaning|insurance|hosting|seo|marketing|web design|landscaping"
    r"|limo|taxi|hotels?|tours?|escorts?|massage|tattoo|tutor(?:s|ing)?|accountants?|hypnosis|acupuncture|chiropractors?|florists?|catering|real estate"
)
_GOODS = (
    r"viagra|cialis|levitra|tramadol|xanax|ambien|phentermine|casino|poker|slots?|betting|payday|loans?|forex|bitcoin|crypto\w*|replica|handbags?|louis vuitton|ugg"
    r"|jordans|ray.?bans?|rolex|diet pills?|weight loss|garcinia|porn|xxx|sex cams?|essay writing|cheap|discount|wholesale|for sale|free download|torrent|followers"
    r"|spell caster|love spells?|loan lender|keto|cbd|vape|male enhancement|backlinks?"
)
_TITLED = re.compile(r"\b(?:dr|mr|mrs|ms|prof|phd|lcsw|lmft|mft|psyd|md|ma|rn)\b\.?", re.IGNORECASE)
_TRADE_NAME = re.compile(rf"(?:.* )?(?:{_TRADES})(?: .*)?", re.IGNORECASE)
_GOODS_NAME = re.compile(rf"(?:.*\b)?(?:{_GOODS})\b.*|(?:buy|order) \w+.*", re.IGNORECASE)
# So many words in small letters, a trade among them, are what somebody searches for and nobody's name.
_KEYWORDS = 3
# Names that say who somebody is: "Single Dad in Therapy", "The Happy Therapist", "Movers and Shakers".
_PEOPLE = re.compile(
    r"\b(?:mum|mom|mama|dad|daddy|wife|husband|widow|single|tired|sad|happy|former|retired|student|trainee|training|girl|guy|lady|man|woman|nerd|fan|lover)\b"
    r"|^(?:the|a|an|your|my|just) |^\w+ and \w+$",
    re.IGNORECASE,
)
_HACKER_NAME = re.compile(r"(?:\w+ )?hackers?(?: \w+)?", re.IGNORECASE)
_STARTS_TRADE = re.compile(rf"(?:{_TRADES})\b", re.IGNORECASE)
_SITE_NAME = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+\.(?:com|net|org|info|biz|co|ru|cn|xyz|online|shop)", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w-])[\w-]{2,40}(?:\s?\.\s?[\w-]{2,40})?\s?(?:\.|\(dot\)|\[dot\])\s?(?:com|net|org|info|biz|ru|cn|tk|ly|tv|me|xyz|online|shop|gl|be)(?:/\S*)?\b|\bwatch\?v=\S+|/watch\?\S+",
    re.IGNORECASE,
)
# What an address has in it, one of the two; a mail address; a telephone number.
_DOMAIN = re.compile(r"[.)\]]\s?(?:com|net|org|info|biz|ru|cn|tk|ly|tv|me|xyz|online|shop|gl|be)", re.IGNORECASE)
_ADDRESS_SIGNS = ("://", "www.", "watch?")
_AT = re.compile(r"@|\(at\)|\[at\]", re.IGNORECASE)
_HAS_DIGIT = re.compile(r"\d")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{6}")
_WHATSAPP = _Signs(r"\bwhats?\s?app\b")
_TAG = re.compile(r"\[/?(?:url|link|img)\b|<a\s+href|&lt;a\s+href", re.IGNORECASE)
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}\s?(?:\.|\(dot\))\s?[a-z]{2,10}\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.])\+?\(?\d[\d\s().-]{7,18}\d(?!\w)")
_REACH = re.compile(
    r"\bwhats?\s?app\b|\bviber\b|\btelegram\b|\b(?:contact|reach|e-?mail|text|call|write|message)\s+(?:him|her|them|us|me|this|dr|now)\b.{0,40}(?:@|\+?\d|\bvia\b|\bon\b|\bat\b)",
    re.IGNORECASE,
)
# What a reader of an article has no reason to write: begging for visitors, offers, tales of miracles for sale.
_MINE = (
    r"(?:channel|chanel|vids?|videos?|vidios?|covers?|remix\w*|mixtapes?|music|songs?|tracks?|beats?|raps?|band|album|single|page|website|web ?site|stream|profile"
    r"|twitter|instagram|facebook|soundcloud|youtube|yt|twitch|store|shop|merch|app|kickstarter|clip|playlist)"
)
_BEGGING = _Signs(
    r"\bsub(?:s|scribe)?\s?(?:4|for)\s?(?:a )?sub\w*",
    r"\bsu(?:b|bs)?cribe\w* (?:and |to |for |in |on |here |now |please |pls |plz |back )*(?:my|me|mine|our|us|this|him|her|channel|back|please|pls|plz|now)\b",
    r"\b(?:please|pls|plz|plizz) (?:\w+ ){0,3}?su(?:b|bs)?(?:cribe|scribe)?\b",
    r"\bsub (?:to )?(?:me|my|back)\b",
    r"^\W*su(?:b|bs)?(?:cribe|scribe)\b(?! to (?:your|his|her|their|the|that|what)\b)",
    r"\bi(?:'?ll| will)? sub(?:scribe)? back\b",
    rf"\b(?:check|chek|chack|visit|watch|view|hear|see|look at|listen to|go to|come to|support|like|follow|join|share|subscribe to|search|try) (?:it |this |them |out |please |plz |pls |to |at )*(?:my|our) (?:\w+ ){{0,4}}?{_MINE}\b",
    r"\b(?:check|checking|chek) (?:me|us|mine|ours|my \w+|our \w+) (?:out )?(?:out|please|plz|on)\b",
    r"\b(?:check|chek) out (?:my|our)\b",
    r"\b(?:check|chek) (?:my|our) (?:\w+ )?(?:channel|page|videos?|out)\b",
    r"\b(?:my|our) (?:new |own |youtube |yt |music |gaming |first |other )*(?:channel|chanel)\b",
    r"\bon my (?:youtube|yt)\b",
    r"\bnew (?:here and|youtuber)\b",
    r"\bsmall youtuber\b",
    r"\bfollow (?:me|us|my|our) (?:on|at|@|in|back|and|please|\w+ on)\b",
    r"\bthumbs? ?up (?:this|so|if)\b.{0,60}\b(?:channel|cover|sub\w*|see)\b",
    r"\b(?:vote|voting) (?:for )?(?:me|us|my|our)\b",
    r"\bfree (?:\w+ )?(?:gift ?cards?|iphones?|ipads?|giveaways?|minecraft|robux|followers|psn|itunes|codes?|paypal)\b",
    r"\bgift ?card codes?\b",
    r"\bget (?:\w+ )?free (?:\w+ )?gift\b",
    r"\b(?:earn|make|making|earning|win|get paid) (?:\w+ ){0,3}?(?:money|cash|\$\s?\d+|\d+\s?\$|dollars) (?:\w+ ){0,2}?(?:online|from home|easily|fast|daily|per|a day|an hour|with|now|here|from (?:home|your|internet|game|the internet))",
    r"\bspell ?cast\w*",
    r"\blove spells?\b",
    r"\bcast (?:a|the|his) (?:\w+ )?spell\b",
    r"\bloan (?:offer|lender|company)\b",
    r"\bapply for (?:a )?loan\b",
    r"\bseo services?\b",
    r"\b(?:buy|order) (?:now|online|cheap|generic)\b",
    r"\b(?:visit|see|try) (?:us|our (?:web ?site|site|page|clinic|office|shop|store))\b",
    r"\bcontact us (?:today|now|for|at|on)\b",
    r"\bcall us\b",
    r"\bour (?:services|prices|customers|clients|packages|clinic)\b",
)
# Of these, what families say of themselves, too: it takes more than that where the article is known.
_MILD = re.compile(
    r"(?:watch|view|hear|see|look at|listen to|like|support|share|follow|join)\b.*\b(?:vids?|videos?|vidios?|covers?|music|songs?|tracks?|beats?|raps?|band|album|single|clip)"
    r"|(?:vote|voting) .*|(?:visit|see|try) us|call us|our (?:services|prices|customers|clients|packages|clinic)|cast (?:a|the|his) .*",
    re.IGNORECASE,
)
# Goods of spam, which a reader can have suffered from: it takes more than the word where somebody tells of their life.
_GOODS_TOLD = _Signs(
    r"\bviagra\b",
    r"\bcialis\b",
    r"\bpayday loans?\b",
    r"\bonline casino\b",
    r"\breplica (?:bags|watches)\b",
    r"\bescorts?\b",
    r"\bforex\b",
    r"\bbitcoin (?:invest\w*|trad\w*|mining)\b",
    r"\bhire (?:a |the |him |this )?(?:\w+ )?hackers?\b",
)
_LIFE = re.compile(
    r"\b(?:i|i['’]m|my|me|he|him|his|she|her|we|our|us|husband|wife|partner|marriage|ex|dad|mum|mom|son|daughter|brother|sister)\b",
    re.IGNORECASE,
)
# Miracles that somebody witnesses to, with an address or a number: spells, healers, hackers, lenders.
_MIRACLE = _Signs(
    r"\bspells?\b",
    r"\bhack(?:ers?|ed|ing)\b",
    r"\b(?:bring|brings|bringing|brought|came|come|get|getting|got) back (?:my|to me|your)\b",
    r"\b(?:ex|lover|husband|wife|boyfriend|girlfriend|marriage) (?:is |came |come |are |was )?(?:back|restored)\b",
    r"\bherbal\b",
    r"\b(?:cured?|healed) (?:me|my|of|from)\b",
    r"\bloans?\b",
    r"\blottery\b",
    r"\bprivate investigator\b",
    r"\brecover(?:y|ed) (?:my |expert|lost|stolen)",
)
# A reader who offers an ear, or names a helpline.
_FOR_READERS = re.compile(
    r"\b(?:helpline|hotline|help line|crisis line|samaritans|telefonseelsorge|day and night|24/7|free of charge|it is free|it['’]s free)\b"
    r"|\b(?:call|ring|text|e-?mail|write to|message|reach) me\b(?!.{0,60}\b(?:offer|price|loan|service|help you|profit|earn|deal|solution)\b)",
    re.IGNORECASE,
)
# What robots ask the host of a site, of whatever it is about.
_OF_THE_SITE = _Signs(
    r"\b(?:trouble|problems?|issues?) with hackers\b",
    r"\b(?:what|which) blog(?:ging)? platform\b",
    r"\b(?:your|this) (?:rss|captcha|web ?host)\b",
    r"\b(?:web|blog|site) ?(?:owners?|masters?)\b.{0,60}\b(?:rank|traffic|seo)\b",
    r"\b(?:internet explorer|loads? (?:really |very |super )?(?:fast|quick)|plugins? to protect)\b",
)
# What spam says, and now and then a reader does.
_PUSHING = _Signs(
    r"\bcheck\w* (?:\w+ )?out\b",
    r"\b(?:please|pls|plz|plizz) (?:\w+ )?(?:like|share|vote|watch|visit|follow|support|help|check|look|go|read|listen|give|send)\b",
    r"\b(?:like|share|help) (?:me )?(?:please|pls|plz)\b",
    r"\bfollow(?:er)? me\b",
    r"\bmake money\b",
    r"\bclick\b",
    r"\bsign ?up\b",
    r"\bregister here\b",
    r"\btake a l(?:ook|isten)\b",
    r"\bmy (?:site|blog|website|videos?|vids?|music|songs?|page|rap|covers?|instagram|twitter|facebook|project|first (?:song|video|vid|vidio|track|clip|cover))\b",
    r"\bwork from home\b",
    r"\bsu(?:b|bs)?cribe\w*\b",
    r"\b(?:get|reach|need|\d+) (?:\w+ )?(?:subs|subscribers|likes)\b",
    r"\bi (?:sing|rap|make (?:music|songs?|videos?|beats))\b",
    r"\bgive ?aways?\b",
    r"\bvisit\b.{0,30}\bsite\b",
    r"\bcheck (?:this|these|it)\b",
    r"\b(?:like|share) this\b",
    r"\bhelp (?:me|us) (?:\w+ )?(?:out|reach|get|grow|go|with my)\b",
    r"\b(?:promote|advertise)\b",
    r"\bdiscounts?\b",
    r"\bbest (?:price|deal|offer)s?\b",
    r"\bgo here\b",
    r"\blink in\b",
    r"\ba (?:gaming |music |new )?channel\b",
    r"\bfree (?:download|trial)s?\b",
    r"\bpassword hack\b",
    r"\bsoftware for\b",
    r"\b(?:find|buy|earn|win) \w+ ?(?:and buy |money )?here\b",
    r"\bneed money\b",
    r"\btalk to me\b",
    r"\btype [A-Z]",
    r"\bgive (?:me )?your e-?mail\b",
)
# A longer comment than this has something to say besides what it advertises.
_LONG = 70
_SHORT = 30
_PRAISE = _Signs(
    r"\b(?:great|nice|good|awesome|amazing|excellent|wonderful|fantastic|useful|informative|interesting|brilliant|superb|helpful)\s+(?:\w+\s)?(?:post|article|blog|site|website|info|information|share|sharing|work|job|content|read|stuff|write ?up|piece)\b",
    r"\bthanks? (?:you )?(?:so much |a lot |very much )?for (?:sharing|posting|the (?:great |nice |useful )?(?:info|information|post|article))\b",
    r"\bkeep (?:it )?up(?: the)?(?: good| great)?(?: work)?\b",
    r"\bkeep (?:posting|sharing|writing)\b",
    r"\b(?:really|truly|very|so) (?:informative|helpful|useful|interesting)\b",
    r"\bi (?:really )?(?:enjoyed?|loved?|like[d]?) (?:reading )?(?:your|this) (?:post|article|blog|site|website)\b",
    r"\bbookmark\w*\b",
    r"\bi(?: wi|')ll (?:definitely )?(?:come|be) back\b",
    r"\bvisit again\b",
    r"\byour (?:blog|site|website)\b",
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def judge(comment: Comment, about: About) -> tuple[Signal, ...]:
    """Return what speaks for spam, the heaviest first. It is spam when the points make `ENOUGH` (see `is_spam`)."""
    return tuple(sorted(_signals(comment, about), key=lambda each: (-each.points, each.name)))


def is_spam(signals: Iterable[Signal]) -> bool:
    """Whether signals have points enough together."""
    return sum(each.points for each in signals) >= ENOUGH


def folded(text: str) -> str:
    """Return a comment's text as it is compared with others: its words alone, lower case."""
    return " ".join(_WORD.findall(text)).lower()


def script_of(text: str) -> str:
    """Return the script that most letters of a text belong to, as Unicode names it ("LATIN"); empty without letters."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text[:4000]).items():
        if character.isalpha():
            counts[_script(character)] += count
    return max(counts, key=lambda each: (counts[each], each)) if counts else ""


def _script(character: str) -> str:
    return "LATIN" if character.isascii() else unicodedata.name(character, "?").partition(" ")[0]


def _signals(comment: Comment, about: About) -> Iterator[Signal]:
    text = comment.text
    lower = gate.folded(text)
    words = _WORD.findall(text)
    yield from _of_name(comment.author)
    yield from _of_addresses(text, lower, words, about)
    begging, goods, pushing = (each.found(text, lower) for each in (_BEGGING, _GOODS_TOLD, _PUSHING))
    if begging:
        plain = next((each for each in begging if not (about.words and _MILD.fullmatch(each))), "")
        points = 2.2 if plain and len(words) <= (_SHORT if about.words else _LONG) else 1.2
        yield Signal("offer", points, f"it advertises (“{_short(plain or begging[0])}”)")
    if goods:
        told = about.words and _LIFE.search(text) and not (_ADDRESS.search(text) or _MAIL.search(text))
        yield Signal("goods", 1.0 if told else 2.2, f"it may advertise (“{_short(goods[0])}”)")
    if pushing and not begging and not goods:
        # Where no article is known there is nothing that a reader could be recommending something for.
        alone = 0.4 if len(words) > _LONG else 1.1 if about.words else 2.0
        points = alone if not about.words or len(words) <= _SHORT else 0.4
        yield Signal("push", points, f"it may advertise (“{_short(pushing[0])}”)")
    praise = _PRAISE.found(text, lower)
    if (
        praise
        and len(words) <= 40 * len(praise)
        and not about.words & {w.lower() for w in words if len(w) > 4} - STOPWORDS
    ):
        yield Signal("praise", 1.0 if len(praise) == 1 else 1.3, "it praises in words that would fit under any article")
    robot = _OF_THE_SITE.found(text, lower)
    if robot:
        yield Signal("robot", 2.0, f"it asks after the site, as robots do (“{_short(robot[0])}”)")
    if about.repeated and folded(text) in about.repeated and len(words) >= 6:
        yield Signal("repeated", 3.0, "the same words stand under another article")
    if len(words) >= 5 and about.script and script_of(text) not in {about.script, ""}:
        yield Signal("script", 1.6, "it is in another script than the article")
    if _is_gibberish(words, text):
        yield Signal("gibberish", 2.0, "its letters make no words")


def _of_name(name: str) -> Iterator[Signal]:
    """Names that are keywords: "Therapist Huntington Beach", "cheap viagra", an address."""
    words = name.split()
    if _SITE_NAME.fullmatch(name.strip()):
        yield Signal("name", 2.0, f"its author is an address, “{name}”")
    elif _HACKER_NAME.fullmatch(name):
        yield Signal("name", 1.5, f"its author’s name is a trade, “{name}”")
    elif _GOODS_NAME.fullmatch(name):
        # "Poker Pete" may be what somebody's friends say.
        nick = len(words) == 2 and name.istitle() and _GOODS_NAME.fullmatch(words[1]) is None
        yield Signal("name", 1.5 if nick else 2.0, f"its author’s name is made of keywords, “{name}”")
    elif _TRADE_NAME.fullmatch(name) and not _TITLED.search(name) and "," not in name and not _PEOPLE.search(name):
        keywords = len(words) >= _KEYWORDS and name.islower() and STOPWORDS.isdisjoint(words)
        capitals = all(word[:1].isupper() or word.lower() in {"and", "of", "in", "&"} for word in words)
        if keywords or (capitals and (len(words) >= _KEYWORDS or (len(words) == 2 and _STARTS_TRADE.match(name)))):
            yield Signal("name", 2.0, f"its author’s name is a trade with a place, “{name}”")


def _short(text: str) -> str:
    return " ".join(text.split())[:60]


def _of_addresses(text: str, lower: str, words: list[str], about: About) -> Iterator[Signal]:
    if _TAG.search(text):
        yield Signal("markup", 2.5, "it holds the markup of a link")
    found = [each.group() for each in _ADDRESS.finditer(text)] if _may_have_address(lower) else []
    if found:
        rest = len(_WORD.findall(_ADDRESS.sub(" ", text)))
        fitting = {word.lower() for each in found for word in _WORD.findall(each) if len(word) > 4} & about.words
        if rest <= 3 and len(words) < 60 and not fitting:
            # Where an article is known, a bare address may be a reader's hint.
            yield Signal("address", 1.6 if about.words else 2.0, "it is an address and nothing else")
        else:
            points = 0.8 if rest <= _SHORT else 0.4 + 0.05 * min(6, len(found))
            yield Signal("address", points if about.words else points + 1.2, "it leads to another site")
    reach = _mail_or_phone(text, _ADDRESS.sub(" ", text) if found else text)
    miracle = _MIRACLE.found(text, lower) if reach else []
    if reach and miracle:
        yield Signal("miracle", 2.2, f"it witnesses to a miracle (“{_short(miracle[0])}”) with a way to get in touch")
    elif reach and _REACH.search(text) and not (about.words and _FOR_READERS.search(text)):
        yield Signal("contact", 2.0, f"it asks to be contacted (“{reach.group().strip()}”)")
    elif reach or _WHATSAPP.found(text, lower):
        yield Signal("contact", 0.5, "it gives a way to get in touch")


def _may_have_address(lower: str) -> bool:
    return any(sign in lower for sign in _ADDRESS_SIGNS) or _DOMAIN.search(lower) is not None


def _mail_or_phone(text: str, without_addresses: str) -> re.Match[str] | None:
    """Return a mail address, or a telephone number outside addresses."""
    mail = _MAIL.search(text) if _AT.search(text) else None
    return mail or (_PHONE.search(without_addresses) if _HAS_DIGIT.search(without_addresses) else None)


def _is_gibberish(words: list[str], text: str) -> bool:
    """Whether most letters are in words that nobody can say: five consonants in a row, or no vowel in six letters."""
    letters = sum(map(len, words)) if text.isascii() else 0
    if letters < 8:
        return False
    if _CONSONANTS.search(text.lower()) is None:
        return False
    odd = sum(len(w) for w in words if _CONSONANTS.search(w.lower()) and len(set(w.lower())) > 4)
    return odd * 2 > letters
