"""Inputs of a value that may be missing, such as a date or the evidence of a reference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from palmetto_editor.model import edits
from palmetto_editor.ui.binding import choices
from palmetto_editor.ui.widgets.fields import Fields, may_shrink
from palmetto_editor.ui.widgets.labels import Labelled
from palmetto_editor.ui.widgets.typed import typed

W = TypeVar("W", bound=QWidget)


class Nested:
    """The first input that is filled makes the value, the last one that is emptied removes it.

    `empty` is the value with nothing in it; `field` is where it is in the thing of `fields`.
    """

    def __init__(self, fields: Fields, field: str, empty: Any) -> None:
        self._fields, self._field, self._empty = fields, field, empty

    def get(self, name: str) -> Any:
        """An attribute now; that of the empty value where there is none."""
        return getattr(self._fields.value(self._field) or self._empty, name)

    def send(self, name: str, value: Any, typing: bool = False) -> None:
        """Set an attribute, as one edit at the place of its input."""
        whole = self._fields.at(self._field)()
        at = self._fields.at(f"{self._field}.{_json(name)}")()
        if at is None or whole is None:
            return
        new = replace(self._fields.value(self._field) or self._empty, **{name: value})
        edit = replace(edits.put(whole, None if new == self._empty else new), place=at)
        self._fields.session.do(typed(edit) if typing else edit)

    def line(self, name: str, label: str, example: str = "") -> Labelled:
        """A text."""
        line = self.named(QLineEdit(), name)
        line.setPlaceholderText(example)

        def send(text: str) -> None:
            self.send(name, text, typing=True)

        follow(self._fields, line, lambda: str(self.get(name)), send)
        return Labelled(label, line)

    def number(self, name: str, label: str, example: str = "") -> Labelled:
        """A number of at most nine digits, or nothing."""
        line = self.named(QLineEdit(), name)
        line.setPlaceholderText(example)

        def send(text: str) -> None:
            digits = "".join(c for c in text if c in "0123456789")[:9]
            if digits != text:
                line.setText(digits)
            self.send(name, int(digits) if digits else None, typing=True)

        def shown() -> str:
            value = self.get(name)
            return "" if value is None else str(value)

        follow(self._fields, line, shown, send)
        return Labelled(label, line)

    def check(self, name: str, label: str) -> QCheckBox:
        """A yes or no."""
        box = self.named(QCheckBox(label), name)
        box.setAccessibleName(label)
        box.clicked.connect(lambda checked: self.send(name, checked))
        self._fields.watch(lambda: box.setChecked(bool(self.get(name))))
        return box

    def choice(self, name: str, label: str, rows: Sequence[tuple[Any, str]]) -> Labelled:
        """One of several values."""
        box = may_shrink(choices(self.named(QComboBox(), name), rows))
        box.activated.connect(lambda index: self.send(name, box.itemData(index)))
        self._fields.watch(lambda: box.setCurrentIndex(box.findData(self.get(name))))
        return Labelled(label, box)

    def named(self, widget: W, name: str) -> W:
        """The widget, with the objectName of an attribute."""
        widget.setObjectName(f"{self._fields.name}.{self._field}.{_json(name)}")
        return widget


def follow(
    fields: Fields, line: QLineEdit, shown: Callable[[], str], send: Callable[[str], None]
) -> None:
    """Have a line show one text and send another when it is typed in."""

    def show() -> None:
        if line.text() != shown():
            line.setText(shown())
            if not line.hasFocus():
                line.setCursorPosition(0)

    line.textEdited.connect(send)
    fields.watch(show)


def _json(name: str) -> str:
    return name.replace("_", "-")
