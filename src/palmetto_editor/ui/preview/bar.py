"""The bar above the page: how wide, and light or dark, whatever the window is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

WIDTHS = (
    ("Full", 0, "As wide as the column"),
    ("Tablet", 768, "768 pixels wide, as on a tablet"),
    ("Phone", 390, "390 pixels wide, as on a phone"),
)
LOOKS = (
    ("System", "", "Light or dark as the system has it"),
    ("Light", "light", "As readers with a light system see it"),
    ("Dark", "dark", "As readers with a dark system see it"),
)


class PreviewBar(QWidget):
    """`width_chosen` carries pixels or 0 for all there is, `look_chosen` light, dark or ""."""

    width_chosen = Signal(int)
    look_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        self._choice("width", WIDTHS, self.width_chosen.emit)
        layout.addStretch(1)
        self._choice("look", LOOKS, self.look_chosen.emit)

    def _choice(
        self, name: str, rows: Sequence[tuple[str, Any, str]], chosen: Callable[[Any], None]
    ) -> None:
        group = QButtonGroup(self)
        layout = self.layout()
        assert layout is not None  # noqa: S101  (made in the constructor)
        for label, value, hint in rows:
            button = QToolButton(self)
            button.setText(label)
            button.setToolTip(hint)
            button.setCheckable(True)
            button.setObjectName(f"preview.{name}.{label.lower()}")
            button.setAccessibleName(hint)
            button.setProperty("role", "quiet")
            button.setChecked(not group.buttons())
            button.clicked.connect(lambda _checked=False, value=value: chosen(value))
            group.addButton(button)
            layout.addWidget(button)
