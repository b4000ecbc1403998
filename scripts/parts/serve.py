"""Run `mkdocs serve`, and start it again when the code it holds in memory changes; `scripts/serve` calls this.

MkDocs loads hooks and what they import once; under `mkdocs serve` a changed hook triggers a rebuild with the old code.
"""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

ROOT = Path(__file__).resolve().parents[2]
CODE = ("hooks", "src")
# Editors write a file in several steps; a restart waits until this many seconds have been quiet.
QUIET = 0.3
# How long MkDocs may take to end before it is killed, in seconds.
PATIENCE = 5
CHANGES = {"created", "modified", "moved", "deleted"}


class Changes(FileSystemEventHandler):
    """Puts the path of each changed Python file into a queue."""

    def __init__(self) -> None:
        """Start with no changes."""
        self.paths: queue.Queue[str] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change to a Python file."""
        path = str(event.dest_path or event.src_path)
        if event.event_type in CHANGES and path.endswith(".py"):
            self.paths.put(path)

    def wait(self, seconds: float) -> str | None:
        """Wait for a change and then for quiet; return the last path, or None if nothing changed in that time."""
        path = None
        while True:
            try:
                path = self.paths.get(timeout=seconds if path is None else QUIET)
            except queue.Empty:
                return path


def start(options: list[str]) -> subprocess.Popen[bytes]:
    """Start `mkdocs serve`."""
    return subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", *options], cwd=ROOT)


def end(mkdocs: subprocess.Popen[bytes]) -> None:
    """End `mkdocs serve`, politely first."""
    mkdocs.terminate()
    try:
        mkdocs.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        mkdocs.kill()
        mkdocs.wait()


def serve(options: list[str]) -> int:
    """Serve until interrupted; return an exit code if MkDocs could not start."""
    changes = Changes()
    observer = Observer()
    for folder in CODE:
        observer.schedule(changes, str(ROOT / folder), recursive=True)
    observer.start()
    mkdocs = start(options)
    has_restarted = False
    told = False
    try:
        while True:
            path = changes.wait(seconds=1)
            if path:
                sys.stderr.write(f"scripts/serve: {Path(path).relative_to(ROOT)} changed; starting MkDocs again …\n")
                end(mkdocs)
                mkdocs = start(options)
                has_restarted, told = True, False
            elif mkdocs.poll() is not None:
                if not has_restarted:
                    return mkdocs.returncode
                if not told:
                    sys.stderr.write(
                        "scripts/serve: MkDocs has ended; it starts again when hooks/ or src/ change (Ctrl-C ends).\n"
                    )
                    told = True
    finally:
        end(mkdocs)
        observer.stop()
        observer.join()


def stop(_number: int, _frame: object) -> NoReturn:
    """End as Ctrl-C does."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    try:
        sys.exit(serve(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(0)
