"""The margin of a large editor: a clear sheet over it, with the signs of the lines that are seen.

It is a picture that Qt paints by itself. What Python paints would be called with every key, and
would wait for Python's lock while the page is being made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from palmetto_editor.ui.marks.gutter import Line
from palmetto_editor.ui.widgets.mark import ICON, draw


class Sheet(QLabel):
    """Shows signs at the left of the viewport, `width` px wide; `lines` tells them anew whenever
    the text has moved. The mouse goes through it to the viewport.
    """

    def __init__(
        self, editor: QPlainTextEdit, width: int, lines: Callable[[], Sequence[Line]]
    ) -> None:
        super().__init__(editor)
        self._editor, self._width, self._lines = editor, width, lines
        self._drawn: object = None
        self.setObjectName("margin")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(self._draw)
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

    def place(self) -> None:
        """Be as high as the text."""
        self._draw()

    def renew(self) -> None:
        """Draw the signs in the colours in force."""
        self._drawn = None
        self._draw()

    def _on_update(self, _area: QRect, _scrolled: int) -> None:
        self._moved.start()

    def _draw(self) -> None:
        text = self._editor.viewport().geometry()
        room = QRect(text.left(), text.top(), self._width, text.height())
        signs = [(sign(line), findings[0].severity) for line, findings in self._lines()]
        ratio = self.devicePixelRatioF()
        if (room, ratio, signs) == self._drawn:
            return
        self._drawn = room, ratio, signs
        self.setGeometry(room)
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for area, severity in signs:
            draw(painter, area, severity)
        painter.end()
        self.setPixmap(picture)


def sign(line: QRect) -> QRect:
    """Where the sign of a line is drawn."""
    return QRect(0, line.center().y() - ICON // 2, ICON, ICON)
