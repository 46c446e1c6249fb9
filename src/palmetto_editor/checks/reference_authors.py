"""The rule for lists of authors that end sooner than the citation style would end them."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.errors import UserError
from palmetto_editor.model.places import Place


def authors_cut(subject: Subject) -> Iterator[Hit]:
    """A list that ends in "et al." before the style would end it."""
    cut = [r for r in subject.article.references if r.palmetto.authors_truncated]
    if not cut:
        return
    known, shown = _names_shown(subject)
    for reference in cut if known else ():
        count = len(reference.author)
        if shown is None or count < shown:
            wants = "all authors" if shown is None else f"up to {shown} authors"
            listed = "1 author" if count == 1 else f"{count} authors"
            message = (
                f"The reference “{reference.id}” lists {listed} and “et al.”, where the citation "
                f"style shows {wants}; complete the list."
            )
            yield Hit(Place("references", reference.id, "author"), message)


def _names_shown(subject: Subject) -> tuple[bool, int | None]:
    """Whether the style can be used, and how many authors it shows; else the page tells."""
    from palmetto_editor.references.styles.style import load  # slow: it reads the style

    try:
        citations = subject.publication.citations
        return True, load(citations.style, citations.csl).names_shown
    except UserError:
        return False, None
