"""The words by which a guide shows what it offers, asks, warns of or sells: patterns and small numbers, no more."""

from __future__ import annotations

import re

from guidewright.worksheets import derive_grammar as grammar

REFERENCES = re.compile(
    r"(?:references?|sources?|notes|footnotes|bibliography|further reading|read more|works cited|literature|"
    r"related\b.*|you (?:may|might) also like|more (?:from|articles|posts)\b.*|read next|(?:popular|latest|"
    r"recent) posts|"
    r"about (?:the author|us)|comments?|resources|(?:how to )?(?:find|reach|contact|book|join|support) us|directions|"
    r"getting (?:here|there)|opening (?:hours|times)|contact|(?:our )?(?:fees|prices|team|therapists|values|services)|"
    r"how to book|sign up\b.*|(?:our )?house rules|rules of the house|payments?|parking|"
    r"(?:in )?(?:the|our) waiting room|"
    r"for (?:teachers|schools|therapists|counsell?ors|professionals|practitioners|clinicians|employers|managers|"
    r"journalists|the press|researchers)|"
    r"cancell(?:ing|ations?)(?: policy)?|terms(?: and conditions| of use)?)",
    re.IGNORECASE,
)
CITATION = re.compile(r"\((?:\d{4}|n\.d\.)[^)]{0,20}\)|\bretrieved from\b|\bdoi\b|https?://|\bpp?\. \d", re.IGNORECASE)
# Somebody sells something, or an alarm: neither is a thing to tick.
CALL = re.compile(
    r"\b(?:(?:contact|email|message|text|ring|phone|visit|write to|in touch with|reach out to) (?:me|us|our)\b|"
    r"send (?:me|us) an? \w+|call (?:me|us|our|now|today)|"
    r"enter your (?:e-?mail|name|address|post ?code|zip)|(?:fill (?:in|out)|complete) (?:the|our|this) (?:\w+ )?form|"
    r"book (?:a|an|your) (?:\w+ )?(?:session|call|appointment|"
    r"consultation|seat|place|hour)|schedule (?:a|an|your) (?:\w+ )?(?:session|appointment|consultation|call|visit)|"
    r"sign up(?! for (?:an?|that|some) (?:\w+ )?(?:class|course|workshop|lesson|group|retreat|race|choir|club))|"
    r"subscribe|newsletter|follow (?:me|us)|download|click|our (?:practice|team|office|website)|"
    r"read (?:more|this post)|learn more|leave a comment|in the comments|share this|get started|"
    r"ready to (?:start|begin|book|work with|take the)|looking for (?:a|an) (?:\w+ )?(?:therapist|counsell?or)|"
    r"live near|near you\?|free webinar|buy (?:my|our)|my (?:course|book|blog)|blog post)\b",
    re.IGNORECASE,
)
# A filled-in sheet about these can be found by the one it is about.
DANGER = re.compile(
    r"\babus\w*|\bviolen\w*|\bnot safe\b|\bunsafe\b|\bstalk\w*|\bsuicid\w*|\bself-harm\w*|\bassault\w*|\bcoerc\w*|"
    r"\bwants? to die\b|\bkill\w*|\bhurt(?:ing)? (?:your|my|them|him|her)sel(?:f|ves)\b",
    re.IGNORECASE,
)
# Whoever wrote the guide; in a list of what to do, it is them whom the reader is to turn to.
WRITERS = re.compile(r"\b(?:me|us|our)\b", re.IGNORECASE)
ALARM = re.compile(
    r"\b(?:hotline|helpline|phone ?line|crisis line|emergency number|samaritans|police|911|999|112|988)\b"
    r"|\d{3}[ -]\d{3}",
    re.IGNORECASE,
)
# A list that is introduced with one of these is what the reader should not do or say ...
AGAINST = re.compile(
    r"\b(?:what (?:made|makes|drove|drives) (?:me|us|him|her|them|you) (?:angry|cross|mad|sad|shout|cry|snap|"
    r"furious|leave)|avoid\w*|don'?t|do not(?! have| need)|never|"
    r"mistakes?|wrong|harm\w*|won't|will not|instead of|rather than|"
    r"unhelpful|not to|pitfalls?|traps?|worse|close the door)\b",
    re.IGNORECASE,
)
AGAINST_HEADING = re.compile(
    r"\b(?:what not|things? not|not to|mistakes?|don'?ts|pitfalls?|traps?|myths?|red flags?|warning signs?|"
    r"(?:things|phrases|words|lines|what|behaviou?rs?|habits) to avoid|(?:that|which) (?:ruin|spoil|hurt|kill|"
    r"damage|destroy|backfire|fail|sabotage|harm)\w*|close the door|makes? (?:it|things) worse|"
    r"(?:doesn't|don't|does not|do not) (?:work|help)|(?:what|that|which|these|those|things)"
    r"(?: \w+){0,4} (?:is not|are not|isn't|aren't)|that (?:don't|doesn't|won't)|poor|"
    r"off[- ]limits|get in the way|"
    r"only (?:look|sound|seem)\w*|bad (?:things|topics|ideas|times|moments|habits))\b",
    re.IGNORECASE,
)
AGAINST_TITLE = re.compile(r"(?:please )?(?:don'?t'?s?|do not|never|avoid|not)(?: do)?\b:?", re.IGNORECASE)
# A heading over both, what to say and what not: there, only the words beside a thing tell which it is.
BOTH_WAYS = re.compile(
    r"\bto (?:say|do|try|write|text|ask)\b.*\bnot\b|\bnot to (?:say|do|write|text|ask)\b.*\binstead\b|"
    r"\bdo'?s\b.*\bdon'?t'?s\b",
    re.IGNORECASE,
)
# ... and with one of these, what may happen to somebody.
NOT_THINGS = re.compile(
    r"\b(?:signs?|symptoms?|reasons?|causes?|myths?|excuses|effects|is not|are not)\b", re.IGNORECASE
)
# Somebody else asks what the list asks.
THEY_ASK = re.compile(
    r"^what we(?: will| may| might)? ask\b|\b(?:partner|spouse|husband|wife|he|she|they|men|women|people|children|"
    r"kids)\b(?: \w+){0,4} "
    r"(?:ask|asks|asking|wonder|wonders|wondering|think|thinks|thinking|worry|worries|fear|fears|says?|saying)\b",
    re.IGNORECASE,
)
# Somebody else does what the list says, or wants it.
THEY_DO = re.compile(
    r"\bexpect (?:from|of) (?:me|us)\b|^what (?:(?:I|we) (?:do|offer|promise|will)\b|will we do\?$)|"
    r"^what (?:the )?(?!you\b|I\b|we\b)\w+ (?:would (?:change|like|want|have)|want(?:s|ed)?|asked for)\b|"
    r"\b(?:(?:your|the|a) (?:other )?(?:partner|spouse|husband|wife|boyfriend|girlfriend)|he|she)"
    r"(?: \w+)? (?:might|may|could|can|will|would|tends? to|starts? to)(?: \w+){0,2}:\s*$",
    re.IGNORECASE,
)
# What comes of something is not what the reader does.
BENEFITS = re.compile(
    r"(?:\b(?:therapy|counsell?ing|therapists?|counsell?ors?|sessions?|it|this|they|he|she)|(?:^|[.:;!?] )that)"
    r"(?: then| also)? (?:can|could|will|may|might|helps?|works?)\b",
    re.IGNORECASE,
)
# ... but this offers it.
HELPS_TO = re.compile(
    r"\bit (?:may|might|can|could)?(?: also| often)? ?helps?(?: you(?: both)?)? to:\s*$", re.IGNORECASE
)
ASKS_ANOTHER = re.compile(
    r"\bask:\s*$|\bask (?:the|your|a|any|each|every|him|her|them|about|potential|possible)\b"
    r"|\b(?:conversation starters?|ice-?breakers?|over dinner)\b|\bnext (?:date|walk|drive|dinner|evening|trip|meal)\b"
    r"|\bquestions (?:to ask|for) (?!(?:an?|the) (?:\w+ )?(?:day|night|week|fortnight|month|year|evening|morning|"
    r"weekend|"
    r"hour|while)\b)(?:a|an|the(?! (?:two|past|last|next|coming)\b)|your|potential)\b",
    re.IGNORECASE,
)
THINGS = re.compile(
    r"\b(?:try|tr(?:y|ied) (?:this|these)|ideas?|strateg\w+|alternatives|options|tips|activities|suggestions|"
    r"rituals|practices|(?:good|healthy|kind|little|small|daily) habits|"
    r"things? (?:that )?(?:may |might |can )?(?:help|like these)|"
    r"(?:makes?|made) (?:a|all the) (?:\w+ )?difference|(?:makes?|made) (?:it|things) (?:easier|better|lighter)|"
    r"(?:what|this|these|that) (?:\w+ )?help(?:s|ed)?|things to (?:try|do)|like these|ways to \w+)\b",
    re.IGNORECASE,
)
# Over what is done and is named by its doing (`Offering …`), these offer it.
SMALLER = re.compile(
    r"\b(?:you|we) (?:can|could|might|may)\b[^:]{0,80} by:|"
    r"\b(?:gestures|attempts|steps|ways|things|something|anything|changes|acts|routines|options|moves|starts?|begin) ?"
    r"(?:[\w ]{0,30}, ?)?(?:\w+ ){0,2}(?:such as|like|for instance|for example|including|by)?:",
    re.IGNORECASE,
)
# Of headings, only these say that a list of names is one to choose from.
TO_TRY = re.compile(
    r"\b(?:things|ideas|activities|alternatives|ways) (?:(?:that )?you can |to )(?:try|do)\b|"
    r"\b(?:ideas|activities) (?:for|to)\b",
    re.IGNORECASE,
)
# A heading over what somebody else says.
THEY_SAY = re.compile(
    r"(?:what|things|how|words) (?:your |the |a |my )?(?:partner|spouse|husband|wife|he|she|they|men|women|people|"
    r"others)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(r"\bin (?:their|his|her) own words\b|\b(?:testimonials?|voices from)\b", re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
STEP = re.compile(
    rf"(?:(?:step|tip|rule|idea|day|week|stage|phase) #?(?P<n>\d{{1,2}})|"
    rf"(?:step|tip|rule|idea|number) (?P<nth>{'|'.join(_NUMBERS)})) ?[:.)–—-]+ +",
    re.IGNORECASE,
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINAL = re.compile(
    rf"(?:(?P<n>{'|'.join(ORDINALS)})(?:ly)?(?: of all)?, +|"
    rf"(?:the|your) (?P<nth>{'|'.join(ORDINALS)}) (?:step|thing|task|move) (?:to do )?is to )",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:(?:step|tip|rule|idea|exercise|task|activity|practice|challenge|game|habit|day|"
    r"week) )?#?(\d{1,2}) ?[:.)–—-] +",
    re.IGNORECASE,
)
# A heading that says which step it is, and no more.
WHICH = re.compile(r"(?:step|stage|phase|day|week) (\d{1,2})[:.]?", re.IGNORECASE)
# An order with one of these opens a row, those after it go on. What stands in a group is no part of the step.
OPENING = re.compile(r"(?:start|begin) (?:by|with|off)\b|(?P<head>to (?:begin|start)(?: with)?, +)", re.IGNORECASE)
NEXT = re.compile(
    r"(?P<head>(?:and )?(?:then|next|after that|after this|afterwards|from there|in the end|finally|"
    r"lastly|last of all),? +|(?:the|your) (?:next|last|final) (?:step|thing|task|move) (?:to do )?is to )|"
    r"(?:once|when|after) [^,.]{2,60}, |(?:end|finish|close) (?:by|with)\b",
    re.IGNORECASE,
)


def number(found: re.Match[str]) -> int:
    """Return which one of a row `STEP` or `ORDINAL` has found."""
    said = (found["nth"] or found["n"]).lower()
    names = _NUMBERS if said in _NUMBERS else ORDINALS
    return int(said) if said.isdigit() else names.index(said) + 1


# An empty box before a line: it is there to be ticked.
BOX = re.compile(r"(?:\[ ?\]|\( ?\)|[☐□◻▢❏❑❒⬜])\s*")
# A question and a place for its answer.
TO_FILL = re.compile(r"[ \t]*([^?\n]+\?)[ \t]*(?:_{3,}|\.{5,}|…{2,}|\(?yes ?/ ?no\b)", re.IGNORECASE)
BULLET = re.compile(r"[ \t]*(?:[•·◦‣▪–—*-]|\d{1,2}[.)])[ \t]+")
LETTER = re.compile(r"\(?[a-j][.)] +(?=\w)", re.IGNORECASE)
BOXED = re.compile(r"(?:^[ \t]*(?:\[ ?\]|\( ?\))|[☐□◻▢❏❑❒⬜])\s*([^\s☐□◻▢❏❑❒⬜][^\n☐□◻▢❏❑❒⬜]*)", re.MULTILINE)
# It begins like an order and only sets the reader thinking, or tells of somebody.
MUSES = re.compile(
    r"(?:be|don't|do not|never|avoid|if|when|whenever|once|as|while|remember|imagine|picture|know|think|believe|"
    r"suppose|say you|let's|let (?:me|us)|trust|expect|"
    r"hear|recall|understand|recogni[sz]e|realise|realize|see|(?:take|meet|consider) (?-i:[A-Z])|"
    r"for (?:instance|example)|(?:each|both) of(?! you\b)|(?:each|both) of you (?:feels?|thinks?|wants?|has|have|is|"
    r"are|believes?|knows?|needs?|may|might|can|will)|(?:one|either|neither|any|some|all) of)\b",
    re.IGNORECASE,
)
HABIT = re.compile(
    r"(?:They|You|We) (?!are\b|have\b|feel\b|think\b|may\b|might\b|don't\b|never\b|no\b|can't\b|want\b)[a-z]+"
)
# A heading that asks for a fact: what is told below it answers, and is nothing to choose from.
ASKS_FACT = re.compile(
    r"(?:\d+[.)] )?(?:how (?:much|long|many|soon)|is|are|isn't|aren't|does|who|where|which|"
    r"what (?:is|are|happens|does|kind))\b.*\?",
    re.IGNORECASE,
)
POINTS = re.compile(r"\b(?:above|below|following|here)\b", re.IGNORECASE)
SOMEBODY = re.compile(r"\b(?:he|she|his|hers?|him)\b", re.IGNORECASE)
NAMES = re.compile(
    r"\b(?:strateg\w+|steps|rules|things|ideas|ways|tips|options|list|these|this|tasks|exercises?|habits)\b",
    re.IGNORECASE,
)
NO_THING = re.compile(
    r"(?:you|your|they|he|she|it|we|i|there|this|that|these|those|the (?:therapist|counsell?or|person|other|first)|"
    r"therapy|therapists?|counsell?ing|people|many|most|some|who|what|why|how|when|where|which)\b"
    r"(?!.{1,60}, (?:a|an|the|time) )",
    re.IGNORECASE,
)
EXAMPLES = re.compile(
    r"\btalking points\b|\bexamples?\b|\bscripts?\b|\b(?:what|how) (?:to|you (?:can|could)) say\b|\bsample\b|"
    r"\bI[- ]statements?\b|\b(?:words|sentences|phrases|lines|things|messages|texts) "
    r"(?:that (?:help|work|heal|bring|open|calm|mend)|to (?:say|use|try|send)|for)\b",
    re.IGNORECASE,
)
ASK_YOURSELF = re.compile(
    r"\b(?:ask (?:yoursel(?:f|ves)|(?P<other>each other|one another))|(?P<ask>(?:ask|discuss)(?=:))|rate|write down|"
    r"jot down|write about|note down|answer|think about|reflect(?: on)?|(?<!let's )(?<!to )be honest|check in|"
    r"consider)\b[^:?.!]{0,60}:",
    re.IGNORECASE,
)
# Questions after a colon that no verb hands to the reader.
QUESTIONS_ARE = re.compile(
    r"(?:(?:here|these|there) are\b[^:?.!]{0,40}\bquestions|"
    r"(?:the|these|my|our|some|two|three|four|five) (?:\w+ )?questions\b)[^:?.!]{0,60}:",
    re.IGNORECASE,
)
# It leads to the questions in the sentences after its own.
ASK_ON = re.compile(
    r"(?:\A|[,;] )wonder\b|\banswer (?:each of )?(?:these|the following)\b|"
    r"\b(?:ask yoursel(?:f|ves)|reflect on|take stock|let me ask you|(?:get|be|stay) curious|"
    r"check in with yoursel(?:f|ves)|be honest with yoursel(?:f|ves)|"
    r"(?:think about|consider|answer|look at|sit with|journal (?:on|about)) "
    r"(?:these|the following|a few|some|two|three|four|five|six) (?:\w+ )?(?:questions|things|points)|"
    r"(?:with|through|on|at|to|over) (?:these|the following|a few|some|two|three|four|five|six) (?:\w+ )?questions)\b",
    re.IGNORECASE,
)
# The writer tells of what was, and what stands there is part of the story.
TELLS = re.compile(
    r"\b(?:I|we) (?:(?!need|feed|speed|heed|proceed|succeed)[a-z]+ed|was|were|had|did|would|went|came|"
    r"said|told|thought|knew|took|got|sat|felt|found)\b"
)
# The heads of a table's columns: what to say or do, and what not.
BETTER = re.compile(
    r"(?:(?:you (?:could|can) )?(?:try|say|do|use)(?: saying| this| to say)?(?: instead)?|instead|better|"
    r"(?:what|a better way) to (?:say|do|try)(?: instead)?|more helpful|helpful)[:…. ]*",
    re.IGNORECASE,
)
WORSE = re.compile(
    r"(?:instead of|rather than|don't|do not|avoid|not|what not|unhelpful|less helpful|never)\b", re.IGNORECASE
)
TO_DO = re.compile(
    r"(?:what (?:to|you can|we can|i can|i will) (?:do|try)|things? to (?:do|try)|to do|do|try|actions?|"
    r"action steps?|steps?|tasks?|"
    r"exercises?|ideas?|activit(?:y|ies)|practices?|rituals?|challenges?|homework|this week|plan)[:. ]*",
    re.IGNORECASE,
)
# At the head of a paragraph: what follows is for its reader to do or to answer.
TASK = re.compile(
    r"(?:(?:your|today's|this week's|a|an|quick|small|mini)[- ])?(?:task|homework|assignment|exercise|experiment|"
    r"challenge|practice|"
    r"action(?: step)?|to do|your turn|try (?:this|it)(?: (?:out|today|tonight|this week|now))?|(?:journal )?prompt|"
    r"(?:self-)?reflection|reflect|journal|questions?(?: (?:for you|to ask yourself|of the day|to consider))?|"
    r"ask yourself|think about it|check in)(?: #?\d{1,2})?(?::| [-–—]) *",
    re.IGNORECASE,
)
# Right before a quoted question.
ASK_QUOTED = re.compile(
    r"(?<!don't )(?<!never )\bask (?:yoursel(?:f|ves)|(?P<other>each other|one another))\b[^.?!“”\"]{0,20}[,:] ?$",
    re.IGNORECASE,
)
# Above a row of questions in quotation marks: they are to be asked.
STARTERS = re.compile(r"\b(?:conversation starters?|ice-?breakers?|openers?|questions?|prompts?|ask)\b", re.IGNORECASE)
# A heading over nothing but questions in quotation marks.
THE_QUESTIONS = re.compile(
    r"\b(?:the|your|these|some|our|two|three|four|five|six|seven|\d+) (?:\w+ )?questions\Z|"
    r"\bquestions (?:to ask|for (?:each other|the two of you|both of you))\b",
    re.IGNORECASE,
)
# Right before questions in quotation marks, one by one.
TO_ASK = re.compile(r"\b(?:ask|asking|questions?)\b.*:\s*$", re.IGNORECASE)
# A list of what to think, write or talk about, and what stands in it.
ABOUT = re.compile(
    r"\b(?:think about|write (?:about|down)|reflect on|consider|talk about|jot down|journal about|discuss|note|"
    r"have a plan|agree on|decide|settle|work out|be clear about|make a (?:plan|list))\b[^:]*:\s*$|\b(?:things|"
    r"topics|points|questions)\b.* to (?:talk|speak|think|write) about\b",
    re.IGNORECASE,
)
# Over a list whose every entry is to be written about.
PROMPTS = re.compile(
    r"\b(?:(?:journal(?:l?ing)?|writing|reflection|discussion) (?:prompts?|exercises?|topics|ideas)|prompts)\b",
    re.IGNORECASE,
)
# It sends its reader to look at something, and questions about it follow.
LOOKS = re.compile(
    r"(?:(?:then|next|now|first|and|so),? )?(?:start with|begin with|look (?:at|back|around|closely)|take (?:a|"
    r"another) (?:\w+ )?look|"
    r"think (?:back|about|of)|consider|examine|review|explore|check|compare|swap|share|discuss|picture|imagine|"
    r"reflect|remember)\b[^?]*[.!]$",
    re.IGNORECASE,
)
# After a question: it is to be answered.
ANSWER_IT = re.compile(
    r"(?:(?:write|note|jot) (?:it|them|that|your|down|one|each)|take (?:your|some|a) \w+|(?:stay|sit) with|answer|"
    r"be honest|don't rush|(?:don't|do not) answer|think (?:it|about it|for)|say it|name (?:it|one|them)|"
    r"make a (?:list|note))\b",
    re.IGNORECASE,
)
MATTER = re.compile(
    r"(?:what|how|when|where|who|why|which|whether|anything|something|one thing|"
    r"(?:the|your|one|an?) \w+(?: \w+){0,3}? (?:you|that|when|where|about|of))\b",
    re.IGNORECASE,
)
# What announces a row of tips.
TIPS = re.compile(
    r"\b(?:tips|ways|ideas|rules|steps|lessons|secrets|suggestions|habits|strategies|pointers)\b|"
    r"\b(?:\d+|these|some|few|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?things\b|"
    r"\bthings (?:that help|to (?:do|try))\b|\bhow to\b|"
    r"\bwhat (?:has |have |really )?(?:works?|worked|helps?|helped|to do|to try|you can do)\b",
    re.IGNORECASE,
)
# A result, or a time of the day: no list of these is one of things to do.
RESULT = re.compile(r"\d ?(?:%|per ?cent\b)|^\d{1,2}[:.]\d\d\b", re.IGNORECASE)
# It tells of research.
RESEARCH = re.compile(
    r"\b(?:stud(?:y|ies)|research(?:ers?)?|scientists?|psychologists|economists|sociologists|lead author|"
    r"participants?|volunteers?|respondents?|surveys?|polls?|"
    r"pollsters|experiments?|trial|pilot|findings|laboratory|were (?:asked|interviewed|recruited|measured)|"
    r"(?:the|this) (?:team|authors|report|paper|sample)|professor|dr|per ?cent)\b|%",
    re.IGNORECASE,
)
# What these ask their reader to do is about soup, or another's.
RECIPE = re.compile(
    r"\Aingredients:?\Z|\bserves (?:\d|two|three|four|six|eight)(?=[.,;]| people\b| or\b|\Z)|\bpreheat\b",
    re.IGNORECASE,
)
REVIEW = re.compile(
    r"(?:book |film )?review\b ?[:–—-]|.*\b(?:book|film) review\b|.*\breviewed by\b|"
    r".*\b(?:we|I) (?:tested|tried|read) (?:the )?(?:\w+ )?(?:apps|books|podcasts|gadgets)\b|"
    r".*\bbest (?:\w+ )?(?:apps|books|podcasts|films)\b",
    re.IGNORECASE,
)
LONGEST_TIP = 10  # words
FEWEST_TIPS = 4
# In one text, what to do and what not: `Do: … Don't: …`, or with the marks of right and wrong.
_LABEL_END = r"(?: (?:this|that|say|saying|instead|try))?:|"
GOOD_LABEL = re.compile(
    rf"(?:(?:do|say|try|write|better|instead|helpful|more helpful|good|yes|right|works|what (?:works|"
    rf"helps)){_LABEL_END}"
    r"[✓✔✅☑👍]\ufe0f?) *",
    re.IGNORECASE,
)
BAD_LABEL = re.compile(
    rf"(?:(?:mistake|don't|do not|not|never|avoid|instead of|rather than|unhelpful|less helpful|bad|no|wrong|"
    rf"doesn't work|what (?:doesn't (?:work|help)|hurts)){_LABEL_END}[✗✘❌✖×👎]\ufe0f?) *",
    re.IGNORECASE,
)
# Somebody speaks, to somebody or of the two.
SPEAKS = re.compile(r"(?:(?:hi|hey|honey|darling)\b[^.?!]*, )?(?:I|we|my|when you|it would)\b", re.IGNORECASE)
# What the reader promises, in the reader's own voice.
VOW = re.compile(r"I(?:'ll| will| won't| promise| am going to|'m going to)\b", re.IGNORECASE)
# Between two quotations of which the second is handed over like the first.
MORE = re.compile(
    r"\W*(?:and|or|so (?:is|are|does|do)|likewise)?(?: (?:with|by|to|of))?(?:\W+(?:then|more|even|still|just|simply|"
    r"simpler|shorter|better))*\W*",
    re.IGNORECASE,
)
LONGEST_MORE = 40
# Over a paragraph of questions: it is the reader who is to answer them.
REFLECT = re.compile(
    r"\b(?:reflect(?:ions?)?|think about|consider|ask yourself|exercises?|questions? (?:to|for) (?:you|ask yourself|"
    r"think|consider|reflect|discuss)|journal(?:l?ing)?|write (?:about|a few|down)|"
    r"think (?:it|this|back)\b|debrief|look back|check in with yourself|take stock)\b",
    re.IGNORECASE,
)
PEN = re.compile(
    r"(?:grab|get|take|find|pick up|sit down with)\b.*\b(?:pen|pencil|paper|notebook|journal)\b", re.IGNORECASE
)
SAYS_SO = re.compile(r", (?:says?|said|writes?|wrote|goes|went|ran|runs) \w", re.IGNORECASE)
ASKS_SHORT = re.compile(r"(?:ask|wonder|reflect|think)\b", re.IGNORECASE)
WRITES = re.compile(r"(?:write|jot|note)\b", re.IGNORECASE)
# A heading over questions that stand one by one.
ASKS = re.compile(
    r"(?<!asked )\bquestions?\b|\bself[- ](?:test|check|assessment)\b|\bquiz\b|"
    r"\bask (?:yourself|each other|one another)\b",
    re.IGNORECASE,
)
# A title or a heading over questions that are headings themselves, each with a text below it ...
ASKS_READER = re.compile(
    r"\bask (?:yourself|yourselves|each other|one another)\b|"
    r"\bquestions? (?:(?:that |which )?(?:you|we|(?:all |every )?couples?|partners) (?:should|need|can|could|must|"
    r"ought)\b|"
    r"(?:to|for) (?:you\b|yourself|consider|reflect|think|discuss|explore|answer|"
    r"ask (?:before|when|if|first|together|as))|"
    r"worth (?:asking|answering)|before (?:you|we))",
    re.IGNORECASE,
)
# ... and what is asked about therapy or about anybody, which the guide answers.
ASKS_GUIDE = re.compile(
    r"(?:can|should|could|must) (?:you|i|we|a|couples?)\b|how (?:do|can|should|could) (?:you|i|we)\b|"
    r"do (?:you|i|we) (?:need|have) (?:to|a|an)\b|what (?:can|should|could|do) (?:you|i|we) do\b|"
    r"how (?:much|long|many|soon)\b|what if\b|what (?:is|are|happens|does)\b(?!.*\byou\b)|will\b",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"\b(?:answer (?:yes|no|honestly|each|these|the|all|some|a few|several)|"
    r"(?:these|the following|a few|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?:\w+ )?questions)\b",
    re.IGNORECASE,
)
ANSWERS = re.compile(r"\b(?:an? |your )?answers? (?:to|for) (?:each|these|all|them|the)\b", re.IGNORECASE)
# The two of them answer.
FOR_BOTH = re.compile(r"\b(?:two|both) of you\b|\bas a couple\b", re.IGNORECASE)
# It leans on the sentence before, and says little without it.
POINTS_BACK = re.compile(
    r"(?:then|next|also|after that|and|but)\b|(?:\w+ ){1,3}(?:(?:it|this|that|them|these|those|so|both)\b|"
    r"one\b(?! (?!to|of|that|for|in|and|or|each|at)[a-z]))|.*\b(?:one|it|them|that) (?:too|either|as well)\b",
    re.IGNORECASE,
)
INSTEAD_OF_THAT = re.compile(r"(?:instead|so),? +", re.IGNORECASE)
INSTEAD = re.compile(r"\b(?:do|try|say|use) instead\b", re.IGNORECASE)
# Over a list in a section that warns: this one does not.
TURNS = re.compile(
    r"\b(?:instead|find out|ask (?:yourself|your|him|her|them|each other|one another)|try (?:these|this|one)|"
    r"(?:that|what|may|might|can|could) (?:really )?helps?|easier|a better way)\b.*:\s*$",
    re.IGNORECASE,
)
# Not asked to be answered, wherever it stands ...
IDLE = re.compile(
    r"(?:and |but |so |or )*(?:who (?:knows|cares|hasn't|doesn't)|why not|what now|so what(?: now)?|really|right|"
    r"(?:does that )?sounds? familiar|does (?:that|this|it) ring (?:a|any) bells?|what do you do|"
    r".*\breading this\b.*|if [^,?]*|(?:still )?(?:not sure|unsure|undecided|ready|curious|interested|tempted)\b.*)\?",
    re.IGNORECASE,
)
# ... or if it stands alone in a text.
RHETORICAL = re.compile(
    r"(?:and |but |so |or )*(?:who (?:would (?:want|do|like|believe|blame|dare|think)\b(?!.*\byou\b)|wouldn't|"
    r"doesn't)|why not|what if|what about|how about|"
    r"isn't|aren't|don't you|doesn't|wouldn't|what (?:does|do) (?:this|that|it|these) mean|"
    r"how (?:can|could) (?:anyone|one))\b",
    re.IGNORECASE,
)
TAG = re.compile(
    r", (?:right|yes|no|huh|is|are|do|does|did|can|could|will|would|has|have|was)(?:n't)?(?: \w+)?\?$", re.IGNORECASE
)
ANSWERED = re.compile(
    r"\s*(?:well\b|yes\b|no\b|because\b|probably\b|usually\b|not really\b|absolutely\b|sometimes\b|the (?:short |"
    r"honest |simple )?answer\b|maybe not|not necessarily|of course|"
    r"it (?:is|does|can|may)\b)",
    re.IGNORECASE,
)
FEWEST_WORDS = 4
# Three words are enough with these (`Bring a friend.`).
WITH_OBJECT = re.compile(r"[a-z]+ (?:an?|the|your|one|each) [a-z]+[.!]?", re.IGNORECASE)
LONGEST_TITLE = 8  # words
LONGEST_LINE = 30  # words
# From this many on, questions that make up a whole paragraph are no opener of what comes after.
FEWEST_TOGETHER = 3
# With one of these at the head, three words ask something (`What was hard?`).
ASKING = grammar.word_set("who what when where")
QUESTION_WORDS = ASKING | grammar.word_set("which whose whom why how")
