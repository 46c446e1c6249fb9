"""Resting on a citation shows its entry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from palmetto_editor.model.csl import Date, Extension, Name, Reference, Update
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Column, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.body import BodyPane
from palmetto_editor.ui.panes.tables import TablesPane
from palmetto_editor.ui.widgets.citation_tip import citation_at

WORK = Reference(
    id="sun2004",
    title="Ghrelin & growth",
    author=(Name(family="Sun", given="Yuxiang"),),
    issued=Date(date_parts=((2004,),)),
    container_title="Endocrinology",
)
BAD = Reference(
    id="bad2001", title="Wrong", palmetto=Extension(updates=(Update(kind="retraction"),))
)
BODY = "Fed [see @sun2004, p. 3; @lost] and @bad2001.\n\n```\n@sun2004\n```\n"


@pytest.mark.parametrize(
    ("words", "keys"),
    [("sun", ("sun2004",)), ("see", ("sun2004", "lost")), ("@bad", ("bad2001",)), ("Fed", None)],
)
def test_the_keys_where_the_mouse_is(words, keys):
    found = citation_at(BODY, BODY.index(words))
    assert (found and found[0]) == keys


def test_code_cites_nothing():
    assert citation_at(BODY, BODY.rindex("sun2004")) is None


@pytest.fixture
def body(qtbot):
    pane = BodyPane(Session(Article(id="a", body=BODY, references=(WORK, BAD))))
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    with qtbot.waitActive(pane):
        pane.show()
    yield pane
    QToolTip.hideText()
    pane.close_pane()


def rest_on(pane, words):
    """Let the mouse rest on some words of the body."""
    editor = pane.editor
    cursor = QTextCursor(editor.document())
    cursor.setPosition(editor.toPlainText().rindex(words) + 1)
    spot = editor.cursorRect(cursor).center()
    where = editor.viewport().mapToGlobal(spot)
    QApplication.sendEvent(editor.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, where))


def test_an_entry_is_shown_as_the_style_prints_it(qtbot, body):
    rest_on(body, "sun2004, p. 3")
    qtbot.waitUntil(lambda: "Ghrelin &amp; growth" in QToolTip.text())
    assert "@sun2004" in QToolTip.text()
    numeric = QToolTip.text()
    body.session.use_publication(Publication(citations=Citations(style="apa")))
    rest_on(body, "sun2004, p. 3")
    qtbot.waitUntil(lambda: "(2004)" in QToolTip.text())
    assert QToolTip.text() != numeric


def test_a_change_of_the_work_is_shown(qtbot, body):
    rest_on(body, "bad2001")
    qtbot.waitUntil(lambda: "Wrong" in QToolTip.text())
    assert "Retracted." in QToolTip.text()


def test_a_key_that_nothing_has_is_told(qtbot, body):
    rest_on(body, "lost")
    qtbot.waitUntil(lambda: "No reference has the key lost." in QToolTip.text())


def test_words_show_nothing(body):
    rest_on(body, "and")
    assert QToolTip.text() == ""


@pytest.fixture
def tables(qtbot):
    cells = ("😀 grew", "first line\n[@bad2001]")
    table = Table(id="t", columns=(Column(id="a"), Column(id="b")), rows=(cells,))
    pane = TablesPane(Session(Article(id="a", tables=(table,), references=(BAD,))))
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    with qtbot.waitActive(pane):
        pane.show()
    yield pane
    QToolTip.hideText()
    pane.close_pane()


def rest_at(widget, spot):
    where = widget.mapToGlobal(spot)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, spot, where))


def test_a_citation_that_is_drawn_in_a_cell_shows_its_entry(qtbot, tables):
    view = tables.grid.view
    cell = view.visualRect(view.model().index(0, 1))
    rest_at(view.viewport(), cell.topLeft() + QPoint(30, cell.height() - 14))
    qtbot.waitUntil(lambda: "Wrong" in QToolTip.text())
    rest_at(view.viewport(), cell.topLeft() + QPoint(30, 14))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_so_does_one_in_the_editor_of_a_cell(qtbot, tables):
    tables.go_to(Place("tables", "t", "rows[0][1]", (0, 0)))
    editor = tables.grid.view.delegate.editor
    cursor = QTextCursor(editor.document())
    cursor.setPosition(editor.toPlainText().index("bad2001"))
    rest_at(editor.viewport(), editor.cursorRect(cursor).center() + QPoint(2, 0))
    qtbot.waitUntil(lambda: "Wrong" in QToolTip.text())


def test_a_style_that_cannot_be_used_still_names_the_work(qtbot, body):
    body.session.use_publication(Publication(citations=Citations(style="x", csl="<no style")))
    rest_on(body, "sun2004, p. 3")
    qtbot.waitUntil(lambda: "Sun 2004 — Ghrelin &amp; growth" in QToolTip.text())
