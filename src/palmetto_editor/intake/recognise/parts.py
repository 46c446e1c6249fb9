"""What recognisers share: what they give, marks for what was taken, and questions about pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.intake.recognise import spans
from palmetto_editor.intake.recognise.words import HINT_CARD, Phrases

T = TypeVar("T")
Pieces = tuple[Piece, ...]

OWN_HEADING = "heading of a part that the page makes itself"
NO_LEVEL = 9  # of a paragraph that stands for a heading: below all that are
_WORDS = re.compile(r"\w+")
_MARK = "taken"
_LONGEST_HEADING = 90  # characters of a paragraph that may stand for a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a recogniser has to tell beside its value."""

    fields: tuple[Recovered, ...] = ()
    claims: tuple[Claim, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    def __add__(self, other: Found) -> Found:
        return Found(
            fields=self.fields + other.fields,
            claims=self.claims + other.claims,
            leftovers=self.leftovers + other.leftovers,
        )


@dataclass(frozen=True, slots=True)
class Taken(Generic[T]):
    """`rest` are the pieces that were left, in their order."""

    value: T
    rest: Pieces
    found: Found = Found()


def mark(name: str, text: str = "") -> Piece:
    """Stands where something was taken; `text` is the shortcode that could stand there."""
    return Piece(kind="rule", text=text, label=name, hints=(_MARK,))


def is_mark(piece: Piece, name: str = "") -> bool:
    return piece.hints == (_MARK,) and (not name or piece.label == name)


def leftover(piece: Piece, reason: str) -> Leftover:
    return Leftover(text=piece.plain or piece.text, reason=reason, origin=piece.origin)


def flat(pieces: Iterable[Piece], parts: Phrases) -> Pieces:
    """Groups opened, however deep; `details` named like a part become a heading and its text."""
    found: list[Piece] = []
    stack = [iter(pieces)]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif piece.kind == "group":
            stack.append(iter(piece.pieces))
        elif piece.kind == "details" and piece.pieces and parts.named(piece.label):
            found.append(
                Piece(
                    kind="paragraph",
                    text=piece.label,
                    plain=piece.label,
                    hints=piece.hints,
                    origin=piece.origin,
                )
            )
            stack.append(iter(piece.pieces))
        else:
            found.append(piece)
    return tuple(found)


def fold(text: str) -> str:
    """The words of a text alone, in lower case: for comparisons."""
    return " ".join(_WORDS.findall(text.casefold().replace("’", "'").replace("'", "")))


def is_heading(piece: Piece) -> bool:
    return piece.kind == "heading"


def names_part(piece: Piece, phrases: Phrases) -> bool:
    """Whether the piece is a heading, or a short line in the place of one, of such a part."""
    if is_heading(piece):
        return phrases.named(piece.plain)
    short = piece.kind == "paragraph" and len(piece.plain) <= _LONGEST_HEADING
    return short and phrases.named(piece.plain)


def level(piece: Piece) -> int:
    return piece.level if is_heading(piece) else NO_LEVEL


def section_end(
    pieces: Sequence[Piece], start: int, stops: Callable[[Piece], bool] = lambda _: False
) -> int:
    """The index after the last piece under the heading at `start`."""
    depth = level(pieces[start])
    for index in range(start + 1, len(pieces)):
        piece = pieces[index]
        if is_heading(piece) and piece.level <= depth:
            return index
        if (is_mark(piece) and piece.label != "table") or stops(piece):
            return index
    return len(pieces)


def cards_end(pieces: Sequence[Piece], start: int) -> int:
    """The index after cards below `start`: headings that are links whatever their level, each with
    a picture, a few words or a list of links.
    """
    end, card = start + 1, False
    for at in range(start + 1, len(pieces)):
        piece = pieces[at]
        linked = bool(spans.links(piece.text)) and not spans.without_links(piece.text)
        linked = linked or (is_heading(piece) and hinted(piece, HINT_CARD))
        listed = piece.kind == "list" and all(map(spans.links, piece.items))
        if linked or listed:
            end, card = at + 1, True
        elif piece.kind == "figure" or (card and piece.kind == "paragraph"):
            end, card = (at + 1 if card else end), piece.kind == "figure"
        else:
            break
    return end


def hinted(piece: Piece, pattern: re.Pattern[str]) -> bool:
    """Whether a class name, id or role of the element or of those around it says so."""
    return any(_tells(pattern, hint) for hint in piece.hints)


@lru_cache(maxsize=4096)
def _tells(pattern: re.Pattern[str], hint: str) -> bool:
    return bool(pattern.search(hint))


def texts(pieces: Iterable[Piece]) -> str:
    """The Markdown of blocks one below the other."""
    return "\n\n".join(filter(None, (markdown(piece).strip("\n") for piece in pieces)))


def markdown(piece: Piece) -> str:
    """A piece as it stands in a body."""
    if piece.kind == "heading":
        words = " ".join(piece.text.split())
        return f"{'#' * max(1, min(6, piece.level))} {words}" if words else ""
    if piece.text.strip():
        return piece.text.rstrip()
    if piece.kind == "details":
        return "\n\n".join(filter(None, (f"**{piece.label}**" * bool(piece.label), inner(piece))))
    return inner(piece)


def inner(piece: Piece) -> str:
    """The Markdown of what stands inside a piece, to any depth."""
    return "\n\n".join(filter(None, (p.text.strip("\n") for p in inside(piece))))


def inside(piece: Piece) -> Iterator[Piece]:
    """The pieces inside that have a text of their own, in order."""
    stack = [iter(piece.pieces)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.text.strip() or not child.pieces:
            shown = child if not is_heading(child) else replace(child, text=markdown(child))
            yield shown
        else:
            stack.append(iter(child.pieces))
