"""From a key to its picture: `bench_keys.py WORDS [MARKS]` measures one article and prints JSON.

With MARKS the body has so many findings underlined, and `typed` says what a key costs the
window's thread with them and without, by turns.

Painted means: the preview's part of the screen looks as it will when all has come to rest. Each
time the web view has painted, its pixels are read back from the screen; when it has rested, the
first paint whose pixels are the resting ones gives the time. Nothing is asked of the page for it,
and the same rule holds for a key and for setHtml.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import Any

from bench_article import article
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from palmetto_editor.app import application, build
from palmetto_editor.checks.finding import Finding
from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job, Rendered
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import document
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui import style
from palmetto_editor.ui.dialogs.ask import Ask
from palmetto_editor.ui.marks.marks import Marks
from palmetto_editor.ui.window import MainWindow

KEYS, APART = 30, 150  # how many, and ms between them
TURNS = 8  # of a word each, with marks and without
LOADS = 5
WARM = 4  # the first keys are not counted
REST = 140  # ms without a paint: the page has come to rest
TOO_LONG = 2_000_000  # setHtml refuses above 2 MB of percent-encoded HTML


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Eye(QObject):
    """Watches a web view: when it paints, and what is on the screen then."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._seen: list[tuple[float, QImage]] = []
        self._paints = 0
        view.installEventFilter(self)
        self._watch()

    def _watch(self) -> None:
        """Watch the widget that paints; each renderer brings its own."""
        for painter in self._view.findChildren(QWidget):
            painter.removeEventFilter(self)
            painter.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self._paints += 1
            QTimer.singleShot(0, self, self._look)
        elif event.type() == QEvent.Type.ChildAdded:
            QTimer.singleShot(0, self, self._watch)
        return False

    def _look(self) -> None:
        """After the paint has gone to the screen."""
        self._seen.append((perf_counter(), self.picture()))

    def picture(self) -> QImage:
        """The view's pixels on the screen, without its scroll bar."""
        window = self._view.window()
        corner = self._view.mapTo(window, QPoint(0, 0))
        width, height = self._view.width() - 20, self._view.height()
        shot = window.screen().grabWindow(window.winId(), corner.x(), corner.y(), width, height)
        return shot.toImage()

    def time(
        self, act: Callable[[], object], is_done: Callable[[], bool] = lambda: True
    ) -> float | None:
        """Seconds from before `act` to the paint that shows the end; None if nothing changed."""
        before = self.picture()
        self._seen.clear()
        start = perf_counter()
        act()
        self.rest()
        while not is_done():
            self.rest()
        last = self.picture()
        if last == before:
            return None
        return next((when - start for when, picture in self._seen if picture == last), None)

    def rest(self) -> None:
        """Go on until the view has not painted for a while."""
        painted = -1
        while painted != self._paints:
            painted = self._paints
            wait(REST)


def opened(words: int, home: Path) -> MainWindow:
    """The program's own window on an article, its page shown."""
    window = build(home, Settings(), Ask())
    window.show()
    wait(200)
    window.finish()
    while window.live is None:
        wait(50)
    window.session.open(article(words))
    shown = window.live.page_view
    loop = QEventLoop()
    shown.settled.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    window.show_part("body")
    return window


def cursor_in_the_middle(window: MainWindow, past: int = 0) -> QPlainTextEdit:
    """The body's editor, its cursor at the end of a paragraph half-way down or `past` blocks on."""
    editor = window.stack.pane("body").findChild(QPlainTextEdit, "body")
    assert isinstance(editor, QPlainTextEdit)  # noqa: S101
    blocks = split(window.session.article.body)
    index = len(blocks) // 2 + past
    while blocks[index].kind != "markdown" or not blocks[index].text[0].isalpha():
        index += 1
    end = sum(len(block.text) for block in blocks[:index]) + len(blocks[index].text.rstrip())
    cursor = editor.textCursor()
    cursor.setPosition(end)
    editor.setTextCursor(cursor)
    editor.setFocus()
    return editor


