"""The works that the article cites."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from palmetto_editor.model.csl import Extension, Reference
from palmetto_editor.model.edits import Change
from palmetto_editor.model.naming import CITATION_KEY, citation_key
from palmetto_editor.model.places import Place
from palmetto_editor.model.renaming import cited, rename_reference
from palmetto_editor.references import dates
from palmetto_editor.references.cited_names import in_sentence
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes import reference_fields as table
from palmetto_editor.ui.panes.cited_where import CitedWhere
from palmetto_editor.ui.panes.item_pane import ItemPane
from palmetto_editor.ui.panes.reference_form import ReferenceForm
from palmetto_editor.ui.panes.reference_tools import ReferenceTools
from palmetto_editor.ui.panes.verified_mark import VerifiedMark
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.list_form import select_within
from palmetto_editor.ui.widgets.tidier import Tidier

if TYPE_CHECKING:
    from palmetto_editor.ui.desk import Desk
    from palmetto_editor.ui.references_desk import ReferencesDesk

CITING = ("notice", "short_answer", "body", "disclaimer", "faq", "tables", "images")
LATER = 400  # ms after the last change of a text: then its citations are counted again


class ReferencesPane(ItemPane):
    """Citations are counted when the pane is seen, and soon after a text changes.

    `place_wanted` carries a place at which a work is cited.
    """

    place_wanted = Signal(Place)

    parts = ("references",)
    title = "References"
    icon = "references"
    first = "title"

    def __init__(self, session: Session) -> None:
        self._counts = cited(session.article)
        super().__init__(session, self._kind(), "reference")
        self.give_room(340, 460)
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
        self.cited, self._cited_key = CitedWhere(session), ""
        self.cited.place_wanted.connect(self.place_wanted)
        form.addWidget(self.cited)
        form.addStretch(1)
        fields.watch(self._show_key)
        Tidier(fields, self)
        self._desk: Desk | None = None
        self._traffic: ReferencesDesk | None = None
        self._add_tools()

    def use_desk(self, desk: Desk) -> None:
        """Let references come in and go out by the desk's questions and its threads."""
        self._desk = desk
        self.setAcceptDrops(True)

    @property
    def traffic(self) -> ReferencesDesk | None:
        """What brings references in and out, made when first needed; None without a desk."""
        if self._traffic is None and self._desk is not None:
            from palmetto_editor.ui.references_desk import ReferencesDesk

            self._traffic = ReferencesDesk(self.session, self._desk)
            self._traffic.brought.connect(self._show_brought)
        return self._traffic

    def show_change(self, change: Change) -> None:
        super().show_change(change)
        if self.isVisible() and change.touches(*CITING):
            self._later.start()

    def refresh(self) -> None:
        super().refresh()
        self._show_tools()

    def show_item(self) -> None:
        super().show_item()
        self._show_tools()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.traffic is not None and _is_for_the_list(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.traffic is not None:
            self.traffic.bring_in_mime(event.mimeData())
            event.acceptProposedAction()

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

    def _add_tools(self) -> None:
        self.tools = ReferenceTools()
        self.tools.commanded.connect(self._obey)
        self.style_choice: QWidget | None = None
        self.tools.style_shown.connect(self._show_style)
        layout = self.top.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self.tools)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.items.view)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(lambda: self._obey("paste"))
        self._show_tools()

    def _show_style(self, on: bool) -> None:
        """The choice of a style, above the list; it is made when first asked for."""
        layout = self.top.layout()
        if self.style_choice is None and isinstance(layout, QVBoxLayout):
            from palmetto_editor.ui.panes.style_choice import StyleChoice

            self.style_choice = StyleChoice(self.session)
            layout.insertWidget(layout.count() - 1, self.style_choice)
        if self.style_choice is not None:
            self.style_choice.setVisible(on)

    def _show_tools(self) -> None:
        if hasattr(self, "tools"):
            self.tools.show_state(self.session.article.references, self.items.item)

    def _obey(self, command: str) -> None:
        traffic, works = self.traffic, self.session.article.references
        if traffic is None:
            return
        asked: dict[str, list[str]] = {
            "one": [self.items.item.id] if self.items.item is not None else [],
            "open": [work.id for work in works if work.palmetto.verified is None],
            "all": [work.id for work in works],
        }
        if command in asked:
            traffic.look_up(asked[command])
        elif command == "import":
            traffic.from_files()
        elif command == "paste":
            traffic.from_clipboard()
        elif command == "export":
            traffic.export()
        else:
            traffic.edit_services()

    def _show_brought(self, keys: list[str]) -> None:
        """Show the first of those that came in."""
        if keys:
            self.items.select_id(keys[0])
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_key(self) -> None:
        """How often it is cited, and what becomes of that under another key."""
        key = self.items.item.id if self.items.item is not None else ""
        if key != self._cited_key:
            self._cited_key = key
            self.cited.show_key(key)
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
            empty="No references yet. Add the works that the article rests on, or drop or paste"
            " a list of them, or a DOI. Cite one in a text with @ and its key.",
            filtered=True,
        )

    def _row(self, reference: Reference) -> Row:
        who = unescape(in_sentence(reference)) or reference.publisher
        when = dates.year(reference.issued)
        times = self._counts[reference.id]
        gone = any(update.kind == "retraction" for update in reference.palmetto.updates)
        cited_so = f"{reference.id} · {_times(times) if times else 'not cited'}"
        return Row(
            " ".join(part for part in (who, when) if part),
            reference.title,
            f"RETRACTED · {cited_so}" if gone else cited_so,
            lacking="No title yet" if who or when else "Without author and year",
            alarm=not times or gone,
        )


def _is_for_the_list(data: QMimeData) -> bool:
    """Files of references, and text; a page or a bundle that is dropped is the window's."""
    from palmetto_editor.ui.references_desk import SUFFIXES

    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return all(f.suffix.casefold() in SUFFIXES and f.name != "article.json" for f in files)
    return bool(data.hasText())


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
