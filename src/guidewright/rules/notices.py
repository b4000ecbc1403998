"""Legal and technical notices: cookies, spam filters, disclaimers, copyright."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import at_foot, either, lines_matching, lines_of, matching, patterns, said, solid
from guidewright.model import Fate, Rule, Span, Stage
from guidewright.rules._help import HELP, but_help

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


# What an agency or a press office writes below an article, and no article holds.
_SIGNED_OFF = (
    r".{0,30}\bview original content\b.{0,60}https?://\S{1,400}",
    r"\(?(?:additional )?reporting (?:and writing )?by (?-i:[A-Z]).{1,200}?\b(?:editing|writing|compiled) by (?-i:[A-Z]).{1,120}",
    r"our standards: ?the .{1,60}\bprinciples\b.{0,40}",
    r"citation: .{10,300}\bretrieved\b.{1,40}https?://\S{1,300}",
    r"this document is subject to copyright\b.{0,600}",
)
_CREDITS = (
    r"more information:? .{10,600}(?:\bdoi\b|https?://).{0,200}",
    r"(?:journal information|journal reference|publication): .{1,120}",
    r"(?:\(?(?-i:SOURCE):? (?-i:[A-Z]).{1,100})",
    r"(?:story |materials? |content )?provided by (?:the )?(?-i:[A-Z])[^.,;:!?]{1,80}",
)
# What plugins of WordPress, and Medium, put below every article of a feed, in the language of the site. The title in it
# is the page's; or, on one of the last lines, it has several words and begins as titles do, and nothing is said behind
# the name of the site: "the post office appeared first on the map, and then the school".
_FEED_FOOTERS = patterns(
    r"the post (?P<title>.{1,240}) (?:appeared first|first appeared) on .{1,120}",
    r"der beitrag (?P<title>.{1,240}) (?:erschien zuerst|ist zuerst erschienen) auf .{1,120}",
    r"(?:l['’]|cet )article (?P<title>.{1,240}) est (?:apparu|paru) en premier sur .{1,120}",
    (
        r"(?:la (?:entrada|publicación)|el (?:artículo|cargo|post)) (?P<title>.{1,240})"
        r" (?:se publicó|apareció|aparece) (?:primero|por primera vez) en .{1,120}"
    ),
    r"artykuł (?P<title>.{1,240}) pochodzi z serwisu .{1,120}",
    r"(?:artykuł|post|wpis) (?P<title>.{1,240}) pojawił się (?:po ?raz pierwszy|najpierw) (?:w|na) .{1,120}",
    r"(?P<title>.{1,240}) was originally published (?:in .{1,120} )?on medium, where people are continuing .{1,120}",
)
_HEAD, _FOOT = 3, 4
_GOES_ON = re.compile(r"[,;:!?]\s|\s[–—-]\s")
# What names who answers for an article, and leaves no doubt that this is somebody else.
_SCRIPT = r"(?:javascript|scripts?|cookies|(?:adobe )?flash(?: player)?)"
_SHOWN = r"(?:page|site|website|content|video|audio|player|feature|form|map|comments|poll|slideshow|gallery)"
_NOTICES = (
    (
        rf"(?:to|in order to) (?:view|see|watch|use|play|listen to|hear|read|load) (?:this|the) {_SHOWN}\b.{{0,30}}(?:{_SCRIPT} (?:must|needs? to|ha[sv]e? to|is required)"
        rf"|(?:please|you (?:must|need to|have to)|it is necessary to) (?:enable|install|activate|turn on|have) {_SCRIPT})\b.{{0,90}}"
    ),
    rf"(?:this|the|our) (?:\w+ )?{_SHOWN} (?:requires?|needs?|uses|works best with) {_SCRIPT}\b.{{0,90}}",
    rf"please (?:enable|turn on|activate|install) {_SCRIPT}\b.{{0,60}}\b(?:{_SHOWN}|browser|disqus|continue)\b.{{0,60}}",
    rf"(?:(?:it (?:looks|seems) like |sorry, )?your browser (?:has|does not support|doesn['’]t support|is blocking)|you (?:need|must|have) (?:to have )?|it appears that )(?: ?{_SCRIPT})\b.{{0,120}}",
    r"get (?:the )?(?:latest )?(?:adobe )?flash player",
    (
        r".{0,120}\b(?:any )?(?:views|opinions)(?:,? (?:and|or|analyses|analysis|reviews|recommendations|statements|views|opinions)){0,6}"
        r" (?:expressed|stated|given) (?:in|here|above|on|by)\b.{0,80}\b(?:those of the|(?:are|is) (?:solely|entirely|(?:the|its) authors?['’]s?))\b.{0,500}"
    ),
)
_ended = patterns(*_SIGNED_OFF)
_credited = patterns(*_CREDITS)
_LONG = 900
# An article has at least so many words; before that, nothing has ended.
_ARTICLE_WORDS = 100


def _below_sign_off(page: Page) -> Iterator[Span]:
    """Point at what follows below an article that has been signed off: endless pages show the next article there."""
    signed = {line.number for line in lines_of(page, _ended, _LONG)}
    if not signed:
        return
    words_above = 0
    for at, line in enumerate(solid(page)):
        if line.number in signed and words_above >= _ARTICLE_WORDS:
            yield from (Span(each.number, each.number) for each in solid(page)[at + 1 :] if not HELP.search(each.says))
            return
        words_above += line.says.count(" ") + 1


def _feed_footers(page: Page) -> Iterator[Span]:
    footers = matching(page, _FEED_FOOTERS, _LONG)
    if not footers:
        return
    titles = {each.casefold() for each in (page.title, *said(page)[:_HEAD])}
    foot = {line.number for line in solid(page)[1:][-_FOOT:]}
    for line, found in footers:
        title = found["title"].strip()
        named = " " in title and not title[:1].islower() and _GOES_ON.search(line.says, found.end("title")) is None
        if (line.number in foot and named) or title.casefold() in titles:
            yield Span(line.number, line.number)


# Whom a press office tells what below a release; it stands among so many of the last lines.
_TO_EDITORS = patterns(
    r"notes? (?:for|to) (?:the )?editors?:?",
    r"(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office|information|relations):?",
    r"for (?:interviews|images|photographs|media enquiries|press enquiries)\b.{0,40},? (?:please )?contact:?.{0,300}",
)
_LAST = 14


def _to_editors(page: Page) -> Iterator[Span]:
    """Point at what a press office adds for editors, from its heading to the end."""
    last = solid(page)[1:][-_LAST:]
    found = lines_of(page, _TO_EDITORS, 400, last[0].number) if last else []
    if found:
        yield Span(found[0].number, page.lines[-1].number)


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
                r"(?!.{0,600}\b(?:(?:an?|your|his|her) partner|abuser|shared computer)\b)"
                r".{0,200}\b(?:uses?|using|set|accept|about|our|of|use of)\s+(?:\w+\s+){0,4}?cookies\b.{0,600}"
                r"(?:consent|continu|agree|accept|privacy|personali[sz]e|analy[sz]e|traffic|experience|policy).{0,300}",
                r"(?:(?:accept|reject|manage|allow|decline|deny)(?: all)?(?: cookies| cookie settings| preferences| settings)?(?:[\s|,/·•]+|$)){1,4}",
                r"cookie (?:settings|policy|preferences|notice|consent)",
                r"(?:we|this (?:site|website)) (?:value|respect)s? your privacy.{0,200}",
                longest=1200,
            ),
        ),
        example="""
            removed | Springford uses cookies to shape content and count visits. By staying on this site you agree to our cookies.
            removed | Cookie settings
            removed | Accept all cookies
            removed | Accept all Reject all Manage preferences
            kept    | Accept all that you can, and manage the rest.
            kept    | We baked cookies together on Sundays, and it did more for us than talking.
            kept    | Sites ask whether they may use cookies; accept or reject, a partner who sees your screen needs none.
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
        find=but_help(
            either(
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
            )
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
            kept    | This page is not a substitute for medical advice. In an emergency, call 112 at once.
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
    Rule(
        name="site-notice",
        because="it tells how the site works, and who pays for it",
        find=but_help(either(words.saying("site-notice", longest=_LONG), lines_matching(*_NOTICES, longest=_LONG))),
        stage=Stage.LEFT,
        example="""
            removed | Any opinions, analyses or reviews expressed in this article are those of the author alone.
            removed | The Gazette earns a small commission if you buy through links in this story.
            removed | How we vetted this article
            removed | To view this content, Javascript must be enabled and Adobe Flash Player must be installed.
            removed | Please enable JavaScript to view the comments powered by Disqus.
            removed | Your browser does not support JavaScript!
            kept    | To view the page as your readers will, turn JavaScript off and load it again.
            kept    | The views expressed at the table were those of whoever spoke first.
            kept    | An agent earns a commission when you buy a house.
        """,
    ),
    Rule(
        name="sign-off",
        because="it says who sent the article out, and how it is to be cited",
        find=either(
            words.saying("sign-off", longest=_LONG),
            lines_matching(*_SIGNED_OFF, longest=_LONG),
            at_foot(_credited, lines=14, longest=_LONG),
        ),
        stage=Stage.LEFT,
        example="""
            kept    | A Title
            kept    | Provided by Ada, the tea was hot, and so were the words.
            kept    | Reporting by letter, as she did, leaves time to think.
            removed | Reporting by Ada Sample in Springford; Editing by Robin Weller
            removed | More information: Ada Sample, On chairs, Annals of Gardens (2022). DOI: 10.0000/chairs
            removed | Provided by Springford University
            removed | Citation: Chairs in gardens (2022, July 28) retrieved 29 July 2022 from https://springford.example/chairs
            removed | SOURCE Springford Chairs, Inc.
        """,
    ),
    Rule(
        name="feed-footer",
        because="a feed puts it below each of its articles",
        find=_feed_footers,
        stage=Stage.LEFT,
        example="""
            kept    | Chairs for Two
            kept    | The post Two Rivers appeared first on a map of the Romans.
            kept    | The post office appeared first on the map, and then the school.
            kept    | Der Beitrag der Kinder erschien zuerst auf einem Zettel am Kühlschrank.
            removed | The post Chairs for Two appeared first on Springford Chairs.
            removed | The post “And Who Sits There?” first appeared on chairs.example.
            removed | Der Beitrag Stühle für zwei erschien zuerst auf Mustertal.
            removed | Chairs for Two was originally published in The Valley on Medium, where people are continuing the conversation by highlighting and responding to this story.
        """,
    ),
    Rule(
        name="below-sign-off",
        because="it stands below an article that has been signed off",
        find=_below_sign_off,
        stage=Stage.LEFT,
        example="""
            kept    | The Hour a Week
            kept    | One hour a week at the same place is worth more to a couple than any plan for a better year. The first half belongs to one of you and the second to the other, and nobody cuts in. When it gets loud, the hour ends for that day, and both know when the next one begins. A chair by the window, a pot of tea and a clock are all that such an hour needs from you.
            kept    | Reporting by letter, as she did, leaves time to think. Some weeks there is little to say, and then the two of you sit there and say that little. Other weeks an old quarrel comes back, and it helps to have agreed what is done with it.
            kept    | Reporting by Ada Sample in Springford; Editing by Robin Weller
            removed | Mayor sits down on the chair that nobody wanted
            removed | He had been asked to stand, he said, and that for three years.
        """,
    ),
    Rule(
        name="press-office",
        because="a press office wrote it for editors, below the release",
        find=_to_editors,
        stage=Stage.LEFT,
        example="""
            kept    | A Title
            kept    | Notes for editors were what she wrote, and nobody printed them.
            removed | Notes for editors
            removed | For interviews contact Ada Sample on 555-0142.
            removed | The University of Springford has two campuses.
        """,
    ),
)
