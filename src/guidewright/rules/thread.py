"""Comment threads. A thread is a state, not a property of a line: name, date, body, and again, to the end of the page.

Four things give it away: *stamps* (lines that say who wrote when) that return in one form, *buttons* ("Reply") that
return, *names* alone on their lines with all that is said set in below them, and *cues* ("12 Comments", "Leave a
Reply"). A cue needs what follows it to look like a thread or its furniture; the others suffice as they are.

An article line lost matters more than a comment kept. What looks like a thread and is none: an interview (two names
in turn), a chronicle (dates without names), a glossary (set in, but nobody speaks), a programme (places and times).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import (
    LONGEST,
    MONTH,
    bare,
    either,
    lines_matching,
    lines_of,
    once,
    pattern,
    patterns,
    solid,
)
from guidewright.model import Rule, Span
from guidewright.rules._profiles import profiles
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from guidewright.model import Line, Page

# --- words, as data: English, German, French, Spanish, Polish

_MONTHS = (
    rf"{MONTH}|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember"
    r"|janvier|janv|février|févr|mars|avril|avr|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc"
    r"|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago(?!\s*$)|septiembre|setiembre|octubre|noviembre|diciembre|dic"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru"
)
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela"
)
_SAY = (
    r"says|said|writes|wrote|added|commented|replied|responded|reblogged|schreibt|schrieb|sagt|sagte|meint|meinte|kommentiert|antwortet"
    r"|dit|écrit|répond|dice|dijo|escribe|escribió|comentó|respondió|pisze|mówi|napisał|napisała|odpowiedział|odpowiedziała"
)
_UNITS = (
    r"(?:second|sec|minute|min|hour|hr|day|week|wk|month|year|yr)s?",
    r"(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n|e)?",
    r"(?:seconde|minute|heure|jour|semaine|moi|an|année)s?",
    r"(?:segundo|minuto|hora|día|semana|mes|año)(?:es|s)?",
    r"(?:sekund|minut|godzin|dni|dzień|tygodni|tydzień|miesi[ąę]c|rok|lata?)\w{0,3}",
)
# What one can do with a comment, alone on its line or after its stamp.
_BUTTON = (
    r"reply|respond|like|unlike|likes|dislike|share|report|report abuse|report comment|permalink|link|flag|quote|upvote|downvote|vote up|vote down|helpful"
    r"|edit|edited|delete|save|embed|context|parent|prev|next|root|thread|expand|collapse|give award|award|track me|pin|author|op|mod|recommend|see more"
    r"|antworten|antwort|zitieren|melden|gefällt mir|teilen|bearbeiten|répondre|signaler|j’aime|j'aime|citer|partager"
    r"|responder|me gusta|denunciar|citar|compartir|odpowiedz|cytuj|zgłoś|lubię to!?|udostępnij|bearbeitet|modifié|editado|edytowano"
    r"|löschen|supprimer|eliminar|borrar|suprimir|usuń|reply to this|log in to reply|love|highlight|react|recommend this|report this comment|reply with quote|respect|disagree|add message|message poster|antwort schreiben"
)
NOBODY = frozenset(
    """anonymous guest visitor admin moderator author anonym gast besucher anonyme invité visiteur anónimo anonimo
    invitado gość anonim deleted [deleted]""".split()  # noqa: SIM905
)
# Words of somebody who speaks to others: in a body they tell a comment from an entry in a list.
_YEAR = re.compile(r"(?:19|20)\d\d|[^\W_][./-]\d\d$|[^\W_][./-]\d\d\D|^\d\d?/\d\d? at")
_PERSONAL = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|i['’]d|i['’]ll|my|me|you|your|you['’]re|thanks?|thx|lol|agree|ich|mein\w*|mir|danke|du|je|j['’]ai|mon|merci|vous"
    r"|yo|mi|gracias|usted|tú|jestem|mam|mój|dzięki|dziękuję|this (?:post|article|blog))\b",
    re.IGNORECASE,
)
_TO_AUTHOR = re.compile(
    r"\b(?:you|your|thanks|thank you|this (?:post|article|recipe|blog)|(?:great|nice|lovely|beautiful|good) (?:post|article|writing|blog)"
    r"|danke|dein\w*|ihr\w*|merci|votre|vous|gracias|usted|dzięki|dziękuję|twój)\b|^\[(?:…|\.\.\.)\]",
    re.IGNORECASE,
)
# What a comment says of the article, which somebody whom the article has asked has not read; once it may be advice.
_THANKS = re.compile(
    r"\b(?:thanks|thank you|this (?:post|article|recipe|blog)|(?:great|nice|lovely|beautiful|good) (?:post|article|writing|blog)"
    r"|danke|merci|gracias|dzięki|dziękuję)\b",
    re.IGNORECASE,
)
_MOST_THANKS = 2
_TIME_OF_COMMENT = re.compile(r" (?:at|@|um|à|a las|o) \d", re.IGNORECASE)

# --- when: a day with or without a time, or how long ago

_DAY = (
    rf"(?:(?:{_WEEKDAYS})\.?,?\s+)?+"
    rf"(?:(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.)?[\s-]+(?:of\s+|de\s+)?(?:{_MONTHS})\.?,?[\s-]+(?:de\s+|del\s+)?\d{{2,4}}(?!\d|:)"
    rf"|\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|(?:{_MONTHS})\.?\s+\d{{1,2}}(?!\d|:)"
    rf"|\d{{1,2}}\.?\s+(?:{_MONTHS})(?![\w])|\d{{1,2}}/\d{{1,2}}(?=\s+at\s+\d{{1,2}}:))"
)
_TIME = r"\d{1,2}(?:[:.h]|\sh\s)\d\d(?:[:.]\d\d)?+(?:\s*[ap]\.?\s?m\b\.?)?+(?:\s+(?:utc|gmt|uhr|min|[aecmp][sd]?t)\b)?+"
_AGO = (
    rf"(?:(?:about |over |almost |nearly )?(?:an?|one|\d+)\s+{_UNITS[0]}\s+ago|yesterday(?! \w)|just now"
    rf"|vor (?:\d+|ein\w{{0,2}})\s+{_UNITS[1]}|il y a (?:\d+|une?)\s+{_UNITS[2]}|hace (?:\d+|una?)\s+{_UNITS[3]}|(?:\d+\s+)?{_UNITS[4]} temu)"
)
_LITTLE_AGO = r"\d{1,2}(?: ?(?:yr?s?|mos?|wk?s?|d|h|hrs?|mins?|m) ago|yr?s?|mo|wk?|d|h|hr|m)"
_AT = r"[\s,|·•–—-]*(?:(?:at|@|um|à|a las|o(?: godz\.?)?|kl)[\s,]*)?"
# What stands right behind a name, where a scrape has lost the blank between two elements: "Ada LeeOct 2, 2018".
_GLUED = (
    r"(?=\d\d?/\d\d?/\d\d\d?\d?,? (?:at )?\d|\d\d?\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4},?(?: [^\W\d_]{1,3}){0,2} \d\d?(?:[:.]| ?h)|\d{4}-\d\d-\d\d[ T]\d"
    r"|(?<=[a-zà-ÿ\d).])(?-i:[A-Z])[a-z]{2,8}\.? \d\d?, \d{4}|(?<=[a-zà-ÿ).])\d\d? [a-z]{3,7} ago)"
)
_WHEN = re.compile(
    rf"(?:(?<![\w$€£.,/:-])|(?<=[^\s$€£,/:(-]){_GLUED})(?:(?P<day>{_DAY}(?P<time>{_AT}{_TIME})?+|(?P<first>{_TIME})[\s,]*(?:on\s+|am\s+)?{_DAY})"
    rf"|(?P<ago>{_AGO})(?:\s*\(\s*{_TIME}\s*\))?+|(?P<little>{_LITTLE_AGO}))(?:(?!\w)|(?=(?-i:Auth?or|Edited|Reply|Like)))",
    re.IGNORECASE,
)
_GLUED_MONTH = re.compile(r"[^\W\d_A-Z][A-Z][a-z]{2,8}\.? \d\d?, ")
_HAS_DIGIT = re.compile("[0-9]")
# Whose article it is and since when: a comment is posted, and nobody publishes it.
_BYLINE = re.compile(r"by\b.{2,60}(?:published|last updated|updated)\b", re.IGNORECASE)
# A time that has no digit has one of these words.
_WHEN_WORDS = frozenset(("yesterday", "now", "ago", "vor", "hace", "temu", "il"))
_SAYS = re.compile(
    rf"(?P<who>[^:|·•]{{1,60}}?),?\s+(?:(?:a|hat|ha)\s+)?(?:{_SAY})(?:\s+(?:on|at|this on|am|le|el|dnia))?\s*(?P<dots>\.\.\.|…|:)?[\s,]*",
    re.IGNORECASE,
)
_SAY_WORDS = frozenset(_SAY.split("|"))
# A time that has none has a month, which begins so, or this: a date in digits, "3h", "5 d ago".
_MONTH_HEADS = frozenset(each.removeprefix("(?:")[:3] for each in _MONTHS.split("|"))
_COUNTED = re.compile(r"\d(?:[-/.]\d| ?[ymwdhjstalg])", re.IGNORECASE)
_STAMP_WORDS = _SAY_WORDS | _WHEN_WORDS
_words_of = finder(re.compile(r"[^\W\d_]+"))
# How an article begins to quote its readers' letters: no system of comments has these words without a date.
_WRITES = frozenset(("writes", "wrote", "schrieb", "napisał", "napisała", "escribió"))
# What people do below a post, in one thread by turns.
_ANSWERING = frozenset(
    (
        "added",
        "replied",
        "responded",
        "commented",
        "reblogged",
        "antwortet",
        "kommentiert",
        "répond",
        "comentó",
        "respondió",
    )
)
_SOMEBODY = frozenset(
    """a an another one the this and my our his her their some somebody someone other others ein eine einer der die
    das ein und mein un une le la les el los una unos otro otra jeden jedna pewien pewna he she they we i it er sie
    wir ich il elle nous on ella nosotros on ona oni""".split()  # noqa: SIM905
)
_QUOTES = tuple("\"“”„«»‚‘'")
# What "Ada says" may end with where neither colon nor dots follow.
_SPOKEN = frozenset(("says", "said", "sagt", "schreibt", "dit", "dice", "pisze", "mówi"))
_BY = re.compile(
    r"(?:(?:re:.{0,60}\s)?(?:posted|submitted|written|comment(?:ed)?|post|left|von|par|por|przez)?\s*\b(?:by|von|par|por|przez)\b:?|from:?)\s+(?P<who>[^:|]{1,60}?)"
    r"[\s|·•,»–—-]*(?:\s(?:on|at|am|le|el|dnia))?\s*",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|submitted|commented|verfasst|gepostet|geschrieben|posté|publié|publicado|enviado|dodano|opublikowano"
    r"|reviewed in .{2,40}|rezension aus .{2,40} vom|commenté en .{2,40}|reseñado en .{2,40}|opinia z .{2,40})\s*:?\s*(?:on\s+|am\s+|le\s+|el\s+)?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^(?:#?\d+[.)]?\s+|[+-]\d+ # |#\d+\s|\[[–—-]\]\s*|~)|\s+-?\d+ (?:points?|pts?)$"
    r"|[\s/]+(?:on|am|le|el|dnia|//)$|\s+\((?:not verified|(?:subscriber|guest),? #?\d+|#?\d{2,})\)$|\s+(?:replied|replying|in reply|responded) to\b.*$"
    r"|(?: post ?|(?<=[a-zà-ÿ).])(?-i:(?=A)))(?:author|autor(?:in)?)$",
    re.IGNORECASE,
)
# "2.", "#2", where the comments are numbered; and no day: "3. Mai".
_NUMBERED = re.compile(
    rf"(?:#\d{{1,5}}(?:\.\d{{1,3}}){{0,3}}[.:]?|\d{{1,5}}[.)])\s+(?:[–—|-]\s+)?(?!(?:{_MONTHS})\b)", re.IGNORECASE
)
# "At 9:05 AM, Ada said...": Blogger's, which has no day.
_AT_SAID = re.compile(rf"at (?P<when>{_TIME}),? (?P<who>[^:|·•]{{1,60}}?) said(?:\.\.\.|…|:)", re.IGNORECASE)
# "... (Sat) by oldtom (subscriber, #1234) [Link] (1 response)": the name behind the time.
_THEN_BY = re.compile(
    r"\s*(?:\(\w{3}\))?\s*(?:by|von|par|por|przez):?\s+(?P<who>[^\[\]|]{1,60}?)\s*(?:\[link\].{0,40})?", re.IGNORECASE
)
_ON = re.compile(r"(?:on|at|le|el|am|dnia)\s+|[\s|·•,–—-]+", re.IGNORECASE)
_TRAIL = re.compile(
    rf"(?:[\s|·•#.,:;()\[\]{{}}–—−›»&+~-]*+(?:(?:{_BUTTON})\b|said|says|\d{{1,8}}|(?:points?|pts?|votes?|favou?rites?|likes?|repl(?:y|ies)|responses?|child(?:ren)?|utc|sun|mon|tue|wed|thu|fri|sat)\b|"
    rf"{_DAY}|{_TIME}|{_AGO}))*+[\s|·•#.,:;()\[\]–—−›»&+~-]*",
    re.IGNORECASE,
)
# A line that is nothing but buttons, counts and the time: "Like · Reply · 3 · May 3, 2014 9:05am".
_BUTTONS = re.compile(
    rf"[(\[]?\s*(?:\d{{1,4}}\s+)?(?:{_BUTTON})(?:[\s|·•.,()\[\]–—−›»&+↑↓-]+(?:{_BUTTON}|\d{{1,5}}))*[\s|·•.,()\[\]–—−›»&+↑↓-]*",
    re.IGNORECASE,
)
# The picture of somebody who comments, in words.
_PORTRAIT = re.compile(
    r".{1,45}['’]s (?:avatar|profile (?:picture|photo))|(?:user |profile )?(?:avatar|gravatar|picture|photo)(?: (?:of|for|von|de) .{1,45})?",
    re.IGNORECASE,
)
# A number, a title that answers or has points, a rank.
_HEAD = re.compile(
    r"[\W\d_]{1,12}|(?:re|aw|rép|odp): ?.{1,120}|.{1,120}\(score: ?-?\d.{0,20}\)|-?\d{1,5} (?:pts?|points?|votes?)"
    r"|(?:[\w-]+ ){0,2}(?:member|moderator|administrator|mitglied)|(?:rated )?\d(?:\.\d)? (?:out )?of 5\b.{0,60}",
    re.IGNORECASE,
)
# Between two buttons that a scrape has joined: "ReplyDelete".
_JOINT = re.compile(r"(?<=[a-zà-ÿ)\d])(?=[A-Z])")
_ONE_BUTTON = frozenset(("reply", "antworten", "répondre", "responder", "odpowiedz", "respond", "odpowiedź"))
# How long ago, behind buttons: "Like · Reply · 1 · 2 y", "J’aime · Répondre · 3 ans", "Gefällt mir · Antworten · 1 J.".
_SHORT_UNITS = r"(?:y|yrs?|mos?|w|wks?|d|h|hrs?|m|mins?|j|jrs?|wo|std|tg|t|sem|a|lata?|mies|tyg|godz|g)\.?"
_SINCE = re.compile(
    rf"(?P<buttons>.*[\s·|•,.]+)(?P<when>\d{{1,2}}\s?(?:{'|'.join(_UNITS)}|{_SHORT_UNITS}))(?:[\s·]+(?:edited|bearbeitet|modifié|editado|edytowano))?",
    re.IGNORECASE,
)
# What opens and closes the answers to a comment.
_FOLD = re.compile(
    r"[▼▲▾▴▸►▶+–—-]?\s*(?:collapse|expand|show|hide|view|load|see|read)(?: all| \d+)?(?: more| previous)? (?:repl(?:y|ies)|responses?)(?: \(\d+\))?"
    r"|[▼▲▾▴▸►▶]\s*(?:collapse|expand|show|hide)?\s*\d+ (?:repl(?:y|ies)|responses?|comments?)"
    r"|\d{1,3} repl(?:y|ies)|\d{1,3} antwort(?:en)?(?: anzeigen| ausblenden)?|(?:antworten (?:anzeigen|ausblenden))|(?:voir|afficher|masquer) (?:les )?(?:\d+ )?réponses?"
    r"|(?:ver|mostrar|ocultar) (?:las )?(?:\d+ )?respuestas?|(?:pokaż|ukryj) (?:\d+ )?odpowied\w+",
    re.IGNORECASE,
)

# --- the forms of a stamp, the most telling first
SAYS, AFTER, BY, POSTED, TIME, AGO, WHO_TIME, WHO_AGO, WHO_DAY, DAY, BUTTON = range(11)

_NUMBER = r"(?:\d[\d,.]*|no|one|two|three|four|five|six|seven|eight|nine|ten|ein|eine|zwei|drei|vier|fünf|une?|deux|trois|una?|dos|tres|jeden|jedna|dwa|dwie|trzy)"
_CUES = (
    (
        rf"(?:there (?:are|is) )?{_NUMBER}\s+"
        r"(?:\w+\s+)?(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?)(?:\s+(?:so far|(?:to|on|for|about)\b.{0,150}))?:?"
    ),
    r"(?:reader |user |readers['’]? |your |view (?:all )?|show |recent |top |all )?comments(?:\s*\(\d+\)|\s+\d+|\s+\(?closed\)?)?(?:\s+(?:on|to)\s.{0,150})?:?",
    r"(?:leave|post|add|write|submit|make)\s+(?:a|your|the first)\s+(?:comment|reply|response|thought)s?\b.{0,40}",
    rf"\{{ ?{_NUMBER} (?:comments?|responses?|trackbacks?).{{0,60}}\}}|all comments(?: \| .{{0,30}})?|here['’]s what (?:our |other )?readers (?:have had to say|are saying) so far\b.{{0,60}}",
    r"[(\[] ?(?:post|leave|add) (?:a )?(?:new )?comment ?[)\]]|(?:newest|oldest|best) first(?: preview| post.{0,40})+|facebook comments(?: plugin)?|member discussion|\d{1,5} notes",
    r"(?:responses|replies|reactions|discussion|trackbacks|comments and reviews)(?:\s*\(\d+\)|\s+to\s.{0,150})?:?",
    r"join the (?:conversation|discussion).{0,20}|what others say|reader interactions|discussion about this post|\d+ comments? so far",
    rf"(?:{_NUMBER} )?(?:kommentare?|gedanken?|antworten?|leserkommentare|meinungen)(?:\s*\(\d+\)|\s+(?:zu|auf|on)\s.{{0,150}})?:?|diskussion",
    r"(?:schreib(?:e|en sie)?|hinterlass(?:e|en sie)?|verfass(?:e|en sie)?) (?:einen?|ihren|deinen) (?:kommentar|antwort).{0,40}|kommentar verfassen",
    rf"(?:{_NUMBER} )?(?:commentaires?|réflexions?|réponses?|réactions?|avis)(?:\s*\(\d+\)|\s+(?:sur|à|au|pour)\s.{{0,150}})?\s*:?",
    r"(?:laisse[rz]?|écri(?:re|vez)|poste[rz]|ajoute[rz]) (?:un|votre) (?:commentaire|réponse).{0,40}|vos (?:réactions|commentaires)",
    rf"(?:{_NUMBER} )?(?:comentarios?|pensamientos?|respuestas?|opiniones)(?:\s*\(\d+\)|\s+(?:en|a|sobre)\s.{{0,150}})?:?",
    r"(?:deja|dejar|escrib[ea]|añad[ei]r?|publicar?) (?:una?|tu|su) (?:comentario|respuesta).{0,40}",
    rf"(?:{_NUMBER} )?(?:komentarz\w*|myśl|myśli|odpowiedzi|opinie)(?:\s*\(\d+\)|\s+(?:do|na|na temat)\s.{{0,150}})?:?",
    r"(?:dodaj|zostaw|napisz) (?:komentarz|odpowiedź|swój komentarz).{0,40}|skomentuj",
)
# What announces comments only where the first of them is right below: an article has such headings, too.
_CUES_OF_ARTICLES = (
    r"conversation(?:\s*\(?\d+\)?)?(?: comments?)?|\d{1,5} (?:ratings|(?:customer )?reviews?)(?: (?:for|of) .{1,100})?",
    r"what (?:our |other )?readers (?:have had to say|are saying|said|say|think)\b.{0,60}|customer reviews|top reviews(?: from .{1,40})?",
    r"kundenrezensionen|bewertungen(?: \(\d+\))?|\d{1,5} (?:bewertungen|rezensionen|opinii|évaluations|reseñas)(?: (?:für|zu|de|pour|para|o) .{1,100})?",
)
_CUE = pattern(*_CUES)
_ANY_CUE = pattern(*_CUES, *_CUES_OF_ARTICLES)
_FURNITURE = (
    r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response|thought)s?(?: below| here| now)?[.:!]?",
    r"(?:no|0|\d{1,4}) (?:comments?|replies|responses)(?: yet)?[.:!]?",
    r"[(\[] ?(?:post|leave|add) (?:a )?(?:new )?comment ?[)\]]|facebook comments plugin",
    r"before (?:you )?(?:comment|post|reply)(?:ing)?:.{0,200}",
    r"(?:pingbacks?|trackbacks?): ?.{1,160}|[\w.-]{2,40} (?:liked this|posted this|reblogged this(?: from [\w.-]{2,40})?(?: and added:)?)",
    r"(?:the )?comments (?:below )?(?:have|are) (?:not |pre-?|post-?)?(?:been )?moderated\b.{0,100}",
    r"subscribe to:? (?:post comments|comments) \(atom\)|abonnieren:? (?:kommentare zum post|kommentare) \(atom\)|inscription à ?: ?(?:publier les )?commentaires \(atom\)",
    r"suscribirse a:? (?:enviar comentarios|comentarios de la entrada) \(atom\)|subskrybuj:? komentarze do posta \(atom\)",
    r"(?:no comments yet|be the first to comment|comments are closed|commenting is closed|comments closed)\b.{0,60}",
    r"(?:by|before) (?:commenting|posting|submitting)\b.{0,60}\byou (?:acknowledge|accept|agree|consent|confirm)\b.{0,160}",
    r"(?:\*\s?)?(?:indicates|denotes|marks)\b.{0,20}\brequired\b.{0,30}|(?:all )?required fields are marked.{0,20}",
    r"your e-?mail(?: address)? will (?:not|never) be (?:published|shared|shown).{0,120}",
    r"save my name,? .{0,120}|notify me (?:of|when|by) .{0,120}|remember (?:my )?(?:personal )?info\??",
    r"you (?:must|need to|have to) (?:be )?(?:log|sign|register).{0,40}to (?:post|leave|add|write|comment|reply).{0,40}",
    r"(?:log|sign) in (?:or (?:register|sign up) )?to (?:post|leave|add|write|comment|reply).{0,40}",
    r"to (?:view|leave|post|add|write)(?: or add)? (?:a )?comment,? (?:please )?(?:sign|log) in.{0,20}",
    r"(?:click here to )?cancel reply|reply to (?:this )?(?:comment|post)|load more comments|view all comments|show more comments",
    r"(?:newest|oldest|sort by)(?: (?:newest|oldest|first|most voted|best|comments))*|inline feedbacks|subscribe to comments",
    r"older comments|newer comments|(?:«|←)? ?older comments|newer comments ?(?:»|→)?|powered by disqus|blog comments powered by .{0,20}",
)
# What WordPress writes below an entry.
_FILED = (
    r"(?:this entry was posted|this post was (?:posted|published)|posted) (?:on|in|by|at) .{2,120}?(?:\b(?:and is filed under|filed under|bookmark the permalink|you can follow any responses)\b).{0,400}",
    r"(?:you can )?follow (?:any )?(?:responses|comments) to this (?:entry|post) (?:through|via|with) the rss.{0,300}",
    r"(?:both )?comments and pings are (?:currently )?closed\.?.{0,60}|responses are currently closed, but you can trackback from your own site\.?",
    r"you can (?:leave a (?:response|comment)|skip to the end and leave a response),? or trackback from your own site\.?",
    r"(?:dieser (?:eintrag|beitrag) wurde|geschrieben|veröffentlicht) (?:am|in|unter|von) .{2,160}?(?:\b(?:veröffentlicht|abgelegt unter|gespeichert|rss 2\.0|lesezeichen)\b).{0,400}",
    r"(?:cette entrée|ce contenu|cet article) a été publiée? .{2,160}?(?:\b(?:permalien|classée? dans|rss 2\.0|favoris)\b).{0,400}",
    r"esta entrada fue (?:publicada|enviada) .{2,160}?(?:\b(?:enlace permanente|archivada|rss 2\.0|favoritos)\b).{0,400}",
    r"ten wpis został (?:opublikowany|zamieszczony) .{2,160}?(?:\b(?:odnośnika|kategori\w+|rss 2\.0|zakładk\w+)\b).{0,400}",
)
# A thread's first comment is looked for below this many words of article: a head can hold "3 comments", too.
_ARTICLE_WORDS = 40
# No article is shorter than this: stamps above it date the article, not its comments.
_LEAST_WORDS = 12
_LONGEST_STAMP = 140
# The stamps that have a name and a time, how many make a page's thread, and where lists of the newest comments stand.
_TIMED = frozenset((SAYS, AFTER, BY, WHO_TIME, WHO_AGO))
_FEWEST = 3
_ASIDE = re.compile(r"/(?:nav|aside|footer|header)\b|side-?bar|widget|recent|latest|related|popular")
# So many blanks has a line that says something.
_SENTENCE = 8
# So sure a reader is of a line that is the article's prose.
_PROSE = 0.5
# So many lines may stand above a stamp that are its comment's, too.
_MOST_ABOVE = 3
_LONGEST_CUE = 200


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that says who wrote a comment and when. `at` is its place among the solid lines; texts may be empty.

    `last` is the place of its last line: "Ada says:" and the time below it are one stamp.
    """

    at: int
    form: int
    who: str = ""
    when: str = ""
    last: int = -1


