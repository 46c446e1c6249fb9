import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from palmetto_editor.model.values import Link
from palmetto_editor.ui.panes.links import LinksPane


@pytest.fixture
def pane(qtbot, session):
    pane = LinksPane(session)
    qtbot.addWidget(pane)
    pane.show()
    yield pane
    pane.close_pane()


def find(pane, name):
    return pane.findChild(QWidget, name)


def test_an_empty_list_has_no_form(pane):
    assert not pane.form.isVisible()
    assert not pane.grab().isNull()


def test_a_link_is_added_filled_and_brought_back(pane, session):
    QTest.mouseClick(find(pane, "links.add"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(find(pane, "links.label"), "The guide")
    QTest.keyClicks(find(pane, "links.target"), "article:guide")
    box = pane.findChild(QComboBox, "links.relation")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    link = Link(id="l1", label="The guide", target="article:guide", relation="pillar")
    assert session.article.links == (link,)
    QTest.keyClick(pane.items.view, Qt.Key.Key_Delete)
    session.undo()
    assert session.article.links == (link,)
    assert find(pane, "links.target").text() == "article:guide"


def test_a_link_without_a_target_says_so(pane):
    pane.items.add()
    QTest.keyClicks(find(pane, "links.label"), "The guide")
    assert pane.items.model.index(0).data().startswith("The guide")
    assert "No target yet" in pane.items.model.index(0).data(Qt.ItemDataRole.UserRole).lacking
