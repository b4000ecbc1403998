"""The normaliser beside public extractors: what of a page is kept, lost and told apart, and what it costs.

    scripts/bench normalise                        our own labelled cases, with every peer
    scripts/bench normalise --by kind --worst 8    … by kind of article, and the pages that went worst, line by line
    scripts/bench normalise --without pull-quote   … ours without a rule, beside ours with it
    scripts/bench normalise --data DIR             a folder of outside data, by set
    scripts/bench normalise --data DIR --set html --set resi_main --no-peers
    scripts/bench normalise --data DIR --sites     … and look first for what the pages of a site have in common

Precision, recall and F1 are of 4-gram shingles, as the article-extraction-benchmark counts them (bench/_shingles.py);
“junk” is the share of lines outside the article that stayed, “lost” that of the article's own that went; “heads” and
“items” are F1 of headings and list items by their text; “ms” is CPU time a page, “×” that time in units of
`trafilatura.extract(page)` with its defaults on the same pages. “ahead” is our F1 less the peer's with its 95 %
interval (paired bootstrap over the pages): below three hundred pages, trust no difference whose interval holds 0.
Numbers on `ours` are of `article.build` and the Markdown that it writes.

Our own cases stand in tests/cases/normalise/ (README.md there). A third of them is held out: `--worst` never shows
their lines, so that nobody tunes for them.

Outside data is a folder with `gold/<id>.txt` (articles) and any of

    html/<id>.html, or .html.gz      web pages
    text/<look>/<id>.txt             plain-text scrapes of the same pages
    structure/<id>.md                the headings and list items of the texts, structure_html/<id>.md of the pages
    comments/text_<look>/<id>.txt    articles with a thread below, with comments/gold/<id>.txt
    ids.<name>.txt                   a part of all sets, to be shown apart

docs/developers/benchmark.md names public benchmarks and says how to bring them into this form.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import sys
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import _pages
import _peers
import _shingles

from guidewright import article, rules
from guidewright.model import Context, Fate
from guidewright.survey import survey
from guidewright.writers import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _pages import Task
    from _shingles import Page, Total

OURS = "ours"
YARDSTICK = "trafilatura"
HEAD = f"{'':24} pages  prec.  recall     F1   junk   lost  heads  items     ms     ×   ahead"


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool made of a set's pages, and its CPU seconds."""

    pages: tuple[Page, ...]
    seconds: float


def ours(without: frozenset[str] = frozenset(), sites: Sequence[Task] = ()) -> Callable[[Task], str]:
    """Return our own normaliser, without the rules named, with the furniture of the sites of some pages."""
    furniture = survey(task.source for task in sites)

    def run(task: Task) -> str:
        context = Context(furniture=furniture.get(task.source.id, frozenset()), rules_off=without)
        outcome = article.build(task.source, context)
        return markdown.write(outcome.guide) if outcome.guide else ""

    return run


def measure(name: str, tool: Callable[[Task], str], tasks: Sequence[Task]) -> Run:
    """Run a tool over the pages. One that a peer fails on counts as a page of which it kept nothing, and is told."""
    pages = []
    failed = []
    seconds = 0.0
    with contextlib.suppress(Exception):
        tool(tasks[0])  # what it imports and compiles at its first call is no page's cost
    for at, task in enumerate(tasks, start=1):
        progress(f"{name}: {at} of {len(tasks)}")
        start = time.process_time()
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                made = tool(task)
        except Exception as error:
            if name.startswith(OURS):
                raise
            failed.append(f"{task.id} ({type(error).__name__})")
            made = ""
        seconds += time.process_time() - start
        pages.append(score(task, made))
    progress("")
    if failed:
        print(f"{name} failed on {len(failed)} of {len(tasks)} pages: {', '.join(failed[:5])}", file=sys.stderr)
    return Run(tuple(pages), seconds)


def score(task: Task, made: str) -> Page:
    """Score what was made of a task."""
    if task.lines is None:
        return _shingles.score(made, task.gold, structure=task.structure)
    if task.labels is None:
        lines = _shingles.Text("\n".join(task.lines)).lines
        return _shingles.score(made, task.gold, source=lines, structure=task.structure)
    # A line that is nothing but marks has no words, and so no say.
    rows = [(said, own) for line, own in zip(task.lines, task.labels, strict=True) if (said := _words(line))]
    lines, labels = zip(*rows, strict=True)
    return _shingles.score(made, task.gold, source=lines, labels=labels, structure=task.structure, titled=True)


def _words(line: str) -> _shingles.Words:
    return _shingles.words(_shingles.plain(line))


