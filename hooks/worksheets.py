"""Worksheets: pages to fill in, their PDF files, and the way between sheets and guides. Third in the flow of data.

A sheet is a page in `docs/worksheets/` with worksheet blocks. Its front matter may say `guides: [slug, …]`,
`topics: [slug, …]`, `language:`, and `pdf: false`. A guide without a sheet of its own gets one derived from its text
(`worksheet:` in the source's metadata: `auto`, `off`, or the name of a sheet). The blocks themselves are the Markdown
extension `guidewright.blocks`; here is only what needs the whole site.
"""

import json
import logging
from collections import defaultdict
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, meta

from guidewright.blocks import Place
from guidewright.model import Guide, Notice
from guidewright.worksheets import derive, fonts, make, model, pdf, sheets, words

log = logging.getLogger("mkdocs.hooks.worksheets")

FOLDER, GUIDES, TOPICS = "worksheets/", "guides/", "topics/"
INDEX = "worksheets/index.md"
EXTENSION = "guidewright.blocks"
PAPERS = {"a4": "A4", "letter": "US Letter"}
# Names that say nothing to whoever sees the list of downloads.
SINGLE, BOOK = "sheet-{}.pdf", "workbook-{}.pdf"
ASSETS = "assets/worksheets/"
# What the script says, in the words of the page.
TOLD = ("progress", "sure", "moment", "saved", "unseen", "failed")
DEFAULTS = {"worksheet_cache": ".cache/guidewright/worksheets"}


# What is known of the build at work; `serve` builds many times with one copy of this module.
STATE = SimpleNamespace(page=None, sheets={}, by_guide={}, by_topic={}, books={}, env=None)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the extension report to the build, where `--strict` counts; put the way out on every page."""
    config.extra["guidewright"] = DEFAULTS | (config.extra.get("guidewright") or {})
    if EXTENSION not in config.markdown_extensions:
        config.markdown_extensions.append(EXTENSION)
    config.mdx_configs[EXTENSION] = {
        **(config.mdx_configs.get(EXTENSION) or {}),
        "report": report,
        "collect": collect,
        "place": place,
    }
    script = ExtraScriptValue(f"{ASSETS}exit.js")
    script.defer = True
    if script.path not in {str(each) for each in config.extra_javascript}:
        config.extra_javascript.append(script)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Begin anew, and add a sheet for each guide that has the material and no sheet of its own."""
    STATE.page, STATE.sheets = None, {}
    STATE.kept = make.Kept(Path(config.config_file_path).parent / config.extra["guidewright"]["worksheet_cache"])
    authored = {file.src_uri for file in files if file.src_uri.startswith(FOLDER)}
    for guide in config.extra["guidewright"].get("guides", {}).values():
        text = make.derived(guide, STATE.kept) if derive.wanted(guide, authored) else ""
        if text:
            inclusion = InclusionLevel.DRAFT if guide.front.draft else InclusionLevel.UNDEFINED
            files.append(File.generated(config, derive.path(guide), content=text, inclusion=inclusion))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember which page is at work, and make what templates print of a sheet safe: Material does not escape."""
    STATE.page = page
    if page.file.src_uri.startswith(FOLDER):
        page.meta |= {key: escape(page.meta[key]) for key in ("title", "description") if key in page.meta}


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give a sheet the title of its `sheet` block, where MkDocs does not look for one, and a line for the lists."""
    sheet = STATE.sheets.get(page.file.src_uri)
    if sheet is None:
        return
    if sheet.title:
        page.meta.setdefault("title", escape(sheet.title))
    if page.file.generated_by:
        page.meta.setdefault("description", "Questions and ideas from the guide of this name, to fill in.")


def place() -> Place:
    """Tell the extension where it is; lines count from the top of the file, front matter too."""
    page = STATE.page
    if page is None:
        return Place()
    source = page.file.content_string
    offset = source.count("\n") - meta.get_data(source)[0].count("\n")
    language = str(page.meta.get("language") or "")
    if language and not words.is_code(language):
        said = f"`language: {language}` is no code of a language; write one such as `pl` or `en-GB`"
        report(Notice(page.file.src_uri, sheets.line_of(source, "language"), said))
        language = ""
    return Place(page.file.src_uri, offset, language)


def collect(sheet: model.Sheet) -> None:
    """Keep a page's sheet."""
    if STATE.page is not None:
        STATE.sheets[STATE.page.file.src_uri] = sheet


