"""The buttons above a list of items."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from palmetto_editor.ui.widgets.buttons import IconButton

_ACTIONS = (
    ("duplicate", "duplicate", "Duplicate this {}", "Ctrl+D"),
    ("up", "up", "Move this {} up", "Alt+Up"),
    ("down", "down", "Move this {} down", "Alt+Down"),
    ("remove", "remove", "Remove this {}", "Delete"),
)


class ItemBar(QWidget):
    """Emits the name of a command: duplicate, up, down, remove, or that of an `adds` button.

    `adds` are (command, words, tooltip); the buttons are named `<name>.<command>`.
    """

    commanded = Signal(str)

    def __init__(self, name: str, noun: str, adds: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.buttons: dict[str, IconButton] = {}
        self._name = name
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        for command, words, tip in adds:
            self._add(command, "add", tip, words, "Insert" if command == "add" else "")
        self._row.addStretch(1)
        for command, icon, tip, shortcut in _ACTIONS:
            self._add(command, icon, tip.format(noun), "", shortcut)

    def enable(self, index: int | None, count: int, movable: bool) -> None:
        """Enable what can be done with the item at `index` of `count`."""
        for command in ("duplicate", "remove"):
            self.buttons[command].setEnabled(index is not None)
        self.buttons["up"].setEnabled(movable and index not in (None, 0))
        self.buttons["down"].setEnabled(movable and index not in (None, count - 1))

    def _add(self, command: str, icon: str, tip: str, words: str, shortcut: str) -> None:
        button = IconButton(icon, tip, f"{self._name}.{command}", words, shortcut)
        button.clicked.connect(lambda: self.commanded.emit(command))
        self.buttons[command] = button
        self._row.addWidget(button)
