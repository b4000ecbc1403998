"""The words of comment threads in English, German, French, Spanish, Polish, Italian and Dutch, as data.

An expression here ignores case, and is part of larger ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Return an expression for the first of some words that fits, tried only where its first letter stands."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    heads = [f"(?-i:[{first}{first.upper()}])(?:{'|'.join(rests)})" for first, rests in by_first.items()]
    return f"(?:{'|'.join(heads)})"


MONTH_NAMES = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept september sepember oct october
    nov november dec december
    januar jänner februar märz mai juni juli oktober dezember
    janvier janv février févr mars avril avr juin juillet juil août septembre octobre novembre décembre déc
    enero ene febrero marzo abril abr mayo junio julio agosto ago septiembre setiembre octubre noviembre diciembre dic
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    sty lut kwi cze lip sie wrz paź lis gru
    gennaio gen febbraio aprile maggio mag giugno giu luglio lug settembre set ottobre ott dicembre
    januari februari maart mrt mei augustus okt""".split()  # noqa: SIM905
)
# Those that are words as well: "ago" is August, and no month at the end of a line; others are months before a year.
_WORDS_TOO = {"ago": r"(?!\s*$)", "gen": r"(?=\.?\s\d{4})", "mag": r"(?=\.?\s\d{4})", "set": r"(?=\.?\s\d{4})"}
MONTHS = one_of(sorted(f"{name}{_WORDS_TOO.get(name, '')}" for name in MONTH_NAMES))
WEEKDAYS = one_of(
    """mon monday tue tues tuesday tueday wed wednes wednesday wedday thu thur thurs thursday thurday thuday
    fri friday sat satur saturday satday sun sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    poniedziałek wtorek środa czwartek piątek sobota niedziela
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag""".split()  # noqa: SIM905
)
SAY_WORDS = frozenset(
    """says said writes wrote added commented replied responded reblogged
    schreibt schrieb sagt sagte meint meinte kommentiert antwortet
    dit écrit répond
    dice dijo escribe escribió comentó respondió
    pisze mówi napisał napisała odpowiedział odpowiedziała
    scrive scritto detto risponde
    schrijft schreef zegt zei reageert""".split()  # noqa: SIM905
)
SAY = one_of(sorted(SAY_WORDS))
UNITS = (
    r"(?:second|sec|minute|min|hour|hr|day|week|wk|month|year|yr)s?",
    r"(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n|e)?",
    r"(?:seconde|minute|heure|jour|semaine|moi|an|année)s?",
    r"(?:segundo|minuto|hora|día|semana|mes|año)(?:es|s)?",
    r"(?:sekund|minut|godzin|dni|dzień|tygodni|tydzień|miesi[ąę]c|rok|lata?)\w{0,3}",
    r"(?:second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])",
    r"(?:seconden?|minuut|minuten|uur|uren|dag(?:en)?|week|weken|maand(?:en)?|jaar|jaren)",
)
# How long ago, behind buttons: "Like · Reply · 1 · 2 y", "J’aime · Répondre · 3 ans", "Gefällt mir · Antworten · 1 J.".
SHORT_UNITS = r"(?:y|yrs?|mos?|w|wks?|d|h|hrs?|m|mins?|j|jrs?|wo|std|tg|t|sem|a|lata?|mies|tyg|godz|g)\.?"
# How many comments.
_NUMBERS = """no one two three four five six seven eight nine ten ein eine zwei drei vier fünf un une deux trois una dos tres
    jeden jedna dwa dwie trzy""".split()  # noqa: SIM905
NUMBER = rf"(?:\d[\d,.]*+|{one_of(_NUMBERS)})"
# What is called who gives no name.
NOBODY = frozenset(
    """anonymous guest visitor admin moderator author anonym gast besucher anonyme invité visiteur anónimo anonimo
    invitado gość anonim ospite anoniem deleted [deleted]""".split()  # noqa: SIM905
)
# "How long ago" has one of these words; where it has no digit, one of these texts.
AGO_WORDS = frozenset(("yesterday", "now", "ago", "vor", "hace", "temu", "il", "fa", "ieri", "geleden", "gisteren"))
AGO_WITHOUT_DIGITS = (
    *("yesterday", "just now", " ago", "vor ein", "il y a un", "hace un", " temu", "ieri", "gisteren", " geleden"),
    *("minuto fa", "ora fa", "giorno fa", "settimana fa", "mese fa", "anno fa"),
)
# How an article begins to quote its readers' letters: no system of comments has these words without a date.
WRITES = frozenset(("writes", "wrote", "schrieb", "napisał", "napisała", "escribió", "schreef"))
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
        "risponde",
        "reageert",
    )
)
# What somebody is called of whom an article tells, by the first word: "a reader", "my sister", "she".
SOMEBODY = frozenset(
    """a an another one the this and my our his her their some somebody someone other others ein eine einer der die
    das ein und mein un une le la les el los una unos otro otra jeden jedna pewien pewna he she they we i it er sie
    wir ich il elle nous on ella nosotros on ona oni lo uno dei altri lui lei noi io de het een hij zij wij ze we
    ik""".split()  # noqa: SIM905
)
# What "Ada says" may end with where neither colon nor dots follow.
SPOKEN = frozenset(("says", "said", "sagt", "schreibt", "dit", "dice", "pisze", "mówi", "scrive", "schreef", "zegt"))
# Words of somebody who speaks to others: in a body they tell a comment from an entry in a list.
PERSONAL = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|i['’]d|i['’]ll|my|me|you|your|you['’]re|thanks?|thx|lol|agree|ich|mein\w*|mir|danke|du|je|j['’]ai|mon|merci|vous"
    r"|yo|mi|gracias|usted|tú|jestem|mam|mój|dzięki|dziękuję|io|ho|mio|grazie|ik|mijn|jij|jouw|bedankt"
    r"|this (?:post|article|blog))\b",
    re.IGNORECASE,
)
TO_AUTHOR = re.compile(
    r"\b(?:you|your|thanks|thank you|this (?:post|article|recipe|blog)|(?:great|nice|lovely|beautiful|good) (?:post|article|writing|blog)"
    r"|danke|dein\w*|ihr\w*|merci|votre|vous|gracias|usted|dzięki|dziękuję|twój|grazie|complimenti|bedankt)\b"
    r"|^\[(?:…|\.\.\.)\]",
    re.IGNORECASE,
)
# What a comment says of the article, which somebody whom the article has asked has not read; once it may be advice.
THANKS = re.compile(
    r"\b(?:thanks|thank you|this (?:post|article|recipe|blog)|(?:great|nice|lovely|beautiful|good) (?:post|article|writing|blog)"
    r"|danke|merci|gracias|dzięki|dziękuję|grazie|bedankt)\b",
    re.IGNORECASE,
)
