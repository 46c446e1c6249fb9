"""Windows are tested offscreen; Qt reads these before the first widget."""

from __future__ import annotations

import pytest

from palmetto_editor.model.values import Article
from palmetto_editor.session.document import Session
from palmetto_editor.ui import style
from palmetto_editor.ui.garbage import Collector
from patience import PatientBot


@pytest.fixture(scope="session")
def qapp(qapp):
    Collector(qapp)
    style.apply(qapp, "light")
    return qapp


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture
def session():
    return Session(Article(id="test"))
