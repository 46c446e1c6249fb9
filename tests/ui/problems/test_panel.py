from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from found import BACKWARDS, CHECKED, FIX, NO_SLUG, REASON, STALE, WORD
from palmetto_editor.checks.checked import Checked
from palmetto_editor.ui.problems import Problems
from palmetto_editor.ui.problems.model import ACT, MESSAGE
from palmetto_editor.ui.problems.rows import Row
from sample_articles import full


@pytest.fixture
def panel(qtbot):
    panel = Problems()
    qtbot.addWidget(panel)
    panel.show_checked(CHECKED, full())
    panel.resize(1200, 320)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def find(panel, row):
    model = panel.view.problems
    return model.find(row.key, row)


def click(qtbot, panel, row, column=MESSAGE):
    index = find(panel, row).siblingAtColumn(column)
    panel.view.setExpanded(index.parent(), True)
    panel.view.scrollTo(index)
    where = panel.view.visualRect(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_title_counts(panel):
    title = panel.findChild(QLabel, "problems.title")
    assert title.text() == "Problems · 1 error, 1 warning, 1 piece of advice"


def test_a_click_goes_to_the_place_and_explains(qtbot, panel):
    with qtbot.waitSignal(panel.chosen) as told:
        click(qtbot, panel, Row(WORD))
    assert told.args == [WORD.place]
    assert panel.current == Row(WORD)


def test_a_click_on_fix_mends_and_goes_nowhere(qtbot, panel):
    with qtbot.assertNotEmitted(panel.chosen), qtbot.waitSignal(panel.mending) as told:
        click(qtbot, panel, Row(BACKWARDS), ACT)
    assert told.args == [FIX]


def test_where_there_is_no_fix_the_whole_row_goes_there(qtbot, panel):
    with qtbot.assertNotEmitted(panel.mending), qtbot.waitSignal(panel.chosen):
        click(qtbot, panel, Row(NO_SLUG), ACT)


def test_a_click_asks_again_what_was_dismissed(qtbot, panel):
    with qtbot.waitSignal(panel.restoring) as told:
        click(qtbot, panel, Row(CHECKED.dismissed[0][0], REASON), ACT)
    assert told.args == [REASON]
    with qtbot.waitSignal(panel.restoring) as told:
        click(qtbot, panel, Row(None, STALE), ACT)
    assert told.args == [STALE]


def test_what_was_dismissed_is_folded_up_until_it_is_wanted(qtbot, panel):
    model = panel.view.problems
    unfolded = [panel.view.isExpanded(model.index(at, 0)) for at in range(model.rowCount())]
    assert unfolded == [True, True, True, False, False]
    heading = panel.view.visualRect(model.index(3, 0)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert panel.view.isExpanded(model.index(3, 0))


def test_enter_goes_there_and_escape_goes_back(qtbot, panel):
    panel.focus_list()
    panel.select(BACKWARDS)
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert told.args == [BACKWARDS.place]
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


def test_the_filter_leaves_what_fits_and_says_where_nothing_does(qtbot, panel):
    line = panel.findChild(QLineEdit, "problems.filter")
    qtbot.keyClicks(line, "backwards")
    assert panel.listed == (BACKWARDS,)
    assert panel.view.problems.rowCount() == 1
    qtbot.keyClicks(line, " never")
    assert panel.listed == ()
    assert panel.view.empty == "Nothing has “backwards never” in it."
    line.clear()
    assert len(panel.listed) == 3


def test_a_filter_unfolds_what_it_finds(qtbot, panel):
    qtbot.keyClicks(panel.findChild(QLineEdit, "problems.filter"), "quoted")
    assert panel.view.isExpanded(panel.view.problems.index(0, 0))


def test_the_groups_change_and_tell(qtbot, panel):
    box = panel.findChild(QComboBox, "problems.by")
    with qtbot.waitSignal(panel.regrouped) as told:
        box.setCurrentIndex(box.findData("part"))
    assert told.args == ["part"]
    assert panel.view.problems.index(0, 0).data() == "Metadata  1"
    panel.group("severity")
    assert panel.by == "severity"
    panel.group("nonsense")
    assert panel.by == "severity"


def test_the_chosen_row_outlasts_the_next_check(panel):
    panel.select(BACKWARDS)
    moved = replace(WORD, place=WORD.place.at(9, 13))
    panel.show_checked(Checked((WORD, moved, BACKWARDS)), full())
    assert panel.current == Row(BACKWARDS)
    panel.show_checked(Checked((WORD,)), full())
    assert panel.current != Row(BACKWARDS)


def test_the_chosen_row_outlasts_a_check_that_finds_much_else(panel):
    many = [replace(WORD, message=f"Word {number}.") for number in range(400)]
    panel.show_checked(Checked(tuple(many)), full())
    panel.select(many[201])
    panel.show_checked(Checked(tuple(many[1:-1:2])), full())
    assert panel.current == Row(many[201])


def test_before_the_first_check_it_says_that_it_is_coming(qtbot):
    panel = Problems()
    qtbot.addWidget(panel)
    assert panel.view.empty == "The article is being checked."
    panel.show_checked(Checked(), full())
    assert panel.view.empty == "Nothing was found."


def test_the_menu_of_a_row_offers_what_can_be_done(qtbot, panel):
    texts = [action.text() for action in panel.menu(Row(BACKWARDS)).actions()]
    assert texts == [
        "Fix: Turn the pages round",
        "Fix: Leave the pages out",
        "Go there",
        "Dismiss…",
    ]
    with qtbot.waitSignal(panel.dismissing) as told:
        panel.menu(Row(BACKWARDS)).actions()[-1].trigger()
    assert told.args == [BACKWARDS]
    assert not panel.menu(Row(NO_SLUG)).actions()[-1].isEnabled()


def test_the_menu_of_a_dismissed_row_asks_again(qtbot, panel):
    menu = panel.menu(Row(CHECKED.dismissed[0][0], REASON))
    assert [action.text() for action in menu.actions()] == ["Go there", "Ask again"]
    with qtbot.waitSignal(panel.restoring):
        menu.actions()[1].trigger()
    stale = panel.menu(Row(None, STALE))
    assert [action.text() for action in stale.actions()] == ["Forget this dismissal"]
