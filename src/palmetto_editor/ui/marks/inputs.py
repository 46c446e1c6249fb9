"""Where a finding's Place is in a pane: the input that edits it, and the label above that."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from palmetto_editor.model.places import Place
from palmetto_editor.ui.widgets.labels import Labelled

_LABELS = ("label", "heading")
_DEPTH = 4  # how many boxes an input may stand in below what its label stands above


def input_of(owner: QWidget, place: Place) -> QWidget | None:
    """The widget of a place, or of what it is a part of: `references.issued` for its year."""
    name = place.widget
    while "." in name or name == place.widget:
        found = owner.findChild(QWidget, name)
        if found is not None:
            return found
        if "." not in name:
            return None
        name = name.rpartition(".")[0]
    return None


def label_of(input_: QWidget, within: QWidget) -> QLabel | None:
    """The label of an input, or the heading it stands under; None where it has neither."""
    own = _first(input_)
    if own is not None:
        return own
    widget: QWidget | None = input_
    for _ in range(_DEPTH):
        parent = widget.parentWidget() if widget is not None else None
        if widget is None or parent is None or widget is within:
            return None
        if isinstance(parent, Labelled):
            return parent.label
        found = _before(widget, parent)
        if found is not None:
            return found
        widget = parent
    return None


def labelled(input_: QWidget) -> Labelled | None:
    """What describes an input to assistive tools, where that is not the input itself."""
    parent = input_.parentWidget()
    return parent if isinstance(parent, Labelled) and parent.input is input_ else None


def _first(owner: QWidget) -> QLabel | None:
    """The label with which a group of inputs begins."""
    layout = owner.layout()
    item = layout.itemAt(0) if layout is not None else None
    return _label(item.widget()) if item is not None else None


def _before(widget: QWidget, parent: QWidget) -> QLabel | None:
    """The label just above a widget in its parent's layout; spaces between do not count."""
    layout = parent.layout()
    index = layout.indexOf(widget) if layout is not None else -1
    while layout is not None and index > 0:
        index -= 1
        item = layout.itemAt(index)
        above = item.widget() if item is not None else None
        if above is not None:
            return _label(above)
    return None


def _label(widget: QWidget | None) -> QLabel | None:
    is_one = isinstance(widget, QLabel) and widget.property("role") in _LABELS
    return widget if is_one and isinstance(widget, QLabel) else None
