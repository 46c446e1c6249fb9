"""What is done in the strip for finding: looking, going from place to place, replacing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from palmetto_editor.model.edits import Change
from palmetto_editor.model.places import Place
from palmetto_editor.model.search import MOST, found, replace, replace_all
from palmetto_editor.session.document import Session
from palmetto_editor.ui.columns import Columns
from palmetto_editor.ui.problems.order import ranks
from palmetto_editor.ui.problems.spot import spot

LATER = 150  # ms after the last key
LONGEST = 200  # characters of a selection that is looked for


class Finder(QObject):
    """Looks through the session's article; `go` shows a place of it."""

    def __init__(self, session: Session, columns: Columns, go: Callable[[Place], object]) -> None:
        super().__init__(columns)
        self._session, self._stack, self._bar = session, columns.stack, columns.find_bar
        self._go = go
        self._found: tuple[Place, ...] = ()
        self._at: tuple[Place, Place | None] | None = None  # gone to, and where the cursor was then
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._look)
        self._bar.asked.connect(self._ask)
        self._bar.stepped.connect(lambda back: self.step(back=back))
        self._bar.replaced.connect(self._replace)
        self._bar.left.connect(self.leave)

    def open(self, *, replacing: bool = False) -> None:
        """Show the strip, with the words that are selected."""
        self._bar.open(_selected(), replacing=replacing)
        self._look()

    def leave(self) -> None:
        """Hide the strip; the focus goes back to the text."""
        self._later.stop()
        self._bar.hide()
        pane = self._stack.currentWidget()
        if pane is not None:
            (pane.focusWidget() or pane).setFocus(Qt.FocusReason.PopupFocusReason)

    def step(self, *, back: bool = False) -> None:
        """Go to the next place, or the one before, from where the cursor is; round the end."""
        if not self._bar.query.words:
            self.open()
            return
        self._bar.show()
        self._look()
        if self._found:
            self._show(self._beside(back=back))

    def hear(self, change: Change) -> None:
        """The article is another one."""
        if not self._bar.isHidden():
            self._later.start()

    def _ask(self) -> None:
        self._at = None
        self._later.start()

    def _look(self) -> None:
        """Find what is asked for in the article as it is, and say how often it stands there."""
        self._later.stop()
        article, query = self._session.article, self._bar.query
        self._found = tuple(sorted(found(article, query), key=ranks(article)))
        self._tell()

    def _tell(self) -> None:
        count = len(self._found)
        if not self._bar.query.words.strip():
            self._bar.tell("")
        elif not count:
            self._bar.tell("Nothing found", bad=True)
        else:
            number = "many" if count == MOST else str(count)
            at = self._index()
            self._bar.tell(f"{number} found" if at is None else f"{at + 1} of {number}")

    def _index(self) -> int | None:
        """Which of the places is the one that was gone to, where the writer is still there."""
        if self._at is None or self._at[1] != spot(self._stack) or self._at[0] not in self._found:
            return None
        return self._found.index(self._at[0])

    def _beside(self, *, back: bool) -> Place:
        at = self._index()
        if at is not None:
            return self._found[(at + (-1 if back else 1)) % len(self._found)]
        here = spot(self._stack)
        if here is None:
            return self._found[-1 if back else 0]
        rank = ranks(self._session.article)
        first = bisect_left(self._found, rank(here), key=rank)
        return self._found[first - 1 if back else first % len(self._found)]

    def _show(self, place: Place) -> None:
        """Go to a place; the focus stays in the strip where it was there."""
        focus = QApplication.focusWidget()
        self._go(place)
        self._at = place, spot(self._stack)
        if focus is not None and self._bar.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.PopupFocusReason)  # which leaves what is selected
            self._at = place, spot(self._stack)
        self._tell()

    def _replace(self, every: bool) -> None:
        self._look()
        if every:
            self._replace_all()
        elif (at := self._index()) is None:
            self.step()
        else:
            self._replace_one(self._found[at])

    def _replace_one(self, place: Place) -> None:
        words = self._bar.new.text()
        self._session.do(replace(place, words))
        start = (place.span or (0, 0))[0]
        self._look()
        if self._found:
            rank = ranks(self._session.article)
            behind = rank(place.at(start + len(words), start + len(words)))
            first = bisect_left(self._found, behind, key=rank)
            self._show(self._found[first % len(self._found)])

    def _replace_all(self) -> None:
        edit, count = replace_all(self._session.article, self._bar.query, self._bar.new.text())
        if edit is not None:
            self._session.do(edit)
            self._look()
            self._bar.tell(f"{count} replaced")


def _selected() -> str:
    """The words that are selected where the focus is, on one line."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        words = focus.selectedText()
    elif isinstance(focus, QPlainTextEdit):
        words = focus.textCursor().selectedText()
    else:
        words = ""
    return words if len(words) <= LONGEST and "\u2029" not in words else ""
