"""Build the site beside the last good one and swap the two; `scripts/build` calls this."""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
WORK = ROOT / ".cache" / "build"
NEW, OLD, RECORD = WORK / "new", WORK / "old", WORK / "record.json"
CONFIG = ROOT / "mkdocs.yml"
INPUTS = ("mkdocs.yml", "docs", "sources", "overrides", "hooks", "src", "requirements.lock", "pyproject.toml")
# MkDocs says these on every build; they name our temporary folder, which is nobody's business.
NOISE = re.compile(r"INFO +- +(Cleaning site directory|Building documentation to directory|Documentation built in)")

HINT = "To build what is well in spite of the complaints: scripts/build --keep-going\n"
# A warning of a source or a topic asks the editor to look: the page is there, and nothing of it leads nowhere.
COMPLAINT = re.compile(r"(?:WARNING +- +(?!sources/|docs/topics/)|ERROR +- +)(?P<source>sources/)?")


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in a fixed order, without Python's own caches."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def digest_of_inputs() -> str:
    """Return a digest of everything that decides what the site will be."""
    digest = hashlib.sha256(sys.version.encode())
    variables = set(re.findall(r"!ENV\s*\[?\s*([A-Za-z_][A-Za-z0-9_]*)", CONFIG.read_text("utf-8")))
    for name in sorted(variables):
        digest.update(f"{name}={os.environ.get(name)!r}\n".encode())
    for name in INPUTS:
        start = ROOT / name
        for path in [start] if start.is_file() else files_below(start):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode(errors="surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def state_of_site() -> list[list[str | int]]:
    """Return name, size and time of each file of the site; they differ if anybody else has been at it."""
    return [[str(path.relative_to(SITE)), path.stat().st_size, path.stat().st_mtime_ns] for path in files_below(SITE)]


def is_up_to_date(digest: str) -> bool:
    """Tell whether the site stands as the last build from the same inputs left it."""
    try:
        record = json.loads(RECORD.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(record == {"inputs": digest, "site": state_of_site()})


def build() -> tuple[int, int, int]:
    """Run MkDocs into the folder NEW, pass on what it has to say.

    Return its exit code, the number of complaints about sources (those are left out, the rest is whole), and the
    number of all others (links that lead nowhere: what a reader would fall over).
    """
    # Not --strict: it would tell a source that cannot be read from a link that leads nowhere no more than we need.
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(CONFIG), "--site-dir", str(NEW)]
    sources = others = 0
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as mkdocs:
        try:
            for line in mkdocs.stdout or ():
                if not NOISE.match(line):
                    sys.stderr.write(line)
                    if found := COMPLAINT.match(line):
                        sources += bool(found["source"])
                        others += not found["source"]
        except BaseException:
            mkdocs.terminate()
            raise
    return mkdocs.returncode, sources, others


def swap() -> None:
    """Put the new site in the place of the old one."""
    shutil.rmtree(OLD, ignore_errors=True)
    if SITE.exists():
        SITE.rename(OLD)
    NEW.rename(SITE)
    shutil.rmtree(OLD, ignore_errors=True)


def mend_interrupted_swap() -> None:
    """Bring the last good site back if a swap was cut between its two steps; remove what is half done."""
    if OLD.exists() and not SITE.exists():
        OLD.rename(SITE)
    shutil.rmtree(NEW, ignore_errors=True)


def stop(_number: int, _frame: object) -> NoReturn:
    """End at once, but tidily."""
    raise KeyboardInterrupt


def main() -> int:
    """Build, unless nothing has changed; return the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/build", add_help=False)
    parser.add_argument("-f", "--force", action="store_true")
    parser.add_argument("-k", "--keep-going", action="store_true")
    arguments = parser.parse_args()

    signal.signal(signal.SIGTERM, stop)
    started = time.monotonic()
    WORK.mkdir(parents=True, exist_ok=True)
    with (WORK / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.stderr.write("scripts/build: another build is at work here; waiting for it …\n")
            fcntl.flock(lock, fcntl.LOCK_EX)
        mend_interrupted_swap()
        digest = digest_of_inputs()
        if not arguments.force and is_up_to_date(digest):
            print("site/ is up to date: nothing it is made from has changed. To look at it: scripts/serve")
            return 0
        try:
            code, sources, others = build()
            good = code == 0 and (not others or arguments.keep_going)
            if good:
                swap()
        except KeyboardInterrupt:
            mend_interrupted_swap()
            sys.stderr.write(f"\nscripts/build: interrupted; {what_stands()}\n")
            return 130
        if not good:
            mend_interrupted_swap()
            sys.stderr.write(f"scripts/build: the build failed; {what_stands()}\n{HINT if others else ''}")
            return 1
        if sources or others:
            RECORD.unlink(missing_ok=True)
        else:
            RECORD.write_text(json.dumps({"inputs": digest, "site": state_of_site()}), "utf-8")
    pages = sum(path.suffix == ".html" for path in files_below(SITE))
    print(f"Built {pages} pages into site/ in {time.monotonic() - started:.1f} s. To look at them: scripts/serve")
    if sources:
        sys.stderr.write("scripts/build: some sources were left out; what is wrong with each stands above\n")
    return 1 if sources or others else 0


def what_stands() -> str:
    """Say what a failed build leaves."""
    return "site/ is as it was" if SITE.exists() else "there is no site/ yet"


if __name__ == "__main__":
    sys.exit(main())
