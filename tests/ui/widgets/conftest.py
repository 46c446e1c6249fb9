"""Passages written as texts with the selection between two bars, or the cursor at one; a grid."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from palmetto_editor.ui.widgets.grid import Grid
from palmetto_editor.ui.widgets.passage import Passage


def _passage(text):
    before, _, rest = text.partition("|")
    selected, _, after = rest.rpartition("|") if "|" in rest else ("", "", rest)
    return Passage(before + selected + after, len(before), len(before) + len(selected))


def _after(command, text):
    result = command(_passage(text))
    if result is None:
        return None
    middle = f"|{result.selected}|" if result.selected else "|"
    return result.text[: result.start] + middle + result.text[result.end :]


@pytest.fixture(scope="session")
def passage():
    return _passage


@pytest.fixture(scope="session")
def after():
    """Apply a command to a marked text; the marked text that comes of it, or None."""
    return _after


@pytest.fixture
def window(qtbot, session):
    """The grid of the first table of a module's session, and a field behind it."""
    window = QWidget()
    window.resize(640, 480)
    grid = Grid(session, lambda: next(iter(session.article.tables), None))
    window.grid, window.after = grid, QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(grid)
    layout.addWidget(window.after)
    forget = session.subscribe(lambda _: grid.refresh())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    grid.view.setFocus()
    grid.view.go((0, 0))
    yield window
    forget()
    window.close()


@pytest.fixture
def view(window):
    return window.grid.view
