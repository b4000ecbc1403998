"""What a text or a block shows itself to be: a question for the reader, advice, a title, a menu."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from guidewright.model import Kind, MarkKind
from guidewright.worksheets import derive_cues as cues
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets.derive_grammar import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidewright.model import Block


def titles(text: str) -> bool:
    """Whether a text is so short, and ends so, that it is the title of what follows."""
    return 0 < len(text.split()) <= cues.LONGEST_TITLE and text.rstrip()[-1:].isalnum()


def theirs(lead: str) -> bool:
    """Whether a heading or an introduction says that somebody else asks or thinks what follows."""
    return not lead.rstrip().endswith((".", "!", "?", "”", '"')) and bool(cues.THEY_ASK.search(lead))


def linked(block: Block) -> bool:
    """Whether a block is hardly more than links: a menu, a table of contents."""
    linked = sum(mark.end - mark.start for mark in block.marks if mark.kind is MarkKind.LINK)
    return linked * 5 >= len(block.text.strip()) * 4 > 0


def opens_in_bold(block: Block) -> bool:
    """Whether the first sentence of a paragraph is an order in bold, and the rest is not."""
    if block.kind is not Kind.PARAGRAPH or not block.marks or block.marks[0].kind is not MarkKind.STRONG:
        return False
    mark = block.marks[0]
    spans = grammar.parted(block.text)
    first = spans[0].end if spans else 0
    led = len(spans) > 1 and mark.start == 0 and first - 1 <= mark.end <= first + 1
    return led and grammar.orders(block.text[:first]) and not step(block)


def all_quoted(text: str) -> bool:
    """Whether a text is quotations and hardly anything else."""
    quoted = sum(span.end - span.start for span in grammar.quotations(text))
    return quoted * 10 >= len(text.strip()) * 8 > 0


def step(block: Block) -> int:
    """Return which step of a row a paragraph begins (`Step 2: …`, `Second, …`); 0 if it begins none."""
    found = cues.STEP.match(block.text) or cues.ORDINAL.match(block.text) if block.kind is Kind.PARAGRAPH else None
    return cues.number(found) if found else 0


def bare_step(said: str, *, told: bool) -> str:
    """Return a step without the words that say which one it is; one that is `told` goes on with `Then` or the like."""
    found = cues.STEP.match(said) or cues.ORDINAL.match(said)
    next_ = cues.NEXT.match(said) if told and not found else None
    return said[found.end() if found else max(next_.end("head"), 0) if next_ else 0 :]


def goes_on(said: str, done: int) -> tuple[int, bool] | None:
    """Return where the next step of a row begins in a sentence, and whether its number says so; None if none does."""
    found = cues.STEP.match(said) or cues.ORDINAL.match(said)
    if found:
        return (found.end(), True) if cues.number(found) == done + 1 else None
    opens = (cues.NEXT if done else cues.OPENING).match(said)
    return (max(opens.end("head"), 0), False) if opens else None


def all_questions(text: str) -> bool:
    """Whether a text is questions for the reader and nothing else."""
    spans = grammar.parted(text)
    return bool(spans) and all(asks(text, span, listed=True) for span in spans)


def asks_openly(text: str) -> bool:
    """Whether a text of questions asks of the reader, or of the two, what no yes or no answers."""
    texts = [grammar.plain(text[slice(*span)]) for span in grammar.parted(text)]
    own = sum(voice.addresses(each) or voice.own_words(each) for each in texts)
    closed = any(map(grammar.yes_or_no, texts))
    return own * 2 >= len(texts) and not closed and not any(map(cues.ASKS_GUIDE.match, texts))


def instructs(text: str, spans: Sequence[Span]) -> bool:
    """Whether a text is orders and questions for the one who follows them, and nothing else."""
    kinds = ""
    for span in spans:
        said = text[slice(*span)]
        if asks(text, span) and not fragment(said):
            kinds += "?"
        elif grammar.orders(said) and not sells_or_alarms(said):
            kinds += "!" if not said.startswith("If ") else "if"
        else:
            return False
    return bool(re.fullmatch(r"!+(?:\?{2,}!*|\?!+)", kinds))


def order_and_questions(text: str, spans: Sequence[Span]) -> bool:
    """Whether a text is an order and questions for the one who follows it, two or more."""
    first = text[slice(*spans[0])] if spans else ""
    # `Look back together.`, `Ask, too.`
    short = grammar.orders(first) and (len(first.split()) == cues.FEWEST_WORDS - 1 or cues.ASKS_SHORT.match(first))
    if len(spans) < cues.FEWEST_TOGETHER or not (is_advice(first) or short):
        return False
    return all(asks(text, span) and not fragment(text[slice(*span)]) for span in spans[1:])


def opens_with_question(text: str) -> bool:
    """Whether a text asks at once, or behind the topic that it names."""
    spans = grammar.parted(text)
    first = int(len(spans) > 1 and spans[1].start == label(text))
    return bool(spans) and asks(text, spans[first], listed=True)


def asked_at(text: str) -> int:
    """Return where a text asks behind an order and a colon (`Share a wish: what would …?`); 0 if it does not."""
    colon = grammar.outside(text).find(": ") + 2
    words = re.findall(r"[^\W\d_]+", grammar.plain(text[colon:]))[:1]
    asks_ = text.rstrip().endswith("?") and words and words[0].lower() in grammar.AUXILIARIES | cues.QUESTION_WORDS
    return colon if colon > 1 and asks_ else 0


def label(text: str) -> int:
    """Return where a text goes on behind the topic that it begins with (`Money. Who …?`); 0 if it names none."""
    spans = grammar.parted(text)
    if len(spans) < 2:
        return 0
    first = text[slice(*spans[0])]
    short = len(first.split()) < cues.FEWEST_WORDS and first.endswith((".", ":"))
    return spans[1].start if short and not grammar.orders(first) else 0


def reports(title: str, blocks: Sequence[Block]) -> bool:
    """Whether a text reports what others have studied: it speaks of research often, and hardly ever to its reader."""
    told = [title] + [
        block.text[slice(*span)]
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for span in grammar.parted(block.text)
    ]
    research = sum(bool(cues.RESEARCH.search(grammar.outside(said))) for said in told)
    if research < cues.FEWEST_TOGETHER or research * 6 < len(told):
        return False
    return sum(voice.addresses(said) or grammar.orders(said) for said in told) * 4 < len(told)


@lru_cache(maxsize=128)
def tells(text: str) -> bool:
    """Whether a text is part of a story or speaks of danger: what it asks is then no exercise."""
    return bool(cues.TELLS.search(grammar.outside(text)) or cues.DANGER.search(text))


def asks(text: str, span: Span, *, listed: bool = False) -> bool:
    """Whether a sentence asks the reader something that is to be answered; `listed` among others of its kind."""
    said = grammar.plain(grammar.outside(text)[slice(*span)])
    idle = (
        cues.IDLE.fullmatch(said),
        cues.TAG.search(said),
        cues.CALL.search(said),
        not listed and cues.RHETORICAL.match(said),
    )
    return said.endswith("?") and not any(idle)


def echo(question: str) -> bool:
    """Whether a question only turns the one before round (`Have you?`)."""
    return question.split(maxsplit=1)[0].lower() in grammar.AUXILIARIES


def fragment(question: str) -> bool:
    """Whether a question has no verb of its own and only spells out the one before (`A male or female therapist?`)."""
    said = grammar.plain(question)
    words = [word.lower() for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", said)]
    if words[:1] and words[0] in cues.ASKING:
        return len(words) < cues.FEWEST_WORDS - 1
    verbless = not set(words) & (grammar.AUXILIARIES | cues.QUESTION_WORDS) and "'" not in said
    return len(words) < cues.FEWEST_WORDS or verbless


def parallel(question: str, others: Sequence[str]) -> bool:
    """Whether a question begins with the same two words as one beside it, like which it is answered (`Is it fear?`)."""
    head = question.lower().split()[:2]
    return sum(head == other.lower().split()[:2] for other in others) > 1


def is_advice(said: str) -> bool:
    """Whether a sentence in a text tells the reader to do something, and does not only lead to what follows."""
    plain = grammar.plain(said)
    short = len(said.split()) < cues.FEWEST_WORDS and not cues.WITH_OBJECT.fullmatch(plain)
    leads = said.endswith((":", "?")) or short or grammar.quotations(said)
    barred = (
        leads
        or cues.SAYS_SO.search(plain)
        or cues.PEN.match(plain)
        or cues.MUSES.match(plain)
        or sells_or_alarms(plain)
    )
    return not barred and grammar.orders(said)


def judged(text: str) -> list[tuple[Span, bool]]:
    """Return what stands behind labels such as `Do:` and `Don't:`, each with whether it is to be done."""
    said = grammar.plain(text)
    found: list[tuple[int, int, bool]] = []
    for start, _ in grammar.parted(text):
        good, bad = cues.GOOD_LABEL.match(said, start), cues.BAD_LABEL.match(said, start)
        if label := good or bad:
            found.append((start, label.end(), good is not None))
    ends = [*(start for start, _, _ in found), len(text)][1:]
    return [(Span(start, end), good) for (_, start, good), end in zip(found, ends, strict=True)]


def sells_or_alarms(text: str) -> bool:
    """Whether a text calls to buy or to write to somebody, or names where to turn in an emergency."""
    return bool(cues.CALL.search(text) or cues.ALARM.search(text))


def asked(said: str, *, others: bool = False) -> str:
    """Return what a guide says in the reader's voice, if it does not speak so already."""
    return said if voice.own_words(said) else voice.mine(said, others=others)


def unended(text: str) -> str:
    """Return a sentence without its end mark."""
    return text.strip().rstrip(" .:;,!")


def wording(said: str, *, others: bool = False) -> str:
    """Return a sentence of a guide as something to tick; `others` says that `he` may be somebody but the partner."""
    return unended(asked(said, others=others))


def legend(lead: str) -> str:
    """Return the words that introduce a list as its heading, if they say what it is."""
    text = lead.strip()
    if (
        not text.endswith(":")
        or len(text) > 100
        or cues.ALARM.search(text)
        or not cues.NAMES.search(text)
        or cues.POINTS.search(text)
        or cues.SOMEBODY.search(text)
    ):
        return ""
    return wording(text)
