"""The grid itself: keys, the clipboard, and rows as high as what they hold.

Tab and Enter move right and down (Shift back), Tab in the last cell adds a row. Typing, F2 or a
double click edits a cell; Delete empties the selected ones; Insert adds a row below, Control and
Delete removes the selected rows. Alt and an arrow moves the row or column. Control and Tab
leaves the grid.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from palmetto_editor.ui.clipboard import on_clipboard
from palmetto_editor.ui.widgets.grid_cell import CellDelegate, CellEdit
from palmetto_editor.ui.widgets.grid_clipboard import cells_of, write_cells
from palmetto_editor.ui.widgets.grid_commands import GridCommands, Spot
from palmetto_editor.ui.widgets.grid_header import GridHeader
from palmetto_editor.ui.widgets.grid_model import GridModel
from palmetto_editor.ui.widgets.grid_table import FittedTable

EMPTY = "No cells yet. Add a column, or paste cells from a spreadsheet."
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_KEY = Qt.Key


class GridView(FittedTable):
    """Shows a table and turns keys into commands. `current` tells when another cell is."""

    current = Signal()

    def __init__(self, session: Session, model: GridModel, commands: GridCommands) -> None:
        self.delegate = CellDelegate(session, commands.place)
        self.head = GridHeader(model)
        super().__init__(model, self.head, self.delegate.height)
        self._commands = commands
        self.setObjectName("tables.rows")
        self.setAccessibleName("Cells of the table")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(True)  # Tab comes as a key
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.setItemDelegate(self.delegate)
        self.delegate.opened.connect(self._hear)
        self.selectionModel().currentChanged.connect(lambda *_: self.current.emit())
        self._keys = self._table_of_keys()

    @property
    def spot(self) -> Spot | None:
        """The current cell."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go(self, spot: Spot | None) -> None:
        """Make a cell the current one, or the nearest there is."""
        rows, columns = self._grid.rowCount(), self._grid.columnCount()
        if spot is None or not rows or not columns:
            return
        index = self._grid.index(min(spot[0], rows - 1), min(spot[1], columns - 1))
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, chosen)
        self.scrollTo(index)

    def open_editor(self, span: tuple[int, int] | None = None) -> None:
        """Edit the current cell, with a span of its text selected if one is given."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if self.delegate.editor is None:
            self.edit(index)
        editor = self.delegate.editor
        if editor is not None and span is not None:
            editor.select_span(*span)

    def close_editor(self) -> None:
        """Leave the editor; what was typed stays."""
        self.delegate.close()

    def selected_block(self) -> tuple[int, int, int, int] | None:
        """The rectangle around the selected cells: first row and column, last row and column."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        if not ranges:
            return None
        return (
            min(r.top() for r in ranges),
            min(r.left() for r in ranges),
            max(r.bottom() for r in ranges),
            max(r.right() for r in ranges),
        )

    def copy(self) -> None:
        """Put the selected block on the clipboard, as spreadsheets read it."""
        block = self.selected_block()
        if block is not None:
            top, left, bottom, right = block
            rows = self._grid.table.rows[top : bottom + 1]
            QGuiApplication.clipboard().setText(write_cells([r[left : right + 1] for r in rows]))

    def cut(self) -> None:
        self.copy()
        self.clear("Cut cells")

    def clear(self, label: str = "Clear cells") -> None:
        """Empty the selected cells."""
        indexes = self.selectionModel().selectedIndexes()
        self._commands.clear([(index.row(), index.column()) for index in indexes], label)

    def paste(self) -> None:
        """Put the clipboard's cells down from the current cell on, and select them."""
        cells = cells_of(on_clipboard())
        block = self.selected_block()
        row, column = block[:2] if block else self.spot or (0, 0)
        if not cells or self._commands.paste(row, column, cells) is None:
            return
        self.go((row, column))
        last = self._grid.index(row + len(cells) - 1, column + max(map(len, cells)) - 1)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(self._grid.index(row, column), last), chosen)

    def step(self, rows: int, columns: int) -> None:
        """Go on to the next cell: at a row's end to the next row, at the last cell to a new one."""
        spot = self.spot
        if spot is None:
            return
        row, column, width = spot[0] + rows, spot[1] + columns, self._grid.columnCount()
        row, column = row + column // width, column % width
        if row >= self._grid.rowCount() and columns:
            self._commands.add_row(self._grid.rowCount())
        elif not 0 <= row < self._grid.rowCount():
            return
        self.go((row, column))

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        """Forgotten first, for as it is hidden it loses the focus, and would be closed again."""
        self.delegate.forget(editor)
        super().closeEditor(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        for standard, act in self._standard():
            if event.matches(standard):
                act()
                return
        act_of_key = self._keys.get((_KEY(event.key()), modifiers))
        if act_of_key is not None:
            act_of_key()
        elif event.text().isprintable() and event.text() and not modifiers & (_CTRL | _ALT):
            self._type(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._grid.columnCount() or not self._grid.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(style.colours().muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 8, -16, -8), int(flags), EMPTY)
            painter.end()

    def _type(self, event: QKeyEvent) -> None:
        """Begin to edit the cell with what is typed in place of what it held."""
        is_open = self.delegate.editor is not None
        if not is_open:
            self.open_editor()
        editor = self.delegate.editor
        if editor is not None:
            if not is_open:
                editor.selectAll()
            QApplication.sendEvent(editor, event)

    def _hear(self, editor: CellEdit) -> None:
        editor.left.connect(self._leave)
        editor.cancelled.connect(self._cancel)

    def _leave(self, rows: int, columns: int) -> None:
        """The editor is done: go on from its cell."""
        self.close_editor()
        if rows or columns:
            self.setFocus()
            self.step(rows, columns)

    def _cancel(self) -> None:
        """Put back what the cell held before its editor was opened."""
        spot, was = self.spot, self.delegate.was
        self.close_editor()
        self.setFocus()
        if spot is not None:
            self._commands.fill(*spot, was, "Cancel the change of a cell")

    def _standard(self) -> tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...]:
        key = QKeySequence.StandardKey
        return ((key.Copy, self.copy), (key.Cut, self.cut), (key.Paste, self.paste))

    def _table_of_keys(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        table: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (_KEY.Key_Tab, _NONE): partial(self.step, 0, 1),
            (_KEY.Key_Backtab, _NONE): partial(self.step, 0, -1),
            (_KEY.Key_Backtab, _SHIFT): partial(self.step, 0, -1),
            (_KEY.Key_Tab, _CTRL): partial(self._leave_grid, forward=True),
            (_KEY.Key_Backtab, _CTRL | _SHIFT): partial(self._leave_grid, forward=False),
            (_KEY.Key_F2, _NONE): self.open_editor,
            (_KEY.Key_Delete, _NONE): self.clear,
            (_KEY.Key_Backspace, _NONE): self.clear,
            (_KEY.Key_Insert, _NONE): self.add_row,
            (_KEY.Key_Delete, _CTRL): self.remove_rows,
            (_KEY.Key_Up, _ALT): partial(self.move_row, -1),
            (_KEY.Key_Down, _ALT): partial(self.move_row, 1),
            (_KEY.Key_Left, _ALT): partial(self.move_column, -1),
            (_KEY.Key_Right, _ALT): partial(self.move_column, 1),
        }
        for enter in (_KEY.Key_Return, _KEY.Key_Enter):
            table[enter, _NONE] = partial(self.step, 1, 0)
            table[enter, _SHIFT] = partial(self.step, -1, 0)
        return table

    def add_row(self) -> None:
        """Add a row below the current one."""
        at = self._grid.rowCount() if self.spot is None else self.spot[0] + 1
        self.go(self._commands.add_row(at))

    def remove_rows(self) -> None:
        """Remove the rows of the selected cells."""
        block = self.selected_block()
        if block is not None:
            column = self.currentIndex().column()
            spot = self._commands.remove_rows(block[0], block[2])
            self.go(spot and (spot[0], column))

    def move_row(self, step: int) -> None:
        if self.spot is not None:
            self.go(self._commands.move_row(self.spot[0], step, self.spot[1]))

    def add_column(self, offset: int = 1) -> None:
        """Add a column behind the current one (0: before it) and have it named."""
        row, column = self.spot or (0, self._grid.columnCount() - 1)
        spot = self._commands.add_column(column + offset, row)
        self.go(spot)
        if spot is not None:
            self.head.rename(spot[1])

    def remove_columns(self) -> None:
        """Remove the columns of the selected cells."""
        block = self.selected_block()
        if block is not None:
            self.go(self._commands.remove_columns(block[1], block[3], block[0]))

    def move_column(self, step: int) -> None:
        if self.spot is not None:
            self.go(self._commands.move_column(self.spot[1], step, self.spot[0]))

    def rename_column(self) -> None:
        """Edit the name of the current cell's column."""
        self.head.rename(self.spot[1] if self.spot else 0)

    def _leave_grid(self, *, forward: bool) -> None:
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
