"""Where an entry of the reference list may lead: identifiers as addresses, and web addresses."""

from __future__ import annotations

import re
from urllib.parse import quote

_DOI_BEFORE = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+", re.ASCII)
_WEB = re.compile(r"https?://[^\s\"<>\\^`{|}\x00-\x1f]+", re.IGNORECASE)
_PMID = re.compile(r"(?:pmid:?\s*)?([1-9]\d{0,7})", re.IGNORECASE | re.ASCII)
_PMCID = re.compile(r"(?:pmcid:?\s*)?(?:pmc)?([1-9]\d{0,8})", re.IGNORECASE | re.ASCII)


def doi(text: str) -> str:
    """The bare DOI of a DOI, of its address or of `doi:…`; "" where it is none."""
    bare = _DOI_BEFORE.sub("", text.strip()).rstrip(".,;:")
    return bare if _DOI.fullmatch(bare) else ""


def doi_address(bare: str) -> str:
    """The address that Crossref asks for, https and percent-encoded where a URL needs it."""
    return "https://doi.org/" + quote(bare, safe="/:;()._-~@!$'*+,=")


def pmid(text: str) -> str:
    """One to eight digits."""
    match = _PMID.fullmatch(text.strip())
    return match[1] if match else ""


def pmid_address(bare: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{bare}/"


def pmcid(text: str) -> str:
    """`PMC` and its number."""
    match = _PMCID.fullmatch(text.strip())
    return f"PMC{match[1]}" if match else ""


def pmcid_address(bare: str) -> str:
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{bare}/"


def web(text: str) -> str:
    """An http or https address, or "" for any other scheme or anything that is none."""
    bare = text.strip()
    return bare if _WEB.fullmatch(bare) else ""
