import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.columns import Columns, mend
from palmetto_editor.ui.problems import Problems
from sample_articles import clean

PLACE = Place("references", "wren2019", "page")
FIX = edits.put(PLACE, "1-9", "Turn the pages round")


@pytest.fixture
def panel(qtbot):
    problems = Problems()
    qtbot.addWidget(problems)
    problems.show_findings(
        [
            Finding("references.pages", "warning", PLACE, "They run backwards.", FIX),
            Finding("metadata.slug", "error", Place("metadata", field="slug"), "No slug."),
        ]
    )
    problems.resize(700, 200)
    problems.show()
    return problems


def _click(qtbot, panel, row, column):
    table = panel.findChild(QTreeWidget)
    item = table.topLevelItem(row)
    where = table.visualRect(table.indexFromItem(item, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    return item


def test_a_click_goes_to_the_place(qtbot, panel):
    with qtbot.waitSignal(panel.chosen) as told:
        _click(qtbot, panel, 1, 0)
    assert told.args == [PLACE]


def test_a_click_on_fix_mends_and_goes_nowhere(qtbot, panel):
    with qtbot.assertNotEmitted(panel.chosen), qtbot.waitSignal(panel.mending) as told:
        item = _click(qtbot, panel, 1, 2)
    assert told.args == [FIX]
    assert "Turn the pages round" in item.toolTip(2)


def test_a_finding_without_a_fix_offers_none(qtbot, panel):
    with qtbot.assertNotEmitted(panel.mending), qtbot.waitSignal(panel.chosen):
        item = _click(qtbot, panel, 0, 2)
    assert item.text(2) == ""
    assert [action.text() for action in panel.menu(item).actions()] == ["Go there"]


def test_the_menu_of_a_row_offers_the_fix(qtbot, panel):
    item = panel.findChild(QTreeWidget).topLevelItem(1)
    (_, fix) = panel.menu(item).actions()
    with qtbot.waitSignal(panel.mending):
        fix.trigger()


def test_mending_is_one_step_and_what_is_gone_is_left(qtbot):
    session = Session(clean())
    mend(session, FIX)
    assert session.article.references[0].page == "1-9"
    session.undo()
    assert session.article == clean()
    mend(session, edits.put(Place("references", "gone", "page"), "1"))
    assert session.article == clean()


def test_the_window_mends_what_the_list_offers(qtbot):
    session = Session(clean())
    columns = Columns(session, lambda _pane: None)
    qtbot.addWidget(columns)
    columns.problems.mending.emit(FIX)
    assert session.article.references[0].page == "1-9"
