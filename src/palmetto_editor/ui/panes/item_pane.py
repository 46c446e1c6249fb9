"""A pane for a list of the article: the list above, the form of the selected item below."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, FormArea, column
from palmetto_editor.ui.widgets.item_list import ItemList, Kind
from palmetto_editor.ui.widgets.item_source import Part
from palmetto_editor.ui.widgets.labels import words


def rename_item(part: str, old: str, new: str) -> Edit:
    """Give an item another id where no text names it by its id."""
    edit = edits.put(Place(part, old, "id"), new, "Change the id")
    return replace(edit, place=Place(part, new, "id"))


class ItemPane(Pane):
    """The base of the FAQ, references, links and images panes.

    A subclass fills `form.column` with inputs made by `fields`, and names in `first` the field
    that gets the focus when an item is added or opened.
    """

    first = ""

    def __init__(self, session: Session, kind: Kind, noun: str, hint: str = "") -> None:
        super().__init__(session)
        self.part = self.parts[0]
        self.items = ItemList(session, Part(session, self.part, noun), kind)
        self.fields = Fields(session, self.part, lambda: self.items.place)
        self.form = FormArea()
        self.top = self._top(hint)
        self._splitter = splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName(f"splitter.{self.part}")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.top)
        splitter.addWidget(self.form)
        splitter.setStretchFactor(1, 1)
        self.give_room(270, 530)
        column(self, 0).addWidget(splitter)
        self.form.setVisible(self.items.index is not None)
        self.bound = [self.items.refresh, self.show_item]
        self.items.selected.connect(self.show_item)
        self.items.edit_asked.connect(self.open_form)

    def give_room(self, list_: int, form: int) -> None:
        """Share the height between the list and the form, in px of a pane that has as many."""
        self._splitter.setSizes([list_, form])

    def show_item(self) -> None:
        """Show the selected item in the form; without one there is no form."""
        self.form.setVisible(self.items.index is not None)
        self.fields.refresh()

    def open_form(self) -> None:
        """Put the focus into the form's first field."""
        widget = self.findChild(QWidget, f"{self.part}.{self.first}")
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: Place) -> None:
        """Select the item of a place, then put the focus into its field, or on the list."""
        if place.item:
            self.items.select_id(place.item)
        if place.field:
            super().go_to(place)
            focus = self.focusWidget()
            if focus is not None and self.form.isAncestorOf(focus):
                self.form.reveal(focus)
        else:
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def taken(self) -> list[str]:
        """The ids of all items."""
        return [item.id for item in getattr(self.session.article, self.part)]

    def _top(self, hint: str) -> QWidget:
        top = QWidget()
        layout: QVBoxLayout = column(top, GAP)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        layout.addWidget(words(self.title, "title"))
        if hint:
            layout.addWidget(words(hint, "hint"))
        layout.addWidget(self.items, 1)
        return top