def stamp_of(text: str) -> tuple[int, str, str] | None:
    """Return (form, who, when) of a line that is a comment's stamp and nothing else; None for any other line.

    >>> stamp_of("Ada says on May 3, 2014 at 9:05 am")
    (0, 'Ada', 'May 3, 2014 at 9:05 am')
    """
    numbered = _NUMBERED.match(text)
    if numbered:
        text = text[numbered.end() :]
    if _BYLINE.match(text):
        return None
    since = _SINCE.fullmatch(text)
    if since and _BUTTONS.fullmatch(since["buttons"]):
        return BUTTON, "", since["when"]
    found = _WHEN.search(text) if _HAS_DIGIT.search(text) or _has_any(_WHEN_WORDS, text) else None
    if found is None:
        return _said_stamp(text) if _has_any(_SAY_WORDS, text) else None
    before, after, when = text[: found.start()], text[found.end() :], found.group().strip(" ,|·•–—-")
    if len(when) == len(text) and found["little"]:
        return None if text.isdigit() else (AGO, "", when)
    if not _TRAIL.fullmatch(after):
        says = _SAYS.fullmatch(after.lstrip(" ,|/·•–—-"))
        if says and (not before or _ON.fullmatch(before)) and len(after.split()) <= 10:
            return SAYS, _clean(says["who"]), when
        by = _THEN_BY.fullmatch(after)
        if by and (not before or _POSTED.fullmatch(before) or _ON.fullmatch(before)):
            return BY, _clean(by["who"]), when
        who = _clean(after)
        timed = found["time"] or found["first"]
        dated = found["day"] and not timed and _is_person(who) and not _clean(before)
        if timed and (not before or _ON.fullmatch(before)) and after[:1] in " ,|·•–—-" and _may_be_who(who):
            return AFTER, who, when
        return (WHO_DAY, who, when) if dated and "." not in who[-1:] else None
    if not before or _ON.fullmatch(before):
        return (AGO if found["ago"] or found["little"] else TIME if found["time"] or found["first"] else DAY), "", when
    return _led(before, found, when)


