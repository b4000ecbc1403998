"""The plain notation of hand-made guides, and a guide's blocks in it: blocks compare as (kind, text) pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidewright.model import Kind

if TYPE_CHECKING:
    from guidewright.model import Guide

_LINK = re.compile(r"\[([^\]]*)\]\((https?://[^)]*)\)")


def parse(text: str) -> list[tuple[str, str]]:
    """Return the blocks of a hand-made guide; links are taken off (see `links`)."""
    blocks = []
    for line in _LINK.sub(r"\1", text).strip().split("\n"):
        if not line or set(line) <= set("|- :"):
            continue
        heading = re.match(r"(#+) (.*)", line)
        item = re.match(r"( *)(?:- |(\d+\. ))(.*)", line)
        if heading:
            blocks.append((f"h{len(heading[1])}", heading[2]))
        elif item:
            blocks.append((f"item{len(item[1]) // 4 + 1}", (item[2] or "") + item[3]))
        elif line.startswith("> "):
            blocks.append(("quote", line[2:]))
        elif line.startswith("| "):
            blocks.append(("row", line))
        else:
            blocks.append(("p", line))
    return blocks


def links(text: str) -> list[tuple[str, str]]:
    """Return the (text, address) pairs of a hand-made guide."""
    return _LINK.findall(text)


def of_guide(guide: Guide) -> list[tuple[str, str]]:
    """Return a guide's title and blocks in the same notation."""
    blocks = [("h1", guide.title)]
    for block in guide.blocks:
        if block.kind is Kind.HEADING:
            blocks.append((f"h{block.level}", block.text))
        elif block.kind is Kind.ITEM:
            blocks.append(
                (f"item{block.level}", f"{block.number}. {block.text}" if block.number is not None else block.text)
            )
        elif block.kind is Kind.TABLE:
            blocks.extend(("row", f"| {' | '.join(cell.text for cell in row)} |") for row in block.rows)
        else:
            blocks.append(("quote" if block.quoted else "p", block.text))
    return blocks


def links_of_guide(guide: Guide) -> list[tuple[str, str]]:
    """Return the (text, address) pairs of a guide's links to other pages whose text is not the address itself."""
    found = []
    for block in guide.blocks:
        for part in [block, *(cell for row in block.rows for cell in row)]:
            found += [(part.text[mark.start : mark.end], mark.target) for mark in part.marks if mark.target]
    return [(text, target) for text, target in found if text != target and target[0] != "#"]
