"""Sources become guide pages. First in the flow of data; `hooks/links.py` and `hooks/worksheets.py` take it from here.

A page per source at `docs/guides/<slug>.md`, unless an editor has put a page of that path there. Guides without a
permission to publish are drafts: `mkdocs serve` shows them, `mkdocs build` leaves them out. Later hooks find

    config.extra["guidewright"]["guides"]     dict: "guides/<slug>.md" -> Guide, for every generated page that is shown
    config.extra["guidewright"]["outcomes"]   tuple of Outcome, one a source, shown or not
"""

import logging
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from guidewright import corpus
from guidewright.cache import Cached
from guidewright.model import Outcome
from guidewright.writers import markdown, printed, review

log = logging.getLogger("mkdocs.hooks.guides")

FOLDER = "guides/"
REVIEW = "review.html"
PUBLISH_ALL = "publish-all"
DEFAULTS = {"sources": "sources", "cache": ".cache/guidewright", "rights": "stated"}
# From here on, a second process is worth its start.
MANY = 200
UNDATED = "1970-01-01"
# Addresses that never hold an article (RFC 2606); a link there helps nobody.
NOWHERE = ("example.org", "example.com", "example.net")


class State:
    """What lasts as long as the process: `serve` builds many times with one copy of this module."""

    serving = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether the pages are for the editor alone."""
    State.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill in what `extra.guidewright` leaves out."""
    settings = DEFAULTS | (config.extra.get("guidewright") or {})
    if settings["rights"] not in ("stated", PUBLISH_ALL):
        msg = f"extra.guidewright.rights is {settings['rights']!r}; it can be `stated` or `{PUBLISH_ALL}`."
        raise PluginError(msg)
    config.extra["guidewright"] = settings
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add a page per source; a page that an editor has put at the same path stays."""
    settings = config.extra["guidewright"]
    outcomes = settings["outcomes"] = build(Path(config.config_file_path).parent, settings)
    guides = settings["guides"] = {}
    drafts = keep_drafts_apart(files, settings["rights"])
    for outcome in outcomes:
        if (guide := outcome.guide) is None:
            continue
        uri = f"{FOLDER}{guide.slug}.md"
        own = files.get_file_from_path(uri)
        if own is not None:
            compare(own, guide.digest)
            continue
        draft = guide.front.draft and settings["rights"] != PUBLISH_ALL
        if draft:
            drafts.append(outcome.source_id)
        if State.serving or not draft:
            guides[uri] = guide
        text = markdown.write(guide, anchors=True, images=False)
        inclusion = InclusionLevel.DRAFT if draft else InclusionLevel.UNDEFINED
        files.append(File.generated(config, uri, content=text, inclusion=inclusion))
    if drafts:
        log.info(
            "No permission to publish is stated for %s: `mkdocs build` leaves them out. Write it into `licence:` of "
            "each, or set extra.guidewright.rights: %s if you have permission for all.",
            ", ".join(drafts),
            PUBLISH_ALL,
        )
    if State.serving:
        files.append(File.generated(config, REVIEW, content=review.write(outcomes), inclusion=InclusionLevel.DRAFT))
        log.info("What was removed from the sources, and why: %s%s", config.site_url, REVIEW)
    return files


def on_page_markdown(text: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Make a guide's front matter safe to print: Material's templates do not escape, and sources are strangers."""
    page.update_date = dated(page.meta)
    if not page.file.src_uri.startswith(FOLDER):
        return
    if page.meta.get("summary"):
        page.meta.setdefault("description", page.meta["summary"])
    address = urlsplit(str(page.meta.get("url", "")))
    if address.scheme in ("http", "https") and address.hostname not in NOWHERE:
        page.meta["original"] = address.geturl()
    page.meta.update({key: safe(value) for key, value in page.meta.items()})


def on_page_context(context: dict, *, page: Page, config: MkDocsConfig, nav: object) -> dict:
    """Give a guide's template the links of its text, for paper, as `printed_links`."""
    if page.file.src_uri.startswith(FOLDER) and page.file.name != "index":
        context["printed_links"] = printed.links(page.content, page.canonical_url or "")
    return context


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates `page_at(path)`, the file of a page or None, and `pages_in(folder)`, its pages by title."""

    def page_at(uri: str) -> File | None:
        file = files.get_file_from_path(uri)
        return file if file is not None and file.page is not None else None

    def pages_in(folder: str) -> list[Page]:
        there = [file for file in files if file.page and file.src_uri.startswith(folder) and file.name != "index"]
        return sorted((file.page for file in there), key=lambda page: str(page.meta.get("title") or page.title))

    env.globals.update(page_at=page_at, pages_in=pages_in)
    return env


@cache
def cached(folder: Path) -> Cached:
    """Return this process's one cache in a folder."""
    return Cached(folder)


def build(root: Path, settings: dict[str, str]) -> tuple[Outcome, ...]:
    """Read and build all sources.

    What is wrong with one goes to the log as an error, which `--strict` counts; what only asks the editor to look is
    told and counts for nothing.
    """
    folder = root / settings["sources"]
    if not folder.is_dir():
        msg = f"extra.guidewright.sources: there is no folder {folder}."
        raise PluginError(msg)
    sources, notices = corpus.load(folder)
    jobs = 2 if len(sources) > MANY else 1
    outcomes = corpus.build(sources, jobs=jobs, furniture=corpus.survey(sources), make=cached(root / settings["cache"]))
    for notice in (*notices, *(notice for outcome in outcomes for notice in outcome.notices)):
        log.log(logging.ERROR if notice.error else logging.INFO, "%s/%s", settings["sources"], notice)
    return outcomes


def front(file: File) -> dict:
    """Return a hand-edited page's front matter."""
    return meta.get_data(file.content_string)[1]


def compare(own: File, digest: str) -> None:
    """Say when the source or the rules have moved on since an editor adopted the guide."""
    remembered = front(own).get("adopted")
    if remembered and remembered != digest:
        log.info(
            "%s is edited by hand, and what it was made from has changed since. Look at the difference with "
            "`guidewright adopt --force`, or set its `adopted:` to %s.",
            own.src_uri,
            digest,
        )


def keep_drafts_apart(files: Files, rights: str) -> list[str]:
    """Mark hand-edited guides that say `draft: true` as drafts, and return their paths."""
    if rights == PUBLISH_ALL:
        return []
    own = [file for file in files if file.src_uri.startswith(FOLDER) and file.is_documentation_page()]
    drafts = [file for file in own if front(file).get("draft")]
    for file in drafts:
        file.inclusion = InclusionLevel.DRAFT
    return [file.src_uri for file in drafts]


def dated(said: dict) -> str:
    """Return the day of a page for the sitemap, from its front matter: MkDocs takes that of the build, not the text's.

    A page that names no day has the first one of all, which `overrides/sitemap.xml` leaves out.
    """
    days = [UNDATED]
    for key in ("retrieved", "published"):
        with suppress(ValueError):
            days.append(date.fromisoformat(str(said.get(key))[:10]).isoformat())
    return max(days)


def safe(value: object) -> object:
    """Return a front matter value with its text escaped for HTML."""
    if isinstance(value, list):
        return [safe(each) for each in value]
    return escape(value) if isinstance(value, str) else value
