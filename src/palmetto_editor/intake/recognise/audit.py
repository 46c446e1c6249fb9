"""The last look: every word of the pieces is in the article, in a leftover or in a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.model.values import Article

REASON = "labels and headings that the page makes itself"
_WORD = re.compile(r"\w+")
_LONG = 12  # words of one piece from which on they are a text of their own


def escaped(
    pieces: Iterable[Piece], article: Article, claims: Iterable[Claim], lost: Iterable[Leftover]
) -> tuple[Leftover, ...]:
    """Leftovers for words that are nowhere: one for each longer run, one for all short ones."""
    kept = set(_words(_texts(article)))
    kept.update(_words(_claimed(claims)), _words(gone.text for gone in lost))
    short: dict[str, None] = {}
    found: list[Leftover] = []
    for piece in every(pieces):
        text = " ".join((_shown(piece), piece.label, piece.caption))
        missing = [word for word in _WORD.findall(text) if word.casefold() not in kept]
        if len(missing) >= _LONG:
            reason = "words that no part of the article took"
            found.append(Leftover(text=text.strip(), reason=reason, origin=piece.origin))
            kept.update(word.casefold() for word in missing)
        else:
            short.update(dict.fromkeys(missing))
    if short:
        found.append(Leftover(text=" ".join(short), reason=REASON))
    return tuple(found)


def _shown(piece: Piece) -> str:
    """What readers see of a piece; of a table its cells where they are the same letters."""
    if piece.grid is None:
        return piece.plain
    cells = [cell for row in (piece.grid.header, *piece.grid.rows) for cell in row]
    same = _letters(piece.plain) == _letters("".join([piece.grid.caption, *cells]))
    return " ".join(cells) if same else piece.plain


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))


def every(pieces: Iterable[Piece]) -> Iterator[Piece]:
    stack = [iter(pieces)]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        else:
            yield piece
            stack.append(iter(piece.pieces))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (word.casefold() for word in _WORD.findall(text))


def _claimed(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        yield from (claim.value, claim.detail, claim.url)
        if claim.side == "page":
            yield claim.origin  # the words of a byline as they stood there


def _texts(value: object) -> Iterator[str]:
    """Every text in a value of the model."""
    if isinstance(value, str):
        yield re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", value)
    elif isinstance(value, int):
        yield str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for entry in fields(value):
            yield from _texts(getattr(value, entry.name))
