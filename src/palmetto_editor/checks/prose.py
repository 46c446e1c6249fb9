"""The article's Markdown, piece by piece, as the rules read it: with code blanked out.

The body comes block by block, so that after an edit the other blocks are not read again. Rules that
need more than a pattern ask the page instead: its faults and its outline come from the rendering
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.citing import texts, without_code
from palmetto_editor.model.places import Place

__all__ = ["Match", "Piece", "matches", "pieces", "texts"]


class Piece(NamedTuple):
    """A text of the article, or a block of its body: `text` stands at `start` of the `place`."""

    place: Place
    start: int
    text: str

    def at(self, start: int, end: int) -> Place:
        """The place of characters of this piece."""
        return self.place.at(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern found in a piece, outside its code."""

    piece: Piece
    match: re.Match[str]

    def at(self, group: str | int = 0) -> Place:
        """Where the match, or a group of it, stands."""
        return self.piece.at(*self.match.span(group))

    def __getitem__(self, group: str | int) -> str:
        return self.match[group] or ""


def pieces(subject: Subject) -> Iterator[Piece]:
    """Every Markdown text with its place, in the order of the page; the body by its blocks."""
    for place, text in texts(subject.article):
        if place.part != "body":
            yield Piece(place, 0, text)
            continue
        start = 0
        for block in subject.page.body_blocks:
            subject.pause()
            yield Piece(place, start, block.text)
            start += len(block.text)


def matches(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Match]:
    """Every match of a pattern outside code. None reaches from one block of the body to another."""
    for piece in pieces(subject):
        for match in _found(pattern, piece.text):
            yield Match(piece, match)


@lru_cache(maxsize=16384)  # the blocks of an article, for each pattern that is looked for
def _found(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(without_code(text)))
