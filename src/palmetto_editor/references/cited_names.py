"""Names of authors and editors as an entry and a sentence show them.

The list follows the recommendations of the ICMJE (samples of formatted references, NLM 2023): at
most six names, then "et al."; initials without points, particles before the family name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from palmetto_editor.model.csl import Name, Reference

MOST_NAMES = 6
_PARTS = re.compile(r"[^\s.\-‐]+")
_READY = 3  # `ADF` is initials already; `JUAN` is a name in capitals


def names(people: Sequence[Name], truncated: bool = False) -> str:
    """HTML of `Howard AD, Feighner SD, et al`, without the final point; "" for nobody."""
    shown = [escape(name, quote=False) for name in map(inverted, people) if name]
    if len(shown) > MOST_NAMES or (truncated and shown):
        shown = [*shown[:MOST_NAMES], "et al"]
    return ", ".join(shown)


def in_sentence(reference: Reference) -> str:
    """HTML of who a sentence names: `Howard et al.`, `Bing and Wu`, `Sun`; "" for nobody."""
    people = [escape(name, quote=False) for name in map(_short, reference.author) if name]
    if not people:
        return ""
    if len(people) > 2 or reference.palmetto.authors_truncated:
        return f"{people[0]} et al."
    return " and ".join(people)


def inverted(name: Name) -> str:
    """`van der Berg JP Jr`; an institution as it is."""
    if name.literal:
        return _fold(name.literal)
    parts = (_family(name), _initials(name.given), name.suffix)
    return _fold(" ".join(parts))


def _short(name: Name) -> str:
    return _fold(name.literal) or _family(name) or _fold(name.given)


def _family(name: Name) -> str:
    return _fold(f"{name.dropping_particle} {name.non_dropping_particle} {name.family}")


def _initials(given: str) -> str:
    """The first letters; a script without capitals (Chinese, Korean) has none and stays whole."""
    parts: list[str] = _PARTS.findall(given)
    if len(parts) == 1 and parts[0].isupper() and len(parts[0]) <= _READY:
        return parts[0]
    if any(part[0].upper() == part[0].lower() for part in parts):
        return given
    return "".join(part[0].upper() for part in parts)


def _fold(text: str) -> str:
    return " ".join(text.split())
