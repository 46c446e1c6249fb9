"""The short answer: under its heading, behind its label, or in a box of its name."""

from __future__ import annotations

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Piece
from palmetto_editor.intake.recognise import related, spans, words
from palmetto_editor.intake.recognise.notice import unboxed
from palmetto_editor.intake.recognise.parts import (
    OWN_HEADING,
    Found,
    Pieces,
    Taken,
    hinted,
    is_heading,
    is_mark,
    leftover,
    mark,
    names_part,
    section_end,
)
from palmetto_editor.model.places import Place

_HEADINGS_BEFORE = 1  # a later “Bottom line” is a conclusion
_MOST = 6  # pieces of a short answer without a box
_PLACE = Place("short_answer")


def take_short(pieces: Pieces) -> Taken[str]:
    """Near the top only; a sentence that sends the reader elsewhere stays in the body."""
    headings = 0
    for index, piece in enumerate(pieces):
        if names_part(piece, words.SHORT_ANSWER):
            found = _section(pieces, index)
            if found.value:
                return found
        if hinted(piece, words.HINT_SHORT) and not is_mark(piece) and not is_heading(piece):
            end = index + 1
            while end < len(pieces) and hinted(pieces[end], words.HINT_SHORT):
                end += 1
            return _taken(pieces, index, end, unboxed(piece), pieces[index + 1 : end], 0.9)
        label = spans.without_label(piece.text, words.SHORT_LABEL)
        if piece.kind in ("paragraph", "quote", "note") and label != piece.text:
            end = index + 1
            if not label and end < len(pieces) and pieces[end].kind in ("list", "paragraph"):
                end += 1
            return _taken(pieces, index, end, label, pieces[index + 1 : end], 0.9)
        if piece.kind == "note" and words.SHORT_ANSWER.named(piece.label):
            value = "\n\n".join(unboxed(p) for p in piece.pieces) or unboxed(piece)
            return _taken(pieces, index, index + 1, value, (), 0.95)
        headings += is_heading(piece)
        if headings > _HEADINGS_BEFORE:
            break
    return Taken("", pieces)


def _section(pieces: Pieces, index: int) -> Taken[str]:
    end = min(section_end(pieces, index, is_heading), index + 1 + _MOST)
    while end > index + 2 and related.points_elsewhere(pieces[end - 1]):
        end -= 1
    return _taken(pieces, index, end, "", pieces[index + 1 : end], 0.97)


def _taken(
    pieces: Pieces, start: int, end: int, first: str, more: Pieces, sure: float
) -> Taken[str]:
    value = "\n\n".join(filter(None, (first, *(unboxed(piece) for piece in more))))
    origin = _origin(pieces[start])
    field = Recovered(place=_PLACE, value=value, origin=origin, confidence=sure)
    rest = (*pieces[:start], mark("short-answer"), *pieces[end:])
    head = pieces[start] if names_part(pieces[start], words.SHORT_ANSWER) else None
    heads = (leftover(head, OWN_HEADING),) if head and head not in more else ()
    found = Found(fields=(field,), leftovers=heads) if value else Found()
    return Taken(value, rest, found)


def _origin(piece: Piece) -> str:
    words_ = " ".join(piece.plain.split())[:60]
    return f"“{words_}”" + (f", {piece.origin}" if piece.origin else "")
