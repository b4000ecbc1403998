"""Published pages go into the search index. Last in the flow of data: it reads what the other hooks have made.

The index is written beside the pages, in `search/`; what words mean to readers is the editor's, in `docs/search.yml`,
and so are examples of what they ask, in `docs/asked.csv`.
"""

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from guidewright import asked, search

log = logging.getLogger("mkdocs.hooks.search")

RULES = "search.yml"
EXAMPLES = "asked.csv"
FOLDER = "search"
WORKSHEETS = "worksheets"
TOPICS = "topics"
# A worksheet made from a guide has the guide's words: the guide comes first.
DERIVED = 0.35
# Pages about the site itself answer few questions.
OWN = 0.5
# How much a worksheet treats the first topic that it names, beside the guide that treats it most; others, half of it.
SHEET = 0.4


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin anew, and let the templates know that there is a search."""
    settings = config.extra.setdefault("guidewright", {})
    settings["search"] = {"pages": [], "sheets": {}, "rules": search.Rules(), "examples": ()}
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read the editor's rules and examples, which are no files of the site."""
    known = config.extra["guidewright"]["search"]
    for name, part, parse in ((RULES, "rules", search.parse), (EXAMPLES, "examples", asked.parse)):
        own = files.get_file_from_path(name)
        if own is None:
            continue
        files.remove(own)
        try:
            known[part], notices = parse(shown(name, config), own.content_string)
        except UnicodeDecodeError:
            log.error("%s: it is not UTF-8; save it as UTF-8 (in a spreadsheet: CSV UTF-8)", shown(name, config))  # noqa: TRY400
            continue
        for notice in notices:
            log.error("%s", notice)
    return files


def shown(name: str, config: MkDocsConfig) -> str:
    """Return a path as messages name it."""
    return f"{Path(config.docs_dir).name}/{name}"


def on_page_content(html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> None:
    """Keep what a page says, without what templates put around it."""
    settings = page.meta.get("search") or {}
    if settings.get("exclude"):
        return
    uri = page.file.src_uri
    first, *others = search.sections(html)
    points = [page.meta.get("description"), *(page.meta.get("key_points") or ())]
    lead = " ".join(filter(None, [*map(plain, points), first.text]))
    kind = uri.partition("/")[0] if "/" in uri else "pages"
    derived = kind == WORKSHEETS and page.file.generated_by
    found = search.Page(
        source=uri,
        url=page.url,
        title=plain(page.meta.get("title") or page.title),
        kind=kind,
        sections=(first._replace(text=lead), *others),
        keywords=" ".join([kind, *map(str, page.meta.get("terms") or ())]),
        boost=float(settings.get("boost", DERIVED if derived else OWN if kind == "pages" else 1)),
        kin=kin(uri, config),
    )
    known = config.extra["guidewright"]["search"]
    known["pages"].append(found)
    if kind == WORKSHEETS and not derived:
        for place, topic in enumerate(page.meta.get("topics") or ()):
            known["sheets"].setdefault(f"{TOPICS}/{topic}.md", []).append((uri, SHEET / 2 if place else SHEET))


def kin(uri: str, config: MkDocsConfig) -> tuple[tuple[str, float], ...]:
    """Return the guides that treat a topic, for its page, best first, with how much they do (0 to 1)."""
    folder, _, name = uri.partition("/")
    linked = config.extra["guidewright"].get("linked")
    topic = linked.topics.get(name.removesuffix(".md")) if linked and folder == TOPICS else None
    if topic is None or not topic.treated:
        return ()
    shares: Counter[str] = Counter()
    for each in topic.treated:
        shares[each.guide] += each.score
    most = max(shares.values())
    return tuple((f"guides/{guide}.md", share / most) for guide, share in shares.most_common())


def with_sheets(page: search.Page, sheets: Sequence[tuple[str, float]]) -> search.Page:
    """Return a topic's page to which worksheets on the topic are kin, too."""
    return replace(page, kin=tuple(sorted((*page.kin, *sheets), key=lambda each: (-each[1], each[0]))))


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the index."""
    known = config.extra["guidewright"]["search"]
    pages = [with_sheets(page, known["sheets"].get(page.source, ())) for page in known["pages"]]
    examples = known["examples"]
    files, complaints = search.index(pages, known["rules"], config.theme["language"] or "en", examples)
    for complaint in complaints:
        log.warning("%s: %s", shown(RULES, config), complaint)
    for notice in asked.strangers(shown(EXAMPLES, config), examples, {page.source for page in pages}):
        log.warning("%s", notice)
    for name, content in files.items():
        path = Path(config.site_dir, FOLDER, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def plain(value: object) -> str:
    """Return a value of the front matter as readers see it: other hooks have made it safe for HTML."""
    return search.plain(str(value or ""))
