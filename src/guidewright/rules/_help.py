"""Where help is to be had: a line that says so is furniture to no rule, wherever it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.find import by_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidewright.model import Page, Span

# Helplines by name or kind. Names that are common words are told by their capital and the number behind them.
_WORDS = (
    r"\b(?:(?:advice|child|help|hot|life|silver|support|youth) ?lines?|crisis|emergency|samaritans"
    r"|suicide|shelters?|telefonseelsorge|hilfetelefon|notruf\w*|sos amiti[ée]|tel[ée]fono de la esperanza|telefon zaufania"
    r"|(?-i:Mind|Refuge|Relate|Shout|Women['’]s Aid)\b(?=\D{0,40}\d{3}))\b"
)
# Emergency numbers, as whole numbers: in no price, date or longer number.
_EMERGENCY = r"(?<![\d£$€])(?<!\d[ .,/-])(?:112|911|999|988|3114|3919|016)(?![ .,/-]?\d|%)"
# Numbers that belong to helplines alone.
_THEIRS = r"\b(?:116[ -]?\d{3}|0808(?:[ -]?\d){5,7})\b"
HELP = re.compile(f"{_WORDS}|{_EMERGENCY}|{_THEIRS}", re.IGNORECASE)

# What heads a list of them.
GETS_HELP = re.compile(
    r"(?:(?:where (?:to|you can|can you|can i) )?(?:get|find|finding|getting|need|more|further|other|immediate|urgent) (?:\w+ )?(?:help|support|advice)(?: now)?"
    r"|(?:sources of )?(?:help|support) (?:and|&) (?:help|support|advice|information)|useful (?:contacts|numbers|organi[sz]ations)|who can help|help ?lines?"
    r"|hilfe(?: und beratung| finden| holen)?|(?:hier |wo )?(?:finden sie|gibt es|sie finden) hilfe|beratung(?:sstellen)?(?: und hilfe)?"
    r"|où (?:trouver|demander) de l['’]aide|aide et (?:conseils?|soutien)|(?:besoin d['’]aide|numéros utiles)"
    r"|d[óo]nde (?:pedir|encontrar|buscar) ayuda|ayuda y (?:apoyo|asesoramiento)|tel[ée]fonos (?:útiles|de ayuda)"
    r"|gdzie (?:szukać|znaleźć|uzyskać) (?:pomocy|pomoc)|pomoc i wsparcie|telefony zaufania)"
    r"[ ?:.!]*",
    re.IGNORECASE,
)

# A number to call, wherever it stands.
NUMBER = r"(?<!\d)\d(?:[ ().-]{0,2}\d){5}"
TELEPHONE = re.compile(NUMBER)

_DIGITS = re.compile(r"\d{3}")
_DATE = r"(?:19|20)\d\d[ /-]+(?:19|20)?\d\d\b|\d{1,2}[.-]\d{1,2}[.-]\d{4}\b"
# A telephone's number, or a code to send a text to.
_PHONE = re.compile(rf"(?<!\d)(?<!\d[ .,-])(?!{_DATE})(?:\d(?:[ ().-]{{0,2}}\d){{5,}}|\d{{5}})\b")
_EMERGENCIES = re.compile(_EMERGENCY)
_CALLS = re.compile(
    rf"{_WORDS}|\b(?:call|dial|phone|t[ée]l(?:[ée](?:phone|fono))?|ring|text|ambulance|police|danger|appel\w+|urgences?|wähl\w+|ruf\w*|ll[aá]m\w+|citas?|rendez-vous"
    r"|emergencias?|zadzwo\w+|dzwo\w+)\b",
    re.IGNORECASE,
)


def names_help(text: str) -> bool:
    """Whether a text says where help is to be had, and with which number."""
    if _DIGITS.search(text) is None or HELP.search(text) is None:
        return False
    if _PHONE.search(text) is not None:
        return True
    return _EMERGENCIES.search(text) is not None and _CALLS.search(text) is not None


def but_help(finder: Callable[[Page], Iterable[Span]]) -> Callable[[Page], Iterator[Span]]:
    """Point at the lines that a finder points at, but for those that say where help is to be had."""

    def find(page: Page) -> Iterator[Span]:
        for span in finder(page):
            if not names_help(by_number(page)[span.first].says):
                yield span

    return find
