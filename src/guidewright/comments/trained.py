"""A trained judge: logistic regression over hashed words, characters and the signals of `spam`.

`bench/train_spam.py` makes the weights; they are plain numbers in a JSON file, with where they come from. The hash is
CRC-32, so that a word has the same place on every machine.
"""

from __future__ import annotations

import itertools
import json
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from guidewright.comments.parse import Comment
    from guidewright.comments.spam import Signal

BITS = 15
_TOKEN = re.compile(r"https?://\S+|[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")
_LONGEST = 2000
_TOLD = 3
_SIGNAL = 6.0


@dataclass(frozen=True, slots=True)
class Model:
    """Learned weights by place, of 2 to the power of `BITS` places; `bias` is what a comment has before it speaks.

    `provenance` says what they were learned from.
    """

    weights: dict[int, float]
    bias: float
    provenance: str

    def score(self, comment: Comment, signals: Iterable[Signal]) -> tuple[float, tuple[str, ...]]:
        """Return the log odds of spam, and the words that spoke most for it."""
        found = features(comment, signals)
        parts = [(self.weights.get(place(each), 0.0) * share, each) for each, share in shares(found)]
        telling = sorted(((part, each) for part, each in parts if part > 0 and each.startswith("w:")), reverse=True)
        told = tuple(f"“{each.removeprefix('w:')}” is a word of spam" for _, each in telling[:_TOLD])
        return self.bias + sum(part for part, _ in parts), told


def features(comment: Comment, signals: Iterable[Signal]) -> list[str]:
    """Return what the model sees of a comment, each once, in a fixed order."""
    text = comment.text[:_LONGEST].lower()
    tokens = ["URL" if each.startswith("http") else each for each in _TOKEN.findall(text)]
    found = [f"w:{each}" for each in tokens]
    found += [f"b:{a} {b}" for a, b in itertools.pairwise(tokens)]
    padded = f" {' '.join(tokens)} "
    found += [f"c:{padded[at : at + size]}" for size in (3, 4) for at in range(len(padded) - size + 1)]
    for signal in signals:
        # A signal is worth more than a word: it counts as often as it has half points.
        found += [f"s:{signal.name}:{step}" for step in range(round(signal.points * 2))]
    found.append(f"n:{min(6, len(tokens).bit_length())}")
    return list(dict.fromkeys(found))


def shares(found: Sequence[str]) -> list[tuple[str, float]]:
    """Return each feature with its share in the score: a signal's is that of several words."""
    size = max(1.0, len(found)) ** 0.5
    return [(each, (_SIGNAL if each.startswith("s:") else 1.0) / size) for each in found]


def place(feature: str) -> int:
    """Return where a feature's weight stands."""
    return zlib.crc32(feature.encode("utf-8", "surrogatepass")) & ((1 << BITS) - 1)


def load(path: Path) -> Model:
    """Return the weights that `bench/train_spam.py` wrote. A file that is none raises ValueError with its name."""
    try:
        held = json.loads(path.read_text("utf-8"))
        weights = {int(key): float(value) for key, value in held["weights"].items()}
        if held["bits"] != BITS:
            msg = f"{path}: its weights have {held['bits']} bits, not {BITS}; train it again with bench/train_spam.py"
            raise ValueError(msg)
        return Model(weights, float(held["bias"]), str(held["provenance"]))
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        msg = f"{path}: it is no file of weights ({error}); make one with bench/train_spam.py"
        raise ValueError(msg) from error


def dump(model: Model) -> str:
    """Return the weights as JSON, in order, to three digits: the same bytes for the same weights."""
    weights = {str(key): round(value, 3) for key, value in sorted(model.weights.items()) if abs(value) >= 0.0005}
    held = {"provenance": model.provenance, "bits": BITS, "bias": round(model.bias, 4), "weights": weights}
    return json.dumps(held, indent=0) + "\n"
