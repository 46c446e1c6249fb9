"""The window's commands as one table: menu, text, key, icon, and the method that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from palmetto_editor.ui import style

Key = QKeySequence.StandardKey | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Command:
    """`name` is the action's objectName after `action.`; `tool` puts it on the tool bar. `fill`
    makes it a menu of its own, which is filled each time that it is opened.
    """

    menu: str
    name: str
    text: str
    key: Key = None
    do: Callable[[], object] = lambda: None
    icon: str = ""
    tool: bool = False
    line: bool = False  # a separator stands before it
    fill: Callable[[QMenu], object] | None = None


class Actions:
    """Menus, tool bar and shortcuts of a window, made from a table of commands.

    Icons come with the first `recolour`: drawing them would keep the first paint waiting.
    """

    def __init__(self, window: QMainWindow, commands: tuple[Command, ...]) -> None:
        self._window = window
        self._icons: list[tuple[QAction, str]] = []
        self._named: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._bar = QToolBar("Tools", window)
        self._bar.setObjectName("tools")
        self._bar.setMovable(False)
        self._bar.setIconSize(QSize(18, 18))
        self._bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.addToolBar(self._bar)
        for command in commands:
            self._add(command)

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def recolour(self) -> None:
        """Draw the icons in the colours in force."""
        for action, name in self._icons:
            action.setIcon(style.icon(name, "text"))

    def _add(self, command: Command) -> None:
        menu = self.menus.get(command.menu)
        if menu is None:
            menu = self.menus[command.menu] = self._window.menuBar().addMenu(command.menu)
        if command.line:
            menu.addSeparator()
        if command.fill:
            self._add_menu(menu, command.text, command.fill)
            return
        action = QAction(command.text, self._window)
        action.setObjectName(f"action.{command.name}")
        if isinstance(command.key, QKeySequence.StandardKey):
            action.setShortcuts(command.key)
        elif command.key is not None:
            keys = (command.key,) if isinstance(command.key, str) else command.key
            action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False, do=command.do: do())
        menu.addAction(action)
        self._named[command.name] = action
        if command.icon:
            self._icons.append((action, command.icon))
        if command.tool:
            if command.line:
                self._bar.addSeparator()
            self._bar.addAction(action)

    @staticmethod
    def _add_menu(menu: QMenu, text: str, fill: Callable[[QMenu], object]) -> None:
        inner = menu.addMenu(text)
        inner.setToolTipsVisible(True)
        inner.aboutToShow.connect(lambda: fill(inner))
