from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from palmetto_editor.model.search import Query
from palmetto_editor.ui.widgets.find_bar import FindBar


def opened(qtbot, *, replacing):
    bar, told = FindBar(), []
    qtbot.addWidget(bar)
    bar.asked.connect(lambda: told.append(bar.query))
    bar.stepped.connect(lambda back: told.append("back" if back else "on"))
    bar.replaced.connect(lambda every: told.append("all" if every else "one"))
    bar.left.connect(lambda: told.append("left"))
    with qtbot.waitActive(bar):
        bar.open("tide", replacing=replacing)
    return bar, told


def test_keys_and_buttons_ask_for_what_they_say(qtbot):
    bar, told = opened(qtbot, replacing=True)
    QTest.keyClick(bar.words, "s")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    QTest.keyClick(bar.words, Qt.Key.Key_Enter, Qt.KeyboardModifier.ShiftModifier)
    bar.findChild(QToolButton, "find.previous").click()
    bar.new.setFocus()
    QTest.keyClick(bar.new, Qt.Key.Key_Return)
    bar.case.click()
    bar.whole.click()
    QTest.keyClick(bar.new, Qt.Key.Key_Escape)
    asked = [Query("tide"), Query("s"), Query("s", case=True), Query("s", case=True, whole=True)]
    assert told == [*asked[:2], "on", "back", "back", "one", *asked[2:], "left"]


def test_what_replaces_is_shown_where_it_is_asked_for(qtbot):
    bar, _ = opened(qtbot, replacing=False)
    assert not bar.new.isVisible()
    bar.open("", replacing=True)
    assert bar.new.isVisible()
    assert (bar.words.text(), bar.words.selectedText()) == ("tide", "tide")
