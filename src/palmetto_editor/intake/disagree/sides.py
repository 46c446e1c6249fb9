"""A draft, looked at by side: what the page says, what its head, its markup and its file say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from palmetto_editor.intake.disagree.words import key, tokens
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Claim, Field, Piece, Side
from palmetto_editor.model.edits import Edit, put
from palmetto_editor.model.places import Place

WORDS: dict[Side, str] = {
    "page": "the page",
    "head": "the head",
    "markup": "the markup",
    "file": "the file",
}


class Sides:
    """The claims of one draft by side and field, in their order, and the text that readers see."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.article = draft.article
        self._claims: dict[tuple[Side, Field], list[Claim]] = {}
        for claim in draft.claims:
            if claim.value.strip():
                self._claims.setdefault((claim.side, claim.field), []).append(claim)

    def of(self, side: Side, field: Field) -> tuple[Claim, ...]:
        return tuple(self._claims.get((side, field), ()))

    def first(self, field: Field, *sides: Side) -> Claim | None:
        """The first claim of the first of these sides that says anything."""
        return next((claim for side in sides for claim in self.of(side, field)), None)

    def shown(self, field: Field) -> tuple[Claim, ...]:
        """What the page says; of a file with front matter and no such words, the front matter."""
        return self.of("page", field) or self.of("file", field)

    @cached_property
    def sites(self) -> tuple[str, ...]:
        """What the site and its publisher are called."""
        fields: tuple[Field, ...] = ("site_name", "publisher")
        return tuple(claim.value for claim in self.draft.claims if claim.field in fields)

    def is_site(self, name: str) -> bool:
        return any(key(name) == key(site) for site in self.sites)

    def names_site(self, name: str) -> bool:
        """Whether a name has the site's or the publisher's in it, such as `Site Workshop`."""
        words = f" {key(name)} "
        return any(key(site) and f" {key(site)} " in words for site in self.sites)

    @cached_property
    def _text(self) -> str:
        shown = (text for piece in pieces(self.draft.pieces) for text in words_of(piece))
        around = (leftover.text for leftover in self.draft.leftovers)  # the site's own lines
        return f" {' '.join(token for text in (*shown, *around) for token in tokens(text))} "

    @property
    def has_text(self) -> bool:
        """Whether it is known what readers see."""
        return bool(self.draft.pieces)

    def shows(self, text: str) -> bool:
        """Whether these words stand in what readers see; what follows may be glued to them."""
        wanted = key(text)
        return bool(wanted) and f" {wanted}" in self._text


def pieces(top: tuple[Piece, ...]) -> Iterator[Piece]:
    """All pieces that hold text of their own, however deep they stand."""
    stack = list(reversed(top))
    while stack:
        piece = stack.pop()
        yield piece
        stack.extend(reversed(piece.pieces))


def words_of(piece: Piece) -> tuple[str, ...]:
    """What readers see of a piece alone; what is inside it has a piece of its own."""
    return (piece.label,) if piece.pieces else (piece.label, piece.plain)


def take(place: Place, value: object, side: Side, what: str) -> Edit:
    """The edit that puts one side's value at a place."""
    return put(place, value, f"Take {what} from {WORDS[side]}")


def metadata(field: str) -> Place:
    return Place("metadata", field=field)
