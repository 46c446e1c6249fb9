"""One undo for the whole window: text widgets must not keep Ctrl+Z for themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoFilter(QObject):
    """Ignores the ShortcutOverride by which line and text edits claim undo and redo.

    Install it on the application: the window's actions then get the keys.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and any(map(event.matches, _KEYS)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
