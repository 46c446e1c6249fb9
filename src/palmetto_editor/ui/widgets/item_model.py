"""A list of items as Qt's views want it: rows that follow the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from palmetto_editor.ui.widgets.item_row import ROW, Row
from palmetto_editor.ui.widgets.item_source import Source
from palmetto_editor.ui.widgets.mark import TOLD, Mark, told

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ItemModel(QAbstractListModel):
    """Shows the items of a source that pass the filter; `move` is called where a row is dropped."""

    def __init__(
        self,
        source: Source,
        describe: Callable[[Any], Row],
        move: Callable[[int, int], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._source, self._describe, self._move = source, describe, move
        self._filter: tuple[str, ...] = ()
        self._shown: list[tuple[object, int, Any]] = []  # key, index in the source, item
        self._marks: Mapping[Any, Mark] = {}
        self.refresh()

    @property
    def is_filtered(self) -> bool:
        return bool(self._filter)

    def set_filter(self, text: str) -> None:
        """Show only rows that have all of these words."""
        self._filter = tuple(text.casefold().split())
        self.refresh()

    def index_at(self, row: int) -> int:
        """The index in the source of the item on a row."""
        return self._shown[row][1]

    def row_of(self, index: int) -> int | None:
        """The row on which an item of the source is shown."""
        rows = (row for row, shown in enumerate(self._shown) if shown[1] == index)
        return next(rows, None)

    def refresh(self) -> None:
        """Take over the source's items: rows come, go and change, and the others stay."""
        new = [
            (self._source.key(index), index, item)
            for index, item in enumerate(self._source.items())
            if self._passes(item)
        ]
        start, old_end, new_end = _difference([s[0] for s in self._shown], [n[0] for n in new])
        before = self._shown
        if old_end > start:
            self.beginRemoveRows(_NOWHERE, start, old_end - 1)
            self._shown = before[:start] + before[old_end:]
            self.endRemoveRows()
        if new_end > start:
            self.beginInsertRows(_NOWHERE, start, new_end - 1)
            self._shown = new
            self.endInsertRows()
        self._shown = new
        self._tell_changes(before, start, old_end, new_end)

    def redescribe(self) -> None:
        """Rows may say something else although no item changed."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def mark(self, marks: Mapping[Any, Mark]) -> None:
        """Mark the rows of the items with these keys, and no others."""
        before, self._marks = self._marks, marks
        for row, (key, _, _) in enumerate(self._shown):
            if before.get(key) != marks.get(key):
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._shown):
            return None
        if role == ROW:
            return self._describe(self._shown[index.row()][2])
        if role in TOLD:
            return told(self._marks.get(self._shown[index.row()][0]), role)
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._describe(self._shown[index.row()][2]).words if role in words else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        drag = Qt.ItemFlag.NoItemFlags if self._filter else Qt.ItemFlag.ItemIsDragEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(self, source: Index, start: int, count: int, target: Index, before: int) -> bool:
        """What Qt calls when a row is dropped between others: `before` is the row below it."""
        if count != 1 or self._filter or not 0 <= start < len(self._shown):
            return False
        self._move(self.index_at(start), before - 1 if before > start else before)
        return True

    def _passes(self, item: Any) -> bool:
        if not self._filter:
            return True
        words = self._describe(item).words.casefold()
        return all(word in words for word in self._filter)

    def _tell_changes(
        self, before: list[tuple[object, int, Any]], start: int, old_end: int, new_end: int
    ) -> None:
        """Repaint the rows outside the replaced run whose item is another value."""
        kept = [(row, row) for row in range(start)]
        kept += zip(range(old_end, len(before)), range(new_end, len(self._shown)), strict=True)
        for old, new in kept:
            if before[old][2] is not self._shown[new][2]:
                self.dataChanged.emit(self.index(new), self.index(new))


def _difference(old: list[object], new: list[object]) -> tuple[int, int, int]:
    """`(start, old_end, new_end)`: old[start:old_end] became new[start:new_end]."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return start, len(old) - end, len(new) - end
