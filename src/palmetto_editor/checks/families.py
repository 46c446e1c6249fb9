"""Findings whose rules are not known beforehand: what the page tells, what packs of claims ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palmetto_editor.checks.fault_fixes import fix
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Subject
from palmetto_editor.errors import UserError

if TYPE_CHECKING:
    from palmetto_editor.checks.claims.pack import Pack


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


def claims(subject: Subject) -> Iterable[Finding]:
    """What the packs in force say of the article's sentences."""
    from palmetto_editor.checks.claims import findings  # not before a pack may be asked

    packs = _packs(subject)
    return findings(subject, packs) if packs else ()


def _packs(subject: Subject) -> tuple[Pack, ...]:
    """The packs in force. One that cannot be used is told by a rule of its own; the others stay."""
    from palmetto_editor.checks.claims import in_force, load

    checks = subject.publication.checks
    if checks.packs is None:
        return in_force(subject.article, subject.publication, subject.pause)
    found = []
    for pack in dict.fromkeys(checks.packs):
        with suppress(UserError):
            found.append(load(pack, checks.own, subject.pause))
    return tuple(found)


_CLAIMED = (
    *("metadata", "notice", "short_answer", "body", "disclaimer", "faq", "tables", "images"),
    *("links", "references", "page.body_blocks", "publication"),
)
MORE = (Family("claims", claims, _CLAIMED), Family("page", faults))
