"""Under which heading of the body a place stands."""

from __future__ import annotations

from bisect import bisect_right

from palmetto_editor.markup.blocks import Block, resplit


class Sections:
    """The headings of one body after another; the cost of each follows what changed in it."""

    def __init__(self) -> None:
        self._body = ""
        self._blocks: tuple[Block, ...] = ()
        self._headings: list[tuple[int, str]] = []  # where each begins, and its source

    def heading(self, body: str, point: int) -> str:
        """The words of the heading that a character of the body stands in or under, if any."""
        if body is not self._body:
            self._follow(body)
        at = bisect_right(self._headings, point, key=lambda heading: heading[0]) - 1
        return _words(self._headings[at][1]) if at >= 0 else ""

    def _follow(self, body: str) -> None:
        self._blocks = resplit(self._blocks, self._body, body)
        self._body, self._headings, start = body, [], 0
        for block in self._blocks:
            if block.kind == "heading":
                self._headings.append((start, block.text))
            start += len(block.text)


def _words(source: str) -> str:
    """A heading as it is read, on one line."""
    from palmetto_editor.checks.shown import shown  # the checks come after the first paint

    return " ".join(shown(source).text.split())
