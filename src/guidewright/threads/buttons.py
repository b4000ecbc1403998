"""Buttons: what one can do with a comment."""

from __future__ import annotations

import re

from guidewright.threads.systems import BUTTON, FOLD, LIKED, REPLY

# Between two buttons that a scrape has joined, and between one and its count: "ReplyDelete", "Reply14".
JOINT = re.compile(r"(?<=[a-zà-ÿ)\d])(?=[A-Z])|(?<=[a-zà-ÿ)])(?=\d)")
# A line that is nothing but buttons, counts and the time: "Like · Reply · 3 · May 3, 2014 9:05am".
BUTTONS = re.compile(
    rf"[(\[]?\s*(?:[+−–-]?\d{{1,4}}[\s△▲▽▼]+){{0,2}}{BUTTON}(?:[\s|·•.,()\[\]–—−›»&+↑↓-]+(?:{BUTTON}|\d{{1,5}}))*[\s|·•.,()\[\]–—−›»&+↑↓-]*",
    re.IGNORECASE,
)
# What such a line begins with, its blanks lost or not, maybe behind a number.
BEGINS_AS_BUTTON = re.compile(rf"[\W\d]*{BUTTON.replace(' ', ' ?')}", re.IGNORECASE)
_FOLD = re.compile(FOLD, re.IGNORECASE)
_LIKED = re.compile(rf"\d{{1,5}} (?:{'|'.join(sorted(LIKED))})", re.IGNORECASE)


def is_button(text: str) -> bool:
    """Whether a line is nothing but what one can do with a comment: "Reply", "Like · Reply", "3 likes"."""
    if len(text) > 60:
        return False
    if BEGINS_AS_BUTTON.match(text) and BUTTONS.fullmatch(_without_likes(JOINT.sub(" ", text))):
        return True
    return _FOLD.fullmatch(text) is not None or _LIKED.fullmatch(text) is not None


def _without_likes(text: str) -> str:
    """Return buttons that stand apart without how many like it, behind them: "Reply Report 33 people like this"."""
    return _LIKED.sub("", text)


def is_reply(text: str) -> bool:
    """Whether a line is the button with which one answers a comment, alone or with others beside it.

    How many like it stands for one where a scrape has lost the buttons.
    """
    lower = text.lower()
    if lower in REPLY or _LIKED.fullmatch(text):
        return True
    if not any(button in lower for button in REPLY) or _FOLD.fullmatch(text):
        return False
    apart = _without_likes(JOINT.sub(" ", text.strip("()[]↑↓ ")))
    words = [word.strip("()[]|·•,") for word in apart.lower().split()]
    return not REPLY.isdisjoint(words) and BUTTONS.fullmatch(apart) is not None
