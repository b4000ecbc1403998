"""Words where mammoth does not look for them, put where it does: in fields, glosses, formulas, boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from guidewright.readers._docx import Style, attribute, child, has_words, is_on, made, space, value
from guidewright.readers._xml import name

if TYPE_CHECKING:
    from collections.abc import Mapping

# What is around words and that mammoth leaves out with them: directions, a gloss and what it is on, shapes.
_AROUND = frozenset({
    "arc", "bdo", "curve", "dir", "line", "oMathPara", "oval", "polyline", "rt", "ruby", "rubyBase",
})  # fmt: skip
# A word of a field's instruction: a switch, or what is quoted or not.
_TOKEN = re.compile(r'\\(\w)|"([^"]*)"|([^\s\\]\S*)')
# What stays of a run that is hidden: where a field that may not be hidden begins and ends.
_UNSEEN = frozenset({"rPr", "fldChar", "instrText"})
_KNOWN = {"cr": "br", "ptab": "tab"}
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-\u2212", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_INDEX = re.compile(r"[+\u2212-]?\d+")
_SIMPLE = re.compile(r"\w*")


def shown(root: Any) -> None:  # noqa: ANN401 - lxml's element types are private
    """Make of a part what mammoth reads every word of."""
    word = space(root)
    for each in list(root.iter("{*}AlternateContent")):
        _choose(each, f"{word}t")
    for each in list(root.iter(f"{word}drawing")):
        _take_out_boxes(each, f"{word}txbxContent")
    for each in list(root.iter(f"{word}fldSimple")):
        _open_field(each)
    _mend_fields(root, word)
    for each in root.iter(f"{word}ruby"):
        _put_gloss_behind(each)
    for each in list(root.iter("{*}checkbox")):  # what stands in it is its sign
        each.getparent().remove(each)
    for each in list(root.iter("{*}oMath")):
        text = made(root, "t", " ".join(_formula(each).split()))
        _replace(each, _run(root, text))
    for each in list(root.iter()):
        if name(each) in _AROUND:
            _replace(each, *each)
        elif each.tag in {f"{word}cr", f"{word}ptab"}:
            each.tag = f"{word}{_KNOWN[name(each)]}"
        elif each.tag == f"{word}br" and attribute(each, "type") in {"page", "column"}:
            each.addprevious(made(root, "t", " "))


def take_out_hidden(root: Any, styles: Mapping[str, Style]) -> int:  # noqa: ANN401
    """Take out the text that Word hides; return how many stretches of it there were."""
    word = space(root)
    hidden = {key for key, style in styles.items() if style.hidden}
    unseen = {each for each in root.iter(f"{word}p") if value(each, "pPr", "pStyle") in hidden}
    stretches = 0
    last = None  # the paragraph of the run before, where that was hidden
    touched = []
    for run in list(root.iter(f"{word}r")):
        paragraph = next(run.iterancestors(f"{word}p"), None)
        seen = [each for each in run if name(each) not in _UNSEEN]
        if paragraph is None or not seen:
            continue
        own = is_on(run, "rPr", "vanish")
        by_style = paragraph in unseen or value(run, "rPr", "rStyle") in hidden
        if not (by_style if own is None else own):
            last = None
            continue
        if has_words(run) and last is not paragraph:
            stretches += 1
            last = paragraph
            touched.append(paragraph)
        for each in seen:
            run.remove(each)
    for paragraph in touched:
        properties = child(paragraph, "pPr")
        if properties is not None and not has_words(paragraph):  # it is no item that counts
            paragraph.remove(properties)
    return stretches


def _replace(element: Any, *others: Any) -> None:  # noqa: ANN401
    for each in others:
        element.addprevious(each)
    element.getparent().remove(element)


def _run(like: Any, *inside: Any) -> Any:  # noqa: ANN401
    run = made(like, "r")
    run.extend(inside)
    return run


def _choose(element: Any, text: str) -> None:  # noqa: ANN401
    """Take what is meant for older programs, as mammoth does, unless the words are in the other."""
    choice, fallback = child(element, "Choice"), child(element, "Fallback")
    said = fallback is not None and next(fallback.iter(text), None) is not None
    chosen = fallback if said or choice is None else choice
    _replace(element, *(() if chosen is None else chosen))


def _take_out_boxes(drawing: Any, box: str) -> None:  # noqa: ANN401
    """Put the boxes of text in a drawing where older programs have them."""
    boxes = [each for each in drawing.iter(box) if next(each.iterancestors(box), None) is None]
    if boxes:
        picture = made(boxes[0], "pict")
        picture.extend(boxes)
        drawing.addnext(picture)


def _open_field(field: Any) -> None:  # noqa: ANN401
    """Write a field in the long way."""
    begin, separate, end = (
        _run(field, made(field, "fldChar", fldCharType=each)) for each in ("begin", "separate", "end")
    )
    instruction = _run(field, made(field, "instrText", attribute(field, "instr")))
    _replace(field, begin, instruction, separate, *field, end)


def _mend_fields(root: Any, word: str) -> None:  # noqa: ANN401
    """Mend the instruction of every field, which may be torn and have another field inside."""
    fields: list[list[Any]] = []
    for each in root.iter(f"{word}fldChar", f"{word}instrText"):
        if name(each) == "instrText":
            for field in fields[-1:]:
                field.append(each)
        elif attribute(each, "fldCharType") == "begin":
            fields.append([])
            _show_box(each)
        elif fields:
            _mend_link(fields[-1])
            if attribute(each, "fldCharType") == "end":
                fields.pop()


def _show_box(begin: Any) -> None:  # noqa: ANN401
    """Write the sign of a box to tick behind the beginning of its field."""
    box = child(begin, "ffData", "checkBox")
    if box is not None:
        ticked = is_on(box, "checked")
        begin.addnext(made(begin, "t", "☒" if (is_on(box, "default") if ticked is None else ticked) else "☐"))


def _mend_link(instruction: list[Any]) -> None:
    """Leave of a link's instruction its address, which mammoth takes everything for; empty the list."""
    words = _TOKEN.findall("".join(each.text or "" for each in instruction))
    pieces, instruction[:] = list(instruction), []
    if words and words[0][2].upper() == "FORMCHECKBOX":  # whose sign is text now
        pieces[0].text = ""
    if not words or words[0][2].upper() != "HYPERLINK":
        return
    address = place = switch = ""
    for named, quoted, bare in words[1:]:
        if not named and switch == "l":
            place = quoted or bare
        elif not named and switch not in {"o", "t"}:
            address = address or quoted or bare.strip('"')
        switch = named
    for each in pieces:
        each.text = ""
    if address:
        pieces[0].text = f'HYPERLINK "{address}{place and "#"}{place}"'
    elif place:
        pieces[0].text = f'HYPERLINK \\l "{place}"'


