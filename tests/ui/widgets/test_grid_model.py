"""The model follows the article and touches only what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from palmetto_editor.model import grid
from palmetto_editor.model.values import Column, Table
from palmetto_editor.ui.widgets.grid_model import UNNAMED, GridModel

TABLE = Table(
    id="t",
    columns=(Column(id="a", label="A"), Column(id="b", align="right")),
    rows=(("1", "2"), ("3", "4"), ("5", "6")),
)


class Shown:
    def __init__(self):
        self.table = TABLE


@pytest.fixture
def shown():
    return Shown()


@pytest.fixture
def model(qapp, qtmodeltester, shown):
    model = GridModel(lambda: shown.table)
    qtmodeltester.check(model)
    return model


def told(model, shown, table):
    """The signals that showing another table sends."""
    heard = []
    for name in ("dataChanged", "rowsInserted", "rowsRemoved", "modelReset", "headerDataChanged"):
        getattr(model, name).connect(lambda *args, name=name: heard.append((name, *args)))
    shown.table = table
    model.refresh()
    rows = [[model.data(model.index(r, c)) for c in range(model.columnCount())]
            for r in range(model.rowCount())]  # fmt: skip
    assert rows == [list(row) for row in table.rows]
    return [
        (name, args[0].row(), args[1].row()) if name == "dataChanged" else (name, *args[1:])
        for name, *args in heard
    ]


def test_a_changed_cell_is_told_of_its_row_only(model, shown):
    assert told(model, shown, grid.set_cell(TABLE, 1, 0, "x")) == [("dataChanged", 1, 1)]


def test_added_and_removed_rows_are_told(model, shown):
    assert told(model, shown, grid.add_row(TABLE, 1)) == [("rowsInserted", 1, 1)]
    assert ("rowsRemoved", 1, 1) in told(model, shown, TABLE)


def test_moved_rows_are_told_as_changed(model, shown):
    assert told(model, shown, grid.move_row(TABLE, 0, 2)) == [("dataChanged", 0, 2)]


def test_other_columns_or_another_table_are_a_new_beginning(model, shown):
    assert told(model, shown, grid.add_column(TABLE))[0][0] == "modelReset"
    assert told(model, shown, replace(TABLE, id="other"))[0][0] == "modelReset"


def test_a_name_or_alignment_is_told_to_the_head(model, shown):
    columns = (TABLE.columns[0], Column(id="b", label="B", align="center"))
    heard = told(model, shown, replace(TABLE, columns=columns))
    assert [name for name, *_ in heard] == ["headerDataChanged", "dataChanged"]


def test_the_head_shows_names_and_alignment(model):
    across = Qt.Orientation.Horizontal
    assert [model.headerData(c, across) for c in (0, 1)] == ["A", UNNAMED]
    assert model.alignment(1) == Qt.AlignmentFlag.AlignRight
    assert model.headerData(2, Qt.Orientation.Vertical) == "3"


def test_no_table_is_an_empty_grid(model, shown):
    shown.table = None
    model.refresh()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
