"""The place at which the writer is: the field with the focus, and the cursor in its text."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.model.places import Place
from palmetto_editor.ui.editor_text import code_points, text_position
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.stack import PaneStack
from palmetto_editor.ui.widgets.chips import Chips
from palmetto_editor.ui.widgets.grid_cell import CellEdit
from palmetto_editor.ui.widgets.grid_view import GridView
from palmetto_editor.ui.widgets.lines import Lines
from palmetto_editor.ui.widgets.list_form import ListForm

_AROUND = ("items", "filter")  # the list of a part's items is no field


def spot(stack: PaneStack) -> Place | None:
    """Where the writer is in the pane that is shown, as exactly as its widgets tell."""
    pane = stack.currentWidget()
    if not isinstance(pane, Pane):
        return None
    part, item = pane.parts[0], _item(pane)
    widget, point = focus_in(pane), None
    while widget is not None and widget is not pane:
        point = _cursor(widget) if point is None else point
        if isinstance(widget, GridView):
            return _at(_cell(widget, item), point)
        head, _, field = widget.objectName().partition(".")
        if head == part and field not in _AROUND and not isinstance(widget, CellEdit):
            return _at(Place(part, item, _path(widget, field)), point)
        widget = widget.parentWidget()
    return Place(part, item)


def focus_in(pane: QWidget) -> QWidget | None:
    """The widget of a pane that has the focus, or had it last."""
    focus = QApplication.focusWidget()
    return focus if focus is not None and pane.isAncestorOf(focus) else pane.focusWidget()


def _item(pane: Pane) -> str:
    """The id of the item whose form is shown."""
    place = getattr(getattr(pane, "items", None), "place", None)
    return place.item if isinstance(place, Place) else ""


def _path(widget: QWidget, field: str) -> str:
    """The path of an input, with the numbers that its name leaves out."""
    form = _form_around(widget)
    if form is not None:
        listed = form.name.partition(".")[2]
        one = listed if form.items.index is None else f"{listed}[{form.items.index}]"
        if not form.card.isAncestorOf(widget):
            return one
        field = f"{one}{field.removeprefix(listed)}"
    chips = widget.parentWidget()
    if isinstance(widget, Lines):
        return f"{field}[{widget.index}]"
    if isinstance(chips, Chips) and chips.index is not None:
        return f"{field}[{chips.index}]"
    return field


def _form_around(widget: QWidget) -> ListForm | None:
    """The list of people, topics or names that an input is in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, ListForm):
        parent = parent.parentWidget()
    return parent


def _cursor(widget: QWidget) -> int | None:
    """Which character of its text an input's cursor stands before."""
    if isinstance(widget, QLineEdit):
        return code_points(widget.text(), widget.cursorPosition())
    if isinstance(widget, QPlainTextEdit) and not isinstance(widget, Lines):
        return text_position(widget, widget.textCursor().position())
    return None


def _cell(grid: GridView, item: str) -> Place:
    cell = grid.spot
    return Place("tables", item, f"rows[{cell[0]}][{cell[1]}]" if cell else "rows")


def _at(place: Place, point: int | None) -> Place:
    return place if point is None else place.at(point, point)
