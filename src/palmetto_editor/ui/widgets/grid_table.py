"""A table view whose columns share its width, and whose rows are as high as what they hold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from palmetto_editor.ui.widgets.grid_model import GridModel
from palmetto_editor.ui.widgets.grid_widths import column_widths

Height = Callable[[str, int, QFont], int]


class FittedTable(QTableView):
    """Only rows that are seen are measured, so that ten thousand cells cost what a page does.

    `height` tells how high a text stands in a width in px. A column that was dragged keeps its
    width.
    """

    def __init__(self, model: GridModel, head: QHeaderView, height: Height) -> None:
        super().__init__()
        self._grid, self._height = model, height
        self._fitted: set[int] = set()
        self._dragged: dict[str, int] = {}  # widths by the columns' ids
        self._is_laying_out = False
        head.setParent(self)
        self.setHorizontalHeader(head)
        self.setModel(model)
        self._set_up()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.fit_rows)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._soon.start(0))
        model.modelReset.connect(self.lay_out)
        model.rowsInserted.connect(self._on_rows)
        model.rowsRemoved.connect(self._on_rows)
        model.dataChanged.connect(self._on_data)
        model.headerDataChanged.connect(lambda *_: self.lay_out())
        head.sectionResized.connect(self._on_resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Give the columns their share of the width, and the rows seen their height."""
        if self._is_laying_out:
            return
        self._is_laying_out = True
        measure = self.fontMetrics().horizontalAdvance
        widths = column_widths(self._grid.table, self.viewport().width(), measure, self._dragged)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._is_laying_out = False
        self._fitted.clear()
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give the rows that are seen the height of their text; the others wait."""
        if not self._grid.rowCount():
            return
        row = max(0, self.rowAt(0))
        bottom = self.viewport().height()
        while row < self._grid.rowCount() and self.rowViewportPosition(row) < bottom:
            self._fit(row)
            row += 1

    def _fit(self, row: int) -> None:
        if row in self._fitted:
            return
        self._fitted.add(row)
        font = self.font()
        heights = [
            self._height(cell, self.columnWidth(column), font)
            for column, cell in enumerate(self._grid.table.rows[row])
        ]
        height = max(heights, default=0)
        if height != self.rowHeight(row):
            self.setRowHeight(row, height)

    def _set_up(self) -> None:
        mode = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(mode)
        self.setHorizontalScrollMode(mode)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.setDefaultSectionSize(32)
        side.setMinimumSectionSize(24)
        side.setHighlightSections(False)
        side.setSectionResizeMode(side.ResizeMode.Fixed)

    def _on_rows(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._fitted = {row for row in self._fitted if row < first}
        self._soon.start(0)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fitted.difference_update(range(first.row(), last.row() + 1))
        self.fit_rows()

    def _on_resized(self, column: int, _old: int, width: int) -> None:
        """A column was dragged: it keeps its width, and its rows their text."""
        if not self._is_laying_out and column < self._grid.columnCount():
            self._dragged[self._grid.table.columns[column].id] = width
            self._fitted.clear()
            self._soon.start(0)
