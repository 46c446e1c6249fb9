"""The body's source as top-level blocks, kept up with an edit at the cost of the edit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Literal

from palmetto_editor.markup.lines import Construct
from palmetto_editor.markup.scan import next_span

Kind = Literal["markdown", "heading", "shortcode", "note", "definition", "blank"]

_KINDS: dict[Construct, Kind] = {
    "heading": "heading",
    "setext": "heading",
    "shortcode": "shortcode",
    "note": "note",
    "definition": "definition",
    "blank": "blank",
}
# How many blocks before the changed one to begin again: the scan looks two lines ahead.
_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Block:
    """One block of source with its line ends and trailing blank lines.

    `note` is a footnote's definition, `definition` a link's; `blank` are the blank lines at the
    very start of the text. All else is `markdown`.
    """

    kind: Kind
    text: str


def split(text: str) -> tuple[Block, ...]:
    """The text as blocks; joined together they are the text."""
    return tuple(_blocks(text))


def resplit(blocks: Sequence[Block], old: str, new: str) -> tuple[Block, ...]:
    """`split(new)`, given `blocks == split(old)`; unchanged blocks are the very same objects.

    Only the neighbourhood of the change is read again, until a new boundary meets an old one.
    """
    kept = tuple(blocks)
    if old == new:
        return kept
    prefix = _common_prefix(old, new)
    settled = len(new) - _common_suffix(old, new, prefix)
    starts = [0, *accumulate(map(len, map(attrgetter("text"), kept)))]
    line = new.rfind("\n", 0, prefix) + 1
    first = max(0, bisect_right(starts, line) - 1 - _BEFORE)
    changed, rest = _until_settled(new, starts, first, settled, len(old) - len(new))
    return (*kept[:first], *_reused(changed, kept[first:rest]), *kept[rest:])


def _blocks(text: str, start: int = 0) -> Iterator[Block]:
    """The blocks from a boundary onwards."""
    while start < len(text):
        span = next_span(text, start)
        yield Block(_KINDS.get(span.construct, "markdown"), text[start : span.end])
        start = span.end


def _until_settled(
    new: str, starts: list[int], first: int, settled: int, shift: int
) -> tuple[list[Block], int]:
    """The blocks from old block `first` to where the old ones fit again, and which fits then."""
    position = starts[first]
    changed: list[Block] = []
    source = _blocks(new, position)
    while True:
        index = bisect_left(starts, position + shift)
        if position >= settled and starts[index] == position + shift:
            return changed, index
        block = next(source)
        changed.append(block)
        position += len(block.text)


def _reused(changed: list[Block], old: Sequence[Block]) -> list[Block]:
    """The changed blocks, with the old objects for those that turned out the same."""
    for index, (block, before) in enumerate(zip(changed, old, strict=False)):
        if block != before:
            break
        changed[index] = before
    for back in range(1, min(len(changed), len(old)) + 1):
        if changed[-back] != old[-back]:
            break
        changed[-back] = old[-back]
    return changed


def _common_prefix(one: str, other: str) -> int:
    """How many characters both begin with: by halving, so that C code compares."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(one: str, other: str, prefix: int) -> int:
    """How many characters both end with, beyond the prefix they share."""
    low, high = 0, min(len(one), len(other)) - prefix
    while low < high:
        middle = (low + high + 1) // 2
        if one.endswith(other[len(other) - middle : len(other) - low], 0, len(one) - low):
            low = middle
        else:
            high = middle - 1
    return low
