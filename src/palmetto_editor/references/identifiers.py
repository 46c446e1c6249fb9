"""Identifiers: what one looks like and whether its check digit fits."""

from __future__ import annotations

import re

_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])")


def orcid(text: str) -> str:
    """The bare `0000-0002-1825-0097` of an ORCID iD or its address; `""` where it is none.

    The last place is the check of ISO 7064 MOD 11-2, as ORCID's own documentation describes it.
    """
    match = _ORCID.fullmatch(text.strip())
    if match is None:
        return ""
    digits = "".join(match.groups())
    return "-".join(match.groups()) if _check(digits[:-1]) == digits[-1] else ""


def _check(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
