"""A strip above the pane that says one thing and offers what to do; it never blocks typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

Offer = tuple[str, Callable[[], object]]


class Banner(QFrame):
    """Hidden until `say`; each offer is a button that acts and closes the strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("role", "banner")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._row.addWidget(self._words, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, offers: Sequence[Offer]) -> None:
        """Show words and offers (label, action) instead of those before; hidden without words."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._words.setText(words)
        self._buttons = [self._button(label, act) for label, act in (*offers, ("Not now", _none))]
        self.setVisible(bool(words))

    def _button(self, label: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("role", "quiet" if act is _none else "")
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: act())
        self._row.addWidget(button)
        return button


def _none() -> None:
    """The offer to do nothing."""
