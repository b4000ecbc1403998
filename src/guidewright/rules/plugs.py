"""Plugs: newsletters, bookings, contact lines and other calls to action that are not advice."""

from __future__ import annotations

import re
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import at_foot, bare, either, lines_matching, lines_of, patterns, searching, solid
from guidewright.model import Kind, Rule, Span, Stage
from guidewright.rules._help import TELEPHONE, but_help

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from guidewright.model import Line, Page

_NEWSLETTER = patterns(
    r"\b(?:sign(?:ing)?[ -]?up|subscrib\w+|join|opt in|get)\b.{0,60}\b(?:newsletter|mailing list|e-?mail list|blog posts?|free (?:e-?book|guide|download)"
    r"|updates|inbox)\b|\b(?:my|our) newsletter\b|\bnewsletter\b.{0,80}\b(?:sign(?:ing)? ?up|subscrib\w+|inbox|pop-up|link)\b",
)
_OWN = re.compile(r"\b(?:my|our|us|me|this site['’]s|the weekly|the monthly|link|pop-up)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"^(?:if|before|when|whenever|unless) you\b|\b(?:they|their|he|she|somebody|anyone)\b|\bfrom (?:the|your|a)\b",
    re.IGNORECASE,
)
_BOOKING = patterns(
    (
        r"(?:please |so |to begin,? |ready to .{0,40}\? )?(?:call|contact|e-?mail|text|message|reach out to|get in touch with|write to|ring)"
        r" (?:me|us|our (?:office|team|practice|clinic)|my (?:office|practice))"
        r"(?:[.!]?| (?:today|now|directly|here|if|to|at|on|for|via|with|and)\b.{0,140})"
    ),
    (
        r"(?:please |click here to |ready to )?(?:book|schedule|request|reserve|arrange) (?:a|an|your|my|now|online)\b.{0,40}"
        r"\b(?:consult\w*|session|call|appointment|visit|chat|assessment|intake|slot|time)\b"
        # A guide says whom to see, or what to do together.
        r"(?! (?:with (?:your|an?|each|one)|to (?:talk|meet|listen|discuss|be|sit|go)|together|each|every|once|for (?:two|both|each|yourself))\b).{0,80}"
    ),
    r"(?:get|contact|book) (?:started|us|me|now|today|online|here|in touch)(?: today| now| here)?[.!]?",
    (
        r"(?:i|we)(?:['’]d| would) (?:love|be (?:happy|glad|honou?red)|like) to (?:connect|hear from|meet|help|work with|talk with|support)(?: (?:you|with you))?"
        r"(?: both)?[.!]?"
    ),
    r"(?:do you )?(?:live|living|located|based|are you|are you looking)\b.{0,20}\b(?:near|in|around|close to) (?:the )?(?-i:[A-Z]).{0,80}\?",
    r"(?:call|phone|tel|text)(?: (?:us|me|now|today))*:? ?(?:at |on )?\+?[\d(][\d ().-]{6,18}\d.{0,60}",
)


# A lawyer's or a tradesman's offer, which stands between the paragraphs of an article as well as below it.
_OFFER = (
    r".{0,300}\b(?:call|contact|reach|e-?mail) (?:us|our (?-i:[a-z])[\w-]*(?: [\w-]+){0,3})(?: (?:at|on|today|now|online|or))\b.{0,160}"
    r"\b(?:free|confidential|no[- ]obligation)\b.{0,40}\b(?:case review|consultation|case evaluation|evaluation|quote|estimate)\b.{0,60}"
)
_LONGEST_OFFER, _LONGEST_APPEAL = 320, 900
_AT_FOOT = patterns(
    r"(?:are you )?looking for .{3,60}\b(?:near|in|around|close to) (?:the )?(?-i:[A-Z]).{0,60}\?",
    r".{0,240}\b(?:get in touch|contact us|call us|reach out)\b.{0,20}\b(?:to|and) (?:arrange|book|schedule|set up|request)\b.{0,60}",
)
# What a newspaper is called.
_PAPER = (
    r"(?:start|begin|end) your (?:day|morning|week|evening) with (?:the )?(?-i:(?:[A-Z]\w*\s){1,3}?(?:Herald|Times|Post|Gazette|Courier|News"
    r"|Tribune|Journal|Chronicle|Ledger|Mail|Echo|Star|Observer|Telegraph|Press|Dispatch|Register|Record|Bulletin|Examiner"
    r"|Inquirer|Globe|Sentinel|Daily|Standard))[.!]?"
)


