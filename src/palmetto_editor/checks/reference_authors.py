"""The rule for lists of authors that end sooner than the citation style would end them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from palmetto_editor.checks.cited_style import style_of
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place

if TYPE_CHECKING:
    from palmetto_editor.references.styles.style import NamesShown


def authors_cut(subject: Subject) -> Iterator[Hit]:
    """A list that ends in "et al." before the style would end it, however long it really is."""
    cut = [r for r in subject.article.references if r.palmetto.authors_truncated]
    style = style_of(subject.publication.citations) if cut else None
    if style is None:
        return
    for reference in cut:
        count, shown = len(reference.author), style.names_shown(reference)
        if shown is None or shown.last or count < shown.first:
            listed = "1 author" if count == 1 else f"{count} authors"
            message = (
                f"The reference “{reference.id}” lists {listed} and “et al.”, where the citation "
                f"style shows {_wanted(shown)}; complete the list."
            )
            yield Hit(Place("references", reference.id, "author"), message)


def _wanted(shown: NamesShown | None) -> str:
    if shown is None:
        return "all authors"
    return f"up to {shown.first} authors{' and the last one' if shown.last else ''}"