def report(notice: Notice) -> None:
    """Pass a mistake on to the log of the build."""
    log.warning("%s", notice)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Now that every page is rendered: who belongs to whom, and the PDF files."""
    STATE.env = env
    pages = [
        file.page
        for file in sorted(files, key=lambda file: file.src_uri)
        if file.src_uri.startswith(FOLDER) and file.src_uri in STATE.sheets and file.page is not None
    ]
    relate(pages, files, config)
    made = STATE.made = {page.file.src_uri: finished(page, files, config) for page in pages}
    # Two guides of one title are told of already; their derived sheets are nobody's writing.
    derived = {page.file.src_uri for page in pages if page.file.generated_by}
    for first, second in sheets.same_titles(made.items()):
        if {first, second} <= derived:
            continue
        report(Notice(second, 1, f"has the title of {first}; readers cannot tell them apart, so give it another"))
    for uri, sheet in made.items():
        lost = pdf.missing([sheet])
        if lost:
            report(Notice(uri, 1, f"the fonts of the PDF have no {', '.join(map(sheets.named, lost))}"))
    for file in fonts.ANSWERS:
        files.append(File.generated(config, f"{ASSETS}{file.name}", content=file.read_bytes()))
    write(
        {uri: made[uri] for uri in made if made[uri].fields and page_meta(files, uri).get("pdf", True)}, files, config
    )
    return env


def made_itself(files: Files, uri: str) -> bool:
    """Whether a guide has made the sheet at a path by itself."""
    return bool(files.get_file_from_path(uri).generated_by)


def page_meta(files: Files, uri: str) -> dict:
    """Return a page's front matter."""
    return files.get_file_from_path(uri).page.meta


def named(page: Page) -> str:
    """Return a page's own title, not the shorter one that the menu may have for it."""
    return unescape(str(page.meta.get("title") or page.title))


def relate(pages: list[Page], files: Files, config: MkDocsConfig) -> None:
    """Find the sheets of each guide and topic, and report those that are named but not there."""
    STATE.by_guide, STATE.by_topic, STATE.goes_with = defaultdict(list), defaultdict(list), defaultdict(list)
    known = {f"{GUIDES}{guide.slug}.md": guide for guide in config.extra["guidewright"].get("guides", {}).values()}
    for page in pages:
        for folder, slugs, found in (
            (GUIDES, guides_of(page), STATE.by_guide),
            (TOPICS, sheets.slugs(page.meta.get("topics")), STATE.by_topic),
        ):
            for slug in slugs:
                uri = f"{folder}{slug}.md"
                file = files.get_file_from_path(uri)
                if file is None:
                    there = [each.src_uri for each in files.documentation_pages()]
                    report(
                        Notice(page.file.src_uri, *sheets.belongs_nowhere(uri, slug, page.file.content_string, there))
                    )
                elif file.page is not None:
                    found[uri].append(page)
                    if folder == GUIDES:
                        STATE.goes_with[page.file.src_uri].append(file.page)
    for uri, guide in known.items():
        if guide.front.worksheet in ("auto", "off"):
            continue
        path = derive.path_of(guide.front.worksheet)
        page = next((page for page in pages if page.file.src_uri == path), None)
        if page is None:
            there = [page.file.src_uri for page in pages if not page.file.generated_by]
            report(misnamed(guide, there, config))
        elif page not in STATE.by_guide[uri]:
            STATE.by_guide[uri].append(page)
            if (file := files.get_file_from_path(uri)) is not None and file.page is not None:
                STATE.goes_with[path].append(file.page)


def misnamed(guide: Guide, there: list[str], config: MkDocsConfig) -> Notice:
    """Say where a source's metadata name a sheet that is not there, and which one may be meant."""
    said = sheets.not_there(guide.front.worksheet, there)
    folder = config.extra["guidewright"]["sources"]
    source = Path(config.config_file_path).parent / folder / guide.front.source
    for beside in map(source.with_suffix, (".yml", ".yaml")):
        if beside.is_file():
            return Notice(f"{folder}/{beside.name}", sheets.line_of(beside.read_text("utf-8"), "worksheet"), said)
    return Notice(f"{folder}/{source.name}", 1, said)


def guides_of(page: Page) -> list[str]:
    """Return the slugs of the guides that a sheet belongs to, by front matter and by its `sheet` block."""
    sheet = STATE.sheets[page.file.src_uri]
    return list(dict.fromkeys([*sheets.slugs(page.meta.get("guides")), *(guide.title for guide in sheet.guides)]))


