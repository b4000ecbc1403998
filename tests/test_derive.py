"""Worksheets made from guides: found items are right, traps are left alone, and what is written works as it stands."""

import cProfile
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import markdown
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from guidewright import article, corpus
from guidewright.blocks import Worksheets
from guidewright.cli import main
from guidewright.model import Block, Cell, Front, Guide, Kind, Mark, MarkKind, Source
from guidewright.worksheets import derive_clauses as clauses
from guidewright.worksheets import derive_grammar as grammar
from guidewright.worksheets import derive_starters as starters
from guidewright.worksheets import derive_voice as voice
from guidewright.worksheets import model
from guidewright.worksheets.derive import Derived, ItemKind, derive, fragment, reason, wanted, write

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "cases" / "derive").glob("*.md"))


@cache
def samples() -> dict[str, Guide]:
    sources, _ = corpus.load(ROOT / "sources")
    outcomes = corpus.build(sources, furniture=corpus.survey(sources))
    return {each.guide.slug: each.guide for each in outcomes if each.guide}


@cache
def guide_of(case: Path) -> Guide:
    """The case's own article, or else the sample guide of that name."""
    own = {
        case.with_suffix(".txt"): "text/plain",
        case.with_suffix(".html"): "text/html",
        case.parent / "markdown" / case.name: "text/markdown",
    }
    there = next((path for path in own if path.exists()), None)
    if there is None:
        return samples()[case.stem]
    built = article.build(Source(there.name, there.read_bytes(), own[there])).guide
    assert built is not None
    return built


def expected(case: Path, heading: str) -> list[str]:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", case.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [line[2:] for line in found[1].split("\n") if line.startswith("- ")] if found else []


def found_in(guide: Guide) -> list[str]:
    derived = derive(guide)
    return [f"{item.kind}: {item.text}" for item in derived.items] if derived else []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_guide_gives_what_a_counsellor_would_take_and_nothing_else(case: Path) -> None:
    found, may = found_in(guide_of(case)), expected(case, "May")
    assert [each for each in found if each not in may] == expected(case, "Take")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_item_holds_what_must_never_be_on_a_sheet(case: Path) -> None:
    said = "\n".join(found_in(guide_of(case))).casefold()
    assert not [each for each in expected(case, "Never") if each.casefold() in said]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_known_gap_that_is_closed_moves_to_what_is_taken(case: Path) -> None:
    found = found_in(guide_of(case))
    assert not [each for each in expected(case, "Not found yet") if each in found]


def test_every_sample_guide_has_its_expectation() -> None:
    assert set(samples()) <= {case.stem for case in CASES}


def guide(*blocks: Block, title: str = "A Guide", slug: str = "a-guide", **front: object) -> Guide:
    return Guide(slug, title, blocks, replace(Front(title=title, source="a.txt", draft=False), **front))


def paragraph(text: str, **more: object) -> Block:
    return replace(Block(Kind.PARAGRAPH, text, 1, 1), **more)


def heading(text: str, level: int = 2) -> Block:
    return Block(Kind.HEADING, text, 1, 1, level=level, anchor="here")


def bullets(*texts: str) -> list[Block]:
    return [Block(Kind.ITEM, text, 1, 1, level=1) for text in texts]


def numbered(*texts: str) -> list[Block]:
    return [Block(Kind.ITEM, text, 1, 1, level=1, number=n) for n, text in enumerate(texts, 1)]


QUESTIONS = bullets("What do I fear?", "Do I still laugh at home?", "Who knows about this?")


