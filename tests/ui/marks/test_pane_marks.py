from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.ui.marks.badge import Badge
from palmetto_editor.ui.widgets.chip import Chip
from palmetto_editor.ui.widgets.grid import Grid
from palmetto_editor.ui.widgets.grid_cell import CellEdit
from palmetto_editor.ui.widgets.item_view import ItemView
from palmetto_editor.ui.widgets.mark import MARK

WIDGET = QWidget


def rows(view):
    """What each row of a list is marked with, in words."""
    model = view.model()
    marks = [model.index(row, 0).data(MARK) for row in range(model.rowCount())]
    return [mark.spoken if mark else "" for mark in marks]


def badges(pane):
    """The labels that have a sign, and what it says."""
    return {
        badge.parentWidget().text(): badge.accessibleName()
        for badge in pane.findChildren(Badge)
        if badge.isVisibleTo(pane)
    }


def underlined(editor):
    return [selection.cursor.selectedText() for selection in editor.extraSelections()]


def test_a_field_has_a_sign_behind_its_label(shown, finding):
    pane = shown.part("metadata")
    shown.marks.show([finding("metadata.title", "The title is long; cut it.", "error")])
    assert badges(pane) == {"Title": "Error: The title is long; cut it."}
    title = shown.find(QLineEdit, "metadata.title")
    assert "The title is long; cut it." in title.toolTip()
    assert title.accessibleDescription() == (
        "For search results and the browser's tab. Error: The title is long; cut it."
    )


def test_it_goes_when_nothing_is_found_any_more(shown, finding):
    pane = shown.part("metadata")
    shown.marks.show([finding("metadata.title"), finding("metadata.type")])
    shown.marks.show([])
    assert badges(pane) == {}
    title = shown.find(QLineEdit, "metadata.title")
    assert title.accessibleDescription() == "For search results and the browser's tab."
    assert shown.find(QComboBox, "metadata.type").toolTip() == ""


def test_what_is_typed_does_not_take_the_description_away(shown, finding):
    shown.part("metadata")
    shown.marks.show([finding("metadata.language", "No such language.")])
    shown.put("metadata.language", "de-AT")
    told = shown.find(QWidget, "metadata.language").accessibleDescription()
    assert told.endswith("Warning: No such language.")


def test_an_input_in_a_row_goes_by_the_label_above_it(shown, finding):
    pane = shown.part("metadata")
    shown.marks.show([finding("metadata.slug"), finding("metadata.published")])
    assert set(badges(pane)) == {"Slug", "Published"}


def test_a_list_without_a_label_goes_by_its_heading(shown, finding):
    pane = shown.part("metadata")
    shown.marks.show([finding("metadata.authors"), finding("metadata.about")])
    assert set(badges(pane)) == {"Authors", "Topics"}


def test_a_person_is_marked_in_the_list_and_in_its_form(shown, finding):
    pane = shown.part("metadata")
    shown.marks.show([finding("metadata.authors[0].name"), finding("metadata.authors[1].url")])
    view = shown.find(ItemView, "metadata.authors.items")
    assert rows(view) == ["Warning: This is wrong; mend it."] * 2
    assert list(badges(pane)) == ["Name"]
    view.setCurrentIndex(view.model().index(1, 0))
    assert list(badges(pane)) == ["Page about them"]


def test_one_address_of_several_is_underlined(shown, finding):
    shown.part("metadata")
    shown.put("metadata.authors[0].same_as", ("https://a.example/", "here", "https://b.example/"))
    shown.marks.show([finding("metadata.authors[0].same_as[1]")])
    lines = shown.find(QPlainTextEdit, "metadata.authors.same_as")
    assert underlined(lines) == ["here"]


def test_a_keyword_is_marked_on_its_chip(shown, finding):
    shown.part("metadata")
    shown.marks.show([finding("metadata.keywords[1]", "It stands here twice.")])
    chips = {chip.text: chip for chip in shown.stack.findChildren(Chip)}
    assert "It stands here twice." in chips["sand"].toolTip()
    assert chips["sand"].sizeHint().width() > chips["tides"].sizeHint().width()
    assert chips["tides"].toolTip() == ""
    shown.put("metadata.keywords", ("crabs", "sand"))
    chips = {chip.text: chip for chip in shown.stack.findChildren(Chip) if chip.isVisible()}
    assert "It stands here twice." in chips["sand"].toolTip()


