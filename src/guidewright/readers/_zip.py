"""Zip archives that strangers made: looked at before anything is unpacked, and never unpacked to a disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from guidewright.readers._limits import HARMLESS, LARGEST_PART, LARGEST_TEXT, MOST_PARTS, TIGHTEST, Refused

_AGAIN = "save or download the file again"


class Parts:
    """The parts of an archive by name. `read` counts what it unpacks, so that all of it together stays bounded."""

    def __init__(self, raw: bytes) -> None:
        """Check the archive's own list of parts: number, names, sizes, how tight they are packed."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError, IndexError) as error:
            msg = f"it is no whole zip archive ({str(error).rstrip('.').lower()}); {_AGAIN}"
            raise Refused(msg) from error
        if len(infos) > MOST_PARTS:
            msg = f"it is an archive of {len(infos)} parts, and {MOST_PARTS} are the most; split it"
            raise Refused(msg)
        for info in infos:
            _check(info)
        self._left = LARGEST_TEXT
        self.names = frozenset(info.filename for info in infos)
        self.encrypted = any(info.flag_bits & 1 for info in infos)

    def read(self, name: str) -> bytes:
        """Return one part's bytes; Refused where it is missing, damaged, locked or too large."""
        if name not in self.names:
            msg = f"its part {name} is missing; {_AGAIN}"
            raise Refused(msg)
        info = self._zip.getinfo(name)
        if info.file_size > min(LARGEST_PART, self._left):
            msg = f"its part {name} has {info.file_size // 2**20} MB, more than a guide can hold; split it"
            raise Refused(msg)
        try:
            raw = self._zip.read(info)
        except RuntimeError as error:  # what zipfile raises for a password
            msg = f"its part {name} is locked with a password; save it without one"
            raise Refused(msg) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            msg = f"its part {name} is damaged ({str(error).rstrip('.').lower()}); {_AGAIN}"
            raise Refused(msg) from error
        self._left -= len(raw)
        return raw


def _check(info: zipfile.ZipInfo) -> None:
    """Refuse a part that writes outside of its archive, is a link, or is a bomb."""
    # `orig_filename` has what zipfile makes harmless in `filename`.
    named = info.orig_filename.replace("\\", "/")
    path = PurePosixPath(named)
    if path.is_absolute() or ".." in path.parts or named[1:2] == ":" or "\0" in named:
        msg = f"its part {info.orig_filename!r} would be written outside of it: such an archive is not opened"
        raise Refused(msg)
    if stat.S_ISLNK(info.external_attr >> 16):
        msg = f"its part {info.orig_filename!r} is a link to another file: such an archive is not opened"
        raise Refused(msg)
    if info.file_size > HARMLESS and info.file_size > TIGHTEST * max(1, info.compress_size):
        msg = (
            f"its part {info.orig_filename!r} unpacks {info.compress_size} bytes to {info.file_size}: "
            "it is a zip bomb and is not opened"
        )
        raise Refused(msg)