class TestWhereItStands:
    def test_questions_of_a_menu_are_links_and_no_questions(self) -> None:
        linked = [replace(each, marks=(Mark(0, len(each.text), MarkKind.LINK, "https://a.b/"),)) for each in QUESTIONS]
        assert derive(guide(paragraph("More for you:"), *linked)) is None
        assert derive(guide(paragraph("Ask yourself:"), *QUESTIONS)) is not None

    @pytest.mark.parametrize(
        "lead",
        [
            "Your partner may be asking:",
            "Avoid questions like these:",
            "They might be thinking:",
            "Never ask these questions:",
        ],
    )
    def test_questions_that_others_ask_or_that_harm_stay_out(self, lead: str) -> None:
        assert derive(guide(paragraph(lead), *QUESTIONS)) is None

    def test_a_list_under_a_heading_of_mistakes_stays_out(self) -> None:
        orders = bullets("Start a talk at midnight", "Tell everyone", "Threaten to leave")
        assert derive(guide(heading("Five mistakes"), paragraph("It goes wrong."), *orders)) is None
        assert derive(guide(heading("Five ideas"), paragraph("It goes well."), *orders)) is not None

    def test_references_end_with_the_next_heading_of_their_level(self) -> None:
        after = [
            heading("Sources"),
            *QUESTIONS,
            heading("Ask yourself"),
            *bullets("Am I well?", "Are you?", "Who am I?"),
        ]
        found = derive(guide(*after))
        assert found is not None
        assert {item.section for item in found.items} == {"Ask yourself"}

    def test_two_items_are_no_worksheet(self) -> None:
        few = guide(*QUESTIONS[:2])
        assert derive(few) is None
        assert "2 things" in reason(few)

    def test_danger_and_other_languages_give_none(self) -> None:
        assert derive(guide(*QUESTIONS, title="Living with abuse")) is None
        assert derive(guide(*QUESTIONS, language="pl")) is None
        assert derive(guide(*QUESTIONS, language="en-GB")) is not None

    def test_a_report_a_review_and_a_recipe_give_none(self) -> None:
        study = paragraph("Researchers asked forty couples. The study lasted a year. Participants kept a diary.")
        assert "studied" in reason(guide(study, *bullets("What did you eat?", "Who cooked?", "When did you sleep?")))
        assert "review" in reason(guide(*QUESTIONS, title="Book review: The Long Table"))
        assert "recipe" in reason(guide(paragraph("Preheat the oven."), *QUESTIONS))

    def test_a_guide_that_cites_research_or_reviews_a_year_still_gives_one(self) -> None:
        cites = paragraph("Studies say so. You know it too. Ask your friends. You will find no study that says no.")
        assert derive(guide(cites, *QUESTIONS)) is not None
        assert derive(guide(*QUESTIONS, title="Your yearly review")) is not None
        assert derive(guide(paragraph("One who serves one another is free."), *QUESTIONS)) is not None

    def test_questions_in_a_paragraph_that_belongs_to_a_step_count(self) -> None:
        first, *rest = numbered("Find a time.", "Say it.", "Listen.")
        inside = paragraph("Take your time with this one. When are you both awake and well fed?", level=1)
        found = found_in(guide(first, inside, *rest))
        assert "prompt: When are you both awake and well fed?" in found

    def test_a_step_that_opens_with_a_question_asks_nothing(self) -> None:
        steps = numbered(
            "Tired of it? Rest first.", "Call a friend. Who is still there for you?", "Go to bed early.", "Eat."
        )
        assert [each for each in found_in(guide(*steps)) if each.endswith("?")] == [
            "prompt: Who is still there for me?"
        ]

    def test_a_sentence_said_twice_is_one_item_with_both_places(self) -> None:
        said = paragraph("Say: “I feel sad when you go.” Or: “I feel lost when we shout.”")
        found = derive(guide(said, *QUESTIONS))
        assert found is not None
        first = found.items[0]
        assert (first.text, len(first.also)) == ("I feel ____ when ____.", 1)


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("Are you safe?", "Am I safe?"),
        ("Do you know what your partner wants?", "Do I know what my partner wants?"),
        ("Can you see yourself here in a year?", "Can I see myself here in a year?"),
        ("What would you do if you were alone?", "What would I do if I were alone?"),
        ("Where were you when it began?", "Where was I when it began?"),
        ("What have you learned?", "What have I learned?"),
        ("You’re tired, and you’ve said so.", "I’m tired, and I’ve said so."),
        ("Ask yourself what is yours.", "Ask myself what is mine."),
        ("Who will listen to you?", "Who will listen to me?"),
        ("What makes you angry?", "What makes me angry?"),
        ("What helps you sleep?", "What helps me sleep?"),
        ("Tell your husband that you need him.", "Tell my husband that I need them."),
        ("Keep it between the two of you.", "Keep it between the two of us."),
        ("Look at the list together before you choose.", "Look at the list together before we choose."),
        ("Read books you like.", "Read books I like."),
        ("How do you and your partner argue?", "How do my partner and I argue?"),
        ("What lies between you and your wife?", "What lies between my wife and me?"),
        ("What is he saying?", "What is my partner saying?"),
        (
            "Why doesn't she want to come, and what does she fear?",
            "Why doesn't my partner want to come, and what do they fear?",
        ),
        ("Who knows how you really are?", "Who knows how I really am?"),
        ("Have you cut down your hours?", "Have I cut down my hours?"),
        ("What did it cost you?", "What did it cost me?"),
        ("Could he or she meet you halfway?", "Could my partner meet me halfway?"),
        ("What has her week been like?", "What has my partner’s week been like?"),
        ("Invite her once.", "Invite my partner once."),
        ("What happens between you at night?", "What happens between us at night?"),
        ("Each of you talks to your own parents.", "Each of us talks to our own parents."),
        ("What exactly bothers you?", "What exactly bothers me?"),
        ("Name one thing that upsets you.", "Name one thing that upsets me."),
        ("What did you do in the year you met?", "What did we do in the year we met?"),
        ("What was money in the home you grew up in?", "What was money in the home I grew up in?"),
        ("How do you each behave when you are ill?", "How do we each behave when we are ill?"),
        (
            "What would have to change so that you would both want it?",
            "What would have to change so that we would both want it?",
        ),
    ],
)
def test_the_readers_voice(said: str, becomes: str) -> None:
    assert voice.mine(said) == becomes


