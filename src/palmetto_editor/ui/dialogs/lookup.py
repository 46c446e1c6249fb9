"""Works looked up at the services that were asked, each beside the writer's, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QWidget,
)

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.session.document import Session
from palmetto_editor.session.looking import Begin, Case, name_of, settle, state
from palmetto_editor.ui import style
from palmetto_editor.ui.lookups import LookUps
from palmetto_editor.ui.tasks import Tasks
from palmetto_editor.ui.widgets.answer_view import AnswerView
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, FormArea, column, fit
from palmetto_editor.ui.widgets.labels import set_role, words

_WIDEST = 1_000  # px: two sides beside each other
_SIGNS = {"done": ("check", "success"), "failed": ("error", "danger")}


class LookUpDialog(QDialog):
    """Asks for one work after another and shows what came; each decision is a step of its own.

    What `begin` gives is called on another thread; what it raises is told, and the next work is
    asked for.
    """

    def __init__(
        self,
        session: Session,
        keys: Sequence[str],
        begin: Begin,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lookup")
        self.setWindowTitle("Look up references")
        self._session, self._is_over = session, False
        self.looking = LookUps(keys, self._work, begin, tasks, self)
        self.at = 0
        self.view: AnswerView | None = None
        self._lay_out()
        self.finished.connect(self.looking.end)
        self.looking.changed.connect(self._show_rows)
        self.looking.came.connect(self._show_come)
        self.looking.waits.connect(self._say)
        self._show_all()
        self.looking.go_on()

    @property
    def cases(self) -> list[Case]:
        """The works, in their order, and how each stands."""
        return self.looking.cases

    @property
    def case(self) -> Case:
        """The work that is shown."""
        return self.cases[self.at]

    def show_case(self, at: int) -> None:
        """Show a work and what was found about it."""
        self.at = at
        self._list.setCurrentRow(at)
        self._show_answer()

    def apply(self) -> None:
        """Take what was chosen into the list and go on to the next work."""
        mine, view = self._work(self.case.key), self.view
        found = view.found if view is not None else None
        if mine is None or view is None or found is None:
            return
        try:
            edit = settle(mine, self.case.answer, found, view.fields, mark=self._mark.isChecked())
        except UserError as error:
            self._say(str(error), bad=True)
            return
        if edit is not None:
            self._session.do(edit)
        self.looking.become(self.at, "done")
        self.go_on()

    def leave(self) -> None:
        """Leave the work as it is and go on to the next."""
        if self.case.is_open:
            self.looking.become(self.at, "left")
        self.go_on()

    def go_on(self) -> None:
        """Show the next work that has an answer; where every one was looked at, end."""
        order = [*range(self.at + 1, len(self.cases)), *range(self.at + 1)]
        opened = [at for at in order if self.cases[at].is_open]
        coming = [at for at in order if self.cases[at].stage in ("waiting", "asking")]
        if opened or coming:
            self.show_case((opened or coming)[0])
        elif len(self.cases) == 1:
            self.accept()
        else:
            self._show_answer()

    def ask_again(self) -> None:
        """Ask once more about the work that is shown."""
        self.looking.ask_again(self.at)
        self._show_answer()

    def stop(self) -> None:
        """Ask for no more works; those that have an answer can still be looked at."""
        self.looking.stop()

    def forget(self) -> None:
        """Let it go, as soon as no other thread has it."""
        self._is_over = True
        self.looking.end()
        if not self.looking.is_asking:
            self.deleteLater()

    # Showing

    def _show_come(self, places: Sequence[int]) -> None:
        """Show what came where the writer waits for it."""
        if self._is_over:
            self.forget()
        elif self.at in places:
            self.show_case(self.at)
        elif places and self.case.stage in ("done", "left"):
            self.show_case(places[0])

    def _show_rows(self, places: Sequence[int]) -> None:
        self._say("")
        for at in places:
            self._show_row(at)
        self._show_progress()

    def _show_row(self, at: int) -> None:
        case, item = self.cases[at], self._list.item(at)
        mine = self._work(case.key)
        told = state(case, mine)
        item.setText(f"{name_of(mine) if mine else case.key}\n{told}")
        is_loud = told.partition(" · ")[0].isupper() and case.stage != "done"
        sign = ("warning", "danger") if is_loud else _SIGNS.get(case.stage)
        item.setIcon(style.icon(*sign) if sign else style.icon("references", "faint"))
        item.setForeground(style.colours().danger if is_loud else style.colours().text)

    def _show_all(self) -> None:
        for at, case in enumerate(self.cases):
            self._list.addItem(QListWidgetItem(case.key))
            self._show_row(at)
        self._show_progress()
        self.show_case(0)

    def _show_progress(self) -> None:
        answered = sum(case.stage not in ("waiting", "asking") for case in self.cases)
        is_going = self.looking.is_going and not self.looking.is_stopped
        self._bar.setRange(0, len(self.cases))
        self._bar.setValue(answered)
        self._number.setText(f"{answered:,} of {len(self.cases):,} looked up")
        self._going.setVisible(is_going and len(self.cases) > 1)

    def _say(self, told: str, bad: bool = False) -> None:
        """Why a question waits, or what cannot be done."""
        set_role(self._wait, "over" if bad else "hint")
        self._wait.setText(told)
        self._wait.setVisible(bool(told))

    def _show_answer(self) -> None:
        mine = self._work(self.case.key)
        self.view = view = AnswerView(self.case, mine)
        view.changed.connect(self._show_state)
        while self._sheet.column.count():
            gone = self._sheet.column.takeAt(0)
            widget = gone.widget() if gone else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._sheet.column.addWidget(view)
        self._sheet.column.addStretch(1)
        self._sheet.verticalScrollBar().setValue(0)
        self._say("")
        found = view.found
        self._mark.setVisible(found is not None)
        self._mark.setChecked(found is not None and view.is_likely)
        self._show_state()

    def _show_state(self) -> None:
        view = self.view
        found = view.found if view is not None else None
        number = len(view.fields) if view is not None else 0
        if found is not None:
            self._mark.setText(f"Mark as compared with {found.service}")
        marks = self._mark.isChecked()
        taken = f"Take {number} field{'' if number == 1 else 's'}" if number else ""
        self._take.setText(taken or ("Mark as compared" if marks else "Take"))
        self._take.setVisible(found is not None)
        self._take.setEnabled(bool(number) or marks)
        self._again.setVisible(view is not None and view.may_ask_again)
        is_last = sum(case.stage not in ("done", "left") for case in self.cases) <= 1
        self._skip.setText("Leave as it is" if is_last else "Skip")
        self._skip.setEnabled(self.case.is_open)

    # Building

    def _lay_out(self) -> None:
        self._list = QListWidget()
        self._list.setObjectName("lookup.works")
        self._list.setAccessibleName("The works that are looked up")
        self._list.currentRowChanged.connect(self._on_row)
        self._sheet = FormArea()
        self._sheet.widen(_WIDEST)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        many = len(self.cases) > 1
        side = self._side()
        side.setVisible(many)
        splitter.addWidget(side)
        splitter.addWidget(self._sheet)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 780])
        layout = column(self, 0)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._foot())
        fit(self, 1_080 if many else 860, 720)

    def _side(self) -> QWidget:
        side = QWidget()
        layout = column(side, GAP)
        layout.setContentsMargins(MARGIN, MARGIN, GAP, GAP)
        layout.addWidget(words("Works", "label"))
        layout.addWidget(self._list, 1)
        self._bar = QProgressBar()
        self._bar.setObjectName("lookup.progress")
        self._bar.setAccessibleName("Works that were looked up")
        self._bar.setTextVisible(False)
        self._number = words("", "hint", "lookup.number")
        halt = self._button("Stop", "lookup.stop", self.stop)
        self._going = QWidget()
        line = QHBoxLayout(self._going)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._bar, 1)
        line.addWidget(halt)
        layout.addWidget(self._number)
        layout.addWidget(self._going)
        return side

    def _foot(self) -> QHBoxLayout:
        self._mark = QCheckBox()
        self._mark.setObjectName("lookup.mark")
        self._mark.setToolTip(
            "The reference then says with which service it was compared, and when"
        )
        self._mark.toggled.connect(lambda _: self._show_state())
        self._take = self._button("Take", "lookup.apply", self.apply)
        self._take.setProperty("role", "primary")
        self._take.setDefault(True)
        self._skip = self._button("Skip", "lookup.skip", self.leave)
        self._again = self._button("Ask again", "lookup.again", self.ask_again)
        close = self._button("Close", "lookup.close", self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, GAP, MARGIN, 12)
        foot.setSpacing(GAP)
        self._wait = words("", "hint", "lookup.wait")
        self._wait.hide()
        foot.addWidget(self._mark)
        foot.addWidget(self._wait, 1)
        foot.addStretch(0)
        for button in (self._take, self._again, self._skip, close):
            foot.addWidget(button)
        return foot

    def _button(self, label: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _on_row(self, row: int) -> None:
        if row >= 0 and row != self.at:
            self.show_case(row)

    def _work(self, key: str) -> Reference | None:
        works = self._session.article.references
        return next((work for work in works if work.id == key), None)
