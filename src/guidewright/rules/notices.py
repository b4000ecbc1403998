"""Legal and technical notices: cookies, spam filters, disclaimers, copyright."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import either, lines_matching, matching, patterns
from guidewright.model import Fate, Rule, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidewright.model import Page

_COPYRIGHT = patterns(
    r"(?:copyright\s*)?(?:©|\(c\)|&copy;)[^a-z0-9]*(?:copyright\b)?.{0,200}"
    r"|copyright(?:\s+(?:by|of)\b|[\s:©-]+(?:19|20)\d\d\b).{0,200}"
    r"|.{0,120}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:todos los )?derechos reservados"
    r"|wszelkie prawa zastrzeżone)\b.{0,80}",
)
_OWNER = re.compile(
    r"(?:copyright|©)[\s\d©–-]*\bby\s+(?P<name>[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){0,3}?)(?=[.,;]|\s+all rights|$)",
    re.IGNORECASE,
)


def _copyright(page: Page) -> Iterator[Span]:
    for line, found in matching(page, _COPYRIGHT, longest=320):
        text = found.group()
        owner = _OWNER.search(text)
        lifts = [("rights", text)]
        if owner:
            lifts.append(("author", owner["name"].rstrip(".")))
        yield Span(line.number, line.number, lifts=tuple(lifts))


RULES = (
    Rule(
        name="copyright",
        because="it states the rights",
        find=_copyright,
        fate=Fate.LIFTED,
        example="""
            lifted  | © Copyright 2013 Springford.example. All rights reserved.
            lifted  | Copyright 2009 by Ada Sample. All Rights Reserved. Permission to publish granted to
            lifted  | Talbote GmbH, alle Rechte vorbehalten
            kept    | Alle Rechte hatte sie ihm vorbehalten, und die Pflichten behielt sie selbst.
            kept    | Copyright was the last thing on my mind when we wrote that letter to each other.
        """,
    ),
    Rule(
        name="cookie-notice",
        because="it asks consent for cookies that this site does not set",
        find=either(
            words.saying("cookie-notice", longest=1200),
            lines_matching(
                r".{0,200}\b(?:uses?|using|set|accept|about|our|of|use of)\s+(?:\w+\s+){0,4}?cookies\b.{0,600}"
                r"(?:consent|continu|agree|accept|privacy|personali[sz]e|analy[sz]e|traffic|experience|policy).{0,300}",
                r"(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies| cookie settings| preferences)?",
                r"cookie (?:settings|policy|preferences|notice|consent)",
                r"(?:we|this (?:site|website)) (?:value|respect)s? your privacy.{0,200}",
                longest=1200,
            ),
        ),
        example="""
            removed | Springford uses cookies to shape content and count visits. By staying on this site you agree to our cookies.
            removed | Cookie settings
            removed | Accept all cookies
            kept    | We baked cookies together on Sundays, and it did more for us than talking.
        """,
    ),
    Rule(
        name="spam-filter-notice",
        because="it speaks of the site’s spam filter",
        find=lines_matching(
            r"this site uses akismet.{0,200}",
            r".{0,80}learn how your comment data is processed.{0,40}",
            r"this site is protected by recaptcha.{0,200}",
        ),
        example="""
            removed | This site uses Akismet to keep spam low. Learn how your comment data is processed.
            kept    | This site lists people who offer a first talk without a fee.
        """,
    ),
    Rule(
        name="disclaimer",
        because="it is the site’s disclaimer, not advice",
        find=either(
            words.saying("disclaimer", longest=1200),
            lines_matching(
                r"the (?:preceding|above|foregoing|following) (?:article|post|text|content|column) (?:was|is|has been|represents?) .{0,700}",
                r"the (?:article|post|text) above (?:was|is|has been) .{0,700}",
                r".{0,120}\b(?:any )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|stated|given)\b.{0,80}\bnot\b.{0,500}",
                r"disclaimer:? .{0,600}",
                r".{0,200}\b(?:not intended|no substitute|not a substitute|not meant) (?:to|for|as|be)\b.{0,80}"
                r"\b(?:medical|professional|legal|psychological)\b.{0,30}\badvice\b.{0,300}",
                r".{0,120}\bfor (?:general )?(?:informational|information|educational) purposes only\b.{0,900}",
                r".{0,200}\bfor (?:general )?informational purposes (?:only )?and (?:should|is|are|do|does|may) not\b.{0,700}",
                r".{0,200}\b(?:are|is an?) registered trademarks? (?:of|owned by) .{0,500}",
                r"(?:this|the) (?:content|story|article|post|piece) (?:is|was) (?:provided|sponsored|paid for|presented|developed"
                r"|created|produced) (?:by our (?:sponsor|partner)s?|in partnership with)\b.{0,400}",
                longest=1200,
            ),
        ),
        example="""
            removed | The article above was written by the person named on top. The views expressed are not those of Springford.
            removed | Disclaimer: this page is for informational purposes only.
            removed | What this blog holds is for general informational purposes and should not be taken for a doctor’s word.
            removed | Hour® and Hour a Week® are registered trademarks owned by Springford Clocks.
            removed | This story was produced in partnership with Springford Clocks.
            kept    | This story was produced by two people who had not spoken for a year.
            kept    | The article above the fireplace was a clock that neither of us liked.
            kept    | Other people’s views expressed in anger are hard to forget.
        """,
    ),
    Rule(
        name="affiliate-notice",
        because="it discloses paid links that are not in the guide",
        find=either(
            words.saying("affiliate-notice"),
            lines_matching(
                r".{0,60}\b(?:may )?contains? affiliate links.{0,200}",
                r"as an? \w+ (?:associate|affiliate),? (?:i|we) (?:may )?earn .{0,160}",
            ),
        ),
        example="""
            removed | This post may contain affiliate links.
            kept    | A post about money may contain hard truths about what we spend.
        """,
    ),
)
