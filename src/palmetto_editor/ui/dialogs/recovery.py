"""After a crash: the saved version and the recovered one side by side, before any is chosen."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor.model.values import Article
from palmetto_editor.session.recovery import Copy
from palmetto_editor.session.versions import Row, side_by_side
from palmetto_editor.ui import style

Choice = Literal["recovered", "saved", "later"]
SHOWN = 2_000  # rows; longer articles say how many more there are
_MARKS = {"same": " ", "changed": "≠", "left": "−", "right": "+"}


class RecoveryDialog(QDialog):
    """`choice` says what the writer chose; closing the dialog decides nothing."""

    def __init__(self, copy: Copy, saved: Article | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask.recovery")
        self.setWindowTitle("Unsaved work was found")
        self.choice: Choice = "later"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        words = QLabel(_words(copy, saved))
        words.setWordWrap(True)
        layout.addWidget(words)
        rows = side_by_side(saved, copy.article)
        layout.addWidget(self._table(rows))
        layout.addWidget(self._buttons(saved))
        self.resize(1000, 640)

    def _table(self, rows: list[Row]) -> QTableWidget:
        table = QTableWidget(min(len(rows), SHOWN), 3)
        table.setObjectName("recovery.versions")
        table.setHorizontalHeaderLabels(["Saved", "", "Recovered"])
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setWordWrap(True)
        table.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(1, 28)
        first = None
        for number, row in enumerate(rows[:SHOWN]):
            for column, text in enumerate((row.left, _MARKS[row.mark], row.right)):
                item = QTableWidgetItem(text)
                if row.mark != "same":
                    item.setBackground(self._ground())
                    item.setToolTip(text)
                table.setItem(number, column, item)
            if first is None and row.mark != "same":
                first = table.item(number, 0)
        if first is not None:  # once the rows have the heights of their texts
            centre = QTableWidget.ScrollHint.PositionAtCenter
            QTimer.singleShot(0, table, lambda: table.scrollToItem(first, centre))
        return table

    def _ground(self) -> QColor:
        return style.colours().selection

    def _buttons(self, saved: Article | None) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox(Qt.Orientation.Horizontal)
        recovered = box.addButton("Open the recovered version", role.AcceptRole)
        recovered.setObjectName("recovery.recovered")
        recovered.setProperty("role", "primary")
        keep = "Keep the saved version" if saved else "Put the recovered version aside"
        refused = box.addButton(keep, role.DestructiveRole)
        refused.setObjectName("recovery.saved")
        later = box.addButton("Decide later", role.RejectRole)
        later.setObjectName("recovery.later")
        recovered.clicked.connect(lambda: self._choose("recovered"))
        refused.clicked.connect(lambda: self._choose("saved"))
        later.clicked.connect(lambda: self._choose("later"))
        return box

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def _words(copy: Copy, saved: Article | None) -> str:
    when = datetime.fromtimestamp(copy.written).astimezone().strftime("%d %B %Y, %H:%M")
    name = copy.article.metadata.headline or "Untitled article"
    where = f"It belongs to {copy.path}." if copy.path else "It was never saved."
    other = "" if saved or not copy.path else " The saved version is not there any more."
    return (
        f"“{name}” was being edited when the program stopped; the copy was written on {when}. "
        f"{where}{other} Nothing is changed until you choose, and a version put aside is kept "
        "for thirty days."
    )
