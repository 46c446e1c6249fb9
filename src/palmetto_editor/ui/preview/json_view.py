"""The article's JSON-LD, to read and to copy; a change keeps the scroll and the selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from palmetto_editor.model.spans import difference
from palmetto_editor.ui import style
from palmetto_editor.ui.editor_text import utf16_length
from palmetto_editor.ui.preview.json_colours import JsonColours


class JsonView(QWidget):
    """Shows the text of the graph as it stands in the page and in `article.jsonld`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.json")
        self._shown = self._graph = ""
        self.text = _Text()
        self.copy_button = QPushButton("Copy")
        self.copy_button.setObjectName("preview.json.copy")
        self.copy_button.setToolTip("Copy the whole JSON-LD")
        self.copy_button.setProperty("role", "quiet")
        self.copy_button.clicked.connect(self.copy)
        self._size = QLabel()
        self._size.setProperty("role", "hint")
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 4, 8, 4)
        bar.addWidget(self._size, 1)
        bar.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.text, 1)

    def show_text(self, text: str) -> None:
        """Show this text, now or when it is next seen."""
        self._graph = text
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Replace the span that differs, and nothing else."""
        text = self._graph
        if text == self._shown:
            return
        start, old_end, new_end = difference(self._shown, text)
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(utf16_length(self._shown[:start]))
        length = utf16_length(self._shown[start:old_end])
        cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start:new_end])
        self._shown = text
        nodes = text.count('"@type"')
        self._size.setText(f"{nodes} typed nodes, {len(text.encode()):,} bytes")

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self._graph)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.text.recolour()


class _Text(QPlainTextEdit):
    """A read-only text that colours what is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview.json.text")
        self.setAccessibleName("JSON-LD of the article")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.colours = JsonColours(self.document(), style.colours())
        self.verticalScrollBar().valueChanged.connect(self.colour_sight)
        self.document().contentsChanged.connect(self.colour_sight)

    def recolour(self) -> None:
        self.colours.use(style.colours())

    def colour_sight(self) -> None:
        first = self.firstVisibleBlock().blockNumber()
        lines = self.viewport().height() // max(1, self.fontMetrics().lineSpacing())
        self.colours.reach(first, first + lines + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.colour_sight()
