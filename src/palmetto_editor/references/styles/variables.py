"""A reference as the variables of CSL 1.0.2, in CSL-JSON's spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from palmetto_editor.model.csl import Date, Name, Reference

NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
OTHERS = "others"  # a last name of this kind prints as "et al.", as BibTeX's does
_NEVER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]")
_OWN = {"palmetto", "id", "type", *NAMES, *DATES}
_PARTS = tuple((f.name, f.name.replace("_", "-")) for f in fields(Name))
_TEXTS = tuple((f.name, f.name.replace("_", "-")) for f in fields(Reference) if f.name not in _OWN)


@lru_cache(1024)  # sorting, entry and cites ask for the same work one after the other
def csl_json(reference: Reference) -> Mapping[str, Any]:
    """The item as CSL-JSON has it, without what is empty; a cut author list ends in "others"."""
    item: dict[str, Any] = {"id": reference.id, "type": reference.type}
    for attribute, variable in _TEXTS:
        if value := getattr(reference, attribute):
            item[variable] = clean(value)
    for role in NAMES:
        if people := getattr(reference, role):
            item[role] = [known for name in people if (known := _name(name))]
    if reference.palmetto.authors_truncated and item.get("author"):
        item["author"].append({"literal": OTHERS})
    for variable in DATES:
        if (date := getattr(reference, variable)) and (known := _date(date)):
            item[variable] = known
    return item


def clean(text: str) -> str:
    """Without what no text has a use for: controls, and signs that mean something here."""
    return _NEVER.sub("", text)


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": clean(name.literal)}
    parts = ((part, clean(getattr(name, attribute))) for attribute, part in _PARTS)
    return {part: text for part, text in parts if text}


def _date(date: Date) -> dict[str, Any]:
    parts = [list(part) for part in date.date_parts if part]
    known: dict[str, Any] = {"date-parts": parts} if parts else {}
    if date.literal and not parts:
        known = {"literal": clean(date.literal)}
    return known | {"circa": True} if known and date.circa else known
