"""What is on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def on_clipboard() -> QMimeData:
    """The clipboard's data. Qt has none at all where nothing was copied, or nobody may look."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()
