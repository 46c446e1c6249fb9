"""Text that was taken out of a source, and where each of its lines stands there.

What is inside a quote or a list item are the lines of the source without what stands before them,
so that a line and a place in the source are enough to find every character again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class Extract:
    """`starts` has for each line the place in the source that its first character has, or would
    have: where a tab was made blanks, only what follows them is in its place.
    """

    lines: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def whole(cls, source: str) -> Extract:
        """All of a source."""
        return cls.from_lines(source.split("\n"))

    @classmethod
    def from_lines(cls, lines: Sequence[str], start: int = 0) -> Extract:
        """Lines that follow one another in the source."""
        return cls(
            tuple(lines), tuple(accumulate((len(li) + 1 for li in lines), initial=start))[:-1]
        )

    @cached_property
    def text(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def _offsets(self) -> tuple[int, ...]:
        """Where each line begins in `text`."""
        return tuple(accumulate((len(line) + 1 for line in self.lines), initial=0))[:-1]

    def at(self, position: int) -> int:
        """Where a character of `text` stands in the source; its end after the last."""
        line = max(0, bisect_right(self._offsets, position) - 1)
        return self.starts[line] + position - self._offsets[line]

    def end(self, position: int) -> int:
        """Where what ends at `position` of `text` ends in the source."""
        return self.at(position - 1) + 1 if position else self.at(0)

    def cut(self, start: int, end: int) -> Extract:
        """The lines of a part of `text` that begins where one of them does."""
        first = bisect_right(self._offsets, start) - 1
        lines = tuple(self.text[start:end].split("\n"))
        return Extract(lines, self.starts[first : first + len(lines)])

    def without(self, first: int) -> Extract:
        """All but the first lines."""
        return Extract(self.lines[first:], self.starts[first:])

    def ending(self, lines: Iterable[str]) -> Extract:
        """Other lines, each of which is the end of one of these."""
        made = tuple(lines)
        ends = [start + len(line) for start, line in zip(self.starts, self.lines, strict=False)]
        return Extract(made, tuple(e - len(line) for e, line in zip(ends, made, strict=False)))

    def stripped(self) -> Extract:
        """As a paragraph is read: lines without their indentation, no blanks at the end."""
        bare = self.ending(line.lstrip() for line in self.lines)
        kept = bare.text.rstrip().split("\n")
        return Extract(tuple(kept), bare.starts[: len(kept)])
