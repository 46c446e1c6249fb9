"""A time zone: chosen from all that are known, or typed as a place or an offset."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from palmetto_editor.ui.widgets import zones
from palmetto_editor.ui.widgets.fields import may_shrink


class ZoneBox(QComboBox):
    """`chosen` comes when the words are others than were shown.

    It is filled when it is first opened or typed in: some hundred entries make a window slow
    to open.
    """

    chosen = Signal(str)

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip("A place such as Europe/Berlin, or an offset such as UTC-04:00")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        may_shrink(self)
        self._shown = ""
        self.activated.connect(lambda _: self._take())
        line = self.lineEdit()
        self.line: QLineEdit = line if line is not None else QLineEdit()
        self.line.textEdited.connect(lambda _: self._fill())
        self.line.editingFinished.connect(self._take)

    def show_words(self, words: str) -> None:
        """Show the name of a place, or an offset."""
        self._shown = words
        if self.currentText() != words:
            self.setEditText(words)
            self.line.setCursorPosition(0)

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()

    def _take(self) -> None:
        words = self.currentText().strip()
        if words != self._shown:
            self.chosen.emit(words)

    def _fill(self) -> None:
        if self.count():
            return
        words, at = self.currentText(), self.line.cursorPosition()
        self.addItems(zones.names())
        self.setEditText(words)
        self.line.setCursorPosition(at)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
