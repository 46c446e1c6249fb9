"""The line among chips: it turns keys into what is to be done with the chips beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ChipLine(QLineEdit):
    """The line among the chips; what it does not need itself it passes on.

    `wanted` carries which of the chips it is to stand behind.
    """

    asked = Signal(str)
    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0")

    def select_text(self, index: int) -> None:
        """Stand behind the chip with this index."""
        self.wanted.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command:
            self.asked.emit(command)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.asked.emit("end")

    def _command(self, event: QKeyEvent) -> str:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "end"
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if at_start and key == Qt.Key.Key_Backspace:
            return "backspace"
        if self.text():
            return ""
        walking = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}
        if key in walking:
            return ("move " if alt else "") + walking[Qt.Key(key)]
        others = {
            Qt.Key.Key_Delete: "delete",
            Qt.Key.Key_Home: "home",
            Qt.Key.Key_End: "last",
            Qt.Key.Key_F2: "open",
        }
        return others.get(Qt.Key(key), "")
