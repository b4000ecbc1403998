"""Where help is to be had: a line that says so is furniture to no rule, wherever it stands."""

from __future__ import annotations

import re

HELP = re.compile(r"\b(?:help ?lines?|hot ?lines?|samaritans|suicide|988|116 ?123)\b", re.IGNORECASE)
