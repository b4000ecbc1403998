"""How much longer something takes for eight times the input: what is linear takes 8 times, what is square 64.

Between them is room for what else the machine does, so that only growth is told and never a time.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidewright.model import Source

LONGER = 8
# What takes less, in seconds, is lost in the clock's noise: then more of it is taken. No input is made larger than so.
_FLOOR, _LARGEST = 0.004, 64_000
MOST = 24


def growth(work: Callable[[Source], object], make: Callable[[int], Source], size: int) -> float:
    """Return how many times as long the work takes on what is `LONGER` times as large as `size`, or a larger one."""
    taken = seconds(work, make(size))
    while taken < _FLOOR and size < _LARGEST:
        size *= 2
        taken = seconds(work, make(size))
    return seconds(work, make(LONGER * size)) / max(taken, _FLOOR)


def seconds(work: Callable[[Source], object], source: Source) -> float:
    """Return the CPU time of the work, the least of three: what else runs here can only add."""
    best = 9e9
    for _ in range(3):
        begin = time.process_time()
        work(source)
        best = min(best, time.process_time() - begin)
    return best
