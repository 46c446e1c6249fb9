"""The Problems panel: findings in a list, the gravest first; a click goes to the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
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
GRAVITY = {"error": 0, "warning": 1, "advice": 2}
COLOURS = {"error": "danger", "warning": "warning", "advice": "muted"}


class Problems(QWidget):
    """Lists findings; `chosen` carries the Place of the one that was clicked."""

    chosen = Signal(Place)

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
        self._list.setColumnCount(2)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemClicked.connect(self._tell)
        self._list.itemActivated.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings instead of those before; the same list costs nothing."""
        ordered = tuple(sorted(findings, key=lambda finding: GRAVITY[finding.severity]))
        self._title.setText(f"Problems · {summary(ordered)}")
        if ordered == self.findings and self._list.topLevelItemCount() == len(ordered):
            return
        self.findings = ordered
        self.recolour()

    def recolour(self) -> None:
        """Build the rows in the colours in force."""
        self._list.clear()
        for finding in self.findings:
            item = QTreeWidgetItem(self._list, [finding.message, str(finding.place)])
            item.setIcon(0, style.icon(finding.severity, COLOURS[finding.severity]))
            item.setForeground(1, style.colours().muted)
            item.setToolTip(0, f"{finding.severity}: {finding.message} ({finding.rule})")
            item.setData(0, _FINDING, finding.place)

    def _tell(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _FINDING))


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
