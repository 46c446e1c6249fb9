"""What of an inline text becomes a link, code, a citation, and which marks stay as typed.

The text is read by the renderer's own reader, so that what is told here is what the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from palmetto_editor.markup.citations import Slots
from palmetto_editor.markup.emphasis import Run
from palmetto_editor.markup.inline import Bracket, Context, Mark, Reader

Kind = Literal["code", "tag", "address", "citation", "note", "link", "image", "escape"]


class Span(NamedTuple):
    """Something that the reader understood. `label` is where a link's own text ends."""

    kind: Kind
    start: int
    end: int
    label: int = 0
    address: str = ""
    title: str = ""


class Stars(NamedTuple):
    """A run of `*`, `_` or `~`, of which `run.left` signs stay as typed."""

    start: int
    run: Run

    @property
    def end(self) -> int:
        return self.start + self.run.length

    @property
    def used(self) -> bool:
        """Whether some of its signs begin or end emphasis."""
        return bool(self.run.begins or self.run.ends)


@dataclass(slots=True)
class Reading:
    """One inline text as read.

    `taken`: what was understood, in the order in which it ends. `stars`: runs of which something
    stays; `pairs`: brackets around what is neither link nor citation; `opened` and `closed`:
    brackets without another; `ticks` (spans) and `angles`: what begins no code and no tag.
    """

    taken: list[Span] = field(default_factory=list)
    stars: list[Stars] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    ticks: list[tuple[int, int]] = field(default_factory=list)
    angles: list[int] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[Span]:
        return [span for span in self.taken if span.kind in kinds]


def read(text: str, references: Mapping[str, tuple[str, str]]) -> Reading:
    """The text as the page will have it; `references` are the link definitions by their label."""
    return _Watcher(text, Context(references, Slots(), _forget)).watch()


def blanked(text: str, reading: Reading, *kinds: Kind) -> str:
    """The text with blanks in the place of what was understood as one of these kinds."""
    parts, done = [], 0
    for start, end in sorted((span.start, span.end) for span in reading.of(*kinds)):
        if end > done:
            first = max(start, done)
            parts += [text[done:first], _LETTER.sub(" ", text[first:end])]
            done = end
    return "".join((*parts, text[done:]))


_LETTER = re.compile(r"[^\n]")


def _forget(_html: str) -> str:
    """Raw HTML is of no concern here."""
    return ""


class _Watcher(Reader):
    """A reader that writes down what it does."""

    def __init__(self, text: str, context: Context) -> None:
        super().__init__(text, context)
        self._seen = Reading()
        self._linked: tuple[str, str] | None = None  # address and title of the link just read

    def watch(self) -> Reading:
        self.nodes()
        seen = self._seen
        seen.opened = [bracket.start for bracket in self._brackets]
        cited = seen.of("citation")
        seen.stars = [
            stars
            for stars in seen.stars
            if stars.run.left and not any(c.start <= stars.start < c.end for c in cited)
        ]
        return seen

    def _read(self, match: re.Match[str]) -> int:
        start, sign = match.start(), match[0]
        bracket = self._brackets[-1] if self._brackets else None
        self._linked = None
        end = super()._read(match)
        if sign[0] in "*_~":
            node = self._nodes[-1]
            if isinstance(node, Run):
                self._seen.stars.append(Stars(start, node))
        elif sign == "]":
            self._closed(bracket, start, end)
        elif sign in ("[", "!["):
            if not isinstance(self._nodes[-1], str):
                self._understood("note", start, end)
        elif sign[0] != " ":
            self._special(sign, start, end)
        return end

    def _link(self, opened: Bracket, address: str, title: str) -> None:
        super()._link(opened, address, title)
        self._linked = (address, title)

    def _special(self, sign: str, start: int, end: int) -> None:
        node = self._nodes[-1]
        if sign == "`":
            if isinstance(node, str):
                self._seen.ticks.append((start, end))
            else:
                self._understood("code", start, end)
        elif sign == "@":
            if isinstance(node, Mark):
                self._understood("citation", end - len(node.source), end)
        elif sign == "\\":
            self._understood("escape", start, end)
        elif node == "<":
            self._seen.angles.append(start)
        else:
            self._understood("tag" if isinstance(node, str) else "address", start, end)

    def _closed(self, bracket: Bracket | None, start: int, end: int) -> None:
        if bracket is None:
            self._seen.closed.append(start)
        elif self._nodes[-1] == "]" and end == start + 1:
            self._seen.pairs.append((bracket.start, start))
        elif self._linked is not None:
            kind: Kind = "image" if bracket.image else "link"
            first = bracket.start - bracket.image
            self._seen.taken.append(Span(kind, first, end, start, *self._linked))
        else:
            self._understood("citation", bracket.start, end)

    def _understood(self, kind: Kind, start: int, end: int) -> None:
        self._seen.taken.append(Span(kind, start, end))
