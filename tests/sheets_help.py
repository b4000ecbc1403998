"""What the tests of worksheets share: a page read into sheet, HTML and complaints."""

from dataclasses import dataclass

import markdown

from guidewright.blocks import Worksheets, kinds


@dataclass
class Read:
    """A converted page."""

    html: str
    sheet: object
    faults: list


def read(text, *, extensions=(), **settings):
    """Convert a page; its sheet is None if it has no blocks."""
    sheets, faults = [], []
    ours = Worksheets(report=faults.append, collect=sheets.append, **settings)
    html = markdown.Markdown(extensions=[*extensions, ours]).convert(text)
    return Read(html, sheets[-1] if sheets else None, [str(fault) for fault in faults])


def every_block():
    """Return a page with every block there is, in every variant that draws in another way."""
    more = """
/// checklist | Choose one
    choose: 1
    other: 2
- This way
- That way
///

/// checklist | In order
    ordered: true
1. First this
2. Then that
///

/// table | With labels
    columns: Before | After
- Money
- Children
///

/// agreement | Without a date
    parties: Ann | Ben | Cem
    lines: 0
    date: false
///

/// scale | Bare
///
"""
    examples = "\n".join(kind.EXAMPLE for kind in kinds().values() if kind.NAME != "sheet")
    return f"# Every block\n\nAn *introduction*.\n\n{examples}\n{more}"
