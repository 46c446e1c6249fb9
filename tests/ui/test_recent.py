"""The menu of the bundles that were open lately."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMenu

from palmetto_editor.session.settings import Settings
from palmetto_editor.ui.recent import LONGEST, fill


@pytest.fixture
def menu(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu


def desk(*recent):
    opened = []
    return SimpleNamespace(
        settings=Settings(recent=list(recent)), open_path=opened.append, opened=opened
    )


def labels(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_newest_comes_first_and_a_click_opens_it(menu):
    of = desk("/a/tides", str(Path.home() / "notes" / "mud & sand.zip"))
    fill(menu, of)
    assert labels(menu) == ["tides — /a", "mud && sand.zip — ~/notes", "Clear this list"]
    menu.actions()[0].trigger()
    assert of.opened == ["/a/tides"]
    of.settings.remember(Path("/b/waves"))
    fill(menu, of)
    assert labels(menu)[:2] == ["waves — /b", "tides — /a"]


def test_the_list_can_be_cleared(menu):
    of = desk("/a/tides")
    fill(menu, of)
    menu.actions()[-1].trigger()
    fill(menu, of)
    assert labels(menu) == ["Nothing yet"]
    assert not menu.actions()[0].isEnabled()


def test_a_long_path_is_cut_in_its_middle_and_told_whole(menu):
    path = f"/{'deep/' * 40}tides"
    fill(menu, desk(path))
    (label, *_) = labels(menu)
    assert label.startswith("tides — /deep/")
    assert label.endswith("/deep")
    assert len(label) <= LONGEST + len("tides — ")
    assert menu.actions()[0].toolTip() == path
