"""What a publication may choose of the checks: its rules by family, and what each counts as."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

from palmetto_editor.checks import abouts, claims
from palmetto_editor.checks.chosen import counts_as, family, is_off
from palmetto_editor.checks.finding import About, Severity
from palmetto_editor.checks.rules import RULES
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Checks

Counts = Literal["error", "warning", "advice", "off", ""]
CLAIMS = "claims"
_OWN = "checks"  # the family of what the checks say of themselves
_OF_PAGES = ("graph", "head", "parity")  # asked of finished pages, which choose nothing
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

    `severity` is empty where the page decides each time; `asked` and `firm` as in `Rule`; `about`
    says why, by whose word.
    """

    id: str
    asks: str
    severity: Severity | Literal[""] = ""
    asked: bool = True
    firm: bool = False
    about: About | None = None


def families(checks: Checks) -> tuple[tuple[str, str, tuple[Choice, ...]], ...]:
    """Each family's name, its title, and its rules in the order of their ids.

    The rules of claims are those of the shipped packs, and of the publication's own.
    """
    by_family: dict[str, list[Choice]] = {CLAIMS: []}
    for choice in (*_rules(), *_claims(checks)):
        if family(choice.id) != _OWN:
            by_family.setdefault(family(choice.id), []).append(choice)
    rows = [
        (name, _NAMES.get(name, name.capitalize()), tuple(rules))
        for name, rules in by_family.items()
    ]
    return tuple(sorted(rows, key=lambda row: row[1].casefold()))


def _rules() -> Iterator[Choice]:
    rules = {rule.id: rule for rule in RULES}
    of_faults = {name for name in abouts.known() if family(name) not in _OF_PAGES}
    for name in sorted(of_faults | rules.keys()):
        about, rule = abouts.about(name), rules.get(name)
        plain = Choice(name, about.asks if about else name, about=about)
        yield (
            plain
            if rule is None
            else replace(plain, severity=rule.severity, asked=rule.asked, firm=rule.firm)
        )


def _claims(checks: Checks) -> Iterator[Choice]:
    """The rules of packs; a pack of the publication's own that is damaged has none."""
    shipped = abouts.known()
    packs = dict.fromkeys((*(pack.id for pack in claims.offered()), *dict(checks.own)))
    found: dict[str, Choice] = {}
    for pack in packs:
        with suppress(UserError):
            for rule in claims.load(pack, checks.own).rules:
                found[rule.id] = Choice(rule.id, rule.about.asks, rule.severity, about=rule.about)
    yield from (found[name] for name in sorted(found.keys() - shipped))


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
