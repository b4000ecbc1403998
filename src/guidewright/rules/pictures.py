"""What belongs to pictures: credits, alt texts, captions, alone or glued together."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from guidewright import words
from guidewright.find import (
    bare,
    blanks,
    blocks,
    either,
    lines_matching,
    lines_of,
    once,
    patterns,
    said,
    solid,
)
from guidewright.model import Rule, Span, Stage
from guidewright.rules._lines import BULLET, but_sentences, ends, first_prose, in_text
from guidewright.wordfinder import finder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidewright.model import Line, Page

# A caption that ends with where the picture is from, or a credit that begins with it.
_AGENCY = (
    r"(?:getty(?: images)?|shutterstock(?:\.com)?|istock(?:photo)?|unsplash|alamy(?: stock photo)?|pexels|pixabay|adobe ?stock"
    r"|reuters|afp|ap photo)"
)
_PICTURE = r"(?:photo|photograph|picture|image|illustration)"
_NAME = r"[\"'“‘]?(?-i:[A-Z@])[^.!?]{1,60}[\"'”’]?\.?"
_CREDITED = (
    (
        r".{1,380}(?:/\s?|\bvia |\b(?:picture|photo|image|credit|photograph|pic|source)s?:\s?(?:[\w .]{0,40}/ ?)?)"
        rf"{_AGENCY}\)?"
    ),
    rf".{{1,300}}[.!?)”\"’] ?\(?{_PICTURE}s?(?: credit)?(?: by:?| from:?| via:?|:) {_NAME}\)?",
    rf".{{1,160}}[.,;(|–—-] ?courtesy (?:of )?{_NAME}\)?",
    rf"(?:null)?{_AGENCY} ?[/|] ?.{{1,60}}",
    rf"{_PICTURE}s? (?:provided|supplied) by {_NAME}|{_PICTURE} (?:from|via) (?:the )?(?-i:[A-Z\d])[^.!?]{{1,60}}\.?",
)
# A caption has at most so many words; below so many words of prose a block of two lines may be a title and its subtitle.
_CAPTION_WORDS, _CAPTION_LEAST = 25, 3
_PAIR = 2
# An alt text in small letters stands between paragraphs of prose: so many, so long, on a page that has few such lines.
_PARAGRAPHS, _PARAGRAPH_WORDS = 4, 15
_SMALL = 0.25
# What has this is code, a name such as iPhone, or goes on with what stands above.
_NO_ALT = re.compile(r"[<>{}=;|/\\()_\[\]#@]|\w\.\w|--|^[a-z]+[A-Z]|^(?:by|via|and|or|but|with)\b|[.!?:,…\"”]$")
_word_runs = finder(re.compile(r"\w+"))
# What stands in for a picture where pictures cannot be seen.
_DEPICTION = r"(?:screenshot|screen shot|infographic|headshot|stock photo|diagram|flow ?chart|(?:(?:stacked )?(?:bar|pie|line) )(?:chart|graph))s?"
_DEPICTS = r"(?:of|showing|shows|that shows|titled|illustrating|depicting|comparing|displaying)"
_STAND_IN = (
    r"(?:(?:share|search|menu|clock|calendar|arrow|close|feedback|subscribe|play|location|phone|e-?mail|print|download) icon"
    r"|(?:feature|featured|hero|cover|header|profile) (?:image|picture|photo)|please set an alt value for this image\W*)"
)
# Whom a picture shows, and what they do there. Such a line has no verb of a sentence, which a heading may lack, too:
# so the doing is one that is seen ("holding a", not "planning").
_SOMEBODY = (
    r"(?:(?:young|older|old|elderly|little|happy|sad|smiling|pregnant|female|male|senior|middle-aged|business) )*"
    r"(?:woman|man|person|girl|boy|child|couple|student|lady|teen|teenager|toddler|baby|hiker|runner|cyclist|athlete|doctor|nurse"
    r"|teacher|chef|worker|employee|businessman|businesswoman|mother|father|mom|dad|patient|player|someone|farmer|therapist|family)"
)
_SEVERAL = r"(?:(?:young|older|happy|smiling|female|male|business) )*(?:women|men|people|persons|girls|boys|children|kids|students|friends|colleagues|coworkers|adults|hands)"
_DOES = (
    r"(?:(?:holding|wearing|carrying|using|lifting|riding|hugging|touching|opening|drinking|eating|reading|typing|showing)"
    r" (?:an?|the|his|her|their|on|in|from|two|hand|\w+ (?:in|on|at|with)|laptop|phone|smartphone|tablet|computer|weights|coffee|tea|books?)\b"
    r"|(?:sitting|standing|lying|laying|leaning|kneeling|walking|running|working|talking|playing|writing|smiling|looking|pointing"
    r"|laughing|doing|posing|sleeping|jumping|researching|studying|typing) (?:down|up|out|at|on|in|by|with|along|across|through|away|towards?"
    r"|next to|behind|under|over|outside|inside|together|an?|the)\b)"
)
_SHOWN = (
    rf"{_SOMEBODY} (?:\w+ )?{_DOES}[^.!?:;]*\.?",
    rf"(?:an?|one|two|three|four|five|six|several|(?:a )?(?:group|pair|team) of) (?:{_SOMEBODY}|{_SEVERAL}) (?:\w+ ){{0,4}}{_DOES}[^.!?:;]*",
    r"hands? (?:holding|pointing|typing|writing|touching|reaching) (?:an?|the|at|on|out|over|with)\b[^.!?:;]*",
)
_OF_A_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might|must|i|we|you|your|our|my|who|what"
    r"|how|why|when|says?|said)\b|['’](?:re|ll|ve|m)\b|n['’]t\b",
    re.IGNORECASE,
)
_shown = patterns(*_SHOWN)


def _of_people(page: Page) -> Iterator[Span]:
    """Point at lines that say whom a picture shows."""
    for line in lines_of(page, _shown):
        if not _OF_A_SENTENCE.search(line.says) and not _in_capitals(bare(line)):
            yield Span(line.number, line.number)


def _small(page: Page) -> Iterator[Span]:
    """Point at lines that stand alone among paragraphs and begin with a small letter, as alt texts do."""
    lines, texts = solid(page), said(page)
    small = [text[0].islower() for text in texts]
    if not 0 < sum(small) <= _SMALL * len(lines):
        return
    prose = sum(count >= _PARAGRAPH_WORDS and not each for count, each in zip(blanks(page), small, strict=True))
    if prose < _PARAGRAPHS:
        return
    for at in [at for at, each in enumerate(small) if each and at]:
        text, above = texts[at], lines[at - 1]
        if small[at - 1] or (at + 1 < len(lines) and small[at + 1]) or not _alone(lines, at):
            continue
        if not _CAPTION_LEAST <= text.count(" ") + 1 <= _CAPTION_WORDS or _NO_ALT.search(text) or _in_capitals(text):
            continue
        if not (_OF_A_SENTENCE.search(text) or _leads_on(above.says.rstrip())):
            yield Span(lines[at].number, lines[at].number)


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a blank line, or one that a rule took, is above the line and below."""
    ends = [line.number + line.text.count("\n") for line in lines[at - 1 : at + 1]]
    below = lines[at + 1].number if at + 1 < len(lines) else ends[1] + 2
    return lines[at].number > ends[0] + 1 and below > ends[1] + 1


