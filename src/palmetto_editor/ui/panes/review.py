"""The review sheet of a foreign page: where it disagrees, what was mended and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor.intake.draft import Draft
from palmetto_editor.model.edits import Change, Edit
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.session.incoming import put_back, standing, take_all
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.severities import GRAVITY
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, FormArea, column
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.two_sides import TwoSides

_INDEX = Qt.ItemDataRole.UserRole


class ReviewPane(Pane):
    """Shows the session's draft; every choice is an edit that can be undone.

    `place_wanted` carries a place at which the writer wants to write.
    """

    parts = ("review",)
    title = "Review"
    icon = "review"
    place_wanted = Signal(Place)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.rows: list[TwoSides] = []
        self._draft: Draft | None = None
        self._source = words("", "hint", "review.source")
        self._tabs = QTabWidget()
        self._tabs.setObjectName("review.tabs")
        layout = column(self, GAP)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(words(self.title, "title"))
        layout.addWidget(self._source)
        layout.addWidget(self._tabs, 1)
        self.refresh()

    def show_change(self, _change: Change) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Build the sheet of another draft; else show whose words the article has now."""
        draft = self.session.draft
        if draft is not self._draft:
            self._draft = draft
            self._build(draft)
        if self.isVisible() or not self.rows:
            self._show_standings()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_standings()

    def go_to(self, place: Place) -> None:
        self._tabs.setFocus()

    def _show_standings(self) -> None:
        for row in self.rows:
            row.show_standing(standing(self.session.article, row.row))

    def _build(self, draft: Draft | None) -> None:
        while self._tabs.count():
            gone = self._tabs.widget(0)
            self._tabs.removeTab(0)
            if gone is not None:
                gone.deleteLater()
        self.rows = []
        if draft is None:
            self._source.setText("Open a page that was published elsewhere, and it is reviewed.")
            return
        self._source.setText(
            f"Read from {draft.source}. Nothing was thrown away: what found no home stands under "
            "“Left over”."
        )
        for title, number, page in (
            ("Disagreements", len(draft.disagreements), self._disagreements(draft)),
            ("Left over", len(draft.leftovers), self._leftovers(draft)),
            ("Mended", len(draft.mended), self._mended(draft)),
            ("Origins", len(draft.fields), self._fields(draft)),
        ):
            self._tabs.addTab(page, f"{title} {number}")

    def _disagreements(self, draft: Draft) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, GAP, 0, 0)
        row = QHBoxLayout()
        for label, side in (("Take all from the page", "page"), ("… from the markup", "markup")):
            button = QPushButton(label)
            button.setObjectName(f"review.all.{side}")
            button.clicked.connect(partial(self._take_all, draft, side))
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        area = FormArea()
        area.column.setContentsMargins(0, 0, GAP, 0)
        for found in sorted(draft.disagreements, key=lambda d: GRAVITY[d.severity]):
            card = TwoSides(found)
            card.chosen.connect(self._choose)
            card.wanted.connect(self.place_wanted)
            self.rows.append(card)
            area.column.addWidget(card)
        if not self.rows:
            area.column.addWidget(words("The page and its markup agree.", "hint"))
        area.column.addStretch(1)
        layout.addWidget(area, 1)
        return page

    def _choose(self, edit: Edit) -> None:
        self.session.do(edit)
        self._show_standings()

    def _take_all(self, draft: Draft, side: str) -> None:
        self.session.do(take_all(draft, "page" if side == "page" else "markup"))
        self._show_standings()

    def _leftovers(self, draft: Draft) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, GAP, 0, 0)
        tree = _table(
            "review.leftovers",
            ("Text", "Why", "Where"),
            [(left.text, left.reason, left.origin) for left in draft.leftovers],
        )
        button = QPushButton("Put into the body")
        button.setObjectName("review.put_back")
        button.setEnabled(bool(draft.leftovers))
        button.clicked.connect(partial(self._put_back, draft, tree))
        layout.addWidget(tree, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _put_back(self, draft: Draft, tree: QTreeWidget) -> None:
        item = tree.currentItem()
        if item is not None:
            self.session.do(put_back(draft.leftovers[item.data(0, _INDEX)]))

    def _mended(self, draft: Draft) -> QWidget:
        rows = [(mended.what, mended.words, mended.where) for mended in draft.mended]
        return _table("review.mended", ("What was broken", "Words", "Where"), rows)

    def _fields(self, draft: Draft) -> QWidget:
        rows = [
            (str(found.place), found.value, found.origin, f"{found.confidence:.0%}")
            for found in draft.fields
        ]
        tree = _table("review.fields", ("Field", "Value", "From", "Sure"), rows)
        tree.itemActivated.connect(
            lambda item: self.place_wanted.emit(draft.fields[item.data(0, _INDEX)].place)
        )
        return tree


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setObjectName(name)
    tree.setAccessibleName(name.rpartition(".")[2])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setHeaderLabels(list(heads))
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for number, row in enumerate(rows):
        item = QTreeWidgetItem(tree, [" ".join(cell.split())[:300] for cell in row])
        item.setData(0, _INDEX, number)
        for at, cell in enumerate(row):
            item.setToolTip(at, cell[:2_000])
    for at in range(len(heads) - 1):
        tree.resizeColumnToContents(at)
        tree.setColumnWidth(at, min(tree.columnWidth(at), 320))
    return tree
