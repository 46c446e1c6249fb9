"""What is done about problems: mending, letting stand, asking again, and walking through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication

from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Dismissal
from palmetto_editor.session.document import Session
from palmetto_editor.ui.problems.offers import Deeds, menu_of
from palmetto_editor.ui.severities import NAMES

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding
    from palmetto_editor.ui.columns import Columns
    from palmetto_editor.ui.dialogs.ask import Ask
    from palmetto_editor.ui.marks.marks import Marks

_WALKED = 8_000  # ms for which a problem's sentence stands in the status bar
_ENTER = "Enter opens the publication."
_GONE = "The text is another one by now; it is being checked again."


class ProblemsDesk(QObject):
    """Does to the article what panel, menus and keys ask for.

    `go` shows a place of the article, `say` shows words for so many ms, and `reveal` the panel.
    """

    def __init__(
        self,
        session: Session,
        ask: Ask,
        columns: Columns,
        go: Callable[[Place], object],
        say: Callable[[str, int], object],
        reveal: Callable[[], object],
    ) -> None:
        super().__init__()
        self._session, self._ask = session, ask
        self._panel, self._stack = columns.problems, columns.stack
        self._go, self._say, self._reveal = go, say, reveal
        self._marks: Marks | None = None
        self._last: tuple[Finding, Place | None] | None = None
        self._panel.mending.connect(self.mend)
        self._panel.dismissing.connect(self.dismiss)
        self._panel.restoring.connect(self.restore)

    def mend(self, edit: Edit) -> None:
        """Do what a finding proposes; what it was about may be gone by now, and then so is it."""
        change = None
        with suppress(LookupError):
            change = self._session.do(edit)
        done = f"Done: {edit.label}. Undo takes it back."
        self._say(done if change else _GONE, _WALKED)

    def dismiss(self, finding: Finding) -> None:
        """Ask for the reason, and let the finding stand."""
        from palmetto_editor.checks.dismissals import dismiss, words_at

        article = self._panel.article or self._session.article  # whose sentence it was found in
        reason = self._ask.dismissal(finding, words_at(article, finding.place))
        if reason and article.id == self._session.article.id:
            self._session.do(dismiss(article, finding, reason))

    def restore(self, dismissal: Dismissal) -> None:
        """Ask again what was dismissed."""
        from palmetto_editor.checks.dismissals import restore

        self._session.do(restore(dismissal))

    def walk(self, *, back: bool = False) -> None:
        """Go to the next problem of the page, or the one before, from where the cursor is.

        What the publication has to mend waits in the list for a click or Enter.
        """
        from palmetto_editor.ui.problems.order import beside, step
        from palmetto_editor.ui.problems.spot import spot

        panel, article = self._panel, self._session.article
        listed = panel.listed if panel.isVisible() else panel.found
        here, finding = spot(self._stack), None
        if self._last is not None and self._last[1] == here:  # nothing moved since
            finding = step(listed, self._last[0], back=back)
        finding = finding or beside(listed, here, article, back=back)
        if finding is None:
            self._say("No problem to go to." if panel.checked else "Still being checked.", _WALKED)
            return
        panel.select(finding)
        number = f"{listed.index(finding) + 1} of {len(listed)}"
        told = f"{NAMES[finding.severity][0].capitalize()} {number}: {finding.message}"
        if finding.place.part == "publication":
            # A dialog that opened by itself would stand in the way of the walk.
            self._reveal()
            panel.focus_list()
            told = f"{told} {_ENTER}"
        else:
            self._go(finding.place)
        self._say(told, _WALKED)
        self._last = finding, spot(self._stack)

    def use(self, marks: Marks) -> None:
        """Ask these marks what is at the cursor, and open the menu where one is clicked."""
        self._marks = marks
        marks.asked.connect(self.offer)

    def offer_here(self) -> None:
        """Open the menu of what can be done about the problems where the cursor is."""
        marked = self._marks.at_cursor() if self._marks else ()
        findings = self._chosen_in_list() or marked or self._walked_to()
        if findings:
            self.offer(findings, _cursor_on_screen())
        else:
            self._say("No problem here. F8 goes to the next one.", _WALKED)

    def offer(self, findings: Sequence[Finding], where: QPoint) -> None:
        """Open the menu of what can be done about some problems at a point of the screen."""
        deeds = Deeds(self._explain, self.mend, self.dismiss, self.restore)
        menu = menu_of(findings, deeds, self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _explain(self, finding: Finding) -> None:
        self._reveal()
        self._panel.select(finding)

    def _walked_to(self) -> tuple[Finding, ...]:
        """The problem that F8 went to, where the writer is still there and it is still found."""
        from palmetto_editor.ui.problems.spot import spot

        if self._last is None or self._last[1] != spot(self._stack):
            return ()
        return tuple(found for found in self._panel.found if found == self._last[0])

    def _chosen_in_list(self) -> tuple[Finding, ...]:
        """The row that is chosen, where the writer is in the panel."""
        focus = QApplication.focusWidget()
        row = self._panel.current
        inside = focus is not None and self._panel.isAncestorOf(focus)
        return (row.finding,) if inside and row and row.finding and not row.dismissal else ()


def _cursor_on_screen() -> QPoint:
    """Below the text cursor of the widget with the focus, or in its middle."""
    focus = QApplication.focusWidget() or QApplication.activeWindow()
    if focus is None:
        return QPoint()
    asked = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    rect = QRectF(asked) if asked is not None and asked.isValid() else QRectF(focus.rect())
    return focus.mapToGlobal(rect.bottomLeft()).toPoint()  # some editors answer in fractions
