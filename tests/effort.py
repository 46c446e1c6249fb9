"""How much a thread works: its own seconds on the processor, whatever else the machine does.

Tests ask only for what no noise can change: that the work follows the size of the input and not
its square. How fast things are is measured in `make bench`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from time import thread_time

SLACK = 3  # times more than in proportion: below the square for inputs that differ tenfold
STEP = 1 / 64 if os.name == "nt" else 0.0  # seconds: Windows' clock goes in such steps
LEAST = 0.001 + STEP  # seconds: less is not told from what a cold cache costs


def grows_with(act: Callable[[int], object], size: int, times: int = 10) -> bool:
    """Whether an input `times` as large takes about so many times the work, not its square."""
    first = effort_once(lambda: act(times * size))
    if first < LEAST:
        return True
    small = min(effort_once(lambda: act(size)) for _ in range(3))
    allowed = LEAST + SLACK * times * small
    return first < allowed or any(
        effort_once(lambda: act(times * size)) < allowed for _ in range(2)
    )


def effort_once(act: Callable[[], object]) -> float:
    """Seconds that this thread worked, without those of collecting garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        began = thread_time()
        act()
        return thread_time() - began
    finally:
        if was_on:
            gc.enable()