def progress(text: str) -> None:
    """Tell a person who watches how far it is."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def row(name: str, total: Total, *, each: float | None = None, unit: float | None = None, ahead: str = "") -> str:
    """Return a row of the table."""
    rates = (total.junk_kept, total.article_lost, total.headings, total.items)
    cells = [f"{name:24} {total.pages:5}", *(f"{value:6.4f}" for value in (total.precision, total.recall, total.f1))]
    cells += ["     –" if rate is None else f"{rate:6.4f}" for rate in rates]
    cells += [
        "     –" if each is None else f"{1000 * each:6.2f}",
        "    –" if each is None or not unit else f"{each / unit:5.2f}",
    ]
    return " ".join([*cells, f"  {ahead}"]).rstrip()


def table(name: str, tasks: Sequence[Task], options: argparse.Namespace) -> dict[str, Run]:
    """Print the table of one set and return the runs."""
    of_html = tasks[0].is_html
    tools: dict[str, Callable[[Task], str]] = {OURS: ours(sites=tasks if options.sites else ())}
    if options.sites:
        tools["ours, page by page"] = ours()
    if options.without:
        tools[f"ours without {len(options.without)} rules"] = ours(frozenset(options.without))
    if not options.no_peers:
        tools |= _peers.peers(of_html=of_html)
    _peers.defaults(tasks[0])
    start = time.process_time()
    if of_html:
        for task in tasks:
            _peers.defaults(task)
    unit = (time.process_time() - start) / len(tasks) if of_html else None
    runs = {each: measure(each, tool, tasks) for each, tool in tools.items()}
    print(f"\n{name}\n{HEAD}")
    for each, run in runs.items():
        ahead = ""
        if each != OURS:
            gap, low, high = _shingles.bootstrap(runs[OURS].pages, run.pages)
            ahead = f"{gap:+.4f} ({low:+.4f} … {high:+.4f})"
        print(row(each, _shingles.total(run.pages), each=run.seconds / len(tasks), unit=unit, ahead=ahead))
    return runs


def by_fact(fact: str, tasks: Sequence[Task], runs: dict[str, Run]) -> None:
    """Print our figures and the best peer's for each value of a fact of our cases."""
    print(f"\nby {fact}\n{HEAD}")
    for value in sorted({task.facts[fact] for task in tasks}):
        places = [at for at, task in enumerate(tasks) if task.facts[fact] == value]
        totals = {name: _shingles.total(run.pages[at] for at in places) for name, run in runs.items()}
        print(row(value, totals[OURS]))
        others = {name: each for name, each in totals.items() if not name.startswith(OURS)}
        if others:
            best = max(others, key=lambda name: others[name].f1)
            print(row(f"  {best}", others[best]))


def worst(tasks: Sequence[Task], run: Run, count: int, hidden: frozenset[str]) -> None:
    """Print the pages that went worst, with each line that stayed or went wrongly, and the rule that took it."""
    order = sorted(range(len(tasks)), key=lambda at: run.pages[at].f1)
    print("\nworst pages: + stayed and is junk, - went and is the article’s")
    for at in [at for at in order if tasks[at].id not in hidden][:count]:
        task, page = tasks[at], run.pages[at]
        print(f"\n  {task.id}: F1 {page.f1:.3f}, precision {page.precision or 0:.3f}, recall {page.recall or 0:.3f}")
        verdicts = [each for each in article.build(task.source).verdicts if _words(each.line.says)]
        if task.labels is None or task.is_html:
            rights = _shingles.Text(task.gold).holds([_words(each.line.says) for each in verdicts])
        else:  # a text's labels know a line from its twin
            rights = [label for line, label in zip(task.lines or (), task.labels, strict=True) if _words(line)]
        for verdict, right in zip(verdicts, rights, strict=True):
            stays = verdict.fate in {Fate.KEPT, Fate.MENDED}
            if stays != right:
                mark = "+" if stays else f"- {verdict.rule}"
                print(f"    {verdict.line.number:5} {mark}: {verdict.line.says.strip()[:110]}")


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench normalise", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="outside data instead of our own cases")
    parser.add_argument("--set", action="append", metavar="NAME", help="only this set; may stand more than once")
    parser.add_argument("--without", action="append", metavar="RULE", help="also ours without this rule; may repeat")
    parser.add_argument("--no-peers", action="store_true", help="only ours")
    parser.add_argument("--by", choices=("kind", "language", "look"), help="our own cases: also by this")
    parser.add_argument("--sites", action="store_true", help="outside data: first look for the furniture of sites")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="also the N pages that went worst")
    options = parser.parse_args()
    known = {rule.name for rule in rules.all_rules()}
    for name in options.without or ():
        if name not in known:
            parser.error(f"there is no rule {name}; there are {', '.join(sorted(known))}")
    if options.data and not (options.data / "gold").is_dir() and not (options.data / "comments" / "gold").is_dir():
        parser.error(f"{options.data} has no folder gold/; --help shows what a folder of data holds")
    if options.sites and not options.data:
        parser.error("--sites is for outside data: our own cases are each of another site")
    if options.data and options.by:
        parser.error("--by is for our own cases: outside data has no kinds; use ids.<name>.txt")
    return options


def own_sets() -> dict[str, list[Task]]:
    """Return our own cases by set: texts, those with a comment thread, web pages, those held out from tuning."""
    every = _pages.cases()
    hidden = {task.id for task in _pages.cases(held_out=True)}
    texts = [task for task in every if not task.is_html]
    return {
        "own texts": texts,
        "own texts with a comment thread": [task for task in texts if "thread" in task.facts["tests"]],
        "own web pages": [task for task in every if task.is_html],
        "own texts held out from tuning": [task for task in texts if task.id in hidden],
    }


def main() -> None:
    """Print what was asked for."""
    options = arguments()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    found = _pages.sets(options.data) if options.data else own_sets()
    chosen = options.set or list(found)
    for name in chosen:
        if name not in found or not found[name]:
            sys.exit(f"there is no set {name}; there are {', '.join(found)}")
    hidden = frozenset() if options.data else frozenset(task.id for task in _pages.cases(held_out=True))
    for name in chosen:
        tasks = found[name]
        runs = table(name, tasks, options)
        if options.by:
            by_fact(options.by, tasks, runs)
        if options.worst:
            worst(tasks, runs[OURS], options.worst, hidden)


if __name__ == "__main__":
    main()
