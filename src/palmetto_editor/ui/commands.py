"""The window's commands: what every menu and key does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from palmetto_editor.ui.actions import Command
from palmetto_editor.ui.recent import fill
from palmetto_editor.ui.stack import ENTRIES

if TYPE_CHECKING:
    from palmetto_editor.ui.window import MainWindow

_KEY = QKeySequence.StandardKey
_REDO = ("Ctrl+Shift+Z", "Ctrl+Y")  # each desktop has one of them; fingers know either


def commands(window: MainWindow) -> tuple[Command, ...]:
    """The table of commands, in the order of the menus."""
    return (*_files(window), *_edits(window), *_parts(window), *_views(window))


def _files(window: MainWindow) -> tuple[Command, ...]:
    desk, menu = window.desk, "&File"
    return (
        Command(menu, "new", "&New", _KEY.New, desk.new, "new", tool=True),
        Command(menu, "open", "&Open…", _KEY.Open, desk.open, "open", tool=True),
        Command(menu, "open_folder", "Open &folder…", "Ctrl+Shift+O", desk.open_folder),
        Command(menu, "recent", "Open &recent", fill=partial(fill, desk=desk)),
        Command(
            menu, "paste", "Open from the &clipboard", "Ctrl+Shift+V", desk.intake.open_clipboard
        ),
        Command(menu, "save", "&Save", _KEY.Save, desk.save, "save", tool=True, line=True),
        Command(menu, "save_as", "Save &as…", "Ctrl+Shift+S", desk.save_as),
        Command(menu, "export", "&Export", "Ctrl+E", desk.export, "export", tool=True, line=True),
        Command(menu, "export_zip", "Export as &zip…", "Ctrl+Shift+E", desk.export_zip),
        Command(menu, "publication", "&Publication…", None, window.edit_publication, line=True),
        Command(menu, "quit", "&Quit", _KEY.Quit, window.close, line=True),
    )


def _edits(window: MainWindow) -> tuple[Command, ...]:
    menu = "&Edit"
    return (
        Command(menu, "undo", "&Undo", _KEY.Undo, window.undo, "undo", tool=True, line=True),
        Command(menu, "redo", "&Redo", _REDO, window.redo, "redo", tool=True),
        Command(menu, "find", "F&ind…", _KEY.Find, lambda: window.finder.open(), line=True),
        Command(menu, "find.next", "Find &next", "F3", lambda: window.finder.step()),
        Command(
            menu,
            "find.previous",
            "Find pre&vious",
            "Shift+F3",
            lambda: window.finder.step(back=True),
        ),
        Command(
            menu,
            "find.replace",
            "Find and r&eplace…",
            "Ctrl+H",
            lambda: window.finder.open(replacing=True),
        ),
        Command(
            menu, "problem.next", "Next pro&blem", "F8", lambda: window.reviewer.walk(), line=True
        ),
        Command(
            menu,
            "problem.previous",
            "Previous proble&m",
            "Shift+F8",
            lambda: window.reviewer.walk(back=True),
        ),
        Command(menu, "problem.fix", "&Fix or dismiss…", "Ctrl+.", window.reviewer.offer_here),
        Command(menu, "services", "Look-up &services…", None, window.desk.edit_services, line=True),
    )


def _parts(window: MainWindow) -> tuple[Command, ...]:
    return tuple(
        Command(
            "&Go",
            f"go.{entry.part}",
            entry.title,
            f"Alt+{number % 10}" if number <= 10 else "Alt+R",
            partial(window.go_part, entry.part),
        )
        for number, entry in enumerate(ENTRIES, 1)
    )


def _views(window: MainWindow) -> tuple[Command, ...]:
    menu = "&View"
    return (
        Command(menu, "problems", "&Problems", "Ctrl+Shift+M", window.toggle_problems),
        Command(menu, "light", "&Light", None, lambda: window.use_colours("light"), line=True),
        Command(menu, "dark", "&Dark", None, lambda: window.use_colours("dark")),
        Command(menu, "system", "&As the system", None, lambda: window.use_colours("system")),
    )
