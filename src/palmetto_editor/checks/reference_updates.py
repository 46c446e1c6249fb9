"""Rules for works that were retracted, doubted or corrected after they appeared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.csl import Reference, Update, UpdateKind
from palmetto_editor.model.places import Place

# Publishers put it before the title: `RETRACTED: …`, `Retracted Article: …`, `[Retracted] …`.
_SAYS_SO = re.compile(
    r"\W*(?:retracted(?:\s+(?:article|chapter|paper))?|withdrawn(?:\s+article)?)\s*[:\])]", re.I
)


def retracted(subject: Subject) -> Iterator[Hit]:
    """Told by a service that was asked, or by the title."""
    yield from _updated(subject, "retraction", "RETRACTED", "take it out, or say so in the text")
    for reference in subject.article.references:
        told = any(update.kind == "retraction" for update in reference.palmetto.updates)
        if not told and _SAYS_SO.match(reference.title):
            message = (
                f"The title of “{reference.id}” says that the work was RETRACTED; "
                "take it out, or say so in the text."
            )
            yield Hit(Place("references", reference.id, "title"), message)


def concern(subject: Subject) -> Iterator[Hit]:
    yield from _updated(subject, "concern", "published with an expression of concern", _READ)


def corrected(subject: Subject) -> Iterator[Hit]:
    yield from _updated(subject, "correction", "corrected", _READ)


_READ = "read the notice and see whether the text still holds"


def _updated(subject: Subject, kind: UpdateKind, what: str, remedy: str) -> Iterator[Hit]:
    """One finding for a work, however many notices there are of a kind."""
    for reference in subject.article.references:
        update = next((u for u in reference.palmetto.updates if u.kind == kind), None)
        if update:
            message = f"“{reference.id}” was {what}{_told(update)}; {remedy}."
            yield Hit(_place(reference), message)


def _place(reference: Reference) -> Place:
    return Place("references", reference.id)


def _told(update: Update) -> str:
    """` on 2020-01-02 (Crossref, https://doi.org/…)`, as far as it is known."""
    when = f" on {update.date}" if len(update.date) > 7 else f" in {update.date}"
    where = ", ".join(filter(None, (update.source, update.DOI and f"DOI {update.DOI}")))
    return f"{when if update.date else ''}{f' ({where})' if where else ''}"
