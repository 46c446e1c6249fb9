"""The row above the list of references: bring in, paste, look up, export, the style."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from palmetto_editor.model.csl import Reference
from palmetto_editor.ui.widgets.buttons import IconButton

_BUTTONS = (
    ("import", "import", "Bring in…", "Bring in references from files"),
    ("paste", "paste", "Paste", "Bring in references, or a DOI, from the clipboard"),
    ("lookup", "search", "Look up", "Compare with the records of Crossref, PubMed and others"),
    ("export", "export", "Export…", "Write the list as BibTeX, RIS or CSL-JSON"),
)


class ReferenceTools(QWidget):
    """`commanded` carries import, paste, export, services, or a kind of look-up: one, open, all.

    `style_shown` tells whether the choice of a style is wanted.
    """

    commanded = Signal(str)
    style_shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, IconButton] = {}
        self._full = 0  # px that all their words need
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for name, icon, words, tip in _BUTTONS:
            shortcut = "Ctrl+V in the list" if name == "paste" else ""
            button = IconButton(icon, tip, f"references.{name}", words, shortcut)
            self._buttons[name] = button
            layout.addWidget(button)
            if name != "lookup":
                button.clicked.connect(lambda _=False, name=name: self.commanded.emit(name))
        layout.addStretch(1)
        cited = IconButton("settings", "How works are cited: the style", "references.style.show")
        cited.setCheckable(True)
        cited.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cited.toggled.connect(self.style_shown)
        layout.addWidget(cited)
        self.actions_ = self._menu(self._buttons["lookup"])

    def minimumSizeHint(self) -> QSize:
        return QSize(260, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons say in their tooltips what they do."""
        super().resizeEvent(event)
        if not self._full:
            self._full = self.sizeHint().width()
        styles = Qt.ToolButtonStyle
        is_narrow = event.size().width() < self._full
        for button in self._buttons.values():
            button.setToolButtonStyle(
                styles.ToolButtonIconOnly if is_narrow else styles.ToolButtonTextBesideIcon
            )

    def show_state(self, references: tuple[Reference, ...], chosen: Reference | None) -> None:
        """Say how many works there are to look up, and offer only what can be done."""
        unproved = sum(r.palmetto.verified is None for r in references)
        self._buttons["lookup"].setEnabled(bool(references))
        self._buttons["export"].setEnabled(bool(references))
        self.actions_["one"].setEnabled(chosen is not None)
        self.actions_["open"].setText(f"All that were never compared ({unproved:,})")
        self.actions_["open"].setEnabled(bool(unproved))
        self.actions_["all"].setText(f"All ({len(references):,})")

    def _menu(self, button: IconButton) -> dict[str, QAction]:
        menu = QMenu(button)
        menu.setObjectName("references.lookup.menu")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        kinds = {}
        for kind, words in (("one", "This reference"), ("open", ""), ("all", "")):
            kinds[kind] = menu.addAction(words)
            kinds[kind].setObjectName(f"references.lookup.{kind}")
            kinds[kind].triggered.connect(lambda _=False, kind=kind: self.commanded.emit(kind))
        menu.addSeparator()
        services = menu.addAction("Services…")
        services.setObjectName("references.lookup.services")
        services.triggered.connect(lambda: self.commanded.emit("services"))
        return kinds
