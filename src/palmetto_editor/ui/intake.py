"""Opening what was published elsewhere: files, and what is pasted or dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from palmetto_editor.errors import UserError
from palmetto_editor.session.document import Session
from palmetto_editor.session.incoming import read_file, read_pasted
from palmetto_editor.ui.clipboard import on_clipboard
from palmetto_editor.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from palmetto_editor.intake.draft import Draft

Then = Callable[[], object]
_NOTHING = UserError(
    "No article was opened.", "There is no text to read.", "Copy the text of a page first."
)


class Intake(QObject):
    """Reads on another thread and puts the draft into the session; `drafted` carries it then.

    `leave` goes on once the open article is safe; `fail` tells the writer of an error.
    """

    drafted = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        leave: Callable[[Then], object],
        fail: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._leave, self._fail = leave, fail

    def open_file(self, path: Path, then: Then | None = None) -> None:
        """Read a page or a text, and do `then` when it is shown."""
        self._open(path.name, lambda progress: read_file(path, progress), then)

    def open_clipboard(self) -> None:
        """Make an article of the HTML or the text on the clipboard."""
        self.open_mime(on_clipboard())

    def open_mime(self, data: QMimeData) -> None:
        """Make an article of HTML or text that was pasted or dropped."""
        is_html = data.hasHtml()
        text = data.html() if is_html else data.text()
        if text.strip():
            self._open(
                "what was pasted",
                lambda progress: read_pasted(text, progress, is_html=is_html),
            )
        else:
            self._fail(_NOTHING)

    def _open(self, name: str, read: Callable[[Progress], Draft], then: Then | None = None) -> None:
        def show(draft: Draft) -> None:
            self._session.open_draft(draft)
            self.drafted.emit(draft)
            if then:
                then()

        self._leave(lambda: self._tasks.run(f"Reading {name}…", read, show, self._fail))
