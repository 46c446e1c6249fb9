"""`palmetto-editor [BUNDLE]`: the composition root of the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from palmetto_editor import __version__
from palmetto_editor.model.publication import Publication
from palmetto_editor.session import files, settings
from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from palmetto_editor.ui.desk import Desk
from palmetto_editor.ui.dialogs.ask import Ask
from palmetto_editor.ui.undo import UndoFilter
from palmetto_editor.ui.window import MainWindow


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, on a bundle if one is named; the exit status."""
    freeze_support()
    options = _parser().parse_args(argv)
    app = application()
    home = settings.folder()
    kept = settings.load(home / "settings.json")
    style.apply(app, kept.colours)
    UndoFilter(app)
    window = build(home, kept)
    window.show()
    window.painted.connect(lambda: _begin(window, options))
    status = app.exec()
    settings.store(kept, home / "settings.json")
    return status


def application() -> QApplication:
    """The one QApplication; the web view needs the shared contexts to be asked for before it.

    Pages are painted in software unless `QT_QUICK_BACKEND` says otherwise: with some drivers of
    NVIDIA and of AMD under Wayland, Qt 6.9 to 6.11 leaves the page blank on the GPU.
    """
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if getattr(os, "geteuid", lambda: 1)() == 0 and "--no-sandbox" not in flags:
        # As root Chromium ends the whole program rather than run in its sandbox.
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} --no-sandbox".strip()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101  (Qt's type says QCoreApplication)
    app.setApplicationName("Palmetto Editor")
    app.setApplicationVersion(__version__)
    return app


def build(home: Path, kept: settings.Settings, ask: Ask | None = None) -> MainWindow:
    """A window on a blank article, not shown yet."""
    session = Session(files.blank(Publication()))
    asking = ask or Ask()
    desk = Desk(session, kept, home, asking)
    window = MainWindow(session, kept, desk)
    if ask is None:
        asking.parent = window
    return window


def _begin(window: MainWindow, options: argparse.Namespace) -> None:
    """After the first paint: what was asked for on the command line."""
    if options.exit_after_paint:
        QCoreApplication.exit(0)
        return
    window.finish()
    if options.path:
        window.desk.open_path(options.path, window.desk.offer_recovery)
    else:
        window.desk.offer_recovery()
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
    parser.add_argument("--exit-after-paint", action="store_true", help=argparse.SUPPRESS)
    return parser
