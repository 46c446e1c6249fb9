"""The rule for lists of authors that end sooner than the citation style would end them."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.cited_style import style_of
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place


def authors_cut(subject: Subject) -> Iterator[Hit]:
    """A list that ends in "et al." before the style would end it."""
    cut = [r for r in subject.article.references if r.palmetto.authors_truncated]
    if not cut:
        return
    style = style_of(subject.publication.citations)
    shown = style.names_shown if style else 0
    for reference in cut:
        count = len(reference.author)
        if shown is None or count < shown:
            wants = "all authors" if shown is None else f"up to {shown} authors"
            listed = "1 author" if count == 1 else f"{count} authors"
            message = (
                f"The reference “{reference.id}” lists {listed} and “et al.”, where the citation "
                f"style shows {wants}; complete the list."
            )
            yield Hit(Place("references", reference.id, "author"), message)
