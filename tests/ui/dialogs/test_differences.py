from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget

from palmetto_editor.ui.dialogs.differences import DifferencesDialog

ROWS = [("index.html", "changed"), ("notes.txt", "added")]


def test_files_are_shown_one_by_one(qtbot):
    dialog = DifferencesDialog("Words.", ROWS, "Replace them")
    qtbot.addWidget(dialog)
    files = dialog.findChild(QTreeWidget, "differences")
    items = [files.topLevelItem(n) for n in range(files.topLevelItemCount())]
    assert [(item.text(0), item.text(1)) for item in items] == ROWS


def test_cancel_is_the_default_where_something_would_be_replaced(qtbot):
    dialog = DifferencesDialog("Words.", ROWS, "Replace them")
    qtbot.addWidget(dialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).isDefault()


def test_a_notice_offers_nothing_to_confirm(qtbot):
    dialog = DifferencesDialog("Words.", ROWS, "")
    qtbot.addWidget(dialog)
    assert len(dialog.findChild(QDialogButtonBox).buttons()) == 1