def _leads_on(above: str) -> bool:
    """Whether a text wants another below it: a list, or the rest of a sentence."""
    return above.endswith((":", ",", ";")) or (
        above.count(" ") >= _PARAGRAPH_WORDS and not above.endswith(tuple(".!?…\"”’')"))
    )


def _in_capitals(text: str) -> bool:
    """Whether most of the longer words have capitals, as in a headline."""
    longer = [word for word in text.split()[1:] if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


def _captions(page: Page) -> Iterator[Span]:
    """Point at blocks of two short lines one of which says the other: a picture's alt text and its caption."""
    for above, below in _pairs(page):
        if first_prose(page) < above.number and _say_one_thing(above.says.strip(), below.says.strip()):
            yield Span(above.number, below.number)


@once
def _pairs(page: Page) -> list[list[Line]]:
    """Return the blocks of two short lines that may be captions: no two sentences, and no couplet beside another."""
    runs = blocks(page)
    pairs = [len(run) == _PAIR and all(line.says.count(" ") < _CAPTION_WORDS for line in run) for run in runs]
    beside = zip([False, *pairs], [*pairs[1:], False], strict=False)
    return [
        run
        for run, pair, others in zip(runs, pairs, beside, strict=False)
        if pair and not any(others) and not all(ends(line.says) for line in run)
    ]


def _say_one_thing(above: str, below: str) -> bool:
    if above.endswith((":", "?")) or "\t" in above + below or BULLET.match(above) or BULLET.match(below):
        return False
    said = [each.replace("’", "").replace("'", "") for each in (above.lower(), below.lower())]
    if not all(_CAPTION_LEAST - 1 <= each.count(" ") < _CAPTION_WORDS for each in said):
        return False
    words_of = _word_runs(said)
    short, long = sorted((f" {' '.join(each)} " for each in words_of), key=len)
    return min(map(len, words_of)) >= _CAPTION_LEAST and short in long


# What ends with who took the picture, or says so in brackets.
_ROLE = r"(?:Head|Editor|Director|Professor|Author|Founder|Chief|Manager|Teacher|Writer|Reporter|President|Minister|Senior|Staff|Associate|Spokes)"
_TAKEN_BY = (
    (
        rf"[^|]{{1,300}}(?:[.!?)”\"’] ?\(?{_PICTURE}s?(?: credit)?(?: by:?|:)|\s\(?(?:photo credit|image credit|credits?|pic):) ?"
        r"[\"'“‘]?(?-i:(?:[A-Z]\. ?){0,3}[A-ZÀ-ÖØ-Þ@])[^.!?]{1,60}[\"'”’]?\.?\)?"
    ),
    r".{1,300}\((?:(?-i:[A-Z])[\w.&’'-]*[ /]){1,4}(?:file )?(?:photo|photograph|picture|image)(?: ?/ ?[^)]{1,40})?\)\.?",
    rf"(?-i:[A-Z][\w’'-]+ (?:[A-Z][\w.’'-]* ){{0,2}}[A-Z][\w’'-]*[a-z]{_ROLE})[\w ,&-]{{0,50}}",
    r"(?!(?:the|an?|this|my|your|our|his|her|their|its|today)\b)(?-i:[A-Z])[\w .’'-]{1,40}['’]s (?:avatar|(?:profile )?picture|profile photo)",
)
_taken_by = patterns(*_TAKEN_BY)
# An alt text and a caption that a scrape glued have the seam in a word, and no end of a sentence.
_SEAM = re.compile(r"\b[a-zà-ÿ]{2,}[a-zà-ÿ](?=[A-ZÀ-Þ][a-zà-ÿ]+\b)")
_ENDS = frozenset(".!?:…")
_INNER_CAPITAL = re.compile("[A-ZÀ-Þ](?<=[a-zà-ÿ][A-ZÀ-Þ])")  # quick, since `re` looks for the capital alone
_GLUED_ON_PAGE = 3
# Two captions begin with so many words alike, and the longer has this share of the words of the shorter.
_ALIKE, _SHARED = 3, 0.75
_CODE = re.compile(r"[<>{}=;|\\()_\[\]»]|\w\.\w")


def _of_pictures(page: Page) -> Iterator[Span]:
    """Point at captions that say who took the picture, and at the alt text on the line above."""
    credited = {line.number for line in lines_of(page, _taken_by, longest=400)}
    for block in blocks(page) if credited else ():
        for above, line in pairwise((None, *block)):
            if line is None or line.number not in credited:
                continue
            yield Span(line.number, line.number)
            if above and len(block) <= _PAIR + 1 and line.number == above.number + 1 and _is_short(above.says):
                yield Span(above.number, above.number)


def _glued(page: Page) -> Iterator[Span]:
    """Point at lines that are an alt text and a caption, glued."""
    lines = zip(solid(page), said(page), blanks(page), strict=True)
    short = [line for line, text, count in lines if count < _CAPTION_WORDS and text[-1] not in _ENDS]
    glued = [(line, seam) for line in short if _INNER_CAPITAL.search(line.says) and (seam := _SEAM.search(line.says))]
    for line, seam in glued if len(glued) <= _GLUED_ON_PAGE else ():
        sides = line.says[: seam.end()], line.says[seam.end() :]
        if not _CODE.search(line.says) and all(each.count(" ") >= _PAIR for each in sides):
            yield Span(line.number, line.number)


def _twins(page: Page) -> Iterator[Span]:
    """Point at blocks of two lines that begin alike and say nearly the same, as an alt text and a caption do."""
    for block in _pairs(page):
        if block[0] is solid(page)[0] or any(bare(each) != each.says.strip() for each in block):
            continue
        short, long = sorted(_word_runs([line.says.lower() for line in block]), key=len)
        shared = len({*short} & {*long})
        titles = block[0].number < first_prose(page)
        if (
            short[:_ALIKE] == long[:_ALIKE]
            and len(long) < _CAPTION_WORDS
            and shared >= _SHARED * len(short) > _ALIKE
            and not titles
        ):
            yield Span(block[0].number, block[1].number)


def _is_short(text: str) -> bool:
    """Whether a text is as short as an alt text, and no sentence."""
    return text.count(" ") < _CAPTION_WORDS and text.rstrip()[-1] not in _ENDS


RULES = (
    Rule(
        name="photo-credit",
        because="it belongs to a picture, and guides carry none",
        find=either(
            but_sentences(words.saying("photo-credit", longest=160)), in_text(lines_matching(*_CREDITED, longest=400))
        ),
        example="""
            removed | Photo: Ada Sample / Springford Gazette
            removed | Photo by Robin Sample on Springpictures
            removed | Two chairs in a garden, and nobody on them. Ada Sample / Getty Images
            kept    |
            removed | Two chairs in a garden, and nobody on them. Photo by: ‘Ada Sample’
            kept    |
            removed | The garden in spring, courtesy of Springford Gazette
            kept    |
            removed | Getty Images / Ada Sample
            kept    |
            removed | Image from Ada’s visit in June
            kept    |
            removed | Photo: courtesy of the museum in Springford.
            kept    | Photo: a picture of the two of you on the table changes what is said there.
            kept    | Photo albums can start a talk.
            kept    | She had found the chair via Unsplash.
            kept    | The tea came courtesy of Ada, and so did the cups.
            kept    | Photos from our first year hung above the bed.
        """,
    ),
    Rule(
        name="alt-text",
        because="it describes a picture, and guides carry none",
        find=in_text(
            either(
                lines_matching(
                    rf"{_DEPICTION} {_DEPICTS}\b.{{1,600}}",
                    rf"an? {_DEPICTION} {_DEPICTS}\b.{{1,300}}[^.!?:]",
                    longest=640,
                ),
                lines_matching(
                    rf"(?:an? |the )?{_PICTURE} (?:showing|that shows|depicting|displaying|illustrating)\b.{{1,200}}",
                    r"(?:an? )?(?:photo|photograph|illustration|close-?up(?: shot)?) of\b.{1,200}[^.!?:]",
                    _STAND_IN,
                ),
                _of_people,
            )
        ),
        example="""
            removed | Screenshot of a calendar with one hour marked
            removed | Infographic titled “The Hour.” It shows a clock, two chairs and a pot of tea.
            removed | A bar chart showing how many couples talk on which day
            kept    |
            removed | Woman sitting at a table with two cups
            kept    |
            removed | A young couple in raincoats holding a map upside down
            kept    |
            removed | illustration of a clock without hands
            kept    |
            removed | Share icon
            kept    |
            kept    | Couple counselling in Springford
            kept    |
            kept    | Child lying and stealing
            kept    |
            kept    | A couple in crisis
            kept    |
            kept    | A Family Sitting at One Table
            kept    |
            kept    | A woman holding the door for him is what he saw first.
            kept    |
            kept    | A diagram of the flat hung over the bed, and he had drawn it twice.
            kept    | Diagrams help nobody who is angry.
        """,
    ),
    Rule(
        name="alt-text-alone",
        because="it stands alone in small letters, as the alt text of a picture does, and guides carry none",
        find=in_text(_small),
        stage=Stage.EDGES,
        example="""
            kept    | Two Chairs
            kept    |
            kept    | Put two chairs where nobody walks past, and sit down on them at the same hour of every week.
            kept    |
            removed | two green chairs beside a pond
            kept    |
            kept    | The chairs should be alike, so that neither of you looks down on the other one while you talk.
            kept    |
            kept    | Before you sit down, each of you answers one question in writing, and keeps the answer:
            kept    |
            kept    | what you would miss most
            kept    |
            kept    | When you have nothing to write, there is one sentence that is always true, and it is enough for today.
            kept    |
            kept    | i am still here
            kept    |
            kept    | Nobody reads it aloud, and nobody asks about it, for the paper is there so that you need not speak.
            kept    |
            kept    | When the hour is over, the one who listened says what was heard, and the other one says whether that
            kept    |
            kept    | is what was meant
            kept    |
            kept    | Then the two of you get up, put the chairs away, and leave the talk where it was until next week.
            kept    |
            kept    | Some couples keep the answers in a tin and read all of them again on the last day of the year.
            kept    |
            kept    | Most tins hold less anger than the two had thought, and more of what they would have missed.
            kept    |
            kept    | If yours holds more, that is a thing to know as well, and a good day to ask somebody for help.
            kept    |
            kept    | A counsellor does not read what is in the tin, and does not ask which of you has written more of it.
            kept    |
            kept    | What is asked instead is when the two of you last laughed, and what each of you was doing just then.
        """,
    ),
    Rule(
        name="alt-text-and-caption",
        because="a picture’s alt text and its caption say the same, and guides carry no pictures",
        find=in_text(_captions),
        stage=Stage.EDGES,
        example="""
            kept    | Two Chairs
            kept    | Two chairs in a garden
            kept    |
            kept    | Put two chairs where nobody walks past, and sit down on them at the same hour of every week, whether or not there is anything that the two of you want to say.
            kept    |
            removed | Two chairs in a garden
            removed | Two chairs in a garden, seen from the kitchen
            kept    |
            kept    | The second hour is for the other one.
            kept    |
            kept    | You may sit down.
            kept    | You may sit down tonight.
            kept    |
            kept    | You are allowed to sit
            kept    | You are allowed to sit down
            kept    |
            kept    | It is no fault that he stands
            kept    | It is no fault that he stands there
            kept    |
            kept    | Things you can say
            kept    | I hear you. I hear you, and I would like to know more about it.
            kept    |
            kept    | What you hear:
            kept    | what you hear is never all of it
        """,
    ),
    Rule(
        name="caption",
        because="it belongs to a picture, and guides carry none",
        find=in_text(either(words.saying("caption", longest=400), _of_pictures, _glued, _twins)),
        stage=Stage.LEFT,
        example="""
            removed | FILE PHOTO: Two chairs stand in the hall of Springford
            kept    |
            removed | Two chairs under a lamp
            removed | Two chairs in the hall of Springford.Photograph: Élise Sample
            kept    |
            kept    | He tells you what to wear.
            kept    | He tells you what to say.
            kept    |
            removed | Chairs in a school hallPupils of Springford sit down for the first hour
            kept    |
            removed | Two chairs in a barn near Springford (Springwire photo)
            kept    |
            kept    | She looked at a photograph by Ada Sample.
            kept    | Filed under a photo of two chairs: nothing.
        """,
    ),
)
