"""After a crash: what was typed and never saved is shown beside what was saved, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.session import files
from palmetto_editor.session.recovery import Copy, orphans
from palmetto_editor.ui.desk import Desk

if TYPE_CHECKING:  # bundles are read after the first paint
    from palmetto_editor.bundle.read import Opened


class AfterCrash:
    """Offers what a crash left at a desk, the newest first, one after the other.

    Where one is recovered it is the open article, and a banner offers the others.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def offer(self) -> None:
        self._next(orphans(self._desk.home / "recovery"))

    def _next(self, copies: tuple[Copy, ...]) -> None:
        if not copies:
            return
        copy, rest = copies[0], copies[1:]
        path = copy.path
        if path is None:
            self._choose(copy, None, rest)
            return
        desk = self._desk
        desk.tasks.run(
            "Reading the saved version…",
            lambda _progress: files.open_if_there(path, desk.safety.folder / "opened"),
            lambda opened: self._choose(copy, opened, rest),
            desk.fail,
        )

    def _choose(self, copy: Copy, opened: Opened | None, rest: tuple[Copy, ...]) -> None:
        choice = self._desk.ask.recovery(copy, opened.article if opened else None)
        if choice == "recovered":
            self._recover(copy, opened)
            self._tell(rest)
            return
        if choice == "saved":
            copy.refuse()
            if opened:
                self._desk.show_opened(opened)
        self._next(rest)

    def _recover(self, copy: Copy, opened: Opened | None) -> None:
        """The recovered version is an undoable edit on top of the saved one."""
        session = self._desk.session
        if opened:
            self._desk.show_opened(opened)
        else:
            session.open(files.blank(session.publication), session.publication)
        for name, path in copy.assets.items():
            if name not in session.assets:
                session.add_asset(path)
        session.do(Edit("Recover unsaved work", Place("body"), lambda _article: copy.article))
        self._desk.safety.replaces(copy)

    def _tell(self, rest: tuple[Copy, ...]) -> None:
        if rest:
            count = "Another article was" if len(rest) == 1 else f"{len(rest)} more articles were"
            show = ("Show the next", lambda: self._desk.leave(lambda: self._next(rest)))
            self._desk.offered.emit(f"{count} not saved when the program ended.", [show])
