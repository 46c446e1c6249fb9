"""Pictures of every pane and both previews, light and dark, from the sample article.

The review sheet shows the sample's own page, read again after its markup was changed by hand.

Writes build/screenshots/*.png and docs/window.png (the picture in the README), offscreen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from palmetto_editor import assets, cli
from palmetto_editor.app import application, build
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui import style
from palmetto_editor.ui.stack import ENTRIES
from palmetto_editor.ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
SAMPLE = "samples/ghrelin"
REVIEW = "review"
BY_HAND = {  # in the markup
    '"headline": "Ghrelin and its receptor': '"headline": "Ghrelin and its receptors',
    '"datePublished": "2026-09-14': '"datePublished": "2026-09-12',
    '"@type": "FAQPage",': '"@type": "FAQPage", "about": "Hunger",',
}


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


def turn(window: MainWindow, scheme: str) -> None:
    window.use_colours(scheme)
    if window.live is not None:
        window.live.page_view.set_look(scheme)
    wait(600)


def take_all(window: MainWindow, scheme: str) -> None:
    """One picture of each pane that every article has, then of each preview."""
    turn(window, scheme)
    for entry in ENTRIES:
        if entry.part != REVIEW:
            window.show_part(entry.part)
            wait(250)
            take(window, f"{scheme}-{entry.part.replace('_', '-')}")
    window.show_part("body")
    for index in range(window.previews.count()):
        window.previews.setCurrentIndex(index)
        wait(800)
        take(window.previews, f"{scheme}-preview-{index + 1}")
    window.previews.setCurrentIndex(0)


def take_review(window: MainWindow, page: Path) -> None:
    """The review sheet of a page, in both schemes."""
    window.desk.open_path(page)
    wait(4_000)
    for scheme in ("light", "dark"):
        turn(window, scheme)
        window.show_part(REVIEW)
        wait(250)
        take(window, f"{scheme}-{REVIEW}")


def disagreeing(folder: Path) -> Path:
    """The sample's page alone, as if somebody had edited its markup by hand."""
    if cli.main(["export", str(assets.path(SAMPLE)), "--output", str(folder)]):
        raise SystemExit("The sample could not be exported.")
    html = (folder / "index.html").read_text("utf-8")
    for old, new in BY_HAND.items():
        if old not in html:
            raise SystemExit(f"The sample's page has no {old}.")
        html = html.replace(old, new, 1)
    page = folder.with_suffix(".html")  # beside no bundle, which would be opened in its stead
    page.write_text(html, "utf-8")
    return page


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
        take_review(window, disagreeing(Path(home) / "published"))
        window.session.saved = window.session.article  # which nobody is asked to save
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
