"""The notice above the text, and the disclaimer below it."""

from __future__ import annotations

import re

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Piece
from palmetto_editor.intake.recognise import spans, words
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
    markdown,
    names_part,
    section_end,
    texts,
)
from palmetto_editor.model.places import Place

_ABOVE = 10  # pieces among which a notice is looked for
_LATE = 0.6  # the part of a page after which an unnamed disclaimer may stand
_QUOTE_SIGNS = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_ADMONITION = re.compile(r"^\[![\w-]+\][+-]?[ \t]*")
_NOTICE_HEADING = words.phrases(
    "notice; research notice; important notice; disclosure; legal notice; editor's note"
    "; editor’s note"
)


def take_notice(pieces: Pieces) -> Taken[str]:
    """The first paragraphs near the top that say for whom and for what the page is."""
    for index, piece in enumerate(pieces[:_ABOVE]):
        if is_heading(piece) and not _NOTICE_HEADING.named(piece.plain):
            break
        if names_part(piece, _NOTICE_HEADING):
            end = min(section_end(pieces, index), index + 3)
            found = _taken("notice", pieces, index, end, index + 1, 0.9)
            if found.value:
                return found
        sure = _notice(piece)
        if sure:
            end = index + 1
            while (
                end < len(pieces)
                and hinted(piece, words.HINT_NOTICE)
                and _same_box(pieces, index, end)
            ):
                end += 1
            return _taken("notice", pieces, index, end, index, sure)
    return Taken("", pieces)


def take_disclaimer(pieces: Pieces) -> Taken[str]:
    """Under its heading, in a box of its name, or told by its first words near the end."""
    for index, piece in enumerate(pieces):
        if names_part(piece, words.DISCLAIMER):
            end = section_end(pieces, index, _no_prose)
            found = _taken("disclaimer", pieces, index, end, index + 1, 0.97)
            if found.value:
                return found
    late = int(len(pieces) * _LATE)
    for index, piece in enumerate(pieces):
        boxed = hinted(piece, words.HINT_DISCLAIMER) and not is_mark(piece)
        told = index >= late and _disclaims(piece)
        if (boxed or told) and not is_heading(piece):
            end = index + 1
            while end < len(pieces) and (
                _disclaims(pieces[end]) or (boxed and hinted(pieces[end], words.HINT_DISCLAIMER))
            ):
                end += 1
            return _taken("disclaimer", pieces, index, end, index, 0.9 if boxed else 0.8)
    return Taken("", pieces)


def _taken(part: str, pieces: Pieces, start: int, end: int, first: int, sure: float) -> Taken[str]:
    """The pieces from `first` to `end` as the value; from `start` on they are taken."""
    value = "\n\n".join(filter(None, (unboxed(piece) for piece in pieces[first:end])))
    if not value:
        return Taken("", pieces)
    origin = pieces[first].origin or pieces[first].kind
    field = Recovered(place=Place(part), value=value, origin=origin, confidence=sure)
    rest = (*pieces[:start], mark(part), *pieces[end:])
    heads = tuple(leftover(piece, OWN_HEADING) for piece in pieces[start:first])
    return Taken(value, rest, Found(fields=(field,), leftovers=heads))


def unboxed(piece: Piece) -> str:
    """The Markdown of a piece without the box around it: a part has its own on our page."""
    if piece.kind == "note" and piece.pieces:
        label = piece.label.strip()
        return "\n\n".join(filter(None, (f"**{label}**" if label else "", texts(piece.pieces))))
    text = markdown(piece)
    if piece.kind in ("quote", "note") and text.lstrip().startswith(">"):
        first, _, more = _QUOTE_SIGNS.sub("", text).partition("\n")
        return "\n".join(filter(None, (_ADMONITION.sub("", first).strip(), more.strip("\n"))))
    return text


def _notice(piece: Piece) -> float:
    """How sure it is that the piece is a notice; 0 for none."""
    if piece.kind not in ("paragraph", "note", "quote"):
        return 0.0
    text = piece.plain.strip()
    label = f"{piece.label.strip(' :')}: {text}" if piece.label else text
    if words.NOTICE_LABEL.match(label) or words.NOTICE_LABEL.match(text):
        return 0.95
    if hinted(piece, words.HINT_NOTICE):
        return 0.9
    return 0.8 if words.NOTICE_START.match(text) and len(text) > 30 else 0.0


def _same_box(pieces: Pieces, start: int, index: int) -> bool:
    piece = pieces[index]
    return (
        piece.kind in ("paragraph", "list")
        and piece.hints[-3:] == pieces[start].hints[-3:]
        and (hinted(piece, words.HINT_NOTICE))
    )


def _disclaims(piece: Piece) -> bool:
    if piece.kind not in ("paragraph", "note", "quote") or is_mark(piece):
        return False
    return bool(words.DISCLAIMER_START.match(spans.words(unboxed(piece)).strip("* _")))


def _no_prose(piece: Piece) -> bool:
    return piece.kind not in ("paragraph", "list", "quote", "note")
