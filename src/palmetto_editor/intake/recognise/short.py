"""The short answer: under its heading, behind its label, or in a box of its name."""

from __future__ import annotations

import re

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
_CALLOUT = re.compile(r" {0,3}> ?\[!(?P<kind>[\w-]+)\][+-]?(?P<title>[^\n]*)")
_SIGNS = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_PLACE = Place("short_answer")


def take_short(pieces: Pieces) -> Taken[str]:
    """Near the top only; a sentence that sends the reader elsewhere stays in the body."""
    headings = 0
    for index, piece in enumerate(pieces):
        found = _under_heading(pieces, index) or _in_box(pieces, index) or _labelled(pieces, index)
        if found:
            return found
        headings += is_heading(piece)
        if headings > _HEADINGS_BEFORE:
            break
    return Taken("", pieces)


def _in_box(pieces: Pieces, index: int) -> Taken[str] | None:
    """A box by its class, its name, or the label that it begins with."""
    piece = pieces[index]
    if hinted(piece, words.HINT_SHORT) and not is_mark(piece) and not is_heading(piece):
        end = index + 1
        while end < len(pieces) and hinted(pieces[end], words.HINT_SHORT):
            end += 1
        first = spans.without_label(unboxed(piece), words.SHORT_LABEL)
        return _taken(pieces, index, end, first, pieces[index + 1 : end], 0.9)
    text = _boxed(piece) or _quoted(piece)
    if piece.kind == "note" and words.SHORT_ANSWER.named(piece.label):
        text = "\n\n".join(unboxed(p) for p in piece.pieces) or unboxed(piece)
    return _taken(pieces, index, index + 1, text, (), 0.9) if text else None


def _labelled(pieces: Pieces, index: int) -> Taken[str] | None:
    """A label before the text, or on a line of its own above it."""
    piece = pieces[index]
    label = spans.without_label(piece.text, words.SHORT_LABEL)
    if piece.kind not in ("paragraph", "quote", "note") or label == piece.text:
        return None
    end = index + 1
    if not label and end < len(pieces) and pieces[end].kind in ("list", "paragraph"):
        end += 1
    return _taken(pieces, index, end, label, pieces[index + 1 : end], 0.9)


def _boxed(piece: Piece) -> str:
    """The text of a box that begins with the label of a short answer; signs before it are none."""
    if piece.kind != "note" or not piece.pieces:
        return ""
    inside = [p for p in piece.pieces if any(c.isalnum() for c in p.plain)]
    if not inside:
        return ""
    text = unboxed(inside[0])
    start = spans.bold_start(text)
    if start and start[1] and words.SHORT_ANSWER.named(start[0]):
        first = start[1]
    else:
        first = spans.without_label(text, words.SHORT_LABEL)
        if first == text:
            return ""
    return "\n\n".join(filter(None, (first, *map(unboxed, inside[1:]))))


def _quoted(piece: Piece) -> str:
    """A callout of ours whose kind or title is that of a short answer."""
    match = _CALLOUT.match(piece.text) if piece.kind in ("quote", "note") else None
    if match is None or not any(words.SHORT_ANSWER.named(name) for name in match.groups() if name):
        return ""
    title = match["title"].strip()
    more = _SIGNS.sub("", piece.text[match.end() :]).strip("\n")
    return more if not title or words.SHORT_ANSWER.named(title) else f"**{title}**\n\n{more}"


def _under_heading(pieces: Pieces, index: int) -> Taken[str] | None:
    if not names_part(pieces[index], words.SHORT_ANSWER):
        return None
    end = min(section_end(pieces, index, is_heading), index + 1 + _MOST)
    if (
        not is_heading(pieces[index])
        and pieces[index + 1 : end]
        and pieces[index + 1].kind == "list"
    ):
        end = index + 2  # a line over a list names the list alone
    while end > index + 2 and related.points_elsewhere(pieces[end - 1]):
        end -= 1
    found = _taken(pieces, index, end, "", pieces[index + 1 : end], 0.97)
    return found if found.value else None


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
