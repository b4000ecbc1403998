"""Writes down what the pipeline makes of the cases in tests/cases/articles, for `scripts/accept`. Read the diff."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidewright import article, corpus
from guidewright.writers import markdown

if TYPE_CHECKING:
    from guidewright.model import Outcome

CASES = Path(__file__).parent / "cases" / "articles"


def cases() -> list[Path]:
    """Return the folders of all cases, sorted by name."""
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def build(case: Path) -> Outcome:
    """Return what becomes of a case's source, with its metadata file if it has one."""
    path = next(each for each in sorted(case.glob("source.*")) if each.suffix not in corpus.METADATA_ENDINGS)
    found, notices = corpus.load_file(path)
    if len(found) != 1:
        msg = "; ".join(map(str, notices))
        raise ValueError(msg)
    return article.build(found[0])


def review(outcome: Outcome) -> str:
    """Return the verdicts as text: `fate | rule | line`, blank lines left out, notices at the end."""
    rows = [
        f"{v.fate.value:7} | {v.rule:18} | {v.line.text.encode('utf-8', 'replace').decode()}".rstrip()
        for v in outcome.verdicts
        if v.line.text.strip()
    ]
    return "\n".join([*rows, *(f"notice  | {notice}" for notice in outcome.notices)]) + "\n"


def guide(outcome: Outcome) -> str:
    """Return the written guide, or nothing where there is none."""
    return markdown.write(outcome.guide) if outcome.guide else ""


def main() -> None:
    """Write guide.md and review.txt of every case."""
    for case in cases():
        outcome = build(case)
        (case / "guide.md").write_text(guide(outcome), "utf-8")
        (case / "review.txt").write_text(review(outcome), "utf-8")


if __name__ == "__main__":
    main()
