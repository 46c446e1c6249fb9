"""A slip of the pen, or a work that is not in the list yet, after an `@`."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Column, Question, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.body import BodyPane
from palmetto_editor.ui.panes.faq import FaqPane
from palmetto_editor.ui.panes.tables import TablesPane
from palmetto_editor.ui.panes.texts import DisclaimerPane, NoticePane, ShortAnswerPane
from palmetto_editor.ui.widgets.item_row import ROW
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

HOWARD = Reference(
    id="howard1996",
    title="A receptor in pituitary and hypothalamus",
    author=(Name(family="Howard"),),
    issued=Date(date_parts=((1996,),)),
    DOI="10.1126/science.273.5277.974",
)
ARTICLE = Article(
    id="a",
    references=(HOWARD,),
    faq=(Question(id="q1"),),
    tables=(Table(id="t", columns=(Column(id="c"),), rows=(("",),)),),
)


def shown(pane, qtbot):
    qtbot.addWidget(pane)
    pane.resize(600, 500)
    with qtbot.waitActive(pane):
        pane.show()
    return pane


@pytest.fixture
def session():
    return Session(ARTICLE)


@pytest.fixture
def body(qtbot, session):
    pane = shown(BodyPane(session), qtbot)
    pane.editor.setFocus()
    yield pane
    pane.close_pane()


def rows(editor):
    editor.completer.settle()
    model = editor.completer.popup.rows
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def press(editor, *keys):
    for key in keys:
        QTest.keyClick(editor, key)


@pytest.mark.parametrize(
    "slip", ["hwoard", "howrad1996", "pituitry", "hypotalamus 1996", "receptr"]
)
def test_slips_of_the_pen_find_the_work(body, slip):
    QTest.keyClicks(body.editor, f"@{slip}")
    assert rows(body.editor)[0].aside == "howard1996"
    press(body.editor, Qt.Key.Key_Return)
    assert body.editor.toPlainText() == "[@howard1996]"


def test_what_fits_is_not_mixed_with_what_nearly_does(body):
    QTest.keyClicks(body.editor, "@how")
    assert [row.aside for row in rows(body.editor)] == ["howard1996"]


def test_a_work_that_is_not_there_is_added_as_one_step(body, session, qtbot):
    QTest.keyClicks(body.editor, "fed @kojima1999")
    assert rows(body.editor)[-1].title == "Add “kojima1999” as a new reference…"
    with qtbot.waitSignal(body.place_wanted) as wanted:
        press(body.editor, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert wanted.args == [Place("references", "kojima1999", "title")]
    assert body.editor.toPlainText() == session.article.body == "fed [@kojima1999]"
    assert [reference.id for reference in session.article.references][-1] == "kojima1999"
    session.undo()
    assert body.editor.toPlainText() == "fed @kojima1999"
    assert session.article.references == (HOWARD,)


def test_enter_adds_nothing_unless_the_row_was_chosen(body, session):
    QTest.keyClicks(body.editor, "@zzz")
    press(body.editor, Qt.Key.Key_Return)
    assert body.editor.toPlainText() == "@zzz\n"
    assert session.article.references == (HOWARD,)


def paste(editor, text):
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def test_a_pasted_doi_becomes_that_of_the_new_work(body, session):
    QTest.keyClicks(body.editor, "[@")
    paste(
        body.editor, "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-S>3.0.CO;2-2"
    )
    assert rows(body.editor)[-1].title.startswith("Add the work with the DOI 10.1002/")
    press(body.editor, Qt.Key.Key_Down, Qt.Key.Key_Return)
    new = session.article.references[-1]
    assert new.DOI.casefold() == "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-s>3.0.co;2-2"
    assert session.article.body == f"[@{new.id}]"


def test_a_pasted_doi_of_a_work_that_is_there_cites_it(body, session):
    QTest.keyClicks(body.editor, "@")
    paste(body.editor, "10.1126/SCIENCE.273.5277.974")
    assert [row.aside for row in rows(body.editor)] == ["howard1996"]
    press(body.editor, Qt.Key.Key_Return)
    assert session.article.body == "[@howard1996]"


def test_a_year_is_no_identifier_where_a_work_has_it(body):
    QTest.keyClicks(body.editor, "@1996")
    assert [row.aside for row in rows(body.editor)] == ["howard1996"]


def test_prose_behind_an_unknown_name_is_left_alone(body):
    QTest.keyClicks(body.editor, "@zzz and so on")
    assert not body.editor.completer.is_open


@pytest.mark.parametrize("kind", [NoticePane, ShortAnswerPane, DisclaimerPane, FaqPane])
def test_every_text_of_the_article_offers_it(qtbot, session, kind):
    pane = shown(kind(session), qtbot)
    editor = pane.findChildren(MarkdownEdit)[0]
    editor.setFocus()
    editor.insert("😀 ")
    QTest.keyClicks(editor, "@kojima1999")
    with qtbot.waitSignal(pane.place_wanted):
        press(editor, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert editor.toPlainText() == "😀 [@kojima1999]"
    pane.close_pane()


def test_a_cell_offers_it_too(qtbot, session):
    pane = shown(TablesPane(session), qtbot)
    pane.go_to(Place("tables", "t", "rows[0][0]", (0, 0)))
    editor = pane.grid.view.delegate.editor
    QTest.keyClicks(editor, "@kojima1999")
    with qtbot.waitSignal(pane.place_wanted):
        press(editor, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert session.article.tables[0].rows == (("[@kojima1999]",),)
    pane.close_pane()
