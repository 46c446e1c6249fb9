"""What the document holds and what the article says are the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from effort import effort_once
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.ui.binding import bind_text
from palmetto_editor.ui.editor_text import (
    LONGEST,
    as_document,
    code_points,
    document_position,
    document_positions,
    from_document,
    raw_text,
    text_position,
    utf16_length,
)

BODY = Place("body")


@pytest.fixture
def editor(qtbot, session):
    editor = QPlainTextEdit()
    editor.setUndoRedoEnabled(False)
    qtbot.addWidget(editor)
    refresh = bind_text(editor, session, lambda: BODY)
    session.subscribe(lambda _: refresh())
    return editor


@given(st.text())
def test_utf16_units_and_characters_lead_to_each_other(text):
    for point in range(len(text) + 1):
        assert code_points(text, utf16_length(text[:point])) == point


@pytest.mark.parametrize("unit", ["word ", "[", "x y\n", "\U0001f600", "a\u00a0"])
def test_a_long_line_is_whole_again_outside_the_document(unit):
    text = unit * 60_000
    held = as_document(text)
    assert from_document(held) == text
    assert max(map(len, held.split("\n"))) <= LONGEST


def test_an_ordinary_text_is_held_as_it_is():
    text = "one\ntwo " * 5_000
    assert as_document(text) == text


def test_a_key_in_a_line_of_a_megabyte_is_quick_and_loses_nothing(editor, session):
    session.do(edits.put(BODY, "x" * 1_000_000))
    editor.show()
    cursor = QTextCursor(editor.document())
    cursor.setPosition(500_000)
    editor.setTextCursor(cursor)
    worked = effort_once(lambda: editor.insertPlainText("here"))
    assert worked < 5  # seconds: 30 where the line is laid out whole, else milliseconds
    assert len(session.article.body) == 1_000_004
    assert session.article.body.replace("here", "") == "x" * 1_000_000
    session.undo()
    assert session.article.body == raw_text(editor) == "x" * 1_000_000


def test_positions_skip_what_only_the_document_has(editor, session):
    session.do(edits.put(BODY, "\U0001f600 " + "y" * 30_000 + "END"))
    point = session.article.body.index("END")
    position = document_position(editor, point)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    cursor.setPosition(position + 3, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "END"
    assert text_position(editor, position) == point


@pytest.mark.parametrize("text", ["a\r\nb\r\nc", "a\u2028b\u2029c", "a\rb\rc"])
def test_foreign_line_ends_become_line_feeds_with_the_first_key(editor, session, text):
    session.do(edits.put(BODY, text))
    assert raw_text(editor) == "a\nb\nc"
    assert session.article.body == text
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertPlainText("d")
    assert session.article.body == raw_text(editor) == "a\nb\ncd"
    session.undo()
    assert session.article.body == text


@given(st.text(st.sampled_from("a 𝒜\n"), max_size=30), st.integers(0, 2), st.data())
def test_positions_of_many_points_are_those_of_each(text, long, data):
    text = text + "word " * (LONGEST // 4) * long + text
    points = data.draw(st.lists(st.integers(0, len(text)), max_size=5))
    held = as_document(text)
    for point, position in zip(points, document_positions(text, points), strict=True):
        before = held.encode("utf-16-le")[: 2 * position].decode("utf-16-le")
        assert from_document(before) == text[:point]


def test_a_return_with_its_line_feed_is_one_character_of_the_document():
    assert document_positions("a\r\nb\r\nc", [0, 3, 6, 99]) == [0, 2, 4, 5]