def keys(words: int, home: Path, marks: int = 0) -> dict[str, list[float]]:
    """Seconds from a key to its page being built, and to its picture."""
    window = opened(words, home)
    assert window.live is not None  # noqa: S101
    editor = cursor_in_the_middle(window)
    if marks:
        Marks(window.stack).show(_findings(window.session.article, marks))
    eye = Eye(window.live.page_view.room)
    wait(1_000)
    eye.rest()
    started = 0.0
    built: list[float] = []
    window.live.built.connect(lambda _page: built.append(perf_counter() - started))
    painted: list[float] = []
    for number in range(WARM + KEYS):
        key = "growth "[number % 7]
        started = perf_counter()
        took = eye.time(partial(QTest.keyClicks, editor, key))
        if number >= WARM and took is not None:
            painted.append(took)
        wait(max(0, APART - int((perf_counter() - started) * 1000)))
    window.session.saved = window.session.article
    window.close()
    return {"built": built[WARM:], "painted": painted}


def loads(words: int) -> dict[str, list[float]]:
    """Seconds from an edit to the whole page where all is rendered and loaded anew.

    Until it is loaded and painted: the top of a long page is painted before the rest has come.
    The edit is at the top, where a page loaded anew is seen.
    """
    from palmetto_editor.ui.preview.room import Room

    given = article(words)
    room = Room(lambda _file: None)
    room.resize(700, 840)
    room.show()
    room.setPage(_open_page(room))
    eye = Eye(room)
    loaded: list[float] = []
    room.page().loadFinished.connect(lambda _ok: loaded.append(perf_counter()))
    took = []
    for number in range(1 + LOADS):
        edited = replace(given, short_answer=f"Key {number}. {given.short_answer}")
        act = partial(_render_and_load, room, edited)
        loaded.clear()
        start = perf_counter()
        painted = eye.time(act, lambda: bool(loaded))
        if number and painted is not None:
            took.append(max(painted, loaded[-1] - start))
    room.close()
    return {"set_html": took}


def typed(words: int, marks: int, home: Path) -> dict[str, list[float]]:
    """Seconds that the window's thread works for a key, plain and marked, by turns.

    The page's thread shares the processor's cache and Python's lock; so each turn has its own
    neighbour, and what both pay falls out of the difference.
    """
    window = opened(words, home)
    editor = cursor_in_the_middle(window)
    marked, findings = Marks(window.stack), _findings(window.session.article, marks)
    took: dict[str, list[float]] = {"plain": [], "marked": []}
    wait(1_500)
    for turn in range(WARM + 2 * TURNS):
        name = ("plain", "marked")[turn % 2]
        marked.show(findings if name == "marked" else ())
        wait(300)
        for key in "growth ":
            start = thread_time()
            QTest.keyClicks(editor, key)
            editor.viewport().repaint()
            if turn >= WARM:
                took[name].append(thread_time() - start)
            wait(60)
        findings = _findings(window.session.article, marks)
    window.session.saved = window.session.article
    window.close()
    return {f"typed {name}": values for name, values in took.items()}


def _findings(given: Article, count: int) -> tuple[Finding, ...]:
    """So many findings, evenly over the words of the body."""
    words = [match.span() for match in re.finditer(r"\w+", given.body)]
    spans = words[:: max(1, len(words) // max(1, count))][:count]
    body, said = Place("body"), "A word to look at; another may be better."
    return tuple(Finding("bench.mark", "warning", body.at(*span), said) for span in spans)


def _open_page(parent: QWidget) -> Any:
    """A page without our lock, which refuses setHtml's data: address."""
    from PySide6.QtWebEngineCore import QWebEnginePage

    return QWebEnginePage(parent)


def _render_and_load(room: Any, edited: Article) -> None:
    html = _whole(edited)
    assert QUrl.toPercentEncoding(html).size() < TOO_LONG  # noqa: S101
    room.setHtml(html)


def _whole(given: Article) -> str:
    """The document with nothing remembered: Python-Markdown on every block."""

    def render_all(jobs: Sequence[Job]) -> list[Rendered]:
        return [render(job) for job in jobs]

    return document(Builder(render_all, lambda _file: None).build(given, Publication()))


def main() -> int:
    words = int(sys.argv[1])
    app = application()
    style.apply(app, "light")
    with TemporaryDirectory() as home:
        measured = keys(words, Path(home), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    if len(sys.argv) > 2:
        with TemporaryDirectory() as home:
            measured |= typed(words, int(sys.argv[2]), Path(home))
    else:
        measured |= loads(words)
    print(json.dumps(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
