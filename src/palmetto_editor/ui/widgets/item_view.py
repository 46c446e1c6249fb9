"""The view of a list of items: keys, dropping between rows, words where it is empty."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.item_row import RowDelegate

_PLAIN, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_COMMANDS = {
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_Delete, _PLAIN): "remove",
    (Qt.Key.Key_Backspace, _PLAIN): "remove",
    (Qt.Key.Key_Insert, _PLAIN): "add",
    (Qt.Key.Key_D, _CTRL): "duplicate",
    (Qt.Key.Key_Return, _PLAIN): "edit",
    (Qt.Key.Key_Enter, _PLAIN): "edit",
    (Qt.Key.Key_F2, _PLAIN): "edit",
}


class ItemView(QListView):
    """Emits the name of a command: up, down, remove, add, duplicate or edit.

    With `most` it is as high as its rows, up to that many; without it takes the room there is.
    """

    commanded = Signal(str)

    def __init__(self, lines: int, empty: str, most: int = 0) -> None:
        super().__init__()
        self._delegate = RowDelegate(lines)
        self._empty, self._most = empty, most
        self.setItemDelegate(self._delegate)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.doubleClicked.connect(lambda _: self.commanded.emit("edit"))
        if most:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """The number of rows changed."""
        if self._most:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        if not self._most:
            return QSize(200, 5 * self._delegate.height)
        rows = max(1, min(self._most, self.model().rowCount() if self.model() else 0))
        return QSize(200, rows * self._delegate.height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height() if self._most else 3 * self._delegate.height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = _COMMANDS.get((Qt.Key(event.key()), modifiers))
        if command is None:
            super().keyPressEvent(event)
        else:
            self.commanded.emit(command)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model() is None or self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(style.colours().muted)
        area = self.viewport().rect().adjusted(16, 8, -16, -8)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self._empty)
        painter.end()
