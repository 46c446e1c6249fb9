"""The body's blocks, rendered and kept up with the typing.

The one part of a page that is long: a key costs the blocks it changed, and a comparison of
pointers for the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from palmetto_editor.markup.blocks import Block, resplit, split
from palmetto_editor.markup.rendered import Rendered
from palmetto_editor.model.places import Place
from palmetto_editor.page.page import PageBlock
from palmetto_editor.page.texts import SILENT, Piece, RenderAll, definitions, job

BODY = Place("body")
_NOTHING = Rendered("")


@dataclass(frozen=True, slots=True)
class BodyPart:
    """One block of the body. `id` is its block's on the page, and "" where it has none.

    `settled` is that block, if neither numbers nor surroundings can change it. A `silent` part
    shows nothing and places nothing: link definitions, notes, comments.
    """

    id: str
    piece: Piece
    rendered: Rendered
    silent: bool
    settled: PageBlock | None = None


class Body:
    """The body of the last article asked for."""

    def __init__(self, render_all: RenderAll) -> None:
        self._render_all = render_all
        self._text = ""
        self._definitions = ""
        self._ids: Iterator[str] = (f"b{number}" for number in count(1))
        self.blocks: tuple[Block, ...] = ()
        self.parts: tuple[BodyPart, ...] = ()  # one for each block
        self.busy: tuple[int, ...] = ()  # the indices of those that assembly must look at

    def update(self, text: str) -> None:
        """Become this text's blocks; those that it shares with the last text stay as they are."""
        if text == self._text:
            return
        blocks = resplit(self.blocks, self._text, text) if self.blocks else split(text)
        first, old_end, new_end = _window(self.blocks, blocks)
        old = self.parts[first:old_end]
        if any(
            b.kind == "definition" for b in (*self.blocks[first:old_end], *blocks[first:new_end])
        ):
            self._define(definitions(blocks))
        changed = self._render(blocks[first:new_end], old)
        self.busy = (
            *self.busy[: bisect_left(self.busy, first)],
            *_busy(changed, first),
            *_moved(self.busy[bisect_left(self.busy, old_end) :], new_end - old_end),
        )
        self.parts = (*self.parts[:first], *changed, *self.parts[old_end:])
        self.blocks, self._text = blocks, text

    def start(self, index: int) -> int:
        """Where a block begins in the text."""
        return sum([len(block.text) for block in self.blocks[:index]])

    def _render(self, blocks: Sequence[Block], old: Sequence[BodyPart]) -> list[BodyPart]:
        """Parts for the blocks; they take over the ids of the parts in whose place they stand."""
        heard = [block for block in blocks if block.kind not in SILENT]
        results = iter(self._render_all([job(block, self._definitions) for block in heard]))
        ids = iter([part.id for part in old if part.id])
        parts = []
        for block in blocks:
            if block.kind in SILENT:
                parts.append(BodyPart("", Piece(block.text, _NOTHING, BODY), _NOTHING, silent=True))
            else:
                name = next(ids, None) or next(self._ids)
                parts.append(_part(name, Piece(block.text, next(results), BODY)))
        return parts

    def _define(self, defined: str) -> None:
        """Render again what may refer to a link definition, where these changed."""
        if defined == self._definitions:
            return
        self._definitions = defined
        linked = [i for i, p in enumerate(self.parts) if p.id and "[" in self.blocks[i].text]
        results = self._render_all([job(self.blocks[i], defined) for i in linked])
        parts = list(self.parts)
        for index, rendered in zip(linked, results, strict=True):
            if rendered != parts[index].rendered:
                parts[index] = _part(
                    parts[index].id, Piece(self.blocks[index].text, rendered, BODY)
                )
        self.parts = tuple(parts)
        self.busy = tuple(_busy(parts, 0))


def _busy(parts: Sequence[BodyPart], first: int) -> list[int]:
    """The indices of those that assembly must look at, the first part's being `first`."""
    return [i for i, part in enumerate(parts, first) if part.settled is None and part.id]


def _moved(indices: tuple[int, ...], by: int) -> Iterable[int]:
    return [index + by for index in indices] if by else indices


def _part(name: str, piece: Piece) -> BodyPart:
    shown = piece.rendered
    busy = (shown.clusters or shown.notes or shown.note or shown.heading or shown.shortcode) or (
        shown.images or shown.faults or not shown.html or needs_dressing(shown.html)
    )
    silent = not (shown.html or shown.shortcode) or bool(shown.note)
    settled = None if busy else PageBlock(name, shown.html, BODY)
    return BodyPart(name, piece, shown, silent, settled)


def needs_dressing(html: str) -> bool:
    """Whether HTML without slots still depends on the page: links to siblings, and tables."""
    return html.startswith("<table") or 'href="article:' in html


def _window(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int, int]:
    """`(first, old_end, new_end)`: outside of these the blocks are the very same objects."""
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] is not new[i]), shorter)
    rest = shorter - first
    kept = next((i for i in range(rest) if old[-1 - i] is not new[-1 - i]), rest)
    return first, len(old) - kept, len(new) - kept
