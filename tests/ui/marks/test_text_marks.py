import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.places import Place
from palmetto_editor.ui.editor_text import LONGEST
from palmetto_editor.ui.marks.text_marks import MOST, TextMarks
from palmetto_editor.ui.widgets.at_rest import REST
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
TEXT = "The sea comes.\n\nThe sea goes, and the sand stays.\n"


def of(text, words, severity="warning"):
    start = text.index(words)
    return Finding("made.up", severity, Place("body").at(start, start + len(words)), "Look here.")


def spots(*findings):
    return [(finding, finding.place.span) for finding in findings]


@pytest.fixture
def editor(qtbot):
    editor = MarkdownEdit()
    qtbot.addWidget(editor)
    editor.setPlainText(TEXT)
    editor.resize(500, 300)
    editor.show()
    return editor


@pytest.fixture
def marks(editor):
    return TextMarks(editor)


def underlined(editor):
    return [selection.cursor.selectedText() for selection in editor.extraSelections()]


def seen(editor):
    """A picture of the text and its margin."""
    return editor.grab(editor.viewport().geometry()).toImage()


def put_cursor(editor, words):
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index(words) + 1)
    editor.setTextCursor(cursor)


def test_the_words_of_a_finding_are_underlined(editor, marks):
    marks.show(spots(of(TEXT, "sand")), TEXT)
    (selection,) = editor.extraSelections()
    assert selection.cursor.selectedText() == "sand"
    assert selection.format.underlineStyle() == WAVE


def test_the_gravest_is_drawn_last(editor, marks):
    marks.show(spots(of(TEXT, "sand", "error"), of(TEXT, "the sand stays", "advice")), TEXT)
    assert underlined(editor) == ["the sand stays", "sand"]


def test_words_stay_underlined_while_others_are_typed(editor, marks):
    marks.show(spots(of(TEXT, "sand")), TEXT)
    put_cursor(editor, "The")
    QTest.keyClicks(editor, "abc ")
    assert underlined(editor) == ["sand"]


@pytest.mark.parametrize("before", ["𝒜𝒷 ", f"{'word ' * (LONGEST // 4)}\n", "a\r\nb\r\n"])
def test_words_are_found_behind_what_qt_counts_otherwise(editor, marks, before):
    from palmetto_editor.ui.editor_text import as_document

    text = f"{before}{TEXT}"
    editor.setPlainText(as_document(text))
    marks.show(spots(of(text, "sand"), of(text, "sea")), text)
    assert underlined(editor) == ["sea", "sand"]


def test_a_span_beyond_the_text_is_cut(editor, marks):
    lost = Finding("made.up", "error", Place("body").at(40, 900), "Look here.")
    marks.show(spots(lost), TEXT)
    assert underlined(editor) == [TEXT[40:].replace("\n", "\u2029")]


def test_a_spot_between_two_characters_is_seen(editor, marks):
    spot = Finding("made.up", "error", Place("body").at(4, 4), "Look here.")
    marks.show(spots(spot), TEXT)
    assert underlined(editor) == ["s"]


def test_the_same_findings_again_bring_only_their_new_fixes(editor, marks):
    old, new = of(TEXT, "sand"), of(TEXT, "sand")
    marks.show(spots(old), TEXT)
    marks.show(spots(new), TEXT)
    put_cursor(editor, "sand")
    assert marks.at_cursor()[0] is new


def test_only_so_many_are_drawn_and_the_gravest_of_them(editor, marks):
    many = [of(TEXT, "sea", "advice") for _ in range(MOST)]
    marks.show(spots(*many, of(TEXT, "sand", "error")), TEXT)
    assert len(editor.extraSelections()) == MOST
    assert underlined(editor)[-1] == "sand"


def test_at_the_cursor_are_those_it_stands_in(editor, marks):
    sand, goes = of(TEXT, "sand"), of(TEXT, "goes")
    marks.show(spots(sand, goes), TEXT)
    put_cursor(editor, "goes")
    assert marks.at_cursor() == (goes,)