@pytest.mark.parametrize(
    "said",
    [
        "Each of you says what you like.",  # one or both?
        "Pick a time when you have both eaten and slept.",
        "Ask a friend whether he has time.",  # the friend, not the partner
        "Say: “You matter to me.”",
        "Give her space.",  # a person, or whose space?
        "Ask your parent what he or she wants.",  # the parent
        "Your therapist says she will call you the hope you need you.",
    ],
)
def test_a_wording_that_grammar_leaves_open_stays(said: str) -> None:
    kept = voice.mine(said)
    assert re.sub(r"\bmy\b", "your", kept, flags=re.IGNORECASE).casefold() == said.casefold()


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Ask yourself what you are really hoping for.", ["What are you really hoping for?"]),
        ("Then think about whether you’d go alone.", ["Whether you’d go alone"]),
        ("Take a moment to consider what your partner fears.", ["What does your partner fear?"]),
        ("Take a moment to consider what people fear.", []),  # nobody the reader knows
        ("Ask yourself whether you would go alone.", ["Would you go alone?"]),
        ("Notice what happens in you when the door opens.", ["What happens in you when the door opens?"]),
        ("Reflect on how you felt and what you did.", ["How did you feel and what did you do?"]),
        ("Think about what you have to offer.", ["What do you have to offer?"]),
        ("Think about what you have tried.", ["What have you tried?"]),
        (
            "Ask yourself what you want, what you fear, and what you would miss.",
            ["What do you want?", "What do you fear?", "What would you miss?"],
        ),
        ("It helps to write down why you came.", ["Why did you come?"]),
        ("Don’t ask yourself why you stay.", []),
        ("Notice what you enjoy, and say thank you.", []),
        ("Think about what it would settle.", []),
        ("An hour a week, you rest and think about what you want.", []),
        ("Ask yourself what you would have done.", []),
    ],
)
def test_a_sentence_asks_what_it_tells_its_reader_to_think_about(sentence: str, asked: list[str]) -> None:
    found = clauses.inside(sentence)
    assert [each.text for each in found] == asked
    assert all(sentence[slice(*each.span)] for each in found)


