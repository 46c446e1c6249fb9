"""What one side says, to be chosen: a radio button whose words wrap, what differs underlined."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextDocument
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from palmetto_editor.ui import style

MOST = 900  # characters that are shown; the whole is in the tooltip
_COMPARED = 2_000  # characters in which differences are looked for
_PAD, _DOT = 10, 14  # px
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Side(QRadioButton):
    """Its text is told to assistive tools; `other` is what the other side says."""

    def __init__(self, text: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text or "Nothing")
        self.setToolTip(text if len(text) > MOST else "")
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._html = marked(text, other) if text else "Nothing"
        self._is_empty = not text
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._document.setDefaultFont(self.font())
        self._document.setHtml(self._html)
        self._document.setTextWidth(max(40, width - 2 * _PAD - _DOT - 8))
        return int(self._document.size().height()) + 2 * _PAD - 4

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 36)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, on = style.colours(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        has_focus = self.hasFocus()
        lively = on or has_focus or self.underMouse()
        painter.setPen(QPen(colours.accent if lively else colours.border, 2 if has_focus else 1))
        painter.setBrush(colours.selection if on else colours.field)
        painter.drawRoundedRect(frame, 6, 6)
        self._paint_dot(painter, on)
        self._paint_words(painter)
        painter.end()

    def _paint_dot(self, painter: QPainter, on: bool) -> None:
        colours = style.colours()
        ring = QRectF(_PAD, _PAD + 1, _DOT, _DOT)
        painter.setPen(QPen(colours.accent if on else colours.muted, 1.3))
        painter.setBrush(colours.field)
        painter.drawEllipse(ring)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent)
            painter.drawEllipse(ring.adjusted(3.5, 3.5, -3.5, -3.5))

    def _paint_words(self, painter: QPainter) -> None:
        self.heightForWidth(self.width())
        colours = style.colours()
        painter.translate(_PAD + _DOT + 8, _PAD - 2)
        context = self._document.documentLayout().PaintContext()
        context.palette = QPalette(self.palette())
        colour = colours.muted if self._is_empty else colours.text
        context.palette.setColor(QPalette.ColorRole.Text, colour)
        self._document.documentLayout().draw(painter, context)


def marked(text: str, other: str) -> str:
    """HTML of a text in which the words that the other text has not are bold and underlined."""
    shown = f"{text[:MOST]}…" if len(text) > MOST else text
    if not other or len(text) > _COMPARED or len(other) > _COMPARED:
        return escape(shown)
    mine, theirs = _WORD.findall(shown), _WORD.findall(other)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    parts = []
    for kind, start, end, _, _ in matcher.get_opcodes():
        words = escape("".join(mine[start:end]))
        parts.append(words if kind == "equal" or not words else f"<b><u>{words}</u></b>")
    return "".join(parts)