def test_else_those_of_its_paragraph_else_those_of_the_whole_text(editor, marks):
    sand = of(TEXT, "sand")
    whole = Finding("made.up", "advice", Place("body"), "It is short.")
    marks.show([*spots(sand), (whole, None)], TEXT)
    put_cursor(editor, "goes")
    assert marks.at_cursor() == (sand,)
    put_cursor(editor, "comes")
    assert marks.at_cursor() == (whole,)


def test_a_sign_stands_in_the_margin_of_each_line(editor, marks):
    before = seen(editor)
    marks.show(spots(of(TEXT, "sand"), of(TEXT, "goes", "error")), TEXT)
    after = seen(editor)
    margin = QRect(0, 0, 14, after.height())
    assert before.copy(margin) != after.copy(margin)
    ((line, findings),) = marks._lines()
    assert [f.severity for f in findings] == ["error", "warning"]
    above = QRect(0, 0, 14, line.top() - 4)
    assert before.copy(above) == after.copy(above)


def test_the_signs_go_with_their_lines(editor, marks, qtbot):
    marks.show(spots(of(TEXT, "sand")), TEXT)
    margin = QRect(0, 0, 14, editor.viewport().height())
    before = seen(editor).copy(margin)
    (high, _), *_ = marks._lines()
    put_cursor(editor, "The")
    QTest.keyClicks(editor, "\r")
    (low, _), *_ = marks._lines()
    moved = QPoint(0, low.top() - high.top())
    sign = QRect(0, high.top(), 14, high.height())
    qtbot.waitUntil(
        lambda: seen(editor).copy(sign.translated(moved)) == before.copy(sign), timeout=2000
    )
    assert seen(editor).copy(sign) != before.copy(sign)


def test_a_sign_can_be_clicked_as_soon_as_the_keys_rest(editor, marks, qtbot):
    sand = of(TEXT, "sand")
    marks.show(spots(sand), TEXT)
    put_cursor(editor, "sea goes")
    QTest.keyClicks(editor, "a")
    (line, _), *_ = marks._lines()
    qtbot.wait(REST + 100)
    with qtbot.waitSignal(marks.asked) as told:
        QTest.mouseClick(
            editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, line.center().y())
        )
    assert told.args[0] == (sand,)


def test_without_findings_nothing_is_drawn_or_watched(editor, marks):
    before = seen(editor)
    marks.show(spots(of(TEXT, "sand")), TEXT)
    assert seen(editor) != before
    marks.show([], TEXT)
    assert seen(editor) == before


def test_a_click_on_a_sign_asks_what_can_be_done(editor, marks, qtbot):
    sand = of(TEXT, "sand")
    marks.show(spots(sand), TEXT)
    ((line, _),) = marks._lines()
    with qtbot.waitSignal(marks.asked) as told:
        QTest.mouseClick(
            editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(6, line.center().y())
        )
    assert told.args[0] == (sand,)
    assert editor.textCursor().position() == TEXT.index("sand")


def test_a_click_beside_it_is_the_editors(editor, marks, qtbot):
    marks.show(spots(of(TEXT, "sand")), TEXT)
    with qtbot.assertNotEmitted(marks.asked):
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(6, 5))


def test_over_the_words_the_sentence_is_told(editor, marks):
    marks.show(spots(of(TEXT, "sand")), TEXT)
    cursor = editor.textCursor()
    cursor.setPosition(TEXT.index("sand") + 2)
    mark, area = marks._at(editor.cursorRect(cursor).center())
    assert mark.spoken == "Warning: Look here."
    assert area.isValid()
    cursor.setPosition(2)
    assert marks._at(editor.cursorRect(cursor).center())[0] is None


def test_the_entry_of_a_citation_is_shown_where_the_mark_is_about_more(editor, marks):
    text = "The sand stays where it is [@wren2019].\n"
    editor.setPlainText(text)
    sentence, cite = of(text, text.strip()), of(text, "[@wren2019]")
    marks.show(spots(sentence, cite), text)
    cursor = editor.textCursor()
    cursor.setPosition(text.index("wren") + 2)
    point = editor.cursorRect(cursor).center()
    assert not marks._is_cited(point, marks._at(point)[0])
    marks.show(spots(sentence), text)
    assert marks._is_cited(point, marks._at(point)[0])
