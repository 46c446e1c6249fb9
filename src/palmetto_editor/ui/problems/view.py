"""The list of problems as Qt shows it: headings over their rows, words where it is empty."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from palmetto_editor.ui import style
from palmetto_editor.ui.problems.model import ACT, MESSAGE, PLACE, ProblemModel
from palmetto_editor.ui.problems.rows import DISMISSED, STALE

_FOLDED = (DISMISSED, STALE)  # headings that are folded up at first
_WIDEST = 270  # px of the column of places
_MEASURED = 40  # rows of each heading
_AROUND = 24  # px around a place's words
_ACT = 104  # px of the column of what a click does


class ProblemView(QTreeView):
    """`left` is asked for with Escape: back to where the writer was."""

    left = Signal()

    def __init__(self, model: ProblemModel) -> None:
        super().__init__()
        self.problems = model
        self.empty = ""
        self._dressed: set[str] = set()
        self._wanted = 0
        self.setObjectName("problems")
        self.setAccessibleName("Problems")
        self.setProperty("role", "side")
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        for section in (PLACE, ACT):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(ACT, _ACT)

    def dress(self, *, unfold: bool = False) -> None:
        """After the model changed: new headings run over all columns and are unfolded."""
        keys = [group.key for group in self.problems.groups]
        self._dressed &= set(keys)
        for at, key in enumerate(keys):
            if key not in self._dressed:
                self._dressed.add(key)
                self.setFirstColumnSpanned(at, QModelIndex(), True)
                self.setExpanded(self.problems.index(at, 0), key not in _FOLDED)
            if unfold:
                self.setExpanded(self.problems.index(at, 0), True)
        self._measure()
        self._fit()

    def undress(self) -> None:
        """The model is another one: nothing of the headings before holds."""
        self._dressed.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.problems.groups:
            return
        painter = QPainter(self.viewport())
        painter.setPen(style.colours().muted)
        area = self.viewport().rect().adjusted(16, 8, -16, -8)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self.empty)
        painter.end()

    def _measure(self) -> None:
        """How wide the places are, by the first rows of each heading: Qt would ask for them all."""
        rows = (row for group in self.problems.groups for row in group.rows[:_MEASURED])
        places = {row.place for row in rows if row.finding is not None and row.place is not None}
        width = self.fontMetrics().horizontalAdvance
        names = self.problems.names
        self._wanted = max((width(names.of(place)) for place in places), default=0) + _AROUND

    def _fit(self) -> None:
        """The places take what they need, and never more than a third of the width."""
        most = min(_WIDEST, self.viewport().width() // 3)
        self.header().resizeSection(PLACE, max(60, min(self._wanted, most)))
