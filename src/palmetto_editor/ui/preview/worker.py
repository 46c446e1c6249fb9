"""The background thread that turns the open article into its page and its findings.

An update in progress swallows those behind it but the last. Results come back by queued signals;
the window's thread never waits for a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article

if TYPE_CHECKING:
    from palmetto_editor.session.pipeline import Pipeline, Result

CALM = 0.25  # seconds without a new article before the checks begin
PASS = 0.001  # seconds of checking after which the window's thread may pass


@dataclass(frozen=True, slots=True)
class _Request:
    article: Article
    publication: Publication
    assets: Mapping[str, Path]
    path: Path | None


class PageWorker(QObject):
    """`built` carries a Result, `checked` a Result and its Checked, `failed` an exception."""

    built = Signal(object)
    checked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news = Condition()
        self._waiting: _Request | None = None
        self._closing = False
        self._passed = 0.0
        self._thread = Thread(target=self._work, name="page-worker", daemon=True)
        self._thread.start()

    def submit(
        self,
        article: Article,
        publication: Publication,
        assets: Mapping[str, Path],
        path: Path | None = None,
    ) -> None:
        """Ask for the page of this article, saved at `path`; one that still waits is forgotten."""
        with self._news:
            self._waiting = _Request(article, publication, dict(assets), path)
            self._news.notify()

    def close(self, wait: float = 0.5) -> bool:
        """End the thread; whether it ended within `wait` seconds. Nothing is emitted after."""
        with self._news:
            self._closing = True
            self._news.notify()
        self._thread.join(wait)
        return not self._thread.is_alive()

    def _work(self) -> None:
        # Imported here: Jinja, Markdown and their like take longer than a frame to load.
        from palmetto_editor.session.pipeline import Pipeline

        pipeline = Pipeline()
        unchecked: Result | None = None
        try:
            while not self._closing:
                request = self._next(CALM if unchecked else None)
                try:
                    unchecked = self._step(pipeline, request, unchecked)
                except Exception as error:  # the edge of the thread: told, and the next one tried
                    unchecked = None
                    self._tell(self.failed, error)
        finally:
            pipeline.close()

    def _step(
        self, pipeline: Pipeline, request: _Request | None, unchecked: Result | None
    ) -> Result | None:
        """Build what was asked for, or else check what was built; what is still to be checked."""
        if request is not None:
            result = pipeline.run(
                request.article, request.publication, request.assets, request.path
            )
            self._tell(self.built, result)
            return result
        if unchecked is not None:
            checked = pipeline.findings(unchecked, self._has_news)
            if checked is None:  # a newer article waits; should it be the same, this one is left
                return unchecked
            self._tell(self.checked, unchecked, checked)
        return None

    def _has_news(self) -> bool:
        """Whether the checks are to be given up. It lets the window's thread pass now and then."""
        now = monotonic()
        if now - self._passed > PASS:
            sleep(0)
            self._passed = monotonic()
        return self._waiting is not None or self._closing

    def _next(self, patience: float | None) -> _Request | None:
        """The newest request, waited for; None when patience or the worker ends first."""
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._closing, patience)
            request, self._waiting = self._waiting, None
            return request

    def _tell(self, signal: object, *values: object) -> None:
        if not self._closing:
            signal.emit(*values)  # type: ignore[attr-defined]  # a bound Signal has no public type
