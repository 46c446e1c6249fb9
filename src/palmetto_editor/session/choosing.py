"""What a publication may choose of the checks: its rules by family, and what each counts as."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from palmetto_editor.checks import abouts
from palmetto_editor.checks.chosen import counts_as, family, is_off
from palmetto_editor.checks.finding import Severity
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.publication import Checks

Counts = Literal["error", "warning", "advice", "off", ""]
CLAIMS = "claims"
_OWN = "checks"  # the family of what the checks say of themselves
_NAMES = {
    "citation": "Citations",
    "claims": "Claims, by the packs above",
    "faq": "FAQ",
    "graph": "JSON-LD",
    "head": "Head of the page",
    "ids": "Ids",
    "image": "Pictures on the page",
    "markdown": "Markdown",
    "note": "Footnotes",
    "parity": "Page and markup",
    "reference": "References on the page",
    "shortcode": "Shortcodes",
    "text": "Words of the page",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One rule: the sentence that says what it asks, and what it counts as by itself.

    `severity` is empty where the page decides each time; `asked` and `firm` as in `Rule`.
    """

    id: str
    asks: str
    severity: Severity | Literal[""] = ""
    asked: bool = True
    firm: bool = False


def families() -> tuple[tuple[str, str, tuple[Choice, ...]], ...]:
    """Each family's name, its title, and its rules in the order of their ids."""
    rules = {rule.id: rule for rule in RULES}
    by_family: dict[str, list[Choice]] = {CLAIMS: []}
    for name in sorted(abouts.known() | rules.keys()):
        known, rule = abouts.about(name), rules.get(name)
        asks = known.asks if known else name
        choice = (
            Choice(name, asks, rule.severity, rule.asked, rule.firm) if rule else Choice(name, asks)
        )
        if family(name) != _OWN:
            by_family.setdefault(family(name), []).append(choice)
    rows = [
        (name, _NAMES.get(name, name.capitalize()), tuple(by_family[name])) for name in by_family
    ]
    return tuple(sorted(rows, key=lambda row: row[1].casefold()))


def counts(choice: Choice, checks: Checks) -> Counts:
    """What a rule counts as here; "" where the page decides."""
    if choice.firm:
        return choice.severity
    if is_off(choice.id, checks):
        return "off"
    chosen = dict(checks.severity).get(choice.id)
    if chosen is None:
        return choice.severity if choice.asked else "off"
    return counts_as(choice.id, chosen, checks)


def choose(checks: Checks, name: str, value: Counts) -> Checks:
    """The choice with a rule, or a family, counting as this; "" is as it comes."""
    off = tuple(one for one in checks.off if one != name)
    severity = tuple(pair for pair in checks.severity if pair[0] != name)
    if value == "off":
        off = (*off, name)
    elif value:
        severity = tuple(sorted((*severity, (name, value))))
    return replace(checks, off=off, severity=severity)


def may_be_error(name: str) -> bool:
    """Whether a rule can count as an error at all."""
    return counts_as(name, "error", Checks()) == "error"
