"""The list of references at an `@`, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.ui.widgets.item_row import ROW
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

REFERENCES = tuple(
    Reference(
        id=f"{family.lower()}{year}",
        title=title,
        author=(Name(family=family),),
        issued=Date(date_parts=((year,),)),
    )
    for family, year, title in (
        ("Howard", 1996, "A receptor in pituitary and hypothalamus"),
        ("Kojima", 1999, "Ghrelin is an acylated peptide from stomach"),
        ("Sun", 2004, "Ghrelin stimulation of growth hormone release"),
    )
)


@pytest.fixture
def editor(qtbot):
    window = QWidget()
    window.resize(600, 400)
    editor = MarkdownEdit()
    editor.complete_citations(lambda: REFERENCES)
    QVBoxLayout(window).addWidget(editor)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    editor.setFocus()
    yield editor
    window.close()


def keys(editor):
    editor.completer.settle()
    rows = editor.completer.popup.rows
    return [rows.index(row, 0).data(ROW).aside for row in range(rows.rowCount())]


def test_an_at_sign_offers_all_references(editor):
    QTest.keyClicks(editor, "fed @")
    assert editor.completer.is_open
    assert keys(editor) == ["howard1996", "kojima1999", "sun2004"]


def test_enter_puts_the_citation_in_brackets(editor):
    QTest.keyClicks(editor, "fed @ghre stom")
    assert keys(editor) == ["kojima1999"]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "fed [@kojima1999]"
    assert not editor.completer.is_open
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "fed [@kojima1999]\n"


def test_within_brackets_only_the_key_is_put(editor):
    QTest.keyClicks(editor, "fed [@howard1996; @su")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "fed [@howard1996; @sun2004]"
    QTest.keyClicks(editor, ", p. 3].")
    assert editor.toPlainText() == "fed [@howard1996; @sun2004, p. 3]."


@pytest.mark.parametrize("after", ["]", " and more]", " [x]", ""])
def test_brackets_that_the_writer_opened_are_closed_once(editor, after):
    editor.setPlainText(f"fed [@how{after}")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in "fed [@how":
        editor.moveCursor(QTextCursor.MoveOperation.Right)
    editor.completer.offer()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    bracket = "" if after[-1:] == "]" and "[" not in after else "]"
    assert editor.toPlainText() == f"fed [@howard1996{bracket}{after}"


@pytest.mark.parametrize(
    ("text", "typed"), [("[x", "[x]]"), ("a", "a]]"), ("[@a] b", "[@a] b]]"), ("[@a", "[@a]")]
)
def test_a_bracket_is_typed_unless_it_ends_a_citation(editor, text, typed):
    editor.setPlainText(f"{text}]")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    QTest.keyClick(editor, "]")
    assert editor.toPlainText() == typed
    assert editor.textCursor().atEnd() == (typed == "[@a]")


def test_arrows_choose_another_row(editor):
    QTest.keyClicks(editor, "@gh")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "[@sun2004]"


def test_a_typo_and_backspace_leave_the_list_open(editor):
    QTest.keyClicks(editor, "@howzz")
    assert editor.completer.is_open
    assert editor.completer.popup.rows.index(0, 0).data() == "No reference matches “howzz”"
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert keys(editor) == ["howard1996"]


def test_enter_breaks_the_line_where_nothing_matches(editor):
    QTest.keyClicks(editor, "@zz")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "@zz\n"


def test_escape_closes_it_for_this_citation_only(editor):
    QTest.keyClicks(editor, "@h")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClicks(editor, "ow")
    assert not editor.completer.is_open
    QTest.keyClicks(editor, ", @h")
    assert editor.completer.is_open


def test_control_space_opens_it_again(editor):
    QTest.keyClicks(editor, "@how")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QTest.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert keys(editor) == ["howard1996"]


def test_prose_after_a_narrative_citation_is_left_alone(editor):
    QTest.keyClicks(editor, "@sun2004 and")
    assert not editor.completer.is_open


def test_leaving_the_words_closes_it(editor):
    QTest.keyClicks(editor, "a @h")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert not editor.completer.is_open


@pytest.mark.parametrize("text", ["me@", "```\n@", "a @ "])
def test_other_at_signs_offer_nothing(editor, text):
    for line in text.split("\n")[:-1]:
        QTest.keyClicks(editor, line)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, text.split("\n")[-1])
    assert not editor.completer.is_open


def test_the_shortcut_begins_a_citation_and_offers(editor):
    QTest.keyClicks(editor, "fed")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(editor, Qt.Key.Key_C, control | Qt.KeyboardModifier.ShiftModifier)
    assert len(keys(editor)) == 3
    QTest.keyClicks(editor, "koj")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "fed [@kojima1999]"
    QTest.keyClicks(editor, "].")
    assert editor.toPlainText() == "fed [@kojima1999]."


def test_a_click_takes_a_row(editor):
    QTest.keyClicks(editor, "@")
    editor.completer.settle()
    popup = editor.completer.popup
    spot = popup.visualRect(popup.rows.index(1, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor.toPlainText() == "[@kojima1999]"


def test_the_list_stays_within_the_window(editor):
    editor.setPlainText("\n" * 40)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "x" * 60 + " @")
    assert editor.window().rect().contains(editor.completer.popup.geometry())


def test_losing_the_focus_closes_it(editor):
    QTest.keyClicks(editor, "@")
    editor.clearFocus()
    assert not editor.completer.is_open


def test_a_key_of_unusual_signs_is_put_in_braces(editor):
    editor.complete_citations(lambda: (Reference(id="10.1/x?y=", title="Odd"),))
    QTest.keyClicks(editor, "@odd\t")
    assert editor.toPlainText() == "[@{10.1/x?y=}]"
