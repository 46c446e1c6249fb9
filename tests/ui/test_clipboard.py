from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from palmetto_editor.ui.clipboard import on_clipboard


def test_what_was_copied_is_on_the_clipboard(qapp):
    QGuiApplication.clipboard().setText("words")
    assert on_clipboard().text() == "words"


def test_where_qt_has_no_data_there_is_none_in_it(qapp, monkeypatch):
    monkeypatch.setattr(QClipboard, "mimeData", lambda _self: None)
    found = on_clipboard()
    assert isinstance(found, QMimeData)
    assert not found.formats()
