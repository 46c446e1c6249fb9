"""`palmetto-editor [BUNDLE]`: the composition root of the window.

What is imported here stands before the first paint, so it is little.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from palmetto_editor import __version__
from palmetto_editor.session import settings
from palmetto_editor.ui.window import MainWindow

if TYPE_CHECKING:
    from palmetto_editor.ui.dialogs.ask import Ask

# s: how long the window waits for Python's lock while a page is being made; 5 ms unless told.
PATIENCE = 0.001
# A key changes some lines: tiles as low as those are painted sooner than squares of 256 px.
TILES = " --default-tile-width=1024 --default-tile-height=64"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, on a bundle if one is named; the exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    options = _parser().parse_args(argv)
    if not _has_screen():
        sys.stderr.write(
            "palmetto-editor: There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set."
            " Start it on a desktop, or work without a window: palmetto --help\n"
        )
        return 2
    app = application()
    home = settings.folder()
    kept = settings.load(home / "settings.json")
    window = MainWindow(kept)
    window.bare_painted.connect(lambda: _furnish(window, home, options))
    (window.showMaximized if kept.maximized else window.show)()
    status = app.exec()
    settings.store(kept, home / "settings.json")
    return status


def _has_screen() -> bool:
    """Whether Qt has anything to draw on; without it ends the program with words of its own."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, named))


def application() -> QApplication:
    """The one QApplication.

    Pages are painted in software unless `QT_QUICK_BACKEND` says otherwise: with some drivers of
    NVIDIA and of AMD under Wayland, Qt 6.9 to 6.11 leaves the page blank on the GPU.
    """
    sys.setswitchinterval(PATIENCE)
    in_software = os.environ.setdefault("QT_QUICK_BACKEND", "software") == "software"
    if not in_software:
        _share_contexts()
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if in_software and "--default-tile" not in flags:
        flags += TILES
    if getattr(os, "geteuid", lambda: 1)() == 0 and "--no-sandbox" not in flags:
        # As root Chromium ends the whole program rather than run in its sandbox.
        flags += " --no-sandbox"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags.strip()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101  (Qt's type says QCoreApplication)
    app.setApplicationName("Palmetto Editor")
    app.setApplicationVersion(__version__)
    return app


def _share_contexts() -> None:
    """For web views on the GPU, before the QApplication. `Qt` alone takes a frame to import."""
    from PySide6.QtCore import Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def build(home: Path, kept: settings.Settings, ask: Ask | None = None) -> MainWindow:
    """A window on a blank article, furnished, not shown yet."""
    window = MainWindow(kept)
    furnish(window, home, ask)
    return window


def furnish(window: MainWindow, home: Path, ask: Ask | None = None) -> None:
    """Give a window a blank article and all that edits it."""
    from palmetto_editor.model.publication import Publication
    from palmetto_editor.session import files
    from palmetto_editor.session.document import Session
    from palmetto_editor.ui.desk import Desk
    from palmetto_editor.ui.dialogs.ask import Ask
    from palmetto_editor.ui.garbage import Collector

    app = application()
    if app.findChild(Collector) is None:
        Collector(app)
    session = Session(files.blank(Publication()))
    window.furnish(session, Desk(session, window.settings, home, ask or Ask(window)))


def _furnish(window: MainWindow, home: Path, options: argparse.Namespace) -> None:
    """After the first paint: colours and forms; after theirs, what was asked for."""
    if options.exit_after == "window":
        QCoreApplication.exit(0)
        return
    from palmetto_editor.ui import style
    from palmetto_editor.ui.undo import UndoFilter

    app = application()
    style.apply(app, window.settings.colours)
    UndoFilter(app)
    furnish(window, home)
    window.painted.connect(lambda: _begin(window, options))


def _begin(window: MainWindow, options: argparse.Namespace) -> None:
    if options.exit_after == "forms":
        QCoreApplication.exit(0)
        return
    from palmetto_editor.ui.after_crash import AfterCrash

    window.finish()
    left = AfterCrash(window.desk)
    if options.path:
        window.desk.open_path(options.path, left.offer)
    else:
        left.offer()
    if options.screenshot:
        QTimer.singleShot(4_000, lambda: _picture(window, options.screenshot))


def _picture(window: MainWindow, target: Path) -> None:
    window.grab().save(str(target))
    window.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="palmetto-editor", description="Write, check, export.")
    parser.add_argument("path", nargs="?", type=Path, help="a bundle, its zip or article.json")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="picture, then close")
    parser.add_argument("--exit-after", choices=("window", "forms"), help=argparse.SUPPRESS)
    return parser
