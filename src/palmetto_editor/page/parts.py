"""The parts of a page around the body's own blocks: what each is made of, and its HTML.

A part is a frozen value. Its texts wait for their numbers; when the part, its numbers and its
surroundings are those of the last page, so is its block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from palmetto_editor.model.places import Place
from palmetto_editor.page.anchors import item_anchor
from palmetto_editor.page.fill import Picture, below, figure, img
from palmetto_editor.page.texts import Prose
from palmetto_editor.page.theme import Theme, safe


class Part(Protocol):
    """`pieces` are its texts in reading order; `html` gets them filled, one text for each."""

    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...
    @property
    def pieces(self) -> Prose: ...
    def html(self, theme: Theme, texts: Sequence[str]) -> str: ...


@dataclass(frozen=True, slots=True)
class ProseSection:
    """Notice, short answer or disclaimer: its template has the part's name.

    Its own headings stand below one of this `level`, which is that of the section's.
    """

    id: str
    place: Place
    pieces: Prose
    level: int

    def html(self, theme: Theme, texts: Sequence[str]) -> str:
        return theme.render(self.id, text=safe(below(texts, self.level)))


@dataclass(frozen=True, slots=True)
class Figure:
    """An image with its caption. `alt` is HTML and goes before the image's own text."""

    id: str
    picture: Picture
    pieces: Prose
    alt: str = ""
    lead: bool = False

    @property
    def place(self) -> Place:
        return Place("images", self.picture.image.id)

    def html(self, theme: Theme, texts: Sequence[str]) -> str:  # noqa: ARG002 # of every part
        element = img(self.picture, self.alt, first=self.lead)
        anchor = item_anchor("figure", self.picture.image.id)
        return figure(element, self.picture, texts[0] if texts else "", anchor)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page's own before parts that stand as blocks of their own."""

    id: str
    place: Place
    text: str
    pieces: Prose = ()

    def html(self, theme: Theme, texts: Sequence[str]) -> str:  # noqa: ARG002 # of every part
        return theme.render("heading", anchor=self.id, text=self.text)
