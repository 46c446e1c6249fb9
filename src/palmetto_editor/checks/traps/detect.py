"""The traps of one block, or of one short text: a pure function of its characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from palmetto_editor.checks.traps import (
    access,
    blocks,
    citing,
    emphasis,
    html,
    links,
    lists,
    marks,
    shortcodes,
    tables,
)
from palmetto_editor.checks.traps.trap import References, Spot, Trap
from palmetto_editor.markup.elements import references
from palmetto_editor.markup.passages import Part, inline, parts

_MOST = 50  # traps of one block that are told
_KEPT = 16_384  # blocks that are remembered

_OF_PASSAGES: tuple[Callable[[Spot], Iterator[Trap]], ...] = (
    emphasis.marks,
    emphasis.ticks,
    links.brackets,
    links.bare,
    citing.clusters,
    citing.bare_keys,
    shortcodes.written,
    tables.unmade,
    blocks.hashes,
    blocks.callout_heads,
    lists.signs,
    lists.tight,
    html.tags,
    marks.foreign,
    marks.tasks,
    marks.escaped,
    access.link_texts,
)
_OF_PARTS: tuple[Callable[[Part], Iterator[Trap]], ...] = (
    shortcodes.nested,
    tables.rows,
    blocks.underlined,
    blocks.indented,
    blocks.fences,
    blocks.swallowed,
    blocks.callout_kinds,
    lists.numbers,
    lists.swallowed,
    html.blocks,
    access.headers,
    access.bold_headings,
)


@lru_cache(maxsize=_KEPT)
def traps(source: str, definitions: str, *, short: bool) -> tuple[Trap, ...]:
    """The first traps of a block; `definitions` is the source of the links that it may refer to.

    `short`: a table's cell or a caption, which is read as the inside of a paragraph.
    """
    known = references(definitions) if definitions else {}
    found = _of_passage(Spot(inline(source), None, known)) if short else _of_block(source, known)
    return tuple(islice(dict.fromkeys(found), _MOST))


def _of_block(source: str, known: References) -> Iterator[Trap]:
    for part in parts(source):
        for find in _OF_PARTS:
            yield from find(part)
        for passage in part.passages:
            yield from _of_passage(Spot(passage, part, known))


def _of_passage(spot: Spot) -> Iterator[Trap]:
    if spot.text.strip():
        for find in _OF_PASSAGES:
            yield from find(spot)
