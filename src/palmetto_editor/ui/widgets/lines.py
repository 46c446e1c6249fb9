"""A list of texts, typed one on each line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace, Refresh, raw_text, value_at
from palmetto_editor.ui.widgets.typed import type_value

FEWEST, MOST = 2, 6  # lines shown
_END = QTextCursor.MoveOperation.EndOfBlock


class Lines(QPlainTextEdit):
    """As high as its lines; Tab leaves it."""

    def __init__(self, example: str = "") -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(example)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().blockCountChanged.connect(lambda _: self.updateGeometry())

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands on the lines, without empty ones."""
        return tuple(line.strip() for line in raw_text(self).split("\n") if line.strip())

    def span_of(self, index: int) -> tuple[int, int] | None:
        """Where the text with this index stands in all of them; None where there is none."""
        texts = self.texts
        if not 0 <= index < len(texts):
            return None
        start = sum(len(text) + 1 for text in texts[:index])
        return start, start + len(texts[index])

    @property
    def index(self) -> int:
        """Which of the texts the cursor stands in, or behind."""
        above = range(self.textCursor().blockNumber())
        return sum(bool(self._line(number).strip()) for number in above)

    def select_text(self, index: int) -> None:
        """Select the text with this index, where there is one."""
        filled = [at for at in range(self.blockCount()) if self._line(at).strip()]
        if 0 <= index < len(filled):
            cursor = QTextCursor(self.document().findBlockByNumber(filled[index]))
            cursor.movePosition(_END, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _line(self, number: int) -> str:
        return self.document().findBlockByNumber(number).text()

    def sizeHint(self) -> QSize:
        shown = max(FEWEST, min(MOST, self.blockCount()))
        chrome = 2 * int(self.document().documentMargin()) + 20
        return QSize(200, shown * self.fontMetrics().lineSpacing() + chrome)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


def bind_lines(lines: Lines, session: Session, place: AskPlace) -> Refresh:
    """Keep the lines and the tuple of texts at a place equal."""
    showing = False

    def send() -> None:
        at = None if showing else place()
        if at is not None:
            session.do(type_value(at, lines.texts))

    def show() -> None:
        nonlocal showing
        value = value_at(session, place)
        lines.setEnabled(value is not None)
        if lines.texts != (value or ()):
            showing = True
            lines.setPlainText("\n".join(value or ()))
            showing = False

    lines.textChanged.connect(send)
    show()
    return show
