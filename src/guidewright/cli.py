"""The command line. Each command answers one question that a person has; errors go to stderr, with an exit code.

0: all is well · 1: some articles have errors, the others were done · 2: the command was called wrongly.
"""

from __future__ import annotations

import difflib
import glob
import json
import os
import shutil
import sys
import textwrap
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidewright import __version__, article, comments, corpus, links, proof, topics, words
from guidewright import suggest as suggestions
from guidewright.comments import trained
from guidewright.model import Fate, Notice, Source
from guidewright.rules import all_rules
from guidewright.worksheets import derive
from guidewright.writers import ledger, markdown, report, review
from guidewright.writers import site as writers_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from guidewright.model import Context, Outcome

# From here on a bar shows that it goes on.
_MANY = 20
EPILOG = "Exit codes: 0 all is well, 1 some articles have errors (the others were done), 2 wrong call."


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(__version__, prog_name="guidewright")
def main() -> None:
    """Turn dirty source articles into clean Markdown guides.

    \b
    Try it:
      guidewright normalise sources/*.txt -o out     guides and ledgers, one pair an article
      guidewright review sources/ -o review.html     see what was removed, and why
      guidewright why sources/article.txt 27         ask about one line
    """


_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
_folder_of_sources = click.option(
    "--sources", type=click.Path(file_okay=False, path_type=Path), default=Path("sources"), show_default=True
)
_folder_of_docs = click.option(
    "--docs", type=click.Path(file_okay=False, path_type=Path), default=Path("docs"), show_default=True
)
_jobs = click.option(
    "-j", "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default="all cores", help="Processes."
)


@main.command(epilog=EPILOG)
@_sources
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the results, or - for one guide.",
)
@_jobs
@click.option(
    "--prove/--no-prove", default=True, help="Render each guide and check that no word is lost.", show_default=True
)
def normalise(sources: Sequence[str], output: Path | None, jobs: int, *, prove: bool) -> None:
    """Clean articles: one <slug>.md an article, and beside it <slug>.ledger.jsonl.

    A SOURCE is a file, a folder of them, a pattern between quotation marks ('posts/*.html'), one article of a file
    that holds many (export.xml#first-talk), or - for standard input.
    The metadata file `<name>.yml` beside a source is read. The ledger says of every source line what became of it.
    A source that cannot be done is reported, and the rest go on.
    """
    streamed = str(output) == "-" or (output is None and tuple(sources) == ("-",))
    if output is None and not streamed:
        msg = "say where the guides go: -o FOLDER, or -o - for standard output"
        raise click.UsageError(msg)
    if output is not None and not streamed:
        _make(output)
    outcomes, failed = _build(sources, jobs, make=article.build_proven if prove else article.build)
    if not outcomes and not failed:
        click.echo("error: there are no articles in what was named", err=True)
        failed = True
    guides = [(each, each.guide) for each in outcomes if each.guide is not None]
    if streamed or output is None:
        if len(guides) > 1:
            msg = f"standard output takes one guide, and there are {len(guides)}: name a folder with -o"
            raise click.UsageError(msg)
        for _, guide in guides:
            click.echo(markdown.write(guide), nl=False)
    else:
        for outcome, guide in guides:
            (output / f"{guide.slug}.md").write_text(markdown.write(guide), "utf-8")
            (output / f"{guide.slug}.ledger.jsonl").write_text(ledger.write(outcome), "utf-8")
        if sys.stderr.isatty():
            click.echo(f"{len(guides)} guides in {output}", err=True)
    sys.exit(1 if failed or len(guides) < len(outcomes) else 0)


