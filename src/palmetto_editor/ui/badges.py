"""The badge of a part: how many problems it has, with the sign of how grave they are."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from palmetto_editor.ui import style
from palmetto_editor.ui.severities import COLOURS, GRAVITY

COUNTS = Qt.ItemDataRole.UserRole + 5  # a Counter by severity
_SIGN = 13  # px
_GAP, _BETWEEN, _END = 3, 7, 8  # px: sign to number, badge to badge, and to the right end
_BEFORE = 40  # px: the row's icon and what is around it and its words


class BadgeDelegate(QStyledItemDelegate):
    """Draws the badges at the right end of a row: errors and warnings; advice where it is alone."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The words make room for the badges."""
        super().initStyleOption(option, index)
        metrics = QFontMetrics(_small(option.font))
        taken = sum(_width(number, metrics) + _BETWEEN for _, number in _chosen(option, index))
        if taken:
            room = option.rect.width() - _BEFORE - _END - taken
            cut = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, cut, room)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        badges = _chosen(option, index)
        if not badges:
            return
        painter.save()
        painter.setFont(_small(option.font))
        right = option.rect.right() - _END
        for severity, number in reversed(badges):
            right = _draw(painter, severity, number, right, option.rect) - _BETWEEN
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.87)
    small.setWeight(QFont.Weight.DemiBold)
    return small


def _chosen(
    option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
) -> list[tuple[str, int]]:
    """The badges of a row that have room beside its words."""
    taken = option.fontMetrics.horizontalAdvance(str(index.data())) + _BEFORE
    room = option.rect.width() - _END - taken
    badges = shown(index.data(COUNTS) or Counter())
    return _fitting(badges, room, QFontMetrics(_small(option.font)))


def shown(counts: Counter[str]) -> list[tuple[str, int]]:
    """Which counts are drawn, the gravest first."""
    found = [(severity, counts[severity]) for severity in GRAVITY if counts[severity]]
    grave = [badge for badge in found if badge[0] != "advice"]
    return grave or found


def _fitting(
    badges: list[tuple[str, int]], room: int, metrics: QFontMetrics
) -> list[tuple[str, int]]:
    """As many badges as there is room for beside the words, and the gravest in any case."""
    for many in range(len(badges), 1, -1):
        if sum(_width(number, metrics) + _BETWEEN for _, number in badges[:many]) <= room:
            return badges[:many]
    return badges[:1]


def _draw(painter: QPainter, severity: str, number: int, right: int, row: QRect) -> int:
    """Draw one badge that ends at `right`; where it begins."""
    left = right - _width(number, painter.fontMetrics())
    painter.setPen(getattr(style.colours(), COLOURS[severity]))
    area = QRect(left + _SIGN + _GAP, row.top(), right - left, row.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, _words(number))
    sign = QRect(left, row.center().y() - _SIGN // 2, _SIGN, _SIGN)
    style.icon(severity, COLOURS[severity]).paint(painter, sign)
    return left


def _width(number: int, metrics: QFontMetrics) -> int:
    return _SIGN + _GAP + metrics.horizontalAdvance(_words(number))


def _words(number: int) -> str:
    return f"{number}" if number < 1_000 else "999+"
