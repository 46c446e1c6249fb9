"""CSL-JSON as its schema has it: what this program adds stands in `custom`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from palmetto_editor.model.csl import Extension, Reference


def written(references: Sequence[Reference]) -> str:
    """A list of items, indented by two blanks, without what is empty."""
    items = [_item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {"id": reference.id, "type": reference.type}
    item |= _plain(reference, hyphens=True, without={"id", "type", "palmetto"})
    if reference.palmetto != Extension():
        item["custom"] = {"palmetto": _plain(reference.palmetto, hyphens=False)}
    return item


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
