import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from found import BACKWARDS, WORD
from palmetto_editor.ui.dialogs.dismiss import DismissDialog
from palmetto_editor.ui.dialogs.reason import LONGEST


@pytest.fixture
def dialog(qtbot):
    dialog = DismissDialog(WORD, "The tide sets the hour.")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def parts(dialog):
    return (
        dialog.findChild(QPlainTextEdit, "dismiss.reason"),
        dialog.findChild(QPushButton, "dismiss.do"),
    )


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_without_a_reason_nothing_can_be_dismissed(dialog):
    field, button = parts(dialog)
    assert not button.isEnabled()
    field.setPlainText(" \n ")
    assert not button.isEnabled()
    field.setPlainText("x" * (LONGEST + 1))
    assert not button.isEnabled()
    dialog.reject()
    assert dialog.reason == ""


def test_the_reason_is_what_was_typed_on_one_line(qtbot, dialog):
    field, button = parts(dialog)
    qtbot.keyClicks(field, "It is a  name.")
    button.click()
    assert dialog.reason == "It is a name."
    assert not dialog.isVisible()


def test_ctrl_enter_is_enough(qtbot, dialog):
    field, _ = parts(dialog)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    field.setPlainText("A name.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.reason == "A name."


def test_it_shows_the_words_and_says_when_it_comes_back(dialog):
    assert "“The tide sets the hour.”" in words(dialog)
    assert any("When the sentence changes" in text for text in words(dialog))


def test_of_a_whole_text_it_says_so_however_long_that_is(qtbot):
    dialog = DismissDialog(BACKWARDS, "A word. " * 100)
    qtbot.addWidget(dialog)
    assert any("When the text changes" in text for text in words(dialog))


def test_where_there_is_no_text_it_holds_for_the_field(qtbot):
    dialog = DismissDialog(BACKWARDS, "")
    qtbot.addWidget(dialog)
    assert any("It holds for this field" in text for text in words(dialog))
