"""The styles that are shipped; reading this list loads none of them, nor the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["numeric", "author-date", "note"]

_SHIPPED: tuple[tuple[str, str, Kind], ...] = (
    ("nlm-citation-sequence", "NLM / Vancouver (numbers in the order of citing)", "numeric"),
    ("american-medical-association", "AMA, 11th edition", "numeric"),
    ("apa", "APA, 7th edition", "author-date"),
    ("chicago-author-date", "Chicago, 18th edition (author and date)", "author-date"),
    ("chicago-notes-bibliography", "Chicago, 18th edition (notes and bibliography)", "note"),
    ("harvard-cite-them-right", "Harvard (Cite Them Right, 12th edition)", "author-date"),
    ("elsevier-vancouver", "Vancouver (Elsevier)", "numeric"),
    ("ieee", "IEEE", "numeric"),
    ("nature", "Nature", "numeric"),
    ("modern-language-association", "MLA, 9th edition", "author-date"),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A style as a menu shows it."""

    id: str
    title: str
    kind: Kind


def offered() -> tuple[Offered, ...]:
    """The shipped styles in the order of a menu; reads nothing."""
    return tuple(Offered(*row) for row in _SHIPPED)
