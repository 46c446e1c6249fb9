"""Marks: hands each pane the findings of its part, and knows which are at the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.ui.marks.pane_marks import PaneMarks
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.stack import PaneStack


class Marks(QObject):
    """The findings of the newest article in the panes of a stack.

    A pane is marked when it is seen, and again when the findings are others. `asked` carries the
    findings of a sign that was clicked, and the point of the screen at which to offer what can be
    done about them.
    """

    asked = Signal(object, QPoint)

    def __init__(self, stack: PaneStack) -> None:
        super().__init__(stack)
        self._stack = stack
        self._findings: tuple[Finding, ...] = ()
        self._panes: dict[Pane, PaneMarks] = {}
        self._up_to_date: set[Pane] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._recolour)
        stack.currentChanged.connect(lambda _: self._show_seen())
        stack.dressed.connect(lambda: self._soon.start(0))

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these instead of those before: what is found of the open article as it is now."""
        self._findings = tuple(findings)
        self._up_to_date.clear()
        self._show_seen()

    def at_cursor(self) -> tuple[Finding, ...]:
        """What is found where the focus is: at the cursor of a text, at the current row or cell,
        or else of the input; the gravest first.
        """
        focus, pane = QApplication.focusWidget(), self._seen
        if focus is None or pane is None or not pane.isAncestorOf(focus):
            return ()
        self._show_seen()
        return self._panes[pane].at(focus) if pane in self._panes else ()

    @property
    def _seen(self) -> Pane | None:
        pane: QWidget | None = self._stack.currentWidget()
        return pane if isinstance(pane, Pane) else None

    def _show_seen(self) -> None:
        """Mark the pane that is seen, if its marks are not those of the newest findings."""
        pane = self._seen
        if pane is None or pane in self._up_to_date:
            return
        self._up_to_date.add(pane)
        mine = tuple(f for f in self._findings if f.place.part == pane.parts[0])
        if pane not in self._panes:
            if not mine:
                return
            self._panes[pane] = marks = PaneMarks(pane)
            marks.asked.connect(self.asked)
        self._panes[pane].show(mine)

    def _recolour(self) -> None:
        for marks in self._panes.values():
            marks.recolour()
