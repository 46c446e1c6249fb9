"""One chip: a word on a pill with a cross; dragged by the mouse, opened by a double click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.mark import ICON, Mark, colour, draw

HEIGHT = 26  # px
_PAD, _CROSS = 10, 20  # px: at the sides of the word; the room of the cross
_WIDEST = 320  # px: a longer word is cut with an ellipsis


class Chip(QWidget):
    """Emits what the mouse asks for; `dragged` carries where it is, in the parent's pixels."""

    removed = Signal()
    opened = Signal()
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self.setAccessibleName(text)
        self.setToolTip(text if self.fontMetrics().horizontalAdvance(text) > _WIDEST else "")
        self.setMouseTracking(True)
        self._pressed: QPoint | None = None
        self._dragging = self._over_cross = False
        self._mark: Mark | None = None

    def mark(self, mark: Mark | None) -> None:
        """Show what is found of the word; None: nothing is."""
        if mark == self._mark:
            return
        self._mark = mark
        wide = self.fontMetrics().horizontalAdvance(self.text) > _WIDEST
        self.setToolTip(mark.tip if mark else self.text if wide else "")
        self.setAccessibleDescription(mark.spoken if mark else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        word = min(_WIDEST, self.fontMetrics().horizontalAdvance(self.text) + 1)
        sign = ICON + 4 if self._mark else 0
        return QSize(_PAD + sign + word + _CROSS + 2, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        self._over_cross = self._cross().contains(here)
        self.update()
        if self._pressed is None:
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._dragging = self._dragging or far
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.mapToParent(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed, self._pressed = self._pressed, None
        if self._dragging:
            self._dragging = False
            self.unsetCursor()
            self.dropped.emit()
        elif was_pressed and self._cross().contains(was_pressed):
            self.removed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._cross().contains(event.position().toPoint()):
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._over_cross = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colour(self._mark.severity) if self._mark else colours.border
        painter.setPen(colours.accent if self._dragging else edge)
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 13, 13)
        painter.setPen(colours.text)
        area = self.rect().adjusted(_PAD, 0, -_CROSS, 0)
        if self._mark is not None:
            draw(painter, QRect(_PAD - 2, (HEIGHT - ICON) // 2, ICON, ICON), self._mark.severity)
            area.adjust(ICON + 4, 0, 0, 0)
        word = painter.fontMetrics().elidedText(
            self.text, Qt.TextElideMode.ElideMiddle, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, word)
        painter.setPen(QPen(colours.danger if self._over_cross else colours.muted, 1.4))
        middle = self._cross().center().toPointF()
        for arm in (QPointF(3, 3), QPointF(3, -3)):
            painter.drawLine(middle - arm, middle + arm)
        painter.end()

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS - 2, 0, _CROSS, self.height())
