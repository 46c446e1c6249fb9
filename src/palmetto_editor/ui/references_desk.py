"""What comes into the list of references and what goes out of it, with the questions these need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.edits import Edit
from palmetto_editor.references.imported import Imported, Record
from palmetto_editor.session import bringing
from palmetto_editor.session.bringing import Row
from palmetto_editor.session.document import Session
from palmetto_editor.session.handing_on import write_file
from palmetto_editor.session.identified import named_works
from palmetto_editor.session.looking import asking
from palmetto_editor.ui.clipboard import on_clipboard
from palmetto_editor.ui.garbage import uncollected

if TYPE_CHECKING:
    from palmetto_editor.bundle.progress import Progress
    from palmetto_editor.ui.desk import Desk

SUFFIXES = {".bib", ".bibtex", ".ris", ".nbib", ".medline", ".json", ".xml", ".enw", ".txt"}
Found = tuple[Imported, tuple[Row, ...]]


class ReferencesDesk(QObject):
    """Reads on another thread, asks, and adds what the writer ticked as one step.

    `brought` carries the keys of what came in.
    """

    brought = Signal(object)
    written = Signal(object)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._ask, self._tasks = desk.ask, desk.tasks

    def from_files(self) -> None:
        """Ask which files, and bring in what is in them."""
        paths = self._ask.references_to_open(self._desk.start)
        if paths:
            self.bring_in_files(paths)

    def bring_in_files(self, paths: Sequence[Path]) -> None:
        """Bring in what is in some files."""
        what = paths[0].name if len(paths) == 1 else f"{len(paths)} files"
        self._read(f"Reading {what}…", lambda progress: bringing.read_files(paths, progress))

    def from_clipboard(self) -> None:
        """Bring in what is on the clipboard."""
        self.bring_in_mime(on_clipboard())

    def bring_in_mime(self, data: QMimeData) -> None:
        """Bring in files or text that were pasted or dropped; identifiers become new works."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.bring_in_files(paths)
            return
        text = data.text()
        works = named_works(text)
        if works:
            self._add(works)
        elif text.strip():
            self._read("Reading references…", lambda progress: bringing.read_text(text, progress))
        else:
            self._ask.error(_NOTHING)

    def export(self) -> None:
        """Ask where, and write the list there in one of the forms of other programs."""
        target = self._ask.references_to_save(self._desk.start / "references.bib")
        if target is None:
            return
        path, form = target
        references = self._session.article.references
        self._tasks.run(
            f"Writing {path.name}…",
            lambda _progress: write_file(references, path, form),
            self.written.emit,
            self._desk.fail,
        )

    def look_up(self, keys: Sequence[str]) -> None:
        """Ask the services about these works, and show each beside the writer's."""
        if keys:
            begin = asking(self._desk.settings)
            self._ask.look_up(self._session, keys, begin, self._tasks)

    def edit_services(self) -> None:
        """Let the writer say where references are looked up, and who asks."""
        self._desk.edit_services()

    def _read(self, words: str, read: Callable[[Progress], Imported]) -> None:
        existing = self._session.article.references

        def work(progress: Progress) -> Found:
            with uncollected():
                imported = read(progress)
                return imported, bringing.rows(existing, imported)

        def done(found: Found) -> None:
            imported, rows = found
            now = self._session.article.references
            self._look_at(imported, rows if now is existing else bringing.rows(now, imported))

        self._tasks.run(words, work, done, self._desk.fail)

    def _look_at(self, imported: Imported, rows: Sequence[Row]) -> None:
        if not imported.count:
            self._ask.error(_NOTHING)
            return
        answer = self._ask.bring_in(imported, rows, self._session.article.references)
        edit = bringing.bring_in(answer or ())
        if edit is not None:
            self._do(edit)

    def _add(self, works: Sequence[Reference]) -> None:
        """Works with nothing but an identifier yet; one that is in the list is only shown."""
        existing = self._session.article.references
        imported = Imported("", tuple(Record(work) for work in works))
        found = bringing.rows(existing, imported)
        edit = bringing.bring_in(found)
        if edit is not None:
            self._offer(self._do(edit))
        else:
            self.brought.emit([row.known for row in found if row.known])

    def _offer(self, keys: Sequence[str]) -> None:
        """Works that are but an identifier: their records may be asked for."""
        words = (
            "It has only its identifier yet. Look up its record?"
            if len(keys) == 1
            else f"These {len(keys)} have only their identifiers yet. Look up their records?"
        )
        self._desk.offered.emit(words, [("Look up", lambda: self.look_up(keys))])

    def _do(self, edit: Edit) -> list[str]:
        before = len(self._session.article.references)
        self._session.do(edit)
        keys = [work.id for work in self._session.article.references[before:]]
        self.brought.emit(keys)
        return keys


_NOTHING = UserError(
    "No reference was found.",
    "There is no BibTeX, RIS, NBIB, CSL-JSON or EndNote XML in it, and no list of references.",
    "Check that it is the text or the file you meant.",
)
