"""One web view for all tests of a run: WebEngine takes longer to start than to show a page."""

from __future__ import annotations

from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from palmetto_editor.model.places import Place
from palmetto_editor.page.page import Page, PageBlock
from palmetto_editor.session.patch import PagePatch
from palmetto_editor.ui.preview.page_view import PageView
from palmetto_editor.ui.preview.room import WORLD

HEAD = '<meta charset="utf-8">\n<title>Title</title>\n'
PATIENCE = 20_000  # ms, for a busy machine


class Driver:
    """A PageView with what a test wants to know of it."""

    def __init__(self) -> None:
        self.assets = {}
        self.view = PageView(lambda: self.assets)
        self.view._frame_timer.setInterval(10)  # as after a longer pause of the writer
        self.view.resize(700, 600)
        self.view.show()

    def load(self, page):
        """Show a page from scratch."""
        self.show(page, PagePatch(None))

    def show(self, page, patch=None):
        """Show a page and wait until it stands there, head and all."""
        self.wait_for(self.view.settled, lambda: self.view.show_page(page, patch))

    def wait_for(self, signal, act):
        loop = QEventLoop()
        came = []
        connection = signal.connect(lambda *values: (came.append(values), loop.quit()))
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        act()
        if not came:
            loop.exec()
        signal.disconnect(connection)
        assert came, "the signal did not come"
        return came[0]

    def wait_until(self, holds):
        until = monotonic() + PATIENCE / 1000
        while not holds():
            assert monotonic() < until, "it never came to be"

    def ask(self, code, world=WORLD):
        """The value of an expression in the isolated world (or another)."""
        loop = QEventLoop()
        answers = []
        page = self.view.room.page()
        page.runJavaScript(code, world, lambda answer: (answers.append(answer), loop.quit()))
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        if not answers:
            loop.exec()
        assert answers, "no answer from the page"
        return answers[0]

    def dom(self):
        return self.ask("document.documentElement.outerHTML")


@pytest.fixture(scope="session")
def _driver(qapp):
    driver = Driver()
    yield driver
    driver.view.close_view()
    driver.view.close()
    for _ in range(3):  # the page goes, and then its profile
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@pytest.fixture
def driver(_driver):
    """The shared view, as wide and as light as new; `load` something first."""
    _driver.assets.clear()
    _driver.view.set_look("")
    _driver.view.set_width(0)
    return _driver


@pytest.fixture
def make_page():
    """Pages of one's own making: `make_page({"id": "<p>…</p>"}, head=…)`.

    Blocks are of the body, those that are called `list…` of the references.
    """

    def make(blocks, head=HEAD, language="en", closing="</article>\n</main>\n</body>\n"):
        flat = tuple(
            PageBlock(id_, html, Place("references" if id_.startswith("list") else "body"))
            for id_, html in blocks.items()
        )
        opening = "<body>\n<main>\n<article>\n"
        sources = (None,) * len(flat)
        return Page(language, head, opening, flat, closing, {}, "{}", (), (), (), sources)

    return make
