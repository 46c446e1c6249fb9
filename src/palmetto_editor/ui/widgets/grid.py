"""The editor of one table's cells: the grid with its tools above it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from palmetto_editor.model.values import Align, Table
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.buttons import IconButton
from palmetto_editor.ui.widgets.forms import column
from palmetto_editor.ui.widgets.grid_commands import GridCommands
from palmetto_editor.ui.widgets.grid_model import GridModel
from palmetto_editor.ui.widgets.grid_view import GridView

_ALIGNMENTS: tuple[tuple[Align, str], ...] = (
    ("", "As the theme has it"),
    ("left", "Left"),
    ("center", "Centred"),
    ("right", "Right"),
)


class Grid(QWidget):
    """Shows the table that `ask` gives; without one, or without cells, most tools are off."""

    def __init__(self, session: Session, ask: Callable[[], Table | None]) -> None:
        super().__init__()
        self.commands = GridCommands(session, ask)
        self.model = GridModel(ask, self)
        self.view = GridView(session, self.model, self.commands)
        self._buttons: dict[str, IconButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self._add_tools()
        layout = column(self, 6)
        layout.addLayout(self._row)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.current.connect(self._enable)
        self.view.head.named.connect(self.commands.name_column)
        self.view.head.menu_asked.connect(self._open_menu)
        self._enable()

    def refresh(self) -> None:
        """Show the table as it is, in an open cell editor too."""
        self.model.refresh()
        self.view.delegate.refresh()
        self._enable()

    def enable_fill(self) -> None:
        """Enable filling from the references where one of them is a study."""
        self._buttons["fill"].setEnabled(bool(self.model.table.id) and self.commands.has_studies)

    def go(self, steps: tuple[str | int, ...], span: tuple[int, int] | None) -> None:
        """Go to what a path below the table names: `rows`, a cell of them, or a column."""
        self.view.close_editor()
        row, column_ = 0, 0
        if steps[0] == "rows" and len(steps) > 1:
            row = int(steps[1])
            column_ = int(steps[2]) if len(steps) > 2 else 0
        elif steps[0] == "columns" and len(steps) > 1:
            column_ = int(steps[1])
        self.view.setFocus()
        self.view.go((row, column_))
        if span is not None and steps[0] == "rows":
            self.view.open_editor(span)

    def _add_tools(self) -> None:
        view = self.view
        self._tool("add_row", "table-row", "Add a row below", view.add_row, "Insert", "Row")
        self._tool("add_column", "table-column", "Add a column", view.add_column, "", "Column")
        fill = "Add a row for each reference that says what was studied"
        self._tool("fill", "references", fill, self._fill)
        self._row.addStretch(1)
        self._tool("row_up", "up", "Move this row up", partial(view.move_row, -1), "Alt+Up")
        self._tool("row_down", "down", "Move this row down", partial(view.move_row, 1), "Alt+Down")
        self._row.addSpacing(8)
        left, right = partial(view.move_column, -1), partial(view.move_column, 1)
        self._tool("column_left", "left", "Move this column to the left", left, "Alt+Left")
        self._tool("column_right", "right", "Move this column to the right", right, "Alt+Right")
        self._row.addSpacing(8)
        self._tool("rename_column", "rename", "Name this column", view.rename_column)
        align = self._tool("align", "align-left", "Align this column", None)
        align.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        align.setMenu(self._alignments(align))
        self._row.addSpacing(8)
        self._tool("remove_row", "row-remove", "Remove the rows", view.remove_rows, "Ctrl+Delete")
        self._tool("remove_column", "column-remove", "Remove the columns", view.remove_columns)

    def _tool(
        self,
        name: str,
        icon: str,
        tip: str,
        act: Callable[[], object] | None,
        keys: str = "",
        label: str = "",
    ) -> IconButton:
        button = IconButton(icon, tip, f"tables.{name}", label, keys)
        if act is not None:
            button.clicked.connect(lambda: self._act(act))
        self._buttons[name] = button
        self._row.addWidget(button)
        return button

    def _act(self, act: Callable[[], object]) -> None:
        self.view.close_editor()
        act()
        if not self.view.head.name.isVisible():
            self.view.setFocus()

    def _fill(self) -> None:
        self.view.go(self.commands.fill_from_references())

    def _alignments(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for align, label in _ALIGNMENTS:
            menu.addAction(label).triggered.connect(lambda *_, align=align: self._align(align))
        return menu

    def _align(self, align: Align) -> None:
        if self.view.spot is not None:
            self.commands.align_column(self.view.spot[1], align)

    def _open_menu(self, at: int, where: QPoint) -> None:
        """What can be done with a column, opened at its head."""
        self.view.close_editor()
        self.view.go((self.view.spot[0] if self.view.spot else 0, at))
        menu = QMenu(self)
        menu.addAction("Name…").triggered.connect(lambda: self.view.head.rename(at))
        aligned = menu.addMenu("Align")
        for action in self._alignments(aligned).actions():
            aligned.addAction(action)
        menu.addSeparator()
        menu.addAction("Add a column before").triggered.connect(lambda: self.view.add_column(0))
        menu.addAction("Add a column behind").triggered.connect(lambda: self.view.add_column())
        menu.addAction("Name columns from the first row").triggered.connect(
            lambda: self.view.go(self.commands.name_from_first_row())
        )
        menu.addSeparator()
        menu.addAction("Remove").triggered.connect(lambda: self.view.remove_columns())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _enable(self) -> None:
        """Enable what can be done at the current cell."""
        spot, table = self.view.spot, self.model.table
        rows, columns = len(table.rows), len(table.columns)
        able = {
            "row_up": spot is not None and spot[0] > 0,
            "row_down": spot is not None and spot[0] < rows - 1,
            "column_left": spot is not None and spot[1] > 0,
            "column_right": spot is not None and spot[1] < columns - 1,
            "rename_column": columns > 0,
            "align": spot is not None,
            "remove_row": spot is not None,
            "remove_column": spot is not None,
        }
        for name, on in able.items():
            self._buttons[name].setEnabled(on)
        self.enable_fill()
