"""Runs of items become lists: nested by indentation and marks, and freed of what is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from palmetto_editor.intake.text import shapes
from palmetto_editor.intake.text.block import Item
from palmetto_editor.intake.text.lines import Line
from palmetto_editor.intake.text.wrapping import breaks

_DEEPEST = 6
_LEADS_ON = re.compile(
    r"(?:the|these|those) (?:following|next|remaining)? ?(?:sections?|findings|results)|overall,"
    r"|(?:taken )?together,|in (?:summary|short|the following)|below,|this (?:article|section)",
    re.I,
)


class Raw(NamedTuple):
    """An item as it was found: its line's indentation and mark."""

    indent: int
    mark: shapes.Marker
    text: str
    line: int


class Run(NamedTuple):
    items: list[Raw]
    end: int


def take(lines: Sequence[Line], start: int, column: int) -> Run:
    """The items that begin at `start`, blank lines between them allowed."""
    items: list[Raw] = []
    at, after_blank = start, False
    end = start
    while at < len(lines):
        line = lines[at]
        if line.blank:
            after_blank = True
        elif mark := _mark(line, items, after_blank):
            items.append(Raw(line.indent, mark, mark.text, line.number))
            end, after_blank = at + 1, False
        elif items and _goes_on(items[-1], lines[at - 1], line, column, after_blank):
            last = items[-1]
            items[-1] = last._replace(text=f"{last.text} {line.text}".strip())
            end, after_blank = at + 1, False
        else:
            break
        at += 1
    return Run(items, end)


def nested(items: Sequence[Raw]) -> tuple[Item, ...]:
    """The items with their depth: more indentation, or a mark that was not used above it yet."""
    levels: list[tuple[int, str]] = []
    found: list[Item] = []
    for item in items:
        here = (item.indent, item.mark.kind)
        while levels and levels[-1][0] > item.indent and here not in levels[-1:]:
            levels.pop()
        if here in levels:
            del levels[levels.index(here) + 1 :]
        elif not levels or item.indent > levels[-1][0] or levels[-1][1] != item.mark.kind:
            if len(levels) < _DEEPEST:
                levels.append(here)
            else:
                levels[-1] = here
        found.append(Item(max(0, len(levels) - 1), item.mark.number, item.text, item.line))
    return tuple(found)


def freed(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], Item | None]:
    """The list, and the paragraph after it that it had swallowed as its last item.

    A whole sentence below fragments without a full stop, or one that leads on to what follows.
    """
    if len(items) < 3 or items[-1].depth:
        return items, None
    *others, last = items
    if not shapes.prose(last.text) or last.number >= 0 or not last.text[:1].isupper():
        return items, None
    whole = sum(shapes.ends_sentence(item.text) for item in others)
    if whole == 0 or (_LEADS_ON.match(last.text) and len(last.text.split()) > 9 and whole <= 1):
        return tuple(others), last
    return items, None


def _mark(line: Line, items: Sequence[Raw], after_blank: bool) -> shapes.Marker | None:
    mark = shapes.marker(line.text, within=bool(items) or line.indent > 0)
    if mark is None or shapes.json(mark.text):
        return None
    if items and after_blank:
        first = items[0]
        other = (mark.number >= 0) != (first.mark.number >= 0) and line.indent <= first.indent
        last = items[-1]
        again = 0 <= mark.number <= last.mark.number and line.indent <= last.indent
        again = again or (mark.number >= 0 and line.indent < first.indent)
        if other or again:
            return None
    return mark


def _goes_on(last: Raw, above: Line, line: Line, column: int, after_blank: bool) -> bool:
    """Whether a line without a mark belongs to the item above it."""
    if shapes.json(line.text) or shapes.labelled(line.text):
        return False
    if not last.text:
        return True
    if after_blank or shapes.rule(line.text) or shapes.hashes(line.text):
        return False
    return line.indent > last.indent or breaks(above, line, column)
