"""Summary tables: the list of them, and the selected one's caption, cells and note."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from palmetto_editor.model.edits import Change, fresh_id
from palmetto_editor.model.evidence_table import of_studies
from palmetto_editor.model.naming import SAFE_ID
from palmetto_editor.model.places import Place
from palmetto_editor.model.renaming import rename_table
from palmetto_editor.model.values import Column, Table
from palmetto_editor.references.short_names import author_and_year
from palmetto_editor.session.document import Session
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, column, row
from palmetto_editor.ui.widgets.grid import Grid
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.item_list import ItemList, Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.item_source import Part
from palmetto_editor.ui.widgets.labels import Labelled, words
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit, bind_markdown

_STUDIES = "Add a table with a row for each reference that says what was studied"
_CAPTION = "What the table shows, so that it can be read alone"


class TablesPane(Pane):
    """The form is that of the selected table; without one there is no form."""

    parts = ("tables",)
    title = "Tables"
    icon = "tables"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        studies = ("add_studies", "Table of studies", _STUDIES, self._of_studies)
        kind = replace(KIND, others=(studies,))
        self.items = ItemList(session, Part(session, "tables", "table"), kind)
        self.fields = Fields(session, "tables", lambda: self.items.place)
        self.grid = Grid(session, lambda: self.items.item)
        self.form = self._form()
        layout = column(self, GAP + 4)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(words(self.title, "title"))
        layout.addWidget(self.items)
        layout.addWidget(self.form, 1)
        self.setFocusProxy(self.items)
        self.bound = [self.items.refresh, self.show_item]
        self.items.selected.connect(self.show_item)
        self.items.edit_asked.connect(self._open)
        self.show_item()

    def show_change(self, change: Change) -> None:
        super().show_change(change)
        if change.touches("references"):
            self.grid.enable_fill()

    def show_item(self) -> None:
        """Show the selected table."""
        self.form.setVisible(self.items.index is not None)
        self.fields.refresh()
        self.grid.refresh()

    def go_to(self, place: Place) -> None:
        """Select the table of a place, then go to its field, column or cell."""
        if place.item:
            self.items.select_id(place.item)
        steps = place.steps
        if not steps:
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)
        elif steps[0] in ("rows", "columns"):
            self.grid.go(steps, place.span)
        else:
            super().go_to(place)

    def _open(self) -> None:
        """A table was added or asked for: its caption comes first."""
        caption = self.findChild(QWidget, "tables.caption")
        if caption is not None:
            caption.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self) -> QWidget:
        form = QWidget()
        ident = Ident(self.fields, "Id", SAFE_ID, self._taken, rename_table)
        caption = self._text("caption", "Caption", _CAPTION)
        layout = column(form, GAP + 4)
        layout.addWidget(row(caption, ident, shares=(3, 1)))
        layout.addWidget(self.grid, 1)
        layout.addWidget(self._text("note", "Note below the table", "Abbreviations and sources"))
        return form

    def _text(self, field: str, label: str, example: str) -> Labelled:
        editor = MarkdownEdit(compact=True, lines=(1, 5))
        editor.setObjectName(f"tables.{field}")
        editor.setPlaceholderText(example)
        self.fields.watch(bind_markdown(editor, self.session, self.fields.at(field)))
        return Labelled(label, editor)

    def _of_studies(self, items: tuple[Any, ...]) -> Table:
        return of_studies(fresh_id("t", items), self.session.article.references, author_and_year)

    def _taken(self) -> list[str]:
        return [table.id for table in self.session.article.tables]


def _row(table: Table) -> Row:
    caption = " ".join(table.caption.split())
    size = f"{len(table.rows)} × {len(table.columns)}"
    return Row(caption, aside=size, lacking=f"No caption yet ({table.id})")


def _new(items: tuple[Any, ...]) -> Table:
    columns = tuple(Column(id=f"c{number}") for number in (1, 2, 3))
    return Table(id=fresh_id("t", items), columns=columns, rows=(("",) * 3,) * 2)


KIND = Kind(
    name="tables",
    label="Tables",
    describe=_row,
    make=_new,
    copy=lambda table, items: replace(table, id=fresh_id("t", items)),
    add="Add table",
    empty="No tables yet. Add one, then paste its cells from a spreadsheet or type them.",
    lines=1,
    fitted=True,
    most=4,
)
