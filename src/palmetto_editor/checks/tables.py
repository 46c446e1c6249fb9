"""Rules for summary tables: a caption, a header for each column, a cell for each header."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Table


def no_caption(subject: Subject) -> Iterator[Hit]:
    for table in subject.article.tables:
        if not table.caption.strip():
            message = f"The table “{table.id}” has no caption; say what it shows."
            yield Hit(Place("tables", table.id, "caption"), message)


def empty_header(subject: Subject) -> Iterator[Hit]:
    for table in subject.article.tables:
        for index, column in enumerate(table.columns):
            if not column.label.strip():
                yield Hit(
                    Place("tables", table.id, f"columns[{index}].label"),
                    f"Column {index + 1} of {_named(table)} has no header; name it, or remove it.",
                )


def ragged(subject: Subject) -> Iterator[Hit]:
    for table in subject.article.tables:
        width = len(table.columns)
        for index, row in enumerate(table.rows):
            if len(row) != width:
                place = Place("tables", table.id, f"rows[{index}]")
                even = (*row[:width], *("",) * (width - len(row)))
                loses = any(cell.strip() for cell in row[width:])
                fix = None if loses else edits.put(place, even, "Even the row out")
                message = (
                    f"Row {index + 1} of {_named(table)} has {len(row)} cells "
                    f"for {width} columns; give it one for each."
                )
                yield Hit(place, message, fix)


def empty(subject: Subject) -> Iterator[Hit]:
    for table in subject.article.tables:
        if not table.columns or not any(cell.strip() for row in table.rows for cell in row):
            message = f"The table “{table.id}” has no content; fill it, or remove it."
            yield Hit(Place("tables", table.id), message)


def _named(table: Table) -> str:
    return f"the table “{table.id}”"
