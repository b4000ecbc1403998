"""The search index: what is in it, what is not, and that it is the same twice. tests/browser looks for things in it."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidewright import search, text
from guidewright.search import Page, Rules, Section

WORDS = [
    "partner",
    "therapy",
    "boundary",
    "boundaries",
    "refuse",
    "café",
    "naïve",
    "won’t",
    "counselling",
    "検索",
    "<b>",
]
CALL = re.compile(r'guidewrightSearch\("([^"]+)","([0-9a-f]{10})",(.*)\);\n', re.DOTALL)
prose = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
pages = st.lists(
    st.builds(
        lambda title, kind, said: (title, kind, tuple(Section(f"s{at}" if at else "", *each) for at, each in said)),
        prose,
        st.sampled_from(["guides", "topics"]),
        st.lists(st.tuples(prose, prose | st.text(max_size=40)), min_size=1, max_size=4).map(enumerate).map(tuple),
    ),
    max_size=6,
).map(
    lambda made: [
        Page(f"{kind}/{at}.md", f"{kind}/{at}/", title, kind, parts) for at, (title, kind, parts) in enumerate(made)
    ]
)


def page(name="a", title="Title", said="", heading=None, **more):
    parts = (Section("", "", said), *([Section("h", heading, said)] if heading else []))
    return Page(f"guides/{name}.md", f"guides/{name}/", title, "guides", parts, **more)


def opened(files):
    """Return the files' data by name, as a browser gets it, and their marks."""
    calls = {name: CALL.fullmatch(content.decode()) for name, content in files.items()}
    assert all(found and f"{found[1]}.js" == name for name, found in calls.items())
    return {name: json.loads(found[3]) for name, found in calls.items()}, {found[2] for found in calls.values()}


def where(files, word):
    """Return section -> score of a word, as the engine reads them, looking only where the engine would look."""
    data, _ = opened(files)
    bounds = data["index.js"]["bounds"]
    at = sum(bound.encode("utf-16-be") <= word.encode("utf-16-be") for bound in bounds) - 1
    here = data[f"w/{at}.js"]
    stem = here["also"].get(word) or next(
        (stem for stem, (_, forms, _) in here["words"].items() if word in forms.split()), None
    )
    if stem is None:
        return {}
    home = next(each["words"][stem] for name, each in data.items() if name.startswith("w/") and stem in each["words"])
    found = {}
    for score, *steps in home[2]:
        section = 0
        for step in steps:
            section += step
            found[section] = score
    return found


@settings(deadline=None, max_examples=40)
@given(pages)
def test_equal_pages_in_any_order_give_equal_bytes(made):
    assert search.index(made)[0] == search.index(reversed(made))[0]


@settings(deadline=None, max_examples=40)
@given(pages)
def test_every_word_of_every_section_leads_to_it(made):
    files, _ = search.index(made)
    number = 0
    for each in sorted(made, key=lambda each: (each.kind, each.source)):
        for at, part in enumerate(each.sections):
            said = f"{part.heading} {part.text} {'' if at else each.title}"
            for word in text.words(said.lower()):
                if text.key(word):
                    assert number in where(files, text.fold(word)), word
            number += 1


@settings(deadline=None, max_examples=40)
@given(pages)
def test_files_of_one_build_have_one_mark_and_nothing_that_ends_a_script(made):
    files, _ = search.index(made)
    _, marks = opened(files)
    assert len(marks) == 1
    assert not any(b"<" in content for content in files.values())


def test_the_mark_changes_with_the_pages():
    first, second = (opened(search.index([page(said=said)])[0])[1] for said in ("one thing", "another thing"))
    assert first != second


def test_a_title_weighs_more_than_a_heading_and_a_heading_more_than_text():
    made = [
        page("a", title="Trust"),
        page("b", heading="Trust", said="more"),
        page("c", said="Trust is a word among others"),
    ]
    found = where(search.index(made)[0], "trust")
    assert sorted(found, key=found.get, reverse=True) == [0, 2, 3]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("counselling", "counseling"), ("counselor", "counsellor"), ("sceptic", "skeptic"), ("skeptical", "sceptical"),
        ("behaviour", "behavior"), ("apologize", "apologise"), ("café", "cafe"), ("naïve", "naive"),
        ("boundary", "boundaries"), ("refuses", "refusing"), ("partner’s", "partners"), ("won’t", "wont"),
    ],
)  # fmt: skip
def test_forms_and_spellings_that_no_page_has_are_found_too(written, typed):
    assert where(search.index([page(said=written)])[0], typed)


