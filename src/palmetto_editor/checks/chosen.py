"""What a publication chooses: which rules are asked of its articles, and how grave they are.

What holds a page together cannot be chosen away: a rule that is `firm` is always asked, as an
error. Prose that is hard to read is never an error, whatever a publication writes.
"""

from __future__ import annotations

from palmetto_editor.checks.finding import Severity
from palmetto_editor.checks.rule import Rule
from palmetto_editor.model.publication import Checks

_NEVER_ERRORS = "readability"


def family(rule: str) -> str:
    """`claims` of `claims.dosing`."""
    return rule.partition(".")[0]


def is_off(rule: str, checks: Checks) -> bool:
    """Whether the publication turns off this rule, or all of its family."""
    return rule in checks.off or family(rule) in checks.off


def counts_as(rule: str, severity: Severity, checks: Checks) -> Severity:
    """What a finding of a rule counts as where a publication may have chosen otherwise."""
    chosen = next((chosen for name, chosen in checks.severity if name == rule), severity)
    return "warning" if chosen == "error" and family(rule) == _NEVER_ERRORS else chosen


def is_asked(rule: Rule, checks: Checks) -> bool:
    """A rule that is off by itself is asked where the publication says what it counts as."""
    if rule.firm:
        return True
    is_on = rule.asked or any(name == rule.id for name, _ in checks.severity)
    return is_on and not is_off(rule.id, checks)