def test_she_may_be_somebody_who_was_named_before() -> None:
    asked = bullets("What does your mother want?", "What do you want from her visits?", "Who decides?")
    assert found_in(guide(*asked))[1] == "prompt: What do I want from her visits?"
    asked = bullets("What does your husband want?", "What do you want from his visits?", "Who decides?")
    assert found_in(guide(*asked))[1] == "prompt: What do I want from my partner’s visits?"


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("You might, for example, walk, talk to a friend, or sleep on it.", 3),
        ("You could, for instance, write a letter, plan a trip and put the phone away.", 3),
        ("Join a choir, take a class, or call an old friend.", 3),
        ("Try a book, a course, or even a podcast.", 3),
        ("Look after yourself through sleep, good food, or long walks.", 3),
        ("You can do this by asking once, listening to the end and thanking them.", 3),
        ("You might, for example, ask whether it is over, how it began, or who knows.", 3),
        ("You might feel sad, lose sleep, or cry.", 0),
        ("You might, for example, see a book, an apology, or a real smile.", 0),
        ("You should not shout, slam doors, or leave.", 0),
        ("Don't shout, slam doors, or leave.", 0),
        ("If he is angry, leave the room, call a friend, or wait.", 0),
        ("Your partner might, for example, want a man, prefer a woman, or say no.", 0),
        ("You might walk, talk, or sleep, and that is fine with me.", 0),
        ("Would you shout, cry, or leave?", 0),
        ("You might, for example, walk or talk.", 0),
        ("Bury a letter, plant a tree, or light a candle.", 3),
        ("If that is too much, try a walk, a film, or a game.", 3),
        ("You might, for example, cook without a recipe, ask a friend, or sleep.", 3),
        ("Try without shouting, a break, or a walk.", 0),
    ],
)
def test_an_enumeration_is_taken_only_if_it_parses_in_one_way(sentence: str, members: int) -> None:
    assert len(grammar.enumeration(sentence)) == members


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How often do we laugh?", ItemKind.SCALE),
        ("How often do we fight, and how does it end?", ItemKind.PROMPT),
        ("On a scale of 1 to 10, how hopeful am I?", ItemKind.SCALE),
        ("Do I feel heard?", ItemKind.CHOICE),
        ("If nothing changed, could I stay?", ItemKind.CHOICE),
        ("Do I stay out of love or out of fear?", ItemKind.PROMPT),
        ("Have I said it, and what came of it?", ItemKind.PROMPT),
        ("Is there anything that helps?", ItemKind.PROMPT),
        ("What do I want?", ItemKind.PROMPT),
    ],
)
def test_what_a_question_asks_for(question: str, kind: ItemKind) -> None:
    found = derive(guide(*bullets(question, "What is left?", "Who am I without this?")))
    assert found is not None
    assert found.items[0].kind is kind


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Say, “I feel lost when you leave the room.”", ["I feel ____ when ____."]),
        ("Instead of “You never call,” try “I feel forgotten when I hear nothing.”", ["I feel ____ when ____."]),
        (
            "You could begin: “I've been feeling low lately, and I'd like us to talk.”",
            ["I've been feeling ____ lately, and I'd like us to ____."],
        ),
        ("If she says no, say “I would like to understand that.”", ["I would like to ____."]),
        ("Speak without blame: “I feel tired because I do this alone.”", ["I feel ____ because ____."]),
        ("Avoid lines such as “I feel alone when you work” or “I want you to change.”", []),
        ("Don't say “I need you to grow up.”", []),
        ("Your partner may say, “I feel judged when you say that.”", []),
        ("“I feel judged when you say that,” he told me.", []),
        ("Say “I feel that you never listen.”", []),
        ("I once read the words “I need a holiday.”", []),
        (
            "Say “I feel hurt when you leave.” Or, “I would love it if you stayed.”",
            ["I feel ____ when ____.", "I would love it if ____."],
        ),
        ("Say “I need to know where you are,” but “I need you to be kinder” sounds like blame.", ["I need to ____."]),
        ("Complete this sentence: “I feel heard when …”", ["I feel heard when ____"]),
        ("A reader asked: “I feel guilty when I say no.”", []),
        ("“I feel far away when we talk,” she wrote.", []),
        ("“I feel far away when we talk,” one of our members told her sons.", []),
        ("They rated sentences such as “I feel close when we talk.”", []),
        ("My first version was, “I feel stifled when you call.”", []),
        ("“I feel we drift when you work.” is what I would say.", []),
        ("Finish it: “I miss you most when …”", ["I miss you most when ____"]),
        ("Our group has lines for that. “I miss ____ most when ____.”", ["I miss ____ most when ____."]),
        ("Many do well with “I need the car because my shift begins at six.”", ["I need ____ because ____."]),
    ],
)
def test_a_model_sentence_is_one_that_the_guide_hands_over(text: str, becomes: list[str]) -> None:
    found = derive(guide(paragraph(text), *QUESTIONS))
    assert found is not None
    assert [item.text for item in found.items if item.kind is ItemKind.STARTER] == becomes


