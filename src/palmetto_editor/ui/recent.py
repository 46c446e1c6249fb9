"""The menu of the bundles that were open lately."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from palmetto_editor.ui.desk import Desk

LONGEST = 60  # characters of a folder's path


def fill(menu: QMenu, desk: Desk) -> None:
    """Make the menu anew, the newest first. A bundle that is gone is told when it is chosen."""
    menu.clear()
    for path in desk.settings.recent:
        action = menu.addAction(_label(Path(path)), partial(desk.open_path, path))
        action.setToolTip(path)
    if menu.isEmpty():
        menu.addAction("Nothing yet").setEnabled(False)
    else:
        menu.addSeparator()
        menu.addAction("Clear this list", desk.settings.recent.clear)


def _label(path: Path) -> str:
    """`tides — ~/articles`, with the middle of a long path left out."""
    folder = str(path.parent)
    home = str(Path.home())
    if folder == home or folder.startswith(f"{home}/"):
        folder = f"~{folder.removeprefix(home)}"
    if len(folder) > LONGEST:
        folder = f"{folder[: LONGEST // 3]}…{folder[-LONGEST * 2 // 3 + 1 :]}"
    return f"{path.name} — {folder}".replace("&", "&&")
