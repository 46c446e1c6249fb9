"""The Markdown editor with the article behind it."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from effort import effort_once
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.ui.editor_text import raw_text
from palmetto_editor.ui.widgets import inline_commands, line_commands
from palmetto_editor.ui.widgets.markdown_edit import WIDEST, MarkdownEdit, bind_markdown

BODY = Place("body")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot, session):
    editor = MarkdownEdit()
    editor.tab_moves_focus = False
    editor.resize(500, 300)
    qtbot.addWidget(editor)
    refresh = bind_markdown(editor, session, lambda: BODY)
    session.subscribe(lambda _: refresh())
    QGuiApplication.clipboard().clear()
    return editor


def write(session, text):
    session.do(edits.put(BODY, text))


def select(editor, words):
    start = raw_text(editor).index(words)
    editor.select_span(start, start + len(words))


def paste(editor, text=None, html=None, urls=()):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl.fromLocalFile(url) for url in urls])
    if editor.canInsertFromMimeData(data):
        editor.insertFromMimeData(data)


def test_a_span_is_counted_in_characters(editor, session):
    write(session, "\U0001f600\U0001f600 word\nnext")
    editor.select_span(3, 7)
    assert editor.textCursor().selectedText() == "word"
    assert editor.cursor_point == 7


def test_keys_toggle_bold_italic_link_and_citation(editor, session):
    write(session, "one two three four")
    select(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    select(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_I, CTRL)
    select(editor, "three")
    QTest.keyClick(editor, Qt.Key.Key_K, CTRL)
    select(editor, "four")
    QTest.keyClick(editor, Qt.Key.Key_C, CTRL | SHIFT)
    assert session.article.body == "**one** *two* [three]() [@four]"
    select(editor, "one")
    QTest.keyClick(editor, Qt.Key.Key_B, CTRL)
    assert session.article.body == "one *two* [three]() [@four]"


def test_a_command_is_one_step_of_its_own(editor, session):
    QTest.keyClicks(editor, "one two")
    editor.selectAll()
    editor.run(line_commands.bullets)
    QTest.keyClicks(editor, "x")
    session.undo()
    assert session.article.body == "- one two"
    session.undo()
    assert session.article.body == "one two"


def test_enter_goes_on_with_a_list_and_leaves_it(editor, session):
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "after")
    assert session.article.body == "- one\n- two\nafter"


def test_shift_enter_is_a_plain_line_break(editor, session):
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return, SHIFT)
    assert session.article.body == "- one\n"


def test_tab_nests_list_items(editor, session):
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert session.article.body == "    - one"
    QTest.keyClick(editor, Qt.Key.Key_Backtab, SHIFT)
    assert session.article.body == "- one"


@pytest.mark.parametrize(("text", "moves"), [("prose", False), ("- item", True)])
def test_tab_moves_the_focus_elsewhere(qtbot, text, moves):
    window = QWidget()
    editor, line = MarkdownEdit(), QLineEdit()
    editor.tab_moves_focus = moves
    layout = QVBoxLayout(window)
    layout.addWidget(editor)
    layout.addWidget(line)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    editor.setFocus()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert line.hasFocus()
    assert editor.toPlainText() == text
    QTest.keyClick(line, Qt.Key.Key_Backtab, SHIFT)
    assert editor.hasFocus()


def test_a_compact_editor_grows_with_its_text_up_to_a_height(qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    editor = MarkdownEdit(compact=True)
    layout.addWidget(editor)
    layout.addStretch(1)
    window.resize(400, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    heights = []
    for lines in (1, 3, 6, 12, 30):
        editor.setPlainText("\n".join(["line"] * lines))
        QTest.qWait(1)
        heights.append(editor.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    assert editor.verticalScrollBar().isVisible()
    editor.setPlainText("\n".join(["line"] * 12))
    QTest.qWait(1)
    assert not editor.verticalScrollBar().isVisible()


def test_a_compact_editor_settles_at_every_width(qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    editor = MarkdownEdit(compact=True, lines=(1, 12))
    editor.setPlainText("Five papers on ghrelin and its receptor, in the order of their questions")
    layout.addWidget(editor)
    layout.addStretch(1)
    qtbot.addWidget(window)
    window.show()
    for width in range(300, 620, 7):
        window.resize(width, 300)
        QApplication.processEvents()
        assert editor.sizeHint().height() == editor.height()
        assert not editor.verticalScrollBar().isVisible()
        assert editor.horizontalScrollBar().maximum() == 0


def test_prose_is_wrapped_to_a_column_that_can_be_read(qtbot):
    editor = MarkdownEdit()
    editor.setPlainText("many words " * 60)
    editor.resize(1_400, 300)
    qtbot.addWidget(editor)
    editor.show()
    assert editor.viewport().width() <= WIDEST
    width = editor.document().firstBlock().layout().boundingRect().width()
    assert width <= editor.viewport().width()
    editor.resize(500, 300)
    assert editor.viewport().width() > 450


def test_rich_text_lands_as_plain_text(editor, session):
    paste(editor, text="5\u00a0mg\r\nmore", html="<b>5 mg</b>")
    assert session.article.body == "5\u00a0mg\nmore"
    paste(editor, html="<p>only <b>rich</b></p>")
    assert session.article.body == "5\u00a0mg\nmoreonly rich"


def test_an_address_pasted_over_words_links_them(editor, session):
    write(session, "see the paper")
    select(editor, "paper")
    paste(editor, text="https://example.org/x")
    assert session.article.body == "see the [paper](https://example.org/x)"


def test_a_copy_keeps_no_break_spaces(editor, session):
    write(session, "5\u00a0mg\n\U0001f600")
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == "5\u00a0mg\n\U0001f600"


def test_image_files_are_announced_and_other_files_are_not_taken(qtbot, editor, session):
    dropped = []
    editor.image_dropped.connect(dropped.append)
    paste(editor, urls=("/pictures/c.png",))
    editor.takes_images = True
    paste(editor, urls=("/pictures/a.PNG", "/pictures/b.svg"))
    paste(editor, urls=("/pictures/article.json",))
    assert dropped == ["/pictures/a.PNG", "/pictures/b.svg"]
    assert session.article.body == ""


PIECES = st.sampled_from(
    ["a", "bc d", "\n", "\u2028", "\u00a0", "\U0001f600", "- x\n- y", "1. z\n", "> q", "**b**", "é"]
)
COMMANDS = st.sampled_from(
    [
        inline_commands.bold,
        inline_commands.italic,
        inline_commands.link,
        inline_commands.cite,
        line_commands.indent,
        line_commands.outdent,
        line_commands.bullets,
        line_commands.numbers,
        line_commands.quote,
        line_commands.heading(2),
        line_commands.callout("NOTE", "\U0001f600"),
        line_commands.block("{{< faq >}}"),
        line_commands.enter,
    ]
)
STEPS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), PIECES | COMMANDS), max_size=10)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_run_of_commands_keeps_both_texts_equal(editor, session, steps):
    write(session, "one\n\n- two \U0001f600\n\nthree")
    for start, end, act in steps:
        first, last = sorted(round(share * len(session.article.body)) for share in (start, end))
        editor.select_span(first, last)
        if isinstance(act, str):
            editor.insert(act)
        else:
            editor.run(act, around=1 if act is not line_commands.enter else 0)
        assert session.article.body == raw_text(editor)
    while session.undo():
        assert session.article.body == raw_text(editor)


def test_several_edits_in_one_block_keep_both_texts_equal(editor, session):
    write(session, "one\n\U0001f600two\u00a0\nthree\nfour")
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    for position, text in ((20, "x\ny"), (9, "\U0001f600"), (0, "- "), (12, "")):
        cursor.setPosition(position)
        cursor.setPosition(min(position + 2, 20), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
    cursor.endEditBlock()
    assert session.article.body == raw_text(editor)


@pytest.mark.parametrize(
    "text",
    ["[" * 12_000, "x" * 1_000_000, "word " * 100_000, "a **b** [@c]\n\n" * 8_000],
    ids=["brackets", "one line", "words", "paragraphs"],
)
def test_no_key_is_slow_in_a_hostile_text(qtbot, editor, session, text):
    write(session, text)
    editor.show()
    qtbot.waitUntil(lambda: editor.highlighter.is_done)
    editor.select_span(len(text) // 2, len(text) // 2)
    QTest.keyClicks(editor, "x")
    worst = 0.0
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_At):
        worst = max(worst, effort_once(partial(QTest.keyClick, editor, key)))
    assert worst < 5  # seconds: it is milliseconds, or half a minute
