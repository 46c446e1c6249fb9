"""An identifier typed or pasted, in the field of the reference where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.references import identifiers
from palmetto_editor.references.identifiers import Identifier, recognise

IDENTIFIERS = ("DOI", "PMID", "PMCID", "ISBN")  # of works, the one that finds most first
READ = {
    "DOI": identifiers.doi,
    "PMID": identifiers.pmid,
    "PMCID": identifiers.pmcid,
    "ISBN": identifiers.isbn,
    "ISSN": identifiers.issn,
}
_ARXIV = "10.48550/arXiv."  # every work there has this DOI: https://info.arxiv.org/help/doi.html
MOST = 500  # lines of a text that may be a list of identifiers


def field_of(found: Identifier) -> tuple[str, str]:
    """The attribute of a reference for an identifier, and its value; ("", "") for a person's."""
    if found.kind == "arXiv":
        return "DOI", _ARXIV + re.sub(r"v\d+$", "", found.value)
    return ("", "") if found.kind == "ORCID" else (found.kind, found.value)


def identified(reference: Reference, text: str) -> Reference | None:
    """The reference with the identifier that a text is; None where it is none of a work."""
    found = recognise(text)
    name, value = field_of(found) if found else ("", "")
    if not name:
        return None
    changed: dict[str, Any] = {name: value}
    return replace(reference, **changed)


def tidied(reference: Reference, field: str) -> Reference:
    """The reference after its field was left: an identifier in it is spelt as it should be.

    One that belongs elsewhere moves there if that place is free; what is no identifier stays.
    """
    text = str(getattr(reference, field)).strip()
    read = READ.get(field)
    own = read(text) if read else ""
    if own:
        return _with(reference, field, own)
    found = recognise(text) if text and field != "URL" else None
    name, value = field_of(found) if found else ("", "")
    may_move = name not in ("", field) and not getattr(reference, name)
    if not may_move or (field == "title" and name == "URL"):
        return _with(reference, field, text) if field in (*READ, "URL") else reference
    return _with(_with(reference, field, ""), name, value)


def tidy(reference: Reference, field: str) -> Edit | None:
    """The edit that tidies a field; None where there is nothing to do."""
    new = tidied(reference, field)
    if new == reference:
        return None
    place = Place("references", reference.id)
    moved = next((n for n in (*READ, "URL") if getattr(new, n) != getattr(reference, n)), field)
    return replace(
        edits.put(place, new, f"Recognise the {moved}"), place=replace(place, field=moved)
    )


def named_works(text: str) -> tuple[Reference, ...]:
    """One reference, without a key, for each line of a text that is nothing but identifiers."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or len(lines) > MOST:
        return ()
    found = [recognise(line) for line in lines]
    if any(one is None or one.kind in ("ISSN", "ORCID") for one in found):
        return ()
    works = [identified(Reference(id=""), line) for line in lines]
    return tuple(replace(work, type=_type(work)) for work in works if work is not None)


def _type(work: Reference) -> str:
    return "book" if work.ISBN else "webpage" if work.URL else work.type


def _with(reference: Reference, field: str, value: str) -> Reference:
    if getattr(reference, field) == value:
        return reference
    changed: dict[str, Any] = {field: value}
    return replace(reference, **changed)
