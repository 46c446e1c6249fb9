"""Pure functions Table -> Table: what a grid editor does to rows, columns and cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from palmetto_editor.model.edits import fresh_id
from palmetto_editor.model.values import Column, Table

T = TypeVar("T")


def set_cell(table: Table, row: int, column: int, text: str) -> Table:
    return paste(table, row, column, [[text]])


def add_row(table: Table, at: int | None = None) -> Table:
    """An empty row before index `at`, or at the end."""
    at = len(table.rows) if at is None else at
    blank = ("",) * len(table.columns)
    return replace(table, rows=(*table.rows[:at], blank, *table.rows[at:]))


def remove_row(table: Table, at: int) -> Table:
    return replace(table, rows=table.rows[:at] + table.rows[at + 1 :])


def move_row(table: Table, at: int, to: int) -> Table:
    """Move a row to index `to`; the same table where that is outside."""
    if not 0 <= to < len(table.rows) or at == to:
        return table
    return replace(table, rows=_moved(table.rows, at, to))


def add_column(table: Table, label: str = "", at: int | None = None) -> Table:
    at = len(table.columns) if at is None else at
    column = Column(id=fresh_id("c", table.columns), label=label)
    return replace(
        table,
        columns=(*table.columns[:at], column, *table.columns[at:]),
        rows=tuple((*row[:at], "", *row[at:]) for row in table.rows),
    )


def remove_column(table: Table, at: int) -> Table:
    """Take a column with its cells away; with the last one the rows go too."""
    columns = table.columns[:at] + table.columns[at + 1 :]
    rows = tuple(row[:at] + row[at + 1 :] for row in table.rows) if columns else ()
    return replace(table, columns=columns, rows=rows)


def move_column(table: Table, at: int, to: int) -> Table:
    """Move a column with its cells; the same table where `to` is outside."""
    if not 0 <= to < len(table.columns) or at == to:
        return table
    return replace(
        table,
        columns=_moved(table.columns, at, to),
        rows=tuple(_moved(row, at, to) for row in table.rows),
    )


def paste(table: Table, row: int, column: int, cells: Sequence[Sequence[str]]) -> Table:
    """Put a block of cells with its first cell at (row, column); the table grows to hold it."""
    width = column + max((len(line) for line in cells), default=0)
    while len(table.columns) < width:
        table = add_column(table)
    while len(table.rows) < row + len(cells):
        table = add_row(table)
    rows = list(table.rows)
    for offset, line in enumerate(cells):
        old = rows[row + offset]
        rows[row + offset] = (*old[:column], *line, *old[column + len(line) :])
    return table if tuple(rows) == table.rows else replace(table, rows=tuple(rows))


def _moved(items: tuple[T, ...], at: int, to: int) -> tuple[T, ...]:
    rest = [*items[:at], *items[at + 1 :]]
    rest.insert(to, items[at])
    return tuple(rest)
