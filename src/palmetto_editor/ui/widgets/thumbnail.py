"""Pictures of image files, small ones for rows and a larger one for the form."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from palmetto_editor.ui import style

ROW = QSize(104, 80)  # px: twice what a row shows, for dense screens
HEIGHT = 190  # px of the large one


def load(path: Path | None, box: QSize) -> QPixmap:
    """The image at most as large as the box; a null pixmap where it cannot be read."""
    try:
        changed = path.stat().st_mtime_ns if path else 0
    except OSError:
        return QPixmap()
    return _load(str(path), changed, box.width(), box.height()) if path else QPixmap()


@lru_cache(maxsize=128)
def _load(path: str, changed: int, width: int, height: int) -> QPixmap:  # noqa: ARG001 # a key
    """Decoded at the size that is needed, so that a huge picture costs little."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size, box = reader.size(), QSize(width, height)
    scalable = path.lower().endswith(".svg")
    if size.isValid() and (scalable or size.width() > width or size.height() > height):
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


class Preview(QWidget):
    """An image on a framed ground, or words where there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._path: Path | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_file(self, path: Path | None, words: str) -> None:
        """Show the image at `path`; `words` are said where that is not possible."""
        self._path, self._words = path, words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.border)
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        room = self.rect().adjusted(10, 10, -10, -10)
        dense = self.devicePixelRatioF()
        pixmap = load(self._path, room.size() * dense)
        if pixmap.isNull():
            painter.setPen(colours.muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._words)
        else:
            size = (pixmap.size() / dense).boundedTo(room.size())
            target = QRect(room.topLeft(), size)
            target.moveCenter(room.center())
            painter.drawPixmap(target, pixmap)
        painter.end()
