"""Rules for the body and its headings, read off the page's outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise, zip_longest

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place
from palmetto_editor.page.page import OutlineEntry

_SHOWS_NOTHING = frozenset({"blank", "definition", "note"})


def no_body(subject: Subject) -> Iterator[Hit]:
    if not subject.article.body.strip():
        yield Hit(Place("body"), "The article has no text; write its body.")


def empty(subject: Subject) -> Iterator[Hit]:
    place = _places(subject)
    named = {entry.block for entry in subject.page.outline if entry.text.strip()}
    for index, block in enumerate(subject.page.body_blocks):
        if block.kind == "heading" and index not in named:
            yield Hit(place(index), "A heading is empty; write it, or remove it.")


def empty_section(subject: Subject) -> Iterator[Hit]:
    """A heading with nothing before the next one of its level, as authors leave behind."""
    place, entries = _places(subject), subject.page.outline
    for entry, following in zip_longest(entries, entries[1:]):
        if following is not None and following.level > entry.level:
            continue
        end = following.block if following else len(subject.page.body_blocks)
        between = subject.page.body_blocks[entry.block + 1 : end]
        if all(block.kind in _SHOWS_NOTHING for block in between) and entry.text.strip():
            message = f"Nothing stands under “{entry.text}”; write the section, or remove it."
            yield Hit(place(entry.block), message)


def skipped_level(subject: Subject) -> Iterator[Hit]:
    """Readers who hear the page go by the levels (WCAG 2.2, technique H42)."""
    place = _places(subject)
    first = OutlineEntry(1, "", "", -1)
    for above, entry in pairwise((first, *subject.page.outline)):
        if entry.level > above.level + 1:
            message = (
                f"“{entry.text}” is {entry.level - above.level} levels below the heading above it; "
                f"use {'#' * (above.level + 1)}."
            )
            yield Hit(place(entry.block), message)


def _places(subject: Subject) -> Callable[[int], Place]:
    """From the index of a block to its own characters, without the blank lines after it."""
    blocks = subject.page.body_blocks
    starts = list(accumulate((len(block.text) for block in blocks), initial=0))

    def place(block: int) -> Place:
        start = starts[block]
        return Place("body").at(start, start + len(blocks[block].text.rstrip()))

    return place
