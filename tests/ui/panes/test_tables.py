"""The tables' pane: the list, the form, the cells, and where undo goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QToolButton

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference
from palmetto_editor.model.evidence_table import COLUMNS
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Column, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.tables import TablesPane
from palmetto_editor.ui.widgets.grid_view import GridView
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

FINDINGS = Table(
    id="findings",
    caption="What was found",
    columns=(Column(id="a", label="Model"), Column(id="b", label="Finding")),
    rows=(("rat", "less"), ("mouse", "more")),
)
DOSES = Table(id="doses", caption="Doses", columns=(Column(id="c"),), rows=(("1 mg",),))


@pytest.fixture
def session():
    article = Article(id="test", body="{{< table findings >}}", tables=(FINDINGS, DOSES))
    return Session(article)


@pytest.fixture
def pane(qtbot, session):
    pane = TablesPane(session)
    pane.resize(720, 800)
    qtbot.addWidget(pane)
    with qtbot.waitActive(pane):
        pane.show()
    yield pane
    pane.close_pane()
    pane.close()


def shown(pane):
    view = pane.findChild(GridView, "tables.rows")
    model = view.model()
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_selected_table_is_shown(pane):
    assert pane.findChild(MarkdownEdit, "tables.caption").toPlainText() == "What was found"
    assert shown(pane) == [["rat", "less"], ["mouse", "more"]]
    pane.items.select_id("doses")
    assert pane.findChild(MarkdownEdit, "tables.caption").toPlainText() == "Doses"
    assert shown(pane) == [["1 mg"]]


def test_caption_and_note_are_written(pane, session):
    caption = pane.findChild(MarkdownEdit, "tables.caption")
    caption.selectAll()
    QTest.keyClicks(caption, "**New**")
    QTest.keyClicks(pane.findChild(MarkdownEdit, "tables.note"), "n: number")
    table = session.article.tables[0]
    assert (table.caption, table.note) == ("**New**", "n: number")


def test_an_id_is_changed_in_the_body_too(pane, session):
    line = pane.findChild(QLineEdit, "tables.id")
    line.selectAll()
    QTest.keyClicks(line, "results")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.article.tables[0].id == "results"
    assert session.article.body == "{{< table results >}}"
    assert shown(pane) == [["rat", "less"], ["mouse", "more"]]


def test_tables_are_added_duplicated_moved_and_removed(pane, session):
    def ids():
        return [table.id for table in session.article.tables]

    pane.findChild(QToolButton, "tables.add").click()
    assert ids() == ["findings", "t3", "doses"]
    assert pane.findChild(MarkdownEdit, "tables.caption").hasFocus()
    assert shown(pane) == [["", "", ""], ["", "", ""]]
    pane.findChild(QToolButton, "tables.up").click()
    assert ids() == ["t3", "findings", "doses"]
    pane.items.select_id("findings")
    pane.findChild(QToolButton, "tables.duplicate").click()
    assert ids() == ["t3", "findings", "t4", "doses"]
    assert session.article.tables[2].rows == FINDINGS.rows
    pane.findChild(QToolButton, "tables.remove").click()
    assert ids() == ["t3", "findings", "doses"]


def test_without_tables_there_is_no_form(pane):
    for _ in range(2):
        pane.findChild(QToolButton, "tables.remove").click()
    assert not pane.form.isVisible()
    assert shown(pane) == []
    pane.findChild(QToolButton, "tables.add").click()
    assert pane.form.isVisible()


def test_undo_goes_back_to_the_cell(pane, session):
    view = pane.findChild(GridView, "tables.rows")
    pane.go_to(Place.parse("tables[findings].rows[1][1]"))
    assert view.spot == (1, 1)
    QTest.keyClicks(view, "x")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    pane.items.select_id("doses")
    change = session.undo()
    pane.go_to(change.place)
    assert str(change.place) == "tables[findings].rows[1][1]"
    assert shown(pane) == [["rat", "less"], ["mouse", "more"]]
    assert view.spot == (1, 1)
    assert view.hasFocus()


def test_a_span_in_a_cell_is_selected_in_its_editor(pane):
    pane.go_to(Place.parse("tables[findings].rows[1][0]:1-3"))
    editor = pane.findChild(MarkdownEdit, "tables.cell")
    assert editor.textCursor().selectedText() == "ou"


def test_undoing_a_new_row_goes_to_the_nearest_cell(pane, session):
    view = pane.findChild(GridView, "tables.rows")
    view.go((1, 0))
    view.add_row()
    pane.go_to(session.undo().place)
    assert view.spot == (1, 0)


def test_places_of_columns_and_fields_are_found(pane):
    view = pane.findChild(GridView, "tables.rows")
    pane.go_to(Place.parse("tables[findings].columns[1].label"))
    assert view.spot == (0, 1)
    pane.go_to(Place.parse("tables[doses].caption"))
    assert pane.findChild(MarkdownEdit, "tables.caption").hasFocus()
    assert pane.items.item.id == "doses"
    pane.go_to(Place.parse("tables[findings]"))
    assert pane.findChild(QListView, "tables.items").hasFocus()


def test_every_input_has_a_name_for_assistive_tools(pane):
    for kind in (MarkdownEdit, QLineEdit, GridView, QToolButton):
        for widget in pane.findChildren(kind):
            assert widget.accessibleName() or widget.objectName().startswith("qt_"), widget


SUN = Reference(
    id="sun2004",
    author=(Name(family="Sun"),),
    issued=Date(date_parts=((2004,),)),
    palmetto=Extension(evidence=Evidence(kind="animal", species="mouse", n=12)),
)


def test_a_table_is_filled_from_the_references_as_one_step(pane, session):
    fill = pane.findChild(QToolButton, "tables.fill")
    assert not fill.isEnabled(), "no reference is a study"
    session.do(edits.insert("references", SUN))
    assert fill.isEnabled()
    pane.items.select_id("doses")
    QTest.mouseClick(fill, Qt.MouseButton.LeftButton)
    assert shown(pane) == [
        ["1 mg", "", "", "", "", "", ""],
        ["", "Sun 2004", "Animals", "mouse", "12", "", "[@sun2004]"],
    ]
    session.undo()
    assert shown(pane) == [["1 mg"]]


def test_a_table_of_studies_can_be_added(pane, session):
    session.do(edits.insert("references", SUN))
    QTest.mouseClick(pane.findChild(QToolButton, "tables.add_studies"), Qt.MouseButton.LeftButton)
    table = session.article.tables[pane.items.index]
    assert tuple(column.label for column in table.columns) == COLUMNS
    assert table.rows == (("Sun 2004", "Animals", "mouse", "12", "", "[@sun2004]"),)
