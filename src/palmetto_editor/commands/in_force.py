"""The rules that were asked, for a report: what each asks, and what it counts as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palmetto_editor.checks import abouts
from palmetto_editor.checks.chosen import counts_as, family, is_asked, is_off
from palmetto_editor.checks.finding import Severity
from palmetto_editor.checks.graph.page_rules import PAGE_RULES
from palmetto_editor.checks.rule import Rule
from palmetto_editor.checks.rules import RULES
from palmetto_editor.commands.looked import Looked
from palmetto_editor.model.publication import Checks

_BY_THE_PAGE = "as the page tells"
_OFF = "off"


@dataclass(frozen=True, slots=True)
class Row:
    """One rule. `counts_as` is a severity, or that it is off."""

    id: str
    counts_as: str
    asks: str
    checked: str


def families(looked: Sequence[Looked]) -> list[tuple[str, list[Row]]]:
    """All rules with a reason, by family, as grave as the publication says.

    Where articles of several publications were looked at, as they are by themselves.
    """
    choices = {one.checks for one in looked}
    checks = choices.pop() if len(choices) == 1 else Checks()
    of_family: dict[str, list[Row]] = {}
    for row in (*_rows(checks), *_of_packs(looked)):
        of_family.setdefault(family(row.id), []).append(row)
    return sorted(of_family.items())


def _rows(checks: Checks) -> Iterable[Row]:
    rules = {rule.id: rule for rule in RULES}
    of_pages: dict[str, Severity] = {rule.id: rule.severity for rule in PAGE_RULES}
    for name in sorted(abouts.known()):
        about = abouts.about(name)
        if about:
            counted = _counted(rules.get(name), of_pages.get(name), name, checks)
            yield Row(name, counted, about.asks, about.checked)


def _counted(rule: Rule | None, of_page: Severity | None, name: str, checks: Checks) -> str:
    if rule is not None:
        if not is_asked(rule, checks):
            return _OFF
        return rule.severity if rule.firm else counts_as(rule.id, rule.severity, checks)
    if is_off(name, checks):
        return _OFF
    return counts_as(name, of_page, checks) if of_page else _BY_THE_PAGE


def _of_packs(looked: Sequence[Looked]) -> Iterable[Row]:
    """The rules of packs that something was found by; the packs themselves are named apart."""
    known = abouts.known()
    found: dict[str, Row] = {}
    for one in looked:
        for told in (*one.told, *one.dismissed):
            finding = told.finding
            if finding.about and finding.rule not in known:
                about = finding.about
                row = Row(finding.rule, finding.severity, about.asks, about.checked)
                found.setdefault(finding.rule, row)
    return [found[name] for name in sorted(found)]
