"""A pane: builds its widgets, shows a change that concerns it, sends edits."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from palmetto_editor.model.edits import Change
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import Refresh
from palmetto_editor.ui.editor_text import utf16_length


class Pane(QWidget):
    """The base of all panes. A subclass names its parts, builds itself and fills `bound`.

    `parts` are the attributes of Article that it edits; `title` stands in the list of parts.
    `place_wanted` carries a place, in another pane perhaps, at which the writer wants to be.
    """

    place_wanted = Signal(Place)

    parts: ClassVar[tuple[str, ...]]
    title: ClassVar[str]
    icon: ClassVar[str]

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.bound: list[Refresh] = []
        self.setObjectName(f"pane.{self.parts[0]}")
        self._unsubscribe = session.subscribe(self.show_change)

    def show_change(self, change: Change) -> None:
        """Show what the change touched of this pane's parts; nothing else costs anything."""
        if change.touches(*self.parts):
            self.refresh()

    def refresh(self) -> None:
        """Make every widget show the article as it is now."""
        for refresh in self.bound:
            refresh()

    def go_to(self, place: Place) -> None:
        """Select the item, put the focus into the field and select the span that a place names.

        The base finds the widget by its objectName; panes with items select the item first.
        """
        widget = self.findChild(QWidget, place.widget)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            select_in(widget, place)

    def close_pane(self) -> None:
        """Hear of no more changes."""
        self._unsubscribe()


def select_in(widget: QWidget, place: Place) -> None:
    """Select in an input what a place names of it: a span of its text, or one of its texts."""
    span, steps = place.span, place.steps
    select = getattr(widget, "select_span", None)
    select_text = getattr(widget, "select_text", None)
    if span and select:
        select(*span)
    elif span and isinstance(widget, QLineEdit):
        text = widget.text()
        start = utf16_length(text[: span[0]])
        widget.setCursorPosition(start)
        widget.setSelection(start, utf16_length(text[span[0] : span[1]]))
    elif select_text and steps and isinstance(steps[-1], int):
        select_text(steps[-1])
