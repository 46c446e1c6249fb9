import pytest
from PySide6.QtCore import SIGNAL, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.places import Place
from palmetto_editor.ui.marks.text_marks import TextMarks
from palmetto_editor.ui.widgets.grid_cell import CellEdit
from palmetto_editor.ui.widgets.lines import Lines
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit
from palmetto_editor.ui.widgets.prose import Prose

TEXT = "The sea comes.\n\nThe sand stays."


def of(words, severity="warning"):
    start = TEXT.index(words)
    place = Place("images", "i", "caption").at(start, start + len(words))
    return Finding("made.up", severity, place, f"Look at the {words}.")


def spots(*findings):
    return [(finding, finding.place.span) for finding in findings]


KINDS = {
    "markdown": lambda form: MarkdownEdit(compact=True, parent=form),
    "prose": lambda _form: Prose(),
    "lines": lambda _form: Lines(),
    "cell": CellEdit,
}


@pytest.fixture(params=KINDS)
def editor(qtbot, request):
    form = QWidget()
    qtbot.addWidget(form)
    form.resize(420, 140)
    made = KINDS[request.param](form)
    made.setParent(form)
    made.setPlainText(TEXT)
    made.resize(400, 120)
    form.show()
    yield made
    form.close()  # and lives until now


@pytest.fixture
def marks(editor):
    return TextMarks(editor)


def line(editor, words):
    """Where the line of some words is, in the editor."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index(words))
    return editor.cursorRect(cursor).translated(editor.viewport().pos())


def margin(editor, words):
    """A picture of what is left of a line's words."""
    rect = line(editor, words)
    return editor.grab(QRect(1, rect.top(), rect.left() - 2, rect.height())).toImage()


def test_a_sign_stands_beside_the_line_and_moves_no_word(editor, marks):
    words = line(editor, "sand")
    bare, other = margin(editor, "sand"), margin(editor, "sea")
    marks.show(spots(of("sand")), TEXT)
    assert margin(editor, "sand") != bare
    assert margin(editor, "sea") == other
    assert line(editor, "sand") == words


def test_a_text_without_room_has_no_sign_until_there_is(editor, marks, qtbot):
    bare, size = margin(editor, "sand"), editor.size()
    editor.setFixedHeight(0)
    marks.show(spots(of("sand")), TEXT)  # a warning of Qt's would fail this
    qtbot.wait(10)
    editor.setFixedHeight(size.height())
    qtbot.waitUntil(lambda: margin(editor, "sand") != bare)


def test_each_severity_has_a_sign_of_its_own(editor, marks):
    pictures = []
    for severity in ("error", "warning", "advice"):
        marks.show(spots(of("sea", severity)), TEXT)
        picture = margin(editor, "sea")
        bits = [
            picture.pixelColor(x, y) != picture.pixelColor(0, 0)
            for x in range(picture.width())
            for y in range(picture.height())
        ]
        pictures.append(tuple(bits))
    assert len(set(pictures)) == 3


def test_what_is_of_the_whole_text_has_its_sign_at_the_first_line(editor, marks):
    bare = margin(editor, "sea")
    whole = Finding("made.up", "advice", Place("images", "i", "caption"), "It is long.")
    marks.show([(whole, None)], TEXT)
    assert margin(editor, "sea") != bare


def test_it_goes_with_the_lines_that_are_typed_above(editor, marks, qtbot):
    marks.show(spots(of("sand")), TEXT)
    marked, bare = margin(editor, "sand"), margin(editor, "sea")
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("New.\n")
    qtbot.waitUntil(lambda: margin(editor, "sand") == marked)
    assert margin(editor, "sea") == bare


def test_a_click_on_it_asks_what_can_be_done(editor, marks, qtbot):
    sand = of("sand")
    marks.show(spots(sand), TEXT)
    strip = editor.findChild(QWidget, "margin")
    at = line(editor, "sand").center().y() - strip.y()
    with qtbot.waitSignal(marks.asked) as told:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, at))
    assert told.args[0] == (sand,)
    assert editor.textCursor().position() == TEXT.index("sand")


def test_the_mouse_over_it_is_told_the_sentence(editor, marks, qtbot):
    marks.show(spots(of("sand")), TEXT)
    strip = editor.findChild(QWidget, "margin")
    at = QPoint(3, line(editor, "sand").center().y() - strip.y())
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(at)))
    qtbot.waitUntil(lambda: "Look at the sand." in QToolTip.text())
    QToolTip.hideText()


def test_without_findings_there_is_none_and_no_key_is_watched(editor, marks):
    watched = SIGNAL("updateRequest(QRect,int)")
    keys = editor.receivers(watched)
    marks.show([], TEXT)
    assert editor.findChild(QWidget, "margin") is None
    marks.show(spots(of("sand")), TEXT)
    assert editor.receivers(watched) == keys + 1
    marks.show([], TEXT)
    assert editor.receivers(watched) == keys
    assert not editor.findChild(QWidget, "margin").isVisible()


def test_it_is_as_high_as_the_text(editor, marks):
    marks.show(spots(of("sand")), TEXT)
    editor.resize(380, 90)
    QApplication.processEvents()
    strip = editor.findChild(QWidget, "margin")
    assert strip.height() == editor.viewport().height()
    assert strip.geometry().right() < line(editor, "sea").left() + editor.cursorWidth()
