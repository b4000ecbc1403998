"""Kinds of options: each reads what an author wrote, or says what it should have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidewright.worksheets.words import is_code

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Option:
    """`read` turns the author's text or list into a value, or raises ValueError that says what is expected."""

    default: object
    read: Callable[[object], object]


def whole(low: int, high: int, default: int) -> Option:
    """Return an option that takes a whole number from `low` to `high`."""

    def read(value: object) -> int:
        try:
            number = int(str(value))
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            msg = f"must be a whole number from {low} to {high}" if low < high else f"must be {low}, or be left out"
            raise ValueError(msg)
        return number

    return Option(default, read)


def words(default: str = "") -> Option:
    """Return an option that takes a few words."""

    def read(value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            msg = "must be a few words"
            raise ValueError(msg)
        return value.strip()

    return Option(default, read)


def code_of_language() -> Option:
    """Return an option that takes the code of a language."""

    def read(value: object) -> str:
        if not is_code(str(value)):
            msg = "must be the code of a language, such as `pl` or `en-GB`"
            raise ValueError(msg)
        return str(value)

    return Option("", read)


def several(least: int, most: int, default: tuple[str, ...] = ()) -> Option:
    """Return an option that takes texts with `|` between them, or a YAML list.

    One text with commas or semicolons in it was meant to be several; in a list it may have them.
    """

    def read(value: object) -> tuple[str, ...]:
        if isinstance(value, str) and "|" not in value and (cut := next((each for each in ";," if each in value), "")):
            msg = f"must have `|` between its texts: `{' | '.join(part.strip() for part in value.split(cut))}`"
            raise ValueError(msg)
        parts = value if isinstance(value, list) else str(value).split("|")
        found = tuple(str(part).strip() for part in parts)
        if not least <= len(found) <= most or not all(found) or isinstance(value, dict):
            msg = f"must be {least} to {most} texts with `|` between them"
            raise ValueError(msg)
        return found

    return Option(default, read)


def addresses() -> Option:
    """Return an option that takes one address, or a YAML list of them."""

    def read(value: object) -> tuple[str, ...]:
        found = tuple(str(each).strip() for each in (value if isinstance(value, list) else [value]))
        if isinstance(value, dict) or not all(found):
            msg = "must be an address, or a list of addresses"
            raise ValueError(msg)
        return found

    return Option((), read)


def yes_or_no(*, default: bool) -> Option:
    """Return an option that is on or off."""

    def read(value: object) -> bool:
        said = str(value).lower()
        if said not in ("true", "yes", "on", "false", "no", "off"):
            msg = "must be `true` or `false`"
            raise ValueError(msg)
        return said in ("true", "yes", "on")

    return Option(default, read)


def one_of(*choices: str, default: str) -> Option:
    """Return an option that takes one of a few words."""

    def read(value: object) -> str:
        if str(value).lower() not in choices:
            msg = "must be " + " or ".join(f"`{choice}`" for choice in choices)
            raise ValueError(msg)
        return str(value).lower()

    return Option(default, read)
