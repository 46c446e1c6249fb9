"""What was read, in a few words a line: for tests to compare and for people to check."""

from __future__ import annotations

from dataclasses import fields

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.imported import Imported


def shown(imported: Imported) -> dict[str, object]:
    """Format, records and refusals as JSON, empty fields left out."""
    return {
        "format": imported.format,
        "records": [
            {"origin": record.origin, **of(record.reference), **_told(record.remarks)}
            for record in imported.records
        ],
        **(
            {"refused": [f"{r.origin}: {r.why}" for r in imported.refused]}
            if imported.refused
            else {}
        ),
        **_told(imported.remarks),
    }


def of(reference: Reference) -> dict[str, object]:
    """The fields that are set, names and dates as one text each."""
    found: dict[str, object] = {}
    for entry in fields(reference):
        value = getattr(reference, entry.name)
        if entry.name == "palmetto":
            found |= _extension(reference)
        elif isinstance(value, tuple) and value:
            found[entry.name] = [_name(name) for name in value]
        elif isinstance(value, Date):
            found[entry.name] = _date(value)
        elif value:
            found[entry.name] = value
    return found


def _extension(reference: Reference) -> dict[str, object]:
    own = reference.palmetto
    found: dict[str, object] = {"cut": True} if own.authors_truncated else {}
    if own.evidence:
        found["evidence"] = own.evidence.kind
    if own.updates:
        found["updates"] = [f"{u.kind} {u.source} {u.date} {u.DOI}".strip() for u in own.updates]
    return found


def _name(name: Name) -> str:
    if name.literal:
        return f"= {name.literal}"
    particle = f"{name.non_dropping_particle}|" if name.non_dropping_particle else ""
    return "; ".join(part for part in (particle + name.family, name.given, name.suffix) if part)


def _date(date: Date) -> str:
    days = "/".join("-".join(map(str, parts)) for parts in date.date_parts)
    return f"{'c. ' if date.circa else ''}{days or date.literal}"


def _told(remarks: tuple[str, ...]) -> dict[str, object]:
    return {"remarks": list(remarks)} if remarks else {}
