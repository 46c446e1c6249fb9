"""The bound inputs of one thing: a part, an item of it, or an item within an item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import (
    AskPlace,
    Refresh,
    bind_check,
    bind_choice,
    bind_line,
    choices,
    value_at,
)
from palmetto_editor.ui.widgets.forms import guard_wheel
from palmetto_editor.ui.widgets.labels import Labelled
from palmetto_editor.ui.widgets.lines import Lines, bind_lines


class Fields:
    """Makes inputs named `<name>.<field>` that show and send one field of the thing at a place.

    `place` is asked each time and answers None where there is no thing. Each method returns
    the input under its label; `bound` holds what shows the article's values.
    """

    def __init__(self, session: Session, name: str, place: AskPlace) -> None:
        self.session, self.name, self.place = session, name, place
        self.bound: list[Refresh] = []

    def at(self, field: str) -> AskPlace:
        """Where a field of the thing is."""

        def ask() -> Place | None:
            place = self.place()
            if place is None:
                return None
            return replace(place, field=f"{place.field}.{field}" if place.field else field)

        return ask

    def line(self, field: str, label: str, example: str = "", hint: str = "") -> Labelled:
        """A one-line text."""
        line = QLineEdit()
        line.setObjectName(f"{self.name}.{field}")
        line.setPlaceholderText(example)
        self.bound.append(bind_line(line, self.session, self.at(field)))
        return Labelled(label, line, hint)

    def choice(
        self, field: str, label: str, rows: Sequence[tuple[Any, str]], hint: str = ""
    ) -> Labelled:
        """One of several values; a value that is none of them is added as it is."""
        box = choices(QComboBox(), rows)
        box.setObjectName(f"{self.name}.{field}")
        may_shrink(box)
        known = len(rows)
        show = bind_choice(box, self.session, self.at(field))

        def show_any() -> None:
            _keep_foreign(box, known, self.value(field))
            show()

        self.bound.append(show_any)
        show_any()
        return Labelled(label, box, hint)

    def check(self, field: str, label: str) -> QCheckBox:
        """A yes or no, its label beside it."""
        box = QCheckBox(label)
        box.setObjectName(f"{self.name}.{field}")
        box.setAccessibleName(label)
        self.bound.append(bind_check(box, self.session, self.at(field)))
        return box

    def lines(self, field: str, label: str, example: str = "", hint: str = "") -> Labelled:
        """A list of texts, one on each line."""
        lines = Lines(example)
        lines.setObjectName(f"{self.name}.{field}")
        self.bound.append(bind_lines(lines, self.session, self.at(field)))
        return Labelled(label, lines, hint)

    def value(self, field: str) -> Any:
        """The article's value now; None where there is none."""
        return value_at(self.session, self.at(field))

    def watch(self, show: Callable[[], None]) -> None:
        """Have something else shown whenever the inputs are."""
        self.bound.append(show)
        show()

    def refresh(self) -> None:
        """Show the article as it is."""
        for show in self.bound:
            show()


def may_shrink(box: QComboBox) -> QComboBox:
    """Let a combo box be narrower than its longest choice, and leave the wheel to the form."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    guard_wheel(box)
    return box


def _keep_foreign(box: QComboBox, known: int, value: Any) -> None:
    """One entry beyond the `known` ones, for a value from elsewhere."""
    foreign = value is not None and value not in (box.itemData(i) for i in range(known))
    while box.count() > known and not (foreign and box.itemData(known) == value):
        box.removeItem(known)
    if foreign and box.count() == known:
        box.addItem(str(value), value)