@main.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("line", type=int)
def why(file: Path, line: int) -> None:
    """Say what became of one LINE of a source FILE, and which rule says so.

    It is told as when the folder of the file is built: what recurs on three pages of a site there is furniture here.
    One article of a file that holds many is named like export.xml#first-talk.
    """
    source, notices = _one(file)
    _report(notices)
    if source is None:
        sys.exit(1)
    context = _context(file, source)
    outcome = article.build(source, context)
    if not 1 <= line <= len(outcome.verdicts):
        _report(outcome.notices)
        click.echo(f"error: {file} has lines 1 to {len(outcome.verdicts)}, not {line}", err=True)
        sys.exit(2)
    verdict = outcome.verdicts[line - 1]
    click.echo(f"{file}:{line}: {_colour(verdict.fate)}")
    click.echo(f"  {verdict.line.text.strip()[:400]}")
    if verdict.fate is Fate.MENDED:
        click.echo(f"  → {verdict.text}")
    if verdict.rule:
        click.echo(f"{verdict.rule}: {verdict.because}")
    elif verdict.line.text.strip():
        is_title = outcome.guide is not None and verdict.line.says.strip() == outcome.guide.title
        click.echo(
            "it is the guide's title; `title:` in the metadata file gives another"
            if is_title
            else "no rule points at it"
        )
    if verdict.lifts:
        click.echo("lifted: " + ", ".join(f"{key} = {value}" for key, value in verdict.lifts))
    if verdict.flag:
        click.echo(f"please look: {verdict.flag}")
    found = comments.of(outcome, elsewhere=context.comments)
    for place, each in enumerate(found, 1):
        if each.comment.first <= line <= each.comment.last:
            click.echo(f"comment {place} of {len(found)}, {_judgement(each)}")


@main.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
def prove(file: Path) -> None:
    """Show the proof that the guide of a source FILE keeps the promises: no line lost, no word lost, no markup gained.

    Every build checks them; a guide for which one is broken is not made.
    """
    source, notices = _one(file)
    _report(notices)
    if source is None:
        sys.exit(1)
    outcome = article.build_proven(source, _context(file, source))
    for sentence in proof.told(source, outcome):
        click.echo(sentence, err=outcome.guide is None)
    sys.exit(1 if outcome.guide is None else 0)


@main.command(name="comments", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="All that is known of each comment, as JSON.")
@click.option(
    "--model",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Weights made by bench/train_spam.py; without them rules judge.",
)
def comments_(file: Path, model: Path | None, *, as_json: bool) -> None:
    """List the comments below the article of a source FILE, each judged genuine or spam, with the reasons.

    It shows names and stories of real people: it is for you alone. To publish the genuine ones without names, write
    `comments: keep-genuine` into the metadata file.
    """
    source, notices = _one(file)
    _report(notices)
    if source is None:
        sys.exit(1)
    try:
        weights = trained.load(model) if model else None
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    context = _context(file, source)
    found = comments.of(article.build(source, context), elsewhere=context.comments, model=weights)
    if as_json:
        click.echo(json.dumps(comments.as_json(found), indent=1, ensure_ascii=False))
        return
    for each in found:
        said = " ".join(each.comment.text.split())
        click.echo(
            f"{file}:{each.comment.first}: {each.comment.author or 'no name'}, {_judgement(each)}\n  {said[:160]}"
        )
    click.echo(comments.summary(found) or "no comments")


def _judgement(each: comments.Judged) -> str:
    because = f" ({'; '.join(each.reasons)})" if each.reasons else ""
    if each.comment.held:
        return f"not approved{because}"
    return f"{click.style('spam', fg='red') if each.spam else 'genuine'}{because}"


@main.command()
@click.argument("name", required=False)
def rules(name: str | None) -> None:
    """List the rules by family, or show one NAME with its example.

    In an example the word on the left is what becomes of the line on the right.
    """
    if name:
        found = next((rule for rule in all_rules() if rule.name == name), None)
        if found is None:
            near = difflib.get_close_matches(name, [rule.name for rule in all_rules()], n=1)
            hint = f"did you mean {near[0]}?" if near else "`guidewright rules` lists them"
            msg = f"there is no rule {name}; {hint}"
            raise click.UsageError(msg)
        click.echo(f"{click.style(found.name, bold=True)} ({found.family}; {found.fate}): {found.because}\n")
        click.echo(textwrap.indent(textwrap.dedent(found.example).strip("\n"), "    "))
        for each in words.languages():
            if name in each.examples:
                click.echo(f"\nrules/words/{each.language}.yml\n")
                click.echo(textwrap.indent(each.examples[name].strip("\n"), "    "))
        return
    family = ""
    for rule in all_rules():
        if rule.family != family:
            family = rule.family
            click.echo(click.style(f"\n{family}", bold=True))
        click.echo(f"  {rule.name:22} {rule.fate:8} {rule.because}")


@main.command(name="review", epilog=EPILOG)
@_sources
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The page to write."
)
@_jobs
def review_(sources: Sequence[str], output: Path, jobs: int) -> None:
    """Write one self-contained page that shows sources and guides side by side.

    Removed lines are grey with their rule; mended lines show both texts. It holds the whole source: do not publish it.
    """
    outcomes, failed = _build(sources, jobs)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(review.write(outcomes), "utf-8")
    sys.exit(1 if failed or any(outcome.guide is None for outcome in outcomes) else 0)


