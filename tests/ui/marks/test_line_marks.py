import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.places import Place
from palmetto_editor.ui.marks.line_marks import LineMarks

TEXT = "The sea and the sand"


def of(words, severity="warning"):
    start = TEXT.index(words)
    place = Place("metadata", field="title").at(start, start + len(words))
    return Finding("made.up", severity, place, "Look here.")


@pytest.fixture
def line(qtbot):
    line = QLineEdit(TEXT)
    line.setToolTip("A title")
    qtbot.addWidget(line)
    line.resize(300, 32)
    line.show()
    return line


@pytest.fixture
def marks(line):
    return LineMarks(line)


def columns(before, after):
    """The columns of pixels in which two pictures differ."""
    return [
        x
        for x in range(before.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(before.height()))
    ]


def test_just_the_words_of_a_finding_are_underlined(line, marks):
    line.setCursorPosition(0)
    before = line.grab().toImage()
    marks.show([of("sand")])
    differ = columns(before, line.grab().toImage())
    left = line.fontMetrics().horizontalAdvance("The sea and the ")
    wide = line.fontMetrics().horizontalAdvance("sand")
    edge = differ[0] - left
    assert 0 <= edge < 16
    assert wide - 3 <= len(differ) <= wide + 3


def test_the_text_and_what_is_selected_in_it_stay(line, marks):
    line.setSelection(4, 3)
    marks.show([of("sand")])
    assert line.text() == TEXT
    assert line.selectedText() == "sea"
    assert not line.isModified()


def test_underlines_move_with_what_is_typed(line, marks):
    marks.show([of("sand")])
    line.setCursorPosition(0)
    QTest.keyClicks(line, "Oh ")
    line.setCursorPosition(len("Oh The sea and the sa"))
    assert marks.at_cursor() == (of("sand"),)
    assert marks._spans[0][:2] == (19, 23)
    QTest.keyClicks(line, "xx")
    assert marks._spans[0][:2] == (19, 25)


def test_what_qt_counts_as_two_is_one_character(line, marks):
    line.setText(f"𝒜𝒷 {TEXT}")
    place = Place("metadata", field="title").at(3 + 16, 3 + 20)
    finding = Finding("made.up", "warning", place, "Look here.")
    whole = Finding("made.up", "advice", place.whole(), "It is long.")
    marks.show([finding, whole])
    line.setCursorPosition(5 + 16)
    assert marks.at_cursor() == (finding,)
    line.setCursorPosition(5 + 14)
    assert marks.at_cursor() == (finding, whole)


def test_words_typed_behind_do_not_join_it(line, marks):
    marks.show([of("sand")])
    line.setCursorPosition(len(TEXT))
    QTest.keyClicks(line, " too")
    assert marks._spans[0][:2] == (16, 20)


def test_elsewhere_all_that_is_found_of_the_line_is_at_the_cursor(line, marks):
    whole = Finding("made.up", "error", Place("metadata", field="title"), "It is long.")
    marks.show([of("sand"), whole])
    line.setCursorPosition(1)
    assert marks.at_cursor() == (whole, of("sand"))


def test_the_sentence_is_told_over_the_line_and_its_own_tip_comes_back(line, marks):
    marks.show([of("sand")])
    assert "Look here." in line.toolTip()
    marks.show([])
    assert line.toolTip() == "A title"


def test_what_is_being_composed_is_left_alone(line, marks):
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("か", []))
    marks.show([of("sand")])
    QApplication.sendEvent(line, QInputMethodEvent("", []))
    assert line.text() == TEXT
    sent = []
    line.textEdited.connect(sent.append)
    QApplication.sendEvent(line, QInputMethodEvent("か", []))
    marks.show([of("sea")])
    commit = QInputMethodEvent("", [])
    commit.setCommitString("か")
    QApplication.sendEvent(line, commit)
    assert "か" in line.text()
