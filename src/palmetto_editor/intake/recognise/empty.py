"""Headings with nothing under them: taken out, and told."""

from __future__ import annotations

from palmetto_editor.intake.manuscript import Leftover
from palmetto_editor.intake.recognise import spans, words
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    hinted,
    is_heading,
    is_mark,
    names_part,
)

REASON = "empty heading"


def take_empty(pieces: Pieces) -> Taken[tuple[str, ...]]:
    """The words of headings whose whole section is headings only.

    A heading before questions is none, nor one whose own words or those below it are links. At
    the very end a short line that names related articles counts as one.
    """
    empty: set[int] = set()
    filled = [False] * 10  # by level: whether text stands before the next heading so high or higher
    tail = True
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if not is_heading(piece):
            if tail and names_part(piece, words.RELATED) and not spans.links(piece.text):
                empty.add(index)
            elif piece.kind != "rule" or (is_mark(piece) and not is_mark(piece, "furniture")):
                filled, tail = [True] * 10, False
            continue
        linked = bool(spans.links(piece.text)) or _card(pieces[index + 1 : index + 2])
        if not (filled[piece.level] or linked or _introduces(pieces, index)):
            empty.add(index)
        else:
            tail = False
        filled = [(filled[at] or linked) and at < piece.level for at in range(10)]
    lost = tuple(
        Leftover(text=" ".join(p.plain.split()), reason=REASON, origin=p.origin)
        for i, p in enumerate(pieces)
        if i in empty
    )
    rest = tuple(p for i, p in enumerate(pieces) if i not in empty)
    return Taken(tuple(gone.text for gone in lost), rest, Found(leftovers=lost))


def _card(following: Pieces) -> bool:
    """Whether a heading that is a link comes next, whatever its level."""
    return any(
        is_heading(piece) and (bool(spans.links(piece.text)) or hinted(piece, words.HINT_CARD))
        for piece in following
    )


def _introduces(pieces: Pieces, index: int) -> bool:
    """Whether questions as headings follow a heading of a FAQ."""
    following = next((p for p in pieces[index + 1 :] if p.kind != "rule"), None)
    asks = following is not None and following.plain.rstrip().endswith("?")
    return asks and names_part(pieces[index], words.FAQ)
