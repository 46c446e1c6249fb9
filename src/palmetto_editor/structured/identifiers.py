"""Identifiers of works: the bare form of each, or "" where the text is none.

Addresses around an identifier (`https://doi.org/…`) and labels (`doi:`) are taken off; ISSN and
ISBN have check digits of their own. What a person has is in `references.identifiers`.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Z0-9<>\[\]+#&]+", re.IGNORECASE | re.ASCII)
_DOI_BEFORE = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_PMID = re.compile(r"(?:pmid:\s*)?([1-9]\d{0,7})", re.IGNORECASE | re.ASCII)
_PMCID = re.compile(r"(?:pmcid:\s*)?(?:pmc)?([1-9]\d{0,8})", re.IGNORECASE | re.ASCII)
_ISSN = re.compile(r"\b(\d{4})-?(\d{3}[\dXx])\b", re.ASCII)


def doi(text: str) -> str:
    """`10.1126/science.1` out of it or out of its address; closing punctuation is dropped."""
    bare = _DOI_BEFORE.sub("", text.strip()).rstrip(".,;:")
    return bare if _DOI.fullmatch(bare) else ""


def doi_url(bare: str) -> str:
    """The address of a bare DOI, or "" of none."""
    return "https://doi.org/" + quote(bare, safe="/:;()._-") if bare else ""


def pmid_url(bare: str) -> str:
    return f"https://pubmed.ncbi.nlm.nih.gov/{bare}/" if bare else ""


def pmcid_url(bare: str) -> str:
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{bare}/" if bare else ""


def pmid(text: str) -> str:
    """One to eight digits; there is no check digit."""
    match = _PMID.fullmatch(text.strip())
    return match[1] if match else ""


def pmcid(text: str) -> str:
    """`PMC` and its number."""
    match = _PMCID.fullmatch(text.strip())
    return f"PMC{match[1]}" if match else ""


def issns(text: str) -> tuple[str, ...]:
    """Every ISSN in the text whose check digit is right, as `0036-8075`."""
    found = (f"{a}-{b.upper()}" for a, b in _ISSN.findall(text))
    return tuple(dict.fromkeys(issn for issn in found if _weighted(issn.replace("-", ""), 8)))


def isbn(text: str) -> str:
    """The first ISBN of ten or thirteen digits whose check digit is right, without hyphens."""
    for part in re.split(r"[,;/]|\s{2,}", text):
        bare = re.sub(r"(?i)isbn(?:-1[03])?:?|[\s-]", "", part).upper()
        if re.fullmatch(r"\d{9}[\dX]", bare, re.ASCII) and _weighted(bare, 10):
            return bare
        if re.fullmatch(r"97[89]\d{10}", bare, re.ASCII) and _alternating(bare):
            return bare
    return ""


def _weighted(digits: str, weight: int) -> bool:
    """The rule of ISSN and ISBN-10: weights downwards to 1, the sum divisible by 11."""
    values = (10 if d == "X" else int(d) for d in digits)
    return sum(v * w for v, w in zip(values, range(weight, 0, -1), strict=True)) % 11 == 0


def _alternating(digits: str) -> bool:
    return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
