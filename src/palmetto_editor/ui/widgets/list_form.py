"""A list within a form, with the form of its selected item on a card below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import GAP, Card, column
from palmetto_editor.ui.widgets.item_list import ItemList, Kind
from palmetto_editor.ui.widgets.item_source import Within
from palmetto_editor.ui.widgets.labels import words


class ListForm(QWidget):
    """The base of the lists of people, topics and names; a subclass fills `card.column`.

    `at` answers where the tuple is; `first` names the field that gets the focus.
    """

    first = "name"

    def __init__(self, session: Session, kind: Kind, noun: str, at: AskPlace) -> None:
        super().__init__()
        self.name = kind.name
        self.items = ItemList(session, Within(session, at, noun), kind)
        self.fields = Fields(session, kind.name, lambda: self.items.place)
        self.card = Card()
        layout = column(self, GAP)
        if kind.label:
            layout.addWidget(words(kind.label, "label"))
        layout.addWidget(self.items)
        layout.addWidget(self.card)
        self.items.selected.connect(self._show_item)
        self.items.edit_asked.connect(self._open)
        self.setFocusProxy(self.items)

    def refresh(self) -> None:
        """Show the article as it is."""
        self.items.refresh()
        self._show_item()

    def _show_item(self) -> None:
        self.card.setVisible(self.items.index is not None)
        self.fields.refresh()

    def _open(self) -> None:
        widget = self.findChild(QWidget, f"{self.name}.{self.first}")
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


def select_within(owner: QWidget, place: Place) -> None:
    """Select the person, topic or name that a place is in, in whichever list of `owner` it is."""
    steps = place.steps
    for listed in owner.findChildren(ListForm):
        if len(steps) > 1 and listed.name == f"{place.part}.{steps[0]}":
            listed.items.select(int(steps[1]))