def _put_gloss_behind(ruby: Any) -> None:  # noqa: ANN401
    gloss, base, settings = child(ruby, "rt"), child(ruby, "rubyBase"), child(ruby, "rubyPr")
    if settings is not None:
        ruby.remove(settings)
    if gloss is not None and base is not None:
        base.addnext(gloss)
        gloss.insert(0, _run(ruby, made(ruby, "t", "(")))
        gloss.append(_run(ruby, made(ruby, "t", ")")))


def _formula(element: Any) -> str:  # noqa: ANN401
    """Return a formula as one writes it in a line: x² + (a+b)/c."""
    kind = name(element)
    if kind == "t":
        return element.text or ""
    said = [_formula(each) for each in element]
    if kind == "f":
        return "/".join(_grouped(each) for each in said if each)
    if kind in {"sup", "deg"}:
        return _beside("^", "".join(said), _RAISED)
    if kind in {"sub", "lim"}:
        return _beside("_", "".join(said), _LOWERED)
    if kind == "rad":
        return f"{''.join(said[:-1])}√{_grouped(said[-1])}" if said else ""
    if kind == "nary":
        return (value(element, "naryPr", "chr") or "∫") + "".join(said)
    if kind == "d":
        begin, end = (
            ""
            if child(element, "dPr", key) is not None and not value(element, "dPr", key)
            else value(element, "dPr", key) or default
            for key, default in (("begChr", "("), ("endChr", ")"))
        )
        return begin + (value(element, "dPr", "sepChr") or "|").join(filter(None, said)) + end
    return (" " if kind in {"func", "m", "mr", "eqArr"} else "").join(filter(None, said))


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _beside(sign: str, text: str, digits: dict[int, int]) -> str:
    if not text:
        return ""
    return text.translate(digits) if _INDEX.fullmatch(text) else sign + _grouped(text)
