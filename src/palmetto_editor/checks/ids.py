"""Rules for the ids of items: citations, shortcodes, places and files go by them."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place

_PARTS = ("faq", "tables", "references", "links", "images")


def twice(subject: Subject) -> Iterator[Hit]:
    """Case does not tell two ids apart: files are named by them."""
    for part in _PARTS:
        seen: set[str] = set()
        for item in getattr(subject.article, part):
            if item.id.casefold() in seen:
                yield Hit(
                    Place(part, item.id, "id"),
                    f"The id “{item.id}” stands twice in {part}; give one of the two another.",
                )
            seen.add(item.id.casefold())


def columns_twice(subject: Subject) -> Iterator[Hit]:
    for table in subject.article.tables:
        seen: set[str] = set()
        for index, column in enumerate(table.columns):
            if column.id.casefold() in seen:
                yield Hit(
                    Place("tables", table.id, f"columns[{index}].id"),
                    f"Two columns of the table “{table.id}” have the id “{column.id}”.",
                )
            seen.add(column.id.casefold())


def missing(subject: Subject) -> Iterator[Hit]:
    for part in _PARTS:
        for item in getattr(subject.article, part):
            if not item.id.strip():
                yield Hit(Place(part), f"An item of {part} has no id; give it one.")
