import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from palmetto_editor.ui.widgets.at_rest import REST
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit


class Watcher(QObject):
    """Remembers the kinds of events that it was asked about."""

    def __init__(self, parent):
        super().__init__(parent)
        self.asked = []

    def eventFilter(self, _watched, event):  # noqa: N802  (Qt's name)
        self.asked.append(event.type())
        return False


@pytest.fixture
def editor(qtbot):
    editor = MarkdownEdit()
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def watcher(editor):
    watcher = Watcher(editor)
    editor.at_rest.add(watcher)
    return watcher


def leave(editor):
    """Have the viewport told of a mouse that goes."""
    QApplication.sendEvent(editor.viewport(), QEvent(QEvent.Type.Leave))


def test_nothing_is_asked_while_keys_come(editor, watcher):
    leave(editor)
    assert QEvent.Type.Leave in watcher.asked
    QTest.keyClicks(editor, "ab")
    watcher.asked.clear()
    leave(editor)
    editor.viewport().repaint()
    assert watcher.asked == []


def test_it_is_when_they_rest(editor, watcher, qtbot):
    QTest.keyClicks(editor, "ab")

    def asked():
        leave(editor)
        return QEvent.Type.Leave in watcher.asked

    watcher.asked.clear()
    qtbot.waitUntil(asked, timeout=2000)


def test_one_that_is_taken_away_is_asked_no_more(editor, watcher, qtbot):
    QTest.keyClicks(editor, "a")
    editor.at_rest.remove(watcher)
    watcher.asked.clear()
    qtbot.wait(REST + 100)
    leave(editor)
    assert watcher.asked == []


def test_one_that_comes_between_keys_waits_too(editor):
    QTest.keyClicks(editor, "a")
    late = Watcher(editor)
    editor.at_rest.add(late)
    leave(editor)
    assert late.asked == []
