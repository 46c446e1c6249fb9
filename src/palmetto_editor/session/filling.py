"""A record of a work that is in the list already fills what the list does not say."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.imported import Record

_KEPT = {"id", "type", "palmetto"}
_FIELDS = tuple(field.name for field in fields(Reference) if field.name not in _KEPT)


def gaps(mine: Reference, record: Record) -> tuple[str, ...]:
    """The fields that only the record has and was sure to read, by their attributes' names."""
    theirs = record.reference
    return tuple(
        name
        for name in _FIELDS
        if getattr(theirs, name) and not getattr(mine, name) and not record.is_doubtful(name)
    )


def filled(mine: Reference, record: Record) -> Reference:
    """The reference with these; the very same one where there are none.

    What the record tells to have become of the work is added to what is known of it.
    """
    theirs = record.reference
    taken: dict[str, Any] = {name: getattr(theirs, name) for name in gaps(mine, record)}
    updates = tuple(dict.fromkeys((*mine.palmetto.updates, *theirs.palmetto.updates)))
    is_cut = theirs.palmetto.authors_truncated if "author" in taken else None
    if not taken and updates == mine.palmetto.updates:
        return mine
    extension = replace(mine.palmetto, updates=updates)
    if is_cut is not None:
        extension = replace(extension, authors_truncated=is_cut)
    return replace(mine, palmetto=extension, **taken)
