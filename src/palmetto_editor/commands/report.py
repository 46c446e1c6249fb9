"""Findings as text or JSON, and what they mean for the exit status."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from palmetto_editor.checks.finding import Finding
from palmetto_editor.commands.terminal import safe, say

SEVERITIES = ("error", "warning", "advice")  # the gravest first
UPDATES = {  # what became of a work, for its writer to hear
    "retraction": "RETRACTED",
    "concern": "EXPRESSION OF CONCERN",
    "correction": "corrected",
}
Found = tuple[str, Finding]  # the path as it was given, and what was found there


def write(found: Sequence[Found], form: str) -> None:
    """Put all findings on standard output: a line for each, or one JSON object."""
    sys.stdout.write(as_text(found, form, ascii_only=needs_ascii()))


def as_text(found: Sequence[Found], form: str, *, ascii_only: bool = False) -> str:
    """The same as a text."""
    if form == "json":
        rows = [row(path, finding) for path, finding in found]
        return json.dumps({"findings": rows}, indent=2, ensure_ascii=ascii_only) + "\n"
    return "".join(line(path, finding) + "\n" for path, finding in found)


def dump(value: Any) -> None:
    """A value as JSON on standard output, in letters that it can take."""
    json.dump(value, sys.stdout, indent=2, ensure_ascii=needs_ascii())
    sys.stdout.write("\n")


def needs_ascii() -> bool:
    """Whether standard output may not take every letter."""
    return "utf" not in (sys.stdout.encoding or "").lower()


def number(count: int, one: str, more: str = "") -> str:
    """`1 record`, `2 records`; `more` where an s behind `one` does not make it."""
    return f"{count} {one if count == 1 else more or f'{one}s'}"


def line(path: str, finding: Finding) -> str:
    message = " ".join(finding.message.split())
    return safe(f"{path}: {finding.severity}: {finding.place}: {message} [{finding.rule}]")


def row(path: str, finding: Finding) -> dict[str, str]:
    return {
        "path": path,
        "rule": finding.rule,
        "severity": finding.severity,
        "place": str(finding.place),
        "message": finding.message,
    }


def summary(found: Iterable[Found], count: int, what: str = "bundle", dismissed: int = 0) -> None:
    """How many of each, on standard error; and how many of them the writers let stand."""
    besides = f"; {dismissed} dismissed with a reason" if dismissed else ""
    say(f"{counted(found)} in {number(count, what)}{besides}.")


def counted(found: Iterable[Found]) -> str:
    """How many findings of each severity, in words."""
    counts = Counter[str](finding.severity for _, finding in found)
    more = {"advice": "pieces of advice"}
    parts = [
        number(counts[severity], severity, more.get(severity, ""))
        for severity in SEVERITIES
        if counts[severity]
    ]
    return ", ".join(parts) or "Nothing found"


def status(found: Iterable[Found], severity: str) -> int:
    """1 where a finding is at or above the severity, else 0."""
    grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return int(any(finding.severity in grave for _, finding in found))
