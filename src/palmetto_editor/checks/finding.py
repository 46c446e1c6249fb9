"""Finding: something about an article that its writer should know, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` names what was asked, `message` is one plain sentence: what is so, what to do.

    An error blocks the export, a warning does not, advice may be right to ignore. `fix`, where
    there is one, mends it. Two findings that differ in their fix alone are equal, since a fix is
    made anew each time.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    fix: Edit | None = field(default=None, compare=False)
