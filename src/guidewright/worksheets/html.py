"""The model as HTML: fields that work on the screen without a script, and lines to write on where it is printed.

Everything that comes from an author is escaped here. Classes begin with `ws-`; `overrides/assets/worksheets/` has the
style sheet and the script that go with them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from guidewright.worksheets import model
from guidewright.worksheets.words import borrowed, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidewright.worksheets.model import Field, Question, Run, Text


def question(each: Question, labels: Mapping[str, str]) -> str:
    """Return one question with its fields, which are called what `model.labels` says."""
    match each:
        case model.Prompt():
            return _prompt(each, labels)
        case model.Checklist():
            return _checklist(each, labels)
        case model.Scale():
            return _scale(each, labels)
        case model.Starters():
            return _starters(each, labels)
        case model.Table():
            return _table(each, labels, "ws-table")
        case model.Planner():
            return _table(each.table, labels, "ws-planner")
        case model.Agreement():
            return _agreement(each, labels)
        case _:
            assert_never(each)


def inline(runs: Text) -> str:
    """Return text with its styles and links."""
    return "".join(map(_run, runs))


def prose(blocks: tuple[model.Prose, ...]) -> str:
    """Return paragraphs, lists, quotations and notes."""
    return "".join(map(_prose, blocks))


def _run(run: Run) -> str:
    shown = escape(run.text, quote=False).replace("\n", "<br>")
    if run.emphasis:
        shown = f"<em>{shown}</em>"
    if run.strong:
        shown = f"<strong>{shown}</strong>"
    return f'<a href="{escape(run.target)}">{shown}</a>' if run.target else shown


def _prose(block: model.Prose) -> str:
    match block:
        case model.Paragraph(shown):
            return f"<p>{inline(shown)}</p>"
        case model.Heading(level, shown):
            return f"<h{level}>{inline(shown)}</h{level}>"
        case model.Listing(items, ordered, start):
            tag, first = ("ol", f' start="{start}"' if start != 1 else "") if ordered else ("ul", "")
            return f"<{tag}{first}>" + "".join(f"<li>{_tight(item)}</li>" for item in items) + f"</{tag}>"
        case model.Quote(inside):
            return f"<blockquote>{prose(inside)}</blockquote>"
        case model.Note(title, inside, language):
            named = f' lang="{escape(language)}"' if language else ""
            head = f'<p class="admonition-title">{inline(title)}</p>' if title else ""
            return f'<div class="admonition note"{named}>{head}{prose(inside)}</div>'
        case _:
            assert_never(block)


def _tight(item: tuple[model.Prose, ...]) -> str:
    first = item[0] if item else None
    if isinstance(first, model.Paragraph):
        return inline(first.text) + prose(item[1:])
    return prose(item)


def _lang(language: str) -> str:
    """Return the attribute for words of ours that stand in a sheet whose language we do not have."""
    other = borrowed(language)
    return f' lang="{other}"' if other else ""


def _evidence(address: str, language: str, about: str) -> str:
    """Return a small link to the sentence that one item comes from."""
    if not address:
        return ""
    named = escape(f"{words(language).source}: {about}")
    return f' <a class="ws-evidence" {_to_sentence(address)} aria-label="{named}">\N{NORTH EAST ARROW}</a>'


def _to_sentence(address: str) -> str:
    """Return the attributes of a link to a sentence: to its place for all, with the words for who runs our script."""
    place, _, sentence = address.partition(model.SENTENCE)
    return f'href="{escape(place)}"' + (f' data-evidence="{escape(sentence)}"' if sentence else "")


def _source(each: Question) -> str:
    """Return a small link to the sentence that a whole question comes from."""
    if not each.evidence:
        return ""
    said = escape(words(each.language).source)
    named = escape(f"{words(each.language).source}: {model.plain(model.title(each))}")
    link = f'<a {_to_sentence(each.evidence)} aria-label="{named}">{said}</a>'
    return f'<p class="ws-source"{_lang(each.language)}>{link}</p>'


def _hint(each: Question) -> str:
    return f'<div class="ws-hint" id="{each.id}--hint">{prose(each.hint)}</div>' if each.hint else ""


def _described(each: Question, *more: str) -> str:
    ids = ([f"{each.id}--hint"] if each.hint else []) + list(more)
    return f' aria-describedby="{" ".join(ids)}"' if ids else ""


def _write(field: Field, named: str, *, lines: int = 1, wide: bool = True) -> str:
    """Return room to write: the field itself, its answer as text for paper, and ruled lines for paper without one.

    A text area even for one line: it grows and wraps, where a one-line input would cut a long answer off on paper.
    By the blank placeholder a style sheet knows an empty one from a filled one, without a script.
    """
    kind = "ws-write" if wide else "ws-write ws-write--blank"
    rules = '<i class="ws-rule"></i>' * lines
    return (
        f'<span class="{kind}"><textarea class="ws-field" id="{field.id}" name="{field.id}" rows="{lines}"'
        f' placeholder=" " autocomplete="off"{named}></textarea>'
        f'<span class="ws-rules" aria-hidden="true">{rules}</span></span>'
    )


def _label(field: Field, labels: Mapping[str, str]) -> str:
    return f' aria-label="{escape(labels[field.id])}"'


def _more(field: Field, labels: Mapping[str, str]) -> str:
    """Return the label of a field that has a visible one, if that says too little."""
    return "" if labels[field.id] == field.label else _label(field, labels)


def _group(each: Question, inside: str, kind: str, *, named: str = "", described: tuple[str, ...] = ()) -> str:
    """Return a fieldset with its legend and hint."""
    legend = f'<legend class="ws-label">{inline(model.title(each))}</legend>'
    return (
        f'<fieldset class="ws-question {kind}" data-question{named}{_described(each, *described)}>'
        f"{legend}{_hint(each)}{inside}{_source(each)}</fieldset>"
    )


def _prompt(each: model.Prompt, labels: Mapping[str, str]) -> str:
    (field,) = each.fields
    return (
        f'<div class="ws-question ws-prompt" data-question>'
        f'<label class="ws-label" for="{each.id}">{inline(each.question)}</label>'
        f"{_hint(each)}{_write(field, _more(field, labels) + _described(each), lines=each.lines)}{_source(each)}</div>"
    )


def _checklist(each: model.Checklist, labels: Mapping[str, str]) -> str:
    say = words(each.language)
    kind = "radio" if each.choose_one else "checkbox"
    rows = []
    others = iter(each.others)
    boxes = {field.id: field for field in each.fields}
    named = _more(boxes[each.id], labels) if each.choose_one else ""
    for n, label in enumerate(each.options, 1):
        own = f"{each.id}--{n}"
        told = f' name="{each.id}" value="{n}"' if each.choose_one else f' name="{own}"{_more(boxes[own], labels)}'
        box = f'<input class="ws-field" type="{kind}" id="{own}"{told} autocomplete="off">'
        given = each.items[n - 1] if n <= len(each.items) else None
        if given is not None:
            shown = f'<label class="ws-option">{box}<span>{inline(given.text)}</span></label>'
            rows.append(f"<li>{shown}{_evidence(given.evidence, each.language, label)}</li>")
        else:
            field = next(others)
            name = escape(label if each.other > 1 else say.other)
            shown = f'<label class="ws-option">{box}<span{_lang(each.language)}>{name}</span></label>'
            rows.append(f'<li class="ws-own">{shown}{_write(field, _label(field, labels))}</li>')
    tag = "ol" if each.ordered else "ul"
    return _group(each, f'<{tag} class="ws-options">{"".join(rows)}</{tag}>', "ws-checklist", named=named)


def _scale(each: model.Scale, labels: Mapping[str, str]) -> str:
    (field,) = each.fields
    numbers = "".join(
        f'<label class="ws-number"><input class="ws-field" type="radio" id="{each.id}--{n}" name="{each.id}"'
        f' value="{n}" autocomplete="off"><span>{option}</span></label>'
        for n, option in enumerate(field.options, 1)
    )
    ends = [
        f"<span>{number} = {escape(meaning)}</span>"
        for number, meaning in ((each.first, each.low), (each.last, each.high))
        if meaning
    ]
    shown = f'<p class="ws-ends" id="{each.id}--ends">{"".join(ends)}</p>' if ends else ""
    inside = f'<div class="ws-numbers">{numbers}</div>{shown}'
    described = (f"{each.id}--ends",) if ends else ()
    return _group(each, inside, "ws-scale", named=_more(field, labels), described=described)


def _starters(each: model.Starters, labels: Mapping[str, str]) -> str:
    rows = []
    for sentence, fields in zip(each.sentences, each.rows, strict=True):
        shown = inline(sentence.pieces[0])
        for field, wide, piece in zip(fields, sentence.wide, sentence.pieces[1:], strict=True):
            shown += _write(field, _label(field, labels), wide=wide) + inline(piece)
        rows.append(
            f'<li class="ws-sentence">{shown}{_evidence(sentence.evidence, each.language, fields[0].label)}</li>'
        )
    return _group(each, f'<ul class="ws-sentences">{"".join(rows)}</ul>', "ws-starters")


def _table(each: model.Table, labels: Mapping[str, str], kind: str) -> str:
    heads = "".join(f'<th scope="col">{inline(column)}</th>' for column in each.columns)
    corner = '<td class="ws-corner"></td>' if each.labels else ""
    rows = []
    for n, cells in enumerate(each.cells):
        label = f'<th scope="row">{inline(each.labels[n])}</th>' if each.labels else ""
        above = [escape(model.plain(column)) for column in each.columns]
        shown = "".join(
            f'<td data-head="{head}">{_write(field, _label(field, labels), lines=each.lines)}</td>'
            for field, head in zip(cells, above, strict=True)
        )
        rows.append(f"<tr>{label}{shown}</tr>")
    table = f'<table class="ws-grid"><thead><tr>{corner}{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    return _group(each, table, kind)


def _agreement(each: model.Agreement, labels: Mapping[str, str]) -> str:
    terms = _write(each.terms, _label(each.terms, labels), lines=each.lines) if each.terms else ""
    signed = "".join(
        f'<p class="ws-signature"><label for="{field.id}">{escape(field.label)}</label>'
        f"{_write(field, _more(field, labels))}</p>"
        for field in each.signatures
    )
    return _group(each, f'{terms}<div class="ws-signatures">{signed}</div>', "ws-agreement")
