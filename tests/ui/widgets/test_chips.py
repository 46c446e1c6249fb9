import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.chip import Chip
from palmetto_editor.ui.widgets.chips import Chips, bind_chips

KEYWORDS = Place("metadata", field="keywords")
Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session():
    meta = Metadata(keywords=("ghrelin", "GHS-R", "stomach"))
    return Session(Article(id="a", metadata=meta))


@pytest.fixture
def chips(qtbot, session):
    chips = Chips("keywords")
    qtbot.addWidget(chips)
    show = bind_chips(chips, session, lambda: KEYWORDS)
    session.subscribe(lambda _: show())
    chips.resize(400, 40)
    return chips


def _words(session):
    return session.article.metadata.keywords


def test_a_word_is_in_the_article_from_its_first_letter(session, chips):
    QTest.keyClicks(chips.line, "G")
    assert _words(session) == ("ghrelin", "GHS-R", "stomach", "G")


def test_a_comma_ends_a_word(session, chips):
    QTest.keyClicks(chips.line, "growth  hormone,acyl")
    assert _words(session)[3:] == ("growth hormone", "acyl")
    assert chips.line.text() == "acyl"


def test_enter_ends_a_word_and_the_next_is_a_step_of_its_own(session, chips):
    QTest.keyClicks(chips.line, "acyl")
    QTest.keyClick(chips.line, Key.Key_Return)
    QTest.keyClicks(chips.line, "GOAT")
    assert _words(session)[3:] == ("acyl", "GOAT")
    session.undo()
    assert _words(session)[3:] == ("acyl",)


def test_a_pasted_list_falls_into_words(session, chips):
    QApplication.clipboard().setText("acyl, GOAT; Ghrelin,\nobestatin")
    QTest.keyClick(chips.line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _words(session)[3:] == ("acyl", "GOAT", "obestatin")
    assert chips.line.text() == ""


def test_a_word_that_is_there_is_not_added_twice(session, chips):
    QTest.keyClicks(chips.line, "GHRELIN,")
    assert _words(session) == ("ghrelin", "GHS-R", "stomach")


def test_backspace_takes_the_word_before_the_line(session, chips):
    QTest.keyClick(chips.line, Key.Key_Backspace)
    assert _words(session) == ("ghrelin", "GHS-R")


def test_the_line_walks_among_the_words(session, chips):
    QTest.keyClick(chips.line, Key.Key_Left)
    QTest.keyClick(chips.line, Key.Key_Left)
    QTest.keyClicks(chips.line, "acyl")
    assert _words(session) == ("ghrelin", "acyl", "GHS-R", "stomach")
    QTest.keyClick(chips.line, Key.Key_Return)
    QTest.keyClick(chips.line, Key.Key_Delete)
    assert _words(session) == ("ghrelin", "acyl", "stomach")


def test_alt_and_an_arrow_move_a_word(session, chips):
    QTest.keyClick(chips.line, Key.Key_Left, Alt)
    assert _words(session) == ("ghrelin", "stomach", "GHS-R")
    QTest.keyClick(chips.line, Key.Key_Right, Alt)
    assert _words(session) == ("ghrelin", "GHS-R", "stomach")


def test_a_word_can_be_opened_and_changed_where_it_is(session, chips):
    QTest.keyClick(chips.line, Key.Key_Left)
    QTest.keyClick(chips.line, Key.Key_F2)
    QTest.keyClicks(chips.line, "GHSR")
    QTest.keyClick(chips.line, Key.Key_Return)
    assert _words(session) == ("ghrelin", "GHSR", "stomach")


def test_the_cross_of_a_chip_removes_it(session, chips):
    first = chips.findChildren(Chip)[0]
    cross = QPoint(first.sizeHint().width() - 10, 13)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=cross)
    assert _words(session) == ("GHS-R", "stomach")


def test_a_chip_dragged_over_another_takes_its_place(session, chips):
    chips.show()
    first, second = chips.findChildren(Chip)[:2]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(10, 13))
    QTest.mouseMove(first, first.mapFrom(chips, second.geometry().center()))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(10, 13))
    assert _words(session) == ("GHS-R", "ghrelin", "stomach")


def test_undo_brings_back_what_was_there(session, chips):
    QTest.keyClick(chips.line, Key.Key_Backspace)
    session.undo()
    assert chips.texts == ("ghrelin", "GHS-R", "stomach")


def test_a_change_from_elsewhere_is_shown(session, chips):
    session.do(edits.put(KEYWORDS, ("one", "two")))
    assert [chip.text for chip in chips._chips] == ["one", "two"]


def test_many_words_make_it_higher(chips):
    before = chips.height()
    chips.show_texts([f"a longer keyword {n}" for n in range(12)])
    assert chips.height() > 2 * before