def test_a_frame_without_words_is_no_help() -> None:
    assert starters.starter("I need a minute.") == ""
    assert starters.starter("I feel fine, so why would I go?") == ""
    assert starters.starter("I'm wondering if we could talk?") == "I'm wondering if we could ____?"
    assert starters.starter("I need you to know that I am tired.") == "I need you to know ____."


def read_back(text: str) -> tuple[model.Sheet, list[str]]:
    sheets: list[model.Sheet] = []
    faults: list[str] = []
    blocks = Worksheets(report=lambda notice: faults.append(str(notice)), collect=sheets.append)
    markdown.markdown(text.split("---\n", 2)[2], extensions=[blocks, "attr_list", "md_in_html"])
    return sheets[0], faults


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_written_is_read_back_without_a_fault(case: Path) -> None:
    source = guide_of(case)
    derived = derive(source)
    if derived is None:
        assert not expected(case, "Take")
        return
    sheet, faults = read_back(write(derived, source))
    assert not faults
    shown = [
        model.plain(run.text)
        for question in sheet.questions
        if isinstance(question, model.Checklist)
        for run in question.items
    ]
    assert [item.text for item in derived.items if item.kind in (ItemKind.TICK, ItemKind.STEP)] == sorted(
        (each for each in shown if each not in ("Yes", "No", "Not sure")),
        key=[item.text for item in derived.items].index,
    )
    asked = [field.label for field in sheet.fields]
    assert not [
        i.text
        for i in derived.items
        if i.kind in (ItemKind.PROMPT, ItemKind.SCALE, ItemKind.CHOICE) and i.text not in asked
    ]
    blanks = sum(len(each.wide) for q in sheet.questions if isinstance(q, model.Starters) for each in q.sentences)
    assert blanks == sum(item.text.count("____") for item in derived.items)


def test_every_item_links_to_where_it_comes_from() -> None:
    source = samples()["setting-boundaries"]
    derived = derive(source)
    assert derived is not None
    anchors = {block.anchor for block in source.blocks}
    assert {item.evidence.anchor for item in derived.items} <= anchors
    sheet, _ = read_back(write(derived, source, locate=lambda evidence: f"x.md#{evidence.block}-{evidence.start}"))
    addresses = set()
    for question in sheet.questions:
        parts = getattr(question, "items", ()) or getattr(question, "sentences", ())
        addresses |= {question.evidence, *(part.evidence for part in parts)}
    assert {f"x.md#{item.evidence.block}-{item.evidence.start}" for item in derived.items} <= addresses


def test_the_sheet_that_is_printed_leads_to_the_sentence() -> None:
    said = paragraph("Sit down. You might, for example, read, walk to the sea, or sleep. That is all.")
    source = guide(heading("What helps"), said, *QUESTIONS)
    derived = derive(source)
    assert derived is not None
    sheet, faults = read_back(write(derived, source))
    assert not faults
    ideas, question, *_ = sheet.questions
    place = "../guides/a-guide.md#here:~:text="
    # Three ideas of one sentence say once where they come from.
    assert ideas.evidence == f"{place}You%20might%2C%20for%20example%2C%20read%2C,to%20the%20sea%2C%20or%20sleep."
    assert question.evidence == f"{place}What%20do%20I%20fear%3F"


def test_what_a_table_says_leads_to_its_cell() -> None:
    rows = [("Instead of", "Try"), ("“You never call.”", "“I feel lost when I hear nothing.”")]
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    source = guide(Block(Kind.TABLE, "", 1, 2, rows=cells), *QUESTIONS)
    derived = derive(source)
    assert derived is not None
    first = derived.items[0]
    assert (first.text, first.evidence.quote(source)) == ("I feel ____ when ____.", "I feel lost when I hear nothing.")