def _has_any(words: frozenset[str], text: str) -> bool:
    return not words.isdisjoint([word.rstrip(".:…,)") for word in text.lower().split()])


def _led(before: str, found: re.Match[str], when: str) -> tuple[int, str, str] | None:
    """Return the stamp whose time stands behind a name or words."""
    says = _SAYS.fullmatch(before)
    if says and len(before.split()) <= 12:
        return SAYS, _clean(says["who"]), when
    if _POSTED.fullmatch(before):
        return POSTED, "", when
    by = _BY.fullmatch(before)
    if by:
        return BY, _clean(by["who"]), when
    if _BUTTONS.fullmatch(before):
        return BUTTON, "", when
    who = _clean(before)
    if not _may_be_who(who):
        return None
    glued = not before[-1:].isspace()
    parted = glued or before.rstrip()[-1:] in "|·•,–—(-»" or before.endswith(("  ", "\n", "\t"))
    if found["ago"] or found["little"]:
        return (WHO_AGO, who, when) if (parted or (found["ago"] and _is_person(who))) else None
    if found["time"] or found["first"]:
        return WHO_TIME, who, when
    return (WHO_DAY, who, when) if parted and _is_person(who) else None


def _said_stamp(text: str) -> tuple[int, str, str] | None:
    """Return the stamp that has no day: "Ada says:"."""
    at = _AT_SAID.fullmatch(text)
    if at:
        return SAYS, _clean(at["who"]), at["when"]
    last = text.rstrip(" .:…").rpartition(" ")[2].lower()
    says = _SAYS.fullmatch(text)
    if says is None or len(text.split()) > 6 or not _may_be_who(says["who"]) or not (says["dots"] or last in _SPOKEN):
        return None
    return SAYS, _clean(says["who"]), ""


