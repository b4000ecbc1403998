"""Look at every block header before Markdown does: report what is wrong, and mend it so that the page still works.

pymdownx prints a block that it cannot read as plain text and says nothing; an unclosed one swallows the page. So
headers are read here first, with their lines still known. A right block is left untouched.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

import yaml
from markdown.preprocessors import Preprocessor

from guidewright.blocks._host import place_of
from guidewright.blocks._state import Record, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Markdown
    from pymdownx.blocks import BlocksProcessor

    from guidewright.blocks._base import WorksheetBlock

_HEADER = re.compile(r"( *)(/{3,}) *([\w-]+) *(?:\| *(.*?) *)?")
_END = re.compile(r"( *)(/{3,}) *")
_ENDED = re.compile(r" +(/{3,})$")
_BAD = re.compile(r"( *)(/{2,}) *([\w-]+)\b *[:|,;-]? *(.*)")
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})[^`]*")
_OPTION = re.compile(r" *([\w-]+) *:(?: +(.*)|$)")
_CONTAINER = re.compile(r"[ >]*([-*+] |\d+[.)] |!!!|\?\?\?|===|\[\^|: )")
_HEADING = re.compile(r"#{1,6} ")
# Blocks of pymdownx that a page may use once they are switched on.
_THEIRS = {"admonition": "admonition", "details": "details", "tab": "tab", "html": "html", "define": "definition"}
_SURE = 0.6
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Open:
    """A block whose end has not come yet. `at` and `end` are line indexes; `deepest` counts slashes inside."""

    at: int
    name: str
    slashes: int
    indent: str
    kind: type[WorksheetBlock | _Unknown] | None
    deepest: int = 0


@dataclass(slots=True)
class Draft:
    """The page's lines, with what is to be changed in them."""

    lines: list[str]
    before: dict[int, list[str]] = field(default_factory=dict)

    def put_before(self, index: int, line: str) -> None:
        """Add a line before another, after those put there earlier."""
        self.before.setdefault(index, []).append(line)

    def text(self) -> list[str]:
        """Return the mended lines."""
        out: list[str] = []
        for index, line in enumerate(self.lines):
            out += self.before.get(index, [])
            out.append(line)
        return out + self.before.get(len(self.lines), [])


