"""Buttons that draw their icon in the colours in force, and say what they do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from palmetto_editor.ui import style

_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class IconButton(QToolButton):
    """An icon of `resources/icons`, with words beside it where they are given.

    `tip` is what it does: its tooltip and its accessible name. A `shortcut` is only told of
    in the tooltip.
    """

    def __init__(self, icon: str, tip: str, name: str = "", words: str = "", shortcut: str = ""):
        super().__init__()
        self._icon_name = icon
        self.setObjectName(name)
        self.setAccessibleName(tip)
        self.setToolTip(f"{tip} ({shortcut})" if shortcut else tip)
        self.setIconSize(QSize(16, 16))
        self.setProperty("role", "" if words else "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if words:
            self.setText(words)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSED:
            self._recolour()

    def use_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._recolour()

    def _recolour(self) -> None:
        self.setIcon(style.icon(self._icon_name, role="text"))


class Disclosure(IconButton):
    """Shows and hides what stands below it."""

    def __init__(self, words: str, tip: str, name: str) -> None:
        super().__init__("right", tip, name, words)
        self.setProperty("role", "quiet")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(lambda on: self.use_icon("down" if on else "right"))
