"""The choice of packs of claim rules: by the notice, or these and no others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QRadioButton, QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Checks
from palmetto_editor.session import files
from palmetto_editor.ui.widgets.forms import GAP, column, row
from palmetto_editor.ui.widgets.labels import set_role, words

AskFile = Callable[[QWidget], Path | None]
_NAME = "publication.checks"
_INDENT = 24  # px


class Pack(Protocol):
    """A pack that comes with the program."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def jurisdiction(self) -> str: ...
    @property
    def date(self) -> str: ...


AskPacks = Callable[[], Sequence[Pack]]


def offered() -> tuple[Pack, ...]:
    """The packs that come with the program."""
    from palmetto_editor.checks import claims

    return tuple(claims.offered())


def ask_pack(parent: QWidget) -> Path | None:
    """The file of a pack; None where the writer thinks better of it."""
    kinds = "Packs of rules (*.toml);;All files (*)"
    name, _ = QFileDialog.getOpenFileName(parent, "Add a pack of rules", str(Path.home()), kinds)
    return Path(name) if name else None


class PackChoice(QWidget):
    """Shows which packs are chosen; a pack of the writer's stays in the list while this is open."""

    def __init__(self, checks: Checks, offered: Sequence[Pack], ask: AskFile = ask_pack) -> None:
        super().__init__()
        self.setObjectName(f"{_NAME}.packs")
        self._ask = ask
        self._own = dict(checks.own)
        self._boxes: dict[str, QCheckBox] = {}
        self.by_notice = QRadioButton("As the notice or disclaimer of each article has it")
        self.by_notice.setObjectName(f"{_NAME}.by_notice")
        self.these = QRadioButton("These packs, whatever the notice says")
        self.these.setObjectName(f"{_NAME}.these")
        self.setFocusProxy(self.these)
        self.add = QPushButton("Add a pack file…")
        self.add.setObjectName(f"{_NAME}.add")
        self.add.clicked.connect(self._add)
        self._said = words("", "hint", f"{_NAME}.said")
        self._said.hide()
        self._list = QWidget()
        self._rows = column(self._list, 4)
        self._rows.setContentsMargins(_INDENT, 0, 0, 0)
        layout = column(self, GAP)
        hint = "Research use only is asked where one of them speaks of research use."
        below: tuple[QWidget, ...] = (
            words("Packs of claim rules", "heading"),
            self.by_notice,
            _indented(words(hint, "hint")),
            self.these,
            self._list,
            row(self.add, QWidget(), shares=(0, 1)),
            self._said,
        )
        for widget in below:
            layout.addWidget(widget)
        for pack in offered:
            self._offer(pack.id, pack.title, f"{pack.jurisdiction}, as of {pack.date}")
        for name in dict.fromkeys((*self._own, *(checks.packs or ()))):
            if name not in self._boxes or name in self._own:
                self._offer(name, name, "your own")
        for name in checks.packs or ():
            self._boxes[name].setChecked(True)
        self.these.toggled.connect(self._list.setEnabled)
        self.these.setChecked(checks.packs is not None)
        self.by_notice.setChecked(checks.packs is None)
        self._list.setEnabled(checks.packs is not None)

    def put_into(self, checks: Checks) -> Checks:
        """The choice with the packs as they are chosen here."""
        if self.by_notice.isChecked():
            return replace(checks, packs=None, own=())
        chosen = tuple(name for name, box in self._boxes.items() if box.isChecked())
        own = tuple((name, self._own[name]) for name in chosen if name in self._own)
        return replace(checks, packs=chosen, own=own)

    def _offer(self, name: str, title: str, told: str) -> None:
        if name in self._boxes:
            return
        box = QCheckBox(f"{title} ({told})")
        box.setObjectName(f"{_NAME}.pack.{name}")
        self._boxes[name] = box
        self._rows.addWidget(box)

    def _add(self) -> None:
        path = self._ask(self)
        if path is None:
            return
        try:
            name, text, title = files.add_pack(path)
        except (UserError, OSError) as error:
            told = error if isinstance(error, UserError) else files.disk_error(error)
            parts = (told.what, told.why, told.remedy)
            self._say(" ".join(part for part in parts if part), bad=True)
            return
        self._own[name] = text
        self._offer(name, title, "your own")
        self.these.setChecked(True)
        self._boxes[name].setChecked(True)
        self._say(f"“{title}” is kept beside the profile as {name}.pack.toml.")

    def _say(self, text: str, bad: bool = False) -> None:
        set_role(self._said, "over" if bad else "hint")
        self._said.setText(text)
        self._said.setVisible(bool(text))


def _indented(widget: QWidget) -> QWidget:
    box = QWidget()
    layout = column(box)
    layout.setContentsMargins(_INDENT, 0, 0, 0)
    layout.addWidget(widget)
    return box
