"""Marks in a line of text: words underlined, the sentence where the mouse rests.

A QLineEdit draws formats only for what an input method composes, so the underlines are handed to
it as such, with nothing composed. They are put anew after each edit of the line.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.spans import difference
from palmetto_editor.ui.editor_text import code_points, utf16_length
from palmetto_editor.ui.widgets.mark import gravity, marked, underline

_FORMAT = QInputMethodEvent.AttributeType.TextFormat


class LineMarks(QObject):
    """Shows findings in one line of text."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._findings: tuple[Finding, ...] = ()
        self._spans: list[tuple[int, int, Finding]] = []
        self._text = ""
        self._composes = False
        self._tip = line.toolTip()
        line.installEventFilter(self)
        line.textChanged.connect(self._follow)

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these instead of those before."""
        self._findings = tuple(sorted(findings, key=gravity))
        self._text = self._line.text()
        self._spans = [(*f.place.span, f) for f in self._findings if f.place.span]
        mark = marked(findings)
        self._line.setToolTip(mark.tip if mark else self._tip)
        self.recolour()

    def recolour(self) -> None:
        """Underline the words in the colours in force."""
        if self._composes:  # an event of ours would end what is being composed
            return
        cursor = self._line.cursorPosition()
        attributes = []
        for start, end, finding in reversed(self._spans):  # the gravest is drawn last
            first = utf16_length(self._text[:start])
            length = utf16_length(self._text[start:end])
            look = underline(finding.severity)
            attributes.append(QInputMethodEvent.Attribute(_FORMAT, first - cursor, length, look))
        QApplication.sendEvent(self._line, QInputMethodEvent("", attributes))

    def at_cursor(self) -> tuple[Finding, ...]:
        """What the cursor stands in, else all that is found of the line."""
        at = code_points(self._text, self._line.cursorPosition())
        near = tuple(finding for start, end, finding in self._spans if start <= at <= end)
        return near or self._findings

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composes = bool(event.preeditString())
        return False

    def _follow(self, text: str) -> None:
        """The line changed: move the spans along."""
        if not self._spans:
            self._text = text
            return
        start, old_end, new_end = difference(self._text, text)
        grown = new_end - old_end

        def moved(point: int, at_end: int) -> int:
            if point >= old_end + at_end * (old_end == start):
                return point + grown
            return min(point, start)

        self._text = text
        self._spans = [(moved(s, 0), moved(e, 1), f) for s, e, f in self._spans]
        self.recolour()
