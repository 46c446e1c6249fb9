"""Every rule on an article, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from palmetto_editor.checks.fault_fixes import fix
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Subject
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.page.page import Page

_PARTS = (
    "metadata",
    "publication",
    "notice",
    "short_answer",
    "body",
    "tables",
    "faq",
    "references",
    "links",
    "images",
    "disclaimer",
)
_FIELDS = {field.name: index for index, field in enumerate(fields(Metadata))}


def check(article: Article, publication: Publication, page: Page) -> tuple[Finding, ...]:
    """What is wrong with the article, in the order in which a reader meets it.

    What the writer dismissed is left out: a rule at a place, where a place without a span stands
    for every span of its text.
    """
    subject = Subject(article, publication, page)
    found = [finding for rule in RULES for finding in rule.findings(subject)]
    found += [Finding(f.rule, f.severity, f.place, f.message, fix(f, article)) for f in page.faults]
    dismissed = {(dismissal.rule, dismissal.place) for dismissal in article.dismissed}
    kept = [
        finding
        for finding in found
        if not {(finding.rule, str(place)) for place in (finding.place, finding.place.whole())}
        & dismissed
    ]
    return tuple(sorted(dict.fromkeys(kept), key=_order(article)))


def _order(article: Article) -> Callable[[Finding], tuple[int, int, int]]:
    """Parts as they stand on the page, items and fields as they stand in the article."""
    items = {
        (part, item.id): index
        for part in ("tables", "faq", "references", "links", "images")
        for index, item in enumerate(getattr(article, part))
    }

    def key(finding: Finding) -> tuple[int, int, int]:
        place: Place = finding.place
        part = _PARTS.index(place.part) if place.part in _PARTS else len(_PARTS)
        name = str(place.steps[0]) if place.steps else ""
        within = place.span[0] if place.span else _FIELDS.get(name, 0)
        return part, items.get((place.part, place.item), -1), within

    return key
