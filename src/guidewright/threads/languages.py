"""The words of comment threads in English, German, French, Spanish and Polish, as data.

An expression here ignores case, and is part of larger ones.
"""

from __future__ import annotations

import re

from guidewright.find import MONTH

MONTHS = (
    rf"{MONTH}|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember"
    r"|janvier|janv|février|févr|mars|avril|avr|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc"
    r"|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago(?!\s*$)|septiembre|setiembre|octubre|noviembre|diciembre|dic"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru"
)
WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela"
)
SAY = (
    r"says|said|writes|wrote|added|commented|replied|responded|reblogged|schreibt|schrieb|sagt|sagte|meint|meinte|kommentiert|antwortet"
    r"|dit|écrit|répond|dice|dijo|escribe|escribió|comentó|respondió|pisze|mówi|napisał|napisała|odpowiedział|odpowiedziała"
)
UNITS = (
    r"(?:second|sec|minute|min|hour|hr|day|week|wk|month|year|yr)s?",
    r"(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n|e)?",
    r"(?:seconde|minute|heure|jour|semaine|moi|an|année)s?",
    r"(?:segundo|minuto|hora|día|semana|mes|año)(?:es|s)?",
    r"(?:sekund|minut|godzin|dni|dzień|tygodni|tydzień|miesi[ąę]c|rok|lata?)\w{0,3}",
)
# How long ago, behind buttons: "Like · Reply · 1 · 2 y", "J’aime · Répondre · 3 ans", "Gefällt mir · Antworten · 1 J.".
SHORT_UNITS = r"(?:y|yrs?|mos?|w|wks?|d|h|hrs?|m|mins?|j|jrs?|wo|std|tg|t|sem|a|lata?|mies|tyg|godz|g)\.?"
# How many comments.
NUMBER = r"(?:\d[\d,.]*|no|one|two|three|four|five|six|seven|eight|nine|ten|ein|eine|zwei|drei|vier|fünf|une?|deux|trois|una?|dos|tres|jeden|jedna|dwa|dwie|trzy)"
# What is called who gives no name.
NOBODY = frozenset(
    """anonymous guest visitor admin moderator author anonym gast besucher anonyme invité visiteur anónimo anonimo
    invitado gość anonim deleted [deleted]""".split()  # noqa: SIM905
)
SAY_WORDS = frozenset(SAY.split("|"))
# A time that has no digit has one of these words.
WHEN_WORDS = frozenset(("yesterday", "now", "ago", "vor", "hace", "temu", "il"))
# How an article begins to quote its readers' letters: no system of comments has these words without a date.
WRITES = frozenset(("writes", "wrote", "schrieb", "napisał", "napisała", "escribió"))
# What people do below a post, in one thread by turns.
ANSWERING = frozenset(
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
# What somebody is called of whom an article tells, by the first word: "a reader", "my sister", "she".
SOMEBODY = frozenset(
    """a an another one the this and my our his her their some somebody someone other others ein eine einer der die
    das ein und mein un une le la les el los una unos otro otra jeden jedna pewien pewna he she they we i it er sie
    wir ich il elle nous on ella nosotros on ona oni""".split()  # noqa: SIM905
)
# What "Ada says" may end with where neither colon nor dots follow.
SPOKEN = frozenset(("says", "said", "sagt", "schreibt", "dit", "dice", "pisze", "mówi"))
# Words of somebody who speaks to others: in a body they tell a comment from an entry in a list.
PERSONAL = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|i['’]d|i['’]ll|my|me|you|your|you['’]re|thanks?|thx|lol|agree|ich|mein\w*|mir|danke|du|je|j['’]ai|mon|merci|vous"
    r"|yo|mi|gracias|usted|tú|jestem|mam|mój|dzięki|dziękuję|this (?:post|article|blog))\b",
    re.IGNORECASE,
)
TO_AUTHOR = re.compile(
    r"\b(?:you|your|thanks|thank you|this (?:post|article|recipe|blog)|(?:great|nice|lovely|beautiful|good) (?:post|article|writing|blog)"
    r"|danke|dein\w*|ihr\w*|merci|votre|vous|gracias|usted|dzięki|dziękuję|twój)\b|^\[(?:…|\.\.\.)\]",
    re.IGNORECASE,
)
# What a comment says of the article, which somebody whom the article has asked has not read; once it may be advice.
THANKS = re.compile(
    r"\b(?:thanks|thank you|this (?:post|article|recipe|blog)|(?:great|nice|lovely|beautiful|good) (?:post|article|writing|blog)"
    r"|danke|merci|gracias|dzięki|dziękuję)\b",
    re.IGNORECASE,
)
