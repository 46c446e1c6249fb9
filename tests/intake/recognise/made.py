"""Hand-made manuscripts for the tests of the recognisers."""

from __future__ import annotations

from typing import Any

from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Claim, Field, Grid, Manuscript, Piece, Side
from palmetto_editor.intake.recognise.article import recognise


def h(level: int, text: str, *hints: str) -> Piece:
    return Piece(kind="heading", level=level, text=text, plain=text, hints=hints)


def p(text: str, *hints: str, plain: str = "") -> Piece:
    return Piece(kind="paragraph", text=text, plain=plain or text, hints=hints)


def ul(*items: str, hints: tuple[str, ...] = (), plain: str = "") -> Piece:
    text = "\n".join(f"- {item}" for item in items)
    return Piece(kind="list", text=text, plain=plain or "\n".join(items), items=items, hints=hints)


def details(label: str, *inside: Piece) -> Piece:
    plain = "\n".join([label, *(piece.plain for piece in inside)])
    return Piece(kind="details", label=label, pieces=inside, plain=plain)


def table(header: tuple[str, ...], *rows: tuple[str, ...], caption: str = "") -> Piece:
    plain = "\n".join(" ".join(row) for row in (header, *rows))
    return Piece(kind="table", plain=plain, grid=Grid(header=header, rows=rows, caption=caption))


def figure(file: str, alt: str = "", caption: str = "") -> Piece:
    text = f"![{alt}]({file})"
    return Piece(kind="figure", text=text, plain=caption, label=alt, file=file, caption=caption)


def claim(side: Side, field: Field, value: str, **more: Any) -> Claim:
    return Claim(side=side, field=field, value=value, **more)


def draft(*pieces: Piece, claims: tuple[Claim, ...] = (), **more: Any) -> Draft:
    return recognise(Manuscript(pieces=pieces, claims=claims, **more), "page.html")


def lost(made: Draft) -> dict[str, str]:
    """The leftovers by text."""
    return {gone.text: gone.reason for gone in made.leftovers}
