"""A new frame of the web view goes to the screen at once.

Qt Quick's widget waits 5 ms for more changes before it renders (`QQuickWidget::triggerUpdate`).
After a patch none come: the frame that Chromium hands over is the whole of it. For a moment after
each patch the widget's timer is looked for whenever the event loop would go to sleep, and fired.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, QTimer, QTimerEvent
from PySide6.QtWidgets import QWidget

_DELAY = 5  # ms: the widget's own timer, known by it
_MOMENT = 80  # ms after a patch in which its frame comes


class Prompt(QObject):
    """Hastens the frames of one web view; does nothing, and costs nothing, until asked."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_MOMENT)
        self._end.timeout.connect(self._rest)
        self._dispatcher: QAbstractEventDispatcher | None = None

    def hasten(self) -> None:
        """A patch was sent: show its frame as soon as it is there."""
        self._end.start()
        if self._dispatcher is None:
            self._dispatcher = QAbstractEventDispatcher.instance()
            self._dispatcher.aboutToBlock.connect(self._fire)

    def _fire(self) -> None:
        painter = self._view.focusProxy()
        if painter is None or self._dispatcher is None:
            return
        for timer in self._dispatcher.registeredTimers(painter):
            if timer.interval == _DELAY:
                QCoreApplication.postEvent(painter, QTimerEvent(timer.timerId))

    def _rest(self) -> None:
        if self._dispatcher is not None:
            self._dispatcher.aboutToBlock.disconnect(self._fire)
            self._dispatcher = None
