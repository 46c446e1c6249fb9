"""Where a work is cited: one row for each citation, with the words around; a row leads there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from palmetto_editor.model.citing import Mention, mentions
from palmetto_editor.model.edits import Change
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.forms import column
from palmetto_editor.ui.widgets.item_row import ROW, Row, RowDelegate
from palmetto_editor.ui.widgets.labels import words

MOST = 4  # rows shown before the list scrolls
LATER = 400  # ms after the last change of a text
CITING = ("notice", "short_answer", "body", "disclaimer", "faq", "tables", "images")
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_PARTS = {
    "notice": "Notice",
    "short_answer": "Short answer",
    "body": "Body",
    "disclaimer": "Disclaimer",
}


class CitedWhere(QWidget):
    """The citations of one key. `place_wanted` carries the Place of the row that was chosen.

    It follows the texts while it is seen, a while after the last change.
    """

    place_wanted = Signal(Place)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Mention, ...] = ()
        self._key = ""
        self.setObjectName("references.cited")
        self._rows = QStandardItemModel(self)
        self._list = _Places(self._rows)
        self._list.chosen.connect(self._tell)
        self._none = words("Not cited yet. Type @ and its key in a text to cite it.", "hint")
        layout = column(self)
        layout.addWidget(words("Cited in", "heading"))
        layout.addWidget(self._none)
        layout.addWidget(self._list)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.refresh)
        forget = session.subscribe(self._on_change)
        self.destroyed.connect(lambda: forget())
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Show where this key is cited in the article as it is now; `""` for nothing at all."""
        self._key = key
        self.refresh()
        self.setVisible(bool(key))

    def refresh(self) -> None:
        """Show the same key in the article as it is now."""
        self._later.stop()
        article, key = self._session.article, self._key
        found = mentions(article, key) if key else ()
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        self._rows.clear()
        for mention in found:
            row = Row(mention.words.strip(), where(article, mention.place))
            item = QStandardItem(row.words)
            item.setData(row, ROW)
            item.setToolTip("Go to this citation")
            self._rows.appendRow(item)
        self._list.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and change.touches(*CITING):
            self._later.start()

    def _tell(self, index: QModelIndex) -> None:
        """Go where the citation is now: the text may have grown since the list was made."""
        row = index.row()
        self.refresh()
        if row < len(self._shown):
            self.place_wanted.emit(self._shown[row].place)


class _Places(QListView):
    """As high as its rows; a click, Enter or the space bar chooses one."""

    chosen = Signal(QModelIndex)

    def __init__(self, rows: QStandardItemModel) -> None:
        super().__init__()
        self.setObjectName("references.cited.places")
        self.setAccessibleName("Where it is cited")
        self._delegate = RowDelegate(2)
        self.setItemDelegate(self._delegate)
        self.setModel(rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)

    def sizeHint(self) -> QSize:
        shown = max(1, min(MOST, self.model().rowCount()))
        return QSize(200, shown * self._delegate.height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if Qt.Key(event.key()) in _OPENS and current.isValid():
            self.chosen.emit(current)
        else:
            super().keyPressEvent(event)


def where(article: Article, place: Place) -> str:
    """What a writer calls a place: `Body`, `FAQ · What is ghrelin?`, `Table t1 · row 2, Dose`."""
    if place.part in _PARTS:
        return _PARTS[place.part]
    if place.part == "faq":
        asked = next((q.question for q in article.faq if q.id == place.item), "")
        return f"FAQ · {asked or place.item}"
    if place.part == "images":
        return f"Caption of the image {place.item}"
    return f"Table {place.item} · {_in_table(article, place)}"


def _in_table(article: Article, place: Place) -> str:
    steps = place.steps
    table = next((t for t in article.tables if t.id == place.item), None)
    if table is None or len(steps) < 2:
        return str(steps[0]) if steps else "cells"
    if steps[0] == "columns":
        return f"head of column {int(steps[1]) + 1}"
    column_ = int(steps[2]) if len(steps) > 2 else 0
    label = table.columns[column_].label or f"column {column_ + 1}"
    return f"row {int(steps[1]) + 1}, {label}"
