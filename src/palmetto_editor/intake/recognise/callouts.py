"""Boxes and labelled paragraphs become callouts of our Markdown, where they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from palmetto_editor.intake.manuscript import Piece
from palmetto_editor.intake.recognise import spans, words
from palmetto_editor.intake.recognise.parts import Pieces, is_mark, markdown, texts

_OPENING = re.compile(r"^ {0,3}> ?\[!")
_QUOTE = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_KIND = re.compile(r" {0,3}> ?\[!(?P<kind>[\w-]+)\][+-]?(?P<title>[^\n]*)")
_TITLE = 80  # characters of strong words that are a title
_LONGEST = 2_000  # characters of a paragraph that is a callout by its label alone


def with_callouts(pieces: Pieces) -> Pieces:
    """The same pieces in the same order, callouts written as `> [!NOTE] title`."""
    return tuple(_called(piece) or piece for piece in pieces)


def _called(piece: Piece) -> Piece | None:
    if is_mark(piece):
        return None
    if piece.kind == "note":
        return _boxed(piece)
    if _OPENING.match(piece.text):
        return None
    if piece.kind == "paragraph" and len(piece.plain) <= _LONGEST:
        return _labelled(piece, piece.text)
    if piece.kind == "quote":
        text = _QUOTE.sub("", markdown(piece)).strip()
        return _labelled(piece, text)
    return None


def _boxed(piece: Piece) -> Piece | None:
    """A box with its title: its name, its first label, or the strong words that it begins with."""
    opened = _KIND.match(piece.text)
    if opened and (opened["title"].strip() or not piece.pieces):
        return None
    kind = opened["kind"].lower() if opened else words.callout_kind(piece.hints)
    inside = [p for p in piece.pieces if any(c.isalnum() for c in p.plain) or p.kind == "figure"]
    text = texts(inside) if piece.pieces else _QUOTE.sub("", piece.text).strip()
    title = " ".join(piece.label.split()).rstrip(":")
    if not title:
        kind, title, text = _titled(kind, text)
    return _callout(piece, kind, title, text)


def _titled(kind: str, text: str) -> tuple[str, str, str]:
    """Kind, title and the rest of a text that may begin with its title."""
    told = words.callout(spans.words(text[:400]))
    if told:
        label = re.compile(re.escape(told[1]) + r"\s*:?", re.IGNORECASE)
        return told[0], told[1], spans.without_label(text, label) or text
    start = spans.bold_start(text)
    if start and start[1] and len(start[0]) <= _TITLE:
        return kind, start[0].rstrip(".:"), start[1]
    return kind, "", text


def _labelled(piece: Piece, text: str) -> Piece | None:
    """`Research note: …`; the label is the title, but for one that is the kind's own name."""
    told = words.callout(piece.plain.strip())
    if told is None or not _stands_out(piece, told[1]):
        return None
    label = re.compile(re.escape(told[1]) + r"\s*:?", re.IGNORECASE)
    body = spans.without_label(text, label)
    return _callout(piece, told[0], told[1], body) if body and body != text else None


def _stands_out(piece: Piece, label: str) -> bool:
    """A label as a sentence begins it, in capitals or stressed, with words after it."""
    return label[:1].isupper() and len(piece.plain.strip()) > len(label) + 3


def _callout(piece: Piece, kind: str, title: str, text: str) -> Piece:
    own = title.casefold() == kind.casefold()
    first = f"[!{kind.upper()}]" + (f" {title}" if title and not own else "")
    lines = [first, *text.strip("\n").split("\n")]
    shown = "\n".join(f"> {line}".rstrip() for line in lines)
    return replace(piece, kind="quote", text=shown)
