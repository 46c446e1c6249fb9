"""Numbers of publications, checked by their own check digits: ISSN and ISBN.

What leads to a work (DOI, PMID) is in `references.addresses`, ORCID in `references.identifiers`.
"""

from __future__ import annotations

import re

_ISSN = re.compile(r"\b(\d{4})-?(\d{3}[\dXx])\b", re.ASCII)
_ISBN_APART = re.compile(r"[,;/]|\s{2,}")
_ISBN_AROUND = re.compile(r"isbn(?:-1[03])?:?|[\s-]", re.IGNORECASE)


def issns(text: str) -> tuple[str, ...]:
    """Every ISSN in the text, as `0036-8075`, each once."""
    found = (f"{first}-{last.upper()}" for first, last in _ISSN.findall(text))
    return tuple(dict.fromkeys(issn for issn in found if _weighted(issn.replace("-", ""))))


def isbn(text: str) -> str:
    """The first ISBN of ten or thirteen digits, without hyphens; "" where there is none."""
    for part in _ISBN_APART.split(text):
        bare = _ISBN_AROUND.sub("", part).upper()
        if re.fullmatch(r"\d{9}[\dX]", bare, re.ASCII) and _weighted(bare):
            return bare
        if re.fullmatch(r"97[89]\d{10}", bare, re.ASCII) and _alternating(bare):
            return bare
    return ""


def _weighted(digits: str) -> bool:
    """The rule of ISSN and ISBN-10: weights downwards to 1, the sum divisible by 11."""
    values = (10 if digit == "X" else int(digit) for digit in digits)
    weights = range(len(digits), 0, -1)
    return sum(v * w for v, w in zip(values, weights, strict=True)) % 11 == 0


def _alternating(digits: str) -> bool:
    """The rule of EAN-13: weights 1 and 3 by turns, the sum divisible by 10."""
    return sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10 == 0