# What a practice writes below its articles: a question or a heading, steps to begin with, what else it offers.
_READY = patterns(
    r"(?:are you )?ready (?:to|for) .{3,60}\?",
    r"see (?:how|what|why) (?-i:[A-Z])\w+ .{3,60}",
)
_STEPS = patterns(r".{0,300}\b(?:get started|begin|start)\b.{0,100}\bfollow (?:these|the|our)\b.{0,24}\bsteps\b.{0,10}")
_OTHERS = patterns(r"other (?:\w+ )?services (?:offered |provided )?(?:at|by|we|i|from)\b.{0,80}")
_PRODUCT = patterns(
    r"(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)? is (?:the|an?|our) .{3,80}\b(?:platform|software|app|tool|solution|suite|agency|firm|company|provider)\b"
    r".{0,40}\b(?:trusted by|used by|that helps|helping|built for|designed (?:to|for))\b.{0,300}"
)
# The steps to begin with stand among so many of the last lines.
_FOOT = 20
# A button, and what a line above a button says that sells.
_BUTTONS = (
    r"get started|start (?:now|today|free|shopping|your free trial|a free trial)|try (?:it|[\w.]+) (?:free|now|today|for free)",
    r"(?:shop|order|try|buy|join|sign up|register|enroll|apply|download)(?: [\w&’'.]+){0,3} (?:now|today|free|for free)",
    r"(?:shop|try|start) [\w&’'. ]{2,24} with [\w&’'. ]{2,24}",
    r"request a (?:demo|quote)|get (?:a )?(?:quote|quotes|demo)|claim (?:offer|deal)|view deal",
    r"check (?:price|prices|availability)",
)
_BUTTON = patterns(*(rf"(?:{each})(?: now| today)?[.!]?(?: ?[→»›])?" for each in _BUTTONS))
_SELLS = re.compile(
    r"[£$€]\d|\d ?%|\bfree\b|\b(?:your|our|we|us)\b|\b(?:discover|shop|get|experience|explore|save|step up|looking for|insurance|subscription)\b",
    re.IGNORECASE,
)
_PITCH, _PITCH_BLANKS = 200, 3
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")


_offers = lines_matching(_OFFER, longest=600)
_offered = words.saying("offer", longest=500)
_products = at_foot(_PRODUCT, lines=4, longest=_LONGEST_APPEAL)
_by_phrase = at_foot(_AT_FOOT, longest=_LONGEST_OFFER)


def _offering(page: Page) -> Iterator[Span]:
    """Point at offers and at the question above each."""
    spans = [*_offered(page), *_offers(page), *_by_phrase(page), *_products(page)]
    if not spans:
        return
    found = {span.first for span in spans}
    asks = {line.number for line in lines_of(page, _READY, _HEADING + 10)}
    yield from spans
    for above, line in pairwise(solid(page)) if asks else ():
        if above.number in asks and line.number in found:
            yield Span(above.number, above.number)


def _beginning(page: Page) -> Iterator[Span]:
    """Point at the steps to begin with, at the foot, with their heading, and at the practice's other services."""
    steps, others = lines_of(page, _STEPS, 500), lines_of(page, _OTHERS)
    if not (steps or others):
        return
    lines = solid(page)
    foot = {line.number: at for at, line in enumerate(lines) if at >= len(lines) - _FOOT}
    for line in steps:
        if line.number in foot:
            first = foot[line.number]
            last = first
            while last + 1 < len(lines) and _is_step(lines[last + 1]):
                last += 1
            if first > 1 and _heads(lines[first - 1]):
                first -= 1
            yield Span(lines[first].number, lines[last].number)
    for line in others:
        if line.number in foot and len(lines) - foot[line.number] <= _NEAR:
            yield Span(line.number, page.lines[-1].number)


