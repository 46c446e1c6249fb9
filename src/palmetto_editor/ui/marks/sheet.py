"""The margin of an editor: a sheet beside its words, with the signs of the lines that are seen.

It is a picture that Qt paints by itself. What Python paints would be called with every key, and
would wait for Python's lock while the page is being made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from palmetto_editor.checks.finding import Finding, Severity
from palmetto_editor.ui.widgets.mark import ICON, draw

Line = tuple[QRect, tuple[Finding, ...]]  # where in the viewport, and what begins there


class Sheet(QLabel):
    """Shows a sign for each of `lines`, which tells them anew whenever the text has moved.

    This is the one of a large editor, whose margin is within its viewport: the mouse goes through.
    """

    def __init__(self, editor: QPlainTextEdit, lines: Callable[[], Sequence[Line]]) -> None:
        super().__init__(editor)
        self._editor, self._lines = editor, lines
        self._drawn: object = None
        self.setObjectName("margin")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(self.place)
        self.hide()

    def follow(self, on: bool) -> None:
        """Show the signs and keep them beside their lines, or stop doing so."""
        if on == self.isVisibleTo(self._editor):
            return
        if on:
            self._editor.updateRequest.connect(self._on_update)
            self.place()
        else:
            self._editor.updateRequest.disconnect(self._on_update)
        self.setVisible(on)
        self.raise_()

    def renew(self) -> None:
        """Draw the signs in the colours in force."""
        self._drawn = None
        self.place()

    def place(self) -> None:
        """Be as high as the text, with the signs where their lines are."""
        room, ratio = self._room(), self.devicePixelRatioF()
        self.setGeometry(room)
        signs = [(self._sign(line), findings[0].severity) for line, findings in self._lines()]
        if room.isEmpty() or (room, ratio, signs) == self._drawn:
            return
        self._drawn = room, ratio, signs
        picture = QPixmap(room.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for area, severity in signs:
            self._draw(painter, area, severity)
        painter.end()
        self.setPixmap(picture)

    def _on_update(self, _area: QRect, _scrolled: int) -> None:
        self._moved.start()

    def _room(self) -> QRect:
        """Where it lies within the editor."""
        text = self._editor.viewport().geometry()
        return QRect(
            text.left(), text.top(), int(self._editor.document().documentMargin()), text.height()
        )

    def _sign(self, line: QRect) -> QRectF:
        return QRectF(sign(line))

    def _draw(self, painter: QPainter, area: QRectF, severity: Severity) -> None:
        draw(painter, area.toRect(), severity)


def sign(line: QRect) -> QRect:
    """Where the sign of a line is drawn."""
    return QRect(0, line.center().y() - ICON // 2, ICON, ICON)
