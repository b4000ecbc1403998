"""What a file that holds articles may ask of the machine that opens it; `Refused` says what it asked."""

from __future__ import annotations

# A file of articles is read as a whole: an export of ten thousand posts has some 100 MB.
LARGEST_FILE = 512 * 1024 * 1024
# As an article may have (`refusal.LARGEST`), so may each part of an archive that is read.
LARGEST_PART = 32 * 1024 * 1024
# All parts together: a book of 1,000 pages has some 5 MB of text.
LARGEST_TEXT = 256 * 1024 * 1024
# Text compresses to a tenth, the emptiest spreadsheet to a hundredth; a bomb to a thousandth.
TIGHTEST = 200
# What unpacks to less than this is no bomb, however tight it is.
HARMLESS = 8 * 1024 * 1024
# Books with a file for every footnote have some thousands.
MOST_PARTS = 10_000


class Refused(ValueError):  # noqa: N818 - it is an answer, and the message is for an editor
    """A file cannot be opened. The message completes "<file>: ", with the remedy; `line` counts from 1, 0 is none."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
