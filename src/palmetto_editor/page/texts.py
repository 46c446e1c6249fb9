"""The article's texts, rendered: each piece knows where the writer wrote it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from palmetto_editor.markup.blocks import Block, split
from palmetto_editor.markup.rendered import Job, Rendered
from palmetto_editor.model.places import Place
from palmetto_editor.page.kept import Kept

RenderAll = Callable[[Sequence[Job]], list[Rendered]]


@dataclass(frozen=True, slots=True)
class Piece:
    """One rendered text: `source` stands from `start` on in the text at `place`.

    The body's pieces have no start, since typing moves them: it is counted when it is asked for.
    """

    source: str
    rendered: Rendered
    place: Place
    start: int = 0


Prose = tuple[Piece, ...]


class Texts:
    """Renders texts, and renders again only those that changed."""

    def __init__(self, render_all: RenderAll, kept: Kept) -> None:
        self._render_all, self._kept = render_all, kept

    def prose(self, text: str, place: Place) -> Prose:
        """The blocks of a Markdown text that show something or mean something."""
        return self._kept.get(f"prose {place}", (text,), lambda: self._prose(text, place))

    def inline(self, texts: Sequence[str], places: Sequence[Place]) -> Prose:
        """Short texts, such as a table's cells: one piece for each, empty ones too.

        They are remembered by their first place, so that must be of no other call.
        """
        arguments = (tuple(texts), tuple(places))
        return self._kept.get(f"inline {places[0]}", arguments, lambda: self._inline(*arguments))

    def _prose(self, text: str, place: Place) -> Prose:
        blocks = split(text)
        defined = definitions(blocks)
        starts, position = [], 0
        for block in blocks:
            starts.append(position)
            position += len(block.text)
        shown = [(b, s) for b, s in zip(blocks, starts, strict=True) if b.kind not in SILENT]
        results = self._render_all([job(block, defined) for block, _ in shown])
        return tuple(
            Piece(block.text, rendered, place, start)
            for (block, start), rendered in zip(shown, results, strict=True)
        )

    def _inline(self, texts: tuple[str, ...], places: tuple[Place, ...]) -> Prose:
        results = self._render_all([Job(text, inline=True) for text in texts])
        return tuple(map(Piece, texts, results, places))


SILENT = frozenset({"blank", "definition"})  # kinds of block that show nothing


def definitions(blocks: Sequence[Block]) -> str:
    """The source of the link definitions among the blocks."""
    return "".join([block.text for block in blocks if block.kind == "definition"])


def job(block: Block, defined: str) -> Job:
    """What to ask the renderer; only a text with a bracket can refer to a definition."""
    return Job(block.text, definitions=defined if "[" in block.text else "")