def finished(page: Page, files: Files, config: MkDocsConfig) -> model.Sheet:
    """Return a page's sheet with what only the site knows."""
    found = STATE.goes_with[page.file.src_uri]
    guides = [
        model.Guide(named(guide), urljoin(config.site_url, guide.file.url) if config.site_url else "")
        for guide in found[:1]
    ]
    sheet = STATE.sheets[page.file.src_uri]
    return sheets.completed(
        sheet,
        title=sheet.title or named(page),
        slug=Path(page.file.src_uri).stem,
        guides=tuple(guides),
        base=page.canonical_url or "",
        site=config.site_name,
        safety=safety(files, config),
    )


def safety(files: Files, config: MkDocsConfig) -> model.Guide | None:
    """Return the page about safety, to which a notice on every sheet leads; None if the site has none."""
    uri = config.extra["guidewright"].get("safety")
    file = files.get_file_from_path(uri) if uri else None
    if file is None or file.page is None:
        return None
    return model.Guide(named(file.page), urljoin(config.site_url, file.url) if config.site_url else "")


def write(wanted: dict[str, model.Sheet], files: Files, config: MkDocsConfig) -> None:
    """Make the PDF files: each sheet, the sheets of each topic, and all sheets, on each paper."""
    STATE.singles, STATE.books = defaultdict(list), defaultdict(list)
    booklets: dict[str, pdf.Booklet] = {}

    def add(where: dict[str, list[dict[str, str]]], uri: str, name: str, booklet: pdf.Booklet) -> None:
        path = f"{uri.removesuffix('.md').removesuffix('/index')}/{name.format(booklet.paper)}"
        booklets[path] = booklet
        where[uri].append({"paper": PAPERS[booklet.paper], "path": path, "name": path.rsplit("/", 1)[-1]})

    for uri, sheet in wanted.items():
        for paper in sheet.papers:
            add(STATE.singles, uri, SINGLE, pdf.Booklet(sheet.title, (sheet,), paper))
    groups = {INDEX: [wanted[uri] for uri in sorted(wanted, key=lambda uri: made_itself(files, uri))]}
    for uri, pages in sorted(STATE.by_topic.items()):
        groups[uri] = [wanted[page.file.src_uri] for page in pages if page.file.src_uri in wanted]
    for uri, inside in groups.items():
        home = files.get_file_from_path(uri)
        if len(inside) > 1 and home is not None and home.page is not None:
            title = named(home.page) if uri == INDEX else f"Worksheets: {named(home.page)}"
            for paper in PAPERS:
                add(STATE.books, uri, BOOK, pdf.Booklet(title, tuple(inside), paper))
    for path, made in zip(booklets, make.make(list(booklets.values()), STATE.kept), strict=True):
        if made.error:
            log.error("%s: %s", path, made.error)
        else:
            files.append(File.generated(config, path, content=made.content))


def on_page_context(context: dict, *, page: Page, config: MkDocsConfig, nav: object) -> dict:
    """Give sheets their frame, and guides, topics and the list of sheets the way to them."""
    uri = page.file.src_uri
    context["worksheets_here"] = STATE.by_guide.get(uri, []) + STATE.by_topic.get(uri, [])
    context["workbooks"] = links(STATE.books.get(uri, []), page)
    if uri in STATE.sheets:
        sheet = STATE.made.get(uri, STATE.sheets[uri])
        page.content = sheets.frame(sheet, page.content, assets=get_relative_url(ASSETS, page.url) + "/")
        code, said = words.around(sheet.language)
        context["worksheet"] = {
            "words": said,
            "told": json.dumps({key: getattr(said, key) for key in TOLD}),
            "language": code,
            "direction": words.direction(code),
            "pdfs": links(STATE.singles.get(uri, []), page),
            "paper_foot": "".join(make.paper_foot(guide, sheet.language, STATE.kept) for guide in sheet.guides),
            "guides": STATE.goes_with.get(uri, []),
            "assets": get_relative_url(ASSETS, page.url) + "/",
        }
    if uri == INDEX or (uri.startswith(TOPICS) and context["worksheets_here"]):
        partial = "workbooks" if uri == INDEX else "guide-worksheets"
        page.content += STATE.env.get_template(f"partials/{partial}.html").render(context)
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    """Throw away what was kept of sheets as they were."""
    STATE.kept.sweep()


def links(found: list[dict[str, str]], page: Page) -> list[dict[str, str]]:
    """Return files with their addresses as seen from a page."""
    return [each | {"url": get_relative_url(each["path"], page.url)} for each in found]