def _clean(text: str) -> str:
    """Return a name without what stands around it: numbering, points, to whom it replied, separators."""
    return _AROUND.sub("", text.strip(" \t,|·•–—-(»\u00a0")).strip()


def _may_be_who(text: str) -> bool:
    return (
        0 < len(text) <= 60
        and ":" not in text.replace("://", "")
        and len(text.split()) <= 8
        and any(map(str.isalpha, text))
    )


def _is_person(text: str) -> bool:
    """Whether a text may be a person's name or handle: one word, or up to four that begin with capitals."""
    words = text.split()
    if not words or words[0].lower() in {
        "by",
        "at",
        "in",
        "on",
        "and",
        "the",
        "since",
        "from",
        "until",
        "last",
        "updated",
        "published",
    }:
        return False
    if len(words) == 1:
        return len(text) <= 30 and text[:1] not in "$€£("
    return len(words) <= 4 and all(
        word[:1].isupper() or word.lower() in {"van", "von", "de", "la", "der", "den"} for word in words
    )


@once
def stamps(page: Page) -> tuple[Stamp, ...]:
    """Return every line of the page that could be a comment's stamp."""
    joined: list[Stamp] = []
    for stamp in _stamps(page):
        above = joined[-1] if joined else None
        dates = stamp.form in {TIME, AGO, DAY} and above is not None and above.at + 1 == stamp.at
        if dates and above is not None and above.form == SAYS and not above.when:
            joined[-1] = replace(above, when=stamp.when, last=stamp.at)
        else:
            joined.append(stamp)
    return tuple(joined)


