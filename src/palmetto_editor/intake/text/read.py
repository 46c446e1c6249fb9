"""A copied page to a manuscript."""

from __future__ import annotations

from collections.abc import Sequence

from palmetto_editor.intake.manuscript import Leftover, Manuscript
from palmetto_editor.intake.text import blocks, front, levels, lines, pieces
from palmetto_editor.intake.text.block import Block
from palmetto_editor.intake.text.vocabulary import Vocabulary


def read(text: str, name: str) -> Manuscript:
    """Any text, in time that grows with its size; nothing that it says is lost.

    The site's banner above the headline is the one leftover. `name` is the source's, for people.
    """
    rows = lines.read(text)
    found = blocks.split(rows, Vocabulary(rows))
    head = front.read(found)
    return Manuscript(
        pieces=tuple(pieces.of(found, head, levels.find(found, head))),
        mended=tuple(told for block in found for told in block.mended),
        leftovers=_banner(found, head, name),
    )


def _banner(found: Sequence[Block], head: front.Front, name: str) -> tuple[Leftover, ...]:
    if not head.banner:
        return ()
    first = min(head.banner)
    return (
        Leftover(
            text="\n".join(found[i].words for i in sorted(head.banner)),
            reason="the site's own lines above the article",
            origin=f"{name}, line {found[first].line}",
        ),
    )
