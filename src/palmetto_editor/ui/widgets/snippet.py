"""What the article may look like in a list of search results."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from palmetto_editor.ui import style

_PAD = 14  # px


class Snippet(QWidget):
    """Address, title and two lines of the description, cut where they do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._address = self._title = self._description = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)

    def show_texts(self, address: str, title: str, description: str) -> None:
        self._address, self._title, self._description = address, title, description
        self.setAccessibleName(f"In a search result: {title}. {description}")
        self.update()

    @property
    def shown(self) -> tuple[str, str, str]:
        """Address, title and description."""
        return self._address, self._title, self._description

    def sizeHint(self) -> QSize:
        return QSize(400, 2 * _PAD + 20 + 28 + 42)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.border)
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        width = self.width() - 2 * _PAD
        area = QRect(_PAD, _PAD, width, 18)
        painter.setFont(_font(self.font(), 12))
        painter.setPen(colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, _cut(painter, self._address, width))
        area = QRect(_PAD, area.bottom() + 3, width, 26)
        painter.setFont(_font(self.font(), 18))
        painter.setPen(colours.link if self._title else colours.faint)
        title = self._title or "A title is missing"
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, _cut(painter, title, width))
        painter.setFont(_font(self.font(), 13))
        painter.setPen(colours.text if self._description else colours.faint)
        first, second = _two_lines(painter, self._description or "A description is missing", width)
        for index, line in enumerate((first, second)):
            place = QRect(_PAD, area.bottom() + 4 + 19 * index, width, 19)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()


def _font(base: QFont, size: int) -> QFont:
    font = QFont(base)
    font.setPixelSize(size)
    return font


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _two_lines(painter: QPainter, text: str, width: int) -> tuple[str, str]:
    """As many words as fit on the first line, and the rest, cut."""
    metrics = QFontMetricsF(painter.font())
    words, taken = text.split(), 0
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    taken = max(1, taken)
    return _cut(painter, " ".join(words[:taken]), width), _cut(
        painter, " ".join(words[taken:]), width
    )
