"""The strip in which words are looked for in the whole article, and others put in their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from palmetto_editor.model.search import Query
from palmetto_editor.ui.widgets.buttons import IconButton
from palmetto_editor.ui.widgets.labels import set_role

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class FindBar(QFrame):
    """Enter goes on, Shift+Enter back, Escape leaves. It only asks: who owns it looks and replaces.

    `asked` comes with other words or another way of looking for them, `stepped` with whether it
    goes back, `replaced` with whether all are meant.
    """

    asked = Signal()
    stepped = Signal(bool)
    replaced = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setProperty("role", "banner")
        self.words = _line("find.words", "Find in the article")
        self.new = _line("find.new", "Replace with")
        self.case = _way("find.case", "Aa", "Match capitals")
        self.whole = _way("find.whole", "ab", "Whole words only")
        font = self.whole.font()
        font.setUnderline(True)
        self.whole.setFont(font)
        self.told = QLabel()
        self.told.setObjectName("find.told")
        self._ways = (self.case, self.whole)
        self._build()
        self.words.textChanged.connect(self.asked)
        for way in self._ways:
            way.toggled.connect(self.asked)
        self.hide()

    @property
    def query(self) -> Query:
        """What is asked for."""
        return Query(self.words.text(), self.case.isChecked(), self.whole.isChecked())

    def open(self, words: str, *, replacing: bool) -> None:
        """Show it, with these words where there are some, and the focus in it."""
        self._second.setVisible(replacing)
        if words:
            self.words.setText(words)
        self.show()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, words: str, *, bad: bool = False) -> None:
        """Say what was found."""
        self.told.setText(words)
        set_role(self.told, "bad" if bad else "hint")
        for button in (*self._steps, *self._replacing):
            button.setEnabled(not bad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _ENTERS and self.new.hasFocus():
            self.replaced.emit(False)
        elif key in _ENTERS:
            self.stepped.emit(bool(event.modifiers() & _SHIFT))
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        back = IconButton("up", "Previous", "find.previous", shortcut="Shift+F3")
        on = IconButton("down", "Next", "find.next", shortcut="F3")
        leave = IconButton("clear", "Close", "find.close", shortcut="Esc")
        one, every = QPushButton("Replace"), QPushButton("Replace all")
        one.setObjectName("find.replace")
        every.setObjectName("find.replace-all")
        back.clicked.connect(lambda: self.stepped.emit(True))
        on.clicked.connect(lambda: self.stepped.emit(False))
        leave.clicked.connect(self.left)
        one.clicked.connect(lambda: self.replaced.emit(False))
        every.clicked.connect(lambda: self.replaced.emit(True))
        self._steps, self._replacing = (back, on), (one, every)
        rows = QGridLayout(self)
        rows.setContentsMargins(12, 6, 6, 6)
        rows.setVerticalSpacing(6)
        rows.addWidget(_row(self.words, *self._ways, back, on, self.told, leave), 0, 0)
        self._second = _row(self.new, one, every)
        rows.addWidget(self._second, 1, 0)


def _line(name: str, words: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    line.setClearButtonEnabled(True)
    return line


def _way(name: str, words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(words)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    button.setProperty("role", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _row(line: QLineEdit, *others: QWidget) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(4)
    across.addWidget(line, 1)
    for widget in others:
        across.addWidget(widget)
    return row