def test_each_question_is_marked_in_the_list_and_the_chosen_in_its_form(shown, finding):
    first, second = shown.session.article.faq[:2]
    pane = shown.part("faq")
    shown.marks.show(
        [finding(f"faq[{first.id}].answer:0-3"), finding(f"faq[{second.id}].question:0-3")]
    )
    assert rows(shown.find(ItemView, "faq.items"))[:2] == ["Warning: This is wrong; mend it."] * 2
    assert underlined(pane.answer) == [first.answer[:3]]
    assert badges(pane) == {}
    pane.items.select(1)
    assert underlined(pane.answer) == []
    assert list(badges(pane)) == ["Question"]


def test_what_is_of_an_item_and_no_field_marks_its_row(shown, finding):
    last = shown.session.article.references[-1].id
    pane = shown.part("references")
    shown.marks.show([finding(f"references[{last}]", "It is never cited.")])
    assert rows(shown.find(ItemView, "references.items"))[-1] == "Warning: It is never cited."
    assert badges(pane) == {}


def test_a_date_goes_by_the_label_over_its_three_inputs(shown, finding):
    key = shown.session.article.references[0].id
    pane = shown.part("references")
    shown.marks.show([finding(f"references[{key}].issued")])
    assert list(badges(pane)) == ["Published"]


def test_a_cell_its_row_and_a_column_are_marked(shown, finding):
    table = shown.session.article.tables[0].id
    shown.part("tables")
    shown.marks.show(
        [
            finding(f"tables[{table}].rows[0][1]:0-2", "The cell."),
            finding(f"tables[{table}].rows[1]", "The row.", "error"),
            finding(f"tables[{table}].columns[0].label", "The column."),
        ]
    )
    model = shown.stack.findChild(Grid).model
    beside, above = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    assert model.index(0, 1).data(MARK).spoken == "Warning: The cell."
    assert model.index(0, 0).data(MARK) is None
    assert model.headerData(0, beside, MARK).spoken == "Warning: The cell."
    assert model.headerData(1, beside, MARK).severity == "error"
    assert model.headerData(0, above, MARK).spoken == "Warning: The column."


def test_the_words_of_a_cell_are_underlined_in_its_editor_too(shown, finding):
    table = shown.session.article.tables[0]
    shown.part("tables")
    shown.marks.show([finding(f"tables[{table.id}].rows[0][1]:0-2")])
    grid = shown.stack.findChild(Grid)
    grid.view.go((0, 1))
    grid.view.open_editor()
    assert underlined(grid.view.delegate.editor) == [table.rows[0][1][:2]]
    grid.view.close_editor()
    grid.view.go((0, 0))
    grid.view.open_editor()
    assert underlined(grid.view.delegate.editor) == []


def test_marks_that_come_while_a_cell_is_open_are_shown_there(shown, finding):
    table = shown.session.article.tables[0]
    shown.part("tables")
    grid = shown.stack.findChild(Grid)
    shown.marks.show([finding(f"tables[{table.id}].note")])
    grid.view.go((0, 1))
    grid.view.open_editor()
    shown.marks.show([finding(f"tables[{table.id}].rows[0][1]:0-2")])
    assert underlined(grid.view.delegate.editor) == [table.rows[0][1][:2]]


def test_a_place_that_is_gone_marks_nothing(shown, finding):
    pane = shown.part("faq")
    shown.marks.show([finding("faq[gone].answer:0-3"), finding("faq[gone]")])
    assert badges(pane) == {}
    assert underlined(pane.answer) == []


def test_a_marked_cell_is_drawn_with_its_words(shown, finding, qapp):
    table = shown.session.article.tables[0].id
    grid = shown.part("tables").findChild(Grid)

    def words(*places):
        shown.marks.show([finding(f"tables[{table}].rows[0]{place}") for place in places])
        qapp.processEvents()  # the head of a marked row is wider
        cell = grid.view.visualRect(grid.model.index(0, 1))
        return grid.view.viewport().grab(cell.adjusted(4, 2, -12, -12)).toImage()

    bare = words("")
    assert words("", "[1]") == bare
    assert words("", "[1]:0-4") == bare


def test_the_editor_of_a_cell_has_a_sign_that_can_be_clicked(shown, finding, qtbot):
    table = shown.session.article.tables[0].id
    pane = shown.part("tables")
    found = finding(f"tables[{table}].rows[1][0]:0-4")
    shown.marks.show([found])
    pane.go_to(found.place)
    strip = pane.findChild(CellEdit).findChild(WIDGET, "margin")
    with qtbot.waitSignal(shown.marks.asked) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    assert told.args[0] == (found,)


def test_a_click_on_the_sign_of_a_label_asks_what_can_be_done(shown, finding, qtbot):
    pane = shown.part("metadata")
    title = finding("metadata.title")
    shown.marks.show([title])
    (badge,) = [badge for badge in pane.findChildren(Badge) if badge.isVisible()]
    with qtbot.waitSignal(shown.marks.asked) as told:
        qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    assert told.args[0] == (title,)
