from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.moment import NO_ZONE, MomentEdit, bind_moment

PUBLISHED = Place("metadata", field="published")
WHOLE = "2026-04-21T09:00:00-04:00"


@pytest.fixture
def make(qtbot):
    def make(value=""):
        session = Session(Article(id="a", metadata=Metadata(published=value)))
        edit = MomentEdit("metadata.published", "Published", lambda: NOON)
        edit.said.connect(lambda text, bad: setattr(edit, "told", (text, bad)))
        show = bind_moment(edit, session, lambda: PUBLISHED)
        session.subscribe(lambda _: show())
        qtbot.addWidget(edit)
        return session, edit

    return make


NOON = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)


def _value(session):
    return session.article.metadata.published


def _zone(edit, words):
    line = edit.zone.lineEdit()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_whole_moment_is_shown_in_its_own_zone(make):
    _, edit = make(WHOLE)
    assert edit.line.text() == "2026-04-21 09:00"
    assert edit.zone.currentText() == "UTC−04:00"
    assert edit.told == ("Tuesday, 21 April 2026, 09:00, UTC−04:00", False)


@pytest.mark.parametrize("foreign", ["2025", "spring 2026", "2026-04-21", "2026-04-21 09:00"])
def test_a_foreign_value_is_shown_as_it_is_and_kept(make, foreign):
    session, edit = make(foreign)
    QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert edit.line.text() == foreign
    assert edit.told[1]
    assert _value(session) == foreign


def test_a_moment_without_a_zone_asks_for_one(make):
    session, edit = make("2026-04-21 09:00")
    assert edit.told == (NO_ZONE, True)
    _zone(edit, "America/New_York")
    assert _value(session) == WHOLE


def test_what_is_typed_is_in_the_article_key_by_key(make):
    session, edit = make()
    _zone(edit, "UTC")
    QTest.keyClicks(edit.line, "2026-04-21 09:0")
    assert _value(session) == "2026-04-21 09:0"
    QTest.keyClicks(edit.line, "0")
    assert _value(session) == "2026-04-21T09:00:00+00:00"
    assert edit.line.text() == "2026-04-21 09:00"


def test_a_whole_moment_may_be_typed_as_it_is_stored(make):
    session, edit = make()
    QTest.keyClicks(edit.line, WHOLE)
    assert _value(session) == WHOLE
    QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert edit.line.text() == "2026-04-21 09:00"
    assert _value(session) == WHOLE


def test_a_typed_day_begins_at_midnight(make):
    session, edit = make()
    _zone(edit, "UTC")
    QTest.keyClicks(edit.line, "2026-04-21")
    QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert _value(session) == "2026-04-21T00:00:00+00:00"


def test_a_place_gives_the_offset_of_its_season(make):
    session, edit = make(WHOLE)
    _zone(edit, "Europe/Berlin")
    assert _value(session) == "2026-04-21T09:00:00+02:00"
    edit.choose_day(QDate(2026, 12, 1))
    assert _value(session) == "2026-12-01T09:00:00+01:00"
    assert edit.zone.currentText() == "Europe/Berlin"


def test_an_offset_may_be_typed_in_place_of_a_zone(make):
    session, edit = make(WHOLE)
    _zone(edit, "UTC+5:30")
    assert _value(session) == "2026-04-21T09:00:00+05:30"


def test_an_unknown_zone_changes_nothing(make):
    session, edit = make(WHOLE)
    _zone(edit, "Middle/Earth")
    assert _value(session) == WHOLE
    assert edit.zone.currentText() == "UTC−04:00"


def test_now_is_now_in_the_chosen_zone(make):
    session, edit = make()
    _zone(edit, "Asia/Tokyo")
    QTest.mouseClick(edit.now, Qt.MouseButton.LeftButton)
    assert _value(session) == "2026-11-23T21:00:00+09:00"


def test_clear_empties_it(make):
    session, edit = make(WHOLE)
    QTest.mouseClick(edit.clear, Qt.MouseButton.LeftButton)
    assert (_value(session), edit.line.text()) == ("", "")
    session.undo()
    assert edit.line.text() == "2026-04-21 09:00"


def test_the_up_key_goes_to_the_next_day(make):
    session, edit = make(WHOLE)
    edit.line.setCursorPosition(9)
    QTest.keyClick(edit.line, Qt.Key.Key_Up)
    assert _value(session) == "2026-04-22T09:00:00-04:00"
    assert edit.line.cursorPosition() == 9


def test_a_day_from_the_calendar_keeps_the_time(make):
    session, edit = make(WHOLE)
    edit.choose_day(QDate(2026, 5, 2))
    assert _value(session) == "2026-05-02T09:00:00-04:00"


def test_the_first_day_from_the_calendar_begins_at_nine(make):
    session, edit = make()
    _zone(edit, "UTC")
    edit.choose_day(QDate(2026, 5, 2))
    assert _value(session) == "2026-05-02T09:00:00+00:00"


def test_the_calendar_opens_on_the_day_and_closes(make, qtbot):
    _, edit = make(WHOLE)
    edit.show()
    QTest.mouseClick(edit.calendar, Qt.MouseButton.LeftButton)
    menu = edit.calendar.findChild(QMenu)
    days = menu.actions()[0].defaultWidget()
    assert days.selectedDate() == QDate(2026, 4, 21)
    menu.close()


def test_a_change_from_elsewhere_is_shown(make):
    session, edit = make(WHOLE)
    session.do(edits.put(PUBLISHED, "2026-04-22T10:30:15Z"))
    assert edit.line.text() == "2026-04-22 10:30:15"
    assert edit.zone.currentText() == "UTC"