def _is_step(line: Line) -> bool:
    return line.where.kind is Kind.ITEM or bare(line) != line.says.strip() or _NUMBERED.match(line.says) is not None


def _heads(line: Line) -> bool:
    """Whether a line may be a heading: short, no list item, and it ends with a word."""
    return len(line.says) <= _HEADING and bare(line)[-1:].isalnum() and not _is_step(line)


def _buttons(page: Page) -> Iterator[Span]:
    """Point at buttons, each with the line above that sells and the heading above that."""
    buttons = {line.number for line in lines_of(page, _BUTTON, 60)}
    lines = solid(page) if buttons else ()
    for heading, pitch, button in zip(lines, lines[1:], lines[2:], strict=False):
        if button.number in buttons and _sells(pitch):
            yield Span(pitch.number, pitch.number)
            yield Span(button.number, button.number)
            if heading is not lines[0] and _heads(heading):
                yield Span(heading.number, heading.number)


def _sells(line: Line) -> bool:
    """Whether a line above a button is there to sell: a few words at least, and no price alone."""
    blanks = line.says.strip().count(" ")
    return (
        blanks >= _PITCH_BLANKS and len(line.says) <= _PITCH and not _is_step(line) and bool(_SELLS.search(line.says))
    )


# Who asks for money calls the site by what it lives on, says "us", and asks.
_GIVEN_TO = patterns(
    r"\b(?:non-?profit (?:newsroom|news|publication|media)|(?:independent|fearless|trustworthy|quality|local) (?:journalism|reporting|news)"
    r"|reader[- ](?:funded|supported)|supporters|membership|donors|donations|paywall|billionaire|shareholders)\b",
)
_ASKS = re.compile(
    r"\b(?:(?:please|will you|would you|can you|you can|could you|if you can|help us|so that we|to help) .{0,40}"
    r"|consider (?:a|an|becoming|making|supporting|joining|giving|donating|subscribing)|makes a difference|from (?:just|as little as))\b",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:us|our|we|me|my)\b", re.IGNORECASE)
_APPEALS = (
    r"(?:.{0,100}?[,.…–—-] ?)?(?:so |but |and |now )?we have (?:a|one) (?:small |quick |big )?favou?r to ask(?:[.!:…]| of you).{0,600}",
    r".{0,400}\bevery (?:contribution|donation|gift|pound|dollar|euro)\b.{0,60}\b(?:makes a difference|counts|matters|helps)\b.{0,200}",
    (
        r"(?:if you|if this|if our|please|will you|would you|you can|help us).{0,200}\bconsider (?:becoming|joining us|making|supporting us|supporting our|giving|donating)"
        r"\b.{0,80}\b(?:us|our|member|supporter|patron|subscriber|patreon|(?:a|per|each) (?:month|year))\b.{0,200}"
    ),
    r"(?:.{0,300}[.!?] )?support (?:us|our|the (?-i:[A-Z])[\w’']*|independent|local)\b.{0,80}\b(?:from|for) (?:just |only |as little as )?[£$€]\d.{0,120}",
    (
        r".{0,200}\b(?:is|are) an? (?:non-?profit|independent|reader-funded|reader-supported|member-supported) (?:newsroom|news (?:site|organi[sz]ation|outlet)|publication)"
        r"\b.{0,300}\b(?:please|consider|support|donat\w+|become|join)\b.{0,200}"
    ),
)
_DONATION = patterns(
    r"(?:just )?[£$€]\d[\d,.]* (?:a month )?(?:could|can|will|would|might) (?:help|pay|buy|provide|feed|fund|cover|give|keep|train)\b.{0,160}",
    r"(?:can|could|will|would) you (?:help|give|donate|chip in|spare|support)\b.{0,80}\?",
)
_donates = patterns(
    r"(?:donate|give|contribute|chip in|support us)(?: (?:now|today|here|online|monthly|once|£\d+|\$\d+))?[!.]?(?: ?[→»›])?"
)
_appeals = patterns(*_APPEALS)
# A heading above an appeal has at most so many characters, and no end of a sentence but a question's.
_HEADING = 70
# So far above the button the words stand that lead to it.
_NEAR = 4


