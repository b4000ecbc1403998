"""The pages that the normaliser is measured on: our own labelled cases, or a folder of outside data."""

from __future__ import annotations

import gzip
import html
import re
from dataclasses import dataclass, field
from pathlib import Path

from guidewright.model import Source

CASES = Path(__file__).parents[1] / "tests" / "cases" / "normalise"
LABELS = "TKHhIM+RL."
ARTICLE = "TKHhIM"
HTML = ".html"
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Task:
    """A page and what is right for it.

    `gold` is the article's text, `structure` a Markdown text whose headings and items are those that the page has.
    `lines` are a text's or a page's visible lines, where they are known; `labels` says which are the article's.
    `facts` are a case's own (kind, language, look, tests).
    """

    id: str
    source: Source
    gold: str
    structure: str | None = None
    lines: tuple[str, ...] | None = None
    labels: tuple[bool, ...] | None = None
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def is_html(self) -> bool:
        """Whether it is a web page."""
        return self.source.media_type == HTML


@dataclass(frozen=True, slots=True)
class Case:
    """One of our own: its folder, its facts, and a label and the first words for each of its source's lines."""

    folder: Path
    facts: dict[str, str]
    labels: tuple[str, ...]
    begins: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The source."""
        return next(path for path in sorted(self.folder.glob("source.*")) if path.suffix in {".txt", HTML})


def case(folder: Path) -> Case:
    """Read a case; ValueError names the file and the row that is wrong."""
    head, _, rows = (folder / "labels.txt").read_text("utf-8").partition("---\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    labels, begins = [], []
    for row in rows.removesuffix("\n").split("\n"):
        label, begin = (row[:1] or ".", row[1:].strip())
        if label not in LABELS:
            msg = f"{folder.name}/labels.txt: “{row}” must begin with one of {' '.join(LABELS)}"
            raise ValueError(msg)
        if label == "+" and labels:
            label = labels[-1].lower() if labels[-1] in "RL" else labels[-1]
        labels.append({"r": "R", "l": "L"}.get(label, label))
        begins.append(begin)
    return Case(folder, facts, tuple(labels), tuple(begins))


def source_lines(case: Case) -> list[str]:
    """Return what each line of a case's source says, a page's with its tags, whatever we or others make of it."""
    raw = case.path.read_bytes()
    encoding = case.facts.get("encoding", "utf-8")
    text = _unbroken(raw) if encoding == "mojibake" else raw.decode(encoding)
    return re.split(r"\r\n|\r|\n", text)[:-1]


def _unbroken(raw: bytes) -> str:
    """Return a text whose UTF-8 was once taken for Windows-1252 and written as UTF-8 again."""
    return raw.decode("utf-8").encode("cp1252").decode("utf-8")


def cases(*, held_out: bool | None = None) -> list[Task]:
    """Return our own labelled cases, all of them or by whether they are held out from tuning."""
    hidden = set((CASES / "held-out.txt").read_text("utf-8").split())
    folders = sorted(path.parent for path in CASES.glob("*/labels.txt"))
    return [_task(case(each)) for each in folders if held_out is None or (each.name in hidden) is held_out]


def _task(case: Case) -> Task:
    path = case.path
    article = (case.folder / "article.md").read_text("utf-8")
    said = source_lines(case)
    if path.suffix == HTML:
        said = [html.unescape(_TAG.sub(" ", line)) for line in said]
    rows = [(line, label in ARTICLE) for line, label in zip(said, case.labels, strict=True) if label != "."]
    lines, labels = zip(*rows, strict=True)
    source = Source(f"{case.folder.name}{path.suffix}", path.read_bytes(), path.suffix)
    return Task(case.folder.name, source, article, article, lines, labels, case.facts)


def sets(data: Path) -> dict[str, list[Task]]:
    """Return a folder's pages by set: `html`, each folder of `text/`, and the comment threads in `comments/`.

    `ids.<name>.txt` names a part of every set, which stands behind it as `<set>/<name>`.
    """
    found: dict[str, list[Task]] = {}
    golds = _texts(data / "gold")
    if (data / "html").is_dir():
        structures = _texts(data / "structure_html")
        found["html"] = [
            Task(name, Source(f"{name}.html", _raw(path), HTML), golds[name], structures.get(name))
            for path in sorted((data / "html").iterdir())
            if (name := path.name.split(".")[0]) in golds
        ]
    structures = _texts(data / "structure")
    for folder in sorted((data / "text").glob("*/")):
        found[folder.name] = _of_texts(folder, golds, structures)
    golds = _texts(data / "comments" / "gold")
    for folder in sorted((data / "comments").glob("text*/")):
        found[f"comments-{folder.name.removeprefix('text_')}"] = _of_texts(folder, golds, {})
    for path in sorted(data.glob("ids.*.txt")):
        part = path.name.split(".")[1]
        ids = set(path.read_text("utf-8").split())
        for name in list(found):
            some = [task for task in found[name] if task.id in ids]
            if some and not name.startswith("comments") and "/" not in name:
                found[f"{name}/{part}"] = some
    return found


def _of_texts(folder: Path, golds: dict[str, str], structures: dict[str, str]) -> list[Task]:
    made = []
    for path in sorted(folder.glob("*.txt")):
        name = path.stem
        if name in golds:
            raw = path.read_bytes()
            lines = tuple(raw.decode("utf-8", "replace").split("\n"))
            made.append(Task(name, Source(path.name, raw, ".txt"), golds[name], structures.get(name), lines))
    return made


def _raw(path: Path) -> bytes:
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


def _texts(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.*"))}
