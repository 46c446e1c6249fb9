"""A line for an id: taken over when it is left or Enter is pressed, if it is free and safe."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from palmetto_editor.model.edits import Edit
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.labels import Labelled


class Ident(Labelled):
    """Shows the id of the thing of `fields`, and says below why another one is refused.

    `taken` gives the ids in use; `rename` makes the edit; `propose` gives a better one. Not key
    by key: an id on its way to being typed could be that of another thing.
    """

    def __init__(
        self,
        fields: Fields,
        label: str,
        safe: re.Pattern[str],
        taken: Callable[[], Collection[str]],
        rename: Callable[[str, str], Edit],
        hint: str = "",
        propose: Callable[[], str] | None = None,
    ) -> None:
        self.line = QLineEdit()
        self.line.setObjectName(f"{fields.name}.id")
        self.line.setAccessibleName(label)
        self._button = QPushButton("Propose")
        self._button.setObjectName(f"{fields.name}.id.propose")
        self._propose = propose
        line: QWidget = row(self.line, self._button, shares=(1, 0)) if propose else self.line
        super().__init__(label, line, hint)
        self.label.setBuddy(self.line)
        self._fields, self._safe, self._taken, self._rename = fields, safe, taken, rename
        self._shown = ""
        self.line.textEdited.connect(self._judge)
        self.line.editingFinished.connect(self._take)
        self._button.clicked.connect(self._take_proposed)
        fields.watch(self._show)

    def fault(self, text: str) -> str:
        """Why a text cannot be the id; `""` where it can."""
        others = {name.casefold() for name in self._taken() if name != self._shown}
        if text == self._shown:
            return ""
        if not text:
            return "It needs a name."
        if self._safe.fullmatch(text) is None:
            return "Letters and digits, with hyphens or underscores between them."
        return f"“{text}” is the name of another one." if text.casefold() in others else ""

    def _judge(self, text: str) -> None:
        fault = self.fault(text.strip())
        self.say(fault, bad=bool(fault))

    def _take(self) -> None:
        new = self.line.text().strip()
        if new != self._shown and not self.fault(new):
            self._fields.session.do(self._rename(self._shown, new))

    def _take_proposed(self) -> None:
        if self._propose is not None:
            self._fields.session.do(self._rename(self._shown, self._propose()))

    def _show(self) -> None:
        now = self._fields.value("id")
        if self._propose is not None and now is not None:
            proposed = self._propose()
            self._button.setEnabled(proposed != now)
            self._button.setToolTip(f"Call it {proposed}")
        if now != self._shown or now is None:
            self._shown = now or ""
            self.line.setText(self._shown)
            self.line.setCursorPosition(0)
            self.say()
