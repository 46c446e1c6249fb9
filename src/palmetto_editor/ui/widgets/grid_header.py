"""The head of a grid: the columns' names and how they are aligned; a name is edited in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.grid_model import UNNAMED, GridModel
from palmetto_editor.ui.widgets.mark import ICON, draw

_ICON = 14  # px
_NARROWEST = 72


class NameEdit(QLineEdit):
    """A column's name, open while it is typed. `taken` carries it and the step to the next name: 1,
    -1, or 0 for none.
    """

    taken = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tables.columns")
        self.setAccessibleName("Name of the column")
        self.is_open = False
        self.hide()

    def open(self, text: str) -> None:
        """Show the name and select it, to be typed over."""
        self.is_open = True
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Tab would leave the line before `keyPressEvent` sees it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.take(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.is_open = False
            self.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()

    def take(self, step: int = 0) -> None:
        """Leave the line, where it is open; what stands in it is the name."""
        if self.is_open:
            self.is_open = False
            self.hide()
            self.taken.emit(self.text(), step)


class GridHeader(QHeaderView):
    """`named` carries the ids of a table and its column, and the column's new name; `menu_asked` a
    column and where to open it.
    """

    named = Signal(str, str, str)
    menu_asked = Signal(int, QPoint)

    def __init__(self, grid: GridModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._grid = grid
        self._column = 0
        self._renamed = "", ""  # the ids of the table and the column
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setAccessibleName("Columns")
        self.name = NameEdit(self.viewport())
        self.name.taken.connect(self._on_name)
        grid.marked.connect(self.viewport().update)
        grid.modelReset.connect(self._on_reset)
        self.sectionDoubleClicked.connect(self.rename)
        self.sectionResized.connect(lambda *_: self._place_name())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def rename(self, column: int) -> None:
        """Edit the name of a column where it stands."""
        self.name.take()
        if 0 <= column < self._grid.columnCount():
            table = self._grid.table
            self._column, self._renamed = column, (table.id, table.columns[column].id)
            self._place_name()
            self.name.open(table.columns[column].label)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 32)

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        painter.save()
        colours = style.colours()
        painter.fillRect(rect, colours.surface)
        painter.setPen(colours.border)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if column < self._grid.columnCount():
            self._write(painter, rect.adjusted(8, 0, -8, 0), column)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, column: int) -> None:
        """The name as it stands above its cells; a chosen alignment as an icon beside it."""
        colours, shown = style.colours(), self._grid.table.columns[column]
        if shown.align:
            at_right = shown.align != "right"
            x = area.right() - _ICON + 1 if at_right else area.left()
            spot = QRect(x, area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            style.icon(f"align-{shown.align}", role="faint").paint(painter, spot)
            gap = _ICON + 6
            area = area.adjusted(0, 0, -gap, 0) if at_right else area.adjusted(gap, 0, 0, 0)
        mark = self._grid.column_mark(column)
        if mark is not None:
            x = area.left() if shown.align == "right" else area.right() - ICON + 1
            draw(painter, QRect(x, area.center().y() - ICON // 2, ICON, ICON), mark.severity)
            gap = ICON + 6
            area = (
                area.adjusted(gap, 0, 0, 0)
                if shown.align == "right"
                else area.adjusted(0, 0, -gap, 0)
            )
        font = painter.font()
        font.setWeight(font.Weight.DemiBold)
        font.setPointSizeF(self.font().pointSizeF())
        painter.setFont(font)
        painter.setPen(colours.text if shown.label else colours.faint)
        text = " ".join(shown.label.split()) or UNNAMED
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = self._grid.alignment(column) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, elided)

    def _place_name(self) -> None:
        left = self.sectionViewportPosition(self._column)
        self.name.setGeometry(left, 0, max(120, self.sectionSize(self._column)), self.height())

    def _on_name(self, text: str, step: int) -> None:
        self.named.emit(*self._renamed, text)
        if step:
            self.rename(self._column + step)

    def _on_reset(self) -> None:
        """The columns are others, or another table's: an open name is taken, after this change."""
        if self.name.is_open:
            renamed = self._renamed
            QTimer.singleShot(0, self.name, lambda: self._take(renamed))

    def _take(self, renamed: tuple[str, str]) -> None:
        if self._renamed == renamed:
            self.name.take()

    def _on_menu(self, spot: QPoint) -> None:
        column = self.logicalIndexAt(spot)
        if column >= 0:
            self.menu_asked.emit(column, self.viewport().mapToGlobal(spot))
