"""The article's elements become pieces, in their order: one walk without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from palmetto_editor.intake.html import boxes, figures, leaves, named
from palmetto_editor.intake.html.page import MOST_HINTS, Hints, Page
from palmetto_editor.intake.html.tree import (
    BLOCKS,
    HEADINGS,
    Node,
    attr,
    marks,
    own_hints,
    wrap,
)
from palmetto_editor.intake.html.vocabulary import (
    META,
)
from palmetto_editor.intake.manuscript import Piece

_DEEPEST = 8  # boxes within each other; deeper ones are opened
_NAMED = frozenset(("div", "section", "aside", "nav", "footer", "span"))
_MOST_STATEMENTS = 12
_META_HINT = re.compile(r"(?:^|[-_])(?:meta|byline|dateline|postinfo)(?:$|[-_])")
_STATEMENTS = frozenset(("span", "time", "a", "br", "svg", "i", "abbr", "address", "strong"))
Done = Callable[[list[Piece]], None]


@dataclass(slots=True)
class _Frame:
    """An element whose children are being read."""

    next: Node | None
    hints: Hints
    into: list[Piece]
    depth: int
    run: list[Node] = field(default_factory=list)
    done: Done | None = None


def read(page: Page, top: Node) -> list[Piece]:
    """The pieces of an element and all that is in it."""
    pieces: list[Piece] = []
    stack = [_Frame(None, (), pieces, 0)]
    _enter(page, top, stack)
    while stack:
        frame = stack[-1]
        node = frame.next
        if node is None:
            _flush(page, frame)
            stack.pop()
            if frame.done is not None:
                frame.done(frame.into)
            continue
        frame.next = node.next
        if _joins_run(page, node):
            _add_to_run(page, frame, node)
        elif node.is_element_node:
            _flush(page, frame)
            _enter(page, node, stack)
    return pieces


def _joins_run(page: Page, node: Node) -> bool:
    if node.is_text_node:
        return True
    if not node.is_element_node or node.tag == "img":
        return False
    return node.tag not in BLOCKS and node.mem_id not in page.with_blocks and node.tag != "picture"


def _add_to_run(page: Page, frame: _Frame, node: Node) -> None:
    """Inline content; two breaks in succession end a paragraph, as readers see it."""
    if node.tag == "br" and frame.run and _last(frame.run) == "br":
        _flush(page, frame)
        return
    frame.run.append(node)


def _last(run: list[Node]) -> str:
    for node in reversed(run):
        if not (node.is_text_node and not (node.text_content or "").strip()):
            return node.tag or ""
    return ""


def _flush(page: Page, frame: _Frame) -> None:
    run = frame.run
    frame.run = []
    while run and _is_blank(run[-1]):
        run.pop()
    while run and _is_blank(run[0]):
        run.pop(0)
    if not run:
        return
    parts = [node for node in run if not _is_blank(node)]
    if _are_statements(parts, frame.hints):
        for part in parts:
            _statement(page, part, frame)
        return
    if len(parts) > 1 and all(part.tag == "a" for part in parts):
        box = wrap(page.tree, run, "p")
        if named.links(box, frame.hints, frame.into):
            return
        run = [box]
    hints = frame.hints
    if len(parts) == 1 and parts[0].is_element_node:
        hints = (*own_hints(parts[0]), *hints)[:MOST_HINTS]
    node = run[0] if run[0].tag == "p" else wrap(page.tree, run, "p")
    leaves.paragraph(page, node, hints, frame.into)


def _statement(page: Page, node: Node, frame: _Frame) -> None:
    hints = (*own_hints(node), *frame.hints)[:MOST_HINTS]
    if not (node.tag in _NAMED and named.read(page, node, hints, frame.into)):
        leaves.paragraph(page, wrap(page.tree, [node], "p"), hints, frame.into)


def _is_blank(node: Node) -> bool:
    return node.tag == "br" or (node.is_text_node and not (node.text_content or "").strip())


def _enter(page: Page, node: Node, stack: list[_Frame]) -> None:
    """Read an element as one piece, as a box of pieces, or go on with what is in it."""
    frame = stack[-1]
    on_path = node.mem_id in page.path
    hints = frame.hints if on_path else (*own_hints(node), *frame.hints)[:MOST_HINTS]
    if node.mem_id == page.notes.place:
        frame.into.extend(page.notes.definitions)
        return
    if not on_path and _whole(page, node, hints, frame.into):
        return
    below = _Frame(node.first_child, hints, frame.into, frame.depth)
    if not on_path and frame.depth < _DEEPEST:
        _box(page, node, hints, below)
    stack.append(below)


def _are_statements(parts: list[Node], hints: Hints) -> bool:
    """Whether inline elements are statements of their own that a style sheet sets apart:
    `<span class=byline>…</span><span class=posted-on>…</span>`, with no text between them.
    """
    if not 1 < len(parts) <= _MOST_STATEMENTS or any(part.tag not in _STATEMENTS for part in parts):
        return False
    if any(_META_HINT.search(hint) for hint in hints[:2]):
        return True
    return any(
        part.tag == "time" or META.search(marks(part) + attr(part, "itemprop").lower())
        or part.css_first("time") is not None
        for part in parts
    )  # fmt: skip


def _whole(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    """Whether the element is one piece (or a few) of which nothing needs to be looked into."""
    tag = node.tag or ""
    if tag in HEADINGS:
        leaves.heading(page, node, hints, into)
        return True
    reader = leaves.READERS.get(tag)
    if reader is not None:
        return reader(page, node, hints, into)
    if tag in _NAMED and named.read(page, node, hints, into):
        return True
    if tag in ("div", "section") and leaves.table_box(page, node, hints, into):
        return True
    found = figures.of(node, page.inline) if tag in figures.TAGS else None
    if found is None:
        return False
    leaves.add_figures(page, found, hints, into, node)
    return True


def _box(page: Page, node: Node, hints: Hints, frame: _Frame) -> None:
    """Make the frame one that gathers its own pieces, where the element is such a box."""
    box = boxes.shell(page, node, hints)
    if box is None:
        return
    into, empty = frame.into, box

    def done(pieces: list[Piece]) -> None:
        piece = boxes.filled(empty, tuple(pieces))
        if piece is not None:
            into.append(piece)

    frame.into, frame.depth, frame.done = [], frame.depth + 1, done
    frame.next = node.first_child
