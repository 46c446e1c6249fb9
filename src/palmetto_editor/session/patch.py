"""What changed between two pages, so that a preview replaces those blocks and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from palmetto_editor.page.page import Page, PageBlock


@dataclass(frozen=True, slots=True)
class Span:
    """`removed` blocks from index `first` give way to `added`."""

    first: int
    removed: int
    added: tuple[PageBlock, ...]


@dataclass(frozen=True, slots=True)
class PagePatch:
    """The `spans` of `base` that change, in order.

    Where there are several, each has as many blocks as before, so that an index means the same
    before and after. `frame` says that something around the blocks changed: the head, the
    language, what stands before or after them. Without a base the page is shown whole.
    """

    base: Page | None
    spans: tuple[Span, ...] = ()
    frame: bool = True

    @property
    def whole(self) -> bool:
        return self.base is None


def between(old: Page | None, new: Page) -> PagePatch:
    """The fewest blocks that make `old` show `new`; the whole page where `old` is None.

    A citation changes its own block and the list of references far below, and nothing between.
    Blocks that the builder kept are the same objects, so a key costs one comparison of pointers
    for each block.
    """
    if old is None:
        return PagePatch(None)
    before, after = old.blocks, new.blocks
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and _same(before[first], after[first]):
        first += 1
    kept = 0
    while kept < shorter - first and _same(before[-1 - kept], after[-1 - kept]):
        kept += 1
    removed, added = before[first : len(before) - kept], after[first : len(after) - kept]
    return PagePatch(old, tuple(_spans(first, removed, added)), _frame(old) != _frame(new))


def _spans(
    first: int, removed: tuple[PageBlock, ...], added: tuple[PageBlock, ...]
) -> Iterator[Span]:
    """One span where blocks came or went; else a span for each run of blocks that differ."""
    if len(removed) != len(added):
        yield Span(first, len(removed), added)
        return
    pairs = enumerate(zip(removed, added, strict=True))
    for differs, run in groupby(pairs, key=lambda pair: not _same(*pair[1])):
        if differs:
            indices = [index for index, _ in run]
            start, end = indices[0], indices[-1] + 1
            yield Span(first + start, end - start, added[start:end])


def _same(one: PageBlock, other: PageBlock) -> bool:
    return one is other or (one.html == other.html and one.id == other.id)


def _frame(page: Page) -> tuple[str, ...]:
    return page.language, page.head, page.opening, page.closing
