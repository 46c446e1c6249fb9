"""What reading gave: values, and everything that had to be done to get them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

DEEPEST = 200  # objects and arrays within each other; schema.org graphs have about eight
_SHOWN = 60  # characters of the text that a message quotes


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that is not JSON and was read all the same. Lines and columns count from 1."""

    what: str
    line: int
    column: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where reading ended before the text was whole, with the words there and what to do."""

    line: int
    column: int
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Found:
    """The values of a text in their order. `intruders` are the sentences that stood between the
    members, word for word. With `stopped` the values hold what was read until there.
    """

    values: tuple[Any, ...] = ()
    mended: tuple[Repair, ...] = ()
    intruders: tuple[str, ...] = ()
    stopped: Stop | None = None
    origin: str = ""


class Lines:
    """Line and column, from 1, of an offset in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        lengths = map(len, text.split("\n"))
        self._starts = [0, *accumulate(length + 1 for length in lengths)]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset, hi=len(self._starts) - 1)
        return line, offset - self._starts[line - 1] + 1

    def near(self, offset: int) -> str:
        """The words at an offset; those before it where the text ends there."""
        after = " ".join(self._text[offset : offset + 2 * _SHOWN].split())
        if after:
            return after[:_SHOWN]
        return " ".join(self._text[max(0, offset - 2 * _SHOWN) : offset].split())[-_SHOWN:]
