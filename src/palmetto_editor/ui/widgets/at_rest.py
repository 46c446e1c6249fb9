"""Filters of an editor's viewport that are off while keys come."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

REST = 300  # ms after the last key


class AtRest(QObject):
    """Looks after the mouse over a viewport, but not between two keys.

    A filter is asked about every paint as well, and waits for Python's lock while the page of the
    last key is being made; the words, and so the page, would come later.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._filters: list[QObject] = []
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._install)

    def add(self, watcher: QObject) -> None:
        """Let `watcher` filter the viewport's events whenever keys rest."""
        self._filters.append(watcher)
        if not self._timer.isActive():
            self._area.viewport().installEventFilter(watcher)

    def remove(self, watcher: QObject) -> None:
        self._filters.remove(watcher)
        self._area.viewport().removeEventFilter(watcher)

    def pause(self) -> None:
        """A key came."""
        if not self._timer.isActive():
            for watcher in self._filters:
                self._area.viewport().removeEventFilter(watcher)
        self._timer.start()

    def _install(self) -> None:
        for watcher in self._filters:
            self._area.viewport().installEventFilter(watcher)
