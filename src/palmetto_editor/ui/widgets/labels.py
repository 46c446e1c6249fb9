"""Words around inputs: a label above, a hint below, a heading over a group."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from palmetto_editor.ui.widgets.forms import column


def words(text: str, role: str, name: str = "") -> QLabel:
    """A label in one of the roles of the style sheet: label, hint, heading, over."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setObjectName(name)
    label.setIndent(0)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role in ("hint", "over"))
    return label


class Labelled(QWidget):
    """An input under its label, with a hint below it: hidden and shown as one."""

    def __init__(self, text: str, input_: QWidget, hint: str = "") -> None:
        super().__init__()
        self.input = input_
        self.label = words(text, "label")
        self.label.setBuddy(input_)
        if not input_.accessibleName():
            input_.setAccessibleName(text)
        self._hint, self._noted = hint, ""
        self.hint = words("", "hint")
        layout = column(self, 4)
        for part in (self.label, input_, self.hint):
            layout.addWidget(part)
        self.say()

    def say(self, text: str = "", bad: bool = False) -> None:
        """Put words below the input, as a fault if `bad`; without words its own hint."""
        shown = text or self._hint
        set_role(self.hint, "over" if bad else "hint")
        self.hint.setText(shown)
        self.hint.setVisible(bool(shown))
        self._describe()

    def note(self, text: str) -> None:
        """Have assistive tools told this too, behind the hint."""
        self._noted = text
        self._describe()

    def _describe(self) -> None:
        told = (self.hint.text(), self._noted)
        self.input.setAccessibleDescription(" ".join(words for words in told if words))


def set_role(widget: QWidget, role: str) -> None:
    """Change a widget's role and have the style sheet see it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