def _stamps(page: Page) -> Iterator[Stamp]:
    """Yield the lines that are stamps; what a line is, is the same in every stage, and looked up once."""
    known: dict[int, tuple[Line, tuple[int, str, str] | None]] = page.shared.setdefault("stamps", {})
    lines = solid(page)
    new = [
        line
        for line in lines
        if len(line.says) <= _LONGEST_STAMP and (line.number not in known or known[line.number][0] is not line)
    ]
    for line, said in zip(new, _words_of([line.says.lower() for line in new]), strict=True):
        # A look that costs little and mostly says no: each stamp has a word that tells of one, or a date in digits.
        may = not _STAMP_WORDS.isdisjoint(said) or (_HAS_DIGIT.search(line.says) and _may_be_dated(line.says, said))
        known[line.number] = line, stamp_of(bare(line)) if may and line.where.cell is None else None
    for at, line in enumerate(lines):
        seen, found = known.get(line.number, (None, None))
        if found is not None and seen is line:
            yield Stamp(at, *found, last=at)


def _may_be_dated(text: str, words: Sequence[str]) -> bool:
    """Whether a line has a date with digits, or what counts minutes, days and years."""
    if _COUNTED.search(text) is not None or any(word[:3] in _MONTH_HEADS for word in words):
        return True
    return _GLUED_MONTH.search(text) is not None


def is_button(text: str) -> bool:
    """Whether a line is nothing but what one can do with a comment: "Reply", "Like · Reply", "3 likes"."""
    if len(text) > 60:
        return False
    return _BUTTONS.fullmatch(_JOINT.sub(" ", text)) is not None or _FOLD.fullmatch(text) is not None


def is_name(line: Line) -> bool:
    """Whether a line could be a commenter's name, with or without the address of their site before it."""
    text = bare(line)
    if text.startswith("http"):
        text = text.partition(" ")[2]
    return (
        0 < len(text) <= 45
        and len(text.split()) <= 6
        and (not text.endswith((".", "!", "?", ":", ",", ";")) or (text[-1] == "." and text[-3:-2] == " "))
        and any(map(str.isalpha, text))
    )


# --- how much is said


class _Said:
    """Counts words of running text between lines, each count in one step: lines too long for a title, name or date."""

    def __init__(self, lines: Sequence[Line]) -> None:
        counts = [line.says.count(" ") + 1 for line in lines]
        self.sums = list(itertools.accumulate([n if n >= 8 else 0 for n in counts], initial=0))

    def between(self, first: int, last: int) -> int:
        """Return the words of the lines from place `first` to before `last`."""
        return self.sums[max(last, first)] - self.sums[first]

    def before(self, at: int) -> int:
        return self.sums[at]

    def after(self, at: int) -> int:
        """Return the words of the lines behind place `at`."""
        return self.sums[-1] - self.sums[min(at + 1, len(self.sums) - 1)]


# --- the stamps that make a thread


def _thread_stamps(lines: Sequence[Line], found: Sequence[Stamp], said: _Said) -> list[Stamp]:
    """Return the stamps of the thread: those of the form that returns most, from its first comment on."""
    counts: dict[int, list[Stamp]] = {}
    for stamp in found:
        counts.setdefault(stamp.form, []).append(stamp)
    for form in sorted(counts, key=lambda each: (-len(counts[each]), each)):
        same = _without_own(lines, counts[form], said)
        if same and _make_thread(lines, form, same, said):
            return same
    return []


