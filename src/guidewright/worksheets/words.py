"""The words that worksheets bring themselves, in several languages: one table each. The rest is the author's."""

from __future__ import annotations

import re
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


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a sheet: buttons, options and messages of its page, and the notice on top.

    `{paper}` is the name of a size, `{n}` and `{all}` are numbers, `{characters}` those that a font lacks, `{guide}`
    the title of the page about safety.
    """

    stays: str
    print: str
    download: str
    done: str
    large: str
    discreet: str
    discreet_hint: str
    save: str
    keep: str
    keep_hint: str
    clear: str
    forget: str
    leave: str
    progress: str
    sure: str
    moment: str
    saved: str
    unseen: str
    failed: str
    guides: str
    notice: str


AROUND = {
    "en": Around(
        stays="What you type stays on this page and is gone when you leave it.",
        print="Print",
        download="Download PDF ({paper})",
        done="When you are done",
        large="Large print",
        discreet="Discreet: without the title, the name of this site and its address",
        discreet_hint=(
            "Your browser may add lines of its own at the edge. It asks before it prints: switch “Headers and footers” "
            "off."
        ),
        save="Save my answers as a PDF ({paper})",
        keep="Keep my answers in this browser for 7 days",
        keep_hint=(
            "Whoever uses this browser can read them then. Leave it off if somebody looks at your phone or computer."
        ),
        clear="Clear my answers",
        forget="Delete what is kept",
        leave=(
            "In a hurry? “Leave quickly” at the top, or the Shift key three times, empties this page and opens "
            "another. The list of pages that this browser has visited stays as it is."
        ),
        progress="{n} of {all} filled",
        sure="Clear everything on this sheet?",
        moment="One moment …",
        saved="Saved as answers.pdf, where your downloads go.",
        unseen=(
            "The letters of the PDF do not have these characters, and it shows a question mark for each: {characters}. "
            "To have them on paper, print this page."
        ),
        failed="That did not work here. Print the page instead, and choose “Save as PDF” as the printer.",
        guides="Guides that go with this sheet",
        notice=(
            "If you are afraid of your partner, or they hurt, threaten or control you, couples therapy is not advised. "
            "Read {guide} first."
        ),
    ),
    "de": Around(
        stays="Was Sie hier schreiben, bleibt auf dieser Seite und ist weg, wenn Sie sie verlassen.",
        print="Drucken",
        download="PDF herunterladen ({paper})",
        done="Wenn Sie fertig sind",
        large="Große Schrift",
        discreet="Diskret: ohne den Titel, den Namen dieser Website und ihre Adresse",
        discreet_hint=(
            "Ihr Browser fügt am Rand vielleicht eigene Zeilen hinzu. Er fragt vor dem Drucken: Schalten Sie "
            "„Kopf- und Fußzeilen“ aus."
        ),
        save="Meine Antworten als PDF speichern ({paper})",
        keep="Meine Antworten 7 Tage lang in diesem Browser behalten",
        keep_hint=(
            "Wer diesen Browser benutzt, kann sie dann lesen. Lassen Sie das aus, wenn jemand auf Ihr Telefon oder "
            "Ihren Computer sieht."
        ),
        clear="Meine Antworten löschen",
        forget="Behaltenes löschen",
        leave=(
            "Eilig? „Leave quickly“ oben oder dreimal die Umschalttaste leert diese Seite und öffnet eine andere. Die "
            "Liste der Seiten, die dieser Browser besucht hat, bleibt, wie sie ist."
        ),
        progress="{n} von {all} ausgefüllt",
        sure="Alles auf diesem Blatt löschen?",
        moment="Einen Moment …",
        saved="Gespeichert als answers.pdf, im Ordner für Downloads.",
        unseen=(
            "Die Schrift des PDFs hat diese Zeichen nicht und zeigt für jedes ein Fragezeichen: {characters}. Drucken "
            "Sie diese Seite, um sie auf Papier zu haben."
        ),
        failed=(
            "Das hat hier nicht geklappt. Drucken Sie stattdessen die Seite und wählen Sie als Drucker „Als PDF "
            "speichern“."
        ),
        guides="Texte zu diesem Blatt",
        notice=(
            "Wenn Sie Angst vor Ihrem Partner oder Ihrer Partnerin haben oder verletzt, bedroht oder kontrolliert "
            "werden, ist von einer Paartherapie abzuraten. Lesen Sie zuerst {guide}."
        ),
    ),
    "es": Around(
        stays="Lo que escribe se queda en esta página y desaparece cuando usted sale de ella.",
        print="Imprimir",
        download="Descargar PDF ({paper})",
        done="Cuando haya terminado",
        large="Letra grande",
        discreet="Discreto: sin el título, el nombre de este sitio ni su dirección",
        discreet_hint=(
            "Su navegador puede añadir líneas propias en el margen. Antes de imprimir pregunta: desactive «Encabezados "
            "y pies de página»."
        ),
        save="Guardar mis respuestas en PDF ({paper})",
        keep="Conservar mis respuestas en este navegador durante 7 días",
        keep_hint=("Quien use este navegador podrá leerlas. No lo active si alguien mira su teléfono o su ordenador."),
        clear="Borrar mis respuestas",
        forget="Eliminar lo conservado",
        leave=(
            "¿Con prisa? «Leave quickly», arriba, o la tecla Mayús tres veces, vacía esta página y abre otra. La lista "
            "de páginas que este navegador ha visitado queda como está."
        ),
        progress="{n} de {all} completados",
        sure="¿Borrar todo en esta hoja?",
        moment="Un momento…",
        saved="Guardado como answers.pdf, en su carpeta de descargas.",
        unseen=(
            "La letra del PDF no tiene estos caracteres y muestra un signo de interrogación por cada uno: "
            "{characters}. Para tenerlos en papel, imprima esta página."
        ),
        failed="Aquí no ha funcionado. Imprima la página y elija «Guardar como PDF» como impresora.",
        guides="Guías para esta hoja",
        notice=(
            "Si tiene miedo de su pareja, o si le hace daño, le amenaza o le controla, no se aconseja la terapia de "
            "pareja. Lea antes {guide}."
        ),
    ),
    "fr": Around(
        stays="Ce que vous écrivez reste sur cette page et disparaît quand vous la quittez.",
        print="Imprimer",
        download="Télécharger le PDF ({paper})",
        done="Quand vous avez terminé",
        large="Gros caractères",
        discreet="Discret : sans le titre, le nom de ce site ni son adresse",
        discreet_hint=(
            "Votre navigateur peut ajouter ses propres lignes en marge. Il demande avant d’imprimer : désactivez "
            "« En-têtes et pieds de page »."
        ),
        save="Enregistrer mes réponses en PDF ({paper})",
        keep="Garder mes réponses dans ce navigateur pendant 7 jours",
        keep_hint=(
            "Toute personne qui utilise ce navigateur pourra les lire. Laissez cette case vide si quelqu’un regarde "
            "votre téléphone ou votre ordinateur."
        ),
        clear="Effacer mes réponses",
        forget="Supprimer ce qui est gardé",
        leave=(
            "Pas le temps ? « Leave quickly » en haut, ou trois fois la touche Maj, vide cette page et en ouvre une "
            "autre. La liste des pages que ce navigateur a visitées reste telle quelle."
        ),
        progress="{n} sur {all} remplis",
        sure="Tout effacer sur cette fiche ?",
        moment="Un instant…",
        saved="Enregistré sous le nom answers.pdf, avec vos téléchargements.",
        unseen=(
            "La police du PDF n’a pas ces caractères et affiche un point d’interrogation pour chacun : {characters}. "
            "Pour les avoir sur papier, imprimez cette page."
        ),
        failed=(
            "Cela n’a pas marché ici. Imprimez plutôt la page et choisissez « Enregistrer au format PDF » comme "
            "imprimante."
        ),
        guides="Guides pour cette fiche",
        notice=(
            "Si vous avez peur de votre partenaire, ou si cette personne vous fait du mal, vous menace ou vous "
            "contrôle, la thérapie de couple est déconseillée. Lisez d’abord {guide}."
        ),
    ),
    "pl": Around(
        stays="To, co piszesz, zostaje na tej stronie i znika, gdy ją opuszczasz.",
        print="Drukuj",
        download="Pobierz PDF ({paper})",
        done="Na koniec",
        large="Duży druk",
        discreet="Dyskretnie: bez tytułu, nazwy tej witryny i jej adresu",
        discreet_hint=(
            "Przeglądarka może dodać na brzegu własne wiersze. Pyta przed drukowaniem: wyłącz „Nagłówki i stopki”."
        ),
        save="Zapisz moje odpowiedzi jako PDF ({paper})",
        keep="Zachowaj moje odpowiedzi w tej przeglądarce przez 7 dni",
        keep_hint=(
            "Każdy, kto używa tej przeglądarki, będzie mógł je przeczytać. Nie włączaj tego, jeśli ktoś zagląda do "
            "twojego telefonu lub komputera."
        ),
        clear="Wyczyść moje odpowiedzi",
        forget="Usuń to, co zachowane",
        leave=(
            "Pilne? „Leave quickly” u góry albo trzy razy klawisz Shift opróżnia tę stronę i otwiera inną. Lista stron "
            "odwiedzonych w tej przeglądarce pozostaje bez zmian."
        ),
        progress="Wypełniono {n} z {all}",
        sure="Wyczyścić wszystko na tej karcie?",
        moment="Chwileczkę…",
        saved="Zapisano jako answers.pdf, tam gdzie trafiają pobrane pliki.",
        unseen=(
            "Czcionka pliku PDF nie ma tych znaków i zamiast każdego pokazuje znak zapytania: {characters}. Aby mieć "
            "je na papierze, wydrukuj tę stronę."
        ),
        failed="Tu się nie udało. Wydrukuj stronę i jako drukarkę wybierz „Zapisz jako PDF”.",
        guides="Poradniki do tej karty",
        notice=(
            "Jeśli boisz się swojego partnera lub partnerki albo jeśli ta osoba cię krzywdzi, grozi ci lub cię "
            "kontroluje, terapia par nie jest zalecana. Najpierw przeczytaj: {guide}."
        ),
    ),
}


def primary(language: str) -> str:
    """Return the main part of a language code: `en` of `en-GB`."""
    return language.replace("_", "-").split("-", 1)[0].lower()


def is_code(language: str) -> bool:
    """Whether a text is a code of a language as BCP 47 has them: two or three letters, then parts after hyphens."""
    return re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", language) is not None


@cache
def words(language: str) -> Words:
    """Return the words for a language code; English where we have none."""
    return WORDS.get(primary(language), WORDS["en"])


def around(language: str) -> tuple[str, Around]:
    """Return what stands around a sheet, and the code of the language it is in: English where we have no other."""
    found = AROUND.get(primary(language))
    return (language, found) if found else ("en", AROUND["en"])


def borrowed(language: str) -> str:
    """Return the code of the language that `words` gives instead of the one asked for; empty where it has that."""
    return "" if primary(language) in WORDS else "en"


def direction(language: str) -> str:
    """Return `rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"