def test_one_thing_alone_is_no_choice() -> None:
    tips = [
        block
        for n, order in enumerate(("Walk by the sea", "Call one old friend", "Sleep in a cool room"), 1)
        for block in (heading(f"{n}. A good idea"), paragraph(f"{order} today. It does you good."))
    ]
    source = guide(*tips)
    derived = derive(source)
    assert derived is not None
    text = write(derived, source)
    assert text.count("/// checklist | One thing to try") == 3
    assert "choose one" not in text


def test_hostile_words_stay_words() -> None:
    hostile = bullets(
        "What | is <script>alert(1)</script> [x](y)?", "Do I /// know {: #id }?", "# Who am I *now*, ____ or not?"
    )
    source = guide(paragraph("Ask yourself:"), *hostile, title="A | title /// {x}")
    derived = derive(source)
    assert derived is not None
    sheet, faults = read_back(write(derived, source))
    assert not faults
    asked = [field.label for field in sheet.fields if not field.label.endswith("Why?")]
    assert asked == [block.text for block in hostile]
    assert sheet.title == "Worksheet: A | title /// {x}"


def test_a_draft_guide_gives_a_draft_sheet() -> None:
    source = guide(*QUESTIONS)
    derived = Derived("A Guide", ())
    assert "draft: true" not in write(derived, source)
    assert "draft: true" in write(derived, replace(source, front=replace(source.front, draft=True)))


def test_how_a_list_works_is_said_once_and_to_choose_each_time() -> None:
    said = [paragraph(f"Say: “I feel {mood} when you go.”") for mood in ("sad", "lost")]
    ideas = [
        paragraph("You might, for example, walk, read a book, or sleep."),
        paragraph("Join a choir, take a class, or call a friend."),
    ]
    source = guide(said[0], ideas[0], heading("Later"), said[1], ideas[1], *QUESTIONS)
    derived = derive(source)
    assert derived is not None
    text = write(derived, source)
    assert text.count("Fill the blanks") == 1
    assert text.count("Then choose one to try this week.") == text.count("/// checklist | Ideas") > 1


def test_an_authored_sheet_takes_the_place_of_the_derived_one() -> None:
    assert wanted(guide(*QUESTIONS), ())
    assert not wanted(guide(*QUESTIONS), {"worksheets/a-guide.md"})
    assert not wanted(guide(*QUESTIONS, worksheet="off"), ())
    assert not wanted(guide(*QUESTIONS, worksheet="worksheets/weekly-check-in.md"), ())


def test_the_fragment_names_the_first_and_last_words() -> None:
    source = guide(*bullets("What have we, my partner and I, never once said out loud - until now?"), *QUESTIONS)
    found = derive(source)
    assert found is not None
    made = fragment(source, found.items[0].evidence)
    assert made.startswith(":~:text=What%20have%20we%2C%20my%20partner,")
    assert made.endswith("now%3F")
    assert "-" not in made


class TestCommand:
    def test_prints_the_sheet(self) -> None:
        done = CliRunner().invoke(main, ["worksheet", str(ROOT / "sources" / "why-your-partner-refuses.txt")])
        assert done.exit_code == 0
        assert "/// sheet | Worksheet: Why Your Partner Refuses Therapy" in done.output

    def test_says_why_there_is_none(self) -> None:
        done = CliRunner().invoke(main, ["worksheet", str(ROOT / "sources" / "when-it-is-not-safe.html")])
        assert done.exit_code == 1
        assert "no worksheet: it is about danger at home" in done.output


