from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from palmetto_editor.ui.preview.prompt import Prompt


class Painter(QWidget):
    """Waits a while before it paints, as Qt Quick's widget does; it stops its timer by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fired = 0

    def timerEvent(self, event):  # noqa: N802  (Qt's name)
        self.fired += 1
        if self.fired == 2:
            self.killTimer(event.timerId())


def _view(qtbot):
    view = QWidget()
    painter = Painter(view)
    view.setFocusProxy(painter)
    qtbot.addWidget(view)
    return view, painter


def _fired_after_a_millisecond(qtbot, painter):
    """How often the painter was called when its timer of 5 ms has run for one."""
    painter.startTimer(5)
    fired = []
    QTimer.singleShot(1, lambda: fired.append(painter.fired))
    qtbot.waitUntil(lambda: bool(fired))
    return fired[0]


def test_a_frame_that_waits_is_painted_before_its_time(qtbot):
    view, painter = _view(qtbot)
    Prompt(view).hasten()
    assert _fired_after_a_millisecond(qtbot, painter) > 0


def test_nothing_is_hastened_that_was_not_asked_for(qtbot):
    view, painter = _view(qtbot)
    Prompt(view)
    assert _fired_after_a_millisecond(qtbot, painter) == 0


def test_other_timers_are_left_alone(qtbot):
    view, painter = _view(qtbot)
    Prompt(view).hasten()
    painter.startTimer(60_000)
    qtbot.wait(100)
    assert painter.fired == 0


def test_after_a_moment_it_watches_no_more(qtbot):
    view, painter = _view(qtbot)
    Prompt(view).hasten()
    qtbot.wait(150)
    assert _fired_after_a_millisecond(qtbot, painter) == 0