class Scan(Preprocessor):
    """Finds the blocks of a page and checks each."""

    def __init__(
        self, md: Markdown, state: State, kinds: dict[str, type[WorksheetBlock]], manager: BlocksProcessor
    ) -> None:
        """Take what is known of the page, our blocks by name, and pymdownx's register of all blocks."""
        super().__init__(md)
        self.state, self.kinds, self.manager = state, kinds, manager

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with broken blocks mended."""
        self.state.reset()
        self.state.begin(place_of(self.md))
        if not any("//" in line for line in lines):
            return lines
        # What some editors put before a file's first letter would hide a block on the first line.
        lines[0] = lines[0].removeprefix("\ufeff")
        page = _Page(self, lines)
        page.read()
        return page.draft.text()


class _Page:
    """One pass over one page."""

    def __init__(self, scan: Scan, lines: list[str]) -> None:
        self.scan, self.state, self.kinds = scan, scan.state, scan.kinds
        self.draft = Draft(list(lines))
        self.stack: list[Open] = []
        self.swallow: list[int] = []

    def fault(self, index: int, text: str) -> None:
        self.state.fault(index + 1 + self.state.at.offset, text)

    def read(self) -> None:
        lines = self.draft.lines
        hidden = _hidden(lines)
        index = 0
        while index < len(lines):
            line = lines[index]
            if hidden[index] or not line.lstrip(" >").startswith("//"):
                index += 1
            elif self._is_code(index):
                self._shown_as_code(index)
                index += 1
            elif line.lstrip().startswith(">"):
                index = self._quoted(index)
            elif match := _END.fullmatch(line):
                self._end(index, len(match[2]))
                index += 1
            elif match := _HEADER.fullmatch(line):
                index = self._header(index, match[1], match[2], match[3].lower(), match[4])
            else:
                index = self._not_a_header(index)
        while self.stack:
            top = self.stack.pop()
            end = next(
                (n for n in range(top.at + 1, len(lines)) if _HEADING.match(lines[n]) and not hidden[n]), len(lines)
            )
            if top.kind and top.kind.HOLDS == "blocks":
                end = len(lines)
            self._unclosed(top, end)

    def _is_code(self, index: int) -> bool:
        """Tell whether an indented line is code: it is, unless a list item or a note above holds it."""
        line = self.draft.lines[index]
        indent = len(line) - len(line.lstrip(" "))
        if indent < 4:
            return False
        for above in reversed(self.draft.lines[:index]):
            if above.strip() and len(above) - len(above.lstrip(" ")) < indent:
                if _CONTAINER.match(above):
                    return False
                if not above.startswith(" "):
                    return True
        return True

    def _shown_as_code(self, index: int) -> None:
        """Say that a block is printed as code; who means it has fences for that."""
        match = _HEADER.fullmatch(self.draft.lines[index])
        if match and match[3].lower() in self.kinds:
            self.fault(
                index,
                f"/// {match[3].lower()}: four spaces before it make it code; move it to the left edge "
                "(to show it as code, put it between lines of ```)",
            )

    def _quoted(self, index: int) -> int:
        bare = self.draft.lines[index].lstrip(" >")
        match = _HEADER.fullmatch(bare)
        if match and match[3].lower() in self.kinds:
            name = match[3].lower()
            self.fault(index, f"/// {name}: cannot stand inside a quotation; take the `>` away")
            for at in range(index, len(self.draft.lines)):
                line = self.draft.lines[at]
                if not line.lstrip().startswith(">"):
                    break
                self.draft.lines[at] = re.sub(r"^ *> ?", "", line)
            return index
        return index + 1

    def _not_a_header(self, index: int) -> int:
        line = self.draft.lines[index]
        match = _BAD.fullmatch(line)
        name = match[3].lower() if match else ""
        if match and len(match[2]) == 2:
            if name not in self.kinds:
                return index + 1
            self.fault(index, f"// {name}: a block begins with three slashes: `/// {name}`")
            return self._header(index, match[1], "///", name, match[4] or None)
        guess = name if name in self.kinds else _nearest(name, self.kinds)
        if match and guess:
            self.fault(index, f"/// {name}: not a block header; put a bar before the text: `/// {guess} | …`")
            return self._header(index, match[1], match[2], guess, match[4] or None)
        self.fault(index, f"{line.strip()!r} is neither a block's header (`/// name | text`) nor its end (`///`)")
        self.draft.lines[index] = line.strip().lstrip("/ ")
        return index + 1

    def _header(self, index: int, indent: str, slashes: str, name: str, title: str | None) -> int:
        """Take in a block that begins at a line; return the index of the line after its header and options."""
        self._make_room(index, len(slashes))
        kind = self.kinds.get(name)
        if kind is None and name not in self.scan.manager.blocks:
            guess = _nearest(name, self.kinds)
            self.fault(index, f"/// {name}: there is no such block{self._suggest(name, guess)}")
            if guess is None:
                # Its words stay, its syntax goes.
                self.draft.lines[index] = f"{indent}**{title}**" if title else ""
                self.stack.append(Open(index, name, len(slashes), indent, _Unknown))
                return index + 1
            name, kind = guess, self.kinds[guess]
        options, follows = self._take_options(index, indent, name, kind) if kind else ({}, index + 1)
        if kind:
            shown = self._title(index, name, kind, title)
            self.draft.lines[index] = f"{indent}{slashes} {name}" + (f" | {shown}" if shown else "")
            self.state.records.append(Record(index + 1 + self.state.at.offset, name, shown, options))
            if kind.HOLDS == "nothing":
                return self._hold_nothing(follows, indent, slashes)
        self.stack.append(Open(index, name, len(slashes), indent, kind))
        return follows

    def _hold_nothing(self, index: int, indent: str, slashes: str) -> int:
        lines = self.draft.lines
        if index < len(lines) and (match := _END.fullmatch(lines[index])) and match[2] == slashes:
            return index + 1
        self.draft.put_before(index, indent + slashes)
        self.draft.put_before(index, "")
        return index

    def _make_room(self, index: int, slashes: int) -> None:
        """Close what cannot hold a block that begins here; note it in what can."""
        while self.stack and (top := self.stack[-1]).kind and top.kind.HOLDS != "blocks":
            self.stack.pop()
            if top.slashes == slashes:
                self._unclosed(top, index)
            else:
                self.fault(
                    index,
                    f"/// {top.name}: holds text only, but another block begins inside; "
                    f"close it first (it began on line {self._line(top)})",
                )
                self.draft.put_before(index, top.indent + "/" * top.slashes)
                self.swallow.append(top.slashes)
        for outer in self.stack:
            outer.deepest = max(outer.deepest, slashes)

    def _unclosed(self, top: Open, index: int) -> None:
        if top.kind is _Unknown:
            return
        self.fault(top.at, f"/// {top.name}: is not closed; put a line `{'/' * top.slashes}` where it ends")
        self._widen(top)
        self.draft.put_before(index, top.indent + "/" * top.slashes)
        self.draft.put_before(index, "")

    def _end(self, index: int, slashes: int) -> None:
        if not any(each.slashes == slashes for each in self.stack):
            if slashes in self.swallow:
                self.swallow.remove(slashes)
            elif self.stack:
                top = self.stack.pop()
                self.fault(
                    index,
                    f"{'/' * slashes} closes nothing: /// {top.name} on line {self._line(top)} began with "
                    f"{top.slashes} slashes and ends with as many",
                )
                self._close(top, index)
                return
            else:
                self.fault(index, f"{'/' * slashes} closes nothing; there is no open block above")
            self.draft.lines[index] = ""
            return
        while (top := self.stack.pop()).slashes != slashes:
            self._unclosed(top, index)
        self._close(top, index)

    def _close(self, top: Open, index: int) -> None:
        if top.kind is _Unknown:
            self.draft.lines[index] = ""
            return
        if top.deepest == top.slashes:
            self.fault(
                top.at,
                f"/// {top.name}: holds a block with as many slashes; begin and end it with more: "
                f"`{'/' * (top.slashes + 1)} {top.name}`",
            )
        self._widen(top)
        self.draft.lines[index] = top.indent + "/" * top.slashes

    def _widen(self, top: Open) -> None:
        """Give a block more slashes than those inside it have, where they have as many."""
        if top.deepest != top.slashes:
            return
        top.slashes += 1
        line = self.draft.lines[top.at]
        self.draft.lines[top.at] = line.replace("/" * (top.slashes - 1), "/" * top.slashes, 1)
        for outer in self.stack:
            outer.deepest = max(outer.deepest, top.slashes)

    def _line(self, top: Open) -> int:
        return top.at + 1 + self.state.at.offset

    def _suggest(self, name: str, guess: str | None) -> str:
        if guess:
            return f' (did you mean "{guess}"?)'
        if name in _THEIRS:
            return f" (it comes with `pymdownx.blocks.{_THEIRS[name]}` in `markdown_extensions`)"
        return f"; there are {', '.join(sorted(self.kinds))}"

    def _title(self, index: int, name: str, kind: type[WorksheetBlock], title: str | None) -> str:
        if kind.NEEDS and not title:
            self.fault(index, f"/// {name}: needs {kind.NEEDS}: `/// {name} | …`")
            return name.capitalize()
        if title and not kind.NEEDS:
            self.fault(index, f"/// {name}: takes no text after the bar")
            return ""
        if title and (match := _ENDED.search(title)):
            self.fault(index, f"/// {name}: put the `{match[1]}` at the end on a line of its own")
            return title[: match.start()]
        return title or ""

    def _take_options(
        self, index: int, indent: str, name: str, kind: type[WorksheetBlock]
    ) -> tuple[dict[str, object], int]:
        """Return the block's options and the index of the line after them."""
        lines = self.draft.lines
        at = index + 1
        deep = re.compile(rf"{indent} {{4,}}\S")
        while at < len(lines) and deep.match(lines[at]):
            at += 1
        given = self._yaml(index, at, name, kind)
        stray = self._stray(at, indent, name, kind)
        options = {key: option.default for key, option in kind.TAKES.items()}
        for key, (value, where) in (given | stray).items():
            if key not in kind.TAKES:
                self.fault(where, f'/// {name}: has no option "{key}"{self._suggest_option(key, kind)}')
                continue
            try:
                options[key] = kind.TAKES[key].read(value)
            except ValueError as wrong:
                self.fault(where, f"/// {name}: `{key}` {wrong}, not {value!r}")
        return options, at

    def _yaml(self, index: int, at: int, name: str, kind: type[WorksheetBlock]) -> dict[str, tuple[object, int]]:
        """Read the option lines below a header, each with its line; what is no YAML is reported and read by line."""
        lines = self.draft.lines
        block = lines[index + 1 : at]
        if not block:
            return {}
        where = {m[1]: index + 1 + n for n, line in enumerate(block) if (m := _OPTION.match(line))}
        for n, line in enumerate(block, index + 1):
            if (match := _OPTION.match(line)) and where[match[1]] > n:
                self.fault(n, f"/// {name}: has `{match[1]}` twice; the last one counts")
        source = textwrap.dedent("\n".join(block))
        try:
            # Every scalar as text: an answer `No` is no truth value.
            found = yaml.load(source, Loader=_LOADER)  # noqa: S506  # makes text, lists and dicts only
        except yaml.YAMLError:
            found = None
        if isinstance(found, dict):
            result = {str(key): (value, where.get(str(key), index + 1)) for key, value in found.items()}
        else:
            result = self._by_line(index, block, name, kind)
        # pymdownx reads them again and would refuse the whole block; the record has them.
        for n in range(index + 1, at):
            lines[n] = ""
        return result

    def _by_line(
        self, index: int, block: list[str], name: str, kind: type[WorksheetBlock]
    ) -> dict[str, tuple[object, int]]:
        result: dict[str, tuple[object, int]] = {}
        for n, line in enumerate(block, index + 1):
            if "\t" in line:
                self.fault(n, f"/// {name}: options are indented with spaces, not with a tab")
            if match := _OPTION.fullmatch(line):
                if ": " in (match[2] or "") or (match[2] or "")[:1] in "\"'[]{}&*!|>%@`#":
                    self.fault(n, f'/// {name}: put the text of `{match[1]}` in quotes: `{match[1]}: "…"`')
                result[match[1]] = ((match[2] or "").strip("\"' "), n)
            elif (match := re.fullmatch(r" *([\w-]+) *[:=] *(.*)", line)) and match[1] in kind.TAKES:
                self.fault(n, f"/// {name}: put a space after the colon: `{match[1]}: {match[2]}`")
                result[match[1]] = (match[2], n)
            else:
                self.fault(n, f"/// {name}: {line.strip()!r} is no option; write `name: value`")
        return result

    def _stray(self, at: int, indent: str, name: str, kind: type[WorksheetBlock]) -> dict[str, tuple[object, int]]:
        """Find options that stand below an empty line, or with too few spaces: they would be printed as text."""
        lines = self.draft.lines
        start = at
        while start < len(lines) and not lines[start].strip():
            start += 1
        found: dict[str, tuple[object, int]] = {}
        for n in range(start, len(lines)):
            match = _OPTION.fullmatch(lines[n])
            if not match or match[1] not in kind.TAKES:
                break
            deep = lines[n].startswith(indent + "    ")
            if start > at and not deep:
                break
            self.fault(
                n,
                f"/// {name}: option `{match[1]}` must stand right under the header, without an empty line between"
                if deep
                else f"/// {name}: option `{match[1]}` needs four spaces before it",
            )
            found[match[1]] = ((match[2] or "").strip("\"' "), n)
            lines[n] = ""
        return found | self._late(start, indent, name, kind)

    def _late(self, start: int, indent: str, name: str, kind: type[WorksheetBlock]) -> dict[str, tuple[object, int]]:
        """Find options that stand below a hint or a list: they would be printed with it."""
        lines = self.draft.lines
        found: dict[str, tuple[object, int]] = {}
        for n in range(start, len(lines)):
            if _END.fullmatch(lines[n]) or _HEADER.fullmatch(lines[n]) or _FENCE.fullmatch(lines[n]):
                break
            match = _OPTION.fullmatch(lines[n])
            if match and match[1] in kind.TAKES and lines[n].startswith(indent + "    "):
                self.fault(n, f"/// {name}: option `{match[1]}` must stand right under the header, above the rest")
                found[match[1]] = ((match[2] or "").strip("\"' "), n)
                lines[n] = ""
        return found

    def _suggest_option(self, key: str, kind: type[WorksheetBlock]) -> str:
        guess = _nearest(key, kind.TAKES)
        if guess:
            return f' (did you mean "{guess}"?)'
        return f"; it has {', '.join(kind.TAKES)}" if kind.TAKES else "; it has none"


class _Unknown:
    """Stands for a block that nobody knows: it may hold anything and shows as its words."""

    HOLDS = "blocks"


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known word most like a misspelt one, if any is like it."""
    return next(iter(get_close_matches(name, known, 1, _SURE)), None)


def _hidden(lines: list[str]) -> list[bool]:
    """Say of each line whether it is code in a fence, or a comment."""
    hidden = [False] * len(lines)
    index = 0
    while index < len(lines):
        if match := _FENCE.fullmatch(lines[index]):
            mark = match[1]
            closing = re.compile(rf"[ >]*{re.escape(mark[0])}{{{len(mark)},}} *")
            end = next((n for n in range(index + 1, len(lines)) if closing.fullmatch(lines[n])), None)
        elif "<!--" in lines[index] and "-->" not in lines[index].split("<!--", 1)[1]:
            end = next((n for n in range(index + 1, len(lines)) if "-->" in lines[n]), None)
        else:
            end = None
        if end is not None:
            hidden[index : end + 1] = [True] * (end + 1 - index)
            index = end
        index += 1
    return hidden
