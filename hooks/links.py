"""Guides and topics learn of each other. Second in the flow of data: after `hooks/guides.py`, before worksheets.

Links go into the generated guides before they are rendered; a page edited by hand is read for topics and related
guides, and its text stays as it is. Later hooks find

    config.extra["guidewright"]["linked"]     LinkedCorpus of all guides that are shown, and of all topics
"""

import logging
import os
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from guidewright import article, corpus, topics
from guidewright.links import link_corpus
from guidewright.model import Context, Guide, Source
from guidewright.rules import all_rules
from guidewright.writers import map as topic_map
from guidewright.writers import markdown

log = logging.getLogger("mkdocs.hooks.links")

GUIDES = "guides/"
TOPICS = "topics/"
# With more guides than this, processes are worth their start; no more of them than the machine has processors for us.
MANY = 200
JOBS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Write the links into the generated guides, and keep what the pages show beside their text."""
    settings = config.extra["guidewright"]
    generated = settings["guides"]
    found, notices = topics.load(Path(config.docs_dir) / TOPICS)
    guides = [*generated.values(), *by_hand(files, generated)]
    linked = settings["linked"] = link_corpus(guides, found, jobs=JOBS if len(guides) > MANY else 1)
    for uri, guide in generated.items():
        file = files.get_file_from_path(uri)
        file.content_string = markdown.write(linked.guides[guide.slug].guide, anchors=True, images=False)
    for notice in (*notices, *linked.notices):
        folder = Path(config.docs_dir).name if notice.source.startswith(TOPICS) else settings["sources"]
        log.log(logging.ERROR if notice.error else logging.WARNING, "%s/%s", folder, notice)
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates `guide_at(slug, anchor)` and `topic_at(slug)`: a page and its address, or None.

    `map_for(page)` is the map of topics and guides as HTML, its links as seen from that page.
    """

    def at(folder: str, slug: str, anchor: str = "") -> dict[str, object] | None:
        file = files.get_file_from_path(f"{folder}{slug}.md")
        if file is None or file.page is None:
            return None
        known = anchor and anchor in (file.page.present_anchor_ids or ())
        return {"page": file.page, "url": f"{file.url}#{anchor}" if known else file.url}

    def map_for(page: Page) -> str:
        def address(target: str) -> str:
            kind, _, slug = target.partition(":")
            file = files.get_file_from_path(f"{kind}s/{slug}.md")
            return get_relative_url(file.url, page.url) if file else ""

        return topic_map.write(config.extra["guidewright"]["linked"], address=address)

    env.globals["guide_at"] = lambda slug, anchor="": at(GUIDES, slug, anchor)
    env.globals["topic_at"] = lambda slug: at(TOPICS, slug)
    env.globals["map_for"] = map_for
    return env


def on_page_context(context: dict, *, page: Page, config: MkDocsConfig, nav: object) -> dict:
    """Give a page's template what is linked with it, as `linked`: a LinkedGuide, a LinkedTopic or None."""
    linked = config.extra["guidewright"]["linked"]
    folder, _, name = page.file.src_uri.rpartition("/")
    known = {"guides": linked.guides, "topics": linked.topics}.get(folder, {})
    context["linked"] = known.get(name.removesuffix(".md"))
    return context


def by_hand(files: Files, generated: dict[str, Guide]) -> list[Guide]:
    """Return the guides that editors wrote, with every line kept."""
    guides = []
    for file in files.documentation_pages():
        if not file.src_uri.startswith(GUIDES) or file.src_uri in generated or file.name == "index":
            continue
        source = Source(f"{file.name}.md", file.content_string.encode("utf-8"), "text/markdown")
        every = frozenset(rule.name for rule in all_rules())
        outcome = corpus.guarded(article.build, source, Context(slug=file.name, rules_off=every))
        if outcome.guide is not None:
            guides.append(outcome.guide)
        for notice in outcome.notices:
            if notice.error:
                log.info("%s leads nowhere and nothing leads to it: %s", file.src_uri, notice.text)
    return guides