AWKWARD: dict[str, Callable[[int], list[Block]]] = {
    "quotations": lambda n: [paragraph("Say “I feel sad when you go.” " * n)],
    "questions in a step": lambda n: numbered("Find a friend. " + "What do you want? " * n, "Go home."),
    "commas": lambda n: [paragraph("You might, for example, " + "go out, " * n + "or stay.")],
    "questions to oneself": lambda n: [paragraph("Ask yourself: what do you want? " * n)],
    "items": lambda n: bullets(*["What do you want?"] * n),
    "quoted paragraphs": lambda n: [paragraph("You could ask:"), *[paragraph("“What do you want?”")] * n],
    "block quotations": lambda n: [
        paragraph("Here are the questions:"),
        *[Block(Kind.QUOTE, "What do you want?", 1, 1)] * n,
    ],
    "boxes": lambda n: [paragraph("☐ Go out with a friend " * n)],
    "steps in a text": lambda n: [paragraph("First, go home. " + "Then, sit down with a book. " * n)],
    "doings": lambda n: [paragraph("Rest by " + "walking out, " * n + "and sleeping, and then go on.")],
    "gerunds in a list": lambda n: [paragraph("Try small things such as:"), *bullets(*["Walking out, or not"] * n)],
    "clauses to think about": lambda n: [paragraph("Think about:"), *bullets(*["what you want, or not"] * n)],
    "topics": lambda n: [paragraph("Money. Who pays? Who saves it up?")] * n,
    "clauses to ask": lambda n: [paragraph("Ask yourself " + "what you want, " * n + "and what you fear.")],
    "sentences that ask": lambda n: [paragraph("Ask yourself what you want to do. " * n)],
    "questions to answer": lambda n: [paragraph("What do you want? Write it down. " * n)],
    "do and don't": lambda n: [paragraph("Do: go out. Don't: stay in. " * n)],
    "blanks": lambda n: [paragraph("I feel ____ when ____.\n" * n)],
    "lines": lambda n: [paragraph("Go out with a friend")] * n,
    "lines in one": lambda n: [paragraph("✓ Go out with a friend\n" * n)],
    "tips": lambda n: [heading("Ten tips"), *[paragraph("Go out with a friend. It does you good.")] * n],
    "headings that ask": lambda n: [heading("Questions to ask yourself", 1), *[heading("1. What do you want?")] * n],
    "headings in headings": lambda n: [heading("Go out", 1 + at % 6) for at in range(n)],
    "tasks": lambda n: [paragraph("Your task: go out. " + "What do you want? " * n)],
    "next steps": lambda n: [paragraph("First, go out."), *[paragraph("Then, go out with a friend.")] * n],
    "clauses": lambda n: [paragraph("Say “" + "I feel low, and " * n + "I want to go.”")],
}


@pytest.mark.parametrize("make", AWKWARD.values(), ids=AWKWARD)
def test_the_work_grows_with_the_text_and_not_its_square(make: Callable[[int], list[Block]]) -> None:
    def calls(n: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(derive, guide(*make(n)))
        return sum(each.callcount for each in profile.getstats())

    assert calls(800) < 16 * calls(100)


WORDS = """
    you your yourself he she him her his they partner “I feel sad when” “ ” " ' ’ ? . , : ; or and if when ask yourself
    might could for example by asking try 1. 2. 3. Do What How often Is are were been have you're each both together I
    we my avoid say never “You never” ____ | /// # the a to with – — … é ß 你 \u2028 http://a.b/ (2014)
"""
TEXT = st.one_of(st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join), st.text(max_size=60))
REAL = st.deferred(lambda: st.sampled_from([block for each in samples().values() for block in each.blocks]))
MADE = st.builds(
    Block,
    kind=st.sampled_from([Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.QUOTE, Kind.IMAGE, Kind.CODE]),
    text=TEXT,
    first=st.just(1),
    last=st.just(1),
    level=st.integers(1, 4),
    number=st.none() | st.integers(1, 5),
    anchor=st.just("a"),
)


@given(st.lists(st.one_of(MADE, REAL), max_size=14))
def test_of_any_guide(blocks: list[Block]) -> None:
    source = guide(*blocks)
    derived = derive(source)
    assert derive(source) == derived
    for item in derived.items if derived else ():
        assert 0 < len(item.text) <= 220
        for evidence in (item.evidence, *item.also):
            block = blocks[evidence.block]
            text = block.rows[evidence.cell[0]][evidence.cell[1]].text if evidence.cell else block.text
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert evidence.quote(source) == text[evidence.start : evidence.end]
            assert re.search(r"\w", evidence.quote(source))
        if item.kind is ItemKind.STARTER:
            assert "____" in item.text
    if derived:
        assert len(derived.items) >= 3
        assert not read_back(write(derived, source))[1]
