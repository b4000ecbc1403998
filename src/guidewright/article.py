"""build(Source, Context) -> Outcome: the pure function that an engine maps over millions of articles."""

from __future__ import annotations

import hashlib
import json
import traceback
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from guidewright import comments, proof, readers, refusal, rules, words
from guidewright.comments import publish
from guidewright.comments.parse import RULES as THREADS
from guidewright.find import leave_uncounted
from guidewright.model import Context, Fate, Front, Guide, Kind, Notice, Outcome, Rule, Span, Stage
from guidewright.rights import lifted_licence, permits
from guidewright.rules.scored import SCORED, look_for_title, title_of
from guidewright.shape import shape
from guidewright.sift import EDITOR_FIX, flowed, sift
from guidewright.slug import slugify
from guidewright.writers import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidewright.model import Block, Metadata, Page, Source, Verdict
    from guidewright.shape import Shaped

_SITE_FURNITURE = "site-furniture"
# From this length on a paragraph's signs are counted; and what may be copied for them, in characters: some seconds.
_LONG = 20_000
_MOST_COPIED = 2_500_000_000
_NO_SIGNS = str.maketrans("", "", "\\`*_[]{}<>|~^")
# What is left of the scorer where its rule is off.
_TITLE = Rule("title", "the scorer takes it for the title", look_for_title, "", stage=Stage.SCORER)
_HOME = Path(__file__).parent
_REPORT = "a fault of ours: please report it"


def build(source: Source, context: Context | None = None) -> Outcome:
    """Return the guide that a source makes, with a verdict for every line, or notices that say why there is none.

    Never raises for anything a source or an editor can do wrong; a broken promise (see `proof`) is an error notice,
    too, and gives no guide.
    """
    context = context or Context()
    strange = context.rules_off.difference(rule_names()) if context.rules_off else ()
    refused = f"there is no rule {min(strange)} to be switched off; `guidewright rules` lists them" if strange else ""
    refused = refused or refusal.reason(source)
    if refused:
        return Outcome(source.id, rules.digest(), None, (), (Notice(source.id, 0, refused, error=True),))
    page = readers.read(source)
    fixes, complaints = _fixes(flowed(page), source.metadata)
    complaints = [*page.complaints, *complaints]
    if complaints:
        return Outcome(source.id, rules.digest(), None, sift(page, ()), tuple(complaints))
    used = [
        *(_fix(number, text) for number, text in fixes.items()),
        *_other_title(source.metadata.title),
        *(rule for rule in (*rules.all_rules(), *_furniture(context)) if rule.name not in context.rules_off),
        *((_TITLE,) if SCORED in context.rules_off else ()),
    ]
    verdicts = sift(page, used)
    title = " ".join((source.metadata.title or page.title).split())
    shaped = shape(verdicts, title=title, final=bool(source.metadata.title), title_line=title_of(page))
    notices = [*_notices(source, page, verdicts, shaped), *_lost(source, fixes, verdicts)]
    if not any(block.kind is not Kind.HEADING for block in shaped.blocks):
        remedy = "see the review page for what was removed; switch a wrong rule off or adopt the guide by hand"
        notices.append(Notice(source.id, 0, f"no article was found in it: {remedy}", error=True))
        return Outcome(source.id, rules.digest(), None, verdicts, tuple(notices))
    guide = _guide(source, page, verdicts, shaped, context)
    if publish.wanted(source.metadata.extra):
        found = comments.judged(verdicts, elsewhere=context.comments)
        verdicts, beside = publish.publish(verdicts, found, fixes)
        guide = replace(guide, comments=beside)
        notices.extend(_published(source, found, beside))
    outcome = Outcome(source.id, rules.digest(), guide, verdicts, tuple(notices))
    return _without(
        outcome, proof.of_lines(source, verdicts) + proof.of_words(guide, verdicts, title_line=shaped.title_line)
    )


def rule_names() -> tuple[str, ...]:
    """Return the names that an editor may switch off."""
    return (*(rule.name for rule in rules.all_rules()), _SITE_FURNITURE)


def build_proven(source: Source, context: Context | None = None) -> Outcome:
    """Like `build`, and render the guide to prove that the page shows what the source typed, and nothing else.

    Rendering takes some milliseconds an article; `build` alone proves lines and words.
    """
    outcome = build(source, context)
    if outcome.guide is None:
        return outcome
    endless = tuple(_endless(outcome.guide))
    if endless:
        return replace(outcome, guide=None, notices=(*outcome.notices, *endless))
    return _without(outcome, proof.of_page(outcome.guide, proof.render(markdown.write(outcome.guide, anchors=True))))


