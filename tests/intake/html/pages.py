"""Pages for tests: an article's text in the frames that systems put around it."""

from __future__ import annotations

from palmetto_editor.intake.html.read import read
from palmetto_editor.intake.manuscript import Manuscript, Piece

PROSE = (
    "Salt marshes along this coast hold more carbon for each hectare than the pine forests behind "
    "them, and most of it lies below the ground, where neither fire nor saw can reach it soon."
)


def manuscript(html: str) -> Manuscript:
    return read(html, "page.html")


def in_article(html: str) -> tuple[Piece, ...]:
    """The pieces of a fragment in an article's text, below a headline and a paragraph."""
    page = f"<main><article><h1>Marshes</h1><div class=entry-content><p>{PROSE}</p>{html}</div>"
    return manuscript(page).pieces[2:]


def kinds(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.kind for piece in pieces]


def texts(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces]


def left(found: Manuscript) -> str:
    """All that was left out, as one text."""
    return "\n".join(leftover.text for leftover in found.leftovers)
