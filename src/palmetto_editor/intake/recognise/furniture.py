"""What a site puts into a text: contents lists, share bars, a box about the author, a signature."""

from __future__ import annotations

from collections.abc import Sequence

from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.intake.recognise import bylines, people, spans, words
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    cards_end,
    hinted,
    is_heading,
    leftover,
    mark,
    names_part,
    section_end,
)

_CONTENTS = "table of contents"
_AUTHOR = "about the author"
_SITE = "furniture of the site"
_SHORT = 90  # characters of a line that is a button or a signature


def take_furniture(pieces: Pieces, claims: Sequence[Claim]) -> Taken[None]:
    """Leftovers all; the text around them closes."""
    rest: list[Piece] = []
    lost: list[Leftover] = []
    signers = [c.value for c in claims if c.field in ("author", "publisher", "site_name")]
    last = max((i for i, p in enumerate(pieces) if _is_section(p)), default=0)
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


def _is_section(piece: Piece) -> bool:
    """Whether a heading is one of the text, not one over cards or a card."""
    over_cards = names_part(piece, words.LATEST) or names_part(piece, words.RELATED)
    return is_heading(piece) and not (over_cards or spans.links(piece.text))


def _run(pieces: Pieces, index: int, signers: Sequence[str], *, late: bool) -> tuple[int, str]:
    """Where furniture that begins here ends, and what it is; the same index where it is none."""
    piece = pieces[index]
    if names_part(piece, words.CONTENTS) and index + 1 < len(pieces):
        return (index + 2, _CONTENTS) if _contents(pieces[index + 1]) else (index, "")
    latest = names_part(piece, words.LATEST) or _over_pictures(pieces, index)
    if latest and cards_end(pieces, index) > index + 1:
        return cards_end(pieces, index), "other pages of the site"
    if _promotes(piece):
        return _box_end(pieces, index), "other pages of the site"
    if is_heading(piece) and words.ABOUT_AUTHOR.named(piece.plain) and piece.level > 1:
        return section_end(pieces, index), _AUTHOR
    return index + 1 if (reason := _alone(piece, signers, late=late)) else index, reason


def _over_pictures(pieces: Pieces, index: int) -> bool:
    """Whether "More articles" stands over cards with pictures, which no writer makes by hand."""
    named = is_heading(pieces[index]) and words.MORE.named(pieces[index].plain)
    return bool(named) and index + 1 < len(pieces) and pieces[index + 1].kind == "figure"


def _promotes(piece: Piece) -> bool:
    """Whether a heading stands over cards that the site's program chose, not the writer."""
    told = words.PROMOTED.named(piece.plain) and hinted(piece, words.HINT_RELATED)
    return is_heading(piece) and (told or hinted(piece, words.HINT_WIDGET))


def _box_end(pieces: Pieces, index: int) -> int:
    """The index after the last piece of the box that a heading is in."""
    end = index + 1
    while end < len(pieces) and (
        hinted(pieces[end], words.HINT_RELATED) or hinted(pieces[end], words.HINT_WIDGET)
    ):
        end += 1
    return end


def _alone(piece: Piece, signers: Sequence[str], *, late: bool) -> str:
    """Why a single piece is furniture; "" where it is none."""
    short = len(piece.plain) <= _SHORT
    line = short and piece.kind in ("paragraph", "list")
    if _contents(piece) and hinted(piece, words.HINT_CONTENTS):
        return _CONTENTS
    if hinted(piece, words.HINT_BIO):
        return _AUTHOR
    known = words.FURNITURE.named(piece.plain) or words.FURNITURE_START.match(piece.plain)
    if (line and known) or (hinted(piece, words.HINT_FURNITURE) and (short or is_heading(piece))):
        return _SITE
    if not (late and line) or spans.links(piece.text):
        return ""
    if bylines.is_noise(piece.plain):
        return _SITE
    signed = any(people.same(piece.plain, name) for name in signers)
    return "signature below the text" if signed else ""


def _contents(piece: Piece) -> bool:
    """A list of links to places of the same page, or one that is called so."""
    if piece.kind != "list":
        return False
    anchors = [a for item in piece.items for a in spans.links(item)]
    here = [a for a in anchors if a.target.startswith("#")]
    return len(here) >= max(1, len(piece.items) - 1) or hinted(piece, words.HINT_CONTENTS)
