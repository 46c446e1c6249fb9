"""The grid of a table: keys, the clipboard, editors in cells, and ten thousand cells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from shiboken6 import isValid

from effort import effort_once
from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.values import Article, Column, Table
from palmetto_editor.session.document import Session

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TABLE = Table(
    id="t",
    columns=(Column(id="a", label="A"), Column(id="b", label="B")),
    rows=(("1", "2"), ("3", "4"), ("5", "6")),
)


@pytest.fixture
def session():
    return Session(Article(id="test", tables=(TABLE,), references=(Reference(id="sun2004"),)))


def rows(session):
    return [list(row) for row in session.article.tables[0].rows]


def press(view, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or view, key, modifiers)


def select(view, top, left, bottom, right):
    view.go((top, left))
    chosen = QItemSelectionModel.SelectionFlag.Select
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            view.selectionModel().select(view.model().index(row, column), chosen)


def test_tab_and_enter_move_and_shift_reverses(view):
    moves = [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (0, 1)),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (1, 0)),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, (2, 0)),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, (2, 0)),
        (Qt.Key.Key_Return, SHIFT, (1, 0)),
        (Qt.Key.Key_Backtab, SHIFT, (0, 1)),
    ]
    for key, modifiers, spot in moves:
        press(view, key, modifiers)
        assert view.spot == spot


def test_tab_in_the_last_cell_adds_a_row(view, session):
    view.go((2, 1))
    press(view, Qt.Key.Key_Tab)
    assert rows(session)[3:] == [["", ""]]
    assert view.spot == (3, 0)
    session.undo()
    assert len(rows(session)) == 3
    assert view.spot == (2, 0)


def test_alt_and_an_arrow_moves_the_row_or_column(view, session):
    press(view, Qt.Key.Key_Down, ALT)
    assert rows(session) == [["3", "4"], ["1", "2"], ["5", "6"]]
    assert view.spot == (1, 0)
    press(view, Qt.Key.Key_Right, ALT)
    assert rows(session) == [["4", "3"], ["2", "1"], ["6", "5"]]
    assert view.spot == (1, 1)
    assert [column.label for column in session.article.tables[0].columns] == ["B", "A"]


def test_typing_begins_to_edit_and_replaces(view, session):
    QTest.keyClicks(view, "n")
    QTest.keyClicks(view.delegate.editor, "ew")
    assert rows(session)[0] == ["new", "2"]
    press(view, Qt.Key.Key_Tab)
    assert view.spot == (0, 1)
    assert view.delegate.editor is None
    assert view.hasFocus()


def test_enter_in_the_editor_goes_down(view, session):
    press(view, Qt.Key.Key_F2)
    QTest.keyClicks(view.delegate.editor, "x")
    press(view, Qt.Key.Key_Return)
    assert rows(session)[0] == ["1x", "2"]
    assert view.spot == (1, 0)


def test_escape_puts_back_what_the_cell_held(view, session):
    QTest.keyClicks(view, "new")
    press(view, Qt.Key.Key_Escape)
    assert rows(session) == [["1", "2"], ["3", "4"], ["5", "6"]]
    assert view.delegate.editor is None


def test_undo_within_an_editor_shows_the_cell_as_it_was(view, session):
    press(view, Qt.Key.Key_F2)
    QTest.keyClicks(view.delegate.editor, "x")
    session.undo()
    assert view.delegate.editor.toPlainText() == "1"


def test_citations_are_completed_in_a_cell(view, session):
    press(view, Qt.Key.Key_F2)
    QTest.keyClicks(view.delegate.editor, " @su")
    press(view, Qt.Key.Key_Return)
    assert rows(session)[0][0] == "1 [@sun2004]"
    assert view.delegate.editor is not None
    press(view, Qt.Key.Key_Return)
    assert view.spot == (1, 0)


def test_escape_closes_the_list_of_references_first(view, session):
    press(view, Qt.Key.Key_F2)
    QTest.keyClicks(view.delegate.editor, " @su")
    press(view, Qt.Key.Key_Escape)
    assert rows(session)[0][0] == "1 @su"
    assert view.delegate.editor is not None


def test_leaving_the_editor_keeps_what_was_typed(window, view, session):
    QTest.keyClicks(view, "new")
    window.after.setFocus()
    assert view.delegate.editor is None
    assert rows(session)[0][0] == "new"
    assert window.after.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, None])
def test_the_table_changes_once_an_editor_is_gone(qtbot, window, view, session, key):
    QTest.keyClicks(view, "new")
    editor = view.delegate.editor
    window.after.setFocus() if key is None else press(view, key)
    qtbot.waitUntil(lambda: not isValid(editor))
    view.add_row()
    session.undo()
    session.undo()
    assert view.model().rowCount() == len(rows(session)) == 3
    assert view.model().index(0, 0).data() == rows(session)[0][0]


def test_a_row_removed_under_an_open_editor_closes_it(view, session):
    view.go((1, 0))
    press(view, Qt.Key.Key_F2)
    view._commands.remove_rows(1, 1)
    assert view.delegate.editor is None
    assert rows(session) == [["1", "2"], ["5", "6"]]


def test_a_row_moved_under_an_open_editor_closes_it_once(view, session):
    view.go((1, 0))
    QTest.keyClicks(view, "new")
    view.move_row(-1)  # a warning of Qt's would fail this
    assert view.delegate.editor is None
    assert rows(session)[0] == ["new", "4"]


def test_another_table_under_an_open_editor_closes_it(window, view, session):
    QTest.keyClicks(view, "new")
    session.do(edits.insert("tables", Table(id="bare"), 0))
    assert view.delegate.editor is None
    window.after.setFocus()  # a warning of Qt's would fail this
    assert session.article.tables[1].rows[0][0] == "new"


def test_delete_clears_the_selected_cells(view, session):
    select(view, 0, 0, 1, 0)
    press(view, Qt.Key.Key_Delete)
    assert rows(session) == [["", "2"], ["", "4"], ["5", "6"]]
    assert session.history.undo_label == "Clear cells"


def test_cells_are_copied_and_cut_as_a_spreadsheet_has_them(view, session):
    select(view, 0, 0, 1, 1)
    press(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1\t2\n3\t4"
    press(view, Qt.Key.Key_X, CTRL)
    assert rows(session) == [["", ""], ["", ""], ["5", "6"]]
    assert session.history.undo_label == "Cut cells"


def test_pasted_cells_land_and_the_table_grows(view, session):
    QGuiApplication.clipboard().setText('a\t"b\nb"\tc\nd\te\tf\n')
    view.go((2, 1))
    press(view, Qt.Key.Key_V, CTRL)
    assert rows(session)[2:] == [["5", "a", "b\nb", "c"], ["", "d", "e", "f"]]
    assert view.selected_block() == (2, 1, 3, 3)
    session.undo()
    assert session.article.tables[0] == TABLE


def test_a_web_table_is_pasted_where_there_is_no_text(view, session):
    data = QMimeData()
    data.setHtml("<table><tr><td>x</td><td>y</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    press(view, Qt.Key.Key_V, CTRL)
    assert rows(session)[0] == ["x", "y"]


def test_rows_come_and_go_by_keys(view, session):
    press(view, Qt.Key.Key_Insert)
    assert rows(session)[1] == ["", ""]
    assert view.spot == (1, 0)
    press(view, Qt.Key.Key_Delete, CTRL)
    assert rows(session) == [["1", "2"], ["3", "4"], ["5", "6"]]


def test_a_column_is_aligned_by_the_menu(window, view, session):
    view.go((0, 1))
    menu = window.findChild(QToolButton, "tables.align").menu()
    next(action for action in menu.actions() if action.text() == "Right").trigger()
    assert session.article.tables[0].columns[1].align == "right"
    assert view.spot == (0, 1)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("add_row", [["1", "2"], ["", ""], ["3", "4"], ["5", "6"]]),
        ("row_down", [["3", "4"], ["1", "2"], ["5", "6"]]),
        ("column_right", [["2", "1"], ["4", "3"], ["6", "5"]]),
        ("remove_row", [["3", "4"], ["5", "6"]]),
        ("remove_column", [["2"], ["4"], ["6"]]),
    ],
)
def test_buttons_do_the_same(window, session, name, expected):
    window.findChild(QToolButton, f"tables.{name}").click()
    assert rows(session) == expected


def test_buttons_are_on_where_they_can_do_something(window, view):
    def on(name):
        return window.findChild(QToolButton, f"tables.{name}").isEnabled()

    assert [on(n) for n in ("row_up", "row_down", "column_left", "column_right")] == [
        False, True, False, True,
    ]  # fmt: skip
    view.go((2, 1))
    assert [on(n) for n in ("row_up", "row_down", "column_left", "column_right")] == [
        True, False, True, False,
    ]  # fmt: skip


def test_control_tab_leaves_the_grid(window, view):
    press(view, Qt.Key.Key_Tab, CTRL)
    assert window.after.hasFocus()


def test_rows_are_as_high_as_their_text(view, session):
    before = view.rowHeight(0)
    view._commands.fill(0, 0, "many words " * 30, "x")
    assert view.rowHeight(0) > 2 * before
    session.undo()
    assert view.rowHeight(0) == before


def test_ten_thousand_cells_stay_quick(window, view, session):
    cells = [[f"row {r} **bold** [@sun2004]", *"abc"] for r in range(2_500)]

    def timed(act, *args):
        return effort_once(lambda: (act(*args), QApplication.processEvents()))

    assert timed(view._commands.paste, 0, 0, cells) < 10
    view.go((1_200, 0))
    press(view, Qt.Key.Key_F2)
    keys = [timed(QTest.keyClicks, view.delegate.editor, "x") for _ in range(6)]
    press(view, Qt.Key.Key_Return)
    moves = [timed(press, view, Qt.Key.Key_Down, ALT), timed(press, view, Qt.Key.Key_Tab)]
    scrolls = [timed(view.verticalScrollBar().setValue, at) for at in (0, 20_000, 40_000)]
    assert max(keys + moves + scrolls) < 5  # seconds: about ten milliseconds each
    assert rows(session)[1_202][0].startswith("row 1201")
