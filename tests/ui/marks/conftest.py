"""A stack of panes on an article, and findings of anything in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.marks.marks import Marks
from palmetto_editor.ui.stack import PaneStack
from sample_articles import full


def _finding(place, message="This is wrong; mend it.", severity="warning", rule="made.up"):
    return Finding(rule, severity, Place.parse(place), message)


@pytest.fixture(scope="session")
def finding():
    """A finding at a written place."""
    return _finding


class Shown:
    """A stack that shows a part, with its marks."""

    def __init__(self, article):
        self.session = Session(article)
        self.stack = PaneStack(self.session, lambda _pane: None)
        self.marks = Marks(self.stack)

    def part(self, name):
        return self.stack.show_part(name)

    def find(self, kind, name):
        found = self.stack.currentWidget().findChild(kind, name)
        assert isinstance(found, QWidget)
        return found

    def put(self, place, value):
        self.session.do(edits.put(Place.parse(place), value))


@pytest.fixture
def shown(qtbot):
    """The full article in a stack of panes, on the screen."""
    article = full()
    metadata = replace(article.metadata, keywords=("tides", "sand", "crabs"))
    made = Shown(replace(article, metadata=metadata))
    qtbot.addWidget(made.stack)
    made.stack.resize(900, 800)
    made.stack.show()
    return made
