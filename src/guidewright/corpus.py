"""Many sources: load · survey · map(build) · give addresses. The shape of any engine's job.

Only `survey` and the giving of addresses look at more than one source; both are cheap and their results are plain
data, so that the expensive middle can be mapped over processes or machines.
"""

from __future__ import annotations

import datetime as dt
import difflib
import json
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from guidewright import article, comments, readers
from guidewright.comments import publish
from guidewright.model import Context, Metadata, Notice, Outcome, Source
from guidewright.slug import slugify
from guidewright.survey import survey

__all__ = [
    "EXTRA_KEYS",
    "KEYS",
    "METADATA_ENDINGS",
    "addressed",
    "build",
    "contexts",
    "expand",
    "files",
    "guarded",
    "load",
    "load_file",
    "parse_metadata",
    "survey",
]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

KEYS = (
    "title", "slug", "author", "publisher", "url", "licence", "retrieved", "language", "summary", "key_points",
    "worksheet", "fixes",
)  # fmt: skip
# Keys that later stages read from `Metadata.extra`.
EXTRA_KEYS = ("comments", "links", "topics", "related", "rules_off")
# Of a file that holds many articles: what is said of one, under its name.
_ARTICLES = "articles"
# Keys that say something of one article only.
_OF_ONE = ("title", "slug", "summary", "key_points", "fixes")
# What browsers call the folder with the pictures of a saved page, in several languages.
_SAVED_WITH = ("_files", "-Dateien", "_fichiers", "_archivos", "_pliki")
# The same loader in C, where PyYAML has it.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Values that have one form, and what to tell whoever writes another.
_FORMS = {
    "retrieved": (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"), "a day such as 2026-11-23"),
    "language": (re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*"), "a language code such as en, en-GB or pl"),
}
# The address of the page that stands above all guides.
_TAKEN = "index"
METADATA_ENDINGS = (".yml", ".yaml")


def load(
    folder: Path, *, progress: Callable[[Path], None] | None = None
) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the folder's sources, sorted by name, and notices for what could not be read or is left over.

    Files that hold many articles are taken apart (see `expand`). `progress` is called for each file that is read.
    """
    sources: list[Source] = []
    notices: list[Notice] = []
    for path in files(folder):
        if path.suffix.lower() in METADATA_ENDINGS:
            text = "no source has this name; name it like the article beside it, or delete it"
            notices.append(Notice(path.name, 0, text))
        elif path.is_dir():
            text = "the build does not look into folders inside this one; move its files up"
            notices.append(Notice(path.name, 0, text))
        elif not path.name.lower().endswith(readers.endings()):
            known = " ".join(readers.endings())
            notices.append(Notice(path.name, 0, f"its format is not known; save it as one of {known}", error=True))
        else:
            found, complaints = load_file(path)
            notices.extend(complaints)
            sources.extend(found)
        if progress:
            progress(path)
    return tuple(sources), tuple(notices)


def files(folder: Path) -> list[Path]:
    """Return what an editor meant to put into the folder, sorted by name.

    Metadata files are left out where a source of their name stands beside them, and so are README.md, hidden files
    and folders without sources; of the latter, browsers make one for the pictures of every page that they save.
    """
    found = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.name != "README.md")
    stems = {readers.stem(path.name) for path in found if path.name.lower().endswith(readers.endings())}
    return [path for path in found if not _is_aside(path, stems)]


def _is_aside(path: Path, stems: set[str]) -> bool:
    if path.is_dir():
        return path.name.endswith(_SAVED_WITH) or not any(
            each.name.lower().endswith(readers.endings()) for each in path.rglob("*")
        )
    return path.suffix.lower() in METADATA_ENDINGS and path.stem in stems


def load_file(path: Path) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the articles of one file with the metadata of the `.yml` beside it; none, and why, where it has errors.

    `export.xml#first-talk` is one article of a file that holds many.
    """
    if "#" in path.name and not path.exists():
        return _one_of(path)
    if _is_pipe(path):
        text = "it is a pipe or a device, and reading it may never end; delete it or save a file in its place"
        return (), (Notice(path.name, 0, text, error=True),)
    try:
        size = path.stat().st_size
        if size > readers.LARGEST_FILE:
            text = f"it has {size // 2**20} MB, and a file may have {readers.LARGEST_FILE // 2**20}; split it"
            return (), (Notice(path.name, 0, text, error=True),)
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        remedy = "check its name and its permissions (`ls -l`)"
        return (), (Notice(path.name, 0, f"it cannot be read: {reason}; {remedy}", error=True),)
    stem = path.with_name(readers.stem(path.name) or path.name)
    beside = next((each for end in METADATA_ENDINGS if (each := stem.with_name(stem.name + end)).is_file()), None)
    said = Metadata()
    notices: tuple[Notice, ...] = ()
    if beside is not None:
        try:
            text = beside.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            return (), (Notice(beside.name, 0, f"it cannot be read: {error}; save it as UTF-8 text", error=True),)
        said, notices = parse_metadata(beside.name, text)
        if any(notice.error for notice in notices):
            return (), notices
    try:
        sources, complaints = expand(Source(path.name, raw, readers.media_type(path.name), said))
    except Exception as error:  # noqa: BLE001 - what nobody foresaw in one file stops none of the others
        return (), (*notices, article.fault(path.name, error))
    return sources, (*notices, *complaints)


def _is_pipe(path: Path) -> bool:
    """Whether reading the path may wait for ever; what a shell passes on (`<(…)`) stands in /dev and is read."""
    return path.exists() and not path.is_file() and not path.is_dir() and path.parts[:2] != ("/", "dev")


def _one_of(path: Path) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    file = path.with_name(path.name.partition("#")[0])
    sources, notices = load_file(file)
    found = tuple(each for each in sources if each.id == path.name)
    if not found and sources:
        known = ", ".join(each.id for each in sources)
        notices = (*notices, Notice(path.name, 0, f"{file.name} holds no such article; it holds {known}", error=True))
    return found, tuple(each for each in notices if each.error or each.source == path.name)


def expand(source: Source) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the articles that a file holds, each a source of its own with its metadata, and notices. Pure.

    A file that is one article is returned as it is. What the metadata say of the file holds for all its articles;
    `articles:` in them says what holds for one, by the name behind the # of its id.
    """
    sources, notices = readers.expand(source)
    extra = dict(source.metadata.extra)
    named: dict[str, dict[str, Any]] = json.loads(extra.pop(_ARTICLES, "{}"))
    many = len(sources) > 1
    if many and (own := [key for key in _OF_ONE if getattr(source.metadata, key)]):
        text = (
            f"`{own[0]}` in its metadata file is of one article, and it holds {len(sources)}: put it under `articles:`"
        )
        return (), (*notices, Notice(source.id, 0, text, error=True))
    if not named:
        return sources, notices
    known = {each.id.partition("#")[2]: each for each in sources}
    strange = sorted(set(named) - set(known)) if sources else []
    if strange:
        remedy = f"there are {', '.join(known)}" if many else "it is one article itself"
        text = f"`articles:` in its metadata file names {strange[0]}, which is not in it; {remedy}"
        return (), (*notices, Notice(source.id, 0, text, error=True))
    rest = tuple(extra.items())
    return tuple(
        replace(each, metadata=_overlaid(replace(each.metadata, extra=rest), named.get(name, {})))
        for name, each in known.items()
    ), notices


def _overlaid(said: Metadata, values: dict[str, Any]) -> Metadata:
    """Return the metadata with what an editor says of one article of many; keys that are not named stay."""
    one = _metadata(values)
    changed = {key: getattr(one, key) for key in KEYS if key in values}
    return replace(said, **changed, extra=tuple({**dict(said.extra), **dict(one.extra)}.items()))


def parse_metadata(name: str, text: str) -> tuple[Metadata, tuple[Notice, ...]]:
    """Return what a metadata file says, or an error notice with line and remedy."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        values = None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        remedy = "put texts that hold a colon, # or quotes between quotation marks"
        return Metadata(), (Notice(name, mark.line + 1 if mark else 0, f"{problem}; {remedy}", error=True),)
    if values is None:
        return Metadata(), ()
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        return Metadata(), (Notice(name, 1, "it must be a list of `key: value` lines", error=True),)
    notices = tuple(_complaints(name, node, values, (*KEYS, *EXTRA_KEYS, _ARTICLES)))
    return (Metadata() if any(notice.error for notice in notices) else _metadata(values)), notices


def _complaints(name: str, node: yaml.MappingNode, values: dict[Any, Any], known: Sequence[str]) -> Iterator[Notice]:
    """Yield what is wrong with the keys of a mapping, and with those of its `articles:`."""
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    for key, value in values.items():
        line = lines.get(str(key), 1)
        if key not in known:
            yield _unknown(name, line, str(key), known)
        elif key in (*KEYS, "comments", "rules_off") and (remedy := _wrong(key, value)):
            yield Notice(name, line, f"`{key}` is wrong: {remedy}", error=True)
    if _ARTICLES not in known or values.get(_ARTICLES) is None:
        return
    inside = next(child for key, child in node.value if key.value == _ARTICLES)
    if not isinstance(inside, yaml.MappingNode):
        remedy = "it must hold one name a line, and below each, farther in, `key: value` lines"
        yield Notice(name, lines[_ARTICLES], f"`{_ARTICLES}` is wrong: {remedy}", error=True)
        return
    for key, child in inside.value:
        if not isinstance(child, yaml.MappingNode):
            text = f"`{key.value}` is wrong: below the article’s name, farther in, stand `key: value` lines"
            yield Notice(name, key.start_mark.line + 1, text, error=True)
        else:
            said = {str(each): value for each, value in values[_ARTICLES].items()}
            yield from _complaints(name, child, said.get(str(key.value), {}), (*KEYS, *EXTRA_KEYS))


def _is_day(text: str) -> bool:
    """Whether the calendar has the day."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _metadata(values: dict[Any, Any]) -> Metadata:
    """Return what a mapping without mistakes says."""
    plain = {key: str(values[key] if values[key] is not None else "").strip() for key in KEYS[:9] if key in values}
    articles = {str(key): value for key, value in (values.get(_ARTICLES) or {}).items()}
    said = values | {_ARTICLES: articles} if articles else values
    return Metadata(
        **plain,
        key_points=tuple(str(each).strip() for each in values.get("key_points") or ()),
        worksheet=_worksheet(values.get("worksheet", "auto")),
        fixes=tuple((str(each["find"]), str(each["replace"] or "")) for each in values.get("fixes") or ()),
        extra=tuple((key, json.dumps(said[key], default=str)) for key in (*EXTRA_KEYS, _ARTICLES) if key in said),
    )


def _worksheet(value: object) -> str:
    """Return `worksheet:` as text; YAML reads a bare `off` as false."""
    return {False: "off", True: "auto", None: "auto"}.get(value, str(value))  # type: ignore[call-overload,no-any-return]


def _unknown(name: str, line: int, key: str, known: Sequence[str]) -> Notice:
    near = difflib.get_close_matches(key, known, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(known)}"
    return Notice(name, line, f"there is no key `{key}`; {hint}", error=True)


def _wrong(key: str, value: object) -> str:
    """Return what is to be done about a key's value; empty where it is right."""
    if key == "key_points":
        wrong = not isinstance(value, list | None) or any(isinstance(each, dict | list) for each in value or ())
        remedy = "it must be a list of sentences, each on a line of its own after `- `; quote one that holds a colon"
    elif key == "fixes":
        wrong = not isinstance(value, list | None) or any(
            not isinstance(each, dict) or set(each) != {"find", "replace"} for each in value or ()
        )
        remedy = "it must be a list of pairs: `- find: …` and below it `replace: …`"
    elif key == "rules_off":
        names = [str(each) for each in (value if isinstance(value, list) else [value] if value else [])]
        strange = next((each for each in names if each not in article.rule_names()), "")
        near = difflib.get_close_matches(strange, article.rule_names(), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`guidewright rules` lists them"
        wrong, remedy = bool(strange), f"there is no rule `{strange}`; {hint}"
    elif key == "comments":
        wrong = value is not None and value not in publish.CHOICES
        remedy = f"it says “{value}” and may say {' or '.join(publish.CHOICES)} (left out, it is {publish.CHOICES[0]})"
    elif key == "slug":
        wrong = not isinstance(value, str) or slugify(value) != value or value == _TAKEN
        remedy = (
            "the page of all guides has this address; choose another"
            if value == _TAKEN
            else "it is part of an address: small letters, digits and hyphens, such as `first-session`"
        )
    elif key in _FORMS:
        form, remedy = _FORMS[key]
        wrong = value not in (None, "") and form.fullmatch(str(value).strip()) is None
        wrong = wrong or (key == "retrieved" and value not in (None, "") and not _is_day(str(value).strip()))
        remedy = f"it says “{value}” and must be {remedy}"
    else:
        wrong = isinstance(value, dict | list)
        remedy = "it must be one text; put it between quotation marks"
    return remedy if wrong else ""


def build(
    sources: Sequence[Source],
    *,
    jobs: int = 1,
    furniture: Mapping[str, frozenset[str]] | None = None,
    progress: Callable[[Outcome], None] | None = None,
    make: Callable[[Source, Context], Outcome] = article.build,
) -> tuple[Outcome, ...]:
    """Return one outcome a source, in order, every guide under an address of its own.

    `furniture` is what `survey` found; `jobs` is the number of processes; `progress` is called for each outcome;
    `make` builds one (see `cache.Cached`) and must be picklable.
    """
    make = partial(guarded, make)
    surroundings = contexts(sources, furniture)
    outcomes: list[Outcome] = []
    if jobs > 1 and len(sources) > 1:
        with ProcessPoolExecutor(jobs) as pool:
            for outcome in pool.map(make, sources, surroundings, chunksize=max(1, min(64, len(sources) // jobs // 4))):
                outcomes.append(outcome)
                if progress:
                    progress(outcome)
    else:
        for outcome in map(make, sources, surroundings):
            outcomes.append(outcome)
            if progress:
                progress(outcome)
    return addressed(outcomes)


def contexts(sources: Sequence[Source], furniture: Mapping[str, frozenset[str]] | None = None) -> tuple[Context, ...]:
    """Return, of each source, what is known of it from outside: what a build of them all gives to `article.build`.

    `furniture` is what `survey` found. Where readers' comments are published, all sources are built once, so that
    comments that stand below several are known.
    """
    publishing = any(publish.wanted(source.metadata.extra) for source in sources)
    elsewhere = comments.repeated(map(partial(guarded, article.build), sources)) if publishing else frozenset()
    found = furniture or {}
    return tuple(
        Context(furniture=found.get(each.id, frozenset()), rules_off=_rules_off(each), comments=elsewhere)
        for each in sources
    )


def guarded(make: Callable[[Source, Context], Outcome], source: Source, context: Context | None = None) -> Outcome:
    """Return what `make` makes of a source; where that breaks, an error for the one article: the others go on."""
    try:
        return make(source, context or Context())
    except Exception as error:  # noqa: BLE001 - the one place for what nobody foresaw
        return article.crashed(source.id, error)


def _rules_off(source: Source) -> frozenset[str]:
    named = dict(source.metadata.extra).get("rules_off", "[]")
    value = json.loads(named)
    return frozenset([value] if isinstance(value, str) else map(str, value or ()))


def addressed(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return the outcomes with unique slugs. Where two guides want one, all but the first add their file's name.

    The address then depends on a source's own name and title, and on no count, so that it stays when others come.
    """
    taken = {_TAKEN: "the page of all guides"}
    result = []
    for outcome in outcomes:
        guide = outcome.guide
        if guide is None:
            result.append(outcome)
            continue
        slug = guide.slug
        if slug in taken:
            slug = f"{slug}-{slugify(outcome.source_id.partition('#')[2] or Path(outcome.source_id).stem)}"
            while slug in taken:
                slug += "-2"
            text = (
                f"{taken[guide.slug]} has the same title, so this guide’s address is {slug}; "
                "give one of them a `slug:` in its metadata file"
            )
            renamed = _noted(article.with_slug(outcome, slug), Notice(outcome.source_id, 0, text))
        else:
            renamed = outcome
        taken[slug] = outcome.source_id
        result.append(renamed)
    return tuple(result)


def _noted(outcome: Outcome, notice: Notice) -> Outcome:
    return Outcome(outcome.source_id, outcome.ruleset, outcome.guide, outcome.verdicts, (*outcome.notices, notice))
