"""What an editor takes from the clipboard or a drop, and what it gives."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocumentFragment

from palmetto_editor.session.assets import SUFFIXES
from palmetto_editor.ui.editor_text import as_document, from_document, lines


def has_files(source: QMimeData) -> bool:
    """Whether files of this machine are pasted or dropped, not text."""
    return any(url.isLocalFile() for url in source.urls())


def image_files(source: QMimeData) -> list[str]:
    """The paths of the local image files that are pasted or dropped."""
    local = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
    return [path for path in local if PurePath(path).suffix.casefold() in SUFFIXES]


def pasted(source: QMimeData) -> str:
    """The text to insert: plain text where it is given, else the words of the rich text."""
    if source.hasText():
        text = source.text()
    else:
        text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return as_document(text.replace("\0", "\ufffd"))


def selection_data(cursor: QTextCursor) -> QMimeData:
    """What is selected, to the letter; Qt's own copy turns no-break spaces into spaces."""
    data = QMimeData()
    data.setText(from_document(lines(cursor.selectedText())))
    return data
