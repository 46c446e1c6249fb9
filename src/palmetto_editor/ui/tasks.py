"""Work apart from the window: one call on a pool thread, its answer back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class Progress(QObject):
    """What a long task is given: it reports its share (0 to 1) and asks whether to go on."""

    reported = Signal(float, str)

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = Event()

    def report(self, share: float, words: str) -> None:
        self.reported.emit(share, words)

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


class Tasks(QObject):
    """Runs tasks and remembers them until they have answered.

    `started` carries the task's words and its Progress; `ended` comes when none is left.
    """

    started = Signal(str, Progress)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[_Task] = set()
        self._quiet: set[_Task] = set()

    def run(
        self,
        words: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        """Call `work` on a thread, then `done` or `failed` on this one."""
        task = _Task(work, done, failed)
        self._running.add(task)
        self._start(task)
        self.started.emit(words, task.progress)
        return task.progress

    def quietly(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """The same for small work of which nobody need hear."""
        task = _Task(work, done, failed)
        self._quiet.add(task)
        self._start(task)

    def _start(self, task: _Task) -> None:
        task.answered.connect(self._finish)
        self._pool.start(_Runnable(task))

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def wait(self) -> None:
        """Block until every task has run; for the end of the program only."""
        self._pool.waitForDone()

    @Slot(object)
    def _finish(self, task: _Task) -> None:
        spoken = task in self._running
        self._running.discard(task)
        self._quiet.discard(task)
        if spoken and not self._running:
            self.ended.emit()
        task.deliver()


class _Task(QObject):
    answered = Signal(object)

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self.progress = Progress()
        self._work, self._done, self._failed = work, done, failed
        self._result: Any = None
        self._error: Exception | None = None

    def run(self) -> None:
        try:
            self._result = self._work(self.progress)
        except Exception as error:  # handed to `failed`, whatever it is
            self._error = error
        self.answered.emit(self)

    def deliver(self) -> None:
        if self._error is None:
            self._done(self._result)
        else:
            self._failed(self._error)


class _Runnable(QRunnable):
    def __init__(self, task: _Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()
