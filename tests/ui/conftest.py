"""Windows are tested offscreen; Qt reads these before the first widget."""

from __future__ import annotations

import pytest

from palmetto_editor.app import application
from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from patience import PatientBot


@pytest.fixture(scope="session")
def qapp(qapp):
    application()
    style.apply(qapp, "light")
    return qapp


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture
def session():
    return Session(Article(id="test"))
