"""Guides written down plainly in a test: the notation of the hand-made guides in `tests/cases/corpus`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from guidewright.model import Block, Cell, Front, Guide, Kind, Mark, MarkKind
from guidewright.slug import slugify, unique
from guidewright.topics import Topic, parse

if TYPE_CHECKING:
    from pathlib import Path

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def guide(text: str, slug: str = "", **front: object) -> Guide:
    """Return the guide that a text in plain notation shows; `front` are fields of its Front."""
    blocks: list[Block] = []
    title, taken = "", {}
    lines = text.strip().split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip() or set(line) <= set("|- :"):
            continue
        heading = re.match(r"(#+) (.*)", line)
        item = re.match(r"( *)(?:- |(\d+)\. )(.*)", line)
        if heading and len(heading[1]) == 1:
            title = heading[2]
        elif heading:
            anchor = unique(slugify(heading[2], empty="section"), taken)
            blocks.append(Block(Kind.HEADING, heading[2], number, number, level=len(heading[1]), anchor=anchor))
        elif item:
            said, marks = _marked(item[3])
            order = int(item[2]) if item[2] else None
            blocks.append(Block(Kind.ITEM, said, number, number, len(item[1]) // 4 + 1, order, marks))
        elif line.startswith("> "):
            said, marks = _marked(line[2:])
            blocks.append(Block(Kind.PARAGRAPH, said, number, number, marks=marks, quoted=1))
        elif line.startswith("| "):
            row = tuple(Cell(*_marked(cell.strip())) for cell in line.strip().strip("|").split(" | "))
            if blocks and blocks[-1].kind is Kind.TABLE and blocks[-1].last >= number - 2:
                last = blocks.pop()
                blocks.append(Block(Kind.TABLE, "", last.first, number, rows=(*last.rows, row)))
            else:
                blocks.append(Block(Kind.TABLE, "", number, number, rows=(row,)))
        elif line.startswith("    "):
            blocks.append(Block(Kind.CODE, line[4:], number, number))
        else:
            said, marks = _marked(line)
            blocks.append(Block(Kind.PARAGRAPH, said, number, number, marks=marks))
    name = slug or slugify(title)
    known = {"title": title, "source": f"{name}.txt", "draft": False, "language": "en", "extra": ()} | front
    extra = known.pop("extra")
    return Guide(name, title, tuple(blocks), Front(**known), words=len(text.split()), extra=extra)


def _marked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a text without the notation of links, and the marks that they stand for."""
    marks, plain, place = [], "", 0
    for link in _LINK.finditer(text):
        plain += text[place : link.start()]
        marks.append(Mark(len(plain), len(plain) + len(link[1]), MarkKind.LINK, link[2]))
        plain += link[1]
        place = link.end()
    return plain + text[place:], tuple(marks)


def corpus(folder: Path, metadata: Path) -> list[Guide]:
    """Return the hand-made guides of a folder, with what their metadata files say that matters to links."""
    guides = []
    for path in sorted(folder.glob("*.md")):
        beside = metadata / f"{path.stem}.yml"
        said = yaml.safe_load(beside.read_text("utf-8")) if beside.is_file() else {}
        front = {"url": said.get("url", ""), "summary": said.get("summary", "")}
        guides.append(guide(path.read_text("utf-8"), path.stem, key_points=tuple(said.get("key_points", ())), **front))
    return guides


def topic(slug: str, *terms: str, **front: object) -> Topic:
    """Return a topic as its file would give it."""
    values = {"title": slug.replace("-", " ").capitalize(), "terms": list(terms)} | front
    made, notices = parse(
        f"topics/{slug}.md", f"---\n{yaml.safe_dump(values, sort_keys=False)}---\n\n# {values['title']}\n"
    )
    assert made is not None, notices
    return made


def shown(made: Guide) -> str:
    """Return a guide's text in plain notation, links as `[text](target)`."""
    lines = []
    for block in made.blocks:
        if block.rows:
            lines += ["| " + " | ".join(_linked(cell.text, cell.marks) for cell in row) + " |" for row in block.rows]
            continue
        mark = {Kind.HEADING: "#" * block.level + " ", Kind.ITEM: "- ", Kind.CODE: "    "}.get(block.kind, "")
        lines.append(f"{'> ' if block.quoted else mark}{_linked(block.text, block.marks)}")
    return "\n".join(lines)


def _linked(text: str, marks: tuple[Mark, ...]) -> str:
    for mark in sorted(marks, key=lambda each: -each.start):
        if mark.kind is MarkKind.LINK:
            text = f"{text[: mark.start]}[{text[mark.start : mark.end]}]({mark.target}){text[mark.end :]}"
    return text
