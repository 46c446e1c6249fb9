from palmetto_editor.model import grid
from palmetto_editor.model.values import Column, Table

TABLE = Table(
    id="t",
    columns=(Column(id="c1", label="A"), Column(id="c2", label="B")),
    rows=(("1", "2"), ("3", "4")),
)


def widths(table):
    return {len(row) for row in table.rows}


def test_a_cell_is_set():
    assert grid.set_cell(TABLE, 1, 0, "x").rows == (("1", "2"), ("x", "4"))


def test_pasted_cells_make_the_table_grow():
    after = grid.paste(TABLE, 1, 1, [["a", "b"], ["c", "d"]])
    assert after.rows == (("1", "2", ""), ("3", "a", "b"), ("", "c", "d"))
    assert [c.id for c in after.columns] == ["c1", "c2", "c3"]


def test_ragged_cells_leave_what_they_do_not_cover():
    assert grid.paste(TABLE, 0, 0, [["x"], ["y", "z"]]).rows == (("x", "2"), ("y", "z"))


def test_rows_and_columns_come_and_go_with_their_cells():
    assert grid.add_row(TABLE, 1).rows[1] == ("", "")
    assert grid.remove_row(TABLE, 0).rows == (("3", "4"),)
    assert grid.add_column(TABLE, "C", 0).rows[0] == ("", "1", "2")
    assert grid.remove_column(TABLE, 0).rows == (("2",), ("4",))
    assert widths(grid.add_column(TABLE)) == {3}


def test_the_last_column_takes_the_rows_with_it():
    bare = grid.remove_column(grid.remove_column(TABLE, 0), 0)
    assert (bare.columns, bare.rows) == ((), ())


def test_rows_and_columns_move_with_their_cells():
    assert grid.move_row(TABLE, 0, 1).rows == (("3", "4"), ("1", "2"))
    moved = grid.move_column(TABLE, 1, 0)
    assert [c.label for c in moved.columns] == ["B", "A"]
    assert moved.rows == (("2", "1"), ("4", "3"))


def test_a_move_out_of_the_table_changes_nothing():
    assert grid.move_row(TABLE, 0, -1) is TABLE
    assert grid.move_column(TABLE, 1, 2) is TABLE
    assert grid.set_cell(TABLE, 0, 0, "1") is TABLE
