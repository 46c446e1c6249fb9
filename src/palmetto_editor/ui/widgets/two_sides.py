"""One disagreement of a page with itself: what each side says, and who wins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.session.incoming import Standing
from palmetto_editor.ui import style
from palmetto_editor.ui.severities import COLOURS
from palmetto_editor.ui.widgets.forms import GAP, column
from palmetto_editor.ui.widgets.labels import words

MOST = 600  # characters of a side that are shown
_STANDS = {
    "page": "The article has the page's words.",
    "markup": "The article has the markup's words.",
    "own": "The article has words of your own.",
    "told": "Nothing in the article can settle this; it is told so that you know.",
}


class TwoSides(QFrame):
    """`chosen` carries the edit of the side that wins, `wanted` the place to write at."""

    chosen = Signal(object)
    wanted = Signal(Place)

    def __init__(self, row: Disagreement) -> None:
        super().__init__()
        self.row = row
        self.setProperty("role", "card")
        self.setObjectName(f"review.{row.rule}")
        self.setAccessibleName(row.message)
        self._state = words("", "hint")
        layout = column(self, GAP)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(self._head())
        layout.addLayout(self._sides())
        layout.addLayout(self._choices())
        layout.addWidget(self._state)

    def show_standing(self, standing: Standing) -> None:
        """Say whose words the article has now."""
        self._state.setText(_STANDS[standing])
        self._page.setChecked(standing == "page")
        self._markup.setChecked(standing == "markup")

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        sign = QLabel()
        icon = style.icon(self.row.severity, COLOURS[self.row.severity])
        sign.setPixmap(icon.pixmap(18, 18))
        sign.setAccessibleName(self.row.severity)
        message = _text(self.row.message)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(message, 1)
        return row

    def _sides(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for at, (title, said) in enumerate(
            (("The page says", self.row.page), ("The markup says", self.row.markup))
        ):
            grid.addWidget(words(title, "label"), 0, at)
            grid.addWidget(_said(said), 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        return grid

    def _choices(self) -> QHBoxLayout:
        self._page = self._choice("The page wins", self.row.page_edit)
        self._markup = self._choice("The markup wins", self.row.markup_edit)
        own = QPushButton("Write it myself")
        own.setProperty("role", "quiet")
        own.clicked.connect(lambda: self.wanted.emit(self.row.place))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self._page, self._markup, own):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _choice(self, label: str, edit: Edit | None) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.setVisible(edit is not None)
        button.clicked.connect(lambda: self.chosen.emit(edit))
        return button


def _said(text: str) -> QWidget:
    shown = " ".join(text.split())
    label = _text(f"{shown[:MOST]}…" if len(shown) > MOST else shown or "nothing")
    label.setEnabled(bool(shown))
    return label


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
