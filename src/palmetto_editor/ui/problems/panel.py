"""The panel: a list of what was found, a filter, and the chosen problem explained beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.ui import style
from palmetto_editor.ui.problems.detail import Detail
from palmetto_editor.ui.problems.model import ACT, ProblemModel
from palmetto_editor.ui.problems.names import Names
from palmetto_editor.ui.problems.offers import Deeds, menu_of
from palmetto_editor.ui.problems.order import in_order
from palmetto_editor.ui.problems.rows import By, Row, groups
from palmetto_editor.ui.problems.sections import Sections
from palmetto_editor.ui.problems.view import ProblemView
from palmetto_editor.ui.severities import summary
from palmetto_editor.ui.widgets.labels import words

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.checked import Checked
    from palmetto_editor.checks.finding import Finding

_CHECKING = "The article is being checked."
_NOTHING = "Nothing was found."
_WAYS: tuple[tuple[By, str], ...] = (("severity", "By severity"), ("part", "By part"))


class Problems(QWidget):
    """Lists findings. What the writer wants done is told and not done here.

    `found` are the findings in the order in which they are walked through, `checked` is all that
    the checks said of `article`.
    `chosen` carries the Place of a finding that was clicked, `mending` the Edit that mends it,
    `dismissing` the Finding that is to stand, `restoring` the Dismissal that is not to hold any
    more, `regrouped` the new choice of groups; `left` is the wish to go back to the text.
    """

    chosen = Signal(Place)
    mending = Signal(object)
    dismissing = Signal(object)
    restoring = Signal(object)
    regrouped = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.checked: Checked | None = None
        self.found: tuple[Finding, ...] = ()
        self.article: Article | None = None
        self._deeds = Deeds(
            lambda finding: self.chosen.emit(finding.place),
            self.mending.emit,
            self.dismissing.emit,
            self.restoring.emit,
        )
        self._sections = Sections()
        self._names = Names(Article(id=""), self._sections)
        self._model = ProblemModel(self)
        self.view = ProblemView(self._model)
        self.detail = Detail(self._deeds)
        self._title = words("", "label", "problems.title")
        self._filter = QLineEdit()
        self._by = QComboBox()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def by(self) -> By:
        """How the list is grouped."""
        return cast(By, self._by.currentData())

    @property
    def listed(self) -> tuple[Finding, ...]:
        """The findings that the filter lets through."""
        asked = self._filter.text().casefold().split()
        return tuple(f for f in self.found if not asked or Row(f).fits(asked, self._names))

    @property
    def current(self) -> Row | None:
        """The chosen row."""
        return self._model.row(self.view.currentIndex())

    def show_checked(self, checked: Checked, article: Article) -> None:
        """Show what was found in this article instead of what was shown before."""
        self.checked, self.article = checked, article
        self._names = Names(article, self._sections)
        self.found = in_order(checked.findings, article)
        self._show()

    def group(self, by: str) -> None:
        """Group the list by `severity` or by `part`."""
        at = self._by.findData(by)
        if at >= 0 and at != self._by.currentIndex():
            self._by.setCurrentIndex(at)

    def select(self, finding: Finding) -> None:
        """Choose the row of a finding and bring it into sight; nobody is told."""
        row = Row(finding)
        index = self._model.find(row.key, row)
        if index.isValid():
            self.view.setExpanded(index.parent(), True)
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            rows = QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(index, chosen | rows)
            self.view.scrollTo(index)

    def focus_list(self) -> None:
        """Put the focus on the list, on its first row where none is chosen."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.current is None and self._model.groups:
            self.view.setCurrentIndex(self._model.index(0, 0, self._model.index(0, 0)))

    def recolour(self) -> None:
        """Draw everything in the colours in force."""
        self._model.recolour()
        self.detail.recolour()
        for action in self._filter.actions():
            action.setIcon(style.icon("search", "muted"))

    def menu(self, row: Row) -> QMenu:
        """What can be done about a row, for the mouse and the menu key."""
        if row.dismissal is None and row.finding is not None:
            return menu_of([row.finding], self._deeds, self, "Go there")
        menu = QMenu(self)
        if row.finding is not None:
            menu.addAction("Go there", lambda: self._tell(row))
        if row.dismissal is not None:
            label = "Ask again" if row.finding else "Forget this dismissal"
            menu.addAction(label, lambda: self.restoring.emit(row.dismissal))
        return menu

    def _show(self, *, anew: bool = False) -> None:
        """Fill the list; `anew` where its order is another one."""
        asked = self._filter.text().strip()
        if self.checked is None:
            self._title.setText("Problems")
            self.view.empty = _CHECKING
        else:
            self._title.setText(f"Problems · {summary(self.checked.findings)}")
            self.view.empty = f"Nothing has “{asked}” in it." if asked else _NOTHING
            found = groups(self.found, self.checked, self.by, asked, self._names)
            chosen = self.current
            if anew:
                self.view.undress()
                self._model.restart(found, self._names)
            else:
                self._model.show(found, self._names)
                self._choose_again(chosen)
            self.view.dress(unfold=bool(asked))
        self.view.viewport().update()
        self._explain()

    def _choose_again(self, chosen: Row | None) -> None:
        """A row that was taken out and put in again stays the chosen one."""
        if chosen is None or (self.current and self.current.key == chosen.key):
            return
        index = self._model.find(chosen.key, chosen)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def _explain(self) -> None:
        self.detail.show_row(self.current, self._names)

    def _click(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is None:
            if not index.parent().isValid():
                self.view.setExpanded(index, not self.view.isExpanded(index))
        elif index.column() == ACT and row.dismissal is not None:
            self.restoring.emit(row.dismissal)
        elif index.column() == ACT and row.finding is not None and row.finding.fixes:
            self.mending.emit(row.finding.fixes[0])
        else:
            self._tell(row)

    def _activate(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self._tell(row)

    def _tell(self, row: Row) -> None:
        if row.place is not None:
            self.chosen.emit(row.place)

    def _regroup(self) -> None:
        self._show(anew=True)
        self.regrouped.emit(self.by)

    def _open_menu(self, where: QPoint) -> None:
        row = self._model.row(self.view.indexAt(where)) or self.current
        if row is not None:
            self.menu(row).popup(self.view.viewport().mapToGlobal(where))

    def _connect(self) -> None:
        self.view.clicked.connect(self._click)
        self.view.activated.connect(self._activate)
        self.view.left.connect(self.left)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._explain())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._filter.textChanged.connect(lambda _text: self._show())
        self._by.currentIndexChanged.connect(lambda _index: self._regroup())

    def _lay_out(self) -> None:
        self._filter.setObjectName("problems.filter")
        self._filter.setPlaceholderText("Filter by words or rule")
        self._filter.setAccessibleName("Filter the problems by words or rule")
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(240)
        self._by.setObjectName("problems.by")
        self._by.setAccessibleName("How the problems are grouped")
        for value, label in _WAYS:
            self._by.addItem(label, value)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._filter)
        head.addWidget(self._by)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("splitter.problems")
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.view)
        sides.addWidget(self.detail)
        sides.setStretchFactor(0, 1)
        sides.setSizes([930, 430])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(sides, 1)
