"""What the walk through an article needs to know of the page."""

from __future__ import annotations

from dataclasses import dataclass

from palmetto_editor.intake.html import spell
from palmetto_editor.intake.html.images import Pictures
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.notes import Notes
from palmetto_editor.intake.html.tree import (
    BLOCKS,
    Node,
    Tree,
    events,
)

Hints = tuple[str, ...]
MOST_HINTS = 40


@dataclass(frozen=True, slots=True)
class Page:
    """What the walk needs to know of the page: `path` are elements whose names say nothing of the
    pieces within, because all of the article is.
    """

    tree: Tree
    notes: Notes
    pictures: Pictures
    leavings: Leavings
    path: frozenset[int]
    with_blocks: frozenset[int]

    def inline(self, node: Node) -> str:
        return spell.inline(node, marks=self.notes.mark)

    def block(self, node: Node) -> str:
        return spell.block(node, marks=self.notes.mark)


def with_blocks(root: Node) -> frozenset[int]:
    """The ids of the elements that have a block in them."""
    found: set[int] = set()
    stack: list[list[bool]] = []
    for entering, node in events(root):
        if not node.is_element_node:
            continue
        if entering:
            stack.append([False])
            continue
        inner = stack.pop()[0]
        if inner:
            found.add(node.mem_id)
        if stack and (inner or node.tag in BLOCKS):
            stack[-1][0] = True
    return frozenset(found)
