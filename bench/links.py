"""Topics, links, related guides and copies on generated corpora: seconds, memory, growth.

    scripts/bench links                     1,000, 2,500, 5,000 and 10,000 guides, two processes
    scripts/bench links --guides 2000 --jobs 1

Each size runs in a process of its own. The guides are of a real one's size (about 1,000 words, ten sections) from a
vocabulary with the frequencies of natural language; 100 topics with 8 terms each are spread over them, every 50th
guide is a near-copy, and every guide names another by its title. Due: 10,000 guides in 60 s and 2 GB on two cores,
growth no worse than N log N. Memory is that of all processes together, shared pages once (PSS), at its highest.
Where other work runs on the machine, trust the CPU seconds, of all processes together.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import time
from itertools import accumulate, pairwise
from math import log
from pathlib import Path

from guidewright.links import link_corpus
from guidewright.model import Block, Front, Guide, Kind
from guidewright.topics import Term, Topic

SIZES = (1_000, 2_500, 5_000, 10_000)
TOPICS = 100
TERMS = 8
SYLLABLES = [first + second for first in "bdklmnrst" for second in "aeiou"]
SMALL_WORDS = ["the", "a", "of", "and", "to", "in", "is", "you", "that", "it", "for", "on", "with", "as", "your", "not"]


def vocabulary(dice: random.Random, count: int) -> list[str]:
    """Return different made-up words."""
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4)))] = None
    return list(words)


def topics(dice: random.Random, words: list[str]) -> list[Topic]:
    """Return topics, half of whose terms have two words."""
    made = []
    for number in range(TOPICS):
        own = words[number * TERMS * 2 : (number + 1) * TERMS * 2]
        terms = [own[2 * place] if place % 2 else f"{own[2 * place]} {own[2 * place + 1]}" for place in range(TERMS)]
        made.append(
            Topic(f"topic-{number}", own[0].capitalize(), tuple(map(Term, terms)), path=f"topics/topic-{number}.md")
        )
    dice.shuffle(made)
    return made


def corpus(count: int, seed: int = 1) -> tuple[list[Guide], list[Topic]]:
    """Return `count` guides and the topics that they treat."""
    dice = random.Random(seed)  # noqa: S311  (a benchmark must repeat itself)
    words = vocabulary(dice, 12_000)
    all_topics = topics(dice, words)
    common = words[TOPICS * TERMS * 2 :]
    weights = list(accumulate([1 / (rank + 5) for rank in range(len(common))]))
    guides: list[Guide] = []
    for number in range(count):
        if number % 50 == 49:
            guides.append(near_copy(dice, guides[dice.randrange(len(guides))], number))
        else:
            guides.append(guide(dice, number, all_topics, common, weights))
    return guides, all_topics


def guide(dice: random.Random, number: int, all_topics: list[Topic], common: list[str], weights: list[float]) -> Guide:
    """Return a guide of ten sections about three topics."""
    title = f"{' '.join(dice.choices(common, k=3)).capitalize()} {number}"
    about = dice.sample(all_topics, 3)
    blocks: list[Block] = []
    for place in range(10):
        head = " ".join(dice.choices(common, k=3))
        subject = dice.choice(about)
        if place % 3 == 0:
            head = f"{head} {dice.choice(subject.terms).text}"
        blocks.append(Block(Kind.HEADING, head.capitalize(), 1, 1, 2, anchor=f"section-{place}"))
        for _ in range(4):
            text = " ".join(sentence(dice, subject, common, weights) for _ in range(2))
            blocks.append(Block(Kind.PARAGRAPH if dice.random() < 0.7 else Kind.ITEM, text, 1, 1, 1))
    if number > 2:
        blocks.append(Block(Kind.PARAGRAPH, f"Read the guide “Guide {dice.randrange(number)} itself” too.", 1, 1))
    front = Front(title, f"guide-{number}.txt", draft=False, language="en")
    return Guide(f"guide-{number}-itself", title, tuple(blocks), front, words=1000)


def sentence(dice: random.Random, subject: Topic, common: list[str], weights: list[float]) -> str:
    """Return a sentence of about twelve words; every third one mentions its subject."""
    said = dice.choices(common, cum_weights=weights, k=7) + dice.choices(SMALL_WORDS, k=5)
    dice.shuffle(said)
    if dice.random() < 0.35:
        said[dice.randrange(len(said))] = dice.choice(subject.terms).text
    return " ".join(said).capitalize() + "."


def near_copy(dice: random.Random, guide: Guide, number: int) -> Guide:
    """Return a guide with a few other words, as a syndicated article comes."""
    blocks = list(guide.blocks)
    blocks.pop(dice.randrange(len(blocks)))
    front = Front(guide.title, f"guide-{number}.txt", draft=False, language="en")
    return Guide(f"guide-{number}-itself", guide.title, tuple(blocks), front, words=980)


def cpu() -> float:
    """Return the CPU seconds of this process and of its workers that have ended."""
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


def memory(process: int) -> int:
    """Return the MB that a process and its children take now, shared pages once; 0 where the system does not tell."""
    total = 0
    children = Path(f"/proc/{process}/task/{process}/children")
    with contextlib.suppress(OSError):
        for each in (str(process), *children.read_text().split()):
            with contextlib.suppress(OSError):
                rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total // 1024


def measured(command: list[str]) -> dict[str, float]:
    """Run one size and add the highest memory seen to what it says."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.2)
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(process.returncode)
    return json.loads(said) | {"MB peak": peak}


def run(count: int, jobs: int) -> dict[str, float]:
    """Link a corpus of `count` guides once and return what it took."""
    guides, all_topics = corpus(count)
    words = sum(len(block.text.split()) for guide in guides for block in guide.blocks)
    before = memory(os.getpid())
    start, spent = time.perf_counter(), cpu()
    linked = link_corpus(guides, all_topics, jobs=jobs)
    seconds = time.perf_counter() - start
    return {
        "guides": count,
        "words": words,
        "seconds": round(seconds, 2),
        "CPU seconds": round(cpu() - spent, 2),
        "guides a second": round(count / seconds),
        "MB before": before,
        "links": sum(len(page.links) for page in linked.guides.values()),
        "related": sum(len(page.related) for page in linked.guides.values()),
        "sections that treat a topic": sum(len(page.treats) for page in linked.guides.values()),
        "copies": sum(bool(page.copy_of) for page in linked.guides.values()),
    }


def main() -> None:
    """Run each size in a process of its own and print a table and the growth between sizes."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--guides", type=int, nargs="*", default=SIZES)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    said = asked.parse_args()
    if said.one:
        print(json.dumps(run(said.one, said.jobs)))
        return
    results = []
    for count in said.guides:
        command = [sys.executable, __file__, "--one", str(count), "--jobs", str(said.jobs)]
        results.append(measured(command))
        print("  ".join(f"{name}: {value:,}" for name, value in results[-1].items()))
    for less, more in pairwise(results):
        ratio = more["CPU seconds"] / less["CPU seconds"]
        n, m = less["guides"], more["guides"]
        print(
            f"{n:,} to {m:,} guides: {ratio:.2f} times the CPU time; N log N would be {m * log(m) / (n * log(n)):.2f}"
        )


if __name__ == "__main__":
    main()
