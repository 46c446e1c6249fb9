"""The main window: what stands where, and who hears of a change.

It comes in three steps, so that something is seen at once: first the bare window, drawn as it
will be divided, then `furnish` puts the forms in, then `finish` the previews. What is imported
here stands before the first paint, so it is little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from palmetto_editor.ui import bare
from palmetto_editor.ui.next_paint import NextPaint

if TYPE_CHECKING:  # what comes after the first paint
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from palmetto_editor.checks.check import Checked
    from palmetto_editor.intake.draft import Draft
    from palmetto_editor.markup.blocks import Block
    from palmetto_editor.model.edits import Change
    from palmetto_editor.model.places import Place
    from palmetto_editor.page.page import Page
    from palmetto_editor.session.document import Session
    from palmetto_editor.session.settings import Settings
    from palmetto_editor.ui.desk import Desk
    from palmetto_editor.ui.pane import Pane
    from palmetto_editor.ui.previews import Previews

SIZE = 1440, 900  # px
TITLE = 40  # px: as high as a title bar, which is no part of the window, may be


class MainWindow(QMainWindow):
    """One open article. `bare_painted` comes after the first paint, `painted` after that of forms.

    `session`, `desk` and all that shows them are there from `furnish` on.
    """

    bare_painted = Signal()
    painted = Signal()
    session: Session
    desk: Desk

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        NextPaint(self, self.bare_painted)
        self._is_furnished = False
        self._sources: tuple[Block, ...] = ()
        self.live: Previews | None = None
        wanted = QSize(*(settings.window if len(settings.window) == 2 else SIZE))
        self.resize(wanted.boundedTo(self.screen().availableSize() - QSize(0, TITLE)))
        bare.divide(self, settings.colours)

    def furnish(self, session: Session, desk: Desk) -> None:
        """Put in the forms and commands, of this session and this desk."""
        from palmetto_editor.ui.actions import Actions
        from palmetto_editor.ui.columns import Columns
        from palmetto_editor.ui.commands import commands
        from palmetto_editor.ui.finder import Finder
        from palmetto_editor.ui.problems_desk import ProblemsDesk
        from palmetto_editor.ui.status import Status

        bare.clear(self)
        self.session, self.desk = session, desk
        self.columns = columns = Columns(session, self._on_pane, self.height())
        self.parts, self.outline = columns.parts, columns.outline
        self.banner, self.stack = columns.banner, columns.stack
        self.previews, self.problems = columns.previews, columns.problems
        self.status = Status()
        self.setCentralWidget(columns)
        self.setStatusBar(self.status)
        columns.restore(self.settings.splitters)
        self.reviewer = ProblemsDesk(
            session, desk.ask, columns, self.go_to, self.status.tell, self.show_problems
        )
        self.finder = Finder(session, columns, self.go_to)
        self.actions_ = Actions(self, commands(self))
        self._connect()
        self.parts.select("metadata")
        self._state: tuple[object, ...] = ()
        self._show_state()
        self.setAcceptDrops(True)
        self._is_furnished = True
        NextPaint(self, self.painted)

    def show_part(self, part: str) -> Pane:
        """Show the pane of a part and mark it at the left."""
        self.parts.select(part)
        return self.stack.show_part(part)

    def go_to(self, place: Place) -> None:
        """Show the field at a place and put the focus there; the profile has a dialog."""
        if place.part == "publication":
            self.edit_publication(place)
            return
        self.parts.select(place.part)
        self.stack.go_to(place)

    def edit_publication(self, at: Place | None = None) -> None:
        """Open the dialog of the profile, with what was found of it."""
        found = [f for f in self.problems.found if f.place.part == "publication"]
        self.desk.edit_publication(found, at)

    def finish(self) -> None:
        """After the first paint: the first pane, the previews, then the other panes while idle."""
        self._recolour()
        self.show_part("metadata")
        self.desk.keep_safe()
        QTimer.singleShot(0, self, self._go_live)

    def _go_live(self) -> None:
        from palmetto_editor.ui.marks.marks import Marks
        from palmetto_editor.ui.previews import Previews

        self.marks = Marks(self.stack)
        self.reviewer.use(self.marks)
        self.live = live = Previews(self.session, self.previews)
        live.built.connect(self._on_page)
        live.checked.connect(self._on_findings)
        self.desk.errors = lambda: live.errors
        live.failed.connect(self._on_failure)
        live.place_clicked.connect(self.go_to)
        self.previews.setCurrentIndex(self.settings.preview_tab)
        self._build_panes()

    def undo(self) -> None:
        change = self.session.undo()
        if change is not None:
            self.go_to(change.place)

    def redo(self) -> None:
        change = self.session.redo()
        if change is not None:
            self.go_to(change.place)

    def use_colours(self, scheme: str) -> None:
        """Dress the program in `light`, `dark` or the system's colours, and remember it."""
        from palmetto_editor.ui import style

        self.settings.colours = scheme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, scheme)
        self._recolour()

    def _recolour(self) -> None:
        for part in (self.parts, self.problems, self.status, self.actions_):
            part.recolour()

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.problems.chosen.connect(self.go_to)
        self.problems.left.connect(self._go_back)
        self.problems.group(self.settings.problems_by)
        self.outline.chosen.connect(self._go_to_block)
        self.status.problems_clicked.connect(self.toggle_problems)
        self.desk.tasks.started.connect(self.status.work)
        self.desk.tasks.reported.connect(self.status.report)
        self.desk.tasks.ended.connect(self.status.idle)
        self.desk.writing.connect(self._settle)
        self.desk.state_changed.connect(self._show_state)
        self.desk.offered.connect(self.banner.say)
        self.desk.place_wanted.connect(self.go_to)
        self.desk.intake.drafted.connect(self._on_draft)
        self._forget = self.session.subscribe(self._on_change)

    def go_part(self, part: str) -> None:
        self.show_part(part).setFocus()

    def _build_panes(self) -> None:
        if self.stack.build_next():
            QTimer.singleShot(0, self, self._build_panes)

    def _on_pane(self, pane: Pane) -> None:
        """Outline and page follow the body's cursor; an image may be put into the body."""
        moved = getattr(pane, "cursor_moved", None)
        if moved is not None:
            moved.connect(self._on_cursor)
        form = getattr(pane, "image", None)
        if form is not None:
            form.offer_insert(self._insert)
        wanted = getattr(pane, "place_wanted", None)
        if wanted is not None:
            wanted.connect(self.go_to)
        use_desk = getattr(pane, "use_desk", None)
        if use_desk is not None:
            use_desk(self.desk)
        self.columns.restore(self.settings.splitters, pane)

    def _on_draft(self, draft: Draft) -> None:
        """Show what was read, and its review sheet first if there is something to review."""
        self.show_part("review" if draft.disagreements else "metadata")

    def _insert(self, text: str) -> None:
        pane = self.show_part("body")
        pane.insert_block(text)  # type: ignore[attr-defined]  # the body's pane

    def _settle(self) -> None:
        """What is half typed in a field is taken over before the article is written."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
            focus.setFocus()

    def _on_cursor(self, position: int) -> None:
        block = 0
        for number, source in enumerate(self._sources):
            block = number
            position -= len(source.text)
            if position < 0:
                break
        self.outline.follow(block)
        if self.live is not None:
            self.live.show_body_block(block)

    def _go_to_block(self, index: int) -> None:
        from palmetto_editor.model.places import Place

        start = sum(len(source.text) for source in self._sources[:index])
        self.go_to(Place("body").at(start, start))

    def _on_page(self, page: Page) -> None:
        self._sources = page.body_blocks
        self.outline.show_headings([(e.level, e.text, e.block) for e in page.outline])

    def _on_findings(self, checked: Checked) -> None:
        self.problems.show_checked(checked, self.session.article)
        self.parts.show_problems(checked.findings)
        self.marks.show(checked.findings)
        self.status.show_findings(checked.findings, self.session.article)

    def _on_failure(self, error: Exception) -> None:
        self.status.showMessage(f"The preview could not be made: {error}")

    def _on_change(self, change: Change) -> None:
        draft = self.session.draft
        self.parts.show_counts(change)
        self.parts.show_review(len(draft.disagreements) if draft else None)
        self.finder.hear(change)
        self._show_state()

    def _show_state(self) -> None:
        """Say what can be undone, what is saved and what is open. Most keys change none of it."""
        history, desk = self.session.history, self.desk
        labels = {"undo": history.undo_label, "redo": history.redo_label}
        name = self.session.article.metadata.headline or "Untitled article"
        is_clean = self.session.is_clean
        state = (*labels.values(), desk.saved_words, desk.exported_words, name, is_clean)
        if state == self._state:
            return
        self._state = state
        for act, label in labels.items():
            action = self.actions_[act]
            action.setEnabled(bool(label))
            action.setToolTip(f"{act.capitalize()} {label.lower()}".strip())
        self.status.saved.setText(desk.saved_words)
        self.status.exported.setText(desk.exported_words)
        self.setWindowTitle(f"{name}[*] — Palmetto Editor")
        self.setWindowModified(not is_clean)

    def toggle_problems(self) -> None:
        """Show the panel with the focus in it, or hide it and go back to the text."""
        if self.problems.isVisible():
            self._go_back()
            self.problems.hide()
        else:
            self.show_problems()
            self.problems.focus_list()

    def show_problems(self) -> None:
        self.problems.show()

    def _go_back(self) -> None:
        """Leave the panel for the field where the writer was."""
        pane = self.stack.currentWidget()
        focus = QApplication.focusWidget()
        if pane is not None and focus is not None and self.problems.isAncestorOf(focus):
            (pane.focusWidget() or pane).setFocus()

    def _remember(self) -> None:
        size = self.normalGeometry().size()
        self.settings.window = [size.width(), size.height()]
        self.settings.maximized = self.isMaximized()
        self.columns.remember(self.settings.splitters)
        self.settings.preview_tab = max(0, self.previews.currentIndex())
        self.settings.problems_by = self.problems.by

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_furnished:
            return
        self._settle()
        if not self.desk.may_close(self.close):
            event.ignore()
            return
        self._remember()
        self._forget()
        self.stack.close_panes()
        if self.live is not None:
            self.live.close()
        self.desk.shut()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasHtml() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from pathlib import Path

        from palmetto_editor.session.bringing import is_library

        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local and all(is_library(Path(name)) for name in local):
            self.show_part("references").dropEvent(event)
        elif local:
            self.desk.open_path(local[0])
        else:
            self.desk.intake.open_mime(event.mimeData())
