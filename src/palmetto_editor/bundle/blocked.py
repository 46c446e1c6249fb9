"""What errors mean to an export: they stop it, unless the writer says in writing why they may not.

The reason and the errors that it overrules stand in the manifest, so that whoever gets the bundle
can read them.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmetto_editor.bundle.jsontext import is_text
from palmetto_editor.bundle.manifest import Forced, Overruled
from palmetto_editor.checks.finding import Finding
from palmetto_editor.errors import UserError

LONGEST_REASON = 2_000  # characters
MOST_ERRORS = 1_000  # that the manifest names
_LONGEST_MESSAGE = 500  # characters


class Blocked(UserError):  # noqa: N818  (what the writer hears)
    """The article has errors, so it was not exported; `findings` are these. Nothing was written."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        count = len(findings)
        super().__init__(
            f"The article was not exported, since it has {count} error{'s' * (count != 1)}.",
            findings[0].message if count == 1 else f"The first: {findings[0].message}",
            "Mend what is wrong, or export all the same and say why.",
        )
        self.findings = tuple(findings)


def overruled(findings: Sequence[Finding], reason: str) -> Forced | None:
    """What the manifest says of the errors among the findings; None where there are none.

    Blocked where there are some and the reason is blank; UserError where no file can keep it.
    """
    errors = [finding for finding in findings if finding.severity == "error"]
    if not errors:
        return None
    if not reason.strip():
        raise Blocked(errors)
    return Forced(_fit(reason.strip()), tuple(map(_overruled, errors[:MOST_ERRORS])))


def _overruled(finding: Finding) -> Overruled:
    return Overruled(finding.rule, str(finding.place), finding.message[:_LONGEST_MESSAGE])


def _fit(reason: str) -> str:
    if len(reason) > LONGEST_REASON:
        raise UserError(
            "The reason for exporting all the same is too long.",
            f"It has more than {LONGEST_REASON:,} characters.",
            "Say it in fewer words.",
        )
    if not is_text(reason):
        raise UserError(
            "The reason for exporting all the same cannot be written.",
            "It holds half of a character (a lone surrogate), perhaps from a paste.",
            "Type it anew.",
        )
    return reason