def _endless(guide: Guide) -> Iterator[Notice]:
    """Complain of paragraphs that would take too long to render.

    Python-Markdown copies a paragraph for each sign of Markdown and each link in it; no article has one of thousands.
    """
    for block in guide.blocks:
        size = len(block.text)
        if size > _LONG:
            signs = size - len(block.text.translate(_NO_SIGNS)) + len(block.marks)
            if signs * size > _MOST_COPIED:
                said = f"a paragraph of {size:,} characters with {signs:,} signs and links takes too long to render"
                text = f"{said}: break it up in the source, or take the signs out of it"
                yield Notice(guide.front.source, block.first, text, error=True)


def crashed(source_id: str, error: Exception) -> Outcome:
    """Return the outcome of a source at which our own code broke, which nobody foresaw: an error that names the place.

    `build` lets such an error through, so that a test sees it; what runs over many articles goes on with the next.
    """
    return Outcome(source_id, rules.digest(), None, (), (fault(source_id, error),))


def fault(source_id: str, error: Exception) -> Notice:
    """Return what to tell of an error that nobody foresaw: what it is and in which of our lines."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_HOME)]
    place = f" in {Path(ours[-1].filename).relative_to(_HOME)}, line {ours[-1].lineno}" if ours else ""
    said = f"it breaks this program: {type(error).__name__}{place}: {error}"
    return Notice(source_id, 0, f"{said} ({_REPORT})", error=True)


def _without(outcome: Outcome, broken: Iterable[str]) -> Outcome:
    """Return the outcome; where promises are broken, without its guide and with an error for each."""
    errors = tuple(Notice(outcome.source_id, 0, f"{each} ({_REPORT})", error=True) for each in broken)
    return replace(outcome, guide=None, notices=(*outcome.notices, *errors)) if errors else outcome


def _fixes(page: Page, metadata: Metadata) -> tuple[dict[int, str], list[Notice]]:
    """Return the lines that the editor's fixes mend, by number, as they then are, and what is wrong with the fixes.

    Each must match exactly once, in one line as rules see it.
    """
    complaints: list[Notice] = []
    mended: dict[int, str] = {}
    for find, becomes in metadata.fixes:
        said = [(line.number, mended.get(line.number, line.says)) for line in page.lines]
        hits = [(number, text) for number, text in said if find and find in text]
        count = sum(text.count(find) for _, text in hits)
        if count != 1:
            remedy = "copy the words from the source as they stand, on one line" if not count else "make it longer"
            text = f"the fix for “{find}” matches {count} times and must match exactly once: {remedy}"
            complaints.append(Notice(page.source_id, hits[0][0] if hits else 0, text, error=True))
            continue
        mended[hits[0][0]] = hits[0][1].replace(find, becomes)
    return mended, complaints


def _fix(number: int, text: str) -> Rule:
    """Return the rule of a line that the editor mended: it comes before all others, and they see the new text."""
    fate = Fate.MENDED if text.strip() else Fate.REMOVED
    span = Span(number, number, becomes=text if fate is Fate.MENDED else None)
    return Rule(EDITOR_FIX, "the editor’s fix says so", lambda _page: (span,), "", fate=fate, stage=Stage.FIXES)


def _furniture(context: Context) -> tuple[Rule, ...]:
    """Return the rule for lines that recur on the pages of the source's site, where the survey found any."""
    if not context.furniture:
        return ()

    def find(page: Page) -> Iterator[Span]:
        found = [line.number for line in page.lines if line.says.strip() in context.furniture]
        leave_uncounted(page, found)
        for number in found:
            yield Span(number, number)

    return (Rule(_SITE_FURNITURE, "it recurs on three or more pages of its site", find, ""),)


def _other_title(title: str) -> tuple[Rule, ...]:
    """Return the rules for a page's own title, its h1 or what looks like one, if an editor gave another."""
    if not title:
        return ()

    def find(page: Page) -> Iterator[Span]:
        tops = [line for line in page.lines if line.where.kind is Kind.HEADING and line.where.level == 1]
        said = " ".join(line.says.strip() for line in tops)
        if sum(not line.where.continues for line in tops) == 1 and said.split() != title.split():
            for line in tops:
                yield Span(line.number, line.number, lifts=(("title", said),))

    def find_in_text(page: Page) -> Iterator[Span]:
        number = title_of(page)
        for line in page.lines:
            if line.number == number and line.says.split() != title.split():
                yield Span(line.number, line.number, lifts=(("title", line.says.strip()),))

    because = "the editor gave the guide another title"
    return tuple(
        Rule("other-title", because, finder, "", fate=Fate.LIFTED, stage=stage)
        for finder, stage in ((find, Stage.MARKUP), (find_in_text, Stage.LEFT))  # the scorer finds a text's title
    )


