"""The report as a page worth sending to a reviewer: self-contained, no scripts, printed well.

Grouped by article, by severity, by rule; a rule says once why it is asked and by whose word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from palmetto_editor import __version__, assets
from palmetto_editor.checks.finding import About
from palmetto_editor.commands.addresses import parted
from palmetto_editor.commands.in_force import families
from palmetto_editor.commands.looked import InForce, Looked, Told, Unread
from palmetto_editor.commands.report import SEVERITIES, number
from palmetto_editor.model.values import Dismissal

if TYPE_CHECKING:
    from jinja2 import Template

_NAMES = {"error": "Errors", "warning": "Warnings", "advice": "Advice", "dismissed": "Dismissed"}
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """The findings of one rule in one article."""

    id: str
    asks: str
    about: About | None
    found: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    severity: str
    name: str
    count: int
    rules: tuple[_Rule, ...]


@dataclass(frozen=True, slots=True)
class _Article:
    """One article as the template shows it."""

    anchor: str
    title: str
    path: str
    is_page: bool
    counts: Counts
    groups: tuple[_Group, ...]
    dismissed: tuple[Told, ...]
    stale: tuple[Dismissal, ...]
    packs: tuple[InForce, ...]
    off: tuple[str, ...]
    severity: tuple[tuple[str, str], ...]


def html_report(looked: Sequence[Looked], unread: Sequence[Unread], made: datetime) -> str:
    """The whole page. `made` is the moment that it names."""
    articles = [_article(index, one) for index, one in enumerate(looked, 1)]
    counts = Counter[str]()
    for article in articles:
        counts.update(dict(article.counts))
    many = f"{len(articles)} articles"
    heading = articles[0].title if len(articles) == 1 else many
    return _template().render(
        title=f"Review: {heading}",
        heading=heading,
        verdict=_verdict(counts["error"], looked, len(unread)),
        counts=[(severity, name, counts[severity]) for severity, name in _NAMES.items()],
        made=made,
        program=f"Palmetto Editor {__version__}",
        css=_Css(assets.text("report/report.css")),
        articles=articles,
        unread=unread,
        families=families(looked),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"parted": parted, "named": _named}
    return environment.from_string(assets.text("report/report.html"))


def _named(source: str) -> str:
    """A source for people who do not know whose house is meant."""
    word, rest = source[:5], source[5:]
    return f"Our own policy{rest}" if word == "house" and not rest[:1].isalnum() else source


class _Css(str):
    """Our own style sheet, which needs no escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def _verdict(errors: int, looked: Sequence[Looked], unread: int) -> str:
    """The one sentence that whoever reads no further should have read."""
    if not looked:
        return "Nothing could be looked at."
    besides = f" {number(unread, 'path')} could not be looked at." if unread else ""
    said = number(errors, "error") if errors else "No errors"
    if any(one.is_page for one in looked):
        return f"{said} to mend.{besides}" if errors else f"{said} were found.{besides}"
    if errors:
        it = "it is" if errors == 1 else "they are"
        return f"{said}: the export is stopped until {it} mended, or overruled in writing.{besides}"
    return f"{said}: nothing stops the export.{besides}"


def _article(index: int, one: Looked) -> _Article:
    counts = Counter[str](told.finding.severity for told in one.told)
    return _Article(
        anchor=f"article-{index}",
        title=one.title or "An article without a headline",
        path=one.path,
        is_page=one.is_page,
        counts=(
            *((severity, counts[severity]) for severity in SEVERITIES),
            ("dismissed", len(one.dismissed)),
        ),
        groups=tuple(_groups(one.told)),
        dismissed=one.dismissed,
        stale=one.stale,
        packs=one.packs,
        off=one.checks.off,
        severity=one.checks.severity,
    )


def _groups(told: Sequence[Told]) -> Iterator[_Group]:
    """The gravest first; rules in the order in which a reader meets their first finding."""
    for severity in SEVERITIES:
        of_rule: dict[str, list[Told]] = {}
        for one in told:
            if one.finding.severity == severity:
                of_rule.setdefault(one.finding.rule, []).append(one)
        rules = tuple(_rule(rule, found) for rule, found in of_rule.items())
        if rules:
            yield _Group(severity, _NAMES[severity], sum(map(len, of_rule.values())), rules)


def _rule(rule: str, found: Sequence[Told]) -> _Rule:
    about = found[0].finding.about
    return _Rule(rule, about.asks if about else "", about, tuple(found))
