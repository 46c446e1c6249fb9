"""The desk: opening, saving, exporting and closing, with the questions these need.

Files are read and written on a pool thread; the article is a value, so typing goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from palmetto_editor.errors import UserError
from palmetto_editor.model import edits
from palmetto_editor.model.edits import Change
from palmetto_editor.model.places import Place
from palmetto_editor.session import files
from palmetto_editor.session.document import Session
from palmetto_editor.session.incoming import is_foreign
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui.dialogs.ask import Ask
from palmetto_editor.ui.intake import Intake
from palmetto_editor.ui.tasks import Tasks

if TYPE_CHECKING:  # what comes after the first paint
    from palmetto_editor.bundle.export import Exported
    from palmetto_editor.bundle.read import Opened
    from palmetto_editor.bundle.write import Written
    from palmetto_editor.checks.finding import Finding
    from palmetto_editor.ui.safety import Safety

Then = Callable[[], object]


class Desk(QObject):
    """What the File menu does.

    `offered` carries words and (label, action) for the banner, no words to close it; `writing`
    comes just before the article is taken from the session to be written or left; `place_wanted`
    carries the place of something that stood against an export. `errors` gives those that are
    known of the open article.
    """

    state_changed = Signal()
    writing = Signal()
    offered = Signal(str, object)
    exported = Signal(object)
    place_wanted = Signal(Place)

    def __init__(self, session: Session, settings: Settings, home: Path, ask: Ask) -> None:
        super().__init__()
        self.session, self.settings, self.home, self.ask = session, settings, home, ask
        self.tasks = Tasks(self)
        self.tasks.ended.connect(self.state_changed)
        self._safety: Safety | None = None
        self.intake = Intake(session, self.tasks, self.leave, self.fail)
        self._offer_date = False
        self.errors: Callable[[], Sequence[Finding]] = tuple
        self._forget = session.subscribe(self._on_change)

    @property
    def safety(self) -> Safety:
        """The keeper of the recovery copy."""
        self.keep_safe()
        assert self._safety is not None  # noqa: S101  (just made)
        return self._safety

    def keep_safe(self) -> None:
        """Begin to keep a recovery copy; called after the first paint, before any edit."""
        if self._safety is None:
            from palmetto_editor.ui.safety import Safety

            root = self.home / "recovery"
            self._safety = Safety(self.session, root, self.tasks, self.state_changed.emit)

    # What the window shows

    @property
    def saved_words(self) -> str:
        """The save state in a few words."""
        kept = self._safety is not None and self._safety.kept
        copy = " · recovery copy kept" if kept else ""
        if self.tasks.busy:
            return "Working…"
        if self.session.path is None:
            return "New article" if self.session.is_clean else f"Not saved yet{copy}"
        return "Saved" if self.session.is_clean else f"Unsaved changes{copy}"

    @property
    def exported_words(self) -> str:
        """Whether the page on disk shows the article as it is here."""
        if self.session.exported is None:
            return "Not exported"
        same = self.session.exported is self.session.article
        return "Page is up to date" if same else "Page is older than the article"

    # Opening

    def new(self) -> None:
        """A blank article with the publication's defaults."""
        publication = self.session.publication
        self.leave(lambda: self.session.open(files.blank(publication), publication))

    def open(self) -> None:
        chosen = self.ask.file_to_open(self.start)
        if chosen is not None:
            self.open_path(chosen)

    def open_folder(self) -> None:
        chosen = self.ask.folder_to_open(self.start)
        if chosen is not None:
            self.open_path(chosen)

    def open_path(self, path: str | Path, then: Then | None = None) -> None:
        """Open a bundle's folder, its zip or its article.json, or read a foreign page.

        `then` is done when it is shown.
        """
        if is_foreign(Path(path)):
            self.intake.open_file(Path(path), then)
            return

        def show(opened: Opened) -> None:
            self.show_opened(opened)
            if then:
                then()

        self.leave(lambda: self._read(Path(path), show))

    def _read(self, path: Path, done: Callable[[Opened], None]) -> None:
        folder = self.safety.folder / "opened"
        self.tasks.run(
            f"Opening {path.name}…",
            lambda _progress: files.open_bundle(path, folder),
            done,
            self.fail,
        )

    def show_opened(self, opened: Opened) -> None:
        """Put a bundle in the place of the open article, and tell what there was changed."""
        self.session.open_bundle(opened)
        self.settings.remember(opened.path)
        self._offer_date = files.was_published(opened)
        rows = files.rows(opened.differences)
        if rows:
            self.ask.differs(opened.path, rows)

    def _on_change(self, change: Change) -> None:
        if change.label == "Open":  # another article: what was offered was for the one before
            self._offer_date = False
            self.offered.emit("", ())
            return
        revising = self._offer_date and change.before is not change.after
        if revising and not change.touches("dismissed"):
            self._offer_date = False
            self.offered.emit(
                "You are revising a published article. Set its modified date to now?",
                [("Set the date", self.set_modified)],
            )

    def set_modified(self) -> None:
        """The modified date becomes this moment, in the machine's time zone."""
        self.session.do(edits.put(Place("metadata", field="modified"), files.now(), "Set modified"))

    # Saving and exporting

    def save(self, then: Then | None = None) -> None:
        """Save where the article lives, or ask where."""
        self.writing.emit()
        if self.session.path is None:
            self.save_as(then)
        else:
            self._save(self.session.path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where the bundle is to be made, and save the article there."""
        self.writing.emit()
        target = self.ask.bundle_to_save(self.start, files.bundle_name(self.session.article))
        if target is not None:
            self._save(target, then)

    def _save(self, target: Path, then: Then | None, force: bool = False) -> None:
        job = files.job(self.session, target, force=force)

        def done(written: Written) -> None:
            self._written(job, written, exported=False)
            if then:
                then()

        self.tasks.run(
            "Saving…",
            lambda _progress: files.save(job),
            done,
            lambda error: self._again(error, target, lambda: self._save(target, then, True)),
        )

    def export(self) -> None:
        """Write the whole bundle where the article lives, or ask where."""
        if self.session.path is not None:
            self.writing.emit()
            self._export(self.session.path)
        else:
            name = files.bundle_name(self.session.article)
            self._export_to(lambda: self.ask.bundle_to_save(self.start, name))

    def export_zip(self) -> None:
        """Write the bundle as a zip; the article goes on living where it does."""
        name = f"{files.bundle_name(self.session.article)}.zip"
        self._export_to(lambda: self.ask.zip_to_save(self.start / name))

    def _export_to(self, where: Callable[[], Path | None]) -> None:
        """Nobody is asked where an article goes that is known to go nowhere."""
        self.writing.emit()
        errors = self.errors()
        forced = self._reason(errors) if errors else ""
        if errors and not forced:
            return
        target = where()
        if target is not None:
            self._export(target, forced=forced)

    def _export(self, target: Path, force: bool = False, forced: str = "") -> None:
        """`force` writes over files that changed, `forced` is why errors may stay."""
        job = files.job(self.session, target, force=force, forced=forced)

        def done(written: Exported) -> None:
            if self.session.path in (None, target):
                self._written(job, written, exported=True)
            self.exported.emit(written.path)

        self.tasks.run(
            "Exporting…",
            lambda progress: files.export(job, progress),
            done,
            lambda error: self._stopped(error, target, force, forced),
        )

    def _stopped(self, error: Exception, target: Path, force: bool, forced: str) -> None:
        """An export that did not come about: its errors are shown first, each with its place."""
        errors = files.errors(error)
        if errors is None:
            self._again(error, target, lambda: self._export(target, True, forced))
            return
        reason = self._reason(errors)
        if reason:
            self._export(target, force, reason)

    def _reason(self, errors: Sequence[Finding]) -> str:
        """Why errors may stay, if they may; else the writer is where one is to be mended."""
        answer = self.ask.blocked(errors, self.session.article)
        if isinstance(answer, Place):
            self.place_wanted.emit(answer)
            return ""
        return answer or ""

    def _written(self, job: files.Job, written: Written | Exported, *, exported: bool) -> None:
        self.session.mark_saved(
            job.article, job.publication, written.path, written.fingerprint, exported=exported
        )
        self.settings.remember(written.path)

    def _again(self, error: Exception, target: Path, forced: Then) -> None:
        """Files changed on disk: show them, and write over them only when the writer says so."""
        changed = files.differences(error)
        if changed is None:
            self.fail(error)
        elif self.ask.overwrite(target, files.rows(changed)):
            forced()

    # The publication

    def edit_publication(self, found: Sequence[Finding] = (), at: Place | None = None) -> None:
        """Open the dialog of the shared profile, at a place of it and with what was found of it
        marked; what it saves is used at once. One that cannot be saved is shown again as it was
        filled in.
        """
        shown, path = self.session.publication, files.profile_path(self.session)
        while (answer := self.ask.publication(shown, path, found, at)) is not None:
            shown, path = answer
            try:
                files.store_profile(shown, path)
            except UserError as error:
                self.ask.error(error)
            else:
                self.session.use_publication(shown)
                return

    def edit_services(self) -> None:
        """Let the writer say where references are looked up, and who asks."""
        self.ask.services(self.settings)

    # Closing

    def may_close(self, again: Then) -> bool:
        """Whether the window may close now; where it is saved first, `again` is called then."""
        if self.session.is_clean:
            return True
        answer = self.ask.unsaved(self.session.article.metadata.headline)
        if answer == "save":
            self.save(again)
        return answer == "discard"

    def shut(self) -> None:
        """End of the program: what runs is finished, and the recovery copy goes."""
        self._forget()
        self.tasks.close()
        self.safety.close()

    def leave(self, then: Then) -> None:
        """Go on when the open article is safe: saved, or given up by the writer's word."""
        self.writing.emit()
        if self.session.is_clean:
            then()
            return
        answer = self.ask.unsaved(self.session.article.metadata.headline)
        if answer == "save":
            self.save(then)
        elif answer == "discard":
            then()

    @property
    def start(self) -> Path:
        """Where file dialogs begin: beside the open bundle, or the last one, or at home."""
        if self.session.path is not None:
            return self.session.path.parent
        return Path(self.settings.recent[0]).parent if self.settings.recent else Path.home()

    def fail(self, error: Exception) -> None:
        """Tell the writer of an error; one that is the program's own goes on."""
        if isinstance(error, UserError):
            self.ask.error(error)
        elif isinstance(error, OSError):
            self.ask.error(files.disk_error(error))
        elif not files.was_cancelled(error):
            raise error
