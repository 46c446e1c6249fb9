"""Errors stand against an export: each leads to its place, or a written reason overrules them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.ui import style
from palmetto_editor.ui.dialogs.reason import Reason
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.severities import COLOURS
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, column, fit
from palmetto_editor.ui.widgets.labels import words

if TYPE_CHECKING:
    from palmetto_editor.checks.finding import Finding

MOST = 200  # errors that are listed
_WHAT = (
    "Nothing was written. An error is something that makes the page, its markup and its source "
    "disagree, or that readers would hold against it. Click one to go there."
)
_FORCED = "The reason goes into the bundle's manifest, with the errors that it overrules."
_EXAMPLE = "A draft for the reviewers; the answers are written tomorrow."
_PLACE = Qt.ItemDataRole.UserRole


class _Whole(QStyledItemDelegate):
    """Gives a row the height of all its words: Qt wraps them, and shows one line of them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        tree = self.parent()
        if isinstance(tree, QTreeWidget):
            option.rect = QRect(0, 0, tree.columnWidth(0), 1)
        return super().sizeHint(option, index)


class BlockedDialog(QDialog):
    """`answer` is the place of an error to go to, or the reason for exporting all the same."""

    def __init__(
        self, errors: Sequence[Finding], article: Article, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("blocked")
        self.setWindowTitle("Export")
        self.answer: Place | str | None = None
        number = len(errors)
        noun = "error stands" if number == 1 else "errors stand"
        self._list = _list(errors, Names(article))
        self._reason = Reason("blocked.reason", "Why it is exported all the same", _EXAMPLE)
        self._reason.hide()
        self._hint = words(_FORCED, "hint")
        self._hint.hide()
        layout = column(self, GAP + 4)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        layout.addWidget(words(f"{number} {noun} against the export", "title"))
        layout.addWidget(words(_WHAT, "hint"))
        layout.addWidget(self._list, 1)
        layout.addWidget(self._reason)
        layout.addWidget(self._hint)
        layout.addLayout(self._foot())
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        self._reason.changed.connect(self._force.setEnabled)
        self._reason.entered.connect(self._accept)
        fit(self, 720, 440)
        self._list.setFocus()

    def _foot(self) -> QHBoxLayout:
        self._more = QPushButton("Export all the same…")
        self._more.setObjectName("blocked.more")
        self._more.setProperty("role", "quiet")
        self._more.clicked.connect(self._ask_reason)
        self._force = QPushButton("Export with errors")
        self._force.setObjectName("blocked.force")
        self._force.setProperty("role", "danger")
        self._force.setEnabled(False)
        self._force.hide()
        self._force.clicked.connect(self._accept)
        close = QPushButton("Back to the article")
        close.setObjectName("blocked.close")
        close.setProperty("role", "primary")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        for button in (self._more, self._force):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self._force)
        foot.addWidget(close)
        return foot

    def _ask_reason(self) -> None:
        self._more.hide()
        for widget in (self._reason, self._hint, self._force):
            widget.show()
        self._reason.setFocus()

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE)
        if isinstance(place, Place):
            self.answer = place
            self.accept()

    def _accept(self) -> None:
        if self._reason.text:
            self.answer = self._reason.text
            self.accept()


def _list(errors: Sequence[Finding], names: Names) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setObjectName("blocked.errors")
    tree.setAccessibleName("Errors")
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setColumnCount(2)
    tree.setWordWrap(True)
    tree.setItemDelegateForColumn(0, _Whole(tree))
    tree.header().sectionResized.connect(lambda: tree.scheduleDelayedItemsLayout())
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    colours = style.colours()
    for error in errors[:MOST]:
        item = QTreeWidgetItem(tree, [error.message, names.of(error.place)])
        item.setIcon(0, style.icon(error.severity, COLOURS[error.severity]))
        item.setForeground(0, colours.link)
        item.setForeground(1, colours.muted)
        item.setToolTip(0, f"{error.message} ({error.rule})")
        item.setData(0, _PLACE, error.place)
    if len(errors) > MOST:
        more = QTreeWidgetItem(tree, [f"… and {len(errors) - MOST:,} more", ""])
        more.setForeground(0, colours.muted)
    first = tree.topLevelItem(0)
    if first is not None:
        tree.setCurrentItem(first)
    return tree
