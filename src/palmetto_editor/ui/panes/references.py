"""The works that the article cites."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from palmetto_editor.model.csl import Extension, Reference
from palmetto_editor.model.edits import Change
from palmetto_editor.model.naming import CITATION_KEY, citation_key
from palmetto_editor.model.places import Place
from palmetto_editor.model.renaming import cited, rename_reference
from palmetto_editor.references import dates
from palmetto_editor.references.cited_names import in_sentence
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes import reference_fields as table
from palmetto_editor.ui.panes.item_pane import ItemPane
from palmetto_editor.ui.panes.reference_form import ReferenceForm, VerifiedMark
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.list_form import select_within

CITING = ("notice", "short_answer", "body", "disclaimer", "faq", "tables", "images")
LATER = 400  # ms after the last change of a text: then its citations are counted again


class ReferencesPane(ItemPane):
    """Citations are counted when the pane is seen, and soon after a text changes."""

    parts = ("references",)
    title = "References"
    icon = "references"
    first = "title"

    def __init__(self, session: Session) -> None:
        self._counts = cited(session.article)
        super().__init__(
            session, self._kind(), "reference", "Cite one in a text with @ and its key."
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.count)
        fields, form = self.fields, self.form.column
        self.key = Ident(
            fields, "Key", CITATION_KEY, self.taken, rename_reference, propose=self._proposed
        )
        form.addWidget(row(fields.choice("type", "Type", table.TYPES), self.key, shares=(3, 4)))
        form.addWidget(VerifiedMark(fields))
        self.work = ReferenceForm(fields)
        form.addWidget(self.work)
        form.addStretch(1)
        fields.watch(self._show_key)

    def show_change(self, change: Change) -> None:
        super().show_change(change)
        if self.isVisible() and change.touches(*CITING):
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.count()

    def count(self) -> None:
        """Count the citations again and show what changed."""
        self._later.stop()
        counts = cited(self.session.article)
        if counts != self._counts:
            self._counts = counts
            self.items.model.redescribe()
            self._show_key()

    def go_to(self, place: Place) -> None:
        if place.item:
            self.items.select_id(place.item)
        self.work.reveal(place.widget)
        select_within(self, place)
        super().go_to(place)

    def _show_key(self) -> None:
        """How often it is cited, and what becomes of that under another key."""
        if self.items.item is not None:
            times = self._counts[self.items.item.id]
            told = f"Cited {_times(times)}; a new key is put into the texts too."
            self.key.say(told if times else "Not cited yet.")

    def _proposed(self) -> str:
        reference: Reference = self.items.item
        return citation_key(reference, frozenset(self.taken()) - {reference.id})

    def _kind(self) -> Kind:
        return Kind(
            name="references",
            label="References",
            describe=self._row,
            make=_new,
            copy=_copy,
            add="Add reference",
            empty="No references yet. Add the works that the article rests on.",
            filtered=True,
        )

    def _row(self, reference: Reference) -> Row:
        who = unescape(in_sentence(reference)) or reference.publisher
        when = dates.year(reference.issued)
        times = self._counts[reference.id]
        return Row(
            " ".join(part for part in (who, when) if part),
            reference.title,
            f"{reference.id} · {_times(times) if times else 'not cited'}",
            lacking="No title yet" if who or when else "Without author and year",
            alarm=not times,
        )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _new(items: tuple[Any, ...]) -> Reference:
    empty = Reference(id="")
    return replace(empty, id=citation_key(empty, frozenset(item.id for item in items)))


def _copy(reference: Reference, items: tuple[Any, ...]) -> Reference:
    """Another work until it is compared again: a copy is not a verified record."""
    key = citation_key(reference, frozenset(item.id for item in items))
    extension: Extension = replace(reference.palmetto, verified=None)
    return replace(reference, id=key, palmetto=extension)
