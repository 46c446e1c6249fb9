"""Passage: whole lines of a text and the selection in them; what an editor's commands work on.

A command is a pure function Passage -> Passage, or None where it has nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Passage:
    """`start` to `end` of the lines are selected, counted in characters; `start` <= `end`."""

    text: str
    start: int
    end: int

    @property
    def selected(self) -> str:
        return self.text[self.start : self.end]

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def select(self, start: int, end: int | None = None) -> Passage:
        """The same lines with another selection; only a cursor where there is no end."""
        return replace(self, start=start, end=start if end is None else end)

    def put(self, start: int, end: int, new: str) -> Passage:
        """Replace a stretch; the selection moves with the text around it."""

        def moved(at: int) -> int:
            if at >= end:
                return at - (end - start) + len(new)
            return min(at, start + len(new)) if at > start else at

        text = self.text[:start] + new + self.text[end:]
        return Passage(text, moved(self.start), moved(self.end))


Command = Callable[[Passage], Passage | None]
