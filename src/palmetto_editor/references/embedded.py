"""A reference within a page: its CSL-JSON beside its entry, so that every program reads it whole.

What is no part of a citation stays out: the abstract, the writer's note, and when the record was
verified, which only the article itself can vouch for.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from palmetto_editor.model.csl import Extension, Reference


def public(reference: Reference) -> Reference:
    """The reference as a page tells it."""
    return replace(
        reference, abstract="", note="", palmetto=replace(reference.palmetto, verified=None)
    )


@lru_cache(maxsize=1024)  # the page and the check of what was exported ask for the same
def attribute(reference: Reference) -> str:
    """CSL-JSON of the reference without its id, escaped for an attribute in single quotes.

    Fields that are empty are left out; `palmetto` holds what CSL cannot say.
    """
    said = _plain(public(reference))
    said.pop("id", None)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        hyphen = "-" if not isinstance(value, Extension) else "_"
        said = {
            entry.name.replace("_", hyphen): _plain(getattr(value, entry.name))
            for entry in fields(value)
            if getattr(value, entry.name) != entry.default
        }
        return said | {"type": value.type} if isinstance(value, Reference) else said
    return value
