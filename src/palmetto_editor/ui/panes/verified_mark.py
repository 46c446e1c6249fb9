"""What is known of a record: when it was compared, and what became of the work since."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Update, Verified
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import GAP, column
from palmetto_editor.ui.widgets.labels import words

LOUD = {
    "retraction": "This work was retracted",
    "correction": "This work was corrected",
    "concern": "An expression of concern was published about this work",
}


def told(update: Update) -> str:
    """One update as a sentence: what, when, where it stands and who told it."""
    when = f" on {update.date}" if update.date else ""
    where = f" See doi:{update.DOI}." if update.DOI else ""
    who = f" ({update.source})" if update.source else ""
    return f"{LOUD[update.kind]}{when}{who}.{where}"


class VerifiedMark(QWidget):
    """Says with which service the record was compared, and lets the writer take that back."""

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        self._fields = fields
        self._updates = words("", "over", f"{fields.name}.palmetto.updates")
        self._words = words("", "hint", f"{fields.name}.palmetto.verified")
        forget = QPushButton("Take back")
        forget.setObjectName(f"{fields.name}.palmetto.verified.remove")
        forget.clicked.connect(self._forget)
        forget.setProperty("role", "quiet")
        self._compared = QWidget()
        line = QHBoxLayout(self._compared)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 1)
        line.addWidget(forget)
        layout = column(self, GAP)
        layout.addWidget(self._updates)
        layout.addWidget(self._compared)
        fields.watch(self._show)

    def _show(self) -> None:
        verified: Verified | None = self._fields.value("palmetto.verified")
        updates: tuple[Update, ...] = self._fields.value("palmetto.updates") or ()
        self.setVisible(verified is not None or bool(updates))
        self._compared.setVisible(verified is not None)
        self._updates.setVisible(bool(updates))
        self._updates.setText("\n".join(told(update) for update in updates))
        if verified is not None:
            self._words.setText(f"Compared with {verified.source} on {verified.date}.")

    def _forget(self) -> None:
        at = self._fields.at("palmetto.verified")()
        if at is not None:
            self._fields.session.do(edits.put(at, None, "Take back the comparison"))
