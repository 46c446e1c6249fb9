"""The field for a reason: it must be given, in a sentence or two."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from palmetto_editor.ui.widgets.forms import column
from palmetto_editor.ui.widgets.labels import Labelled

LONGEST = 2_000  # characters, as many as a manifest keeps
_ROWS = 3


class Reason(QWidget):
    """`changed` tells whether there is a reason now, `entered` that Ctrl+Enter was pressed."""

    changed = Signal(bool)
    entered = Signal()

    def __init__(self, name: str, label: str, example: str) -> None:
        super().__init__()
        self._edit = QPlainTextEdit()
        self._edit.setObjectName(name)
        self._edit.setPlaceholderText(example)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(_ROWS * self._edit.fontMetrics().lineSpacing() + 22)
        self._edit.textChanged.connect(self._tell)
        self._edit.installEventFilter(self)
        self._field = Labelled(label, self._edit)
        self.setFocusProxy(self._edit)
        column(self, 0).addWidget(self._field)

    @property
    def text(self) -> str:
        """The reason on one line; empty where it is blank or too long."""
        said = " ".join(self._edit.toPlainText().split())
        return said if len(said) <= LONGEST else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        long = len(self._edit.toPlainText()) > LONGEST
        self._field.say(f"At most {LONGEST:,} characters." if long else "", bad=long)
        self.changed.emit(bool(self.text))
