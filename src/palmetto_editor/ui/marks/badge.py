"""The sign behind a label: something is found of the input below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from palmetto_editor.ui.widgets.mark import ICON, Mark, draw

_GAP = 6  # px between the words and the sign
_AROUND = 3  # px around the sign, for the mouse


class Badge(QWidget):
    """Stands behind the words of a label; `asked` carries the findings of a click, and where."""

    asked = Signal(object, QPoint)

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        self._mark: Mark | None = None
        self.setObjectName("mark")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(ICON + 2 * _AROUND, ICON + 2 * _AROUND)
        label.installEventFilter(self)
        self.hide()

    def show_mark(self, mark: Mark | None) -> None:
        """Show another mark; None: nothing is found any more."""
        self._mark = mark
        self.setVisible(mark is not None)
        if mark is not None:
            self.setToolTip(mark.tip)
            self.setAccessibleName(mark.spoken)
            self._place()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._mark is not None:
            self.asked.emit(self._mark.findings, self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is not None:
            painter = QPainter(self)
            draw(painter, QRect(_AROUND, _AROUND, ICON, ICON), self._mark.severity)
            painter.end()

    def _place(self) -> None:
        label = self._label
        words = label.fontMetrics().horizontalAdvance(label.text())
        top = label.contentsRect().center().y() - self.height() // 2 + 1
        self.move(label.contentsRect().left() + words + _GAP - _AROUND, top)
