"""A work in a few plain words, for tables and menus."""

from __future__ import annotations

from html import unescape

from palmetto_editor.model.csl import Reference
from palmetto_editor.references import dates
from palmetto_editor.references.cited_names import in_sentence


def author_and_year(reference: Reference) -> str:
    """`Howard et al. 1996`; the title or the key where neither is known."""
    who = unescape(in_sentence(reference)) or reference.publisher
    named = " ".join(part for part in (who, dates.year(reference.issued)) if part)
    return named if who else reference.title or named or reference.id
