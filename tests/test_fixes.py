"""`fixes:` in a metadata file: an editor's words come before every rule, and what they do not change is told."""

from guidewright import article
from guidewright.model import Fate, Metadata, Outcome, Source

PROSE = "Ask for one hour a week in which nobody has to decide anything, and put it into the calendar of both of you."
PAGE = f"<h1>A quiet hour</h1><nav><ul><li>Home</li><li>About us</li></ul></nav><p>{PROSE}</p><p>{PROSE[::-1]}</p>"


def build(name: str, text: str, *fixes: tuple[str, str]) -> Outcome:
    return article.build(Source(name, text.encode(), name[name.index(".") :], Metadata(fixes=fixes)))


def test_a_fix_in_a_line_that_markup_takes_is_told_with_the_rule_and_changes_nothing() -> None:
    plain = build("quiet.html", PAGE)
    fixed = build("quiet.html", PAGE, ("About us", "About me"))
    line = next(each.line.number for each in plain.verdicts if each.line.says == "About us")
    told = next(each for each in fixed.notices if each.line == line)
    rule = plain.verdicts[line - 1].rule
    assert str(told).startswith(f"quiet.html:{line}: `fixes:` mends a line that {rule} removes")
    assert f"`rules_off: [{rule}]`" in told.text
    assert not told.error
    assert fixed.guide is not None
    assert plain.guide is not None
    assert fixed.guide.blocks == plain.guide.blocks


def test_rules_see_a_line_as_it_was_fixed() -> None:
    text = f"A quiet hour\n\n{PROSE}\n\nSign up for our newsletter\n\n{PROSE[::-1].capitalize()}\n"
    assert build("quiet.txt", text).verdicts[4].rule == "newsletter-plug"
    kept = build("quiet.txt", text, ("Sign up for our newsletter", "Sign up for the class together."))
    assert (kept.verdicts[4].fate, kept.verdicts[4].rule) == (Fate.MENDED, "editor-fix")
    assert not kept.notices


def test_a_line_that_is_fixed_and_flagged_shows_the_fix_and_keeps_its_flag() -> None:
    text = (
        f"A quiet hour\n\n{PROSE}\n\nI lernt this late. Click here to read the story.\n\n{PROSE[::-1].capitalize()}\n"
    )
    verdict = build("quiet.txt", text, ("lernt", "learnt")).verdicts[4]
    assert verdict.text == "I learnt this late. Click here to read the story."
    assert "Click here" in verdict.flag
