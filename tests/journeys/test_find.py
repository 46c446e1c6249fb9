"""Ctrl+F, F3, Ctrl+H and both keys of redo in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_words_are_found_replaced_undone_and_redone_by_keys(window, qtbot):
    window.activateWindow()
    window.go_part("body")
    qtbot.waitUntil(lambda: window.stack.pane("body").editor.hasFocus())
    QTest.keyClicks(window.stack.pane("body").editor, "The tide comes, the tide goes.")
    written = window.session.article
    press(KEY.Key_F, CONTROL)
    bar = window.columns.find_bar
    assert bar.words.hasFocus()
    QTest.keyClicks(bar.words, "tide")
    press(KEY.Key_Return)
    assert bar.told.text() == "1 of 2"
    press(KEY.Key_F3)
    assert bar.told.text() == "2 of 2"
    press(KEY.Key_H, CONTROL)
    assert bar.new.isVisible()
    QTest.keyClicks(bar.new, "ebb")
    bar.new.setFocus()
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    replaced = window.session.article
    assert replaced.body == "The tide comes, the ebb goes."
    for key, modifiers in ((KEY.Key_Y, CONTROL), (KEY.Key_Z, CONTROL | SHIFT)):
        press(KEY.Key_Z, CONTROL)
        assert window.session.article == written
        press(key, modifiers)
        assert window.session.article == replaced
