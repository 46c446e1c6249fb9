"""Where a work is cited, and the way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Column, Image, Question, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.cited_where import CitedWhere
from palmetto_editor.ui.widgets.item_row import ROW

ARTICLE = Article(
    id="a",
    notice="Rests on @sun2004.",
    body="Mice ate less [@sun2004]\nthan others.",
    faq=(Question(id="q1", question="Do mice eat less?", answer="They do [@sun2004]."),),
    tables=(
        Table(
            id="t",
            caption="After @sun2004",
            columns=(Column(id="c1", label="Dose @sun2004"), Column(id="c2")),
            rows=(("[@sun2004]", "[@sun2004]"),),
        ),
    ),
    images=(Image(id="map", caption="@sun2004"),),
)


@pytest.fixture
def session():
    return Session(ARTICLE)


@pytest.fixture
def cited(qtbot, session):
    widget = CitedWhere(session)
    qtbot.addWidget(widget)
    widget.show()
    widget.show_key("sun2004")
    return widget


def rows(cited):
    model = cited.findChild(QListView).model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def test_each_citation_has_a_row_with_its_words_and_its_place(cited):
    assert [(row.title, row.detail) for row in rows(cited)] == [
        ("Rests on @sun2004.", "Notice"),
        ("Mice ate less [@sun2004] than others.", "Body"),
        ("After @sun2004", "Table t · caption"),
        ("Dose @sun2004", "Table t · head of column 1"),
        ("[@sun2004]", "Table t · row 1, Dose @sun2004"),
        ("[@sun2004]", "Table t · row 1, column 2"),
        ("They do [@sun2004].", "FAQ · Do mice eat less?"),
        ("@sun2004", "Caption of the image map"),
    ]


def test_a_click_leads_to_the_citation(qtbot, cited):
    places = cited.findChild(QListView)
    spot = places.visualRect(places.model().index(1, 0)).center()
    with qtbot.waitSignal(cited.place_wanted) as wanted:
        QTest.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted.args == [Place("body").at(15, 23)]


def test_so_does_the_enter_key(qtbot, cited):
    places = cited.findChild(QListView)
    places.setCurrentIndex(places.model().index(0, 0))
    with qtbot.waitSignal(cited.place_wanted) as wanted:
        QTest.keyClick(places, Qt.Key.Key_Return)
    assert wanted.args == [Place("notice").at(9, 17)]


def test_a_key_that_nobody_cites_says_so(cited):
    cited.show_key("lost")
    assert any(
        label.text().startswith("Not cited yet") and label.isVisible()
        for label in cited.findChildren(QLabel)
    )


def test_it_follows_the_article(qtbot, cited, session):
    session.do(edits.put(Place("notice"), ""))
    qtbot.waitUntil(lambda: len(rows(cited)) == 7)


def test_a_row_leads_to_where_the_citation_is_now(qtbot, cited, session):
    session.do(edits.put(Place("notice"), "All of it rests on @sun2004."))
    places = cited.findChild(QListView)
    with qtbot.waitSignal(cited.place_wanted) as wanted:
        places.chosen.emit(places.model().index(0, 0))
    assert wanted.args == [Place("notice").at(19, 27)]


def test_without_a_work_there_is_nothing(cited):
    cited.show_key("")
    assert not cited.isVisible()
