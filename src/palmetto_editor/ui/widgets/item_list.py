"""A list of items with its buttons: add, duplicate, remove, move, drag, select."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.forms import column
from palmetto_editor.ui.widgets.item_bar import ItemBar
from palmetto_editor.ui.widgets.item_model import ItemModel
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.item_source import Source
from palmetto_editor.ui.widgets.item_view import ItemView

Make = Callable[[tuple[Any, ...]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a list is of. `name` begins the objectNames: `faq` gives `faq.items`, `faq.add`.

    `make` and `copy` are given the items there are, for a fresh id; without `make` the list
    only says that it was asked to add. `others` are more to add: (command, words, tip, make).
    A `fitted` list is as high as its rows, up to `most`.
    """

    name: str
    label: str
    describe: Callable[[Any], Row]
    copy: Callable[[Any, tuple[Any, ...]], Any]
    make: Make | None = None
    add: str = "Add"
    others: tuple[tuple[str, str, str, Make], ...] = ()
    empty: str = ""
    lines: int = 2
    fitted: bool = False
    most: int = 6
    filtered: bool = False


class ItemList(QWidget):
    """Shows a source's items and keeps one selected over every change.

    `selected` comes when another item, or none, is the current one; `edit_asked` when its form
    should get the focus; `add_asked` where the kind has no `make`.
    """

    selected = Signal()
    edit_asked = Signal()
    add_asked = Signal()

    def __init__(self, session: Session, source: Source, kind: Kind) -> None:
        super().__init__()
        self._session, self._source, self._kind = session, source, kind
        self._index: int | None = None
        self._item: Any = None
        self._key: object = None
        self._showing = False
        self.setObjectName(kind.name if kind.fitted else "")
        self.view = ItemView(kind.lines, kind.empty, kind.most if kind.fitted else 0)
        self.view.setObjectName(f"{kind.name}.items")
        self.view.setAccessibleName(kind.label)
        self.model = ItemModel(source, kind.describe, self._move, self)
        self.view.setModel(self.model)
        self.view.commanded.connect(self._obey)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.filter = QLineEdit()
        adds = (("add", kind.add, f"Add: {source.noun}"), *(other[:3] for other in kind.others))
        self.bar = ItemBar(kind.name, source.noun, adds)
        self.bar.commanded.connect(self._obey)
        self._lay_out()
        self.refresh()

    @property
    def index(self) -> int | None:
        """Where the selected item stands in its source; None where nothing is selected."""
        return self._index

    @property
    def item(self) -> Any:
        """The selected item; None where nothing is selected."""
        return self._item

    @property
    def place(self) -> Place | None:
        """The place of the selected item."""
        items = self._source.items()
        inside = self._index is not None and self._index < len(items)
        return self._source.place(self._index) if inside and self._index is not None else None

    @property
    def count(self) -> int:
        """How many items there are, hidden by a filter or not."""
        return len(self._source.items())

    def refresh(self) -> None:
        """Show the items as they are; select what was selected, else its neighbour."""
        items = self._source.items()
        at = None if self._item is None else self._source.find(self._item)
        if at is None and items:
            at = min(self._index or 0, len(items) - 1)
        self._showing = True
        self.model.refresh()
        self._showing = False
        self.view.fit()
        is_seen = bool(items) or not self._kind.fitted
        self.view.setVisible(is_seen)
        takes_focus = self.view if is_seen else self.bar.buttons["add"]
        if self.focusProxy() is not takes_focus:
            self.setFocusProxy(takes_focus)
        self._take(at)

    def select(self, index: int) -> None:
        """Select an item by where it stands; a filter that hides it is lifted."""
        items = self._source.items()
        if not items:
            return
        index = max(0, min(index, len(items) - 1))
        if self.model.row_of(index) is None:
            self.filter.clear()
        self._take(index)

    def select_id(self, item: str) -> None:
        """Select an item by its id, if there is one."""
        for index, candidate in enumerate(self._source.items()):
            if candidate.id == item:
                self.select(index)

    def add(self, make: Make | None = None) -> None:
        """Add an item below the selected one and have its form opened."""
        made = make or self._kind.make
        if made is None:
            self.add_asked.emit()
            return
        self.insert(made(self._source.items()))

    def insert(self, item: Any) -> None:
        """Put an item below the selected one, select it and have its form opened."""
        at = len(self._source.items()) if self._index is None else self._index + 1
        self.filter.clear()
        self._session.do(self._source.insert(at, item))
        self.select(at)
        self.edit_asked.emit()

    def duplicate(self) -> None:
        if self._index is not None:
            self.insert(self._kind.copy(self._item, self._source.items()))

    def remove(self) -> None:
        """Take the selected item out; undo brings it back."""
        if self._index is not None:
            self._session.do(self._source.remove(self._index))

    def move_by(self, step: int) -> None:
        """Move the selected item up (-1) or down (1)."""
        if self._index is not None and not self.model.is_filtered:
            self._move(self._index, self._index + step)

    def _move(self, index: int, to: int) -> None:
        if 0 <= to < len(self._source.items()) and index != to:
            self._session.do(self._source.move(index, to))
            self.select(to)

    def _obey(self, command: str) -> None:
        commands: dict[str, Callable[[], None]] = {
            "up": lambda: self.move_by(-1),
            "down": lambda: self.move_by(1),
            "remove": self.remove,
            "add": self.add,
            "duplicate": self.duplicate,
            "edit": self.edit_asked.emit,
            **{name: partial(self.add, make) for name, _, _, make in self._kind.others},
        }
        commands[command]()

    def _on_current(self, current: QModelIndex) -> None:
        if not self._showing:
            self._take(self.model.index_at(current.row()) if current.isValid() else None)

    def _take(self, index: int | None) -> None:
        """Make an item the selected one: here, in the view, and for whoever listens."""
        items = self._source.items()
        item = None if index is None else items[index]
        key = None if index is None else self._source.key(index)
        changed = key != self._key
        self._index, self._item, self._key = index, item, key
        row = None if index is None else self.model.row_of(index)
        wanted = QModelIndex() if row is None else self.model.index(row)
        if wanted != self.view.currentIndex():
            self._showing = True
            self.view.setCurrentIndex(wanted)
            self._showing = False
        self.bar.enable(index, len(items), not self.model.is_filtered)
        if changed:
            self.selected.emit()

    def _lay_out(self) -> None:
        kind = self._kind
        layout = column(self, 6)
        layout.addWidget(self.bar)
        if kind.filtered:
            self.filter.setObjectName(f"{kind.name}.filter")
            self.filter.setAccessibleName(f"Filter: {kind.label}")
            self.filter.setPlaceholderText("Filter")
            self.filter.setClearButtonEnabled(True)
            self.filter.textChanged.connect(self._on_filter)
            layout.addWidget(self.filter)
        layout.addWidget(self.view, 0 if kind.fitted else 1)

    def _on_filter(self, text: str) -> None:
        self._showing = True
        self.model.set_filter(text)
        self._showing = False
        self.view.fit()
        self._take(self._index)
