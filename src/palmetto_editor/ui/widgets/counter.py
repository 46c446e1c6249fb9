"""How wide a text is in a search result, as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from palmetto_editor.checks.pixels import DESCRIPTION, TITLE, Limit, width
from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.labels import set_role, words

__all__ = ["DESCRIPTION", "TITLE", "PixelCounter"]


class PixelCounter(QWidget):
    """A thin bar and words: "412 of about 600 px", and "may be cut" where it is more."""

    def __init__(self, limit: Limit, name: str) -> None:
        super().__init__()
        self._limit = limit
        self.setObjectName(name)
        self.label: QLabel = words("", "hint")
        self.label.setWordWrap(False)
        self._bar = _Bar()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.label)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Measure a text and say how it fits."""
        wide, limit = width(text, self._limit.size), self._limit.width
        says = f"{wide} of about {limit} px"
        self.label.setText(f"{says}: may be cut" if wide > limit else says)
        set_role(self.label, "over" if wide > limit else "hint")
        self.setAccessibleName(self.label.text())
        self._bar.show_share(wide / limit)


class _Bar(QWidget):
    """The share of the room that is taken."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.colours()
        track = QRectF(0, self.height() / 2 - 2, self.width(), 4)
        taken = QRectF(track)
        taken.setWidth(track.width() * min(1.0, self._share))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen("transparent")
        painter.setBrush(colours.border)
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colours.danger if self._share > 1 else colours.accent)
        painter.drawRoundedRect(taken, 2, 2)
        painter.end()
