"""Elements that hold pieces: quotes, callouts, and what a reader opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from palmetto_editor.intake.html import spell, words
from palmetto_editor.intake.html.page import Hints, Page
from palmetto_editor.intake.html.tree import (
    HEADINGS,
    Node,
    detach,
    marks,
    origin,
)
from palmetto_editor.intake.html.vocabulary import (
    NOTE,
    NOTE_TITLE,
    QUOTE,
)
from palmetto_editor.intake.manuscript import Piece

_LONGEST_NOTE = 400  # words: a box with more is no callout but a part of the text
_ICONS = "[class*=emoji i], [class*=icon i]"
_SIGN = 3  # characters of an emoji, with what modifies it
_NOTE_KINDS = (
    ("WARNING", ("warning", "attention")),
    ("CAUTION", ("caution", "danger", "error", "alert-danger")),
    ("TIP", ("tip", "hint", "success")),
    ("IMPORTANT", ("important",)),
)


def shell(page: Page, node: Node, hints: Hints) -> Piece | None:
    """The box that an element is, still empty; None for an element that is none.

    A summary or a title is taken out of the element: it is the box's label.
    """
    if node.tag == "blockquote" or _is_pulled(node):
        return Piece(kind="quote", hints=hints, origin=origin(node))
    if node.tag == "details":
        return _opened(page, node, hints)
    if NOTE.search(marks(node)) and words.count(words.plain(node)) <= _LONGEST_NOTE:
        for icon in node.css(_ICONS):
            if len(words.plain(icon)) <= _SIGN:
                detach(page.tree, icon)
        return Piece(kind="note", label=_title(page, node), hints=hints, origin=origin(node))
    return None


def _is_pulled(node: Node) -> bool:
    return bool(QUOTE.search(marks(node))) and node.css_first("blockquote") is None


def _opened(page: Page, node: Node, hints: Hints) -> Piece:
    summary = next((part for part in node.iter() if part.tag == "summary"), None)
    label = ""
    if summary is not None:
        label = words.line(summary)
        detach(page.tree, summary)
    return Piece(kind="details", label=label, hints=hints, origin=origin(node))


def _title(page: Page, node: Node) -> str:
    """The name of a callout, taken out of it: an element named so, or a heading that begins it."""
    for part in node.css("[class*=title i], [class*=heading i], [class*=header i]"):
        if NOTE_TITLE.search(marks(part)) and words.plain(part):
            label = words.line(part)
            detach(page.tree, part)
            return label
    first = next((part for part in node.iter() if words.plain(part)), None)
    if first is not None and first.tag in HEADINGS and first.next is not None:
        label = words.line(first)
        detach(page.tree, first)
        return label
    return ""


def filled(box: Piece, pieces: tuple[Piece, ...]) -> Piece | None:
    """A box with what is in it; None where that is nothing."""
    if not pieces and not box.label:
        return None
    body = "\n\n".join(_written(pieces))
    plain = "\n".join(piece.plain for piece in pieces if piece.plain)
    if box.kind == "details":
        summary = spell.literal(box.label)
        text = f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"
        plain = f"{box.label}\n{plain}" if box.label else plain
    elif box.kind == "note":
        title = spell.literal(box.label)
        text = _quoted(f"[!{_note_kind(box.hints)}] {title}".rstrip() + f"\n\n{body}")
        plain = f"{box.label}\n{plain}" if box.label else plain
    else:
        text = _quoted(body)
    return replace(box, text=text, plain=plain, pieces=pieces)


def _written(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        yield f"{'#' * piece.level} {piece.text}" if piece.kind == "heading" else piece.text


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _note_kind(hints: Hints) -> str:
    """GitHub's kind of callout that the names of a box tell."""
    names = " ".join(hints[:8])
    for kind, signs in _NOTE_KINDS:
        if any(sign in names for sign in signs):
            return kind
    return "NOTE"