def test_a_common_word_keeps_the_sections_that_say_most_about_it(monkeypatch):
    monkeypatch.setattr(search, "MOST_SECTIONS", 3)
    made = [page(f"{at:02}", title="Trust" if at == 7 else "Other", said="trust") for at in range(20)]
    found = where(search.index(made)[0], "trust")
    assert len(found) == 3
    assert max(found, key=found.get) == 7


def test_sections_are_what_a_reader_sees():
    html = """
        <h1 id="t">Title<a class="headerlink" href="#t">#</a></h1><p>Before &amp; <em>after</em>.</p><!-- a comment -->
        <h2 id="one">One<a class="headerlink" href="#one" title="Link">#</a></h2>
        <p>First</p><p>Second</p><script>never()</script><style>p {}</style><button>Save</button>
        <div><h3 id="two"><code>Two</code> &lt;b&gt;</h3><ul><li>Item</li><li>Other</li></ul></div><h2>No anchor</h2>
    """
    assert search.sections(html) == (
        Section("", "", "Before & after."),
        Section("one", "One", "First · Second"),
        Section("two", "Two <b>", "Item · Other · No anchor"),
    )


@given(st.text())
def test_any_text_is_a_page(said):
    assert search.sections(said)


def test_rules_are_read():
    rules, notices = search.parse(
        "search.yml",
        "same:\n  - [affair, cheating]\nalso:\n  waste of time: [sceptic]\nabout:\n  guides/b.md#part: [broke]\n"
        "first:\n  guides/a.md: [hits me]\nignore: [hello]\n",
    )
    assert notices == ()
    assert rules == Rules(
        same=(("affair", "cheating"),),
        also=(("waste of time", ("sceptic",)),),
        about=(("guides/b.md#part", ("broke",)),),
        first=(("guides/a.md", ("hits me",)),),
        ignore=("hello",),
    )
    assert search.parse("search.yml", "# nothing yet\n") == (Rules(), ())


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        ("same:\n  - [one, two\n", 3, "expected"),
        ("same: 7\n", 1, "must be a list"),
        ("same:\n  - [one, two]\n  - [alone]\n", 3, "“alone” stands alone"),
        ("same:\n  - [yes, agree]\n", 2, "quotation marks"),
        ("similar:\n  - [one, two]\n", 1, "there is no key `similar`"),
        ("ignore:\n  - fine\n  - '???'\n", 3, "no word"),
        ("also:\n  fine: [one]\n  wrong: two\n", 3, "must be a list"),
        ("- one\n", 1, "`key: value`"),
    ],
)
def test_what_is_wrong_with_rules_is_told_with_its_line(written, line, says):
    rules, notices = search.parse("docs/search.yml", written)
    assert rules == Rules()
    assert (notices[0].source, notices[0].line, notices[0].error) == ("docs/search.yml", line, True)
    assert says in notices[0].text


def test_a_rule_for_a_page_or_section_that_is_not_there_is_told():
    wrong = Rules(about=(("guides/a.md#gone", ("fear",)),), first=(("guides/gone.md", ("danger",)),))
    _, complaints = search.index([page("a")], wrong)
    assert complaints == [
        "`about` names guides/a.md#gone, and there is no such section in the site",
        "`first` names guides/gone.md, and there is no such page in the site",
    ]


def test_rules_reach_the_page_or_section_that_they_name():
    rules = Rules(about=(("guides/b.md", ("broke",)), ("guides/b.md#h", ("skint",))))
    data, _ = opened(search.index([page("a"), page("b", heading="Part")], rules)[0])
    assert [rule[:2] for rule in data["index.js"]["about"]] == [[1, 0], [1, 1]]


def test_a_page_knows_which_others_treat_what_it_is_about():
    made = [page("a"), page("b", kin=(("guides/a.md", 0.5), ("guides/gone.md", 1.0)))]
    assert opened(search.index(made)[0])[0]["index.js"]["kin"] == [[1, 0, 50]]


def test_words_of_rules_are_known_even_if_no_page_has_them():
    files, _ = search.index([page(said="husbands")], Rules(same=(("partner", "hubby"),)))
    data, _ = opened(files)
    assert "hubby" in data["words.js"]["words"].split()
    assert len(data["words.js"]["words"].split()) == len(data["words.js"]["often"])
