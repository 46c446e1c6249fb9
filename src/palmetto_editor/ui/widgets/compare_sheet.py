"""A service's record beside the writer's, field by field; the writer chooses for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QWidget

from palmetto_editor.references.lookup.found import Pair
from palmetto_editor.ui.panes import reference_fields as table
from palmetto_editor.ui.widgets.buttons import Disclosure
from palmetto_editor.ui.widgets.forms import GAP, column
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.side import Side

_MOST = 600  # characters of a field that is only told
_INSET = 33  # px: where the words of a side begin
_LABELS = {
    "type": "Type", "author": "Authors", "editor": "Editors", "translator": "Translators",
    "issued": "Published", "accessed": "Seen on",
}  # fmt: skip
_TYPES = dict(table.TYPES)


class CompareSheet(QWidget):
    """Nothing is chosen from the other side until the writer does; `changed` tells of that."""

    changed = Signal()

    def __init__(self, pairs: Sequence[Pair], kind: str, source: str) -> None:
        super().__init__()
        self.setObjectName("lookup.sheet")
        self._pairs, self._kind, self._source = pairs, kind, source
        self._theirs: dict[str, Side] = {}
        self._mine: dict[str, Side] = {}
        self._groups: list[QButtonGroup] = []
        layout = column(self, GAP + 4)
        self._lay_out_choices()
        if self._theirs:
            layout.addWidget(self._tools())
        layout.addWidget(self._grid([p for p in pairs if p.verdict in ("differs", "only theirs")]))
        kept = [p for p in pairs if p.verdict == "only mine"]
        self._fold(f"Only you have {_number(len(kept))}", "lookup.only_mine", kept)
        same = [p for p in pairs if p.verdict == "same"]
        spelt = sum(pair.field in self._theirs for pair in same)
        told = f", {spelt} in another spelling" if spelt else ""
        self._fold(f"{_number(len(same))} agree{told}", "lookup.same", same)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are to be taken from the record."""
        return tuple(name for name, side in self._theirs.items() if side.isChecked())

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that only the record has."""
        return tuple(pair.field for pair in self._pairs if pair.verdict == "only theirs")

    def take(self, names: Sequence[str]) -> None:
        """Choose the record's side in these fields and the writer's in all others."""
        for name, side in self._theirs.items():
            (side if name in names else self._mine[name]).setChecked(True)
        self.changed.emit()

    def _lay_out_choices(self) -> None:
        for pair in self._pairs:
            if pair.theirs and pair.mine != pair.theirs:
                mine, theirs = self._text(pair, pair.mine), self._text(pair, pair.theirs)
                self._mine[pair.field] = self._side(pair.field, "mine", mine, theirs)
                self._theirs[pair.field] = self._side(pair.field, "theirs", theirs, mine)
                group = QButtonGroup(self)
                group.addButton(self._mine[pair.field])
                group.addButton(self._theirs[pair.field])
                self._groups.append(group)
                self._mine[pair.field].setChecked(True)
                group.idClicked.connect(lambda _: self.changed.emit())

    def _tools(self) -> QWidget:
        tools = QWidget()
        line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        missing, every = self.missing, tuple(self._theirs)
        for name, label, names in (
            ("missing", f"Take all that are missing ({len(missing)})", missing),
            ("every", f"Take everything of {self._source}", every),
            ("none", "Keep all of mine", ()),
        ):
            button = _button(label, f"lookup.take.{name}", partial(self.take, names))
            button.setVisible(bool(names) or name == "none")
            line.addWidget(button)
        line.addStretch(1)
        return tools

    def _grid(self, pairs: Sequence[Pair]) -> QWidget:
        """Rows of fields; one in which there is nothing to choose is only told."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 116)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        if any(pair.field in self._theirs for pair in pairs):
            grid.addWidget(words("Yours", "label"), 0, 1)
            grid.addWidget(words(self._source, "label"), 0, 2)
        for at, pair in enumerate(pairs, 1):
            label = words(self._label(pair.field), "label")
            label.setContentsMargins(0, 9, 0, 0)
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            if pair.field in self._theirs:
                grid.addWidget(self._mine[pair.field], at, 1)
                grid.addWidget(self._theirs[pair.field], at, 2)
            else:
                said = words(self._text(pair, pair.mine)[:_MOST], "said")
                said.setWordWrap(True)
                said.setContentsMargins(_INSET, 7, 0, 4)
                grid.addWidget(said, at, 1, 1, 2)
        box.setVisible(bool(pairs))
        return box

    def _fold(self, title: str, name: str, pairs: Sequence[Pair]) -> None:
        """Fields in which there is little to choose, behind their number."""
        layout = self.layout()
        if not pairs or layout is None:
            return
        box = self._grid(pairs)
        more = Disclosure(title, f"Show them: {title}", name)
        more.toggled.connect(box.setVisible)
        box.hide()
        layout.addWidget(more)
        layout.setAlignment(more, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(box)

    def _side(self, field: str, side: str, text: str, other: str) -> Side:
        made = Side(text, other)
        made.setObjectName(f"lookup.{field}.{side}")
        who = "yours" if side == "mine" else self._source
        made.setAccessibleName(f"{self._label(field)}, {who}: {text or 'nothing'}")
        return made

    def _label(self, field: str) -> str:
        name = field.replace("_", "-")
        if name in _LABELS:
            return _LABELS[name]
        return table.label(self._kind, name) if name in table.TEXTS else name.capitalize()

    @staticmethod
    def _text(pair: Pair, text: str) -> str:
        return _TYPES.get(text, text) if pair.field == "type" else text


def _button(label: str, name: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(label)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button


def _number(number: int) -> str:
    return "1 field" if number == 1 else f"{number} fields"
