"""The Problems panel: findings in a list, the gravest first; a click goes to the place.

Where a finding brings what mends it, its row offers that, and so does the row's menu.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor.model.places import Place
from palmetto_editor.ui import style

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding

_FINDING = Qt.ItemDataRole.UserRole
_MESSAGE, _PLACE, _FIX = range(3)  # columns
GRAVITY = {"error": 0, "warning": 1, "advice": 2}
COLOURS = {"error": "danger", "warning": "warning", "advice": "muted"}


class Problems(QWidget):
    """Lists findings; `chosen` carries the Place of the one that was clicked, `mending` the Edit
    of the one that is to be mended.
    """

    chosen = Signal(Place)
    mending = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self._title = QLabel()
        self._title.setProperty("role", "label")
        self._list = QTreeWidget()
        self._list.setObjectName("problems")
        self._list.setAccessibleName("Problems")
        self._list.setProperty("role", "side")
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setColumnCount(3)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (_PLACE, _FIX):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemClicked.connect(self._click)
        self._list.itemActivated.connect(self._tell)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings instead of those before; the same list costs next to nothing."""
        ordered = tuple(sorted(findings, key=lambda finding: GRAVITY[finding.severity]))
        self._title.setText(f"Problems · {summary(ordered)}")
        is_same = ordered == self.findings and self._list.topLevelItemCount() == len(ordered)
        self.findings = ordered
        if not is_same:
            self.recolour()
            return
        for row, finding in enumerate(ordered):  # equal, but each fix is made for this article
            if item := self._list.topLevelItem(row):
                item.setData(_MESSAGE, _FINDING, finding)

    def recolour(self) -> None:
        """Build the rows in the colours in force."""
        self._list.clear()
        for finding in self.findings:
            self._add_row(finding)

    def _add_row(self, finding: Finding) -> None:
        item = QTreeWidgetItem(self._list, [finding.message, str(finding.place)])
        item.setIcon(_MESSAGE, style.icon(finding.severity, COLOURS[finding.severity]))
        item.setForeground(_PLACE, style.colours().muted)
        item.setToolTip(_MESSAGE, f"{finding.severity}: {finding.message} ({finding.rule})")
        item.setData(_MESSAGE, _FINDING, finding)
        if finding.fix:
            item.setText(_FIX, "Fix")
            item.setForeground(_FIX, style.colours().link)
            item.setToolTip(_FIX, f"{finding.fix.label} (one step; it can be undone)")

    def _click(self, item: QTreeWidgetItem, column: int) -> None:
        finding = item.data(_MESSAGE, _FINDING)
        if column == _FIX and finding.fix:
            self.mending.emit(finding.fix)
        else:
            self._tell(item)

    def _tell(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(_MESSAGE, _FINDING).place)

    def menu(self, item: QTreeWidgetItem) -> QMenu:
        """What can be done about a row, for the mouse and the menu key."""
        finding = item.data(_MESSAGE, _FINDING)
        menu = QMenu(self)
        menu.addAction("Go there", lambda: self._tell(item))
        if finding.fix:
            menu.addAction(f"Fix: {finding.fix.label}", lambda: self.mending.emit(finding.fix))
        return menu

    def _show_menu(self, where: QPoint) -> None:
        item = self._list.itemAt(where) or self._list.currentItem()
        if item is not None:
            self.menu(item).popup(self._list.viewport().mapToGlobal(where))


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or `none`."""
    counts = Counter[str](finding.severity for finding in findings)
    named = [
        f"{counts[severity]} {word if counts[severity] == 1 else plural}"
        for severity, word, plural in (
            ("error", "error", "errors"),
            ("warning", "warning", "warnings"),
            ("advice", "piece of advice", "pieces of advice"),
        )
        if counts[severity]
    ]
    return ", ".join(named) or "none"
