import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.ui.binding import (
    bind_check,
    bind_choice,
    bind_line,
    bind_text,
    choices,
    raw_text,
)

HEADLINE, BODY = Place.parse("metadata.headline"), Place("body")


@pytest.fixture
def editor(qtbot, session):
    editor = QPlainTextEdit()
    editor.setUndoRedoEnabled(False)
    qtbot.addWidget(editor)
    refresh = bind_text(editor, session, lambda: BODY)
    session.subscribe(lambda _change: refresh())
    return editor


def test_typing_in_a_line_changes_the_article(qtbot, session):
    line = QLineEdit()
    qtbot.addWidget(line)
    bind_line(line, session, lambda: HEADLINE)
    QTest.keyClicks(line, "Ghrelin")
    assert session.article.metadata.headline == "Ghrelin"


def test_a_line_shows_what_changed_elsewhere(qtbot, session):
    line = QLineEdit()
    qtbot.addWidget(line)
    show = bind_line(line, session, lambda: HEADLINE)
    session.do(edits.put(HEADLINE, "Elsewhere"))
    show()
    assert line.text() == "Elsewhere"


def test_showing_an_equal_text_leaves_the_cursor(qtbot, session):
    line = QLineEdit()
    qtbot.addWidget(line)
    show = bind_line(line, session, lambda: HEADLINE)
    QTest.keyClicks(line, "abc")
    line.setCursorPosition(1)
    show()
    assert line.cursorPosition() == 1


def test_a_line_without_a_place_is_empty_and_disabled(qtbot, session):
    line = QLineEdit()
    qtbot.addWidget(line)
    bind_line(line, session, lambda: None)
    assert not line.isEnabled()
    assert line.text() == ""


def test_a_choice_sends_its_value(qtbot, session):
    box = choices(QComboBox(), [("Article", "Article"), ("Report", "A report")])
    qtbot.addWidget(box)
    bind_choice(box, session, lambda: Place.parse("metadata.type"))
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert session.article.metadata.type == "Report"


def test_a_check_sends_yes_or_no(qtbot, session):
    session.do(edits.insert("references", Reference(id="k")))
    box = QCheckBox()
    qtbot.addWidget(box)
    bind_check(box, session, lambda: Place.parse("references[k].palmetto.authors_truncated"))
    box.click()
    assert session.article.references[0].palmetto.authors_truncated


def test_typing_deleting_and_undo_keep_both_texts_equal(editor, session):
    QTest.keyClicks(editor, "one two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.insertPlainText("a\U0001f600b\u00a0c")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert session.article.body == "ne two\na\U0001f600b\u00a0" == raw_text(editor)
    while session.undo():
        assert session.article.body == raw_text(editor)
    assert session.article.body == ""


def test_a_no_break_space_survives(editor, session):
    session.do(edits.put(BODY, "5\u00a0mg"))
    QTest.keyClicks(editor, "x")
    assert "5\u00a0mg" in session.article.body


def test_undo_puts_the_cursor_where_the_edit_was(editor, session):
    session.do(edits.put(BODY, "one two three"))
    editor.show()
    session.history.pause()
    session.do(edits.splice(BODY, 4, 7, ""))
    session.undo()
    assert editor.textCursor().position() == 7


PIECES = st.sampled_from(["a", "bc ", "\n", "\u2028", "\u00a0", "\U0001f600", "é", "- x\n- y"])
STEPS = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.one_of(PIECES, st.just(""))), max_size=12
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_run_of_edits_keeps_both_texts_equal(editor, session, steps):
    for start, end, text in steps:
        last = editor.document().characterCount() - 1
        cursor = QTextCursor(editor.document())
        cursor.setPosition(round(start * last))
        cursor.setPosition(round(end * last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        assert session.article.body == raw_text(editor)
    session.undo()
    assert session.article.body == raw_text(editor)