def _is_appeal(text: str) -> bool:
    """Whether a text at the foot, in which somebody is called by what they live on, asks for money."""
    return len(text) >= 60 and _US.search(text) is not None and _ASKS.search(text) is not None


_at_foot = at_foot(_GIVEN_TO, lines=14, longest=_LONGEST_APPEAL, inside=True, test=_is_appeal)


def _asked(page: Page) -> Iterator[Span]:
    """Point at appeals for money, with what goes on with them below, what is between two, and the heading above."""
    lines = solid(page)
    found = _places_of_appeals(page, lines)
    for at in sorted(found):
        if at + 1 < len(lines) and _goes_on(page, lines[at + 1]):
            found.add(at + 1)
        if at + 2 in found and len(lines[at + 1].says) <= _LONGEST_APPEAL:
            found.add(at + 1)
    for at in sorted(found):
        yield Span(lines[at].number, lines[at].number)
        above = bare(lines[at - 1]) if at > 1 and at - 1 not in found else ""
        if above and len(above) <= _HEADING and not above.endswith((".", "!", ":", ",", "”", '"')):
            yield Span(lines[at - 1].number, lines[at - 1].number)


def _places_of_appeals(page: Page, lines: Sequence[Line]) -> set[int]:
    """Return where among the lines an appeal stands, or what leads to a button for donations."""
    numbers = {line.number for line in lines_of(page, _appeals, _LONGEST_APPEAL)}
    numbers.update(span.first for span in _at_foot(page))
    leading = {line.number for line in lines_of(page, _DONATION)}
    buttons = lines_of(page, _donates) if leading else []
    if not (numbers or buttons):
        return set()
    place = {line.number: at for at, line in enumerate(lines)}
    found = {place[number] for number in numbers}
    for button in buttons:
        found |= {place[each] for each in leading} & set(range(place[button.number] - _NEAR, place[button.number]))
    return found


def _goes_on(page: Page, line: Line) -> bool:
    """Whether a line below an appeal is another part of it."""
    if len(line.says) > _LONGEST_APPEAL or not _US.search(line.says):
        return False
    return any(each is line for each, _ in searching(page, _GIVEN_TO, line.number))


_votes = patterns(
    r"\d[\d,.]*\+?(?: total)? votes(?: so far| cast| counted)?\.?", r".{1,120}\d\+? votes so far\.?", r"votes: \d.*"
)


def _questions(page: Page) -> Iterator[Span]:
    """Point at a count of votes and at the question above."""
    counts = {line.number for line in lines_of(page, _votes)}
    yield from (Span(number, number) for number in counts)
    if counts:
        for above, line in zip(solid(page), solid(page)[1:], strict=False):
            if line.number in counts and above.says.rstrip().endswith("?") and len(above.says) <= _HEADING + 50:
                yield Span(above.number, above.number)


def _is_own(text: str) -> bool:
    """Whether a text about a newsletter is about the site's own: a short one is, unless it is advice on other people's."""
    return _OWN.search(text) is not None or (len(text) < 120 and _OF_OTHERS.search(text) is None)


