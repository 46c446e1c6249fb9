"""The order in which findings are told: as a reader meets what they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata

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


def order(article: Article) -> Callable[[Finding], tuple[int, int, int]]:
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
