"""What a site puts into a text: contents lists, share bars, a box about the author, a signature."""

from __future__ import annotations

from collections.abc import Sequence

from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.intake.recognise import people, spans, words
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    hinted,
    is_heading,
    leftover,
    mark,
    names_part,
    section_end,
)

_SHORT = 90  # characters of a line that is a button or a signature


def take_furniture(pieces: Pieces, claims: Sequence[Claim]) -> Taken[None]:
    """Leftovers all; the text around them closes."""
    rest: list[Piece] = []
    lost: list[Leftover] = []
    signers = [c.value for c in claims if c.field in ("author", "publisher", "site_name")]
    last = max((i for i, p in enumerate(pieces) if is_heading(p)), default=0)
    index = 0
    while index < len(pieces):
        end, reason = _run(pieces, index, signers, late=index > last)
        lost += [leftover(piece, reason) for piece in pieces[index:end] if piece.plain.strip()]
        if end > index and is_heading(pieces[index]):
            rest.append(mark("furniture"))
        elif end == index:
            rest.append(pieces[index])
            end = index + 1
        index = end
    return Taken(None, tuple(rest), Found(leftovers=tuple(lost)))


def _run(pieces: Pieces, index: int, signers: Sequence[str], *, late: bool) -> tuple[int, str]:
    """Where furniture that begins here ends, and what it is; the same index where it is none."""
    piece = pieces[index]
    if names_part(piece, words.CONTENTS):
        following = pieces[index + 1] if index + 1 < len(pieces) else piece
        if _contents(following):
            return index + 2, "table of contents"
    if _contents(piece) and hinted(piece, words.HINT_CONTENTS):
        return index + 1, "table of contents"
    if is_heading(piece) and words.ABOUT_AUTHOR.named(piece.plain) and piece.level > 1:
        return section_end(pieces, index), "about the author"
    short = len(piece.plain) <= _SHORT
    if short and piece.kind == "paragraph" and words.FURNITURE.named(piece.plain):
        return index + 1, "furniture of the site"
    if hinted(piece, words.HINT_FURNITURE) and (short or is_heading(piece)):
        return index + 1, "furniture of the site"
    alone = short and late and piece.kind == "paragraph" and not spans.links(piece.text)
    if alone and any(people.same(piece.plain, name) for name in signers):
        return index + 1, "signature below the text"
    return index, ""


def _contents(piece: Piece) -> bool:
    """A list of links to places of the same page, or one that is called so."""
    if piece.kind != "list":
        return False
    anchors = [a for item in piece.items for a in spans.links(item)]
    here = [a for a in anchors if a.target.startswith("#")]
    return len(here) >= max(1, len(piece.items) - 1) or hinted(piece, words.HINT_CONTENTS)
