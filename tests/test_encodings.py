"""Texts and pages as old files have them: in what their country wrote before UTF-8."""

import codecs
import json

import pytest

from guidewright import article
from guidewright.model import Fate, Outcome, Source
from guidewright.readers._decode import decode, guess
from guidewright.sift import restore
from guidewright.writers import ledger

POLISH = (
    "Kto słucha, ten słyszy więcej. Usiądźcie przy stole, gdy oboje jesteście wypoczęci, i umówcie się, jak długo "
    "potrwa rozmowa. Zacznij od siebie, nie od zarzutów. Zmęczenie łatwo przemienia się w złość."
)
RUSSIAN = "Кто слушает, тот слышит больше. Сядьте за стол, когда вы оба отдохнули, и договоритесь о времени разговора."
GERMAN = (
    "Wer zuhört, hört mehr. Setzt euch an einen Tisch, wenn ihr beide ausgeruht seid. Fangt bei euch an, nicht mit "
    "einem Vorwurf. Über Geld spricht man an einem anderen Tag; das hält die Gefühle klein und die Köpfe kühl."
)
FRENCH = (
    "Qui écoute entend davantage. Asseyez-vous à une table quand vous êtes reposés, et décidez de la durée à "
    "l'avance. Commencez par vous-même, sans reproche. La fatigue se change aisément en colère, et celle-ci a froid."
)
ENGLISH = "Couples who don’t shout get there — it’s a café, not a kitchen, where “we” begins. Don’t answer yet."
JAPANESE = "聞く人はより多くを聞きます。二人とも休んだときに机に座り、話がどのくらい続くかを決めましょう。"
CHINESE = "倾听的人听到的更多。两个人都休息好的时候坐在桌旁，先商量好谈话要多久。从自己说起，不要从责备开始。"
SAMPLES = {
    "cp1250": POLISH,
    "iso8859_2": POLISH,
    "cp852": POLISH,
    "cp850": FRENCH,
    "mac_roman": FRENCH,
    "utf_16_le": POLISH,
    "utf_16_be": GERMAN,
    "iso2022_jp": JAPANESE,
    "cp1251": RUSSIAN,
    "koi8_r": RUSSIAN,
    "iso8859_5": RUSSIAN,
    "cp1252": GERMAN,
    "latin_1": GERMAN,
    "shift_jis": JAPANESE,
    "gb18030": CHINESE,
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_text_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    raw = f"A Jar\n\n{SAMPLES[encoding]}\n".encode(encoding)
    outcome = article.build(Source("notes.txt", raw))
    assert outcome.guide.blocks[0].text == SAMPLES[encoding]
    assert restore(outcome.verdicts) == raw


@pytest.mark.parametrize("encoding", SAMPLES)
def test_a_page_that_says_nothing_of_its_encoding_is_read_too(encoding: str) -> None:
    page = f"<html><body><nav>{'Home Blog Contact ' * 40}</nav><p>{SAMPLES[encoding]}</p></body></html>"
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize("text", [ENGLISH, "Sit down at a café, and wait.", "It costs 5£ or 20° of warmth."])
def test_a_few_letters_beyond_ascii_are_of_western_europe(text: str) -> None:
    assert text.encode("cp1252").decode(guess(text.encode("cp1252"))) == text


WIDE = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
TEXT = "A Café at Noon\r\n\r\nTwo people who have an hour sit down and talk, and one of them only listens.\r\n"


def built(raw: bytes) -> Outcome:
    return article.build(Source("notes.txt", raw))


@pytest.mark.parametrize("encoding", WIDE)
def test_wide_text_is_read_without_a_word_of_warning(encoding: str) -> None:
    raw = WIDE[encoding] + TEXT.encode(encoding)
    outcome = built(raw)
    assert outcome.notices == ()
    assert outcome.guide.title == "A Café at Noon"
    assert {each.fate for each in outcome.verdicts} == {Fate.KEPT}
    assert restore(outcome.verdicts) == raw


def test_the_ledger_of_wide_text_can_be_read_and_names_its_encoding() -> None:
    raw = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")
    records = [json.loads(line) for line in ledger.write(built(raw)).splitlines()][1:]
    assert records[0]["text"] == "\ufeffA Café at Noon"
    assert {each["encoding"] for each in records} == {"utf-16-le"}
    assert "".join(each["text"] + each.get("end", "\n") for each in records).encode("utf-16-le") == raw


def test_a_wide_text_that_breaks_off_in_a_character_gives_its_bytes_back() -> None:
    raw = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"\x41"
    outcome = built(raw)
    assert restore(outcome.verdicts) == raw
    assert outcome.guide.title == "A Café at Noon"


def test_a_nul_in_wide_text_is_named() -> None:
    raw = codecs.BOM_UTF16_LE + TEXT.replace("hour", "ho\0ur").encode("utf-16-le")
    assert [str(each) for each in built(raw).notices] == [
        "notes.txt:3: it holds a NUL character, which shows as nothing; check the line"
    ]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1f"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_an_odd_line_separator_parts_two_words(sign: str, encoding: str) -> None:
    raw = WIDE.get(encoding, b"") + TEXT.replace(" sit", f"{sign}sit", 1).encode(encoding)
    raw = raw.replace("A Café".encode(encoding), f"{sign}A Café".encode(encoding))
    outcome = built(raw)
    assert restore(outcome.verdicts) == raw
    assert outcome.guide.title == "A Café at Noon"
    assert "an hour sit down" in " ".join(block.text for block in outcome.guide.blocks)


def test_a_next_line_of_ascii_text_parts_two_words() -> None:
    raw = b"A Jar on a Shelf\n\nTwo people who have an hour\xc2\x85sit down and talk, and one of them listens.\n"
    assert "an hour sit down" in built(raw).guide.blocks[0].text


def test_signs_without_spaces_are_words_to_a_page() -> None:
    for language, said in (("ja", JAPANESE), ("zh", CHINESE)):
        page = f"<html lang={language}><title>{said[:6]}</title><nav><a href=/>{said[2:5]}</a></nav><article>"
        page += f"<h1>{said[:6]}</h1><p>{said}</p><p>{said[5:]}</p></article><footer>© 2024</footer>"
        guide = article.build(Source("page.html", page.encode(), ".html")).guide
        assert [block.text for block in guide.blocks] == [said, said[5:]]
