"""Published pages go into the search index. Last in the flow of data: it reads what the other hooks have made.

The index is written beside the pages, in `search/`; what words mean to readers is the editor's, in `docs/search.yml`.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from guidewright import search

log = logging.getLogger("mkdocs.hooks.search")

RULES = "search.yml"
FOLDER = "search"
WORKSHEETS = "worksheets"
# A worksheet made from a guide has the guide's words: the guide comes first.
DERIVED = 0.35


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin anew, and let the templates know that there is a search."""
    settings = config.extra.setdefault("guidewright", {})
    settings["search"] = {"pages": [], "rules": search.Rules()}
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Read the editor's rules, which are no file of the site."""
    own = files.get_file_from_path(RULES)
    if own is not None:
        files.remove(own)
        name = f"{Path(config.docs_dir).name}/{RULES}"
        rules, notices = search.parse(name, own.content_string)
        config.extra["guidewright"]["search"]["rules"] = rules
        for notice in notices:
            log.error("%s", notice)
    return files


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
        boost=float(settings.get("boost", DERIVED if derived else 1)),
    )
    config.extra["guidewright"]["search"]["pages"].append(found)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the index."""
    known = config.extra["guidewright"]["search"]
    files, complaints = search.index(known["pages"], known["rules"], config.theme["language"] or "en")
    for complaint in complaints:
        log.warning("%s/%s: %s", Path(config.docs_dir).name, RULES, complaint)
    for name, content in files.items():
        path = Path(config.site_dir, FOLDER, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def plain(value: object) -> str:
    """Return a value of the front matter as readers see it: other hooks have made it safe for HTML."""
    return search.plain(str(value or ""))
