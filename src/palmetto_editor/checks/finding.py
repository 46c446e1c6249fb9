"""Finding: something about an article that its writer should know, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class About:
    """What a rule asks, why, by which source, and the ISO 8601 day that the rule was gone over."""

    asks: str
    why: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` names what was asked, `message` is one plain sentence: what is so, what to do.

    An error blocks the export, a warning does not, advice may be right to ignore. `fix`, where
    there is one, mends it; `others` are more ways to do so. Two findings that differ in their fixes
    alone are equal, since a fix is made anew each time. `about` says why, and by whose rule. A
    `firm` one cannot be dismissed.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    fix: Edit | None = field(default=None, compare=False)
    others: tuple[Edit, ...] = field(default=(), compare=False)
    about: About | None = field(default=None, compare=False)
    firm: bool = field(default=False, compare=False)

    @property
    def fixes(self) -> tuple[Edit, ...]:
        """All that mends it, what most writers would choose first."""
        return (self.fix, *self.others) if self.fix else self.others