@main.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
def worksheet(file: Path) -> None:
    """Print the worksheet that the guide of a source FILE makes by itself, as Markdown.

    To make it your own, save it as docs/worksheets/<slug of the guide>.md and edit it: the build then takes your page.
    """
    source, notices = _one(file)
    outcome = article.build(source, _context(file, source)) if source is not None else None
    _report((*notices, *(outcome.notices if outcome is not None else ())))
    guide = outcome.guide if outcome is not None else None
    if guide is None:
        sys.exit(1)
    derived = derive.derive(guide)
    if derived is None:
        click.echo(f"error: {file}: no worksheet: {derive.reason(guide)}", err=True)
        sys.exit(1)
    click.echo(derive.write(derived, guide), nl=False)


@main.command(epilog=EPILOG)
@click.argument("slug")
@_folder_of_sources
@_folder_of_docs
@click.option("--force", is_flag=True, help="Replace a guide that was adopted before.")
def adopt(slug: str, sources: Path, docs: Path, *, force: bool) -> None:
    """Make the guide SLUG a page of your own: docs/guides/<slug>.md, to be edited by hand.

    From then on the build takes your page instead of the generated one. It remembers what it came from, so the build
    can say when the source or the rules have moved on.
    """
    outcomes, _ = _build([str(sources)], 1)
    found = next((each for each in outcomes if each.guide is not None and each.guide.slug == slug), None)
    if found is None or found.guide is None:
        known = ", ".join(each.guide.slug for each in outcomes if each.guide)
        msg = f"no source in {sources} makes a guide {slug}; there are {known}"
        raise click.UsageError(msg)
    path = docs / "guides" / f"{slug}.md"
    if path.exists() and not force:
        click.echo(f"error: {path} is there already; --force replaces it", err=True)
        sys.exit(2)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = markdown.write(found.guide, anchors=True, images=False).replace(
        "---\n", f"---\nadopted: {found.guide.digest}\n", 1
    )
    path.write_text(text, "utf-8")
    click.echo(f"{path} is yours now; edit it, the build takes it as it stands")


@main.command(epilog=EPILOG)
@click.argument("output", type=click.Path(file_okay=False, path_type=Path))
@_folder_of_sources
@_folder_of_docs
@click.option("--anchors/--no-anchors", default=True, show_default=True, help="Write headings' ids as { #id }.")
@click.option("--drafts", is_flag=True, help="Include guides without a stated permission to publish.")
@_jobs
def site(output: Path, sources: Path, docs: Path, jobs: int, *, anchors: bool, drafts: bool) -> None:
    """Write the whole site as plain Markdown into the folder OUTPUT, for any host but MkDocs.

    Your pages from docs/ are copied; guides, topics and their links are written as text. Files that are in OUTPUT
    already and have the same names are replaced, others stay.
    """
    outcomes, linked, failed = _link(sources, docs, jobs, drafts=drafts)
    if docs.is_dir():
        shutil.copytree(docs, output, dirs_exist_ok=True)
    own = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))}
    for name, text in writers_site.write(linked, own, anchors=anchors).items():
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    sys.exit(1 if failed or any(each.guide is None for each in outcomes) else 0)


@main.command(name="links", epilog=EPILOG)
@_folder_of_sources
@_folder_of_docs
@click.option("--json", "as_json", is_flag=True, help="All that is known of each link, as JSON.")
@_jobs
def links_(sources: Path, docs: Path, jobs: int, *, as_json: bool) -> None:
    """List the links that the build makes inside guides, each with its evidence.

    A line a link: the guide and section, the linked words, where they lead, and why. A wrong one is mended with
    `not_terms:` in the topic's file, or with `links:` in the metadata of the source.
    """
    _, linked, failed = _link(sources, docs, jobs, drafts=True)
    if as_json:
        click.echo(json.dumps(links.as_json(linked), indent=1, ensure_ascii=False))
    else:
        for guide in linked.guides.values():
            for each in guide.links:
                place = f"{each.guide}#{each.anchor}" if each.anchor else each.guide
                click.echo(f"{place}: “{each.text}” → {each.target} ({each.score:.2f}: {each.because})")
    sys.exit(1 if failed else 0)


