"""What articles of one publication say otherwise than one another, once all were looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from palmetto_editor.checks.chosen import counts_as, is_off
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.across import Facts, across
from palmetto_editor.commands.looked import Looked, Told, Unread
from palmetto_editor.commands.where import where
from palmetto_editor.model.values import Article


def compared(answers: Sequence[Looked | Unread]) -> list[Looked | Unread]:
    """The answers, each with what it says otherwise than one before it below the same profile.

    The folder and the zip of one article are one article.
    """
    pages: dict[str, dict[str, Facts]] = {}
    met = set()
    for one in answers:
        if isinstance(one, Looked) and one.profile and (one.profile, one.id) not in met:
            met.add((one.profile, one.id))
            pages.setdefault(one.profile, {})[one.path] = one.facts
    found: dict[str, tuple[Finding, ...]] = {}
    for of_one in pages.values():
        found |= across(of_one) if len(of_one) > 1 else {}
    return [_with(one, found.get(one.path, ())) for one in answers]


def _with(one: Looked | Unread, found: Sequence[Finding]) -> Looked | Unread:
    if isinstance(one, Unread) or not found:
        return one
    return replace(one, told=(*one.told, *_told(one, found)))


def _told(one: Looked, found: Sequence[Finding]) -> Iterator[Told]:
    for finding in found:
        if not is_off(finding.rule, one.checks):
            severity = counts_as(finding.rule, finding.severity, one.checks)
            told = replace(finding, severity=severity, fix=None, others=())
            yield Told(told, where(Article(id=""), finding.place))
