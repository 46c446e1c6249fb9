import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from palmetto_editor.ui import style
from palmetto_editor.ui.widgets.chips import Chips
from palmetto_editor.ui.widgets.grid import Grid
from palmetto_editor.ui.widgets.item_view import ItemView


def focus(qtbot, widget):
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def lines(editor):
    """The colours of the underlines."""
    return [selection.format.underlineColor() for selection in editor.extraSelections()]


def test_only_the_pane_that_is_seen_is_marked(shown, finding):
    notice = shown.part("notice").editor
    body = shown.part("body").editor
    shown.marks.show([finding("notice:0-3"), finding("body:0-3")])
    assert len(body.extraSelections()) == 1
    assert notice.extraSelections() == []
    shown.part("notice")
    assert len(notice.extraSelections()) == 1


def test_a_pane_that_was_marked_and_is_sound_now_is_cleared(shown, finding):
    body = shown.part("body").editor
    shown.marks.show([finding("body:0-3")])
    shown.part("notice")
    shown.marks.show([])
    shown.part("body")
    assert body.extraSelections() == []


def test_in_a_text_what_the_cursor_stands_in_is_at_the_cursor(shown, finding, qtbot):
    body = shown.part("body").editor
    first, second = finding("body:0-3"), finding("body:5-8")
    shown.marks.show([first, second])
    focus(qtbot, body)
    body.select_span(6, 6)
    assert shown.marks.at_cursor() == (second,)


def test_elsewhere_nothing_is(shown, finding):
    shown.part("body")
    shown.marks.show([finding("body:0-3")])
    shown.stack.setFocus()
    assert shown.marks.at_cursor() == ()


def test_in_a_list_what_is_found_of_the_row_is(shown, finding, qtbot):
    second = shown.session.article.faq[1].id
    pane = shown.part("faq")
    found = finding(f"faq[{second}].answer:0-3")
    shown.marks.show([found])
    pane.items.select(1)
    focus(qtbot, shown.find(ItemView, "faq.items"))
    assert shown.marks.at_cursor() == (found,)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(QLineEdit, "metadata.title"), (QComboBox, "metadata.type"), (QLineEdit, "metadata.slug")],
)
def test_in_an_input_what_is_found_of_it_is(shown, finding, qtbot, kind, name):
    shown.part("metadata")
    found = finding(name)
    shown.marks.show([found, finding("metadata.headline")])
    focus(qtbot, shown.find(kind, name))
    assert shown.marks.at_cursor() == (found,)


def test_among_chips_what_is_found_of_the_one_before_the_line_is(shown, finding, qtbot):
    shown.part("metadata")
    sand, crabs = finding("metadata.keywords[1]"), finding("metadata.keywords[2]")
    shown.marks.show([sand, crabs])
    line = shown.find(QLineEdit, "metadata.keywords")
    focus(qtbot, line)
    assert shown.marks.at_cursor() == (crabs,)
    line.asked.emit("left")
    assert isinstance(line.parentWidget(), Chips)
    assert shown.marks.at_cursor() == (sand,)


def test_in_a_table_what_is_found_of_the_cell_is_else_of_its_row(shown, finding, qtbot):
    table = shown.session.article.tables[0].id
    shown.part("tables")
    cell, row = finding(f"tables[{table}].rows[0][1]"), finding(f"tables[{table}].rows[1]")
    shown.marks.show([cell, row])
    grid = shown.stack.findChild(Grid)
    focus(qtbot, grid.view)
    grid.view.go((0, 1))
    assert shown.marks.at_cursor() == (cell,)
    grid.view.go((1, 0))
    assert shown.marks.at_cursor() == (row,)


def test_marks_follow_the_colours_in_force(shown, finding, qapp, qtbot):
    body = shown.part("body").editor
    shown.marks.show([finding("body:0-3")])
    try:
        style.apply(qapp, "dark")
        qtbot.waitUntil(lambda: lines(body) == [style.DARK.warning])
    finally:
        style.apply(qapp, "light")
