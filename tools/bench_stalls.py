"""How long the window stands still while a body is pasted that is made to be slow: prints JSON.

The whole window, its page open; then the text is pasted, keys follow, and the longest time
between two beats of the event loop counts, until the page of the last text is shown.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_keys import cursor_in_the_middle, opened, wait
from PySide6.QtTest import QTest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))  # its hostile bodies

from heartbeat import HOSTILE, Heartbeat
from palmetto_editor.app import application
from palmetto_editor.ui import style
from palmetto_editor.ui.window import MainWindow

WORDS = 2_000
PATIENCE = 30_000  # ms


def stalls(home: Path) -> dict[str, int]:
    """Milliseconds of the longest stall for each hostile body."""
    window = opened(WORDS, home)
    editor = cursor_in_the_middle(window)
    longest = {}
    for name, body in HOSTILE.items():
        wait(1_000)
        heartbeat = Heartbeat()
        editor.selectAll()
        editor.insertPlainText(f"Before.\n\n{body}")
        for key in "abcdefgh":
            QTest.keyClick(editor, key)
            wait(20)
        _until_shown(window)
        heartbeat.stop()
        longest[name] = heartbeat.longest
    window.session.saved = window.session.article
    window.close()
    return longest


def _until_shown(window: MainWindow) -> None:
    waited = 0
    while waited < PATIENCE and not _is_shown(window):
        wait(10)
        waited += 10


def _is_shown(window: MainWindow) -> bool:
    shown = window.live.shown if window.live else None
    return shown is not None and shown.article is window.session.article


def main() -> int:
    app = application()
    style.apply(app, "light")
    with TemporaryDirectory() as home:
        measured = stalls(Path(home))
    print(json.dumps(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