@main.command(name="report", epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[SOURCE…]")
@_folder_of_sources
@_folder_of_docs
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The page to write."
)
@_jobs
def report_(names: Sequence[str], sources: Path, docs: Path, output: Path, jobs: int) -> None:
    """Write one self-contained page on the whole corpus, for its editor.

    It says what was kept and what each rule removed, which guides are hard to read, which topics are thin, what
    repeats, what nothing leads to, which addresses cannot be right, what is a draft, and all notices. Without a
    SOURCE it takes the folder of --sources. Nothing is fetched.
    """
    page, failed = report_page(names or [str(sources)], docs, jobs)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(page, "utf-8")
    sys.exit(1 if failed else 0)


def report_page(names: Sequence[str], docs: Path, jobs: int) -> tuple[str, bool]:
    """Return the report on what the names mean, with the topics of `docs`, and whether anything was an error."""
    outcomes, built = _built(names, jobs, article.build_proven)
    found, notices = topics.load(docs / "topics")
    guides = [each.guide for each in outcomes if each.guide is not None]
    linked = links.link_corpus(guides, found, jobs=jobs)
    every = [*built, *notices, *linked.notices]
    _report(every)
    return report.write(outcomes, linked, notices=every), any(notice.error for notice in every)


@main.group(name="topics", epilog=EPILOG)
def topics_() -> None:
    """Propose topics for a corpus, or say why a section stands under one."""


@topics_.command(epilog=EPILOG)
@_folder_of_sources
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for one file a topic.")
@click.option("--most", type=click.IntRange(1), default=12, show_default=True, help="So many topics at the most.")
@_jobs
def suggest(sources: Path, output: Path | None, most: int, jobs: int) -> None:
    """Propose topics and their terms from the text of the guides alone, as files ready to edit.

    Without -o they are printed. Files that are there already are left as they are.
    """
    outcomes, failed = _build([str(sources)], jobs)
    proposed = suggestions.suggest([each.guide for each in outcomes if each.guide is not None], most=most)
    for topic in proposed:
        text = suggestions.as_file(topic)
        if output is None:
            click.echo(f"# {topic.slug}.md\n{text}")
            continue
        output.mkdir(parents=True, exist_ok=True)
        path = output / f"{topic.slug}.md"
        if path.exists():
            click.echo(f"note: {path} is there already and stays", err=True)
        else:
            path.write_text(text, "utf-8")
    sys.exit(1 if failed else 0)


@topics_.command(epilog=EPILOG)
@click.argument("slug")
@_folder_of_sources
@_folder_of_docs
@_jobs
def explain(slug: str, sources: Path, docs: Path, jobs: int) -> None:
    """Say why sections stand under the topic SLUG, or which topics the guide SLUG treats, with the evidence."""
    _, linked, failed = _link(sources, docs, jobs, drafts=True)
    if slug not in linked.topics and slug not in linked.guides:
        known = f"topics: {', '.join(linked.topics)}; guides: {', '.join(linked.guides)}"
        msg = f"there is no topic or guide {slug}; there are {known}"
        raise click.UsageError(msg)
    for line in links.explain(linked, slug):
        click.echo(line)
    sys.exit(1 if failed else 0)


@main.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="My guides", show_default=True, help="The name of the site.")
def new(folder: Path, name: str) -> None:
    """Make a site of your own in FOLDER: mkdocs.yml, docs/, hooks/, overrides/, and sources/ with one example.

    \b
    Then:
      cd FOLDER
      mkdocs serve        shows it, and each change as you save it
    """
    if folder.exists() and any(folder.iterdir()):
        click.echo(f"error: {folder} is not empty; name a folder that is new", err=True)
        sys.exit(2)
    with resources.as_file(resources.files("guidewright") / "starter") as starter:
        shutil.copytree(starter, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("site_name: My guides", f"site_name: {json.dumps(name)}"), "utf-8"
    )
    click.echo(f"{folder} is ready: cd {folder} && mkdocs serve")


def _link(
    sources: Path, docs: Path, jobs: int, *, drafts: bool
) -> tuple[tuple[Outcome, ...], links.LinkedCorpus, bool]:
    """Build and link a whole corpus with its topics, report what is wrong, and say whether anything was an error."""
    outcomes, failed = _build([str(sources)], jobs, make=article.build_proven)
    guides = [each.guide for each in outcomes if each.guide is not None and (drafts or not each.guide.front.draft)]
    found, notices = topics.load(docs / "topics")
    linked = links.link_corpus(guides, found, jobs=jobs)
    _report([*notices, *linked.notices])
    return outcomes, linked, failed or any(each.error for each in (*notices, *linked.notices))


