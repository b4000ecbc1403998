"""Plugs: newsletters, bookings, contact lines and other calls to action that are not advice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import at_foot, either, lines_matching, pattern, patterns, search
from guidewright.model import Rule

if TYPE_CHECKING:
    from guidewright.model import Page

_NEWSLETTER = patterns(
    r"\b(?:sign(?:ing)?[ -]?up|subscrib\w+|join|opt in|get)\b.{0,60}\b(?:newsletter|mailing list|e-?mail list|blog posts?|free (?:e-?book|guide|download)"
    r"|updates|inbox)\b|\b(?:my|our) newsletter\b|\bnewsletter\b.{0,80}\b(?:sign(?:ing)? ?up|subscrib\w+|inbox|pop-up|link)\b",
)
_OWN = re.compile(r"\b(?:my|our|us|me|this site['’]s|the weekly|the monthly|link|pop-up)\b", re.IGNORECASE)
_BOOKING = (
    (
        r"(?:please |so |to begin,? |ready to .{0,40}\? )?(?:call|contact|e-?mail|text|message|reach out to|get in touch with|write to|ring)"
        r" (?:me|us|our (?:office|team|practice|clinic)|my (?:office|practice))"
        r"(?:[.!]?| (?:today|now|directly|here|if|to|at|on|for|via|with|and)\b.{0,140})"
    ),
    (
        r"(?:please |click here to |ready to )?(?:book|schedule|request|reserve|arrange) (?:a|an|your|my|now|online)\b.{0,40}"
        r"\b(?:consult\w*|session|call|appointment|visit|chat|assessment|intake|slot|time)\b.{0,80}"
    ),
    r"(?:get|contact|book) (?:started|us|me|now|today|online|here|in touch)(?: today| now| here)?[.!]?",
    (
        r"(?:i|we)(?:['’]d| would) (?:love|be (?:happy|glad|honou?red)|like) to (?:connect|hear from|meet|help|work with|talk with|support)(?: (?:you|with you))?"
        r"(?: both)?[.!]?"
    ),
    r"(?:do you )?(?:live|living|located|based|are you|are you looking)\b.{0,20}\b(?:near|in|around|close to) (?:the )?(?-i:[A-Z]).{0,80}\?",
    r"(?:call|phone|tel|text)(?: (?:us|me|now|today))*:? ?(?:at |on )?\+?[\d(][\d ().-]{6,18}\d.{0,60}",
)


def _is_newsletter(page: Page, text: str) -> bool:
    return bool(search(page, _NEWSLETTER, text)) and (bool(_OWN.search(text)) or len(text) < 120)


_BOOKINGS = pattern(*_BOOKING)


def _is_booking(_: Page, text: str) -> bool:
    return len(text) <= 260 and _BOOKINGS.fullmatch(text) is not None


RULES = (
    Rule(
        name="newsletter-plug",
        because="it advertises a newsletter",
        find=either(
            words.saying("newsletter-plug", longest=500),
            at_foot(_is_newsletter),
            lines_matching(
                r"(?:please )?(?:subscribe|sign up)(?: (?:to|for|now|today|here|below|with))?\b.{0,40}\b(?:newsletter|mailing list|updates|e-?mails?|list)\b.{0,120}",
                r"(?:subscribe|sign up|join (?:our|my|the) (?:newsletter|mailing list|list|community))(?: now| today| here| free)?[.!]?",
                r"(?:get|receive) .{0,80}\b(?:in|to) your inbox\b.{0,60}",
                r"(?:enter )?your e-?mail(?: address)?(?: here| below)?\*?",
            ),
        ),
        stage=1,
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
        find=either(words.saying("booking-plug"), at_foot(_is_booking)),
        stage=1,
        example="""
            kept    | A Title
            kept    | Call me old-fashioned, but a letter can do what a talk cannot.
            removed | Live in or near Springford?
            removed | I would love to hear from you.
            removed | Call me today to book a first session.
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
)
