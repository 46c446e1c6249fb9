"""What a window leaves is destroyed by the thread that made it, whatever the others do."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QTimer

from palmetto_editor.ui.garbage import Collector, uncollected

# Timers and widgets in circles, left by this thread, while another makes values without end.
LEAVING = """
import sys, threading, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from palmetto_editor.app import application, build
from palmetto_editor.session.settings import Settings

class Left(QWidget):
    def __init__(self):
        super().__init__()
        self.me, self.timer = self, QTimer(self, interval=1)
        self.timer.start()
        self.show()

app = application()
window = build(Path(sys.argv[1]), Settings())
ended = threading.Event()

def make():
    while not ended.is_set():
        [[number] for number in range(2_000)]

maker = threading.Thread(target=make)
maker.start()
end = time.monotonic() + 2
while time.monotonic() < end:
    Left()
    app.processEvents()
ended.set()
maker.join()
print("whole")
"""


class Circle(QTimer):
    """Refers to itself: only the collector destroys it."""

    def __init__(self):
        super().__init__()
        self.me = self


@pytest.fixture
def collector(qapp):
    return qapp.findChild(Collector)


@pytest.fixture
def died():
    """Leaves a circle; tells on which threads such were destroyed."""
    threads = []
    weakref.finalize(Circle(), lambda: threads.append(threading.current_thread()))
    return threads


def test_a_window_outlives_what_it_leaves_while_another_thread_works(tmp_path):
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", LEAVING, tmp_path], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr, done.returncode) == ("whole\n", "", 0)


def test_a_thread_that_makes_many_values_destroys_nothing_of_the_window(died, collector, qtbot):
    maker = threading.Thread(target=lambda: [[number] for number in range(100_000)])
    maker.start()
    maker.join()
    assert died == []
    kept = [[number] for number in range(100_000)]
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.main_thread()]
    assert kept


def test_nothing_is_collected_while_very_many_values_are_made(died, collector):
    with uncollected():
        with uncollected():
            kept = [[number] for number in range(100_000)]
        collector.look()
        assert died == []
    collector.look()
    assert died != []
    assert kept


def test_the_old_are_searched_while_nothing_goes_on(collector, monkeypatch):
    searched = []
    monkeypatch.setattr(gc, "collect", searched.append)
    for count, expected in (
        ((0, 0, 0), []),
        ((701, 0, 0), [0]),
        ((701, 11, 0), [1]),
        ((701, 0, 11), [0]),
        ((701, 0, 101), [2]),
        ((0, 0, 11), [2]),
    ):
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        searched.clear()
        collector.look()
        assert searched == expected, count
