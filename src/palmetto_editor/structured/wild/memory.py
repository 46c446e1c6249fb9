"""What was looked for in a text and is not there, so that nothing is looked for twice.

This is what keeps the work in proportion to the length however often a text begins anew.
"""

from __future__ import annotations

import re

_SEEN_AHEAD = 1_000  # characters: what a pattern looks at beyond its beginning


class Memory:
    """Of one text: up to where no string ends, and between which offsets no pattern begins."""

    def __init__(self) -> None:
        self._barren: dict[object, int] = {}
        self._empty: dict[re.Pattern[str], tuple[int, int]] = {}

    def barren(self, kind: object) -> int:
        """No string of this kind surely ends before this offset."""
        return self._barren.get(kind, 0)

    def add_barren(self, kind: object, until: int) -> None:
        self._barren[kind] = max(until, self.barren(kind))

    def search(
        self, pattern: re.Pattern[str], text: str, start: int, end: int
    ) -> re.Match[str] | None:
        """`pattern.search`, but for what was searched before in vain."""
        first, last = self._empty.get(pattern, (0, 0))
        known = first <= start < last
        found = pattern.search(text, last if known else start, end)
        if found is None and end >= last:
            until = max(start, min(end, len(text)) - _SEEN_AHEAD)
            self._empty[pattern] = (first if known else start, until)
        return found
