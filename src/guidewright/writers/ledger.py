r"""The ledger: what became of every line of a source, as JSON lines. It holds the source: nothing is lost silently.

The first record names the source; then comes one record a line, in order:

    {"source": "003.txt", "slug": "...", "ruleset": "6f...", "lines": 211, "kept": 14, "removed": 94, ...}
    {"line": 211, "fate": "removed", "rule": "cookie-notice", "because": "it asks ...", "text": "..."}

`text` is the source line as it stands (undecodable bytes as \\udcXX escapes), `end` its line break where that is not
"\\n", `encoding` what both are encoded in where that is UTF-16 or UTF-32, `becomes` the text that goes on where it is
another.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from guidewright.model import Fate

if TYPE_CHECKING:
    from guidewright.model import Outcome, Verdict


def write(outcome: Outcome) -> str:
    """Return the whole ledger of one source, each record on a line of its own."""
    fates = Counter(verdict.fate for verdict in outcome.verdicts)
    head: dict[str, object] = {
        "source": outcome.source_id,
        "slug": outcome.guide.slug if outcome.guide else None,
        "ruleset": outcome.ruleset,
        "lines": len(outcome.verdicts),
        **{fate.value: fates[fate] for fate in Fate},
        "notices": [str(notice) for notice in outcome.notices],
    }
    return "".join(_dump(record) + "\n" for record in (head, *map(_record, outcome.verdicts)))


def _record(verdict: Verdict) -> dict[str, object]:
    line = verdict.line
    record: dict[str, object] = {"line": line.number, "fate": verdict.fate.value}
    if verdict.rule:
        record |= {"rule": verdict.rule, "because": verdict.because}
    if line.where.path:
        record["where"] = line.where.path
    record["text"] = line.text
    if line.end != "\n":
        record["end"] = line.end
    if line.encoding:
        record["encoding"] = line.encoding
    if verdict.text is not None and verdict.text != line.text:
        record["becomes"] = verdict.text
    if verdict.lifts:
        record["lifts"] = dict(verdict.lifts)
    if verdict.score is not None:
        record["score"] = round(verdict.score, 4)
    if verdict.flag:
        record["flag"] = verdict.flag
    return record


def _dump(record: dict[str, object]) -> str:
    text = json.dumps(record, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a byte that is not text: JSON can only hold it escaped
        return json.dumps(record)
    return text
