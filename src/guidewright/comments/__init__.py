"""Readers' comments: a removed thread read as comments, each judged, and the genuine ones made fit to be published.

    elements.py the names of a web page's elements -> which part of a comment a line is
    parse.py    verdicts -> comments (author, date, body, whom it answers)
    spam.py     a comment and its article -> what speaks for spam, with reasons
    trained.py  the same with learned weights, where an editor has trained some
    publish.py  genuine comments without names and contact details -> verdicts and blocks of the guide

By default no comment is published. `of(outcome)` shows what a thread holds; nothing on the way of an article without
`comments:` in its metadata asks for it, so that it costs nothing there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from guidewright.comments import spam
from guidewright.comments.parse import PUBLISHED, Comment, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidewright.comments.trained import Model
    from guidewright.model import Outcome, Verdict

__all__ = ["Comment", "Judged", "about", "as_json", "judged", "of", "repeated", "summary"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A comment with its judgement. `reasons` complete "it is spam: ...", the weightiest first.

    A genuine comment can have reasons, too: what spoke against it and was not enough. `score` is the sum of their
    points, or what a trained model makes of them.
    """

    comment: Comment
    spam: bool
    score: float
    reasons: tuple[str, ...] = ()


def of(outcome: Outcome, *, elsewhere: frozenset[str] = frozenset(), model: Model | None = None) -> tuple[Judged, ...]:
    """Return the comments below an article, judged, in order; none where no thread was removed.

    `elsewhere` is what `repeated` found in the corpus; `model` is a trained judge to ask instead of the points.
    """
    return judged(outcome.verdicts, elsewhere=elsewhere, model=model)


def judged(
    verdicts: Sequence[Verdict], *, elsewhere: frozenset[str] = frozenset(), model: Model | None = None
) -> tuple[Judged, ...]:
    """Return the comments that the verdicts took away, judged."""
    found = parse(verdicts)
    known = about(verdicts, elsewhere) if found else spam.About()
    return tuple(_judge(each, known, model) for each in found)


def about(verdicts: Iterable[Verdict], elsewhere: frozenset[str] = frozenset()) -> spam.About:
    """Return what the judge needs to know of an article: its words and script, and what the corpus repeats."""
    text = " ".join(each.text for each in verdicts if each.text and each.rule != PUBLISHED)
    return spam.About(frozenset(spam.folded(text).split()), spam.script_of(text), elsewhere)


def repeated(outcomes: Iterable[Outcome]) -> frozenset[str]:
    """Return the comments that stand under two articles or more, as `about` wants them."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts.update({spam.folded(each.text) for each in parse(outcome.verdicts)})
    return frozenset(text for text, count in counts.items() if count > 1 and text)


def summary(found: Sequence[Judged]) -> str:
    """Return how many there are, in words: "23 comments: 19 genuine, 4 spam"; empty where there are none.

    What its site did not approve is counted apart where there is any.
    """
    if not found:
        return ""
    held = sum(each.comment.held for each in found)
    count = sum(each.spam and not each.comment.held for each in found)
    comments = "1 comment" if len(found) == 1 else f"{len(found)} comments"
    apart = f", {held} not approved" if held else ""
    return f"{comments}: {len(found) - count - held} genuine, {count} spam{apart}"


def as_json(found: Iterable[Judged]) -> list[dict[str, Any]]:
    """Return the comments as plain data for JSON. It holds names and stories: it is for the editor alone."""
    return [
        {**asdict(each.comment), "spam": each.spam, "score": round(each.score, 3), "reasons": list(each.reasons)}
        for each in found
    ]


def _judge(comment: Comment, known: spam.About, model: Model | None) -> Judged:
    signals = spam.judge(comment, known)
    reasons = tuple(each.because for each in signals)
    if model is None:
        return Judged(comment, spam.is_spam(signals), sum(each.points for each in signals), reasons)
    score, features = model.score(comment, signals)
    return Judged(comment, score > 0, score, (*reasons, *features))
