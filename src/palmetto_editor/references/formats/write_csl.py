"""CSL-JSON as its schema has it: what this program adds stands in `custom`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from palmetto_editor.model.csl import Date, Extension, Reference
from palmetto_editor.references.seasons import of_month

_DATES = ("issued", "accessed")


def written(references: Sequence[Reference]) -> str:
    """A list of items, indented by two blanks, without what is empty."""
    items = [_item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": reference.id, "type": reference.type}
    item |= _plain(reference, hyphens=True, without={"id", "type", "palmetto", *_DATES})
    item |= {name: _date(date) for name in _DATES if (date := getattr(reference, name))}
    if reference.palmetto != Extension():
        item["custom"] = {"palmetto": _plain(reference.palmetto, hyphens=False)}
    return item


def _date(date: Date) -> dict[str, Any]:
    """A season has a place of its own, where the date is one and no span."""
    said: dict[str, Any] = _plain(date, hyphens=True)
    month = date.date_parts[0][1:2] if len(date.date_parts) == 1 else ()
    if season := of_month(*month) if month else 0:
        said |= {"date-parts": [[date.date_parts[0][0]]], "season": season}
    return said


def _plain(value: Any, *, hyphens: bool, without: set[str] | None = None) -> Any:
    if isinstance(value, tuple):
        return [_plain(one, hyphens=hyphens) for one in value]
    if not is_dataclass(value):
        return value
    return {
        entry.name.replace("_", "-") if hyphens else entry.name: _plain(one, hyphens=hyphens)
        for entry in fields(value)
        if entry.name not in (without or ())
        and (one := getattr(value, entry.name)) != entry.default
    }
