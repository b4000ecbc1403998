"""Headings of a Word document whose author uses no styles: short lines in bold or large type, above plain text.

They count as headings where the document has none by style, and where such a line comes again. The largest of all, at
the top, is the title.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from guidewright.readers import _docx
from guidewright.readers._xml import name, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidewright.readers._docx import Default, Style

_LONGEST, _MOST_WORDS = 100, 14
# Type that is larger than the text's by this much shows; sizes are in half points.
_LARGER = 1.15
# So many of a kind make headings, and of all lines they are no more than this.
_LEAST, _SHARE = 2, 0.5
_ENDS = tuple(".,;:…")
_LEVELS = 3


class _Look(NamedTuple):
    """How the words of a paragraph are set: the smallest of them in half points, and whether all are bold."""

    size: int
    bold: bool


_NONE = _Look(0, bold=False)


def mark(root: Any, styles: Mapping[str, Style], default: Default) -> None:  # noqa: ANN401
    """Give what looks like a title or a heading a style of ours, where no paragraph of the document has one."""
    if any(_docx.heading_of(each, styles) for each in root.iter("{*}p")):
        return
    body = _docx.child(root, "body")
    blocks = [each for each in body if name(each) == "tbl" or _docx.has_words(each)] if body is not None else []
    looks = {each: _look(each, styles, default) for each in blocks if name(each) == "p"}
    usual = _usual_size(looks)
    found = {each: look for each, look in looks.items() if _may_be_heading(each, look, usual, styles)}
    told = [
        each
        for above, each, below in zip([None, *blocks], blocks, blocks[1:], strict=False)
        if each in found and found.get(above) != found[each] and not (below in found and found[below] >= found[each])
    ]  # it stands above a text, or a heading of less weight
    kinds = Counter(found[each] for each in told)
    if told and told[0] is blocks[0] and found[told[0]] > max((found[each] for each in told[1:]), default=_NONE):
        _docx.restyle(told[0], _docx.TITLE)
    ranks = [look for look in sorted(kinds, reverse=True) if kinds[look] >= _LEAST]
    if sum(kinds[look] for look in ranks) > _SHARE * len(blocks):
        return
    for each in told:
        if found[each] in ranks:
            _docx.restyle(each, f"{_docx.HEADING}{min(ranks.index(found[each]) + 1, _LEVELS)}")


def _usual_size(looks: Mapping[Any, _Look]) -> int:
    sizes: Counter[int] = Counter()
    for paragraph, look in looks.items():
        sizes[look.size] += len(_text(paragraph))
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0


def _look(paragraph: Any, styles: Mapping[str, Style], default: Default) -> _Look:  # noqa: ANN401
    own = styles.get(_docx.value(paragraph, "pPr", "pStyle") or default.style, _docx.Style())
    sizes, bolds = [], []
    for run in _runs(paragraph):
        style = styles.get(_docx.value(run, "rPr", "rStyle"), _docx.Style())
        sizes.append(whole(_docx.value(run, "rPr", "sz"), style.size or own.size or default.size))
        bold = _docx.is_on(run, "rPr", "b")
        bolds.append(style.bold or own.bold if bold is None else bold)
    return _Look(min(sizes, default=default.size), bool(bolds) and all(bolds))


def _runs(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the runs of a paragraph that show words, those of boxes in it left out."""
    for each in paragraph.iter("{*}r"):
        if next(each.iterancestors("{*}p"), None) is paragraph and any(
            name(inner) == "t" and (inner.text or "").strip() for inner in each
        ):
            yield each


def _text(paragraph: Any) -> str:  # noqa: ANN401
    return "".join(inner.text or "" for run in _runs(paragraph) for inner in run if name(inner) == "t").strip()


def _may_be_heading(paragraph: Any, look: _Look, usual: int, styles: Mapping[str, Style]) -> bool:  # noqa: ANN401
    text = _text(paragraph)
    style = styles.get(_docx.value(paragraph, "pPr", "pStyle"), _docx.Style())
    listed = style.number or _docx.value(paragraph, "pPr", "numPr", "numId") not in {"", "0"}
    parted = any(name(each) in {"br", "tab", "drawing", "pict"} for run in _runs(paragraph) for each in run)
    shows = look.bold or look.size >= _LARGER * usual
    return (
        shows
        and 1 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and any(map(str.isalpha, text))
        and not text.endswith(_ENDS)
        and not (listed or parted or _docx.TOLD.fullmatch(style.name))
    )
