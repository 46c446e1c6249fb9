from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTreeWidget

from found import NO_SLUG
from palmetto_editor.model.places import Place
from palmetto_editor.ui.dialogs.export_blocked import MOST, BlockedDialog
from sample_articles import full

ANSWER = replace(NO_SLUG, place=Place("faq", "q3", "answer"), message="No answer.")


@pytest.fixture
def dialog(qtbot):
    return opened(qtbot, (NO_SLUG, ANSWER))


def opened(qtbot, errors):
    dialog = BlockedDialog(errors, full())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def errors(dialog):
    return dialog.findChild(QTreeWidget, "blocked.errors")


def _tall(shown, row):
    return shown.visualItemRect(shown.topLevelItem(row)).height()


def button(dialog, name):
    return dialog.findChild(QPushButton, f"blocked.{name}")


def test_it_lists_the_errors_with_their_places(dialog):
    shown = errors(dialog)
    rows = [[shown.topLevelItem(at).text(c) for c in (0, 1)] for at in range(2)]
    assert rows == [
        ["No slug.", "Metadata › slug"],
        ["No answer.", "FAQ › Do they sleep? › answer"],
    ]
    titles = [label.text() for label in dialog.findChildren(QLabel)]
    assert "2 errors stand against the export" in titles


def test_a_click_on_an_error_goes_to_its_place(qtbot, dialog):
    shown = errors(dialog)
    where = shown.visualItemRect(shown.topLevelItem(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert dialog.answer == ANSWER.place
    assert not dialog.isVisible()


def test_it_can_be_forced_with_a_reason_only(qtbot, dialog):
    field, force = dialog.findChild(QPlainTextEdit, "blocked.reason"), button(dialog, "force")
    assert not field.isVisible()
    button(dialog, "more").click()
    assert field.isVisible()
    assert not force.isEnabled()
    qtbot.keyClicks(field, "For the reviewers.")
    force.click()
    assert dialog.answer == "For the reviewers."


def test_going_back_answers_nothing(dialog):
    button(dialog, "close").click()
    assert dialog.answer is None


def test_a_long_sentence_is_shown_whole(qtbot):
    long = replace(NO_SLUG, message="The folder and the address of it have no name. " * 4)
    dialog = opened(qtbot, (long, ANSWER))
    shown = errors(dialog)
    qtbot.waitUntil(lambda: _tall(shown, 0) > 2 * _tall(shown, 1))


def test_very_many_errors_are_counted(qtbot):
    dialog = opened(qtbot, (ANSWER,) * (MOST + 1_002))
    last = errors(dialog).topLevelItem(MOST)
    assert last.text(0) == "… and 1,002 more"
    errors(dialog).itemClicked.emit(last, 0)
    assert dialog.answer is None
