"""The few words that worksheets bring themselves, in several languages; the rest is the author's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Words:
    """What a sheet says by itself. `{n}` and `{all}` are numbers counted from 1."""

    other: str
    blank: str
    row: str
    signed: str
    date: str
    page: str
    guide: str
    contents: str
    source: str

    def other_n(self, n: int, count: int) -> str:
        """Name the reader's own line `n` of `count`."""
        return self.other if count == 1 else f"{self.other} {n}"

    def blank_n(self, n: int, count: int) -> str:
        """Name blank `n` of `count` of a sentence."""
        return self.blank.format(n=n, all=count)

    def row_n(self, n: int) -> str:
        """Name row `n` of a table."""
        return self.row.format(n=n)


WORDS = {
    "en": Words(
        other="Something else",
        blank="blank {n} of {all}",
        row="Row {n}",
        signed="Signed",
        date="Date",
        page="Page {n} of {all}",
        guide="The guide that goes with this sheet",
        contents="What is inside",
        source="Where this comes from",
    ),
    "de": Words(
        other="Etwas anderes",
        blank="Lücke {n} von {all}",
        row="Zeile {n}",
        signed="Unterschrift",
        date="Datum",
        page="Seite {n} von {all}",
        guide="Der Text zu diesem Blatt",
        contents="Inhalt",
        source="Woher das kommt",
    ),
    "es": Words(
        other="Otra cosa",
        blank="espacio {n} de {all}",
        row="Fila {n}",
        signed="Firma",
        date="Fecha",
        page="Página {n} de {all}",
        guide="La guía de esta hoja",
        contents="Contenido",
        source="De dónde viene esto",
    ),
    "fr": Words(
        other="Autre chose",
        blank="blanc {n} sur {all}",
        row="Ligne {n}",
        signed="Signature",
        date="Date",
        page="Page {n} sur {all}",
        guide="Le guide de cette fiche",
        contents="Sommaire",
        source="D’où cela vient",
    ),
    "pl": Words(
        other="Coś innego",
        blank="luka {n} z {all}",
        row="Wiersz {n}",
        signed="Podpis",
        date="Data",
        page="Strona {n} z {all}",
        guide="Poradnik do tej karty",
        contents="Spis treści",
        source="Skąd to pochodzi",
    ),
    "vi": Words(
        other="Điều khác",
        blank="chỗ trống {n} trên {all}",
        row="Hàng {n}",
        signed="Chữ ký",
        date="Ngày",
        page="Trang {n} / {all}",
        guide="Bài hướng dẫn đi kèm",
        contents="Mục lục",
        source="Nguồn của câu này",
    ),
    "ar": Words(
        other="شيء آخر",
        blank="الفراغ {n} من {all}",
        row="الصف {n}",
        signed="التوقيع",
        date="التاريخ",
        page="صفحة {n} من {all}",
        guide="الدليل المرافق لهذه الورقة",
        contents="المحتويات",
        source="مصدر هذا",
    ),
}


def primary(language: str) -> str:
    """Return the main part of a language code: `en` of `en-GB`."""
    return language.replace("_", "-").split("-", 1)[0].lower()


@cache
def words(language: str) -> Words:
    """Return the words for a language code; English where we have none."""
    return WORDS.get(primary(language), WORDS["en"])


def direction(language: str) -> str:
    """Return `rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"
