"""A table's cells laid out flat: however far they reach, there are only so many of them."""

from __future__ import annotations

import pytest

from palmetto_editor.intake.html.cells import MOST_CELLS, MOST_COLUMNS, Cell, flat


def _cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text, columns, rows, head=False, align="")


def _row(count: int) -> list[Cell]:
    return [_cell(str(number)) for number in range(count)]


def test_cells_beyond_the_last_column_are_told() -> None:
    made, over = flat([_row(MOST_COLUMNS + 3)])
    assert [len(row) for row in made] == [MOST_COLUMNS]
    assert over == [str(MOST_COLUMNS + extra) for extra in range(3)]


def test_rows_beyond_the_last_cell_are_told() -> None:
    most = MOST_CELLS // MOST_COLUMNS
    rows = [_row(MOST_COLUMNS), *([_cell(f"row {number}")] for number in range(1, most + 2))]
    made, over = flat(rows)
    assert len(made) == most
    assert over == [f"row {most}", f"row {most + 1}"]


@pytest.mark.parametrize("far", [9, 100_000])
def test_a_span_far_too_wide_makes_no_columns(far: int) -> None:
    made, over = flat([_row(2), [_cell("wide", columns=far), _cell("beside")]])
    assert made == [["0", "1"], ["wide", "wide"]]
    assert over == ["beside"]


def test_a_span_far_too_long_ends_with_the_table() -> None:
    made, over = flat([[_cell("long", rows=100_000), _cell("a")], [_cell("b")]])
    assert made == [["long", "a"], ["long", "b"]]
    assert over == []
