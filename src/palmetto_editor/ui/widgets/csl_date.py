"""A CSL date: year, month and day as far as they are known, a span, or words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from palmetto_editor.model.csl import Date
from palmetto_editor.ui.binding import choices
from palmetto_editor.ui.widgets.fields import Fields, may_shrink
from palmetto_editor.ui.widgets.forms import column, row
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.nested import Nested

Parts = tuple[int, ...]
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = ("Spring", "Summer", "Autumn", "Winter")  # CSL writes them as months 13 to 16


class CslDate(QWidget):
    """The inputs of a date, named `references.issued.year`… for the field `issued`.

    A second row stands for the end of a span; it is shown where there is one. What numbers
    cannot say has inputs of its own, shown if `words_too` or where something stands in them.
    """

    def __init__(self, fields: Fields, field: str, label: str, words_too: bool) -> None:
        super().__init__()
        self._nested = Nested(fields, field, Date())
        self.setObjectName(f"{fields.name}.{field}")
        self.setAccessibleName(label)
        layout = column(self, 6)
        layout.addWidget(words(label, "label"))
        first = PartsRow(fields, f"{field}.date-parts", "", lambda: self._get(0), self._put_first)
        last = PartsRow(fields, f"{field}.end", " of the end", lambda: self._get(1), self._put_end)
        layout.addWidget(first)
        layout.addWidget(last)
        fields.watch(lambda: last.setVisible(len(self._nested.get("date_parts")) > 1))
        self.setFocusProxy(first.year)
        literal = self._nested.line("literal", "In words instead", "in press")
        circa = self._nested.check("circa", "About (circa)")
        circa.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        beside = row(literal, circa, shares=(1, 0))
        beside_layout = beside.layout()
        if beside_layout is not None:
            beside_layout.setAlignment(circa, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(beside)
        if not words_too:
            fields.watch(lambda: beside.setVisible(self._has_words()))

    def _has_words(self) -> bool:
        return bool(self._nested.get("literal") or self._nested.get("circa"))

    def _get(self, index: int) -> Parts:
        parts: tuple[Parts, ...] = self._nested.get("date_parts")
        return parts[index] if len(parts) > index else ()

    def _put_first(self, parts: Parts) -> None:
        rest = self._nested.get("date_parts")[1:]
        self._nested.send("date_parts", (parts, *rest) if parts or rest else (), typing=True)

    def _put_end(self, parts: Parts) -> None:
        first = self._nested.get("date_parts")[:1]
        self._nested.send("date_parts", (*first, parts) if parts else first, typing=True)


class PartsRow(QWidget):
    """Year, month, day; a month without a year is kept in the form until the year is there."""

    def __init__(
        self,
        fields: Fields,
        name: str,
        of: str,
        get: Callable[[], Parts],
        send: Callable[[Parts], None],
    ) -> None:
        super().__init__()
        self._get, self._send, self._place = get, send, fields.place
        self._shown_at: object = None
        self.setObjectName(f"{fields.name}.{name}")
        prefix = f"{fields.name}.{name.removesuffix('.date-parts')}"
        self.year, self.month, self.day = QLineEdit(), QComboBox(), QLineEdit()
        may_shrink(choices(self.month, _months()))
        for input_, part in ((self.year, "Year"), (self.month, "Month"), (self.day, "Day")):
            input_.setObjectName(f"{prefix}.{part.lower()}")
            input_.setAccessibleName(f"{part}{of}")
            input_.setToolTip(f"{part}{of}")
        self.year.setPlaceholderText("Year")
        self.day.setPlaceholderText("Day")
        self.year.textEdited.connect(lambda _: self._on_edit())
        self.day.textEdited.connect(lambda _: self._on_edit())
        self.month.activated.connect(lambda _: self._on_edit())
        column(self).addWidget(row(self.year, self.month, self.day, shares=(3, 4, 2)))
        self.setFocusProxy(self.year)
        fields.watch(self._show)

    @property
    def parts(self) -> Parts:
        """As much as is whole from the year on."""
        year, day = _number(self.year.text()), _number(self.day.text())
        month: int = self.month.currentData() or 0
        if year is None:
            return ()
        return (year, month, day) if month and day else (year, month) if month else (year,)

    def _on_edit(self) -> None:
        self._send(self.parts)

    def _show(self) -> None:
        parts, place = self._get(), self._place()
        as_typed = place == self._shown_at and self.parts == parts
        self._shown_at = place
        if as_typed:
            return
        year, month, day = (*parts, 0, 0, 0)[:3] if parts else (None, 0, 0)
        self.year.setText("" if year is None else str(year))
        if self.month.findData(month) < 0:
            self.month.addItem(str(month), month)
        self.month.setCurrentIndex(self.month.findData(month))
        self.day.setText(str(day) if day else "")


def _months() -> list[tuple[Any, str]]:
    named = [(number, month) for number, month in enumerate((*MONTHS, *SEASONS), 1)]
    return [(0, "Month"), *named]


def _number(text: str) -> int | None:
    """A year may be before the common era; what is no number is nothing yet."""
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None
