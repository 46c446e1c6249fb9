"""Pictures of every pane and both previews, light and dark, from the sample article.

Writes build/screenshots/*.png and docs/window.png (the picture in the README), offscreen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from palmetto_editor import assets
from palmetto_editor.app import application, build
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui import style
from palmetto_editor.ui.stack import ENTRIES
from palmetto_editor.ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
SAMPLE = "samples/ghrelin"


def wait(milliseconds: int) -> None:
    """Let the window and the web view go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(widget: QWidget, name: str) -> None:
    target = FOLDER / f"{name}.png"
    if not widget.grab().save(str(target)):
        raise SystemExit(f"{target} could not be written.")
    print(target.relative_to(ROOT))


def take_all(window: MainWindow, scheme: str) -> None:
    """One picture of each pane, then of each preview."""
    window.use_colours(scheme)
    if window.live is not None:
        window.live.page_view.set_look(scheme)
    wait(600)
    for entry in ENTRIES:
        window.show_part(entry.part)
        wait(250)
        take(window, f"{scheme}-{entry.part.replace('_', '-')}")
    window.show_part("body")
    for index in range(window.previews.count()):
        window.previews.setCurrentIndex(index)
        wait(800)
        take(window.previews, f"{scheme}-preview-{index + 1}")
    window.previews.setCurrentIndex(0)


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = application()
    style.apply(app, "light")
    with tempfile.TemporaryDirectory() as home:
        window = build(Path(home), Settings(colours="light"))
        window.resize(1500, 940)
        window.show()
        wait(300)
        window.finish()
        window.desk.open_path(assets.path(SAMPLE))
        wait(4_000)
        take_all(window, "light")
        picture = ROOT / "docs" / "window.png"
        picture.parent.mkdir(exist_ok=True)
        window.show_part("body")
        wait(500)
        window.grab().save(str(picture))
        take_all(window, "dark")
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
