"""The right column, live: the worker renders what the session holds, the previews show it.

Import this module after the window's first paint: it loads WebEngine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from palmetto_editor.model.edits import Change
from palmetto_editor.page.page import Page
from palmetto_editor.session.document import Session
from palmetto_editor.ui.preview.json_view import JsonView
from palmetto_editor.ui.preview.page_view import PageView
from palmetto_editor.ui.preview.worker import PageWorker

if TYPE_CHECKING:  # the worker's thread imports it: it takes longer than a frame
    from palmetto_editor.checks.check import Checked
    from palmetto_editor.checks.finding import Finding
    from palmetto_editor.session.pipeline import Result


class Previews(QObject):
    """Fills the tabs and keeps them up to date.

    `built` carries each Page that is shown, `checked` what the checks say of the newest article (a
    Checked), `failed` an error of the renderer's, `place_clicked` the place of a click on the page.
    """

    built = Signal(object)
    checked = Signal(object)
    failed = Signal(object)
    place_clicked = Signal(object)

    def __init__(self, session: Session, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._session = session
        self.shown: Result | None = None
        self._judged: tuple[Result, Checked] | None = None
        self.page_view = PageView(lambda: session.assets)
        self.json_view = JsonView()
        self.worker = PageWorker(self)
        tabs.addTab(self.page_view, "Page")
        tabs.addTab(self.json_view, "JSON-LD")
        self.worker.built.connect(self._show)
        self.worker.checked.connect(self._report)
        self.worker.failed.connect(self.failed)
        self.page_view.place_clicked.connect(self.place_clicked)
        self._forget = session.subscribe(self._on_change)
        self._submit()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.shown.page if self.shown else None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors that are known of what is open now, as it is."""
        if self._judged is None:
            return ()
        result, checked = self._judged
        open_now = self._session.article, self._session.publication
        if result.article is not open_now[0] or result.publication is not open_now[1]:
            return ()
        return tuple(found for found in checked.findings if found.severity == "error")

    def show_body_block(self, index: int) -> None:
        """Bring a block of the body's Markdown into sight on the page."""
        if self.page is not None and index in self.page.sources:
            self.page_view.show_block(self.page.sources.index(index))

    def close(self) -> None:
        """End the worker and the web view."""
        self._forget()
        self.worker.close()
        self.page_view.close_view()

    def _on_change(self, _change: Change) -> None:
        self._submit()

    def _submit(self) -> None:
        session = self._session
        self.worker.submit(session.article, session.publication, session.assets, session.path)

    def _show(self, result: Result) -> None:
        self.shown = result
        self.page_view.show_page(result.page, result.patch)
        self.json_view.show_text(result.page.graph_text)
        self.built.emit(result.page)

    def _report(self, result: Result, checked: Checked) -> None:
        self._judged = result, checked
        if result.article is self._session.article:
            self.checked.emit(checked)