# A number that costs nothing, or that is there at any hour, is a helpline's, unless somebody sells what they do. Whoever
# speaks of danger is called for help, and books an appointment with those who help for nothing.
_FREE_NUMBER = re.compile(
    r"\b(?:0?80[08][ -]?\d|1[ -]8(?:00|33|44|55|66|77|88)\b|116[ -]?\d{3}|988|741741|900 ?\d{3} ?\d{3})"
)
_AT_ANY_HOUR = re.compile(
    r"\b(?:day (?:and|or) night|night and day|24 hours|24/7|in confidence|listens?|rund um die uhr|jour et nuit|24 ?h(?:eures)? ?sur ?24|día y noche"
    r"|las 24 horas|całą dobę|całodobow\w+)\b",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(?:abus(?:e|ed|er|ive)|violen\w+|danger\w*|frightened|scared|afraid|unsafe|threat\w*|raped?|assault\w*|suicid\w*|self-harm\w*|emergency"
    r"|in (?:a )?crisis|crisis line|help ?lines?|hot ?lines?|gewalt\w*|gefahr|angst|notruf|suizid\w*|hilfetelefon|peur|détresse|urgence"
    r"|maltrato|peligro|miedo|emergencia|przemoc\w*|niebezpiecz\w+|samobój\w+|kryzys\w*)\b",
    re.IGNORECASE,
)
_FOR_SALE = re.compile(
    r"\b(?:consult\w*|quotes?|estimates?|evaluations?|appointments?|book\w*|case|services?|sessions?|schedule\w*)\b",
    re.IGNORECASE,
)


# Who it is that helps, on so many lines above a number.
_ABOVE_NUMBER = 3
_HELPS = re.compile(
    r"\b(?:confidential(?:ly)?|(?:help|hot|support|advice|crisis) ?lines?|free (?:help|support|advice)|(?:get|find|where to get) help"
    r"|vertraulich\w*|beratungsstellen?|hilfetelefon|hilfe (?:und|bei|für)|confidentiel\w*|écoute|confidencial\w*|poufn\w*|pomoc\w*)\b",
    re.IGNORECASE,
)


def _is_no_helpline(text: str) -> bool:
    free, need = _FREE_NUMBER.search(text), _NEED.search(text)
    if _FOR_SALE.search(text):
        return not (free and need)
    return not (free or need or _AT_ANY_HOUR.search(text))


def _but_numbers_of_help(finder: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at what a finder points at, but for telephone numbers right below who it is that helps."""

    def find(page: Page) -> Iterator[Span]:
        lines = solid(page)
        places: dict[int, int] = {}
        for span in finder(page):
            places = places or {line.number: at for at, line in enumerate(lines)}
            at = places[span.first]
            above = (line.says for line in lines[max(0, at - _ABOVE_NUMBER) : at])
            says = lines[at].says
            if not (TELEPHONE.search(says) and not _FOR_SALE.search(says) and any(map(_HELPS.search, above))):
                yield span

    return find


RULES = (
    Rule(
        name="newsletter-plug",
        because="it advertises a newsletter",
        find=either(
            words.saying("newsletter-plug", longest=500),
            at_foot(_NEWSLETTER, longest=inf, inside=True, test=_is_own),
            lines_matching(
                r"(?:please )?(?:subscribe|sign up)(?: (?:to|for|now|today|here|below|with))?\b.{0,40}\b(?:newsletter|mailing list|updates|e-?mails?|list)\b.{0,120}",
                r"(?:subscribe|sign up|join (?:our|my|the) (?:newsletter|mailing list|list|community))(?: now| today| here| free)?[.!]?",
                r"(?:get|receive) .{0,80}\b(?:in|to) your inbox\b.{0,60}",
                r"(?:enter )?your e-?mail(?: address)?(?: here| below)?\*?",
            ),
        ),
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            kept    | Some couples sign up for a course in town and like it.
            removed | P.S. If you want the next post in your mailbox, sign up for my newsletter. A window will open that asks for your name.
            removed | Subscribe to our newsletter
        """,
    ),
    Rule(
        name="booking-plug",
        because="it asks the reader to book or to call the author",
        find=_but_numbers_of_help(
            either(but_help(words.saying("booking-plug")), at_foot(_BOOKING, longest=260, test=_is_no_helpline))
        ),
        stage=Stage.EDGES,
        example="""
            kept    | A Title
            kept    | Family Lives: free, confidential support
            kept    | Phone: 0300 555 0100
            kept    | Call me old-fashioned, but a letter can do what a talk cannot.
            kept    | The tea was good.
            kept    | The chairs were not.
            removed | Live in or near Springford?
            removed | I would love to hear from you.
            removed | Call me today to book a first session.
            removed | Call us on 0808 157 0000, day and night, for a free quote.
            kept    | Call us on 0808 157 0000, day and night, it is free.
            kept    | Phone: 0808 157 0000
            kept    | Call us on 01943 555 010 if you are frightened.
            kept    | Book a free appointment with our domestic abuse worker on 0808 157 0000.
            removed | Call us on 01943 555 010 to book a chair.
            kept    | Do you live in fear of the next talk?
        """,
    ),
    Rule(
        name="promotion",
        because="it advertises",
        find=words.saying("promotion", longest=500),
        example="""
            removed | SPONSORED: Homeowners in the valley are throwing out their boilers. See if you qualify.
            removed | Readers save 15% with the code DAD.
            kept    | Save the day by using the code word, said the boy.
        """,
    ),
    Rule(
        name="paywall",
        because="it tells who may read on the site",
        find=words.saying("paywall"),
        example="""
            removed | Already a subscriber? Sign in
            removed | Subscribe to continue reading.
            kept    | Already a member of three choirs, she joined a fourth.
        """,
    ),
    Rule(
        name="sign-up",
        because="it asks for an address to send letters to",
        find=either(
            words.saying("sign-up", longest=500),
            lines_matching(
                _PAPER,
                r"sign up (?:to|for) (?:the |our )?(?-i:(?:[A-Z]\w*|in|of|the|and|on)(?: (?:[A-Z][\w’]*|in|of|the|and|on)){1,5})",
            ),
        ),
        stage=Stage.LEFT,
        example="""
            removed | Start your day with the Springford Herald
            removed | Sign up to The Week in Chairs
            removed | By signing up, you agree to our terms and to a letter every week.
            kept    | Start your day with the windows open.
        """,
    ),
    Rule(
        name="offer",
        because="it offers what the site sells or gives away",
        find=either(_offering, _buttons),
        stage=Stage.LEFT,
        example="""
            kept    | A Title
            kept    | Were you looking for a way in, and was it the front door?
            removed | Chairs for every room
            removed | Discover chairs that ship to your door for as little as $29.
            removed | Shop Chairs Now
            kept    | $249.99
            kept    | Buy Chairs Now
            removed | Our lawyers have won millions. Call us at 555-0142 or write to us for a free, confidential case review.
            removed | Looking for couples therapy in Springford?
            removed | If you long for an hour, Springford Counselling can help. Get in touch today to arrange a first call.
            removed | Ready to feel calmer?
            removed | I offer a free 15-minute consultation in Springford and online.
        """,
    ),
    Rule(
        name="how-to-begin",
        because="it says how to begin with a practice, and what else that offers",
        find=_beginning,
        stage=Stage.LEFT,
        example="""
            kept    | A Title
            kept    | To get started with a talk, follow your breath and not your anger.
            removed | Begin Couples Therapy in Springford
            removed | You don’t have to sit there alone. To get started with Springford Counselling, follow these simple steps:
            removed | 1. Ask for a first talk
            removed | 2. Meet one of us
            removed | Other services offered at Springford Counselling
            removed | We also see families.
        """,
    ),
    Rule(
        name="appeal",
        because="it asks for money for the site",
        find=but_help(either(words.saying("appeal", longest=500), _asked)),
        stage=Stage.LEFT,
        example="""
            kept    | A Title
            kept    | We have a favour to ask, said the two of them, and then neither asked it.
            kept    | Please consider giving her an hour in which nobody asks her anything.
            kept    | The paper was an independent one, and it lived on what its readers gave.
            removed | Local news is worth keeping
            removed | The Gazette is a nonprofit newsroom of three. If it was of use to you, please consider becoming a member.
            removed | … as you’re joining us today, we have a small favour to ask.
            removed | Thousands have placed their trust in what we do, in good years and in bad ones.
            removed | With no shareholders we can say what we see. Every contribution, however big or small, makes a difference.
            removed | Could you help someone keep a chair?
            removed | £20 could pay for the leg of a chair that somebody sits on tonight.
            removed | Donate now
        """,
    ),
    Rule(
        name="poll",
        because="it asks the visitors of the site for their votes",
        find=either(words.saying("poll"), _questions),
        stage=Stage.LEFT,
        example="""
            kept    | Who was the one that spoke first?
            kept    | She was, and with nine votes.
            removed | Who was your man of the match?
            removed | 4,000+ votes so far
            removed | Cast your vote
        """,
    ),
)
