"""Colours follow the text."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from effort import effort_once
from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.highlighter import Highlighter


@pytest.fixture
def editor(qtbot):
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    editor.colours = Highlighter(editor.document(), QFont())
    return editor


def settle(qtbot, editor):
    qtbot.waitUntil(lambda: editor.colours.is_done)


def format_at(editor, line, column):
    for stretch in editor.document().findBlockByNumber(line).layout().formats():
        if stretch.start <= column < stretch.start + stretch.length:
            return QTextCharFormat(stretch.format)
    return None


def colour_at(editor, line, column):
    made = format_at(editor, line, column)
    return made and made.foreground().color()


def test_strong_text_is_bold_and_its_marks_are_muted(qtbot, editor):
    editor.setPlainText("a **b** c")
    settle(qtbot, editor)
    assert format_at(editor, 0, 4).fontWeight() == QFont.Weight.Bold
    assert colour_at(editor, 0, 2) == style.LIGHT.marker
    assert format_at(editor, 0, 8) is None


def test_a_citation_within_a_heading_is_both(qtbot, editor):
    editor.setPlainText("## a [@b]")
    settle(qtbot, editor)
    assert colour_at(editor, 0, 6) == style.LIGHT.citation
    assert format_at(editor, 0, 6).fontPointSize() == format_at(editor, 0, 3).fontPointSize()


def test_marks_after_an_emoji_are_coloured_where_they_are(qtbot, editor):
    editor.setPlainText("\U0001f600\U0001f600 `c` d")
    settle(qtbot, editor)
    assert colour_at(editor, 0, 6) == style.LIGHT.code
    assert format_at(editor, 0, 8) is None


def test_opening_a_fence_recolours_what_follows(qtbot, editor):
    editor.setPlainText("\n**a**\n**b**")
    settle(qtbot, editor)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.insertPlainText("```")
    settle(qtbot, editor)
    assert colour_at(editor, 2, 3) == style.LIGHT.code
    editor.textCursor().deletePreviousChar()
    settle(qtbot, editor)
    assert format_at(editor, 2, 3).fontWeight() == QFont.Weight.Bold


def test_colours_in_force_are_taken(qtbot, editor, monkeypatch):
    editor.setPlainText("`a`")
    settle(qtbot, editor)
    monkeypatch.setattr(style, "colours", lambda: style.DARK)
    editor.colours.dress(QFont())
    settle(qtbot, editor)
    assert colour_at(editor, 0, 1) == style.DARK.code != style.LIGHT.code


def test_a_long_text_gets_its_colours_by_and_by(qtbot, editor):
    editor.show()
    editor.setPlainText("some **bold** and `code` [@a]\n" * 3_000)
    qtbot.wait(1)
    last = editor.document().blockCount() - 2
    assert format_at(editor, last, 7) is None
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.colours.near(editor.firstVisibleBlock(), editor.document().lastBlock())
    assert format_at(editor, last, 7).fontWeight() == QFont.Weight.Bold
    settle(qtbot, editor)
    assert all(format_at(editor, line, 7) for line in range(0, last, 500))


def test_a_key_in_a_long_text_is_quick(qtbot, editor):
    editor.setPlainText("some **bold** and `code` [@a] in a line\n" * 6_000)
    settle(qtbot, editor)
    worst = 0.0
    for sign in "a *b* `c` [@d]":
        worst = max(worst, effort_once(partial(editor.insertPlainText, sign)))
    assert worst < 2  # seconds: it is milliseconds where one line is coloured


def test_a_colour_is_not_shared_by_all_styles():
    colours = {getattr(style.LIGHT, name).name() for name in ("code", "citation", "link", "marker")}
    assert len(colours) == 4
    assert all(QColor(name).isValid() for name in colours)
