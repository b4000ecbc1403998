"""The review page: source and guide side by side, every line with what became of it and why. For the editor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import jinja2

from guidewright import comments
from guidewright.model import Fate, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidewright.model import Block, Outcome, Verdict

_LABELS = {
    Kind.ITEM: "list item",
    Kind.QUOTE: "quotation",
    Kind.CODE: "code",
    Kind.TABLE: "table",
    Kind.IMAGE: "picture",
}
# A source line is shown up to this many characters; the ledger holds the rest.
_SHOWN = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """One source line as the page shows it."""

    number: int
    fate: str
    rule: str
    because: str
    source: str
    guide: str
    label: str
    flag: str


def write(outcomes: Iterable[Outcome]) -> str:
    """Return one self-contained HTML page for all outcomes: no request leaves it, all source text is escaped."""
    shown = [
        (outcome, [_row(outcome, verdict) for verdict in outcome.verdicts], comments.summary(comments.of(outcome)))
        for outcome in outcomes
    ]
    counts: Counter[tuple[str, str]] = Counter()
    for _, rows, _ in shown:
        counts.update((row.rule, row.fate) for row in rows if row.rule)
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("guidewright.writers", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("review.html.jinja")
    return template.render(articles=shown, counts=sorted(counts.items()), fates=list(Fate))


def _row(outcome: Outcome, verdict: Verdict) -> Row:
    text = verdict.text if verdict.text is not None else ""
    return Row(
        number=verdict.line.number,
        fate=verdict.fate.value,
        rule=verdict.rule,
        because=verdict.because or "",
        source=_visible(verdict.line.text),
        guide=_visible(text),
        label=_label(outcome, verdict) if text.strip() else "",
        flag=verdict.flag,
    )


def _visible(text: str) -> str:
    cut = text[:_SHOWN] + (f" … ({len(text) - _SHOWN} more characters)" if len(text) > _SHOWN else "")
    return cut.encode("utf-8", "replace").decode("utf-8")


def _label(outcome: Outcome, verdict: Verdict) -> str:
    guide = outcome.guide
    if guide is None:
        return ""
    if (verdict.text or "").strip() == guide.title:
        return "title"
    block = _block_of(guide.blocks, verdict.line.number)
    if block is None or block.kind is Kind.PARAGRAPH:
        return ""
    return f"heading {block.level}" if block.kind is Kind.HEADING else _LABELS.get(block.kind, "")


def _block_of(blocks: tuple[Block, ...], number: int) -> Block | None:
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        if blocks[middle].last < number:
            low = middle + 1
        else:
            high = middle
    return blocks[low] if low < len(blocks) and blocks[low].first <= number else None
