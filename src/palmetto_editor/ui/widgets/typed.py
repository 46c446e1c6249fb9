"""Edits that come key by key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place


def typed(edit: Edit) -> Edit:
    """The same edit, but one that merges with its neighbours in the history as typing does."""
    return replace(edit, label="Typing", typing=True)


def type_value(place: Place, value: Any) -> Edit:
    """Set a value that is no text, such as a list, while its text is being typed."""
    return typed(edits.put(place, value))
