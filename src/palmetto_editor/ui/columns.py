"""What stands where in the window: parts and outline, the pane, the previews, problems below."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from palmetto_editor.session.document import Session
from palmetto_editor.ui import bare
from palmetto_editor.ui.banner import Banner
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.parts import Outline, PartList, side_column
from palmetto_editor.ui.problems import Problems
from palmetto_editor.ui.stack import ENTRIES, PaneStack
from palmetto_editor.ui.widgets.find_bar import FindBar


class Columns(QSplitter):
    """Every divider moves, and has a name under which it is remembered.

    `height` is the window's, in px: in a low one the problems leave more of it to the text.
    """

    def __init__(self, session: Session, on_pane: Callable[[Pane], None], height: int) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.parts = PartList([(e.part, e.title, e.icon) for e in ENTRIES])
        self.outline = Outline()
        self.banner = Banner()
        self.find_bar = FindBar()
        self.stack = PaneStack(session, on_pane)
        self.previews = QTabWidget()
        self.previews.setObjectName("previews")
        self.problems = Problems()
        self._lay_out(height)

    def restore(self, sizes: Mapping[str, list[int]], owner: QWidget | None = None) -> None:
        """Set the dividers, all or those within `owner`, to the sizes under their names."""
        for splitter in (owner or self).findChildren(QSplitter) + ([] if owner else [self]):
            known = sizes.get(splitter.objectName())
            if known and len(known) == splitter.count() and any(known):
                splitter.setSizes(known)

    def remember(self, sizes: dict[str, list[int]]) -> None:
        """Put the sizes under the dividers' names."""
        for splitter in (self, *self.findChildren(QSplitter)):
            if splitter.objectName():
                sizes[splitter.objectName()] = splitter.sizes()

    def _lay_out(self, height: int) -> None:
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setObjectName("splitter.columns")
        columns.setChildrenCollapsible(False)
        for widget in (side_column(self.parts, self.outline), self._middle(), self.previews):
            columns.addWidget(widget)
        columns.setStretchFactor(1, 5)
        columns.setStretchFactor(2, 6)
        columns.setSizes([240, 548, 652])
        self.setObjectName("splitter.rows")
        self.setChildrenCollapsible(False)
        self.addWidget(columns)
        self.addWidget(self.problems)
        self.setStretchFactor(0, 1)
        below = bare.below(height)
        self.setSizes([height - bare.BARS - bare.STATUS - below, below])

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.find_bar)
        column.addWidget(self.stack, 1)
        return middle
