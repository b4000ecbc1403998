"""Buttons: what one can do with a comment."""

from __future__ import annotations

import re

from guidewright.threads.systems import BUTTON, FOLD, REPLY

# Between two buttons that a scrape has joined: "ReplyDelete".
JOINT = re.compile(r"(?<=[a-zà-ÿ)\d])(?=[A-Z])")
# A line that is nothing but buttons, counts and the time: "Like · Reply · 3 · May 3, 2014 9:05am".
BUTTONS = re.compile(
    rf"[(\[]?\s*(?:\d{{1,4}}\s+)?{BUTTON}(?:[\s|·•.,()\[\]–—−›»&+↑↓-]+(?:{BUTTON}|\d{{1,5}}))*[\s|·•.,()\[\]–—−›»&+↑↓-]*",
    re.IGNORECASE,
)
# What such a line begins with, its blanks lost or not, maybe behind a number.
BEGINS_AS_BUTTON = re.compile(rf"[\W\d]*{BUTTON.replace(' ', ' ?')}", re.IGNORECASE)
_FOLD = re.compile(FOLD, re.IGNORECASE)


def is_button(text: str) -> bool:
    """Whether a line is nothing but what one can do with a comment: "Reply", "Like · Reply", "3 likes"."""
    if len(text) > 60:
        return False
    if BEGINS_AS_BUTTON.match(text) and BUTTONS.fullmatch(JOINT.sub(" ", text)):
        return True
    return _FOLD.fullmatch(text) is not None


def is_reply(text: str) -> bool:
    """Whether a line is the button with which one answers a comment, alone or with others beside it."""
    lower = text.lower()
    if lower in REPLY:
        return True
    if not any(button in lower for button in REPLY) or _FOLD.fullmatch(text):
        return False
    apart = JOINT.sub(" ", text.strip("()[]↑↓ "))
    words = [word.strip("()[]|·•,") for word in apart.lower().split()]
    return not REPLY.isdisjoint(words) and BUTTONS.fullmatch(apart) is not None
