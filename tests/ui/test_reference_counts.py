"""The Qt binding keeps its books: PySide6 6.12.0 lost one reference to None per void call.

Judge an upgrade of PySide6 by these. From Python 3.12 on None is immortal and cannot run out.
"""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

CALLS = 5_000
SLACK = 500  # what the interpreter itself holds more or less of meanwhile


class _Teller(QObject):
    told = Signal(object)


class _Widget(QWidget):
    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        super().changeEvent(event)


class _Highlighter(QSyntaxHighlighter):
    def highlightBlock(self, text: str) -> None:  # noqa: N802  (Qt's name)
        self.setCurrentBlockState(1)


def _set_text():
    label = QLabel()
    return lambda: label.setText("x")


def _set_line():
    line = QLineEdit()
    return lambda: line.setText("x")


def _move_a_cursor():
    edit = QPlainTextEdit("text")
    cursor = QTextCursor(edit.document())
    return lambda: cursor.setPosition(1)


def _start_a_timer():
    timer = QTimer()
    return lambda: timer.setInterval(10)


def _emit_a_signal():
    teller = _Teller()
    teller.told.connect(lambda _value: None)
    return lambda: teller.told.emit(None)


def _be_called_by_qt():
    widget = _Widget()
    event = QEvent(QEvent.Type.PaletteChange)
    return lambda: QApplication.sendEvent(widget, event)


def _highlight_a_line():
    document = QTextDocument("text")
    highlighter = _Highlighter(document)
    return lambda: highlighter.rehighlightBlock(document.firstBlock())


@pytest.mark.parametrize(
    "make",
    [
        _set_text,
        _set_line,
        _move_a_cursor,
        _start_a_timer,
        _emit_a_signal,
        _be_called_by_qt,
        _highlight_a_line,
    ],
)
def test_a_call_into_qt_loses_no_reference_to_none(qapp, make):
    call = make()
    call()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    gc.collect()
    assert abs(sys.getrefcount(None) - before) < SLACK