def _build(
    names: Sequence[str], jobs: int, make: Callable[[Source, Context], Outcome] = article.build
) -> tuple[tuple[Outcome, ...], bool]:
    """Load and build what the names mean, report what is wrong, and say whether anything was an error."""
    outcomes, every = _built(names, jobs, make)
    _report(every)
    return outcomes, any(notice.error for notice in every)


def _built(
    names: Sequence[str], jobs: int, make: Callable[[Source, Context], Outcome]
) -> tuple[tuple[Outcome, ...], list[Notice]]:
    """Load and build what the names mean, and return all notices with it."""
    sources, notices = _load(names)
    furniture = corpus.survey(sources)
    bar = click.progressbar(
        length=len(sources), label="articles", file=sys.stderr, hidden=not sys.stderr.isatty() or len(sources) < _MANY
    )
    with bar:
        outcomes = corpus.build(sources, jobs=jobs, furniture=furniture, make=make, progress=lambda _: bar.update(1))
    return outcomes, [*notices, *(notice for outcome in outcomes for notice in outcome.notices)]


def _make(folder: Path) -> None:
    """Make the folder for the results, or say why it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"{folder} cannot be made: {(error.strerror or str(error)).lower()}; name another folder"
        raise click.UsageError(msg) from error


def _load(names: Sequence[str]) -> tuple[list[Source], list[Notice]]:
    """Return the articles of all that is named, a bar on the terminal where it takes long."""
    sources: list[Source] = []
    notices: list[Notice] = []
    paths = [path for name in names for path in _paths(name)]
    # A glob by the shell brings the metadata files along.
    paths = [each for each in paths if len(paths) == 1 or each.suffix.lower() not in corpus.METADATA_ENDINGS]
    files = sum(len(corpus.files(each)) if each.is_dir() else 1 for each in paths)
    bar = click.progressbar(
        length=files, label="reading", file=sys.stderr, hidden=not sys.stderr.isatty() or files < _MANY
    )
    with bar:
        for path in paths:
            if path.is_dir():
                found, complaints = corpus.load(path, progress=lambda _: bar.update(1))
            else:
                found, complaints = _stdin() if str(path) == "-" else corpus.load_file(path)
                bar.update(1)
            sources.extend(found)
            notices.extend(complaints)
    return sources, notices


def _paths(name: str) -> list[Path]:
    """Return what a name means: itself, or what fits it as a pattern."""
    path = Path(name)
    if name == "-" or path.exists() or not glob.has_magic(name):
        return [path]
    found = sorted(Path(each) for each in glob.glob(name, recursive=True))  # noqa: PTH207 - of any place, as typed
    if not found:
        msg = f"nothing fits the pattern {name}"
        raise click.UsageError(msg)
    return [each for each in found if each.name != "README.md"]


def _stdin() -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    return corpus.expand(Source("stdin", sys.stdin.buffer.read()))


def _one(file: Path) -> tuple[Source | None, tuple[Notice, ...]]:
    """Return the one article that is named, or None and why."""
    found, notices = corpus.load_file(file)
    if len(found) > 1:
        text = f"it holds {len(found)} articles: name one, such as {found[0].id}"
        return None, (*notices, Notice(file.name, 0, text, error=True))
    return (found[0] if found else None), notices


def _context(file: Path, source: Source) -> Context:
    """Return what is known of an article from outside, as when the whole folder that its file is in is built."""
    alone = file.parent.parts[:2] == ("/", "dev")  # a shell passes it on
    beside = [] if alone or not file.parent.is_dir() else _load([str(file.parent)])[0]
    sources = [*(each for each in beside if each.id != source.id), source]
    return corpus.contexts(sources, corpus.survey(sources))[-1]


def _report(notices: Iterable[Notice]) -> None:
    for notice in notices:
        kind = click.style("error", fg="red") if notice.error else click.style("note", fg="yellow")
        click.echo(f"{kind}: {notice}", err=True, color=None if not os.environ.get("NO_COLOR") else False)


def _colour(fate: Fate) -> str:
    shade = {Fate.REMOVED: "red", Fate.MENDED: "yellow", Fate.LIFTED: "cyan", Fate.KEPT: "green"}[fate]
    return fate.value if os.environ.get("NO_COLOR") else click.style(fate.value, fg=shade)
