"""What changed between two pages, so that a preview replaces those blocks and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from palmetto_editor.page.page import Page, PageBlock


@dataclass(frozen=True, slots=True)
class PagePatch:
    """`removed` blocks of `base` from index `first` give way to `added`.

    `frame` says that something around the blocks changed: the head, the language, what stands
    before or after them. Without a base the page is shown whole.
    """

    base: Page | None
    first: int = 0
    removed: int = 0
    added: tuple[PageBlock, ...] = ()
    frame: bool = True

    @property
    def whole(self) -> bool:
        return self.base is None

    @property
    def blocks_change(self) -> bool:
        return bool(self.removed or self.added)


def between(old: Page | None, new: Page) -> PagePatch:
    """The smallest run of blocks that makes `old` show `new`; the whole page where `old` is None.

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
    return PagePatch(
        old,
        first,
        len(before) - first - kept,
        after[first : len(after) - kept],
        _frame(old) != _frame(new),
    )


def _same(one: PageBlock, other: PageBlock) -> bool:
    return one is other or (one.html == other.html and one.id == other.id)


def _frame(page: Page) -> tuple[str, ...]:
    return page.language, page.head, page.opening, page.closing
