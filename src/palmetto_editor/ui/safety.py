"""Keeps the recovery copy while the writer types: after a pause, and at least now and then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from palmetto_editor.model.edits import Change
from palmetto_editor.session.document import Session
from palmetto_editor.session.recovery import Cadence, Copy, Recovery
from palmetto_editor.ui.tasks import Progress, Tasks


class Safety(QObject):
    """`kept` tells whether the unsaved article, as it was a moment ago, is safe on disk."""

    def __init__(
        self, session: Session, root: Path, tasks: Tasks, told: Callable[[], object]
    ) -> None:
        super().__init__()
        self.kept = False
        self._session, self._tasks, self._told = session, tasks, told
        self._recovery = Recovery(root)
        session.asset_folder = self._recovery.assets
        self._cadence = Cadence()
        self._replaced: list[Copy] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._forget = session.subscribe(self._on_change)

    @property
    def folder(self) -> Path:
        """A folder for this session's own files; it goes when the session ends well."""
        return self._recovery.folder

    def replaces(self, copy: Copy) -> None:
        """The next copy written holds all that an older one had: remove that one then."""
        self._replaced.append(copy)

    def close(self) -> None:
        """End of the session: the writer saved the work or gave it up, so the copy goes."""
        self._timer.stop()
        self._forget()
        self._recovery.release()

    def _on_change(self, change: Change) -> None:
        if self._session.is_clean:
            self._cadence.written()
            self._timer.stop()
            self._recovery.clear()
            self.kept = False
        elif change.before is not change.after:
            self._cadence.changed(monotonic())
            self._timer.start(round((self._cadence.wait(monotonic()) or 0) * 1000))

    def _write(self) -> None:
        article, path = self._session.article, self._session.path
        self._cadence.written()

        def work(_progress: Progress) -> None:
            self._recovery.write(article, path)

        self._tasks.quietly(work, self._written, self._refused)

    def _written(self, _result: None) -> None:
        if self._session.is_clean:
            self._recovery.clear()
            return
        while self._replaced:
            self._replaced.pop().drop()
        self.kept = True
        self._told()

    def _refused(self, _error: Exception) -> None:
        self.kept = False
        self._told()
