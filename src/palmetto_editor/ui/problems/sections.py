"""Under which heading of the body a place stands."""

from __future__ import annotations

from bisect import bisect_right

from palmetto_editor.markup.blocks import Block, resplit


class Sections:
    """The headings of one body after another; the cost of each follows what changed in it."""

    def __init__(self) -> None:
        self._body = ""
        self._blocks: tuple[Block, ...] = ()
        self._starts: list[int] = []  # where the headings begin
        self._sources: list[str] = []
        self._words: dict[str, str] = {}  # by source

    def heading(self, body: str, point: int) -> str:
        """The words of the heading that a character of the body stands in or under, if any."""
        if body is not self._body:
            self._follow(body)
        at = bisect_right(self._starts, point) - 1
        if at < 0:
            return ""
        source = self._sources[at]
        if source not in self._words:
            self._words[source] = _words(source)
        return self._words[source]

    def _follow(self, body: str) -> None:
        self._blocks = resplit(self._blocks, self._body, body)
        self._body, start = body, 0
        self._starts, self._sources, self._words = [], [], {}
        for block in self._blocks:
            if block.kind == "heading":
                self._starts.append(start)
                self._sources.append(block.text)
            start += len(block.text)


def _words(source: str) -> str:
    """A heading as it is read, on one line."""
    from palmetto_editor.checks.shown import shown  # the checks come after the first paint

    return " ".join(shown(source).text.split())
