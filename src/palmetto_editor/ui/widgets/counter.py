"""How wide a text is in a search result, in pixels measured with a font, as it is typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.labels import set_role, words

_LIKE_ARIAL = ("Arial", "Liberation Sans", "Arimo", "Helvetica", "Nimbus Sans")
_SAMPLE = "The quick brown fox jumps over a lazy dog, 0123456789 times."
_SAMPLE_WIDTH = 28.01  # em, in Arial: the sum of the sample's advance widths


@dataclass(frozen=True, slots=True)
class Limit:
    """What a search result shows of a text: about `width` px of Arial at `size` px."""

    size: int
    width: int


TITLE = Limit(20, 600)
DESCRIPTION = Limit(14, 920)


class Measure:
    """Widths in Arial at a size in px, or in what is nearest to it here.

    Where no font of Arial's measures is installed, another one's widths are scaled by how much
    wider it sets a sample sentence.
    """

    def __init__(self, size: int) -> None:
        installed = set(QFontDatabase.families())
        like = [family for family in _LIKE_ARIAL if family in installed]
        font = QFont(like[0]) if like else QFont()
        font.setPixelSize(size)
        self._metrics = QFontMetricsF(font)
        sample = self._metrics.horizontalAdvance(_SAMPLE)
        self._scale = 1.0 if like or not sample else _SAMPLE_WIDTH * size / sample

    def width(self, text: str) -> int:
        """The width of the text on one line, in px."""
        folded = " ".join(text.split())
        return round(self._metrics.horizontalAdvance(folded) * self._scale)


class PixelCounter(QWidget):
    """A thin bar and words: "412 of about 600 px", and "may be cut" where it is more."""

    def __init__(self, limit: Limit, name: str) -> None:
        super().__init__()
        self._limit, self._measure = limit, Measure(limit.size)
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
        width, limit = self._measure.width(text), self._limit.width
        says = f"{width} of about {limit} px"
        self.label.setText(f"{says}: may be cut" if width > limit else says)
        set_role(self.label, "over" if width > limit else "hint")
        self.setAccessibleName(self.label.text())
        self._bar.show_share(width / limit)


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
