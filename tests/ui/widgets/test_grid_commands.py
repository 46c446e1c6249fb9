"""Each command on a table is one step, with words for the Undo menu."""

from __future__ import annotations

import pytest

from palmetto_editor.model.values import Article, Column, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.grid_commands import GridCommands

TABLE = Table(
    id="t",
    columns=(Column(id="a", label="A"), Column(id="b", label="B")),
    rows=(("1", "2"), ("3", "4"), ("5", "6")),
)


@pytest.fixture
def session():
    return Session(Article(id="test", tables=(TABLE,)))


@pytest.fixture
def commands(session):
    return GridCommands(session, lambda: session.article.tables[0])


@pytest.mark.parametrize(
    ("act", "label", "spot", "rows"),
    [
        (lambda c: c.add_row(1), "Add row", (1, 0), "12 .. 34 56"),
        (lambda c: c.remove_rows(0, 0), "Remove row", (0, 0), "34 56"),
        (lambda c: c.remove_rows(1, 2), "Remove rows", (0, 0), "12"),
        (lambda c: c.move_row(0, 1, 1), "Move row", (1, 1), "34 12 56"),
        (lambda c: c.add_column(1, 2), "Add column", (2, 1), "1.2 3.4 5.6"),
        (lambda c: c.remove_columns(0, 0), "Remove column", (0, 0), "2 4 6"),
        (lambda c: c.move_column(0, 1, 2), "Move column", (2, 1), "21 43 65"),
        (lambda c: c.paste(2, 1, [["x", "y"], ["z"]]), "Paste cells", (2, 1), "12. 34. 5xy .z."),
        (lambda c: c.clear([(0, 1), (1, 0)]), "Clear cells", None, "1. .4 56"),
        (lambda c: c.fill(0, 0, "x", "Cut"), "Cut", None, "x2 34 56"),
        (lambda c: c.name_from_first_row(), "Name columns", (0, 0), "34 56"),
    ],
)
def test_a_command_is_one_named_step(session, commands, act, label, spot, rows):
    assert act(commands) == spot
    shown = " ".join("".join(cell or "." for cell in row) for row in session.article.tables[0].rows)
    assert shown == rows
    assert session.history.undo_label == label
    session.undo()
    assert session.article.tables[0] == TABLE


def test_moving_beyond_the_edge_does_nothing(session, commands):
    assert commands.move_row(0, -1, 0) is None
    assert commands.move_column(1, 1, 0) is None
    assert session.is_clean


def test_columns_are_named_and_aligned(session, commands):
    commands.name_column("t", "b", "Dose")
    commands.align_column(1, "right")
    column = session.article.tables[0].columns[1]
    assert (column.label, column.align) == ("Dose", "right")
    assert session.history.undo_label == "Align column"
    assert str(session.undo().place) == "tables[t].columns[1].align"


def test_the_first_row_gives_the_names(session, commands):
    commands.name_from_first_row()
    assert [column.label for column in session.article.tables[0].columns] == ["1", "2"]


def test_a_table_without_columns_takes_the_first_row_or_paste(session):
    bare = Session(Article(id="test", tables=(Table(id="t"),)))
    commands = GridCommands(bare, lambda: bare.article.tables[0])
    commands.add_row(0)
    assert bare.article.tables[0].rows == (("",),)
    commands.remove_columns(0, 0)
    assert bare.article.tables[0] == Table(id="t")
    commands.paste(0, 0, [["a", "b"], ["c", "d"]])
    assert bare.article.tables[0].rows == (("a", "b"), ("c", "d"))


def test_without_a_table_nothing_happens(session):
    commands = GridCommands(session, lambda: None)
    assert commands.add_row(0) is None
    commands.clear([(0, 0)])
    assert session.is_clean