def _without_own(lines: Sequence[Line], same: Sequence[Stamp], said: _Said) -> list[Stamp]:
    """Leave out the stamps of the article itself: little is above them, or the article below, or a cue for comments."""
    rest = [stamp for stamp in same if said.before(stamp.at) >= _LEAST_WORDS]
    if len(rest) > 1 and _announces(lines, rest[0].last + 1, rest[1].at):
        rest = rest[1:]
    top = len(rest) > 1 and said.before(rest[0].at) < _ARTICLE_WORDS
    if len(rest) > 2 or top:
        gaps = [said.between(a.at, b.at) for a, b in itertools.pairwise(rest)]
        usual = sorted(gaps[1:] or [0]) if top else sorted(gaps)
        middle = usual[len(usual) // 2]
        if gaps[0] > max(_ARTICLE_WORDS * 3, 2 * middle, said.before(rest[0].at)):
            rest = rest[1:]
    return rest


def _is_paired(lines: Sequence[Line], at: int) -> bool:
    """Whether a button stands beside another: on the line above, or on its own."""
    return (at > 0 and is_button(bare(lines[at - 1]))) or len(_JOINT.sub(" ", bare(lines[at])).split()) > 1


def _announces(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether a cue for comments is the first of these lines, or stands behind a few short ones."""
    for line in lines[first : min(end, first + 4)]:
        if _CUE.fullmatch(bare(line)):
            return True
        if line.says.count(" ") >= _SENTENCE:
            return False
    return False


def _make_thread(lines: Sequence[Line], form: int, same: Sequence[Stamp], said: _Said) -> bool:
    """Whether stamps of one form are a thread's: enough of them, with names, with text between, to the page's end."""
    longest = max((said.between(a.at, b.at) for a, b in itertools.pairwise(same)), default=0)
    if said.after(same[-1].at) > max(200, 4 * longest, said.before(same[0].at)):
        return False  # what follows is more than a comment: these stamps stand above an article
    if len(same) == 1:
        return _lone(lines, same[0], said)
    if form == SAYS:
        whom = {stamp.who for stamp in same}
        if any(stamp.when for stamp in same):
            return 2 * sum(_is_somebody(stamp.who) for stamp in same) < len(same)
        if _asking_round(lines, same):
            return False
        return not _quoting(lines, same) and (len(whom) > 2 or (len(whom) == len(same) and _spoken(lines, same)))
    if form in {TIME, AGO}:
        places = {stamp.at for stamp in same}
        names = [name for stamp in same if (name := _named(lines, stamp, places))]
        people = sum(map(_may_be_called, names)) if form == TIME else len(names)  # no diary says "2 days ago"
        return (2 * len(names) >= len(same) and 3 * people >= len(names)) or _nameless(lines, same, said)
    if form == WHO_DAY:
        told = _told(same, said) or (said.after(same[-1].at) == 0 and said.before(same[0].at) >= _ARTICLE_WORDS)
        speaking = sum(_PERSONAL.search(line.says) is not None for line in lines[same[0].at - 1 :])
        return told and (speaking >= max(1, len(same) // 4) or len(_buttons(lines)) > 1)
    if form == WHO_TIME:
        return all(_YEAR.search(stamp.when) for stamp in same)  # without a year it may be a programme of events
    if form == DAY:
        return _told(same, said) and (_all_named(lines, same, -1) or _all_named(lines, same[:-1], 1))
    if form == BUTTON:  # a pair of buttons each, or three of one
        paired = len(same) > 1 and all(_is_paired(lines, stamp.at) for stamp in same)
        return (
            all(stamp.when for stamp in same)
            or _told(same, said)
            or (paired and said.before(same[0].at) >= _ARTICLE_WORDS)
        )
    return True


def _quoting(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether "Ada writes:" is how an article quotes people: in words that change, in quotation marks, or nameless."""
    verbs = {bare(lines[stamp.at]).rstrip(" .:…").rpartition(" ")[2].lower() for stamp in same}
    if len(verbs - _ANSWERING) > 1 or not verbs.isdisjoint(_WRITES):
        return True
    quoted = sum(lines[stamp.at + 1].says.strip()[:1] in _QUOTES for stamp in same if stamp.at + 1 < len(lines))
    return 2 * quoted > len(same) or any(_is_somebody(stamp.who) for stamp in same)


def _asking_round(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether "Ada says:" is how an article goes round people whom it has asked: by their names, and each once.

    Comments have a cue above them, dots, a handle or a name that returns, or they thank the author.
    """
    says = [bare(lines[stamp.at]) for stamp in same]
    if not all(text.endswith(":") and text.rstrip(" :").rpartition(" ")[2].lower() in _SPOKEN for text in says):
        return False
    if len({stamp.who for stamp in same}) < len(same) or any(
        _HANDLE.fullmatch(stamp.who) or stamp.who.lower() in NOBODY for stamp in same
    ):
        return False
    first = same[0].at
    bodies = itertools.pairwise([*(stamp.at for stamp in same), len(lines)])
    thanks = sum(any(_THANKS.search(line.says) for line in lines[a + 1 : b]) for a, b in bodies)
    return thanks < _MOST_THANKS and not any(is_cue(bare(line)) for line in lines[max(0, first - 3) : first])


def _is_somebody(who: str) -> bool:
    """Whether one who speaks is called "he", "a reader", "my sister": so an article says it, and no comment's stamp."""
    return who.lower().partition(" ")[0] in _SOMEBODY


def _spoken(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether "Ada said..." is how a blog's comments begin, and not how an article quotes people."""
    return all(bare(lines[stamp.at]).endswith(("...", "…")) for stamp in same)


def _nameless(lines: Sequence[Line], same: Sequence[Stamp], said: _Said) -> bool:
    """Whether times alone are a thread's whose names are lost: below an article, and by people who speak to its author.

    A log or a chronicle has times, too; it speaks to nobody.
    """
    if not _told(same, said) or said.before(same[0].at) < 2 * _ARTICLE_WORDS:
        return False
    if not all(_TIME_OF_COMMENT.search(stamp.when) and _YEAR.search(stamp.when) for stamp in same):
        return False
    places = [stamp.at for stamp in same]
    spoken = sum(
        any(_TO_AUTHOR.search(line.says) for line in lines[a + 1 : b])
        for a, b in itertools.pairwise([*places, len(lines)])
    )
    return spoken >= max(2, len(same) // 4)


def _named(lines: Sequence[Line], stamp: Stamp, places: Collection[int]) -> list[str]:
    """Return what may be a name beside a stamp: on the two lines above it, or on the line below."""
    near = (stamp.at - 2, stamp.at - 1, stamp.at + 1)
    return [bare(lines[at]) for at in near if 0 < at < len(lines) and at not in places and is_name(lines[at])]


def _may_be_called(texts: Sequence[str]) -> bool:
    """Whether one of the texts may be what somebody is called, and no title: "Summit camp", above a diary's date."""
    return any(_is_person(text) or _HANDLE.fullmatch(text) for text in texts)


def _lone(lines: Sequence[Line], stamp: Stamp, said: _Said) -> bool:
    """Whether a stamp that does not return has all that a comment's has: a name above it and little below it."""
    above = lines[stamp.at - 1] if stamp.at else None
    if above is None or stamp.form >= DAY or not stamp.when:
        return False
    if is_name(above) and bare(above) != above.says.strip():
        return True  # a name with a bullet
    if stamp.form == SAYS:
        return said.before(stamp.at) >= max(_ARTICLE_WORDS, 2 * said.after(stamp.at))
    timed = stamp.form == TIME and is_name(above)
    return timed and said.before(stamp.at) >= max(_ARTICLE_WORDS, 2 * said.after(stamp.at)) and said.after(stamp.at) > 0


def _all_named(lines: Sequence[Line], same: Sequence[Stamp], side: int) -> bool:
    places = [stamp.at + side for stamp in same]
    if side < 0:  # a name, a dot, a date
        places = [at - (at > 0 and not any(map(str.isalnum, lines[at].says))) for at in places]
    return all(0 <= place < len(lines) and is_name(lines[place]) for place in places)


def _told(same: Sequence[Stamp], said: _Said) -> bool:
    """Whether there are three stamps or more, with running text between most of them and well below the title."""
    told = sum(said.between(a.at + 1, b.at) > 0 for a, b in itertools.pairwise(same))
    return len(same) >= 3 and 2 * told >= len(same) and said.before(same[0].at) >= _ARTICLE_WORDS


def _begin(lines: Sequence[Line], same: Sequence[Stamp], found: Sequence[Stamp], said: _Said) -> int:
    """Return the place of the thread's first line: the first comment's, or its cue's."""
    first = same[0]
    at = first.at
    below = said.after(same[-1].at) == 0 and len(same) > 1 and not (at and is_name(lines[at - 1]))
    if first.form == BUTTON or (below and _closing(lines, same)):
        return _opening(lines, at, reach={TIME: 12, DAY: 12, BUTTON: 2}.get(first.form, 0))
    earlier = [
        each.at
        for each in found
        if each.at < at and each.when and each.form != DAY and said.before(each.at) >= _ARTICLE_WORDS
    ]
    for place in reversed(earlier):  # the same thread's, in another form
        if at - place > 8:
            break
        at = place
    return _announced(lines, at - _above(lines, at, same))


def _closing(lines: Sequence[Line], same: Sequence[Stamp]) -> bool:
    """Whether stamps below which little is said stand below their comments, and not above short ones."""
    below = map(bare, itertools.takewhile(lambda line: "©" not in line.says, lines[same[-1].last + 1 :]))
    if all(is_button(text) or is_cue(text) for text in below):
        return True
    gaps = [(lines[each.at - 1].number, lines[each.at].number, lines[each.at + 1].number) for each in same[:-1]]
    heading = sum(below - at < at - above for above, at, below in gaps)
    return same[0].form in {BY, POSTED, DAY} and 2 * heading < len(gaps)


def _above(lines: Sequence[Line], at: int, same: Sequence[Stamp]) -> int:
    """Return how many lines above the first stamp are its comment's, too: its name, title, picture.

    A name stands above a stamp that has none. All else is the comment's where it stands above the other stamps, too.
    """
    places = [at, *(stamp.at for stamp in same if stamp.at > at)]
    named = same[0].form not in {POSTED, TIME, AGO, DAY}
    up = 0
    while up < min(at, _MOST_ABOVE):
        above = [lines[place - up - 1] for place in places]
        if len(places) > 2 and (all(map(_is_head, above)) or all(_tops(lines, place - up - 1) for place in places)):
            up += 1
        elif not named and is_name(above[0]) and (up == 0 or all(map(is_name, above))):
            up, named = up + 1, True
        else:
            break
    return up


def _tops(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a title: short, with a blank line above it and none below."""
    above, line, below = lines[at - 1], lines[at], lines[at + 1]
    return above.number + 1 < line.number == below.number - 1 and is_name(line) and bare(line) == line.says.strip()


def _is_head(line: Line) -> bool:
    """Whether a line is what stands above a comment beside its name and time: a number, title, picture, rank, button."""
    text = bare(line)
    return len(text) <= LONGEST and (is_button(text) or any(each.fullmatch(text) for each in (_PORTRAIT, _HEAD)))


def _announced(lines: Sequence[Line], at: int) -> int:
    """Return the place of the first of the cues and portraits right above a place; the place itself without them."""
    while at and (is_cue(bare(lines[at - 1])) or _PORTRAIT.fullmatch(bare(lines[at - 1]))):
        at -= 1
    return at


def _opening(lines: Sequence[Line], at: int, reach: int) -> int:
    """Return where the comment begins that ends at place `at`: at a cue, at a name, else one paragraph above.

    A name is looked for on so many lines above as `reach` says.
    """
    for up in range(at - 1, max(-1, at - 30), -1):
        text = bare(lines[up])
        if len(text) < 60 and _CUE.fullmatch(text):
            return up
    while at > 1 and is_button(bare(lines[at - 1])):
        at -= 1
    for up in range(at - 1, max(0, at - 1 - reach), -1):
        if is_name(lines[up]):
            return up
    return max(1, at - 1)


def is_cue(text: str) -> bool:
    """Whether a line announces comments ("12 Comments") or belongs to the form for them."""
    return len(text) <= LONGEST and (_ANY_CUE.fullmatch(text) is not None or _is_form(text))


# --- names alone


def _indent(line: Line) -> int:
    text = line.says
    return len(text) - len(text.lstrip())


_HANDLE = re.compile(
    r"https?://\S+(?: .*)?|@\S+|\S*\d\S*|\w+_\w+|[a-ząćęłńóśźżäöüßéèñ]{5,}|[A-Za-z][a-z]+[A-Z]\w*|Re:.*|.{1,80}\((?:-?\d)(?:, ?\w+)?\)"
)


def heads(lines: Sequence[Line], from_: int) -> list[int]:
    """Return the places of names, from a place on, that stand above what is said.

    The next line is set in further; or it is not, and a blank line is below the name and none above it.
    """
    found = []
    for at in range(from_, len(lines) - 1):
        line, below = lines[at], lines[at + 1]
        deeper = _indent(below) > _indent(line)
        close = at > from_ and lines[at - 1].number + 1 == line.number and line.number + 1 < below.number
        if (deeper or (close and _indent(below) == _indent(line) > 0)) and _is_head_name(line):
            found.append(at)
    return found


def _is_head_name(line: Line) -> bool:
    return is_name(line) or (len(line.says) <= 120 and _HANDLE.fullmatch(bare(line)) is not None)


def _rhythm(lines: Sequence[Line], said: _Said) -> int | None:
    """Return the place of the first of the names that stand alone, each with what it says set in below, to the end."""
    start = len(lines)
    while start > 1 and (
        _indent(lines[start - 1]) > 0
        or (start < len(lines) and _indent(lines[start]) and _is_head_name(lines[start - 1]))
    ):
        start -= 1
    while start < len(lines) and _indent(lines[start]):
        start += 1
    if start >= len(lines) - 1 or said.before(start) < _ARTICLE_WORDS:
        return None
    names = heads(lines, start)
    return start if names and names[0] == start and _are_people(lines, names) else None


def _are_people(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether names with text set in below are people who speak, not entries of a glossary or parts in an interview."""
    names = [bare(lines[at]).lower() for at in places]
    distinct = len(set(names))
    handles = sum(
        name in NOBODY or _HANDLE.fullmatch(bare(lines[at])) is not None for at, name in zip(places, names, strict=True)
    )
    people = sum(_HANDLE.fullmatch(bare(lines[at])) is not None or _is_person(bare(lines[at])) for at in places)
    if people * 5 < len(places) * 4:
        return False
    if len(places) < 3 or distinct < 2 or (distinct < 3 and not handles):
        return False
    personal = _personal(lines, places)
    if not handles and 2 * distinct < len(places):
        return False  # few speakers who take turns: an interview
    return personal * 3 >= len(places) and (handles + len(places) - distinct >= 2 or personal * 2 >= len(places))


def _personal(lines: Sequence[Line], places: Sequence[int]) -> int:
    """Return below how many of the places somebody speaks: says "I", "you" or "thanks"."""
    bodies = itertools.pairwise([*places, len(lines)])
    return sum(any(_PERSONAL.search(line.says) for line in lines[a + 1 : b]) for a, b in bodies)


def _profiled(lines: Sequence[Line], said: _Said) -> int | None:
    """Return the place of the first of the names that have below them where somebody works, learnt or lives."""
    names = [at for at in profiles(lines) if said.before(at) >= _ARTICLE_WORDS]
    if len(names) < 3:
        return None
    longest = max(said.between(a, b) for a, b in itertools.pairwise(names))
    return _announced(lines, names[0]) if said.after(names[-1]) <= max(200, 4 * longest) else None


# --- the thread


def _threads(page: Page) -> Iterator[Span]:
    """Point at the comments: what a thread alone can be, without the form and the notices below it."""
    lines = solid(page)
    said = _Said(lines)
    found = stamps(page)
    buttons = _buttons(lines)
    same = _thread_stamps(lines, found, said) or _thread_stamps(lines, buttons, said)
    places = [
        _begin(lines, same, found, said) if same else None,
        _rhythm(lines, said),
        _profiled(lines, said),
        _cue(page, {each.at for each in (*same, *buttons)}),
    ]
    begins = [at for at in places if at is not None and at < len(lines) and said.before(at) >= _LEAST_WORDS]
    dated = any(each.when and each.form != DAY for each in same)
    if begins and (dated or not _in_prose(lines, min(begins))):
        end = _end(page, min(begins), same[-1].at if same else None)
        yield Span(lines[min(begins)].number, end)


def _page_threads(page: Page) -> Iterator[Span]:
    """Point at the comments of a web page that has all their stamps still: a reader may take those alone for no prose.

    What shows them is one place in the markup for all the stamps, each with a name and a time.
    """
    lines = solid(page)
    if not any(line.where.path for line in lines):
        return
    found = [each for each in stamps(page) if each.form in _TIMED and not _ASIDE.search(lines[each.at].where.path)]
    if len(found) < _FEWEST:
        return
    first = found[0].at
    said = _Said(
        [
            line if at >= first or (line.where.main or 0.0) > _PROSE else replace(line, plain="")
            for at, line in enumerate(lines)
        ]
    )
    same = _thread_stamps(lines, found, said)
    places = Counter(lines[each.at].where.path.rpartition("/")[2] for each in same)
    if len(same) < _FEWEST or max(places.values()) < len(same):
        return
    begin = _begin(lines, same, found, said)
    if said.before(begin) >= 2 * _ARTICLE_WORDS:
        yield Span(lines[begin].number, _end(page, begin, same[-1].at))


def _in_prose(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands right inside the element that holds most of the prose above it, as its own paragraph."""
    inside = lines[at].where.path.rpartition("/")[0]
    if not inside:
        return False
    words: Counter[str] = Counter()
    for line in lines[:at]:
        if (line.where.main or 0.0) > _PROSE:
            words[line.where.path.rpartition("/")[0]] += line.says.count(" ")
    return bool(words) and words.most_common(1)[0][0] == inside


def _end(page: Page, begin: int, last_stamp: int | None) -> int:
    """Return the number of the last line of a thread's comments; below may stand their form, notices and rights."""
    lines = solid(page)
    ends = [line.number for line in lines_of(page, _END, 400)]
    after = lines[begin if last_stamp is None else max(begin, last_stamp)].number
    behind = [number for number in ends if number > after]
    if not behind:
        return page.lines[-1].number
    return (behind[-1] if last_stamp is None else behind[0]) - 1


def _below(page: Page) -> Iterator[Span]:
    """Point at what a cue announces where no comments follow it: their form, and what else is below it."""
    at = _cue(page, None)
    lines = solid(page)
    if at is not None and _Said(lines).before(at) >= _LEAST_WORDS:
        yield Span(lines[at].number, page.lines[-1].number)


def _buttons(lines: Sequence[Line]) -> list[Stamp]:
    """Return the lines that are a reply button and nothing else, one for each comment."""
    return [Stamp(at, BUTTON, last=at) for at, line in enumerate(lines) if len(line.says) < 60 and _answers(bare(line))]


def _answers(text: str) -> bool:
    """Whether a line is the button with which one answers a comment, alone or with others beside it."""
    lower = text.lower()
    if lower in _ONE_BUTTON:
        return True
    if not any(button in lower for button in _ONE_BUTTON) or _FOLD.fullmatch(text):
        return False
    apart = _JOINT.sub(" ", text.strip("()[]↑↓ "))
    words = [word.strip("()[]|·•,") for word in apart.lower().split()]
    return not _ONE_BUTTON.isdisjoint(words) and _BUTTONS.fullmatch(apart) is not None


def _cue(page: Page, stamped: Collection[int] | None) -> int | None:
    """Return the first line that announces comments and is followed by them.

    `stamped` are the places that make comments; None: where there are none, followed by furniture, or by less than
    stands above.
    """
    cue = _ANNOUNCING if stamped is not None else _ANNOUNCING_FORMS
    numbers = {line.number for line in lines_of(page, cue, _LONGEST_CUE)}
    if not numbers:
        return None
    lines = solid(page)
    sizes = [line.says.count(" ") + 1 if len(line.says) > 40 else 0 for line in lines]
    words_above = list(itertools.accumulate(sizes, initial=0))
    cues = [at for at, line in enumerate(lines) if line.number in numbers and words_above[at] >= _ARTICLE_WORDS]
    if not cues:
        return None
    if stamped is None:
        furniture = max((at for at, line in enumerate(lines) if _is_form(bare(line))), default=-1)
        for at in cues:
            after = words_above[-1] - words_above[at + 1]
            if (furniture > at and after > 0) or (at + 1 < len(lines) and after <= words_above[at]):
                return at
        return None
    named: list[int] = []
    for at, below in zip(cues, (*cues[1:], len(lines)), strict=True):
        if any(place in stamped for place in range(at + 1, at + 13)):
            return at
        if any(map(is_name, lines[at + 1 : at + 4])):
            named = named or list(itertools.accumulate(map(is_name, lines[cues[0] :]), initial=0))
            if below < len(lines) and _is_told(lines, sizes, range(at + 1, below)):
                continue  # a count of the comments, above the article
            names = named[-1] - named[at - cues[0] + 1]
            if names > 2 and names * 12 > len(lines) - at - 1:
                return at
    return None


def _is_told(lines: Sequence[Line], sizes: Sequence[int], places: range) -> bool:
    """Whether an article stands there: prose, and hardly a paragraph of it below a name."""
    prose = [at for at in places if sizes[at]]
    named = sum(is_name(lines[at - 1]) for at in prose)
    return sum(sizes[at] for at in prose) >= _ARTICLE_WORDS and 4 * named < len(prose)


def _is_form(text: str) -> bool:
    return len(text) <= LONGEST and _PATTERN.fullmatch(text) is not None


# What ends the comments: the form below them, or what belongs to the whole page.
_FORM = (
    r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response|thought)s?\b.{0,40}"
    r"|(?:(?:comments are|commenting is|comments) closed|powered by disqus|your e-?mail(?: address)? will not be|you must (?:be (?:logged|signed|registered|a member)|log|sign|register)|to view or add a comment)\b.{0,160}"
    r"|(?:schreib|hinterlass|verfass)(?:e|en sie)? (?:einen?|ihren|deinen) (?:kommentar|antwort).{0,40}|laisse[rz]? un commentaire.{0,40}"
    r"|before you (?:comment|post|reply):.{0,200}|deja (?:una respuesta|un comentario).{0,40}|(?:dodaj|zostaw) (?:komentarz|odpowiedź).{0,40}"
)
_ANNOUNCING = patterns(*_CUES)
_ANNOUNCING_FORMS = patterns(*_CUES, _FORM)
_END = patterns(
    _FORM,
    r".{0,80}(?:©|\(c\)|copyright\b).{0,200}",
    r".{0,80}\ball rights reserved\b.{0,80}",
    r".{0,60}\b(?:uses?|using|accept|set) cookies\b.{0,280}",
)
_PATTERN = pattern(*_FURNITURE)

RULES = (
    Rule(
        name="comment-thread",
        because="it is part of the comments below the article",
        find=_threads,
        stage=-1,
        example="""
            kept    | When Talking Fails
            kept    | We spoke on May 3rd, 2014 at 9:05 AM and again a week later, and it went better.
            kept    | Most couples who talk at a set hour say that the week gets easier, and that the hour stays short.
            removed |   • Maribeth
            removed |
            removed |     May 3rd, 2014 at 9:05 AM
            removed |
            removed |     This was us last year. It got better.
            removed |
            removed |   • Old Tom
            removed |
            removed |     May 4th, 2014 at 11:40 PM
            removed |
        """,
    ),
    Rule(
        name="page-thread",
        because="it is part of the comments below the article",
        find=_page_threads,
        stage=-2,
        example="""
            kept    | <h1>When Talking Fails</h1>
            kept    | <p>Most couples who talk at a set hour say that the week gets easier, and that the hour stays short. One of them wrote to us on May 1st, 2014 at 8:00 AM and again a week later, when it went better.</p>
            kept    | <p>Some use a kitchen timer, so that nobody has to look at the clock while the other one speaks. When it rings, the other one says back what was heard before anything else is said.</p>
            kept    | <p>When it gets loud, the hour ends for that day, and both know when the next one begins. A pot of tea and two chairs are all that such an hour needs from you, and a slip of paper for what is left.</p>
            removed | <dl><dt>by <b>oldtom</b> on May 3, 2014 @09:05AM</dt><dd>We tried it, and it got better after a month.</dd></dl>
            removed | <dl><dt>by <b>mia_k</b> on May 3, 2014 @11:40AM</dt><dd>Same here.</dd></dl>
            removed | <dl><dt>by <b>robin</b> on May 4, 2014 @07:12PM</dt><dd>My wife will not sit down at all. What then?</dd></dl>
        """,
    ),
    Rule(
        name="below-comments",
        because="it stands where the comments would be, with the form for them or below it",
        find=_below,
        example="""
            kept    | When Talking Fails
            kept    | Leave a comment in the shared diary when you feel heard, and read what stands there before you speak.
            kept    | Most couples who talk at a set hour say that the week gets easier, and that the hour stays short.
            kept    | You must be offered a second hour, whatever the first one was like.
            kept    | Some use a kitchen timer, so that nobody has to look at the clock while the other one speaks.
            removed | No Comments
            removed | Springford Counselling, Mill Lane
        """,
    ),
    Rule(
        name="entry-filed",
        because="it says when the entry was posted, where it is filed and how to answer it",
        find=lines_matching(*_FILED, longest=600),
        example="""
            kept    | When Talking Fails
            removed | This entry was posted on Monday, May 3rd, 2014 at 9:05 am and is filed under Talking, Evenings. You can follow any responses to this entry through the RSS 2.0 feed. You can leave a response, or trackback from your own site.
            removed | This entry was posted in Talking and tagged timer, tea by Ada Sample. Bookmark the permalink.
            removed | Dieser Eintrag wurde am Montag, den 3. Mai 2014 um 9:05 Uhr veröffentlicht und ist abgelegt unter Reden. Kommentare zu diesem Eintrag im RSS 2.0 Feed.
            removed | Cette entrée a été publiée dans Parler. Vous pouvez la mettre en favoris avec ce permalien.
            removed | Esta entrada fue publicada en Hablar por Ada. Guarda el enlace permanente.
            removed | Ten wpis został opublikowany w kategorii Rozmowy. Dodaj zakładkę do bezpośredniego odnośnika.
            removed | Both comments and pings are currently closed.
            kept    | This entry was posted on the kitchen door, and nobody read it for a week.
        """,
    ),
    Rule(
        name="comment-form",
        because="it belongs to the form for comments",
        find=either(words.saying("comment-form"), lines_matching(*_FURNITURE)),
        example="""
            removed | Leave a Comment
            removed | No Comments
            removed | * Indicates required field.
            removed | By commenting you accept the Terms of Springford.example.
            removed | Your email address will not be published. Required fields are marked *
            removed | ( Post a new comment )
            removed | Before you comment: please be kind, and keep to the topic.
            removed | The comments below have not been moderated.
            removed | Subscribe to: Post Comments (Atom)
            removed | Abonnieren Kommentare zum Post (Atom)
            removed | Pingback: The hour a week – Springford News
            removed | oldtom reblogged this from mia-k and added:
            removed | oldtom liked this
            kept    | Both of them liked this
            kept    | Before you comment on a friend’s marriage, count to ten.
            kept    | Conversation
            kept    | Leave a comment in the shared diary when you feel heard.
            kept    | By commenting on every small slip you wear each other out.
        """,
    ),
)