def _guide(source: Source, page: Page, verdicts: Iterable[Verdict], shaped: Shaped, context: Context) -> Guide:
    front = _front(source, page, verdicts, shaped)
    slug = slugify(context.slug or source.metadata.slug or front.title)
    count = proof.count(proof.texts(shaped.title, shaped.blocks, numbers=False))
    return Guide(
        slug, front.title, shaped.blocks, front, words=count, digest=_digest(source), extra=source.metadata.extra
    )


def _front(source: Source, page: Page, verdicts: Iterable[Verdict], shaped: Shaped) -> Front:
    """An editor's word first, then what the text says, then what the format states."""
    lifted: dict[str, str] = {}
    for verdict in verdicts:
        for key, value in verdict.lifts:
            lifted.setdefault(key, value)
    for key, value in page.found:
        lifted.setdefault(key, value)
    said = source.metadata
    rights = lifted.get("rights", "")
    reserved = "All rights reserved" if "all rights reserved" in rights.lower() else ""
    licence = said.licence or lifted.get("licence", "") or lifted_licence(rights) or reserved
    return Front(
        title=shaped.title or source.id,
        source=source.id,
        author=said.author or lifted.get("author", ""),
        publisher=said.publisher or lifted.get("publisher", ""),
        url=said.url or lifted.get("url", ""),
        licence=licence,
        rights=rights,
        retrieved=said.retrieved,
        published=lifted.get("published", ""),
        language=said.language or page.language or words.language_of(block.text for block in shaped.blocks),
        summary=said.summary,
        key_points=said.key_points,
        worksheet=said.worksheet,
        draft=not permits(licence),
    )


def _notices(source: Source, page: Page, verdicts: Iterable[Verdict], shaped: Shaped) -> Iterator[Notice]:
    for verdict in verdicts:
        if verdict.flag:
            yield Notice(source.id, verdict.line.number, verdict.flag)
    nulls = [line.number for line in page.lines if "\0" in line.text]
    if nulls:
        yield Notice(source.id, nulls[0], "it holds a NUL character, which shows as nothing; check the line")
    adrift = [each.line.number for each in verdicts if each.line.number in page.adrift and each.text]
    if adrift:
        text = f"it has links to pages of its own site ({len(adrift)} lines), which are text now"
        yield Notice(source.id, adrift[0], f"{text}: write its address into `url:` of its metadata file")
    if not shaped.title and not source.metadata.title:
        yield Notice(source.id, 0, "no title was found; give it one with `title:` in its metadata file")


def _lost(source: Source, fixes: Iterable[int], verdicts: Sequence[Verdict]) -> Iterator[Notice]:
    """Tell of fixes in lines that another rule takes, so that nobody sees them."""
    shown = publish.wanted(source.metadata.extra)
    for number in fixes:
        verdict = verdicts[number - 1]
        if verdict.fate is Fate.REMOVED and verdict.rule != EDITOR_FIX and not (shown and verdict.rule in THREADS):
            remedy = f"take the fix out, or keep the line with `rules_off: [{verdict.rule}]`"
            yield Notice(source.id, number, f"`fixes:` mends a line that {verdict.rule} removes: {remedy}")


def _published(source: Source, found: Sequence[comments.Judged], beside: Sequence[Block]) -> Iterator[Notice]:
    """Ask the editor to read the comments that are published: no rule knows all the names in a sentence."""
    if not found:
        yield Notice(source.id, 0, f"`comments: {publish.KEEP}` finds no comments in it; leave that line out")
    elif beside:
        text = f"readers’ comments are published ({comments.summary(found)}); read them on the review page: a name"
        yield Notice(source.id, beside[0].first, f"{text} inside a sentence may have stayed; mend it with `fixes:`")
    else:
        text = f"none of its readers’ comments is published ({comments.summary(found)})"
        yield Notice(source.id, 0, f"{text}: spam, not approved, or nameless; the ledger says why")


def _digest(source: Source) -> str:
    """Return a digest of all that a guide is made from, but for its Context: source, metadata, ruleset."""
    sums = hashlib.sha256(source.raw)
    made_of = ("", source.id, source.media_type, _as_json(source.metadata), rules.digest())
    sums.update("\0".join(made_of).encode("utf-8", "surrogatepass"))
    return sums.hexdigest()[:16]


@lru_cache(maxsize=16)
def _as_json(metadata: Metadata) -> str:
    """Return what an editor says as JSON; of most sources, nothing."""
    said = {each.name: getattr(metadata, each.name) for each in fields(metadata)}
    return json.dumps(said, sort_keys=True, ensure_ascii=False)


def with_slug(outcome: Outcome, slug: str) -> Outcome:
    """Return the outcome with another address for its guide."""
    return outcome if outcome.guide is None else replace(outcome, guide=replace(outcome.guide, slug=slug))
