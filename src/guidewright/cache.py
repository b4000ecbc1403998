"""Outcomes that outlive a process: an article that has not changed is not built again."""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from guidewright import article

if TYPE_CHECKING:
    from guidewright.model import Context, Outcome, Source


def _code() -> str:
    """Return a digest of this package's own files: an outcome is as old as the code that made it."""
    sums = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        sums.update(path.read_bytes())
    return sums.hexdigest()


# Of the code that is running; read once, since a process does not change when its files do.
CODE = _code()


@dataclass(frozen=True, slots=True)
class Cached:
    """`article.build_proven` with a memory: one file a source in `folder`, with the last outcome and all it depends on.

    Picklable and safe to share between processes. A folder that cannot be written is no error, only slow; a file
    that cannot be read back is built anew.
    """

    folder: Path
    code: str = field(default=CODE)

    def __call__(self, source: Source, context: Context | None = None) -> Outcome:
        """Return what `article.build_proven(source, context)` returns."""
        path = self.folder / f"{hashlib.sha256(source.id.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.pickle"
        key = self._key(source, context)
        try:
            known, outcome = pickle.loads(path.read_bytes())  # noqa: S301  (a file of our own making)
        except (OSError, ValueError, EOFError, pickle.UnpicklingError, AttributeError, TypeError):
            known, outcome = "", None
        if known == key:
            return outcome  # type: ignore[no-any-return]
        outcome = article.build_proven(source, context)
        self._keep(path, (key, outcome))
        return outcome

    def _key(self, source: Source, context: Context | None) -> str:
        sums = hashlib.sha256(source.raw)
        said = [self.code, source.id, source.media_type, repr(source.metadata)]
        if context is not None:
            said += [
                context.slug,
                *sorted(context.furniture),
                "",
                *sorted(context.rules_off),
                "",
                *sorted(context.comments),
            ]
        sums.update("\0".join(said).encode("utf-8", "surrogatepass"))
        return sums.hexdigest()

    def _keep(self, path: Path, value: tuple[str, Outcome]) -> None:
        mine = path.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            mine.write_bytes(pickle.dumps(value))
            mine.replace(path)
        except OSError:
            mine.unlink(missing_ok=True)
