"""Where two texts differ: one replaced span, found by comparing slices."""

from __future__ import annotations

from collections.abc import Callable


def difference(old: str, new: str) -> tuple[int, int, int]:
    """`(start, old_end, new_end)`: old[start:old_end] became new[start:new_end].

    Bisection over slices, so that a key in a long text costs a few memory comparisons.
    """
    shorter = min(len(old), len(new))
    start = _agreeing(shorter, lambda n: old[:n] == new[:n])
    rest = shorter - start
    end = _agreeing(rest, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return start, len(old) - end, len(new) - end


def _agreeing(limit: int, agrees: Callable[[int], bool]) -> int:
    """The largest n up to `limit` for which the first (or last) n characters agree."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if agrees(middle) else (low, middle - 1)
    return low
