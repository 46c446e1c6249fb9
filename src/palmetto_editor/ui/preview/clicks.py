"""From a click in the page back to what the writer typed."""

from __future__ import annotations

import re
from itertools import islice

from palmetto_editor.model.places import Place
from palmetto_editor.page.page import Page

_WORD = re.compile(r"\w+")


def clicked_place(page: Page, block: str, before: str) -> Place | None:
    """The place that the block with this id shows; None where the page has no such block.

    In the body it is narrowed to the point of the click: `before` is the block's visible text up
    to there, and its last word is counted off in the source.
    """
    for index, candidate in enumerate(page.blocks):
        if candidate.id == block:
            source = page.sources[index]
            if source is None:
                return candidate.place
            point = _start(page, source) + _offset(page.body_blocks[source].text, before)
            return candidate.place.at(point, point)
    return None


def _start(page: Page, source: int) -> int:
    return sum(len(block.text) for block in page.body_blocks[:source])


def _offset(source: str, before: str) -> int:
    """Where in a block's source its visible text `before` ends, as nearly as words tell."""
    words = _WORD.findall(before)
    if not words:
        return 0
    last = words[-1]
    count = sum(word.startswith(last) for word in words)
    twins = (match for match in _WORD.finditer(source) if match[0].startswith(last))
    twin = next(islice(twins, count - 1, None), None)
    return twin.start() + len(last) if twin else 0
