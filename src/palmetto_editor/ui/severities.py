"""The three severities of a finding: their order, their colours and their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding

GRAVITY = {"error": 0, "warning": 1, "advice": 2}
COLOURS = {"error": "danger", "warning": "warning", "advice": "muted"}
NAMES = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}


def summary(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`, or `none`."""
    return counted(Counter(finding.severity for finding in findings)) or "none"


def counted(counts: Counter[str]) -> str:
    """The same of counts by severity; empty where there are none."""
    return ", ".join(
        f"{counts[severity]} {NAMES[severity][counts[severity] != 1]}"
        for severity in GRAVITY
        if counts[severity]
    )


def gravest(findings: Iterable[Finding]) -> str:
    """The gravest severity among the findings; empty where there are none."""
    return min((finding.severity for finding in findings), key=GRAVITY.__getitem__, default="")
