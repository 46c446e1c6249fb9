"""Journeys go through the real window; only the file dialogs are answered by a script."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from palmetto_editor import app as composition
from palmetto_editor.session.handing_on import form_of
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui import style
from palmetto_editor.ui.dialogs.import_references import ImportDialog
from palmetto_editor.ui.dialogs.lookup import LookUpDialog
from palmetto_editor.ui.dialogs.publication import PublicationDialog
from palmetto_editor.ui.undo import UndoFilter
from patience import PatientBot


class Answers:
    """Stands in for Ask: `files` are the answers to file questions, `said` what was told."""

    parent = None

    def __init__(self) -> None:
        self.files: deque[Path] = deque()
        self.on_unsaved = "discard"
        self.on_overwrite = False
        self.on_recovery = "later"
        self.on_publication = None
        self.profile: PublicationDialog | None = None
        self.on_blocked = None
        self.on_dismissal = ""
        self.said: list[object] = []

    def file_to_open(self, start):
        return self.files.popleft() if self.files else None

    folder_to_open = file_to_open
    zip_to_save = file_to_open

    def bundle_to_save(self, start, name):
        return self.files.popleft() / name if self.files else None

    def unsaved(self, headline):
        self.said.append(("unsaved", headline))
        return self.on_unsaved

    def overwrite(self, target, differences):
        self.said.append(("overwrite", tuple(differences)))
        return self.on_overwrite

    def differs(self, target, differences):
        self.said.append(("differs", tuple(differences)))

    def blocked(self, errors, article):
        """What was set: a reason, or a function of the errors."""
        self.said.append(("blocked", tuple(errors)))
        return self.on_blocked(errors) if callable(self.on_blocked) else self.on_blocked

    def dismissal(self, finding, quote):
        self.said.append(("dismissal", finding, quote))
        return self.on_dismissal

    def recovery(self, copy, saved):
        self.said.append(("recovery", copy, saved))
        return self.on_recovery

    def publication(self, publication, path, found=(), at=None):
        """The dialog itself, open beside the window; what was set is the answer."""
        self.profile = PublicationDialog(publication, path, found=found, at=at)
        self.profile.show()
        return self.on_publication(publication) if callable(self.on_publication) else None

    def references_to_open(self, start):
        return [self.files.popleft()] if self.files else []

    def references_to_save(self, suggested):
        return form_of(self.files.popleft()) if self.files else None

    def bring_in(self, imported, rows, existing):
        """The table itself, left as it came."""
        dialog = ImportDialog(imported, rows, existing)
        dialog.findChild(QPushButton, "import.take").click()
        return dialog.answer

    def look_up(self, session, keys, begin, tasks):
        """The dialog itself, open beside the window."""
        self.looking_up = LookUpDialog(session, keys, begin, tasks)
        self.looking_up.show()

    def services(self, settings):
        self.said.append(("services", settings))

    def error(self, error):
        self.said.append(("error", error))


@pytest.fixture(scope="session")
def qapp(qapp):
    style.apply(qapp, "light")
    UndoFilter(qapp)
    return qapp


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def open_window(qtbot, tmp_path, answers):
    """Opens windows on one home folder; each is closed at the end."""
    windows = []

    def opened(home: Path | None = None):
        window = composition.build(home or tmp_path / "home", Settings(), answers)
        windows.append(window)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.finish()
        qtbot.waitUntil(lambda: bool(window.live and window.live.page))
        return window

    yield opened
    answers.on_unsaved = "discard"
    for window in windows:
        window.close()


@pytest.fixture
def window(open_window):
    return open_window()
