"""Ask: every question and every error that the desk puts before the writer.

Each dialog is imported when it is asked for: none is needed before the first paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article

if TYPE_CHECKING:
    from palmetto_editor.checks.finding import Finding
    from palmetto_editor.model.csl import Reference
    from palmetto_editor.model.places import Place
    from palmetto_editor.references.imported import Imported
    from palmetto_editor.session.bringing import Row
    from palmetto_editor.session.document import Session
    from palmetto_editor.session.handing_on import Form
    from palmetto_editor.session.looking import Begin
    from palmetto_editor.session.recovery import Copy
    from palmetto_editor.session.settings import Settings
    from palmetto_editor.ui.dialogs.recovery import Choice
    from palmetto_editor.ui.tasks import Tasks

Unsaved = Literal["save", "discard", "cancel"]
_KINDS = (
    "Articles and pages (article.json *.zip *.html *.htm *.xhtml *.md *.markdown *.qmd *.txt"
    " *.docx);;Bundles (article.json *.zip);;All files (*)"
)
_REFERENCES = (
    "References (*.bib *.bibtex *.ris *.nbib *.medline *.json *.xml *.enw *.txt);;All files (*)"
)


class Ask:
    """Asks with Qt's own dialogs. A test gives the desk another object with these methods."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def file_to_open(self, start: Path) -> Path | None:
        """An article.json, a zip, a page or a text."""
        name, _ = QFileDialog.getOpenFileName(self.parent, "Open", str(start), _KINDS)
        return Path(name) if name else None

    def folder_to_open(self, start: Path) -> Path | None:
        """A bundle's folder."""
        name = QFileDialog.getExistingDirectory(self.parent, "Open a bundle", str(start))
        return Path(name) if name else None

    def bundle_to_save(self, start: Path, name: str) -> Path | None:
        """Where a bundle is to be made: the folder that will hold the bundle `name`."""
        words = f"Choose the folder in which the bundle “{name}” is made"
        chosen = QFileDialog.getExistingDirectory(self.parent, words, str(start))
        return Path(chosen) / name if chosen else None

    def zip_to_save(self, suggested: Path) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self.parent, "Export as zip", str(suggested), "Zip (*.zip)"
        )
        return Path(name) if name else None

    def unsaved(self, headline: str) -> Unsaved:
        """What to do with unsaved work before it goes out of sight."""
        box = QMessageBox(self.parent)
        box.setObjectName("ask.unsaved")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(f"Save the changes to “{headline or 'Untitled article'}”?")
        box.setInformativeText("Without saving, what was typed since the last save is lost.")
        kinds = QMessageBox.StandardButton
        box.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
        box.setDefaultButton(kinds.Save)
        answers: dict[int, Unsaved] = {kinds.Save.value: "save", kinds.Discard.value: "discard"}
        return answers.get(box.exec(), "cancel")

    def overwrite(self, target: Path, differences: Sequence[tuple[str, str]]) -> bool:
        """Whether files that changed on disk may be replaced; they are shown one by one."""
        words = (
            f"Files in {target.name} are not as this program left them. Writing the bundle "
            "replaces those listed here. Copy what you want to keep first."
        )
        return self._differences(words, differences, "Replace them")

    def differs(self, target: Path, differences: Sequence[tuple[str, str]]) -> None:
        """Show which files of a bundle no longer fit its manifest."""
        words = (
            f"Some files in {target.name} changed after it was exported. The article is opened "
            "as article.json has it; nothing is replaced until you export and confirm."
        )
        self._differences(words, differences, "")

    def _differences(self, words: str, rows: Sequence[tuple[str, str]], confirm: str) -> bool:
        from palmetto_editor.ui.dialogs.differences import DifferencesDialog

        return DifferencesDialog(words, rows, confirm, self.parent).ask()

    def blocked(self, errors: Sequence[Finding], article: Article) -> Place | str | None:
        """Errors stand against the export: the place of one, or why to export all the same."""
        from palmetto_editor.ui.dialogs.export_blocked import BlockedDialog

        dialog = BlockedDialog(errors, article, self.parent)
        dialog.exec()
        return dialog.answer

    def dismissal(self, finding: Finding, quote: str) -> str:
        """Why a finding may stand; empty where it may not."""
        from palmetto_editor.ui.dialogs.dismiss import DismissDialog

        dialog = DismissDialog(finding, quote, self.parent)
        dialog.exec()
        return dialog.reason

    def recovery(self, copy: Copy, saved: Article | None) -> Choice:
        """Which of two versions to open after a crash; both are shown first."""
        from palmetto_editor.ui.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(copy, saved, self.parent)
        dialog.exec()
        return dialog.choice

    def publication(
        self,
        publication: Publication,
        path: Path | None,
        found: Sequence[Finding] = (),
        at: Place | None = None,
    ) -> tuple[Publication, Path] | None:
        """The profile as edited and the file it goes to; None where it was left as it is. What
        was `found` of it is marked, and the writer begins `at` a place of it.
        """
        from palmetto_editor.ui.dialogs.publication import PublicationDialog

        dialog = PublicationDialog(publication, path, self.parent, found=found, at=at)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def references_to_open(self, start: Path) -> list[Path]:
        """Files of references, several at once."""
        names, _ = QFileDialog.getOpenFileNames(
            self.parent, "Bring in references", str(start), _REFERENCES
        )
        return [Path(name) for name in names]

    def references_to_save(self, suggested: Path) -> tuple[Path, Form] | None:
        """Where the list of references goes, and in which form."""
        from palmetto_editor.session.handing_on import FORMS, form_of

        kinds = {f"{label} (*{suffix})": form for form, label, suffix in FORMS}
        name, kind = QFileDialog.getSaveFileName(
            self.parent, "Export the references", str(suggested), ";;".join(kinds)
        )
        return form_of(Path(name), kinds.get(kind, "bibtex")) if name else None

    def bring_in(
        self, imported: Imported, rows: Sequence[Row], existing: Sequence[Reference]
    ) -> tuple[Row, ...] | None:
        """The records as the writer looked at and ticked them; None where nothing is brought in."""
        from palmetto_editor.ui.dialogs.import_references import ImportDialog

        dialog = ImportDialog(imported, rows, existing, self.parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def look_up(self, session: Session, keys: Sequence[str], begin: Begin, tasks: Tasks) -> None:
        """Works as services have them, beside the writer's; what is taken is edits already."""
        from palmetto_editor.ui.dialogs.lookup import LookUpDialog

        dialog = LookUpDialog(session, keys, begin, tasks, self.parent)
        dialog.exec()
        dialog.forget()

    def services(self, settings: Settings) -> None:
        """Where the services of the look-up are; what is saved is in the settings already."""
        from palmetto_editor.ui.dialogs.services import ServicesDialog

        ServicesDialog(settings, self.parent).exec()

    def error(self, error: UserError) -> None:
        """Say once what happened, why, and what to do."""
        box = QMessageBox(self.parent)
        box.setObjectName("ask.error")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(error.what)
        box.setInformativeText("\n\n".join(part for part in (error.why, error.remedy) if part))
        box.exec()
