"""The left column: the parts of the article, and the outline of its body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor.model.edits import Change
from palmetto_editor.ui import style
from palmetto_editor.ui.badges import COUNTS, BadgeDelegate
from palmetto_editor.ui.severities import counted

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding

_ID = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
COUNTED = ("faq", "tables", "references", "links", "images")


class PartList(QListWidget):
    """One row for each pane; says how many items the part has, and how many problems."""

    chosen = Signal(str)

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """`rows` are (part, title, icon); icons come with the first `recolour`."""
        super().__init__()
        self.setObjectName("parts")
        self.setAccessibleName("Parts of the article")
        self.setProperty("role", "side")
        self.setIconSize(QSize(18, 18))
        self._titles = {part: title for part, title, _ in rows}
        self._badges = BadgeDelegate(self)
        self.setItemDelegate(self._badges)
        for part, title, icon in rows:
            item = QListWidgetItem(title, self)
            item.setData(_ID, part)
            item.setData(_ICON, icon)
        self.show_review(None)
        self.currentItemChanged.connect(self._tell)

    def show_counts(self, change: Change) -> None:
        """Write how many items each list of the article has, where a change touched a list."""
        if not change.touches(*COUNTED):
            return
        for row in range(self.count()):
            item = self.item(row)
            part = item.data(_ID)
            if part == "review":
                continue
            number = len(getattr(change.after, part)) if part in COUNTED else 0
            item.setText(self._titles[part] + (f"  {number}" if number else ""))
            _speak(item)

    def show_problems(self, findings: Iterable[Finding]) -> None:
        """Put a badge on each part that something was found in."""
        counts: dict[str, Counter[str]] = {}
        for finding in findings:
            counts.setdefault(finding.place.part, Counter())[finding.severity] += 1
        for row in range(self.count()):
            item = self.item(row)
            item.setData(COUNTS, counts.get(item.data(_ID), Counter()))
            _speak(item)

    def show_review(self, number: int | None) -> None:
        """Offer the review sheet, with so many disagreements; None hides it."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_ID) == "review":
                if item.isHidden() != (number is None):  # Qt lays all rows out again, asked or not
                    item.setHidden(number is None)
                item.setText(self._titles["review"] + (f"  {number}" if number else ""))

    def select(self, part: str) -> None:
        """Mark a part as the one being edited, without choosing it again."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(_ID) == part:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def recolour(self) -> None:
        """Draw the icons in the colours in force."""
        for row in range(self.count()):
            item = self.item(row)
            item.setIcon(style.icon(item.data(_ICON)))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ID))


def _speak(item: QListWidgetItem) -> None:
    """Say what the badge shows in words."""
    problems = counted(item.data(COUNTS) or Counter())
    item.setToolTip(problems)
    spoken = f"{item.text()}, {problems}" if problems else item.text()
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)


class Outline(QTreeWidget):
    """The headings of the body as a tree; `chosen` carries the index of the heading's block."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName("Outline of the body")
        self.setProperty("role", "side")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self._shown: tuple[tuple[int, str, int], ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def show_headings(self, headings: Sequence[tuple[int, str, int]]) -> None:
        """Show (level, text, block) rows; rebuilt only where levels or texts differ."""
        rows = tuple(headings)
        if rows == self._shown:
            return
        if [row[:2] for row in rows] == [row[:2] for row in self._shown]:
            for item, row in zip(self._items, rows, strict=True):
                item.setData(0, _ID, row[2])
        else:
            self._build(rows)
        self._shown = rows

    def follow(self, block: int) -> None:
        """Mark the heading under which a block of the body stands."""
        current = None
        for item in self._items:
            if item.data(0, _ID) > block:
                break
            current = item
        if current is not None:
            self.setCurrentItem(current)
        else:
            self.clearSelection()

    def _build(self, rows: Sequence[tuple[int, str, int]]) -> None:
        self.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for level, text, block in rows:
            while above and above[-1][0] >= level:
                above.pop()
            item = QTreeWidgetItem(above[-1][1] if above else self, [text or "(no text)"])
            item.setToolTip(0, text)
            item.setData(0, _ID, block)
            above.append((level, item))
            self._items.append(item)
        self.expandAll()

    def _tell(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _ID))


def side_column(parts: PartList, outline: Outline) -> QSplitter:
    """The left column of the window."""
    column = QSplitter(Qt.Orientation.Vertical)
    column.setObjectName("splitter.side")
    column.addWidget(_titled("Parts", parts))
    column.addWidget(_titled("Outline", outline))
    column.setStretchFactor(1, 1)
    column.setSizes([390, 400])
    column.setChildrenCollapsible(False)
    return column


def _titled(title: str, inner: QWidget) -> QWidget:
    box = QWidget()
    box.setProperty("role", "side")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(8, 10, 0, 4)
    layout.setSpacing(4)
    label = QLabel(title)
    label.setProperty("role", "label")
    label.setContentsMargins(6, 0, 0, 0)
    layout.addWidget(label)
    layout.addWidget(inner)
    return box
