from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor

from palmetto_editor.ui import style
from palmetto_editor.ui.preview.json_view import JsonView


def _graph(count: int, **changes: object) -> str:
    nodes = [
        {"@type": "Thing", "@id": f"#{n}", "name": f"Nämé {n} 🜚", "n": n} for n in range(count)
    ]
    nodes[count // 2].update(changes)
    document = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(document, indent=2, ensure_ascii=False)


@pytest.fixture
def view(qtbot):
    view = JsonView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def _colours_of(view, line):
    block = view.text.document().findBlockByNumber(line)
    return {f.format.foreground().color().name() for f in block.layout().formats()}


def test_it_shows_the_graph_to_the_letter(view):
    for text in (_graph(3), _graph(3, name="other"), _graph(5), ""):
        view.show_text(text)
        assert view.text.toPlainText() == text


def test_a_change_keeps_the_scroll_and_the_selection(view):
    view.show_text(_graph(400))
    bar = view.text.verticalScrollBar()
    bar.setValue(600)
    cursor = QTextCursor(view.text.document().findBlockByNumber(610))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    view.text.setTextCursor(cursor)
    selected = cursor.selectedText()
    view.show_text(_graph(400, name="a longer name than before"))
    assert bar.value() == 600
    assert view.text.textCursor().selectedText() == selected


def test_keys_and_values_have_colours_of_their_own(view):
    view.show_text(_graph(3))
    colours = style.colours()
    assert colours.accent.name() in _colours_of(view, 1)  # "@context"
    name = next(n for n, line in enumerate(_graph(3).splitlines()) if '"name"' in line)
    assert {colours.heading.name(), colours.link.name()} <= _colours_of(view, name)


def test_only_lines_in_sight_are_coloured(view):
    view.show_text(_graph(2_000))
    last = view.text.blockCount() - 4
    assert not _colours_of(view, last)
    view.text.verticalScrollBar().setValue(last)
    assert _colours_of(view, last)


def test_a_hidden_view_shows_the_graph_when_it_is_seen(view):
    view.hide()
    view.show_text(_graph(2))
    assert view.text.toPlainText() == ""
    view.show()
    assert view.text.toPlainText() == _graph(2)


def test_the_button_copies_the_whole_graph(view):
    view.show_text(_graph(2))
    view.copy_button.click()
    assert QGuiApplication.clipboard().text() == _graph(2)


def test_it_cannot_be_edited(view, qtbot):
    view.show_text(_graph(2))
    qtbot.keyClicks(view.text, "x")
    assert view.text.toPlainText() == _graph(2)
