"""A table of the article as Qt's views want it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from palmetto_editor.model.values import Table
from palmetto_editor.ui.widgets.mark import TOLD, Mark, sign, told

Index = QModelIndex | QPersistentModelIndex
UNNAMED = "Unnamed"
_NOWHERE = QModelIndex()
_NO_TABLE = Table(id="")
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class GridModel(QAbstractTableModel):
    """Rows and columns of the table that `ask` gives; edits go through the article, not here.

    `marked` tells that other columns may be marked now.
    """

    marked = Signal()

    def __init__(self, ask: Callable[[], Table | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self.table = ask() or _NO_TABLE
        self._cells: Mapping[tuple[int, int], Mark] = {}
        self._rows: Mapping[int, Mark] = {}
        self._columns: Mapping[int, Mark] = {}

    def refresh(self) -> None:
        """Take over the table as it is: rows that stayed the same objects are not touched."""
        old, new = self.table, self._ask() or _NO_TABLE
        if new is old:
            return
        same_columns = [c.id for c in old.columns] == [c.id for c in new.columns]
        if old.id != new.id or not same_columns:
            self.beginResetModel()
            self.table = new
            self.endResetModel()
            return
        self._replace_rows(old, new)
        if old.columns is not new.columns and new.columns:
            across = Qt.Orientation.Horizontal
            self.headerDataChanged.emit(across, 0, len(new.columns) - 1)
            self._tell(0, len(new.rows) - 1)

    def mark(
        self,
        cells: Mapping[tuple[int, int], Mark],
        rows: Mapping[int, Mark],
        columns: Mapping[int, Mark],
    ) -> None:
        """Mark these cells by row and column, these rows and these columns, and no others."""
        before = (self._cells, self._rows, self._columns)
        self._cells, self._rows, self._columns = cells, rows, columns
        if before != (cells, rows, columns) and self.table.rows and self.table.columns:
            self._tell(0, len(self.table.rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.table.rows) - 1)
            self.marked.emit()

    def column_mark(self, column: int) -> Mark | None:
        """What is found of a column as such."""
        return self._columns.get(column)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _TEXTS:
            return self.table.rows[index.row()][index.column()]
        if role in TOLD:
            return told(self._cells.get((index.row(), index.column())), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column()) | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._beside(section, role)
        if role in TOLD:
            return told(self._columns.get(section), role)
        if section >= len(self.table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.columns[section].label or UNNAMED
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section) | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """How a column's cells stand, as the page will have them."""
        return _ALIGN.get(self.table.columns[column].align, Qt.AlignmentFlag.AlignLeft)

    def _beside(self, row: int, role: int) -> Any:
        """The head of a row: its number, and the sign of what is found in it."""
        mark = self._rows.get(row)
        if role == Qt.ItemDataRole.DecorationRole and mark is not None:
            return sign(mark.severity)
        if role in TOLD:
            return told(mark, role)
        return str(row + 1) if role == Qt.ItemDataRole.DisplayRole else None

    def _replace_rows(self, old: Table, new: Table) -> None:
        start, old_end, new_end = _difference(old.rows, new.rows)
        if len(old.rows) == len(new.rows):
            self.table = new
            self._tell(start, new_end - 1)
            return
        kept = min(old_end, new_end)
        if old_end > new_end:
            self.beginRemoveRows(_NOWHERE, kept, old_end - 1)
            self.table = new
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NOWHERE, kept, new_end - 1)
            self.table = new
            self.endInsertRows()
        self._tell(start, kept - 1)

    def _tell(self, first: int, last: int) -> None:
        if first <= last and self.table.columns:
            corner = self.index(last, len(self.table.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), corner)


def _difference(
    old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...]
) -> tuple[int, int, int]:
    """`(start, old_end, new_end)`: old[start:old_end] became new[start:new_end]."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] is not new[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if old[-1 - i] is not new[-1 - i]), rest)
    return start, len(old) - end, len(new) - end
