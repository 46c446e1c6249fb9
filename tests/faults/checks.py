"""Faults of the rules themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from fault_articles import GOOD
from faults.case import Case
from palmetto_editor.checks.check import Checker
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Hit, Rule, Subject
from sample_articles import publication
from sample_pages import next_page_of


def _fails(subject: Subject) -> Iterator[Hit]:
    yield Hit(subject.article.metadata.authors[99], "Never.")  # type: ignore[arg-type]


def _is_silent(_subject: Subject) -> Iterator[Hit]:
    return iter(())


def _asked(find: Callable[[Subject], Iterator[Hit]]) -> tuple[Finding, ...]:
    checker = Checker((Rule("house.any", "error", find),))
    checked = checker.look(GOOD, publication(), next_page_of(GOOD, publication()))
    return checked.findings if checked else ()


CASES: dict[str, list[Case]] = {
    "checks.rule-failed": [
        Case(partial(_asked, _fails), partial(_asked, _is_silent), "metadata", "“house.any”")
    ],
}
