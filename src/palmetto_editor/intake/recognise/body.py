"""What is left becomes the body: headings from level 2 on, parts placed where they must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palmetto_editor.intake.manuscript import Leftover, Piece
from palmetto_editor.intake.recognise.parts import (
    OWN_HEADING,
    Pieces,
    is_heading,
    is_mark,
    leftover,
    markdown,
)

_HIGHEST, _LOWEST = 2, 6
_PLACED = ("faq", "references")


def join(pieces: Pieces) -> tuple[str, tuple[Leftover, ...]]:
    """The body's Markdown, and the headings that went because their parts have their own.

    A FAQ or reference list is placed by a shortcode, under its heading, only where text follows
    it; else the page puts it where the theme has it.
    """
    kept, lost = _placed(pieces)
    shown = [piece for piece in kept if not is_mark(piece) or piece.text]
    shown = _between(shown)
    shown = _levelled(shown)
    blocks = [text for text in map(_block, shown) if text]
    body = "\n\n".join(_apart(blocks))
    return (body + "\n" if body else ""), tuple(lost)


def _block(piece: Piece) -> str:
    if piece.kind == "rule" and not is_mark(piece):
        return "---"
    return markdown(piece).strip("\n")


def _placed(pieces: Pieces) -> tuple[list[Piece], list[Leftover]]:
    kept: list[Piece] = []
    lost: list[Leftover] = []
    follows = False
    skip = -1
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if index == skip:
            lost.append(leftover(piece, OWN_HEADING))
        elif is_mark(piece) and piece.label in _PLACED and not follows:
            if index and is_heading(pieces[index - 1]) and piece.text:
                skip = index - 1
        else:
            kept.append(piece)
            follows = follows or _is_text(piece)
    kept.reverse()
    return _filled(kept, lost), lost[::-1]


def _is_text(piece: Piece) -> bool:
    """Whether a piece shows something of its own below a part."""
    if is_mark(piece):
        return bool(piece.text) and piece.label not in _PLACED
    return piece.kind != "rule" and bool(piece.text.strip() or piece.pieces)


def _filled(pieces: Sequence[Piece], lost: list[Leftover]) -> list[Piece]:
    """Without headings from under which everything was taken."""
    kept: list[Piece] = []
    below = [False] * 10
    taken = False
    for piece in reversed(pieces):
        if not is_heading(piece):
            kept.append(piece)
            taken = taken or (is_mark(piece) and not piece.text)
            if piece.text.strip() or piece.pieces:
                below = [True] * 10
            continue
        if below[piece.level] or not taken:
            kept.append(piece)
        else:
            lost.append(leftover(piece, "what stood under it is a part of its own"))
        below = [below[at] and at < piece.level for at in range(10)]
        taken = False
    return kept[::-1]


def _between(pieces: Sequence[Piece]) -> list[Piece]:
    """Rules only between texts, one at a time."""
    kept: list[Piece] = []
    for piece in pieces:
        rule = piece.kind == "rule" and not is_mark(piece)
        if rule and (not kept or (kept[-1].kind == "rule" and not is_mark(kept[-1]))):
            continue
        kept.append(piece)
    while kept and kept[-1].kind == "rule" and not is_mark(kept[-1]):
        kept.pop()
    return kept


def _levelled(pieces: Sequence[Piece]) -> list[Piece]:
    """The highest level is 2 and no level is jumped over; what was deeper stays deeper."""
    stack: list[int] = []
    kept = []
    for piece in pieces:
        if is_heading(piece):
            while stack and stack[-1] >= piece.level:
                stack.pop()
            stack.append(piece.level)
            piece = replace(piece, level=min(_LOWEST, _HIGHEST + len(stack) - 1))
        kept.append(piece)
    return kept


def _apart(blocks: Sequence[str]) -> list[str]:
    """Two lists that follow each other stay two: the second gets another bullet."""
    kept: list[str] = []
    for block in blocks:
        if kept and kept[-1].startswith("- ") and block.startswith("- "):
            lines = block.split("\n")
            block = "\n".join(f"*{line[1:]}" if line.startswith("- ") else line for line in lines)
        kept.append(block)
    return kept
