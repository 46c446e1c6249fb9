"""Finding and replacing over all panes, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from palmetto_editor.model.edits import put
from palmetto_editor.model.places import Place
from palmetto_editor.model.search import texts
from palmetto_editor.model.values import Article, Metadata, Question
from palmetto_editor.session.document import Session
from palmetto_editor.ui.columns import Columns
from palmetto_editor.ui.finder import Finder
from sample_articles import full

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
ARTICLE = Article(
    id="a",
    metadata=Metadata(headline="Tides of the shore", keywords=("tide", "mud")),
    body="A tide comes.\n\nThe 🌊 tide goes.\n",
    faq=(Question(id="q1", question="Why?", answer="For the tide."),),
)


@pytest.fixture
def session():
    return Session(ARTICLE)


@pytest.fixture
def columns(qtbot, session):
    columns = Columns(session, lambda _pane: None, 800)
    qtbot.addWidget(columns)
    with qtbot.waitActive(columns):
        columns.show()
    columns.stack.show_part("metadata").setFocus()
    return columns


@pytest.fixture
def finder(columns, session):
    finder = Finder(session, columns, columns.stack.go_to)
    session.subscribe(finder.hear)
    return finder


@pytest.fixture
def bar(columns):
    return columns.find_bar


def selected():
    """What is selected where the focus is."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        return focus.selectedText()
    return focus.textCursor().selectedText() if isinstance(focus, QPlainTextEdit) else None


def looked(finder, bar, words):
    finder.open()
    bar.words.setText(words)
    QTest.keyClick(bar.words, ENTER)


def test_enter_goes_from_part_to_part_and_round_the_end(finder, bar, columns):
    looked(finder, bar, "TIDE")
    told = [(bar.told.text(), columns.stack.part)]
    for _ in range(5):
        QTest.keyClick(bar.words, ENTER)
        told.append((bar.told.text(), columns.stack.part))
    assert told == [
        ("1 of 5", "metadata"), ("2 of 5", "metadata"), ("3 of 5", "body"), ("4 of 5", "body"),
        ("5 of 5", "faq"), ("1 of 5", "metadata"),
    ]  # fmt: skip
    assert bar.words.hasFocus()
    QTest.keyClick(bar.words, ENTER, SHIFT)
    assert (bar.told.text(), columns.stack.part) == ("5 of 5", "faq")


def test_it_begins_where_the_cursor_is(finder, bar, columns):
    editor = columns.stack.show_part("body").editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    looked(finder, bar, "tide")
    assert (bar.told.text(), columns.stack.part) == ("5 of 5", "faq")
    columns.stack.show_part("body")
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    finder.step(back=True)
    assert (bar.told.text(), columns.stack.part) == ("4 of 5", "body")


def test_what_is_found_is_selected_and_f3_leaves_the_focus_there(finder, bar, columns):
    looked(finder, bar, "tide goes")
    assert columns.stack.part == "body"
    finder.leave()
    assert (selected(), bar.isHidden()) == ("tide goes", True)
    finder.step()
    assert (selected(), bar.isHidden()) == ("tide goes", False)


def test_without_words_f3_asks_for_them(finder, bar):
    finder.step()
    assert bar.words.hasFocus()


def test_every_text_can_be_gone_to_and_its_words_are_selected(columns, session):
    session.open(full())
    places = [(place, text[:3]) for place, text in texts(session.article) if text]
    wrong = set()
    for place, words in places:
        columns.stack.go_to(place.at(0, len(words)))
        wrong |= set() if selected() == words else {place.widget}
    assert wrong == {"metadata.keywords", "tables.columns.label"}  # chips and heads, gone to whole


def test_the_words_that_are_selected_are_looked_for(finder, bar, columns):
    editor = columns.stack.show_part("body").editor
    editor.select_span(2, 6)
    editor.setFocus()
    finder.open()
    assert (bar.words.text(), bar.told.text(), bar.words.selectedText()) == (
        "tide", "5 found", "tide",
    )  # fmt: skip
    QTest.keyClick(bar.words, ENTER)
    assert bar.told.text() == "4 of 5"


@pytest.mark.parametrize(("way", "count"), [("case", "4 found"), ("whole", "4 found")])
def test_ways_of_looking(finder, bar, qtbot, way, count):
    finder.open()
    bar.words.setText("tide")
    getattr(bar, way).click()
    qtbot.waitUntil(lambda: bar.told.text() == count)


def test_nothing_found_is_told_and_nothing_is_pressed(finder, bar, columns, session):
    looked(finder, bar, "ebb")
    assert bar.told.text() == "Nothing found"
    assert not bar.findChild(QPushButton, "find.replace-all").isEnabled()
    bar.words.clear()
    QTest.keyClick(bar.words, ENTER)
    assert bar.told.text() == ""
    assert session.article is ARTICLE


def test_one_after_the_other_is_replaced(finder, bar, columns, session):
    finder.open(replacing=True)
    bar.words.setText("tide")
    bar.new.setText("tide tide")
    bar.new.setFocus()
    for _ in range(4):
        QTest.keyClick(bar.new, ENTER)
    assert session.article.metadata.headline == "tide tides of the shore"
    assert session.article.metadata.keywords == ("tide tide", "mud")
    assert session.article.body == "A tide tide comes.\n\nThe 🌊 tide goes.\n"
    assert (columns.stack.part, bar.new.hasFocus()) == ("body", True)
    for _ in range(3):
        session.undo()
    assert session.article is ARTICLE


def test_all_are_replaced_in_one_step_and_come_back_in_one(finder, bar, columns, session):
    finder.open(replacing=True)
    bar.words.setText("tide")
    bar.new.setText("wave")
    bar.findChild(QPushButton, "find.replace-all").click()
    assert session.article.body == "A wave comes.\n\nThe 🌊 wave goes.\n"
    assert session.article.faq[0].answer == "For the wave."
    assert bar.told.text() == "5 replaced"
    assert session.undo().place == Place("metadata", field="headline")
    assert session.article is ARTICLE


def test_the_count_follows_the_article(finder, bar, session, qtbot):
    looked(finder, bar, "mud")
    assert bar.told.text() == "1 of 1"
    session.do(put(Place("notice"), "Mud and mud."))
    qtbot.waitUntil(lambda: bar.told.text() in {"1 of 3", "3 found"})


def test_escape_leaves(finder, bar, columns):
    looked(finder, bar, "comes")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert columns.stack.currentWidget().editor.hasFocus()
