"""Many sources: load · survey · map(build) · give addresses. The shape of any engine's job.

Only `survey` and the giving of addresses look at more than one source; both are cheap and their results are plain
data, so that the expensive middle can be mapped over processes or machines.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import yaml

from guidewright import article, readers
from guidewright.model import Context, Metadata, Notice, Outcome, Source
from guidewright.slug import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

KEYS = (
    "title", "slug", "author", "publisher", "url", "licence", "retrieved", "language", "summary", "key_points",
    "worksheet", "fixes",
)  # fmt: skip
# Keys that later stages read from `Metadata.extra`.
EXTRA_KEYS = ("comments", "links", "topics", "related", "rules_off")
# The same loader in C, where PyYAML has it.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
METADATA_ENDINGS = (".yml", ".yaml")
# A line is furniture of a site when it stands on this many of its pages (two lose articles, measured).
RECURS = 3


def load(folder: Path) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """Return the folder's sources, sorted by name, and notices for what could not be read or is left over."""
    sources: list[Source] = []
    notices: list[Notice] = []
    names = sorted(path for path in folder.iterdir() if not path.is_dir() and not path.name.startswith("."))
    stems = {path.stem for path in names if path.suffix.lower() in readers.endings()}
    for path in names:
        if path.name == "README.md":
            continue
        if path.suffix.lower() in METADATA_ENDINGS:
            if path.stem not in stems:
                text = "no source has this name; name it like the article beside it, or delete it"
                notices.append(Notice(path.name, 0, text))
            continue
        if path.suffix.lower() not in readers.endings():
            known = " ".join(readers.endings())
            notices.append(Notice(path.name, 0, f"its format is not known; save it as one of {known}", error=True))
            continue
        source, complaints = load_file(path)
        notices.extend(complaints)
        if source is not None:
            sources.append(source)
    return tuple(sources), tuple(notices)


def load_file(path: Path) -> tuple[Source | None, tuple[Notice, ...]]:
    """Return one source with the metadata of the `.yml` beside it; None and the reason where it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        remedy = "check its name and its permissions (`ls -l`)"
        return None, (Notice(path.name, 0, f"it cannot be read: {reason}; {remedy}", error=True),)
    metadata = Metadata()
    notices: tuple[Notice, ...] = ()
    beside = next((path.with_suffix(each) for each in METADATA_ENDINGS if path.with_suffix(each).is_file()), None)
    if beside is not None:
        try:
            text = beside.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            return None, (Notice(beside.name, 0, f"it cannot be read: {error}; save it as UTF-8 text", error=True),)
        metadata, notices = parse_metadata(beside.name, text)
        if any(notice.error for notice in notices):
            return None, notices
    return Source(path.name, raw, readers.media_type(path.name), metadata), notices


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
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    notices = [_unknown(name, lines[str(key)], str(key)) for key in values if key not in (*KEYS, *EXTRA_KEYS)]
    complaints = [_wrong(name, lines, key, values[key]) for key in values if key in KEYS]
    notices.extend(notice for notice in complaints if notice is not None)
    if any(notice.error for notice in notices):
        return Metadata(), tuple(notices)
    plain = {key: str(values[key] if values[key] is not None else "").strip() for key in KEYS[:9] if key in values}
    return Metadata(
        **plain,
        key_points=tuple(str(each).strip() for each in values.get("key_points") or ()),
        worksheet=_worksheet(values.get("worksheet", "auto")),
        fixes=tuple((str(each["find"]), str(each["replace"] or "")) for each in values.get("fixes") or ()),
        extra=tuple((key, json.dumps(values[key], default=str)) for key in EXTRA_KEYS if key in values),
    ), tuple(notices)


def _worksheet(value: object) -> str:
    """Return `worksheet:` as text; YAML reads a bare `off` as false."""
    return {False: "off", True: "auto", None: "auto"}.get(value, str(value))  # type: ignore[call-overload,no-any-return]


def _unknown(name: str, line: int, key: str) -> Notice:
    near = difflib.get_close_matches(key, (*KEYS, *EXTRA_KEYS), n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join((*KEYS, *EXTRA_KEYS))}"
    return Notice(name, line, f"there is no key `{key}`; {hint}", error=True)


def _wrong(name: str, lines: dict[str, int], key: str, value: object) -> Notice | None:
    if key == "key_points":
        wrong = not isinstance(value, list | None) or any(isinstance(each, dict | list) for each in value or ())
        remedy = "it must be a list of sentences, each on a line of its own after `- `; quote one that holds a colon"
    elif key == "fixes":
        wrong = not isinstance(value, list | None) or any(
            not isinstance(each, dict) or set(each) != {"find", "replace"} for each in value or ()
        )
        remedy = "it must be a list of pairs: `- find: …` and below it `replace: …`"
    elif key == "slug":
        wrong = not isinstance(value, str) or slugify(value) != value
        remedy = "it is part of an address: small letters, digits and hyphens, such as `first-session`"
    else:
        wrong = isinstance(value, dict | list)
        remedy = "it must be one text; put it between quotation marks"
    return Notice(name, lines[key], f"`{key}` is wrong: {remedy}", error=True) if wrong else None


# What articles of one site share without its being furniture: common headings, references, helpline numbers.
_SHARED = re.compile(
    r"(?:references|sources|bibliography|(?:end|foot)?notes|further reading|introduction|conclusions?|summary|overview"
    r"|in short|(?:key )?(?:points|takeaways)|final thoughts|(?:the )?bottom line|faqs?|examples?|pros|cons)\W*"
    r"|.*(?:\((?:19|20)\d\d|\(n\.d\.\)|https?://|\bretrieved\b|\d{2,4}[ -]\d{3,4}).*",
    re.IGNORECASE,
)


def survey(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """Return, per site, the lines that recur on three or more of its pages. Sources without `url` are no site's."""
    counts: dict[str, Counter[str]] = {}
    for source in sources:
        site = urlsplit(source.metadata.url).netloc
        if site:
            said = {line.says.strip() for line in readers.read(source).lines if 0 < len(line.says.strip()) <= 2000}
            counts.setdefault(site, Counter()).update(said)
    return {
        site: frozenset(text for text, count in each.items() if count >= RECURS and _may_be_furniture(text))
        for site, each in counts.items()
    }


