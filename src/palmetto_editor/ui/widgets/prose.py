"""One paragraph of plain text: it wraps, and has no line ends of its own."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from palmetto_editor.ui.editor_text import document_position

FEWEST, MOST = 2, 6  # lines shown


class Prose(QPlainTextEdit):
    """As high as its text; Tab leaves it, Enter does nothing, pasted line ends become spaces."""

    def __init__(self, example: str = "") -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(example)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _: self.updateGeometry()
        )

    def sizeHint(self) -> QSize:
        lines = max(FEWEST, min(MOST, int(self.document().size().height())))
        chrome = 2 * int(self.document().documentMargin()) + 20
        return QSize(200, lines * self.fontMetrics().lineSpacing() + chrome)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def select_span(self, start: int, end: int) -> None:
        """Select the characters from `start` to `end`."""
        cursor = self.textCursor()
        cursor.setPosition(document_position(self, start))
        cursor.setPosition(document_position(self, end), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split("\n")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
