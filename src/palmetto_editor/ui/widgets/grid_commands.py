"""What a grid's keys, buttons and menus do to its table: each is one step in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from palmetto_editor.model import edits, evidence_table, grid
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Align, Table
from palmetto_editor.references.short_names import author_and_year
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.grid_clipboard import Cells

Spot = tuple[int, int]  # row, column


class GridCommands:
    """Edits of the table that `table` names; each answers the cell to go to, or None."""

    def __init__(self, session: Session, table: Callable[[], Table | None]) -> None:
        self._session, self._ask = session, table

    @property
    def table(self) -> Table:
        """The table as it is; an empty one where none is shown."""
        return self._ask() or Table(id="")

    def place(self, row: int, column: int) -> Place:
        """Where a cell is in the article."""
        return Place("tables", self.table.id, f"rows[{row}][{column}]")

    def add_row(self, at: int) -> Spot | None:
        """An empty row before index `at`."""
        return self._do(lambda t: grid.add_row(_with_column(t), at), "Add row", (at, 0))

    def remove_rows(self, first: int, last: int) -> Spot | None:
        def change(table: Table) -> Table:
            return replace(table, rows=table.rows[:first] + table.rows[last + 1 :])

        label = "Remove row" if first == last else "Remove rows"
        return self._do(change, label, (max(0, first - (last + 1 == len(self.table.rows))), 0))

    def move_row(self, at: int, step: int, column: int) -> Spot | None:
        """Move a row up (-1) or down (1)."""
        spot = (at + step, column)
        return self._do(lambda t: grid.move_row(t, at, at + step), "Move row", spot)

    def add_column(self, at: int, row: int = 0) -> Spot | None:
        """An empty column before index `at`; the first comes with a row."""

        def change(table: Table) -> Table:
            wider = grid.add_column(table, at=at)
            return wider if wider.rows else grid.add_row(wider)

        return self._do(change, "Add column", (row, at))

    def remove_columns(self, first: int, last: int, row: int = 0) -> Spot | None:
        def change(table: Table) -> Table:
            for column in range(last, first - 1, -1):
                table = grid.remove_column(table, column)
            return table if table.columns else replace(table, rows=())

        label = "Remove column" if first == last else "Remove columns"
        left = max(0, first - (last + 1 == len(self.table.columns)))
        return self._do(change, label, (row, left))

    def move_column(self, at: int, step: int, row: int) -> Spot | None:
        """Move a column left (-1) or right (1)."""
        spot = (row, at + step)
        return self._do(lambda t: grid.move_column(t, at, at + step), "Move column", spot)

    def name_column(self, table: str, column: str, label: str) -> None:
        """Name a column of a table, both by their ids: others may be shown by now, or none."""
        columns = next((t.columns for t in self._session.article.tables if t.id == table), ())
        for at, one in enumerate(columns):
            if one.id == column:
                place = Place("tables", table, f"columns[{at}].label")
                self._session.do(edits.put(place, label, "Name column"))
                return

    def align_column(self, at: int, align: Align) -> None:
        place = Place("tables", self.table.id, f"columns[{at}].align")
        self._session.do(edits.put(place, align, "Align column"))

    def name_from_first_row(self) -> Spot | None:
        """Take the first row's cells as the columns' names."""

        def change(table: Table) -> Table:
            named = zip(table.columns, table.rows[0], strict=True)
            columns = tuple(replace(column, label=cell) for column, cell in named)
            return replace(table, columns=columns, rows=table.rows[1:])

        return self._do(change, "Name columns", (0, 0)) if self.table.rows else None

    def paste(self, row: int, column: int, cells: Cells) -> Spot | None:
        """Put cells down from a cell on; the table grows."""
        return self._do(lambda t: grid.paste(t, row, column, cells), "Paste cells", (row, column))

    def clear(self, spots: Sequence[Spot], label: str = "Clear cells") -> None:
        """Empty some cells."""
        if not spots:
            return
        wanted = set(spots)

        def change(table: Table) -> Table:
            rows = tuple(
                tuple("" if (r, c) in wanted else cell for c, cell in enumerate(cells))
                for r, cells in enumerate(table.rows)
            )
            return table if rows == table.rows else replace(table, rows=rows)

        self._do(change, label, min(spots))

    def fill(self, row: int, column: int, text: str, label: str) -> None:
        """Set one cell as a step of its own."""
        self._session.do(edits.put(self.place(row, column), text, label))

    @property
    def has_studies(self) -> bool:
        """Whether a reference says what kind of study it reports."""
        return bool(evidence_table.studies(self._session.article.references))

    def fill_from_references(self) -> Spot | None:
        """A row for each study among the references that the table does not cite yet."""
        rows = len(self.table.rows)
        done = self._session.do(evidence_table.fill(self.table.id, author_and_year))
        return (min(rows, len(self.table.rows) - 1), 0) if done else None

    def _do(self, change: Callable[[Table], Table], label: str, spot: Spot) -> Spot | None:
        if not self.table.id:
            return None
        field = f"rows[{spot[0]}][{spot[1]}]"
        done = self._session.do(edits.change_table(self.table.id, change, label, field))
        return spot if done else None


def _with_column(table: Table) -> Table:
    return table if table.columns else grid.add_column(table)
