from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QTableWidget

from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.recovery import Copy
from palmetto_editor.ui.dialogs.recovery import RecoveryDialog

SAVED = Article(id="a", metadata=Metadata(headline="A receptor"), body="one\ntwo")
COPY = Copy(
    Path("/nowhere"),
    Article(id="a", metadata=SAVED.metadata, body="one\ntwo and more"),
    Path("/bundles/x"),
    1_700_000_000.0,
)


@pytest.fixture
def dialog(qtbot):
    dialog = RecoveryDialog(COPY, SAVED)
    qtbot.addWidget(dialog)
    return dialog


def column(dialog, number):
    table = dialog.findChild(QTableWidget, "recovery.versions")
    return [table.item(row, number).text() for row in range(table.rowCount())]


def test_both_versions_stand_side_by_side(dialog):
    assert "two" in column(dialog, 0)
    assert "two and more" in column(dialog, 2)
    assert "≠" in column(dialog, 1)


@pytest.mark.parametrize("choice", ["recovered", "saved", "later"])
def test_each_button_is_a_choice(dialog, choice):
    dialog.findChild(QPushButton, f"recovery.{choice}").click()
    assert dialog.choice == choice


def test_closing_decides_nothing(dialog):
    dialog.reject()
    assert dialog.choice == "later"


def test_a_draft_that_was_never_saved_has_an_empty_side(qtbot):
    dialog = RecoveryDialog(Copy(Path("/nowhere"), SAVED, None, 0.0), None)
    qtbot.addWidget(dialog)
    assert set(column(dialog, 0)) == {""}
    assert "two" in column(dialog, 2)
