"""What a licence line permits. Nothing stated is nothing permitted."""

from __future__ import annotations

import re

_OPEN = re.compile(
    r"\b(?:cc[ -]?(?:by|0|zero)\b|creative commons|public domain"
    r"|open government licen[cs]e|ogl\b|gfdl|gnu free documentation"
    r"|mit\b|apache|unlicen[cs]e|permission|licensed to us|own work|our own)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\ball rights reserved\b|\bno permission\b|\bunknown\b|\bnot stated\b|^\s*(?:none|©.*)?\s*$", re.IGNORECASE
)
LIFTED = re.compile(
    r"(?:creative commons|cc[ -]by(?:-[a-z]{2})*(?:[ -]\d\.\d)?|cc0|public domain|"
    r"open government licen[cs]e)[^.;|]{0,60}",
    re.IGNORECASE,
)


def permits(licence: str) -> bool:
    """Whether an editor's `licence:` is a permission to publish: an open licence, or words that say so."""
    return bool(_OPEN.search(licence)) and not _CLOSED.search(licence)


def lifted_licence(rights: str) -> str:
    """Return the open licence that a source's own rights line names, or an empty string."""
    found = LIFTED.search(rights)
    return found.group().strip() if found else ""
