"""Crossref's REST API (https://api.crossref.org/): works by DOI, by ISBN, by their words."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.crossref_record import reference
from palmetto_editor.references.lookup.forms import JSON
from palmetto_editor.references.lookup.found import Found
from palmetto_editor.references.lookup.values import each, part, plain

ROWS = 5


def by_doi(client: Client, doi: str) -> list[Found]:
    """The work of a DOI. Raises as `Client.get` does, as all here."""
    message = part(client.get("Crossref", f"works/{quote(doi, safe='')}", {}, JSON), "message")
    return [_found(message)] if message else []


def by_isbn(client: Client, isbn: str) -> list[Found]:
    """The book of an ISBN, no chapters of it."""
    params = {"filter": f"isbn:{isbn}", "rows": str(ROWS)}
    found = [_found(item) for item in _items(client, params)]
    return [one for one in found if one.reference.type == "book"][:1]


def by_words(client: Client, wanted: Reference) -> list[Found]:
    """The likeliest works by title, first author and year."""
    words = [plain(wanted.title), *(name.family or name.literal for name in wanted.author[:1])]
    years = wanted.issued.date_parts[:1] if wanted.issued else ()
    words += [str(parts[0]) for parts in years if parts]
    params = {"query.bibliographic": " ".join(words)[:500], "rows": str(ROWS)}
    return [_found(item) for item in _items(client, params)]


def _items(client: Client, params: dict[str, str]) -> tuple[Any, ...]:
    return each(part(client.get("Crossref", "works", params, JSON), "message").get("items"))


def _found(message: Any) -> Found:
    work = reference(message)
    return Found("Crossref", work, f"https://doi.org/{quote(work.DOI, safe='/:;()._-')}")
