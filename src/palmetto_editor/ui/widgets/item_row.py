"""One row of a list of items: a title, a second line, and something short at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.mark import ICON, MARK, Mark, draw

ROW = Qt.ItemDataRole.UserRole
_PAD = 10  # px at the left and right of a row
_ONE, _TWO = 34, 50  # px: the height of a row with one line, and with two


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says. `lacking` is shown in place of a title or detail that is still empty.

    `aside` stands at the right; `alarm` has the lacking words drawn as a warning, else it. A
    null picture keeps the room of one.
    """

    title: str
    detail: str = ""
    aside: str = ""
    lacking: str = ""
    alarm: bool = False
    picture: QPixmap | None = None

    @property
    def words(self) -> str:
        """All of it, for a filter and for assistive tools."""
        return ", ".join(t for t in (self.title or self.lacking, self.detail, self.aside) if t)


class RowDelegate(QStyledItemDelegate):
    """Draws a `Row`; `lines` is 1 or 2, the same for the whole list."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.lines = lines

    @property
    def height(self) -> int:
        return _ONE if self.lines == 1 else _TWO

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW)
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        drawn = option.widget.style() if option.widget else QApplication.style()
        drawn.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        area = _picture(painter, row, option.rect.adjusted(_PAD, 0, -_PAD, 0))
        area = _marked(painter, index.data(MARK), area, self.lines)
        self._write(painter, row, area, option.font)
        painter.restore()

    def _write(self, painter: QPainter, row: Row, area: QRect, font: QFont) -> None:
        colours = style.colours()
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.87)
        first, second = _halves(area) if self.lines == 2 else (area, area)
        lacking = row.lacking if row.title and not row.detail and self.lines == 2 else ""
        warned = row.alarm and not lacking
        width = _text(
            painter,
            row.aside,
            first,
            small,
            colours.warning if warned else colours.muted,
            right=True,
        )
        first = first.adjusted(0, 0, -(width + 12 if width else 0), 0)
        title = colours.text if row.title else colours.muted
        _text(painter, row.title or row.lacking, first, font, title)
        if self.lines == 2:
            colour = colours.warning if lacking and row.alarm else colours.muted
            _text(painter, row.detail or lacking, second, small, colour)


def _text(
    painter: QPainter, text: str, area: QRect, font: QFont, colour: QColor, right: bool = False
) -> int:
    """Draw one line, cut with an ellipsis; its width in px."""
    painter.setFont(font)
    painter.setPen(colour)
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, elided)
    return painter.fontMetrics().horizontalAdvance(elided)


def _marked(painter: QPainter, mark: Mark | None, area: QRect, lines: int) -> QRect:
    """Draw the sign of a mark at the right, beside the first line; the room that is left."""
    if mark is None:
        return area
    first = _halves(area)[0] if lines == 2 else area
    left, top = area.right() - ICON + 1, first.center().y() - ICON // 2
    draw(painter, QRect(left, top, ICON, ICON), mark.severity)
    return area.adjusted(0, 0, -(ICON + 8), 0)


def _halves(area: QRect) -> tuple[QRect, QRect]:
    middle = area.top() + area.height() // 2 + 1
    first = QRect(area.left(), area.top() + 4, area.width(), middle - area.top() - 4)
    second = QRect(area.left(), middle, area.width(), area.bottom() - middle - 3)
    return first, second


def _picture(painter: QPainter, row: Row, area: QRect) -> QRect:
    """Draw the picture at the left, whole and centred; the room that is left for words."""
    if row.picture is None:
        return area
    frame = QRect(area.left() - 2, area.top() + 5, 52, area.height() - 10)
    size = row.picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(frame.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, row.picture)
    return area.adjusted(frame.width() + 10, 0, 0, 0)
