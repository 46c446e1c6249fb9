"""The one error that a person reads."""

from __future__ import annotations


class UserError(Exception):
    """Something the writer must know: what happened, why, and what to do about it.

    Raised anywhere, shown once at the edge: a dialog in the window, a line and exit 2 in the
    commands. Each part is a plain sentence.
    """

    def __init__(self, what: str, why: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.why, self.remedy = what, why, remedy

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.remedy) if part)
