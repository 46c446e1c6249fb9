"""Telling when a widget has been painted, at no cost for the paints after that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget


class NextPaint(QObject):
    """Emits a signal after the next paint of a widget, once.

    An override of paintEvent would be called with every key, and would wait for Python's lock
    while the page is being made.
    """

    def __init__(self, widget: QWidget, painted: SignalInstance) -> None:
        super().__init__(widget)
        self._painted = painted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        self._painted.emit()
        self.deleteLater()
