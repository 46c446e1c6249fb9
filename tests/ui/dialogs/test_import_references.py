import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
)

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.imported import Imported, Record, Refused
from palmetto_editor.references.lines import read_line
from palmetto_editor.session.bringing import rows
from palmetto_editor.ui.dialogs.import_references import ImportDialog
from palmetto_editor.ui.widgets.record_model import DOUBT, HEADS, TICK

OLD = Reference(id="kojima1999", title="Ghrelin", DOI="10.1038/45230")
LINES = (
    "Kojima M. Ghrelin is a peptide from the stomach. Nature. 1999;402:656. doi:10.1038/45230",
    "Howard AD, Feighner SD, et al. A receptor. Science. 1996;273(5277):974-977.",
    "Some words without any year at all",
)
TYPE, AUTHORS, YEAR, TITLE, IDENTIFIER = 1, 2, 3, 4, 7


@pytest.fixture
def dialog(qtbot):
    read = [read_line(line) for line in LINES]
    records = tuple(
        Record(r.reference, f"line {n}", LINES[n], r.confidence) for n, r in enumerate(read)
    )
    refused = Refused("line 9", "@article{broken", "The entry is never closed.")
    imported = Imported("Reference list", records, (refused,), ("Two keys were the same.",))
    dialog = ImportDialog(imported, rows([OLD], imported), [OLD])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def find(dialog, name, kind=QPushButton):
    return dialog.findChild(kind, f"import.{name}")


def press(dialog, name):
    QTest.mouseClick(find(dialog, name), Qt.MouseButton.LeftButton)


def shown(dialog, row, column, role=Qt.ItemDataRole.DisplayRole):
    return dialog.table.filter.index(row, column).data(role)


def commit(editor):
    """Enter in a cell is taken over by Qt a moment later."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(1)


def retype(dialog, row, column, text):
    dialog.table.setCurrentIndex(dialog.table.filter.index(row, column))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    editor = dialog.table.findChild(QLineEdit, f"import.{HEADS[column].casefold()}")
    editor.selectAll()
    QTest.keyClicks(editor, text)
    commit(editor)


def taken(dialog):
    return [row.take for row in dialog.records.rows]


def test_every_record_is_accounted_for(dialog):
    told = dialog.findChild(object, "import.summary").text()
    assert told.startswith("4 records found (Reference list) · 2 included")
    assert "1 could not be read" in told
    tree = find(dialog, "refused", QTreeWidget)
    assert tree.topLevelItem(0).text(1) == "The entry is never closed."


def test_what_is_in_the_list_is_not_ticked_and_names_its_key(dialog):
    assert taken(dialog) == [False, True, True]
    assert shown(dialog, 0, TICK) == "in list: kojima1999"
    assert "the same DOI" in shown(dialog, 0, TICK, Qt.ItemDataRole.ToolTipRole)


def test_doubt_is_told_in_words_and_by_a_sign(dialog):
    assert shown(dialog, 2, TITLE, DOUBT)
    assert "certainty" in shown(dialog, 2, TITLE, Qt.ItemDataRole.ToolTipRole)
    assert shown(dialog, 2, TITLE, Qt.ItemDataRole.AccessibleTextRole).endswith("doubtful")
    assert not shown(dialog, 2, TITLE, Qt.ItemDataRole.DecorationRole).isNull()
    assert not shown(dialog, 1, TITLE, DOUBT)


def test_f8_leads_to_the_doubtful_cells_and_enter_confirms_one(dialog):
    before = dialog.records.doubts
    QTest.keyClick(dialog.table, Qt.Key.Key_F8)
    current = dialog.table.currentIndex()
    assert current.data(DOUBT)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    commit(dialog.table.findChild(QLineEdit))
    assert dialog.records.doubts == before - 1
    assert not current.data(DOUBT)


def test_a_cell_is_mended_before_the_record_comes_in(dialog):
    retype(dialog, 1, AUTHORS, "Howard, Andrew D.; et al.")
    assert dialog.isVisible()
    press(dialog, "take")
    reference = dialog.answer[1].record.reference
    assert [name.given for name in reference.author] == ["Andrew D."]
    assert reference.palmetto.authors_truncated


def test_an_identifier_that_is_none_is_refused_with_a_sentence(dialog):
    retype(dialog, 1, IDENTIFIER, "11.x")
    assert shown(dialog, 1, IDENTIFIER) == ""
    assert find(dialog, "fault", object).isVisible()
    retype(dialog, 1, IDENTIFIER, "doi:10.1038/45230")
    assert shown(dialog, 1, TICK) == "in list: kojima1999"
    assert taken(dialog) == [False, False, True]


def test_the_type_is_chosen_from_those_that_are_offered(dialog):
    dialog.table.setCurrentIndex(dialog.table.filter.index(2, TYPE))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    box = dialog.table.findChild(QComboBox, "import.type")
    box.setCurrentIndex(box.findData("report"))
    dialog.table.commitData(box)
    assert shown(dialog, 2, TYPE) == "Report"
    assert dialog.records.rows[2].record.reference.type == "report"


def test_space_ticks_the_selected_rows(dialog):
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert taken(dialog) == [True, True, True]
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert taken(dialog) == [False, False, False]
    assert not find(dialog, "take").isEnabled()


def test_only_what_is_shown_is_ticked_at_once(dialog):
    box = find(dialog, "only", QComboBox)
    box.setCurrentIndex(box.findData("met"))
    box.activated.emit(box.currentIndex())
    assert dialog.table.filter.rowCount() == 1
    press(dialog, "all")
    assert taken(dialog) == [True, True, True]


def test_the_source_of_the_row_is_shown_below(dialog):
    dialog.table.setCurrentIndex(dialog.table.filter.index(1, TITLE))
    assert LINES[1] in find(dialog, "source", QPlainTextEdit).toPlainText()


def test_works_of_the_list_may_be_filled_alone(dialog):
    press(dialog, "none")
    fill = find(dialog, "fill", QCheckBox)
    assert fill.text() == "Fill what is missing in 1 work of the list"
    assert not find(dialog, "take").isEnabled()
    fill.click()
    press(dialog, "take")
    assert [row.fill for row in dialog.answer] == [True] * 3


def test_leaving_brings_nothing_in(dialog):
    dialog.reject()
    assert dialog.answer is None
