"""Identifiers are spelt as they should be when their field is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.model.csl import Reference
from palmetto_editor.ui.widgets.fields import Fields

FIELDS = ("title", "DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL")


class Tidier(QObject):
    """Watches the inputs of a work. What the writer took back is not done again."""

    def __init__(self, fields: Fields, owner: QWidget) -> None:
        super().__init__(owner)
        self._fields = fields
        self._done: set[tuple[str, str, str]] = set()
        for field in FIELDS:
            line = owner.findChild(QLineEdit, f"{fields.name}.{field}")
            text = owner.findChild(QPlainTextEdit, f"{fields.name}.{field}")
            if line is not None:
                line.editingFinished.connect(lambda field=field: self.tidy(field))
            elif text is not None:
                text.setProperty("tidied", field)
                text.installEventFilter(self)

    def tidy(self, field: str) -> None:
        """Spell what stands in a field of the work as it should be."""
        reference = self._work()
        if reference is None:
            return
        seen = (reference.id, field, getattr(reference, field))
        if not seen[2] or seen in self._done:
            return
        from palmetto_editor.session.identified import tidy

        edit = tidy(reference, field)
        if edit is not None:
            self._done.add(seen)
            self._fields.session.do(edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.tidy(str(watched.property("tidied")))
        return super().eventFilter(watched, event)

    def _work(self) -> Reference | None:
        place = self._fields.place()
        works = self._fields.session.article.references
        return next((w for w in works if place is not None and w.id == place.item), None)
