"""The head of a grid: columns are named in place, and have a menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.values import Article, Column, Table
from palmetto_editor.session.document import Session

COLUMNS = (Column(id="a", label="A"), Column(id="b", label="B"))
TABLE = Table(id="t", columns=COLUMNS, rows=(("1", "2"), ("3", "4")))


@pytest.fixture
def session():
    return Session(Article(id="test", tables=(TABLE,)))


def press(view, key):
    QTest.keyClick(QApplication.focusWidget() or view, key)


def test_a_column_is_added_and_named(window, view, session):
    window.findChild(QToolButton, "tables.add_column").click()
    name = window.findChild(QLineEdit, "tables.columns")
    assert name.hasFocus()
    QTest.keyClicks(name, "Dose")
    press(view, Qt.Key.Key_Return)
    assert [c.label for c in session.article.tables[0].columns] == ["A", "Dose", "B"]
    assert session.article.tables[0].rows[0] == ("1", "", "2")


def test_a_name_that_is_open_is_taken_when_the_next_column_is_added(qtbot, window, view, session):
    add, name = (window.findChild(QWidget, f"tables.{n}") for n in ("add_column", "columns"))
    for label in ("Dose", "Model"):
        add.click()
        qtbot.wait(1)
        QTest.keyClicks(name, label)
    press(view, Qt.Key.Key_Return)
    assert [c.label for c in session.article.tables[0].columns] == ["A", "Dose", "Model", "B"]


def test_a_name_that_is_open_is_its_own_columns_whatever_is_shown(qtbot, window, view, session):
    window.findChild(QToolButton, "tables.add_column").click()
    name = window.findChild(QLineEdit, "tables.columns")
    QTest.keyClicks(name, "Dose")
    session.do(edits.insert("tables", Table(id="bare"), 0))
    qtbot.waitUntil(lambda: not name.isVisible())
    bare, table = session.article.tables
    assert bare.columns == ()
    assert [c.label for c in table.columns] == ["A", "Dose", "B"]


def test_tab_goes_on_to_the_next_name_and_escape_leaves_it(window, view, session):
    view.rename_column()
    name = window.findChild(QLineEdit, "tables.columns")
    QTest.keyClicks(name, "First")
    press(view, Qt.Key.Key_Tab)
    QTest.keyClicks(name, "Second")
    press(view, Qt.Key.Key_Escape)
    assert [c.label for c in session.article.tables[0].columns] == ["First", "B"]
    assert not name.isVisible()


def test_a_double_click_on_the_head_names_the_column(window, view):
    head = view.head
    spot = QPoint(head.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.findChild(QLineEdit, "tables.columns").text() == "B"


def test_the_head_has_a_menu(window, view, session):
    window.grid._open_menu(1, QPoint(10, 10))
    menu = next(menu for menu in window.grid.findChildren(QMenu) if menu.isVisible())
    labels = {action.text(): action for action in menu.actions()}
    labels["Name columns from the first row"].trigger()
    assert [c.label for c in session.article.tables[0].columns] == ["1", "2"]
    menu.close()
