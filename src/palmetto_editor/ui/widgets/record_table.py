"""The table in which records are looked at before they come into the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from palmetto_editor.ui import style
from palmetto_editor.ui.panes.reference_fields import TYPES
from palmetto_editor.ui.widgets.record_model import (
    DOUBT,
    FIRST,
    HEADS,
    TICK,
    TOLD,
    RecordFilter,
    RecordModel,
)

Index = QModelIndex | QPersistentModelIndex
_TYPE = 1
_PAD = 5  # px, as the style sheet pads these cells
_WIDTHS = (84, 116, 158, 78, 226, 148, 142, 144)  # px
_MET = 192  # px of the first column where it names a work that is met
_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class RecordTable(QTableView):
    """Space ticks the selected rows, Enter opens a cell, F8 goes to the next doubtful one.

    `row_shown` carries the row of the model that is the current one, or -1.
    """

    row_shown = Signal(int)

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.records, self.filter = model, RecordFilter(model)
        self.setObjectName("import.records")
        self.setAccessibleName("Records that were read")
        self.setModel(self.filter)
        self.setItemDelegate(RecordDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(32)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, width in enumerate(_WIDTHS):
            self.setColumnWidth(at, width)
        if any(row.is_met for row in model.rows):
            self.setColumnWidth(TICK, _MET)
        self.setProperty("role", "records")
        self.selectionModel().currentChanged.connect(self._tell)
        self.filter.modelReset.connect(lambda: self._tell(self.currentIndex()))

    def tick_all(self, on: bool) -> None:
        """Tick or untick every row that is shown."""
        shown = (self.filter.index(row, 0) for row in range(self.filter.rowCount()))
        self.records.tick([self.filter.mapToSource(index).row() for index in shown], on)

    def go_to_doubt(self) -> bool:
        """Make the next doubtful cell of a ticked row the current one, from the top at the end."""
        current = self.currentIndex()
        here = (current.row(), current.column()) if current.isValid() else (0, 0)
        places = [self._source(row) for row in range(self.filter.rowCount())]
        found = self.records.next_doubt(places, here)
        if found is not None:
            index = self.filter.index(*found)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _EDIT:  # an editor hands Enter on; it must not reach the dialog's button
            self._open_cell()
        elif self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif event.key() == Qt.Key.Key_F8:
            self.go_to_doubt()
        else:
            super().keyPressEvent(event)

    def _open_cell(self) -> None:
        current = self.currentIndex()
        is_cell = current.isValid() and FIRST <= current.column() < TOLD
        if is_cell and self.state() != QAbstractItemView.State.EditingState:
            self.edit(current)

    def _toggle(self) -> None:
        chosen = {self._source(index.row()) for index in self.selectionModel().selectedRows(TICK)}
        if chosen:
            on = not all(self.records.rows[row].take for row in chosen)
            self.records.tick(sorted(chosen), on)

    def _source(self, row: int) -> int:
        return self.filter.mapToSource(self.filter.index(row, 0)).row()

    def _tell(self, current: QModelIndex) -> None:
        self.row_shown.emit(self._source(current.row()) if current.isValid() else -1)


class RecordDelegate(QStyledItemDelegate):
    """Underlines what is doubtful with dots, beside its sign; outlines the current cell."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right
        option.decorationSize = QSize(14, 14)
        if index.column() == TICK:
            option.decorationPosition = QStyleOptionViewItem.Position.Left

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not has_focus and not index.data(DOUBT):
            return
        painter.save()
        if index.data(DOUBT):
            self._underline(painter, option, index)
        if has_focus:
            painter.setPen(QPen(style.colours().accent, 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() != _TYPE:
            editor = super().createEditor(parent, option, index)
            editor.setObjectName(f"import.{HEADS[index.column()].casefold()}")
            editor.setAccessibleName(HEADS[index.column()])
            return editor
        box = QComboBox(parent)
        box.setObjectName("import.type")
        box.setAccessibleName("Type")
        for value, label in TYPES:
            box.addItem(label, value)
        own = index.data(Qt.ItemDataRole.EditRole)
        if box.findData(own) < 0:
            box.addItem(own, own)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QComboBox):
            index.model().setData(index, editor.currentData())
        else:
            super().setModelData(editor, index.model(), index)

    def _underline(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        room = option.rect.adjusted(_PAD + 3, 0, -_PAD - 21, 0)
        width = min(room.width(), option.fontMetrics.horizontalAdvance(text) or room.width())
        line = QRect(
            room.left(), room.center().y() + option.fontMetrics.ascent() // 2 + 4, width, 1
        )
        painter.setPen(QPen(style.colours().warning, 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(line.topLeft(), line.topRight())
