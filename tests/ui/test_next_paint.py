from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from palmetto_editor.ui.next_paint import NextPaint


class Told(QObject):
    painted = Signal()


def test_the_first_paint_is_told_and_no_other(qtbot):
    widget, told, count = QWidget(), Told(), []
    qtbot.addWidget(widget)
    told.painted.connect(lambda: count.append(1))
    NextPaint(widget, told.painted)
    assert count == []
    with qtbot.waitSignal(told.painted):
        widget.show()
    widget.repaint()
    qtbot.wait(20)
    assert count == [1]
