"""One undo for the whole window: text widgets must not keep Ctrl+Z for themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)


class UndoFilter(QObject):
    """Ignores the ShortcutOverride by which line and text edits claim undo and redo.

    It watches just the text widget that has the focus. A filter on the whole application would
    be handed objects of WebEngine while they are being constructed, and PySide crashes on those.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._move)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and any(map(event.matches, _KEYS)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, _TEXTS):
            old.removeEventFilter(self)
        if isinstance(new, _TEXTS):
            new.installEventFilter(self)
