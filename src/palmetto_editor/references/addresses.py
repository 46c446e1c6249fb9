"""Where an entry of the reference list may lead: identifiers as addresses, and web addresses."""

from __future__ import annotations

from urllib.parse import quote

from palmetto_editor.references.urls import web

__all__ = ["doi_address", "pmcid_address", "pmid_address", "web"]


def doi_address(bare: str) -> str:
    """The address that Crossref asks for, https and percent-encoded where a URL needs it."""
    return "https://doi.org/" + quote(bare, safe="/:;()._-~@!$'*+,=")


def pmid_address(bare: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{bare}/"


def pmcid_address(bare: str) -> str:
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{bare}/"