def _may_be_furniture(text: str) -> bool:
    return any(c.isalpha() for c in text) and _SHARED.fullmatch(text) is None


def build(
    sources: Sequence[Source],
    *,
    jobs: int = 1,
    furniture: dict[str, frozenset[str]] | None = None,
    progress: Callable[[Outcome], None] | None = None,
    make: Callable[[Source, Context], Outcome] = article.build,
) -> tuple[Outcome, ...]:
    """Return one outcome a source, in order, every guide under an address of its own.

    `furniture` is what `survey` found; `jobs` is the number of processes; `progress` is called for each outcome;
    `make` builds one (see `cache.Cached`) and must be picklable.
    """
    contexts = [
        Context(
            furniture=(furniture or {}).get(urlsplit(source.metadata.url).netloc, frozenset()),
            rules_off=_rules_off(source),
        )
        for source in sources
    ]
    outcomes: list[Outcome] = []
    if jobs > 1 and len(sources) > 1:
        with ProcessPoolExecutor(jobs) as pool:
            for outcome in pool.map(make, sources, contexts, chunksize=max(1, min(64, len(sources) // jobs // 4))):
                outcomes.append(outcome)
                if progress:
                    progress(outcome)
    else:
        for outcome in map(make, sources, contexts):
            outcomes.append(outcome)
            if progress:
                progress(outcome)
    return addressed(outcomes)


def _rules_off(source: Source) -> frozenset[str]:
    named = dict(source.metadata.extra).get("rules_off", "[]")
    value = json.loads(named)
    return frozenset([value] if isinstance(value, str) else map(str, value or ()))


def addressed(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return the outcomes with unique slugs. Where two guides want one, all but the first add their file's name.

    The address then depends on a source's own name and title, and on no count, so that it stays when others come.
    """
    taken: dict[str, str] = {}
    result = []
    for outcome in outcomes:
        guide = outcome.guide
        if guide is None:
            result.append(outcome)
            continue
        slug = guide.slug
        if slug in taken:
            slug = f"{slug}-{slugify(Path(outcome.source_id).stem)}"
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
