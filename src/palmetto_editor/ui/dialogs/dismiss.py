"""Letting a problem stand: its sentence, the words that it is about, and the writer's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from palmetto_editor.ui.dialogs.reason import Reason
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, Card, column
from palmetto_editor.ui.widgets.labels import words

if TYPE_CHECKING:
    from palmetto_editor.checks.finding import Finding

_KEPT = "The reason is kept in the article and listed in the report."
_WHOLE = "It holds for this field, whatever is written there."
_EXAMPLE = "Our own measurement; the source stands in the paragraph above."
_LONGEST = 400  # characters of the quotation that are shown


class DismissDialog(QDialog):
    """`reason` is what the writer gave when the dialog was accepted, else empty. `quote` are the
    words whose change brings the problem back.
    """

    def __init__(self, finding: Finding, quote: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dismiss")
        self.setWindowTitle("Dismiss a problem")
        self.reason = ""
        self._reason = Reason("dismiss.reason", "Why it may stand", _EXAMPLE)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._do = QPushButton("Dismiss")
        self._do.setObjectName("dismiss.do")
        self._do.setProperty("role", "primary")
        self._do.setEnabled(False)
        buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._reason.changed.connect(self._do.setEnabled)
        self._reason.entered.connect(self._accept)
        card = Card()
        card.column.addWidget(_wrapped(finding.message))
        if quote and quote not in finding.message:
            shown = f"{quote[:_LONGEST]}…" if len(quote) > _LONGEST else quote
            card.column.addWidget(words(f"“{shown}”", "hint"))
        layout = column(self, GAP + 4)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        layout.addWidget(words("Let this stand?", "title"))
        layout.addWidget(card)
        layout.addWidget(self._reason)
        layout.addWidget(words(f"{_KEPT} {_until(finding, quote)}", "hint"))
        layout.addWidget(buttons)
        self.setMinimumWidth(520)
        self._reason.setFocus()

    def _accept(self) -> None:
        if self._reason.text:
            self.reason = self._reason.text
            self.accept()


def _until(finding: Finding, quote: str) -> str:
    """How long the reason holds."""
    what = "text" if finding.place.span is None else "sentence"
    return f"When the {what} changes, the problem is told again." if quote else _WHOLE


def _wrapped(text: str) -> QWidget:
    label = words(text, "")
    label.setWordWrap(True)
    return label
