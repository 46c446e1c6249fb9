"""Work apart from the window: one call on a pool thread, its answer back on the GUI thread.

What crosses the threads is plain Python; the only QObject is `Tasks`, which lives on the GUI
thread, since a QObject that dies on another one takes the program with it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Progress:
    """What a long task is given: it reports its share (0 to 1) and asks whether to go on."""

    def __init__(self, tell: Callable[[float, str], object]) -> None:
        self._tell = tell
        self._cancelled = Event()

    def report(self, share: float, words: str) -> None:
        self._tell(share, words)

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


@dataclass(slots=True, eq=False)
class _Task:
    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progress: Progress
    spoken: bool
    result: Any = None
    error: Exception | None = field(default=None)

    def run(self) -> None:
        try:
            self.result = self.work(self.progress)
        except Exception as error:  # handed to `failed`, whatever it is
            self.error = error

    def deliver(self) -> None:
        if self.error is None:
            self.done(self.result)
        else:
            self.failed(self.error)

    def let_go(self) -> None:
        """Know no window any more: the pool's thread may be the last that knows this task."""
        self.done = self.failed = _unheard


class Tasks(QObject):
    """Runs tasks and remembers them until they have answered.

    `started` carries a task's words and its Progress, `reported` a share and words, and `ended`
    comes when none is left.
    """

    started = Signal(str, object)
    reported = Signal(float, str)
    ended = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="task")
        self._running: set[_Task] = set()
        self._closed = False
        self._answered.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        words: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Progress:
        """Call `work` on a thread, then `done` or `failed` on this one."""
        task = _Task(work, done, failed, Progress(self.reported.emit), spoken=True)
        self._running.add(task)
        self._pool.submit(self._work, task)
        self.started.emit(words, task.progress)
        return task.progress

    def quietly(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """The same for small work of which nobody need hear."""
        task = _Task(work, done, failed, Progress(_unheard), spoken=False)
        self._pool.submit(self._work, task)

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def close(self) -> None:
        """Let what runs finish; no answer is delivered any more."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def _work(self, task: _Task) -> None:
        task.run()
        if not self._closed:
            self._answered.emit(task)

    @Slot(object)
    def _finish(self, task: _Task) -> None:
        self._running.discard(task)
        if task.spoken and not self._running:
            self.ended.emit()
        if not self._closed:
            task.deliver()
        task.let_go()


def _unheard(*_: object) -> None:
    """Nobody listens: to how far quiet work is, to an answer that was given."""
