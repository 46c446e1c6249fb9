"""Garbage is collected by the window's thread, and by no other.

Python collects on whichever thread makes the next value. On the one that makes the pages it would
destroy what is left of a closed dialog there: Qt ends the program for that, or both threads wait
for ever, one with Python's lock for one of Qt's, the other the other way about.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from operator import gt

from PySide6.QtCore import QObject, QTimer

_INTERVAL = 500  # ms from one look to the next
_OVERDUE = 10  # times the threshold: then even the old are searched while something goes on
_left_alone: set[object] = set()  # one for each `uncollected` that is going on


class Collector(QObject):
    """Collects in place of Python, by the same thresholds, as long as the program runs.

    All that was ever made is searched only while nothing goes on: with a long article that takes
    longer than a frame.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_INTERVAL)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Collect what is due; on the thread of the window."""
        if _left_alone:
            return
        counts, thresholds = gc.get_count(), gc.get_threshold()
        young, middle, old = map(gt, counts, thresholds)
        if old and (not young or counts[2] > _OVERDUE * thresholds[2]):
            gc.collect(2)
        elif young:
            gc.collect(1 if middle else 0)


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected meanwhile; for work on any thread that makes very many values.

    With a hundred thousand records just read, each collection holds all threads for half a
    second, that of the window too; and the records are no garbage.
    """
    mark = object()
    _left_alone.add(mark)
    try:
        yield
    finally:
        _left_alone.discard(mark)
