"""The authors, editors or translators of a work: CSL names, typed one by one or pasted at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Name
from palmetto_editor.references.cited_names import inverted
from palmetto_editor.references.names import read_names
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.list_form import ListForm


class Names(ListForm):
    """The names at one field of a work; `work` makes the inputs of the work itself.

    Enter in the line above the list adds all the names in it; a list that ends in "et al." is
    marked as cut.
    """

    first = "family"

    def __init__(self, work: Fields, field: str, label: str, noun: str) -> None:
        self._work, self._field, self._of = work, field, work.place()
        super().__init__(work.session, _kind(f"{work.name}.{field}", label), noun, work.at(field))
        self.setAccessibleName(label)
        self.line = QLineEdit()
        self.line.setObjectName(f"{self.name}.names")
        self.line.setAccessibleName(f"{label}: add names")
        self.line.setPlaceholderText("Add names: Howard AD, Feighner SD, et al.")
        self.line.returnPressed.connect(self.add_names)
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.items)
            layout.removeWidget(self.card)
            for part in (self.line, self.items, self.card):
                layout.addWidget(part)
        fields, form = self.fields, self.card.column
        given = fields.line("given", "Given name", "A. D.")
        family = fields.line("family", "Family name", "Howard")
        suffix = fields.line("suffix", "Suffix", "Jr.")
        form.addWidget(row(given, family, suffix, shares=(4, 5, 2)))
        between = fields.line("non-dropping-particle", "Particle", "van")
        dropping = fields.line("dropping-particle", "Dropped particle", "de")
        literal = fields.line("literal", "Or an institution", "World Health Organization")
        form.addWidget(row(between, dropping, literal, shares=(3, 3, 5)))
        work.watch(self.refresh)

    def refresh(self) -> None:
        """Show the names; those of another work from the first one on."""
        super().refresh()
        if self._of != self._work.place():
            self._of = self._work.place()
            self.items.select(0)

    def add_names(self) -> None:
        """Add what stands in the line to the end of the list, as one step."""
        read = read_names(self.line.text())
        at = self._work.at(self._field)()
        whole = self._work.at("palmetto.authors_truncated")()
        if at is None or whole is None or not read.names:
            return
        before = self.items.count
        edit = edits.put(at, (*self._work.value(self._field), *read.names), "Add names")
        if read.truncated and self._field == "author":
            edit = edits.both(edit, edits.put(whole, True))
        self.line.clear()
        self._work.session.do(edit)
        self.items.select(before)


def _kind(name: str, label: str) -> Kind:
    return Kind(
        name=name,
        label=label,
        describe=_row,
        make=lambda _: Name(),
        copy=lambda person, _: replace(person),
        add="Name",
        lines=1,
        fitted=True,
        most=4,
    )


def _row(name: Name) -> Row:
    aside = "institution" if name.literal else ""
    return Row(inverted(name), aside=aside, lacking="A name is missing")
