"""Records on their way in, as a table: a tick, the cells, and what is to be known of the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from palmetto_editor.model.csl import Reference
from palmetto_editor.session.bringing import Row, judged
from palmetto_editor.session.import_cells import (
    COLUMNS,
    Column,
    cell,
    confidence,
    doubtful,
    is_doubtful,
    retyped,
)
from palmetto_editor.ui import style
from palmetto_editor.ui.panes.reference_fields import TYPES

Index = QModelIndex | QPersistentModelIndex
HEADS = (
    "Include", "Type", "Authors", "Year", "Title", "Published in", "Volume, pages", "Identifier",
    "Remarks",
)  # fmt: skip
TICK, TOLD = 0, len(HEADS) - 1
DOUBT = Qt.ItemDataRole.UserRole + 1
FIRST = 1  # the column of the first cell
_NOWHERE = QModelIndex()
_TYPES = dict(TYPES)
_EXPECTED: dict[Column, str] = {
    "identifier": "This is no DOI, PMID, PMCID, ISBN or web address.",
    "numbers": "Volume, issue and pages are written 273(5277):974–977.",
}


class RecordModel(QAbstractTableModel):
    """The rows of an import; every change of one is judged against the list's `existing` works.

    `refused` carries why a text cannot stand in a cell.
    """

    refused = Signal(str)

    def __init__(self, rows: Sequence[Row], existing: Sequence[Reference]) -> None:
        super().__init__()
        self.rows = list(rows)
        self._existing = existing
        self._doubts = [len(doubtful(row.record)) for row in self.rows]

    @property
    def doubts(self) -> int:
        """How many cells of ticked rows are doubtful."""
        return sum(compress(self._doubts, (row.take for row in self.rows)))

    @property
    def taken(self) -> int:
        return sum(row.take for row in self.rows)

    def next_doubt(self, places: Sequence[int], after: tuple[int, int]) -> tuple[int, int] | None:
        """The next doubtful cell of a ticked row, as (index in `places`, column); from the top
        where there is none after that one.
        """
        number = len(places)
        for step in range(number + 1):
            at = (after[0] + step) % number if number else 0
            if not number or not self._doubts[places[at]] or not self.rows[places[at]].take:
                continue
            cells = [FIRST + COLUMNS.index(c) for c in doubtful(self.rows[places[at]].record)]
            later = [cell for cell in cells if step or cell > after[1]]
            if later:
                return at, later[0]
        return None

    def tick(self, rows: Sequence[int], on: bool) -> None:
        """Take these rows or leave them."""
        for at in rows:
            self.rows[at] = replace(self.rows[at], take=on)
        if rows:
            self._changed(min(rows), max(rows))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TICK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.column() == TOLD else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, at = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.ForegroundRole:
            return None if row.take else style.colours().muted
        if at == TICK:
            return _tick(row, role)
        if at == TOLD:
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return _told(row) if role in shown else None
        return _of_cell(row, COLUMNS[at - FIRST], role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        at, row = index.row(), self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            self.tick([at], Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole or not FIRST <= index.column() < TOLD:
            return False
        column = COLUMNS[index.column() - FIRST]
        record = retyped(row.record, column, str(value))
        if record is None:
            self.refused.emit(_EXPECTED.get(column, "This cannot stand here."))
            return False
        if record is not row.record:
            self.rows[at] = judged(replace(row, record=record), self._existing)
            self._doubts[at] = len(doubtful(record))
            self._changed(at, at)
        return True

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(HEADS) - 1))


class RecordFilter(QSortFilterProxyModel):
    """Shows all rows, or those that the writer should look at."""

    KINDS = (
        ("all", "All"),
        ("doubtful", "Doubtful"),
        ("met", "In the list already"),
        ("taken", "Included"),
    )

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self._model = model
        self._shown: frozenset[int] | None = None
        self.setSourceModel(model)
        self.setDynamicSortFilter(False)  # a row stays while it is being mended

    def show_only(self, kind: str) -> None:
        """Show the rows that are of a kind now."""
        rows = range(len(self._model.rows))
        self._shown = None if kind == "all" else frozenset(r for r in rows if self._is(r, kind))
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._shown is None or source_row in self._shown

    def _is(self, at: int, kind: str) -> bool:
        row = self._model.rows[at]
        if kind == "doubtful":
            return bool(doubtful(row.record))
        return row.is_met if kind == "met" else row.take


def _tick(row: Row, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.met
    if role == Qt.ItemDataRole.CheckStateRole:
        return Qt.CheckState.Checked if row.take else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.DecorationRole and row.record.remarks:
        return style.icon("advice", "warning")
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{'Included' if row.take else 'Not included'}. {_told(row)}".rstrip()
    if role == Qt.ItemDataRole.ToolTipRole:
        return _told(row) or "Whether this record is brought in"
    return None


def _of_cell(row: Row, column: Column, role: int) -> Any:
    text, in_doubt = cell(row.record.reference, column), is_doubtful(row.record, column)
    if role == Qt.ItemDataRole.EditRole:
        return text
    if role == Qt.ItemDataRole.DisplayRole:
        return _TYPES.get(text, text) if column == "type" else text
    if role == DOUBT:
        return in_doubt
    if role == Qt.ItemDataRole.DecorationRole and in_doubt:
        return style.icon("warning", "warning")
    if role == Qt.ItemDataRole.AccessibleTextRole and in_doubt:
        return f"{text or 'empty'}, doubtful"
    if role == Qt.ItemDataRole.ToolTipRole:
        how = f"Read with {confidence(row.record, column):.0%} certainty. Press Enter to check it."
        return f"{text}\n\n{how}".strip() if in_doubt else text
    return None


def _told(row: Row) -> str:
    return " ".join(part for part in (row.meets, *row.record.remarks) if part)
