"""Findings whose rules are not known beforehand: what the page tells, what packs of claims ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from palmetto_editor.checks.fault_fixes import fix
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Subject


@dataclass(frozen=True, slots=True)
class Family:
    """As a Rule, but each of its findings names its own rule and severity."""

    id: str
    findings: Callable[[Subject], Iterable[Finding]]
    reads: tuple[str, ...] = ()


def faults(subject: Subject) -> list[Finding]:
    """What could not be shown as written, with what mends it."""
    article = subject.article
    return [
        Finding(fault.rule, fault.severity, fault.place, fault.message, fix(fault, article))
        for fault in subject.page.faults
    ]


MORE = (Family("page", faults),)
