"""The margin of an editor in a form: small signs between its frame and its words.

The form keeps the room of its inputs as it is, so that texts stand below each other; what the
style sheet leaves at the left of the words is enough for a sign that is drawn for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from palmetto_editor.checks.finding import Finding, Severity
from palmetto_editor.ui.marks.sheet import Line, Sheet
from palmetto_editor.ui.widgets.mark import Mark, draw_small

_BORDER = 1  # px: the frame's line
_LARGEST = 7  # px: the height and width of a sign
_GAP = 1  # px: from the border to the sign, and from there to the words at least


class Gutter(Sheet):
    """A sheet with the mouse on it; `asked` carries the findings of a sign that was clicked, and a
    point of the screen.
    """

    asked = Signal(object, QPoint)

    def __init__(self, editor: QPlainTextEdit, lines: Callable[[], Sequence[Line]]) -> None:
        super().__init__(editor, lines)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        findings, line = self._at(event.position().toPoint())
        if findings and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(findings, self.mapToGlobal(line.bottomLeft()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # it is not the editor's

    def _tell(self, event: QHelpEvent) -> None:
        findings, line = self._at(event.pos())
        if findings:
            QToolTip.showText(event.globalPos(), Mark(findings).tip, self, line)
        else:
            QToolTip.hideText()

    def _at(self, point: QPoint) -> tuple[tuple[Finding, ...], QRect]:
        """What is told beside the line at a point, and the area of the same."""
        for line, findings in self._lines():
            if line.top() <= point.y() <= line.bottom():
                return findings, QRect(0, line.top(), self.width(), line.height())
        return (), QRect()

    def _room(self) -> QRect:
        """What is left of the words."""
        text = self._editor.viewport().geometry()
        width = text.left() + int(self._editor.document().documentMargin()) - _BORDER
        return QRect(_BORDER, text.top(), width, text.height())

    def _sign(self, line: QRect) -> QRectF:
        size = min(_LARGEST, self.width() - _GAP)
        left = min(_GAP, self.width() - _GAP - size)
        middle = line.top() + line.height() / 2
        return QRectF(left, middle - size / 2, size, size)

    def _draw(self, painter: QPainter, area: QRectF, severity: Severity) -> None:
        draw_small(painter, area, severity)
