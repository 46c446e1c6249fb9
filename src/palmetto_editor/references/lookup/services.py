"""The services that are asked: their addresses, and how often each likes to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from palmetto_editor.errors import UserError
from palmetto_editor.references.lookup.found import Service
from palmetto_editor.references.urls import web

SERVICES: tuple[Service, ...] = get_args(Service)
ADDRESSES: Mapping[Service, str] = {
    "Crossref": "https://api.crossref.org/",
    "PubMed": "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/",
    "DataCite": "https://api.datacite.org/",
    "Open Library": "https://openlibrary.org/",
}
# Seconds between two questions, from each service's own rules: Crossref's polite pool allows three
# at once, NCBI three a second without a key, DataCite 3,000 in five minutes, Open Library one.
PACE: Mapping[Service, float] = {
    "Crossref": 0.2, "PubMed": 0.35, "DataCite": 0.2, "Open Library": 1.0,
}  # fmt: skip


def addresses(chosen: Mapping[str, str]) -> dict[Service, str]:
    """Each service's address: the chosen one, else its own. UserError for what is no address."""
    return {service: _address(service, chosen.get(service, "")) for service in SERVICES}


def _address(service: Service, chosen: str) -> str:
    bare = chosen.strip()
    if bare and not web(bare):
        raise UserError(
            f"{service} cannot be asked.",
            f"“{bare[:80]}” is no web address.",
            "Give one that begins with https://, or leave the field empty for the usual one.",
        )
    return f"{bare.rstrip('/')}/" if bare else ADDRESSES[service]
